import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("Flows of Gaussians on the line")
struct UnivariateFlowTests {
  static let x = Polynomial.variables(1)[0]
  static let parabola = UnivariateMean(of: x - 3 * x.power(2))
  static let quartic = UnivariateMean(of: 6 * x + 8 * x.power(2) - x.power(3) - 2 * x.power(4))
  static let closed = Quadratic(linear: [1], matrix: Matrix(rows: [[-3]]))
  static let solver = FlowSolver(tolerance: 1e-11)

  static func point(_ μ: Double, _ σ: Double, _ chart: UnivariateChart) -> SIMD2<Double> {
    chart.point(mean: μ, deviation: σ)
  }

  @Test("the vanilla velocity is the gradient of E[f]; a spoilt one is noticed", arguments: UnivariateChart.allCases)
  func gradient(chart: UnivariateChart) {
    let wave = UnivariateQuadrature { sin($0) + 0.2 * $0 }
    func check<F: UnivariateObjective>(_ f: F) {
      let ξ = Self.point(0.4, 0.8, chart)
      let g = UnivariateFlow(of: f, .vanilla, in: chart).velocity(at: ξ)
      // Along the gradient, turned a little, so that a change along v cannot be hidden.
      let v = SIMD2(g.x - 0.3 * g.y, g.y + 0.3 * g.x) * (0.05 / (g.x * g.x + g.y * g.y).squareRoot())
      let mean: (SIMD2<Double>) -> Double = { f.value(at: $0, in: chart) }
      #expect(abs(taylorOrder(of: mean, gradient: g, at: ξ, along: v) - 2) < 0.1)
      #expect(taylorOrder(of: mean, gradient: 1.02 * g, at: ξ, along: v) < 1.5)
      let down = UnivariateFlow(of: f, .vanilla, in: chart, .minimise).velocity(at: ξ)
      #expect(down == -g)
    }
    check(Self.quartic)
    check(wave)
  }

  @Test("Fisher matrix times natural velocity is the gradient", arguments: UnivariateChart.allCases)
  func natural(chart: UnivariateChart) {
    let ξ = Self.point(-0.6, 0.7, chart)
    let n = UnivariateFlow(of: Self.quartic, .natural, in: chart).velocity(at: ξ)
    let g = UnivariateFlow(of: Self.quartic, .vanilla, in: chart).velocity(at: ξ)
    var product = Vector<Double>(zeros: 2)
    product.setProduct(chart.fisherMatrix(ξ), [n.x, n.y])
    // Numbers up to 30; no subtraction of nearly equal ones.
    #expect(abs(product[0] - g.x) < 1e-12 && abs(product[1] - g.y) < 1e-12)
  }

  @Test("the natural flow of a parabola in every chart against its closed solution", arguments: UnivariateChart.allCases)
  func closedNatural(chart: UnivariateChart) {
    let flow = UnivariateFlow(of: Self.parabola, .natural, in: chart)
    let start = SIMD2(1.4, 0.9)
    let way = flow.trajectory(from: Self.point(start.x, start.y, chart), until: 20, Self.solver)
    #expect(way.report.end == .time)
    for t in [0.01, 0.3, 2, 20] {
      let c = Self.closed.naturalFlow(from: start, at: t)
      let (shrink, p) = (1 + 6 * 0.81 * t, chart.meanDeviation(way.point(at: t)))
      #expect(abs(c.x - (1.0 / 6 + (1.4 - 1.0 / 6) / shrink)) < 1e-14 && abs(c.y - 0.9 / shrink.squareRoot()) < 1e-15)
      #expect(p.distance(to: c) < 1e-8)  // tolerance 1e-11 in coordinates; from η, σ² = η₂ − η₁² and σ is 0.09 at the end
      let spoilt = Self.closed.naturalFlow(from: start, at: 1.001 * t)
      #expect(p.distance(to: spoilt) > 1e-6)
    }
  }

  @Test("vanilla flows of a parabola: closed in (μ, σ), and one that leaves the domain in (μ, σ²)")
  func closedVanilla() {
    let start = SIMD2(-0.8, 1.2)
    let way = UnivariateFlow(of: Self.parabola, .vanilla, in: .deviation).trajectory(from: start, until: 1.5, Self.solver)
    for t in [0.1, 0.7, 1.5] {
      let c = SIMD2(1.0 / 6 + (start.x - 1.0 / 6) * exp(-6 * t), 1.2 * exp(-6 * t))
      #expect(way.point(at: t).distance(to: c) < 1e-9)
    }
    let leaving = UnivariateFlow(of: Self.parabola, .vanilla, in: .variance).end(from: SIMD2(-0.8, 1.44), until: 10)
    #expect(leaving.end == .boundary && abs(leaving.time - 1.44 / 3) < 1e-9 && abs(leaving.point.y) < 1e-9)
  }

