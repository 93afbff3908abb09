import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("searches over Gaussians")
struct SearchTests {
  let weights = RankUtilities.logarithmic.weights(count: 12)

  func sample(_ d: Int) throws -> GaussianSample {
    var random = RandomStream(seed: 3)
    return GaussianSample(of: try scatteredGaussian(d, seed: 4), count: 12, using: &random)
  }

  /// (δμ, δΣ) from scores and the chain rule: the natural gradient in η is Σ w (T − η), and Σ = E − μμᵀ.
  func velocity(_ sample: GaussianSample, _ w: [Double]) -> (Vector<Double>, Matrix<Double>) {
    let g = sample.gaussian
    var η = Vector<Double>(zeros: g.layout.count)
    for n in 0..<sample.count { g.addScore(at: sample.points.row(n), weight: w[n], to: &η) }
    var (dμ, dΣ) = g.layout.unpack(η, offDiagonal: 2)
    dΣ.addOuterProduct(-1, dμ, g.mean)
    dΣ.addOuterProduct(-1, g.mean, dμ)
    return (dμ, dΣ)
  }

  @Test("rank-μ CMA-ES is the Euler step of the natural gradient in (μ, Σ)", arguments: [1, 2, 5])
  func cma(d: Int) throws {
    let sample = try sample(d)
    let (dμ, dΣ) = velocity(sample, weights)
    let moved = try GaussianStep.meanCovariance.moved(sample, weights: weights, meanRate: 0.8, covarianceRate: 0.3)
    for i in 0..<d {
      #expect(abs(moved.mean[i] - (sample.gaussian.mean[i] + 0.8 * dμ[i])) < 1e-13)
      for j in 0..<d {
        #expect(abs(moved.covariance[i, j] - (sample.gaussian.covariance[i, j] + 0.3 * dΣ[i, j])) < 1e-12)
      }
    }
  }

