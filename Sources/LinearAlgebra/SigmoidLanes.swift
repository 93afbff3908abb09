// Elementary functions of eight Floats at once. They are written so that the compiler finds one instruction for each
// operation: no `rounded()`, no conversions between integers and floats, no per-element branches.

typealias Lanes = SIMD8<Float>

extension SIMD8<Float> {
  @inline(__always)
  var bits: SIMD8<UInt32> { unsafeBitCast(self, to: SIMD8<UInt32>.self) }

  @inline(__always)
  init(bits: SIMD8<UInt32>) { self = unsafeBitCast(bits, to: SIMD8<Float>.self) }

  /// |x|.
  @inline(__always)
  var magnitude: Lanes { Lanes(bits: bits & 0x7FFF_FFFF) }

  /// Zero where |x| < 10⁻¹⁸.
  ///
  /// Of numbers that are added to others of size one nothing is lost, and their products with weights of at least 10⁻¹⁸ stay
  /// normal numbers. A product with numbers below 10⁻³⁸ would take the processor a hundred times as long.
  @inline(__always)
  var withoutTraces: Lanes { replacing(with: 0, where: magnitude .< 1e-18) }

  /// The first n lanes, and zeros behind them.
  @inline(__always)
  func leading(_ n: Int) -> Lanes {
    var x = self
    for lane in n..<8 { x[lane] = 0 }
    return x
  }

  /// log Π x_i; the product of eight numbers below 2¹²⁷ is no overflow in Double.
  ///
  /// Not inlined, so that the compiler does not take the vectors of the caller apart into their lanes.
  @inline(never)
  var logarithmOfProduct: Double {
    var product = 1.0
    for lane in 0..<8 { product *= Double(self[lane]) }
    return Double.logarithm(product)
  }

  /// The sum of the lanes, always in this order.
  @inline(__always)
  var laneSum: Float {
    let four = lowHalf + highHalf
    return (four[0] + four[2]) + (four[1] + four[3])
  }
}

/// e^−|a|, with a relative error below 10⁻⁷; 0 from |a| = 87.3 on, where Float runs out of normal numbers.
///
///     −|a| = k log 2 + r,  |r| ≤ ½ log 2:   e^−|a| = 2ᵏ e^r,   e^r = 1 + r + r² q(r)
///
/// k is rounded by adding 1.5 · 2²³, which leaves it in the low bits; log 2 is subtracted in two parts, of which k times
/// the first is exact; q is the polynomial of degree 4 with the least largest error.
@inline(__always)
func exponentialOfMinusMagnitude(_ a: Lanes) -> Lanes {
  let t = Lanes.zero - a.magnitude
  let shifted = t * 1.44269504 + 12582912.0
  let k = shifted - 12582912.0
  let r = (t - k * 0.693359375) + k * 2.12194440e-4
  var q = r * 0.00138219900 + 0.00836286858
  q = q * r + 0.0416678004
  q = q * r + 0.166665792
  q = q * r + 0.499999970
  let power = (q * (r * r) + r) + 1
  return Lanes(bits: power.bits &+ (shifted.bits &<< 23)).replacing(with: 0, where: t .< -87.3)
}

/// σ(a) = (1 or e^−|a|) / (1 + e^−|a|), with a relative error below 3 · 10⁻⁷ for a > −87; 0 below.
@inline(__always)
func sigmoid(_ a: Lanes) -> Lanes {
  let e = exponentialOfMinusMagnitude(a)
  return Lanes(repeating: 1).replacing(with: e, where: a .< 0) / (e + 1)
}

/// σ(a) σ(−a) = e^−|a| / (1 + e^−|a|)², with a relative error below 4 · 10⁻⁷ for |a| < 87; 0 beyond.
@inline(__always)
func variance(_ a: Lanes) -> Lanes {
  let e = exponentialOfMinusMagnitude(a)
  return e / ((e + 1) * (e + 1))
}

/// The log-probability of the units of a row, whose logits come eight at a time:
///
///     log p = −Σ log(1 + e^−|a|) − Σ |a| over the units on their less likely side
struct LogProbability {
  /// How many logits may come before the logarithm of their factors must be taken: a lane is at most 2¹⁰⁰ then, which is a
  /// Float, and the product of eight of them a Double.
  static let part = 800
  private var product = Lanes(repeating: 1), unlikely = Lanes.zero, logarithm = 0.0

  /// - Parameters:
  ///   - e: e^−|a|.
  ///   - n: how many of the eight are units; the logits behind them are 0.
  @inline(__always)
  mutating func add(logits a: Lanes, _ e: Lanes, isOn: SIMDMask<SIMD8<Int32>>, count n: Int) {
    let against = a.replacing(with: -a, where: isOn)  // > 0 where the unlikely happened
    unlikely += Lanes.zero.replacing(with: against, where: against .> 0)
    product *= n == 8 ? e + 1 : e.leading(n) + 1
  }

  @inline(__always)
  mutating func takeLogarithm() { (logarithm, product) = (logarithm + product.logarithmOfProduct, Lanes(repeating: 1)) }

  @inline(__always)
  var negated: Float { Float(logarithm) + unlikely.laneSum }
}
