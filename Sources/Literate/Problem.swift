/// Something wrong in a chapter, with its place: `Chapters/01-name/main.swift:57: message`.
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}
