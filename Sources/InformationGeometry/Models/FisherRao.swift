import Foundation
import LinearAlgebra

// The geometry of the Fisher metric on the distributions on n states: with z = 2√p they are a part of the sphere of radius 2,
// where that metric is the ruler's, Σ_i ż_i² = Σ_i ṗ_i²/p_i.

/// The Fisher–Rao distance of two distributions on n states, zeros allowed: an arc on the sphere of radius 2, at most π.
///
///     d(p, q) = 2 arccos Σ_i √(p_i q_i) = 4 arcsin (½ ‖√p − √q‖)
///
/// The second form keeps its digits where p and q are close. NaN where a number is.
public func fisherRaoDistance(_ p: Vector<Double>, _ q: Vector<Double>) -> Double {
  precondition(p.count == q.count, "fisherRaoDistance: \(p.count) and \(q.count) states")
  var square = 0.0
  for i in 0..<p.count {
    let d = p[i].squareRoot() - q[i].squareRoot()
    square += d * d
  }
  return 4 * asin(square.squareRoot() / 2)
}

/// The point at time t of the geodesic from p at 0 to q at 1, a great circle of the sphere; zeros are allowed.
///
///     √r = (sin((1 − t) α) √p + sin(t α) √q) / sin α,   α = d(p, q)/2
///
/// - Precondition: 0 ≤ t ≤ 1.
public func fisherRaoGeodesic(from p: Vector<Double>, to q: Vector<Double>, at t: Double) -> Vector<Double> {
  precondition(0...1 ~= t, "fisherRaoGeodesic: time \(t)")
  return greatCircle(from: p, to: q, at: t)?.mapped { $0 * $0 } ?? p
}

/// √r for the point r at time t of that great circle, n numbers; a t outside [0, 1] may lead to negative ones. nil for p = q.
private func greatCircle(from p: Vector<Double>, to q: Vector<Double>, at t: Double) -> Vector<Double>? {
  let α = fisherRaoDistance(p, q) / 2
  guard α != 0 else { return nil }
  let (a, b) = (sin((1 - t) * α) / sin(α), sin(t * α) / sin(α))
  return Vector(count: p.count) { a * p[$0].squareRoot() + b * q[$0].squareRoot() }
}

extension Categorical {
  /// The Fisher–Rao distance, at most π.
  public func distance(to q: Categorical) -> Double { fisherRaoDistance(probabilities, q.probabilities) }

  /// The geodesic of the Fisher metric, at time 0 here and at time 1 at another distribution; it goes on for t beyond [0, 1].
  ///
  /// - Throws: `DomainError.outsideSimplex` where such a t leads beyond the border.
  public func geodesic(to q: Categorical, at t: Double) throws(DomainError) -> Categorical {
    guard let r = greatCircle(from: probabilities, to: q.probabilities, at: t) else { return self }
    for i in 0..<r.count where r[i] <= 0 { throw .outsideSimplex(coordinate: i, value: r[i] * abs(r[i])) }
    return try Categorical(probabilities: r.mapped { $0 * $0 })
  }
}
