import LinearAlgebra

/// A planar coordinate system of the Gaussian distributions N(μ, σ²) on the line.
///
///     (μ, σ)     (μ, σ²)     θ = (μ/σ², −1/(2σ²))     η = (μ, σ² + μ²)
///
/// The last two belong to T = (X, X²). Points are pairs of numbers, so that a flow in the plane allocates nothing.
public enum UnivariateChart: String, CaseIterable, Sendable {
  case deviation = "μ,σ"
  case variance = "μ,σ²"
  case θ, η

  /// The point of N(μ, σ²).
  public func point(mean μ: Double, deviation σ: Double) -> SIMD2<Double> {
    let v = σ * σ
    return switch self {
    case .deviation: SIMD2(μ, σ)
    case .variance: SIMD2(μ, v)
    case .θ: SIMD2(μ / v, -1 / (2 * v))
    case .η: SIMD2(μ, v + μ * μ)
    }
  }

  /// (μ, σ²) of a point; σ² is not positive outside the domain.
  public func meanVariance(_ ξ: SIMD2<Double>) -> SIMD2<Double> {
    switch self {
    case .deviation: SIMD2(ξ.x, ξ.y * ξ.y)
    case .variance: ξ
    case .θ: SIMD2(-ξ.x / (2 * ξ.y), -1 / (2 * ξ.y))
    case .η: SIMD2(ξ.x, ξ.y - ξ.x * ξ.x)
    }
  }

  /// (μ, σ) of a point; σ is NaN or not positive outside the domain.
  public func meanDeviation(_ ξ: SIMD2<Double>) -> SIMD2<Double> {
    if self == .deviation { return ξ }
    let (μ, v) = (meanVariance(ξ).x, meanVariance(ξ).y)
    return SIMD2(μ, v.squareRoot())
  }

  /// The same distribution in other coordinates.
  public func convert(_ ξ: SIMD2<Double>, to other: UnivariateChart) -> SIMD2<Double> {
    if other == self { return ξ }
    let p = meanDeviation(ξ)
    return other.point(mean: p.x, deviation: p.y)
  }

  /// Positive inside the domain, zero on its border, negative outside: σ, σ², −θ₂ or η₂ − η₁².
  public func inside(_ ξ: SIMD2<Double>) -> Double {
    switch self {
    case .deviation, .variance: ξ.y
    case .θ: -ξ.y
    case .η: ξ.y - ξ.x * ξ.x
    }
  }

  /// The Fisher matrix, 2 × 2.
  ///
  ///     (μ, σ):  diag(1/σ², 2/σ²)          θ:  ( σ²     2μσ²        )     η:  ( 1/σ² + 2μ²/σ⁴   −μ/σ⁴   )
  ///     (μ, σ²): diag(1/σ², 1/(2σ⁴))           ( 2μσ²   2σ⁴ + 4μ²σ² )         ( −μ/σ⁴           1/(2σ⁴) )
  public func fisherMatrix(_ ξ: SIMD2<Double>) -> Matrix<Double> {
    let (μ, v) = (meanVariance(ξ).x, meanVariance(ξ).y)
    return switch self {
    case .deviation: Matrix(rows: [[1 / v, 0], [0, 2 / v]])
    case .variance: Matrix(rows: [[1 / v, 0], [0, 1 / (2 * v * v)]])
    case .θ: Matrix(rows: [[v, 2 * μ * v], [2 * μ * v, 2 * v * v + 4 * μ * μ * v]])
    case .η: Matrix(rows: [[1 / v + 2 * μ * μ / (v * v), -μ / (v * v)], [-μ / (v * v), 1 / (2 * v * v)]])
    }
  }
}

extension UnivariateChart {
  // listing: univariate gradients
  /// ∇F for F = E[f(X)], from the mean slope g = E[f'(X)] and the mean curvature H = E[f''(X)]: a direction of ascent.
  public func gradient(_ ξ: SIMD2<Double>, slope g: Double, curvature H: Double) -> SIMD2<Double> {
    let (μ, v) = (meanVariance(ξ).x, meanVariance(ξ).y)
    return switch self {
    case .deviation: SIMD2(g, ξ.y * H)
    case .variance: SIMD2(g, H / 2)
    case .η: SIMD2(g - μ * H, H / 2)
    case .θ: SIMD2(v * g, v * v * H + 2 * μ * v * g)  // Cov(f, T)
    }
  }

  /// I⁻¹∇F, likewise.
  public func naturalGradient(_ ξ: SIMD2<Double>, slope g: Double, curvature H: Double) -> SIMD2<Double> {
    let (μ, v) = (meanVariance(ξ).x, meanVariance(ξ).y)
    return switch self {
    case .deviation: SIMD2(v * g, v * ξ.y * H / 2)
    case .variance: SIMD2(v * g, v * v * H)
    case .η: SIMD2(v * g, v * v * H + 2 * μ * v * g)  // ∇F in θ
    case .θ: SIMD2(g - μ * H, H / 2)  // ∇F in η
    }
  }
  // listing end
}
