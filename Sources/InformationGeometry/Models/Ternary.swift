import LinearAlgebra

/// The triangle in which three probabilities are drawn, with corners (0, 0), (1, 0), (½, √3/2) for the three states.
///
///     (x, y) = p₁ (1, 0) + p₂ (½, √3/2)
///
/// All three probabilities look alike in it: a distance in the triangle is the Euclidean distance of p, over √2.
public enum Ternary {
  /// The places of the three states.
  public static var corners: [SIMD2<Double>] { [SIMD2(0, 0), SIMD2(1, 0), SIMD2(0.5, 0.75.squareRoot())] }

  /// The place of (p₀, p₁, p₂).
  public static func point<P: RealPoint>(_ p: P) -> SIMD2<Double> {
    precondition(p.count == 3, "Ternary: \(p.count) probabilities")
    return SIMD2(p[1] + p[2] / 2, p[2] * 0.75.squareRoot())
  }

  /// (p₀, p₁, p₂) of a place; one of them is negative outside the triangle.
  public static func probabilities(_ x: SIMD2<Double>) -> SIMD3<Double> {
    let p₂ = x.y / 0.75.squareRoot()
    let p₁ = x.x - p₂ / 2
    return SIMD3(1 - p₁ - p₂, p₁, p₂)
  }

  /// The inner points (i, j, k)/n + offset/n with i + j + k = n − 1 of a triangular grid.
  ///
  /// - Parameter offset: three positive numbers that sum to 1; equal ones put points on the axes of symmetry.
  public static func grid(_ n: Int, offset: SIMD3<Double> = SIMD3(repeating: 1.0 / 3)) -> [Vector<Double>] {
    (0..<n).flatMap { i in
      (0..<n - i).map { j in
        let p = (SIMD3(Double(i), Double(j), Double(n - 1 - i - j)) + offset) / Double(n)
        return [p.x, p.y, p.z]
      }
    }
  }
}

extension SIMD3: RealPoint where Scalar == Double {
  public var count: Int { 3 }
}
