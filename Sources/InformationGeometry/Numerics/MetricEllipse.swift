import Foundation
import LinearAlgebra

/// The points ξ + r L⁻ᵀ (cos t, sin t) at distance r of ξ in a metric I = LLᵀ of the plane, count + 1 of them, the last the first.
///
/// - Precondition: I is 2 × 2 and positive definite.
public func metricEllipse(
  around ξ: SIMD2<Double>, _ I: Matrix<Double>, radius r: Double, count: Int = 72
) -> [SIMD2<Double>] {
  precondition(I.rows == 2 && I.columns == 2, "metricEllipse: \(I.rows)×\(I.columns)")
  let a = I[0, 0].squareRoot(), b = I[1, 0] / a, c = (I[1, 1] - b * b).squareRoot()  // L = (a 0; b c)
  return (0...count).map { k in
    let t = 2 * Double.pi * Double(k) / Double(count), y = r * sin(t) / c
    return SIMD2(ξ.x + (r * cos(t) - b * y) / a, ξ.y + y)
  }
}

/// The condition number λ_max / λ_min of a symmetric positive definite matrix; meaningless beyond 10¹⁵.
public func conditionNumber(_ a: Matrix<Double>) throws(EigenvaluesDidNotConverge) -> Double {
  let λ = try symmetricEigenvalues(a)
  return λ[λ.count - 1] / λ[0]
}
