// The loops of `BLASScalar` for Float, eight numbers at a time. The last, short group of a row is computed in a full
// vector whose spare lanes are zeros, so that a number does not depend on where in its row it stands.

extension UnsafeBufferPointer<Float> {
  /// The eight numbers from i on, with zeros from `end` on.
  @inline(__always)
  func lanes(_ i: Int, end: Int) -> Lanes {
    if i + 8 <= end { return UnsafeRawPointer(baseAddress! + i).loadUnaligned(as: Lanes.self) }
    var x = Lanes.zero
    for lane in 0..<end - i { x[lane] = self[i + lane] }
    return x
  }
}

extension UnsafeMutableBufferPointer<Float> {
  /// Stores the eight numbers from i on, as far as `end`.
  @inline(__always)
  func store(_ x: Lanes, _ i: Int, end: Int) {
    if i + 8 <= end {
      UnsafeMutableRawPointer(baseAddress! + i).storeBytes(of: x, as: Lanes.self)
    } else {
      for lane in 0..<end - i { self[i + lane] = x[lane] }
    }
  }
}

extension Float {
  public static func sigmoid(_ x: inout MutableSpan<Float>) {
    x.withUnsafeMutableBufferPointer { x in
      let from = UnsafeBufferPointer(x), n = x.count
      for i in stride(from: 0, to: n, by: 8) { x.store(LinearAlgebra.sigmoid(from.lanes(i, end: n)), i, end: n) }
    }
  }

  public static func setVariances(_ q: inout MutableSpan<Float>, logits a: Span<Float>) {
    q.withUnsafeMutableBufferPointer { q in
      a.withUnsafeBufferPointer { a in
        let n = a.count
        for i in stride(from: 0, to: n, by: 8) { q.store(variance(a.lanes(i, end: n)), i, end: n) }
      }
    }
  }

  public static func sample(
    _ h: inout MutableSpan<Float>, stride width: Int, logits a: Span<Float>, uniforms u: Span<Float>, units: Int,
    low: Float, high: Float
  ) {
    let lows = Lanes(repeating: low), highs = Lanes(repeating: high)
    h.withUnsafeMutableBufferPointer { h in
      a.withUnsafeBufferPointer { a in
        u.withUnsafeBufferPointer { u in
          forEachRow(a.count, units) { r, start, end in
            let shift = r * (width - units)
            for i in stride(from: start, to: end, by: 8) {
              let on = u.lanes(i, end: end) .< LinearAlgebra.sigmoid(a.lanes(i, end: end))
              h.store(lows.replacing(with: highs, where: on), i + shift, end: end + shift)
            }
          }
        }
      }
    }
  }

  public static func addLogProbability(
    _ v: inout MutableSpan<Float>, of h: Span<Float>, stride width: Int, logits a: Span<Float>, units: Int, low: Float,
    high: Float
  ) {
    let middle = (low + high) / 2, plus = Lanes(repeating: 1), minus = Lanes(repeating: -1)
    v.withUnsafeMutableBufferPointer { v in
      h.withUnsafeBufferPointer { h in
        a.withUnsafeBufferPointer { a in
          forEachRow(a.count, units) { r, start, end in
            let shift = r * (width - units)
            var sum = Lanes.zero
            for i in stride(from: start, to: end, by: 8) {
              let side = minus.replacing(with: plus, where: h.lanes(i + shift, end: end + shift) .> middle)
              var term = logSigmoid(side * a.lanes(i, end: end))
              if i + 8 > end { for lane in end - i..<8 { term[lane] = 0 } }
              sum += term
            }
            v[r] += sum.laneSum
          }
        }
      }
    }
  }

  public static func setResiduals(
    _ d: inout MutableSpan<Float>, of h: Span<Float>, stride width: Int, logits a: Span<Float>, weights w: Span<Float>,
    units: Int, low: Float, high: Float
  ) {
    let middle = (low + high) / 2, one = Lanes(repeating: 1)
    d.withUnsafeMutableBufferPointer { d in
      h.withUnsafeBufferPointer { h in
        a.withUnsafeBufferPointer { a in
          forEachRow(a.count, units) { r, start, end in
            let shift = r * (width - units)
            let weight = Lanes(repeating: w[r])
            for i in stride(from: start, to: end, by: 8) {
              let on = Lanes.zero.replacing(with: one, where: h.lanes(i + shift, end: end + shift) .> middle)
              d.store(weight * (on - LinearAlgebra.sigmoid(a.lanes(i, end: end))), i, end: end)
            }
          }
        }
      }
    }
  }

  /// Gives each row of a matrix of `count` elements: its number, and where it starts and ends.
  @inline(__always)
  private static func forEachRow(_ count: Int, _ width: Int, _ body: (Int, Int, Int) -> Void) {
    guard width > 0 else { return }
    for r in 0..<count / width { body(r, r * width, (r + 1) * width) }
  }
}
