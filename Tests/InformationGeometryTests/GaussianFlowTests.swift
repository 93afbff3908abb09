import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("Flows of Gaussians in more dimensions")
struct GaussianFlowTests {
  static let x = Polynomial.variables(2)
  static let polynomial =
    x[0] + 2 * x[1] - 3 * x[0].power(2) - 2 * x[0] * x[1] - 2 * x[1].power(2)
  static let quadratic = Quadratic(linear: [1, 2], matrix: Matrix(rows: [[-3, -1], [-1, -2]]))
  static let solver = FlowSolver(tolerance: 1e-11)

  static func start() throws -> Gaussian {
    try Gaussian(mean: [-1.2, 1.5], covariance: Matrix(rows: [[1, -0.5], [-0.5, 2]]))
  }

  static func distance(_ p: Gaussian, _ q: Gaussian) -> Double {
    p.coordinates(.meanCovariance).distance(to: q.coordinates(.meanCovariance))
  }

  @Test("a quadratic function read from a polynomial, its means and its maximum")
  func quadratic() throws {
    let f = try #require(Quadratic(Self.polynomial + 0.5))
    #expect(f.linear == [1, 2] && f.matrix == Self.quadratic.matrix && f.constant == 0.5)
    #expect(Quadratic(Self.polynomial * Self.x[0]) == nil)
    let p = try Self.start()
    let (a, b) = (f.expectedDerivatives(under: p), GaussianMean(of: Self.polynomial + 0.5).expectedDerivatives(under: p))
    #expect(abs(a.value - b.value) < 1e-13 && a.gradient.distance(to: b.gradient) < 1e-13 && a.hessian == b.hessian)
    let top = try #require(f.criticalPoint)
    #expect(top.distance(to: [0, 0.5]) < 1e-15)
    #expect(Quadratic(linear: [1, 2], matrix: Matrix(rows: [[1, 0], [0, -1]])).criticalPoint == nil)
    #expect(Quadratic(linear: [1], matrix: Matrix(rows: [[2]])).criticalPoint == [-0.25])
  }

  @Test("the vanilla velocity is the gradient of E[f]; a spoilt one is noticed", arguments: GaussianCoordinates.allCases)
  func gradient(coordinates: GaussianCoordinates) throws {
    let x = Self.x
    let objective = GaussianMean(of: Self.polynomial + 0.3 * x[0] * x[1].power(2) - 0.1 * x[0].power(4))
    let ξ = try Self.start().coordinates(coordinates)
    let g = GaussianFlow(of: objective, .vanilla, in: coordinates).velocity(at: ξ)
    var v = scatteredPoint(5, within: 0.05, seed: 4)
    v.add(0.02 / g.norm, g)
    let mean: (Vector<Double>) -> Double = { ξ in
      guard let p = try? Gaussian(ξ, in: coordinates) else { return .nan }
      return objective.expectedDerivatives(under: p).value
    }
    #expect(abs(taylorOrder(of: mean, gradient: g, at: ξ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: mean, gradient: spoilt(g, along: v), at: ξ, along: v) < 1.5)
  }

