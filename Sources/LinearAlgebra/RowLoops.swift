// Loops over rows where every row of a matrix is a vector of its own; see `RowOperations`, and `ElementLoops` for how they
// are compiled.

extension BLASScalar {
  public static func resize(_ x: inout [Self], to count: Int) {
    if count < x.count { x.removeLast(x.count - count) } else { x.append(contentsOf: repeatElement(0, count: count - x.count)) }
  }

  public static func keepRows(_ m: inout MutableSpan<Self>, width: Int, _ indices: Span<Int>) {
    m.withUnsafeMutableBufferPointer { m in
      guard let m = m.baseAddress else { return }
      for r in 0..<indices.count where r < indices[r] {
        (m + r * width).update(from: m + indices[r] * width, count: width)
      }
    }
  }

  public static func setRowDots(_ v: inout MutableSpan<Self>, _ a: Span<Self>, _ b: Span<Self>) {
    let width = v.count > 0 ? a.count / v.count : 0
    for r in 0..<v.count {
      let row = r * width..<(r + 1) * width
      v[r] = dot(a.extracting(row), b.extracting(row))
    }
  }

  public static func addRows(_ m: inout MutableSpan<Self>, width: Int, scaledBy α: Span<Self>, of a: Span<Self>) {
    for r in 0..<α.count {
      let place = r * width..<(r + 1) * width
      m.withSlice(place) { row in axpy(α[r], a.extracting(place), &row) }
    }
  }

  public static func addRows(
    _ m: inout MutableSpan<Self>, width: Int, at indices: Span<Int>, scaledBy α: Span<Self>, of a: Span<Self>
  ) {
    for r in 0..<α.count {
      m.withSlice(indices[r] * width..<(indices[r] + 1) * width) { row in
        axpy(α[r], a.extracting(r * width..<(r + 1) * width), &row)
      }
    }
  }

  public static func scaleRows(_ m: inout MutableSpan<Self>, width: Int, by β: Span<Self>, adding a: Span<Self>) {
    for r in 0..<β.count {
      let place = r * width..<(r + 1) * width
      m.withSlice(place) { row in axpby(1, a.extracting(place), β[r], &row) }
    }
  }

  public static func multiplyRows(_ m: inout MutableSpan<Self>, width: Int, by a: Span<Self>, at indices: Span<Int>) {
    for r in 0..<indices.count {
      m.withSlice(r * width..<(r + 1) * width) { row in
        multiply(a.extracting(indices[r] * width..<(indices[r] + 1) * width), &row)
      }
    }
  }
}
