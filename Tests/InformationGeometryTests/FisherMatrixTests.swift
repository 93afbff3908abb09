import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("Fisher matrices of the Gaussian")
struct FisherMatrixTests {
  /// ψ, φ or nothing: the potential of which the Fisher matrix is the Hessian.
  private func potential(_ coordinates: GaussianCoordinates) -> ((Vector<Double>) -> Double)? {
    switch coordinates {
    case .meanCovariance: nil
    case .θ: { (try? GaussianPotentials.logPartition(natural: $0)) ?? .nan }
    case .η: { (try? GaussianPotentials.negativeEntropy(expectation: $0)) ?? .nan }
    }
  }

  @Test("the closed form is Miller's, the chain rule's and the Hessian", arguments: GaussianCoordinates.allCases, [1, 2, 3, 5])
  func closed(coordinates: GaussianCoordinates, d: Int) throws {
    let p = try scatteredGaussian(d, seed: 21), n = p.layout.count
    let I = p.fisherMatrix(in: coordinates)
    let size = I.maximumMagnitude
    // Entries are sums of some ten products; solving at condition 50 costs another factor.
    let basis = (0..<n).map { j in p.velocity(Vector(count: n) { $0 == j ? 1 : 0 }, in: coordinates) }
    #expect(greatestDifference(I, p.fisherMatrix(of: basis)) < 1e-12 * size)
    for other in GaussianCoordinates.allCases {
      let J = p.jacobian(of: other, by: coordinates)
      #expect(greatestDifference(I, congruent(p.fisherMatrix(in: other), J)) < 1e-11 * size)
    }
    if let potential = potential(coordinates), d <= 3 {
      let hessian = extrapolatedHessian(of: potential, at: p.coordinates(coordinates), step: 0.05)
      #expect(hessian.error < 1e-8 * size)
      #expect(greatestDifference(I, hessian.matrix) < 1e-8 * size)
    }
  }

  @Test("it is the covariance of the score", arguments: GaussianCoordinates.allCases, [1, 2, 3])
  func score(coordinates: GaussianCoordinates, d: Int) throws {
    let p = try scatteredGaussian(d, seed: 22), I = p.fisherMatrix(in: coordinates)
    let ξ = p.coordinates(coordinates)
    let score = { (x: Vector<Double>) -> Vector<Double> in
      let density = { (ξ: Vector<Double>) -> Vector<Double> in [(try? Gaussian(ξ, in: coordinates))?.logDensity(at: x) ?? .nan] }
      return extrapolatedJacobian(of: density, at: ξ, step: 0.05).matrix.row(0)
    }
    // The rule is exact for products of two scores; what is left is the error of the differences.
    #expect(greatestDifference(I, p.momentRule.secondMoment(of: score)) < 1e-8 * I.maximumMagnitude)
  }

  @Test("in θ it is the covariance of T, by moments and by samples", arguments: [1, 2, 4])
  func statistics(d: Int) throws {
    let p = try scatteredGaussian(d, seed: 23), I = p.fisherMatrix(in: .θ)
    #expect(greatestDifference(I, p.fisherMatrix) < 1e-13 * I.maximumMagnitude)
    let byRule = p.momentRule.secondMoment { p.score(at: $0) }
    #expect(greatestDifference(I, byRule) < 1e-12 * I.maximumMagnitude)
    var random = RandomStream(seed: 5)
    let scores = p.samples(20_000, using: &random).map { p.score(at: $0) }
    for i in 0..<p.layout.count {
      for j in 0...i {
        let products = scores.map { $0[i] * $0[j] }
        let mean = products.reduce(0, +) / Double(products.count)
        let variance = products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(products.count)
        // Five standard errors, for up to a hundred entries at once.
        #expect(abs(mean - I[i, j]) < 5 * (variance / Double(products.count)).squareRoot())
      }
    }
  }

