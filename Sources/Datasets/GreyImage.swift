/// One grey image, one byte a pixel, in rows from the top; 0 is black.
public struct GreyImage: Sendable, Equatable {
  public let width: Int, height: Int
  /// height × width bytes.
  public let bytes: [UInt8]

  /// - Precondition: as many bytes as pixels, at least one.
  public init(width: Int, height: Int, bytes: [UInt8]) {
    precondition(
      width > 0 && height > 0 && bytes.count == width * height, "GreyImage: \(bytes.count) bytes for \(height)×\(width) pixels")
    (self.width, self.height, self.bytes) = (width, height, bytes)
  }
}

extension ImageSet {
  /// All images on one sheet, in rows, with lines of one pixel between them.
  ///
  /// - Parameters:
  ///   - columns: images in a row; the last row may have fewer.
  ///   - between: the grey of the lines, and of what is left of the last row.
  /// - Precondition: at least one image and one column.
  public func sheet(columns: Int, between: UInt8 = 128) -> GreyImage {
    precondition(count > 0 && columns > 0, "ImageSet \(name): \(count) images in \(columns) columns")
    let rows = (count + columns - 1) / columns
    let (across, down) = (columns * (width + 1) - 1, rows * (height + 1) - 1)
    var pixels = [UInt8](repeating: between, count: across * down)
    for i in 0..<count {
      let corner = i / columns * (height + 1) * across + i % columns * (width + 1)
      for row in 0..<height {
        let (from, to) = (i * self.pixels + row * width, corner + row * across)
        pixels.replaceSubrange(to..<(to + width), with: bytes[from..<(from + width)])
      }
    }
    return GreyImage(width: across, height: down, bytes: pixels)
  }
}
