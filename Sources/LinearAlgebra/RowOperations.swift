// Vector operations on single rows, where every row of a matrix is a vector of its own.

extension Matrix {
  /// Σ_k self_jk M_jk.
  public func rowDot(_ j: Int, _ m: Matrix) -> Scalar {
    checkRow("rowDot", j, m)
    return withRow(j) { a in m.withRow(j) { b in Scalar.dot(a, b) } }
  }

  /// self_jk ← self_jk + α M_jk for one j. Allocates nothing.
  public mutating func addToRow(_ j: Int, _ α: Scalar, _ m: Matrix) {
    checkRow("addToRow", j, m)
    withMutableRow(j) { row in m.withRow(j) { Scalar.axpy(α, $0, &row) } }
  }

  /// self_jk ← β self_jk + M_jk for one j. Allocates nothing.
  public mutating func scaleRow(_ j: Int, by β: Scalar, adding m: Matrix) {
    checkRow("scaleRow", j, m)
    withMutableRow(j) { row in m.withRow(j) { Scalar.axpby(1, $0, β, &row) } }
  }

  /// Rows `first`, … of self ← the rows of M. Allocates nothing.
  public mutating func setRows(from first: Int, to m: Matrix) {
    precondition(
      columns == m.columns && first >= 0 && first + m.rows <= rows,
      "setRows: \(m.rows)×\(m.columns) from row \(first) of \(rows)×\(columns)")
    let start = first * columns
    withMutableSpan { c in c.withSlice(start..<start + m.storage.count) { $0.copy(m.storage.span) } }
  }

  /// M_ij ← 1 / (M_ij + λ). Allocates nothing.
  public mutating func setReciprocals(adding λ: Scalar) { withMutableSpan { m in Scalar.reciprocals(&m, adding: λ) } }

  private func checkRow(_ name: StaticString, _ j: Int, _ m: Matrix) {
    precondition(
      0..<rows ~= j && j < m.rows && columns == m.columns,
      "\(name): row \(j) of \(rows)×\(columns) and \(m.rows)×\(m.columns)")
  }
}
