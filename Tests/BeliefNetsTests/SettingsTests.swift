import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

@Suite("every setting of a step, against the definitions")
struct SettingsTests {
  /// Trains five steps, and gives the trainer with what the definitions make of the same settings.
  func trained(
    _ settings: WakeSleepSettings
  ) throws -> (trainer: WakeSleep<Double>, expected: (now: HelmholtzMachine<Double>, average: [Network: Vector<Double>])) {
    let machine = tinyMachine([3, 2, 2])
    let X = batch([0, 3, 5, 6, 6], Enumeration(machine)), random = RandomStream(seed: 44)
    var trainer = WakeSleep(machine, settings, using: random)
    for _ in 0..<5 { try trainer.step(on: X) }
    return (trainer, try Definition(settings: settings, X: X, random: random).machine(after: 5, from: machine))
  }

  /// How far the machine is from that of the definitions.
  func error(_ settings: WakeSleepSettings) throws -> Double {
    let (trainer, expected) = try trained(settings)
    return Network.allCases.map {
      distance(trainer.machine.parameters(of: $0), expected.now.parameters(of: $0))
    }.max()!
  }

  let centred = Algorithm(
    weighting: .importance, wakeShare: 0.75, controlVariate: .uniform, metric: .fisher(damping: 0.1, period: 2))

  func fisher(_ settings: FisherSettings) -> Algorithm { .nrws(.fisher(settings)) }

  @Test("step rules", arguments: [StepRule.plain, .momentum(0.7), .adam(β1: 0.8, β2: 0.95, floor: 1e-3)])
  func rules(rule: StepRule) throws {
    for algorithm in [Algorithm.rws, .nrws(.fisher(damping: 0.1, period: 2))] {
      let settings = WakeSleepSettings(algorithm, rate: 0.05, rule: rule, batch: 5, samples: 4, dreams: 30)
      #expect(try error(settings) < 1e-11)  // five steps through a solve of condition 11
      let other = WakeSleepSettings(algorithm, rate: 0.05, rule: .momentum(0.6), batch: 5, samples: 4, dreams: 30)
      let (a, b) = (try trained(settings).trainer.machine, try trained(other).trainer.machine)
      #expect(distance(a.parameters(of: .generative), b.parameters(of: .generative)) > 1e-3)
    }
  }

  @Test("schedules of rate, samples, damping and period; wake share and control variate")
  func schedules() throws {
    let changing = CountSchedule([.init(from: 0, 3), .init(from: 2, 5)])
    #expect(changing.value(at: 1) == 3 && changing.value(at: 2) == 5 && changing.value(at: 9) == 5 && changing.largest == 5)
    let rate = Schedule.geometric(from: 0.2, to: 0.05, steps: 4)
    #expect(abs(rate.value(at: 2) - 0.1) < 1e-15 && rate.value(at: 4) == 0.05 && rate.value(at: 9) == 0.05)
    #expect(try error(WakeSleepSettings(centred, rate: rate, batch: 5, samples: changing)) < 1e-11)
    let metric = FisherSettings(
      damping: .linear(from: 0.05, to: 0.5, steps: 3), period: CountSchedule([.init(from: 0, 2), .init(from: 2, 1)]))
    #expect(try error(WakeSleepSettings(fisher(metric), rate: 0.2, batch: 5, samples: 4, dreams: 7)) < 1e-11)
  }

  @Test("values of the schedules by hand, after their ends too")
  func values() {
    let linear = Schedule.linear(from: 1, to: 3, steps: 4), inverse = Schedule.inverse(0.3, halving: 50)
    let geometric = Schedule.geometric(from: 0.2, to: 0.05, steps: 4)
    #expect([0, 1, 4, 9].map { linear.value(at: $0) } == [1, 1.5, 3, 3])
    #expect(distance([0, 50, 150].map { inverse.value(at: $0) }, [0.3, 0.15, 0.075]) < 1e-16)
    #expect(distance([0, 2, 4, 5, 100].map { geometric.value(at: $0) }, [0.2, 0.1, 0.05, 0.05, 0.05]) < 1e-15)
  }

