import BeliefNets

extension BookExperiment {
  /// Chapter 11: MNIST, one fixed draw, and the machines of [VVMA].
  static let mnist: [BookExperiment] =
    mnistRates + mnistMain + [mnistBest, mnistEarly] + mnistChanges + mnistAdam + mnistPeriods + mnistRidge

  /// [VVMA] Table 2: twelve hidden layers.
  public static let twelveLayers = [300, 200, 100, 75, 50, 35, 30, 25, 20, 15, 10, 10]
  /// [VVMA] Fig. 8.
  public static let threeLayers = [200, 100, 10]

  /// The four algorithms by their names in file names; the natural ones with blocks as [VVMA] has them.
  public static let algorithms: [(name: String, algorithm: Algorithm, secondsAnEpoch: Double)] = [
    ("ws", .ws, 15), ("rws", .rws, 17), ("nws", .nws(blocks), 32), ("nrws", .nrws(blocks), 34),
  ]
  private static let blocks = Metric.fisher(damping: 0.1, period: 50)

  /// Rates are on exact gradients, half of what they are in [VVMA]; an epoch has 500 steps of 100 images.
  private static func mnist(
    _ name: String, _ algorithm: Algorithm, _ rate: Schedule, rule: StepRule = .plain, averaging: Double? = 0.995,
    layers: [Int] = twelveLayers, batch: Int = 100, samples: CountSchedule = 10, dreams: Int? = nil, metricImages: Int? = nil,
    seed: UInt64 = 11, epochs: Int, secondsAnEpoch: Double, judging: Evaluation = Evaluation(images: 1000, samples: 100),
    test: TestSize? = nil
  ) -> BookExperiment {
    let settings = WakeSleepSettings(
      algorithm, rate: rate, rule: rule, averaging: averaging, batch: batch, samples: samples, dreams: dreams, workers: 2)
    let experiment = Experiment(
      "mnist-\(name)", layers: layers, settings, on: .published("mnist"), .fixed(seed: 11), seed: seed, budget: .epochs(epochs),
      evaluation: judging, metricImages: metricImages)
    return BookExperiment("11-mnist", experiment, expectedSeconds: secondsAnEpoch * Double(epochs), test: test)
  }

  /// The search for the rates: the same four for each algorithm, for two epochs, and more where the last was the best.
  private static let mnistRates: [BookExperiment] = algorithms.flatMap { name, algorithm, seconds in
    searchedRates(name).map { rate in
      mnist(
        "rate-\(rate)-\(name)", algorithm, .constant(rate), epochs: 2, secondsAnEpoch: seconds,
        judging: Evaluation(images: 1000, samples: 100, judgesTraining: true))
    }
  }
  public static func searchedRates(_ algorithm: String) -> [Double] {
    [0.01, 0.02, 0.04, 0.08] + (algorithm == "nws" ? [0.16, 0.32] : [])
  }

  /// [VVMA] Table 2 and Fig. 4: 90 minutes on two cores for the reweighted algorithms, half of that for the others.
  private static let mnistMain: [BookExperiment] = {
    let table: [(rate: Schedule, epochs: Int)] = [
      (.inverse(0.02, halving: 25_000), 180), (.inverse(0.04, halving: 25_000), 320),
      (.inverse(0.16, halving: 8_000), 84), (.inverse(0.05, halving: 8_000), 160),
    ]
    return zip(algorithms, table).map { entry, settings in
      mnist(
        entry.name, entry.algorithm, settings.rate, averaging: entry.name.contains("rws") ? 0.999 : 0.995,
        epochs: settings.epochs,
        secondsAnEpoch: entry.secondsAnEpoch, judging: Evaluation(images: 1000, samples: 100, interval: 2, judgesTraining: true),
        test: TestSize(images: 10_000, samples: 1000))
    }
  }()

  /// As far as NRWS gets: larger batches and longer periods make a step of the metric cheaper for each image, and the damping
  /// falls with the rate, so that directions of little information keep their pace.
  private static let mnistBest = mnistOwn(
    "best", halving: 4000, averaging: 0.999, damping: 30_000, lastPeriodFrom: 8000, test: TestSize(images: 10_000, samples: 1000))

