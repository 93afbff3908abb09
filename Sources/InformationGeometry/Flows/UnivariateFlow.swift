import Foundation

/// The gradient flow of F = E[f(X)], X ~ N(μ, σ²), in one planar chart: ξ' = ±∇F(ξ) or ξ' = ±I(ξ)⁻¹∇F(ξ).
///
/// It ends at `.boundary` where it reaches the border of the domain (σ → 0 in (μ, σ²) and η, σ → ∞ in θ) in finite time, and
/// at `.stepUnderflow` where it runs to infinity in finite time: then the time of the end is the time of the blow-up.
public struct UnivariateFlow<F: UnivariateObjective>: Sendable {
  public let objective: F
  public let kind: GradientKind
  public let chart: UnivariateChart
  public let sense: Sense

  public init(of objective: F, _ kind: GradientKind, in chart: UnivariateChart, _ sense: Sense = .maximise) {
    (self.objective, self.kind, self.chart, self.sense) = (objective, kind, chart, sense)
  }

  // listing: univariate velocity
  /// The velocity at ξ.
  @specialized(where F == UnivariateMean)
  @specialized(where F == UnivariateQuadrature)
  public func velocity(at ξ: SIMD2<Double>) -> SIMD2<Double> {
    let d = objective.expectedDerivatives(at: ξ, in: chart)
    return switch kind {
    case .vanilla: sense.sign * chart.gradient(ξ, slope: d.slope, curvature: d.curvature)
    case .natural: sense.sign * chart.naturalGradient(ξ, slope: d.slope, curvature: d.curvature)
    }
  }
  // listing end

  /// The flow from a point of its chart.
  public func trajectory(
    from start: SIMD2<Double>, until time: Double, _ solver: FlowSolver = FlowSolver(),
    isDone: (SIMD2<Double>) -> Bool = { _ in false }
  ) -> Trajectory<SIMD2<Double>> {
    solver.trajectory(
      of: { $1 = velocity(at: $0) }, from: start, until: time, inside: chart.inside, isDone: isDone)
  }

  /// Where the flow from a point of its chart ends, with nothing kept of the way. Allocates nothing with a `UnivariateMean`.
  @specialized(where F == UnivariateMean)
  public func end(
    from start: SIMD2<Double>, until time: Double, _ solver: FlowSolver = FlowSolver(),
    isDone: (SIMD2<Double>) -> Bool = { _ in false }
  ) -> FlowReport<SIMD2<Double>> {
    solver.end(of: { $1 = velocity(at: $0) }, from: start, until: time, inside: chart.inside, isDone: isDone)
  }

  /// When the flow is first within a distance r of a target; nil if it is not before `time`, or ends elsewhere.
  ///
  /// - Parameters:
  ///   - target: in the plane of (μ, σ), where the distance is measured too.
  ///   - start: in the chart of the flow.
  public func arrivalTime(
    at target: SIMD2<Double>, within r: Double, from start: SIMD2<Double>, until time: Double,
    _ solver: FlowSolver = FlowSolver()
  ) -> Double? {
    func beyond(_ ξ: SIMD2<Double>) -> Double { chart.meanDeviation(ξ).distance(to: target) - r }
    func inside(_ ξ: SIMD2<Double>) -> Double { min(chart.inside(ξ), beyond(ξ)) }
    let report = solver.end(of: { $1 = velocity(at: $0) }, from: start, until: time, inside: inside)
    return report.end == .boundary && beyond(report.point) < r * 1e-3 ? report.time : nil
  }
}
