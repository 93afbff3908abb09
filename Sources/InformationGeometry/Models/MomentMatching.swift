import LinearAlgebra

extension ExponentialFamily {
  // listing: moment matching
  /// The member of the family with given expectation parameters: θ with ∇ψ(θ) = η, the inverse of the map θ ↦ η.
  ///
  ///     θ ← θ + t I(θ)⁻¹ (η − ∇ψ(θ))
  ///
  /// maximises the concave θᵀη − ψ(θ). If η is the mean of T over data, this is the log-likelihood of one example, the
  /// step is Fisher scoring, and also Newton's. t is halved until the step stays in the domain and gains enough.
  ///
  /// - Parameter η: n numbers.
  /// - Throws: `DomainError.unreachable` if η is not the mean of any member, or lies too near to the border of those
  ///   that are; `.notPositiveDefinite` if the statistics are linearly dependent.
  /// - Complexity: some ten steps of n³/3 operations and one ψ, η and I each, from a far start a few dozen.
  public func fitted(toMean η: Vector<Double>) throws(DomainError) -> Self {
    precondition(η.count == parameters.count, "fitted: \(η.count) expectation parameters for \(parameters.count)")
    var model = self
    var factor = Cholesky<Double>(dimension: η.count)
    var residual = η
    for _ in 0..<200 {
      residual = η
      residual.add(-1, model.meanParameters)  // η − ∇ψ(θ), the gradient
      if residual.maximumMagnitude <= 1e-13 * max(1, η.maximumMagnitude) { return model }
      do { try factor.factor(model.fisherMatrix) } catch {
        // Far from the start the matrix fades at the border of the family.
        if model.parameters != parameters { throw DomainError.unreachable(distance: residual.maximumMagnitude) }
        throw DomainError.notPositiveDefinite(pivot: error.pivot, dimension: error.dimension)
      }
      var step = residual
      factor.solve(&step)  // I⁻¹ (η − ∇ψ)
      let gain = step.dot(residual)
      guard let next = model.stepping(along: step, towards: η, expecting: gain) else { break }
      if next.parameters == model.parameters { return model }  // as near as numbers of this size allow
      model = next
    }
    if residual.maximumMagnitude <= 1e-9 * max(1, η.maximumMagnitude) { return model }
    throw DomainError.unreachable(distance: residual.maximumMagnitude)
  }
  // listing end

  /// The first of θ + s, θ + s/2, … that is in the domain and raises θᵀη − ψ(θ) by a tenth of what its slope promises.
  private func stepping(along s: Vector<Double>, towards η: Vector<Double>, expecting gain: Double) -> Self? {
    guard gain.isFinite else { return nil }
    let value = parameters.dot(η) - logPartition
    let rounding = 1e-15 * (abs(parameters.dot(η)) + abs(logPartition))
    var t = 1.0
    while t > 1e-12 {
      var θ = parameters
      θ.add(t, s)
      if let next = try? with(parameters: θ) {
        let rise = next.parameters.dot(η) - next.logPartition - value
        if rise >= 0.1 * t * gain - rounding { return next }
      }
      t /= 2
    }
    return nil
  }
}
