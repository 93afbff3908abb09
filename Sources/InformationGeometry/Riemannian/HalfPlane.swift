import Foundation
import LinearAlgebra

/// The geometry of the normal distributions N(μ, σ²) under the Fisher metric, in closed form.
///
///     ds² = (dμ² + 2 dσ²) / σ²   in the half plane of points (μ, σ), σ > 0
///
/// With x = μ/√2 and y = σ it is 2 (dx² + dy²)/y², twice the metric of Poincaré's hyperbolic half plane: geodesics are
/// vertical lines and half circles around points of the axis y = 0, which are half ellipses in (μ, σ).  [AtkinsonMitchell81]
public enum HalfPlane {
  /// The Fisher metric in (μ, σ), diag(1/σ², 2/σ²).
  public static var metric: RiemannianMetric<SIMD2<Double>> {
    RiemannianMetric { ξ in Matrix(2, 2) { i, j in i == j ? (i == 0 ? 1 : 2) / (ξ.y * ξ.y) : 0 } }
  }

  // listing: distance
  /// The Fisher–Rao distance of two normal distributions, the length of the geodesic between them.
  ///
  ///     d = 2√2 arsinh √q/2,   q = ((μ₁ − μ₀)²/2 + (σ₁ − σ₀)²) / (σ₀ σ₁) = 2 (cosh(d/√2) − 1)
  public static func distance(from a: SIMD2<Double>, to b: SIMD2<Double>) -> Double {
    8.0.squareRoot() * asinh(chord(a, b).squareRoot() / 2)
  }
  // listing end

  /// q of `distance`.
  private static func chord(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    precondition(a.y > 0 && b.y > 0, "HalfPlane: deviations \(a.y) and \(b.y)")
    let Δ = b - a
    return (Δ.x * Δ.x / 2 + Δ.y * Δ.y) / (a.y * b.y)
  }

  /// Exp_ξ(v): where the geodesic that leaves ξ with velocity v is at time 1.
  ///
  /// - Parameters: ξ = (μ, σ); v = (μ̇, σ̇).
  public static func exponential(at ξ: SIMD2<Double>, along v: SIMD2<Double>) -> SIMD2<Double> {
    HalfPlaneGeodesic(from: ξ, along: v).point(at: 1)
  }

  // listing: logarithm
  /// Log_a(b): the velocity (μ̇, σ̇) at a of the geodesic that is at b at time 1; the inverse of Exp_a.
  ///
  ///     s = d/√2,   v = s/sinh s · σ₀/σ₁ · (Δμ, Δσ + σ₁ (cosh s − 1))
  public static func logarithm(from a: SIMD2<Double>, to b: SIMD2<Double>) -> SIMD2<Double> {
    let q = chord(a, b)
    let s = 2 * asinh(q.squareRoot() / 2)
    let share = s < 1e-8 ? 1 : s / sinh(s)
    return share * a.y / b.y * SIMD2(b.x - a.x, b.y - a.y + b.y * q / 2)
  }
  // listing end
}

/// A geodesic of the normal distributions N(μ, σ²), with constant speed.
public struct HalfPlaneGeodesic: Sendable, Equatable {
  /// (μ₀, σ₀), and (μ̇₀, σ̇₀).
  public let start: SIMD2<Double>, velocity: SIMD2<Double>

  /// - Precondition: σ₀ > 0.
  public init(from ξ: SIMD2<Double>, along v: SIMD2<Double>) {
    precondition(ξ.y > 0, "HalfPlaneGeodesic: deviation \(ξ.y)")
    (start, velocity) = (ξ, v)
  }

  /// The geodesic that is at a at time 0 and at b at time 1.
  public init(from a: SIMD2<Double>, to b: SIMD2<Double>) { self.init(from: a, along: HalfPlane.logarithm(from: a, to: b)) }

  /// ‖ẋ‖, the Fisher length of a unit of time: √(μ̇² + 2 σ̇²)/σ.
  public var speed: Double { (velocity.x * velocity.x + 2 * velocity.y * velocity.y).squareRoot() / start.y }

  // listing: exponential map
  /// The point at a time.
  ///
  ///     σ(t) = σ₀ / D,   μ(t) = μ₀ + √2 σ₀ cos α sinh s / D
  ///     D = cosh s − sin α sinh s,   s = t ‖ẋ‖/√2,   (cos α, sin α) ∝ (μ̇₀/√2, σ̇₀)
  public func point(at t: Double) -> SIMD2<Double> {
    let (s, direction) = arc(t)
    let D = denominator(s, direction).value
    return SIMD2(start.x + 2.0.squareRoot() * start.y * direction.x * sinh(s) / D, start.y / D)
  }

  /// The velocity (μ̇, σ̇) at a time.
  public func velocity(at t: Double) -> SIMD2<Double> {
    let (s, direction) = arc(t)
    let (D, slope) = denominator(s, direction)
    return speed / 2.0.squareRoot() * start.y / (D * D) * SIMD2(2.0.squareRoot() * direction.x, -slope)
  }
  // listing end

  /// s and (cos α, sin α).
  private func arc(_ t: Double) -> (Double, SIMD2<Double>) {
    let v = SIMD2(velocity.x / 2.0.squareRoot(), velocity.y)
    let length = (v * v).sum().squareRoot()
    return (t * length / start.y, length > 0 ? v / length : SIMD2(1, 0))
  }

  /// D = ((1 − sin α) eˢ + (1 + sin α) e^−s)/2 and its derivative, without cancellation on steep geodesics.
  private func denominator(_ s: Double, _ direction: SIMD2<Double>) -> (value: Double, slope: Double) {
    let (c, n) = (direction.x, direction.y)
    let (less, more) = n > 0 ? (c * c / (1 + n), 1 + n) : (1 - n, c * c / (1 - n))
    let (up, down) = (less * exp(s) / 2, more * exp(-s) / 2)
    return (up + down, up - down)
  }

  /// The centre (on the axis σ = 0) and the half axes, along μ and σ, of the ellipse on which the geodesic lies; nil for
  /// a vertical line.
  public var ellipse: (center: Double, radii: SIMD2<Double>)? {
    guard velocity.x != 0 else { return nil }
    let (_, direction) = arc(0)
    let radius = start.y / abs(direction.x)
    return (
      start.x + 2.0.squareRoot() * start.y * direction.y / direction.x, SIMD2(2.0.squareRoot() * radius, radius)
    )
  }
}

extension HalfPlane {
  /// KL(N(μ₀, σ₀²) ‖ N(μ₁, σ₁²)), in nats.
  ///
  ///     log (σ₁/σ₀) + (σ₀² + (μ₀ − μ₁)²)/(2σ₁²) − ½                                                  [Malago23]
  ///
  /// - Returns: NaN where σ₁ is not positive. For near distributions it has full relative accuracy: with r = (σ₀² −
  ///   σ₁²)/σ₁² the first and the last term are ½ (r − log(1 + r)).
  public static func divergence(from a: SIMD2<Double>, to b: SIMD2<Double>) -> Double {
    guard b.y > 0 else { return .nan }
    let r = (a.y - b.y) * (a.y + b.y) / (b.y * b.y)
    let z = (a.x - b.x) / b.y
    return (excessOverLogarithm(r) + z * z) / 2
  }

  /// r − log(1 + r), by its series near 0.
  private static func excessOverLogarithm(_ r: Double) -> Double {
    guard abs(r) < 0.1 else { return r - log1p(r) }
    var (sum, power) = (0.0, r * r)
    for k in 2...20 {
      sum += power / Double(k)
      power *= -r
    }
    return sum
  }
}
