import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("the half plane of normal distributions")
struct HalfPlaneTests {
  static let pairs: [(SIMD2<Double>, SIMD2<Double>)] = [
    (SIMD2(0, 1), SIMD2(2, 0.5)), (SIMD2(-1, 0.3), SIMD2(-1, 2)), (SIMD2(0.5, 1), SIMD2(-3, 1)),
    (SIMD2(0, 1), SIMD2(1e-7, 1 + 1e-7)), (SIMD2(0, 0.01), SIMD2(1, 0.02)), (SIMD2(1, 1), SIMD2(1 + 1e-9, 4)),
  ]

  @Test("the geodesic starts and ends where it should, and its length by quadrature is the distance", arguments: pairs)
  func distance(a: SIMD2<Double>, b: SIMD2<Double>) {
    let geodesic = HalfPlaneGeodesic(from: a, to: b)
    let d = HalfPlane.distance(from: a, to: b)
    #expect(geodesic.point(at: 0).distance(to: a) == 0)
    #expect(geodesic.point(at: 1).distance(to: b) < 1e-13 * (1 + d * d))
    #expect(abs(geodesic.speed - d) < 1e-14 * (1 + d))
    let curve = ParametricCurve<SIMD2<Double>>(point: { geodesic.point(at: $0) }, velocity: { geodesic.velocity(at: $0) })
    #expect(abs(curve.length(in: HalfPlane.metric) - d) < 1e-12 * (1 + d))
    #expect(abs(curve.energy(in: HalfPlane.metric) - d * d / 2) < 1e-11 * (1 + d * d))  // constant speed
    #expect(abs(HalfPlane.distance(from: b, to: a) - d) < 1e-14 * (1 + d))
    // A detour is longer.
    let detour = ParametricCurve<SIMD2<Double>> { t in geodesic.point(at: t) + 0.1 * t * (1 - t) * SIMD2(a.y, 0) }
    #expect(detour.length(in: HalfPlane.metric, from: 0.01, to: 0.99) > 0.98 * d)
  }

  @Test("velocities are derivatives of points, and points solve the geodesic equation")
  func equation() {
    let geodesic = HalfPlaneGeodesic(from: SIMD2(0.2, 0.8), along: SIMD2(1.1, 0.6))
    for t in [-0.5, 0.0, 0.8] {
      let (x, v) = (geodesic.point(at: t), geodesic.velocity(at: t))
      for i in 0..<2 {
        let slope = sixthOrderDerivative(of: { geodesic.point(at: t + $0)[i] }, step: 1e-2)
        #expect(abs(slope - v[i]) < 1e-11)
      }
      // μ̈ = 2 μ̇ σ̇/σ,  σ̈ = σ̇²/σ − μ̇²/(2σ)
      let acceleration = (0..<2).map { i in sixthOrderDerivative(of: { geodesic.velocity(at: t + $0)[i] }, step: 1e-2) }
      #expect(abs(acceleration[0] - 2 * v.x * v.y / x.y) < 1e-10)
      #expect(abs(acceleration[1] - (v.y * v.y - v.x * v.x / 2) / x.y) < 1e-10)
    }
  }

  @Test("geodesics are half ellipses around the axis, or vertical lines")
  func ellipse() throws {
    let geodesic = HalfPlaneGeodesic(from: SIMD2(0.2, 0.8), along: SIMD2(-1.1, 0.6))
    let (center, radii) = try #require(geodesic.ellipse)
    for t in [-2.0, 0, 1, 3] {
      let p = geodesic.point(at: t)
      let (x, y) = ((p.x - center) / radii.x, p.y / radii.y)
      #expect(abs(x * x + y * y - 1) < 1e-12)
    }
    #expect(abs(radii.x / radii.y - 2.0.squareRoot()) < 1e-14)
    let vertical = HalfPlaneGeodesic(from: SIMD2(0.2, 0.8), along: SIMD2(0, 0.6))
    #expect(vertical.ellipse == nil)
    #expect(abs(vertical.point(at: 2).y - 0.8 * exp(1.5)) < 1e-14 && vertical.point(at: 2).x == 0.2)
    #expect(HalfPlaneGeodesic(from: SIMD2(0.2, 0.8), along: SIMD2(0, 0)).point(at: 1) == SIMD2(0.2, 0.8))
  }

  @Test("Exp and Log are inverse to one another", arguments: pairs)
  func inverse(a: SIMD2<Double>, b: SIMD2<Double>) {
    let v = HalfPlane.logarithm(from: a, to: b)
    #expect(HalfPlane.exponential(at: a, along: v).distance(to: b) < 1e-12)
    let w = SIMD2(0.7, -1.1) * a.y
    #expect(HalfPlane.logarithm(from: a, to: HalfPlane.exponential(at: a, along: w)).distance(to: w) < 1e-13)
  }

