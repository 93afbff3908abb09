import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("Gauss–Hermite quadrature")
struct QuadratureTests {
  /// E[Zᵏ] = (k − 1)!! for even k.
  static func moment(_ k: Int) -> Double {
    k % 2 == 1 ? 0 : stride(from: 1, to: k, by: 2).reduce(1) { $0 * Double($1) }
  }

  @Test("exact up to the degree 2n − 1, and off by n! at 2n", arguments: [1, 2, 3, 8, 20])
  func exactness(n: Int) {
    let rule = GaussHermite(order: n)
    for k in 0..<2 * n {
      // Rounding grows with the terms that are added: E|Z|ᵏ ≤ √E[Z²ᵏ].
      let error = abs(rule.mean { pow($0, Double(k)) } - Self.moment(k))
      #expect(error <= 1e-14 * Self.moment(2 * k).squareRoot())
    }
    let factorial = (1...n).reduce(1.0) { $0 * Double($1) }
    let missing = Self.moment(2 * n) - rule.mean { pow($0, Double(2 * n)) }
    #expect(abs(missing - factorial) <= 1e-12 * Self.moment(2 * n))
  }

  @Test("weights are the squared first components of the eigenvectors", arguments: [2, 7, 30])
  func weights(n: Int) throws {
    let jacobi = Matrix<Double>(n, n) { i, j in abs(i - j) == 1 ? Double(max(i, j)).squareRoot() : 0 }
    let eigen = try SymmetricEigen(jacobi)
    let rule = GaussHermite(order: n)
    for k in 0..<n {
      #expect(abs(rule.weights[k] - eigen.vectors[k, 0] * eigen.vectors[k, 0]) < 1e-14)
      #expect(abs(rule.nodes[k] - eigen.values[k]) < 1e-13)  // ‖jacobi‖ ≈ 11, some ulp
      #expect(rule.nodes[k] == -rule.nodes[n - 1 - k] && rule.weights[k] == rule.weights[n - 1 - k])
    }
  }

  @Test("the largest order still has numbers for weights, and the tail of small orders has all its digits")
  func extremes() {
    let large = GaussHermite(order: 256)
    #expect(large.weights.allSatisfy { $0 > 0 })
    #expect(abs(large.mean { cos(3 * $0) } - exp(-4.5)) < 1e-14)
    // e^{8z} lives in the tail, z ≈ 8, where eigenvectors would give weights of 1e-17 with no right digit.
    #expect(abs(GaussHermite(order: 100).mean { exp(8 * $0) } / exp(32) - 1) < 1e-11)
  }

  @Test("recursion of moments, heat series and quadrature agree for polynomials")
  func threeRoutes() {
    let x = Polynomial.variables(1)[0]
    for seed in 1...5 {
      let c = scattered(7, seed: seed)
      let f = (0..<7).reduce(Polynomial.constant(0, count: 1)) { $0 + c[$1] * x.power($1) }
      let (recursion, series) = (UnivariateMean(of: f), GaussianMean(of: f))
      let quadrature = UnivariateQuadrature(order: 4) { f.value(at: $0) }  // exact to the degree 7; H has degree 6 + 2 = 8
      let (μ, v) = (c[0], 1.3 + c[1])
      let (r, s, q) = (
        recursion.expectedDerivatives(mean: μ, variance: v),
        series.expectedDerivatives(mean: [μ], covariance: Matrix(rows: [[v]])),
        quadrature.expectedDerivatives(mean: μ, variance: v)
      )
      #expect(abs(r.value - s.value) < 1e-11 && abs(r.slope - s.gradient[0]) < 1e-11)
      #expect(abs(r.curvature - s.hessian[0, 0]) < 1e-11)
      #expect(abs(r.value - q.value) < 1e-11 && abs(r.slope - q.slope) < 1e-11)
      let finer = UnivariateQuadrature(order: 5) { f.value(at: $0) }.expectedDerivatives(mean: μ, variance: v)
      #expect(abs(r.curvature - finer.curvature) < 1e-10)
      #expect(abs(r.curvature - q.curvature) > 1e-6)  // the rule that is one point short is wrong in H, and only there
    }
  }

