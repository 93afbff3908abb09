/// A stream of random numbers as a value: a key that says which stream, and a position in it.
///
/// Word number n of a stream is word n mod 4 of Philox4x32-10 at counter n / 4, so a stream can be stored, compared,
/// copied and continued anywhere, and same seed means same numbers on every machine.
public struct RandomStream: Sendable, Equatable {
  /// Which stream this is.
  public let key: UInt64
  /// How many 32-bit words were drawn.
  public internal(set) var position: UInt64
  private var block = SIMD4<UInt32>(repeating: 0)

  /// The root stream of a seed.
  public init(seed: UInt64) { self.init(key: mixed(seed), position: 0) }

  /// The stream of a key at a position, as read from a checkpoint.
  public init(key: UInt64, position: UInt64) {
    self.key = key
    self.position = position
    if position % 4 != 0 { block = words(at: position / 4) }
  }

  /// The child stream of a purpose and a step, always at its beginning, whatever was drawn from this one.
  ///
  /// - Complexity: O(length of the name).
  public func stream(_ purpose: String, _ index: Int = 0) -> RandomStream {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return RandomStream(key: mixed(mixed(key ^ hash) ^ UInt64(bitPattern: Int64(index))), position: 0)
  }

  /// The next 32 random bits.
  public mutating func nextWord() -> UInt32 {
    let lane = Int(position % 4)
    if lane == 0 { block = words(at: position / 4) }
    position += 1
    return block[lane]
  }

  /// The next 64 random bits: two words, the first one high.
  public mutating func nextPair() -> UInt64 {
    let high = UInt64(nextWord())
    return high << 32 | UInt64(nextWord())
  }

  func words(at counter: UInt64) -> SIMD4<UInt32> {
    philox(
      counter: SIMD4(UInt32(truncatingIfNeeded: counter), UInt32(truncatingIfNeeded: counter >> 32), 0, 0),
      key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)))
  }
}

extension RandomStream {
  /// The same stream at the same place.
  public static func == (a: RandomStream, b: RandomStream) -> Bool { a.key == b.key && a.position == b.position }

  /// A uniform number in [0, 1), a multiple of 2⁻⁵³. Two words.
  public mutating func uniform() -> Double { uniformDouble(of: nextPair()) }

  /// A uniform number in [0, 1), a multiple of 2⁻²⁴. One word.
  public mutating func uniformFloat() -> Float { RandomStreams.uniformFloat(of: nextWord()) }
}

/// SplitMix64's finaliser: a bijection of 64 bits that spreads each bit over all.
private func mixed(_ value: UInt64) -> UInt64 {
  var z = value &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