  @Test("the divergence by its definition, near and far", arguments: [SIMD2(1.0, 2.0), SIMD2(-0.5, 0.4), SIMD2(0.1, 1.05)])
  func divergence(b: SIMD2<Double>) {
    let a = SIMD2(0.0, 1.0)
    func log2p(_ x: Double, _ p: SIMD2<Double>) -> Double { -log(p.y) - (x - p.x) * (x - p.x) / (2 * p.y * p.y) }
    let byQuadrature = GaussLegendre(order: 20).integral(
      of: { x in exp(log2p(x, a)) / (2 * .pi).squareRoot() * (log2p(x, a) - log2p(x, b)) }, from: -12, to: 12, pieces: 24)
    #expect(abs(HalfPlane.divergence(from: a, to: b) - byQuadrature) < 1e-12)
    #expect(HalfPlane.divergence(from: a, to: SIMD2(0, -1)).isNaN)
    // ½ d² for near distributions, to relative 1e-4 at a distance of 1e-4, where the plain formula has no digits left.
    let near = SIMD2(3e-5, 1 + 5e-5), d = HalfPlane.distance(from: a, to: near)
    #expect(abs(HalfPlane.divergence(from: a, to: near) / (d * d / 2) - 1) < 2e-4)
  }
}

@Suite("conveniences for normal distributions")
struct NormalDistributionTests {
  let p = SIMD2(0.4, 0.7)

  @Test("density and score are those of the Gaussian, and the score is a derivative")
  func density() throws {
    let gaussian = try Gaussian(normal: p)
    #expect(gaussian.meanDeviation.distance(to: p) < 1e-15)
    for x in [-1.0, 0.5, 2] {
      #expect(abs(HalfPlane.logDensity(x, at: p) - gaussian.logDensity(at: [x])) < 1e-14)
      let s = HalfPlane.score(x, at: p)
      let F: (SIMD2<Double>) -> Double = { HalfPlane.logDensity(x, at: $0) }
      #expect(abs(taylorOrder(of: F, gradient: s, at: p, along: SIMD2(0.02, -0.03)) - 2) < 0.1)
      #expect(taylorOrder(of: F, gradient: s + SIMD2(0.2, -0.3), at: p, along: SIMD2(0.02, -0.03)) < 1.5)
    }
  }

  @Test("circles, tangents and straight curves")
  func curves() {
    for point in HalfPlane.circle(around: p, radius: 1.3, count: 7) {
      #expect(abs(HalfPlane.distance(from: p, to: point) - 1.3) < 1e-13)
    }
    #expect(abs(HalfPlane.metric.norm(HalfPlane.tangent(0.8, length: 2, at: p), at: p) - 2) < 1e-14)
    let q = SIMD2(-1, 1.5)
    let geodesic = ParametricCurve(HalfPlaneGeodesic(from: p, to: q))
    for chart in UnivariateChart.allCases {
      let curve = ParametricCurve(from: p, to: q, straightIn: chart)
      #expect(curve.point(0).distance(to: p) < 1e-15 && curve.point(1).distance(to: q) < 1e-15)
      #expect(curve.length(in: HalfPlane.metric) > geodesic.length(in: HalfPlane.metric) + 1e-3)
    }
    // Straight in θ or η, the energy is half of KL(p‖q) + KL(q‖p).
    let both = HalfPlane.divergence(from: p, to: q) + HalfPlane.divergence(from: q, to: p)
    for chart in [UnivariateChart.θ, .η] {
      let energy = ParametricCurve(from: p, to: q, straightIn: chart).energy(in: HalfPlane.metric, pieces: 64)
      #expect(abs(energy - both / 2) < 1e-12)
    }
  }
}

@Suite("geodesics of Gaussians of any dimension")
struct GaussianGeodesicTests {
  let start = try? Gaussian(mean: [0.3, -0.2], covariance: Matrix(rows: [[1.5, 0.4], [0.4, 0.8]]))
  let v = GaussianVelocity(mean: [0.6, -0.9], covariance: Matrix(rows: [[0.5, -0.3], [-0.3, -0.4]]))

  @Test("on the line it is the half plane")
  func line() throws {
    let p = try Gaussian(mean: [0.3], covariance: Matrix(rows: [[0.81]]))
    let (μʹ, σʹ) = (0.8, -0.5)
    let velocity = GaussianVelocity(mean: [μʹ], covariance: Matrix(rows: [[2 * 0.9 * σʹ]]))
    let exact = HalfPlaneGeodesic(from: SIMD2(0.3, 0.9), along: SIMD2(μʹ, σʹ))
    #expect(abs(p.squaredNorm(of: velocity) - exact.speed * exact.speed) < 1e-14)
    let end = try Gaussian(geodesic: p.geodesic(along: velocity).report.point)
    let q = exact.point(at: 1)
    #expect(abs(end.mean[0] - q.x) < 1e-9 && abs(end.covariance[0, 0] - q.y * q.y) < 1e-9)
  }

