// Operations where every row of a matrix is a vector of its own, with coefficients of its own.

extension Matrix {
  /// M_rk ← M_rk + α_r A_rk. Allocates nothing.
  public mutating func addRows(of a: Matrix, scaledBy α: Vector<Scalar>) {
    precondition(hasShape(of: a) && α.count == rows, "addRows: \(a.rows)×\(a.columns), \(α.count) weights, to \(rows)×\(columns)")
    let width = columns
    withMutableSpan { m in Scalar.addRows(&m, width: width, scaledBy: α.elements.span, of: a.storage.span) }
  }

  /// Row `indices[r]` of self ← itself + α_r times row r of A. Allocates nothing.
  public mutating func addRows(of a: Matrix, scaledBy α: Vector<Scalar>, at indices: [Int]) {
    precondition(
      columns == a.columns && a.rows == α.count && α.count == indices.count && indices.allSatisfy { 0..<rows ~= $0 },
      "addRows: \(a.rows)×\(a.columns), \(α.count) weights, \(indices.count) places, to \(rows)×\(columns)")
    let width = columns
    withMutableSpan { m in
      Scalar.addRows(&m, width: width, at: indices.span, scaledBy: α.elements.span, of: a.storage.span)
    }
  }

  /// M_rk ← β_r M_rk + A_rk. Allocates nothing.
  public mutating func scaleRows(by β: Vector<Scalar>, adding a: Matrix) {
    precondition(
      hasShape(of: a) && β.count == rows, "scaleRows: \(rows)×\(columns) by \(β.count) weights, adding \(a.rows)×\(a.columns)")
    let width = columns
    withMutableSpan { m in Scalar.scaleRows(&m, width: width, by: β.elements.span, adding: a.storage.span) }
  }

  /// M_rk ← M_rk A_ik, i = `indices[r]`. Allocates nothing.
  public mutating func multiplyRows(by a: Matrix, at indices: [Int]) {
    precondition(
      rows == indices.count && columns == a.columns && indices.allSatisfy { 0..<a.rows ~= $0 },
      "multiplyRows: \(rows)×\(columns) by \(indices.count) rows of \(a.rows)×\(a.columns)")
    let width = columns
    withMutableSpan { m in Scalar.multiplyRows(&m, width: width, by: a.storage.span, at: indices.span) }
  }

  /// Rows `first`, … of self ← the rows of M. Allocates nothing.
  public mutating func setRows(from first: Int, to m: Matrix) {
    precondition(
      columns == m.columns && first >= 0 && first + m.rows <= rows,
      "setRows: \(m.rows)×\(m.columns) from row \(first) of \(rows)×\(columns)")
    let start = first * columns
    withMutableSpan { c in c.withSlice(start..<start + m.storage.count) { $0.copy(m.storage.span) } }
  }

  /// Row r of self ← row `indices[r]` of self, and the others go. Allocates nothing.
  ///
  /// - Precondition: the indices ascend.
  public mutating func keepRows(_ indices: [Int]) {
    checkAscending(indices, below: rows)
    let width = columns
    withMutableSpan { m in Scalar.keepRows(&m, width: width, indices.span) }
    setRows(count: indices.count)
  }

  /// The last rows go, or rows of zeros come. Allocates nothing for as many rows as there were before.
  public mutating func setRows(count: Int) {
    precondition(count >= 0, "setRows: \(count) rows")
    Scalar.resize(&elements, to: count * columns)
    height = count
  }

  /// M_ij ← 1 / (M_ij + λ). Allocates nothing.
  public mutating func setReciprocals(adding λ: Scalar) { withMutableSpan { m in Scalar.reciprocals(&m, adding: λ) } }
}

extension Vector {
  /// v_r ← Σ_k A_rk B_rk. Allocates nothing.
  public mutating func setRowDots(_ a: Matrix<Scalar>, _ b: Matrix<Scalar>) {
    precondition(
      a.hasShape(of: b) && a.rows == count, "setRowDots: \(a.rows)×\(a.columns) and \(b.rows)×\(b.columns) into \(count)")
    withMutableSpan { v in Scalar.setRowDots(&v, a.storage.span, b.storage.span) }
  }

  /// v_r ← v_i, i = `indices[r]`, and the other elements go. Allocates nothing.
  ///
  /// - Precondition: the indices ascend.
  public mutating func keep(_ indices: [Int]) {
    checkAscending(indices, below: count)
    withMutableSpan { v in Scalar.keepRows(&v, width: 1, indices.span) }
    Scalar.resize(&elements, to: indices.count)
  }

  /// The last elements go, or zeros come. Allocates nothing for as many as there were before.
  public mutating func setCount(_ count: Int) {
    precondition(count >= 0, "setCount: \(count)")
    Scalar.resize(&elements, to: count)
  }

  /// v_i ← x_i / v_i. Allocates nothing.
  public mutating func setQuotients(of x: Vector) {
    precondition(count == x.count, "setQuotients: \(x.count) elements by \(count)")
    withMutableSpan { v in Scalar.setQuotients(&v, of: x.elements.span) }
  }
}

private func checkAscending(_ indices: [Int], below count: Int) {
  precondition(
    zip(indices, indices.dropFirst()).allSatisfy(<) && (indices.first ?? 0) >= 0 && (indices.last ?? -1) < count,
    "rows to keep that do not ascend, or are not of \(count)")
}
