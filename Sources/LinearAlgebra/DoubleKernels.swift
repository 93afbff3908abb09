// The loops of `BLASScalar` for Double: the plain formulas, by libm, against which the fast ones are tested.

extension Double {
  public static func sigmoid(_ x: inout MutableSpan<Double>) {
    for i in 0..<x.count { x[i] = LinearAlgebra.sigmoid(x[i]) }
  }

  public static func sample(
    _ h: inout MutableSpan<Double>, stride: Int, logits a: Span<Double>, uniforms u: Span<Double>, units: Int, low: Double,
    high: Double
  ) {
    for r in 0..<(units == 0 ? 0 : a.count / units) {
      for j in 0..<units {
        let σ = LinearAlgebra.sigmoid(a[r * units + j])
        h[r * stride + j] = σ >= 0x1p-54 && u[r * units + j] < σ ? high : low
      }
    }
  }

  public static func addLogProbabilities(
    _ v: inout MutableSpan<Double>, of h: Span<Double>, stride: Int, logits a: Span<Double>, units: Int, low: Double,
    high: Double
  ) {
    let middle = (low + high) / 2
    for r in 0..<(units == 0 ? 0 : a.count / units) {
      var sum: Double = 0
      for j in 0..<units {
        let x = a[r * units + j]
        sum += logSigmoid(h[r * stride + j] > middle ? x : -x)
      }
      v[r] += sum
    }
  }

  public static func judge(
    _ d: inout MutableSpan<Double>, _ v: inout MutableSpan<Double>, _ h: Span<Double>, stride: Int, logits a: Span<Double>,
    units: Int, low: Double, high: Double
  ) {
    addLogProbabilities(&v, of: h, stride: stride, logits: a, units: units, low: low, high: high)
    let middle = (low + high) / 2
    for r in 0..<(units == 0 ? 0 : a.count / units) {
      for j in 0..<units {
        d[r * units + j] = (h[r * stride + j] > middle ? 1 : 0) - LinearAlgebra.sigmoid(a[r * units + j])
      }
    }
  }

  public static func setVariances(_ q: inout MutableSpan<Double>, logits a: Span<Double>) {
    for i in 0..<a.count {
      let e = exponential(-abs(a[i]))
      q[i] = e / ((1 + e) * (1 + e))
    }
  }
}
