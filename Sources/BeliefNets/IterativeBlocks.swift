import LinearAlgebra

/// How far a solution by iterations has come.
public struct IterationProgress: Sendable, Equatable {
  /// Σ_j r_jᵀ z_j over all units: the square of the residuals, in the norm of the preconditioner.
  public let residual: Double
  /// How many units were in the products of the iteration before; at the start all.
  public let units: Int
}

/// The route through conjugate gradients on all units of a piece together: two large products an iteration, no matrix a
/// unit.
///
/// It suits blocks that serve one gradient only. In the shared basis E the blocks are nearly diagonal, and their diagonals
/// are a preconditioner. A unit that is solved leaves the products: those of border pixels, which hardly vary, at once.
struct IterativeBlocks<Scalar: BLASScalar>: Sendable {
  /// Rows of Qᵀ, units × n.
  private var W: Matrix<Scalar>
  /// 1 / diag(α 1 + Eᵀ F_j E), units × d.
  private var D: Matrix<Scalar>
  /// Of the units that are not solved yet: P Hᵀ, and the vectors of the method.
  private var T: Matrix<Scalar>
  private var R: Matrix<Scalar>, Z: Matrix<Scalar>, P: Matrix<Scalar>, Y: Matrix<Scalar>
  /// These units, rᵀz of each, and a coefficient of each.
  private var active: [Int], ρ: Vector<Scalar>, a: Vector<Scalar>
  /// Places among them of the units that stay.
  private var open: [Int]
  /// Σ r_jᵀ z_j of the others.
  private var dropped: Scalar = 0
  private var damping: Scalar = 0
  private let tolerance: Scalar
  /// Of the last solution, before each iteration and after the last.
  private(set) var history: [IterationProgress] = []

  init(_ units: Range<Int>, parameters d: Int, samples n: Int, tolerance: Scalar) {
    let l = units.count
    (W, T) = (Matrix(zeros: l, n), Matrix(zeros: l, n))
    D = Matrix(zeros: l, d)
    (R, Z, P, Y) = (Matrix(zeros: l, d), Matrix(zeros: l, d), Matrix(zeros: l, d), Matrix(zeros: l, d))
    history.reserveCapacity(32)
    (active, open) = (Array(0..<l), Array(0..<l))
    (ρ, a) = (Vector(zeros: l), Vector(zeros: l))
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
    if α == 0 { try refuseRounding() }
    D.setReciprocals(adding: α)
    guard D.maximumMagnitude.isFinite else { throw NotPositiveDefinite(pivot: 0, dimension: d) }
  }

  /// Without damping, a diagonal that is only rounding beside the greatest of its unit tells of a singular block.
  private func refuseRounding() throws(NotPositiveDefinite) {
    let d = D.columns
    for j in 0..<D.rows {
      let row = D.row(j), rounding = Scalar(d) * Scalar.ulpOfOne * row.maximumMagnitude
      for k in 0..<d where !(row[k] > rounding) { throw NotPositiveDefinite(pivot: k, dimension: d) }
    }
  }

  // listing: conjugate gradients
  /// (α 1 + F_j) x_j = g_j for all units of the piece, g_j the rows of X, from x = 0 until √(Σ_j r_jᵀ z_j) is the tolerance
  /// times its start; all of X is NaN where a gradient, or the square of one, is not finite.
  mutating func solve(_ X: inout Matrix<Scalar>, from samples: BlockSamples<Scalar>) {
    guard let basis = samples.basis, let E = basis.E else { return }
    start(with: X)
    X.fill(0)
    applyPreconditioner(E)
    P.copy(Z)
    ρ.setRowDots(R, Z)
    let goal = tolerance * tolerance * ρ.sum, negligible = goal / Scalar(2 * active.count)
    note()
    while history.count <= 2 * P.columns + 10, dropped + ρ.sum > goal {
      dropSolved(below: negligible)
      T.setProduct(P, .asIs, basis.H, .transposed)
      T.multiplyRows(by: W, at: active)
      Y.copy(P)
      Y.setProduct(T, .asIs, basis.H, plus: damping)  // (α 1 + F_j) p_j
      a.setRowDots(P, Y)
      a.setQuotients(of: ρ)  // rᵀz / pᵀy
      X.addRows(of: P, scaledBy: a, at: active)
      a.scale(by: -1)
      R.addRows(of: Y, scaledBy: a)
      applyPreconditioner(E)
      a.setRowDots(R, Z)
      swap(&a, &ρ)
      a.setQuotients(of: ρ)  // of now and before
      P.scaleRows(by: a, adding: Z)
      note()
    }
    if !(dropped + ρ.sum).isFinite { X.fill(.nan) }  // no solution, which is not the solution 0
  }

  /// z ← E D⁻¹ Eᵀ r, by way of Y.
  private mutating func applyPreconditioner(_ E: Matrix<Scalar>) {
    Y.setProduct(R, .asIs, E, .asIs)
    Y.multiplyRows(by: D, at: active)
    Z.setProduct(Y, .asIs, E, .transposed)
  }
  // listing end

  private mutating func start(with X: Matrix<Scalar>) {
    active.removeAll(keepingCapacity: true)
    active.append(contentsOf: 0..<X.rows)
    history.removeAll(keepingCapacity: true)
    dropped = 0
    resize(to: X.rows)
    R.copy(X)
  }

  /// What is left of these units does not matter for the whole.
  private mutating func dropSolved(below negligible: Scalar) {
    open.removeAll(keepingCapacity: true)
    for i in active.indices { if ρ[i] <= negligible { dropped += ρ[i] } else { open.append(i) } }
    guard open.count < active.count else { return }
    R.keepRows(open)
    P.keepRows(open)
    ρ.keep(open)
    for (r, i) in open.enumerated() { active[r] = active[i] }
    active.removeLast(active.count - open.count)
    resize(to: open.count)
  }

  private mutating func note() {
    history.append(IterationProgress(residual: Double(dropped + ρ.sum), units: active.count))
  }

  private mutating func resize(to count: Int) {
    ρ.setCount(count)
    a.setCount(count)
    T.setRows(count: count)
    R.setRows(count: count)
    Z.setRows(count: count)
    P.setRows(count: count)
    Y.setRows(count: count)
  }
}
