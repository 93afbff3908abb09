import LinearAlgebra
import RandomStreams

/// Kirby's world of 3×3 black-and-white images: twelve patterns of stripes, six of them twice as likely as the others.
///
///     p*(x) = 1/9 for the 6 images with three equal rows (vertical stripes),
///             1/18 for the 6 images with three equal columns (horizontal stripes), 0 for the other 500      [Kirby06]
///
/// All white and all black are neither. Images are numbered like the states of an enumeration: pixel j, row by row from
/// the top, is bit j of the number, 1 = on.
public struct ThreeByThree: Sendable {
  /// The numbers of the twelve patterns, the six vertical ones first.
  public let patterns: [Int]
  /// p*(x) of each of the 512 images.
  public let probabilities: [Double]
  /// The patterns of 18 equally likely tickets: each vertical pattern has two, each horizontal one has one.
  public let tickets: [Int]

  public init() {
    let stripes = 1...6  // three bits that are not all equal
    let vertical = stripes.map { $0 * 0b001_001_001 }
    let horizontal = stripes.map { s in (0..<3).reduce(0) { $0 | (s >> $1 & 1) * 0b111 << (3 * $1) } }
    patterns = vertical + horizontal
    tickets = vertical + vertical + horizontal
    var p = [Double](repeating: 0, count: 512)
    for x in vertical { p[x] = 1 / 9 }
    for x in horizontal { p[x] = 1 / 18 }
    probabilities = p
  }

  /// The nine pixels of an image, row by row from the top, 1 = on.
  public static func pixels(of x: Int) -> [Double] { (0..<9).map { Double(x >> $0 & 1) } }

  /// −Σ_x p*(x) log p*(x), in nats: what the best model's −E[log p(x)] is.
  public var entropy: Double {
    probabilities.reduce(0) { $1 > 0 ? $0 - $1 * Double.logarithm($1) : $0 }
  }

  /// The patterns of the 18 tickets as rows of pixels with a 1 behind them, 18 × 10. A row drawn evenly is an image from p*.
  ///
  /// - Parameters:
  ///   - low: the value of a pixel that is off, −1 or 0.
  ///   - high: the value of a pixel that is on.
  public func images<Scalar: BLASScalar>(low: Scalar = -1, high: Scalar = 1) -> Matrix<Scalar> {
    Matrix(tickets.count, 10) { r, j in j == 9 ? 1 : tickets[r] >> j & 1 == 1 ? high : low }
  }

  /// Independent draws from p*, as rows of `images`.
  public func draw(_ count: Int, using random: inout RandomStream) -> [Int] {
    (0..<count).map { _ in ticket(at: random.uniform()) }
  }

  /// Which of the 18 tickets a uniform number in [0, 1) draws.
  func ticket(at u: Double) -> Int { min(Int(u * Double(tickets.count)), tickets.count - 1) }
}
