/// A call of `figure`, `table`, `value` or `answer` in the code of a chapter.
struct CellCall {
  let name: String
  let line: Int
  /// The first argument; each interpolation in it is a star, and so is, in a call of `value`, what is no string.
  let label: String
  /// False when the label has an interpolation in it.
  let isLiteral: Bool
  /// The other string arguments that are literals: by their labels, or "" for the caption.
  var texts: [String: String] = [:]
}

/// Finds the calls that make labels, without running anything.
struct CodeScan {
  private enum Token {
    case word(String)
    case string(String, isLiteral: Bool)
    case symbol(Character)
  }

  private static let calls: Set = ["figure", "table", "value", "answer"]

  static func calls(in code: String, from line: Int) -> [CellCall] {
    let tokens = tokens(of: code, from: line)
    var found: [CellCall] = []
    for index in tokens.indices.dropLast(2) {
      guard case .word(let name) = tokens[index].token, calls.contains(name), case .symbol("(") = tokens[index + 1].token
      else { continue }
      if index > 0, case .symbol(".") = tokens[index - 1].token { continue }
      var (label, isLiteral) = ("*", false)
      if case .string(let text, let isPlain) = tokens[index + 2].token { (label, isLiteral) = (text, isPlain) }
      if label == "*" && name != "value" { continue }
      var call = CellCall(name: name, line: tokens[index].line, label: label, isLiteral: isLiteral)
      call.texts = texts(of: tokens[(index + 3)...].map(\.token))
      found.append(call)
    }
    return found
  }

  /// The literal strings among the arguments, up to the parenthesis that closes the call.
  private static func texts(of tokens: [Token]) -> [String: String] {
    var texts: [String: String] = [:]
    var depth = 1
    var label = ""
    var previous = ""
    var isContinued = false
    for token in tokens {
      switch token {
      case .symbol("("), .symbol("["), .symbol("{"): depth += 1
      case .symbol(")"), .symbol("]"), .symbol("}"):
        depth -= 1
        if depth == 0 { return texts }
      case .symbol(":") where depth == 1: label = previous
      case .symbol(",") where depth == 1: label = ""
      case .string(let text, true) where depth == 1:
        // A first piece, or one more after a plus sign; of a text with an interpolation nothing is taken.
        if isContinued { texts[label]? += text } else if texts[label] == nil { texts[label] = text }
      case .string(_, false) where depth == 1 && isContinued: texts[label] = nil
      default: break
      }
      if depth == 1, case .symbol("+") = token { isContinued = true } else { isContinued = false }
      if case .word(let word) = token { previous = word } else { previous = "" }
    }
    return texts
  }

  private static func tokens(of code: String, from line: Int) -> [(token: Token, line: Int)] {
    var tokens: [(token: Token, line: Int)] = []
    var rest = Substring(code)
    var line = line
    while let first = rest.first {
      let start = line
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" }
      } else if rest.hasPrefix("\"\"\"") {
        let text = rest.dropFirst(3)
        let end = text.firstRange(of: "\"\"\"") ?? text.endIndex..<text.endIndex
        line += text[..<end.lowerBound].count { $0 == "\n" }
        tokens.append((.string(String(text[..<end.lowerBound]), isLiteral: false), start))
        rest = text[end.upperBound...]
      } else if first == "\"" {
        let (text, isLiteral) = string(&rest)
        tokens.append((.string(text, isLiteral: isLiteral), start))
      } else if first.isLetter || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        tokens.append((.word(String(word)), start))
        rest = rest[word.endIndex...]
      } else {
        if first == "\n" { line += 1 }
        if !first.isWhitespace { tokens.append((.symbol(first), start)) }
        rest.removeFirst()
      }
    }
    return tokens
  }

  /// Reads a string of one line, with its escapes; an interpolation makes it no literal.
  private static func string(_ rest: inout Substring) -> (text: String, isLiteral: Bool) {
    rest.removeFirst()
    var text = ""
    var isLiteral = true
    var depth = 0  // of the parentheses of an interpolation
    while let character = rest.popFirst(), character != "\n" {
      if depth > 0 {
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      } else if character == "\"" {
        break
      } else if character == "\\" {
        let escaped = rest.popFirst()
        if escaped == "(" {
          isLiteral = false
          depth = 1
          text += "*"
        } else {
          text += escaped == "n" ? "\n" : escaped.map { String($0) } ?? ""
        }
      } else {
        text.append(character)
      }
    }
    return (text, isLiteral)
  }
}
