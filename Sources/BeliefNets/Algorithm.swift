/// Which learning rule: how the samples of an image are weighed, which phases teach q, and in which metric a step is steepest.
public struct Algorithm: Sendable, Equatable, Codable {
  /// The weights of the wake samples.
  public let weighting: Weighting
  /// The share of the wake phase in the update of q; the rest is the sleep phase's. 0 is wake-sleep.
  public let wakeShare: Double
  /// What is subtracted from the weights of the wake update of q.
  public let controlVariate: ControlVariate
  public let metric: Metric

  /// - Parameters:
  ///   - wakeShare: λ; at 0 the weights of q's wake update, and with them the control variate, do not matter.
  ///   - controlVariate: of q's wake update.
  /// - Precondition: 0 ≤ λ ≤ 1.
  public init(
    weighting: Weighting, wakeShare: Double, controlVariate: ControlVariate = .none, metric: Metric
  ) {
    precondition((0...1).contains(wakeShare), "Algorithm: wake share \(wakeShare) is not within 0...1")
    (self.weighting, self.wakeShare, self.controlVariate, self.metric) = (weighting, wakeShare, controlVariate, metric)
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

/// A number without effect on the mean of the wake update of q, which may lower its variance.
public enum ControlVariate: String, Sendable, Codable, CaseIterable {
  case none
  /// 1/K: the weights ω̃_k − 1/K sum to 0, and q's samples push with their excess alone.
  case uniform
}

/// What "steepest" is measured in.
public enum Metric: Sendable, Equatable, Codable {
  /// The sum of the squares of the parameters: the step is the gradient.
  case euclidean
  /// The Fisher metric of p(x, h) for p and of q(h | x) p_D(x) for q, damped and frozen for some steps.
  case fisher(FisherSettings)

  /// The Fisher metric, damped as F̃ = (α 1 + F) / (1 + α) and frozen for K steps.
  public static func fisher(damping: Double = 0.1, period: Int = 50) -> Metric {
    .fisher(FisherSettings(damping: .constant(damping), period: CountSchedule(period)))
  }
}
