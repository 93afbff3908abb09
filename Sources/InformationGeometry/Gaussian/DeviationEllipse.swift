import Foundation
import LinearAlgebra

extension Gaussian {
  /// The points of the plane at some standard deviations from the mean, (x − μ)ᵀ Σ⁻¹ (x − μ) = r², as a closed polyline.
  ///
  /// - Precondition: the dimension is 2.
  public func ellipse(deviations r: Double, count: Int = 72) -> [SIMD2<Double>] {
    precondition(dimension == 2 && count > 2, "ellipse: \(count) points in dimension \(dimension)")
    return (0...count).map { k in
      let α = 2 * Double.pi * Double(k) / Double(count)
      let x = transformed([r * cos(α), r * sin(α)])
      return SIMD2(x[0], x[1])
    }
  }
}
