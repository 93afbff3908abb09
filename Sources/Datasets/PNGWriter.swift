import Files
import Foundation

extension GreyImage {
  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The bytes of a PNG file with 8 bits of grey a pixel; the same image gives the same bytes with the same zlib.
  public var png: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (width + 1))
    for row in 0..<height { rows += [PNGFilter.none.rawValue] + bytes[(row * width)..<((row + 1) * width)] }
    let header = Self.bigEndian(width) + Self.bigEndian(height) + [8, PNGHeader.Color.grey.rawValue, 0, 0, 0]
    return Self.pngSignature + Self.chunk("IHDR", header) + Self.chunk("IDAT", deflated(rows)) + Self.chunk("IEND", [])
  }

  /// Writes a PNG file, whole or not at all.
  public func write(png file: String) throws(UnwritableFile) { try writeWhole(Data(png), to: file) }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + data
    return bigEndian(data.count) + named + bigEndian(Int(crc32(of: named)))
  }

  private static func bigEndian(_ n: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: n >> $0) }
  }
}
