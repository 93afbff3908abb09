/// The flow of v on a cube [a, b]ⁿ: where v would leave the cube, it is projected onto the faces it pushes against.
///
///     x_i' = 0       while x_i = b and v_i(x) ≥ 0, or x_i = a and v_i(x) ≤ 0
///     x_i' = v_i(x)  else
///
/// The right side jumps at faces, so the flow is followed arc by arc: each arc is smooth, and ends where a coordinate
/// reaches a face, or where v turns inwards on a face that held one.
extension FlowSolver {
  public func projectedTrajectory<P: RealPoint>(
    of velocity: (P, inout P) -> Void, onto cube: ClosedRange<Double>, from start: P, until time: Double,
    isDone: (P) -> Bool = { _ in false }
  ) -> Trajectory<P> {
    var kept: [DenseStep<P>] = []
    var contacts: [Double] = []
    let report = followProjected(
      velocity, onto: cube, from: start, until: time, isDone: isDone, contact: { contacts.append($0) },
      observe: { kept.append($0.denseStep(from: $1, $2)) })
    return Trajectory(start: start, steps: kept, report: report, contacts: contacts)
  }

  /// As `projectedTrajectory`, and keeps nothing of the way.
  @specialized(where P == SIMD2<Double>)
  public func projectedEnd<P: RealPoint>(
    of velocity: (P, inout P) -> Void, onto cube: ClosedRange<Double>, from start: P, until time: Double,
    isDone: (P) -> Bool = { _ in false }
  ) -> FlowReport<P> {
    followProjected(
      velocity, onto: cube, from: start, until: time, isDone: isDone, contact: { _ in }, observe: { _, _, _ in })
  }

  @specialized(where P == SIMD2<Double>)
  private func followProjected<P: RealPoint>(
    _ field: (P, inout P) -> Void, onto cube: ClosedRange<Double>, from start: P, until end: Double,
    isDone: (P) -> Bool, contact: (Double) -> Void, observe: (DormandPrince<P>, Double, Double) -> Void
  ) -> FlowReport<P> {
    precondition(start.count <= 64, "projected flows hold at most 64 coordinates, not \(start.count)")
    var (x, v, t) = (start, start, 0.0)
    var (accepted, rejected, evaluations) = (0, 0, 0)
    var released: Int?
    func velocity(_ x: P, _ v: inout P) {
      evaluations += 1
      field(x, &v)
    }
    // listing: projection
    while true {
      velocity(x, &v)
      var held = Faces(at: x, velocity: v, of: cube)
      if let released { held.release(released) }
      let faces = held
      func projected(_ x: P, _ v: inout P) {
        velocity(x, &v)
        for i in 0..<v.count where faces.holds(i) { v[i] = 0 }
      }
      // The least way to a face that does not hold yet, or the least push against one that does.
      func inside(_ x: P) -> Double {
        var push = x
        if !faces.isEmpty { velocity(x, &push) }
        return faces.slack(at: x, push: push, of: cube).least
      }
      var steps = DormandPrince(at: x, projected)
      let arc = follow(projected, from: t, until: end, inside: inside, isDone: isDone, &steps, observe: observe)
      accepted += arc.acceptedSteps
      rejected += arc.rejectedSteps
      (x, t) = (arc.point, arc.time)
      guard arc.end == .boundary, accepted < stepLimit else {
        return FlowReport(
          end: arc.end == .boundary ? .stepLimit : arc.end, time: t, point: x, acceptedSteps: accepted,
          rejectedSteps: rejected, evaluations: evaluations)
      }
      contact(t)
      velocity(x, &v)
      let i = faces.slack(at: x, push: v, of: cube).coordinate
      released = faces.holds(i) ? i : nil
      if released == nil { x[i] = x[i] - cube.lowerBound < cube.upperBound - x[i] ? cube.lowerBound : cube.upperBound }
    }
    // listing end
  }
}

/// The faces of a cube on which a projected flow slides, as the coordinates that they hold.
private struct Faces {
  private var lower: UInt64 = 0
  private var upper: UInt64 = 0

  init<P: RealPoint>(at x: P, velocity v: P, of cube: ClosedRange<Double>) {
    for i in 0..<x.count {
      precondition(cube.contains(x[i]), "projected flow: coordinate \(i) is \(x[i]), outside of \(cube)")
      if x[i] == cube.lowerBound && v[i] <= 0 { lower |= 1 << UInt64(i) }
      if x[i] == cube.upperBound && v[i] >= 0 { upper |= 1 << UInt64(i) }
    }
  }

  var isEmpty: Bool { lower | upper == 0 }

  func holds(_ i: Int) -> Bool { (lower | upper) >> UInt64(i) & 1 == 1 }

  mutating func release(_ i: Int) {
    lower &= ~(1 << UInt64(i))
    upper &= ~(1 << UInt64(i))
  }

  /// The coordinate nearest to a change of the faces, and how near.
  func slack<P: RealPoint>(at x: P, push v: P, of cube: ClosedRange<Double>) -> (least: Double, coordinate: Int) {
    var least = (Double.infinity, 0)
    for i in 0..<x.count {
      let slack =
        lower >> UInt64(i) & 1 == 1
        ? -v[i] : upper >> UInt64(i) & 1 == 1 ? v[i] : min(x[i] - cube.lowerBound, cube.upperBound - x[i])
      if slack < least.0 { least = (slack, i) }
    }
    return least
  }
}
