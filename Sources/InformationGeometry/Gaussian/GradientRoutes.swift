import LinearAlgebra

/// Four ways to the natural gradient in θ. In exact arithmetic they are one.
public enum NaturalGradientRoute: CaseIterable, Sendable {
  /// I_θ v = ∇F in θ, by Cholesky.
  case solving
  /// v = I_η ∇F in θ.
  case dualMatrix
  /// v = Nᵀ (N ∇F in θ), `FisherFactor`.
  case factors
  /// v = (g − Hμ, ½ H), which needs neither a Fisher matrix nor ∇F in θ.
  case closedForm
}

extension Gaussian {
  /// The natural gradient in θ of F = E[f] by one of the routes, n numbers.
  ///
  /// For use take `naturalGradient(_:in:)`; the other routes are here to show what they lose where Σ is ill conditioned.
  ///
  /// - Throws: `DomainError.notPositiveDefinite` where the factorisation of I_θ breaks down.
  /// - Complexity: O(n³) by solving, O(n²) by the next two, O(d²) in closed form.
  public func naturalGradient(
    _ F: ExpectedDerivatives, by route: NaturalGradientRoute
  ) throws(DomainError) -> Vector<Double> {
    var v = gradient(F, in: .θ)
    switch route {
    case .solving:
      let factor = try fisherMatrix.factored()
      factor.solve(&v)
    case .dualMatrix:
      let slope = v
      v.setProduct(fisherMatrix(in: .η), slope)
    case .factors: v = FisherFactor(self).applyExpectation(v)
    case .closedForm: v = naturalGradient(F, in: .θ)
    }
    return v
  }
}
