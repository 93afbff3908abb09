/// The quantile function of N(0, 1): the x with Φ(x) = p, to about 16 digits.
///
///     |p − ½| ≤ 0.425:  x = q A(s) / B(s),   q = p − ½,  s = 0.425² − q²
///     else:             x = ± C(t − 1.6) / D(t − 1.6) or ± E(t − 5) / F(t − 5),   t = √(−log min(p, 1 − p)),  t ≤ 5 or not
///
/// Source: Wichura, "Algorithm AS 241: The percentage points of the normal distribution" (1988), PPND16. Only additions,
/// multiplications, divisions and square roots, so that every machine gives the same bits.
/// - Parameter p: in (0, 1).
/// - Complexity: O(1); allocates nothing.
public func normalQuantile(_ p: Double) -> Double {
  let q = p - 0.5
  if abs(q) <= 0.425 {
    let s = 0.180625 - q * q
    return q * polynomial(central.0, s) / polynomial(central.1, s)
  }
  let t = (-naturalLogarithm(q < 0 ? p : 1 - p)).squareRoot()
  let (c, r) = t <= 5 ? (tail, t - 1.6) : (farTail, t - 5)
  let x = polynomial(c.0, r) / polynomial(c.1, r)
  return q < 0 ? -x : x
}

extension RandomStream {
  /// A number of the standard normal distribution, the quantile of (k + ½) 2⁻⁵² for a uniform k < 2⁵². Two words.
  public mutating func normal() -> Double {
    normalQuantile((Double(nextPair() >> 12) + 0.5) * 0x1p-52)
  }

  /// Fills a span with numbers of the standard normal distribution.
  ///
  /// For Double they are those that `normal()` would give one after the other. For Float each takes one word w: the
  /// quantile of (w + ½) 2⁻³², rounded, so that no number is beyond ±6.4.
  /// - Precondition: Scalar is Float or Double.
  /// - Complexity: O(count); allocates nothing.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func fillNormal<Scalar: BinaryFloatingPoint & BitwiseCopyable>(_ span: inout MutableSpan<Scalar>) {
    precondition(Scalar.self == Float.self || Scalar.self == Double.self, "fillNormal: Float or Double, not \(Scalar.self)")
    for i in 0..<span.count {
      span[i] = Scalar(
        Scalar.self == Float.self ? normalQuantile((Double(nextWord()) + 0.5) * 0x1p-32) : normal())
    }
  }
}

/// log x for positive, finite, normal x, by arithmetic that is the same on every machine; relative error below 10⁻¹⁵.
///
///     x = 2^e m,  √½ ≤ m < √2:   log x = e log 2 + 2 artanh z,   z = (m − 1) / (m + 1),  artanh z = z + z³/3 + z⁵/5 + …
func naturalLogarithm(_ x: Double) -> Double {
  var (e, m) = (Double(x.exponent), x.significand)
  if m > 1.4142135623730951 { (e, m) = (e + 1, m / 2) }
  let z = (m - 1) / (m + 1), s = z * z
  var series = 0.0
  for k in stride(from: 21, through: 1, by: -2) { series = series * s + 1 / Double(k) }
  return e * 0.6931471805599453 + 2 * z * series
}

private typealias Coefficients = (c0: Double, c1: Double, c2: Double, c3: Double, c4: Double, c5: Double, c6: Double, c7: Double)

private func polynomial(_ c: Coefficients, _ x: Double) -> Double {
  ((((((c.c7 * x + c.c6) * x + c.c5) * x + c.c4) * x + c.c3) * x + c.c2) * x + c.c1) * x + c.c0
}

private let central: (Coefficients, Coefficients) = (
  (
    3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
    4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3
  ),
  (
    1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
    2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4, 5.2264952788528545610e+3
  )
)

private let tail: (Coefficients, Coefficients) = (
  (
    1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
    1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
  ),
  (
    1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
  )
)

private let farTail: (Coefficients, Coefficients) = (
  (
    6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
    2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
  ),
  (
    1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
  )
)
