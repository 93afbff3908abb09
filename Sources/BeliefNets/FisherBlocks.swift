import LinearAlgebra

/// The damped Fisher blocks of the units of one layer, one block a unit, all estimated from the same n parent samples.
///
///     F_j = (1/n) Σ_r σ(a_rj) (1 − σ(a_rj)) h_r h_rᵀ,   F̃_j = (α 1 + F_j) / (1 + α)     [VVMA] eqs. (12), (14), (16)
///
/// With Q_rj = σ(a_rj) (1 − σ(a_rj)) / n this is F_j = Hᵀ diag(Q_·j) H. What is made of the blocks stays until the next
/// refresh, and the damping with it.
public struct FisherBlocks<Scalar: BLASScalar>: Sendable {
  /// How F̃⁻¹ g is computed.
  public enum Route: Sendable, Equatable {
    /// A d × d factor of each unit.
    case direct
    /// An n × n factor of each unit.
    case woodbury
    /// Conjugate gradients on all units, to this relative error in the norm of the block: one bound for up to 400 units
    /// together, so that a unit whose gradient is small beside theirs is solved less well, and a tiny one gives 0.
    case iterative(tolerance: Double)

    // listing: route
    /// The cheapest route for d parameters a unit and n samples, where the blocks serve `period` gradients.
    ///
    /// Below the tolerance all agree. Iterations pay where a block serves few gradients and is not tiny.
    public init(parameters d: Int, samples n: Int, period: Int = 50, tolerance: Double = 1e-4) {
      self = n < d ? .woodbury : period < 3 && d > 40 ? .iterative(tolerance: tolerance) : .direct
    }
    // listing end
  }

  /// The number of units.
  public let units: Int
  /// d, the parameters of a unit: its parents and the bias.
  public let parameters: Int
  /// n, the number of samples behind every block.
  public let samples: Int
  public let route: Route

  /// α, as of the last refresh.
  public internal(set) var damping: Scalar = 0
  var shared: BlockSamples<Scalar>
  var pieces: [BlockPiece<Scalar>]
  private var workspaces: [BlockPiece<Scalar>.Workspace]

  /// Room for the blocks of a layer of `units` units.
  ///
  /// - Parameters:
  ///   - route: the cheaper one unless given.
  ///   - memory: β of the running average F̄ ← β F̄ + (1 − β) F over refreshes, on the direct route only.
  ///   - workers: how many threads share the units; the results are the same for any number.
  public init(
    units: Int, parameters d: Int, samples n: Int, route: Route? = nil, memory β: Scalar = 0, workers: Int = 1
  ) {
    self.init(units: units, parameters: d, samples: n, route: route ?? Route(parameters: d, samples: n), memory: β)
    precondition(workers > 0, "FisherBlocks: \(workers) workers")
    workspaces = (0..<workers).map { _ in BlockPiece.workspace(parameters: d, samples: n, route: self.route) }
  }

  /// The same, to be worked on by somebody else's workers.
  init(units: Int, parameters d: Int, samples n: Int, route: Route, memory β: Scalar) {
    precondition(d > 0 && n > 0, "FisherBlocks: \(d) parameters, \(n) samples")
    precondition(β == 0 || route == .direct, "FisherBlocks: a running average on the direct route only")
    (self.units, parameters, samples, self.route) = (units, d, n, route)
    shared = BlockSamples(units: units, parameters: d, samples: n, route: route)
    pieces = BlockPiece.all(of: units, parameters: d, samples: n, route: route, memory: β)
    workspaces = []
  }

