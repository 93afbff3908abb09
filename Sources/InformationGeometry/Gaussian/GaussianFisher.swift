import LinearAlgebra

extension Gaussian {
  /// The Fisher matrix in a coordinate system, in closed form: n × n, n = d + d (d + 1)/2, in the order of `SymmetricLayout`.
  ///
  ///     I(ξ) = E[∇_ξ log p(X; ξ) ∇_ξ log p(X; ξ)ᵀ]
  ///
  /// In θ it is the same matrix as `fisherMatrix`, by other formulas.
  ///
  /// Source: [Malago23], "Fisher Information Matrix in (μ; Σ)", "in θ", "in η", with the cases put right.
  /// - Complexity: O(n² + d³).
  public func fisherMatrix(in coordinates: GaussianCoordinates) -> Matrix<Double> {
    switch coordinates {
    case .meanCovariance: MeanCovarianceFisher(precision: precision).matrix
    case .θ: NaturalFisher(self).matrix
    case .η: ExpectationFisher(self).matrix
    }
  }
}

extension SymmetricLayout {
  /// The symmetric matrix of three blocks, of which the lower triangle is computed.
  ///
  ///     ( A_ij            )      i, j       first order
  ///     ( B_kl,j   C_klmn )      k ≤ l, m ≤ n   second order
  func blockMatrix(
    _ A: (Int, Int) -> Double, _ B: ((k: Int, l: Int), Int) -> Double,
    _ C: ((k: Int, l: Int), (m: Int, n: Int)) -> Double
  ) -> Matrix<Double> {
    let (d, pairs) = (dimension, pairs)
    var I = Matrix<Double>(count, count) { a, b in
      if b > a { return 0 }
      if a < d { return A(a, b) }
      return b < d ? B(pairs[a - d], b) : C(pairs[a - d], (pairs[b - d].k, pairs[b - d].l))
    }
    I.mirrorLowerTriangle()
    return I
  }
}
