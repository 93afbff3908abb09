import Foundation

/// The one way in which numbers are written: at most six significant digits, a point, NaN for a gap.
func legible(_ value: Double, digits: Int = 6) -> String {
  guard value.isFinite else { return "NaN" }
  if value == value.rounded(), abs(value) < 1e5 { return String(Int(value)) }
  let text = String(format: "%.\(digits)g", value)
  return text == "-0" ? "0" : text
}

/// A file of comma-separated values.
struct CSV: Sendable, Hashable {
  var text: String

  /// Columns under their names; only the rows that are kept.
  init(names: [String], columns: [[Double]], kept: [Bool]) {
    text = names.joined(separator: ",") + "\n"
    for row in kept.indices where kept[row] {
      text += columns.map { legible($0[row]) }.joined(separator: ",") + "\n"
    }
  }

  /// A matrix: x in the first row, y in the first column.
  init(_ grid: Grid, digits: Int) {
    text = "y/x," + grid.x.map { legible($0) }.joined(separator: ",") + "\n"
    for (y, row) in zip(grid.y, grid.values) {
      text += legible(y) + "," + row.map { legible($0, digits: digits) }.joined(separator: ",") + "\n"
    }
  }

  static let limit = 400_000
}
