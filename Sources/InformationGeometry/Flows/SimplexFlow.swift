import LinearAlgebra

/// The gradient flow of a function of n probabilities, computed in a coordinate system of the simplex.
///
/// The vanilla flow in p runs into the faces of the simplex and is projected onto them; all others stay inside.
public struct SimplexFlow: Sendable {
  /// ∂F/∂p_i, as if the p_i were free.
  public let derivatives: @Sendable (Vector<Double>) -> Vector<Double>
  public let kind: GradientKind
  public let chart: SimplexChart
  public let sense: Sense

  public init(
    _ derivatives: @escaping @Sendable (Vector<Double>) -> Vector<Double>, _ kind: GradientKind, in chart: SimplexChart,
    _ sense: Sense = .maximise
  ) {
    (self.derivatives, self.kind, self.chart, self.sense) = (derivatives, kind, chart, sense)
  }

  /// The velocity in the chart's coordinates.
  public func velocity(at ξ: Vector<Double>) -> Vector<Double> {
    let p = chart.probabilities(ξ)
    var d = derivatives(p)
    d.scale(by: sense.sign)
    return kind == .vanilla ? chart.gradient(d, at: p) : chart.naturalGradient(d, at: p)
  }

  /// The way of the flow from a distribution, as probabilities.
  ///
  /// A projected flow that reaches or leaves a face for the 101st time is not followed further: it ends there, with
  /// `.boundary`, before the time asked for.
  public func path(from p: Vector<Double>, until time: Double, _ solver: FlowSolver = FlowSolver()) -> SimplexPath {
    if kind == .vanilla && chart == .p { return projected(from: p, until: time, solver) }
    func v(_ ξ: Vector<Double>, _ v: inout Vector<Double>) { v.set(to: velocity(at: ξ)) }
    let way = solver.trajectory(of: v, from: chart.coordinates(p), until: time)
    return SimplexPath(
      points: way.polyline().map(chart.probabilities), end: way.report.end, time: way.report.time, contacts: [])
  }

  // listing: simplex projection
  /// Arc by arc: on a face p_i = 0 against which the flow pushes, p_i stays 0, and the mean is taken over the others.
  ///
  ///     ṗ_i = d_i − mean of d over the free coordinates;   held are those with p_i = 0 and d_i below that mean
  private func projected(from start: Vector<Double>, until end: Double, _ solver: FlowSolver) -> SimplexPath {
    let n = start.count
    var (p, t, points, contacts) = (start, 0.0, [start], [Double]())
    var released: Int?
    while true {
      let held = faces(at: p, but: released)
      func v(_ p: Vector<Double>, _ v: inout Vector<Double>) {
        let push = push(at: p, held)
        for i in 0..<n { v[i] = held[i] ? 0 : push[i] }
      }
      // The way to a face that does not hold yet, or the push against one that does.
      func slack(_ p: Vector<Double>) -> Vector<Double> {
        let push = push(at: p, held)
        return Vector(count: n) { held[$0] ? -push[$0] : p[$0] }
      }
      let arc = solver.trajectory(of: v, from: p, until: end - t, inside: { slack($0).elements.min() ?? 0 })
      points += arc.polyline().dropFirst()
      (p, t) = (arc.report.point, t + arc.report.time)
      guard arc.report.end == .boundary, contacts.count < 100 else {
        return SimplexPath(points: points, end: arc.report.end, time: t, contacts: contacts)
      }
      contacts.append(t)
      let least = slack(p)
      let i = (0..<n).min { least[$0] < least[$1] } ?? 0
      released = held[i] ? i : nil
      if !held[i] { p[i] = 0 }
      p.scale(by: 1 / p.sum)
    }
  }

  /// d_i − mean of d over the coordinates that are not held.
  private func push(at p: Vector<Double>, _ held: [Bool]) -> Vector<Double> {
    var d = derivatives(p)
    d.scale(by: sense.sign)
    let free = (0..<p.count).filter { !held[$0] }
    let mean = free.reduce(0) { $0 + d[$1] } / Double(free.count)
    return d.mapped { $0 - mean }
  }

  /// The faces on which p lies and against which the flow pushes, but for one that has just let go.
  private func faces(at p: Vector<Double>, but released: Int?) -> [Bool] {
    var held = Array(repeating: false, count: p.count)
    while true {
      let push = push(at: p, held)
      let candidates = (0..<p.count).filter { $0 != released && !held[$0] && p[$0] <= 0 && push[$0] < 0 }
      guard let i = candidates.min(by: { push[$0] < push[$1] }) else { return held }
      held[i] = true
    }
  }
  // listing end
}

/// The way of a flow of probabilities.
public struct SimplexPath: Sendable, Equatable {
  /// As a polyline, n probabilities each.
  public let points: [Vector<Double>]
  /// `.boundary`: a projected flow was given up on a face, after a hundred contacts.
  public let end: FlowEnd
  public let time: Double
  /// When a projected flow reached a face, or left one.
  public let contacts: [Double]

  public var last: Vector<Double> { points[points.count - 1] }
}
