import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("gradients from samples")
struct SampledGradientTests {
  /// Two bits with their product, four states: all samples of three points can be enumerated.
  let family: FiniteFamily = {
    let plain = FiniteFamily(variables: 2, interactions: [[0], [0, 1]])
    return FiniteFamily(statistics: plain.statistics, parameters: [0.4, -0.3])
  }()
  let f = [1.0, -2, 0.5, 3]

  /// The sample of given states.
  func sample(_ states: [Int]) -> EvaluatedSample {
    let η = family.meanParameters
    return EvaluatedSample(
      scores: Matrix(states.count, 2) { family.statistics[states[$0], $1] - η[$1] }, values: Vector(states.map { f[$0] }))
  }

  /// The mean of an estimate over all samples of three points.
  func mean(_ estimate: (EvaluatedSample) -> Double) -> Double {
    let p = family.probabilities
    var sum = 0.0
    for a in 0..<4 { for b in 0..<4 { for c in 0..<4 { sum += p[a] * p[b] * p[c] * estimate(sample([a, b, c])) } } }
    return sum
  }

  @Test("every baseline leaves the estimate without bias, summed over all samples", arguments: Baseline.allCases)
  func unbiased(baseline: Baseline) throws {
    let g = family.gradient(of: f), v = try family.naturalGradient(of: f)
    for i in 0..<2 {
      #expect(abs(mean { $0.gradient(baseline)[i] } - g[i]) < 1e-14)
      #expect(abs(mean { (try? $0.naturalGradient(under: family, baseline))?[i] ?? .nan } - v[i]) < 1e-13)
      #expect(abs(mean { $0.fisherMatrix[i, 0] } - family.fisherMatrix[i, 0]) < 1e-14)
    }
    // A baseline from the same points is biased, so that the enumeration can tell.
    let biased = mean { sample in
      let b = sample.values.sum / 3
      return sample.weighted(by: Vector(sample.values.elements.map { $0 - b }), scaledBy: 1.0 / 3)[0]
    }
    #expect(abs(biased - g[0]) > 0.01)
  }

  @Test("baselines take variance away: that of the formula")
  func variance() {
    let x = Polynomial.variables(1)[0]
    let f = x + 2 * x.power(2) + 20
    guard let p = try? Gaussian(mean: [0.5], covariance: Matrix(rows: [[0.8]])) else { return }
    let (N, runs) = (200, 400)
    var squares = [Baseline: Double]()
    let g = p.gradient(GaussianMean(of: f).expectedDerivatives(under: p), in: .θ)
    for baseline in Baseline.allCases {
      var random = RandomStream(seed: 5)
      squares[baseline] = (0..<runs).reduce(0) { sum, _ in
        let sample = EvaluatedSample(of: { f.value(at: $0) }, under: p, count: N, using: &random)
        let e = sample.gradient(baseline)[0] - g[0]
        return sum + e * e / Double(runs)
      }
    }
    // Var((f − b) (X − μ)) / N with b = 0 and the two baselines, by exact moments of X − μ.
    let moments = GaussianMean(of: (f * f) * (x - 0.5).power(2)).expectedDerivatives(under: p).value
    let mixed = GaussianMean(of: f * (x - 0.5).power(2)).expectedDerivatives(under: p).value
    let mean = GaussianMean(of: f).expectedDerivatives(under: p).value
    func variance(_ b: Double) -> Double { (moments - 2 * b * mixed + b * b * 0.8 - g[0] * g[0]) / Double(N) }
    // A variance from 400 runs has a standard error of 7 %; the mean of the sample adds terms of order 1/N.
    for (baseline, b) in [(Baseline.none, 0), (.mean, mean), (.optimal, mixed / 0.8)] {
      #expect(abs(squares[baseline]! / variance(b) - 1) < 0.3)
    }
    #expect(variance(mixed / 0.8) < variance(mean) && variance(mean) < variance(0) / 10)
  }

  @Test("the sampled natural gradient of a function in the span has no noise at all")
  func exact() throws {
    let g = try scatteredGaussian(2, seed: 3)
    let f = scatteredPolynomial(2, degree: 2, seed: 1)
    var random = RandomStream(seed: 4)
    let sample = EvaluatedSample(of: { f.value(at: $0) }, under: g, count: 9, using: &random)
    let v = try sample.naturalGradient()
    let exact = g.naturalGradient(GaussianMean(of: f).expectedDerivatives(under: g), in: .θ)
    for i in 0..<5 { #expect(abs(v[i] - exact[i]) < 1e-10) }  // nine points: condition up to some thousand
    let noisy = try sample.naturalGradient(under: g)
    #expect(abs(noisy[0] - exact[0]) > 0.01)
    #expect(throws: DomainError.self) {
      try EvaluatedSample(of: { f.value(at: $0) }, under: g, count: 5, using: &random).naturalGradient()
    }
    #expect(throws: DomainError.self) {
      try EvaluatedSample(scores: Matrix(zeros: 7, 2), values: Vector(zeros: 7)).naturalGradient()
    }
  }

  @Test("whitened moments give the same natural gradients as scores and a Fisher matrix")
  func stein() throws {
    let g = try scatteredGaussian(3, seed: 6)
    var random = RandomStream(seed: 8)
    let sample = GaussianSample(of: g, count: 40, using: &random)
    let w = scattered(40, seed: 2)
    var scores = Vector<Double>(zeros: 9)
    for n in 0..<40 { g.addScore(at: sample.points.row(n), weight: w[n], to: &scores) }
    let F = sample.derivatives(weights: w)
    let (vanilla, natural) = (g.gradient(F, in: .θ), g.naturalGradient(F, in: .θ))
    let solved = try g.naturalDirection(of: scores)
    for i in 0..<9 {
      #expect(abs(vanilla[i] - scores[i]) < 1e-11)
      #expect(abs(natural[i] - solved[i]) < 1e-10)
    }
    #expect(abs(F.value - w.reduce(0, +)) < 1e-14)
  }

  @Test("stochastic descent stays in the domain, and says how often it had to halve")
  func descent() throws {
    let x = Polynomial.variables(1)[0]
    let f = x.power(2)
    guard let start = try? Gaussian(mean: [2], covariance: Matrix(rows: [[1]])) else { return }
    var random = RandomStream(seed: 2)
    // Uphill, one step of θ₂ + λ with λ = 0.9 leaves θ₂ = −½ < 0: 0.9 and 0.45 are one too many and just right.
    let up = StochasticDescent(.sampled, rate: 0.9, sampleSize: 6, .maximise)
    let (moved, halvings) = try up.step(start, of: { f.value(at: $0) }, using: &random)
    #expect(halvings == 1 && abs(moved.parameters[1] - -0.05) < 1e-10)
    #expect(throws: DomainError.self) {
      try StochasticDescent(.sampled, rate: 1e9, sampleSize: 6, .maximise, halvingLimit: 3)
        .step(start, of: { f.value(at: $0) }, using: &random)
    }
    let down = StochasticDescent(.exact(.mean), rate: 0.05, sampleSize: 400)
    let (models, count) = down.path(from: start, of: { f.value(at: $0) }, steps: 60, using: &random)
    #expect(models.count == 61 && count == 0)
    // θ₂ = −½ − 60 · 0.05 = −3.5, up to noise.
    #expect(abs(models[60].parameters[1] + 3.5) < 0.5 && abs(models[60].mean[0]) < 0.5)
  }
}
