import BeliefNets

/// An experiment whose record belongs to a chapter of the book.
public struct BookExperiment: Sendable {
  /// The chapter's folder, "NN-name".
  public let chapter: String
  public let experiment: Experiment
  /// Seconds on two cores, evaluations included.
  public let expectedSeconds: Double

  public init(_ chapter: String, _ experiment: Experiment, expectedSeconds: Double) {
    (self.chapter, self.experiment, self.expectedSeconds) = (chapter, experiment, expectedSeconds)
  }

  public var name: String { experiment.name }

  /// Where its record lies, below the package's folder.
  public var records: String { "output/\(chapter)/records" }
}

extension BookExperiment {
  /// All of them, in the order of the chapters.
  public static let all: [BookExperiment] = mnist

  public static func named(_ name: String) -> BookExperiment? { all.first { $0.name == name } }

  /// Chapter 11: the twelve-layer machine on MNIST, static draw.
  private static let mnist: [BookExperiment] = {
    let layers = [300, 200, 100, 75, 50, 35, 30, 25, 20, 15, 10, 10]
    let metric = Metric.fisher(damping: 0.1, period: 50)
    // Rates are on exact gradients; τ is in steps, 500 of which are an epoch.
    let table: [(name: String, algorithm: Algorithm, rate: Schedule, minutes: Double)] = [
      ("mnist-ws", .ws, .inverse(0.02, halving: 50_000), 45),
      ("mnist-rws", .rws, .inverse(0.02, halving: 50_000), 90),
      ("mnist-nws", .nws(metric), .inverse(0.04, halving: 10_000), 45),
      ("mnist-nrws", .nrws(metric), .inverse(0.04, halving: 10_000), 90),
    ]
    return table.map { name, algorithm, rate, minutes in
      let settings = WakeSleepSettings(algorithm, rate: rate, batch: 100, samples: 10, workers: 2)
      let experiment = Experiment(
        name, layers: layers, settings, on: .published("mnist"), .fixed(seed: 11), seed: 11, budget: .seconds(60 * minutes),
        evaluation: Evaluation(images: 1000, samples: 100, judgesTraining: true))
      return BookExperiment("11-mnist", experiment, expectedSeconds: 60 * minutes * 1.2)
    }
  }()
}
