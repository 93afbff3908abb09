import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

@Suite("a step that fails leaves nothing behind")
struct FailedStepTests {
  /// Three steps, and the same with a broken one before one of them: the state of the trainer is the same throughout.
  func check(
    _ machine: HelmholtzMachine<Double>, _ metric: FisherSettings, metricImages: Matrix<Double>? = nil, on X: Matrix<Double>,
    broken: Matrix<Double>, before places: Range<Int>
  ) throws {
    let settings = WakeSleepSettings(.nrws(.fisher(metric)), rate: 0.1, batch: X.rows, samples: 20)
    for place in places {
      var whole = WakeSleep(machine, settings, metricImages: metricImages, using: RandomStream(seed: 47)), other = whole
      for step in 0..<3 {
        if step == place { #expect(throws: Divergence.self) { try other.step(on: broken) } }
        let wasSame = other.state == whole.state
        try whole.step(on: X)
        try other.step(on: X)
        let isSame = other.state == whole.state
        #expect(wasSame && isSame, "step \(step), a broken one before step \(place)")
      }
    }
  }

  @Test("a refresh that fails leaves nothing behind", arguments: [0, 0.5])
  func refresh(memory: Double) throws {
    var random = RandomStream(seed: 48)
    let machine = HelmholtzMachine<Double>(units: [60, 50, 9, 3], using: &random)
    let X = Matrix<Double>(8, 61) { _, j in j == 60 || random.bernoulli(0.4) ? 1 : -1 }
    // The gradient of such a pixel is finite, since all units are sure of their image; its square in a block is not.
    var broken = X
    broken[2, 5] = 1e200
    // Without a memory the blocks of two layers are solved by iterations, and their bases age.
    try check(machine, FisherSettings(period: 1, memory: memory), on: X, broken: broken, before: 0..<3)
  }

  @Test("nor does the first one, where a block is singular", arguments: [0, 0.5])
  func singular(memory: Double) throws {
    let machine = tinyMachine([3, 2, 2], .zeroOne), exact = Enumeration(machine)
    let dark = batch([Int](repeating: 0, count: 8), exact)  // pixels that are never on have no information
    let metric = FisherSettings(damping: .constant(0), period: 1, memory: memory)
    try check(machine, metric, on: batch(Array(0..<8), exact), broken: dark, before: 0..<1)
  }

  @Test("nor does a step whose blocks are sound and whose gradient is not", arguments: [0, 0.5])
  func gradient(memory: Double) throws {
    let machine = tinyMachine([3, 2, 2])
    let X = batch(Array(0..<8), Enumeration(machine))
    var broken = X
    broken[2, 1] = .nan
    let metric = FisherSettings(period: 2, memory: memory)
    try check(machine, metric, metricImages: X, on: X, broken: broken, before: 0..<3)
  }

  @Test("nor does a step that is too long for single precision", arguments: [StepRule.plain, .momentum(0.9)])
  func tooLong(rule: StepRule) {
    var machine = HelmholtzMachine<Float>(units: [60, 3])
    for j in 0..<60 { machine.generative[0].weights[j, 3] = 20 }
    // p is sure of pixels that are on, and they are off: the gradient of each bias is −1, and 10³⁸ √60 is no Float.
    let X = Matrix<Float>(8, 61) { _, j in j == 60 ? 1 : -1 }
    let settings = WakeSleepSettings(.rws, rate: 1e38, rule: rule, batch: 8, samples: 3)
    var trainer = WakeSleep(machine, settings, using: RandomStream(seed: 49))
    let before = trainer.state
    #expect { try trainer.step(on: X) } throws: { error in
      guard let error = error as? Divergence else { return false }
      return error.step == 0 && error.network == .generative && error.layer == 0
    }
    let isSame = trainer.state == before
    #expect(isSame)
  }
}
