import LinearAlgebra

extension StatisticalModel {
  /// ∇ℓ = (1/N) Σ_i ∂ log p(x_i; ξ)/∂ξ, n numbers: of ℓ = (1/N) Σ_i log p(x_i; ξ), the log-likelihood of one example, in nats.
  public func meanScore(of data: [Point]) -> Vector<Double> {
    precondition(!data.isEmpty, "meanScore: no data")
    var g = Vector<Double>(zeros: parameters.count)
    for x in data { addScore(at: x, weight: 1 / Double(data.count), to: &g) }
    return g
  }

  // listing: Fisher scoring
  /// One step of Fisher scoring, a step along the natural gradient of the log-likelihood, straight in ξ.
  ///
  ///     ξ ← ξ + ε I(ξ)⁻¹ ∇ℓ(ξ)
  ///
  /// - Parameters:
  ///   - I: the Fisher matrix in ξ, n × n.
  ///   - ε: 1 for Fisher's own step.
  /// - Throws: `DomainError` where I is not positive definite, or the step leaves the domain.
  /// - Complexity: N scores and n³/3 operations.
  public func scored(on data: [Point], fisherMatrix I: Matrix<Double>, rate ε: Double = 1) throws(DomainError) -> Self {
    var (ξ, g) = (parameters, meanScore(of: data))
    try I.factored().solve(&g)
    ξ.add(ε, g)
    return try with(parameters: ξ)
  }
  // listing end
}

extension ExponentialFamily {
  /// T̄ = (1/N) Σ_i T(x_i), n numbers: all that the likelihood knows of the data.
  public func meanStatistics(of data: [Point]) -> Vector<Double> {
    precondition(!data.isEmpty, "meanStatistics: no data")
    var t = Vector<Double>(zeros: parameters.count)
    for x in data { addStatistics(of: x, weight: 1 / Double(data.count), to: &t) }
    return t
  }

  /// One step of Fisher scoring in θ, where it is also Newton's step, since the Hessian of ℓ is −I(θ) for all data.
  ///
  ///     θ ← θ + ε I(θ)⁻¹ (T̄ − η)
  public func scored(on data: [Point], rate ε: Double = 1) throws(DomainError) -> Self {
    try scored(on: data, fisherMatrix: fisherMatrix, rate: ε)
  }

  /// One step of Fisher scoring in η, whose natural gradient is T̄ − η: with ε = 1 it ends at the maximum.
  ///
  ///     η ← η + ε (T̄ − η)
  ///
  /// - Throws: `DomainError` where no member of the family has these expectation parameters.
  public func scoredInMeans(on data: [Point], rate ε: Double = 1) throws(DomainError) -> Self {
    try fitted(toMean: meanParameters.mixed(with: meanStatistics(of: data), ε))
  }

  /// The member of greatest likelihood, η = T̄.
  ///
  /// - Throws: `DomainError.unreachable` where there is none, as for too few data.
  public func fitted(to data: [Point]) throws(DomainError) -> Self { try fitted(toMean: meanStatistics(of: data)) }
}
