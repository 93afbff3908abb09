// The arithmetic from random bits to uniform numbers, apart from where the bits come from.

/// ⌊w / 2⁸⌋ · 2⁻²⁴: a multiple of 2⁻²⁴ in [0, 1), each equally likely for a random word.
@inlinable
public func uniformFloat(of word: UInt32) -> Float { Float(word >> 8) * 0x1p-24 }

/// ⌊p / 2¹¹⌋ · 2⁻⁵³: a multiple of 2⁻⁵³ in [0, 1), each equally likely for a random pair of words.
@inlinable
public func uniformDouble(of pair: UInt64) -> Double { Double(pair >> 11) * 0x1p-53 }

/// Whether an event of probability p happens at the uniform number u, a multiple of 2⁻⁵³: u < p, and never for p < 2⁻⁵⁴.
///
/// So it happens at most twice as often as p says: at u = 0 alone it would happen with probability 2⁻⁵³, however small p is.
@inlinable
public func bernoulli(_ p: Double, at u: Double) -> Bool { p >= 0x1p-54 && u < p }

/// The same at a multiple of 2⁻²⁴: u < p, and never for p < 2⁻²⁵.
@inlinable
public func bernoulli(_ p: Float, at u: Float) -> Bool { p >= 0x1p-25 && u < p }

extension RandomStream {
  /// True with probability p, to within 2⁻⁵³. Two words.
  public mutating func bernoulli(_ p: Double) -> Bool { RandomStreams.bernoulli(p, at: uniform()) }

  /// Fills a span with uniform numbers in [0, 1): one word each for Float (multiples of 2⁻²⁴), two for Double (2⁻⁵³).
  ///
  /// The numbers are those that `uniformFloat()` or `uniform()` would give one after the other.
  /// - Precondition: Scalar is Float or Double.
  /// - Complexity: O(count), about 1 ns a word (5 for Double at an odd position); allocates nothing.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public mutating func fillUniform<Scalar: BinaryFloatingPoint & BitwiseCopyable>(_ span: inout MutableSpan<Scalar>) {
    let isFloat = Scalar.self == Float.self
    precondition(isFloat || Scalar.self == Double.self, "fillUniform: Float or Double, not \(Scalar.self)")
    let width = isFloat ? 16 : 8  // numbers of four blocks
    var i = 0
    while i < span.count {
      if position % 4 == 0 && i + width <= span.count {
        i += width * storeUniform(Scalar.self, in: &span, from: i)
      } else {
        span[i] = isFloat ? Scalar(uniformFloat()) : Scalar(uniform())
        i += 1
      }
    }
  }

  /// Stores uniform numbers, four blocks at a time, as far as whole fours go; returns how many fours.
  @inline(__always)
  private mutating func storeUniform<Scalar: BinaryFloatingPoint & BitwiseCopyable>(
    _ type: Scalar.Type, in span: inout MutableSpan<Scalar>, from start: Int
  ) -> Int {
    var bytes = span.mutableBytes
    let first = start * MemoryLayout<Scalar>.stride, fours = (bytes.byteCount - first) / 64
    for k in 0..<fours {
      let blocks = philoxBlocks(from: position / 4, key: key)
      if type == Float.self {
        bytes.storeBytes(of: blocks.floats, toByteOffset: first + 64 * k, as: SIMD16<Float>.self)
      } else {
        bytes.storeBytes(of: blocks.doubles, toByteOffset: first + 64 * k, as: SIMD8<Double>.self)
      }
      position += 16
    }
    return fours
  }
}

extension FourBlocks {
  /// `uniformFloat(of:)` of the sixteen words, in their order.
  @inline(__always)
  var floats: SIMD16<Float> {
    let low = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    var pairs = SIMD8<UInt64>()
    pairs.evenHalf = (word0 & low) | (word1 &<< 32)
    pairs.oddHalf = (word2 & low) | (word3 &<< 32)
    let first = SIMD8<UInt32>(truncatingIfNeeded: pairs), second = SIMD8<UInt32>(truncatingIfNeeded: pairs &>> 32)
    var u = SIMD16<Float>()
    for i in 0..<8 {
      u[2 * i] = Float(Int32(truncatingIfNeeded: first[i] >> 8)) * 0x1p-24
      u[2 * i + 1] = Float(Int32(truncatingIfNeeded: second[i] >> 8)) * 0x1p-24
    }
    return u
  }

  /// `uniformDouble(of:)` of the eight pairs, in their order.
  @inline(__always)
  var doubles: SIMD8<Double> {
    let low = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    var u = SIMD8<Double>()
    u.evenHalf = uniform((word0 &<< 32) | (word1 & low))
    u.oddHalf = uniform((word2 &<< 32) | (word3 & low))
    return u
  }

  /// Four times ⌊p / 2¹¹⌋ · 2⁻⁵³. There is no instruction for 64-bit numbers, so the halves are put behind the exponents
  /// of 2⁸⁴ and 2⁵², which are then subtracted: both steps are exact.
  @inline(__always)
  private func uniform(_ pairs: SIMD4<UInt64>) -> SIMD4<Double> {
    let k = pairs &>> 11
    let high = (k &>> 32) | 0x4530_0000_0000_0000, low = (k & 0xFFFF_FFFF) | 0x4330_0000_0000_0000
    var u = SIMD4<Double>()
    for i in 0..<4 {
      u[i] = ((Double(bitPattern: high[i]) - 0x1.00000001p84) + Double(bitPattern: low[i])) * 0x1p-53
    }
    return u
  }
}
