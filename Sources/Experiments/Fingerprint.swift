import BeliefNets
import Datasets
import LinearAlgebra
import RandomStreams

/// What an algorithm with its settings does to a tiny machine in a few steps: by this a record knows the engine that made it.
///
/// The machine has 9, 6 and 4 units, the steps are in double precision on fixed images, and everything that happens at some
/// step of a long run (schedules, periods) happens within the few. A faster route to the same numbers changes the result by
/// rounding only; another algorithm changes it visibly.
public struct Fingerprint: Sendable, Equatable, Codable {
  /// θ after the steps minus θ before, of p and then of q; 0 where that is no finite number.
  public let change: [Double]

  init(change: [Double]) { self.change = change }

  /// - Complexity: milliseconds.
  public init(of experiment: Experiment) {
    let root = RandomStream(seed: 1)
    var initial = root.stream("initial weights")
    var machine = HelmholtzMachine<Double>(units: [9, 6, 4], coding: experiment.coding, using: &initial)
    let settings = experiment.training.scaledDown
    let choice: BinarisationChoice =
      switch experiment.binarisation {
      case .threshold: .threshold
      case .fixed: .fixed(seed: 1)
      case .fresh: .fresh(seed: 1)
      }
    var batches = Batches(of: Self.images, size: settings.batch, choice.rule, order: root.stream("order"))
    let (low, high) = (experiment.coding.low, experiment.coding.high)
    let all: Matrix<Double> = Self.images.matrix(of: 0..<Self.images.count, choice.rule, low: low, high: high)
    if experiment.start == .meanImage { machine.setVisibleBiases(toMeansOf: all) }
    let metricImages = experiment.metricImages.map { _ in all }
    var trainer = WakeSleep(machine, settings, metricImages: metricImages, using: root.stream("training"))
    let before = flat(machine.generative.map(\.weights)) + flat(machine.recognition.map(\.weights))
    var isFinite = true
    for step in 0..<Self.steps where isFinite {
      do throws(Divergence) { try trainer.step(on: batches.matrix(step: step, low: low, high: high)) } catch { isFinite = false }
    }
    let after = trainer.averagedMachine
    let end = flat(after.generative.map(\.weights)) + flat(after.recognition.map(\.weights))
    change = zip(end, before).map { ($0 - $1).isFinite ? $0 - $1 : 0 }
  }

  /// Whether the two differ by no more than 10⁻³ of the norm of the change.
  public func agrees(with other: Fingerprint) -> Bool {
    guard change.count == other.change.count else { return false }
    let difference = zip(change, other.change).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let norm = change.reduce(0) { $0 + $1 * $1 }
    return difference <= 1e-6 * norm
  }

  private static let steps = 6

  /// Twelve grey images of 3×3 pixels.
  private static let images = ImageSet(
    name: "train", height: 3, width: 3, bytes: (0..<108).map { UInt8(truncatingIfNeeded: 37 * $0 + 11 * ($0 / 9)) })
}

extension WakeSleepSettings {
  /// The same rules for a handful of images, with all that changes in the course of a run changing within some steps.
  fileprivate var scaledDown: WakeSleepSettings {
    WakeSleepSettings(
      algorithm.scaledDown, rate: rate.scaledDown, rule: rule, averaging: averaging.map { min($0, 0.5) }, batch: min(batch, 5),
      samples: samples.scaledDown(to: 3), dreams: dreams.map { min($0, 10) }, shards: min(shards, 3), workers: 1)
  }
}

extension Algorithm {
  fileprivate var scaledDown: Algorithm {
    guard case .fisher(let f) = metric else { return self }
    return Algorithm(
      weighting: weighting, wakeShare: wakeShare, controlVariate: controlVariate,
      metric: .fisher(
        FisherSettings(
          damping: f.damping.scaledDown, period: f.period.scaledDown(to: 2), samples: f.samples, memory: f.memory,
          tolerance: f.tolerance)))
  }
}

extension Schedule {
  /// With its times no longer than three steps.
  fileprivate var scaledDown: Schedule {
    switch self {
    case .constant: self
    case .inverse(let c, let τ): .inverse(c, halving: min(τ, 3))
    case .geometric(let a, let b, let T): .geometric(from: a, to: b, steps: min(T, 3))
    case .linear(let a, let b, let T): .linear(from: a, to: b, steps: min(T, 3))
    }
  }
}

extension CountSchedule {
  /// Its first three values, no more than `limit` each, at the steps 0, 2 and 4; the second is smaller where it would be the
  /// first again, so that a change remains one.
  fileprivate func scaledDown(to limit: Int) -> CountSchedule {
    CountSchedule(
      changes.prefix(3).enumerated().map { k, change in
        let value = min(change.value, limit)
        return .init(from: 2 * k, k == 1 && value == limit ? max(1, limit - 1) : value)
      })
  }
}
