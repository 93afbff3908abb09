import LinearAlgebra

/// Points of a space of many dimensions seen along the directions in which they are spread most: principal components.
///
///     X − 1 x̄ᵀ = Y,   Y Yᵀ = Σ_k λ_k u_k u_kᵀ,   point i at (√λ_1 u_1i, √λ_2 u_2i, …)
///
/// For distances between points this is classical scaling: of all views it keeps most of the squared distances.
public struct PrincipalPlane: Sendable {
  /// A row for each point: its coordinates, that of the widest spread first.
  public let coordinates: Matrix<Double>
  /// The share of the total variance that each coordinate carries.
  public let shares: [Double]

  /// - Parameters:
  ///   - points: a row for each point, n × d.
  ///   - count: how many coordinates, at most n.
  /// - Complexity: O(n² d + n³).
  public init(of points: Matrix<Double>, coordinates count: Int = 2) throws(EigenvaluesDidNotConverge) {
    let n = points.rows
    precondition(n > 1 && 0...n ~= count, "PrincipalPlane: \(count) coordinates of \(n) points")
    var mean = Vector<Double>(zeros: points.columns)
    mean.addColumnSums(of: points, scaledBy: 1 / Double(n))
    let Y = Matrix(n, points.columns) { points[$0, $1] - mean[$1] }
    var G = Matrix<Double>(zeros: n, n)
    G.setProduct(Y, .asIs, Y, .transposed)
    let eigen = try SymmetricEigen(G)
    let top = (0..<count).map { n - 1 - $0 }
    let signs = top.map { k in eigen.vectors[k, 0] > 0 ? -1.0 : 1 }  // the first point stands on the negative side
    coordinates = Matrix(n, count) { i, k in
      signs[k] * eigen.vectors[top[k], i] * max(0, eigen.values[top[k]]).squareRoot()
    }
    let total = eigen.values.sum
    shares = top.map { total > 0 ? eigen.values[$0] / total : 0 }
  }
}
