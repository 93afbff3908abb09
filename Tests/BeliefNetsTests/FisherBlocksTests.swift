import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct FisherBlocksTests {
  struct Layer<Scalar: BLASScalar> {
    let H: Matrix<Scalar>, A: Matrix<Scalar>, G: Matrix<Scalar>
  }

  /// Parents ±1 with ones behind, normal logits, a normal gradient.
  func layer<Scalar: BLASScalar>(units: Int, d: Int, n: Int, seed: UInt64 = 4, _: Scalar.Type = Scalar.self) -> Layer<Scalar> {
    var random = RandomStream(seed: seed)
    return Layer(
      H: Matrix(n, d) { _, k in k == d - 1 || random.uniform() < 0.6 ? 1 : -1 },
      A: Matrix(n, units) { _, _ in Scalar(2 * random.normal()) },
      G: Matrix(units, d) { _, _ in Scalar(random.normal()) })
  }

  /// F̃_j⁻¹ g_j from the written-out formula, with a dense F and the definition's 1/n.
  func dense(_ layer: Layer<Double>, damping α: Double, scaledBy scale: Double = 1) throws -> Matrix<Double> {
    var result = layer.G
    let n = layer.H.rows
    for j in 0..<layer.G.rows {
      let F = Matrix<Double>(layer.H.columns, layer.H.columns) { k, l in
        scale
          * (0..<n).reduce(0.0) { sum, r in
            let σ = 1 / (1 + Double.exponential(-layer.A[r, j]))
            return sum + σ * (1 - σ) * layer.H[r, k] * layer.H[r, l] / Double(n)
          }
      }
      let direction = try dampedNaturalDirection(layer.G.row(j), fisherMatrix: F, damping: α)
      for k in 0..<layer.H.columns { result[j, k] = direction[k] }
    }
    return result
  }

  func solved<Scalar: BLASScalar>(
    _ layer: Layer<Scalar>, damping α: Scalar, _ route: FisherBlocks<Scalar>.Route? = nil, workers: Int = 1
  ) throws -> Matrix<Scalar> {
    var blocks = FisherBlocks<Scalar>(
      units: layer.G.rows, parameters: layer.H.columns, samples: layer.H.rows, route: route, workers: workers)
    try blocks.refresh(parents: layer.H, logits: layer.A, damping: α)
    var G = layer.G
    blocks.solve(&G)
    return G
  }

  @Test("all routes are the dense formula", arguments: [(5, 7, 30), (4, 30, 7), (3, 1, 12), (1, 9, 9)], [1e-3, 0.1, 10])
  func routes(shape: (units: Int, d: Int, n: Int), α: Double) throws {
    let layer: Layer<Double> = layer(units: shape.units, d: shape.d, n: shape.n)
    let expected = try dense(layer, damping: α)
    for route in [FisherBlocks<Double>.Route.direct, .woodbury, .iterative(tolerance: 1e-15)] {
      // Condition of α 1 + F: at most (α + d/4)/α; 30 · ulp · that, times the size of the result.
      let tolerance = 30 * 2.2e-16 * (1 + Double(shape.d) / 4 / α) * expected.maximumMagnitude
      #expect(distance(try solved(layer, damping: α, route), expected) < tolerance)
    }
  }

  @Test("a forgotten 1/n would be seen, and so would a wrong sign: F̃⁻¹ is positive definite")
  func spoilt() throws {
    let layer: Layer<Double> = layer(units: 5, d: 7, n: 30)
    let right = try solved(layer, damping: 0.1)
    #expect(distance(right, try dense(layer, damping: 0.1, scaledBy: 30)) > 0.1)
    #expect(right.dot(layer.G) > 0)
  }

  @Test("iterations come as near as they are asked to, in the norm of the block", arguments: [1e-2, 1e-4, 1e-6])
  func iterations(tolerance: Double) throws {
    let layer: Layer<Double> = layer(units: 150, d: 60, n: 200)
    let exact = try solved(layer, damping: 0.1, .direct)
    for workers in [1, 2] {
      let near = try solved(layer, damping: 0.1, .iterative(tolerance: tolerance), workers: workers)
      var difference = near
      difference.add(-1, exact)
      // The preconditioned residual and the error differ by the condition of the preconditioned block, here below 10.
      #expect(difference.norm < 10 * tolerance * exact.norm && difference.norm > 1e-3 * tolerance * exact.norm)
    }
  }

  @Test("units that hardly vary are solved early and leave; the others come as near as they are asked to")
  func earlySolved() throws {
    var layer: Layer<Double> = layer(units: 150, d: 60, n: 200)
    let quiet = Matrix<Double>(200, 150) { r, j in layer.A[r, j] - (j % 3 == 1 ? 14 : 0) }  // σ (1 − σ) of some 10⁻⁶
    layer = Layer(H: layer.H, A: quiet, G: layer.G)
    let exact = try solved(layer, damping: 0.1, .direct), near = try solved(layer, damping: 0.1, .iterative(tolerance: 1e-5))
    for kind in 0..<3 {
      let rows = (0..<150).filter { $0 % 3 == kind }
      var (a, b) = (Matrix<Double>(zeros: 50, 60), Matrix<Double>(zeros: 50, 60))
      a.setRows(of: near, at: rows)
      b.setRows(of: exact, at: rows)
      a.add(-1, b)
      #expect(a.norm < 1e-4 * b.norm)
    }
    var blocks = FisherBlocks<Double>(units: 150, parameters: 60, samples: 200, route: .iterative(tolerance: 1e-5))
    try blocks.refresh(parents: layer.H, logits: layer.A, damping: 0.1)
    var X = layer.G
    blocks.solve(&X)
    let progress = blocks.iterations
    #expect(X == near && progress[0].units == 150 && progress[1].units == 150 && progress.last!.units <= 100)
    #expect(zip(progress, progress.dropFirst()).allSatisfy { $0.units >= $1.units })
    let goal = 1e-10 * progress[0].residual
    #expect(progress.last!.residual <= 1.0001 * goal && progress.dropLast().last!.residual > goal)
    // A unit without any gradient beside others: nothing is divided by its zero.
    let silent = Layer(H: layer.H, A: layer.A, G: Matrix(150, 60) { j, k in j == 5 ? 0 : layer.G[j, k] })
    let G = try solved(silent, damping: 0.1, .iterative(tolerance: 1e-5))
    #expect(G.row(5).maximumMagnitude == 0 && G.maximumMagnitude.isFinite && G.row(6) != Vector(zeros: 60))
    let none = Layer(H: layer.H, A: layer.A, G: Matrix(zeros: 150, 60))
    #expect(try solved(none, damping: 0.1, .iterative(tolerance: 1e-5)).maximumMagnitude == 0)
  }

  @Test("where a gradient is not finite, or too large, iterations give no number", arguments: [Float.nan, .infinity, 1e30])
  func noSolution(element: Float) throws {
    let layer: Layer<Float> = layer(units: 6, d: 9, n: 40)
    var X = layer.G
    X[2, 4] = element  // the square of the last is no Float
    var blocks = FisherBlocks<Float>(units: 6, parameters: 9, samples: 40, route: .iterative(tolerance: 1e-4))
    try blocks.refresh(parents: layer.H, logits: layer.A, damping: 0.1)
    blocks.solve(&X)
    #expect(X.storage.allSatisfy { $0.isNaN })
    #expect(blocks.iterations.count == 1 && !blocks.iterations[0].residual.isFinite)
    // And nothing of it stays.
    var next = layer.G
    blocks.solve(&next)
    #expect(try solved(layer, damping: 0.1, .iterative(tolerance: 1e-4)) == next)
  }

  @Test("several parts: the solution, and one account of all of them")
  func severalParts() throws {
    let layer: Layer<Double> = layer(units: 850, d: 20, n: 15)  // more than twice the 400 of a part with iterations
    var blocks = FisherBlocks<Double>(
      units: 850, parameters: 20, samples: 15, route: .iterative(tolerance: 1e-8), workers: 2)
    try blocks.refresh(parents: layer.H, logits: layer.A, damping: 0.1)
    var near = layer.G
    blocks.solve(&near)
    let byFactors = try solved(layer, damping: 0.1, .woodbury)
    let ends = [0, 1, 111, 112, 282, 283, 284, 565, 566, 567, 848, 849]  // of parts, and some between
    let exact = try dense(part(of: layer, ends), damping: 0.1)
    for (step, tolerance) in [(near, 1e-5), (byFactors, 1e-11)] {
      var some = exact
      some.setRows(of: step, at: ends)
      #expect(distance(some, exact) < tolerance * exact.maximumMagnitude)  // condition below 60
    }
    // The three parts as layers of their own.
    let progress = blocks.iterations, all = [0..<283, 283..<566, 566..<850].map { Array($0) }
    let own = try all.map { units in
      let some = part(of: layer, units)
      var blocks = FisherBlocks<Double>(
        units: units.count, parameters: 20, samples: 15, route: .iterative(tolerance: 1e-8))
      try blocks.refresh(parents: some.H, logits: some.A, damping: 0.1)
      var X = some.G
      blocks.solve(&X)
      return blocks.iterations
    }
    #expect(progress.count == own.map(\.count).max() && progress[0].units == 850)
    #expect(zip(progress, progress.dropFirst()).allSatisfy { $0.units >= $1.units })
    for (k, now) in [(0, progress[0]), (1, progress[1]), (progress.count - 1, progress[progress.count - 1])] {
      // A part that is done before the others keeps what is left of it.
      let sum = own.reduce(0) { $0 + $1[min(k, $1.count - 1)].residual }
      #expect(abs(now.residual - sum) <= 1e-5 * sum)
    }
  }

  /// Some units of a layer.
  func part(of layer: Layer<Double>, _ units: [Int]) -> Layer<Double> {
    Layer(
      H: layer.H, A: Matrix(layer.A.rows, units.count) { layer.A[$0, units[$1]] },
      G: Matrix(units.count, layer.G.columns) { layer.G[units[$0], $1] })
  }

  @Test("the cheaper route is taken")
  func choice() {
    #expect(FisherBlocks<Float>.Route(parameters: 301, samples: 1000, period: 1) == .iterative(tolerance: 1e-4))
    #expect(FisherBlocks<Float>.Route(parameters: 11, samples: 1000, period: 1) == .direct)
    #expect(FisherBlocks<Float>.Route(parameters: 785, samples: 100, period: 1) == .woodbury)
    #expect(FisherBlocks<Float>.Route(parameters: 785, samples: 100) == .woodbury)
    #expect(FisherBlocks<Float>.Route(parameters: 301, samples: 1000) == .direct)
    #expect(FisherBlocks<Float>.Route(parameters: 10, samples: 10) == .direct)
  }

  @Test("the limits of the damping: the gradient above, the undamped direction below")
  func limits() throws {
    let layer: Layer<Double> = layer(units: 3, d: 5, n: 40)
    #expect(distance(try solved(layer, damping: 1e9), layer.G) < 1e-7)
    let small = try solved(layer, damping: 1e-11)
    #expect(distance(small, try solved(layer, damping: 0, .direct)) < 1e-7 * small.maximumMagnitude)
  }

  @Test("Float is close to Double", arguments: [(20, 40, 200), (20, 60, 30)])
  func float(shape: (units: Int, d: Int, n: Int)) throws {
    let double: Layer<Double> = layer(units: shape.units, d: shape.d, n: shape.n)
    let single = Layer<Float>(
      H: Matrix(shape.n, shape.d) { Float(double.H[$0, $1]) }, A: Matrix(shape.n, shape.units) { Float(double.A[$0, $1]) },
      G: Matrix(shape.units, shape.d) { Float(double.G[$0, $1]) })
    let a = try solved(single, damping: 0.1), b = try solved(double, damping: 0.1)
    let widened = Matrix<Double>(shape.units, shape.d) { Double(a[$0, $1]) }
    // ulp 1.2e-7 times a condition of at most (0.1 + d/4)/0.1 ≈ 150.
    #expect(distance(widened, b) < 1.2e-7 * 150 * b.maximumMagnitude)
  }

  @Test("any number of workers gives the same bytes", arguments: [(130, 7, 30), (130, 30, 7)])
  func workers(shape: (units: Int, d: Int, n: Int)) throws {
    let layer: Layer<Float> = layer(units: shape.units, d: shape.d, n: shape.n)
    for route in [FisherBlocks<Float>.Route.direct, .woodbury, .iterative(tolerance: 1e-4)] {
      let one = try solved(layer, damping: 0.1, route)
      for workers in [2, 3, 20] { #expect(try solved(layer, damping: 0.1, route, workers: workers) == one) }
    }
  }

  @Test("saturated units have the step of F = 0, (1 + α)/α g, on both routes")
  func saturation() throws {
    var layer: Layer<Double> = layer(units: 2, d: 6, n: 4)
    layer = Layer(H: layer.H, A: Matrix(4, 2) { _, j in j == 0 ? 800 : layer.A[0, 1] }, G: layer.G)
    for route in [FisherBlocks<Double>.Route.direct, .woodbury, .iterative(tolerance: 1e-15)] {
      let G = try solved(layer, damping: 0.1, route)
      for k in 0..<6 { #expect(abs(G[0, k] - 11 * layer.G[0, k]) < 1e-12) }
    }
  }

  @Test("factors and damping stay until the next refresh")
  func frozen() throws {
    let (old, new): (Layer<Double>, Layer<Double>) = (layer(units: 3, d: 5, n: 40), layer(units: 3, d: 5, n: 40, seed: 8))
    var blocks = FisherBlocks<Double>(units: 3, parameters: 5, samples: 40)
    try blocks.refresh(parents: old.H, logits: old.A, damping: 0.1)
    var (first, second) = (old.G, old.G)
    blocks.solve(&first)
    blocks.solve(&second)
    #expect(first == second)
    try blocks.refresh(parents: new.H, logits: new.A, damping: 0.1)
    blocks.solve(&second)
    #expect(first != second)
  }

  @Test(
    "a singular block without damping, or one that is not finite, is an error",
    arguments: [FisherBlocks<Double>.Route.direct, .woodbury, .iterative(tolerance: 1e-9)])
  func singular(route: FisherBlocks<Double>.Route) throws {
    let few: Layer<Double> = layer(units: 2, d: 9, n: 4)
    func refresh(_ H: Matrix<Double>, _ A: Matrix<Double>, damping α: Double) throws {
      var blocks = FisherBlocks<Double>(units: 2, parameters: 9, samples: 4, route: route)
      try blocks.refresh(parents: H, logits: A, damping: α)
    }
    try refresh(few.H, few.A, damping: 1e-6)
    #expect(throws: NotPositiveDefinite.self) { try refresh(few.H, few.A, damping: 0) }
    let saturated = Matrix<Double>(4, 2) { r, j in j == 1 ? 800 : few.A[r, j] }
    #expect(throws: NotPositiveDefinite.self) { try refresh(few.H, saturated, damping: 0) }
    let logits = Matrix<Double>(4, 2) { r, j in r == 2 && j == 1 ? .nan : few.A[r, j] }
    #expect(throws: NotPositiveDefinite.self) { try refresh(few.H, logits, damping: 0.1) }
    let parents = Matrix<Double>(4, 9) { r, k in r == 2 && k == 5 ? .nan : few.H[r, k] }
    #expect(throws: NotPositiveDefinite.self) { try refresh(parents, few.A, damping: 0.1) }
  }

  @Test(
    "a refresh that fails leaves nothing to the next one",
    arguments: [FisherBlocks<Double>.Route.direct, .iterative(tolerance: 1e-3)])
  func failure(route: FisherBlocks<Double>.Route) throws {
    let (old, new): (Layer<Double>, Layer<Double>) = (layer(units: 3, d: 5, n: 40), layer(units: 3, d: 5, n: 40, seed: 8))
    let broken = Matrix<Double>(40, 3) { r, j in r == 7 && j == 2 ? .nan : new.A[r, j] }
    func direction(isBroken: Bool) throws -> Matrix<Double> {
      var blocks = FisherBlocks<Double>(
        units: 3, parameters: 5, samples: 40, route: route, memory: route == .direct ? 0.5 : 0)
      for layer in [old, new] {
        if isBroken {
          #expect(throws: NotPositiveDefinite.self) { try blocks.refresh(parents: new.H, logits: broken, damping: 0.1) }
        }
        try blocks.refresh(parents: layer.H, logits: layer.A, damping: 0.1)
      }
      var G = new.G
      blocks.solve(&G)
      return G
    }
    #expect(try direction(isBroken: true) == direction(isBroken: false))
  }

  @Test("blocks of full rank need no damping, but on the route that divides by it")
  func undamped() throws {
    let many: Layer<Double> = layer(units: 3, d: 9, n: 60)
    let expected = try dense(many, damping: 0)
    #expect(distance(try solved(many, damping: 0, .direct), expected) < 1e-10 * expected.maximumMagnitude)
    let near = try solved(many, damping: 0, .iterative(tolerance: 1e-13))
    #expect(distance(near, expected) < 1e-10 * expected.maximumMagnitude)  // condition below 1,000
    let few: Layer<Double> = layer(units: 2, d: 9, n: 4)
    // α 1 + S Sᵀ has a factor there, but the solution divides by α.
    var woodbury = FisherBlocks<Double>(units: 2, parameters: 9, samples: 4)
    for α in [0, -1, Double.nan] {
      #expect(throws: NotPositiveDefinite(pivot: 4, dimension: 9)) {
        try woodbury.refresh(parents: few.H, logits: few.A, damping: α)
      }
    }
  }
}
