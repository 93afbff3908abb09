import LinearAlgebra

/// The quadratic polynomial that is nearest to a polynomial f in the mean square under a Gaussian on the line.
///
///     min_{a, c} E[(f(X) − a − c₁ X − c₂ X²)²],   c = Cov(T, T)⁻¹ Cov(f, T),   T = (X, X²)
///
/// c is the natural gradient of E[f] in θ; the rest is uncorrelated with T.
public struct GaussianRegression: Sendable, Equatable {
  public let gaussian: Gaussian
  /// a + c₁ x + c₂ x².
  public let fit: Polynomial
  /// f − fit.
  public let rest: Polynomial
  /// Var(rest) / Var(f).
  public let unexplained: Double
  /// N times the mean square error of the two estimates of c from N points, in the Fisher norm, for large N: with the exact
  /// Fisher matrix tr(I⁻¹ Cov((f − E f) s, (f − E f) s)), by regression tr(I⁻¹ E[rest² s sᵀ]), s = T − E[T].
  public let exactFisherNoise: Double, sampledFisherNoise: Double

  /// - Precondition: f has one variable, and p is on the line.
  public init(of f: Polynomial, under p: Gaussian) throws(DomainError) {
    precondition(f.count == 1 && p.dimension == 1, "GaussianRegression: \(f.count) variables, dimension \(p.dimension)")
    func mean(_ f: Polynomial) -> Double { GaussianMean(of: f).mean.value(at: p.coordinates(.meanCovariance)) }
    let x = Polynomial.variables(1)[0]
    let T = [x, x.power(2)]
    let scores = T.map { $0 - mean($0) }
    let centred = f - mean(f)
    let g = Vector(scores.map { mean(centred * $0) })
    let c = try p.naturalDirection(of: g)
    let rest = centred - (c[0] * scores[0] + c[1] * scores[1])
    /// tr(I⁻¹ E[h² s sᵀ]).
    func noise(_ h: Polynomial) throws(DomainError) -> Double {
      var trace = 0.0
      for j in 0...1 { trace += try p.naturalDirection(of: Vector(scores.map { mean(h * h * $0 * scores[j]) }))[j] }
      return trace
    }
    gaussian = p
    self.rest = rest
    fit = f - rest
    unexplained = mean(rest * rest) / mean(centred * centred)
    exactFisherNoise = try noise(centred) - g.dot(c)
    sampledFisherNoise = try noise(rest)
  }
}
