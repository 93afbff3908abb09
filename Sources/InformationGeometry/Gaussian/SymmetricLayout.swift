import LinearAlgebra

/// The order in which a vector of dimension d and a symmetric d × d matrix become one vector of coordinates.
///
///     (x₁ … x_d,  A₁₁ … A_dd,  A₁₂ A₁₃ … A₁_d A₂₃ … A_{d−1,d})        d + d (d + 1) / 2 numbers
///
/// First order, then the diagonal, then the pairs i < j row by row: the order of the sufficient statistics X_i, X_i²,
/// 2 X_i X_j of the Gaussian.  [MP15]
public struct SymmetricLayout: Sendable, Equatable {
  public let dimension: Int

  public init(dimension: Int) {
    precondition(dimension > 0, "SymmetricLayout: dimension \(dimension)")
    self.dimension = dimension
  }

  public var count: Int { dimension + dimension * (dimension + 1) / 2 }

  /// The pairs (k, l), k ≤ l, of the second-order coordinates, in their order; indices from 0.
  public var pairs: [(k: Int, l: Int)] {
    let d = dimension
    return (0..<d).map { ($0, $0) } + (0..<d).flatMap { k in (k + 1..<max(k + 1, d)).map { (k, $0) } }
  }

  /// The place of A_kl = A_lk.
  public func index(_ k: Int, _ l: Int) -> Int {
    let (d, i, j) = (dimension, min(k, l), max(k, l))
    precondition(0 <= i && j < d, "SymmetricLayout: entry (\(k), \(l)) of dimension \(d)")
    return i == j ? d + i : 2 * d + i * (2 * d - i - 1) / 2 + j - i - 1
  }

  /// The indices of the coordinates as they are printed, from 1: "1", "2", "11", "22", "12".
  public var names: [String] {
    (1...dimension).map(String.init) + pairs.map { dimension < 10 ? "\($0.k + 1)\($0.l + 1)" : "\($0.k + 1),\($0.l + 1)" }
  }

  /// The coordinates of a vector and a symmetric matrix, whose entries beside the diagonal are multiplied by `offDiagonal`.
  /// Reads the upper triangle.
  public func pack(_ x: Vector<Double>, _ a: Matrix<Double>, offDiagonal: Double) -> Vector<Double> {
    let d = dimension
    precondition(x.count == d && a.rows == d && a.columns == d, "pack: \(x.count) and \(a.rows)×\(a.columns) for \(d)")
    var ξ = Vector<Double>(zeros: count)
    for i in 0..<d { (ξ[i], ξ[d + i]) = (x[i], a[i, i]) }
    for i in 0..<d { for j in i + 1..<max(i + 1, d) { ξ[index(i, j)] = offDiagonal * a[i, j] } }
    return ξ
  }

  /// The vector and the symmetric matrix of coordinates; the inverse of `pack`.
  public func unpack(_ ξ: Vector<Double>, offDiagonal: Double) -> (Vector<Double>, Matrix<Double>) {
    precondition(ξ.count == count, "unpack: \(ξ.count) numbers for \(count) coordinates")
    let d = dimension
    let a = Matrix<Double>(d, d) { i, j in i == j ? ξ[d + i] : ξ[index(i, j)] / offDiagonal }
    return (Vector(count: d) { ξ[$0] }, a)
  }

  /// The dimension for which there are `count` coordinates; nil if there is none.
  public static func dimension(ofCount count: Int) -> Int? {
    var d = 1
    while SymmetricLayout(dimension: d).count < count { d += 1 }
    return SymmetricLayout(dimension: d).count == count ? d : nil
  }
}
