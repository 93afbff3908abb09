/// Some symmetric n × n matrices, of each only its lower triangle, packed row by row, eight matrices side by side.
///
///     element (i, j), j ≤ i, of matrix m stands in lane m mod 8 of vector i (i + 1)/2 + j of group ⌊m / 8⌋
///
/// Made for the Fisher blocks of a layer, which are sums of the same outer products, one block a unit, and for their
/// Cholesky factors: half the memory, read in one sweep, and every operation a full vector.
public struct PackedTriangles<Scalar: BLASScalar>: Sendable {
  /// How many matrices.
  public let count: Int
  /// n.
  public let dimension: Int
  /// One group of eight after the other; spare lanes of the last are zeros, or the factor of 1.
  private var groups: [[SIMD8<Scalar>]]

  /// Zeros.
  public init(count: Int, dimension n: Int) {
    precondition(count >= 0 && n > 0, "PackedTriangles: \(count) matrices of dimension \(n)")
    (self.count, dimension) = (count, n)
    groups = (0..<(count + 7) / 8).map { _ in Array(repeating: SIMD8(), count: n * (n + 1) / 2) }
  }

  /// Matrix m written out, n × n.
  public subscript(m: Int) -> Matrix<Scalar> {
    Matrix(dimension, dimension) { i, j in groups[m / 8][max(i, j) * (max(i, j) + 1) / 2 + min(i, j)][m % 8] }
  }

  /// All numbers, one matrix a row of n (n + 1)/2 numbers.
  public var packed: Matrix<Scalar> {
    get { Matrix(count, dimension * (dimension + 1) / 2) { m, k in groups[m / 8][k][m % 8] } }
    set {
      precondition(
        newValue.rows == count && newValue.columns == dimension * (dimension + 1) / 2,
        "packed: \(newValue.rows)×\(newValue.columns) for \(count) of dimension \(dimension)")
      for m in 0..<count { for k in 0..<newValue.columns { groups[m / 8][k][m % 8] = newValue[m, k] } }
    }
  }

  /// Scratch of one worker, for up to so many matrices up to a dimension, and sums of up to so many outer products.
  public struct Workspace: Sendable {
    /// Products of pairs, vectors × a part of the triangle.
    var products: [Scalar]
    /// That part of the triangles, one element of all matrices a row.
    var sums: [Scalar]

    public init(count: Int, dimension n: Int, vectors: Int) {
      let width = max(n, Self.width)
      products = Array(repeating: 0, count: vectors * width)
      sums = Array(repeating: 0, count: count * width)
    }

    /// So many columns of products at a time: with a thousand vectors in single precision, three megabytes.
    static var width: Int { 768 }
  }
}

extension PackedTriangles {
  // listing: sums
  /// Every matrix at once as a weighted sum of the same outer products.
  ///
  ///     A_m ← Σ_r w_mr h_r h_rᵀ
  ///
  /// The products h_ri h_rj stand in the order of the triangle, some columns at a time, so that all matrices together are
  /// a product Pᵀ W of large matrices, where a product for each of them would be small.
  ///
  /// - Parameters:
  ///   - W: the weights, vectors × at least `first` + count; columns `first`, … are those of these matrices.
  ///   - H: the vectors h_r, vectors × n.
  /// - Complexity: count · vectors · n (n + 1) operations, or, where the h_r have two values, a tenth of them, and room for
  ///   patterns of 2 bytes for every five vectors and pair in some rows of the triangle.
  public mutating func setSums(
    weights W: Matrix<Scalar>, first: Int, vectors H: Matrix<Scalar>, _ workspace: inout Workspace
  ) {
    let (n, vectors, count) = (dimension, H.rows, count)
    if count == 0 { return }
    precondition(vectors > 0, "setSums: no vectors")
    let width = min(workspace.products.count / vectors, workspace.sums.count / count)
    precondition(
      W.rows == vectors && H.columns == n && first >= 0 && first + count <= W.columns && width >= n,
      "setSums: \(W.rows)×\(W.columns) weights and \(vectors)×\(H.columns) vectors for \(count) of dimension \(n)")
    if let codes = PatternCodes(of: H, .transposed) {
      setSums(weights: W, first: first, codes)
    } else {
      setSums(weights: W, first: first, vectors: H, width: width, &workspace)
    }
  }