  @Test("the Jacobians are those of the coordinates, and undo each other")
  func jacobians() throws {
    let p = try scatteredGaussian(3, seed: 24), n = p.layout.count
    for ζ in GaussianCoordinates.allCases {
      for ξ in GaussianCoordinates.allCases {
        let J = p.jacobian(of: ξ, by: ζ)
        let map = { (z: Vector<Double>) in
          (try? Gaussian(z, in: ζ))?.coordinates(ξ) ?? Vector(count: n) { _ in .nan }
        }
        let byDifferences = extrapolatedJacobian(of: map, at: p.coordinates(ζ), step: 0.03).matrix
        #expect(greatestDifference(J, byDifferences) < 1e-8 * (1 + J.maximumMagnitude))
        let unit = product(J, p.jacobian(of: ζ, by: ξ))
        #expect(greatestDifference(unit, .identity(n)) < 1e-10)  // two solutions at condition 50
      }
    }
    #expect(greatestDifference(p.jacobian(of: .η, by: .θ), p.fisherMatrix) < 1e-11 * p.fisherMatrix.maximumMagnitude)
  }

  /// What the slides print in place of α, λ, Λ and Γ is noticed by these tests, at the place where it is wrong.
  @Test("the printed cases are caught")
  func printed() throws {
    for d in [2, 3] {
      let p = try scatteredGaussian(d, seed: 25), S = p.precision
      let α = p.fisherMatrix(in: .meanCovariance), θ = p.fisherMatrix(in: .θ)
      let layout = p.layout
      for k in 0..<d {
        for m in 0..<d where k != m {
          let (a, b) = (layout.index(k, k), layout.index(m, m))
          // Printed for k = l or m = n: σ^km σ^ln, twice the entry where both hold.
          #expect(abs(S[k, m] * S[k, m] / α[a, b] - 2) < 1e-12)
          // Printed: λ is 2 Θ⁻¹_km², so the entry has λ/2 = 4 σ_km² too much by 2 σ_km².
          let printed = θ[a, b] + 2 * p.covariance[k, m] * p.covariance[k, m]
          #expect(abs(printed - p.momentRule.covariance(of: { $0[k] * $0[k] }, and: { $0[m] * $0[m] })) > 1e-3)
        }
      }
    }
    let one = try scatteredGaussian(1, seed: 25)
    #expect(one.fisherMatrix(in: .meanCovariance)[1, 1] == one.precision[0, 0] * one.precision[0, 0] / 2)  // d = 1 hides it
  }
}

@Suite("the two dual matrices")
struct DualFisherTests {
  @Test("they are inverse to each other", arguments: [1, 2, 3, 6])
  func inverse(d: Int) throws {
    let p = try scatteredGaussian(d, seed: 31)
    let pair = try p.dualFisherMatrices()
    #expect(pair.residual < 1e-11)
    #expect(pair.residual == (try p.dualFisherMatrices(within: pair.residual)).residual)
    #expect(throws: DualityLost(residual: pair.residual, tolerance: 0)) { try p.dualFisherMatrices(within: 0) }
  }

