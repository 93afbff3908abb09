/// The IHDR chunk of a PNG file: the size of the image and how its pixels are written.
///
/// Source: W3C, Portable Network Graphics, §11.2.1.
struct PNGHeader {
  enum Color: UInt8 {
    case grey = 0
    case rgb = 2
    case palette = 3
    case greyAlpha = 4
    case rgba = 6

    /// Samples a pixel.
    var samples: Int {
      switch self {
      case .grey, .palette: 1
      case .greyAlpha: 2
      case .rgb: 3
      case .rgba: 4
      }
    }
  }

  let width: Int, height: Int
  /// Bits a sample: 1, 2, 4 or 8.
  let depth: Int
  let color: Color

  init(_ chunk: [UInt8]) throws(PNGError.Reason) {
    guard chunk.count == 13, let color = Color(rawValue: chunk[9]) else { throw .header }
    func number(_ start: Int) -> Int { chunk[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    (width, height, depth, self.color) = (number(0), number(4), Int(chunk[8]), color)
    let depths = color == .grey ? [1, 2, 4, 8, 16] : color == .palette ? [1, 2, 4, 8] : [8, 16]
    guard depths.contains(depth), chunk[10] == 0, chunk[11] == 0, chunk[12] < 2, width > 0, height > 0 else { throw .header }
    guard max(width, height) <= GreyImage.largestSide else { throw .absurdSize(width: width, height: height) }
    if depth == 16 { throw .unsupported(.sixteenBits) }
    if chunk[12] == 1 { throw .unsupported(.interlacing) }
  }

  /// Bytes of a row, without the one that names its filter.
  var stride: Int { (width * color.samples * depth + 7) / 8 }

  /// How far back the filters look: the bytes of a pixel, at least one.
  var pixelBytes: Int { max(1, color.samples * depth / 8) }
}

extension PNGError.Reason: Error {}
