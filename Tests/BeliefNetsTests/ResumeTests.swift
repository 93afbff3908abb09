import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

@Suite("a resumed trainer goes on as if nothing had happened")
struct ResumeTests {
  let random = RandomStream(seed: 51)

  func machine() -> HelmholtzMachine<Float> {
    var stream = RandomStream(seed: 7)
    return HelmholtzMachine(units: [60, 50, 9, 3], using: &stream)
  }

  /// Another batch for each step.
  func images(_ step: Int) -> Matrix<Float> {
    var stream = RandomStream(seed: 8).stream("batch", step)
    return Matrix(8, 61) { _, j in j == 60 || stream.bernoulli(0.4) ? 1 : -1 }
  }

  func train(_ trainer: inout WakeSleep<Float>, to steps: Int) throws {
    while trainer.steps < steps { try trainer.step(on: images(trainer.steps)) }
  }

  /// What differs between two states, by name; millions of numbers are no message.
  func differences(_ a: TrainingState<Float>, _ b: TrainingState<Float>) -> [String] {
    var names = a.matrices.map(\.name) == b.matrices.map(\.name) ? [] : ["names"]
    names += zip(a.matrices, b.matrices).filter { $0.0 != $0.1 }.map(\.0.name)
    if a.steps != b.steps || a.refresh != b.refresh { names.append("steps") }
    return a.basisAges == b.basisAges ? names : names + ["ages"]
  }

  static let cases: [WakeSleepSettings] = [
    WakeSleepSettings(.rws, rate: 0.1, rule: .momentum(0.9), batch: 8, samples: 3),
    WakeSleepSettings(
      .nrws(.fisher(period: 4)), rate: 0.1, rule: .adam(), averaging: 0.9, batch: 8,
      samples: CountSchedule([.init(from: 0, 3), .init(from: 6, 5)])),
    WakeSleepSettings(.nrws(.fisher(damping: 0.2, period: 1)), rate: 0.1, batch: 8, samples: 10, workers: 2),  // iterative
    WakeSleepSettings(.nws(.fisher(period: 1000)), rate: 0.1, batch: 8, samples: 3),
    WakeSleepSettings(
      .nrws(.fisher(FisherSettings(damping: .linear(from: 0.1, to: 1, steps: 9), period: 3, memory: 0.5))), rate: 0.1, batch: 8,
      samples: 3),
    WakeSleepSettings(
      .nrws(.fisher(FisherSettings(period: 3, memory: 0.5))), rate: 0.1, batch: 8,
      samples: CountSchedule([.init(from: 0, 3), .init(from: 5, 4)])),
  ]

  @Test("bit by bit, from any step", arguments: cases.indices)
  func continued(index: Int) throws {
    let settings = Self.cases[index]
    let metricImages = index % 2 == 1 ? images(99) : nil  // behind the first layer of q
    var whole = WakeSleep(machine(), settings, metricImages: metricImages, using: random)
    var states: [TrainingState<Float>] = []
    for step in 1...9 {
      states.append(whole.state)
      try train(&whole, to: step)
    }
    for state in states {
      var other = machine()
      other.generative[0].weights.fill(0.5)  // what it was does not matter
      var resumed = try WakeSleep(
        resuming: state, other, settings, metricImages: metricImages, using: random, batch: images)
      #expect(differences(resumed.state, state) == [], "at step \(state.steps)")
      try train(&resumed, to: 9)
      #expect(differences(resumed.state, whole.state) == [], "from step \(state.steps)")
      let isSame = resumed.averagedMachine == whole.averagedMachine
      #expect(isSame)
    }
  }

  @Test("a state of another machine or other settings is refused, by the name of what does not fit")
  func foreign() throws {
    var trainer = WakeSleep(machine(), Self.cases[1], using: random)
    try train(&trainer, to: 2)
    let state = trainer.state
    var stream = RandomStream(seed: 9)
    let other = HelmholtzMachine<Float>(units: [60, 40, 9, 3], using: &stream)
    #expect(throws: ForeignState(name: "refresh/p/0")) {
      try WakeSleep(resuming: state, other, Self.cases[1], using: random, batch: images)
    }
    let plain = TrainingState(
      steps: 2, refresh: nil, basisAges: [], matrices: state.matrices.filter { !$0.name.hasPrefix("memory/v") })
    #expect(throws: ForeignState(name: "memory/v/0")) {
      try WakeSleep(resuming: plain, machine(), Self.cases[1], using: random, batch: images)
    }
    let fresh = Self.cases[2]
    #expect(throws: ForeignState.self) { try WakeSleep(resuming: state, machine(), fresh, using: random, batch: images) }
  }
}
