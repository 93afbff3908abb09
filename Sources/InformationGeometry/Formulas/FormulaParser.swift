/// Reads a formula: `x - 3x^2`, `2sin(x1) x2`, `−x²/4`.
///
///     sum      = product { ("+" | "-") product }
///     product  = signed { ("*" | "/") signed | power }      a power without operator, and not beginning with a digit
///     signed   = ("+" | "-") signed | power
///     power    = atom [ superscript | "^" exponent ]        −x² is −(x²), and 2^3^2 is 2^(3^2)
///     exponent = ("+" | "-") exponent | power
///     atom     = number | "x" | "x" digits | "pi" | "e" | function "(" sum ")" | "(" sum ")"
///
/// Signs of printed mathematics are read too: − · × ÷ π, superscripts and subscripts.
struct FormulaParser {
  static let lengthLimit = 1000, depthLimit = 20, runLimit = 24, variableLimit = 9

  private let text: String
  private let characters: [Character]
  private var place = 0
  private var depth = 0
  /// Where `x` was first written, and where a variable with a number.
  private var plain: Int?, numbered: Int?

  private init(_ text: String) {
    self.text = text
    let signs: [Character: Character] = [
      "−": "-", "–": "-", "·": "*", "⋅": "*", "∗": "*", "×": "*", "÷": "/", "（": "(", "）": ")",
    ]
    characters = text.map { signs[$0] ?? $0 }
  }

  static func formula(_ text: String) throws(FormulaError) -> Formula {
    var parser = FormulaParser(text)
    guard parser.characters.count <= lengthLimit else {
      throw parser.error(.tooLong(limit: lengthLimit), at: lengthLimit)
    }
    guard parser.next != nil else { throw parser.error(.empty) }
    var formula = try parser.sum()
    if let rest = parser.next { throw parser.error(rest == ")" ? .unopened : parser.surprise(rest)) }
    if let plain = parser.plain, let numbered = parser.numbered { throw parser.error(.mixedNames, at: max(plain, numbered)) }
    formula.isNumbered = parser.plain == nil
    return formula
  }

  private mutating func sum() throws(FormulaError) -> Formula {
    var left = try product()
    while let sign = next, sign == "+" || sign == "-" {
      let operation = take()
      let right = try product()
      left = Formula(sign == "+" ? .sum(left, right) : .difference(left, right), at: operation)
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Formula {
    var left = try signed()
    while let sign = next {
      if sign == "*" || sign == "/" {
        let operation = take()
        let right = try signed()
        left = Formula(sign == "*" ? .product(left, right) : .quotient(left, right), at: operation)
      } else if sign == "(" || sign.isLetter {
        let operation = place
        left = Formula(.product(left, try power()), at: operation)
      } else {
        return left
      }
    }
    return left
  }

  private mutating func signed() throws(FormulaError) -> Formula {
    guard let sign = next, sign == "+" || sign == "-" else { return try power() }
    let operation = take()
    let operand = try nested(at: operation) { parser throws(FormulaError) in try parser.signed() }
    return sign == "-" ? Formula(.negative(operand), at: operation) : operand
  }

  private mutating func power() throws(FormulaError) -> Formula {
    let base = try atom()
    if let exponent = try superscript() { return Formula(.power(base, exponent), at: exponent.place) }
    guard next == "^" else { return base }
    let operation = take()
    let exponent = try nested(at: operation) { parser throws(FormulaError) in try parser.exponent() }
    return Formula(.power(base, exponent), at: operation)
  }

  private mutating func exponent() throws(FormulaError) -> Formula {
    guard let sign = next, sign == "+" || sign == "-" else { return try power() }
    let operation = take()
    let operand = try nested(at: operation) { parser throws(FormulaError) in try parser.exponent() }
    return sign == "-" ? Formula(.negative(operand), at: operation) : operand
  }

  private mutating func atom() throws(FormulaError) -> Formula {
    guard let first = next else { throw error(.operandMissing) }
    if first == "(" { return try group() }
    if Self.isDigit(first) || first == "." { return try number() }
    if first.isLetter { return try name() }
    let isLost = "+-*/^)".contains(first)
    throw error(isLost ? .operandMissing : .unexpected(characters[place]))
  }

  /// A sum in parentheses.
  private mutating func group() throws(FormulaError) -> Formula {
    let opening = take()
    let inner = try nested(at: opening) { parser throws(FormulaError) in try parser.sum() }
    guard let closing = next else { throw error(.unclosed, at: opening) }
    guard closing == ")" else { throw error(surprise(closing)) }
    place += 1
    return inner
  }

  private mutating func nested(
    at opening: Int, _ read: (inout FormulaParser) throws(FormulaError) -> Formula
  ) throws(FormulaError) -> Formula {
    guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit), at: opening) }
    depth += 1
    let formula = try read(&self)
    depth -= 1
    return formula
  }

  /// The next character that is no blank; its place is `place`.
  private var next: Character? {
    mutating get {
      while place < characters.count, characters[place].isWhitespace { place += 1 }
      return place < characters.count ? characters[place] : nil
    }
  }

  /// Goes on by a character and returns its place.
  private mutating func take() -> Int {
    place += 1
    return place - 1
  }

  private func surprise(_ character: Character) -> FormulaError.Problem {
    character.isNumber || character == "." ? .operatorMissing : .unexpected(character)
  }

  private func error(_ problem: FormulaError.Problem, at place: Int? = nil) -> FormulaError {
    FormulaError(text: text, place: place ?? self.place, problem: problem)
  }
}

