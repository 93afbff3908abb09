import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("retractions and descent")
struct RetractionTests {
  static let all: [Retraction<SIMD2<Double>>] =
    UnivariateChart.allCases.map { .straight(in: $0) } + [.straightInLogDeviation, .meanOfDualSteps, .exponential]
  let ξ = SIMD2(0.4, 1.1), v = SIMD2(0.7, -0.4)

  @Test("velocities of charts are derivatives of their coordinates", arguments: UnivariateChart.allCases)
  func velocities(chart: UnivariateChart) {
    for i in 0..<2 {
      let slope = sixthOrderDerivative(
        of: { t in chart.point(mean: ξ.x + t * v.x, deviation: ξ.y + t * v.y)[i] }, step: 1e-2)
      #expect(abs(chart.velocity(of: v, at: ξ)[i] - slope) < 1e-9)  // δ⁶ times seventh derivatives of some thousands
    }
    let there = chart.velocity(of: v, at: ξ)
    #expect(chart.deviationVelocity(of: there, at: ξ).distance(to: v) < 1e-14)
  }

  @Test("a retraction stays at v = 0, starts along v, and has the order that it should", arguments: all.indices)
  func order(k: Int) throws {
    let R = Self.all[k]
    #expect(try R.step(ξ, SIMD2(0, 0)).distance(to: ξ) < 1e-15)
    for i in 0..<2 {
      let slope = try sixthOrderDerivative(of: { t in try R.step(ξ, t * v)[i] }, step: 1e-2)
      #expect(abs(slope - v[i]) < 1e-9)
    }
    guard R.name != "Exp" else { return }
    let ts = (3...8).map { exp2(-Double($0)) }
    let gaps = try R.distancesFromExponential(at: ξ, along: v, factors: ts).map { log($0) }
    let slope = fittedSlope(of: gaps, against: ts.map { log($0) })
    #expect(abs(slope - (R.name.hasPrefix("mean") ? 3 : 2)) < 0.1, "\(R.name): \(slope)")
    // A step that does not start along v has order 1.
    let spoilt = try ts.map { t in
      log(HalfPlane.distance(from: HalfPlane.exponential(at: ξ, along: t * v), to: try R.step(ξ, t * v * 1.01)))
    }
    #expect(fittedSlope(of: spoilt, against: ts.map { log($0) }) < 1.6)
  }

  @Test("steps that leave the domain are errors; Exp and (μ, log σ) never leave it")
  func domain() throws {
    let down = SIMD2(0, -2.0)
    for chart in [UnivariateChart.deviation, .variance, .η] {
      #expect(throws: DomainError.notPositiveDefinite(pivot: 0, dimension: 1)) {
        try Retraction.straight(in: chart).step(ξ, down)
      }
    }
    #expect(throws: DomainError.self) { try Retraction.straight(in: .θ).step(ξ, SIMD2(0, 2.0)) }
    #expect(throws: DomainError.self) { try Retraction.meanOfDualSteps.step(ξ, down) }
    for R in [Retraction.exponential, .straightInLogDeviation] {
      for w in [down, 100 * down, SIMD2(50, -3)] { #expect(try R.step(ξ, w).y > 0) }
      #expect(throws: DomainError.self) { try R.step(ξ, SIMD2(0, 5000)) }  // σ overflows
      #expect(throws: DomainError.self) { try R.step(ξ, SIMD2(0, -5000)) }  // σ underflows
    }
  }

  @Test("the share of directions that leave, by what is known of straight lines")
  func share() {
    // In (μ, σ) a step of Fisher length r leaves where r σ sin α/√2 < −σ: for r = 2, a quarter of all directions.
    let straight = Retraction.straight(in: .deviation)
    #expect(straight.shareLeaving(ξ, length: 2) == 0.25 && straight.shareLeaving(ξ, length: 1.4) == 0)
    #expect(Retraction.exponential.shareLeaving(ξ, length: 5) == 0)
  }

  @Test("in the plane, e- and m-geodesics of the family are straight in θ and η")
  func dual() throws {
    let (p, q) = (
      try Gaussian(mean: [0.4], covariance: Matrix(rows: [[1.21]])), try Gaussian(mean: [-1], covariance: Matrix(rows: [[4]]))
    )
    let (e, m) = (try p.exponentialGeodesic(to: q, at: 0.3), try p.mixtureGeodesic(to: q, at: 0.3))
    let θ = UnivariateChart.θ
    let between = θ.point(mean: 0.4, deviation: 1.1).mixed(with: θ.point(mean: -1, deviation: 2), 0.3)
    #expect(abs(e.parameters[0] - between.x) < 1e-14 && abs(e.parameters[1] - between.y) < 1e-14)
    // The mixture 0.7 p + 0.3 q has these moments.
    #expect(abs(m.mean[0] - (0.28 - 0.3)) < 1e-12)
    #expect(abs(m.covariance[0, 0] + 0.02 * 0.02 - (0.7 * (0.16 + 1.21) + 0.3 * 5)) < 1e-12)
    #expect(throws: DomainError.self) { try p.exponentialGeodesic(to: q, at: -3).exponentialGeodesic(to: q, at: 100) }
  }

  @Test("descent with Exp and with a retraction: exact for the squared distance")
  func descent() throws {
    let goal = SIMD2(-0.5, 0.6)
    // grad ½ d(ξ, goal)² = −Log_ξ(goal): one step of rate 1 along the geodesic ends there.
    let descent = RiemannianDescent({ -HalfPlane.logarithm(from: $0, to: goal) }, Retraction.exponential)
    #expect(try descent.step(from: ξ, rate: 1).distance(to: goal) < 1e-14)
    let half = descent.steps(3, rate: 0.5, from: ξ)
    #expect(half.count == 4)
    let near: (SIMD2<Double>) -> Bool = { HalfPlane.distance(from: $0, to: goal) < 0.3 }
    #expect(descent.count(rate: 0.5, from: ξ, limit: 9, until: near) == half.firstIndex(where: near))
    #expect(descent.count(rate: 0.5, from: ξ, limit: 1, until: near) == nil)
    #expect(abs(HalfPlane.distance(from: half[3], to: goal) * 8 - HalfPlane.distance(from: ξ, to: goal)) < 1e-13)
    let ascent = RiemannianDescent({ -HalfPlane.logarithm(from: $0, to: goal) }, Retraction.straight(in: .deviation), .maximise)
    let away = ascent.steps(50, rate: 1, from: SIMD2(-0.5, 0.5))
    #expect(away.count < 51)  // it leaves the domain downwards, and stops before
    #expect(away.allSatisfy { $0.y > 0 })
  }

  @Test("grad ½ d² = −Log by its definition")
  func squaredDistance() throws {
    let goal = SIMD2(-0.5, 0.6)
    let g = centralDifferences(of: { (x: SIMD2<Double>) in pow(HalfPlane.distance(from: x, to: goal), 2) / 2 }, at: ξ)
    let grad = try HalfPlane.metric.gradient(g, at: ξ)
    #expect(grad.distance(to: -HalfPlane.logarithm(from: ξ, to: goal)) < 1e-8)  // central differences: 1e-10 × σ²
  }
}
