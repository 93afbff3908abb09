import Foundation
import InformationGeometry

/// The mean of a function of one variable by quadrature, with the rules at hand that tell how far it may be off.
struct CheckedQuadrature: UnivariateObjective {
  let best: UnivariateQuadrature
  private let others: [UnivariateQuadrature]

  init(order: Int, of f: @escaping @Sendable (Double) -> Double) {
    best = UnivariateQuadrature(order: order, of: f)
    others = GaussHermite.comparisonOrders(order).map { UnivariateQuadrature(order: $0, of: f) }
  }

  var order: Int { best.rule.order }

  func expectedDerivatives(mean μ: Double, variance: Double) -> UnivariateDerivatives {
    best.expectedDerivatives(mean: μ, variance: variance)
  }

  /// How far E[f] may be off; NaN or infinite where it is not finite.
  func error(_ μ: Double, _ variance: Double) -> Double {
    let value = expectedDerivatives(mean: μ, variance: variance).value
    var error = 0.0
    for other in others {
      let difference = abs(other.expectedDerivatives(mean: μ, variance: variance).value - value)
      if !(difference <= error) { error = difference }
    }
    return error
  }

  /// The rule with the fewest points, among some, whose error is small at all places; the largest if none is good enough.
  ///
  /// - Parameter places: (μ, σ).
  static func fitting(
    _ f: @escaping @Sendable (Double) -> Double, at places: [SIMD2<Double>], within tolerance: Double
  ) -> CheckedQuadrature {
    var rule = CheckedQuadrature(order: 20, of: f)
    for order in [40, 80, 160, 240] {
      if rule.worst(at: places) <= tolerance { break }
      rule = CheckedQuadrature(order: order, of: f)
    }
    return rule
  }

  func worst(at places: [SIMD2<Double>]) -> Double {
    var worst = 0.0
    for p in places {
      let error = error(p.x, p.y * p.y)
      if !(error <= worst) { worst = error }
      if worst.isNaN { return .infinity }
    }
    return worst
  }
}

/// A number that is not below x, with one digit: what a bound is quoted as.
func roundedUp(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x }
  let exponent = log10(x).rounded(.down)
  let digit = (x / pow(10, exponent)).rounded(.up)
  return exponent < 0 ? digit / pow(10, -exponent) : digit * pow(10, exponent)
}
