/// Why a flow was not followed further.
public enum FlowEnd: Sendable, Equatable {
  /// The time asked for was reached.
  case time
  /// The velocity fell to the speed that counts as rest.
  case stationary
  /// The flow is about to leave its domain: the point lies on the boundary.
  case boundary
  /// The caller's condition holds.
  case condition
  /// As many steps as allowed were accepted.
  case stepLimit
  /// No step long enough to change the time meets the tolerance: a singularity, or a velocity that is not finite.
  case stepUnderflow
}

/// How a flow ended, and what it cost.
public struct FlowReport<P: RealPoint>: Sendable, Equatable {
  public let end: FlowEnd
  public let time: Double
  public let point: P
  public let acceptedSteps: Int, rejectedSteps: Int
  /// How often the velocity was evaluated.
  public let evaluations: Int
}

/// A flow from its start to its end, with every point between.
public struct Trajectory<P: RealPoint>: Sendable, Equatable {
  public let start: P
  /// In order of time. A step may reach beyond the beginning of the next, or beyond the end: the flow left it there.
  public let steps: [DenseStep<P>]
  public let report: FlowReport<P>
  /// When a projected flow reached a face of its domain, or left one.
  public let contacts: [Double]

  /// The point at a time; before the start and after the end it rests.
  public func point(at t: Double) -> P {
    guard t < report.time else { return report.point }
    guard let first = steps.first, t > first.time else { return start }
    var (low, high) = (0, steps.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if steps[middle].time <= t { low = middle } else { high = middle }
    }
    return steps[low].point(at: t)
  }

  /// The orbit as a polyline, with so many segments for each step: what a figure draws.
  public func polyline(segmentsPerStep: Int = 8) -> [P] {
    precondition(segmentsPerStep > 0, "polyline: \(segmentsPerStep) segments per step")
    var points = [start]
    for (k, step) in steps.enumerated() {
      let end = k + 1 < steps.count ? steps[k + 1].time : report.time
      for j in 1..<segmentsPerStep {
        points.append(step.point(at: step.time + (end - step.time) * Double(j) / Double(segmentsPerStep)))
      }
      points.append(k + 1 < steps.count ? steps[k + 1].point(atShare: 0) : report.point)
    }
    return points
  }
}
