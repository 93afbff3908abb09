import Foundation

extension Vector where Scalar == Double {
  /// The angle between two vectors in degrees, 0 to 180; NaN where one of them is 0.
  ///
  ///     ∠(x, y) = 2 atan2(|x̂ − ŷ|, |x̂ + ŷ|),   x̂ = x / |x|
  ///
  /// The arc cosine of a scalar product near 1 keeps half of the digits at best; this keeps them at any angle (Kahan).
  /// - Complexity: O(n); allocates two vectors.
  public func angle(to y: Vector) -> Double {
    precondition(count == y.count, "angle: \(count) and \(y.count) elements")
    let (a, b) = (norm, y.norm)
    guard a > 0, b > 0 else { return .nan }
    var (sum, difference) = (self, self)
    sum.scale(by: 1 / a)
    difference.scale(by: 1 / a)
    sum.add(1 / b, y)
    difference.add(-1 / b, y)
    return 2 * atan2(difference.norm, sum.norm) * 180 / .pi
  }
}
