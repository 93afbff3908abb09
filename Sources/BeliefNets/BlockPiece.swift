import LinearAlgebra

/// Some units of a layer with what their route keeps of their blocks: the work of one core at a time.
struct BlockPiece<Scalar: BLASScalar>: Sendable {
  /// The layer, where pieces of several are worked on together.
  var layer = 0
  /// The units, of the layer's.
  let units: Range<Int>
  /// Operations of a refresh, about; large pieces are begun first.
  let cost: Double
  /// What the route keeps; the other two are nil.
  private var direct: DirectBlocks<Scalar>?, woodbury: WoodburyBlocks<Scalar>?, iterative: IterativeBlocks<Scalar>?
  /// The natural directions of the units, units × d.
  private(set) var X: Matrix<Scalar>

  init(_ units: Range<Int>, parameters d: Int, samples n: Int, route: FisherBlocks<Scalar>.Route, memory β: Scalar) {
    self.units = units
    X = Matrix(zeros: units.count, d)
    cost = Double(units.count * n * d * (route == .direct ? d : 1))
    switch route {
    case .direct: direct = DirectBlocks(units, parameters: d, memory: β)
    case .woodbury: woodbury = WoodburyBlocks(units, parameters: d, samples: n)
    case .iterative(let ε): iterative = IterativeBlocks(units, parameters: d, samples: n, tolerance: Scalar(ε))
    }
  }

  /// How many units a piece of a layer has: enough that what the pieces of a layer have to repeat does not matter.
  static func size(_ route: FisherBlocks<Scalar>.Route) -> Int { if case .iterative = route { 400 } else { 112 } }

  /// A layer in pieces of about equal size.
  static func all(
    of units: Int, parameters d: Int, samples n: Int, route: FisherBlocks<Scalar>.Route, memory β: Scalar
  ) -> [BlockPiece] {
    let count = (units + size(route) - 1) / size(route)
    return (0..<count).map {
      BlockPiece(units * $0 / count..<units * ($0 + 1) / count, parameters: d, samples: n, route: route, memory: β)
    }
  }

  /// Scratch of a worker, where pieces of a route need it.
  static func workspace(parameters d: Int, samples n: Int, route: FisherBlocks<Scalar>.Route) -> Workspace {
    let isDirect = route == .direct
    return Workspace(count: isDirect ? size(route) : 0, dimension: isDirect ? d : 0, vectors: isDirect ? n : 0)
  }

  typealias Workspace = PackedTriangles<Scalar>.Workspace

  mutating func refresh(
    from samples: BlockSamples<Scalar>, damping α: Scalar, _ workspace: inout Workspace
  ) throws(NotPositiveDefinite) {
    let units = units
    try direct?.refresh(units, from: samples, damping: α, &workspace)
    try woodbury?.refresh(units, from: samples, damping: α)
    try iterative?.refresh(units, from: samples, damping: α)
  }

  /// X ← F̃⁻¹ G of the piece's units, G the whole layer's gradient.
  mutating func solve(_ G: Matrix<Scalar>, from samples: BlockSamples<Scalar>, damping α: Scalar) {
    X.setRows(of: G, from: units.lowerBound)
    direct?.solve(&X)
    woodbury?.solve(&X, from: samples)
    iterative?.solve(&X, from: samples)
    X.scale(by: 1 + α)
  }

  /// How the last solution went, where the route has iterations.
  var iterations: [IterationProgress]? { iterative?.history }

  /// The running averages, where the route keeps any.
  var averages: PackedTriangles<Scalar>? {
    get { direct?.average }
    set { direct?.average = newValue }
  }

  /// The factors anew, from the running averages alone.
  mutating func refactor(damping α: Scalar) throws(NotPositiveDefinite) { try direct?.factor(damping: α) }
}
