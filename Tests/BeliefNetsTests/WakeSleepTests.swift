import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct WakeSleepTests {
  let units = [3, 2, 2]

  @Test(
    "two steps are those of the definitions, from the same parameters for both networks",
    arguments: [
      Algorithm.ws, .rws, .nws(.fisher(damping: 0.05, period: 2)), .nrws(.fisher(damping: 0.05, period: 2)),
      .nrws(.fisher(damping: 0.2, period: 1)),
    ],
    UnitCoding.allCases)
  func definition(algorithm: Algorithm, coding: UnitCoding) throws {
    // With as many dreams as wake states, 20, no shape would tell that one was taken for the other.
    for dreams in [20, 30] { try checkDefinition(algorithm, coding, dreams: dreams, shards: 1) }
  }

  @Test(
    "a step in parts is that of the definitions on all of them",
    arguments: [Algorithm.rws, .nrws(.fisher(damping: 0.05, period: 2))])
  func shards(algorithm: Algorithm) throws {
    // Five images and seven dreams in three parts: 1, 2, 2 and 2, 2, 3.
    try checkDefinition(algorithm, .plusMinusOne, dreams: 7, shards: 3)
  }

  private func checkDefinition(_ algorithm: Algorithm, _ coding: UnitCoding, dreams: Int, shards: Int) throws {
    let machine = tinyMachine(units, coding)
    let X = batch([0, 3, 5, 6, 6], Enumeration(machine))
    let random = RandomStream(seed: 41)
    let settings = WakeSleepSettings(algorithm, rate: 0.3, batch: 5, samples: 4, dreams: dreams, shards: shards)
    var trainer = WakeSleep(machine, settings, using: random)
    try trainer.step(on: X)
    try trainer.step(on: X)
    let expected = try Definition(settings: settings, X: X, random: random).machine(after: 2, from: machine).now
    for network in Network.allCases {
      let (a, b) = (trainer.machine.parameters(of: network), expected.parameters(of: network))
      // Sums of 30 terms through a solve of condition at most (0.05 + 1)/0.05.
      #expect(distance(a, b) < 1e-12, "\(network)")
      #expect(distance(a, machine.parameters(of: network)) > 0.01)
    }
    if case .fisher(let metric) = algorithm.metric, metric.period == 2 {
      let fresh = Algorithm(
        weighting: algorithm.weighting, wakeShare: algorithm.wakeShare,
        metric: .fisher(damping: metric.damping.value(at: 0), period: 1))
      let others = WakeSleepSettings(fresh, rate: 0.3, batch: 5, samples: 4, dreams: dreams, shards: shards)
      let other = try Definition(settings: others, X: X, random: random).machine(after: 2, from: machine).now
      #expect(distance(other.parameters(of: .generative), expected.parameters(of: .generative)) > 1e-4)
    }
  }

  @Test("the first layer's metric can come from other images than the batch's")
  func metricImages() throws {
    let machine = tinyMachine(units)
    let exact = Enumeration(machine)
    let X = batch([0, 3, 5], exact)
    let settings = WakeSleepSettings(.nrws(), rate: 0.3, batch: 3, samples: 2)
    func trained(_ images: Matrix<Double>?) throws -> HelmholtzMachine<Double> {
      var trainer = WakeSleep(machine, settings, metricImages: images, using: RandomStream(seed: 1))
      try trainer.step(on: X)
      return trainer.machine
    }
    let (own, other) = (try trained(nil), try trained(batch([1, 2, 4, 7, 7], exact)))
    #expect(try trained(X) == own)
    #expect(other.generative == own.generative && other.recognition[2] == own.recognition[2])
    #expect(other.recognition[1] != own.recognition[1])
  }

  @Test("same seed, same bytes; another seed, others; workers do not matter")
  func repeatable() throws {
    func trained(seed: UInt64, workers: Int) throws -> HelmholtzMachine<Float> {
      var random = RandomStream(seed: 7)
      let machine = HelmholtzMachine<Float>(units: [12, 9, 5, 3], using: &random)
      let settings = WakeSleepSettings(.nrws(.fisher(period: 3)), rate: 0.1, batch: 8, samples: 3, workers: workers)
      var trainer = WakeSleep(machine, settings, using: RandomStream(seed: seed))
      let X = Matrix<Float>(8, 13) { r, j in j == 12 || (r + j) % 3 == 0 ? 1 : -1 }
      for _ in 0..<7 { try trainer.step(on: X) }
      return trainer.machine
    }
    let one = try trained(seed: 1, workers: 1)
    #expect(try trained(seed: 1, workers: 1) == one)
    #expect(try trained(seed: 1, workers: 2) == one)
    #expect(try trained(seed: 1, workers: 4) == one)
    #expect(try trained(seed: 2, workers: 1) != one)
  }

  @Test("all four learn a small world, the natural ones faster", arguments: UnitCoding.allCases)
  func learning(coding: UnitCoding) throws {
    // Six of sixteen images, equally likely.
    let patterns = [0b0011, 0b1100, 0b0101, 0b1010, 0b0000, 0b1111]
    let data = (0..<16).map { patterns.contains($0) ? 1.0 / 6 : 0 }
    func divergence(after steps: Int, _ algorithm: Algorithm, rate: Schedule) throws -> Double {
      let machine = tinyMachine([4, 4, 2], coding, seed: 6, scale: 0.1)
      let exact = Enumeration(machine)
      let settings = WakeSleepSettings(algorithm, rate: rate, batch: 24, samples: 5)
      let X = batch((0..<24).map { patterns[$0 % 6] }, exact)
      return try [UInt64](5...8).reduce(0) { sum, seed in
        var trainer = WakeSleep(machine, settings, using: RandomStream(seed: seed))
        for _ in 0..<steps { try trainer.step(on: X) }
        return sum + Enumeration(trainer.machine).divergence(from: data) / 4
      }
    }
    let start = try divergence(after: 0, .ws, rate: 0.1)
    let natural = Metric.fisher(damping: 0.02, period: 5)
    for (vanilla, other) in [(Algorithm.ws, Algorithm.nws(natural)), (.rws, .nrws(natural))] {
      let (slow, fast) = (try divergence(after: 300, vanilla, rate: 0.1), try divergence(after: 300, other, rate: 0.1))
      #expect(slow < start && fast < 0.8 * slow, "\(coding): \(start), \(slow), \(fast)")
    }
  }

  @Test("a step that cannot be made is an error with step and layer, and changes nothing")
  func divergence() throws {
    var machine = tinyMachine(units)
    let X = batch([0, 3], Enumeration(machine))
    machine.recognition[2].weights[0, 0] = .nan
    for algorithm in [Algorithm.rws, .nrws()] {
      var trainer = WakeSleep(
        machine, WakeSleepSettings(algorithm, rate: 0.1, batch: 2, samples: 2), using: RandomStream(seed: 1))
      let before = trainer.machine.generative
      #expect(throws: Divergence.self) { try trainer.step(on: X) }
      #expect(trainer.machine.generative == before && trainer.steps == 0)
    }
    var healthy = WakeSleep(
      tinyMachine(units), WakeSleepSettings(.nrws(), rate: 0.1, batch: 2, samples: 2), using: RandomStream(seed: 1))
    try healthy.step(on: X)
    let broken = Matrix<Double>(2, 4) { _, j in j == 1 ? .nan : 1 }
    #expect { try healthy.step(on: broken) } throws: { error in
      guard let error = error as? Divergence else { return false }
      return error.step == 1 && error.network == .generative && error.layer == 0
    }
    // And nothing of it stays in the buffers.
    try healthy.step(on: X)
    #expect(healthy.steps == 2)
  }

  @Test("the rate follows its schedule")
  func schedule() throws {
    #expect(Schedule.constant(0.3).value(at: 1000) == 0.3)
    #expect(Schedule.inverse(0.3, halving: 50).value(at: 50) == 0.15)
    let machine = tinyMachine(units)
    let X = batch([0, 3], Enumeration(machine))
    func way(_ rate: Schedule) throws -> [Vector<Double>] {
      var trainer = WakeSleep(
        machine, WakeSleepSettings(.rws, rate: rate, batch: 2, samples: 3), using: RandomStream(seed: 1))
      return try (0..<3).map { _ in
        let θ = trainer.machine.parameters(of: .recognition)
        try trainer.step(on: X)
        return θ
      }
    }
    let (even, slower) = (try way(0.25), try way(.inverse(0.25, halving: 1)))
    // From the same point with the same draws: the second step is half as long, up to the rounding of numbers below 4.
    #expect(even[1] == slower[1] && even[2] != slower[2])
    #expect(distance((0..<even[1].count).map { (even[1][$0] + even[2][$0]) / 2 }, slower[2].elements) < 4 * 2.2e-16)
  }

  @Test(
    "a step reports the bound and the effective samples of its own wake passes, and dreams K times for each image",
    arguments: [1, 2, 3])
  func report(shards: Int) throws {
    let machine = tinyMachine(units)
    let X = batch([0, 3, 5, 6, 6], Enumeration(machine))
    let random = RandomStream(seed: 42)
    let settings = WakeSleepSettings(.nrws(), rate: 0.1, batch: 5, samples: 4, shards: shards)
    #expect(settings.dreams(at: 0) == 20)
    var trainer = WakeSleep(machine, settings, using: random)
    for t in 0..<2 {
      let parts = Definition(settings: settings, X: X, random: random).passes(trainer.machine, step: t)
      let report = try trainer.step(on: X)
      var (bound, effective) = (0.0, 0.0)
      for (wake, _) in parts {
        for b in 0..<wake.images {
          let ω = (0..<4).map { Double.exponential(wake.logP[4 * b + $0] - wake.logQ[4 * b + $0]) }
          let sum = ω.reduce(0, +)
          bound += Double.logarithm(sum / 4) / 5
          effective += sum * sum / ω.reduce(0) { $0 + $1 * $1 } / 5
        }
      }
      #expect(parts.count == shards)
      #expect(report.step == t && abs(report.bound - bound) < 1e-13 && abs(report.effectiveSamples - effective) < 1e-13)
    }
  }

  @Test("a new machine has weights of variance 2 / (inputs + units) within their bounds, and biases of 0")
  func initialWeights() {
    var random = RandomStream(seed: 43)
    let machine = HelmholtzMachine<Double>(units: [60, 40, 20], using: &random)
    let layers = machine.layers(of: .generative).map { machine.generative[$0] } + machine.recognition[1...2]
    for layer in layers {
      let (W, n) = (layer.weights, layer.inputs)
      #expect(W.column(n).maximumMagnitude == 0)
      guard n > 0 else { continue }
      let w = (0..<layer.units).flatMap { W.row($0).elements[..<n] }
      let variance = 2 / Double(n + layer.units), count = Double(w.count)
      #expect(w.allSatisfy { $0 * $0 <= 3 * variance })
      // A uniform number of variance v has fourth moment 9/5 v²: its square has variance 4/5 v².
      let z = (w.reduce(0) { $0 + $1 * $1 } - count * variance) / (0.8 * count).squareRoot() / variance
      #expect(abs(z) < 4.5 && abs(w.reduce(0, +)) < 4.5 * (count * variance).squareRoot())
    }
  }
}
