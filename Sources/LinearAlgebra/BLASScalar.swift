/// The two scalars that BLAS knows, Float and Double: the same code is checked in Double and trained in Float.
///
/// The requirements are the loops and library calls of this package, each with a concrete body per type: a loop over a
/// generic scalar in another module is 34 to 400 times slower. They trust their callers, `Vector`, `Matrix`,
/// `PackedTriangles` and `Cholesky`, which check the shapes; use those.
public protocol BLASScalar: BinaryFloatingPoint, BitwiseCopyable, Codable, Sendable, SIMDScalar where SIMD8Storage: Sendable {
  // Elementary functions, by libm.
  static func exponential(_ x: Self) -> Self
  static func logarithm(_ x: Self) -> Self
  static func logarithm1p(_ x: Self) -> Self

  // BLAS 1: x · y, ‖x‖₂, y ← α x + y, y ← α x + β y, x ← α x.
  static func dot(_ x: Span<Self>, _ y: Span<Self>) -> Self
  static func norm(_ x: Span<Self>) -> Self
  static func axpy(_ α: Self, _ x: Span<Self>, _ y: inout MutableSpan<Self>)
  static func axpby(_ α: Self, _ x: Span<Self>, _ β: Self, _ y: inout MutableSpan<Self>)
  static func scal(_ α: Self, _ x: inout MutableSpan<Self>)

  // BLAS 2 and 3, row-major: y ← α op(A) x + β y; C ← α op(A) op(B) + β C; lower triangle of C ← α op(A) op(A)ᵀ + β C.
  static func gemv(
    _ op: Operation, rows: Int, columns: Int, _ α: Self, _ a: Span<Self>, _ x: Span<Self>, _ β: Self,
    _ y: inout MutableSpan<Self>)
  static func gemm(
    _ opA: Operation, _ opB: Operation, m: Int, n: Int, k: Int, _ α: Self, _ a: Span<Self>, lda: Int, _ b: Span<Self>,
    ldb: Int, _ β: Self, _ c: inout MutableSpan<Self>, ldc: Int)
  static func syrk(
    _ op: Operation, n: Int, k: Int, _ α: Self, _ a: Span<Self>, lda: Int, _ β: Self, _ c: inout MutableSpan<Self>)

  // LAPACK on row-major lower triangles. Results of `potrf` and `syevd` are LAPACK's `info`.
  static func potrf(_ n: Int, _ a: inout MutableSpan<Self>) -> Int
  static func trsv(_ op: Operation, _ n: Int, _ l: Span<Self>, _ x: inout MutableSpan<Self>)
  static func trsm(_ op: Operation, _ n: Int, columns: Int, _ l: Span<Self>, _ b: inout MutableSpan<Self>)
  static func syevd(vectors: Bool, _ n: Int, _ a: inout MutableSpan<Self>, _ w: inout MutableSpan<Self>) -> Int

  // Loops over elements.
  static func maximumMagnitude(_ x: Span<Self>) -> Self
  static func sum(_ x: Span<Self>) -> Self
  static func multiply(_ x: Span<Self>, _ y: inout MutableSpan<Self>)
  static func squareRoot(_ x: inout MutableSpan<Self>)
  static func addSquares(_ α: Self, _ x: Span<Self>, _ y: inout MutableSpan<Self>)
  static func addQuotients(
    _ α: Self, _ x: Span<Self>, rootsOf v: Span<Self>, scaledBy c: Self, plus δ: Self, _ y: inout MutableSpan<Self>)
  static func reciprocals(_ x: inout MutableSpan<Self>, adding λ: Self)
  static func setLowerTriangle(_ n: Int, _ l: inout MutableSpan<Self>, of a: Span<Self>, scaledBy w: Span<Self>)
  static func setRows(
    _ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, scaledBySquareRootsOf q: Span<Self>, column: Int,
    stride: Int)
  static func scaleRows(_ m: inout MutableSpan<Self>, width: Int, by w: Span<Self>)
  static func scaleColumns(_ m: inout MutableSpan<Self>, by w: Span<Self>)
  static func setRows(_ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, at indices: Span<Int>)
  static func setRowsRepeated(_ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, times K: Int)
  static func setRowSums(
    _ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, groupsOf K: Int, weights w: Span<Self>)
  static func addColumnSums(_ v: inout MutableSpan<Self>, of a: Span<Self>, scaledBy α: Self)
  static func setQuotients(_ x: inout MutableSpan<Self>, of y: Span<Self>)