  @Test("condition number 10⁸ of the Fisher matrix, Σ rotated", arguments: [2, 3, 4, 5, 6], 1...4)
  func condition(d: Int, seed: Int) throws {
    // The condition of Σ at which that of I_θ is 10⁸, by bisection in its logarithm.
    var (low, high) = (0.0, 8.0)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      let κ = try fisherCondition(rotatedGaussian(d, condition: pow(10, middle), seed: seed))
      if κ < 1e8 { low = middle } else { high = middle }
    }
    let p = try rotatedGaussian(d, condition: pow(10, low), seed: seed)
    #expect(abs(log10(try fisherCondition(p)) - 8) < 0.01)
    let pair = try p.dualFisherMatrices()  // throws beyond 10⁻⁶
    #expect(pair.residual < 1e-7)
    #expect(pair.residual < pair.roundingBound * 10)  // and it is rounding: 10 for the steps before the entries
  }

  @Test("condition number 10⁸ of Σ: the matrices are lost and say so, the factors are not", arguments: [2, 3, 4, 5, 6], 1...4)
  func ill(d: Int, seed: Int) throws {
    let p = try rotatedGaussian(d, condition: 1e8, seed: seed)
    #expect(throws: DualityLost.self) { try p.dualFisherMatrices() }
    let factor = FisherFactor(p)
    #expect(factor.residual < 1e-6)
    // Against a loss that is real: the factors of a neighbour a hundredth wider in one direction are no inverses.
    var wider = p.covariance
    wider[0, 0] *= 1.01
    let spoilt = FisherFactor(try Gaussian(mean: p.mean, covariance: wider))
    #expect(greatestDifference(product(spoilt.inverse, factor.matrix), .identity(p.layout.count)) > 1e-3)
  }

  @Test("a distribution far from the origin is refused, and accepted with the origin in its mean")
  func far() throws {
    let variance = Matrix<Double>(rows: [[0.83]]), far = try Gaussian(mean: [1e6 / 7], covariance: variance)
    #expect(throws: DualityLost.self) { try far.dualFisherMatrices() }
    #expect(try Gaussian(mean: [0], covariance: variance).dualFisherMatrices().residual < 1e-15)
    do { _ = try far.dualFisherMatrices() } catch {
      #expect(error.tolerance == 1e-6 && error.residual > 1e-6 && error.description.contains("origin"))
    }
  }

  @Test("the factors give the matrices and their products", arguments: [1, 2, 3, 5])
  func factors(d: Int) throws {
    let p = try scatteredGaussian(d, seed: 33), factor = FisherFactor(p), n = p.layout.count
    let (θ, η) = (p.fisherMatrix, p.fisherMatrix(in: .η))
    #expect(greatestDifference(product(factor.matrix, factor.matrix.transposed), θ) < 1e-13 * θ.maximumMagnitude)
    #expect(greatestDifference(product(factor.inverse.transposed, factor.inverse), η) < 1e-12 * η.maximumMagnitude)
    #expect(factor.residual < 1e-12)
    let v = scatteredPoint(n, within: 1, seed: 3)
    var b = v
    b.setProduct(η, v)
    for i in 0..<n { #expect(abs(factor.applyExpectation(v)[i] - b[i]) < 1e-12 * (1 + b.maximumMagnitude)) }
    // M is the matrix of T in the standardised statistics: E[T Sᵀ], with the rule.
    let rule = try Gaussian(mean: Vector(zeros: d), covariance: .identity(d)).momentRule
    for (column, pair) in p.layout.pairs.enumerated() {
      let s = { (z: Vector<Double>) in
        pair.k == pair.l ? (z[pair.k] * z[pair.k] - 1) / 2.0.squareRoot() : z[pair.k] * z[pair.l]
      }
      for row in 0..<n {
        let moment = rule.covariance(of: { p.statistics(of: p.transformed($0))[row] }, and: s)
        #expect(abs(moment - factor.matrix[row, d + column]) < 1e-12)
      }
    }
  }
}

func greatestDifference(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Double {
  var difference = a
  difference.add(-1, b)
  return difference.maximumMagnitude
}

func product(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Matrix<Double> {
  var c = Matrix<Double>(zeros: a.rows, b.columns)
  c.setProduct(a, .asIs, b, .asIs)
  return c
}

/// Jᵀ I J.
func congruent(_ I: Matrix<Double>, _ J: Matrix<Double>) -> Matrix<Double> { product(product(J.transposed, I), J) }

/// N(0, Σ) with eigenvalues of Σ from 1 down to 1/κ, in even steps of the logarithm, in directions that follow no axis.
func rotatedGaussian(_ d: Int, condition κ: Double, seed: Int) throws -> Gaussian {
  // The reflection at the plane across u.
  let u = (0..<d).map { Double($0 + 1) + 0.25 * Double(seed) }, length = u.reduce(0) { $0 + $1 * $1 }
  let Q = Matrix<Double>(d, d) { i, j in (i == j ? 1 : 0) - 2 * u[i] * u[j] / length }
  let λ = Vector<Double>(count: d) { pow(κ, -Double($0) / Double(d - 1)) }
  var ΛQ = Q
  ΛQ.scaleRows(by: λ)
  var Σ = product(Q.transposed, ΛQ)
  Σ.mirrorLowerTriangle()
  return try Gaussian(mean: Vector(zeros: d), covariance: Σ)
}

func fisherCondition(_ p: Gaussian) throws -> Double {
  let λ = try symmetricEigenvalues(p.fisherMatrix)
  return λ[λ.count - 1] / λ[0]
}
