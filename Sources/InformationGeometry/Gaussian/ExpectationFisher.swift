import LinearAlgebra

/// The Fisher matrix in η, the Hessian of φ, written with S = (E − ηηᵀ)⁻¹ = Σ⁻¹ and v = Sη (here η is first order only).
///
///     I = ( Γ          −K_kl η )
///         ( −ηᵀK_mn    κ_klmn  )
///
/// Source: [Malago23]. There the second term of Γ is printed `S ηᵀ S η`, which is the matrix S times the number ηᵀSη.
struct ExpectationFisher {
  let S: Matrix<Double>, v: Vector<Double>, ηSη: Double

  init(_ p: Gaussian) {
    S = p.precision
    var v = p.mean
    p.factor.solve(&v)
    self.v = v
    ηSη = p.mean.dot(v)
  }

  // listing: kappa
  /// Γ = S (1 + ηᵀSη) + S η ηᵀ S.
  func Γ(_ i: Int, _ j: Int) -> Double { S[i, j] * (1 + ηSη) + v[i] * v[j] }

  /// Element i of K_kl η, with K_kl = S_·k S_k·  or  ½ (S_·k S_l· + S_·l S_k·).
  func Kη(_ k: Int, _ l: Int, _ i: Int) -> Double {
    k == l ? S[i, k] * v[k] : (S[i, k] * v[l] + S[i, l] * v[k]) / 2
  }

  /// κ_klmn.
  func κ(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
    k == l || m == n ? S[k, m] * S[l, n] / 2 : (S[k, m] * S[l, n] + S[l, m] * S[k, n]) / 4
  }
  // listing end

  var matrix: Matrix<Double> {
    SymmetricLayout(dimension: S.rows).blockMatrix(
      { i, j in Γ(i, j) },
      { p, j in -Kη(p.k, p.l, j) },
      { p, q in κ(p.k, p.l, q.m, q.n) })
  }
}
