/// An sRGB colour. Through the book one colour has one meaning: orange is vanilla, blue is natural.
///
/// The named ones are the palette of Okabe and Ito, which people with any colour vision can tell apart.
public struct Color: Sendable, Hashable {
  /// Six hexadecimal digits with a hash, in lower case: `#d55e00`.
  public let hex: String

  /// What a script calls the colour; `nil` when it writes the digits.
  public let name: String?

  /// - Precondition: `hex` is a hash and six hexadecimal digits.
  public init(_ hex: String, name: String? = nil) {
    let digits = hex.dropFirst()
    precondition(
      hex.first == "#" && digits.utf8.count == 6 && digits.allSatisfy(\.isHexDigit),
      "Color(\"\(hex)\"): a hash and six hexadecimal digits are wanted, as in #d55e00")
    self.hex = hex.lowercased()
    self.name = name
  }

  public static let vanilla = Color("#d55e00", name: "vanilla")
  public static let natural = Color("#0072b2", name: "natural")
  public static let green = Color("#009e73", name: "green")
  public static let purple = Color("#cc79a7", name: "purple")
  public static let sky = Color("#56b4e9", name: "sky")
  public static let yellow = Color("#f0e442", name: "yellow")
  public static let amber = Color("#e69f00", name: "amber")
  public static let black = Color("#000000", name: "black")
  public static let grey = Color("#7f7f7f", name: "grey")
  public static let white = Color("#ffffff", name: "white")

  /// The colour mixed with white: 0 leaves it, 1 gives white.
  public func lighter(_ share: Double) -> Color {
    var mixed = "#"
    for channel in channels {
      let value = Int((Double(channel) + (255 - Double(channel)) * share).rounded())
      mixed += (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return Color(mixed)
  }

  var channels: [Int] { stride(from: 1, to: 7, by: 2).map { Int(hex.dropFirst($0).prefix(2), radix: 16)! } }

  /// Weighs red, green and blue as the eye does; 0 is black, 1 white.
  var luminance: Double {
    let weights = [0.2126, 0.7152, 0.0722]
    return zip(weights, channels).reduce(0) { $0 + $1.0 * Double($1.1) / 255 }
  }

  /// As it stands in a script: the name of a variable defined at its head, or quoted digits.
  var script: String { name ?? "'\(hex)'" }
}
