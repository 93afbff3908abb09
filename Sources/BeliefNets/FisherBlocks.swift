import LinearAlgebra

/// The damped Fisher blocks of the units of one layer, one block a unit, all estimated from the same n parent samples.
///
///     F_j = (1/n) Σ_r σ(a_rj) (1 − σ(a_rj)) h_r h_rᵀ,   F̃_j = (α 1 + F_j) / (1 + α)     [VVMA] eqs. (12), (14), (16)
///
/// With Q_rj = σ(a_rj) (1 − σ(a_rj)) / n this is F_j = Hᵀ diag(Q_·j) H. The 1/n of (12) belongs into Q too, where (13)
/// forgets it. What is made of the blocks stays until the next refresh, and the damping with it.
public struct FisherBlocks<Scalar: BLASScalar>: Sendable {
  /// How F̃⁻¹ g is computed.
  public enum Route: Sendable, Equatable {
    /// A d × d inverse of each unit.
    case direct
    /// An n × n factor of each unit.
    case woodbury
    /// Conjugate gradients on all units, to this relative error in the norm of the block.
    case iterative(tolerance: Double)

    /// The cheapest route for d parameters a unit and n samples, where the blocks serve `period` gradients.
    ///
    /// Below the tolerance all agree. Iterations pay where a block serves few gradients and is not tiny.
    public init(parameters d: Int, samples n: Int, period: Int = 50, tolerance: Double = 1e-4) {
      self = n < d ? .woodbury : period < 8 && d > 40 ? .iterative(tolerance: tolerance) : .direct
    }
  }

  /// The number of units.
  public let units: Int
  /// d, the parameters of a unit: its parents and the bias.
  public let parameters: Int
  /// n, the number of samples behind every block.
  public let samples: Int
  public let route: Route

  /// α, as of the last refresh.
  private var damping: Scalar = 0
  /// The parents' samples, n × d, and Q, n × units.
  private var H: Matrix<Scalar>, Q: Matrix<Scalar>
  /// What the route keeps; the other two are nil.
  private var direct: DirectBlocks<Scalar>?, woodbury: WoodburyBlocks<Scalar>?, iterative: IterativeBlocks<Scalar>?

  /// Room for the blocks of a layer of `units` units.
  ///
  /// - Parameters:
  ///   - route: the cheaper one unless given.
  ///   - workers: how many threads share the units; the results are the same for any number.
  public init(units: Int, parameters d: Int, samples n: Int, route: Route? = nil, workers: Int = 1) {
    precondition(d > 0 && n > 0 && workers > 0, "FisherBlocks: \(d) parameters, \(n) samples, \(workers) workers")
    (self.units, parameters, samples) = (units, d, n)
    self.route = route ?? Route(parameters: d, samples: n)
    (H, Q) = (Matrix(zeros: n, d), Matrix(zeros: n, units))
    switch self.route {
    case .direct: direct = DirectBlocks(units: units, parameters: d, samples: n, workers: workers)
    case .woodbury: woodbury = WoodburyBlocks(units: units, parameters: d, samples: n, workers: workers)
    case .iterative(let ε):
      iterative = IterativeBlocks(units: units, parameters: d, samples: n, workers: workers, tolerance: Scalar(ε))
    }
  }

  /// Forms the block of every unit and prepares the solution with it.
  ///
  /// - Parameters:
  ///   - H: the parents' samples, n × d, the last column 1.
  ///   - A: the logits, n × units.
  ///   - α: the damping, kept with the blocks.
  /// - Throws: `NotPositiveDefinite` where a block is not finite, or where α is 0 and a block singular; on the Woodbury
  ///   route, which divides by α, wherever it is not positive.
  /// - Complexity: O(units (n d m + m³)), m = min(n, d); on the iterative route O((units + d) n d).
  public mutating func refresh(
    parents H: Matrix<Scalar>, logits A: Matrix<Scalar>, damping α: Scalar
  ) throws(NotPositiveDefinite) {
    try refresh(parents: [H], logits: [A], damping: α)
  }

  // listing: fisher-blocks
  /// As above, from samples in several parts that count as one, row after row.
  public mutating func refresh(
    parents parts: [Matrix<Scalar>], logits A: [Matrix<Scalar>], damping α: Scalar
  ) throws(NotPositiveDefinite) {
    damping = α
    H.setRows(of: parts)
    Q.setVariances(logits: A)  // σ (1 − σ)
    Q.scale(by: 1 / Scalar(samples))  // the mean over samples
    try direct?.refresh(parents: H, weights: Q, damping: α)
    try woodbury?.refresh(parents: H, weights: Q, damping: α)
    try iterative?.refresh(parents: H, weights: Q, damping: α)
  }

  /// g_j ← F̃_j⁻¹ g_j = (1 + α) (α 1 + F_j)⁻¹ g_j for every unit j, with the blocks of the last refresh.
  ///
  /// - Parameter G: units × d, a unit's gradient in each row; overwritten with the natural directions.
  /// - Complexity: O(units m²) and, on the Woodbury route, O(units n d); on the iterative one O(units n d) an iteration.
  public mutating func solve(_ G: inout Matrix<Scalar>) {
    precondition(G.rows == units && G.columns == parameters, "solve: \(G.rows)×\(G.columns) for \(units)×\(parameters)")
    direct?.solve(&G)
    woodbury?.solve(&G)
    _ = iterative?.solve(&G, damping: damping)
  }
  // listing end
}
