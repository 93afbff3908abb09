import LinearAlgebra
import RandomStreams

/// A family of distributions p(x; ξ) with a vector of real parameters, and one member of it.
///
/// A value is one distribution; another member of the same family is made by `with(parameters:)`.
public protocol StatisticalModel<Point>: Sendable {
  associatedtype Point

  /// ξ, n numbers.
  var parameters: Vector<Double> { get }

  /// The member of the family with other parameters.
  ///
  /// - Throws: `DomainError` where ξ names no distribution of the family.
  func with(parameters ξ: Vector<Double>) throws(DomainError) -> Self

  /// log p(x; ξ), in nats.
  func logDensity(at x: Point) -> Double

  /// Adds weight × ∂ log p(x; ξ)/∂ξ to g, n numbers.
  func addScore(at x: Point, weight: Double, to g: inout Vector<Double>)
}

extension StatisticalModel {
  /// The score ∂ log p(x; ξ)/∂ξ, n numbers.
  public func score(at x: Point) -> Vector<Double> {
    var g = Vector<Double>(zeros: parameters.count)
    addScore(at: x, weight: 1, to: &g)
    return g
  }
}

/// What points can be drawn from.
public protocol Sampler<Point>: Sendable {
  associatedtype Point

  func sample(using rng: inout RandomStream) -> Point
}

extension Sampler {
  /// `count` independent points.
  public func samples(_ count: Int, using rng: inout RandomStream) -> [Point] {
    precondition(count >= 0, "samples: \(count) points")
    var points: [Point] = []
    points.reserveCapacity(count)
    for _ in 0..<count { points.append(sample(using: &rng)) }
    return points
  }
}