  /// The same of vectors of two values: so are their products, and P is given by its patterns.
  private mutating func setSums(weights W: Matrix<Scalar>, first: Int, _ codes: PatternCodes<Scalar>) {
    let (weights, matrices) = (W.storage.span.extracting(first..<W.storage.count), count)
    var products = PatternCodes<Scalar>(rows: max(dimension, 1024), inner: codes.inner, low: codes.low)
    forEachPart(upTo: products.rows) { rows, place, groups in
      products.setProductsOfPairs(of: codes, rows)
      let count = rows.upperBound * (rows.upperBound + 1) / 2 - place
      products.forEachStrip(of: weights, width: W.columns, .asIs, columns: matrices, rows: count) { strip, part, columns in
        for vector in 0..<(columns.count + 7) / 8 {
          var lanes = groups[columns.lowerBound / 8 + vector].mutableSpan
          Scalar.setLanes(&lanes, from: place + part.lowerBound, strip, rows: part.count, vector: vector)
        }
      }
    }
  }
  // listing end

  private mutating func setSums(
    weights W: Matrix<Scalar>, first: Int, vectors H: Matrix<Scalar>, width: Int, _ workspace: inout Workspace
  ) {
    let (n, vectors, count) = (dimension, H.rows, count)
    var sums: [Scalar] = []
    swap(&sums, &workspace.sums)
    defer { swap(&sums, &workspace.sums) }
    forEachPart(upTo: width) { rows, place, groups in
      let columns = place..<rows.upperBound * (rows.upperBound + 1) / 2
      var products = workspace.products.mutableSpan
      Scalar.setProductsOfPairs(&products, width: columns.count, of: H.storage.span, n, rows: rows)
      var all = sums.mutableSpan
      Scalar.gemm(
        .transposed, .asIs, m: columns.count, n: count, k: vectors, 1, products.span, lda: columns.count,
        W.storage.span.extracting(first..<W.storage.count), ldb: W.columns, 0, &all, ldc: count)
      for g in groups.indices {
        var lanes = groups[g].mutableSpan
        Scalar.setLanes(
          &lanes, from: columns.lowerBound, all.span.extracting(0..<columns.count * count), width: count, column: 8 * g,
          count: min(8, count - 8 * g))
      }
    }
  }

  /// Runs `body` on some rows of the triangle at a time, of together at most `width` elements, with the place of the first.
  private mutating func forEachPart(upTo width: Int, _ body: (Range<Int>, Int, inout [[SIMD8<Scalar>]]) -> Void) {
    var i = 0
    while i < dimension {
      var end = i + 1
      while end < dimension && (end + 1) * (end + 2) / 2 - i * (i + 1) / 2 <= width { end += 1 }
      body(i..<end, i * (i + 1) / 2, &groups)
      i = end
    }
  }

  /// Every matrix ← that of `other`. Allocates nothing.
  public mutating func copy(_ other: PackedTriangles) { scale(by: 0, adding: 1, other) }

  /// Every matrix ← β times itself + α times that of `other`; itself may be anything where β is 0. Allocates nothing.
  public mutating func scale(by β: Scalar, adding α: Scalar, _ other: PackedTriangles) {
    precondition(
      count == other.count && dimension == other.dimension,
      "scale: \(other.count) of dimension \(other.dimension) added to \(count) of dimension \(dimension)")
    for g in groups.indices {
      for k in groups[g].indices { groups[g][k] = (β == 0 ? .zero : β * groups[g][k]) + α * other.groups[g][k] }
    }
  }

  /// Replaces each matrix A by the Cholesky factor of A + λ1, kept for `solve`.
  ///
  /// - Throws: `NotPositiveDefinite`; the factors are then meaningless.
  /// - Complexity: n³/3 operations a matrix; allocates nothing.
  public mutating func factor(damping λ: Scalar) throws(NotPositiveDefinite) {
    let n = dimension
    for g in groups.indices {
      for lane in min(8, count - 8 * g)..<8 { for i in 0..<n { groups[g][i * (i + 3) / 2][lane] = 1 } }
      var lanes = groups[g].mutableSpan
      let row = Scalar.factorLanes(&lanes, n, damping: λ)
      guard row == n else { throw NotPositiveDefinite(pivot: row, dimension: n) }
    }
  }

  /// Row m of X ← (A_m + λ1)⁻¹ times it, for every matrix, by the factors of `factor`.
  ///
  /// - Parameter scratch: n vectors, overwritten.
  /// - Complexity: 2 n² operations a matrix on n²/2 numbers, each read twice; the second time they are near. Allocates
  ///   nothing.
  public func solve(rowsOf X: inout Matrix<Scalar>, scratch: inout [SIMD8<Scalar>]) {
    precondition(
      X.rows == count && X.columns == dimension && scratch.count == dimension,
      "solve: \(X.rows)×\(X.columns), scratch of \(scratch.count), by \(count) factors of dimension \(dimension)")
    for (g, L) in groups.enumerated() {
      var x = scratch.mutableSpan
      Scalar.gatherLanes(&x, X.storage.span, width: dimension, first: 8 * g)
      Scalar.solveLanes(&x, L.span)
      var rows = X.elements.mutableSpan
      Scalar.scatterLanes(&rows, width: dimension, first: 8 * g, scratch.span)
    }
  }
}
