import Foundation
import LinearAlgebra

/// The Fisher–Rao distance of two distributions on n states, zeros allowed: an arc on the sphere of radius 2, at most π.
///
///     d(p, q) = 2 arccos Σ_i √(p_i q_i) = 4 arcsin (½ ‖√p − √q‖)
///
/// The second form keeps its digits where p and q are close.
public func fisherRaoDistance(_ p: Vector<Double>, _ q: Vector<Double>) -> Double {
  precondition(p.count == q.count, "fisherRaoDistance: \(p.count) and \(q.count) states")
  var square = 0.0
  for i in 0..<p.count {
    let d = p[i].squareRoot() - q[i].squareRoot()
    square += d * d
  }
  return 4 * asin(min(1, square.squareRoot() / 2))
}

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
  /// Σ of the Fisher–Rao distances of neighbours: the length up to the last point kept.
  public private(set) var length = 0.0

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
    length += d
    return true
  }

  /// The length over the Fisher–Rao distance between its ends: 1 on a geodesic, NaN for a path that has not begun.
  public var detour: Double { length / fisherRaoDistance(points[0], points[points.count - 1]) }
}
// listing end
