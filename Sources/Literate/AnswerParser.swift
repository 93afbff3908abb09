import Foundation

/// An answer that cannot be read, and where.
public struct AnswerError: Error, Equatable, CustomStringConvertible {
  public let text: String
  /// Characters before the place.
  public let place: Int
  public let message: String

  /// The answer, a caret under the place, and what is wrong.
  public var description: String { "  \(text)\n  \(String(repeating: " ", count: place))^ \(message)" }
}

/// Reads the answer to an exercise: `4/3`, `(-2/3, -1/3)`, `sqrt(2) * exp(-1)`.
///
///     answer = list | "(" list ")"           list = sum { "," sum }
///     sum = product { ("+" | "-") product }  product = signed { ("*" | "/") signed }
///     signed = ("+" | "-") signed | power    power = atom [ "^" signed ]
///     atom = number | constant | function "(" sum ")" | "(" sum ")"
public struct AnswerParser {
  static let functions: [String: @Sendable (Double) -> Double] = [
    "sqrt": { $0.squareRoot() }, "exp": exp, "log": log, "ln": log, "sin": sin, "cos": cos, "tan": tan, "asin": asin,
    "acos": acos, "atan": atan, "sinh": sinh, "cosh": cosh, "tanh": tanh, "asinh": asinh, "acosh": acosh, "atanh": atanh,
    "abs": abs,
  ]
  static let constants: [String: Double] = ["pi": .pi, "π": .pi, "e": M_E]

  private let characters: [Character]
  private let text: String
  private var place = 0

  private init(_ text: String) {
    self.text = text
    let plain: [Character: Character] = ["−": "-", "–": "-", "·": "*", "×": "*", "÷": "/"]
    characters = text.map { plain[$0] ?? $0 }
  }

  /// The numbers of an answer, which has at most 1000 characters: parentheses cannot be nested without end.
  public static func values(of text: String) throws(AnswerError) -> [Double] {
    guard text.count <= 1000 else {
      throw AnswerError(text: "\(text.prefix(60))…", place: 60, message: "an answer has at most 1000 characters")
    }
    var parser = AnswerParser(text)
    // A parenthesis around everything: a list in it, and nothing after it.
    if parser.takes("("), let values = try? parser.list(), parser.takes(")"), parser.next == nil { return values }
    parser.place = 0
    let values = try parser.list()
    guard parser.next == nil else { throw parser.error(parser.surprise) }
    return values
  }

  private mutating func list() throws(AnswerError) -> [Double] {
    var values = [try sum()]
    while takes(",") { values.append(try sum()) }
    return values
  }

  private mutating func sum() throws(AnswerError) -> Double {
    var value = try product()
    while true {
      if takes("+") { value += try product() } else if takes("-") { value -= try product() } else { return value }
    }
  }

  private mutating func product() throws(AnswerError) -> Double {
    var value = try signed()
    while true {
      if takes("*") { value *= try signed() } else if takes("/") { value /= try signed() } else { return value }
    }
  }

  private mutating func signed() throws(AnswerError) -> Double {
    if takes("-") { return -(try signed()) }
    if takes("+") { return try signed() }
    let base = try atom()
    return takes("^") ? pow(base, try signed()) : base
  }

  private mutating func atom() throws(AnswerError) -> Double {
    guard let first = next else { throw error("something is missing here") }
    if takes("(") { return try closed(try sum()) }
    if first.isNumber || first == "." { return try number() }
    guard first.isLetter else { throw error(surprise) }
    let start = place
    while place < characters.count, characters[place].isLetter { place += 1 }
    let name = String(characters[start..<place])
    if let constant = Self.constants[name] { return constant }
    guard let function = Self.functions[name] else {
      place = start
      throw error("“\(name)” is unknown; there are \((Self.functions.keys.sorted() + ["pi", "e"]).joined(separator: ", "))")
    }
    guard takes("(") else { throw error("\(name) needs a parenthesis: \(name)(…)") }
    return function(try closed(try sum()))
  }

  private mutating func closed(_ value: Double) throws(AnswerError) -> Double {
    guard takes(")") else { throw error("a closing parenthesis is missing") }
    return value
  }

  /// Digits with a point, and an exponent only where digits follow the e: `2e` is an error, not 2 times e.
  private mutating func number() throws(AnswerError) -> Double {
    let start = place
    let rest = String(characters[place...])
    guard let match = rest.prefixMatch(of: /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/), let value = Double(match.0) else {
      throw error("this is no number")
    }
    place = start + match.0.count
    return value
  }

  /// The next character that is no blank.
  private var next: Character? {
    mutating get {
      while place < characters.count, characters[place].isWhitespace { place += 1 }
      return place < characters.count ? characters[place] : nil
    }
  }

  private mutating func takes(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  private var surprise: String {
    guard place < characters.count else { return "something is missing here" }
    if characters[place] == ")" { return "a closing parenthesis without an opening one" }
    if characters[place].isLetter || characters[place].isNumber || characters[place] == "(" {
      return "an operator is missing here; write * for a product"
    }
    return "“\(characters[place])” does not fit here"
  }

  private func error(_ message: String) -> AnswerError { AnswerError(text: text, place: place, message: message) }
}
