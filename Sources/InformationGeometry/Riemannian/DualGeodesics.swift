import LinearAlgebra

/// The two straight lines of an exponential family. Between them stands the geodesic of the metric: near a point, the
/// mean of the two agrees with it to second order.  [AN00] §3.3
extension ExponentialFamily {
  /// The e-geodesic: straight in the natural parameters, log p_t = (1 − t) log p₀ + t log p₁ − constant.
  ///
  /// - Throws: `DomainError` where the line has left the domain, for t outside [0, 1].
  public func exponentialGeodesic(to other: Self, at t: Double) throws(DomainError) -> Self {
    try with(parameters: parameters.mixed(with: other.parameters, t))
  }

  /// The m-geodesic: straight in the expectation parameters. For distributions on a finite set it is the mixture
  /// (1 − t) p₀ + t p₁; else it is the member of the family with the mean statistics of that mixture.
  ///
  /// - Throws: `DomainError` where the line has left the domain, for t outside [0, 1].
  public func mixtureGeodesic(to other: Self, at t: Double) throws(DomainError) -> Self {
    try fitted(toMean: meanParameters.mixed(with: other.meanParameters, t))
  }
}
