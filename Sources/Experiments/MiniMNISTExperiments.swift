import BeliefNets

extension BookExperiment {
  /// Chapter 10: miniMNIST, and the machine of [VVMA] Table 1 and Figs. 3 and 7.
  static let miniMNIST: [BookExperiment] = miniRates + miniMain + miniRidge

  /// [VVMA] Fig. 3.
  public static let fiveLayers = [100, 50, 20, 10, 10]

  /// The two ways in which [VVMA] makes grey pixels binary: B rounds, BSt draws anew at each use.
  public static let miniBinarisations: [(name: String, choice: BinarisationChoice)] = [
    ("b", .threshold), ("bst", .fresh(seed: 10)),
  ]

  private static func mini(
    _ name: String, _ binarisation: BinarisationChoice, _ algorithm: Algorithm, _ rate: Schedule, averaging: Double? = nil,
    seed: UInt64 = 10, epochs: Int, secondsAnEpoch: Double, judging: Evaluation = Evaluation(images: 500, samples: 50),
    test: TestSize? = nil
  ) -> BookExperiment {
    let settings = WakeSleepSettings(algorithm, rate: rate, averaging: averaging, batch: 100, samples: 10, workers: 2)
    let experiment = Experiment(
      "mini-\(name)", layers: fiveLayers, settings, on: .pooled("mnist", by: 2), binarisation, seed: seed,
      budget: .epochs(epochs), evaluation: judging)
    return BookExperiment("10-mini-mnist", experiment, expectedSeconds: secondsAnEpoch * Double(epochs), test: test)
  }

  /// The search for the rates: the same five for each algorithm, for eight epochs, and a sixth where the fifth was the best;
  /// those of NRWS are a column of the ridge.
  private static let miniRates: [BookExperiment] = algorithms.dropLast().flatMap { name, algorithm, seconds in
    searchedMiniRates.filter { miniSearch(name, rate: $0) != nil }.map { rate in
      mini("rate-\(rate)-\(name)", .threshold, algorithm, .constant(rate), epochs: 8, secondsAnEpoch: seconds / 10)
    }
  }
  public static let searchedMiniRates = [0.02, 0.04, 0.08, 0.16, 0.32, 0.64]

  /// The name of a run of the search; nil where this rate is beyond those of an algorithm.
  public static func miniSearch(_ algorithm: String, rate: Double) -> String? {
    if rate > 0.32 && !["rws", "nws"].contains(algorithm) { return nil }
    return algorithm == "nrws" ? "mini-ridge-\(rate)-0.1" : "mini-rate-\(rate)-\(algorithm)"
  }

  /// [VVMA] Fig. 3 and Table 1.
  private static let miniMain: [BookExperiment] = miniBinarisations.flatMap { binarisation in
    algorithms.map { name, algorithm, seconds in
      mini(
        "\(binarisation.name)-\(name)", binarisation.choice, algorithm, .inverse(miniRate(name), halving: 25_000),
        averaging: name.contains("rws") ? 0.999 : 0.995, epochs: 200, secondsAnEpoch: seconds / 10,
        judging: Evaluation(images: 1000, samples: 100, interval: 2, judgesTraining: true),
        test: TestSize(images: 10_000, samples: 1000))
    }
  }

  /// The rate that an algorithm begins with: the best of the search.
  public static func miniRate(_ algorithm: String) -> Double { ["ws": 0.08, "nrws": 0.16][algorithm] ?? 0.32 }

  /// [VVMA] Fig. 7: rate against damping.
  private static let miniRidge = ridge("mini-ridge") { rate, damping, seed in
    mini(
      ridgeName("ridge", rate, damping, seed), .threshold, .nrws(.fisher(damping: damping, period: 50)), .constant(rate),
      seed: seed ?? 10, epochs: 8, secondsAnEpoch: 3)
  }
}
