import LinearAlgebra

/// The value and the derivatives of F(μ, Σ) = E[f(X)], X ~ N(μ, Σ).
///
///     F = E[f(X)],   ∂F/∂μ = E[∇f(X)] = g,   ∂F/∂Σ = ½ E[Hess f(X)] = ½ H                         [Bonnet64], [Price58]
///
/// From g and H alone all gradients of F follow, vanilla and natural, in every coordinate system.
public struct ExpectedDerivatives: Sendable, Equatable {
  public let value: Double
  /// g = E[∇f], d numbers.
  public let gradient: Vector<Double>
  /// H = E[Hess f], d × d and symmetric.
  public let hessian: Matrix<Double>

  public init(value: Double, gradient: Vector<Double>, hessian: Matrix<Double>) {
    self.value = value
    self.gradient = gradient
    self.hessian = hessian
  }
}

/// A function on ℝᵈ whose mean under a Gaussian is known, with its derivatives.
public protocol GaussianObjective: Sendable {
  /// d.
  var dimension: Int { get }

  /// E[f], E[∇f] and E[Hess f] under N(μ, Σ). Σ need not be positive definite where the formula makes sense without.
  func expectedDerivatives(mean μ: Vector<Double>, covariance Σ: Matrix<Double>) -> ExpectedDerivatives
}

extension GaussianObjective {
  public func expectedDerivatives(under p: Gaussian) -> ExpectedDerivatives {
    expectedDerivatives(mean: p.mean, covariance: p.covariance)
  }
}

extension Gaussian {
  // listing: Gaussian gradients
  /// ∇F, the partial derivatives of F = E[f] by the coordinates: a direction of ascent.
  ///
  ///     in (μ, Σ):  (g, ½ H_ii, H_ij)
  ///     in η:       (g − Hμ, ½ H)                                    since dΣ = dE − dμ μᵀ − μ dμᵀ
  ///     in θ:       Cov(f, T) = (Σg, entries of ΣHΣ + Σg μᵀ + μ (Σg)ᵀ)
  ///
  /// - Returns: d + d (d + 1)/2 numbers. - Complexity: O(d³) in θ, else O(d²).
  public func gradient(_ F: ExpectedDerivatives, in coordinates: GaussianCoordinates) -> Vector<Double> {
    switch coordinates {
    case .meanCovariance: layout.pack(F.gradient, F.halfHessian, offDiagonal: 2)
    case .η: layout.pack(innovation(F), F.halfHessian, offDiagonal: 1)
    case .θ: covarianceWithStatistics(F)
    }
  }

  /// I⁻¹∇F, without a Fisher matrix and without solving: a direction of ascent.
  ///
  ///     in (μ, Σ):  (Σg, ΣHΣ)
  ///     in θ:       (g − Hμ, ½ H) = ∇F in η
  ///     in η:       Cov(f, T)     = ∇F in θ
  ///
  /// - Returns: d + d (d + 1)/2 numbers. - Complexity: O(d³), in θ O(d²).
  public func naturalGradient(_ F: ExpectedDerivatives, in coordinates: GaussianCoordinates) -> Vector<Double> {
    switch coordinates {
    case .meanCovariance: layout.pack(meanVelocity(F), covarianceVelocity(F), offDiagonal: 1)
    case .θ: layout.pack(innovation(F), F.halfHessian, offDiagonal: 1)
    case .η: covarianceWithStatistics(F)
    }
  }

  /// Σg.
  private func meanVelocity(_ F: ExpectedDerivatives) -> Vector<Double> {
    var v = mean
    v.setProduct(covariance, F.gradient)
    return v
  }

  /// ΣHΣ.
  private func covarianceVelocity(_ F: ExpectedDerivatives) -> Matrix<Double> {
    var (HΣ, V) = (covariance, covariance)
    HΣ.setProduct(F.hessian, .asIs, covariance, .asIs)
    V.setProduct(covariance, .asIs, HΣ, .asIs)
    return V.symmetrised
  }

  /// g − Hμ.
  private func innovation(_ F: ExpectedDerivatives) -> Vector<Double> {
    var v = F.gradient
    v.setProduct(F.hessian, mean, scaledBy: -1, plus: 1)
    return v
  }

  /// Cov(f, T).
  private func covarianceWithStatistics(_ F: ExpectedDerivatives) -> Vector<Double> {
    let v = meanVelocity(F)
    var V = covarianceVelocity(F)
    V.addOuterProduct(1, v, mean)
    V.addOuterProduct(1, mean, v)
    return layout.pack(v, V, offDiagonal: 2)
  }
  // listing end
}

extension ExpectedDerivatives {
  var halfHessian: Matrix<Double> { Matrix(hessian.rows, hessian.columns) { hessian[$0, $1] / 2 } }
}
