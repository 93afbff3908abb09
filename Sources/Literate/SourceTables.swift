/// What the book has made of its sources, item by item: the end of the front page, written in `Chapters/sources.md`.
///
/// The text has the markup of prose. `# Title` opens it, and each `## Heading` a part that the page folds. A table in such a
/// part has a row for each item of a source, and the last cell of the row says what became of it: where it stands in the
/// book, as a reference, or “in part”, “not yet” or “not possible” with the rest. Before the first part `{#plan:06}` announces
/// a chapter, which rows then wait for, `{@plan:06}`, until the chapter exists.
struct SourceTables {
  static let file = "Chapters/sources.md"

  private let index: BookIndex
  private var writer: InlineWriter
  private(set) var problems: [Problem] = []
  private var announced: Set<String> = []
  /// What became of the items, part by part.
  private var parts: [Tally] = []
  private var columns: Int?

  /// - Parameter pages: the folders of the chapters that have a page to link to.
  init(index: BookIndex, pages: Set<String>) {
    self.index = index
    writer = InlineWriter(index: index, outline: nil, file: Self.file, pages: pages)
  }

  /// The text as Markdown, with the list of the works it cites, and what is wrong with it.
  static func page(of text: String, index: BookIndex, pages: Set<String>) -> Page {
    var tables = SourceTables(index: index, pages: pages)
    let markdown = tables.markdown(text)
    return Page(text: markdown, problems: (tables.problems + tables.writer.problems).sorted { $0.line < $1.line })
  }

  private mutating func markdown(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (place, line) in lines.enumerated() { lines[place] = announce(line, number: place + 1) }
    for (place, line) in lines.enumerated() {
      count(line, number: place + 1)
      lines[place] = link(line, number: place + 1)
    }
    writer.values = parts.reduce(Tally(), +).values
    let (blocks, found) = BlockReader.blocks(of: Prose(first: 1, lines: lines), file: Self.file)
    problems += found
    var written: [String] = []
    var isOpen = false
    var rest = parts[...]
    for block in blocks {
      switch block {
      case .heading(2, let text, _, _):
        if isOpen { written.append("</details>") }
        let tally = rest.popFirst() ?? Tally()
        written.append("<details>\n<summary><b>\(plain(text))</b>\(tally.summary)</summary>")
        isOpen = true
      case .heading(let level, let text, _, let line):
        if level == 1 { written.append("<a id=\"sources\"></a>") }
        written.append((level == 1 ? "## " : "#### ") + writer.plainMarkdown(text, line: line, in: "a heading"))
      case .body(let text, let line): written.append(writer.markdown(text, line: line))
      case .exercise(let exercise): complain(exercise.line, "exercises belong to chapters")
      }
    }
    if isOpen { written.append("</details>") }
    let works = writer.cited.map(\.rawValue).sorted().compactMap(Reference.init)
    if !works.isEmpty { written.append("## References\n\n" + works.map(\.entry).joined(separator: "\n")) }
    return written.joined(separator: "\n\n")
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(Problem(file: Self.file, line: line, message: message))
  }
}

// Chapters to come.
extension SourceTables {
  /// Takes in `{#plan:06}`.
  private mutating func announce(_ line: String, number: Int) -> String {
    guard let match = line.firstMatch(of: /\{#plan:(\d\d)\}/) else { return line }
    if let chapter = index.outlines.first(where: { $0.number == Int(match.1) }) {
      complain(
        number, "chapter \(match.1) exists: delete its row, and say what of {@ch:\(chapter.name)} the items show that wait for it"
      )
    }
    announced.insert(String(match.1))
    return line.replacing(match.0, with: "<a id=\"plan-\(match.1)\"></a>\(Int(match.1) ?? 0)")
  }

  /// Writes `{@plan:06}` as a link.
  private mutating func link(_ line: String, number: Int) -> String {
    line.replacing(/\{@plan:([^}]*)\}/) { match in
      let key = String(match.1)
      if !announced.contains(key) {
        let known = announced.sorted().map { "{@plan:\($0)}" }.joined(separator: ", ")
        complain(
          number, "{@plan:\(key)}: no such chapter is announced; those that are: \(known.isEmpty ? "none" : known)")
      }
      return "[Chapter \(Int(key).map(String.init) ?? key)](#plan-\(key))"
    }
  }
}

// Items.
extension SourceTables {
  /// What became of a number of items.
  private struct Tally {
    var done = 0, part = 0, open = 0, impossible = 0

    static func + (a: Tally, b: Tally) -> Tally {
      Tally(done: a.done + b.done, part: a.part + b.part, open: a.open + b.open, impossible: a.impossible + b.impossible)
    }

    var all: Int { done + part + open + impossible }

    /// `: 3 of 20 items in the book, 2 in part, 15 not yet`
    var summary: String {
      guard all > 0 else { return "" }
      let rest = [(part, "in part"), (open, "not yet"), (impossible, "not possible")].filter { $0.0 > 0 }
      return ([": \(done) of \(all) items in the book"] + rest.map { "\($0.0) \($0.1)" }).joined(separator: ", ")
    }

    /// What the text can quote.
    var values: [String: (quantity: Quantity, format: String?)] {
      ["items": all, "done": done, "part": part, "open": open, "impossible": impossible].mapValues { (.integer($0), nil) }
    }
  }

  /// Counts a row of a table, and holds it to its form.
  private mutating func count(_ line: String, number: Int) {
    if line.hasPrefix("## ") { parts.append(Tally()) }
    guard line.hasPrefix("|"), !parts.isEmpty else {
      columns = nil
      return
    }
    let cells = line.replacing("\\|", with: "").trimmed.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
      .dropLast().map { $0.trimmed }
    guard let columns else {
      columns = cells.count
      return
    }
    if cells.count != columns { complain(number, "this row has \(cells.count) cells, and its table \(columns) columns") }
    guard let fate = cells.last, !cells.allSatisfy({ $0.allSatisfy { "-:".contains($0) } }) else { return }
    let place = parts.count - 1
    let (names, waits) = (fate.contains(/\{@(?!plan:)/), fate.contains(/\{@/))
    switch true {
    case fate.hasPrefix("in part") && names: parts[place].part += 1
    case fate.hasPrefix("not yet") && waits: parts[place].open += 1
    case fate.hasPrefix("not possible: "): parts[place].impossible += 1
    case names && !fate.hasPrefix("not ") && !fate.hasPrefix("in part"): parts[place].done += 1
    default:
      complain(
        number,
        "a row ends in where its item stands, {@fig:name}; in “in part” with such a place; in “not yet” with the chapter that it "
          + "waits for, {@plan:06} or {@ch:name}; or in “not possible: ” with the reason")
    }
  }

  private func plain(_ text: String) -> String {
    [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
