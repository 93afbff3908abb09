import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("divergences and potentials")
struct DivergenceTests {
  /// KL(p ‖ q) as the mean of log p − log q, a polynomial of degree two: exact by the rule.
  private func byDefinition(_ p: Gaussian, _ q: Gaussian) -> Double {
    p.momentRule.expectation { p.logDensity(at: $0) - q.logDensity(at: $0) }
  }

  private func generic<Family: ExponentialFamily>(_ p: Family, _ q: Family) -> [Double] {
    [p.divergence(to: q), q.logPartitionDivergence(to: p), p.negativeEntropyDivergence(to: q), p.canonicalDivergence(to: q)]
  }

  @Test("closed form, definition and Bregman divergences agree, with arguments in their order", arguments: [1, 2, 4])
  func gaussians(d: Int) throws {
    let (p, q) = (try scatteredGaussian(d, seed: 41), try scatteredGaussian(d, seed: 44))
    for (a, b) in [(p, q), (q, p)] {
      let expected = byDefinition(a, b)
      #expect(expected > 0.1)
      #expect(abs(a.divergence(to: b) - expected) < 1e-11)  // sums of numbers up to 100
      for value in generic(a, b) { #expect(abs(value - expected) < 1e-11) }
    }
    #expect(abs(p.divergence(to: q) - q.divergence(to: p)) > 1e-3)  // exchanged arguments are noticed
    #expect(p.divergence(to: p) < 1e-28 && abs(p.canonicalDivergence(to: p)) < 1e-13)
  }

  @Test("the slides' formula on the line")
  func line() throws {
    let (μ₀, σ₀, μ₁, σ₁) = (0.3, 0.8, -0.5, 1.7)
    let p = try Gaussian(mean: [μ₀], covariance: Matrix(rows: [[σ₀ * σ₀]]))
    let q = try Gaussian(mean: [μ₁], covariance: Matrix(rows: [[σ₁ * σ₁]]))
    let slide = log(σ₁ / σ₀) + (σ₀ * σ₀ + (μ₀ - μ₁) * (μ₀ - μ₁)) / (2 * σ₁ * σ₁) - 0.5
    #expect(abs(p.divergence(to: q) - slide) < 1e-15)
  }

  @Test("near distributions lose half of the digits that the textbook's formula loses")
  func near() throws {
    let p = try scatteredGaussian(3, seed: 45), v = scatteredPoint(p.layout.count, within: 1, seed: 2)
    let I = p.fisherMatrix(in: .meanCovariance)
    var Iv = v
    Iv.setProduct(I, v)
    func relative(_ t: Double) throws -> Double {
      var ξ = p.coordinates(.meanCovariance)
      ξ.add(t, v)
      return abs(p.divergence(to: try Gaussian(ξ, in: .meanCovariance)) / (t * t / 2 * v.dot(Iv)) - 1)
    }
    // KL = t²/2 vᵀIv (1 + O(t)): the remainder falls in proportion, down to t = 10⁻⁶ where KL is 10⁻¹².
    let ts = [1e-3, 1e-4, 1e-5, 1e-6]
    let order = try fittedSlope(of: ts.map { log(try relative($0)) }, against: ts.map { log($0) })
    #expect(abs(order - 1) < 0.05)
  }

  @Test("the generic divergences are those of a finite family too")
  func independence() {
    let p = IndependenceModel(parameters: [0.7, -1.3, 0.2]), q = IndependenceModel(parameters: [-0.4, 0.1, 0.9])
    let expected = p.distribution.divergence(to: q.distribution)
    for value in generic(p, q) { #expect(abs(value - expected) < 1e-13) }
    #expect(abs(p.entropy + p.distribution.expectation { p.logDensity(at: $0) }) < 1e-13)
  }

  @Test("the potentials of coordinates alone are those of the distribution", arguments: [1, 2, 4])
  func potentials(d: Int) throws {
    let p = try scatteredGaussian(d, seed: 46), (θ, η) = (p.coordinates(.θ), p.coordinates(.η))
    let (ψ, φ) = (try GaussianPotentials.logPartition(natural: θ), try GaussianPotentials.negativeEntropy(expectation: η))
    #expect(abs(ψ - p.logPartition) < 1e-12 && abs(φ - p.negativeEntropy) < 1e-12)
    #expect(abs(ψ + φ - θ.dot(η)) < 1e-12)
    #expect(abs(p.entropy + p.momentRule.expectation { p.logDensity(at: $0) }) < 1e-12)
    let x = scatteredPoint(d, within: 2, seed: 1)
    #expect(abs(try GaussianPotentials.logDensity(at: x, expectation: η) - p.logDensity(at: x)) < 1e-11)
    let v = scatteredPoint(θ.count, within: 0.05, seed: 3)
    let valueψ = { (try? GaussianPotentials.logPartition(natural: $0)) ?? .nan }
    let valueφ = { (try? GaussianPotentials.negativeEntropy(expectation: $0)) ?? .nan }
    #expect(abs(taylorOrder(of: valueψ, gradient: η, at: θ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: valueψ, gradient: spoilt(η, along: v), at: θ, along: v) < 1.5)
    #expect(abs(taylorOrder(of: valueφ, gradient: θ, at: η, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: valueφ, gradient: spoilt(θ, along: v), at: η, along: v) < 1.5)
    // With the printed sign of μ² the Legendre sum is not zero.
    let printed = p.layout.pack(
      p.mean, Matrix(d, d) { p.covariance[$0, $1] - p.mean[$0] * p.mean[$1] }, offDiagonal: GaussianCoordinates.η.pairFactor)
    #expect(abs(ψ + φ - θ.dot(printed)) > 1e-2)
  }

  @Test("what is no coordinate vector is refused")
  func domain() {
    #expect(throws: DomainError.notPositiveDefinite(pivot: 0, dimension: 1)) {
      try GaussianPotentials.logPartition(natural: [1, 0.5])
    }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 0, dimension: 1)) {
      try GaussianPotentials.negativeEntropy(expectation: [2, 3.9])
    }
    #expect(throws: DomainError.notFinite(coordinate: 1)) { try GaussianPotentials.logPartition(natural: [1, .nan]) }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 0, dimension: 1)) {
      try GaussianPotentials.logDensity(at: [0], expectation: [2, 3.9])
    }
  }

  @Test("both projections onto independence are minima, and the first obeys Pythagoras")
  func projections() throws {
    let p = try scatteredGaussian(3, seed: 47)
    let (m, e) = (try p.independentProjection, try p.independentReverseProjection)
    var random = RandomStream(seed: 3)
    for _ in 0..<20 {
      let q = try Gaussian(
        mean: Vector(count: 3) { p.mean[$0] + 0.3 * random.normal() },
        covariance: Matrix(3, 3) { i, j in i == j ? m.covariance[i, i] * exp(0.3 * random.normal()) : 0 })
      #expect(p.divergence(to: q) > p.divergence(to: m) && q.divergence(to: p) > e.divergence(to: p))
      #expect(abs(p.divergence(to: q) - p.divergence(to: m) - m.divergence(to: q)) < 1e-12)
      #expect(abs(p.divergence(to: q) - p.divergence(to: e) - e.divergence(to: q)) > 1e-3)  // the other point is no foot
    }
    #expect(m != e)
  }
}

