/// How the Fisher metric is estimated, damped and kept.
public struct FisherSettings: Sendable, Equatable, Codable {
  /// α of F̃ = (α 1 + F) / (1 + α), as of the step at which the blocks are formed.
  ///
  /// A schedule, and no rule that follows the ratio of actual to predicted change (Levenberg and Marquardt): at the samples of
  /// a step, that ratio does not see the noise of the blocks. Tried on MNIST in two runs, it lowered α until they failed.
  public let damping: Schedule
  /// K, for how many steps the blocks are kept.
  public let period: CountSchedule
  /// Which samples stand behind which blocks.
  public let samples: FisherSamples
  /// β of the running average F̄ ← β F̄ + (1 − β) F over refreshes; 0 keeps the newest blocks alone.
  public let memory: Double
  /// The relative error of the iterative route, in the norm of the blocks: of up to 400 units of a layer together, so that a
  /// unit whose gradient is small beside the others' may be left with a larger one.
  public let tolerance: Double

  /// - Parameters:
  ///   - memory: β; above 0 all layers take the direct route.
  ///   - tolerance: without effect where no layer takes the iterative route.
  /// - Precondition: 0 ≤ β < 1, and the tolerance is positive. The damping is checked by `WakeSleepSettings`.
  public init(
    damping: Schedule = 0.1, period: CountSchedule = 50, samples: FisherSamples = .ofOwnModel, memory: Double = 0,
    tolerance: Double = 1e-4
  ) {
    precondition((0..<1).contains(memory) && tolerance > 0, "FisherSettings: memory \(memory), tolerance \(tolerance)")
    (self.damping, self.period, self.samples) = (damping, period, samples)
    (self.memory, self.tolerance) = (memory, tolerance)
  }
}

/// Which samples stand behind the blocks of which network.
public enum FisherSamples: String, Sendable, Codable, CaseIterable {
  /// F_p from dreams, F_q from data and q: the expectations of [VVMA] eqs. (10), (11).
  case ofOwnModel
  /// F_p from the wake phase and F_q from dreams, as lines 10 and 22 of [VVMA] Algorithm 1 print it, against those equations.
  case asPrinted
}
