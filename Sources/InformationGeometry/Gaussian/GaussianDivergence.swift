import Foundation
import LinearAlgebra

extension Gaussian {
  // listing: divergence
  /// KL(p ‖ q) = ½ [Tr(Σ_q⁻¹ Σ_p) − d + (μ_q − μ_p)ᵀ Σ_q⁻¹ (μ_q − μ_p) + log |Σ_q|/|Σ_p|], in nats.
  ///
  /// Computed from A = L_q⁻¹ L_p, a triangle, as a sum of terms none of which is negative; at a relative distance e it loses
  /// log₁₀ 1/e digits, where the formula above loses twice as many: ½ [Σ_i (a_ii² − 1 − 2 log a_ii) + Σ_{i>j} a_ij² + |L_q⁻¹ (μ_q − μ_p)|²].
  ///
  /// - Complexity: O(d³).
  public func divergence(to q: Gaussian) -> Double {
    precondition(q.dimension == dimension, "divergence: dimensions \(dimension) and \(q.dimension)")
    var (A, z) = (triangle, q.mean)
    z.add(-1, mean)
    q.factor.solveTriangle(.asIs, columnsOf: &A)
    q.factor.solveTriangle(.asIs, &z)
    var sum = z.dot(z)
    for i in 0..<dimension {
      let excess = A[i, i] - 1
      sum += excess * excess + 2 * (excess - log1p(excess))  // a² − 1 − 2 log a
      for j in 0..<i { sum += A[i, j] * A[i, j] }
    }
    return sum / 2
  }
  // listing end
}

extension Gaussian {
  /// The member q of the Gaussians with independent variables at which KL(p ‖ q) is least: N(μ, diag Σ).
  ///
  /// Independence is θ_ij = 0, a plane in θ, and this is the m-projection onto it: the expectation parameters (μ_i, σ_ii + μ_i²)
  /// that the plane has are kept.  [AN00] §3.4
  public var independentProjection: Gaussian { get throws(DomainError) { try withVariances { covariance[$0, $0] } } }

  /// The member q of the Gaussians with independent variables at which KL(q ‖ p) is least: N(μ, diag(1/σ^ii)).
  ///
  /// It keeps θ_ii = −½ σ^ii, and has the variances of each variable given all others.
  public var independentReverseProjection: Gaussian {
    get throws(DomainError) {
      let precision = precision
      return try withVariances { 1 / precision[$0, $0] }
    }
  }

  private func withVariances(_ variance: (Int) -> Double) throws(DomainError) -> Gaussian {
    try Gaussian(mean: mean, covariance: Matrix(dimension, dimension) { i, j in i == j ? variance(i) : 0 })
  }
}
