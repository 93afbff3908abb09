import LinearAlgebra

extension Gaussian {
  // listing: geodesics of the Gaussian
  /// The geodesic that leaves this distribution with a velocity, by the Gaussian's own equation.
  ///
  ///     μ̈ = Σ̇ Σ⁻¹ μ̇,   Σ̈ = Σ̇ Σ⁻¹ Σ̇ − μ̇ μ̇ᵀ                                                    [Skovgaard84]
  ///
  /// - Returns: a flow of (μ, Σ, μ̇, Σ̇), the first half in the order of `SymmetricLayout`; see `init(geodesic:)`.
  /// - Complexity: 4 d³ operations for each evaluation of the velocity.
  public func geodesic(
    along v: GaussianVelocity, until time: Double = 1, _ solver: FlowSolver = FlowSolver(tolerance: 1e-11)
  ) -> Trajectory<Vector<Double>> {
    let (d, layout) = (dimension, layout)
    precondition(v.mean.count == d, "geodesic: a velocity of dimension \(v.mean.count) at a Gaussian of dimension \(d)")
    var factor = Cholesky<Double>(dimension: d)
    var dΣ = Matrix<Double>(zeros: d, d)

    func velocity(_ state: Vector<Double>, _ rate: inout Vector<Double>) {
      let ((_, Σ), (μʹ, Σʹ)) = Gaussian.halves(of: state, layout)
      do { try factor.factor(Σ) } catch { return rate.fill(.nan) }
      var (u, A, dμ) = (μʹ, Σʹ, μʹ)
      factor.solve(&u)
      factor.solve(columnsOf: &A)
      dμ.setProduct(Σʹ, u)  // Σ̇ Σ⁻¹ μ̇
      dΣ.setProduct(Σʹ, .asIs, A)  // Σ̇ Σ⁻¹ Σ̇
      dΣ.addOuterProduct(-1, μʹ, μʹ)
      let second = layout.pack(dμ, dΣ, offDiagonal: 1)
      for i in 0..<layout.count { (rate[i], rate[layout.count + i]) = (state[layout.count + i], second[i]) }
    }
    let (x, xʹ) = (layout.pack(mean, covariance, offDiagonal: 1), layout.pack(v.mean, v.covariance, offDiagonal: 1))
    let state = Vector(x.elements + xʹ.elements)
    return solver.trajectory(of: velocity, from: state, until: time)
  }
  // listing end

  private static func halves(
    of state: Vector<Double>, _ layout: SymmetricLayout
  ) -> ((Vector<Double>, Matrix<Double>), (Vector<Double>, Matrix<Double>)) {
    let n = layout.count
    return (
      layout.unpack(Vector(count: n) { state[$0] }, offDiagonal: 1),
      layout.unpack(Vector(count: n) { state[n + $0] }, offDiagonal: 1)
    )
  }

  /// The distribution of a state (μ, Σ, μ̇, Σ̇) of `geodesic(along:)`.
  ///
  /// - Throws: `DomainError` where Σ is not positive definite, which no state of a geodesic is but for rounding.
  public init(geodesic state: Vector<Double>) throws(DomainError) {
    try self.init(Vector(Array(state.elements.prefix(state.count / 2))), in: .meanCovariance)
  }
}
