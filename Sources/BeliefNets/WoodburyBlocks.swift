import LinearAlgebra

/// The route through a factor of α 1 + S Sᵀ, n × n, of each unit, S = diag(r_j) H, r_j = √Q_·j: cheap where n < d.
struct WoodburyBlocks<Scalar: BLASScalar>: Sendable {
  /// L Lᵀ = α 1 + S Sᵀ of each unit.
  private var factors: [Cholesky<Scalar>]
  /// The rows r_j, and X Hᵀ: units × n.
  private var R: Matrix<Scalar>, U: Matrix<Scalar>
  private var damping: Scalar = 0

  init(_ units: Range<Int>, parameters d: Int, samples n: Int) {
    factors = units.map { _ in Cholesky(dimension: n) }
    (R, U) = (Matrix(zeros: units.count, n), Matrix(zeros: units.count, n))
  }

  // listing: woodbury
  /// All units share K = H Hᵀ, so that S Sᵀ = diag(r_j) K diag(r_j) costs a unit n² operations, and its factor n³/3.
  mutating func refresh(
    _ units: Range<Int>, from samples: BlockSamples<Scalar>, damping α: Scalar
  ) throws(NotPositiveDefinite) {
    let (n, d) = (samples.H.rows, samples.H.columns)
    guard α > 0, let K = samples.gram else { throw NotPositiveDefinite(pivot: min(n, d - 1), dimension: d) }
    damping = α
    R.setColumns(of: samples.Q, from: units.lowerBound)
    R.applySquareRoot()
    for j in factors.indices {
      try R.withRow(j) { (r) throws(NotPositiveDefinite) in try factors[j].factor(K, scaledBy: r, damping: α) }
    }
  }

  ///     (α 1 + F)⁻¹ g = 1/α (g − Sᵀ (α 1 + S Sᵀ)⁻¹ S g),   S = diag(r_j) H
  ///
  /// This is [VVMA] eq. (17) without its Q⁻¹, which is infinite for a saturated unit. All units have H in common, so the
  /// first and the last product are made for all of them at once.
  mutating func solve(_ X: inout Matrix<Scalar>, from samples: BlockSamples<Scalar>) {
    U.setProduct(X, .asIs, binary: samples.H, .transposed)  // H g_j in row j
    U.multiply(by: R)  // S g_j
    for j in factors.indices { U.withMutableRow(j) { factors[j].solve(&$0) } }
    U.multiply(by: R)  // diag(r_j) (α 1 + S Sᵀ)⁻¹ S g_j
    X.setProduct(U, .asIs, binary: samples.H, scaledBy: -1, plus: 1)  // g_j − Sᵀ (α 1 + S Sᵀ)⁻¹ S g_j
    X.scale(by: 1 / damping)
  }
  // listing end
}
