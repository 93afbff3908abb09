import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("polynomials and their means under a Gaussian")
struct PolynomialTests {
  @Test("the algebra is that of functions")
  func algebra() {
    let f = scatteredPolynomial(3, degree: 4, seed: 1), g = scatteredPolynomial(3, degree: 3, seed: 2)
    for seed in 0..<5 {
      let x = scatteredPoint(3, within: 1.5, seed: seed)
      let (a, b) = (f.value(at: x), g.value(at: x))
      // Some hundred terms of size up to 10.
      #expect(abs((f + g).value(at: x) - (a + b)) < 1e-12)
      #expect(abs((f - g).value(at: x) - (a - b)) < 1e-12)
      #expect(abs((f * g).value(at: x) - a * b) < 1e-10)
      #expect(abs((2.5 * f - 1).value(at: x) - (2.5 * a - 1)) < 1e-12)
      #expect(abs(g.power(3).value(at: x) - b * b * b) < 1e-8)
      var gradient = x
      for i in 0..<3 { gradient[i] = f.derivative(i).value(at: x) }
      let v = scatteredPoint(3, within: 0.1, seed: seed + 9)
      #expect(abs(taylorOrder(of: { f.value(at: $0) }, gradient: gradient, at: x, along: v) - 2) < 0.1)
      #expect(taylorOrder(of: { f.value(at: $0) }, gradient: spoilt(gradient, along: v), at: x, along: v) < 1.5)
    }
    #expect((f - f).terms.isEmpty && (f - f).degree == 0)
    #expect((f * g).degree == 7)
    let x = Polynomial.variables(2)
    #expect(((x[0] + x[1]) * (x[0] - x[1])).coefficient(of: [0, 2]) == -1)
    #expect(((x[0] + x[1]) * (x[0] - x[1])).coefficient(of: [1, 1]) == 0)
    #expect((1 - 3 * Polynomial.variables(1)[0].power(2)).value(at: 2.0) == -11)
  }

  @Test("moments of one variable are those of the textbook")
  func textbook() {
    let x = Polynomial.variables(1)[0], (μ, v) = (0.3, 1.7)
    let at = SIMD2(μ, v)
    #expect(abs(GaussianMean(of: x.power(2)).mean.value(at: at) - (μ * μ + v)) < 1e-14)
    #expect(abs(GaussianMean(of: x.power(3)).mean.value(at: at) - (μ * μ * μ + 3 * μ * v)) < 1e-14)
    #expect(abs(GaussianMean(of: x.power(4)).mean.value(at: at) - (pow(μ, 4) + 6 * μ * μ * v + 3 * v * v)) < 1e-13)
    // (2k − 1)!! v^k
    #expect(abs(GaussianMean(of: x.power(10)).mean.value(at: SIMD2(0, v)) / (945 * pow(v, 5)) - 1) < 1e-14)
  }

  @Test("means in three dimensions agree with Stein's recursion")
  func stein() throws {
    let p = try scatteredGaussian(3, seed: 4)
    /// E[x^α] = μ_i E[x^β] + Σ_j β_j σ_ij E[x^{β − e_j}],  β = α − e_i.
    func moment(_ α: [Int]) -> Double {
      guard let i = α.firstIndex(where: { $0 > 0 }) else { return 1 }
      var β = α
      β[i] -= 1
      return (0..<3).reduce(p.mean[i] * moment(β)) { sum, j in
        guard β[j] > 0 else { return sum }
        var γ = β
        γ[j] -= 1
        return sum + Double(β[j]) * p.covariance[i, j] * moment(γ)
      }
    }
    let x = Polynomial.variables(3)
    for α in [[1, 0, 0], [2, 1, 0], [0, 2, 2], [1, 1, 1], [3, 2, 1], [4, 0, 3]] {
      let f = x[0].power(α[0]) * x[1].power(α[1]) * x[2].power(α[2])
      let exact = GaussianMean(of: f).expectedDerivatives(under: p).value
      #expect(abs(exact - moment(α)) < 1e-12 * (1 + abs(exact)))
    }
  }

  @Test("E[∇f] and E[Hess f] are the means of the derivatives")
  func derivatives() throws {
    let f = scatteredPolynomial(3, degree: 5, seed: 3), p = try scatteredGaussian(3, seed: 8)
    let D = GaussianMean(of: f).expectedDerivatives(under: p)
    for i in 0..<3 {
      let slope = GaussianMean(of: f.derivative(i)).expectedDerivatives(under: p)
      #expect(abs(D.gradient[i] - slope.value) < 1e-12 * (1 + abs(slope.value)))
      for j in 0..<3 { #expect(abs(D.hessian[i, j] - slope.gradient[j]) < 1e-11 * (1 + abs(slope.gradient[j]))) }
    }
  }
}

@Suite("moment matching")
struct MomentMatchingTests {
  @Test("the member with given means is found from far away", arguments: [1, 2, 3])
  func gaussian(d: Int) throws {
    let goal = try scatteredGaussian(d, seed: 2)
    let start = try Gaussian(mean: Vector(count: d) { _ in 3 }, covariance: .identity(d))
    let found = try start.fitted(toMean: goal.meanParameters)
    for i in 0..<goal.parameters.count {
      #expect(abs(found.parameters[i] - goal.parameters[i]) < 1e-10 * (1 + abs(goal.parameters[i])))  // 1e-13 × condition
    }
  }

  @Test("independent bits too, also near the border")
  func bits() throws {
    let start = IndependenceModel(parameters: [0, 0, 0])
    let found = try start.fitted(toMean: [0.5, -0.999, 0])
    #expect(abs(found.parameters[0] - atanh(0.5)) < 1e-12)
    #expect(abs(found.parameters[1] - atanh(-0.999)) < 1e-9)  // 1e-13 / (1 − η²)
  }

  @Test("means of no member are refused")
  func unreachable() throws {
    for η in [1.0000001, 1.2, 2] {
      do throws(DomainError) {
        _ = try IndependenceModel(parameters: [0]).fitted(toMean: [η])
        Issue.record("a mean of \(η) was reached")
      } catch { if case .unreachable = error {} else { Issue.record("\(error)") } }
    }
    let p = try Gaussian(mean: [0], covariance: .identity(1))
    #expect(throws: DomainError.self) { try p.fitted(toMean: [1, 0.5]) }  // σ² = 0.5 − 1
  }
}
