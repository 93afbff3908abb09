extension Matrix {
  /// M_ij ← value for every i: with 1, the inputs of the biases.
  public mutating func fill(column j: Int, _ value: Scalar = 1) {
    precondition(0..<columns ~= j, "fill: column \(j) of \(rows)×\(columns)")
    let (n, width) = (rows, columns)
    withMutableSpan { m in for i in 0..<n { m[i * width + j] = value } }
  }

  /// Row r of self ← row `indices[r]` of the source.
  public mutating func setRows(of source: Matrix, at indices: [Int]) {
    precondition(
      rows == indices.count && columns == source.columns,
      "setRows: \(indices.count) rows of \(source.rows)×\(source.columns) into \(rows)×\(columns)")
    precondition(
      indices.allSatisfy { 0..<source.rows ~= $0 }, "setRows: a row that is not of \(source.rows)×\(source.columns)")
    let width = columns
    withMutableSpan { m in Scalar.setRows(&m, width: width, of: source.storage.span, at: indices.span) }
  }

  /// Row r of self ← row `first` + r of the source. Allocates nothing.
  public mutating func setRows(of source: Matrix, from first: Int) {
    precondition(
      columns == source.columns && first >= 0 && first + rows <= source.rows,
      "setRows: rows from \(first) of \(source.rows)×\(source.columns) into \(rows)×\(columns)")
    let part = source.storage.span.extracting(first * columns..<(first + rows) * columns)
    withMutableSpan { m in m.copy(part) }
  }

  /// Row r of self ← column `first` + r of the source: a part of its transpose. Allocates nothing.
  public mutating func setColumns(of source: Matrix, from first: Int) {
    precondition(
      columns == source.rows && first >= 0 && first + rows <= source.columns,
      "setColumns: columns from \(first) of \(source.rows)×\(source.columns) into \(rows)×\(columns)")
    let part = rows
    withMutableSpan { m in
      Scalar.setTransposed(&m, of: source.storage.span, rows: source.rows, stride: source.columns, columns: first..<first + part)
    }
  }

  /// The rows of self ← the rows of the parts, one part below the other.
  public mutating func setRows(of parts: [Matrix]) {
    let height = parts.reduce(0) { $0 + $1.rows }
    precondition(rows == height, "setRows: \(parts.count) parts of \(height) rows into \(rows)×\(columns)")
    var start = 0
    for part in parts {
      precondition(part.columns == columns, "setRows: a part of \(part.columns) columns into \(rows)×\(columns)")
      withMutableSpan { m in m.withSlice(start..<start + part.storage.count) { $0.copy(part.storage.span) } }
      start += part.storage.count
    }
  }

  /// Row r of self ← v.
  public mutating func setRow(_ r: Int, to v: Vector<Scalar>) {
    precondition(0..<rows ~= r && columns == v.count, "setRow: \(v.count) elements into row \(r) of \(rows)×\(columns)")
    withMutableRow(r) { row in row.copy(v.elements.span) }
  }

  /// Row r of self ← row ⌊r / K⌋ of the source: each row K times in a row.
  public mutating func setRowsRepeated(_ source: Matrix, times K: Int) {
    precondition(
      K > 0 && rows == source.rows * K && columns == source.columns,
      "setRowsRepeated: \(source.rows)×\(source.columns) times \(K) into \(rows)×\(columns)")
    let width = columns
    withMutableSpan { m in Scalar.setRowsRepeated(&m, width: width, of: source.storage.span, times: K) }
  }

  /// Row r of self ← Σ_k w_s row s = r K + k of the source, k < K, added in this order: what `setRowsRepeated` spread,
  /// weighed and folded.
  public mutating func setRowSums(of source: Matrix, groupsOf K: Int, weights w: Vector<Scalar>) {
    precondition(
      K > 0 && rows * K == source.rows && columns == source.columns && w.count == source.rows,
      "setRowSums: \(source.rows)×\(source.columns) in groups of \(K) by \(w.count) weights into \(rows)×\(columns)")
    let width = columns
    withMutableSpan { m in
      Scalar.setRowSums(&m, width: width, of: source.storage.span, groupsOf: K, weights: w.elements.span)
    }
  }

  /// M_ij ← w_i M_ij. Allocates nothing.
  public mutating func scaleRows(by w: Vector<Scalar>) {
    precondition(rows == w.count, "scaleRows: \(rows)×\(columns) by \(w.count) weights")
    let width = columns
    withMutableSpan { m in Scalar.scaleRows(&m, width: width, by: w.elements.span) }
  }

  /// M_ij ← w_j M_ij. Allocates nothing.
  public mutating func scaleColumns(by w: Vector<Scalar>) {
    precondition(columns == w.count, "scaleColumns: \(rows)×\(columns) by \(w.count) weights")
    withMutableSpan { m in Scalar.scaleColumns(&m, by: w.elements.span) }
  }

  /// M_rj ← √Q_ri A_rj, so that MᵀM = Σ_r Q_ri a_r a_rᵀ over the rows a_r of A: the Fisher block of unit i, for Q the
  /// variances of the units. Allocates nothing.
  ///
  /// - Precondition: column i of Q is not negative.
  public mutating func setRows(of a: Matrix, scaledBySquareRootsOf q: Matrix, column i: Int) {
    precondition(
      hasShape(of: a) && q.rows == rows && 0..<q.columns ~= i,
      "setRows: \(a.rows)×\(a.columns) by column \(i) of \(q.rows)×\(q.columns) into \(rows)×\(columns)")
    let width = columns
    withMutableSpan { m in
      Scalar.setRows(
        &m, width: width, of: a.storage.span, scaledBySquareRootsOf: q.storage.span, column: i, stride: q.columns)
    }
  }
}

extension Vector {
  /// v_i ← M_ij. Allocates nothing.
  public mutating func setColumn(_ j: Int, of m: Matrix<Scalar>) {
    precondition(
      count == m.rows && 0..<m.columns ~= j, "setColumn: column \(j) of \(m.rows)×\(m.columns) into \(count)")
    withMutableSpan { v in Scalar.setColumn(&v, j, of: m.storage.span, width: m.columns) }
  }

  /// v_j ← v_j + α Σ_i M_ij, rows added in order.
  public mutating func addColumnSums(of m: Matrix<Scalar>, scaledBy α: Scalar = 1) {
    precondition(count == m.columns, "addColumnSums: of \(m.rows)×\(m.columns) into \(count)")
    withMutableSpan { v in Scalar.addColumnSums(&v, of: m.storage.span, scaledBy: α) }
  }
}
