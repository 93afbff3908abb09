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

  /// What a single change of the settings of NRWS does, in three epochs, with the words for it.
  private static let changed: [(what: String, run: BookExperiment)] = {
    let algorithm = Algorithm.nrws(blocks)
    func metric(_ settings: FisherSettings) -> Algorithm { .nrws(.fisher(settings)) }
    func change(
      _ name: String, _ algorithm: Algorithm, _ rate: Schedule = 0.04, rule: StepRule = .plain, batch: Int = 100,
      samples: CountSchedule = 10, dreams: Int? = nil, metricImages: Int? = nil, secondsAnEpoch: Double = 34
    ) -> BookExperiment {
      mnist(
        "change-\(name)", algorithm, rate, rule: rule, batch: batch, samples: samples, dreams: dreams, metricImages: metricImages,
        epochs: 3, secondsAnEpoch: secondsAnEpoch)
    }
    let periods = CountSchedule([.init(from: 0, 25), .init(from: 250, 100), .init(from: 750, 400)])
    let growing = CountSchedule([.init(from: 0, 5), .init(from: 750, 20)])
    let withBaseline = Algorithm(weighting: .importance, wakeShare: 0.5, controlVariate: .uniform, metric: blocks)
    func damping(_ from: Double, _ to: Double) -> Algorithm {
      metric(FisherSettings(damping: .geometric(from: from, to: to, steps: 1500)))
    }
    return [
      ("rate 0.06/(1 + t/500)", change("decay", algorithm, .inverse(0.06, halving: 500))),
      ("control variate 1/10 for wake-q", change("baseline", withBaseline)),
      ("momentum 0.9, rate 0.004", change("momentum", algorithm, 0.004, rule: .momentum(0.9), secondsAnEpoch: 36)),
      ("B = 32, rate 0.013", change("batch-32", algorithm, 0.013, batch: 32, secondsAnEpoch: 50)),
      ("B = 200, rate 0.08", change("batch-200", algorithm, 0.08, batch: 200, secondsAnEpoch: 28)),
      ("B = 400, rate 0.16", change("batch-400", algorithm, 0.16, batch: 400, secondsAnEpoch: 25)),
      ("5 samples, 500 dreams", change("samples-5", algorithm, samples: 5, secondsAnEpoch: 20)),
      ("20 samples, 2,000 dreams", change("samples-20", algorithm, samples: 20, secondsAnEpoch: 60)),
      ("5 samples, from step 750 on 20", change("samples-grow", algorithm, samples: growing, secondsAnEpoch: 40)),
      ("3,000 dreams", change("dreams-3000", algorithm, dreams: 3000, secondsAnEpoch: 55)),
      ("2,000 images behind the first blocks of q", change("images-2000", algorithm, metricImages: 2000, secondsAnEpoch: 36)),
      ("running mean of the blocks, β = 0.9", change("memory", metric(FisherSettings(memory: 0.9)), secondsAnEpoch: 200)),
      ("periods of 25 steps, from 250 on 100, from 750 on 400", change("periods", metric(FisherSettings(period: periods)))),
      ("damping from 0.3 to 0.05", change("damping", damping(0.3, 0.05))),
      ("damping from 0.1 to 0.03", change("damping-low", damping(0.1, 0.03))),
      ("blocks from the samples that Algorithm 1 prints", change("printed", metric(FisherSettings(samples: .asPrinted)))),
    ]
  }()
  private static let mnistChanges = changed.map(\.run)

  /// The runs that differ in one setting, with the words for it; the first is the one that they differ from.
  public static let changes: [(name: String, what: String)] =
    [("mnist-period-50-nrws", "rate 0.04, damping 0.1, B = 100, 10 samples, 1,000 dreams, period 50")]
    + changed.map { ($0.run.name, $0.what) }

  /// [VVMA] Fig. 5: the same step rule for all four. Then RWS with it as long as with plain steps: its strongest opponent.
  private static let mnistAdam: [BookExperiment] =
    algorithms.map { name, algorithm, seconds in
      mnist("adam-\(name)", algorithm, 0.001, rule: .adam(), epochs: 6, secondsAnEpoch: seconds)
    } + [
      mnist(
        "long-adam-rws", .rws, .inverse(0.001, halving: 25_000), rule: .adam(), averaging: 0.999, epochs: 320, secondsAnEpoch: 17,
        judging: Evaluation(images: 1000, samples: 100, interval: 2, judgesTraining: true))
    ]

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
