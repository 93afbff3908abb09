import Foundation

extension GreyImage {
  /// Pixels a side of the largest image that is read.
  public static let largestSide = 1 << 12

  /// Reads a PNG file; colours become grey, and what is transparent lies on black, the background of the data sets.
  ///
  /// - Throws: `PNGError`; 16 bits a sample, interlacing and a transparent colour are refused.
  public init(contentsOf file: String) throws(PNGError) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else { throw PNGError(file: file, reason: .unreadable) }
    try self.init(png: [UInt8](data), named: file)
  }

  /// Reads the bytes of a PNG file. The name is for the error's sentence only.
  ///
  /// - Complexity: O(bytes + pixels); a header's promise alone takes no memory.
  public init(png contents: [UInt8], named file: String) throws(PNGError) {
    do {
      let parts = try PNGParts(contents)
      let rows = try parts.rows()
      self.init(width: parts.header.width, height: parts.header.height, bytes: try parts.greys(of: rows))
    } catch {
      throw PNGError(file: file, reason: error)
    }
  }
}

/// The chunks of a PNG file that matter for its pixels.
private struct PNGParts {
  let header: PNGHeader
  private var palette: [UInt8] = []
  /// The opacity of the first colours of the palette; that of the others is 255.
  private var opacities: [UInt8] = []
  private var compressed: [UInt8] = []

  /// Splits the file: each chunk is a length, a name of four letters, the data, and CRC-32 of name and data.
  init(_ contents: [UInt8]) throws(PNGError.Reason) {
    guard contents.starts(with: GreyImage.pngSignature) else { throw .notPNG }
    var header: PNGHeader?
    var place = GreyImage.pngSignature.count
    while true {
      guard contents.count - place >= 12 else { throw .truncated }
      let length = contents[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard contents.count - place - 12 >= length else { throw .truncated }
      let named = Array(contents[(place + 4)..<(place + 8 + length)])
      let name = String(decoding: named.prefix(4), as: UTF8.self)
      let crc = contents[(place + 8 + length)..<(place + 12 + length)].reduce(0) { $0 << 8 | UInt32($1) }
      guard crc32(of: named) == crc else { throw .chunk(name.allSatisfy { $0.isASCII && $0.isLetter } ? name : "without a name") }
      place += 12 + length
      if header == nil, name != "IHDR" { throw .header }
      switch name {
      case "IHDR": header = try PNGHeader(Array(named.dropFirst(4)))
      case "PLTE": palette = Array(named.dropFirst(4))
      case "tRNS": opacities = Array(named.dropFirst(4))
      case "IDAT": compressed += named.dropFirst(4)
      default: break
      }
      if name == "IEND" { break }
    }
    guard let header else { throw .header }
    if header.color != .palette, !opacities.isEmpty { throw .unsupported(.transparentColour) }
    if header.color == .palette, palette.isEmpty || palette.count % 3 != 0 { throw .header }
    self.header = header
  }

  /// The bytes of all rows, unpacked and with their filters undone.  PNG §9.2
  func rows() throws(PNGError.Reason) -> [UInt8] {
    let (stride, back) = (header.stride, header.pixelBytes)
    var zlib = Gunzip(compressed, .zlib)
    var rows: [UInt8] = []
    var above = [UInt8](repeating: 0, count: stride)
    for _ in 0..<header.height {
      var line: [UInt8]
      do { line = try zlib.read(stride + 1) } catch { throw .pixels }
      guard line.count == stride + 1, let filter = PNGFilter(rawValue: line.removeFirst()) else { throw .pixels }
      filter.undo(on: &line, above: above, back: back)
      rows += line
      above = line
    }
    do { if try !zlib.isAtEnd() { throw PNGError.Reason.pixels } } catch { throw .pixels }
    return rows
  }

  /// A byte of grey for each pixel.
  func greys(of rows: [UInt8]) throws(PNGError.Reason) -> [UInt8] {
    let samples = samples(of: rows)
    func pixels(_ grey: (Int) -> UInt8) -> [UInt8] {
      stride(from: 0, to: samples.count, by: header.color.samples).map(grey)
    }
    func luma(_ s: [UInt8], _ i: Int) -> UInt8 {
      let (red, green, blue) = (Int(s[i]), Int(s[i + 1]), Int(s[i + 2]))
      return UInt8((299 * red + 587 * green + 114 * blue + 500) / 1000)
    }
    func onBlack(_ grey: UInt8, _ opacity: UInt8) -> UInt8 { UInt8((Int(grey) * Int(opacity) + 127) / 255) }
    switch header.color {
    case .grey:
      let white = (1 << header.depth) - 1
      return samples.map { UInt8(Int($0) * 255 / white) }
    case .rgb: return pixels { luma(samples, $0) }
    case .greyAlpha: return pixels { onBlack(samples[$0], samples[$0 + 1]) }
    case .rgba: return pixels { onBlack(luma(samples, $0), samples[$0 + 3]) }
    case .palette:
      let greys = (0..<(palette.count / 3)).map { onBlack(luma(palette, 3 * $0), $0 < opacities.count ? opacities[$0] : 255) }
      guard samples.allSatisfy({ $0 < greys.count }) else { throw .pixels }
      return samples.map { greys[Int($0)] }
    }
  }

  /// One byte a sample: those of fewer bits are packed, the highest bits first, and each row begins a byte.
  private func samples(of rows: [UInt8]) -> [UInt8] {
    let depth = header.depth
    if depth == 8 { return rows }
    return (0..<(header.width * header.height)).map { i in
      let (row, bit) = (i / header.width, i % header.width * depth)
      return rows[row * header.stride + bit / 8] >> UInt8(8 - depth - bit % 8) & UInt8((1 << depth) - 1)
    }
  }
}
