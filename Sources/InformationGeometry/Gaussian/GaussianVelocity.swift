import LinearAlgebra

/// A tangent vector at N(μ, Σ): the velocities of its mean and of its covariance.
public struct GaussianVelocity: Sendable, Equatable {
  /// μ̇, d numbers.
  public let mean: Vector<Double>
  /// Σ̇, d × d and symmetric.
  public let covariance: Matrix<Double>

  public init(mean: Vector<Double>, covariance: Matrix<Double>) {
    precondition(
      covariance.rows == mean.count && covariance.columns == mean.count,
      "GaussianVelocity: \(covariance.rows)×\(covariance.columns) for \(mean.count)")
    (self.mean, self.covariance) = (mean, covariance)
  }
}

extension Gaussian {
  /// The squared Fisher norm of a velocity.
  ///
  ///     ‖v‖² = μ̇ᵀ Σ⁻¹ μ̇ + ½ tr (Σ⁻¹ Σ̇ Σ⁻¹ Σ̇)                                                   [Skovgaard84]
  public func squaredNorm(of v: GaussianVelocity) -> Double {
    var (u, A) = (v.mean, v.covariance)
    factor.solve(&u)
    factor.solve(columnsOf: &A)  // Σ⁻¹Σ̇
    return v.mean.dot(u) + A.dot(A.transposed) / 2
  }
}