  @Test("the natural flow of a quadratic against its straight line in θ", arguments: GaussianCoordinates.allCases)
  func natural(coordinates: GaussianCoordinates) throws {
    let (flow, p) = (GaussianFlow(of: Self.quadratic, .natural, in: coordinates), try Self.start())
    let way = flow.trajectory(from: p, until: 3, Self.solver)
    #expect(way.report.end == .time)
    for t in [0.05, 0.4, 3] {
      let q = try flow.distribution(at: way.point(at: t))
      let closed = try Self.quadratic.naturalFlow(from: p, at: t)
      #expect(Self.distance(q, closed) < 1e-8)  // 1e-11 a step, over some hundred steps
      // The closed solution itself: Σ(t)⁻¹ = Σ₀⁻¹ − 2tA.
      let A = Self.quadratic.matrix
      let product = Matrix<Double>(2, 2) { i, j in
        (0..<2).reduce(0) { $0 + closed.covariance[i, $1] * (p.precision[$1, j] - 2 * t * A[$1, j]) }
      }
      for i in 0..<2 { for j in 0..<2 { #expect(abs(product[i, j] - (i == j ? 1 : 0)) < 1e-14) } }
      #expect(Self.distance(q, try Self.quadratic.naturalFlow(from: p, at: 1.001 * t)) > 1e-6)
    }
    #expect(Self.quadratic.naturalEnd(from: p) == .infinity)
  }

  @Test("the closed solutions in one dimension are those on the line")
  func line() throws {
    let f = Quadratic(linear: [0.7], matrix: Matrix(rows: [[-1.3]]))
    let p = try Gaussian(mean: [0.4], covariance: Matrix(rows: [[0.81]]))
    for t in [0.1, 2] {
      let (a, b) = (try f.naturalFlow(from: p, at: t), f.naturalFlow(from: SIMD2(0.4, 0.9), at: t))
      #expect(abs(a.mean[0] - b.x) < 1e-15 && abs(a.covariance[0, 0] - b.y * b.y) < 1e-15)
      let vanilla = 0.4 * exp(-2.6 * t) - 0.7 / 2.6 * expm1(-2.6 * t)  // μ' = 0.7 − 2.6 μ
      #expect(abs(f.vanillaMean(from: [0.4], at: t)[0] - vanilla) < 1e-15)
    }
    let line = Quadratic(linear: [0.7], matrix: Matrix(rows: [[0]]))
    #expect(line.vanillaMean(from: [1], at: 3) == [1 + 0.7 * 3])
    #expect(line.naturalFlow(from: SIMD2(1, 2), at: 3) == SIMD2(1 + 0.7 * 4 * 3, 2))
  }

  @Test("in one dimension the flow is the planar one", arguments: GradientKind.allCases)
  func planar(kind: GradientKind) throws {
    let x = Polynomial.variables(1)[0]
    let f = 6 * x + 8 * x.power(2) - x.power(3) - 2 * x.power(4)
    let p = try Gaussian(mean: [0.3], covariance: Matrix(rows: [[0.5]]))
    for (wide, chart) in zip(GaussianCoordinates.allCases, [UnivariateChart.variance, .θ, .η]) {
      let a = GaussianFlow(of: GaussianMean(of: f), kind, in: wide).end(from: p, until: 0.05, Self.solver)
      let b = UnivariateFlow(of: UnivariateMean(of: f), kind, in: chart)
        .end(from: chart.point(mean: 0.3, deviation: 0.5.squareRoot()), until: 0.05, Self.solver)
      #expect(SIMD2(a.point[0], a.point[1]).distance(to: b.point) < 1e-9 && a.end == b.end)
    }
  }

  @Test("vanilla in (μ, Σ): a straight line that leaves the positive cone")
  func vanilla() throws {
    let p = try Self.start()
    let flow = GaussianFlow(of: Self.quadratic, .vanilla, in: .meanCovariance)
    let way = flow.trajectory(from: p, until: 1, Self.solver)
    let expected = (10 - 86.0.squareRoot()) / 4  // the first zero of det Σ(t) = 7/4 − 10t + 2t²
    #expect(way.report.end == .boundary && abs(way.report.time - expected) < 1e-10)
    #expect(abs(Self.quadratic.vanillaEnd(from: p) - expected) < 1e-14)
    for t in [0.05, 0.15] {
      let ξ = way.point(at: t)
      let (μ, Σ) = (Self.quadratic.vanillaMean(from: p.mean, at: t), Self.quadratic.vanillaCovariance(from: p.covariance, at: t))
      #expect(ξ.distance(to: p.layout.pack(μ, Σ, offDiagonal: 1)) < 1e-9)
    }
    let last = way.point(at: 0.18)
    let spoilt = p.layout.pack(
      Self.quadratic.vanillaMean(from: p.mean, at: 0.18),
      Matrix(2, 2) { p.covariance[$0, $1] + 0.18 * Self.quadratic.matrix[$0, $1] }, offDiagonal: 1)
    #expect(last.distance(to: spoilt) > 0.1)  // without the factor 2 beside the diagonal
  }

  @Test("with Σ held", arguments: GradientKind.allCases)
  func held(kind: GradientKind) throws {
    let p = try Self.start()
    let way = MeanFlow(of: Self.quadratic, kind, covariance: p.covariance).trajectory(from: p.mean, until: 2, Self.solver)
    for t in [0.1, 0.6, 2] {
      let closed =
        kind == .natural
        ? Self.quadratic.heldNaturalFlow(from: p, at: t) : Self.quadratic.vanillaMean(from: p.mean, at: t)
      #expect(way.point(at: t).distance(to: closed) < 1e-9)
    }
    let free = try Self.quadratic.naturalFlow(from: p, at: 0.6).mean
    #expect(way.point(at: 0.6).distance(to: free) > 0.01)
  }

  @Test("descending, the natural flow ends when a covariance becomes infinite", arguments: GaussianCoordinates.allCases)
  func blowUp(coordinates: GaussianCoordinates) throws {
    let p = try Self.start()
    let up = Quadratic(linear: [-1, -2], matrix: Matrix(rows: [[3, 1], [1, 2]]))
    let expected = up.naturalEnd(from: p)
    #expect(throws: DomainError.self) { try up.naturalFlow(from: p, at: 1.0001 * expected) }
    #expect(throws: Never.self) { try up.naturalFlow(from: p, at: 0.9999 * expected) }
    let solver = FlowSolver(relativeTolerance: 1e-10, absoluteTolerance: 1e-10, stepLimit: coordinates == .η ? 2000 : 20_000)
    let report = GaussianFlow(of: Self.quadratic, .natural, in: coordinates, .minimise).end(from: p, until: 2, solver)
    #expect(abs(report.time - expected) < (coordinates == .η ? 1e-4 : 1e-7))
    let ends: [GaussianCoordinates: FlowEnd] = [.θ: .boundary, .meanCovariance: .stepUnderflow, .η: .stepLimit]
    #expect(report.end == ends[coordinates])
  }

  @Test("times of arrival are those of the closed solutions, and a target off the way is not reached")
  func arrival() throws {
    let (p, top) = (try Self.start(), Vector<Double>([0, 0.5]))
    let full = GaussianFlow(of: Self.quadratic, .natural, in: .θ)
    let t = try #require(full.arrivalTime(ofMeanAt: top, within: 0.01, from: p, until: 1e3, Self.solver))
    #expect(abs(try Self.quadratic.naturalFlow(from: p, at: t).mean.distance(to: top) - 0.01) < 1e-10)
    #expect(full.arrivalTime(ofMeanAt: top, within: 0.01, from: p, until: 0.9 * t, Self.solver) == nil)
    let held = MeanFlow(of: Self.quadratic, .natural, covariance: p.covariance)
    let u = try #require(held.arrivalTime(at: top, within: 0.01, from: p.mean, until: 1e3, Self.solver))
    #expect(abs(Self.quadratic.heldNaturalFlow(from: p, at: u).distance(to: top) - 0.01) < 1e-10)
    #expect(held.arrivalTime(at: [3, 3], within: 0.01, from: p.mean, until: 10, Self.solver) == nil)
  }

  @Test("a point outside of the domain has no velocity")
  func outside() {
    let flow = GaussianFlow(of: Self.quadratic, .natural, in: .meanCovariance)
    #expect(flow.velocity(at: [0, 0, 1, 1, 2])[0].isNaN)
    #expect(throws: DomainError.self) { try flow.distribution(at: [0, 0, 1, 1, 2]) }
  }

  @Test("without its way the same end")
  func end() throws {
    let flow = GaussianFlow(of: Self.quadratic, .natural, in: .η)
    let p = try Self.start()
    #expect(flow.end(from: p, until: 0.5) == flow.trajectory(from: p, until: 0.5).report)
  }
}
