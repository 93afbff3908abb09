import Foundation

/// A way to take a step: from a point along a tangent vector to a point. At v = 0 it stays, and it starts with the
/// velocity v.
///
///     R_ξ(0) = ξ,   d/dt R_ξ(t v) = v at t = 0                                                      [AMS08] §4.1
public struct Retraction<P: RealPoint>: Sendable {
  public let name: String
  /// R_ξ(v); throws `DomainError` where the step leaves the domain.
  public let step: @Sendable (_ ξ: P, _ v: P) throws(DomainError) -> P

  public init(_ name: String, _ step: @escaping @Sendable (_ ξ: P, _ v: P) throws(DomainError) -> P) {
    (self.name, self.step) = (name, step)
  }
}

extension Retraction where P == SIMD2<Double> {
  /// The exponential map of N(μ, σ²), in (μ, σ): it never leaves the domain, but for overflow and underflow of σ.
  public static var exponential: Retraction {
    Retraction("Exp") { ξ, v throws(DomainError) in try HalfPlane.exponential(at: ξ, along: v).checked() }
  }

  // listing: retractions
  /// The straight line in one of the charts of N(μ, σ²). Points and velocities are (μ, σ) and (μ̇, σ̇).
  ///
  ///     R_ξ(v) = c⁻¹(c(ξ) + J v),   J = ∂c/∂(μ, σ)
  public static func straight(in chart: UnivariateChart) -> Retraction {
    Retraction("straight in \(chart.rawValue)") { ξ, v throws(DomainError) in
      let c = chart.point(mean: ξ.x, deviation: ξ.y) + chart.velocity(of: v, at: ξ)
      guard chart.inside(c) > 0 else { throw .notPositiveDefinite(pivot: 0, dimension: 1) }
      return chart.meanDeviation(c)
    }
  }

  /// The straight line in (μ, log σ), which never leaves the domain, but for overflow and underflow of σ.
  public static var straightInLogDeviation: Retraction {
    Retraction("straight in μ,log σ") { ξ, v throws(DomainError) in
      try SIMD2(ξ.x + v.x, ξ.y * exp(v.y / ξ.y)).checked()
    }
  }

  /// The mean, in (μ, σ), of the e-step (straight in θ) and the m-step (straight in η). The deviations of the two from
  /// the geodesic are opposite to second order, so this retraction agrees with Exp up to an error of third order.
  public static var meanOfDualSteps: Retraction {
    let (e, m) = (Retraction.straight(in: .θ), Retraction.straight(in: .η))
    return Retraction("mean of the e- and m-step") { ξ, v throws(DomainError) in
      let (a, b) = (try e.step(ξ, v), try m.step(ξ, v))
      return (a + b) / 2
    }
  }
  // listing end
}

extension SIMD2<Double> {
  /// (μ, σ), if it is a distribution in numbers of this size.
  fileprivate func checked() throws(DomainError) -> SIMD2<Double> {
    for i in 0..<2 where !self[i].isFinite { throw .notFinite(coordinate: i) }
    guard y > 0 else { throw .notPositiveDefinite(pivot: 0, dimension: 1) }
    return self
  }
}

extension UnivariateChart {
  /// J v: a velocity (μ̇, σ̇) at (μ, σ) as a velocity of this chart's coordinates.
  public func velocity(of v: SIMD2<Double>, at ξ: SIMD2<Double>) -> SIMD2<Double> {
    let (μ, σ) = (ξ.x, ξ.y)
    switch self {
    case .deviation: return v
    case .variance: return SIMD2(v.x, 2 * σ * v.y)
    case .θ: return SIMD2(v.x - 2 * μ * v.y / σ, v.y / σ) / (σ * σ)  // of (μ/σ², −1/(2σ²))
    case .η: return SIMD2(v.x, 2 * μ * v.x + 2 * σ * v.y)  // of (μ, μ² + σ²)
    }
  }

  /// The inverse of `velocity(of:at:)`: a velocity of this chart's coordinates at (μ, σ) as (μ̇, σ̇).
  public func deviationVelocity(of v: SIMD2<Double>, at ξ: SIMD2<Double>) -> SIMD2<Double> {
    let (μ, σ) = (ξ.x, ξ.y)
    switch self {
    case .deviation: return v
    case .variance: return SIMD2(v.x, v.y / (2 * σ))
    case .θ: return SIMD2(σ * σ * (v.x + 2 * μ * v.y), σ * σ * σ * v.y)
    case .η: return SIMD2(v.x, (v.y - 2 * μ * v.x) / (2 * σ))
    }
  }
}
