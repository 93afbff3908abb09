import Files

/// The file format of MNIST: two zero bytes, a type, a number of dimensions, the sizes (big-endian), then the data.
///
///     0 0 type n   size₁ … size_n (4 bytes each)   size₁ ⋯ size_n numbers, last index fastest
public struct IDX: Sendable, Equatable {
  public let sizes: [Int]
  public let bytes: [UInt8]
  /// SHA-256 of the whole uncompressed file.
  public let checksum: String

  /// No data set of this book comes near it; a header that promises more is a damaged header.
  public static let largestSize = 1 << 32

  /// Reads a file, gzip or plain, whichever its first bytes say.
  ///
  /// - Parameter dimensions: 3 for images (count, height, width), 1 for labels.
  /// - Throws: `IDXError`, when the file is not there, not whole, or not such a file.
  /// - Complexity: O(size of the file), about 0.5 s for MNIST's training images, half of it for the checksum.
  public init(contentsOf file: String, dimensions: Int) throws(IDXError) {
    try self.init(Self.load(file), dimensions: dimensions, named: file)
  }

  /// Reads the bytes of a file, gzip or plain. The name is for the error's sentence only.
  public init(_ contents: [UInt8], dimensions: Int, named file: String) throws(IDXError) {
    var source = try Source(contents, named: file)
    let head = try source.read(4)
    guard head.count == 4 else { throw IDXError(file: file, reason: .shortHeader(bytes: head.count)) }
    guard head[0] == 0, head[1] == 0 else {
      let more = try source.read(12)
      throw IDXError(file: file, reason: .wrongMagic(found: head + more))
    }
    guard head[2] == 0x08 else { throw IDXError(file: file, reason: .wrongType(found: head[2])) }
    guard head[3] == dimensions else {
      throw IDXError(file: file, reason: .wrongDimensions(found: Int(head[3]), wanted: dimensions))
    }
    let rest = try source.read(4 * dimensions)
    guard rest.count == 4 * dimensions else { throw IDXError(file: file, reason: .shortHeader(bytes: 4 + rest.count)) }
    let sizes = (0..<dimensions).map { d in rest[(4 * d)..<(4 * d + 4)].reduce(0) { $0 << 8 | Int($1) } }
    guard let promised = Self.product(sizes) else { throw IDXError(file: file, reason: .absurdSizes(sizes)) }
    guard promised > 0 else { throw IDXError(file: file, reason: .noImages(sizes)) }
    let data = try source.readAll(promised)
    guard data.count == promised else {
      throw IDXError(file: file, reason: .tooShort(promised: promised, found: data.count))
    }
    guard try source.isAtEnd() else { throw IDXError(file: file, reason: .trailingBytes(promised: promised)) }
    self.sizes = sizes
    bytes = data
    checksum = sha256(head + rest + data)
  }

  /// The number of bytes that the sizes make, or nil above the limit.
  private static func product(_ sizes: [Int]) -> Int? {
    var product = 1
    if sizes.contains(0) { return 0 }
    for size in sizes {
      let (value, isTooLarge) = product.multipliedReportingOverflow(by: size)
      if isTooLarge || value > largestSize { return nil }
      product = value
    }
    return product
  }

  private static func load(_ file: String) throws(IDXError) -> [UInt8] {
    do { return try readWhole(file) } catch {
      throw IDXError(file: file, reason: error.isMissing ? .missing : .unreadable(why: error.why))
    }
  }
}

/// The uncompressed bytes of a file in order, whether it was compressed or not.
private struct Source: ~Copyable {
  private let file: String
  private let plain: [UInt8]
  private var position = 0
  private var gzip: Gunzip?

  init(_ contents: [UInt8], named file: String) throws(IDXError) {
    if contents.isEmpty { throw IDXError(file: file, reason: .empty) }
    self.file = file
    plain = contents
    gzip = Gunzip.recognises(contents) ? Gunzip(contents) : nil
  }

  mutating func read(_ count: Int) throws(IDXError) -> [UInt8] {
    if gzip != nil {
      do {
        return try gzip!.read(count)
      } catch {
        throw IDXError(file: file, reason: error == .truncated ? .truncatedGzip : .corruptGzip)
      }
    }
    let end = min(position + count, plain.count)
    defer { position = end }
    return Array(plain[position..<end])
  }

  /// `count` bytes in pieces, so that a header's promise alone takes no memory.
  mutating func readAll(_ count: Int) throws(IDXError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let piece = try read(min(count - bytes.count, 1 << 24))
      if piece.isEmpty { break }
      bytes += piece
    }
    return bytes
  }

  mutating func isAtEnd() throws(IDXError) -> Bool { try read(1).isEmpty }
}
