import LinearAlgebra

/// The gradient flow of F by the mean alone, with Σ held: μ' = ±E[∇f], or naturally μ' = ±Σ E[∇f].
///
/// It is the flow of the model of all N(μ, Σ) with one Σ, whose Fisher matrix is Σ⁻¹.
public struct MeanFlow<F: GaussianObjective>: Sendable {
  public let objective: F
  public let kind: GradientKind
  public let covariance: Matrix<Double>
  public let sense: Sense

  public init(of objective: F, _ kind: GradientKind, covariance: Matrix<Double>, _ sense: Sense = .maximise) {
    (self.objective, self.kind, self.covariance, self.sense) = (objective, kind, covariance, sense)
  }

  /// The velocity at μ, d numbers.
  public func velocity(at μ: Vector<Double>) -> Vector<Double> {
    let g = objective.expectedDerivatives(mean: μ, covariance: covariance).gradient
    var v = g
    if kind == .natural { v.setProduct(covariance, g) }
    v.scale(by: sense.sign)
    return v
  }

  /// The flow from a mean.
  public func trajectory(
    from μ: Vector<Double>, until time: Double, _ solver: FlowSolver = FlowSolver()
  ) -> Trajectory<Vector<Double>> {
    solver.trajectory(of: { $1 = velocity(at: $0) }, from: μ, until: time)
  }

  /// When the mean is first within a distance r of a target; nil if it is not before `time`.
  public func arrivalTime(
    at target: Vector<Double>, within r: Double, from μ: Vector<Double>, until time: Double,
    _ solver: FlowSolver = FlowSolver()
  ) -> Double? {
    let report = solver.end(
      of: { $1 = velocity(at: $0) }, from: μ, until: time, inside: { $0.distance(to: target) - r })
    return report.end == .boundary ? report.time : nil
  }
}
