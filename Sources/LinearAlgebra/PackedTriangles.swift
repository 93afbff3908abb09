/// Some symmetric n × n matrices, of each only its lower triangle, packed row by row: half the memory, read in one sweep.
///
///     element (i, j), j ≤ i, of matrix m stands at place i (i + 1)/2 + j of row m
///
/// Made for the Fisher blocks of a layer, which are sums of the same outer products, one block a unit.
public struct PackedTriangles<Scalar: BLASScalar>: Sendable {
  /// How many matrices.
  public let count: Int
  /// n.
  public let dimension: Int
  /// One matrix a row, count × n (n + 1)/2.
  private var rows: Matrix<Scalar>

  /// Zeros.
  public init(count: Int, dimension n: Int) {
    precondition(count >= 0 && n > 0, "PackedTriangles: \(count) matrices of dimension \(n)")
    (self.count, dimension) = (count, n)
    rows = Matrix(zeros: count, n * (n + 1) / 2)
  }

  /// Matrix m written out, n × n.
  public subscript(m: Int) -> Matrix<Scalar> {
    Matrix(dimension, dimension) { i, j in rows[m, max(i, j) * (max(i, j) + 1) / 2 + min(i, j)] }
  }

  /// Scratch of one worker for matrices of a dimension and sums of so many outer products.
  public struct Workspace: Sendable {
    /// Products of pairs, vectors × a part of the triangle.
    var products: Matrix<Scalar>
    /// One matrix written out.
    var square: Matrix<Scalar>

    public init(dimension n: Int, vectors: Int) {
      products = Matrix(zeros: vectors, max(n, Self.width))
      square = Matrix(zeros: n, n)
    }

    /// So many columns of products at a time: with a thousand vectors in single precision, a megabyte.
    static var width: Int { 256 }
  }
}

extension PackedTriangles {
  /// Every matrix at once as a weighted sum of the same outer products.
  ///
  ///     A_m ← Σ_r w_mr h_r h_rᵀ
  ///
  /// The products h_ri h_rj stand in the order of the triangle, some columns at a time, so that all matrices together are
  /// a product W P of large matrices, where a product for each of them would be small.
  ///
  /// - Parameters:
  ///   - W: the weights, vectors × at least `first` + count; columns `first`, … are those of these matrices.
  ///   - H: the vectors h_r, vectors × n.
  /// - Complexity: count · vectors · n (n + 1) operations; allocates nothing.
  public mutating func setSums(
    weights W: Matrix<Scalar>, first: Int, vectors H: Matrix<Scalar>, _ workspace: inout Workspace
  ) {
    let (n, vectors, count) = (dimension, H.rows, count)
    precondition(
      W.rows == vectors && H.columns == n && first >= 0 && first + count <= W.columns && workspace.square.rows == n
        && workspace.products.rows == vectors,
      "setSums: \(W.rows)×\(W.columns) weights and \(vectors)×\(H.columns) vectors for \(count) of dimension \(n)")
    if count == 0 { return }
    let stride = rows.columns
    var i = 0
    while i < n {
      var end = i + 1
      while end < n && (end + 1) * (end + 2) / 2 - i * (i + 1) / 2 <= workspace.products.columns { end += 1 }
      let columns = i * (i + 1) / 2..<end * (end + 1) / 2
      workspace.products.withMutableSpan { p in
        Scalar.setProductsOfPairs(&p, width: columns.count, of: H.storage.span, n, rows: i..<end)
      }
      rows.withMutableSpan { c in
        c.withSlice(columns.lowerBound..<c.count) { c in
          Scalar.gemm(
            .transposed, .asIs, m: count, n: columns.count, k: vectors, 1,
            W.storage.span.extracting(first..<W.storage.count), lda: W.columns, workspace.products.storage.span,
            ldb: columns.count, 0, &c, ldc: stride)
        }
      }
      i = end
    }
  }

  /// Replaces each matrix by s (A + λ1)⁻¹, through its Cholesky factor.
  ///
  /// - Throws: `NotPositiveDefinite`; the matrices are then meaningless.
  /// - Complexity: n³ operations a matrix; allocates nothing.
  public mutating func invert(
    damping λ: Scalar, scaledBy s: Scalar, _ workspace: inout Workspace
  ) throws(NotPositiveDefinite) {
    let n = dimension
    for m in 0..<count {
      var info = 0
      rows.withMutableRow(m) { row in
        workspace.square.withMutableSpan { a in
          Scalar.unpackTriangle(&a, n, of: row.span, addingToDiagonal: λ)
          info = Scalar.potrf(n, &a)
          // LAPACK lets a NaN pass.
          for i in 0..<n where info == 0 && !(a[i * n + i] > 0 && a[i * n + i].isFinite) { info = i + 1 }
          if info != 0 { return }
          _ = Scalar.potri(n, &a)
          Scalar.packTriangle(&row, of: a.span, n, scaledBy: s)
        }
      }
      guard info == 0 else { throw NotPositiveDefinite(pivot: info - 1, dimension: n) }
    }
  }

  /// y ← A_m x. Allocates nothing.
  ///
  /// - Complexity: 2 n² operations on n²/2 numbers, each read once.
  public func multiply(_ m: Int, _ x: Span<Scalar>, into y: inout MutableSpan<Scalar>) {
    precondition(
      x.count == dimension && y.count == dimension, "multiply: \(x.count) into \(y.count) numbers by \(dimension)")
    rows.withRow(m) { a in Scalar.setPackedProduct(&y, a, x) }
  }
}
