import Foundation
import LinearAlgebra

/// One step of a search over Gaussians along the sampled natural gradient.
///
/// All of them move with the same velocity, δμ = Σ w_n (x_n − μ), δΣ = Σ w_n ((x_n − μ)(x_n − μ)ᵀ − Σ), the natural gradient
/// of the weighted sample. They differ in the coordinates in which the step is a straight line, that is, in second order.
public enum GaussianStep: String, Sendable, CaseIterable {
  /// Straight in (μ, Σ): rank-μ CMA-ES about the old mean, without paths and step-size control.
  case meanCovariance
  /// Straight in local exponential coordinates: xNES.
  case exponential
  /// Straight in θ.
  case natural
  /// Straight in η.
  case expectation

  /// The Gaussian after a step.
  ///
  /// - Parameters:
  ///   - weights: w_n, N numbers, a direction of ascent of what they weigh.
  ///   - meanRate, covarianceRate: by how much δμ and δΣ are multiplied.
  /// - Throws: `DomainError` where the step leaves the cone of positive definite matrices, or numbers leave Double.
  /// - Complexity: O(N d² + d³).
  public func moved(
    _ sample: GaussianSample, weights w: [Double], meanRate c₁: Double, covarianceRate c₂: Double
  ) throws(DomainError) -> Gaussian {
    switch self {
    case .meanCovariance: try rankμ(sample, w, c₁, c₂)
    case .exponential: try naturalEvolution(sample, w, c₁, c₂)
    case .natural: try straight(sample, w, c₁, c₂, in: .θ)
    case .expectation: try straight(sample, w, c₁, c₂, in: .η)
    }
  }
}

extension GaussianStep {
  // listing: rank-mu
  /// m ← m + c₁ Σ w_n (x_n − m),  C ← (1 − c₂ Σ w_n) C + c₂ Σ w_n (x_n − m)(x_n − m)ᵀ, with the old m.  [Hansen16]
  private func rankμ(
    _ sample: GaussianSample, _ w: [Double], _ c₁: Double, _ c₂: Double
  ) throws(DomainError) -> Gaussian {
    var (m, C) = (sample.gaussian.mean, sample.gaussian.covariance)
    var y = sample.points
    for n in 0..<sample.count { y.withMutableRow(n) { row in for i in 0..<row.count { row[i] -= m[i] } } }  // x_n − m
    var weighted = y
    weighted.scaleRows(by: Vector(w))  // w_n (x_n − m)
    C.setProduct(y, .transposed, weighted, scaledBy: c₂, plus: 1 - c₂ * w.reduce(0, +))
    m.addColumnSums(of: weighted, scaledBy: c₁)
    return try Gaussian(mean: m, covariance: C)
  }
  // listing end

  // listing: xnes
  /// m ← m + c₁ A δ,  A ← A exp(½ c₂ M), with Σ = A Aᵀ, δ = Σ w_n z_n, M = Σ w_n (z_n z_nᵀ − 1).  [Glasmachers10]
  private func naturalEvolution(
    _ sample: GaussianSample, _ w: [Double], _ c₁: Double, _ c₂: Double
  ) throws(DomainError) -> Gaussian {
    let A = sample.gaussian.triangle
    let (δ, M) = sample.moments(weights: w)
    var m = sample.gaussian.mean
    m.setProduct(A, δ, scaledBy: c₁, plus: 1)
    let root = try M.exponential(scaledBy: c₂ / 2)
    var (B, C) = (A, A)
    B.setProduct(A, root)
    C.setGram(B)
    return try Gaussian(mean: m, covariance: C)
  }
  // listing end

  /// ξ ← ξ + the velocity (c₁ δμ, c₂ δΣ) expressed in ξ.
  private func straight(
    _ sample: GaussianSample, _ w: [Double], _ c₁: Double, _ c₂: Double, in coordinates: GaussianCoordinates
  ) throws(DomainError) -> Gaussian {
    let F = sample.derivatives(weights: w)
    var (g, H) = (F.gradient, F.hessian)
    g.scale(by: c₁)
    H.scale(by: c₂)
    let p = sample.gaussian
    var ξ = p.coordinates(coordinates)
    ξ.add(1, p.naturalGradient(ExpectedDerivatives(value: F.value, gradient: g, hessian: H), in: coordinates))
    return try Gaussian(ξ, in: coordinates)
  }
}
