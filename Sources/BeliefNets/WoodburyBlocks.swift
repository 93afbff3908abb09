import LinearAlgebra

/// The route through a factor of α 1 + S Sᵀ, n × n, of each unit, S = diag(r_j) H, r_j = √Q_·j: cheap where n < d.
struct WoodburyBlocks<Scalar: BLASScalar>: Sendable {
  /// L Lᵀ = α 1 + S Sᵀ of each unit.
  private var factors: [Cholesky<Scalar>]
  /// H as of the last refresh, n × d, and K = H Hᵀ.
  private var H: Matrix<Scalar>, K: Matrix<Scalar>
  /// The rows r_j, and G Hᵀ: units × n.
  private var R: Matrix<Scalar>, U: Matrix<Scalar>
  private var damping: Scalar = 0
  private let workers: Int

  init(units: Int, parameters d: Int, samples n: Int, workers: Int) {
    factors = (0..<units).map { _ in Cholesky(dimension: n) }
    (H, K) = (Matrix(zeros: n, d), Matrix(zeros: n, n))
    (R, U) = (Matrix(zeros: units, n), Matrix(zeros: units, n))
    self.workers = workers
  }

  // listing: woodbury
  /// All units share K = H Hᵀ, so that S Sᵀ = diag(r_j) K diag(r_j) costs a unit n² operations, and its factor n³/3.
  mutating func refresh(parents H: Matrix<Scalar>, weights Q: Matrix<Scalar>, damping α: Scalar) throws(NotPositiveDefinite) {
    guard α > 0 else { throw NotPositiveDefinite(pivot: min(H.rows, H.columns - 1), dimension: H.columns) }
    damping = α
    self.H.setRowsRepeated(H, times: 1)
    R.setTransposed(Q)
    R.applySquareRoot()
    K.setGram(H, .asIs, triangle: .lower)
    let (R, K) = (R, K)
    try concurrentForEach(&factors, workers: workers) { (j, factor) throws(NotPositiveDefinite) in
      try R.withRow(j) { (r) throws(NotPositiveDefinite) in try factor.factor(K, scaledBy: r, damping: α) }
    }
  }

  ///     F̃⁻¹ g = (1 + α)/α (g − Sᵀ (α 1 + S Sᵀ)⁻¹ S g),   S = diag(r_j) H
  ///
  /// This is [VVMA] eq. (17) without its Q⁻¹, which is infinite for a saturated unit. All units have H in common, so the
  /// first and the last product are made for all of them at once.
  mutating func solve(_ G: inout Matrix<Scalar>) {
    U.setProduct(G, .asIs, H, .transposed)  // H g_j in row j
    U.multiply(by: R)  // S g_j
    let factors = factors
    var nothing: [Void] = Array(repeating: (), count: workers)
    concurrentForEachRow(of: &U, workspaces: &nothing) { j, u, _ in factors[j].solve(&u) }
    U.multiply(by: R)  // diag(r_j) (α 1 + S Sᵀ)⁻¹ S g_j
    G.setProduct(U, .asIs, H, .asIs, scaledBy: -1, plus: 1)  // g_j − Sᵀ (α 1 + S Sᵀ)⁻¹ S g_j
    G.scale(by: (1 + damping) / damping)
  }
  // listing end
}