  // Rows that are vectors of their own; see `RowOperations`.
  static func resize(_ x: inout [Self], to count: Int)
  static func keepRows(_ m: inout MutableSpan<Self>, width: Int, _ indices: Span<Int>)
  static func setRowDots(_ v: inout MutableSpan<Self>, _ a: Span<Self>, _ b: Span<Self>)
  static func addRows(_ m: inout MutableSpan<Self>, width: Int, scaledBy α: Span<Self>, of a: Span<Self>)
  static func addRows(
    _ m: inout MutableSpan<Self>, width: Int, at indices: Span<Int>, scaledBy α: Span<Self>, of a: Span<Self>)
  static func scaleRows(_ m: inout MutableSpan<Self>, width: Int, by β: Span<Self>, adding a: Span<Self>)
  static func multiplyRows(_ m: inout MutableSpan<Self>, width: Int, by a: Span<Self>, at indices: Span<Int>)

  static func setTransposed(
    _ t: inout MutableSpan<Self>, of a: Span<Self>, rows: Int, stride: Int, columns: Range<Int>)
  static func setColumn(_ v: inout MutableSpan<Self>, _ j: Int, of m: Span<Self>, width: Int)
  static func mirrorLowerTriangle(_ n: Int, _ c: inout MutableSpan<Self>)

  // Packed lower triangles of eight matrices side by side; see `PackedTriangles`.
  static func setProductsOfPairs(_ p: inout MutableSpan<Self>, width: Int, of h: Span<Self>, _ n: Int, rows: Range<Int>)
  static func setLanes(
    _ a: inout MutableSpan<SIMD8<Self>>, from first: Int, _ c: Span<Self>, width: Int, column: Int, count: Int)
  static func factorLanes(_ a: inout MutableSpan<SIMD8<Self>>, _ n: Int, damping λ: Self) -> Int
  static func solveLanes(_ x: inout MutableSpan<SIMD8<Self>>, _ a: Span<SIMD8<Self>>)
  static func gatherLanes(_ x: inout MutableSpan<SIMD8<Self>>, _ m: Span<Self>, width: Int, first: Int)
  static func scatterLanes(_ m: inout MutableSpan<Self>, width: Int, first: Int, _ x: Span<SIMD8<Self>>)

  // Products with matrices of two values; see `PatternCodes`.
  static func setPatterns(
    _ places: inout MutableSpan<UInt16>, of h: Span<Self>, width: Int, _ op: Operation, low: Self
  ) -> Bool
  static func setStrip(
    _ s: UnsafeMutablePointer<Self>, stride: Int, _ α: Self, _ places: Span<UInt16>, rows: Range<Int>, of m: Int,
    inner k: Int, low: Self, _ b: Span<Self>, width: Int, _ op: Operation, columns: Range<Int>,
    scratch: UnsafeMutablePointer<SIMD8<Self>>)
  static func setPart(
    _ c: UnsafeMutablePointer<Self>, width: Int, isTransposed: Bool, rows: Int, columns: Int, _ s: UnsafePointer<Self>, _ β: Self)
  static func setLanes(
    _ a: inout MutableSpan<SIMD8<Self>>, from first: Int, _ s: UnsafePointer<Self>, rows: Int, vector: Int)

  // Loops over sigmoid units; see the methods of `Matrix` and `Vector` of the same names.
  static func sigmoid(_ x: inout MutableSpan<Self>)
  static func sample(
    _ h: inout MutableSpan<Self>, stride: Int, logits a: Span<Self>, uniforms u: Span<Self>, units: Int, low: Self,
    high: Self)
  static func addLogProbabilities(
    _ v: inout MutableSpan<Self>, of h: Span<Self>, stride: Int, logits a: Span<Self>, units: Int, low: Self, high: Self)
  static func judge(
    _ d: inout MutableSpan<Self>, _ v: inout MutableSpan<Self>, _ h: Span<Self>, stride: Int, logits a: Span<Self>,
    units: Int, low: Self, high: Self)
  static func setVariances(_ q: inout MutableSpan<Self>, logits a: Span<Self>)
}
