import LinearAlgebra

/// The damped Fisher blocks of the units of one layer, one block a unit, all estimated from the same n parent samples.
///
///     F_j = (1/n) Σ_r σ(a_rj) (1 − σ(a_rj)) h_r h_rᵀ,   F̃_j = (α 1 + F_j) / (1 + α)     [VVMA] eqs. (12), (14), (16)
///
/// With S_j = diag(r_j) H, r_j = √(σ(a_·j) (1 − σ(a_·j)) / n), this is F_j = S_jᵀ S_j. The 1/n of (12) belongs into Q too,
/// where (13) forgets it. Factors stay until the next refresh, and the damping with them.
public struct FisherBlocks<Scalar: BLASScalar>: Sendable {
  /// How F̃⁻¹ g is computed; both routes are exact.
  public enum Route: String, Sendable, CaseIterable {
    /// A factor of α 1 + SᵀS, d × d, for each unit.
    case direct
    /// A factor of α 1 + S Sᵀ, n × n, for each unit.
    case woodbury

    /// The cheaper route for d parameters a unit and n samples.
    public init(parameters d: Int, samples n: Int) { self = n < d ? .woodbury : .direct }
  }

  /// The number of units.
  public let units: Int
  /// d, the parameters of a unit: its parents and the bias.
  public let parameters: Int
  /// n, the number of samples behind every block.
  public let samples: Int
  public let route: Route

  /// L Lᵀ = α 1 + SᵀS, or α 1 + S Sᵀ, of each unit.
  var factors: [Cholesky<Scalar>]
  /// α, as of the last refresh.
  var damping: Scalar = 0
  /// The rows r_j, units × n.
  var R: Matrix<Scalar>
  /// The variances σ (1 − σ), n × units.
  var Q: Matrix<Scalar>
  /// The parents' samples, n × d, and G Hᵀ, units × n, on the Woodbury route, which needs them in a solve.
  var H: Matrix<Scalar>, U: Matrix<Scalar>
  /// S of the unit at hand, n × d, for each worker.
  var S: [Matrix<Scalar>]

  /// Room for the blocks of a layer of `units` units.
  ///
  /// - Parameters:
  ///   - route: the cheaper one unless given.
  ///   - workers: how many threads share the units; the results are the same for any number.
  public init(units: Int, parameters d: Int, samples n: Int, route: Route? = nil, workers: Int = 1) {
    precondition(d > 0 && n > 0 && workers > 0, "FisherBlocks: \(d) parameters, \(n) samples, \(workers) workers")
    (self.units, parameters, samples) = (units, d, n)
    self.route = route ?? Route(parameters: d, samples: n)
    let woodbury = self.route == .woodbury
    factors = (0..<units).map { _ in Cholesky(dimension: woodbury ? n : d) }
    (R, Q) = (Matrix(zeros: units, n), Matrix(zeros: n, units))
    (H, U) = woodbury ? (Matrix(zeros: n, d), Matrix(zeros: units, n)) : (Matrix(zeros: 0, d), Matrix(zeros: 0, n))
    S = (0..<max(1, min(workers, units))).map { _ in Matrix(zeros: n, d) }
  }

  // listing: fisher-blocks
  /// Forms and factors the block of every unit.
  ///
  /// - Parameters:
  ///   - H: the parents' samples, n × d, the last column 1.
  ///   - A: the logits, n × units.
  ///   - α: the damping, kept with the factors.
  /// - Throws: `NotPositiveDefinite` where a block is not finite, or where α is 0 and a block singular; on the Woodbury
  ///   route, which divides by α, wherever it is not positive.
  /// - Complexity: O(units (n d m + m³)), m = min(n, d); allocates nothing.
  public mutating func refresh(
    parents H: Matrix<Scalar>, logits A: Matrix<Scalar>, damping α: Scalar
  ) throws(NotPositiveDefinite) {
    checkShapes(H, A)
    guard α > 0 || route == .direct else { throw NotPositiveDefinite(pivot: min(samples, parameters - 1), dimension: parameters) }
    damping = α
    Q.setVariances(logits: A)  // σ (1 − σ)
    Q.scale(by: 1 / Scalar(samples))  // the mean over samples
    R.setTransposed(Q)
    R.applySquareRoot()
    if route == .woodbury { self.H.setRowsRepeated(H, times: 1) }
    let (R, form) = (R, route == .direct ? Operation.transposed : .asIs)
    try concurrentForEach(&factors, workspaces: &S) { (j, factor, S) throws(NotPositiveDefinite) in
      R.withRow(j) { r in S.setRows(of: H, scaledBy: r) }  // S = diag(r_j) H
      try factor.factor(gramOf: S, form, damping: α)  // α 1 + SᵀS = L Lᵀ, or α 1 + S Sᵀ
    }
  }

  /// g_j ← F̃_j⁻¹ g_j = (1 + α) (α 1 + F_j)⁻¹ g_j for every unit j, with the factors of the last refresh.
  ///
  /// - Parameter G: units × d, a unit's gradient in each row; overwritten with the natural directions.
  /// - Complexity: O(units m²) and, on the Woodbury route, O(units n d); allocates nothing.
  public mutating func solve(_ G: inout Matrix<Scalar>) {
    precondition(G.rows == units && G.columns == parameters, "solve: \(G.rows)×\(G.columns) for \(units)×\(parameters)")
    if route == .woodbury { return solveByWoodbury(&G) }
    concurrentForEachRow(of: &G, with: &factors, workspaces: &S) { _, g, factor, _ in factor.solve(&g) }
    G.scale(by: 1 + damping)
  }
  // listing end

  private func checkShapes(_ H: Matrix<Scalar>, _ A: Matrix<Scalar>) {
    precondition(
      H.rows == samples && H.columns == parameters && A.rows == samples && A.columns == units,
      "refresh: \(H.rows)×\(H.columns), \(A.rows)×\(A.columns), not \(samples)×\(parameters), \(samples)×\(units)")
  }
}
