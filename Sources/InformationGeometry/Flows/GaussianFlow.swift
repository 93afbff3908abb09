import Foundation
import LinearAlgebra

/// The gradient flow of F = E[f(X)], X ~ N(μ, Σ), in one coordinate system: ξ' = ±∇F(ξ) or ξ' = ±I(ξ)⁻¹∇F(ξ).
///
/// It ends at `.boundary` where Σ or Θ loses definiteness in finite time, and at `.stepUnderflow` where the coordinates run to
/// infinity in finite time. (In η such a run can meet the step limit first: Σ = E − μμᵀ loses its digits on the way.)
public struct GaussianFlow<F: GaussianObjective>: Sendable {
  public let objective: F
  public let kind: GradientKind
  public let coordinates: GaussianCoordinates
  public let sense: Sense

  public init(of objective: F, _ kind: GradientKind, in coordinates: GaussianCoordinates, _ sense: Sense = .maximise) {
    (self.objective, self.kind, self.coordinates, self.sense) = (objective, kind, coordinates, sense)
  }

  // listing: Gaussian velocity
  /// The velocity at ξ, d + d (d + 1)/2 numbers; NaN where ξ is no distribution.
  public func velocity(at ξ: Vector<Double>) -> Vector<Double> {
    guard let p = try? Gaussian(ξ, in: coordinates) else { return Vector(count: ξ.count) { _ in .nan } }
    let d = objective.expectedDerivatives(under: p)
    var v =
      switch kind {
      case .vanilla: p.gradient(d, in: coordinates)
      case .natural: p.naturalGradient(d, in: coordinates)
      }
    v.scale(by: sense.sign)
    return v
  }
  // listing end

  /// The flow from a distribution, in its coordinates.
  public func trajectory(
    from start: Gaussian, until time: Double, _ solver: FlowSolver = FlowSolver(),
    isDone: (Vector<Double>) -> Bool = { _ in false }
  ) -> Trajectory<Vector<Double>> {
    let way = solver.trajectory(
      of: { $1 = velocity(at: $0) }, from: start.coordinates(coordinates), until: time, isDone: isDone)
    return Trajectory(start: way.start, steps: way.steps, report: read(way.report, start), contacts: [])
  }

  /// Where the flow from a distribution ends, with nothing kept of the way.
  public func end(
    from start: Gaussian, until time: Double, _ solver: FlowSolver = FlowSolver(),
    isDone: (Vector<Double>) -> Bool = { _ in false }
  ) -> FlowReport<Vector<Double>> {
    read(
      solver.end(of: { $1 = velocity(at: $0) }, from: start.coordinates(coordinates), until: time, isDone: isDone), start)
  }

  /// When the mean is first within a distance r of a target; nil if it is not before `time`.
  public func arrivalTime(
    ofMeanAt target: Vector<Double>, within r: Double, from start: Gaussian, until time: Double,
    _ solver: FlowSolver = FlowSolver()
  ) -> Double? {
    func beyond(_ ξ: Vector<Double>) -> Double {
      guard let p = try? Gaussian(ξ, in: coordinates) else { return .nan }
      return p.mean.distance(to: target) - r
    }
    let report = solver.end(
      of: { $1 = velocity(at: $0) }, from: start.coordinates(coordinates), until: time, inside: beyond)
    return report.end == .boundary ? report.time : nil
  }

  /// The distribution at a point of a trajectory.
  ///
  /// - Throws: `DomainError` at the border of the domain.
  public func distribution(at ξ: Vector<Double>) throws(DomainError) -> Gaussian { try Gaussian(ξ, in: coordinates) }

  /// Beyond the border the velocity is no number, and the solver's steps shrink to nothing before it. That is the border, and
  /// not a blow-up, where the matrix of the coordinates has become singular.
  private func read(_ report: FlowReport<Vector<Double>>, _ start: Gaussian) -> FlowReport<Vector<Double>> {
    let first = leastEigenvalue(start.coordinates(coordinates))
    guard report.end == .stepUnderflow, leastEigenvalue(report.point) < 1e-6 * first else { return report }
    return FlowReport(
      end: .boundary, time: report.time, point: report.point, acceptedSteps: report.acceptedSteps,
      rejectedSteps: report.rejectedSteps, evaluations: report.evaluations)
  }

  /// The least eigenvalue of Σ, of −2Θ or of E − μμᵀ; NaN where there is none.
  private func leastEigenvalue(_ ξ: Vector<Double>) -> Double {
    let layout = SymmetricLayout(dimension: objective.dimension)
    var (x, a) = layout.unpack(ξ, offDiagonal: coordinates.pairFactor)
    switch coordinates {
    case .meanCovariance: break
    case .θ: a.scale(by: -2)
    case .η: a.addOuterProduct(-1, x, x)
    }
    x = (try? symmetricEigenvalues(a)) ?? [.nan]
    return x[0]
  }
}
