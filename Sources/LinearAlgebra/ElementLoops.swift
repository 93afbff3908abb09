// Loops that are written once and compiled for each scalar: as default bodies of requirements they are specialised for
// Float and Double here, and called from generic code elsewhere through the protocol.

extension BLASScalar {
  public static func maximumMagnitude(_ x: Span<Self>) -> Self {
    var m: Self = 0, total: Self = 0
    for i in 0..<x.count {
      let size = abs(x[i])
      m = size > m ? size : m
      total += size
    }
    return total.isNaN ? total : m  // no magnitude is negative, so the total is NaN only where an element is
  }

  public static func sum(_ x: Span<Self>) -> Self {
    var lanes = SIMD8<Self>(), i = 0
    while i + 8 <= x.count {
      for lane in 0..<8 { lanes[lane] += x[i + lane] }
      i += 8
    }
    for lane in 0..<x.count - i { lanes[lane] += x[i + lane] }
    let four = lanes.lowHalf + lanes.highHalf
    return (four[0] + four[2]) + (four[1] + four[3])
  }

  public static func multiply(_ x: Span<Self>, _ y: inout MutableSpan<Self>) {
    for i in 0..<x.count { y[i] *= x[i] }
  }

  public static func squareRoot(_ x: inout MutableSpan<Self>) {
    for i in 0..<x.count { x[i] = x[i].squareRoot() }
  }

  public static func addSquares(_ α: Self, _ x: Span<Self>, _ y: inout MutableSpan<Self>) {
    withRows(&y, x) { y, x in for i in 0..<x.count { y[i] += α * x[i] * x[i] } }
  }

  public static func addQuotients(
    _ α: Self, _ x: Span<Self>, rootsOf v: Span<Self>, scaledBy c: Self, plus δ: Self, _ y: inout MutableSpan<Self>
  ) {
    v.withUnsafeBufferPointer { v in
      withRows(&y, x) { y, x in for i in 0..<x.count { y[i] += α * x[i] / ((c * v[i]).squareRoot() + δ) } }
    }
  }

  public static func reciprocals(_ x: inout MutableSpan<Self>, adding λ: Self) {
    for i in 0..<x.count { x[i] = 1 / (x[i] + λ) }
  }

  public static func setQuotients(_ x: inout MutableSpan<Self>, of y: Span<Self>) {
    for i in 0..<x.count { x[i] = y[i] / x[i] }
  }

  public static func setLowerTriangle(_ n: Int, _ l: inout MutableSpan<Self>, of a: Span<Self>, scaledBy w: Span<Self>) {
    for i in 0..<n {
      let weight = w[i]
      for j in 0...i { l[i * n + j] = weight * w[j] * a[i * n + j] }
    }
  }

  public static func setRows(
    _ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, scaledBySquareRootsOf q: Span<Self>, column: Int,
    stride: Int
  ) {
    for r in 0..<(width == 0 ? 0 : a.count / width) {
      let root = q[r * stride + column].squareRoot()
      for i in r * width..<(r + 1) * width { m[i] = root * a[i] }
    }
  }

  public static func scaleRows(_ m: inout MutableSpan<Self>, width: Int, by w: Span<Self>) {
    for r in 0..<w.count {
      let weight = w[r]
      for i in r * width..<(r + 1) * width { m[i] *= weight }
    }
  }

  public static func scaleColumns(_ m: inout MutableSpan<Self>, by w: Span<Self>) {
    let width = w.count
    withRows(&m, w) { m, w in
      for r in 0..<(width == 0 ? 0 : m.count / width) {
        for j in 0..<width { m[r * width + j] *= w[j] }
      }
    }
  }

  public static func setRows(_ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, at indices: Span<Int>) {
    withRows(&m, a) { m, a in
      guard let m = m.baseAddress, let a = a.baseAddress else { return }
      for r in 0..<indices.count { (m + r * width).update(from: a + indices[r] * width, count: width) }
    }
  }

  public static func setRowsRepeated(_ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, times K: Int) {
    withRows(&m, a) { m, a in
      let rows = width == 0 ? 0 : m.count / width
      guard let m = m.baseAddress, let a = a.baseAddress else { return }
      for r in 0..<rows { (m + r * width).update(from: a + r / K * width, count: width) }
    }
  }

  public static func setRowSums(
    _ m: inout MutableSpan<Self>, width: Int, of a: Span<Self>, groupsOf K: Int, weights w: Span<Self>
  ) {
    m.update(repeating: 0)
    withRows(&m, a) { m, a in
      let rows = width == 0 ? 0 : a.count / width
      guard let m = m.baseAddress, let a = a.baseAddress else { return }
      for r in 0..<rows {
        let sums = m + r / K * width, row = a + r * width, weight = w[r]
        for j in 0..<width { sums[j] += weight * row[j] }
      }
    }
  }

  public static func addColumnSums(_ v: inout MutableSpan<Self>, of a: Span<Self>, scaledBy α: Self) {
    let width = v.count
    withRows(&v, a) { v, a in
      let rows = width == 0 ? 0 : a.count / width
      guard let v = v.baseAddress, let a = a.baseAddress else { return }
      for r in 0..<rows {
        let row = a + r * width
        for j in 0..<width { v[j] += α * row[j] }
      }
    }
  }

  /// Buffers instead of spans: a bounds check in an inner loop over part of a span keeps it from being vectorised.
  @inline(__always)
  private static func withRows(
    _ m: inout MutableSpan<Self>, _ a: Span<Self>,
    _ body: (UnsafeMutableBufferPointer<Self>, UnsafeBufferPointer<Self>) -> Void
  ) {
    m.withUnsafeMutableBufferPointer { m in a.withUnsafeBufferPointer { a in body(m, a) } }
  }

  public static func setTransposed(
    _ t: inout MutableSpan<Self>, of a: Span<Self>, rows: Int, stride width: Int, columns: Range<Int>
  ) {
    let block = 16
    withRows(&t, a) { t, a in
      for top in Swift.stride(from: 0, to: rows, by: block) {
        for j in columns {
          for i in top..<min(rows, top + block) { t[(j - columns.lowerBound) * rows + i] = a[i * width + j] }
        }
      }
    }
  }

  public static func setColumn(_ v: inout MutableSpan<Self>, _ j: Int, of m: Span<Self>, width: Int) {
    for r in 0..<v.count { v[r] = m[r * width + j] }
  }

  public static func mirrorLowerTriangle(_ n: Int, _ c: inout MutableSpan<Self>) {
    let block = 16  // both the rows that are read and those that are written stay in the cache
    for top in stride(from: 0, to: n, by: block) {
      for left in stride(from: 0, through: top, by: block) {
        for i in top..<min(n, top + block) {
          for j in left..<min(i, left + block) { c[j * n + i] = c[i * n + j] }
        }
      }
    }
  }
}
