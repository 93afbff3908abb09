/// A part of a stretch of prose.
public indirect enum Block: Equatable, Sendable {
  case heading(level: Int, text: String, label: String?, line: Int)
  /// Paragraphs, lists, tables, displayed formulas, code: anything between headings and exercises.
  case body(String, line: Int)
  case exercise(Exercise)
}

/// A question to the reader, with its hint and its solution.
public struct Exercise: Equatable, Sendable {
  public let label: String
  public let line: Int
  public var question: [Block] = []
  public var hint: [Block] = []
  public var solution: [Block] = []
}

/// Takes a stretch of prose apart, line by line.
struct BlockReader {
  private enum Section {
    case page, question, hint, solution
  }

  private let file: String
  private(set) var problems: [Problem] = []
  private var blocks: [Block] = []
  private var exercise: Exercise?
  private var section = Section.page
  private var body: [String] = []
  private var bodyLine = 0
  private var isInFence = false
  private var fenceLine = 0
  private var isInFormula = false

  static func blocks(of prose: Prose, file: String) -> (blocks: [Block], problems: [Problem]) {
    var reader = BlockReader(file: file)
    for (index, line) in prose.lines.enumerated() { reader.read(line, number: prose.first + index) }
    reader.finish()
    return (reader.blocks, reader.problems)
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func read(_ line: String, number: Int) {
    let isFence = line.trimmingPrefix { $0 == " " }.hasPrefix("```")
    if isFence && !isInFormula {
      isInFence.toggle()
      fenceLine = number
    }
    let isPlain = !isInFence && !isInFormula && !isFence
    if isPlain, line.hasPrefix(":::") {
      direct(line.dropFirst(3).split(separator: " ").map(String.init), number: number)
    } else if isPlain, let match = line.wholeMatch(of: /(#{1,4}) +(.*?)(?: *\{#([^}]*)\})? */) {
      flush()
      let label = label(match.3.map(String.init), line: number)
      append(.heading(level: match.1.count, text: String(match.2), label: label, line: number))
    } else {
      if body.isEmpty { bodyLine = number }
      body.append(line)
    }
    if !isInFence && !isFence && displayMarks(in: line) % 2 == 1 { isInFormula.toggle() }
  }

  private mutating func label(_ label: String?, line: Int) -> String? {
    guard let label else { return nil }
    if let match = label.wholeMatch(of: /sec:([a-z][a-z0-9-]*)/) { return String(match.1) }
    complain(line, "“{#\(label)}”: a section is labelled {#sec:name}, with small letters, digits and hyphens")
    return nil
  }

  /// Obeys a line that begins with `:::`.
  private mutating func direct(_ words: [String], number: Int) {
    flush()
    switch (words.first, exercise == nil) {
    case ("exercise", true):
      guard words.count == 2, words[1].wholeMatch(of: /[a-z][a-z0-9-]*/) != nil else {
        return complain(number, "write “::: exercise name”, the name of small letters, digits and hyphens")
      }
      exercise = Exercise(label: words[1], line: number)
      section = .question
    case ("hint", false) where section == .question: section = .hint
    case ("solution", false) where section != .solution: section = .solution
    case (nil, false): closeExercise()
    default:
      complain(
        number,
        "“::: \(words.joined(separator: " "))” does not fit here; an exercise is ::: exercise name, ::: hint, ::: solution, :::")
    }
  }

  private mutating func finish() {
    flush()
    if isInFence { complain(fenceLine, "a code block without its closing ``` before the next code") }
    guard let exercise else { return }
    complain(exercise.line, "exercise \(exercise.label) has no closing “:::” before the next code")
    closeExercise()
  }

  private mutating func closeExercise() {
    if let exercise { blocks.append(.exercise(exercise)) }
    exercise = nil
    section = .page
  }

  private mutating func flush() {
    if body.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
      append(.body(body.joined(separator: "\n"), line: bodyLine))
    }
    body = []
  }

  private mutating func append(_ block: Block) {
    switch section {
    case .page: blocks.append(block)
    case .question: exercise?.question.append(block)
    case .hint: exercise?.hint.append(block)
    case .solution: exercise?.solution.append(block)
    }
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(Problem(file: file, line: line, message: message))
  }
}

/// How often `$$` stands in a line outside of code.
private func displayMarks(in line: String) -> Int {
  line.replacing(/`[^`]*`/, with: "").matches(of: /\$\$/).count
}
