import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("the Gaussian and its coordinates")
struct GaussianTests {
  @Test("the layout names each entry once, and unpack undoes pack", arguments: [1, 2, 3, 5])
  func layout(d: Int) throws {
    let layout = SymmetricLayout(dimension: d), p = try scatteredGaussian(d, seed: d)
    #expect(layout.count == layout.names.count && layout.count == d + layout.pairs.count)
    for (place, pair) in layout.pairs.enumerated() {
      #expect(layout.index(pair.k, pair.l) == d + place && layout.index(pair.l, pair.k) == d + place)
    }
    let (x, a) = layout.unpack(layout.pack(p.mean, p.covariance, offDiagonal: 2), offDiagonal: 2)
    #expect(x == p.mean && a == p.covariance)
    #expect(SymmetricLayout.dimension(ofCount: layout.count) == d)
    #expect(SymmetricLayout.dimension(ofCount: 4) == nil)
    if d == 3 { #expect(layout.names == ["1", "2", "3", "11", "22", "33", "12", "13", "23"]) }
  }

  @Test("coordinates go there and back", arguments: GaussianCoordinates.allCases, [1, 2, 4])
  func roundTrip(coordinates: GaussianCoordinates, d: Int) throws {
    let p = try scatteredGaussian(d, seed: 3)
    let back = try Gaussian(p.coordinates(coordinates), in: coordinates)
    // Inversion twice at condition 30: some hundred roundings.
    for i in 0..<d {
      #expect(abs(back.mean[i] - p.mean[i]) < 1e-13)
      for j in 0..<d { #expect(abs(back.covariance[i, j] - p.covariance[i, j]) < 1e-13) }
    }
  }

  @Test("η is the mean of T over samples, and Σ their covariance")
  func sampling() throws {
    let p = try scatteredGaussian(2, seed: 5)
    var random = RandomStream(seed: 7)
    let n = 20_000
    var mean = Vector<Double>(zeros: 5)
    for x in p.samples(n, using: &random) { p.addStatistics(of: x, weight: 1 / Double(n), to: &mean) }
    let I = p.fisherMatrix
    for i in 0..<5 {  // four standard errors
      #expect(abs(mean[i] - p.meanParameters[i]) < 4 * (I[i, i] / Double(n)).squareRoot())
    }
  }

  @Test("ψ has the gradient η, η the Jacobian I, and the density is that of the definition", arguments: [1, 2, 3])
  func family(d: Int) throws {
    let p = try scatteredGaussian(d, seed: 11), θ = p.parameters
    let v = scatteredPoint(θ.count, within: 0.05, seed: 2)
    let ψ = { (try? p.with(parameters: $0))?.logPartition ?? .nan }
    #expect(abs(taylorOrder(of: ψ, gradient: p.meanParameters, at: θ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: ψ, gradient: spoilt(p.meanParameters, along: v), at: θ, along: v) < 1.5)
    for i in 0..<θ.count {
      let row = centralDifferences(of: { (try? p.with(parameters: $0))?.meanParameters[i] ?? .nan }, at: θ)
      // Error δ² times a third cumulant, here up to some hundred.
      for j in 0..<θ.count { #expect(abs(row[j] - p.fisherMatrix[i, j]) < 1e-7 * (1 + p.fisherMatrix.maximumMagnitude)) }
    }
    let x = scatteredPoint(d, within: 2, seed: 4)
    #expect(abs(p.logDensity(at: x) - (θ.dot(p.statistics(of: x)) - p.logPartition)) < 1e-12)
    #expect(abs(p.negativeEntropy - (θ.dot(p.meanParameters) - p.logPartition)) < 1e-12)
  }

  @Test("gradients are gradients, and natural ones I⁻¹∇F", arguments: GaussianCoordinates.allCases, [1, 2, 3])
  func gradients(coordinates: GaussianCoordinates, d: Int) throws {
    let F = GaussianMean(of: scatteredPolynomial(d, degree: 4, seed: 9))
    let p = try scatteredGaussian(d, seed: 6), ξ = p.coordinates(coordinates)
    let g = p.gradient(F.expectedDerivatives(under: p), in: coordinates)
    let v = scatteredPoint(ξ.count, within: 0.02, seed: 8)
    let value = { (ξ: Vector<Double>) -> Double in
      guard let q = try? Gaussian(ξ, in: coordinates) else { return .nan }
      return F.expectedDerivatives(under: q).value
    }
    #expect(abs(taylorOrder(of: value, gradient: g, at: ξ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: value, gradient: spoilt(g, along: v), at: ξ, along: v) < 1.5)
    // I = Jᵀ I_θ J with the Jacobian of ξ ↦ θ by differences.
    let n = ξ.count
    var J = Matrix<Double>(zeros: n, n)
    for i in 0..<n {
      let row = centralDifferences(of: { (try? Gaussian($0, in: coordinates))?.parameters[i] ?? .nan }, at: ξ)
      for j in 0..<n { J[i, j] = row[j] }
    }
    var (IJ, I) = (J, J)
    IJ.setProduct(p.fisherMatrix, .asIs, J, .asIs)
    I.setProduct(J, .transposed, IJ, .asIs)
    var back = g
    back.setProduct(I, p.naturalGradient(F.expectedDerivatives(under: p), in: coordinates))
    for i in 0..<n { #expect(abs(back[i] - g[i]) < 1e-5 * (1 + g.maximumMagnitude)) }  // differences, times condition
  }

  @Test("what is no Gaussian is refused")
  func domain() {
    #expect(throws: DomainError.notPositiveDefinite(pivot: 1, dimension: 2)) {
      try Gaussian(mean: [0, 0], covariance: Matrix(rows: [[1, 2], [2, 1]]))
    }
    #expect(throws: DomainError.notFinite(coordinate: 0)) { try Gaussian(mean: [.nan], covariance: .identity(1)) }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 0, dimension: 1)) { try Gaussian([1, 0.5], in: .θ) }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 0, dimension: 1)) { try Gaussian([2, 3.9], in: .η) }
    #expect(throws: DomainError.notFinite(coordinate: 1)) { try Gaussian([2, .infinity], in: .meanCovariance) }
  }
}

@Suite("the planar charts of the univariate Gaussian")
struct UnivariateChartTests {
  @Test("each agrees with the Gaussian of dimension one", arguments: UnivariateChart.allCases)
  func charts(chart: UnivariateChart) throws {
    let (μ, σ) = (0.7, 0.4)
    let ξ = chart.point(mean: μ, deviation: σ)
    #expect(abs(chart.meanDeviation(ξ).x - μ) < 1e-15 && abs(chart.meanDeviation(ξ).y - σ) < 1e-15)
    #expect(chart.inside(ξ) > 0 && !(chart.meanDeviation(SIMD2(ξ.x, chart == .θ ? 1 : -1)).y > 0))
    for other in UnivariateChart.allCases {
      #expect(chart.convert(ξ, to: other).distance(to: other.point(mean: μ, deviation: σ)) < 1e-14)
    }
    let p = try Gaussian(mean: [μ], covariance: Matrix(rows: [[σ * σ]]))
    let x = Polynomial.variables(1)[0]
    let F = GaussianMean(of: 6 * x + 8 * x.power(2) - x.power(3) - 2 * x.power(4))
    let D = F.expectedDerivatives(under: p), (g, H) = (D.gradient[0], D.hessian[0, 0])
    func value(_ ξ: SIMD2<Double>) -> Double { F.mean.value(at: chart.meanVariance(ξ)) }
    let gradient = chart.gradient(ξ, slope: g, curvature: H)
    #expect(abs(taylorOrder(of: value, gradient: gradient, at: ξ, along: SIMD2(0.01, 0.02)) - 2) < 0.1)
    #expect(taylorOrder(of: value, gradient: gradient * 1.1, at: ξ, along: SIMD2(0.01, 0.02)) < 1.5)
    let natural = chart.naturalGradient(ξ, slope: g, curvature: H), I = chart.fisherMatrix(ξ)
    for i in 0..<2 {
      let back = I[i, 0] * natural.x + I[i, 1] * natural.y
      #expect(abs(back - gradient[i]) < 1e-12 * (1 + abs(gradient[i])))
    }
    let general: GaussianCoordinates? =
      switch chart {
      case .variance: .meanCovariance;
      case .θ: .θ;
      case .η: .η;
      case .deviation: nil
      }
    if let general {
      let a = p.gradient(D, in: general), b = p.naturalGradient(D, in: general)
      for i in 0..<2 {
        #expect(abs(a[i] - gradient[i]) < 1e-12 * (1 + abs(a[i])) && abs(b[i] - natural[i]) < 1e-12 * (1 + abs(b[i])))
        #expect(abs(p.coordinates(general)[i] - ξ[i]) < 1e-14)
      }
    }
  }
}
