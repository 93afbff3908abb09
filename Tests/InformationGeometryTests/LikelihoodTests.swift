import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

/// ℓ = (1/N) Σ_i log p(x_i; ξ).
private func meanLogLikelihood<Model: StatisticalModel>(_ p: Model, of data: [Model.Point]) -> Double {
  data.reduce(0) { $0 + p.logDensity(at: $1) } / Double(data.count)
}

@Suite("maximum likelihood")
struct LikelihoodTests {
  private func data() throws -> [Vector<Double>] {
    var rng = RandomStream(seed: 5).stream("data")
    return try Gaussian(mean: [1, -2], covariance: Matrix(rows: [[2, 0.7], [0.7, 1]])).samples(200, using: &rng)
  }

  @Test("the mean score is the gradient of the log-likelihood, and T̄ − η")
  func score() throws {
    let (data, p) = (try data(), try Gaussian(mean: [0.5, -1], covariance: .identity(2)))
    let g = p.meanScore(of: data)
    let ℓ: (Vector<Double>) -> Double = { (try? p.with(parameters: $0)).map { meanLogLikelihood($0, of: data) } ?? .nan }
    let v: Vector<Double> = [0.02, -0.03, 0.01, 0.02, -0.01]
    #expect(abs(taylorOrder(of: ℓ, gradient: g, at: p.parameters, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: ℓ, gradient: spoilt(g, along: v), at: p.parameters, along: v) < 1.5)
    let T = p.meanStatistics(of: data)
    for i in 0..<5 { #expect(abs(g[i] - (T[i] - p.meanParameters[i])) < 1e-12) }
  }

  @Test("one step in η is the maximum: sample mean and covariance; in θ it is Newton's step")
  func scoring() throws {
    let (data, p) = (try data(), try Gaussian(mean: [0.5, -1], covariance: .identity(2)))
    let q = try p.scoredInMeans(on: data)
    let n = Double(data.count)
    let mean = Vector(count: 2) { i in data.reduce(0) { $0 + $1[i] } / n }
    let covariance = Matrix(2, 2) { i, j in data.reduce(0) { $0 + ($1[i] - mean[i]) * ($1[j] - mean[j]) } / n }
    for i in 0..<2 {
      #expect(abs(q.mean[i] - mean[i]) < 1e-11)
      for j in 0..<2 { #expect(abs(q.covariance[i, j] - covariance[i, j]) < 1e-10) }
    }
    #expect(try p.fitted(to: data).meanParameters.distance(to: q.meanParameters) < 1e-9)
    #expect(throws: DomainError.self) { try p.fitted(to: Array(data.prefix(2))) }  // two points lie on a line

    // The Hessian of ℓ by differences of its gradient.
    let close = try q.with(parameters: q.parameters.adding(1e-2, [1, -1, 0.3, 0.2, 0.1]))
    let H = Matrix<Double>(5, 5) { i, j in
      sixthOrderDerivative(
        of: { shift in
          var θ = close.parameters
          θ[j] += shift
          return (try? close.with(parameters: θ))?.meanScore(of: data)[i] ?? .nan
        }, step: 1e-3)
    }
    let step = try close.scored(on: data).parameters.adding(-1, close.parameters)
    var Hstep = step
    Hstep.setProduct(H, step)
    Hstep.add(1, close.meanScore(of: data))
    #expect(Hstep.maximumMagnitude < 1e-8)  // H s = −∇ℓ
  }

  @Test("a curve of normal distributions: score, information, maximum")
  func curved() throws {
    var rng = RandomStream(seed: 6).stream("data")
    let p = try UnitVariationNormal(mean: 1.7)
    let data = p.samples(300, using: &rng)
    let ℓ: (Vector<Double>) -> Double = { (try? p.with(parameters: $0)).map { meanLogLikelihood($0, of: data) } ?? .nan }
    for μ in [1.2, 1.7] {
      let g = try p.with(parameters: [μ]).meanScore(of: data)
      #expect(abs(taylorOrder(of: ℓ, gradient: g, at: [μ], along: [0.3]) - 2) < 0.1)
      #expect(taylorOrder(of: ℓ, gradient: spoilt(g, along: [0.3]), at: [μ], along: [0.3]) < 1.5)
    }
    // ∫ p (∂ log p)² by quadrature, and the density of the plane.
    let moment = GaussLegendre(order: 20).integral(
      of: { exp(p.logDensity(at: $0)) * pow(p.score(at: $0)[0], 2) }, from: 1.7 - 17, to: 1.7 + 17, pieces: 30)
    #expect(abs(moment - p.fisherMatrix[0, 0]) < 1e-11)
    let plane = try Gaussian(mean: [1.7], covariance: Matrix(rows: [[1.7 * 1.7]]))
    #expect(abs(plane.logDensity(at: [0.3]) - p.logDensity(at: 0.3)) < 1e-14)
    let best = try UnitVariationNormal.fitted(to: data)
    #expect(abs(best.meanScore(of: data)[0]) < 1e-13)
    // Scoring converges to it.
    var q = try UnitVariationNormal(mean: data.reduce(0, +) / 300)
    for _ in 0..<20 { q = try q.scored(on: data) }
    #expect(abs(q.mean - best.mean) < 1e-12)
    #expect(throws: DomainError.notPositiveDefinite(pivot: 0, dimension: 1)) { try UnitVariationNormal(mean: -1) }
    #expect(throws: DomainError.notFinite(coordinate: 0)) { try UnitVariationNormal(mean: .nan) }
  }

  @Test("the scaled variance of a mean is the variance of a point, and one step of scoring is efficient")
  func efficiency() throws {
    var rng = RandomStream(seed: 7).stream("efficiency")
    let p = try UnitVariationNormal(mean: 1.5)
    let spread = try p.scaledVariances(of: UnitVariationNormal.estimates, sampleSize: 100, repetitions: 4000, using: &rng)
    let bound = 1.5 * 1.5 / 3
    // 4 standard errors; the terms of order 1/n of the last two are some per cent.
    #expect(abs(spread[0].value - 2.25) < 4 * spread[0].standardError)
    #expect(abs(spread[1].value - bound) < 4 * spread[1].standardError + 0.05 * bound)
    #expect(abs(spread[2].value - bound) < 4 * spread[2].standardError + 0.05 * bound)
    #expect(abs(spread[3].value - bound) < 4 * spread[3].standardError + 0.05 * bound)
    #expect(spread[0].value > 2.5 * bound)
    #expect(abs(spread[0].standardError / spread[0].value - (2.0 / 4000).squareRoot()) < 0.004)  // of normal estimates
  }
}
