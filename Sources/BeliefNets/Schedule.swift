import LinearAlgebra

/// A number that changes with the steps of a training run: a rate, a damping.
public enum Schedule: Sendable, Equatable, Codable, ExpressibleByFloatLiteral {
  /// c at every step.
  case constant(Double)
  /// c / (1 + t/τ) at step t: half of c after τ steps.
  case inverse(Double, halving: Double)
  /// From a to b in equal ratios over T steps, then b: a (b/a)^(t/T).
  case geometric(from: Double, to: Double, steps: Double)
  /// From a to b in equal differences over T steps, then b: a + (b − a) t/T.
  case linear(from: Double, to: Double, steps: Double)

  public init(floatLiteral value: Double) { self = .constant(value) }

  /// Whether every value is a finite number: all of its own are, τ and T are positive, and so are a and b of equal ratios.
  public var isSound: Bool {
    switch self {
    case .constant(let c): c.isFinite
    case .inverse(let c, let τ): c.isFinite && τ.isFinite && τ > 0
    case .geometric(let a, let b, let T): a > 0 && b / a > 0 && (b / a).isFinite && T.isFinite && T > 0
    case .linear(let a, let b, let T): a.isFinite && ((b - a) * T).isFinite && T.isFinite && T > 0
    }
  }

  /// The value at step t = 0, 1, ….
  public func value(at step: Int) -> Double {
    let t = Double(step)
    switch self {
    case .constant(let c): return c
    case .inverse(let c, let τ): return c / (1 + t / τ)
    case .geometric(let a, let b, let T): return t < T ? a * Double.exponential(Double.logarithm(b / a) * t / T) : b
    case .linear(let a, let b, let T): return t < T ? a + (b - a) * t / T : b
    }
  }
}

/// A whole number that changes at some steps of a training run: samples an image, steps between two refreshes.
public struct CountSchedule: Sendable, Equatable, Codable, ExpressibleByIntegerLiteral {
  public struct Change: Sendable, Equatable, Codable {
    /// The first step with this value.
    public let step: Int
    public let value: Int

    public init(from step: Int, _ value: Int) { (self.step, self.value) = (step, value) }
  }

  /// In the order of their steps; the first is at step 0.
  public let changes: [Change]

  /// - Precondition: values are positive, the first change is at step 0, and steps rise.
  public init(_ changes: [Change]) {
    precondition(
      changes.first?.step == 0 && changes.allSatisfy { $0.value > 0 }
        && zip(changes, changes.dropFirst()).allSatisfy { $0.step < $1.step },
      "CountSchedule: positive values from step 0 on, steps rising, not \(changes.map { ($0.step, $0.value) })")
    self.changes = changes
  }

  public init(_ value: Int) { self.init([Change(from: 0, value)]) }

  public init(integerLiteral value: Int) { self.init(value) }

  /// The value at step t = 0, 1, ….
  public func value(at step: Int) -> Int { changes.last { $0.step <= step }!.value }

  /// The largest value of all.
  public var largest: Int { changes.map(\.value).max()! }
}
