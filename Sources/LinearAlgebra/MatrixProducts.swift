/// What of a symmetric matrix is written: the triangle j ≤ i alone, or both, mirrored.
public enum Triangle: Sendable {
  case lower, both
}

extension Matrix {
  /// C ← α op(A) op(B) + β C, the only general product in the package. One BLAS call; allocates nothing.
  public mutating func setProduct(
    _ a: Matrix, _ opA: Operation, _ b: Matrix, _ opB: Operation = .asIs, scaledBy α: Scalar = 1, plus β: Scalar = 0
  ) {
    let (m, k) = opA == .asIs ? (a.rows, a.columns) : (a.columns, a.rows)
    let (l, n) = opB == .asIs ? (b.rows, b.columns) : (b.columns, b.rows)
    precondition(k == l && rows == m && columns == n, "setProduct: \(m)×\(k) times \(l)×\(n) into \(rows)×\(columns)")
    withMutableSpan { c in
      Scalar.gemm(
        opA, opB, m: m, n: n, k: k, α, a.storage.span, lda: a.columns, b.storage.span, ldb: b.columns, β, &c,
        ldc: n)
    }
  }

  /// C ← α A op(B) + β C.
  public mutating func setProduct(
    _ a: Matrix, _ b: Matrix, _ opB: Operation = .asIs, scaledBy α: Scalar = 1, plus β: Scalar = 0
  ) {
    setProduct(a, .asIs, b, opB, scaledBy: α, plus: β)
  }

  /// C ← α A Aᵀ + β C (`.asIs`) or C ← α Aᵀ A + β C (`.transposed`), at half the cost of the general product.
  ///
  /// - Parameter triangle: `.lower` leaves the elements above the diagonal as they are; Cholesky does not read them.
  /// - Precondition: with `.both` and β ≠ 0, C is symmetric.
  /// - Complexity: n² k multiplications; allocates nothing.
  public mutating func setGram(
    _ a: Matrix, _ op: Operation = .asIs, scaledBy α: Scalar = 1, plus β: Scalar = 0, triangle: Triangle = .both
  ) {
    let (n, k) = op == .asIs ? (a.rows, a.columns) : (a.columns, a.rows)
    precondition(rows == n && columns == n, "setGram: a \(n)×\(n) product into \(rows)×\(columns)")
    withMutableSpan { c in Scalar.syrk(op, n: n, k: k, α, a.storage.span, lda: a.columns, β, &c) }
    if triangle == .both { mirrorLowerTriangle() }
  }

  /// M_ij ← M_ji for j > i: the lower triangle is written over the upper one.
  public mutating func mirrorLowerTriangle() {
    precondition(rows == columns, "mirrorLowerTriangle: \(rows)×\(columns) is not square")
    let n = rows
    withMutableSpan { c in Scalar.mirrorLowerTriangle(n, &c) }
  }

  /// M ← M + α x yᵀ. Allocates nothing.
  public mutating func addOuterProduct(_ α: Scalar, _ x: Vector<Scalar>, _ y: Vector<Scalar>) {
    precondition(
      rows == x.count && columns == y.count, "addOuterProduct: \(x.count)×\(y.count) to \(rows)×\(columns)")
    let (m, n) = (rows, columns)
    withMutableSpan { c in
      Scalar.gemm(
        .asIs, .asIs, m: m, n: n, k: 1, α, x.elements.span, lda: 1, y.elements.span, ldb: n, 1, &c, ldc: n)
    }
  }
}

extension Matrix {
  /// Sets every element to one value.
  public mutating func fill(_ value: Scalar) { withMutableSpan { $0.update(repeating: value) } }

  /// self ← M. Allocates nothing, where an assignment would share the storage and copy it at the next change.
  public mutating func copy(_ m: Matrix) {
    precondition(hasShape(of: m), "copy: \(m.rows)×\(m.columns) into \(rows)×\(columns)")
    withMutableSpan { c in c.copy(m.storage.span) }
  }

  /// self ← self + α M. Allocates nothing.
  public mutating func add(_ α: Scalar, _ m: Matrix) {
    precondition(hasShape(of: m), "add: \(m.rows)×\(m.columns) to \(rows)×\(columns)")
    withMutableSpan { c in Scalar.axpy(α, m.storage.span, &c) }
  }

  /// self ← α self. Allocates nothing.
  public mutating func scale(by α: Scalar) { withMutableSpan { c in Scalar.scal(α, &c) } }

  /// self ← β self + M. Allocates nothing.
  public mutating func scale(by β: Scalar, adding m: Matrix) {
    precondition(hasShape(of: m), "scale: adding \(m.rows)×\(m.columns) to \(rows)×\(columns)")
    withMutableSpan { c in Scalar.axpby(1, m.storage.span, β, &c) }
  }

  /// self_ij ← self_ij M_ij, the Hadamard product. Allocates nothing.
  public mutating func multiply(by m: Matrix) {
    precondition(hasShape(of: m), "multiply: \(rows)×\(columns) by \(m.rows)×\(m.columns)")
    withMutableSpan { c in Scalar.multiply(m.storage.span, &c) }
  }

  /// self_ij ← self_ij + α M_ij². Allocates nothing.
  public mutating func addSquares(_ α: Scalar, of m: Matrix) {
    precondition(hasShape(of: m), "addSquares: of \(m.rows)×\(m.columns) to \(rows)×\(columns)")
    withMutableSpan { c in Scalar.addSquares(α, m.storage.span, &c) }
  }

  /// self_ij ← self_ij + α M_ij / (√(c V_ij) + δ). Allocates nothing.
  public mutating func add(_ α: Scalar, _ m: Matrix, dividedByRootsOf v: Matrix, scaledBy c: Scalar, plus δ: Scalar) {
    precondition(
      hasShape(of: m) && hasShape(of: v), "add: \(m.rows)×\(m.columns) by \(v.rows)×\(v.columns) to \(rows)×\(columns)")
    withMutableSpan { s in
      Scalar.addQuotients(α, m.storage.span, rootsOf: v.storage.span, scaledBy: c, plus: δ, &s)
    }
  }

  /// M_ij ← √M_ij. Allocates nothing.
  public mutating func applySquareRoot() { withMutableSpan { c in Scalar.squareRoot(&c) } }

  /// M_ii ← M_ii + λ.
  public mutating func addDiagonal(_ λ: Scalar) {
    precondition(rows == columns, "addDiagonal: \(rows)×\(columns) is not square")
    let n = rows
    withMutableSpan { c in for i in 0..<n { c[i * n + i] += λ } }
  }
}