// MARK: Numbers and names

extension FormulaParser {
  /// Digits with a point, and an exponent only where digits follow the e: `2e` is 2 times e.
  private mutating func number() throws(FormulaError) -> Formula {
    let start = place
    func end(ofDigitsFrom k: Int) -> Int { characters[k...].firstIndex { !Self.isDigit($0) } ?? characters.count }
    func has(_ signs: String, at k: Int) -> Bool { k < characters.count && signs.contains(characters[k]) }
    place = end(ofDigitsFrom: place)
    if has(".", at: place) { place = end(ofDigitsFrom: place + 1) }
    if has("eE", at: place) {
      let first = place + (has("+-", at: place + 1) ? 2 : 1)
      if first < characters.count, Self.isDigit(characters[first]) { place = end(ofDigitsFrom: first) }
    }
    guard let value = Double(String(characters[start..<place])) else { throw error(.notANumber, at: start) }
    guard value.isFinite else { throw error(.numberTooLarge, at: start) }
    if has(".", at: place) { throw error(.notANumber) }
    return Formula(.number(value), at: start)
  }

  /// A name from the left end of a run of letters that divides into names without a rest: `xsin` is x times sin.
  private mutating func name() throws(FormulaError) -> Formula {
    let start = place
    let run = String(characters[place...].prefix(while: \.isLetter))
    guard let word = Self.firstName(of: run) else { throw error(.unknownName(String(run.prefix(Self.runLimit)))) }
    place += word.count
    if word == "x" { return try variable(from: start) }
    if let constant = word == "pi" ? .π : Formula.Constant(rawValue: word) { return Formula(.constant(constant), at: start) }
    guard let function = word == "ln" ? .log : Formula.Function(rawValue: word) else { throw error(.unknownName(run), at: start) }
    guard next == "(" else { throw error(.parenthesisMissing(after: function)) }
    return Formula(.function(function, try group()), at: start)
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) && character.isASCII }

  static let names = Formula.Function.allCases.map(\.rawValue) + ["ln", "pi", "π", "e", "x"]

  /// The longest name at the beginning of a run of letters whose rest divides into names too.
  static func firstName(of run: String) -> String? {
    guard run.count <= runLimit else { return nil }
    var divides = Array(repeating: false, count: run.count + 1)  // divides[k]: the last k letters divide into names
    divides[0] = true
    var best: String?
    for k in stride(from: 1, through: run.count, by: 1) {
      let tail = run.suffix(k)
      let fitting = names.filter { tail.hasPrefix($0) && divides[k - $0.count] }
      divides[k] = !fitting.isEmpty
      if k == run.count { best = fitting.max { $0.count < $1.count } }
    }
    return best
  }

  private mutating func variable(from start: Int) throws(FormulaError) -> Formula {
    let digits = characters[place...].prefix { Self.isDigit($0) || Self.value(of: $0, above: "₀") != nil }
    guard !digits.isEmpty else {
      plain = plain ?? start
      return Formula(.variable(0), at: start)
    }
    let plainDigits = String(digits.map { Self.value(of: $0, above: "₀").map { Character(String($0)) } ?? $0 })
    guard let index = Int(plainDigits), 1...Self.variableLimit ~= index else {
      throw error(.noSuchVariable("x" + plainDigits), at: start)
    }
    place += digits.count
    numbered = numbered ?? start
    return Formula(.variable(index - 1), at: start)
  }

  /// An exponent of raised digits, with a raised minus if it has one.
  private mutating func superscript() throws(FormulaError) -> Formula? {
    let start = place
    let isNegative = place < characters.count && characters[place] == "⁻"
    let digits = characters[(place + (isNegative ? 1 : 0))...].prefix { Self.raised[$0] != nil }
    guard !digits.isEmpty else {
      if isNegative { throw error(.unexpected("⁻")) }
      return nil
    }
    guard let value = Double(String(digits.compactMap { Self.raised[$0] })), value.isFinite else { throw error(.numberTooLarge) }
    place += digits.count + (isNegative ? 1 : 0)
    let exponent = Formula(.number(value), at: start)
    return isNegative ? Formula(.negative(exponent), at: start) : exponent
  }

  static let raised: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
  ]

  /// The digit that a character is, counted from a zero of its kind.
  private static func value(of character: Character, above zero: Unicode.Scalar) -> Int? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
    let digit = Int(scalar.value) - Int(zero.value)
    return 0...9 ~= digit ? digit : nil
  }
}

extension Formula {
  /// Reads a formula.
  ///
  /// - Throws: where the text breaks off the grammar, and what was wanted there.
  /// - Complexity: O(characters).
  public init(_ text: String) throws(FormulaError) { self = try FormulaParser.formula(text) }
}
