/// Writes what a cell left as Markdown.
struct OutputWriter {
  let file: String
  let folder: String
  let index: BookIndex
  let root: String?
  private(set) var problems: [Problem] = []
  private var labels: Set<String> = []

  init(file: String, folder: String, index: BookIndex, root: String?) {
    self.file = file
    self.folder = folder
    self.index = index
    self.root = root
  }

  /// - Parameters:
  ///   - shown: the lines of code on the page; a value is printed under its cell only when its call is seen.
  ///   - targets: the figures and tables of the cell.
  mutating func markdown(
    _ entries: [Entry], shown: Set<Int>, targets: [Target] = [], writer: inout InlineWriter
  ) -> [String] {
    var parts: [String] = []
    var printed = ""
    var checks: [String] = []
    func flush() {
      if !printed.trimmed.isEmpty { parts.append(fenced(withoutLastNewline(printed), as: "text")) }
      if !checks.isEmpty { parts.append(checks.joined(separator: "\n")) }
      (printed, checks) = ("", [])
    }
    for entry in entries {
      switch entry.output {
      case .begin, .data, .answer: break
      case .text(let text):
        if !checks.isEmpty { flush() }
        printed += text
      case .value(let name, let quantity, let format):
        guard shown.contains(entry.line) else { break }
        if !checks.isEmpty { flush() }
        if !printed.isEmpty && !printed.hasSuffix("\n") { printed += "\n" }
        printed += "\(name) = \((try? quantity.text(format)) ?? quantity.plain)\n"
      case .check(let check):
        if !printed.isEmpty { flush() }
        checks.append(line(for: check, at: entry.line, writer: &writer))
      case .figure(let figure):
        flush()
        parts += markdown(figure, line: entry.line, writer: &writer)
      case .table(let table):
        flush()
        parts += markdown(table, line: entry.line, writer: &writer)
      case .listing(let listing):
        flush()
        parts += ["From \(link(to: "Sources/\(listing.path)")):", fenced(listing.text, as: "swift")]
      case .absence(let reason):
        flush()
        // What is not there keeps its place, so that references to it lead here.
        let anchors = targets.filter { !labels.contains("\($0.kind.rawValue):\($0.label)") }.map { "<a id=\"\($0.anchor)\"></a>" }
        parts += anchors + ["> [!NOTE]\n> " + writer.markdown(reason, line: entry.line)]
      case .failure(let message):
        flush()
        parts.append(alertBlock("main.swift:\(entry.line)", message))
      }
    }
    flush()
    return parts
  }

  private func line(for check: CheckOutput, at line: Int, writer: inout InlineWriter) -> String {
    let name = writer.markdown(check.name, line: line)
    guard let difference = check.difference, let tolerance = check.tolerance else { return "- ✓ \(name)" }
    let shown = [difference, tolerance].map { (try? Quantity.number($0).text()) ?? "" }
    if difference == 0 { return "- ✓ \(name): no difference" }
    return "- ✓ \(name): the difference is at most \(shown[0]) (tolerance \(shown[1]))"
  }

  private func link(to path: String) -> String {
    root.map { "[`\(path)`](\($0)/\(path))" } ?? "`\(path)`"
  }

  /// The anchor and title of a figure or table; a label that the index does not have is a problem.
  private mutating func title(_ kind: LabelKind, _ label: String, line: Int) -> (anchor: String, title: String) {
    let key = "\(kind.rawValue):\(label)"
    if !labels.insert(key).inserted {
      problems.append(Problem(file: file, line: line, message: "the label \(key) is used twice in this run"))
    }
    guard let target = index.target(kind, label, in: folder) else {
      problems.append(
        Problem(
          file: file, line: line, message: "the label \(key) is not a plain string in the call, so that no page can refer to it"))
      return ("", kind.reference(to: "?"))
    }
    return ("<a id=\"\(target.anchor)\"></a>", kind.reference(to: target.number))
  }
}

extension OutputWriter {
  private mutating func markdown(_ figure: FigureOutput, line: Int, writer: inout InlineWriter) -> [String] {
    let (anchor, title) = title(.figure, figure.label, line: line)
    if figure.alt.trimmed.isEmpty {
      problems.append(Problem(file: file, line: line, message: "figure \(figure.label) has no alternative text (alt:)"))
    }
    let caption = "**\(title).** \(writer.markdown(figure.caption, line: line))"
    let script = "[\(figure.script)](\(figure.script))"
    let data = figure.data.map { "[\($0)](\($0))" }
    let picture =
      figure.image.map { "![\(escaped(figure.alt))](\($0))" }
      ?? "*The picture is missing: gnuplot was not found. Install it (`apt install gnuplot-nox`), and `gnuplot \(figure.script)` in this folder draws it.*"
    guard data.count > 6 else {
      return [anchor, picture, caption + "\\\n" + sources(data: data.joined(separator: ", "), script: script)]
    }
    return [
      anchor, picture, caption + "\\\n<sub>Script: \(script)</sub>",
      "<details>\n<summary><sub>Data: \(data.count) files</sub></summary>", data.joined(separator: ", "), "</details>",
    ]
  }

  private func sources(data: String, script: String?) -> String {
    let script = script.map { " · Script: \($0)" } ?? ""
    return "<sub>Data: \(data)\(script)</sub>"
  }

  private mutating func markdown(_ table: TableOutput, line: Int, writer: inout InlineWriter) -> [String] {
    let (anchor, title) = title(.table, table.label, line: line)
    var rows: [String] = []
    let header = table.columns.map { cell($0, line: line, writer: &writer) }
    rows.append("| " + header.joined(separator: " | ") + " |")
    rows.append("|" + table.columns.indices.map { table.isNumeric(column: $0) ? "---:" : ":---" }.joined(separator: "|") + "|")
    for row in table.rows {
      let cells = row.enumerated().map { column, quantity -> String in
        if case .word(let word) = quantity {
          let isNegative = word.hasPrefix("-") && Double(word) != nil  // a number written as a word
          return cell(isNegative ? "−" + word.dropFirst() : word, line: line, writer: &writer)
        }
        let format = table.formats.indices.contains(column) ? table.formats[column] : nil
        do {
          return try quantity.text(format)
        } catch {
          problems.append(Problem(file: file, line: line, message: "table \(table.label): \(error)"))
          return quantity.plain
        }
      }
      rows.append("| " + cells.joined(separator: " | ") + " |")
    }
    let data = "[\(table.label).csv](\(table.label).csv)"
    return [
      anchor, "**\(title).** \(writer.markdown(table.caption, line: line))", rows.joined(separator: "\n"),
      sources(data: data, script: nil),
    ]
  }

  /// The text of a cell; a bar would end it.
  private func cell(_ text: String, line: Int, writer: inout InlineWriter) -> String {
    String(writer.markdown("| " + text, line: line).dropFirst(2)).replacing("|", with: "\\|")
  }
}

extension TableOutput {
  /// Whether a column has numbers only, of which some may be written as words (`"1.20"`) or left out (`"–"`).
  func isNumeric(column: Int) -> Bool {
    rows.allSatisfy { row in
      guard case .word(let word) = row[column] else { return true }
      return ["–", ""].contains(word) || Double(word.replacing("−", with: "-")) != nil
    }
  }
}

private func withoutLastNewline(_ text: String) -> String {
  text.hasSuffix("\n") ? String(text.dropLast()) : text
}
