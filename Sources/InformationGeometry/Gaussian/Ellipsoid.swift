import LinearAlgebra

extension Gaussian {
  /// N(μ, QΛQ) with given variances Λ along the coordinate axes after a reflection Q = 1 − 2uuᵀ/uᵀu: an ellipsoid that
  /// follows no axis, unless u does.
  ///
  /// - Parameters: μ, the variances, and u: d numbers each.
  /// - Throws: `DomainError` where a variance is not positive, or so small beside another that rounding makes Σ indefinite.
  public init(mean μ: Vector<Double>, variances λ: Vector<Double>, reflectedAcross u: Vector<Double>) throws(DomainError) {
    let d = μ.count, length = u.dot(u)
    precondition(λ.count == d && u.count == d && length > 0, "Gaussian: \(λ.count) variances, \(u.count) numbers, for \(d)")
    let Q = Matrix<Double>(d, d) { i, j in (i == j ? 1 : 0) - 2 * u[i] * u[j] / length }
    var (ΛQ, Σ) = (Q, Q)
    ΛQ.scaleRows(by: λ)
    Σ.setProduct(Q, .asIs, ΛQ, .asIs)
    try self.init(mean: μ, covariance: Σ)
  }
}
