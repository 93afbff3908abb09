import LinearAlgebra

/// The route through conjugate gradients on all units together: two large products an iteration, no matrix a unit.
///
/// It suits blocks that serve one gradient only. In an orthonormal basis E of eigenvectors of HᵀH, made at some refreshes
/// and kept for the others, the blocks are nearly diagonal, and their diagonals are a preconditioner that costs nothing.
struct IterativeBlocks<Scalar: BLASScalar>: Sendable {
  /// E, d × d, its columns the basis; refreshes until it is made anew.
  private var E: Matrix<Scalar>
  private var untilNewBasis = 0
  /// Qᵀ, units × n.
  private var W: Matrix<Scalar>
  /// H E and the squares of its elements, n × d.
  private var H: Matrix<Scalar>, squares: Matrix<Scalar>
  /// G E.
  private var rotated: Matrix<Scalar>
  private var parts: [Part]
  private let workers: Int
  private let tolerance: Scalar

  /// For how many refreshes a basis is kept.
  static var basisPeriod: Int { 50 }

  init(units: Int, parameters d: Int, samples n: Int, workers: Int, tolerance: Scalar) {
    (E, W) = (Matrix(zeros: d, d), Matrix(zeros: units, n))
    (H, squares) = (Matrix(zeros: n, d), Matrix(zeros: n, d))
    rotated = Matrix(zeros: units, d)
    parts = stride(from: 0, to: units, by: DirectBlocks<Scalar>.size).map {
      Part(first: $0, count: min(DirectBlocks<Scalar>.size, units - $0), parameters: d, samples: n)
    }
    (self.workers, self.tolerance) = (workers, tolerance)
  }

  mutating func refresh(parents H: Matrix<Scalar>, weights Q: Matrix<Scalar>, damping α: Scalar) throws(NotPositiveDefinite) {
    guard α >= 0 else { throw NotPositiveDefinite(pivot: 0, dimension: H.columns) }
    if untilNewBasis == 0 { try makeBasis(of: H) }
    untilNewBasis -= 1
    self.H.setProduct(H, .asIs, E, .asIs)
    squares.setRowsRepeated(self.H, times: 1)
    squares.multiply(by: self.H)
    W.setTransposed(Q)
    let (W, squares) = (W, squares)
    concurrentForEach(&parts, workers: workers) { _, part in part.load(W, squares, damping: α) }
    guard parts.allSatisfy(\.isFinite) else { throw NotPositiveDefinite(pivot: 0, dimension: H.columns) }
  }

  private mutating func makeBasis(of H: Matrix<Scalar>) throws(NotPositiveDefinite) {
    E.setGram(H, .transposed, triangle: .lower)
    E.mirrorLowerTriangle()
    do { E = try SymmetricEigen(E).vectors.transposed } catch {
      throw NotPositiveDefinite(pivot: 0, dimension: error.dimension)
    }
    untilNewBasis = Self.basisPeriod
  }

  /// - Returns: the largest number of iterations of a part.
  @discardableResult
  mutating func solve(_ G: inout Matrix<Scalar>, damping α: Scalar) -> Int {
    rotated.setProduct(G, .asIs, E, .asIs)
    let (H, right, tolerance) = (H, rotated, tolerance)
    concurrentForEach(&parts, workers: workers) { _, part in part.solve(right, H, damping: α, tolerance: tolerance) }
    for part in parts { rotated.setRows(from: part.first, to: part.X) }
    G.setProduct(rotated, .asIs, E, .transposed, scaledBy: 1 + α)
    return parts.reduce(0) { max($0, $1.iterations) }
  }
}

extension IterativeBlocks {
  /// Some units, and the workspace of their iterations: one row a unit.
  struct Part: Sendable {
    let first: Int
    /// Rows of Qᵀ, and P Hᵀ: count × n.
    private var W: Matrix<Scalar>, T: Matrix<Scalar>
    /// 1 / diag(α 1 + F_j), and the vectors of the method, count × d.
    private var D: Matrix<Scalar>, R: Matrix<Scalar>, Z: Matrix<Scalar>, P: Matrix<Scalar>, Y: Matrix<Scalar>
    private(set) var X: Matrix<Scalar>
    /// rᵀz of each unit, now and at the start.
    private var ρ: [Scalar], ρ₀: [Scalar]
    private(set) var iterations = 0

    init(first: Int, count: Int, parameters d: Int, samples n: Int) {
      self.first = first
      (W, T) = (Matrix(zeros: count, n), Matrix(zeros: count, n))
      (D, R, Z, P) = (Matrix(zeros: count, d), Matrix(zeros: count, d), Matrix(zeros: count, d), Matrix(zeros: count, d))
      (Y, X) = (Matrix(zeros: count, d), Matrix(zeros: count, d))
      (ρ, ρ₀) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    }

    /// Whether the blocks of the last refresh have positive, finite diagonals.
    var isFinite: Bool { D.maximumMagnitude.isFinite }

    mutating func load(_ all: Matrix<Scalar>, _ squares: Matrix<Scalar>, damping α: Scalar) {
      W.setRows(of: all, at: Array(first..<first + W.rows))
      D.setProduct(W, .asIs, squares, .asIs)  // Σ_r Q_rj (H E)_rk²
      D.setReciprocals(adding: α)
    }

    // listing: conjugate gradients
    /// (α 1 + F_j) x_j = g_j for all units of this part, from x = 0 until every √(rᵀD⁻¹r) is the tolerance times its start.
    mutating func solve(_ G: Matrix<Scalar>, _ H: Matrix<Scalar>, damping α: Scalar, tolerance: Scalar) {
      X.fill(0)
      R.setRows(of: G, at: Array(first..<first + X.rows))
      precondition()
      P.setRowsRepeated(Z, times: 1)
      for j in ρ.indices { (ρ[j], ρ₀[j]) = (R.rowDot(j, Z), R.rowDot(j, Z)) }
      iterations = 0
      while iterations < 2 * X.columns + 10, ρ.indices.contains(where: { ρ[$0] > tolerance * tolerance * ρ₀[$0] }) {
        T.setProduct(P, .asIs, H, .transposed)
        T.multiply(by: W)
        Y.setRowsRepeated(P, times: 1)
        Y.setProduct(T, .asIs, H, .asIs, plus: α)  // (α 1 + F_j) p_j
        for j in ρ.indices where ρ[j] > 0 {
          let a = ρ[j] / P.rowDot(j, Y)
          X.addToRow(j, a, P)
          R.addToRow(j, -a, Y)
        }
        precondition()
        for j in ρ.indices where ρ[j] > 0 {
          let new = R.rowDot(j, Z)
          P.scaleRow(j, by: new / ρ[j], adding: Z)
          ρ[j] = new
        }
        iterations += 1
      }
    }
    // listing end

    /// z ← D⁻¹ r.
    private mutating func precondition() {
      Z.setRowsRepeated(R, times: 1)
      Z.multiply(by: D)
    }
  }
}
