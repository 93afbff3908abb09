import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("the independence model")
struct ModelTests {
  let θ: Vector<Double> = [0.7, -1.3, 0.05]
  var model: IndependenceModel { IndependenceModel(parameters: θ) }

  @Test("coordinates go there and back", arguments: IndependenceCoordinates.allCases)
  func maps(coordinates: IndependenceCoordinates) {
    let ξ = model.coordinates(coordinates)
    let back = coordinates.convert(ξ, to: .θ)
    for i in 0..<3 { #expect(abs(back[i] - θ[i]) < 1e-14) }  // a few roundings; artanh is steep by 4 at most here
    for i in 0..<3 { #expect(abs(coordinates.probability(ξ[i]) - (1 + tanh(θ[i])) / 2) < 1e-15) }
  }

  @Test("the closed forms of each coordinate system are those of its definition", arguments: IndependenceCoordinates.allCases)
  func definitions(coordinates: IndependenceCoordinates) {
    for i in 0..<3 {
      let ξ = model.coordinates(coordinates)[i]
      let δ = 1e-5
      // Central differences: error δ² times a third derivative of size 1, and 1e-16/δ.
      let slope = (coordinates.mean(ξ + δ) - coordinates.mean(ξ - δ)) / (2 * δ)
      #expect(abs(coordinates.meanSlope(ξ) - slope) < 1e-9)
      let one = IndependenceModel([ξ], in: coordinates)
      let fisher = one.distribution.secondMoment { one.score(at: $0, in: coordinates) }[0, 0]
      #expect(abs(coordinates.fisherInformation(ξ) / fisher - 1) < 1e-13)
      #expect(abs(coordinates.naturalFactor(ξ) - coordinates.meanSlope(ξ) / fisher) < 1e-13)
    }
  }

  @Test("scores are gradients of log p and have mean zero", arguments: IndependenceCoordinates.allCases)
  func scores(coordinates: IndependenceCoordinates) {
    let ξ = model.coordinates(coordinates)
    let v: Vector<Double> = [0.03, -0.02, 0.05]
    for x in FiniteDistribution.cube(3) {
      let score = model.score(at: x, in: coordinates)
      let f = { IndependenceModel($0, in: coordinates).logDensity(at: x) }
      #expect(abs(taylorOrder(of: f, gradient: score, at: ξ, along: v) - 2) < 0.1)
      #expect(taylorOrder(of: f, gradient: spoilt(score, along: v), at: ξ, along: v) < 1.5)
    }
    let mean = model.distribution.expectation { model.score(at: $0, in: coordinates) }
    #expect(mean.maximumMagnitude < 1e-13)
  }

  @Test("ψ gives means and Fisher matrix, and the probabilities agree with the density")
  func family() {
    let ψ = { IndependenceModel(parameters: $0).logPartition }
    let v: Vector<Double> = [0.3, 0.2, -0.4]
    #expect(abs(taylorOrder(of: ψ, gradient: model.meanParameters, at: θ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: ψ, gradient: spoilt(model.meanParameters, along: v), at: θ, along: v) < 1.5)
    for i in 0..<3 {
      let row = centralDifferences(of: { IndependenceModel(parameters: $0).meanParameters[i] }, at: θ)
      for j in 0..<3 { #expect(abs(row[j] - model.fisherMatrix[i, j]) < 1e-9) }
    }
    for (x, p) in zip(model.distribution.states, model.distribution.probabilities) {
      #expect(abs(exp(model.logDensity(at: x)) - p) < 1e-15)
      var score = Vector<Double>(zeros: 3)
      model.addScore(at: x, weight: 2, to: &score)
      for i in 0..<3 { #expect(abs(score[i] - 2 * model.score(at: x, in: .θ)[i]) < 1e-13) }
    }
    #expect(IndependenceModel(parameters: [800]).logPartition == 800)  // no overflow
    let certain = IndependenceModel(parameters: [400, 400, -400, -400])
    #expect(certain.score(at: [1, -1, 1, -1], in: .θ) == [0, -2, 2, 0])  // x − η, with a variance of zero
  }

  @Test("the Fisher matrix is the second order of the divergence", arguments: IndependenceCoordinates.allCases)
  func divergence(coordinates: IndependenceCoordinates) {
    let ξ = model.coordinates(coordinates)
    let v: Vector<Double> = [0.1, -0.06, 0.08]
    var Iv = v
    Iv.setProduct(model.fisherMatrix(in: coordinates), v)
    func remainder(_ t: Double) -> Double {
      var moved = ξ
      moved.add(t, v)
      let q = IndependenceModel(moved, in: coordinates)
      let divergence = model.distribution.divergence(to: q.distribution)
      return abs(divergence - t * t / 2 * v.dot(Iv))
    }
    let ts = [0.4, 0.2, 0.1, 0.05]
    let q = IndependenceModel(parameters: [0.1, 0.2, 0.3])
    let byDensities = model.distribution.expectation { model.logDensity(at: $0) - q.logDensity(at: $0) }
    #expect(abs(model.distribution.divergence(to: q.distribution) - byDensities) < 1e-14)
    let order = fittedSlope(of: ts.map { log(remainder($0)) }, against: ts.map { log($0) })
    #expect(abs(order - 3) < 0.2)
  }

  @Test("covariance by definition")
  func covariance() {
    let p = model.distribution
    let covariance = p.covariance(of: { $0[0] * $0[1] }, and: { $0[0] })
    // Cov(X₁X₂, X₁) = η₂ (1 − η₁²) under independence.
    #expect(abs(covariance - tanh(-1.3) * (1 - tanh(0.7) * tanh(0.7))) < 1e-14)
    #expect(abs(p.expectation { $0[1] } - tanh(-1.3)) < 1e-14)
  }
}

@Suite("relaxed functions")
struct RelaxationTests {
  @Test("gradients in every coordinate system", arguments: IndependenceCoordinates.allCases, [2, 4])
  func gradients(coordinates: IndependenceCoordinates, n: Int) {
    let relaxation = Relaxation(scatteredFunction(n, seed: 8), in: coordinates)
    let ξ = IndependenceCoordinates.η.convert(scatteredPoint(n, within: 0.8, seed: 9), to: coordinates)
    let v = scatteredPoint(n, within: 0.1, seed: 10)
    let g = relaxation.gradient(at: ξ)
    #expect(abs(taylorOrder(of: { relaxation.value(at: $0) }, gradient: g, at: ξ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: { relaxation.value(at: $0) }, gradient: spoilt(g, along: v), at: ξ, along: v) < 1.5)
    var back = g
    back.setProduct(IndependenceModel(ξ, in: coordinates).fisherMatrix(in: coordinates), relaxation.naturalGradient(at: ξ))
    back.add(-1, g)
    #expect(back.maximumMagnitude < 1e-13)  // I (I⁻¹ g) = g to a few roundings
  }

  @Test("the gradient in θ is Cov(f, X), and the natural gradient in η equals it")
  func duality() {
    let f = scatteredFunction(4, seed: 11)
    let model = IndependenceModel(parameters: scatteredPoint(4, within: 1.5, seed: 12))
    let g = Relaxation(f, in: .θ).gradient(at: model.parameters)
    let natural = Relaxation(f, in: .η).naturalGradient(at: model.meanParameters)
    for i in 0..<4 {
      let covariance = model.distribution.covariance(of: { f.value(at: $0) }, and: { $0[i] })
      #expect(abs(g[i] - covariance) < 1e-13 && abs(natural[i] - covariance) < 1e-13)
    }
  }
}
