import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("categorical distributions")
struct CategoricalTests {
  let p: Vector<Double> = [0.1, 0.25, 0.4, 0.25]

  @Test("coordinates, density and Fisher matrix by enumeration")
  func family() throws {
    let model = try Categorical(probabilities: p)
    #expect(try model.with(parameters: model.parameters).probabilities.distance(to: p) < 1e-15)
    let states = Array(0..<4)
    for x in states { #expect(abs(exp(model.logDensity(at: x)) - p[x]) < 1e-15) }
    var moment = Matrix<Double>(zeros: 3, 3)
    for x in states { moment.addOuterProduct(p[x], model.score(at: x), model.score(at: x)) }
    for i in 0..<3 { for j in 0..<3 { #expect(abs(model.fisherMatrix[i, j] - moment[i, j]) < 1e-15) } }
    var product = moment
    product.setProduct(model.fisherMatrix, .asIs, model.fisherMatrixOfMeans)
    for i in 0..<3 { for j in 0..<3 { #expect(abs(product[i, j] - (i == j ? 1 : 0)) < 1e-14) } }
    let v: Vector<Double> = [0.2, -0.1, 0.3]
    let ψ: (Vector<Double>) -> Double = { (try? model.with(parameters: $0))?.logPartition ?? .nan }
    #expect(abs(taylorOrder(of: ψ, gradient: model.meanParameters, at: model.parameters, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: ψ, gradient: spoilt(model.meanParameters, along: v), at: model.parameters, along: v) < 1.5)
    #expect(try model.fitted(toMean: [0.3, 0.2, 0.1]).probabilities.distance(to: [0.3, 0.2, 0.1, 0.4]) < 1e-12)
  }

  @Test("outside the simplex there is no distribution")
  func errors() {
    #expect(throws: DomainError.outsideSimplex(coordinate: 1, value: 0)) { try Categorical(probabilities: [0.5, 0, 0.5]) }
    #expect(throws: DomainError.outsideSimplex(coordinate: 0, value: -0.1)) { try Categorical(probabilities: [-0.1, 0.6, 0.5]) }
    #expect(throws: DomainError.self) { try Categorical(probabilities: [0.5, 0.6]) }
    #expect(throws: DomainError.notFinite(coordinate: 1)) { try Categorical(probabilities: [0.5, .nan]) }
    #expect(throws: DomainError.notFinite(coordinate: 0)) { try Categorical(parameters: [.infinity]) }
    #expect(throws: DomainError.outsideSimplex(coordinate: 1, value: 0)) { try Categorical(parameters: [800]) }
    #expect(throws: DomainError.self) { try Categorical(probabilities: p).fitted(toMean: [0.5, 0.5, 0.5]) }
  }

  @Test("samples: the state at u, and frequencies")
  func samples() throws {
    let model = try Categorical(probabilities: p)
    #expect([0, 0.0999, 0.1001, 0.3499, 0.3501, 0.7499, 0.7501, 0.9999].map(model.state) == [0, 0, 1, 1, 2, 2, 3, 3])
    var rng = RandomStream(seed: 8)
    let data = model.samples(20_000, using: &rng)
    for i in 0..<4 {
      let share = Double(data.count { $0 == i }) / 20_000
      #expect(abs(share - p[i]) < 4 * (p[i] * (1 - p[i]) / 20_000).squareRoot())  // 4 standard deviations
    }
  }

  @Test("distance and geodesic: on the sphere, by quadrature of the metric, and against the divergence")
  func distance() throws {
    let (a, b) = (try Categorical(probabilities: p), try Categorical(probabilities: [0.4, 0.3, 0.1, 0.2]))
    let d = a.distance(to: b)
    let cosine = (0..<4).reduce(0) { $0 + (p[$1] * b.probabilities[$1]).squareRoot() }
    #expect(abs(d - 2 * acos(cosine)) < 1e-14 && abs(b.distance(to: a) - d) < 1e-15)
    let metric = RiemannianMetric<Vector<Double>> { η in
      Matrix(3, 3) { i, j in (i == j ? 1 / η[i] : 0) + 1 / (1 - η.sum) }
    }
    let geodesic = ParametricCurve<Vector<Double>> { t in
      (try? a.geodesic(to: b, at: t))?.meanParameters ?? Vector(zeros: 3)
    }
    #expect(abs(geodesic.length(in: metric) - d) < 1e-10)
    let straight = ParametricCurve(from: a.meanParameters, to: b.meanParameters)
    #expect(straight.length(in: metric) > d + 1e-3)
    #expect(try a.geodesic(to: b, at: 1).probabilities.distance(to: b.probabilities) < 1e-14)
    #expect(try a.geodesic(to: a, at: 0.5) == a)
    #expect(throws: DomainError.self) { try a.geodesic(to: b, at: 8) }
    let near = try a.geodesic(to: b, at: 1e-3)
    #expect(abs(a.divergence(to: near) / (a.distance(to: near) * a.distance(to: near) / 2) - 1) < 1e-2)
  }

  @Test("the triangle: corners, round trip, and distances")
  func ternary() {
    for (k, corner) in Ternary.corners.enumerated() {
      #expect(Ternary.point(SIMD3(k == 0 ? 1 : 0, k == 1 ? 1 : 0, k == 2 ? 1.0 : 0)).distance(to: corner) < 1e-15)
    }
    let (p, q) = (SIMD3(0.2, 0.5, 0.3), SIMD3(0.6, 0.1, 0.3))
    #expect(Ternary.probabilities(Ternary.point(p)).distance(to: p) < 1e-15)
    #expect(abs(Ternary.point(p).distance(to: Ternary.point(q)) - p.distance(to: q) / 2.0.squareRoot()) < 1e-15)
    let grid = Ternary.grid(5)
    #expect(grid.count == 15 && grid.allSatisfy { abs($0.sum - 1) < 1e-15 && $0.elements.min()! > 0 })
  }
}

@Suite("polarisation and its flows")
struct PolarisationTests {
  let p: Vector<Double> = [0.2, 0.5, 0.3]

  @Test("derivatives, and gradients in each chart", arguments: SimplexChart.allCases)
  func gradients(chart: SimplexChart) {
    let d = Polarisation.derivatives(p)
    let ξ = chart.coordinates(p)
    #expect(chart.probabilities(ξ).distance(to: p) < 1e-15)
    // Directions in the chart: any for θ, tangent to the plane or to the sphere for the others.
    let raw: Vector<Double> = chart == .θ ? [0.1, -0.2] : [0.1, -0.2, 0.05]
    var v = raw
    if chart == .p { v = raw.mapped { $0 - raw.sum / 3 } }
    if chart == .sphere { v = raw.adding(-ξ.dot(raw) / 4, ξ) }
    func F(_ x: Vector<Double>) -> Double {
      let p = chart.probabilities(x)
      return Polarisation.value(p.mapped { $0 / p.sum })  // moves along a tangent of the sphere leave it at second order
    }
    let g = chart.gradient(d, at: p)
    #expect(abs(taylorOrder(of: F, gradient: g, at: ξ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: F, gradient: spoilt(g, along: v), at: ξ, along: v) < 1.5)
    if chart != .θ { #expect(abs(chart == .p ? g.sum : g.dot(ξ)) < 1e-15) }  // tangent

    // All natural gradients are one velocity of p: p_i (d_i − d̄); that of the sphere is also the vanilla one.
    let velocity = chart.probabilityVelocity(of: chart.naturalGradient(d, at: p), at: p)
    let mean = p.dot(d)
    for i in 0..<3 { #expect(abs(velocity[i] - p[i] * (d[i] - mean)) < 1e-15) }
    let vanilla = chart.probabilityVelocity(of: g, at: p)
    #expect((vanilla.distance(to: velocity) < 1e-15) == (chart == .sphere))
    // Velocities are derivatives of p along the chart.
    for i in 0..<3 {
      let slope = sixthOrderDerivative(of: { chart.probabilities(ξ.adding($0, g))[i] }, step: 1e-2)
      #expect(abs(slope - vanilla[i]) < 1e-12)
    }
  }

  @Test("the natural gradient in θ solves I x = ∇F")
  func fisher() throws {
    let model = try Categorical(probabilities: p)
    let d = Polarisation.derivatives(p)
    var product = SimplexChart.θ.naturalGradient(d, at: p)
    product.setProduct(model.fisherMatrix, SimplexChart.θ.naturalGradient(d, at: p))
    #expect(product.distance(to: SimplexChart.θ.gradient(d, at: p)) < 1e-15)
  }

  @Test("it is a monkey saddle: 2/9 − 3 a₁a₂a₃ at distance a from the centre")
  func saddle() {
    for a in [SIMD3(0.1, -0.3, 0.2), SIMD3(1.0 / 6, 1.0 / 6, -1.0 / 3)] {
      #expect(abs(Polarisation.value(a + 1.0 / 3) - (2.0 / 9 - 3 * a.x * a.y * a.z)) < 1e-15)
    }
    #expect(Polarisation.value(SIMD3(0.5, 0.5, 0)) == 0.25 && Polarisation.value(SIMD3(1.0, 0, 0)) == 0)
  }

  @Test("the natural flow is one flow in all charts")
  func invariance() {
    let solver = FlowSolver(tolerance: 1e-11)
    let ends = SimplexChart.allCases.map { chart in
      SimplexFlow({ Polarisation.derivatives($0) }, .natural, in: chart).path(from: p, until: 5, solver).last
    }
    for end in ends { #expect(end.distance(to: ends[0]) < 1e-9) }
    let vanilla = SimplexFlow({ Polarisation.derivatives($0) }, .vanilla, in: .θ).path(from: p, until: 5, solver).last
    #expect(vanilla.distance(to: ends[0]) > 0.01)
  }

  @Test("the projected flow reaches a face, slides, and ends at the middle of a side; down, it ends in a corner")
  func projection() {
    let up = SimplexFlow({ Polarisation.derivatives($0) }, .vanilla, in: .p).path(from: p, until: 60)
    #expect(up.contacts.count == 1 && up.last[0] == 0)
    #expect(up.last.distance(to: [0, 0.5, 0.5]) < 1e-6)
    let values = up.points.map { Polarisation.value($0) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(up.points.allSatisfy { abs($0.sum - 1) < 1e-9 && $0.elements.min()! > -1e-9 })
    let down = SimplexFlow({ Polarisation.derivatives($0) }, .vanilla, in: .p, .minimise).path(from: p, until: 60)
    #expect(down.end == .stationary && down.last.distance(to: [0, 1, 0]) < 1e-12)
    #expect(down.contacts.count == 2)
  }

  @Test("a face lets go where the flow turns away from it")
  func release() {
    // ṗ₀ is free of p₀ = 0 once p₁ > 0.9; later p₂ reaches 0, and at last the flow pushes against p₀ = 0 again.
    let flow = SimplexFlow({ p in [p[1] - 0.75, p[0] + 0.3, 0] }, .vanilla, in: .p)
    let path = flow.path(from: [0.05, 0.1, 0.85], until: 20, FlowSolver(tolerance: 1e-11))
    #expect(path.contacts.count == 4 && path.end == .stationary && path.last == [0, 1, 0])
    #expect(path.points.filter { $0[1] > 0.9 }.map { $0[0] }.max()! > 0.01)
    #expect(path.points.allSatisfy { $0.elements.min()! > -1e-9 })
    // On the face p₁ moves with speed 0.15 until 0.9: that is when it lets go.
    let p₁ = path.points.first { $0[0] == 0 }?[1] ?? .nan
    #expect(abs(path.contacts[1] - path.contacts[0] - (0.9 - p₁) / 0.15) < 1e-8)
  }
}
