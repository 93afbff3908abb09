import LinearAlgebra

extension Gaussian {
  // listing: Miller
  /// The Fisher matrix of any coordinates ξ, from the derivatives of μ and Σ by each of them.
  ///
  ///     I_ij = (∂_i μ)ᵀ Σ⁻¹ (∂_j μ) + ½ Tr(Σ⁻¹ (∂_i Σ) Σ⁻¹ (∂_j Σ))                                     [Malago23]
  ///
  /// With Σ = LLᵀ it is the matrix of inner products of the whitened derivatives L⁻¹ ∂_i μ and L⁻¹ ∂_i Σ L⁻ᵀ / √2.
  ///
  /// - Parameter velocities: (∂_i μ, ∂_i Σ), one for each coordinate.
  /// - Complexity: O(n² d² + n d³) for n coordinates.
  public func fisherMatrix(of velocities: [GaussianVelocity]) -> Matrix<Double> {
    let whitened = velocities.map(whitened)
    return Matrix(velocities.count, velocities.count) { i, j in
      let ((a, A), (b, B)) = (whitened[i], whitened[j])
      return a.dot(b) + A.dot(B) / 2
    }
  }

  /// L⁻¹ μ̇ and L⁻¹ Σ̇ L⁻ᵀ.
  private func whitened(_ v: GaussianVelocity) -> (Vector<Double>, Matrix<Double>) {
    var (a, A) = (v.mean, v.covariance)
    factor.solveTriangle(.asIs, &a)
    factor.solveTriangle(.asIs, columnsOf: &A)
    A = A.transposed
    factor.solveTriangle(.asIs, columnsOf: &A)
    return (a, A)
  }
  // listing end

  /// The velocity of the distribution when its coordinates have the velocity v: column i of the Jacobian of (μ, Σ) for v = e_i.
  ///
  ///     θ:  Σ̇ = 2 Σ Θ̇ Σ,  μ̇ = Σ θ̇ + 2 Σ Θ̇ μ          η:  μ̇ = η̇,  Σ̇ = Ė − μ̇ μᵀ − μ μ̇ᵀ
  ///
  /// - Parameter v: n numbers.
  public func velocity(_ v: Vector<Double>, in coordinates: GaussianCoordinates) -> GaussianVelocity {
    var (a, A) = layout.unpack(v, offDiagonal: coordinates.pairFactor)
    switch coordinates {
    case .meanCovariance: break
    case .η:
      A.addOuterProduct(-1, a, mean)
      A.addOuterProduct(-1, mean, a)
    case .θ:
      var ΣA = A
      ΣA.setProduct(covariance, A, scaledBy: 2)  // 2ΣΘ̇
      A.setProduct(ΣA, covariance)
      let first = a
      a.setProduct(covariance, first)
      a.setProduct(ΣA, mean, plus: 1)
    }
    return GaussianVelocity(mean: a, covariance: A.symmetrised)
  }

  /// The velocity of the coordinates when the distribution has a velocity; the inverse of `velocity(_:in:)`.
  ///
  ///     θ:  Θ̇ = ½ Σ⁻¹ Σ̇ Σ⁻¹,  θ̇ = Σ⁻¹ μ̇ − 2 Θ̇ μ         η:  η̇ = μ̇,  Ė = Σ̇ + μ̇ μᵀ + μ μ̇ᵀ
  public func components(of v: GaussianVelocity, in coordinates: GaussianCoordinates) -> Vector<Double> {
    var (a, A) = (v.mean, v.covariance)
    switch coordinates {
    case .meanCovariance: break
    case .η:
      A.addOuterProduct(1, a, mean)
      A.addOuterProduct(1, mean, a)
    case .θ:
      factor.solve(columnsOf: &A)
      A = A.transposed
      factor.solve(columnsOf: &A)
      A = A.symmetrised
      A.scale(by: 0.5)
      factor.solve(&a)
      a.setProduct(A, mean, scaledBy: -2, plus: 1)
    }
    return layout.pack(a, A, offDiagonal: coordinates.pairFactor)
  }

  /// The Jacobian ∂ξ/∂ζ of one coordinate system by another, n × n.
  ///
  /// - Complexity: O(n d³).
  public func jacobian(of ξ: GaussianCoordinates, by ζ: GaussianCoordinates) -> Matrix<Double> {
    let n = layout.count
    let columns = (0..<n).map { j in components(of: velocity(Vector(count: n) { $0 == j ? 1 : 0 }, in: ζ), in: ξ) }
    return Matrix(n, n) { i, j in columns[j][i] }
  }
}
