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
  /// - Returns: whether all elements are 1 or `low`; the places are meaningless where they are not.
  public static func setPatterns(
    _ places: inout MutableSpan<UInt16>, of h: Span<Self>, width: Int, _ op: Operation, low: Self
  ) -> Bool {
    guard width > 0 else { return true }
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

  /// S ← α times rows of H times up to sixteen columns of op(B), H given by its patterns, op(H) m × k.
  ///
  /// - Parameters:
  ///   - s: a row of S every `stride` numbers, sixteen numbers of it; those behind the last column become 0.
  ///   - scratch: `PatternSums.count` vectors for the sums of a block, and 160 for the part of B that they are sums of.
  public static func setStrip(
    _ s: UnsafeMutablePointer<Self>, stride: Int, _ α: Self, _ places: Span<UInt16>, rows: Range<Int>, of m: Int,
    inner k: Int, low: Self, _ b: Span<Self>, width: Int, _ op: Operation, columns: Range<Int>,
    scratch: UnsafeMutablePointer<SIMD8<Self>>
  ) {
    places.withUnsafeBufferPointer { places in
      b.withUnsafeBufferPointer { b in
        let sums = scratch, x = sums + PatternSums<Self>.count
        for block in 0..<(k + 79) / 80 {
          let inner = 80 * block..<min(80 * (block + 1), k)
          let quads = (inner.count + 19) / 20
          loadStrip(x, b.baseAddress!, width, op, inner, columns)
          for g in 0..<4 * quads { setSums(sums + 64 * g, x + 10 * g, α * low, α) }
          let codes = places.baseAddress! + 16 * (m * block + rows.lowerBound)
          if quads == 4 {
            addSums(s, stride, rows.count, codes, sums, quads: 4, isFirst: block == 0)
          } else {
            addSums(s, stride, rows.count, codes, sums, quads: quads, isFirst: block == 0)
          }
        }
      }
    }
  }

  // listing: patterns
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

  // listing end
}