  @Test("the squared norm is the second order of the divergence, and of the Fisher matrix in θ")
  func norm() throws {
    let p = try #require(start)
    func moved(_ t: Double) throws -> Gaussian {
      try Gaussian(mean: p.mean.adding(t, v.mean), covariance: Matrix(2, 2) { p.covariance[$0, $1] + t * v.covariance[$0, $1] })
    }
    let rates = try (-3...3).map { try moved(1e-2 * Double($0)).parameters }
    let θʹ = Vector(count: 5) { i in sixthOrderDerivative(of: { rates[Int(($0 / 1e-2).rounded()) + 3][i] }, step: 1e-2) }
    var Iθʹ = θʹ
    Iθʹ.setProduct(p.fisherMatrix, θʹ)
    #expect(abs(θʹ.dot(Iθʹ) - p.squaredNorm(of: v)) < 1e-9)  // δ⁶ × the seventh derivative of Σ⁻¹
  }

  @Test("by the general equation with its metric, and by the matrix exponential")
  func plane() throws {
    let p = try #require(start)
    let end = try Gaussian(geodesic: p.geodesic(along: v).report.point)
    // The metric in (μ, Σ) by polarisation of its quadratic form.
    let layout = p.layout
    let metric = RiemannianMetric<Vector<Double>> { ξ in
      guard let q = try? Gaussian(ξ, in: .meanCovariance) else { return Matrix(zeros: 5, 5) }
      func form(_ i: Int, _ j: Int) -> Double {
        let w = layout.unpack(Vector(count: 5) { ($0 == i ? 1 : 0) + ($0 == j ? 1 : 0) }, offDiagonal: 1)
        return q.squaredNorm(of: GaussianVelocity(mean: w.0, covariance: w.1))
      }
      return Matrix(5, 5) { i, j in i == j ? form(i, i) / 4 : (form(i, j) - form(i, i) / 4 - form(j, j) / 4) / 2 }
    }
    let path = metric.geodesic(
      from: p.coordinates(.meanCovariance), along: layout.pack(v.mean, v.covariance, offDiagonal: 1), step: 5e-3,
      FlowSolver(tolerance: 1e-9))
    #expect(path.end.distance(to: end.coordinates(.meanCovariance)) < 1e-7)

    // Whitened by Σ = LLᵀ to a start at N(0, 1), the geodesic is a block of exp(tA):
    // A = (−B a 0; aᵀ 0 −aᵀ; 0 −a B),  exp(A) = (Δ δ Φ; …),  Σ⁻¹ = Δ, Σ⁻¹μ = δ, with B = Σ̇ and a = μ̇ at the start.
    let w = p.factor
    var (a, B) = (v.mean, v.covariance)
    w.solveTriangle(.asIs, &a)
    w.solveTriangle(.asIs, columnsOf: &B)
    B = B.transposed
    w.solveTriangle(.asIs, columnsOf: &B)
    let A = Matrix<Double>(5, 5) { i, j in
      switch (i, j) {
      case (0...1, 0...1): -B[i, j]
      case (3...4, 3...4): B[i - 3, j - 3]
      case (0...1, 2): a[i]
      case (2, 0...1): a[j]
      case (2, 3...4): -a[j - 3]
      case (3...4, 2): -a[i - 3]
      default: 0
      }
    }
    var (term, sum) = (Matrix<Double>.identity(5), Matrix<Double>.identity(5))
    for k in 1...60 {
      let before = term
      term.setProduct(before, .asIs, A, scaledBy: 1 / Double(k))
      sum.add(1, term)
    }
    var (Δ, m) = (Cholesky<Double>(dimension: 2), Vector(count: 2) { sum[$0, 2] })
    try Δ.factor(Matrix(2, 2) { sum[$0, $1] })
    Δ.solve(&m)
    let x = p.transformed(m)
    for i in 0..<2 { #expect(abs(x[i] - end.mean[i]) < 1e-9) }
    // det Σ scales with det L².
    #expect(abs(-Δ.logDeterminant + p.factor.logDeterminant - end.factor.logDeterminant) < 1e-9)
  }

  @Test("speed and Σ⁻¹μ̇ are conserved")
  func conservation() throws {
    let p = try #require(start)
    let way = p.geodesic(along: v)
    func conserved(_ t: Double) throws -> (Double, Vector<Double>) {
      let state = way.point(at: t)
      let q = try Gaussian(geodesic: state)
      let rest = p.layout.unpack(Vector(Array(state.elements.suffix(5))), offDiagonal: 1)
      let w = GaussianVelocity(mean: rest.0, covariance: rest.1)
      var u = w.mean
      q.factor.solve(&u)
      return (q.squaredNorm(of: w), u)
    }
    let (n, u) = try conserved(0)
    for t in [0.4, 1] {
      let (m, w) = try conserved(t)
      #expect(abs(m - n) < 1e-8 && w.distance(to: u) < 1e-8)
    }
  }
}
