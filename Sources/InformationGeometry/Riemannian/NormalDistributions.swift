import Foundation
import LinearAlgebra

extension HalfPlane {
  /// log p(x) of N(μ, σ²), in nats.
  public static func logDensity(_ x: Double, at p: SIMD2<Double>) -> Double {
    let z = (x - p.x) / p.y
    return -log(2 * .pi) / 2 - log(p.y) - z * z / 2
  }

  /// The score ∂ log p(x)/∂(μ, σ) = (z, z² − 1)/σ, z = (x − μ)/σ.
  public static func score(_ x: Double, at p: SIMD2<Double>) -> SIMD2<Double> {
    let z = (x - p.x) / p.y
    return SIMD2(z, z * z - 1) / p.y
  }

  /// The tangent vector (μ̇, σ̇) at p of Fisher length r in direction α: r σ (cos α, sin α/√2).
  public static func tangent(_ α: Double, length r: Double, at p: SIMD2<Double>) -> SIMD2<Double> {
    r * p.y * SIMD2(cos(α), sin(α) / 2.0.squareRoot())
  }

  /// The points at Fisher–Rao distance r, as a closed polyline.
  public static func circle(around p: SIMD2<Double>, radius r: Double, count: Int = 120) -> [SIMD2<Double>] {
    (0...count).map { exponential(at: p, along: tangent(2 * .pi * Double($0) / Double(count), length: r, at: p)) }
  }
}

extension DivergenceSphere {
  /// Spheres around N(μ, σ²), in the coordinates of a chart.
  ///
  /// - Parameter p: (μ, σ).
  public init(aroundNormal p: SIMD2<Double>, in chart: UnivariateChart = .deviation) {
    let ξ = chart.point(mean: p.x, deviation: p.y)
    self.init(around: ξ, fisherMatrix: chart.fisherMatrix(ξ)) { HalfPlane.divergence(from: p, to: chart.meanDeviation($0)) }
  }
}

extension ParametricCurve where P == SIMD2<Double> {
  /// The curve of normal distributions from a to b, points (μ, σ), that is straight in a chart: in θ the e-geodesic, in η
  /// the m-geodesic.
  public init(from a: SIMD2<Double>, to b: SIMD2<Double>, straightIn chart: UnivariateChart) {
    let (α, β) = (chart.point(mean: a.x, deviation: a.y), chart.point(mean: b.x, deviation: b.y))
    let point: @Sendable (Double) -> SIMD2<Double> = { t in chart.meanDeviation(α.mixed(with: β, t)) }
    self.init(point: point, velocity: { t in chart.deviationVelocity(of: β - α, at: point(t)) })
  }

  /// A geodesic of the Fisher metric.
  public init(_ geodesic: HalfPlaneGeodesic) {
    self.init(point: { geodesic.point(at: $0) }, velocity: { geodesic.velocity(at: $0) })
  }
}

extension Retraction where P == SIMD2<Double> {
  /// The Fisher distance of the step R_ξ(t v) from the exponential map, for several t.
  public func distancesFromExponential(
    at ξ: SIMD2<Double>, along v: SIMD2<Double>, factors: [Double]
  ) throws(DomainError) -> [Double] {
    var distances: [Double] = []
    for t in factors {
      distances.append(HalfPlane.distance(from: HalfPlane.exponential(at: ξ, along: t * v), to: try step(ξ, t * v)))
    }
    return distances
  }

  /// The share of `count` directions in which a step of Fisher length r leaves the domain.
  public func shareLeaving(_ ξ: SIMD2<Double>, length r: Double, count: Int = 1000) -> Double {
    let angles = (0..<count).map { 2 * .pi * (Double($0) + 0.5) / Double(count) }
    return Double(angles.count { (try? step(ξ, HalfPlane.tangent($0, length: r, at: ξ))) == nil }) / Double(count)
  }
}

extension Gaussian {
  /// N(μ, σ²) on the line.
  ///
  /// - Parameter p: (μ, σ).
  public init(normal p: SIMD2<Double>) throws(DomainError) {
    try self.init(mean: [p.x], covariance: Matrix(rows: [[p.y * p.y]]))
  }

  /// (μ, σ) of a distribution on the line.
  public var meanDeviation: SIMD2<Double> {
    precondition(dimension == 1, "meanDeviation: of a Gaussian of dimension \(dimension)")
    return SIMD2(mean[0], covariance[0, 0].squareRoot())
  }
}
