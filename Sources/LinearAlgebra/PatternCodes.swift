/// A matrix of two values, 0 and 1 or −1 and 1, as patterns: five neighbouring elements of a row are one of 32.
///
/// For a product with such a matrix the sums of every five rows of the other factor are computed once for each pattern; a
/// row of the product then takes one addition for every five columns. That is the method of the four Russians (Arlazarov,
/// Dinic, Kronrod and Faradžev, 1970), here with a real second factor.
struct PatternCodes<Scalar: BLASScalar>: Sendable {
  /// The shape of op(H), m × k.
  let rows: Int, inner: Int
  /// The lesser of the two values; the other is 1.
  let low: Scalar
  /// Pattern c of group g = 0 … 15 of row r, in block b of 80 columns, as the place of its sums among those of the block,
  /// (32 g + c) times their size: at 16 (m b + r) + g. Of groups behind the last column the first few may be added, and meet
  /// sums of zeros; the others are undefined and never read.
  private(set) var places: [UInt16]

  /// Room for m × k.
  init(rows m: Int, inner k: Int, low: Scalar) {
    (rows, inner, self.low) = (m, k, low)
    let count = 16 * m * ((k + 79) / 80)
    places = Array(unsafeUninitializedCapacity: count) { _, initialised in initialised = count }
  }

  /// The patterns of op(H); nil where an element of H is not one of two values.
  init?(of H: Matrix<Scalar>, _ op: Operation) {
    let low = H.storage.first { $0 != 1 } ?? 0
    guard low == 0 || low == -1 else { return nil }
    self.init(rows: op == .asIs ? H.rows : H.columns, inner: op == .asIs ? H.columns : H.rows, low: low)
    var span = places.mutableSpan
    guard Scalar.setPatterns(&span, of: H.storage.span, width: H.columns, op, low: low) else { return nil }
  }

  /// Whether the product of an m × k matrix of two values with n columns is faster by patterns than the plain one.
  static func areWorthwhile(_ m: Int, _ k: Int, columns n: Int) -> Bool { m >= 64 && k >= 20 && n >= 16 }

  /// Becomes the patterns of the products of rows i and j, j ≤ i, of others, for all i of a range, in the order of the
  /// triangle: u v is 1 where both are, in {0, 1}, and where they are the same, in {−1, 1}.
  mutating func setProductsOfPairs(of other: PatternCodes, _ range: Range<Int>) {
    let blocks = (inner + 79) / 80, count = rows, isSigned = low < 0
    let allEqual = SIMD16<UInt16>((0..<16).map { UInt16((32 * $0 + 31) * PatternSums<Scalar>.size) })
    var places = places.mutableSpan
    places.withUnsafeMutableBytes { to in
      other.places.span.withUnsafeBytes { from in
        for b in 0..<blocks {
          var place = 32 * b * count
          for i in range {
            let u = from.loadUnaligned(fromByteOffset: 32 * (b * other.rows + i), as: SIMD16<UInt16>.self)
            for j in 0...i {
              let v = from.loadUnaligned(fromByteOffset: 32 * (b * other.rows + j), as: SIMD16<UInt16>.self)
              to.storeBytes(of: isSigned ? u ^ v ^ allEqual : u & v, toByteOffset: place, as: SIMD16<UInt16>.self)
              place += 32
            }
          }
        }
      }
    }
  }

  /// α op(H) op(B), up to sixteen columns and 1,024 rows at a time.
  ///
  /// - Parameters:
  ///   - width: the numbers of a row of B.
  ///   - n: the columns of op(B) that are wanted, from the first on.
  ///   - rows: how many of the rows of op(H), from the first on; nil: all.
  ///   - target: where a part of sixteen columns is to be written, a row every `stride` numbers; nil: into a buffer of
  ///     sixteen numbers a row, with zeros behind the last column.
  ///   - body: gets the part in the buffer, where it was made there.
  func forEachStrip(
    of b: Span<Scalar>, width: Int, _ op: Operation, columns n: Int, rows: Int? = nil, scaledBy α: Scalar = 1,
    target: (_ rows: Range<Int>, _ columns: Range<Int>) -> (UnsafeMutablePointer<Scalar>, stride: Int)? = { _, _ in nil },
    _ body: (_ strip: UnsafePointer<Scalar>, _ rows: Range<Int>, _ columns: Range<Int>) -> Void
  ) {
    typealias Lanes = SIMD8<Scalar>
    let m = rows ?? self.rows, height = min(m, 1024), sums = PatternSums<Scalar>.count + 160
    let bytes = (sums + 2 * height) * MemoryLayout<Lanes>.stride
    withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 64) { room in
      let scratch = room.baseAddress!.bindMemory(to: Lanes.self, capacity: sums)
      let strip = (room.baseAddress! + sums * MemoryLayout<Lanes>.stride).bindMemory(to: Scalar.self, capacity: 16 * height)
      for top in stride(from: 0, to: m, by: height) {
        let rows = top..<min(top + height, m)
        for left in stride(from: 0, to: n, by: 16) {
          let columns = left..<min(left + 16, n), direct = target(rows, columns)
          let (s, stride) = direct ?? (strip, 16)
          Scalar.setStrip(
            s, stride: stride, α, places.span, rows: rows, of: self.rows, inner: inner, low: low, b,
            width: width, op, columns: columns, scratch: scratch)
          if direct == nil { body(strip, rows, columns) }
        }
      }
    }
  }
}
