import LinearAlgebra

/// The stochastic relaxation of a function on {−1,+1}ⁿ over the independence model, in one coordinate system ξ.
///
///     F(ξ) = E_ξ[f(X)] = f(η(ξ))
///
/// Gradients are directions of ascent.
public struct Relaxation: Sendable {
  public let function: PseudoBoolean
  public let coordinates: IndependenceCoordinates

  public init(_ function: PseudoBoolean, in coordinates: IndependenceCoordinates) {
    self.function = function
    self.coordinates = coordinates
  }

  /// F(ξ).
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func value<P: RealPoint>(at ξ: P) -> Double { function.value(at: ξ.mapped(coordinates.mean)) }

  // listing: gradients
  /// ∇F(ξ), with ∂F/∂ξ_i = ∂F/∂η_i dη_i/dξ_i. Overwrites g.
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func gradient<P: RealPoint>(at ξ: P, into g: inout P) {
    function.gradient(at: ξ.mapped(coordinates.mean), into: &g)
    for i in 0..<ξ.count { g[i] *= coordinates.meanSlope(ξ[i]) }
  }

  /// I(ξ)⁻¹ ∇F(ξ), with the diagonal Fisher matrix I. Overwrites g.
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func naturalGradient<P: RealPoint>(at ξ: P, into g: inout P) {
    function.gradient(at: ξ.mapped(coordinates.mean), into: &g)
    for i in 0..<ξ.count { g[i] *= coordinates.naturalFactor(ξ[i]) }
  }
  // listing end

  public func gradient<P: RealPoint>(at ξ: P) -> P {
    var g = ξ
    gradient(at: ξ, into: &g)
    return g
  }

  public func naturalGradient<P: RealPoint>(at ξ: P) -> P {
    var g = ξ
    naturalGradient(at: ξ, into: &g)
    return g
  }
}
