/// The iteration for eigenvalues did not end: elements that are not finite, in practice.
public struct EigenvaluesDidNotConverge: Error, Equatable {
  public let dimension: Int

  public init(dimension: Int) { self.dimension = dimension }
}

/// The eigenvalues and orthonormal eigenvectors of a symmetric matrix.
///
///     A = Σ_k λ_k v_k v_kᵀ = Vᵀ diag(λ) V,   v_k = row k of V
public struct SymmetricEigen<Scalar: BLASScalar>: Sendable {
  /// λ_k, ascending.
  public private(set) var values: Vector<Scalar>
  /// v_k in row k, of length 1. Its sign is LAPACK's choice.
  public private(set) var vectors: Matrix<Scalar>

  /// Decomposes A, of which only the lower triangle is read.
  ///
  /// - Complexity: O(n³), by divide and conquer; allocates its result and work space.
  public init(_ a: Matrix<Scalar>) throws(EigenvaluesDidNotConverge) {
    (values, vectors) = try decomposed(a, vectors: true)
  }
}

/// The eigenvalues of a symmetric matrix, ascending; only its lower triangle is read.
public func symmetricEigenvalues<Scalar: BLASScalar>(
  _ a: Matrix<Scalar>
) throws(EigenvaluesDidNotConverge) -> Vector<Scalar> {
  try decomposed(a, vectors: false).values
}

private func decomposed<Scalar: BLASScalar>(
  _ a: Matrix<Scalar>, vectors: Bool
) throws(EigenvaluesDidNotConverge) -> (values: Vector<Scalar>, vectors: Matrix<Scalar>) {
  precondition(a.rows == a.columns, "symmetricEigenvalues: \(a.rows)×\(a.columns) is not square")
  let n = a.rows
  guard n > 0 else { return ([], a) }
  var v = a
  v.mirrorLowerTriangle()
  guard v.maximumMagnitude.isFinite else { throw EigenvaluesDidNotConverge(dimension: n) }
  var λ = Vector<Scalar>(zeros: n)
  let info = v.withMutableSpan { v in λ.withMutableSpan { λ in Scalar.syevd(vectors: vectors, n, &v, &λ) } }
  guard info == 0 else { throw EigenvaluesDidNotConverge(dimension: n) }
  return (λ, v)
}
