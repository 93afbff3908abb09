import Foundation
import LinearAlgebra

/// The flows of E[f] for f = c + aᵀx + xᵀAx that have a closed solution. All ascend; descend along −f.
extension Quadratic {
  // listing: straight line
  /// The natural flow: a straight line in θ, with constant speed.
  ///
  ///     θ(t) = θ₀ + t (a, A),   that is   Σ(t)⁻¹ = Σ₀⁻¹ − 2tA,   Σ(t)⁻¹ μ(t) = Σ₀⁻¹ μ₀ + t a
  ///
  /// - Throws: `DomainError` from the time `naturalEnd` on.
  public func naturalFlow(from p: Gaussian, at t: Double) throws(DomainError) -> Gaussian {
    var θ = p.coordinates(.θ)
    θ.add(t, p.layout.pack(linear, matrix, offDiagonal: 1))
    return try Gaussian(θ, in: .θ)
  }
  // listing end

  /// When the natural flow reaches the border of θ and Σ becomes infinite: 1/κ for the greatest eigenvalue κ > 0 of 2LᵀAL,
  /// Σ₀ = LLᵀ; infinity where there is none.
  public func naturalEnd(from p: Gaussian) -> Double {
    let κ = eigen(scaled(p.triangle), 2).values
    let greatest = κ[κ.count - 1]
    return greatest > 0 ? 1 / greatest : .infinity
  }

  /// The natural flow of the mean with Σ held, μ' = Σ (a + 2Aμ).
  ///
  ///     μ(t) = L y(t),   y' = Lᵀa + 2LᵀAL y,   Σ = LLᵀ
  public func heldNaturalFlow(from p: Gaussian, at t: Double) -> Vector<Double> {
    var (y, b) = (p.mean, linear)
    p.factor.solveTriangle(.asIs, &y)
    b.setProduct(p.triangle, .transposed, linear)
    let end = Quadratic(linear: b, matrix: scaled(p.triangle)).vanillaMean(from: y, at: t)
    var μ = end
    μ.setProduct(p.triangle, end)
    return μ
  }

  /// The vanilla flow of the mean, μ' = a + 2Aμ, whatever becomes of Σ.
  ///
  ///     μ(t) = e^{2tA} μ₀ + ∫₀ᵗ e^{2sA} a ds
  public func vanillaMean(from μ₀: Vector<Double>, at t: Double) -> Vector<Double> {
    let λ = eigen(matrix, 1)
    var (y, b) = (μ₀, linear)
    y.setProduct(λ.vectors, μ₀)
    b.setProduct(λ.vectors, linear)
    for k in 0..<y.count { (y[k]) = affineFlow(y[k], rate: 2 * λ.values[k], push: b[k], t) }
    var μ = μ₀
    μ.setProduct(λ.vectors, .transposed, y)
    return μ
  }

  /// The covariance of the vanilla flow in (μ, Σ), which moves on a straight line and may leave the positive cone.
  ///
  ///     Σ(t) = Σ₀ + tB,   B_ii = A_ii,   B_ij = 2A_ij
  ///
  /// The factor 2 comes from the coordinate σ_ij, which stands for two entries of the matrix.
  public func vanillaCovariance(from Σ₀: Matrix<Double>, at t: Double) -> Matrix<Double> {
    Matrix(dimension, dimension) { Σ₀[$0, $1] + t * cone[$0, $1] }
  }

  /// When the covariance of the vanilla flow in (μ, Σ) leaves the positive cone: −1/κ for the least eigenvalue κ < 0 of
  /// L⁻¹BL⁻ᵀ; infinity where there is none.
  public func vanillaEnd(from p: Gaussian) -> Double {
    var M = cone
    p.factor.solveTriangle(.asIs, columnsOf: &M)
    M = M.transposed
    p.factor.solveTriangle(.asIs, columnsOf: &M)
    let least = eigen(M, 1).values[0]
    return least < 0 ? -1 / least : .infinity
  }

  /// B.
  private var cone: Matrix<Double> { Matrix(dimension, dimension) { ($0 == $1 ? 1 : 2) * matrix[$0, $1] } }

  /// LᵀAL.
  private func scaled(_ L: Matrix<Double>) -> Matrix<Double> {
    var (AL, M) = (matrix, matrix)
    AL.setProduct(matrix, .asIs, L, .asIs)
    M.setProduct(L, .transposed, AL, .asIs)
    return M.symmetrised
  }

  private func eigen(_ M: Matrix<Double>, _ factor: Double) -> SymmetricEigen<Double> {
    let S = Matrix<Double>(M.rows, M.columns) { factor * M[$0, $1] }
    guard let eigen = try? SymmetricEigen(S) else { preconditionFailure("Quadratic: the matrix is not finite") }
    return eigen
  }
}

/// Closed solutions on the line, f = c + ax + Ax²; points are (μ, σ).
extension Quadratic {
  /// The natural flow on the line.
  ///
  ///     σ² = σ₀² / (1 − 2Aσ₀²t),   μ = (μ₀ + aσ₀²t) / (1 − 2Aσ₀²t)
  ///
  /// So for A < 0 it approaches the maximum like 1/t in μ and 1/√t in σ. NaN or ∞ from t = 1/(2Aσ₀²) on, for A > 0.
  public func naturalFlow(from p: SIMD2<Double>, at t: Double) -> SIMD2<Double> {
    let (a, A) = (linear[0], matrix[0, 0])
    precondition(dimension == 1, "Quadratic: dimension \(dimension) on the line")
    let (v, remaining) = (p.y * p.y, 1 - 2 * A * p.y * p.y * t)
    return SIMD2((p.x + a * v * t) / remaining, p.y / remaining.squareRoot())
  }
}

/// y(t) for y' = b + ry.
private func affineFlow(_ y: Double, rate r: Double, push b: Double, _ t: Double) -> Double {
  y * exp(r * t) + b * (r == 0 ? t : expm1(r * t) / r)
}