  /// Forms the block of every unit and prepares the solution with it.
  ///
  /// - Parameters:
  ///   - H: the parents' samples, n × d, the last column 1.
  ///   - A: the logits, n × units.
  ///   - α: the damping, kept with the blocks.
  /// - Throws: `NotPositiveDefinite` where a block is not finite, or where α is 0 and a block singular: on the Woodbury
  ///   route, which divides by α, wherever it is not positive; on the iterative one as far as the diagonals in the shared
  ///   basis tell, as they do where the samples of a fresh one do not span all parameters. The averages are then as they
  ///   were, and the blocks meaningless until the next refresh.
  /// - Complexity: O(units (n d m + m³)), m = min(n, d); on the iterative route O((units + d) n d).
  public mutating func refresh(
    parents H: Matrix<Scalar>, logits A: Matrix<Scalar>, damping α: Scalar
  ) throws(NotPositiveDefinite) {
    try refresh(parents: [H], logits: [A], damping: α)
  }

  // listing: fisher-blocks
  /// As above, from samples in several parts that count as one, row after row.
  public mutating func refresh(
    parents H: [Matrix<Scalar>], logits A: [Matrix<Scalar>], damping α: Scalar
  ) throws(NotPositiveDefinite) {
    damping = α
    let before = memory
    do throws(NotPositiveDefinite) {
      try shared.load(parents: H, logits: A)
      let shared = shared
      try concurrentForEach(&pieces, workspaces: &workspaces) { (_, piece, workspace) throws(NotPositiveDefinite) in
        try piece.refresh(from: shared, damping: α, &workspace)
      }
    } catch {
      memory = before
      throw error
    }
  }

  /// g_j ← F̃_j⁻¹ g_j = (1 + α) (α 1 + F_j)⁻¹ g_j for every unit j, with the blocks of the last refresh.
  ///
  /// - Parameter G: units × d, a unit's gradient in each row; overwritten with the natural directions. On the iterative route
  ///   the tolerance bounds the error of up to 400 units together, not that of each.
  /// - Complexity: O(units m²) and, on the Woodbury route, O(units n d); on the iterative one O(units n d) an iteration.
  public mutating func solve(_ G: inout Matrix<Scalar>) {
    precondition(G.rows == units && G.columns == parameters, "solve: \(G.rows)×\(G.columns) for \(units)×\(parameters)")
    Self.solve(&pieces, G, shared, damping: damping, workers: max(1, workspaces.count))
    for piece in pieces { G.setRows(from: piece.units.lowerBound, to: piece.X) }
  }
  // listing end

  /// What a refresh takes from the one before: the shared basis with its age, and the averages of the pieces.
  ///
  /// A copy shares their storage, so that while one is held a refresh makes averages anew.
  struct Memory: Sendable {
    let basis: Matrix<Scalar>?, age: Int
    let averages: [PackedTriangles<Scalar>?]
  }

  var memory: Memory {
    get { Memory(basis: shared.basis?.E, age: shared.basis?.age ?? 0, averages: pieces.map(\.averages)) }
    set {
      shared.basis?.E = newValue.basis
      shared.basis?.age = newValue.age
      for k in pieces.indices { pieces[k].averages = newValue.averages[k] }
    }
  }

  /// How the last solution went on the iterative route, before each iteration and after the last; empty on the others.
  public var iterations: [IterationProgress] {
    let histories = pieces.compactMap(\.iterations).filter { !$0.isEmpty }
    return (0..<(histories.map(\.count).max() ?? 0)).map { k in
      let residuals = histories.map { $0[min(k, $0.count - 1)].residual }  // a piece that is done keeps what is left
      let units = histories.map { $0.count > k ? $0[k].units : 0 }
      return IterationProgress(residual: residuals.reduce(0, +), units: units.reduce(0, +))
    }
  }

  /// Apart from `solve`, so that nobody else holds G when it is overwritten: it would be copied.
  private static func solve(
    _ pieces: inout [BlockPiece<Scalar>], _ G: Matrix<Scalar>, _ shared: BlockSamples<Scalar>, damping α: Scalar, workers: Int
  ) {
    concurrentForEach(&pieces, workers: workers) { _, piece in piece.solve(G, from: shared, damping: α) }
  }
}
