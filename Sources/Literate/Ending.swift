import Foundation

/// How the process of a chapter ended, and what it left to tell why.
public struct Ending: Equatable, Sendable {
  /// The signal that killed it, if one did.
  public let signal: Int32?
  public let status: Int32
  /// What it wrote to standard error.
  public let errors: String
  /// What Swift's backtracer wrote.
  public let backtrace: String

  public init(signal: Int32?, status: Int32, errors: String = "", backtrace: String = "") {
    self.signal = signal
    self.status = status
    self.errors = errors
    self.backtrace = backtrace
  }

  /// The sentence for the page, and the line of `main.swift` where it happened, if that is known; nil after a good end.
  public var failure: (line: Int?, message: String)? {
    if let signal { return (line, crash(signal)) }
    switch status {
    case ExitStatus.success: return nil
    case ExitStatus.cannotWrite: return (nil, lastWords ?? "the chapter could not write its files")
    default: return (line, "the chapter ended with exit status \(status)" + (lastWords.map { ": \($0)" } ?? ""))
    }
  }

  private func crash(_ signal: Int32) -> String {
    if let match = errors.firstMatch(of: /Fatal error: Error raised at top level: (.*)/) {
      return "an error was thrown: \(match.1)"
    }
    let place = libraryPlace.map { " in \($0)" } ?? ""
    if let match = errors.firstMatch(of: /Fatal error: (.*)/) { return "the chapter crashed: \(match.1)\(place)" }
    if let match = backtrace.firstMatch(of: /Swift runtime failure: ([a-z ]*[a-z])/) {
      return "the chapter crashed: \(match.1)\(place)"
    }
    switch signal {
    case SIGILL, SIGTRAP: return "the chapter crashed: a precondition does not hold, or an index is out of range\(place)"
    case SIGKILL: return "the chapter was killed (signal 9); perhaps the memory of the machine was full"
    default: return "the chapter crashed: signal \(signal)\(place)"
    }
  }

  /// The line of `main.swift` in the innermost frame that has one.
  private var line: Int? {
    let match = errors.firstMatch(of: /main\.swift:(\d+): Fatal error/) ?? backtrace.firstMatch(of: /main\.swift:(\d+)/)
    return match.flatMap { Int($0.1) }
  }

  /// Where in the libraries it happened, when it did not happen in the chapter itself.
  private var libraryPlace: String? {
    guard let match = backtrace.firstMatch(of: /Sources\/[^\s:]*\.swift:\d+/) else { return nil }
    if let main = backtrace.firstRange(of: "main.swift:"), main.lowerBound < match.range.lowerBound { return nil }
    return String(match.0)
  }

  /// The last line of standard error.
  private var lastWords: String? {
    errors.split(separator: "\n").last.map { String($0) }
  }
}
