/// How a machine is trained.
public struct WakeSleepSettings: Sendable, Equatable, Codable {
  public let algorithm: Algorithm
  /// How many images a step sees, B.
  public let batch: Int
  /// How many wake samples each image gets, K.
  public let samples: CountSchedule
  /// How many dreams a step has; nil for as many as wake samples, B K.
  public let dreams: Int?
  /// The step size ε, on exact gradients that are means over images: a printed rate of 0.02 for units in {−1, +1} is 0.04 here.
  public let rate: Schedule
  /// What a step makes of its direction.
  public let rule: StepRule
  /// ρ of the running average of the parameters, θ̄ ← ρ θ̄ + (1 − ρ) θ; nil where none is kept.
  public let averaging: Double?
  /// Into how many parts a step is divided; each is the work of one core, and more parts than cores cost some time. Another
  /// number gives the same sums in another order, from other draws.
  public let shards: Int
  /// How many threads work. The result does not depend on it.
  public private(set) var workers: Int

  /// - Precondition: counts are positive, 0 ≤ ρ < 1, the rate and the damping are sound, and the damping is not negative at the
  ///   first step.
  public init(
    _ algorithm: Algorithm, rate: Schedule, rule: StepRule = .plain, averaging: Double? = nil, batch: Int = 100,
    samples: CountSchedule = 10, dreams: Int? = nil, shards: Int = 2, workers: Int = 1
  ) {
    precondition(
      batch > 0 && workers > 0 && shards > 0 && dreams ?? 1 > 0, "WakeSleepSettings: counts must be positive")
    precondition(averaging.map { (0..<1).contains($0) } ?? true, "WakeSleepSettings: averaging \(averaging ?? 0)")
    precondition(rate.isSound, "WakeSleepSettings: the rate \(rate) is not a finite number at every step")
    if case .fisher(let settings) = algorithm.metric {
      let α = settings.damping
      precondition(α.isSound, "WakeSleepSettings: the damping \(α) is not a finite number at every step")
      precondition(α.value(at: 0) >= 0, "WakeSleepSettings: damping \(α.value(at: 0))")
    }
    (self.algorithm, self.rate, self.rule, self.averaging) = (algorithm, rate, rule, averaging)
    (self.batch, self.samples, self.dreams, self.shards, self.workers) = (batch, samples, dreams, shards, workers)
  }

  /// The same with a fixed number of samples.
  public init(
    _ algorithm: Algorithm, rate: Schedule, batch: Int = 100, samples: Int, dreams: Int? = nil, shards: Int = 2,
    workers: Int = 1
  ) {
    self.init(
      algorithm, rate: rate, batch: batch, samples: CountSchedule(samples), dreams: dreams, shards: shards, workers: workers)
  }

  /// The same on another number of threads.
  public func with(workers: Int) -> WakeSleepSettings {
    var same = self
    same.workers = workers
    return same
  }

  /// How many dreams step t has.
  public func dreams(at step: Int) -> Int { dreams ?? batch * samples.value(at: step) }

  /// How much step t sees.
  func sizes(at step: Int) -> StepSizes {
    StepSizes(batch: batch, samples: samples.value(at: step), dreams: dreams(at: step), shards: shards)
  }
}

/// How much a step sees, and in how many parts.
struct StepSizes: Sendable, Equatable {
  let batch: Int, samples: Int, dreams: Int
  /// No more than there are images or dreams.
  let shards: Int

  init(batch: Int, samples: Int, dreams: Int, shards: Int) {
    (self.batch, self.samples, self.dreams) = (batch, samples, dreams)
    self.shards = min(shards, batch, dreams)
  }
}
