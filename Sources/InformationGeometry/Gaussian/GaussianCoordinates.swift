import LinearAlgebra

/// A coordinate system of the Gaussian distributions on ℝᵈ, d + d (d + 1)/2 numbers in the order of `SymmetricLayout`.
///
///     (μ, Σ) = (μ_i, σ_ii, σ_ij)                              the upper triangle of Σ is free
///     θ      = (Σ⁻¹μ, −½ σ^ii, −½ σ^ij)                       natural:      Θ = −½ Σ⁻¹
///     η      = (μ_i, σ_ii + μ_i², 2 (σ_ij + μ_i μ_j))         expectation:  η = E[T],  T = (X_i, X_i², 2 X_i X_j)
///
/// Source: [MP15], with the sign of η put right.
public enum GaussianCoordinates: String, CaseIterable, Sendable {
  case meanCovariance = "μ,Σ"
  case θ, η

  /// The factor by which a coordinate of a pair i < j differs from the entry of the matrix.
  public var pairFactor: Double { self == .η ? 2 : 1 }
}

extension Gaussian {
  /// The distribution with given coordinates.
  ///
  /// - Parameter ξ: d + d (d + 1)/2 numbers.
  /// - Throws: `DomainError` where Σ or −2Θ is not positive definite, or a number not finite.
  /// - Complexity: O(d³).
  public init(_ ξ: Vector<Double>, in coordinates: GaussianCoordinates) throws(DomainError) {
    guard let d = SymmetricLayout.dimension(ofCount: ξ.count) else {
      preconditionFailure("Gaussian: \(ξ.count) coordinates, which is d + d (d + 1)/2 for no d")
    }
    for i in 0..<ξ.count where !ξ[i].isFinite { throw .notFinite(coordinate: i) }
    var (x, a) = SymmetricLayout(dimension: d).unpack(ξ, offDiagonal: coordinates.pairFactor)
    switch coordinates {
    case .meanCovariance:
      try self.init(mean: x, covariance: a)
    case .η:  // Σ = E − μμᵀ
      a.addOuterProduct(-1, x, x)
      try self.init(mean: x, covariance: a)
    case .θ:  // Σ⁻¹ = −2Θ, μ = Σθ
      a.scale(by: -2)
      let precision = try a.factored()
      var covariance = Matrix<Double>.identity(d)
      precision.solve(columnsOf: &covariance)
      precision.solve(&x)
      try self.init(mean: x, covariance: covariance.symmetrised)
    }
  }

  /// The coordinates of this distribution.
  public func coordinates(_ coordinates: GaussianCoordinates) -> Vector<Double> {
    switch coordinates {
    case .meanCovariance:
      return layout.pack(mean, covariance, offDiagonal: 1)
    case .θ:
      var (θ, Θ) = (mean, precision)
      factor.solve(&θ)  // Σ⁻¹μ
      Θ.scale(by: -0.5)
      return layout.pack(θ, Θ, offDiagonal: 1)
    case .η:
      var E = covariance
      E.addOuterProduct(1, mean, mean)
      return layout.pack(mean, E, offDiagonal: 2)
    }
  }
}
