/// The mean of a function of one variable under N(μ, σ²), with the means of its two derivatives.
///
///     F = E[f(X)],   g = E[f'(X)] = ∂F/∂μ,   H = E[f''(X)] = 2 ∂F/∂σ²                             [Bonnet64], [Price58]
public struct UnivariateDerivatives: Sendable, Equatable {
  public let value: Double, slope: Double, curvature: Double

  public init(value: Double, slope: Double, curvature: Double) {
    (self.value, self.slope, self.curvature) = (value, slope, curvature)
  }
}

/// A function on the line whose mean under N(μ, σ²) is known, with its derivatives.
public protocol UnivariateObjective: Sendable {
  /// F, g and H. A flow looks a little beyond the border of its domain, so they are defined for σ² < 0 too, continuously.
  func expectedDerivatives(mean μ: Double, variance: Double) -> UnivariateDerivatives
}

extension UnivariateObjective {
  /// F(ξ).
  public func value(at ξ: SIMD2<Double>, in chart: UnivariateChart) -> Double {
    expectedDerivatives(at: ξ, in: chart).value
  }

  /// F, g and H of the distribution at a point of a chart.
  @inlinable
  public func expectedDerivatives(at ξ: SIMD2<Double>, in chart: UnivariateChart) -> UnivariateDerivatives {
    let p = chart.meanVariance(ξ)
    return expectedDerivatives(mean: p.x, variance: p.y)
  }
}

/// The mean of a polynomial of one variable, exactly, by the recursion of the moments of N(μ, v).
///
///     E[f] = Σ_k c_k m_k,   m_0 = 1,   m_{k+1} = μ m_k + k v m_{k−1}
///
/// - Complexity: O(degree) for F, g and H together; allocates nothing.
public struct UnivariateMean: UnivariateObjective, Equatable {
  /// c_0 … c_n.
  public let coefficients: [Double]

  public init(coefficients: [Double]) {
    precondition(!coefficients.isEmpty, "UnivariateMean: no coefficients")
    self.coefficients = coefficients
  }

  /// - Precondition: f is a polynomial of one variable.
  public init(of f: Polynomial) {
    precondition(f.count == 1, "UnivariateMean: a polynomial of \(f.count) variables")
    self.init(coefficients: (0...f.degree).map { f.coefficient(of: [$0]) })
  }

  // listing: moments
  /// F, g and H by the recursion of the moments, since ∂m_k/∂μ = k m_{k−1}.
  ///
  ///     F = Σ_k c_k m_k,   g = Σ_k k c_k m_{k−1},   H = Σ_k k (k − 1) c_k m_{k−2}
  ///
  /// - Parameter v: σ²; below 0 the polynomials in v go on.
  /// - Complexity: O(degree); allocates nothing.
  public func expectedDerivatives(mean μ: Double, variance v: Double) -> UnivariateDerivatives {
    var (F, g, H) = (0.0, 0.0, 0.0)
    var (m, m₁, m₂) = (1.0, 0.0, 0.0)  // m_k, m_{k−1}, m_{k−2}
    for k in 0..<coefficients.count {
      let (c, n) = (coefficients[k], Double(k))
      F += c * m
      g += n * c * m₁
      H += n * (n - 1) * c * m₂
      (m, m₁, m₂) = (μ * m + n * v * m₁, m, m₁)
    }
    return UnivariateDerivatives(value: F, slope: g, curvature: H)
  }
  // listing end
}
