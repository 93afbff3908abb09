import LinearAlgebra

/// The Fisher matrix in (μ, Σ), written with the precision S = Σ⁻¹ = [σ^kl].
///
///     I = ( Σ⁻¹          )
///         (       α_klmn )
///
/// Source: [Malago23]. There the second case of α reads "if k = l or m = n", which makes an entry with k = l and m = n, k ≠ m,
/// twice as large as it is.
struct MeanCovarianceFisher {
  let S: Matrix<Double>

  init(precision S: Matrix<Double>) { self.S = S }

  // listing: alpha
  /// α_klmn = ½ Tr(Σ⁻¹ ∂_kl Σ Σ⁻¹ ∂_mn Σ).
  func α(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
    switch (k == l, m == n) {
    case (true, true): S[k, m] * S[k, m] / 2
    case (true, false), (false, true): S[k, m] * S[l, n]
    case (false, false): S[k, m] * S[l, n] + S[l, m] * S[k, n]
    }
  }
  // listing end

  var matrix: Matrix<Double> {
    SymmetricLayout(dimension: S.rows).blockMatrix(
      { i, j in S[i, j] },
      { _, _ in 0 },
      { p, q in α(p.k, p.l, q.m, q.n) })
  }
}
