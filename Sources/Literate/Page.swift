/// A woven page, and what is wrong with it.
public struct Page: Equatable, Sendable {
  public let text: String
  public let problems: [Problem]
}

/// Text that Markdown would read as its own marks.
func escaped(_ text: String) -> String {
  var result = ""
  for character in text {
    if "\\`*_{}[]<>|$#".contains(character) { result.append("\\") }
    result.append(character.isNewline ? " " : character)
  }
  return result
}

/// Leaves at most one blank line between two others, outside of code, and none at the ends.
func withoutExtraBlanks(_ text: String) -> String {
  var kept: [Substring] = []
  var isInFence = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.trimmingPrefix(while: { $0 == " " }).hasPrefix("```") { isInFence.toggle() }
    let isBlank = line.allSatisfy(\.isWhitespace)
    if isBlank && !isInFence && (kept.isEmpty || kept.last == "") { continue }
    kept.append(isBlank && !isInFence ? "" : line)
  }
  while kept.last == "" { kept.removeLast() }
  return kept.joined(separator: "\n") + "\n"
}

/// A red box with a place and a sentence.
func alertBlock(_ place: String, _ message: String) -> String {
  "> [!CAUTION]\n> `\(place)`: \(escaped(message))"
}

extension Sequence where Element: Hashable {
  /// Without repetitions, in the same order.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

/// A fence that is longer than any run of backticks in the text.
func fenced(_ text: String, as language: String) -> String {
  let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
  let fence = String(repeating: "`", count: max(3, longest + 1))
  return "\(fence)\(language)\n\(text)\n\(fence)"
}
