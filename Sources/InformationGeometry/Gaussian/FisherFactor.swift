import LinearAlgebra

/// The Fisher matrices in θ and η as products of a matrix and its inverse, both in closed form.
///
///     I_θ = M Mᵀ,   I_η = Nᵀ N,   N = M⁻¹                                                       M, N: n × n
///
/// Standardise X = μ + LZ, Σ = LLᵀ. The statistics S(Z) = (Z_i, (Z_i² − 1)/√2, Z_i Z_j) have the covariance 1, and T(X) − η is
/// linear in them: T(X) − η = M S(Z), and back S(Z) = N (T(X) − η). The map that takes an affine transformation to its matrix M
/// respects products, so N is the M of Z = L⁻¹X − L⁻¹μ, read in the other direction, and nothing is solved but triangles of
/// dimension d. The condition of M is the square root of that of I_θ.
public struct FisherFactor: Sendable {
  public let layout: SymmetricLayout
  /// M, n × n.
  public let matrix: Matrix<Double>
  /// N = M⁻¹, n × n.
  public let inverse: Matrix<Double>

  /// - Complexity: O(n²), n = d + d (d + 1)/2.
  public init(_ p: Gaussian) {
    let d = p.dimension
    layout = p.layout
    var A = Matrix<Double>.identity(d)
    p.factor.solveTriangle(.asIs, columnsOf: &A)  // L⁻¹
    var b = p.mean
    p.factor.solveTriangle(.asIs, &b)
    b.scale(by: -1)  // −L⁻¹μ
    matrix = FisherFactor.statistics(p.layout, p.triangle, p.mean)
    inverse = FisherFactor.standardised(p.layout, A, b)
  }

  // listing: factor
  private static let root = 2.0.squareRoot()

  /// T(Lz + μ) in terms of S(z), but for a constant.
  private static func statistics(_ layout: SymmetricLayout, _ L: Matrix<Double>, _ μ: Vector<Double>) -> Matrix<Double> {
    let (d, pairs) = (layout.dimension, layout.pairs)
    return Matrix(layout.count, layout.count) { row, column in
      if row < d { return column < d ? L[row, column] : 0 }  // X_i = μ_i + Σ_a L_ia Z_a
      let (k, l) = pairs[row - d], twice = k == l ? 1.0 : 2.0  // X_k², 2 X_k X_l
      if column < d { return twice * (μ[k] * L[l, column] + μ[l] * L[k, column]) }
      let (a, b) = pairs[column - d]
      return twice * (a == b ? root * L[k, a] * L[l, a] : L[k, a] * L[l, b] + L[k, b] * L[l, a])
    }
  }

  /// S(Ax + b) in terms of T(x), but for a constant.
  private static func standardised(_ layout: SymmetricLayout, _ A: Matrix<Double>, _ b: Vector<Double>) -> Matrix<Double> {
    let (d, pairs) = (layout.dimension, layout.pairs)
    return Matrix(layout.count, layout.count) { row, column in
      if row < d { return column < d ? A[row, column] : 0 }  // Z_a = b_a + Σ_i A_ai X_i
      let (k, l) = pairs[row - d], scale = k == l ? 1 / root : 1.0  // Z_k²/√2, Z_k Z_l
      if column < d { return scale * (b[k] * A[l, column] + b[l] * A[k, column]) }
      let (i, j) = pairs[column - d]
      return scale * (i == j ? A[k, i] * A[l, i] : (A[k, i] * A[l, j] + A[k, j] * A[l, i]) / 2)
    }
  }
  // listing end

  /// I_η v = Nᵀ (N v), n numbers: the natural gradient in θ, for v = ∇F in θ.
  public func applyExpectation(_ v: Vector<Double>) -> Vector<Double> {
    var (u, w) = (v, v)
    u.setProduct(inverse, v)
    w.setProduct(inverse, .transposed, u)
    return w
  }

  /// ‖M⁻¹ (I_θ I_η − 1) M‖∞ = ‖(NM)ᵀ (NM) − 1‖∞, the error of the pair in coordinates in which both matrices are 1.
  ///
  /// A value ε means (1 − ε) I_θ⁻¹ ≤ I_η ≤ (1 + ε) I_θ⁻¹ as quadratic forms: a relative error of all lengths².
  public var residual: Double {
    let n = layout.count
    var NM = Matrix<Double>(zeros: n, n), R = NM
    NM.setProduct(inverse, matrix)
    R.setGram(NM, .transposed)
    R.addDiagonal(-1)
    return R.greatestRowSum
  }
}

extension Matrix where Scalar == Double {
  /// ‖M‖∞ = max_i Σ_j |M_ij|; NaN where an element is.
  var greatestRowSum: Double {
    var greatest = 0.0
    for i in 0..<rows {
      var sum = 0.0
      for j in 0..<columns { sum += abs(self[i, j]) }
      if sum > greatest || sum.isNaN { greatest = sum }
      if sum.isNaN { break }
    }
    return greatest
  }
}