  @Test("descending, the natural flow blows up in (μ, σ) at the time at which it reaches the border in θ")
  func blowUp() {
    let σ = 0.7
    let expected = 1 / (6 * σ * σ)
    func end(_ chart: UnivariateChart) -> FlowReport<SIMD2<Double>> {
      UnivariateFlow(of: Self.parabola, .natural, in: chart, .minimise)
        .end(from: Self.point(0.5, σ, chart), until: 10, FlowSolver(tolerance: 1e-10))
    }
    let (inθ, inσ) = (end(.θ), end(.deviation))
    #expect(inθ.end == .boundary && abs(inθ.time - expected) < 1e-12)
    // The solver's error in σ shifts the time of the blow-up.
    #expect(inσ.end == .stepUnderflow && abs(inσ.time - expected) < 1e-8 && inσ.point.y > 1e4)
    #expect(UnivariateFlow(of: Self.parabola, .natural, in: .θ).end(from: Self.point(0.5, σ, .θ), until: 10).end == .time)
  }

  @Test("the natural flow of a quartic is one flow in all charts, the vanilla flow is not")
  func invariance() {
    func way(_ kind: GradientKind, _ chart: UnivariateChart, _ tolerance: Double) -> Trajectory<SIMD2<Double>> {
      UnivariateFlow(of: Self.quartic, kind, in: chart)
        .trajectory(from: Self.point(0.6, 0.9, chart), until: 0.5, FlowSolver(tolerance: tolerance))
    }
    for chart in [UnivariateChart.variance, .θ, .η] {
      func gap(_ kind: GradientKind, _ tolerance: Double) -> Double {
        way(kind, .deviation, tolerance).greatestDistance(
          to: way(kind, chart, tolerance), mapping: { $0 }, and: chart.meanDeviation)
      }
      #expect(gap(.natural, 1e-10) < 1e-7)
      #expect(gap(.natural, 1e-10) < 1e-2 * gap(.natural, 1e-5))
      let orbits = [UnivariateChart.deviation, chart].map { c in way(.vanilla, c, 1e-8).polyline().map(c.meanDeviation) }
      #expect(orbitDistance(from: orbits[0], to: orbits[1]) > 0.02)
    }
  }

  @Test("without its way the same end; the time of arrival is that of the closed solution")
  func arrival() throws {
    let flow = UnivariateFlow(of: Self.parabola, .vanilla, in: .deviation)
    let (start, target) = (SIMD2(1.0 / 6, 1.0), SIMD2(1.0 / 6, 0))
    let way = flow.trajectory(from: start, until: 1, Self.solver)
    #expect(flow.end(from: start, until: 1, Self.solver) == way.report)
    let t = try #require(flow.arrivalTime(at: target, within: 1e-3, from: start, until: 10, Self.solver))
    #expect(abs(t - log(1000) / 6) < 1e-7)  // 1e-11 of error at a distance of 1e-3
    #expect(flow.arrivalTime(at: target, within: 1e-3, from: start, until: 1) == nil)
    let leaving = UnivariateFlow(of: Self.parabola, .vanilla, in: .variance)
    #expect(leaving.arrivalTime(at: SIMD2(2, 0), within: 1e-3, from: SIMD2(1, 1), until: 10) == nil)
  }

  @Test("even times divide the length of an orbit evenly")
  func even() {
    // From (1/6, 1) the vanilla orbit is the straight way to σ = e^{−6t}.
    let way = UnivariateFlow(of: Self.parabola, .vanilla, in: .deviation)
      .trajectory(from: SIMD2(1.0 / 6, 1), until: 0.4, Self.solver)
    let times = way.evenTimes(5), widths = times.map { exp(-6 * $0) }
    #expect(times[0] == 0 && times[4] == 0.4)
    for k in 1...4 { #expect(abs(widths[k - 1] - widths[k] - (1 - exp(-2.4)) / 4) < 0.005) }
  }

  @Test("the flow of a function known by its values only is the flow of its polynomial")
  func quadrature() {
    let function = UnivariateQuadrature(order: 4) { x in ((-2 * x - 1) * x + 8) * x * x + 6 * x }
    for (kind, chart) in [(GradientKind.natural, UnivariateChart.deviation), (.vanilla, .η), (.natural, .θ)] {
      let start = Self.point(0.2, 0.6, chart)
      let a = UnivariateFlow(of: function, kind, in: chart).trajectory(from: start, until: 0.1, Self.solver)
      let b = UnivariateFlow(of: Self.quartic, kind, in: chart).trajectory(from: start, until: 0.1, Self.solver)
      #expect(a.report.point.distance(to: b.report.point) < 1e-8 && a.report.end == b.report.end)
    }
  }
}
