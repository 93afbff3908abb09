import LinearAlgebra

/// The Fisher matrices in θ and in η, each in closed form, which are inverse to each other.
public struct DualFisherMatrices: Sendable, Equatable {
  /// I_θ, n × n.
  public let natural: Matrix<Double>
  /// I_η = I_θ⁻¹, n × n.
  public let expectation: Matrix<Double>

  /// ‖I_θ I_η − 1‖∞, the greatest sum of magnitudes of a row.
  public var residual: Double {
    var R = natural
    R.setProduct(natural, .asIs, expectation, .asIs)
    R.addDiagonal(-1)
    return R.greatestRowSum
  }

  /// How large the residual may be by nothing but the rounding of the entries of I_θ and I_η to 53 bits.
  ///
  ///     2 · 2⁻⁵³ ‖ |I_θ| |I_η| ‖∞
  ///
  /// No formula, however good, has a bound below it: what is rounded are the results.
  public var roundingBound: Double {
    func magnitudes(_ m: Matrix<Double>) -> Matrix<Double> { Matrix(m.rows, m.columns) { abs(m[$0, $1]) } }
    var P = natural
    P.setProduct(magnitudes(natural), .asIs, magnitudes(expectation), .asIs)
    return 0x1p-52 * P.greatestRowSum
  }
}

/// Two Fisher matrices that should be inverse to each other are not, because double precision does not hold them.
public struct DualityLost: Error, Equatable, Sendable {
  /// ‖I_θ I_η − 1‖∞; NaN or ∞ where the matrices are not finite.
  public let residual: Double
  public let tolerance: Double

  public init(residual: Double, tolerance: Double) { (self.residual, self.tolerance) = (residual, tolerance) }
}

extension DualityLost: CustomStringConvertible {
  public var description: String {
    "I(θ) I(η) differs from the unit matrix by \(residual), more than \(tolerance): "
      + "the distribution is too narrow in some direction, for its width in others or for its distance from the origin"
  }
}

extension Gaussian {
  // listing: dual
  /// I_θ and I_η as two matrices, where double precision can hold them.
  ///
  /// The residual grows as 2⁻⁵³ times the square of the condition number of Σ, and with the distance of the mean from the
  /// origin in standard deviations; so with the default tolerance the Σ of a centred Gaussian may have a condition number of
  /// some 10⁴. `FisherFactor` goes further, and so do the natural
  /// gradients of `naturalGradient(_:in:)`, which need no Fisher matrix.
  ///
  /// - Parameter tolerance: for ‖I_θ I_η − 1‖∞.
  /// - Throws: `DualityLost` where the residual is greater, or not a number.
  /// - Complexity: O(n³).
  public func dualFisherMatrices(within tolerance: Double = 1e-6) throws(DualityLost) -> DualFisherMatrices {
    let pair = DualFisherMatrices(natural: fisherMatrix(in: .θ), expectation: fisherMatrix(in: .η))
    let residual = pair.residual
    guard residual <= tolerance else { throw DualityLost(residual: residual, tolerance: tolerance) }
    return pair
  }
  // listing end
}
