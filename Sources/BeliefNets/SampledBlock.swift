import LinearAlgebra

// listing: sampled block
/// The Fisher block of one unit from n samples of its parents, without damping: d × d.
///
///     F_j = Hᵀ diag(Q_·j) H,   Q_rj = σ(a_rj) (1 − σ(a_rj)) / n        [VVMA] eqs. (12)–(15), with the 1/n in Q
///
/// An unbiased estimate, of rank at most n.
/// - Parameters:
///   - H: the parents' samples, n × d, the last column 1.
///   - a: the logits of the unit, n numbers.
/// - Complexity: n d² operations; allocates the block and a matrix of the size of H.
public func sampledFisherBlock<Scalar: BLASScalar>(parents H: Matrix<Scalar>, logits a: Vector<Scalar>) -> Matrix<Scalar> {
  precondition(H.rows == a.count && H.rows > 0, "sampledFisherBlock: \(H.rows) samples, \(a.count) logits")
  var Q = Matrix<Scalar>(zeros: H.rows, 1)
  Q.setVariances(logits: Matrix(H.rows, 1, storage: a.elements))  // σ (1 − σ)
  Q.scale(by: 1 / Scalar(H.rows))  // the mean over samples
  var S = Matrix<Scalar>(zeros: H.rows, H.columns)
  S.setRows(of: H, scaledBySquareRootsOf: Q, column: 0)  // √Q H
  var F = Matrix<Scalar>(zeros: H.columns, H.columns)
  F.setGram(S, .transposed)
  return F
}
// listing end
