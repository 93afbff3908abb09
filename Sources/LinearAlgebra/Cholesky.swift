/// A matrix that should have been symmetric positive definite is not: some leading minor is not positive (or not finite).
public struct NotPositiveDefinite: Error, Equatable {
  /// The row, from 0, at which the factorisation stopped.
  public let pivot: Int
  public let dimension: Int

  public init(pivot: Int, dimension: Int) { (self.pivot, self.dimension) = (pivot, dimension) }
}

/// The Cholesky factor A + λI = L Lᵀ, in storage made once and used for many matrices.
public struct Cholesky<Scalar: BLASScalar>: Sendable {
  public let dimension: Int
  private var L: Matrix<Scalar>

  public init(dimension: Int) {
    self.dimension = dimension
    L = Matrix(zeros: dimension, dimension)
  }

  /// Factors A + λI. Reads the lower triangle of A only; allocates nothing.
  ///
  /// - Throws: `NotPositiveDefinite`; the factor is then meaningless until the next `factor`.
  /// - Complexity: n³/3 operations.
  public mutating func factor(_ a: Matrix<Scalar>, damping λ: Scalar = 0) throws(NotPositiveDefinite) {
    let n = dimension
    precondition(a.rows == n && a.columns == n, "factor: \(a.rows)×\(a.columns) in a factor of \(n)×\(n)")
    L.withMutableSpan { l in
      for i in 0..<n {
        let part = i * n..<i * n + i + 1
        l.withSlice(part) { row in row.copy(a.storage.span.extracting(part)) }
      }
    }
    try factorInPlace(damping: λ)
  }

  /// Factors diag(w) A diag(w) + λI. Reads the lower triangle of A only; allocates nothing.
  ///
  ///     L Lᵀ = diag(w) A diag(w) + λI
  ///
  /// With A = H Hᵀ made once, diag(w) H Hᵀ diag(w) + λI costs n² operations before it is factored, for one w after another.
  ///
  /// - Parameters:
  ///   - a: A, n × n.
  ///   - w: n numbers.
  /// - Throws: `NotPositiveDefinite`; the factor is then meaningless until the next `factor`.
  /// - Complexity: n² + n³/3 operations.
  public mutating func factor(
    _ a: Matrix<Scalar>, scaledBy w: Span<Scalar>, damping λ: Scalar
  ) throws(NotPositiveDefinite) {
    let n = dimension
    precondition(
      a.rows == n && a.columns == n && w.count == n,
      "factor: \(a.rows)×\(a.columns) and \(w.count) weights in a factor of \(n)×\(n)")
    L.withMutableSpan { l in Scalar.setLowerTriangle(n, &l, of: a.storage.span, scaledBy: w) }
    try factorInPlace(damping: λ)
  }

  /// Factors α A Aᵀ + λI (`.asIs`) or α Aᵀ A + λI (`.transposed`) without a matrix for the product. Allocates nothing.
  ///
  /// - Throws: `NotPositiveDefinite`; the factor is then meaningless until the next `factor`.
  /// - Complexity: n² k + n³/3 operations, k the inner size of the product.
  public mutating func factor(
    gramOf a: Matrix<Scalar>, _ op: Operation, scaledBy α: Scalar = 1, damping λ: Scalar
  ) throws(NotPositiveDefinite) {
    L.setGram(a, op, scaledBy: α, triangle: .lower)
    try factorInPlace(damping: λ)
  }

  private mutating func factorInPlace(damping λ: Scalar) throws(NotPositiveDefinite) {
    let n = dimension
    if λ != 0 { L.addDiagonal(λ) }
    let info = L.withMutableSpan { l in Scalar.potrf(n, &l) }
    guard info == 0 else { throw NotPositiveDefinite(pivot: info - 1, dimension: n) }
    // LAPACK lets a NaN pass.
    for i in 0..<n where !(L[i, i] > 0 && L[i, i].isFinite) { throw NotPositiveDefinite(pivot: i, dimension: n) }
  }
}

extension Cholesky {
  /// Solves (A + λI) y = x; y takes the place of x.
  ///
  ///     x ← (A + λI)⁻¹ x = L⁻ᵀ L⁻¹ x
  ///
  /// - Parameter x: n numbers, overwritten.
  /// - Precondition: the last `factor` did not throw.
  /// - Complexity: 2 n² operations; allocates nothing.
  public func solve(_ x: inout Vector<Scalar>) {
    x.withMutableSpan { x in solve(&x) }
  }

  /// The same for numbers that stand elsewhere, as in a row of a matrix.
  ///
  /// - Parameter x: n numbers, overwritten.
  /// - Precondition: the last `factor` did not throw.
  /// - Complexity: 2 n² operations; allocates nothing.
  public func solve(_ x: inout MutableSpan<Scalar>) {
    precondition(x.count == dimension, "solve: \(x.count) elements by a factor of \(dimension)×\(dimension)")
    // Two triangles: on one right-hand side two to three times as fast as LAPACK's `potrs`.
    Scalar.trsv(.asIs, dimension, L.storage.span, &x)
    Scalar.trsv(.transposed, dimension, L.storage.span, &x)
  }

  /// Solves for every column of M at once.
  ///
  ///     M ← (A + λI)⁻¹ M = L⁻ᵀ L⁻¹ M
  ///
  /// - Parameter m: M, n × k, overwritten.
  /// - Precondition: the last `factor` did not throw.
  /// - Complexity: 2 n² k operations; allocates nothing.
  public func solve(columnsOf m: inout Matrix<Scalar>) {
    solveTriangle(.asIs, columnsOf: &m)
    solveTriangle(.transposed, columnsOf: &m)
  }

  /// x ← L⁻¹ x (`.asIs`) or x ← L⁻ᵀ x (`.transposed`): half a solution.
  ///
  /// - Parameter x: n numbers, overwritten.
  /// - Precondition: the last `factor` did not throw.
  /// - Complexity: n² operations; allocates nothing.
  public func solveTriangle(_ op: Operation, _ x: inout Vector<Scalar>) {
    precondition(x.count == dimension, "solveTriangle: \(x.count) elements by a factor of \(dimension)×\(dimension)")
    x.withMutableSpan { x in Scalar.trsv(op, dimension, L.storage.span, &x) }
  }

  /// M ← L⁻¹ M (`.asIs`) or M ← L⁻ᵀ M (`.transposed`).
  ///
  /// - Parameter m: M, n × k, overwritten.
  /// - Precondition: the last `factor` did not throw.
  /// - Complexity: n² k operations; allocates nothing.
  public func solveTriangle(_ op: Operation, columnsOf m: inout Matrix<Scalar>) {
    precondition(
      m.rows == dimension, "solveTriangle: \(m.rows)×\(m.columns) by a factor of \(dimension)×\(dimension)")
    let columns = m.columns
    m.withMutableSpan { m in Scalar.trsm(op, dimension, columns: columns, L.storage.span, &m) }
  }

  /// log det (A + λI) = 2 Σ_i log L_ii.
  public var logDeterminant: Scalar {
    var sum: Scalar = 0
    for i in 0..<dimension { sum += Scalar.logarithm(L[i, i]) }
    return 2 * sum
  }

  /// A copy of L, with zeros above its diagonal.
  public var lowerTriangle: Matrix<Scalar> { Matrix(dimension, dimension) { i, j in j <= i ? L[i, j] : 0 } }
}
