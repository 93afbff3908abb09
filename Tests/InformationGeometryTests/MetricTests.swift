import Foundation
import InformationGeometry
import LinearAlgebra
import Synchronization
import Testing

/// A metric with nothing special about it: positive definite for all ξ.
private let bent = RiemannianMetric<SIMD2<Double>> { ξ in
  Matrix(rows: [[1 + ξ.x * ξ.x, 0.3 * sin(ξ.y)], [0.3 * sin(ξ.y), 2 + cos(ξ.x + ξ.y)]])
}

/// Counts how often the matrix of a metric is asked for: a class, since the metric and its test share the count.
private final class Calls: Sendable {
  private let number = Atomic(0)
  var count: Int { number.load(ordering: .relaxed) }

  func counting<P: RealPoint>(_ matrix: @escaping @Sendable (P) -> Matrix<Double>) -> RiemannianMetric<P> {
    RiemannianMetric { ξ in
      _ = self.number.add(1, ordering: .relaxed)
      return matrix(ξ)
    }
  }
}

@Suite("metrics, lengths and quadrature")
struct MetricTests {
  @Test("the Riemannian gradient is the vector whose inner products are the directional derivatives")
  func gradient() throws {
    func F(_ ξ: SIMD2<Double>) -> Double { sin(ξ.x) * exp(ξ.y) }
    let ξ = SIMD2(0.4, -0.7)
    let g = SIMD2(cos(ξ.x) * exp(ξ.y), sin(ξ.x) * exp(ξ.y))
    let grad = try bent.gradient(g, at: ξ)
    for v in [SIMD2(1, 0), SIMD2(0.3, -0.8), SIMD2(-2, 1.5)] {
      let slope = sixthOrderDerivative(of: { F(ξ + $0 * v) }, step: 1e-2)
      #expect(abs(bent.inner(grad, v, at: ξ) - slope) < 1e-12)  // δ⁶/140 and 1e-16/δ
      #expect(abs(bent.inner(grad + SIMD2(0.01, 0), v, at: ξ) - slope) > 1e-4)
    }
    #expect(abs(bent.norm(grad, at: ξ) - bent.inner(grad, grad, at: ξ).squareRoot()) < 1e-15)
    let flat = RiemannianMetric<SIMD2<Double>> { _ in Matrix(rows: [[1, 2], [2, 4]]) }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 1, dimension: 2)) { try flat.gradient(g, at: ξ) }
    #expect(RiemannianMetric<SIMD2<Double>>.euclidean.inner(g, ξ, at: ξ) == (g * ξ).sum())
  }

  @Test("the Fisher matrices of the charts are pull-backs of that in (μ, σ)", arguments: UnivariateChart.allCases)
  func charts(chart: UnivariateChart) {
    let metric = HalfPlane.metric.pulledBack(
      by: { chart.meanDeviation($0) },
      jacobian: { ζ in
        Matrix(2, 2) { i, j in
          sixthOrderDerivative(
            of: { shift in
              var moved = ζ
              moved[j] += shift
              return chart.meanDeviation(moved)[i]
            }, step: 1e-3)
        }
      })
    let ζ = chart.point(mean: 0.8, deviation: 1.3)
    let (G, I) = (metric.matrix(ζ), chart.fisherMatrix(ζ))
    // Differences are good to 1e-12; J enters squared, with entries up to 5.
    for i in 0..<2 { for j in 0..<2 { #expect(abs(G[i, j] - I[i, j]) < 1e-10, "\(i) \(j)") } }
  }

  @Test("a Gauss rule of n points is exact for degree 2n − 1 and not for 2n", arguments: [1, 2, 5, 8, 20])
  func quadrature(n: Int) {
    let rule = GaussLegendre(order: n)
    #expect(zip(rule.nodes, rule.nodes.dropFirst()).allSatisfy { $0 < $1 })
    func error(_ degree: Int) -> Double {
      let exact = (pow(2, Double(degree + 1)) - pow(-1, Double(degree + 1))) / Double(degree + 1)
      return abs(rule.integral(of: { pow($0, Double(degree)) }, from: -1, to: 2) / exact - 1)
    }
    for degree in 0..<2 * n { #expect(error(degree) < 1e-13) }
    if n < 8 { #expect(error(2 * n) > 1e-9) }
    #expect(abs(rule.integral(of: exp, from: 1, to: 0, pieces: 100) + exp(1) - 1) < (n == 1 ? 1e-4 : 1e-9))
  }

  @Test("the length does not depend on the clock or the coordinates, the energy depends on the clock")
  func length() {
    let curve = ParametricCurve<SIMD2<Double>> { t in SIMD2(t, 1 + t * t) }
    let late = ParametricCurve<SIMD2<Double>> { t in SIMD2(t * t, 1 + t * t * t * t) }
    let L = curve.length(in: HalfPlane.metric)
    #expect(abs(late.length(in: HalfPlane.metric) - L) < 1e-12)
    for chart in UnivariateChart.allCases {
      let mapped = ParametricCurve<SIMD2<Double>> { t in chart.point(mean: t, deviation: 1 + t * t) }
      #expect(abs(mapped.length(in: RiemannianMetric { chart.fisherMatrix($0) }) - L) < 1e-11)
    }
    let (E, Elate) = (curve.energy(in: HalfPlane.metric), late.energy(in: HalfPlane.metric))
    #expect(E > L * L / 2 && Elate > E)
    let straight = ParametricCurve(from: SIMD2(0.0, 1.0), to: SIMD2(3.0, 5.0))
    #expect(abs(straight.length(in: .euclidean) - 5) < 1e-14)
    #expect(abs(straight.energy(in: .euclidean, from: 0, to: 2) - 25) < 1e-13)
  }
}

@Suite("geodesics of any metric")
struct GeodesicEquationTests {
  @Test("in every chart it is the closed form of the half plane", arguments: UnivariateChart.allCases)
  func charts(chart: UnivariateChart) {
    let (ξ, v) = (SIMD2(0.3, 0.9), SIMD2(0.8, -0.5))
    let calls = Calls()
    let metric: RiemannianMetric<SIMD2<Double>> = calls.counting { chart.fisherMatrix($0) }
    let path = metric.geodesic(
      from: chart.point(mean: ξ.x, deviation: ξ.y), along: chart.velocity(of: v, at: ξ), step: 3e-3)
    #expect(path.metricEvaluations == calls.count)
    let exact = HalfPlaneGeodesic(from: ξ, along: v)
    for t in [0.25, 0.7, 1] {
      let p = chart.meanDeviation(path.point(at: t))
      #expect(p.distance(to: exact.point(at: t)) < 1e-8)  // the solver's tolerance is 1e-11, interpolation a few more digits
    }
    #expect(path.end.distance(to: path.point(at: 1)) == 0)
    // Leaving with another velocity is noticed.
    let wrong = metric.geodesic(from: chart.point(mean: ξ.x, deviation: ξ.y), along: chart.velocity(of: v * 1.001, at: ξ))
    #expect(chart.meanDeviation(wrong.end).distance(to: exact.point(at: 1)) > 1e-5)
  }

  @Test("it has constant speed, and is locally shorter than its neighbours")
  func minimality() {
    let path = bent.geodesic(from: SIMD2(0.1, 0.2), along: SIMD2(0.7, 0.4), step: 1e-2)
    func speed(_ t: Double) -> Double {
      let δ = 1e-3
      let v = (path.point(at: t + δ) - path.point(at: t - δ)) / (2 * δ)
      return bent.norm(v, at: path.point(at: t))
    }
    // Differences of the solver's interpolant: 1e-6 and its fourth order.
    for t in [0.3, 0.6, 0.9] { #expect(abs(speed(t) - speed(0.1)) < 1e-5) }
    func length(_ bulge: Double) -> Double {
      let curve = ParametricCurve<SIMD2<Double>> { t in
        path.point(at: t) + bulge * sin(.pi * (t - 0.01) / 0.98) * SIMD2(-0.4, 0.7)
      }
      return curve.length(in: bent, from: 0.01, to: 0.99)
    }
    #expect(length(0.05) > length(0) && length(-0.05) > length(0))
    #expect(abs(length(0.01) - length(-0.01)) < 0.02 * (length(0.01) - length(0)) + 1e-6)  // no first order
  }

  @Test("it stops where the metric is no longer positive definite")
  func border() {
    let calls = Calls()
    let metric: RiemannianMetric<SIMD2<Double>> = calls.counting { ξ in Matrix(rows: [[1 - ξ.x, 0], [0, 1]]) }
    let path = metric.geodesic(from: SIMD2(0, 0), along: SIMD2(1, 0), until: 2)
    #expect(path.trajectory.report.end == .stepUnderflow)
    #expect(path.metricEvaluations == calls.count)  // one matrix where it has no factor, not thirteen
    // √(1 − x) dx = dt reaches x = 1 at t = 2/3.
    #expect(abs(path.trajectory.report.time - 2.0 / 3) < 1e-3)
  }
}