  @Test("a schedule is sound where every value is a number")
  func sound() {
    let sound: [Schedule] = [
      0.1, .constant(-3e38), .inverse(0.3, halving: 1e-9), .geometric(from: 0.01, to: 1e38, steps: 40),
      .linear(from: 1, to: 0, steps: 3),
    ]
    for schedule in sound { #expect(schedule.isSound && (0...50).allSatisfy { schedule.value(at: $0).isFinite }) }
    let unsound: [Schedule] = [
      .constant(.nan), .constant(.infinity), .inverse(0.3, halving: 0), .inverse(0.3, halving: -2), .inverse(.nan, halving: 1),
      .inverse(1, halving: .infinity), .geometric(from: 0.1, to: 0, steps: 3), .geometric(from: 0, to: 0.1, steps: 3),
      .geometric(from: -1, to: -2, steps: 3), .geometric(from: 1e-200, to: 1e200, steps: 3),
      .geometric(from: 0.1, to: 0.2, steps: 0), .linear(from: 0, to: .infinity, steps: 3), .linear(from: 0, to: 1, steps: .nan),
      .linear(from: -1e308, to: 1e308, steps: 3),
    ]
    for schedule in unsound { #expect(!schedule.isSound, "\(schedule)") }
  }

  @Test("settings whose rate or damping is not sound are refused")
  func unsound() async {
    await #expect(processExitsWith: .failure) { _ = WakeSleepSettings(.rws, rate: .inverse(0.3, halving: 0)) }
    await #expect(processExitsWith: .failure) {
      let damping = Schedule.geometric(from: 0.1, to: 0, steps: 9)
      _ = WakeSleepSettings(.nrws(.fisher(FisherSettings(damping: damping))), rate: 0.1)
    }
  }

  @Test("the control variate changes q's step, but not its mean: the weights still differ by a constant")
  func controlVariate() throws {
    let plain = Algorithm(weighting: .importance, wakeShare: 0.75, metric: centred.metric)
    let (a, b) = (
      try trained(WakeSleepSettings(centred, rate: 0.1, batch: 5, samples: 4)).trainer.machine,
      try trained(WakeSleepSettings(plain, rate: 0.1, batch: 5, samples: 4)).trainer.machine
    )
    #expect(distance(a.parameters(of: .recognition), b.parameters(of: .recognition)) > 1e-3)
  }

  @Test("which samples stand behind the blocks, and averages over refreshes", arguments: FisherSamples.allCases, [0, 0.6])
  func blocks(samples: FisherSamples, memory: Double) throws {
    let metric = FisherSettings(damping: 0.1, period: 2, samples: samples, memory: memory)
    #expect(try error(WakeSleepSettings(fisher(metric), rate: 0.2, batch: 5, samples: 4, dreams: 30)) < 1e-11)
    // The averages outlive a change of the number of samples.
    let more = CountSchedule([.init(from: 0, 4), .init(from: 3, 6)])
    #expect(try error(WakeSleepSettings(fisher(metric), rate: 0.2, batch: 5, samples: more)) < 1e-11)
  }

  @Test("iterations within a step come as near to the factors as the tolerance asks")
  func tolerance() throws {
    var random = RandomStream(seed: 45)
    let machine = HelmholtzMachine<Double>(units: [60, 50, 9, 3], using: &random)
    let X = Matrix<Double>(8, 61) { _, j in j == 60 || random.bernoulli(0.4) ? 1 : -1 }
    func step(memory: Double, tolerance: Double) throws -> WakeSleep<Double> {
      let metric = FisherSettings(period: 1, memory: memory, tolerance: tolerance)
      let settings = WakeSleepSettings(fisher(metric), rate: 0.1, batch: 8, samples: 10)
      var trainer = WakeSleep(machine, settings, using: RandomStream(seed: 46))
      try trainer.step(on: X)
      return trainer
    }
    // An average goes by factors everywhere, and in the first step it is nothing but the newest blocks.
    let factors = try step(memory: 0.5, tolerance: 1e-4)
    #expect(Set(factors.fisherRoutes.values) == ["direct"])
    func error(_ tolerance: Double) throws -> Double {
      let trainer = try step(memory: 0, tolerance: tolerance)
      #expect(trainer.fisherRoutes["p/0"]?.hasPrefix("iterative") == true)
      return Network.allCases.map {
        distance(trainer.machine.parameters(of: $0), factors.machine.parameters(of: $0))
      }.max()!
    }
    #expect(try error(1e-12) < 1e-9)
    #expect(try error(1e-2) > 1e-6)
  }

  @Test("the average of the parameters, and none before there is one")
  func averaging() throws {
    let settings = WakeSleepSettings(.rws, rate: 0.2, averaging: 0.7, batch: 5, samples: 4)
    let (trainer, expected) = try trained(settings)
    for network in Network.allCases {
      #expect(distance(trainer.averagedMachine.parameters(of: network), expected.average[network]!) < 1e-13)
      #expect(distance(trainer.machine.parameters(of: network), expected.average[network]!) > 1e-3)
    }
    let none = try trained(WakeSleepSettings(.rws, rate: 0.2, batch: 5, samples: 4)).trainer
    #expect(none.averagedMachine == none.machine)
  }
}