  @Test("xNES is A exp(M) Aᵀ with A M Aᵀ = δΣ", arguments: [1, 2, 4])
  func xnes(d: Int) throws {
    let sample = try sample(d)
    let (dμ, dΣ) = velocity(sample, weights)
    let moved = try GaussianStep.exponential.moved(sample, weights: weights, meanRate: 1, covarianceRate: 0.4)
    var (M, C) = (dΣ, dΣ)
    let factor = sample.gaussian.factor, A = factor.lowerTriangle
    factor.solveTriangle(.asIs, columnsOf: &M)
    M = M.transposed
    factor.solveTriangle(.asIs, columnsOf: &M)  // A⁻¹ δΣ A⁻ᵀ
    let e = try M.exponential(scaledBy: 0.4)
    var Ae = A
    Ae.setProduct(A, e)
    C.setProduct(Ae, A, .transposed)
    for i in 0..<d {
      #expect(abs(moved.mean[i] - (sample.gaussian.mean[i] + dμ[i])) < 1e-13)
      for j in 0..<d { #expect(abs(moved.covariance[i, j] - C[i, j]) < 1e-11) }
    }
  }

  @Test("any two steps differ in second order of the rate, and no two are the same")
  func secondOrder() throws {
    let sample = try sample(3)
    let rates = [0.1, 0.05, 0.025, 0.0125]
    for (a, b) in [
      (GaussianStep.meanCovariance, GaussianStep.natural), (.exponential, .natural), (.meanCovariance, .exponential),
      (.expectation, .meanCovariance),
    ] {
      let gaps = try rates.map { rate in
        let moved = try [a, b].map { try $0.moved(sample, weights: weights, meanRate: rate, covarianceRate: rate) }
        var gap = moved[0].coordinates(.meanCovariance)
        gap.add(-1, moved[1].coordinates(.meanCovariance))
        return gap.norm
      }
      #expect(abs(fittedSlope(of: gaps.map { log($0) }, against: rates.map { log($0) }) - 2) < 0.15, "\(a) \(b)")
    }
  }

  @Test("utilities: sums, order, ties, and no change under an increasing function")
  func utilities() {
    for u in [RankUtilities.truncation(0.25), .logarithmic, .centred] {
      let w = u.weights(count: 10)
      #expect(abs(w.reduce(0, +) - (u == .centred ? 0 : 1)) < 1e-15)
      #expect(zip(w, w.dropFirst()).allSatisfy { $0 >= $1 } && w[0] > w[9])
      let f = scattered(10, seed: 4)
      #expect(u.weights(of: f, .minimise) == u.weights(of: f.map { exp(3 * $0) }, .minimise))
      #expect(u.weights(of: f, .minimise) == u.weights(of: f.map { -$0 }, .maximise))
      #expect(u.weights(of: f, .minimise) != u.weights(of: f, .maximise))
    }
    #expect(RankUtilities.truncation(0.5).weights(count: 4) == [0.5, 0.5, 0, 0])
    let third = 1.0 / 3, tied = RankUtilities.truncation(0.5).weights(of: [3, 1, 1, 1], .minimise)
    #expect(tied == [0, third, third, third])
    #expect(RankUtilities.truncation(0.5).weights(of: [.nan, 1, 2, 3], .minimise)[0] == 0)
    #expect(abs(RankUtilities.truncation(0.5).effectiveCount(of: 8) - 4) < 1e-12)
    #expect(abs(RankUtilities.truncation(0.5).covarianceRate(dimension: 2, count: 8) - 2 * (4 + 0.25 - 1.75) / 20) < 1e-12)
    // Of four points two count, as log 3 and log 3/2, before 1/4 is taken off.
    let (a, b) = (log(3.0), log(1.5)), centred = RankUtilities.centred.weights(count: 4)
    let effective = (a + b) * (a + b) / (a * a + b * b)
    #expect(abs(RankUtilities.centred.effectiveCount(of: 4) - effective) < 1e-12)
    #expect(abs(centred[0] - (a / (a + b) - 0.25)) < 1e-15 && abs(centred[3] + 0.25) < 1e-15)
    let rate = 2 * (effective + 1 / effective - 1.75) / (25 + effective)
    #expect(abs(RankUtilities.centred.covarianceRate(dimension: 3, count: 4) - rate) < 1e-12)
    #expect(SampleWeighting.values.weights(of: [1, 2, 6], .minimise) == [1, 0.5, -1.5])
  }

  @Test("the functions have their minimum 0 where they say, and the ellipsoid its condition")
  func objectives() {
    for d in [2, 5] {
      for shape in [SearchObjective.Shape.sphere, .ellipsoid(condition: 1e6), .rosenbrock] {
        let f = SearchObjective(shape, dimension: d)
        #expect(f.value(at: f.minimiser) == 0)
        let near = zip(f.minimiser, scattered(d, seed: 3)).map { $0 + 0.1 * $1 }
        #expect(f.value(at: near) > 0)
      }
    }
    let f = SearchObjective(.ellipsoid(condition: 1e6), dimension: 4)
    #expect(abs(f.value(at: [0, 0, 0, 2]) / f.value(at: [2, 0, 0, 0]) - 1e6) < 1e-6)
    #expect(SearchObjective(.rosenbrock, dimension: 3).value(at: [0, 2, 1]) == 1 + 400 + 100 * 9 + 1)
  }

  @Test("a search reaches the sphere's minimum, repeats itself, and its report is true")
  func reaches() throws {
    let f = SearchObjective(.sphere, dimension: 3)
    let start = try Gaussian(mean: [1, 1, 1], covariance: .identity(3))
    let search = GaussianSearch(.exponential, .ranks(.centred), sampleSize: 30, covarianceRate: 0.3)
    func run() -> SearchReport {
      var random = RandomStream(seed: 6)
      return search.minimise({ f.value(at: $0) }, from: start, target: 1e-8, limit: 20_000, using: &random)
    }
    let report = run()
    #expect(report.end == .target && report.best <= 1e-8 && report.evaluations < 5_000)
    #expect(report.history.count == (report.evaluations - 1) / 30)
    #expect(report.gaussian == run().gaussian && report.evaluations == run().evaluations)
  }

  @Test(
    "a search says how it ended",
    arguments: [
      (SearchEnd.evaluations, GaussianStep.meanCovariance, 0.1), (.collapsed, .exponential, 0.4), (.noStep, .natural, 1e9),
      (.diverged, .exponential, 1.0),
    ])
  func ends(end: SearchEnd, step: GaussianStep, rate: Double) throws {
    var random = RandomStream(seed: 9)
    let start = try Gaussian(mean: [3, 3], covariance: .identity(2))
    let weighting: SampleWeighting = end == .noStep || end == .diverged ? .values : .ranks(.logarithmic)
    let search = GaussianSearch(step, weighting, sampleSize: 12, meanRate: end == .noStep ? 0.01 : 1, covarianceRate: rate)
    func f(_ x: Span<Double>) -> Double {
      let r = (x[0] - 3) * (x[0] - 3) + (x[1] - 3) * (x[1] - 3)
      return end == .diverged ? exp(1000 * (1 + r)) : end == .noStep ? -r : r
    }
    let report = search.minimise(
      f, from: start, target: -.infinity, limit: end == .evaluations ? 100 : 100_000, using: &random)
    #expect(report.end == end)
  }

  @Test("on a plateau a search has nothing to go by, however wide it still is")
  func plateau() throws {
    var random = RandomStream(seed: 9)
    let start = try Gaussian(mean: [3, 3], covariance: .identity(2))
    let search = GaussianSearch(.exponential, .ranks(.centred), sampleSize: 12, covarianceRate: 0.4)
    let report = search.minimise({ _ in 7 }, from: start, target: 0, limit: 1000, using: &random)
    #expect(report.end == .collapsed && report.evaluations == 12 && report.best == 7)
    #expect(report.gaussian.covariance[0, 0] > 0.5)
  }
}
