import LinearAlgebra

extension Gaussian {
  /// A finite distribution of 4ᵈ points with the same means of all polynomials of degree up to 7 in each variable.
  ///
  ///     z = ±√(3 − √6) with probability (3 + √6)/12 each,   ±√(3 + √6) with (3 − √6)/12,   x = μ + Lz
  ///
  /// The Gauss–Hermite rule with four points, on every axis of the standardised variable. A sum over its points is the exact
  /// mean, to rounding, of a product of two scores (degree 4), or of a polynomial of degree five with a statistic.
  ///
  /// - Precondition: d ≤ 8.
  public var momentRule: FiniteDistribution {
    precondition(dimension <= 8, "momentRule: 4ᵈ points for d = \(dimension)")
    let root = 6.0.squareRoot()
    let (inner, outer) = ((3 - root).squareRoot(), (3 + root).squareRoot())
    let nodes = [-outer, -inner, inner, outer], weights = [3 - root, 3 + root, 3 + root, 3 - root].map { $0 / 12 }
    var (points, probabilities): ([[Double]], [Double]) = ([[]], [1])
    for _ in 0..<dimension {
      points = points.flatMap { z in nodes.map { z + [$0] } }
      probabilities = probabilities.flatMap { p in weights.map { p * $0 } }
    }
    return FiniteDistribution(states: points.map { transformed(Vector($0)) }, probabilities: probabilities)
  }
}
