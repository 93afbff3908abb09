/// The book's own macros, which are written out because GitHub accepts no definitions.
enum Maths {
  /// A macro: how many arguments it takes, and its text with `#1` for the argument.
  static let macros: [String: (arguments: Int, text: String)] = [
    "KL": (0, "\\mathrm{KL}"), "E": (0, "\\mathbb{E}"), "Var": (0, "\\mathrm{Var}"), "Cov": (0, "\\mathrm{Cov}"),
    "Pr": (0, "\\mathrm{Pr}"), "tr": (0, "\\mathrm{tr}"), "Tr": (0, "\\mathrm{Tr}"), "diag": (0, "\\mathrm{diag}"),
    "rank": (0, "\\mathrm{rank}"), "sign": (0, "\\mathrm{sign}"), "argmin": (0, "\\mathop{\\mathrm{arg\\,min}}"),
    "argmax": (0, "\\mathop{\\mathrm{arg\\,max}}"), "Exp": (0, "\\mathrm{Exp}"), "Hess": (0, "\\mathrm{Hess}"),
    "grad": (0, "\\mathrm{grad}"), "logit": (0, "\\mathrm{logit}"), "artanh": (0, "\\mathrm{artanh}"),
    "R": (0, "\\mathbb{R}"), "N": (0, "\\mathbb{N}"), "Z": (0, "\\mathbb{Z}"), "Normal": (0, "\\mathcal{N}"),
    "T": (0, "\\mathsf{T}"), "d": (0, "\\mathrm{d}"), "norm": (1, "\\lVert #1 \\rVert"), "abs": (1, "\\lvert #1 \\rvert"),
  ]

  /// The formula with the book's macros written out.
  static func expand(_ tex: String) -> String {
    var reader = TeXReader(tex)
    var text = ""
    while let token = reader.next() {
      guard case .macro(let name) = token, let macro = macros[name] else {
        text += token.text
        continue
      }
      let isRaised = text.last { $0 != " " }.map { $0 == "^" || $0 == "_" } ?? false
      let expansion = macro.arguments == 0 ? macro.text : macro.text.replacing("#1", with: expand(reader.argument()))
      // `\KL x` loses the blank after the macro's name; after a closing brace it does no harm.
      text += isRaised ? "{\(expansion)}" : expansion
    }
    return text
  }
}

/// A piece of TeX.
enum TeXToken: Equatable {
  case macro(String)
  case open
  case close
  case character(Character)

  var text: String {
    switch self {
    case .macro(let name): "\\" + name
    case .open: "{"
    case .close: "}"
    case .character(let character): String(character)
    }
  }
}

/// Reads TeX token by token.
struct TeXReader {
  private var rest: Substring

  init(_ tex: some StringProtocol) {
    rest = Substring(tex)
  }

  mutating func next() -> TeXToken? {
    guard let character = rest.popFirst() else { return nil }
    switch character {
    case "{": return .open
    case "}": return .close
    case "\\":
      let name = rest.prefix { $0.isASCII && $0.isLetter }
      guard name.isEmpty else {
        rest = rest[name.endIndex...]
        return .macro(String(name))
      }
      return .macro(rest.popFirst().map { String($0) } ?? "")
    default: return .character(character)
    }
  }

  /// The argument of a macro: a group without its braces, or one token.
  mutating func argument() -> String {
    while rest.first == " " { rest.removeFirst() }
    guard rest.first == "{" else { return next()?.text ?? "" }
    rest.removeFirst()
    var depth = 1
    var text = ""
    while let token = next() {
      if token == .open { depth += 1 }
      if token == .close { depth -= 1 }
      if depth == 0 { break }
      text += token.text
    }
    return text
  }
}