  @Test("quadrature in more dimensions against exact means", arguments: [1, 2, 3])
  func tensor(d: Int) throws {
    let x = Polynomial.variables(d)
    let square = x.reduce(Polynomial.constant(0.3, count: d)) { $0 + 0.7 * $1 }
    let f = square.power(4) + x[0] * x[d - 1].power(2) - 2 * x[d - 1]
    let p = try Gaussian(
      mean: scatteredPoint(d, within: 1, seed: 2), covariance: Matrix(d, d) { $0 == $1 ? 1.5 : 0.4 })
    let exact = GaussianMean(of: f).expectedDerivatives(under: p)
    let q = QuadratureObjective(dimension: d, order: 6) { f.value(at: $0) }.expectedDerivatives(under: p)
    // f is about 100 in size.
    #expect(abs(q.value - exact.value) < 1e-11)
    for i in 0..<d {
      #expect(abs(q.gradient[i] - exact.gradient[i]) < 1e-11)
      for j in 0..<d { #expect(abs(q.hessian[i, j] - exact.hessian[i, j]) < 1e-10) }
    }
  }

  /// Functions with known means: value, slope and curvature under N(μ, σ²).
  struct Known: Sendable {
    let f: @Sendable (Double) -> Double, means: @Sendable (Double, Double) -> UnivariateDerivatives

    static let exponential = Known(f: { exp(0.7 * $0) }) { μ, σ in
      let F = exp(0.7 * μ + 0.245 * σ * σ)
      return UnivariateDerivatives(value: F, slope: 0.7 * F, curvature: 0.49 * F)
    }
    static let wave = Known(f: { cos(2 * $0) }) { μ, σ in
      let a = exp(-2 * σ * σ)
      return UnivariateDerivatives(value: a * cos(2 * μ), slope: -2 * a * sin(2 * μ), curvature: -4 * a * cos(2 * μ))
    }
    static let kink = Known(f: { abs($0) }) { μ, σ in
      let (e, p) = (erf(μ / (σ * 2.0.squareRoot())), exp(-μ * μ / (2 * σ * σ)) / (σ * (2 * .pi).squareRoot()))
      return UnivariateDerivatives(value: μ * e + 2 * σ * σ * p, slope: e, curvature: 2 * p)
    }
    static let jump = Known(f: { $0 > 0 ? 1 : -1 }) { μ, σ in
      let p = exp(-μ * μ / (2 * σ * σ)) / (σ * (2 * .pi).squareRoot())
      return UnivariateDerivatives(value: erf(μ / (σ * 2.0.squareRoot())), slope: 2 * p, curvature: -2 * μ / (σ * σ) * p)
    }
  }

  @Test("the estimate of the error is not smaller than the error", arguments: 0..<4)
  func honest(which: Int) {
    let known = [Known.exponential, .wave, .kink, .jump][which]
    // A rule that happens to be better than its neighbours may deceive: in at most one case of twenty.
    var (cases, deceived) = (0, 0)
    for order in [9, 16, 25, 40] {
      for μ in [-1.1, -0.35, 0.2, 0.8] {
        for σ in [0.4, 1, 1.7] {
          let objective = UnivariateQuadrature(order: order, of: known.f)
          let (q, exact) = (objective.expectedDerivatives(mean: μ, variance: σ * σ), known.means(μ, σ))
          let error = objective.error(mean: μ, variance: σ * σ)
          for part in [\UnivariateDerivatives.value, \.slope, \.curvature] {
            cases += 1
            let rounding = 1e-13 * (abs(exact.value) + 1) / (σ * σ)
            if abs(q[keyPath: part] - exact[keyPath: part]) > 1.5 * error[keyPath: part] + rounding { deceived += 1 }
          }
        }
      }
    }
    #expect(deceived * 20 <= cases, "\(deceived) of \(cases)")
    if which < 2 { #expect(deceived == 0) }
  }

  @Test("in two dimensions the means of a function with an edge, and their errors")
  func edge() throws {
    // |x₁ + x₂| depends on one normal variable of mean μ₁ + μ₂ and variance Σ_ij σ_ij.
    let objective = QuadratureObjective(dimension: 2, order: 60) { abs($0[0] + $0[1]) }
    let p = try Gaussian(mean: [0.3, 0.1], covariance: Matrix(rows: [[1, -0.3], [-0.3, 0.8]]))
    let exact = Known.kink.means(0.4, 1.2.squareRoot())
    let (q, error) = (
      objective.expectedDerivatives(under: p), objective.error(mean: p.mean, covariance: p.covariance)
    )
    #expect(abs(q.value - exact.value) < error.value && error.value < 0.02)
    for i in 0..<2 {
      #expect(abs(q.gradient[i] - exact.slope) < error.slope && error.slope < 0.05)
      for j in 0..<2 { #expect(abs(q.hessian[i, j] - exact.curvature) < error.curvature) }
    }
  }

  @Test("slope and curvature are derivatives of the mean; spoilt ones are noticed")
  func derivatives() {
    let objective = UnivariateQuadrature { tanh($0) + 0.1 * $0 * $0 }
    let mean: (SIMD2<Double>) -> Double = { objective.expectedDerivatives(mean: $0.x, variance: $0.y).value }
    let (ξ, v) = (SIMD2(0.4, 0.7), SIMD2(0.3, 0.2))
    let d = objective.expectedDerivatives(mean: ξ.x, variance: ξ.y)
    let g = SIMD2(d.slope, d.curvature / 2)
    #expect(abs(taylorOrder(of: mean, gradient: g, at: ξ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: mean, gradient: g + 0.01 * v, at: ξ, along: v) < 1.5)
  }

  @Test("a matrix that is no covariance gives no number")
  func outside() {
    let objective = QuadratureObjective(dimension: 2, order: 4) { $0[0] * $0[1] }
    let d = objective.expectedDerivatives(mean: [0, 0], covariance: Matrix(rows: [[1, 2], [2, 1]]))
    #expect(d.value.isNaN && d.gradient[0].isNaN && d.hessian[1, 0].isNaN)
  }
}
