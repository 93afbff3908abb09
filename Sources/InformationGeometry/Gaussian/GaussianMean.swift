import LinearAlgebra

/// The mean of a polynomial under N(μ, Σ), exactly: itself a polynomial, in μ and the entries of Σ.
///
///     E[f(X)] = exp(½ Σ_ij σ_ij ∂_i ∂_j) f (μ) = f(μ) + ½ Σ_ij σ_ij ∂_i ∂_j f(μ) + …
///
/// The series ends after half the degree of f. Its derivatives by μ are the means of the derivatives of f.
public struct GaussianMean: GaussianObjective, Equatable {
  /// f, a polynomial in d variables.
  public let function: Polynomial
  /// E[f] as a polynomial in (μ, Σ), d + d (d + 1)/2 variables in the order of `SymmetricLayout`.
  public let mean: Polynomial
  /// E[∂f/∂x_i], d polynomials in (μ, Σ).
  public let slopes: [Polynomial]
  /// E[∂²f/∂x_k ∂x_l] in the order of the pairs of `SymmetricLayout`.
  public let curvatures: [Polynomial]

  public init(of f: Polynomial) {
    let layout = SymmetricLayout(dimension: f.count)
    function = f
    mean = GaussianMean.heated(f.extended(to: layout.count), layout)
    let slopes = (0..<f.count).map(mean.derivative)
    curvatures = layout.pairs.map { slopes[$0.k].derivative($0.l) }
    self.slopes = slopes
  }

  public var dimension: Int { function.count }

  // listing: heat
  /// exp(D) f with D = ½ Σ_ij σ_ij ∂_i ∂_j: the terms D^k f / k! one after the other, until they are zero.
  private static func heated(_ f: Polynomial, _ layout: SymmetricLayout) -> Polynomial {
    let variables = Polynomial.variables(layout.count)
    var (sum, term, k) = (f, f, 1.0)
    while !term.terms.isEmpty {
      var next = Polynomial.constant(0, count: layout.count)
      for (i, j) in layout.pairs {
        let share = i == j ? 0.5 : 1.0  // σ_ij and σ_ji
        next = next + share / k * (variables[layout.index(i, j)] * term.derivative(i).derivative(j))
      }
      (sum, term, k) = (sum + next, next, k + 1)
    }
    return sum
  }
  // listing end

  public func expectedDerivatives(mean μ: Vector<Double>, covariance Σ: Matrix<Double>) -> ExpectedDerivatives {
    let layout = SymmetricLayout(dimension: dimension)
    let ξ = layout.pack(μ, Σ, offDiagonal: 1)
    let second = curvatures.map { $0.value(at: ξ) }
    return ExpectedDerivatives(
      value: mean.value(at: ξ), gradient: Vector(slopes.map { $0.value(at: ξ) }),
      hessian: Matrix(dimension, dimension) { second[layout.index($0, $1) - dimension] })
  }
}
