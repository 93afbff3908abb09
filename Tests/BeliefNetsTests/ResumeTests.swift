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

  @Test("bit by bit across the step that makes the shared bases anew")
  func renewed() throws {
    let settings = Self.cases[2]
    var whole = WakeSleep(machine(), settings, using: random)
    var states: [TrainingState<Float>] = []
    for step in 48...52 {
      try train(&whole, to: step)
      states.append(whole.state)
    }
    #expect(states.map { $0.basisAges[0] } == [48, 49, 50, 1, 2])
    try train(&whole, to: 54)
    for state in states {
      var resumed = try WakeSleep(resuming: state, machine(), settings, using: random, batch: images)
      #expect(differences(resumed.state, state) == [], "at step \(state.steps)")
      try train(&resumed, to: 54)
      #expect(differences(resumed.state, whole.state) == [], "from step \(state.steps)")
    }
  }

  @Test("bit by bit from a step that was refused after its refresh")
  func refused() throws {
    func settings(rate: Schedule) -> WakeSleepSettings {
      WakeSleepSettings(.nrws(.fisher(period: 1000)), rate: rate, batch: 8, samples: 3)
    }
    var wild = WakeSleep(machine(), settings(rate: 3e38), using: random)
    #expect(throws: Divergence.self) { try wild.step(on: images(0)) }
    let state = wild.state
    #expect(state.steps == 0 && state.refresh == 0)
    let again = try WakeSleep(resuming: state, machine(), settings(rate: 3e38), using: random, batch: images)
    #expect(differences(again.state, state) == [])
    // With a rate that can be gone, the blocks of that step are those of a trainer that began with it.
    var tame = try WakeSleep(resuming: state, machine(), settings(rate: 0.1), using: random, batch: images)
    var whole = WakeSleep(machine(), settings(rate: 0.1), using: random)
    try train(&tame, to: 3)
    try train(&whole, to: 3)
    #expect(differences(tame.state, whole.state) == [])
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

  /// What is thrown on the way from a state after two steps with some settings, changed, to a trainer with others.
  func refusal(
    _ settings: WakeSleepSettings, by other: WakeSleepSettings? = nil, _ change: (TrainingState<Float>) -> TrainingState<Float>
  ) throws -> String? {
    var trainer = WakeSleep(machine(), settings, using: random)
    try train(&trainer, to: 2)
    let state = change(trainer.state)
    do throws(ForeignState) {
      _ = try WakeSleep(resuming: state, machine(), other ?? settings, using: random, batch: images)
      return nil
    } catch { return error.name }
  }

  @Test("a matrix that is missing, and one that is too many, is named")
  func matrices() throws {
    let momentum = Self.cases[0], frozen = Self.cases[3]
    func without(_ prefix: String) -> (TrainingState<Float>) -> TrainingState<Float> {
      { state in
        TrainingState(
          steps: state.steps, refresh: state.refresh, basisAges: state.basisAges,
          matrices: state.matrices.filter { !$0.name.hasPrefix(prefix) })
      }
    }
    func unrefreshed(_ state: TrainingState<Float>) -> TrainingState<Float> {
      TrainingState(steps: state.steps, refresh: nil, basisAges: [], matrices: state.matrices)
    }
    #expect(try refusal(Self.cases[2], without("metric/basis/0")) == "metric/basis/0")
    #expect(try refusal(Self.cases[4], without("metric/average/0/0")) == "metric/average/0/0")
    let plain = WakeSleepSettings(.rws, rate: 0.1, batch: 8, samples: 3)
    #expect(try refusal(momentum, by: plain) { $0 } == "memory/m/0")
    #expect(try refusal(momentum, by: plain, without("memory/")) == nil)
    // The blocks of a refresh that is told to be none.
    #expect(try refusal(frozen, unrefreshed) == "refresh/p/0")
    #expect(try refusal(frozen) { without("refresh/")(unrefreshed($0)) } == nil)
    #expect(try refusal(frozen, by: plain) { without("refresh/")(unrefreshed($0)) } == nil)
    #expect(try refusal(Self.cases[2]) { without("refresh/")(unrefreshed($0)) } == "metric/basis/0")
  }
}
