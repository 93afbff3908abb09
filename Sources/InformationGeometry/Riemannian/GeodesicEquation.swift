import LinearAlgebra

/// A geodesic that was computed by following its equation from time 0.
public struct GeodesicPath<P: RealPoint>: Sendable {
  /// Of (ξ, p) with the momentum p = G ξ̇, 2n numbers.
  public let trajectory: Trajectory<Vector<Double>>
  let start: P

  /// The point at a time, n numbers.
  public func point(at t: Double) -> P {
    let state = trajectory.point(at: t)
    var ξ = start
    for i in 0..<ξ.count { ξ[i] = state[i] }
    return ξ
  }

  /// Where the geodesic was left.
  public var end: P { point(at: trajectory.report.time) }

  /// How often the matrix of the metric was evaluated.
  public let metricEvaluations: Int
}

extension RiemannianMetric {
  // listing: geodesic equation
  /// The geodesic that leaves a point with a velocity, for any metric, by Hamilton's equations of the energy ½ pᵀG⁻¹p.
  ///
  ///     ξ̇ = G(ξ)⁻¹ p,   ṗ_i = ½ ∂/∂ξ_i (vᵀ G(ξ) v) with v = ξ̇ held fixed;   p = G ξ̇
  ///
  /// is the equation ξ̈_k + Σ_ij Γ^k_ij ξ̇_i ξ̇_j = 0 without the n³ symbols Γ. The derivatives of the quadratic form are
  /// differences of sixth order with the step δ.
  ///
  /// - Parameters:
  ///   - v: ξ̇ at time 0, n numbers.
  ///   - δ: of the size of a hundredth of the distance over which G changes by its own size, or less.
  /// - Returns: the path; its report tells by `.stepUnderflow` that the geodesic ran against the border of the domain,
  ///   where G is no longer positive definite.
  /// - Complexity: 6n + 1 matrices and one factorisation for each evaluation of the velocity; one matrix for the momentum.
  public func geodesic(
    from ξ: P, along v: P, until time: Double = 1, step δ: Double = 1e-3, _ solver: FlowSolver = FlowSolver(tolerance: 1e-11)
  ) -> GeodesicPath<P> {
    let n = ξ.count
    var factor = Cholesky<Double>(dimension: n)
    var (x, w, p) = (ξ, ξ, Vector<Double>(zeros: n))
    let G = matrix(ξ)
    var evaluations = 1
    let momentum = (0..<n).map { i in (0..<n).reduce(0) { $0 + G[i, $1] * v[$1] } }

    func velocity(_ state: Vector<Double>, _ rate: inout Vector<Double>) {
      for i in 0..<n { (x[i], p[i]) = (state[i], state[n + i]) }
      evaluations += 1
      do { try factor.factor(matrix(x)) } catch { return rate.fill(.nan) }
      factor.solve(&p)
      for i in 0..<n { (rate[i], w[i]) = (p[i], p[i]) }
      for i in 0..<n {
        let slope = sixthOrderDerivative(
          of: { shift in
            evaluations += 1
            var moved = x
            moved[i] += shift
            return inner(w, w, at: moved)
          }, step: δ)
        rate[n + i] = slope / 2
      }
    }
    let state = Vector(count: 2 * n) { $0 < n ? ξ[$0] : momentum[$0 - n] }
    let way = solver.trajectory(of: velocity, from: state, until: time)
    return GeodesicPath(trajectory: way, start: ξ, metricEvaluations: evaluations)
  }
  // listing end
}
