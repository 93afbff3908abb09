extension Float {
  public static func setPatterns(
    _ places: inout MutableSpan<UInt16>, of h: Span<Float>, width: Int, _ op: Operation, low: Float
  ) -> Bool {
    places.withUnsafeMutableBufferPointer { places in
      h.withUnsafeBufferPointer { h in
        guard width > 0, let to = places.baseAddress else { return true }
        return op == .asIs ? setPatternsOfRows(to, h, width, low) : setPatternsOfColumns(to, h, width, low)
      }
    }
  }

  /// Forty elements at a time: five comparisons of eight give forty bits, which are eight groups of five.
  private static func setPatternsOfRows(
    _ places: UnsafeMutablePointer<UInt16>, _ h: UnsafeBufferPointer<Float>, _ width: Int, _ low: Float
  ) -> Bool {
    let m = h.count / width
    var strange = SIMD8<UInt32>()
    for b in 0..<(width + 79) / 80 {
      for r in 0..<m {
        let end = (r + 1) * width
        for half in 0..<(width - 80 * b > 40 ? 2 : 1) {
          let first = r * width + 80 * b + 40 * half, to = places + 16 * (m * b + r) + 8 * half
          var word: UInt64 = 0
          if first + 40 <= end {
            let x = UnsafeRawPointer(h.baseAddress! + first)
            @inline(__always) func lanes(_ i: Int) -> Lanes { x.loadUnaligned(fromByteOffset: 32 * i, as: Lanes.self) }
            let low4 =
              isOne(lanes(0), low, &strange) & eightBits | isOne(lanes(1), low, &strange) & (eightBits &<< 8)
              | isOne(lanes(2), low, &strange) & (eightBits &<< 16) | isOne(lanes(3), low, &strange) & (eightBits &<< 24)
            word = union(low4) | union(isOne(lanes(4), low, &strange) & eightBits) &<< 32
          } else {
            for byte in 0..<5 where first + 8 * byte < end {
              let i = first + 8 * byte
              var x = h.lanes(i, min(8, end - i))
              if i + 8 > end { for lane in end - i..<8 { x[lane] = low } }
              word |= union(isOne(x, low, &strange) & eightBits) &<< UInt64(truncatingIfNeeded: 8 &* byte)
            }
          }
          let start = UInt16(256 * half)
          for g in 0..<8 {
            let code = UInt16(truncatingIfNeeded: word >> UInt64(truncatingIfNeeded: 5 &* g)) & 31
            to[g] = (start | UInt16(32 * g) | code) &* UInt16(PatternSums<Float>.size)
          }
        }
      }
    }
    return strange == SIMD8()
  }

  @inline(__always)
  private static var eightBits: SIMD8<UInt32> { SIMD8(1, 2, 4, 8, 16, 32, 64, 128) }

  /// All bits set where an element is 1; `strange` gets bits where one is neither that nor `low`.
  @inline(__always)
  private static func isOne(_ x: Lanes, _ low: Float, _ strange: inout SIMD8<UInt32>) -> SIMD8<UInt32> {
    let isOne = unsafeBitCast(x .== 1, to: SIMD8<UInt32>.self)
    strange |= ~(isOne | unsafeBitCast(x .== low, to: SIMD8<UInt32>.self))
    return isOne
  }

  /// The bits of all lanes together.
  @inline(__always)
  private static func union(_ x: SIMD8<UInt32>) -> UInt64 {
    let four = x.lowHalf | x.highHalf
    let two = four.lowHalf | four.highHalf
    return UInt64(truncatingIfNeeded: two.x | two.y)
  }

  /// Five rows at a time, eight columns each.
  private static func setPatternsOfColumns(
    _ places: UnsafeMutablePointer<UInt16>, _ h: UnsafeBufferPointer<Float>, _ width: Int, _ low: Float
  ) -> Bool {
    let k = h.count / width
    var strange = SIMD8<UInt32>()
    for b in 0..<(k + 79) / 80 {
      for g in 0..<4 * min(4, (k - 80 * b + 19) / 20) {
        let rows = 80 * b + 5 * g..<max(80 * b + 5 * g, min(80 * b + 5 * g + 5, k))
        for c in Swift.stride(from: 0, to: width, by: 8) {
          let columns = min(8, width - c)
          var code = SIMD8<UInt32>()
          for row in rows {
            var x = h.lanes(row * width + c, columns)
            if columns < 8 { for lane in columns..<8 { x[lane] = low } }
            code |= isOne(x, low, &strange) & UInt32(truncatingIfNeeded: 1 &<< (row &- rows.lowerBound))
          }
          let place = (code | UInt32(truncatingIfNeeded: 32 &* g)) &* UInt32(PatternSums<Float>.size)
          let to = places + 16 * (width * b + c) + g
          if columns == 8 {
            for l in 0..<8 { to[16 * l] = UInt16(truncatingIfNeeded: place[l]) }
          } else {
            for l in 0..<columns { to[16 * l] = UInt16(truncatingIfNeeded: place[l]) }
          }
        }
      }
    }
    return strange == SIMD8()
  }
}
