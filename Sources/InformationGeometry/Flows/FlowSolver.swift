import Foundation

/// Settings of the one solver of flows x' = v(x): Dormand–Prince 5(4) with steps chosen by a proportional-integral
/// controller.
///
/// A velocity is a function that overwrites its second argument with the velocity at its first.
public struct FlowSolver: Sendable, Equatable {
  /// The error allowed in a step is absolute + relative |x_i|, in the mean square over coordinates.
  public let relativeTolerance: Double, absoluteTolerance: Double
  /// A velocity with max_i |v_i| up to this is rest.
  public let stationarySpeed: Double
  public let stepLimit: Int

  public init(
    relativeTolerance: Double = 1e-9, absoluteTolerance: Double = 1e-9, stationarySpeed: Double = 0, stepLimit: Int = 100_000
  ) {
    precondition(
      relativeTolerance >= 0 && absoluteTolerance > 0, "FlowSolver: tolerances \(relativeTolerance) and \(absoluteTolerance)")
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
    self.stationarySpeed = stationarySpeed
    self.stepLimit = stepLimit
  }

  /// The same tolerance for both errors.
  public init(tolerance: Double, stationarySpeed: Double = 0) {
    self.init(relativeTolerance: tolerance, absoluteTolerance: tolerance, stationarySpeed: stationarySpeed)
  }
}

extension FlowSolver {
  /// Follows a flow to its end and keeps nothing of the way.
  ///
  /// - Parameters:
  ///   - inside: positive inside the domain, negative outside; the flow stops where it becomes negative. It is looked at
  ///     after each step, so a step that leaves the domain and returns is not noticed.
  ///   - isDone: stops the flow at the end of the step where it holds.
  /// - Complexity: 6 evaluations of the velocity for each step, accepted or not, and 2 at the start, or 1 where the flow ends
  ///   there; no step allocates.
  @specialized(where P == SIMD2<Double>)
  public func end<P: RealPoint>(
    of velocity: (P, inout P) -> Void, from start: P, until time: Double, inside: (P) -> Double = { _ in 1 },
    isDone: (P) -> Bool = { _ in false }
  ) -> FlowReport<P> {
    var steps = DormandPrince(at: start, velocity)
    return follow(velocity, from: 0, until: time, inside: inside, isDone: isDone, &steps) { _, _, _ in }
  }

  /// Follows a flow and keeps the way.
  public func trajectory<P: RealPoint>(
    of velocity: (P, inout P) -> Void, from start: P, until time: Double, inside: (P) -> Double = { _ in 1 },
    isDone: (P) -> Bool = { _ in false }
  ) -> Trajectory<P> {
    var kept: [DenseStep<P>] = []
    var steps = DormandPrince(at: start, velocity)
    let report = follow(velocity, from: 0, until: time, inside: inside, isDone: isDone, &steps) {
      kept.append($0.denseStep(from: $1, $2))
    }
    return Trajectory(start: start, steps: kept, report: report, contacts: [])
  }

