import Foundation
import LinearAlgebra

/// The distributions at a given divergence from one point of a plane of distributions, in one coordinate system.
///
///     D(Δ) = KL(p_ξ ‖ p_{ξ+Δ}) = ε
public struct DivergenceSphere: Sendable {
  public let center: SIMD2<Double>
  /// I(ξ), 2 × 2.
  public let fisherMatrix: Matrix<Double>
  /// KL(p_ξ ‖ p_{ξ+Δ}) in nats, as a function of ξ + Δ; NaN or ∞ outside the domain.
  public let divergence: @Sendable (SIMD2<Double>) -> Double

  public init(
    around ξ: SIMD2<Double>, fisherMatrix: Matrix<Double>, divergence: @escaping @Sendable (SIMD2<Double>) -> Double
  ) {
    precondition(fisherMatrix.rows == 2 && fisherMatrix.columns == 2, "DivergenceSphere: I \(fisherMatrix.rows)×…")
    (center, self.fisherMatrix, self.divergence) = (ξ, fisherMatrix, divergence)
  }

  /// uᵀ I u for the direction u = (cos α, sin α).
  private func squaredNorm(_ u: SIMD2<Double>) -> Double {
    let I = fisherMatrix
    return u.x * (I[0, 0] * u.x + I[0, 1] * u.y) + u.y * (I[1, 0] * u.x + I[1, 1] * u.y)
  }

  /// The radius, in direction α, of the ellipse ½ ΔᵀIΔ = ε, which approaches the sphere as ε falls: √(2ε/uᵀIu).
  public func ellipseRadius(_ α: Double, divergence ε: Double) -> Double {
    (2 * ε / squaredNorm(SIMD2(cos(α), sin(α)))).squareRoot()
  }

  // listing: radius
  /// The radius of the sphere in direction α: the first r with KL(p_ξ ‖ p_{ξ + r (cos α, sin α)}) = ε, to the last bit.
  ///
  /// The radius of the ellipse is doubled until it is too long, and the place of the sphere then found by regula falsi
  /// (Illinois) and bisection.
  ///
  /// - Throws: `DomainError.unreachable` where no step in this direction is ε away.
  public func radius(_ α: Double, divergence ε: Double) throws(DomainError) -> Double {
    precondition(ε > 0, "radius: a divergence of \(ε)")
    let u = SIMD2(cos(α), sin(α))
    func excess(_ r: Double) -> Double {
      let D = divergence(center + r * u)
      return D.isNaN ? .infinity : D - ε
    }
    var (low, high) = (0.0, ellipseRadius(α, divergence: ε))
    var (atLow, atHigh) = (-ε, excess(high))
    for _ in 0..<200 where atHigh < 0 {
      (low, atLow, high) = (high, atHigh, 2 * high)
      atHigh = excess(high)
    }
    guard atHigh >= 0 else { throw .unreachable(distance: -atHigh) }
    var side = 0
    for k in 0..<400 {
      let secant = (low * atHigh - high * atLow) / (atHigh - atLow)
      let r = k % 8 == 7 || !(secant > low && secant < high) ? (low + high) / 2 : secant
      if r <= low || r >= high { break }
      let value = excess(r)
      if value < 0 {
        (low, atLow) = (r, value)
        if side == -1 && atHigh.isFinite { atHigh /= 2 }
        side = -1
      } else {
        (high, atHigh) = (r, value)
        if value == 0 { break }
        if side == 1 { atLow /= 2 }
        side = 1
      }
    }
    return high
  }
  // listing end

  /// The point of the sphere in direction α.
  public func point(_ α: Double, divergence ε: Double) throws(DomainError) -> SIMD2<Double> {
    center + (try radius(α, divergence: ε)) * SIMD2(cos(α), sin(α))
  }

  /// The sphere as a closed polyline.
  public func curve(divergence ε: Double, count: Int = 180) throws(DomainError) -> [SIMD2<Double>] {
    var points: [SIMD2<Double>] = []
    for k in 0...count { points.append(try point(2 * .pi * Double(k) / Double(count), divergence: ε)) }
    return points
  }

  /// The ellipse ½ ΔᵀIΔ = ε as a closed polyline.
  public func ellipse(divergence ε: Double, count: Int = 180) -> [SIMD2<Double>] {
    (0...count).map { k in
      let α = 2 * .pi * Double(k) / Double(count)
      return center + ellipseRadius(α, divergence: ε) * SIMD2(cos(α), sin(α))
    }
  }
}

extension DivergenceSphere {
  // listing: steepest step
  /// The step Δ on the sphere that changes F most: Amari's problem before any approximation, for a finite ε.
  ///
  ///     argmin_Δ F(ξ + Δ)  subject to  KL(p_ξ ‖ p_{ξ+Δ}) = ε                                          [Amari98]
  ///
  /// 180 directions are tried; between the neighbours of the best, the zero of d/dα F(ξ + r(α) u(α)) is found.
  ///
  /// - Throws: `DomainError.unreachable` where some direction does not reach the sphere.
  public func steepestStep(
    of F: (SIMD2<Double>) -> Double, divergence ε: Double, _ sense: Sense = .minimise
  ) throws(DomainError) -> SIMD2<Double> {
    let spacing = 2 * Double.pi / 180
    var best = (height: -Double.infinity, α: 0.0)
    for k in 0..<180 {
      let α = Double(k) * spacing
      let height = sense.sign * F(try point(α, divergence: ε))
      if height > best.height { best = (height, α) }
    }
    func slope(_ α: Double) throws(DomainError) -> Double {
      try sixthOrderDerivative(
        of: { shift throws(DomainError) in sense.sign * F(try point(α + shift, divergence: ε)) }, step: 0.004)
    }
    var (low, high) = (best.α - spacing, best.α + spacing)
    while high - low > 1e-14 {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      if try slope(middle) > 0 { low = middle } else { high = middle }
    }
    return (try point((low + high) / 2, divergence: ε)) - center
  }
  // listing end

  /// The solution for small ε, with both F and the divergence replaced by their first terms.
  ///
  ///     Δ = ∓ √(2ε / gᵀI⁻¹g) I⁻¹ g,   g = ∇F
  ///
  /// - Throws: `DomainError.notPositiveDefinite` where I is not.
  public func naturalStep(
    gradient g: SIMD2<Double>, divergence ε: Double, _ sense: Sense = .minimise
  ) throws(DomainError) -> SIMD2<Double> {
    let I = fisherMatrix
    let natural = try RiemannianMetric<SIMD2<Double>> { _ in I }.gradient(g, at: center)
    return sense.sign * (2 * ε / (g * natural).sum()).squareRoot() * natural
  }
}
