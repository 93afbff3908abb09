/// A text that is no formula, or a formula without a value: where, and what is wrong.
public struct FormulaError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Problem: Equatable, Sendable {
    case empty
    /// An operand is wanted where the text ends or something else stands.
    case operandMissing
    case unexpected(Character)
    case unknownName(String)
    case parenthesisMissing(after: Formula.Function)
    case unclosed, unopened
    /// Two factors whose product would be misread, as in `2 3`.
    case operatorMissing
    case notANumber, numberTooLarge
    /// There is no x₀, and nobody wants x₁₀₀.
    case noSuchVariable(String)
    /// `x` beside `x2`.
    case mixedNames
    case tooLong(limit: Int), tooDeep(limit: Int)
    /// The value is no real number: of which part, of what, at which point.
    case undefined(Undefined, of: Double, at: [Double])
    case degreeTooHigh(limit: Int)
    /// For what the formula is wanted.
    case tooManyVariables(limit: Int)
  }

  /// Why a part of a formula has no value.
  public enum Undefined: Equatable, Sendable {
    case logarithm, root, power, divisionByZero, overflow
  }

  public let text: String
  /// Characters before the offending one; the count of characters where the text ends too early.
  public let place: Int
  public let problem: Problem

  public init(text: String, place: Int, problem: Problem) {
    self.text = text
    self.place = place
    self.problem = problem
  }

  /// The text on one line, a caret under the offending character, and a sentence.
  public var description: String { "  \(line)\n  \(String(repeating: " ", count: indent))^ \(sentence)" }

  /// The text as it is shown: a control character, which could move the cursor, is a blank.
  public var line: String { String(text.map { isControl($0) ? " " : $0 }) }

  /// Columns before the offending character, on a terminal.
  public var indent: Int { text.prefix(place).reduce(0) { $0 + columns(of: $1) } }

  public var sentence: String {
    switch problem {
    case .empty: "a formula is wanted here, such as x - 3x^2"
    case .operandMissing: "a number, a variable, a function or a parenthesis is missing here"
    case .unexpected(","): "“,” does not fit here; decimals are written with a point"
    case .unexpected("|"): "“|” does not fit here; write abs(x) for |x|"
    case .unexpected("="): "“=” does not fit here; write only the right side of f(x) = …"
    case .unexpected(let character): "“\(isControl(character) ? " " : character)” does not fit here"
    case .unknownName(let name):
      "“\(name)” is unknown; there are x or x1, x2, …, \(Formula.Function.allCases.map(\.rawValue).joined(separator: ", ")), pi and e"
    case .parenthesisMissing(let f): "\(f) needs a parenthesis here: \(f)(x), and \(f)(x)^2 for its square"
    case .unclosed: "this parenthesis is not closed"
    case .unopened: "this parenthesis was not opened"
    case .operatorMissing: "an operator is missing here; write * for a product"
    case .notANumber: "this is no number"
    case .numberTooLarge: "this number is too large"
    case .noSuchVariable(let name): "there is no variable \(name); they are x1 to x\(FormulaParser.variableLimit)"
    case .mixedNames: "x and numbered variables do not go together; write x1 for the first one"
    case .tooLong(let limit): "a formula has at most \(limit) characters"
    case .tooDeep(let limit): "this is nested too deeply; at most \(limit) levels can be read"
    case .undefined(let what, let value, let point): FormulaError.sentence(what, value, point)
    case .tooManyVariables(let limit): "a plane can be drawn for x1 to x\(limit) only; this is one variable too many"
    case .degreeTooHigh(let limit): "the degree grows too high here; polynomials are expanded up to degree \(limit)"
    }
  }

  private static func sentence(_ what: Undefined, _ value: Double, _ point: [Double]) -> String {
    let names = point.count == 1 ? ["x"] : point.indices.map { "x\($0 + 1)" }
    let place = point.isEmpty ? "" : " at " + zip(names, point).map { "\($0) = \(shortNumber($1))" }.joined(separator: ", ")
    switch what {
    case .logarithm: return "there is no logarithm of \(shortNumber(value)), as it is wanted\(place)"
    case .root: return "there is no real square root of \(shortNumber(value)), as it is wanted\(place)"
    case .power: return "there is no real power of \(shortNumber(value)) with this exponent\(place)"
    case .divisionByZero: return "this divides by zero\(place)"
    case .overflow: return "this is too large to be computed\(place)"
    }
  }
}

/// Four digits, as people write them.
private func shortNumber(_ x: Double) -> String {
  guard x.isFinite else { return x.isNaN ? "something undefined" : x > 0 ? "∞" : "−∞" }
  if x == x.rounded(), abs(x) < 1e6 { return String(Int(x)).replacing("-", with: "−") }
  var unit = 1e-3
  while unit * 1e4 <= abs(x), unit < 1e300 { unit *= 10 }
  while unit * 1e3 > abs(x), unit > 1e-300 { unit /= 10 }
  // A quotient by a whole number has a short description, a product with a fraction has not.
  let rounded = unit < 1 ? (x / unit).rounded() / (1 / unit).rounded() : (x / unit).rounded() * unit
  return "\(rounded)".replacing("-", with: "−")
}

private func isControl(_ character: Character) -> Bool {
  character.unicodeScalars.contains { $0.properties.generalCategory == .control } || character.isNewline
}

/// How many columns of a terminal a character takes: two for those of East Asia and for emoji, none for a lone mark.
func columns(of character: Character) -> Int {
  guard let first = character.unicodeScalars.first, !isControl(character) else { return 1 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  let isEmoji = first.properties.isEmojiPresentation || character.unicodeScalars.contains { $0.value == 0xFE0F }
  let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
  return isEmoji || wide.contains { $0.contains(first.value) } ? 2 : 1
}
