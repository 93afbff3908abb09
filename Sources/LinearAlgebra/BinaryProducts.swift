/// How a product with a matrix of two values is computed.
public enum BinaryRoute: Sendable {
  /// By patterns where that is faster: large products, unless the kernels of BLAS are those for AVX-512, which are as fast and
  /// need nothing prepared.
  case cheapest
  /// By patterns, but for small products.
  case patterns
}

extension Matrix {
  /// C ← α op(H) op(B) + β C, as `setProduct` has it, and two to three times as fast where H has only two values.
  ///
  /// - Parameter H: of 0 and 1, or of −1 and 1; where it has other elements, or is small, this is the plain product.
  /// - Complexity: an addition for every five multiplications of the plain product, and 32 for every five elements of B;
  ///   allocates room for the patterns of H, 2 bytes for five elements.
  public mutating func setProduct(
    binary H: Matrix, _ opH: Operation, _ b: Matrix, _ opB: Operation = .asIs, scaledBy α: Scalar = 1, plus β: Scalar = 0,
    by route: BinaryRoute = .cheapest
  ) {
    let n = opB == .asIs ? b.columns : b.rows
    guard let codes = H.patterns(opH, columns: n, route) else { return setProduct(H, opH, b, opB, scaledBy: α, plus: β) }
    precondition(
      codes.inner == (opB == .asIs ? b.rows : b.columns) && rows == codes.rows && columns == n,
      "setProduct: \(codes.rows)×\(codes.inner) times \(b.rows)×\(b.columns), \(opB), into \(rows)×\(columns)")
    setProduct(codes, b, opB, isTransposed: false, α, β)
  }

  /// C ← α op(A) op(H) + β C, H with two values only.
  public mutating func setProduct(
    _ a: Matrix, _ opA: Operation, binary H: Matrix, _ opH: Operation = .asIs, scaledBy α: Scalar = 1, plus β: Scalar = 0,
    by route: BinaryRoute = .cheapest
  ) {
    let m = opA == .asIs ? a.rows : a.columns
    guard let codes = H.patterns(opH.other, columns: m, route) else { return setProduct(a, opA, H, opH, scaledBy: α, plus: β) }
    precondition(
      codes.inner == (opA == .asIs ? a.columns : a.rows) && rows == m && columns == codes.rows,
      "setProduct: \(a.rows)×\(a.columns), \(opA), times \(codes.inner)×\(codes.rows) into \(rows)×\(columns)")
    setProduct(codes, a, opA.other, isTransposed: true, α, β)  // Cᵀ ← α op(H)ᵀ op(A)ᵀ + β Cᵀ
  }

  /// The patterns of op(self), where it has them and a product with n columns is worth it.
  private func patterns(_ op: Operation, columns n: Int, _ route: BinaryRoute) -> PatternCodes<Scalar>? {
    if route == .cheapest && hasWideKernels { return nil }
    let (m, k) = op == .asIs ? (rows, columns) : (columns, rows)
    return m >= 64 && k >= 20 && n >= 16 ? PatternCodes(of: self, op) : nil
  }

  private mutating func setProduct(
    _ codes: PatternCodes<Scalar>, _ b: Matrix, _ opB: Operation, isTransposed: Bool, _ α: Scalar, _ β: Scalar
  ) {
    let width = columns, n = isTransposed ? rows : columns
    elements.withUnsafeMutableBufferPointer { c in
      guard let c = c.baseAddress else { return }
      codes.forEachStrip(
        of: b.storage.span, width: b.columns, opB, columns: n, scaledBy: α,
        target: { rows, columns in
          isTransposed || columns.count < 16 || β != 0 && β != 1
            ? nil : (c + rows.lowerBound * width + columns.lowerBound, stride: width, isFirst: β == 0)
        }
      ) { strip, rows, columns in
        let (down, across) = isTransposed ? (1, width) : (width, 1)
        Scalar.setPart(
          c + rows.lowerBound * down + columns.lowerBound * across, width: width, isTransposed: isTransposed, rows: rows.count,
          columns: columns.count, strip, β)
      }
    }
  }
}
