// The loops of products with matrices of two values; see `PatternCodes`. Written once and compiled for each scalar like
// the loops of ElementLoops, but for the patterns themselves, which Float has a faster loop for.

/// The sums of a block of 80 rows and a strip of 16 columns: 16 groups of five rows, 32 patterns a group, 16 numbers a sum.
enum PatternSums<Scalar: BLASScalar> {
  /// Bytes of one.
  static var size: Int { 2 * MemoryLayout<SIMD8<Scalar>>.stride }
  /// Vectors of all.
  static var count: Int { 16 * 32 * 2 }
}

extension BLASScalar {
  public static func setPatterns(
    _ places: inout MutableSpan<UInt16>, of h: Span<Self>, width: Int, _ op: Operation, low: Self
  ) -> Bool {
    let m = op == .asIs ? h.count / width : width, k = op == .asIs ? width : h.count / width
    for b in 0..<(k + 79) / 80 {
      for r in 0..<m {
        for g in 0..<16 {
          var code = 0
          for i in 0..<max(0, min(5, k - 80 * b - 5 * g)) {
            let place = 80 * b + 5 * g + i
            let x = op == .asIs ? h[r * width + place] : h[place * width + r]
            if x == 1 { code |= 1 << i } else if x != low { return false }
          }
          places[16 * (m * b + r) + g] = UInt16((32 * g + code) * PatternSums<Self>.size)
        }
      }
    }
    return true
  }

  /// S ← α times rows of H times up to sixteen columns of op(B) + S, or without the latter, H given by its patterns.
  ///
  /// - Parameters:
  ///   - s: a row of S every `stride` numbers, sixteen numbers of it; those behind the last column become α 0.
  ///   - scratch: vectors for the sums of a block, and for the part of B that they are sums of.
  public static func addStrip(
    _ s: UnsafeMutablePointer<Self>, stride: Int, isFirst: Bool, _ α: Self, _ places: Span<UInt16>, rows: Range<Int>, of m: Int,
    inner k: Int, low: Self, _ b: Span<Self>, width: Int, _ op: Operation, columns: Range<Int>,
    scratch: UnsafeMutablePointer<SIMD8<Self>>
  ) {
    places.withUnsafeBufferPointer { places in
      b.withUnsafeBufferPointer { b in
        let sums = scratch, x = sums + PatternSums<Self>.count
        for block in 0..<(k + 79) / 80 {
          let inner = 80 * block..<min(80 * (block + 1), k)
          let quads = (inner.count + 19) / 20, isFirst = isFirst && block == 0
          load(x, b.baseAddress!, width, op, inner, columns)
          for g in 0..<4 * quads { setSums(sums + 64 * g, x + 10 * g, α * low, α) }
          let codes = places.baseAddress! + 16 * (m * block + rows.lowerBound)
          if quads == 4 {
            addSums(s, stride, rows.count, codes, sums, quads: 4, isFirst: isFirst)
          } else {
            addSums(s, stride, rows.count, codes, sums, quads: quads, isFirst: isFirst)
          }
        }
      }
    }
  }

  /// x ← rows and columns of op(B), with zeros behind them: 80 × 2 vectors.
  @inline(__always)
  private static func load(
    _ x: UnsafeMutablePointer<SIMD8<Self>>, _ b: UnsafePointer<Self>, _ width: Int, _ op: Operation, _ rows: Range<Int>,
    _ columns: Range<Int>
  ) {
    let (count, columnCount) = (rows.count, columns.count), half = PatternSums<Self>.size / 2
    if columnCount < 16 || count < 80 { x.update(repeating: SIMD8(), count: 160) }
    let numbers = UnsafeMutableRawPointer(x).assumingMemoryBound(to: Self.self)
    if op == .asIs {
      var from = b + rows.lowerBound * width + columns.lowerBound
      for i in 0..<count {
        if columnCount == 16 {
          x[2 * i] = UnsafeRawPointer(from).loadUnaligned(as: SIMD8<Self>.self)
          x[2 * i + 1] = UnsafeRawPointer(from).loadUnaligned(fromByteOffset: half, as: SIMD8<Self>.self)
        } else {
          for e in 0..<columnCount { numbers[16 * i + e] = from[e] }
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
        for i in whole..<count { numbers[16 * i + e] = from[i] }
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

  /// t_c ← Σ_i h_i(c) x_i, i = 0 … 4, for the patterns c = 0 … 31: h_i is high where bit i of c is set, else low.
  @inline(__always)
  private static func setSums(
    _ t: UnsafeMutablePointer<SIMD8<Self>>, _ x: UnsafePointer<SIMD8<Self>>, _ low: Self, _ high: Self
  ) {
    let step = high - low
    for v in 0..<2 {
      let (x0, x1, x2, x3, x4) = (x[v], x[2 + v], x[4 + v], x[6 + v], x[8 + v])
      t[v] = low * (((x0 + x1) + (x2 + x3)) + x4)
      add(step * x0, 1, t + v)
      add(step * x1, 2, t + v)
      add(step * x2, 4, t + v)
      add(step * x3, 8, t + v)
      add(step * x4, 16, t + v)
    }
  }

  /// t_(n + c) ← t_c + δ for c < n.
  @inline(__always)
  private static func add(_ δ: SIMD8<Self>, _ n: Int, _ t: UnsafeMutablePointer<SIMD8<Self>>) {
    for c in 0..<n { t[2 * (n + c)] = t[2 * c] + δ }
  }

  /// s_r ← s_r + the sums of the patterns of row r, two vectors.
  @inline(__always)
  private static func addSums(
    _ s: UnsafeMutablePointer<Self>, _ stride: Int, _ rows: Int, _ codes: UnsafePointer<UInt16>,
    _ sums: UnsafePointer<SIMD8<Self>>, quads: Int, isFirst: Bool
  ) {
    typealias Lanes = SIMD8<Self>
    let (sums, half) = (UnsafeRawPointer(sums), PatternSums<Self>.size / 2)
    var s = s, code = codes
    for _ in 0..<rows {
      let to = UnsafeMutableRawPointer(s)
      var s0 = Lanes(), s1 = Lanes()
      if !isFirst { (s0, s1) = (to.loadUnaligned(as: Lanes.self), to.loadUnaligned(fromByteOffset: half, as: Lanes.self)) }
      for q in 0..<quads {
        for g in 0..<4 {
          let t = sums + Int(code[4 &* q &+ g])
          s0 += t.load(as: Lanes.self)
          s1 += t.load(fromByteOffset: half, as: Lanes.self)
        }
      }
      to.storeBytes(of: s0, as: Lanes.self)
      to.storeBytes(of: s1, toByteOffset: half, as: Lanes.self)
      s += stride
      code += 16
    }
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
