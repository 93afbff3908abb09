import LinearAlgebra

/// The route through conjugate gradients on all units of a piece together: two large products an iteration, no matrix a
/// unit.
///
/// It suits blocks that serve one gradient only. In the shared basis E the blocks are nearly diagonal, and their diagonals
/// are a preconditioner that costs nothing.
struct IterativeBlocks<Scalar: BLASScalar>: Sendable {
  /// Rows of Qᵀ, and P (H E)ᵀ: units × n.
  private var W: Matrix<Scalar>, T: Matrix<Scalar>
  /// 1 / diag(α 1 + F_j), and the vectors of the method, units × d.
  private var D: Matrix<Scalar>, R: Matrix<Scalar>, Z: Matrix<Scalar>, P: Matrix<Scalar>, Y: Matrix<Scalar>
  private var V: Matrix<Scalar>
  /// rᵀz of each unit.
  private var ρ: [Scalar]
  private var damping: Scalar = 0
  private let tolerance: Scalar
  /// Of the last solution.
  private(set) var iterations = 0

  init(_ units: Range<Int>, parameters d: Int, samples n: Int, tolerance: Scalar) {
    let l = units.count
    (W, T) = (Matrix(zeros: l, n), Matrix(zeros: l, n))
    (D, R, Z) = (Matrix(zeros: l, d), Matrix(zeros: l, d), Matrix(zeros: l, d))
    (P, Y, V) = (Matrix(zeros: l, d), Matrix(zeros: l, d), Matrix(zeros: l, d))
    ρ = Array(repeating: 0, count: l)
    self.tolerance = tolerance
  }

  mutating func refresh(
    _ units: Range<Int>, from samples: BlockSamples<Scalar>, damping α: Scalar
  ) throws(NotPositiveDefinite) {
    let d = samples.H.columns
    guard α >= 0, let basis = samples.basis else { throw NotPositiveDefinite(pivot: 0, dimension: d) }
    damping = α
    W.setColumns(of: samples.Q, from: units.lowerBound)
    D.setProduct(W, .asIs, basis.squares, .asIs)  // Σ_r Q_rj (H E)_rk²
    D.setReciprocals(adding: α)
    guard D.maximumMagnitude.isFinite else { throw NotPositiveDefinite(pivot: 0, dimension: d) }
  }

  // listing: conjugate gradients
  /// (α 1 + F_j) x_j = g_j for all units of the piece, g_j the rows of X, from x = 0 until √(Σ_j r_jᵀ D_j⁻¹ r_j) is the
  /// tolerance times its start.
  mutating func solve(_ X: inout Matrix<Scalar>, from samples: BlockSamples<Scalar>) {
    guard let basis = samples.basis, let E = basis.E else { return }
    R.setProduct(X, .asIs, E, .asIs)
    V.fill(0)
    precondition()
    P.setRowsRepeated(Z, times: 1)
    for j in ρ.indices { ρ[j] = R.rowDot(j, Z) }
    let goal = tolerance * tolerance * ρ.reduce(0, +)
    let negligible = goal / Scalar(10 * ρ.count)  // of one unit; what is smaller has only its rounding left
    iterations = 0
    while iterations < 2 * P.columns + 10, ρ.reduce(0, +) > goal {
      T.setProduct(P, .asIs, basis.H, .transposed)
      T.multiply(by: W)
      Y.setRowsRepeated(P, times: 1)
      Y.setProduct(T, .asIs, basis.H, .asIs, plus: damping)  // (α 1 + F_j) p_j
      for j in ρ.indices where ρ[j] > negligible {
        let a = ρ[j] / P.rowDot(j, Y)
        V.addToRow(j, a, P)
        R.addToRow(j, -a, Y)
      }
      precondition()
      for j in ρ.indices where ρ[j] > negligible {
        let new = R.rowDot(j, Z)
        P.scaleRow(j, by: new / ρ[j], adding: Z)
        ρ[j] = new
      }
      iterations += 1
    }
    X.setProduct(V, .asIs, E, .transposed)
  }
  // listing end

  /// z ← D⁻¹ r.
  private mutating func precondition() {
    Z.setRowsRepeated(R, times: 1)
    Z.multiply(by: D)
  }
}
