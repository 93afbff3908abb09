import Foundation
import LinearAlgebra

/// A coordinate system of the distributions on n states, and the gradients in it.
///
///     p         the n probabilities, in the plane Σ_i p_i = 1                   ∇F = d − mean of d
///     θ         θ_i = log (p_i / p_{n−1}), n − 1 numbers                         ∇F = p_i (d_i − d̄)
///     z = 2√p   n numbers on the sphere of radius 2                             ∇F = √p_i (d_i − d̄)
///
/// with d_i = ∂F/∂p_i, the derivatives as if the p_i were free, and d̄ = Σ_i p_i d_i. In p and in z the gradient is that
/// of the space around, projected onto the plane or onto the tangent of the sphere.
public enum SimplexChart: String, CaseIterable, Sendable {
  case p, θ
  case sphere = "2√p"

  /// The coordinates of probabilities, n or n − 1 numbers.
  public func coordinates(_ p: Vector<Double>) -> Vector<Double> {
    switch self {
    case .p: p
    case .θ: Vector(count: p.count - 1) { log(p[$0] / p[p.count - 1]) }
    case .sphere: Vector(count: p.count) { 2 * p[$0].squareRoot() }
    }
  }

  /// The n probabilities of a point.
  public func probabilities(_ ξ: Vector<Double>) -> Vector<Double> {
    switch self {
    case .p: return ξ
    case .θ:
      let ψ = logSumExp(ξ.elements + [0])
      return Vector(count: ξ.count + 1) { exp(($0 < ξ.count ? ξ[$0] : 0) - ψ) }
    case .sphere: return ξ.mapped { $0 * $0 / 4 }
    }
  }

  /// ṗ, n numbers, of a velocity in these coordinates at p.
  public func probabilityVelocity(of v: Vector<Double>, at p: Vector<Double>) -> Vector<Double> {
    switch self {
    case .p: return v
    case .sphere: return Vector(count: p.count) { p[$0].squareRoot() * v[$0] }
    case .θ:
      let mean = (0..<v.count).reduce(0) { $0 + p[$1] * v[$1] }
      return Vector(count: p.count) { p[$0] * (($0 < v.count ? v[$0] : 0) - mean) }
    }
  }

  // listing: simplex gradients
  /// ∇F in these coordinates, a direction of ascent.
  ///
  /// - Parameter d: ∂F/∂p_i at p, n numbers.
  public func gradient(_ d: Vector<Double>, at p: Vector<Double>) -> Vector<Double> {
    let mean = self == .p ? d.sum / Double(d.count) : p.dot(d)
    return switch self {
    case .p: Vector(count: p.count) { d[$0] - mean }
    case .θ: Vector(count: p.count - 1) { p[$0] * (d[$0] - mean) }
    case .sphere: Vector(count: p.count) { p[$0].squareRoot() * (d[$0] - mean) }
    }
  }

  /// I⁻¹∇F in these coordinates: the velocity ṗ_i = p_i (d_i − d̄), whatever they are.
  public func naturalGradient(_ d: Vector<Double>, at p: Vector<Double>) -> Vector<Double> {
    switch self {
    case .p:
      let mean = p.dot(d)
      return Vector(count: p.count) { p[$0] * (d[$0] - mean) }
    case .θ: return Vector(count: p.count - 1) { d[$0] - d[p.count - 1] }
    case .sphere: return gradient(d, at: p)
    }
  }
  // listing end
}
