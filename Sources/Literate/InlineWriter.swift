/// Writes running text as Markdown that GitHub renders: formulas in backticks, numbers for labels, values for names.
struct InlineWriter {
  let index: BookIndex
  /// The chapter on whose page the text stands; nil on the front page.
  let outline: Outline?
  /// The path to the page at whose end the works cited are listed; empty for the same page.
  let bibliography: String
  /// The folders whose pages can be linked to; nil: all of them.
  let pages: Set<String>?
  /// The values that the record has, by name, with their formats.
  var values: [String: (quantity: Quantity, format: String?)]
  /// Whether a value that the chapter names but did not compute is reported: not after a failure or for want of a record,
  /// which is said already.
  let wantsAllValues: Bool
  private let file: String
  private(set) var problems: [Problem] = []
  private(set) var cited: Set<Reference> = []

  init(
    index: BookIndex, outline: Outline?, file: String, bibliography: String = "", pages: Set<String>? = nil,
    values: [String: (quantity: Quantity, format: String?)] = [:], wantsAllValues: Bool = true
  ) {
    self.index = index
    self.outline = outline
    self.bibliography = bibliography
    self.pages = pages
    self.file = file
    self.values = values
    self.wantsAllValues = wantsAllValues
  }

  mutating func markdown(_ text: String, line: Int) -> String {
    let (pieces, found) = PieceReader.pieces(of: text, line: line)
    for problem in found { complain(problem.line, problem.message) }
    return pieces.map { markdown($0) }.joined()
  }

  /// Text that stands in a heading or a link, where GitHub renders no formula.
  mutating func plainMarkdown(_ text: String, line: Int, in place: String) -> String {
    let hasFormula = PieceReader.pieces(of: text, line: line).pieces.contains {
      if case .formula = $0.kind { true } else { false }
    }
    if hasFormula { complain(line, "a formula in \(place) is fragile on GitHub; write the letter itself, such as θ") }
    return markdown(text, line: line)
  }

  private mutating func markdown(_ piece: Piece) -> String {
    switch piece.kind {
    case .text(let text), .code(let text): return text
    case .formula(let tex):
      return "$`" + formula(tex, line: piece.line).split(separator: /\s+/).joined(separator: " ") + "`$"
    case .display(let tex, let label, let indentation):
      return display(tex, label: label, indentation: indentation, line: piece.line)
    case .reference(let key): return reference(key, line: piece.line)
    case .citation(let works): return citation(works, line: piece.line)
    case .value(let name, let format): return value(name, format, style: .prose, line: piece.line)
    }
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(Problem(file: file, line: line, message: message))
  }
}

extension InlineWriter {
  /// A formula with values and macros written out, checked.
  private mutating func formula(_ tex: String, line: Int) -> String {
    var filled = ""
    var rest = Substring(tex)
    while let match = rest.firstMatch(of: /\{\{([a-zA-Z][^{}:\n\\]*)(?::([^{}\n]*))?\}\}/) {
      let place = line + tex[..<match.range.lowerBound].count { $0 == "\n" }
      filled += rest[..<match.range.lowerBound]
      filled += value(String(match.1), match.2.map(String.init), style: .formula, line: place)
      rest = rest[match.range.upperBound...]
    }
    let expanded = Maths.expand(filled + rest)
    for message in TeXCheck.problems(in: expanded) { complain(line, "in the formula “\(shortened(tex))”: \(message)") }
    return expanded
  }

  private mutating func display(_ tex: String, label: String?, indentation: String, line: Int) -> String {
    var body = formula(tex, line: line)
    var anchor = ""
    if let label, let outline, let target = index.target(.equation, label, in: outline.folder) {
      body = body.trimmed + " \\qquad(\(target.number))"
      anchor = "<a id=\"\(target.anchor)\"></a>"
    }
    let lines = body.split(separator: "\n").map { indentation + $0.trimmed }
    return anchor + "\n\n" + indentation + "```math\n" + lines.joined(separator: "\n") + "\n" + indentation + "```\n\n"
      + indentation
  }

  private mutating func value(_ name: String, _ format: String?, style: NumberStyle, line: Int) -> String {
    guard let (quantity, ownFormat) = values[name] else {
      guard let outline else {
        complain(line, "{{\(name)}}: the front page has no such value")
        return "…"
      }
      if !outline.values.contains(name), wantsAllValues || !outline.mayCompute(value: name) {
        let near = values.keys.sorted { (distance($0, name), $0) < (distance($1, name), $1) }.prefix(3)
        let advice =
          near.isEmpty ? "write value(\"\(name)\", …) in a cell" : "the nearest names are \(near.joined(separator: ", "))"
        complain(line, "{{\(name)}}: there is no value of this name; \(advice)")
      } else if wantsAllValues {
        complain(line, "{{\(name)}}: the chapter ran, but did not get to value(\"\(name)\", …)")
      }
      return "…"
    }
    do {
      return try quantity.text(format ?? ownFormat, style: style)
    } catch {
      complain(line, "{{\(name)}}: \(error)")
      return "…"
    }
  }

  private mutating func reference(_ key: String, line: Int) -> String {
    guard let target = index[key] else {
      let near = index.suggestions(for: key).map { "{@\($0)}" }
      let kinds = LabelKind.allCases.map { "\($0.rawValue):" }.joined(separator: ", ")
      let advice = near.isEmpty ? "labels begin with \(kinds)" : "did you mean \(near.joined(separator: ", "))?"
      complain(line, "{@\(key)}: there is no such label in the book; \(advice)")
      return "(?)"
    }
    let text = target.kind.reference(to: target.number)
    let place = target.kind == .chapter ? "" : "#\(target.anchor)"
    switch outline?.folder {
    case target.folder: return target.kind == .chapter ? text : "[\(text)](\(place))"
    case nil where pages?.contains(target.folder) == false: return text
    case nil: return "[\(text)](\(target.folder)/README.md\(place))"
    default: return "[\(text)](../\(target.folder)/README.md\(place))"
    }
  }

  private mutating func citation(_ works: [(key: String, place: String)], line: Int) -> String {
    let links = works.map { key, place -> String in
      guard let reference = Reference(rawValue: key) else {
        let near = Reference.allCases.map(\.rawValue).sorted { (distance($0, key), $0) < (distance($1, key), $1) }.prefix(3)
        complain(
          line,
          "[@\(key)]: there is no such key in Sources/Literate/Bibliography.swift; the nearest are \(near.joined(separator: ", "))"
        )
        return "?"
      }
      cited.insert(reference)
      let link = "[\(key)](\(bibliography)#ref-\(key))"
      return place.isEmpty ? link : "\(link), \(place)"
    }
    return "\\[" + links.joined(separator: "; ") + "\\]"
  }

  private func shortened(_ tex: String) -> String {
    let line = tex.split(separator: /\s+/).joined(separator: " ")
    return line.count > 40 ? line.prefix(38) + "…" : line
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
