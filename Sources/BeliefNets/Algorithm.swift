/// Which learning rule: how the samples of an image are weighed, which phases teach q, and in which metric a step is steepest.
public struct Algorithm: Sendable, Equatable {
  /// The weights of the wake samples.
  public let weighting: Weighting
  /// The share of the wake phase in the update of q; the rest is the sleep phase's. 0 is wake-sleep.
  public let wakeShare: Double
  public let metric: Metric

  public init(weighting: Weighting, wakeShare: Double, metric: Metric) {
    precondition((0...1).contains(wakeShare), "Algorithm: wake share \(wakeShare) is not within 0...1")
    (self.weighting, self.wakeShare, self.metric) = (weighting, wakeShare, metric)
  }

  /// Wake-sleep: uniform weights; q learns from dreams.  [Hinton95]
  public static let ws = Algorithm(weighting: .uniform, wakeShare: 0, metric: .euclidean)
  /// Reweighted wake-sleep: importance weights; q learns half from data, half from dreams.  [BB15]
  public static let rws = Algorithm(weighting: .importance, wakeShare: 0.5, metric: .euclidean)
  /// Natural wake-sleep: the update of `ws`, steepest in the Fisher metric.  [VVMA] §5
  public static func nws(_ metric: Metric = .fisher()) -> Algorithm {
    Algorithm(weighting: .uniform, wakeShare: 0, metric: metric)
  }
  /// Natural reweighted wake-sleep: the update of `rws`, steepest in the Fisher metric.  [VVMA] Alg. 1
  public static func nrws(_ metric: Metric = .fisher()) -> Algorithm {
    Algorithm(weighting: .importance, wakeShare: 0.5, metric: metric)
  }
}

/// What "steepest" is measured in.
public enum Metric: Sendable, Equatable {
  /// The sum of the squares of the parameters: the step is the gradient.
  case euclidean
  /// The Fisher metric of p(x, h) for p and of q(h | x) p_D(x) for q, damped as F̃ = (α 1 + F) / (1 + α) and frozen for K steps.
  case fisher(damping: Double = 0.1, period: Int = 50)
}

/// How a machine is trained.
public struct WakeSleepSettings: Sendable, Equatable {
  public let algorithm: Algorithm
  /// How many images a step sees, B.
  public let batch: Int
  /// How many wake samples each image gets, K.
  public let samples: Int
  /// How many dreams a step has.
  public let dreams: Int
  /// The step size ε, on exact gradients that are means over images: a printed rate of 0.02 for units in {−1, +1} is 0.04 here.
  public let rate: Schedule
  /// Into how many parts a step is divided; each is the work of one core. Another number gives the same sums in another
  /// order, from other draws.
  public let shards: Int
  /// How many threads work on the shards and on the Fisher blocks. The result does not depend on it.
  public let workers: Int

  public init(
    _ algorithm: Algorithm, rate: Schedule, batch: Int = 100, samples: Int = 10, dreams: Int? = nil, shards: Int = 4,
    workers: Int = 1
  ) {
    precondition(
      batch > 0 && samples > 0 && workers > 0 && shards > 0 && dreams ?? 1 > 0, "WakeSleepSettings: counts must be positive")
    if case .fisher(let damping, let period) = algorithm.metric {
      precondition(damping >= 0 && period > 0, "WakeSleepSettings: damping \(damping), period \(period)")
    }
    (self.algorithm, self.rate, self.batch, self.samples) = (algorithm, rate, batch, samples)
    self.dreams = dreams ?? batch * samples
    (self.shards, self.workers) = (shards, workers)
  }
}
