/// Some symmetric n × n matrices, of each only its lower triangle, packed row by row: half the memory, read in one sweep.
///
///     element (i, j), j ≤ i, of matrix m stands at place i (i + 1)/2 + j of row m
///
/// Made for the Fisher blocks of a layer, which are sums of the same outer products, one block a unit, and for their
/// Cholesky factors.
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

  /// Matrices of dimension n that are packed already, one a row of n (n + 1)/2 numbers.
  public init(dimension n: Int, packed: Matrix<Scalar>) {
    precondition(packed.columns == n * (n + 1) / 2, "PackedTriangles: rows of \(packed.columns) for dimension \(n)")
    (count, dimension, rows) = (packed.rows, n, packed)
  }

  /// The packed matrices, one a row.
  public var packed: Matrix<Scalar> { rows }

  /// Matrix m written out, n × n.
  public subscript(m: Int) -> Matrix<Scalar> {
    Matrix(dimension, dimension) { i, j in rows[m, max(i, j) * (max(i, j) + 1) / 2 + min(i, j)] }
  }

  /// Scratch of one worker, for matrices up to a dimension and sums of up to so many outer products.
  public struct Workspace: Sendable {
    /// Products of pairs, vectors × a part of the triangle.
    var products: [Scalar]
    /// One matrix written out.
    var square: [Scalar]

    public init(dimension n: Int, vectors: Int) {
      products = Array(repeating: 0, count: vectors * max(n, Self.width))
      square = Array(repeating: 0, count: n * n)
    }

    /// So many columns of products at a time: with a thousand vectors in single precision, three megabytes.
    static var width: Int { 768 }
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
    let width = workspace.products.count / vectors
    precondition(
      W.rows == vectors && H.columns == n && first >= 0 && first + count <= W.columns && width >= n,
      "setSums: \(W.rows)×\(W.columns) weights and \(vectors)×\(H.columns) vectors for \(count) of dimension \(n)")
    if count == 0 { return }
    let stride = rows.columns
    var i = 0
    while i < n {
      var end = i + 1
      while end < n && (end + 1) * (end + 2) / 2 - i * (i + 1) / 2 <= width { end += 1 }
      let columns = i * (i + 1) / 2..<end * (end + 1) / 2
      var products = workspace.products.mutableSpan
      Scalar.setProductsOfPairs(&products, width: columns.count, of: H.storage.span, n, rows: i..<end)
      rows.withMutableSpan { c in
        c.withSlice(columns.lowerBound..<c.count) { c in
          Scalar.gemm(
            .transposed, .asIs, m: count, n: columns.count, k: vectors, 1,
            W.storage.span.extracting(first..<W.storage.count), lda: W.columns, products.span, ldb: columns.count, 0, &c,
            ldc: stride)
        }
      }
      i = end
    }
  }

  /// Every matrix ← that of `other`. Allocates nothing.
  public mutating func copy(_ other: PackedTriangles) {
    precondition(
      count == other.count && dimension == other.dimension,
      "copy: \(other.count) of dimension \(other.dimension) into \(count) of dimension \(dimension)")
    rows.setRowsRepeated(other.rows, times: 1)
  }

  /// Every matrix ← β times itself + α times that of `other`. Allocates nothing.
  public mutating func scale(by β: Scalar, adding α: Scalar, _ other: PackedTriangles) {
    precondition(
      count == other.count && dimension == other.dimension,
      "scale: \(other.count) of dimension \(other.dimension) added to \(count) of dimension \(dimension)")
    rows.scale(by: β)
    rows.add(α, other.rows)
  }

  /// Replaces each matrix A by the Cholesky factor of A + λ1, kept for `solve`.
  ///
  /// - Throws: `NotPositiveDefinite`; the factors are then meaningless.
  /// - Complexity: n³/3 operations a matrix; allocates nothing.
  public mutating func factor(damping λ: Scalar, _ workspace: inout Workspace) throws(NotPositiveDefinite) {
    let n = dimension
    precondition(workspace.square.count >= n * n, "factor: a workspace of \(workspace.square.count) for dimension \(n)")
    for m in 0..<count {
      var info = 0
      rows.withMutableRow(m) { row in
        var whole = workspace.square.mutableSpan
        whole.withSlice(0..<n * n) { a in
          Scalar.unpackTriangle(&a, n, of: row.span, addingToDiagonal: λ)
          info = Scalar.potrf(n, &a)
          // LAPACK lets a NaN pass.
          for i in 0..<n where info == 0 && !(a[i * n + i] > 0 && a[i * n + i].isFinite) { info = i + 1 }
          if info == 0 { Scalar.packFactor(&row, of: a.span, n) }
        }
      }
      guard info == 0 else { throw NotPositiveDefinite(pivot: info - 1, dimension: n) }
    }
  }

  /// x ← (A_m + λ1)⁻¹ x by the factor of `factor`. Allocates nothing.
  ///
  /// - Complexity: 2 n² operations on n²/2 numbers, each read twice; the second time they are near.
  public func solve(_ m: Int, _ x: inout MutableSpan<Scalar>) {
    precondition(x.count == dimension, "solve: \(x.count) numbers by a factor of dimension \(dimension)")
    rows.withRow(m) { L in Scalar.solvePacked(&x, L) }
  }
}
