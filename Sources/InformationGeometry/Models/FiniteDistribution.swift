import Foundation
import LinearAlgebra

/// A distribution written out state by state. Expectations are sums over all states: the definition, against which closed
/// forms are checked.
public struct FiniteDistribution: Sendable, Equatable {
  public let states: [Vector<Double>]
  public let probabilities: [Double]

  /// - Precondition: one probability for each state; they are not negative and sum to 1 up to rounding.
  public init(states: [Vector<Double>], probabilities: [Double]) {
    precondition(
      states.count == probabilities.count, "FiniteDistribution: \(states.count) states, \(probabilities.count) probabilities")
    let sum = probabilities.reduce(0, +)
    precondition(
      probabilities.allSatisfy { $0 >= 0 } && abs(sum - 1) < 1e-9, "FiniteDistribution: the probabilities sum to \(sum)")
    self.states = states
    self.probabilities = probabilities
  }

  /// E[f(X)] = Σ_x p(x) f(x).
  public func expectation(of f: (Vector<Double>) -> Double) -> Double {
    zip(states, probabilities).reduce(0) { $0 + $1.1 * f($1.0) }
  }

  /// Cov(f, g) = E[(f − E f)(g − E g)].
  public func covariance(of f: (Vector<Double>) -> Double, and g: (Vector<Double>) -> Double) -> Double {
    let (meanF, meanG) = (expectation(of: f), expectation(of: g))
    return expectation { (f($0) - meanF) * (g($0) - meanG) }
  }

  /// E[g(X)], coordinate by coordinate.
  public func expectation(of g: (Vector<Double>) -> Vector<Double>) -> Vector<Double> {
    var sum = Vector<Double>(zeros: g(states[0]).count)
    for (x, p) in zip(states, probabilities) { sum.add(p, g(x)) }
    return sum
  }

  /// E[g(X) g(X)ᵀ]; of a score this is the Fisher matrix.
  public func secondMoment(of g: (Vector<Double>) -> Vector<Double>) -> Matrix<Double> {
    let n = g(states[0]).count
    var sum = Matrix<Double>(zeros: n, n)
    for (x, p) in zip(states, probabilities) {
      let y = g(x)
      sum.addOuterProduct(p, y, y)
    }
    return sum
  }

  /// KL(p ‖ q) = Σ_x p(x) log (p(x) / q(x)), in nats; ∞ where q misses a state of p.
  ///
  /// - Precondition: both have the same states in the same order.
  public func divergence(to q: FiniteDistribution) -> Double {
    precondition(states == q.states, "divergence: of two distributions on different states")
    return zip(probabilities, q.probabilities).reduce(0) { $0 + ($1.0 > 0 ? $1.0 * log($1.0 / $1.1) : 0) }
  }
}

extension FiniteDistribution {
  /// The 2ⁿ points of {−1,+1}ⁿ; bit i of the index of a state is set when x_i = +1.
  public static func cube(_ n: Int) -> [Vector<Double>] {
    precondition(0...20 ~= n, "cube: 2ⁿ states for n = \(n)")
    return (0..<1 << n).map { index in Vector(count: n) { i in index >> i & 1 == 1 ? 1 : -1 } }
  }
}
