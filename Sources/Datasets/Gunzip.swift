import CZlib

/// Reads the bytes of a gzip file piece by piece, so that a header can be judged before the rest is unpacked.
/// The pixels of a PNG file are packed in the same way in another wrapping, that of zlib itself.
///
/// The only file of the package outside LinearAlgebra with pointers: zlib keeps the address of its own state, which
/// therefore lives at a fixed place and is freed with this value.
struct Gunzip: ~Copyable {
  enum Failure: Error { case truncated, corrupt }
  enum Wrapping { case gzip, zlib }

  private let compressed: [UInt8]
  private var consumed = 0
  private var hasEnded = false
  private let stream: UnsafeMutablePointer<z_stream>

  /// Whether these bytes begin as a gzip file does.
  static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  init(_ compressed: [UInt8], _ wrapping: Wrapping = .gzip) {
    self.compressed = compressed
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15: the largest window; 16: a gzip header and checksum, not zlib's own.
    let window: Int32 = wrapping == .gzip ? 15 + 16 : 15
    let status = inflateInit2_(stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "Gunzip: zlib did not start (status \(status))")
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// The next bytes, `count` of them, or fewer at the end of the file.
  ///
  /// - Throws: `.truncated` when the compressed bytes end too early; `.corrupt` when they are no gzip data, or their
  ///   checksum (CRC-32) or length does not match.
  /// - Complexity: O(count); allocates the result.
  mutating func read(_ count: Int) throws(Failure) -> [UInt8] {
    var failure: Failure?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, !hasEnded, failure == nil {
        let room = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        filled += inflate(into: room, &failure)
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether no byte is left. Reads the checksum at the end, so a file is only known to be whole after this.
  mutating func isAtEnd() throws(Failure) -> Bool { try read(1).isEmpty }

  /// Unpacks into `room` what one call of zlib gives, and says how many bytes that were.
  private mutating func inflate(into room: UnsafeMutableBufferPointer<UInt8>, _ failure: inout Failure?) -> Int {
    let (start, z) = (consumed, stream)
    let available = min(compressed.count - start, 1 << 30)
    let space = min(room.count, 1 << 30)
    let status = compressed.withUnsafeBufferPointer { input in
      z.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
      z.pointee.avail_in = UInt32(available)
      z.pointee.next_out = room.baseAddress
      z.pointee.avail_out = UInt32(space)
      return CZlib.inflate(z, Z_NO_FLUSH)
    }
    consumed += available - Int(z.pointee.avail_in)
    let written = space - Int(z.pointee.avail_out)
    switch status {
    case Z_STREAM_END where consumed == compressed.count: hasEnded = true
    case Z_STREAM_END: inflateReset(z)  // a gzip file may have several members, one after the other
    case Z_OK: break
    case Z_BUF_ERROR: failure = .truncated  // no progress is possible, although there is room
    default: failure = .corrupt
    }
    return written
  }
}

/// What zlib makes of some bytes, at its highest compression.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var length = compressBound(UInt(bytes.count))
  var result = [UInt8](repeating: 0, count: Int(length))
  let status = compress2(&result, &length, bytes, UInt(bytes.count), 9)
  precondition(status == Z_OK, "deflated: zlib gave up (status \(status))")
  return Array(result[..<Int(length)])
}

/// CRC-32 of some bytes, as gzip and PNG use it.
func crc32(of bytes: [UInt8]) -> UInt32 {
  UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
}
