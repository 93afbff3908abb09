import Foundation

/// The mean of any function of one variable under N(μ, σ²), by Gauss–Hermite quadrature.
///
///     F = E[f(μ + σZ)],   g = E[f Z] / σ,   H = E[f (Z² − 1)] / σ²
///
/// No derivative of f is needed: the means of derivatives are means of f with Hermite polynomials as weights.
public struct UnivariateQuadrature: UnivariateObjective {
  public let function: @Sendable (Double) -> Double
  public let rule: GaussHermite

  public init(order: Int = 40, of f: @escaping @Sendable (Double) -> Double) {
    function = f
    rule = GaussHermite(order: order)
  }

  /// A negative variance is read as its magnitude.
  ///
  /// - Complexity: n + 1 evaluations of f, n the order; allocates nothing.
  public func expectedDerivatives(mean μ: Double, variance: Double) -> UnivariateDerivatives {
    let σ = abs(variance).squareRoot()
    let f₀ = function(μ)  // taken away first, so that a narrow distribution loses fewer digits
    var (F, first, second) = (0.0, 0.0, 0.0)
    for k in 0..<rule.order {
      let z = rule.nodes[k]
      let f = rule.weights[k] * (function(μ + σ * z) - f₀)
      F += f
      first += f * z
      second += f * (z * z - 1)
    }
    return UnivariateDerivatives(value: f₀ + F, slope: first / σ, curvature: second / (σ * σ))
  }

  /// How far F, g and H may be off: the greater of the differences to the rules with one point less and with half the points.
  ///
  /// The first sees errors that change their sign with each point, as those at a kink or a jump of f; the second sees slow
  /// convergence.
  public func error(mean μ: Double, variance: Double) -> UnivariateDerivatives {
    let best = expectedDerivatives(mean: μ, variance: variance)
    let others = GaussHermite.comparisonOrders(rule.order).map {
      UnivariateQuadrature(order: $0, of: function).expectedDerivatives(mean: μ, variance: variance)
    }
    func largest(_ part: (UnivariateDerivatives) -> Double) -> Double {
      others.reduce(0) { greater($0, abs(part($1) - part(best))) }
    }
    return UnivariateDerivatives(value: largest(\.value), slope: largest(\.slope), curvature: largest(\.curvature))
  }
}

/// The greater of two numbers, NaN where one of them is: `max` may drop it.
func greater(_ a: Double, _ b: Double) -> Double { a.isNaN || b <= a ? a : b }

extension GaussHermite {
  /// The orders with which a rule of order n is compared to estimate its error.
  public static func comparisonOrders(_ n: Int) -> [Int] { [max(1, n - 1), (n + 1) / 2] }
}
