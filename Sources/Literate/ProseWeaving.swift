// Headings, running text and exercises of a page.

extension Weaver {
  mutating func write(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let level, let text, let label, let line): writeHeading(level, text, label, line)
      case .body(let text, let line): parts.append(writer.markdown(text, line: line))
      case .exercise(let exercise): write(exercise)
      }
    }
  }

  private mutating func writeHeading(_ level: Int, _ text: String, _ label: String?, _ line: Int) {
    let text = writer.plainMarkdown(text, line: line, in: "a heading")
    let marks = String(repeating: "#", count: level)
    switch level {
    case 1: parts.append("# \(source.number) \(text)")
    case 2:
      sections += 1
      if let label { parts.append("<a id=\"sec-\(label)\"></a>") }
      parts.append("## \(source.number).\(sections) \(text)")
    default: parts.append("\(marks) \(text)")
    }
  }

  private mutating func write(_ exercise: Exercise) {
    let number = index.target(.exercise, exercise.label, in: source.folder)?.number ?? "?"
    parts.append("<a id=\"ex-\(exercise.label)\"></a>")
    let start = parts.count
    write(exercise.question)
    let title = "**Exercise \(number).** "
    if start < parts.count { parts[start] = title + parts[start] } else { parts.append(title) }
    if outline.answers[exercise.label] != nil {
      parts.append("*Check your answer:* `swift run -c release exercise \(paddedNumber(number)) \"…\"`")
    } else {
      parts.append("*An open question: no answer is checked.*")
    }
    fold("Hint", exercise.hint)
    fold("Solution", exercise.solution)
  }

  private mutating func fold(_ title: String, _ blocks: [Block]) {
    guard !blocks.isEmpty else { return }
    parts.append("<details>\n<summary>\(title)</summary>")
    write(blocks)
    parts.append("</details>")
  }
}

/// The number of an exercise as the command `exercise` takes it: 01.2 for “1.2”.
func paddedNumber(_ number: String) -> String {
  number.prefix { $0 != "." }.count == 1 ? "0" + number : number
}