  // listing: controller
  /// The loop of all flows. It begins where the workspace stands, and shows each accepted step with its time and length.
  @specialized(where P == SIMD2<Double>)
  func follow<P: RealPoint>(
    _ velocity: (P, inout P) -> Void, from start: Double, until end: Double, inside: (P) -> Double,
    isDone: (P) -> Bool, _ steps: inout DormandPrince<P>, observe: (DormandPrince<P>, Double, Double) -> Void
  ) -> FlowReport<P> {
    precondition(end >= start, "flow: from time \(start) until \(end)")
    var (t, accepted, rejected, evaluations) = (start, 0, 0, 1)  // the workspace came with k₁
    func report(_ reason: FlowEnd, _ t: Double, _ x: P) -> FlowReport<P> {
      FlowReport(
        end: reason, time: t, point: x, acceptedSteps: accepted, rejectedSteps: rejected, evaluations: evaluations)
    }
    if isDone(steps.point) { return report(.condition, t, steps.point) }
    if steps.k₁.largestMagnitude <= stationarySpeed { return report(.stationary, t, steps.point) }
    var h = min(firstStep(steps, velocity), end - t)
    evaluations += 1
    var earlierError = 1e-4
    while t < end {
      if accepted == stepLimit { return report(.stepLimit, t, steps.point) }
      if !(t + h > t) { return report(.stepUnderflow, t, steps.point) }  // also where h is NaN
      let isLast = t + 1.01 * h >= end
      if isLast { h = end - t }
      let error = steps.attempt(h, absolute: absoluteTolerance, relative: relativeTolerance, velocity)
      evaluations += 6
      guard error <= 1 else {  // not for NaN either
        rejected += 1
        h *= error.isFinite ? max(0.1, 0.9 * pow(error, -0.2)) : 0.1
        continue
      }
      accepted += 1
      observe(steps, t, h)
      if inside(steps.next) < 0 {
        let (share, x) = crossing(steps.denseStep(from: t, h), inside)
        return report(.boundary, t + share * h, x)
      }
      t = isLast ? end : t + h
      steps.accept()
      if isDone(steps.point) { return report(.condition, t, steps.point) }
      if steps.k₁.largestMagnitude <= stationarySpeed { return report(.stationary, t, steps.point) }
      // Proportional in log e, integral in its change: steps shrink before they fail.
      h *= min(10, max(0.2, 0.9 * pow(max(error, 1e-10), -0.17) * pow(earlierError, 0.04)))
      earlierError = max(error, 1e-4)
    }
    return report(.time, end, steps.point)
  }
  // listing end

  /// A first step that moves the point by a hundredth of its scale, or less where the velocity changes fast: an explicit
  /// Euler step tells how fast. It overwrites the workspace's last attempt.
  private func firstStep<P: RealPoint>(_ steps: DormandPrince<P>, _ velocity: (P, inout P) -> Void) -> Double {
    var (scale, speed) = (0.0, 0.0)
    let n = Double(steps.point.count)
    for i in 0..<steps.point.count {
      let unit = absoluteTolerance + relativeTolerance * abs(steps.point[i])
      scale += steps.point[i] / unit * steps.point[i] / unit / n
      speed += steps.k₁[i] / unit * steps.k₁[i] / unit / n
    }
    let guess = scale > 1e-10 && speed > 1e-10 && speed.isFinite ? 0.01 * (scale / speed).squareRoot() : 1e-6
    var (x, v) = (steps.point, steps.k₁)
    for i in 0..<x.count { x[i] += guess * steps.k₁[i] }
    velocity(x, &v)
    var change = 0.0
    for i in 0..<x.count {
      let c = (v[i] - steps.k₁[i]) / (absoluteTolerance + relativeTolerance * abs(steps.point[i]))
      change += c * c / n
    }
    let curvature = max(speed.squareRoot(), change.squareRoot() / guess)
    let h = curvature <= 1e-15 ? max(1e-6, guess * 1e-3) : pow(0.01 / curvature, 0.2)
    return h.isFinite ? min(100 * guess, h) : guess
  }

  /// The last share of a step, and its point, at which `inside` is not yet negative, to rounding.
  private func crossing<P: RealPoint>(_ step: DenseStep<P>, _ inside: (P) -> Double) -> (share: Double, point: P) {
    var (low, high) = (0.0, 1.0)
    var (atLow, atHigh) = (inside(step.point(atShare: 0)), inside(step.point(atShare: 1)))
    var (share, point) = (0.0, step.point(atShare: 0))
    for k in 0..<200 where high - low > 1e-16 {
      // Regula falsi, with every third time a bisection, so that it neither stalls nor misses a kink.
      let secant = low + (high - low) * atLow / (atLow - atHigh)
      let s = k % 3 == 2 || !(secant > low && secant < high) ? (low + high) / 2 : secant
      if s == low || s == high { break }
      let x = step.point(atShare: s)
      let value = inside(x)
      if value >= 0 { (low, atLow, share, point) = (s, value, s, x) } else { (high, atHigh) = (s, value) }
    }
    return (share, point)
  }
}
