/// What can be referred to.
public enum LabelKind: String, CaseIterable, Sendable {
  case chapter = "ch"
  case section = "sec"
  case figure = "fig"
  case table = "tab"
  case equation = "eq"
  case exercise = "ex"

  /// How a reference reads: “Figure 1.2”, but “(1.3)” for an equation.
  func reference(to number: String) -> String {
    switch self {
    case .chapter: "Chapter \(number)"
    case .section: "Section \(number)"
    case .figure: "Figure \(number)"
    case .table: "Table \(number)"
    case .equation: "(\(number))"
    case .exercise: "Exercise \(number)"
    }
  }
}

/// A numbered thing of a chapter.
public struct Target: Equatable, Sendable {
  public let kind: LabelKind
  public let label: String
  public let folder: String
  /// “1.2”, or “1” for a chapter.
  public let number: String
  public let line: Int

  var anchor: String { "\(kind.rawValue)-\(label)" }
}

/// What a chapter's source says without being run: its title, its labels, its exercises.
public struct Outline: Equatable, Sendable {
  public let folder: String
  public let file: String
  public private(set) var title = ""
  /// The first paragraph after the title, as it stands in the source.
  public private(set) var opening: Block?
  public private(set) var targets: [Target] = []
  public private(set) var exercises: [Exercise] = []
  /// Names given to `value`; where one is computed, a star stands for what the source does not tell.
  public private(set) var values: Set<String> = []
  /// Labels given to `answer`, with their lines.
  public private(set) var answers: [String: Int] = [:]
  /// Alternative texts of the figures, where they are literals.
  public private(set) var alternatives: [String: String] = [:]
  public private(set) var problems: [Problem]
  public let number: Int
  private var counts: [LabelKind: Int] = [:]

  public init(_ source: ChapterSource) {
    folder = source.folder
    file = source.file
    number = source.number
    problems = source.problems
    for stretch in source.stretches {
      switch stretch {
      case .prose(let prose):
        let (blocks, problems) = BlockReader.blocks(of: prose, file: file)
        self.problems += problems
        for block in blocks { add(block) }
      case .cell(let cell):
        for call in CodeScan.calls(in: cell.code, from: cell.lines.lowerBound) { add(call) }
      }
    }
    if title.isEmpty { complain(1, "the chapter has no title; its first prose line is “//: # Title”") }
    checkAnswers()
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(1, let text, let label, let line):
      if !title.isEmpty { complain(line, "a second title; a chapter has one “# Title”, and “## …” for its sections") }
      if label != nil { complain(line, "a chapter is referred to by its name, {@ch:\(name)}; its title takes no label") }
      title = text
      targets.append(Target(kind: .chapter, label: name, folder: folder, number: String(number), line: line))
    case .heading(2, _, let label, let line): count(.section, label, line)
    case .heading(_, _, let label, let line):
      if label != nil { complain(line, "only sections, “## …”, are numbered and can be labelled") }
    case .body(let text, let line):
      if opening == nil, !title.isEmpty { open(text, line: line) }
      for piece in PieceReader.pieces(of: text, line: line).pieces {
        if case .display(_, let label?, _) = piece.kind { count(.equation, label, piece.line) }
      }
    case .exercise(let exercise):
      exercises.append(exercise)
      count(.exercise, exercise.label, exercise.line)
      for block in exercise.question + exercise.hint + exercise.solution { add(block) }
    }
  }

  private mutating func add(_ call: CellCall) {
    guard call.name == "figure" || call.name == "table" else {
      if call.name == "value" { values.insert(call.label) } else { answers[call.label] = call.line }
      return
    }
    guard call.isLiteral, call.label.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil else {
      return complain(
        call.line, "the label of a \(call.name) is a plain string of small letters, digits and hyphens, not “\(call.label)”")
    }
    if call.name == "figure" { alternatives[call.label] = call.texts["alt"] }
    count(call.name == "figure" ? .figure : .table, call.label, call.line)
  }

  /// Whether a call of `value` that computes the name may give this one.
  func mayCompute(value name: String) -> Bool {
    values.contains { pattern in
      let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
      guard parts.count > 1, name.hasPrefix(parts[0]) else { return false }
      var rest = name.dropFirst(parts[0].count)
      for part in parts.dropFirst().dropLast() where !part.isEmpty {
        guard let place = rest.firstRange(of: part) else { return false }
        rest = rest[place.upperBound...]
      }
      return rest.hasSuffix(parts[parts.count - 1])
    }
  }

  private mutating func count(_ kind: LabelKind, _ label: String?, _ line: Int) {
    counts[kind, default: 0] += 1
    guard let label else { return }
    targets.append(
      Target(kind: kind, label: label, folder: folder, number: "\(number).\(counts[kind, default: 0])", line: line))
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(Problem(file: file, line: line, message: message))
  }

  private mutating func checkAnswers() {
    let labels = Set(exercises.map(\.label))
    for (answer, line) in answers.sorted(by: { $0.value < $1.value }) where !labels.contains(answer) {
      complain(
        line, "answer(\"\(answer)\", …) belongs to no exercise; the exercises are \(labels.sorted().joined(separator: ", "))")
    }
  }

  /// Takes the first paragraph, which stands on the front page too. There the chapter has not been run.
  private mutating func open(_ text: String, line: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
    let paragraph = lines[first...].prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    opening = .body(paragraph, line: line + first)
    if let match = paragraph.firstMatch(of: /\{\{[^}]*\}\}/) {
      let place = line + first + paragraph[..<match.range.lowerBound].count { $0 == "\n" }
      complain(place, "the first paragraph stands on the front page too and can quote no value; move \(match.0) down")
    }
  }
}

extension Outline {
  /// The folder's name without its number: `stochastic-relaxation`.
  public var name: String { String(folder.drop { $0.isNumber }.drop { $0 == "-" }) }

  /// The chapter as readers see it: “1 Stochastic relaxation”.
  public var heading: String { "\(number) \(title)" }
}
