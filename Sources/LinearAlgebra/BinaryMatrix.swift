/// A factor of two values, 0 and 1 or −1 and 1, of several products: its patterns are made once for all of them.
///
/// With other elements, or in small products, its products are the plain ones.
public struct BinaryMatrix<Scalar: BLASScalar>: Sendable {
  public let elements: Matrix<Scalar>
  /// Of the matrix, and of its transpose.
  let patterns: PatternCodes<Scalar>?, transposedPatterns: PatternCodes<Scalar>?

  /// - Complexity: O(m n); allocates 4 bytes for every five elements.
  public init(_ H: Matrix<Scalar>) {
    elements = H
    (patterns, transposedPatterns) = (PatternCodes(of: H, .asIs), PatternCodes(of: H, .transposed))
  }

  /// The patterns of op(H), where it has them and a product with n columns is worth it.
  func patterns(_ op: Operation, columns n: Int) -> PatternCodes<Scalar>? {
    guard let codes = op == .asIs ? patterns : transposedPatterns else { return nil }
    return PatternCodes<Scalar>.areWorthwhile(codes.rows, codes.inner, columns: n) ? codes : nil
  }
}
