// The loops of `BLASScalar` for Float, eight numbers at a time. The last, short group of a row is computed in a full
// vector whose spare lanes are zeros, so that a number does not depend on where in its row it stands.

extension UnsafeBufferPointer<Float> {
  /// The n ≤ 8 numbers from i on, with zeros behind them.
  @inline(__always)
  func lanes(_ i: Int, _ n: Int) -> Lanes {
    if n == 8 { return UnsafeRawPointer(baseAddress! + i).loadUnaligned(as: Lanes.self) }
    var x = Lanes.zero
    for lane in 0..<n { x[lane] = self[i + lane] }
    return x
  }
}

extension UnsafeMutableBufferPointer<Float> {
  /// Stores the first n ≤ 8 numbers from i on.
  @inline(__always)
  func store(_ x: Lanes, _ i: Int, _ n: Int) {
    if n == 8 {
      UnsafeMutableRawPointer(baseAddress! + i).storeBytes(of: x, as: Lanes.self)
    } else {
      for lane in 0..<n { self[i + lane] = x[lane] }
    }
  }
}

extension Float {
  public static func sigmoid(_ x: inout MutableSpan<Float>) {
    x.withUnsafeMutableBufferPointer { x in
      let from = UnsafeBufferPointer(x), n = x.count
      forEachEight(0, n) { i, k in x.store(LinearAlgebra.sigmoid(from.lanes(i, k)), i, k) }
    }
  }

  public static func setVariances(_ q: inout MutableSpan<Float>, logits a: Span<Float>) {
    q.withUnsafeMutableBufferPointer { q in
      a.withUnsafeBufferPointer { a in
        let n = a.count
        forEachEight(0, n) { i, k in q.store(variance(a.lanes(i, k)).withoutTraces, i, k) }
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
            forEachEight(start, end) { i, n in
              let σ = LinearAlgebra.sigmoid(a.lanes(i, n))
              let on = u.lanes(i, n) .< σ.replacing(with: 0, where: σ .< 0x1p-25)
              h.store(lows.replacing(with: highs, where: on), i + shift, n)
            }
          }
        }
      }
    }
  }

  public static func addLogProbabilities(
    _ v: inout MutableSpan<Float>, of h: Span<Float>, stride width: Int, logits a: Span<Float>, units: Int, low: Float,
    high: Float
  ) {
    let middle = (low + high) / 2
    v.withUnsafeMutableBufferPointer { v in
      h.withUnsafeBufferPointer { h in
        a.withUnsafeBufferPointer { a in
          forEachRow(a.count, units) { r, start, end in
            let shift = r * (width - units)
            v[r] -= minusLogProbability(start, end) { log, i, n in
              let logits = a.lanes(i, n), isOn = h.lanes(i + shift, n) .> middle
              log.add(logits: logits, exponentialOfMinusMagnitude(logits), isOn: isOn, count: n)
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
              v[r] -= minusLogProbability(start, end) { log, i, n in
                let logits = a.lanes(i, n), isOn = h.lanes(i + shift, n) .> middle
                let e = exponentialOfMinusMagnitude(logits)
                let on = Lanes.zero.replacing(with: one, where: isOn)
                let likely = one / (e + 1)
                let σ = likely.replacing(with: e * likely, where: logits .< 0)
                d.store((on - σ).withoutTraces, i, n)
                log.add(logits: logits, e, isOn: isOn, count: n)
              }
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

  /// Minus the log-probability of the units from `start` to `end`, which `body` adds eight at a time.
  @inline(__always)
  private static func minusLogProbability(_ start: Int, _ end: Int, _ body: (inout LogProbability, Int, Int) -> Void) -> Float {
    var log = LogProbability()
    for first in stride(from: start, to: end, by: LogProbability.part) {
      forEachEight(first, min(first + LogProbability.part, end)) { i, n in body(&log, i, n) }
      log.takeLogarithm()
    }
    return log.negated
  }

  /// Gives the numbers from `start` to `end`, eight at a time: the place of the first, and how many there are.
  @inline(__always)
  private static func forEachEight(_ start: Int, _ end: Int, _ body: (Int, Int) -> Void) {
    var i = start
    while i + 8 <= end {
      body(i, 8)  // a constant: no number of a full group is looked at alone
      i += 8
    }
    if i < end { body(i, end - i) }
  }
}
