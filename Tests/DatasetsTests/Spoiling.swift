import RandomStreams

/// One to three changes: a byte changed, some bytes taken out, put in, or cut off at the end.
func spoilt(_ bytes: [UInt8], using random: inout RandomStream) -> [UInt8] {
  func below(_ n: Int) -> Int { Int(random.nextWord()) % max(1, n) }
  var result = bytes
  for _ in 0...below(3) where !result.isEmpty {
    // Every other change is in the header, which is where a reader goes wrong.
    let place = below(2) == 0 ? below(min(32, result.count)) : below(result.count)
    switch below(4) {
    case 0: result[place] = UInt8(truncatingIfNeeded: below(256))
    case 1: result.removeSubrange(place..<min(result.count, place + 1 + below(8)))
    case 2: result.insert(contentsOf: (0...below(8)).map { _ in UInt8(truncatingIfNeeded: below(256)) }, at: place)
    default: result.removeLast(below(result.count))
    }
  }
  return result
}

/// A whole IDX file whose header is not that of its data: a size that is zero, large or absurd, another type or number of
/// dimensions.
func withOtherHeader(_ file: [UInt8], using random: inout RandomStream) -> [UInt8] {
  func below(_ n: Int) -> Int { Int(random.nextWord()) % n }
  var result = file
  for _ in 0...below(2) {
    let size: UInt32 = [0, 1, 7, 1 << 16, 1 << 30, 0x7FFF_FFFF, 0xFFFF_FFFF, random.nextWord()][below(8)]
    switch below(5) {
    case 0: result[2] = UInt8(below(16))
    case 1: result[3] = UInt8(below(6))
    default:
      let start = 4 + 4 * below(3)
      for (i, shift) in [24, 16, 8, 0].enumerated() { result[start + i] = UInt8(truncatingIfNeeded: size >> UInt32(shift)) }
    }
  }
  return result
}

/// A gzip file that holds some bytes without packing them.
func storedGzip(_ bytes: [UInt8]) -> [UInt8] {
  func littleEndian(_ n: UInt32, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: n >> UInt32(8 * $0)) } }
  let count = UInt32(bytes.count)
  precondition(count < 1 << 16, "storedGzip: one block holds \(bytes.count) bytes no more")
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + littleEndian(count, 2) + littleEndian(~count, 2) + bytes
    + littleEndian(crc32(bytes), 4) + littleEndian(count, 4)
}

/// CRC-32, bit by bit.
func crc32(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = ~0
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320 }
  }
  return ~crc
}
