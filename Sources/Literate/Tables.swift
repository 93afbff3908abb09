/// What can stand in a table or be quoted in prose: numbers and words.
public protocol TableCell: Sendable {
  var quantity: Quantity { get }
}

extension Double: TableCell {
  public var quantity: Quantity { .number(self) }
}

extension Float: TableCell {
  public var quantity: Quantity { .number(Double(self)) }
}

extension Int: TableCell {
  public var quantity: Quantity { .integer(self) }
}

extension String: TableCell {
  public var quantity: Quantity { .word(self) }
}

/// What is not there is a dash.
extension Optional: TableCell where Wrapped: TableCell {
  public var quantity: Quantity { self?.quantity ?? .word("–") }
}

/// A table that cannot be set.
public enum TableShapeError: Error, Equatable, CustomStringConvertible {
  case badLabel
  case badRow(row: Int, cells: Int, columns: Int)

  public var description: String {
    switch self {
    case .badLabel: "its label may have small letters, digits and hyphens only, and begins with a letter"
    case .badRow(let row, let cells, let columns): "row \(row) has \(cells) cells, but there are \(columns) columns"
    }
  }
}

extension TableOutput {
  func check() throws(TableShapeError) {
    guard label.wholeMatch(of: /[a-z][a-z0-9-]*/) != nil else { throw .badLabel }
    for (index, row) in rows.enumerated() where row.count != columns.count {
      throw .badRow(row: index + 1, cells: row.count, columns: columns.count)
    }
  }

  /// The table's file: a header, commas, at most 6 significant digits.
  public var csv: String {
    let rows = [columns.map(csvField)] + rows.map { $0.map { csvField($0.plain) } }
    return rows.map { $0.joined(separator: ",") + "\n" }.joined()
  }
}

/// A field of a CSV line, in quotes where it needs them.
private func csvField(_ text: String) -> String {
  guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
  return "\"" + text.replacing("\"", with: "\"\"") + "\""
}
