import Foundation

/// What a long command tells while it works: one line that is written over, where a person looks at the standard error output.
public struct ProgressLine: Sendable {
  private var shown: ContinuousClock.Instant?
  private var length = 0
  private var name = ""

  public init() {}

  /// Shows a text in place of the last one, at most five times a second. Where nobody looks, shows nothing.
  public mutating func show(_ text: String) {
    guard Terminal.isInteractive, shown.map({ $0.duration(to: .now) > .milliseconds(200) }) ?? true else { return }
    let short = String(text.prefix(max(10, Terminal.width - 1)))
    Terminal.write("\r" + short + String(repeating: " ", count: max(0, length - short.count)))
    (shown, length) = (.now, short.count)
  }

  /// The same; where nobody looks, a line that stays for each new name, on the standard error output.
  public mutating func show(_ text: String, named name: String) {
    if !Terminal.isInteractive, name != self.name { Terminal.write("\(text)\n") }
    self.name = name
    show(text)
  }

  /// Puts a line that stays on the standard output, at once, even where that is a file.
  public mutating func tell(_ text: String) {
    clear()
    try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
  }

  /// Takes the line away.
  public mutating func clear() {
    if length > 0 { Terminal.write("\r" + String(repeating: " ", count: length) + "\r") }
    (shown, length) = (nil, 0)
  }
}
