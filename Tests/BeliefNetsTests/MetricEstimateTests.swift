import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct MetricEstimateTests {
  let exact = Enumeration(tinyMachine([3, 2, 2]))

  /// Many images of a distribution, and its probabilities.
  func images(_ count: Int) -> (X: Matrix<Double>, data: [Double]) {
    let data = tinyData(bits: 3)
    var random = RandomStream(seed: 1)
    let drawn = draws(count, from: data, using: &random)
    return (batch(drawn, exact), (0..<8).map { x in Double(drawn.count { $0 == x }) / Double(count) })
  }

  @Test("with many samples, every unit's direction is that of its exact block")
  func directions() throws {
    let (X, data) = images(4_000)
    let machine = exact.machine
    var metric = try MetricEstimate(
      of: machine, images: X, samples: 10, dreams: 40_000, damping: 0.1, using: RandomStream(seed: 2))
    var g = machine.gradient(of: .rws, at: X, samples: 2, dreams: 1_000, using: RandomStream(seed: 3))
    let before = g
    metric.makeNatural(&g)
    for network in Network.allCases {
      let states =
        network == .generative ? exact.generativeDistribution : exact.recognitionDistribution(data: data)
      for unit in exact.blocks(of: network) {
        let F = exact.fisherBlock(of: network, layer: unit.layer, unit: unit.unit, under: states)
        let expected = try dampedNaturalDirection(before[network][unit.layer].row(unit.unit), fisherMatrix: F, damping: 0.1)
        // Entries of a block have errors of about 0.25 / √40,000, some 1 % of a damped eigenvalue; copies of images repeat.
        #expect(distance(g[network][unit.layer].row(unit.unit), expected) < 0.03 * (expected.maximumMagnitude + 0.1))
        // The block of other samples would be seen.
        let other = network == .generative ? exact.recognitionDistribution(data: data) : exact.generativeDistribution
        let wrong = exact.fisherBlock(of: network, layer: unit.layer, unit: unit.unit, under: other)
        if unit.layer == 0 || network == .recognition && unit.layer == 1 { #expect(distance(wrong, F) > 0.01) }
      }
    }
  }

  @Test("gradients of one step: the wake gradient of p, and of q the mean of its two")
  func gradients() {
    let (X, data) = images(400)
    let g = exact.machine.gradient(of: .rws, at: X, samples: 2_000, dreams: 200_000, using: RandomStream(seed: 4))
    let posterior = exact.posteriorDistribution(data: data)
    // 800,000 and 200,000 states; standard errors below 2e-3, and the weights' bias falls as 1/K: 0.036 at K = 200.
    #expect(distance(flat(g, .generative), exact.expectedScore(of: .generative, under: posterior).elements) < 0.01)
    var half = exact.expectedScore(of: .recognition, under: posterior)
    half.add(1, exact.expectedScore(of: .recognition, under: exact.generativeDistribution))
    half.scale(by: 0.5)
    #expect(distance(flat(g, .recognition), half.elements) < 0.01)
    let ws = exact.machine.gradient(of: .ws, at: X, samples: 1, dreams: 200_000, using: RandomStream(seed: 4))
    let sleep = exact.expectedScore(of: .recognition, under: exact.generativeDistribution)
    #expect(distance(flat(ws, .recognition), sleep.elements) < 0.01)
    #expect(distance(half, sleep) > 0.02)
  }

  @Test("gradients and metric of one step are those of its passes, bit by bit")
  func passes() throws {
    let X = images(30).X, machine = exact.machine, root = RandomStream(seed: 5)
    var (up, down) = (root.stream("wake"), root.stream("sleep"))
    var wake = Pass(for: machine, images: 30, copies: 4), sleep = Pass(for: machine, images: 50)
    machine.recognise(X, into: &wake, using: &up)
    machine.judgeByGenerative(&wake)
    machine.dream(into: &sleep, using: &down)
    machine.judgeByRecognition(&sleep)
    var ω = ImportanceWeights<Double>(images: 30, samples: 4), g = Gradient(for: machine)
    ω.set(from: wake, .importance)
    g.setGenerative(at: &wake, weights: ω.normalised)
    g.setWakeRecognition(at: &wake, weights: ω.forRecognition, share: 0.5)
    g.addSleepRecognition(at: sleep, among: 50, share: 0.5)
    #expect(machine.gradient(of: .rws, at: X, samples: 4, dreams: 50, using: root) == g)
    // The wake gradient goes on with the stream that it is given.
    var stream = root.stream("wake")
    let ofP = machine.wakeGradient(of: X, samples: 4, .importance, using: &stream)
    #expect(ofP.generative == g.generative && stream == up)
    #expect(ofP.recognition.allSatisfy { $0.maximumMagnitude == 0 })

    var metric = try MetricEstimate(of: machine, images: X, samples: 4, dreams: 50, damping: 0.1, using: root)
    var natural = g
    metric.makeNatural(&natural)
    func solved(_ G: Matrix<Double>, parents H: Matrix<Double>, logits A: Matrix<Double>) throws -> Matrix<Double> {
      var blocks = FisherBlocks<Double>(units: G.rows, parameters: G.columns, samples: H.rows)
      try blocks.refresh(parents: H, logits: A, damping: 0.1)
      var X = G
      blocks.solve(&X)
      return X
    }
    for i in 0...2 {
      let own = try solved(g.generative[i], parents: sleep.H[i + 1], logits: sleep.generativeLogits[i])
      #expect(natural.generative[i] == own)
    }
    let (first, second) = (
      try solved(g.recognition[1], parents: wake.X, logits: wake.imageLogits),
      try solved(g.recognition[2], parents: wake.H[1], logits: wake.recognitionLogits[2])
    )
    #expect(natural.recognition[1] == first && natural.recognition[2] == second)
  }

  @Test("a block that cannot be made is told by its network and layer")
  func singular() {
    var broken = exact.machine
    broken.recognition[2].weights[1, 0] = .nan
    let X = images(20).X
    #expect {
      try MetricEstimate(of: broken, images: X, samples: 3, dreams: 40, damping: 0.1, using: RandomStream(seed: 8))
    } throws: { error in
      guard let error = error as? SingularBlock else { return false }
      return error.network == .recognition && error.layer == 2
    }
  }

  @Test("a metric has age 0 against itself, and the metric of another machine is older than the floor")
  func age() throws {
    let (X, _) = images(400)
    func metric(_ machine: HelmholtzMachine<Double>, _ seed: UInt64) throws -> MetricEstimate<Double> {
      try MetricEstimate(of: machine, images: X, samples: 5, dreams: 20_000, damping: 0.01, using: RandomStream(seed: seed))
    }
    let g = exact.machine.gradient(of: .rws, at: X, samples: 5, dreams: 2_000, using: RandomStream(seed: 7))
    var (fresh, same, twin) = (try metric(exact.machine, 1), try metric(exact.machine, 1), try metric(exact.machine, 2))
    for age in MetricAge.measured(on: g, old: &same, fresh: &fresh, twin: &twin) {
      #expect(age.old < 1e-13 && age.oldDistance == 0 && age.gradient >= 0)  // degrees: some ulp of 1
    }
    var other = try metric(tinyMachine([3, 2, 2], seed: 11), 1)
    let ages = MetricAge.measured(on: g, old: &other, fresh: &fresh, twin: &twin)
    #expect(ages.map(\.layer) == [0, 1, 2, 1, 2])
    #expect(ages[0].old > 3 * ages[0].floor && ages[0].oldDistance > 3 * ages[0].floorDistance)
    #expect(ages[0].floor > 0 && ages[0].floorDistance > 0)
  }
}
