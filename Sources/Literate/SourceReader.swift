/// Goes through the lines of a `main.swift` once and collects prose and cells.
struct SourceReader {
  let file: String
  private(set) var code: [(number: Int, text: String)] = []
  private(set) var problems: [Problem] = []
  private var stretches: [Stretch] = []
  private var prose: Prose?
  private var pending: [(number: Int, text: String, isShown: Bool)] = []
  private var hiddenSince: Int?

  init(file: String) {
    self.file = file
  }

  mutating func read(_ line: String, number: Int) {
    if line.hasPrefix("//:") {
      closeCell()
      let text = String(line.dropFirst(3))
      append(text.hasPrefix(" ") ? String(text.dropFirst()) : text, number: number)
    } else {
      if !line.allSatisfy(\.isWhitespace) { code.append((number, line)) }
      pending.append((number, line, shows(line, number: number)))
    }
  }

  mutating func finished() -> [Stretch] {
    closeCell()
    if let prose { stretches.append(.prose(prose)) }
    if let hiddenSince {
      problems.append(Problem(file: file, line: hiddenSince, message: "“// hide begin” has no “// hide end”"))
    }
    return stretches
  }

  private mutating func append(_ text: String, number: Int) {
    if prose == nil { prose = Prose(first: number, lines: []) }
    guard let first = prose?.first, let count = prose?.lines.count else { return }
    // Blank lines of the file between two stretches of prose are blank lines of prose.
    prose?.lines += Array(repeating: "", count: number - first - count) + [text]
  }

  /// Whether the page shows a line of code; markers are never shown.
  private mutating func shows(_ line: String, number: Int) -> Bool {
    let words = line.split(separator: " ").suffix(3).joined(separator: " ")
    if words.hasSuffix("// hide begin") {
      if hiddenSince != nil {
        problems.append(Problem(file: file, line: number, message: "“// hide begin” inside another one"))
      }
      hiddenSince = number
      return false
    }
    if words.hasSuffix("// hide end") {
      if hiddenSince == nil {
        problems.append(Problem(file: file, line: number, message: "“// hide end” without “// hide begin”"))
      }
      hiddenSince = nil
      return false
    }
    return hiddenSince == nil && !words.hasSuffix("// hide")
  }

  private mutating func closeCell() {
    guard pending.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) else {
      pending = []
      return
    }
    if let prose { stretches.append(.prose(prose)) }
    prose = nil
    let shown = pending.filter(\.isShown)
    stretches.append(
      .cell(
        Cell(
          lines: pending[0].number...pending[pending.count - 1].number,
          code: pending.map(\.text).joined(separator: "\n"), shown: tidy(shown.map(\.text)),
          shownLines: Set(shown.map(\.number)))))
    pending = []
  }
}

/// Joins lines, without blank ones at the ends and with at most one between two others.
private func tidy(_ lines: [String]) -> String {
  var kept: [String] = []
  for line in lines {
    let isBlank = line.allSatisfy(\.isWhitespace)
    if isBlank && (kept.isEmpty || kept.last == "") { continue }
    kept.append(isBlank ? "" : line)
  }
  if kept.last == "" { kept.removeLast() }
  return kept.joined(separator: "\n")
}
