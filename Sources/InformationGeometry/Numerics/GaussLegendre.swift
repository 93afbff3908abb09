import Foundation

/// Gauss–Legendre quadrature: exact for polynomials of degree 2n − 1 with n points a piece.
///
///     ∫_{−1}^{1} f ≈ Σ_k w_k f(x_k),   P_n(x_k) = 0,   w_k = 2 / ((1 − x_k²) P_n'(x_k)²)
public struct GaussLegendre: Sendable, Equatable {
  /// In (−1, 1), ascending.
  public let nodes: [Double]
  public let weights: [Double]

  public init(order n: Int) {
    precondition(n > 0, "GaussLegendre: order \(n)")
    let rule = (0..<n).map { k in
      var x = cos(.pi * (Double(n - k) - 0.25) / (Double(n) + 0.5))  // near the root; Newton does the rest
      for _ in 0..<100 {
        let (p, slope) = GaussLegendre.legendre(n, x)
        x -= p / slope
        if abs(p / slope) < 1e-15 { break }
      }
      let slope = GaussLegendre.legendre(n, x).slope
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
    (nodes, weights) = (rule.map(\.0), rule.map(\.1))
  }

  /// P_n(x) and its derivative, by the recursion (k + 1) P_{k+1} = (2k + 1) x P_k − k P_{k−1}.
  private static func legendre(_ n: Int, _ x: Double) -> (value: Double, slope: Double) {
    var (before, p) = (1.0, x)
    for k in 1..<max(n, 1) { (before, p) = (p, (Double(2 * k + 1) * x * p - Double(k) * before) / Double(k + 1)) }
    return (p, Double(n) * (x * p - before) / (x * x - 1))
  }

  /// ∫ f over [a, b], divided into equal pieces. The integral from b to a has the other sign.
  ///
  /// - Complexity: n evaluations a piece.
  public func integral(of f: (Double) -> Double, from a: Double, to b: Double, pieces: Int = 1) -> Double {
    precondition(pieces > 0, "integral: \(pieces) pieces")
    let half = (b - a) / Double(2 * pieces)
    var sum = 0.0
    for piece in 0..<pieces {
      let middle = a + half * Double(2 * piece + 1)
      for (x, w) in zip(nodes, weights) { sum += w * f(middle + half * x) }
    }
    return half * sum
  }
}
