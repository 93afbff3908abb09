import Foundation

/// Tells a person how a run goes on: one line that changes on a terminal, a plain line for each step elsewhere.
struct ProgressDisplay {
  private let isInteractive = Terminal.isInteractive
  private var lastUpdate = ContinuousClock.now - .seconds(60)
  private var lastTold: [String: ContinuousClock.Instant] = [:]

  mutating func started(_ folder: String) {
    lastTold[folder] = .now
    if !isInteractive { Terminal.write("\(folder): started\n") }
  }

  mutating func ended(_ folder: String, seconds: Double, failures: Int) {
    let verdict = failures == 0 ? "done" : failures == 1 ? "1 error" : "\(failures) errors"
    step("\(folder): \(verdict) after \(seconds < 10 ? String(format: "%.1f s", seconds) : Forecast.words(seconds))")
  }

  /// A line that stays.
  mutating func step(_ text: String) {
    Terminal.write((isInteractive ? "\r\u{1B}[K" : "") + text + "\n")
  }

  /// Where all of it stands; on a terminal some times a second, elsewhere once in half a minute and chapter.
  mutating func update(done: Int, of total: Int, running: [(folder: String, progress: ProgressReport)], rest: Double?) {
    guard isInteractive else {
      for (folder, progress) in running where (lastTold[folder] ?? .now).duration(to: .now) > .seconds(30) {
        lastTold[folder] = .now
        step("\(folder): \(words(progress))")
      }
      return
    }
    guard lastUpdate.duration(to: .now) > .milliseconds(200) else { return }
    lastUpdate = .now
    let chapters = running.map { "\($0.folder) \(words($0.progress))" }.joined(separator: " · ")
    let left = rest.map { " · about \(Forecast.words($0)) left" } ?? ""
    let line = "[\(done)/\(total)] \(chapters)\(left)"
    Terminal.write("\r\u{1B}[K" + line.prefix(Terminal.width - 1))
  }

  func clear() {
    if isInteractive { Terminal.write("\r\u{1B}[K") }
  }

  private func words(_ progress: ProgressReport) -> String {
    let percent = progress.fraction > 0 ? "\(Int(progress.fraction * 100)) %" : "…"
    return progress.text.isEmpty ? percent : "\(percent) (\(progress.text))"
  }
}
