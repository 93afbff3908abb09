/// A named matrix as a file holds it: row-major numbers of one format, little-endian.
public struct MatrixSection: Sendable, Equatable {
  public enum Format: String, Sendable, Codable, CaseIterable {
    /// 11 significant bits, magnitudes up to 65504.
    case float16
    case float32
    case float64

    public var bytes: Int { self == .float16 ? 2 : self == .float32 ? 4 : 8 }
  }

  public let name: String
  public let rows: Int, columns: Int
  public let format: Format
  /// rows × columns × format.bytes.
  let contents: ArraySlice<UInt8>

  /// Single-precision numbers; in half precision each is rounded to the nearest.
  public init(_ name: String, rows: Int, columns: Int, _ numbers: [Float], as format: Format = .float32) {
    precondition(rows * columns == numbers.count, "MatrixSection: \(numbers.count) numbers for \(rows)×\(columns)")
    (self.name, self.rows, self.columns, self.format) = (name, rows, columns, format)
    contents =
      switch format {
      case .float16: littleEndian(numbers, bytes: 2) { UInt64(Float16($0).bitPattern) }
      case .float32: littleEndian(numbers, bytes: 4) { UInt64($0.bitPattern) }
      case .float64: littleEndian(numbers, bytes: 8) { Double($0).bitPattern }
      }
  }

  public init(_ name: String, rows: Int, columns: Int, _ numbers: [Double]) {
    precondition(rows * columns == numbers.count, "MatrixSection: \(numbers.count) numbers for \(rows)×\(columns)")
    (self.name, self.rows, self.columns, format) = (name, rows, columns, .float64)
    contents = littleEndian(numbers, bytes: 8) { $0.bitPattern }
  }

  init(_ name: String, rows: Int, columns: Int, _ format: Format, contents: ArraySlice<UInt8>) {
    (self.name, self.rows, self.columns, self.format, self.contents) = (name, rows, columns, format, contents)
  }

  /// The numbers in single precision; those of `float64` are rounded.
  public var floats: [Float] {
    switch format {
    case .float16: words(bytes: 2) { Float(Float16(bitPattern: UInt16($0))) }
    case .float32: words(bytes: 4) { Float(bitPattern: UInt32($0)) }
    case .float64: words(bytes: 8) { Float(Double(bitPattern: $0)) }
    }
  }

  /// The numbers as they are.
  public var doubles: [Double] {
    format == .float64 ? words(bytes: 8) { Double(bitPattern: $0) } : floats.map(Double.init)
  }

  /// Each little-endian word, made a number.
  private func words<Number>(bytes width: Int, _ number: (UInt64) -> Number) -> [Number] {
    (0..<rows * columns).map { i in
      var word: UInt64 = 0
      for k in (0..<width).reversed() { word = word << 8 | UInt64(contents[contents.startIndex + i * width + k]) }
      return number(word)
    }
  }
}

/// The low bytes of each word, the lowest first.
private func littleEndian<Number>(_ numbers: [Number], bytes width: Int, _ word: (Number) -> UInt64) -> ArraySlice<UInt8> {
  var bytes = [UInt8](repeating: 0, count: numbers.count * width)
  for (i, number) in numbers.enumerated() {
    var rest = word(number)
    for k in 0..<width {
      bytes[i * width + k] = UInt8(truncatingIfNeeded: rest)
      rest >>= 8
    }
  }
  return bytes[...]
}
