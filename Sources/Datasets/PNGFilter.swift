/// How a row of a PNG file was written as differences.
///
/// Source: W3C, Portable Network Graphics, §9.2 (the filters) and §9.4 (Paeth's predictor).
enum PNGFilter: UInt8 {
  case none, left, above, average, paeth

  /// Adds the prediction to each byte x: of a, the byte a pixel to the left, b, the one above, and c, left of that.
  ///
  /// - Parameters:
  ///   - line: the row, overwritten.
  ///   - above: the row above after this; zeros above the first.
  ///   - back: bytes of a pixel.
  func undo(on line: inout [UInt8], above: [UInt8], back: Int) {
    for x in line.indices {
      let a = x < back ? 0 : line[x - back], b = above[x], c = x < back ? 0 : above[x - back]
      switch self {
      case .none: return
      case .left: line[x] &+= a
      case .above: line[x] &+= b
      case .average: line[x] &+= UInt8((Int(a) + Int(b)) / 2)
      case .paeth: line[x] &+= Self.nearest(Int(a), Int(b), Int(c))
      }
    }
  }

  /// That of a, b, c which lies nearest to a + b − c; in doubt the earlier one.
  private static func nearest(_ a: Int, _ b: Int, _ c: Int) -> UInt8 {
    let (da, db, dc) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
    return UInt8(da <= db && da <= dc ? a : db <= dc ? b : c)
  }
}
