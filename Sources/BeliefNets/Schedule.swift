/// A number that changes with the steps of a training run: a rate, a damping.
public enum Schedule: Sendable, Equatable, ExpressibleByFloatLiteral {
  /// c at every step.
  case constant(Double)
  /// c / (1 + t/τ) at step t: half of c after τ steps.
  case inverse(Double, halving: Double)

  public init(floatLiteral value: Double) { self = .constant(value) }

  /// The value at step t = 0, 1, ….
  public func value(at step: Int) -> Double {
    switch self {
    case .constant(let c): c
    case .inverse(let c, let τ): c / (1 + Double(step) / τ)
    }
  }
}
