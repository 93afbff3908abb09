import Foundation

/// The direction, as an angle in radians, of the step of length ε in the plane that raises (or lowers) F most: the
/// definition of steepest ascent before its limit ε → 0 is taken.
///
///     argmax_α F(ξ + ε (cos α, sin α))
///
/// - Complexity: 720 evaluations around the circle, then a golden section between the neighbours of the best.
public func steepestDirection(
  of F: (SIMD2<Double>) -> Double, at ξ: SIMD2<Double>, length ε: Double, _ sense: Sense = .maximise
) -> Double {
  func height(_ α: Double) -> Double { sense.sign * F(ξ + ε * SIMD2(cos(α), sin(α))) }
  let spacing = 2 * Double.pi / 720
  let best = (0..<720).max { height(Double($0) * spacing) < height(Double($1) * spacing) } ?? 0
  var (low, high) = (Double(best - 1) * spacing, Double(best + 1) * spacing)
  let golden = (5.0.squareRoot() - 1) / 2
  while high - low > 1e-12 {
    let (a, b) = (high - golden * (high - low), low + golden * (high - low))
    if height(a) < height(b) { low = a } else { high = b }
  }
  let α = (low + high) / 2
  return α > .pi ? α - 2 * .pi : α
}