@Suite("extrapolated differences")
struct ExtrapolationTests {
  @Test("derivatives of known functions, and estimates that hold")
  func known() {
    let f = { (x: Vector<Double>) in exp(x[0]) * sin(x[1]) + x[0] * x[0] * x[1] }
    let x: Vector<Double> = [0.3, -0.7]
    let J = extrapolatedJacobian(of: { [f($0), $0[0] * $0[1]] }, at: x, step: 0.1)
    let exact = Matrix(rows: [
      [exp(x[0]) * sin(x[1]) + 2 * x[0] * x[1], exp(x[0]) * cos(x[1]) + x[0] * x[0]], [x[1], x[0]],
    ])
    #expect(greatestDifference(J.matrix, exact) < 1e-12 && J.error < 1e-11)
    let H = extrapolatedHessian(of: f, at: x, step: 0.2)
    let mixed = exp(x[0]) * cos(x[1]) + 2 * x[0]
    let second = Matrix(rows: [[exp(x[0]) * sin(x[1]) + 2 * x[1], mixed], [mixed, -exp(x[0]) * sin(x[1])]])
    #expect(greatestDifference(H.matrix, second) < 1e-10 && H.error < 1e-9)
    // A function with a kink has no derivative there, and the estimate says so.
    #expect(extrapolatedJacobian(of: { [abs($0[0] - 0.001)] }, at: [0], step: 0.1).error > 1e-3)
  }

  @Test("steps that leave the domain are left out")
  func border() {
    let J = extrapolatedJacobian(of: { [log($0[0])] }, at: [0.05], step: 0.2)
    #expect(abs(J.matrix[0, 0] - 20) < 1e-5)  // four steps remain, the first half way to the border
    let nowhere = extrapolatedJacobian(of: { _ in [.nan] }, at: [0], step: 0.1)
    #expect(nowhere.error.isNaN && nowhere.matrix[0, 0].isNaN)
  }
}
