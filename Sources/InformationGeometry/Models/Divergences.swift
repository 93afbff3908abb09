import LinearAlgebra

/// The divergences that the two potentials of an exponential family make. All are in nats and not negative.
extension ExponentialFamily {
  // listing: Bregman
  /// KL(p ‖ q) = ψ(θ_q) − ψ(θ_p) − η_pᵀ (θ_q − θ_p), for p this distribution: how far ψ lies above its tangent at θ_p.
  public func divergence(to q: Self) -> Double { q.logPartitionDivergence(to: self) }

  /// B_ψ(θ_p, θ_q) = ψ(θ_p) − ψ(θ_q) − η_qᵀ (θ_p − θ_q) = KL(q ‖ p): the arguments change places.  [AN00] §3.4
  public func logPartitionDivergence(to q: Self) -> Double {
    var Δθ = parameters
    Δθ.add(-1, q.parameters)
    return logPartition - q.logPartition - q.meanParameters.dot(Δθ)
  }

  /// B_φ(η_p, η_q) = φ(η_p) − φ(η_q) − θ_qᵀ (η_p − η_q) = KL(p ‖ q).
  public func negativeEntropyDivergence(to q: Self) -> Double {
    var Δη = meanParameters
    Δη.add(-1, q.meanParameters)
    return negativeEntropy - q.negativeEntropy - q.parameters.dot(Δη)
  }

  /// φ(η_p) + ψ(θ_q) − η_pᵀ θ_q = KL(p ‖ q), by the coordinates of each potential alone; 0 for q = p, the Legendre sum.
  public func canonicalDivergence(to q: Self) -> Double {
    negativeEntropy + q.logPartition - meanParameters.dot(q.parameters)
  }
  // listing end

  /// −φ = −E[log p], the (differential) entropy in nats.
  public var entropy: Double { -negativeEntropy }
}
