import Foundation

/// One row of the table: a case, how long it takes, and what that means.
struct Measurement {
  let name: String
  let timing: Timing
  /// Operations a second in units of 10⁹; NaN where operations are not what counts.
  let gflops: Double
  let peakMemory: Double
  /// What stands behind the name, for the reader of the terminal.
  let note: String

  init(_ name: String, _ timing: Timing, operations: Double = .nan, peakMemory: Double = Memory.peak, note: String = "") {
    (self.name, self.timing, self.peakMemory, self.note) = (name, timing, peakMemory, note)
    gflops = operations / timing.median / 1e9
  }

  static let header = "case,seconds,gflops,fraction_of_peak,peak_memory_mb"

  /// A row of the CSV file; 4 significant digits.
  func row(peak: Double) -> String {
    let numbers = [timing.median, gflops, gflops / peak, peakMemory]
    return ([name] + numbers.map { $0.isNaN ? "NaN" : String(format: "%.4g", $0) }).joined(separator: ",")
  }

  /// A line for the terminal.
  func line(peak: Double) -> String {
    func cell(_ x: Double, _ format: String) -> String { x.isNaN ? "–" : String(format: format, x) }
    func right(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
    return name.padding(toLength: 22, withPad: " ", startingAt: 0) + right(cell(timing.median, "%.4g"), 11)
      + right(cell(100 * timing.spread, "± %.0f %%"), 9) + right(cell(gflops, "%.1f"), 9)
      + right(cell(gflops / peak, "%.2f"), 7) + right(cell(peakMemory, "%.0f"), 8) + (note.isEmpty ? "" : "  " + note)
  }

  static let title =
    "case                      seconds   spread   GFLOP/s   peak   MB"
}
