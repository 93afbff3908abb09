import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

/// The sphere around N(μ, σ²) in one of the charts.
private func sphere(around p: SIMD2<Double>, in chart: UnivariateChart) -> DivergenceSphere {
  let ξ = chart.point(mean: p.x, deviation: p.y)
  return DivergenceSphere(around: ξ, fisherMatrix: chart.fisherMatrix(ξ)) {
    HalfPlane.divergence(from: p, to: chart.meanDeviation($0))
  }
}

@Suite("spheres of constant divergence")
struct DivergenceSphereTests {
  let p = SIMD2(0.6, 0.8)

  @Test("every point of the curve has the divergence ε", arguments: UnivariateChart.allCases, [1e-8, 1e-3, 0.02, 2])
  func curve(chart: UnivariateChart, ε: Double) throws {
    let sphere = sphere(around: p, in: chart)
    for ξ in try sphere.curve(divergence: ε, count: 36) {
      #expect(abs(HalfPlane.divergence(from: p, to: chart.meanDeviation(ξ)) / ε - 1) < 1e-10)
    }
    // Within the sphere the divergence is smaller: r is the first radius.
    let inner = sphere.center.mixed(with: try sphere.point(1, divergence: ε), 0.9)
    #expect(HalfPlane.divergence(from: p, to: chart.meanDeviation(inner)) < ε)
  }

  @Test("the ellipse approaches it as √ε")
  func ellipse() throws {
    let sphere = sphere(around: p, in: .deviation)
    let εs = [1e-2, 1e-3, 1e-4, 1e-5]
    let gaps = try εs.map { ε in
      try (0..<12).map { k in
        abs(try sphere.radius(0.3 + Double(k), divergence: ε) / sphere.ellipseRadius(0.3 + Double(k), divergence: ε) - 1)
      }.max()!
    }
    #expect(abs(fittedSlope(of: gaps.map { log($0) }, against: εs.map { log($0) }) - 0.5) < 0.05)
    for ξ in sphere.ellipse(divergence: 0.02, count: 9) {
      let Δ = ξ - p
      #expect(abs((Δ.x * Δ.x + 2 * Δ.y * Δ.y) / (p.y * p.y) / 2 - 0.02) < 1e-15)
    }
  }

  @Test("where no step reaches the divergence, it is an error")
  func unreachable() {
    let bounded = DivergenceSphere(around: SIMD2(0, 0), fisherMatrix: .identity(2)) { Δ in tanh((Δ * Δ).sum() / 2) }
    #expect(throws: DomainError.unreachable(distance: 0.5)) { try bounded.radius(0.3, divergence: 1.5) }
    #expect(throws: DomainError.self) { try bounded.steepestStep(of: { $0.x }, divergence: 1.5) }
    let singular = DivergenceSphere(around: SIMD2(0, 0), fisherMatrix: Matrix(rows: [[1, 1], [1, 1]])) { ($0 * $0).sum() }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 1, dimension: 2)) {
      try singular.naturalStep(gradient: SIMD2(1, 0), divergence: 0.1)
    }
  }

  @Test("for a linear function and a quadratic divergence the natural step is exact")
  func quadratic() throws {
    let I = Matrix<Double>(rows: [[2, 0.5], [0.5, 1]])
    let sphere = DivergenceSphere(around: SIMD2(1, 2), fisherMatrix: I) { x in
      let Δ = x - SIMD2(1, 2)
      return (2 * Δ.x * Δ.x + Δ.x * Δ.y + Δ.y * Δ.y) / 2
    }
    let g = SIMD2(0.3, -1.2)
    for sense in Sense.allCases {
      let step = try sphere.steepestStep(of: { (g * $0).sum() }, divergence: 0.3, sense)
      #expect(step.distance(to: try sphere.naturalStep(gradient: g, divergence: 0.3, sense)) < 1e-11)
      #expect((g * step).sum() * sense.sign > 0)
    }
  }

  @Test(
    "the steepest step is one distribution in all charts, and the natural step approaches it", arguments: UnivariateChart.allCases
  )
  func steepest(chart: UnivariateChart) throws {
    func F(_ q: SIMD2<Double>) -> Double { q.x * q.x * q.x + 2 * q.x * q.y * q.y + q.y }
    let g = centralDifferences(of: { F(chart.meanDeviation($0)) }, at: chart.point(mean: p.x, deviation: p.y))
    let (own, other) = (sphere(around: p, in: chart), sphere(around: p, in: .deviation))
    func angle(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { abs(atan2(a.x * b.y - a.y * b.x, (a * b).sum())) }
    let εs = [1e-2, 1e-3, 1e-4, 1e-5]
    var angles: [Double] = []
    for ε in εs {
      let step = try own.steepestStep(of: { F(chart.meanDeviation($0)) }, divergence: ε)
      let same = try other.steepestStep(of: F, divergence: ε)
      #expect(chart.meanDeviation(own.center + step).distance(to: other.center + same) < 1e-9)
      angles.append(angle(step, try own.naturalStep(gradient: g, divergence: ε)))
    }
    #expect(abs(fittedSlope(of: angles.map { log($0) }, against: εs.map { log($0) }) - 0.5) < 0.1)
    // Towards the vanilla direction the angle does not fall.
    let last = try own.steepestStep(of: { F(chart.meanDeviation($0)) }, divergence: 1e-5)
    #expect(angle(last, -g) > 0.05)
  }
}