  /// The same with a rate that falls four times as soon, and the damping with it: a schedule for some twenty epochs.
  private static let mnistEarly = mnistOwn("early", halving: 1000, averaging: 0.998, damping: 15_000, lastPeriodFrom: 2000)

  private static func mnistOwn(
    _ name: String, halving τ: Double, averaging: Double, damping T: Double, lastPeriodFrom step: Int, test: TestSize? = nil
  ) -> BookExperiment {
    mnist(
      name,
      .nrws(
        .fisher(
          FisherSettings(
            damping: .geometric(from: 0.1, to: 0.03, steps: T),
            period: CountSchedule([.init(from: 0, 25), .init(from: 250, 100), .init(from: step, 400)])))),
      .inverse(0.1, halving: τ), averaging: averaging, batch: 200, epochs: 200, secondsAnEpoch: 19,
      judging: Evaluation(images: 1000, samples: 100, interval: 2, judgesTraining: true), test: test)
  }

  /// What a single change of the settings of NRWS does, in three epochs; without any it is "mnist-period-50-nrws".
  private static let mnistChanges: [BookExperiment] = {
    let algorithm = Algorithm.nrws(blocks)
    func metric(_ settings: FisherSettings) -> Algorithm { .nrws(.fisher(settings)) }
    let withBaseline = Algorithm(weighting: .importance, wakeShare: 0.5, controlVariate: .uniform, metric: blocks)
    return [
      mnist("change-decay", algorithm, .inverse(0.06, halving: 500), epochs: 3, secondsAnEpoch: 34),
      mnist("change-baseline", withBaseline, 0.04, epochs: 3, secondsAnEpoch: 34),
      mnist("change-momentum", algorithm, 0.004, rule: .momentum(0.9), epochs: 3, secondsAnEpoch: 36),
      mnist("change-batch-200", algorithm, 0.08, batch: 200, epochs: 3, secondsAnEpoch: 28),
      mnist("change-batch-400", algorithm, 0.16, batch: 400, epochs: 3, secondsAnEpoch: 25),
      mnist("change-batch-32", algorithm, 0.013, batch: 32, epochs: 3, secondsAnEpoch: 50),
      mnist("change-samples-5", algorithm, 0.04, samples: 5, epochs: 3, secondsAnEpoch: 20),
      mnist("change-samples-20", algorithm, 0.04, samples: 20, epochs: 3, secondsAnEpoch: 60),
      mnist("change-dreams-3000", algorithm, 0.04, dreams: 3000, epochs: 3, secondsAnEpoch: 55),
      mnist("change-images-2000", algorithm, 0.04, metricImages: 2000, epochs: 3, secondsAnEpoch: 36),
      mnist(
        "change-damping", metric(FisherSettings(damping: .geometric(from: 0.3, to: 0.05, steps: 1500))), 0.04, epochs: 3,
        secondsAnEpoch: 34),
      mnist(
        "change-printed", metric(FisherSettings(samples: .asPrinted)), 0.04, epochs: 3, secondsAnEpoch: 34),
    ]
  }()

  /// [VVMA] Fig. 5: the same step rule for all four.
  private static let mnistAdam: [BookExperiment] = algorithms.map { name, algorithm, seconds in
    mnist("adam-\(name)", algorithm, 0.001, rule: .adam(), epochs: 6, secondsAnEpoch: seconds)
  }

  /// [VVMA] Fig. 9b: how long the blocks are kept.
  private static let mnistPeriods: [BookExperiment] = searchedPeriods.map { period in
    mnist(
      "period-\(period)-nrws", .nrws(.fisher(damping: 0.1, period: period)), 0.04, epochs: 3,
      secondsAnEpoch: 30 + 60 / Double(period))
  }
  public static let searchedPeriods = [1, 10, 50, 100, 500, 1000]

  /// [VVMA] Fig. 8: rate against damping, on a smaller machine.
  private static let mnistRidge = ridge("mnist-ridge") { rate, damping, seed in
    mnist(
      ridgeName("ridge", rate, damping, seed), .nrws(.fisher(damping: damping, period: 50)), .constant(rate), averaging: nil,
      layers: threeLayers, seed: seed ?? 11, epochs: 2, secondsAnEpoch: 20, judging: Evaluation(images: 500, samples: 50))
  }
}
