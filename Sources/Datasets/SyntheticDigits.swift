import RandomStreams

/// Ten classes of digits drawn by a procedure: strokes with a random slant, size, place, pen and unsteady hand.
///
/// They stand in for MNIST where there are no data and no network. Image i of a part is a pure function of the seed,
/// the name of the part and i.
public struct SyntheticDigits: Sendable {
  public let side: Int
  private let random: RandomStream

  public init(seed: UInt64, side: Int = 28) {
    precondition(side >= 8, "SyntheticDigits: \(side) pixels a side")
    self.side = side
    random = RandomStream(seed: seed).stream("synthetic digits")
  }

  /// `count` images with labels, the classes in random order.
  ///
  /// - Complexity: about 5 µs an image of 28×28.
  public func images(_ count: Int, named name: String) -> ImageSet {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * side * side)
    var labels: [UInt8] = []
    for i in 0..<count {
      var random = self.random.stream(name, i)
      let digit = Int(random.nextWord() % 10)
      bytes += draw(digit, using: &random)
      labels.append(UInt8(digit))
    }
    return ImageSet(name: name, height: side, width: side, bytes: bytes, labels: labels)
  }

  /// One digit in a new hand: side × side bytes, 255 on the stroke and an edge of one pixel.
  public func draw(_ digit: Int, using random: inout RandomStream) -> [UInt8] {
    precondition((0...9).contains(digit), "SyntheticDigits: digit \(digit)")
    let hand = Hand(side: Double(side), using: &random)
    var ink = [Double](repeating: 0, count: side * side)
    for stroke in glyphs[digit] {
      let points = stroke.map { hand.place($0, using: &random) }
      for (a, b) in zip(points, points.dropFirst()) { paint(from: a, to: b, radius: hand.radius, on: &ink) }
    }
    return ink.map { UInt8((255 * $0).rounded()) }
  }

  /// Darkens each pixel by how far its centre lies inside the segment's outline, at most one pixel's worth.
  private func paint(from a: SIMD2<Double>, to b: SIMD2<Double>, radius: Double, on ink: inout [Double]) {
    let reach = radius + 0.5
    func span(_ s: Double, _ t: Double) -> ClosedRange<Int>? {
      let low = max(0, Int((min(s, t) - reach).rounded(.down))), high = min(side - 1, Int(max(s, t) + reach))
      return low <= high ? low...high : nil
    }
    guard let columns = span(a.x, b.x), let rows = span(a.y, b.y) else { return }
    let d = b - a
    let length² = max((d * d).sum(), 1e-12)
    for row in rows {
      for column in columns {
        let r = SIMD2(Double(column) + 0.5, Double(row) + 0.5) - a
        let t = min(1, max(0, (r * d).sum() / length²))
        let away = r - t * d
        let distance = (away * away).sum().squareRoot()
        let darkness = min(1, max(0, reach - distance))
        ink[row * side + column] = max(ink[row * side + column], darkness)
      }
    }
  }
}

/// How one digit is written: an affine map of the unit square to the page, a pen and a tremor.
private struct Hand {
  let radius: Double
  private let x: SIMD2<Double>, y: SIMD2<Double>, origin: SIMD2<Double>
  private let tremor: Double

  init(side: Double, using random: inout RandomStream) {
    func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * random.uniform() }
    let height = side * uniform(0.58, 0.7), width = height * uniform(0.5, 0.85)
    let slant = uniform(-0.15, 0.5), turn = uniform(-0.15, 0.15)
    radius = side * uniform(0.028, 0.058)
    tremor = uniform(0.0, 0.05)
    // Columns of the map: x along the line of writing, y down the page; the slant leans the top to the right.
    x = width * SIMD2(1, turn)
    y = height * SIMD2(-slant - turn, 1)
    let centre = SIMD2(side / 2 + uniform(-0.06, 0.06) * side, side / 2 + uniform(-0.06, 0.06) * side)
    origin = centre - 0.5 * (x + y)
  }

  /// A point of the glyph on the page, with an unsteady hand.
  func place(_ p: SIMD2<Double>, using random: inout RandomStream) -> SIMD2<Double> {
    let shake = tremor * SIMD2(2 * random.uniform() - 1, 2 * random.uniform() - 1)
    let q = p + shake
    return origin + q.x * x + q.y * y
  }
}
