import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

@Suite("finite exponential families")
struct FiniteFamilyTests {
  /// Pairs on a chain of four bits, and a triple, away from the uniform distribution.
  let family: FiniteFamily = {
    let family = FiniteFamily(variables: 4, interactions: [[0], [1], [2], [3], [0, 1], [1, 2], [2, 3], [0, 1, 3]])
    return FiniteFamily(statistics: family.statistics, parameters: scatteredPoint(8, within: 0.8, seed: 3))
  }()

  @Test("statistics are products of the chosen variables")
  func statistics() {
    for (index, x) in FiniteDistribution.cube(4).enumerated() {
      let t = family.statistics(of: index)
      #expect(t[3] == x[3] && t[5] == x[1] * x[2] && t[7] == x[0] * x[1] * x[3])
    }
  }

  @Test("ψ has the gradient η, and η the Jacobian I")
  func derivatives() {
    let (θ, v) = (family.parameters, scatteredPoint(8, within: 0.3, seed: 4))
    let ψ = { FiniteFamily(statistics: family.statistics, parameters: $0).logPartition }
    #expect(abs(taylorOrder(of: ψ, gradient: family.meanParameters, at: θ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: ψ, gradient: spoilt(family.meanParameters, along: v), at: θ, along: v) < 1.5)
    for i in 0..<8 {
      let η = { FiniteFamily(statistics: family.statistics, parameters: $0).meanParameters[i] }
      let row = centralDifferences(of: η, at: θ)
      for j in 0..<8 { #expect(abs(row[j] - family.fisherMatrix[i, j]) < 1e-9) }  // error δ² and 1e-16/δ
    }
    #expect(abs(family.probabilities.reduce(0, +) - 1) < 1e-15 * 16)
  }

  @Test("with the single variables as statistics it is the independence model")
  func independence() {
    let θ = scatteredPoint(3, within: 1, seed: 9)
    let plain = FiniteFamily(variables: 3, interactions: [[0], [1], [2]])
    let family = FiniteFamily(statistics: plain.statistics, parameters: θ), model = IndependenceModel(parameters: θ)
    for (p, q) in zip(family.probabilities, model.distribution.probabilities) { #expect(abs(p - q) < 1e-15) }
    #expect(abs(family.logPartition - model.logPartition) < 1e-14)
    let f = scatteredFunction(3, seed: 2)
    let (g, h): (Vector<Double>, Vector<Double>) = (
      family.gradient(of: f.values), Relaxation(f, in: .θ).gradient(at: θ)
    )
    for i in 0..<3 { #expect(abs(g[i] - h[i]) < 1e-14) }
  }

  @Test("values of a polynomial at all points")
  func values() {
    let f = scatteredFunction(5, seed: 8)
    for (value, x) in zip(f.values, FiniteDistribution.cube(5)) { #expect(abs(value - f.value(at: x)) < 1e-13) }
  }

  @Test("the vanilla gradient is that of the mean")
  func gradient() {
    let f = scatteredFunction(4, seed: 5).values
    let F = { FiniteFamily(statistics: family.statistics, parameters: $0).expectation(of: f) }
    let (g, v) = (family.gradient(of: f), scatteredPoint(8, within: 0.3, seed: 6))
    #expect(abs(taylorOrder(of: F, gradient: g, at: family.parameters, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: F, gradient: spoilt(g, along: v), at: family.parameters, along: v) < 1.5)
  }

  @Test("the natural gradient solves the normal equations, and a spoilt one does not")
  func naturalGradient() throws {
    let f = scatteredFunction(4, seed: 5).values
    let v = try family.naturalGradient(of: f)
    var Iv = v
    Iv.setProduct(family.fisherMatrix, v)
    let g = family.gradient(of: f)
    for i in 0..<8 { #expect(abs(Iv[i] - g[i]) < 1e-13) }  // I is of condition below 100 here
    let direct = try family.naturalDirection(of: g)
    for i in 0..<8 { #expect(abs(v[i] - direct[i]) < 1e-12) }
    Iv.setProduct(family.fisherMatrix, spoilt(v, along: g))
    #expect((0..<8).contains { abs(Iv[$0] - g[$0]) > 1e-3 })
  }

  @Test(
    "a function in the span of T has its own coefficients as natural gradient, however near to the border",
    arguments: [
      0.0, 5, 20, 100, 300,
    ])
  func span(reach: Double) throws {
    let c = scatteredPoint(8, within: 1, seed: 12)
    var f = Vector<Double>(zeros: 16)
    f.setProduct(family.statistics, c)
    let far = FiniteFamily(statistics: family.statistics, parameters: scatteredPoint(8, within: reach, seed: 13))
    let v = try far.naturalGradient(of: f.elements.map { $0 + 3 })
    for i in 0..<8 { #expect(abs(v[i] - c[i]) < 1e-11) }
  }

  @Test("next to a face the regression stays right where the normal equations fail")
  func border() throws {
    // Independent bits with x₃ almost surely +1: ∂F/∂η is known in closed form.
    let plain = FiniteFamily(variables: 3, interactions: [[0], [1], [2]])
    let f = scatteredFunction(3, seed: 7)
    for θ₃ in [2.0, 10, 25, 60, 200] {
      let θ = Vector([0.3, -0.5, θ₃])
      let family = FiniteFamily(statistics: plain.statistics, parameters: θ)
      let exact: Vector<Double> = Relaxation(f, in: .η).gradient(at: IndependenceModel(parameters: θ).meanParameters)
      let v = try family.naturalGradient(of: f.values)
      for i in 0..<3 { #expect(abs(v[i] - exact[i]) < 1e-12, "θ₃ = \(θ₃)") }
      let byNormalEquations = try? family.naturalDirection(of: family.gradient(of: f.values))
      if θ₃ > 20 { #expect(byNormalEquations.map { abs($0[2] - exact[2]) > 1e-3 } ?? true) }
    }
  }

  @Test("linearly dependent statistics are an error")
  func dependent() {
    let T = Matrix<Double>(4, 2) { x, j in j == 0 ? Double(x) : 1 - 2 * Double(x) }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 2, dimension: 3)) {
      try FiniteFamily(statistics: T).naturalGradient(of: [1, 2, 0, 1])
    }
    #expect(throws: DomainError.notFinite(coordinate: 1)) { try FiniteFamily(statistics: T).with(parameters: [0, .nan]) }
  }

  @Test("samples have the probabilities")
  func sampling() {
    var random = RandomStream(seed: 21)
    let N = 40_000
    var counts = [Double](repeating: 0, count: 16)
    for x in family.samples(N, using: &random) { counts[x] += 1 }
    for (n, p) in zip(counts, family.probabilities) {
      #expect(abs(zScore(sum: n, mean: Double(N) * p, variance: Double(N) * p * (1 - p))) < 4.5)
    }
    #expect(family.state(at: 0) == 0 && family.state(at: 1) == 15)
  }

  @Test("a mean is met by moment matching")
  func fitted() throws {
    let plain = FiniteFamily(statistics: family.statistics)
    let found = try plain.fitted(toMean: family.meanParameters)
    for i in 0..<8 { #expect(abs(found.parameters[i] - family.parameters[i]) < 1e-11) }
  }
}

@Suite("natural flows of finite families")
struct FiniteFlowTests {
  @Test("the flow of a function in the span is a straight line to its optimum")
  func straight() {
    let f = scatteredFunction(3, seed: 4)
    let plain = FiniteFamily(interactionsOf: f)
    let start = FiniteFamily(statistics: plain.statistics, parameters: scatteredPoint(7, within: 2, seed: 5))
    let way = start.naturalTrajectory(of: f.values, .minimise, until: 4)
    let c = Vector(f.terms.filter { $0.variables != 0 }.map(\.coefficient))
    for i in 0..<7 { #expect(abs(way.point(at: 3)[i] - (start.parameters[i] - 3 * c[i])) < 1e-8) }
    let best = f.values.indices.min { f.values[$0] < f.values[$1] }!
    let straight = start.straightFlowEnd(along: c, .minimise)
    let integrated = start.naturalFlow(of: f.values, .minimise)
    #expect(straight.face == [best] && integrated.face == [best] && integrated.end == .condition)
    #expect(straight.probability > 1 - 1e-12 && integrated.probability > 1 - 1e-10)
    #expect(start.straightFlowEnd(along: c, .maximise).face != [best])
  }

  @Test("the flow of independent bits is that of the closed form, and ends at a local optimum", arguments: [1, 2, 3, 4, 5, 6])
  func independent(seed: Int) {
    let f = scatteredFunction(3, seed: 3 * seed)
    let plain = FiniteFamily(variables: 3, interactions: [[0], [1], [2]])
    let θ = scatteredPoint(3, within: 1, seed: seed)
    let report = FiniteFamily(statistics: plain.statistics, parameters: θ).naturalFlow(of: f.values, .minimise)
    #expect(report.face.count == 1 && f.localOptima(.minimise).contains(report.face[0]))
    let flow = GradientFlow(of: f, .natural, in: .θ, .minimise)
    let end = flow.end(from: θ, until: report.time).point
    #expect(report.face[0] == (0..<3).reduce(0) { $0 | (end[$1] > 0 ? 1 << $1 : 0) })
  }

  @Test("a function that does not see a bit ends on an edge, not in a corner")
  func face() {
    let x = PseudoBoolean.variables(2)
    let start = FiniteFamily(variables: 2, interactions: [[0], [1]])
    let report = start.naturalFlow(of: (x[0] + 0 * x[1]).values, .minimise)
    #expect(report.face == [0, 2] && abs(report.family.probabilities[0] - 0.5) < 1e-9)
    #expect(start.straightFlowEnd(along: [1, 0], .minimise).face == [0, 2])
  }

  @Test("local optima are the points that no flip improves")
  func localOptima() {
    #expect(toy.localOptima(.maximise) == [0, 3] && toy.localOptima(.minimise) == [1, 2])
  }

  @Test("the squared length of a velocity is that of the Fisher matrix")
  func length() {
    let plain = FiniteFamily(variables: 3, interactions: [[0], [1, 2]])
    let family = FiniteFamily(statistics: plain.statistics, parameters: [0.4, -0.7])
    let v = Vector([0.3, 1.1])
    var Iv = v
    Iv.setProduct(family.fisherMatrix, v)
    #expect(abs(family.squaredLength(of: v) - v.dot(Iv)) < 1e-14)
  }
}
