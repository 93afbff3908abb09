import Foundation

/// What can be said exactly of the gradient flows of F = a η₁ + b η₂ + c η₁ η₂ on the square of means.
///
/// In η every one of them is, up to a constant factor of time,
///
///     η₁' = ±(1 − η₁²)^k (a + c η₂),   η₂' = ±(1 − η₂²)^k (b + c η₁)
///
/// with k = 0 for the vanilla gradient in η or μ, k = 1 for the natural gradient in any coordinates (and the vanilla one
/// in φ), and k = 2 for the vanilla gradient in θ. The variables separate: orbits are level lines of
///
///     Q(η) = A(η₁; b) − A(η₂; a),   A(x; s) = ∫ (s + c x) / (1 − x²)^k dx
public struct BilinearFlow: Sendable, Equatable {
  let a: Double, b: Double, c: Double
  let exponent: Int
  let sense: Sense

  /// Nil unless f has two variables and a product term, and F its saddle inside the square.
  public init?(_ flow: GradientFlow) {
    let f = flow.relaxation.function
    guard f.count == 2 else { return nil }
    (a, b, c) = (f.coefficient(of: 0), f.coefficient(of: 1), f.coefficient(of: 0, 1))
    guard c != 0, abs(a) < abs(c), abs(b) < abs(c) else { return nil }
    sense = flow.sense
    exponent =
      switch (flow.kind, flow.coordinates) {
      case (.natural, _), (.vanilla, .φ): 1
      case (.vanilla, .η), (.vanilla, .μ): 0
      case (.vanilla, .θ): 2
      }
  }

  /// Where ∇F = 0, as means: (−b/c, −a/c).
  public var saddle: SIMD2<Double> { SIMD2(-b / c, -a / c) }

  // listing: conserved
  /// Q(η), which does not change along an orbit.
  public func conserved(at η: SIMD2<Double>) -> Double { integral(η.x, b) - integral(η.y, a) }

  /// A(x; s).
  private func integral(_ x: Double, _ s: Double) -> Double {
    let variance = (1 - x) * (1 + x)
    return switch exponent {
    case 0: s * x + c / 2 * x * x
    case 1: s * atanh(x) - c / 2 * log(variance)
    default: s / 2 * (x / variance + atanh(x)) + c / 2 / variance
    }
  }
  // listing end
}

extension BilinearFlow {
  /// η₂ on the border between the two basins, at a given η₁: the orbits that run into the saddle, where Q has the
  /// saddle's value. ±1 where the border has left the square.
  public func separatrix(at x: Double) -> Double {
    if exponent == 0 { return min(1, max(-1, saddle.y + slope * (x - saddle.x))) }  // Q − Q(saddle) is a product of lines
    if x == saddle.x { return saddle.y }
    let goal = integral(x, b) - conserved(at: saddle)
    // A(·; a) is monotone on either side of the saddle; bisection to the last bit.
    var (near, far) = (saddle.y, (x > saddle.x) == (slope > 0) ? 1.0 : -1.0)
    while true {
      let middle = (near + far) / 2
      if middle == near || middle == far { return near }
      if (integral(middle, a) < goal) == (c > 0) { near = middle } else { far = middle }
    }
  }

  /// ±1: whether the border rises or falls. Along it F is greatest at the saddle for a rising flow, least for a falling one.
  private var slope: Double { (c > 0) == (sense == .maximise) ? -1 : 1 }

  /// The share of the square that lies above the border, on the side of large η₂: the area of a basin.
  ///
  ///     1/4 ∫ (η₂(η₁) + 1) dη₁
  ///
  /// is what lies below. It is integrated between the kinks by the double exponential rule, which does not mind that the
  /// border enters its corners steeply.
  public var shareAbove: Double {
    var ends = [-1, saddle.x, 1]
    if exponent == 0 {
      for side in [-1.0, 1] { ends.append(saddle.x + slope * (side - saddle.y)) }
      ends = ends.filter { abs($0) <= 1 }.sorted()
    }
    return 1 - zip(ends, ends.dropFirst()).reduce(0) { $0 + below($1.0, $1.1) } / 4
  }

  /// ∫ (η₂ + 1) dη₁ over an interval, with x = middle + radius tanh(π/2 sinh u).
  private func below(_ low: Double, _ high: Double) -> Double {
    let (middle, radius, step) = ((low + high) / 2, (high - low) / 2, 1.0 / 64)
    return (-256...256).reduce(0) { sum, k in
      let u = Double(k) * step
      let s = Double.pi / 2 * sinh(u)
      let x = middle + radius * tanh(s)
      guard x > low, x < high else { return sum }
      return sum + step * radius * Double.pi / 2 * cosh(u) / (cosh(s) * cosh(s)) * (separatrix(at: x) + 1)
    }
  }
}
