import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("ill-conditioned Gaussians and the routes to the natural gradient")
struct EllipsoidTests {
  @Test("the reflected ellipsoid has the variances as eigenvalues, in directions that are reflected axes")
  func ellipsoid() throws {
    let λ: Vector<Double> = [0.5, 3, 1], u: Vector<Double> = [1, 2, -0.5]
    let p = try Gaussian(mean: [1, 2, 3], variances: λ, reflectedAcross: u)
    let values = try symmetricEigenvalues(p.covariance)
    for (computed, expected) in zip(values.elements, [0.5, 1, 3]) { #expect(abs(computed - expected) < 1e-14) }
    for i in 0..<3 {
      let axis = Vector<Double>(count: 3) { ($0 == i ? 1 : 0) - 2 * u[$0] * u[i] / u.dot(u) }
      var image = axis
      image.setProduct(p.covariance, axis)
      for j in 0..<3 { #expect(abs(image[j] - λ[i] * axis[j]) < 1e-14) }
    }
    #expect(abs(try conditionNumber(p.covariance) - 6) < 1e-13)
    #expect(throws: DomainError.self) { try Gaussian(mean: [0, 0], variances: [1, -1], reflectedAcross: [1, 1]) }
    #expect(throws: EigenvaluesDidNotConverge(dimension: 1)) { try conditionNumber(Matrix(rows: [[.nan]])) }
  }

  @Test("all routes agree where Σ is well conditioned", arguments: NaturalGradientRoute.allCases)
  func routes(route: NaturalGradientRoute) throws {
    let F = GaussianMean(of: scatteredPolynomial(3, degree: 4, seed: 2)), p = try scatteredGaussian(3, seed: 51)
    let D = F.expectedDerivatives(under: p)
    let v = try p.naturalGradient(D, by: route)
    // The definition: differences of F in η, since the natural gradient in θ is the vanilla one in η.
    let value = { (η: Vector<Double>) -> Vector<Double> in
      guard let q = try? Gaussian(η, in: .η) else { return [.nan] }
      return [F.expectedDerivatives(under: q).value]
    }
    let expected = extrapolatedJacobian(of: value, at: p.meanParameters, step: 0.05).matrix.row(0)
    for i in 0..<v.count { #expect(abs(v[i] - expected[i]) < 1e-8 * (1 + expected.maximumMagnitude)) }
  }

  @Test("at condition number 10⁸ of Σ only the closed form has digits left, and a broken factorisation is an error")
  func ill() throws {
    let D = ExpectedDerivatives(value: 0, gradient: [1, -2], hessian: Matrix(rows: [[2, 1], [1, -4]]))
    let p = try Gaussian(mean: [0, 0], variances: [1, 1e-8], reflectedAcross: [1, 2])
    let exact = [1.0, -2, 1, -2, 0.5]  // (g − Hμ, ½ H)
    func error(_ v: Vector<Double>) -> Double { (0..<5).map { abs(v[$0] - exact[$0]) }.max() ?? .nan }
    #expect(error(try p.naturalGradient(D, by: .closedForm)) == 0)
    // 2⁻⁵³ times a condition of 10¹⁶.
    for route in [NaturalGradientRoute.dualMatrix, .factors] { #expect(error(try p.naturalGradient(D, by: route)) > 1e-4) }
    let worse = try Gaussian(mean: [0, 0], variances: [1, 1e-12], reflectedAcross: [1, 2])
    #expect(throws: DomainError.self) { try worse.naturalGradient(D, by: .solving) }
  }

  @Test("the points of an ellipse have the same distance from its centre, and close it")
  func ellipse() {
    let I = Matrix<Double>(rows: [[2, 0.7], [0.7, 1.5]]), centre = SIMD2(0.3, -1)
    let points = metricEllipse(around: centre, I, radius: 0.4)
    #expect(points.count == 73 && points[0].distance(to: points[72]) < 1e-15)
    for point in points {
      let v = Vector([point.x - centre.x, point.y - centre.y])
      var Iv = v
      Iv.setProduct(I, v)
      #expect(abs(v.dot(Iv) - 0.16) < 1e-15)
    }
    #expect(abs(points[0].distance(to: points[36]) - 0.8 / 2.0.squareRoot()) < 1e-14)  // along x: 2 r/√I₁₁
  }
}
