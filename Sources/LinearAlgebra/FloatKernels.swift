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
        for i in stride(from: 0, to: n, by: 8) { q.store(variance(a.lanes(i, end: n)).withoutTraces, i, end: n) }
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

  public static func judge(
    _ d: inout MutableSpan<Float>, _ v: inout MutableSpan<Float>, _ h: Span<Float>, stride width: Int,
    logits a: Span<Float>, units: Int, low: Float, high: Float
  ) {
    let middle = (low + high) / 2, one = Lanes(repeating: 1)
    d.withUnsafeMutableBufferPointer { d in
      v.withUnsafeMutableBufferPointer { v in
        h.withUnsafeBufferPointer { h in
          a.withUnsafeBufferPointer { a in
            forEachRow(a.count, units) { r, start, end in
              let shift = r * (width - units)
              // log p = −Σ log(1 + e^−|a|) − Σ |a| over the units on their less likely side
              var product = one, unlikely = Lanes.zero, logarithm = 0.0, factors = 0
              for i in stride(from: start, to: end, by: 8) {
                let logits = a.lanes(i, end: end), isOn = h.lanes(i + shift, end: end + shift) .> middle
                let e = exponentialOfMinusMagnitude(logits)
                let on = Lanes.zero.replacing(with: one, where: isOn)
                let likely = one / (e + 1)
                let σ = likely.replacing(with: e * likely, where: logits .< 0)
                d.store((on - σ).withoutTraces, i, end: end)
                let against = logits.replacing(with: -logits, where: isOn)  // > 0 where the unlikely happened
                unlikely += Lanes.zero.replacing(with: against, where: against .> 0)
                product *= i + 8 <= end ? e + 1 : e.leading(end - i) + 1
                factors += 1
                if factors == 100 {  // 2¹⁰⁰ is a Float, and the product of eight of them a Double
                  (logarithm, product, factors) = (logarithm + product.logarithmOfProduct, one, 0)
                }
              }
              v[r] -= Float(logarithm + product.logarithmOfProduct) + unlikely.laneSum
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
