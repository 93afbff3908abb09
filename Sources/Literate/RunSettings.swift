import Foundation

/// What the supervisor tells the process that runs the cells; it travels in one environment variable.
struct RunSettings: Codable, Equatable, Sendable {
  static let variable = "NATURAL_GRADIENT_RUN"

  let root: URL
  let folder: String
  let scratch: URL
  let effort: Effort
  let data: String?
  let isOffline: Bool

  /// The settings of this process, if a supervisor started it.
  static var inherited: RunSettings? {
    guard let text = ProcessInfo.processInfo.environment[variable] else { return nil }
    return try? JSONDecoder().decode(RunSettings.self, from: Data(text.utf8))
  }

  var environmentValue: String {
    guard let data = try? JSONEncoder().encode(self) else { preconditionFailure("settings are always JSON") }
    return String(decoding: data, as: UTF8.self)
  }
}

/// How far a chapter is; a line on its standard output that begins with a record separator.
struct ProgressReport: Codable, Equatable, Sendable {
  static let mark: Character = "\u{1E}"

  let fraction: Double
  let text: String

  func send() {
    let report = ProgressReport(fraction: fraction.isFinite ? min(max(fraction, 0), 1) : 0, text: text)
    guard let data = try? JSONEncoder().encode(report) else { return }
    FileHandle.standardOutput.write(Data("\(Self.mark)".utf8) + data + Data("\n".utf8))
  }

  init(fraction: Double, text: String) {
    self.fraction = fraction
    self.text = text
  }

  init?(line: some StringProtocol) {
    guard line.first == Self.mark,
      let report = try? JSONDecoder().decode(ProgressReport.self, from: Data(line.dropFirst().utf8))
    else { return nil }
    self = report
  }
}
