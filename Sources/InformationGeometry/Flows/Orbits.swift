extension Trajectory {
  /// The greatest distance of two flows at the same times, over `count` times that divide the longer one evenly, after a
  /// map of both to common coordinates; NaN where a coordinate is.
  public func greatestDistance<Q: RealPoint>(
    to other: Trajectory, at count: Int = 1000, mapping: (P) -> Q, and otherMapping: (P) -> Q
  ) -> Double {
    let duration = max(report.time, other.report.time)
    return (0...count).reduce(0) { greatest, k in
      let t = duration * Double(k) / Double(count)
      return greater(greatest, mapping(point(at: t)).distance(to: otherMapping(other.point(at: t))))
    }
  }

  /// Times, the start and the end among them, between which the flow covers equal lengths of its orbit: to about a per cent,
  /// as the orbit is measured as a polyline.
  public func evenTimes(_ count: Int) -> [Double] {
    precondition(count > 1, "evenTimes: \(count) times")
    var (times, lengths) = ([0.0], [0.0])
    var last = start
    for (k, step) in steps.enumerated() {
      let end = k + 1 < steps.count ? steps[k + 1].time : report.time
      for j in 1...64 {
        let t = step.time + (end - step.time) * Double(j) / 64
        let x = step.point(at: t)
        times.append(t)
        lengths.append(lengths[lengths.count - 1] + x.distance(to: last))
        last = x
      }
    }
    return (0..<count).map { n in
      if n == count - 1 { return report.time }
      let goal = lengths[lengths.count - 1] * Double(n) / Double(count - 1)
      return times[lengths.firstIndex { $0 >= goal } ?? 0]
    }
  }
}

/// How far a polyline strays from another as a set of points, whatever the speed at which each is run through: the
/// greatest distance of a vertex of the first from the nearest point of the second; NaN where a coordinate is.
///
/// - Complexity: O(product of the numbers of vertices).
public func orbitDistance<P: RealPoint>(from orbit: [P], to other: [P]) -> Double {
  precondition(!orbit.isEmpty && !other.isEmpty, "orbitDistance: \(orbit.count) and \(other.count) vertices")
  return orbit.reduce(0) { greatest, x in
    var nearest = x.distance(to: other[0])
    for k in 1..<max(other.count, 1) {
      nearest = -greater(-nearest, -distance(of: x, toSegment: other[k - 1], other[k]))  // the lesser
    }
    return greater(greatest, nearest)
  }
}

private func distance<P: RealPoint>(of x: P, toSegment a: P, _ b: P) -> Double {
  var (along, length) = (0.0, 0.0)
  for i in 0..<x.count {
    along += (x[i] - a[i]) * (b[i] - a[i])
    length += (b[i] - a[i]) * (b[i] - a[i])
  }
  let share = length > 0 ? min(1, max(0, along / length)) : 0
  var foot = a
  for i in 0..<x.count { foot[i] += share * (b[i] - a[i]) }
  return x.distance(to: foot)
}
