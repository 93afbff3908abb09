/// A piece of running text, with the line where it begins.
struct Piece {
  enum Kind {
    case text(String)
    /// Code with its backticks; nothing in it is touched.
    case code(String)
    case formula(String)
    case display(String, label: String?, indentation: String)
    /// `{@fig:flow}`
    case reference(String)
    /// `[@Amari98, §2; @BB15]`
    case citation([(key: String, place: String)])
    /// `{{name:%.3f}}`
    case value(name: String, format: String?)
  }

  let kind: Kind
  let line: Int
}

/// Takes running text apart into pieces.
struct PieceReader {
  private var rest: Substring
  private var line: Int
  private var text = ""
  private var textLine: Int
  private var pieces: [Piece] = []
  private(set) var problems: [(line: Int, message: String)] = []
  private var lastCharacter: Character = "\n"

  static func pieces(of text: String, line: Int) -> (pieces: [Piece], problems: [(line: Int, message: String)]) {
    var reader = PieceReader(text, line: line)
    reader.read()
    return (reader.pieces, reader.problems)
  }

  private init(_ text: String, line: Int) {
    rest = Substring(text)
    self.line = line
    textLine = line
  }

  private mutating func read() {
    while let first = rest.first {
      switch first {
      case "`": readCode()
      case "\\": take(2)
      case "$" where rest.hasPrefix("$$"): readDisplay()
      case "$": readFormula()
      case "{" where rest.hasPrefix("{{"): readValue()
      case "{" where rest.hasPrefix("{@"): readReference()
      case "[" where rest.hasPrefix("[@"): readCitation()
      case "[": checkLink()
      default: take(1)
      }
    }
    flush()
  }

  /// Moves characters into the text.
  private mutating func take(_ count: Int) {
    if text.isEmpty { textLine = line }
    for _ in 0..<count {
      guard let character = advance() else { return }
      text.append(character)
    }
  }

  @discardableResult private mutating func advance() -> Character? {
    guard let character = rest.popFirst() else { return nil }
    if character == "\n" { line += 1 }
    lastCharacter = character
    return character
  }

  private mutating func skip(to index: String.Index) {
    while rest.startIndex < index { advance() }
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(Piece(kind: .text(text), line: textLine)) }
    text = ""
  }

  private mutating func add(_ kind: Piece.Kind, upTo index: String.Index) {
    flush()
    pieces.append(Piece(kind: kind, line: line))
    skip(to: index)
  }

  private mutating func complain(_ message: String) {
    problems.append((line, message))
  }
}

extension PieceReader {
  /// A code span or a fenced block: up to as many backticks as it began with.
  private mutating func readCode() {
    let ticks = rest.prefix { $0 == "`" }
    let inside = rest[ticks.endIndex...]
    guard let end = inside.ranges(of: ticks).first(where: { inside[$0.upperBound...].first != "`" }) else {
      return take(ticks.count)
    }
    add(.code(String(rest[..<end.upperBound])), upTo: end.upperBound)
  }

  /// `$$ formula $$ {#eq:name}`
  private mutating func readDisplay() {
    let inside = rest.dropFirst(2)
    guard let end = inside.firstRange(of: "$$") else {
      complain("$$ without its closing $$")
      return take(2)
    }
    let formula = String(inside[..<end.lowerBound])
    let indentation = String(text.split(separator: "\n", omittingEmptySubsequences: false).last?.prefix { $0 == " " } ?? "")
    var after = end.upperBound
    var label: String?
    if let match = rest[after...].prefixMatch(of: /\ *\{#([^}\n]*)\}/) {
      after = match.range.upperBound
      if let name = match.1.wholeMatch(of: /eq:([a-z][a-z0-9-]*)/) {
        label = String(name.1)
      } else {
        complain("“{#\(match.1)}”: a formula is labelled {#eq:name}, with small letters, digits and hyphens")
      }
    }
    add(.display(formula, label: label, indentation: indentation), upTo: after)
  }

  /// `$formula$`
  private mutating func readFormula() {
    let inside = rest.dropFirst()
    var end = inside.startIndex
    while end < inside.endIndex, inside[end] != "$" {
      end = inside.index(end, offsetBy: inside[end] == "\\" ? 2 : 1, limitedBy: inside.endIndex) ?? inside.endIndex
    }
    guard end < inside.endIndex, !inside[..<end].contains("\n\n") else {
      complain("$ without its closing $; write \\$ for a dollar sign")
      return take(1)
    }
    let after = inside.index(after: end)
    if lastCharacter.isLetter || lastCharacter.isNumber || after < rest.endIndex && (rest[after].isLetter || rest[after].isNumber)
    {
      complain(
        "$\(inside[..<end])$ touches a letter or digit, and GitHub would not see a formula; put a space or a hyphen between")
    }
    let row = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    if row.hasPrefix("|"), inside[..<end].contains("|") {
      complain("| inside a formula ends the cell of the table; write \\mid, \\vert or \\lVert")
    }
    add(.formula(String(inside[..<end])), upTo: after)
  }

  private mutating func readValue() {
    guard let match = rest.prefixMatch(of: /\{\{([^{}:\n]+)(?::([^{}\n]*))?\}\}/) else {
      complain("“{{” begins the name of a value, {{name}} or {{name:%.3f}}")
      return take(2)
    }
    add(.value(name: String(match.1), format: match.2.map(String.init)), upTo: match.range.upperBound)
  }

  private mutating func readReference() {
    guard let match = rest.prefixMatch(of: /\{@([^}\n]*)\}/) else {
      complain("“{@” begins a reference, {@fig:name}")
      return take(2)
    }
    add(.reference(String(match.1)), upTo: match.range.upperBound)
  }

  private mutating func readCitation() {
    guard let match = rest.prefixMatch(of: /\[(@[^\]]*)\]/) else {
      complain("“[@” begins a citation, [@Amari98]")
      return take(2)
    }
    let works = match.1.split(separator: ";").map { part in
      let words = part.split(separator: ",", maxSplits: 1).map { $0.split(separator: /\s+/).joined(separator: " ") }
      return (key: String((words.first ?? "").trimmingPrefix("@")), place: words.count > 1 ? words[1] : "")
    }
    add(.citation(works), upTo: match.range.upperBound)
  }

  /// GitHub does not render formulas in the text of a link.
  private mutating func checkLink() {
    if let match = rest.prefixMatch(of: /\[([^\[\]]*)\]\(/), match.1.contains("$") {
      complain("a formula in the text of a link is not rendered by GitHub; put it outside of the link")
    }
    take(1)
  }
}
