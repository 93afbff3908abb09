import LinearAlgebra

/// The Fisher matrix in θ, the Hessian of ψ, written with T = Θ⁻¹ = −2Σ and v = Θ⁻¹θ = −2μ (here θ is first order only).
///
///     I = ½ ( −Θ⁻¹      Λ_kl θ                  )
///           ( θᵀΛ_mn    λ_klmn − θᵀ Λ_klmn θ    )
///
/// Source: [Malago23]. There the cases of λ have the fault of those of α, and the case of Λ_klmn is decided by k = l, where it
/// is m = n that counts.
struct NaturalFisher {
  let T: Matrix<Double>, v: Vector<Double>

  init(_ p: Gaussian) {
    T = Matrix(p.dimension, p.dimension) { -2 * p.covariance[$0, $1] }
    v = Vector(count: p.dimension) { -2 * p.mean[$0] }
  }

  // listing: lambda
  /// Element i of Λ_kl θ, with Λ_kl = T_·k T_k·  or  T_·k T_l· + T_·l T_k·.
  func Λθ(_ k: Int, _ l: Int, _ i: Int) -> Double {
    k == l ? T[i, k] * v[k] : T[i, k] * v[l] + T[i, l] * v[k]
  }

  /// λ_klmn.
  func λ(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
    switch (k == l, m == n) {
    case (true, true): T[k, m] * T[k, m]
    case (true, false), (false, true): T[k, m] * T[l, n] + T[l, m] * T[k, n]
    case (false, false): 2 * (T[k, m] * T[l, n] + T[l, m] * T[k, n])
    }
  }

  /// θᵀ Λ_klmn θ, with Λ_klmn = [Λ_kl]_·m T_m·  or  [Λ_kl]_·m T_n· + [Λ_kl]_·n T_m·.
  func θΛθ(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
    m == n ? Λθ(k, l, m) * v[m] : Λθ(k, l, m) * v[n] + Λθ(k, l, n) * v[m]
  }
  // listing end

  var matrix: Matrix<Double> {
    SymmetricLayout(dimension: T.rows).blockMatrix(
      { i, j in -T[i, j] / 2 },
      { p, j in Λθ(p.k, p.l, j) / 2 },
      { p, q in (λ(p.k, p.l, q.m, q.n) - θΛθ(p.k, p.l, q.m, q.n)) / 2 })
  }
}
