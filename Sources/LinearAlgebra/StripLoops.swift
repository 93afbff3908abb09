// How strips of sixteen columns get into and out of the products with matrices of two values; see `PatternLoops`.

extension BLASScalar {
  /// x ← rows and columns of op(B), with zeros behind them: 80 × 2 vectors.
  @inline(__always)
  static func loadStrip(
    _ x: UnsafeMutablePointer<SIMD8<Self>>, _ b: UnsafePointer<Self>, _ width: Int, _ op: Operation, _ rows: Range<Int>,
    _ columns: Range<Int>
  ) {
    let (count, columnCount) = (rows.count, columns.count), half = PatternSums<Self>.size / 2
    if columnCount < 16 || count < 80 { x.update(repeating: SIMD8(), count: 160) }
    let numbers = UnsafeMutableRawPointer(x), size = MemoryLayout<Self>.stride
    if op == .asIs {
      var from = b + rows.lowerBound * width + columns.lowerBound
      for i in 0..<count {
        if columnCount == 16 {
          x[2 * i] = UnsafeRawPointer(from).loadUnaligned(as: SIMD8<Self>.self)
          x[2 * i + 1] = UnsafeRawPointer(from).loadUnaligned(fromByteOffset: half, as: SIMD8<Self>.self)
        } else {
          for e in 0..<columnCount { numbers.storeBytes(of: from[e], toByteOffset: (16 * i + e) * size, as: Self.self) }
        }
        from += width
      }
    } else {
      let whole = columnCount == 16 ? count / 8 * 8 : 0
      for v in 0..<(whole > 0 ? 2 : 0) {
        for i in Swift.stride(from: 0, to: whole, by: 8) {
          let from = b + (columns.lowerBound + 8 * v) * width + rows.lowerBound + i
          storeTransposed(from, width, UnsafeMutableRawPointer(x + 2 * i + v), 2 * half)
        }
      }
      for e in 0..<columnCount {
        let from = b + (columns.lowerBound + e) * width + rows.lowerBound
        for i in whole..<count { numbers.storeBytes(of: from[i], toByteOffset: (16 * i + e) * size, as: Self.self) }
      }
    }
  }

  /// Eight rows of eight numbers, their transpose to eight places `bytes` apart.
  @inline(__always)
  private static func storeTransposed(_ from: UnsafePointer<Self>, _ width: Int, _ to: UnsafeMutableRawPointer, _ bytes: Int) {
    typealias Lanes = SIMD8<Self>
    @inline(__always) func row(_ i: Int) -> Lanes { UnsafeRawPointer(from + i * width).loadUnaligned(as: Lanes.self) }
    var x = (row(0), row(1), row(2), row(3), row(4), row(5), row(6), row(7))
    for _ in 0..<3 {  // the places of a number, three bits of its row and three of its column, turn by one bit
      x = (
        Lanes(lowHalf: x.0.evenHalf, highHalf: x.1.evenHalf), Lanes(lowHalf: x.2.evenHalf, highHalf: x.3.evenHalf),
        Lanes(lowHalf: x.4.evenHalf, highHalf: x.5.evenHalf), Lanes(lowHalf: x.6.evenHalf, highHalf: x.7.evenHalf),
        Lanes(lowHalf: x.0.oddHalf, highHalf: x.1.oddHalf), Lanes(lowHalf: x.2.oddHalf, highHalf: x.3.oddHalf),
        Lanes(lowHalf: x.4.oddHalf, highHalf: x.5.oddHalf), Lanes(lowHalf: x.6.oddHalf, highHalf: x.7.oddHalf)
      )
    }
    @inline(__always) func store(_ x: Lanes, _ i: Int) { to.storeBytes(of: x, toByteOffset: i * bytes, as: Lanes.self) }
    store(x.0, 0)
    store(x.1, 1)
    store(x.2, 2)
    store(x.3, 3)
    store(x.4, 4)
    store(x.5, 5)
    store(x.6, 6)
    store(x.7, 7)
  }

  /// C ← S + β C for some rows and columns of C, or of Cᵀ, S a strip of sixteen numbers a row.
  public static func setPart(
    _ c: UnsafeMutablePointer<Self>, width: Int, isTransposed: Bool, rows: Int, columns: Int, _ s: UnsafePointer<Self>, _ β: Self
  ) {
    if isTransposed && columns == 16 && β == 0 {
      let whole = rows / 8 * 8, bytes = width * MemoryLayout<Self>.stride
      for e in Swift.stride(from: 0, to: 16, by: 8) {
        for r in Swift.stride(from: 0, to: whole, by: 8) {
          storeTransposed(s + 16 * r + e, 16, UnsafeMutableRawPointer(c + e * width + r), bytes)
        }
      }
      for e in 0..<16 { for r in whole..<rows { c[e * width + r] = s[16 * r + e] } }
      return
    }
    let (down, across) = isTransposed ? (1, width) : (width, 1)
    for e in 0..<columns {
      let to = c + e * across
      for r in 0..<rows { to[r * down] = s[16 * r + e] + (β == 0 ? 0 : β * to[r * down]) }
    }
  }

  /// The lanes from `first` on ← one of the two vectors of each row of a strip.
  public static func setLanes(
    _ a: inout MutableSpan<SIMD8<Self>>, from first: Int, _ s: UnsafePointer<Self>, rows: Int, vector: Int
  ) {
    let s = UnsafeRawPointer(s) + vector * PatternSums<Self>.size / 2
    a.withUnsafeMutableBufferPointer { a in
      for r in 0..<rows { a[first + r] = s.load(fromByteOffset: r * PatternSums<Self>.size, as: SIMD8<Self>.self) }
    }
  }
}
