import LinearAlgebra

// listing: ruler path
/// A path on the simplex, measured with a ruler: a point is kept when it is at least one ruler away from the last one kept.
///
/// The length of a noisy path grows without limit as it is looked at more finely, like that of a coast. A ruler longer than
/// the noise of one step measures the way that was made, and treats two paths of different speed alike.
public struct RulerPath: Sendable {
  /// In the unit of the Fisher–Rao distance.
  public let ruler: Double
  /// The points kept, the start first.
  public private(set) var points: [Vector<Double>]
  /// Σ of the Fisher–Rao distances of neighbours, from the start up to each point kept.
  public private(set) var lengths = [0.0]

  public init(from start: Vector<Double>, ruler: Double) {
    precondition(ruler >= 0, "RulerPath: a ruler of \(ruler)")
    (self.ruler, points) = (ruler, [start])
  }

  /// Goes on to p. Returns whether p was far enough to be kept.
  @discardableResult
  public mutating func move(to p: Vector<Double>) -> Bool {
    let d = fisherRaoDistance(points[points.count - 1], p)
    guard d > 0, d >= ruler else { return false }
    points.append(p)
    lengths.append(length + d)
    return true
  }

  /// The length up to the last point kept.
  public var length: Double { lengths[lengths.count - 1] }
  /// The Fisher–Rao distance between the ends.
  public var distance: Double { fisherRaoDistance(points[0], points[points.count - 1]) }
  /// The length over the distance: 1 on a geodesic, NaN for a path that has not begun.
  public var detour: Double { length / distance }
}
// listing end
