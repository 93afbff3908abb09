import ArgumentParser
import Literate

@main struct ExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Check an answer to an exercise of the book.",
    usage: """
      swift run -c release exercise 01.2 "4/3"       judge an answer
      swift run -c release exercise 01.2             show the question
      swift run -c release exercise list             list all exercises
      """,
    discussion: """
      An answer is a number, or several with commas between: "(-2/3, -1/3)". It may
      use + - * / ^, parentheses, sqrt, exp, log or ln, sin, cos, tan, tanh, atanh,
      pi and e.

      The exit status is 0 for a right answer, 1 for a wrong one and 64 for one that
      cannot be read.
      """)

  @Argument(parsing: .captureForPassthrough, help: "The number of the exercise, then the answer.")
  var words: [String] = []

  func run() throws {
    let options = words.filter { ["--help", "-h"].contains($0) }
    guard let number = words.first, options.isEmpty else {
      Swift.print(Self.helpMessage())
      throw ExitCode(words.isEmpty ? ExitStatus.usage : ExitStatus.success)
    }
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    do {
      let desk = ExerciseDesk(package: try PackageFolder())
      if number == "list" { return list(desk) }
      let entry = try desk.entry(number)
      let text = words.dropFirst().joined(separator: " ")
      if text.isEmpty { return show(entry) }
      try judge(text, entry, desk)
    } catch let error as AnswerError {
      throw refusal("the answer cannot be read:\n\(error)")
    } catch let code as ExitCode {
      throw code
    } catch ExerciseError.interrupted {
      throw ExitCode(ExitStatus.interrupted)
    } catch {
      throw refusal("\(error)")
    }
  }

  private func list(_ desk: ExerciseDesk) {
    for entry in desk.entries {
      Swift.print("\(entry.number)  \(entry.outline.title): \(entry.exercise.label)\(entry.isOpen ? " (open question)" : "")")
    }
  }

  private func show(_ entry: ExerciseDesk.Entry) {
    Swift.print("Exercise \(entry.number), \(entry.outline.title)\n\n\(text(entry.exercise.question))\n")
    Swift.print(
      entry.isOpen
        ? "It is an open question: no answer is checked."
        : "To check an answer: swift run -c release exercise \(entry.number) \"…\"")
  }

  private func judge(_ text: String, _ entry: ExerciseDesk.Entry, _ desk: ExerciseDesk) throws {
    guard !entry.isOpen else {
      return Swift.print(
        "Exercise \(entry.number) is an open question: no answer is checked. Compare with the solution in \(desk.page(of: entry))."
      )
    }
    let values = try AnswerParser.values(of: text)
    switch Verdict(values, for: try desk.answer(of: entry)) {
    case .right: Swift.print("Right. The solution is folded in \(desk.page(of: entry)).")
    case .wrong: throw wrong("Not yet.", entry)
    case .notFinite: throw wrong("Not yet: this is no finite number.", entry)
    case .count(let wanted, let given):
      throw wrong("Not yet: the answer has \(wanted) number\(wanted == 1 ? "" : "s"), and \(given) came.", entry)
    }
  }

  private func wrong(_ verdict: String, _ entry: ExerciseDesk.Entry) -> ExitCode {
    let hint = self.text(entry.exercise.hint)
    Swift.print(hint.isEmpty ? verdict : "\(verdict)\nHint: \(hint)")
    return ExitCode(ExitStatus.failure)
  }

  private func text(_ blocks: [Block]) -> String {
    blocks.map { if case .body(let text, _) = $0 { text } else { "" } }.joined(separator: "\n\n")
  }
}
