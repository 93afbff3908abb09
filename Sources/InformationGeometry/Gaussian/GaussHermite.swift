import LinearAlgebra

/// The quadrature rule of n points for means under the standard normal distribution.
///
///     E[f(Z)] ≈ Σ_k w_k f(z_k),   exact for polynomials of degree up to 2n − 1                           [GolubWelsch69]
///
/// With the orthonormal polynomials of the normal distribution, x p_j = √(j+1) p_{j+1} + √j p_{j−1} and p_0 = 1, the points
/// are the zeros of p_n: the eigenvalues of the symmetric matrix with √1 … √(n−1) beside its diagonal.
public struct GaussHermite: Sendable, Equatable {
  /// z_k, ascending, in standard deviations; symmetric about 0.
  public let nodes: [Double]
  /// w_k, positive, with the sum 1.
  public let weights: [Double]

  /// - Parameter order: n, 1 … 256; beyond that the weights of the outermost points are no numbers of the machine.
  /// - Complexity: O(n³).
  public init(order n: Int) {
    precondition(1...256 ~= n, "GaussHermite: order \(n)")
    let jacobi = Matrix<Double>(n, n) { i, j in i == j + 1 ? Double(i).squareRoot() : 0 }
    guard let λ = try? symmetricEigenvalues(jacobi) else {
      preconditionFailure("GaussHermite: no eigenvalues at order \(n)")  // finite and symmetric: LAPACK's QR always ends
    }
    nodes = (0..<n).map { k in (λ[k] - λ[n - 1 - k]) / 2 }  // symmetric to the last bit
    weights = nodes.map { GaussHermite.weight(at: $0, n) }
  }

  public var order: Int { nodes.count }

  /// Σ_k w_k f(z_k).
  public func mean(of f: (Double) -> Double) -> Double {
    var sum = 0.0
    for k in 0..<order { sum += weights[k] * f(nodes[k]) }
    return sum
  }

  // listing: Hermite
  /// w = 1 / Σ_{j<n} p_j(z)²: to a small relative error even in the tail, where the components of eigenvectors have none.
  private static func weight(at z: Double, _ n: Int) -> Double {
    var (p, earlier, squares) = (1.0, 0.0, 0.0)
    for j in 0..<n {
      squares += p * p
      let next = (z * p - Double(j).squareRoot() * earlier) / Double(j + 1).squareRoot()
      (earlier, p) = (p, next)
    }
    return 1 / squares
  }
  // listing end
}
