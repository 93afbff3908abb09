/// Makes the page of a chapter: a pure function of its source, the record of a run, and the index of the book.
public struct Weaver {
  let source: ChapterSource
  let outline: Outline
  let record: RunRecord
  let index: BookIndex
  let root: String?
  var writer: InlineWriter
  var parts: [String] = []
  var sections = 0
  private var outputs: OutputWriter
  private var alerted: Set<Problem> = []
  /// Values given twice, with different numbers: prose could mean either.
  private var ambiguous: [(name: String, entry: Entry)] = []

  /// - Parameter root: the path from the folder of the page to the folder of the package, for links to sources; nil: no links.
  public init(source: ChapterSource, record: RunRecord, index: BookIndex, root: String? = "../..") {
    self.source = source
    self.record = record
    self.index = index
    self.root = root
    outline = index.outline(of: source.folder) ?? Outline(source)
    var values: [String: (quantity: Quantity, format: String?)] = [:]
    for entry in record.entries {
      guard case .value(let name, let quantity, let format) = entry.output else { continue }
      if let first = values[name], first.quantity != quantity { ambiguous.append((name, entry)) }
      values[name] = (quantity, format)
    }
    writer = InlineWriter(
      index: index, outline: outline, file: source.file, values: values, wantsAllValues: !record.hasFailure && !record.hasAbsence)
    outputs = OutputWriter(file: source.file, folder: source.folder, index: index, root: root)
  }

  public func page() -> Page {
    var weaver = self
    return weaver.weave()
  }

  private mutating func weave() -> Page {
    var placed = placedEntries()
    parts.append(stamps)
    for (number, stretch) in source.stretches.enumerated() {
      switch stretch {
      case .prose(let prose):
        write(BlockReader.blocks(of: prose, file: source.file).blocks)
        alert(upTo: prose.first + prose.lines.count - 1)
      case .cell(let cell):
        if !cell.shown.isEmpty { parts.append(fenced(cell.shown, as: "swift")) }
        let targets = outline.targets.filter { cell.lines.contains($0.line) && [.figure, .table].contains($0.kind) }
        parts += outputs.markdown(
          placed.removeValue(forKey: number) ?? [], shown: cell.shownLines, targets: targets, writer: &writer)
        alert(upTo: cell.lines.upperBound)
      }
    }
    alert(upTo: .max)
    parts += [bibliography, navigation, footer]
    let failures = record.entries.enumerated().compactMap { number, entry -> Problem? in
      guard case .failure(let message) = entry.output else { return nil }
      return Problem(file: source.file, line: line(of: entry), message: message)
    }
    let problems = sourceProblems + writer.problems + outputs.problems + failures
    return Page(text: withoutExtraBlanks(parts.joined(separator: "\n\n")), problems: problems.sorted { $0.line < $1.line }.unique)
  }

  /// Where the code that made an entry stands in the source of today.
  private func line(of entry: Entry) -> Int {
    guard let stamp = record.facts?.code else { return entry.line }
    return stamp.line(entry.line, in: source.stamp)
  }

  /// The entries of each cell. A helper function may stand further up than the cell that calls it, so an output never
  /// goes above an earlier one.
  private func placedEntries() -> [Int: [Entry]] {
    var cells: [(number: Int, last: Int)] = []
    for case (let number, .cell(let cell)) in source.stretches.enumerated() { cells.append((number, cell.lines.upperBound)) }
    var placed: [Int: [Entry]] = [:]
    var current = 0
    for entry in record.entries {
      guard let last = cells.indices.last else { break }
      let line = line(of: entry)
      current = max(current, cells.firstIndex { line <= $0.last } ?? last)
      placed[cells[current].number, default: []].append(Entry(line: line, output: entry.output))
    }
    return placed
  }

  /// Sets the problems of the prose so far under it, each once.
  private mutating func alert(upTo line: Int) {
    let new = (sourceProblems + writer.problems + outputs.problems).unique.filter { $0.line <= line && !alerted.contains($0) }
    alerted.formUnion(new)
    parts += new.map { alertBlock("main.swift:\($0.line)", $0.message) }
  }

  /// What is wrong before a word is written.
  private var sourceProblems: [Problem] {
    index.problems.filter { $0.file == source.file }
      + ambiguous.map { name, entry in
        Problem(file: source.file, line: line(of: entry), message: "value(\"\(name)\", …) is given twice, with different values")
      }
  }
}
