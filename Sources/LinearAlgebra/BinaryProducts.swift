/// How a product with a matrix of two values is computed.
public enum BinaryRoute: Sendable {
  /// By patterns, but for small products and where the kernels of BLAS are those for AVX-512: with them a whole step takes as
  /// long either way.
  case cheapest
  /// By patterns where op(H) has at least 64 rows, 20 columns and the other factor 16; otherwise the plain product.
  case patterns
}

extension Matrix {
  /// C ← α op(H) op(B) + β C, as `setProduct` has it, and two to three times as fast where H has only two values.
  ///
  /// A column of B with elements that are not finite gives one of C that is not.
  /// - Parameters:
  ///   - H: of 0 and 1, or of −1 and 1; where it has other elements, or is small, this is the plain product.
  ///   - b: op(B) is k × n, op(H) m × k and C m × n.
  /// - Complexity: m k n / 5 additions, and 32 k n / 5 for every 1,024 rows of op(H); allocates room for the patterns of H,
  ///   2 bytes for five elements, and for sums, 100 kilobytes in single precision.
  public mutating func setProduct(
    binary H: Matrix, _ opH: Operation, _ b: Matrix, _ opB: Operation = .asIs, scaledBy α: Scalar = 1, plus β: Scalar = 0,
    by route: BinaryRoute = .cheapest
  ) {
    let n = opB == .asIs ? b.columns : b.rows
    setProduct(H, opH, H.patterns(opH, columns: n, route), b, opB, α, β)
  }

  /// C ← α op(A) op(H) + β C, the same with H on the right: op(A) is m × k, op(H) k × n, H of two values as above.
  ///
  /// - Complexity: as above, with m and n exchanged.
  public mutating func setProduct(
    _ a: Matrix, _ opA: Operation, binary H: Matrix, _ opH: Operation = .asIs, scaledBy α: Scalar = 1, plus β: Scalar = 0,
    by route: BinaryRoute = .cheapest
  ) {
    let m = opA == .asIs ? a.rows : a.columns
    setProduct(a, opA, H, opH, H.patterns(opH.other, columns: m, route), α, β)
  }

  /// C ← α op(H) op(B) + β C, by the patterns that H has already.
  public mutating func setProduct(
    _ H: BinaryMatrix<Scalar>, _ opH: Operation, _ b: Matrix, _ opB: Operation = .asIs, scaledBy α: Scalar = 1,
    plus β: Scalar = 0
  ) {
    let n = opB == .asIs ? b.columns : b.rows
    setProduct(H.elements, opH, H.patterns(opH, columns: n), b, opB, α, β)
  }

  /// C ← α op(A) op(H) + β C, by the patterns that H has already.
  public mutating func setProduct(
    _ a: Matrix, _ opA: Operation, _ H: BinaryMatrix<Scalar>, _ opH: Operation = .asIs, scaledBy α: Scalar = 1,
    plus β: Scalar = 0
  ) {
    let m = opA == .asIs ? a.rows : a.columns
    setProduct(a, opA, H.elements, opH, H.patterns(opH.other, columns: m), α, β)
  }

  /// The patterns of op(self), where it has them and a product with n columns is worth it.
  private func patterns(_ op: Operation, columns n: Int, _ route: BinaryRoute) -> PatternCodes<Scalar>? {
    if route == .cheapest && hasWideKernels { return nil }
    let (m, k) = op == .asIs ? (rows, columns) : (columns, rows)
    return PatternCodes<Scalar>.areWorthwhile(m, k, columns: n) ? PatternCodes(of: self, op) : nil
  }

  /// C ← α op(H) op(B) + β C, by the patterns of op(H) if there are any.
  private mutating func setProduct(
    _ H: Matrix, _ opH: Operation, _ codes: PatternCodes<Scalar>?, _ b: Matrix, _ opB: Operation, _ α: Scalar, _ β: Scalar
  ) {
    guard α != 0, let codes else { return setProduct(H, opH, b, opB, scaledBy: α, plus: β) }
    precondition(
      codes.inner == (opB == .asIs ? b.rows : b.columns) && rows == codes.rows
        && columns == (opB == .asIs ? b.columns : b.rows),
      "setProduct: \(codes.rows)×\(codes.inner) times \(b.rows)×\(b.columns), \(opB), into \(rows)×\(columns)")
    setProduct(codes, b, opB, isTransposed: false, α, β)
  }

  /// C ← α op(A) op(H) + β C, by the patterns of op(H)ᵀ if there are any.
  private mutating func setProduct(
    _ a: Matrix, _ opA: Operation, _ H: Matrix, _ opH: Operation, _ codes: PatternCodes<Scalar>?, _ α: Scalar, _ β: Scalar
  ) {
    guard α != 0, let codes else { return setProduct(a, opA, H, opH, scaledBy: α, plus: β) }
    precondition(
      codes.inner == (opA == .asIs ? a.columns : a.rows) && rows == (opA == .asIs ? a.rows : a.columns)
        && columns == codes.rows,
      "setProduct: \(a.rows)×\(a.columns), \(opA), times \(codes.inner)×\(codes.rows) into \(rows)×\(columns)")
    setProduct(codes, a, opA.other, isTransposed: true, α, β)  // Cᵀ ← α op(H)ᵀ op(A)ᵀ + β Cᵀ
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
          isTransposed || columns.count < 16 || β != 0
            ? nil : (c + rows.lowerBound * width + columns.lowerBound, stride: width)
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
