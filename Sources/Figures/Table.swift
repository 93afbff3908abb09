/// A column of a table: what it is called, until it gets its final name, and its numbers.
struct Column: Sendable {
  let name: String
  let values: [Double]
  /// Whether it may be without any finite value.
  let optional: Bool

  init(_ name: String, _ values: [Double], optional: Bool = false) {
    self.name = name
    self.values = values
    self.optional = optional
  }
}

/// The data of one or more layers of a panel, before it has a file.
struct Table: Sendable {
  enum Content: Sendable {
    case columns([Column], kept: [Bool])
    case matrix(Grid, digits: Int)
  }

  /// The words of its file name.
  let part: String
  var content: Content
  /// Whether other layers with the same x may add their columns.
  let isShared: Bool

  /// Legible and unique, in order.
  var columnNames: [String] {
    guard case .columns(let columns, _) = content else { return [] }
    return columns.reduce(into: []) { $0.append(columnName($1.name, taken: $0)) }
  }

  var csv: CSV {
    switch content {
    case .columns(let columns, let kept): CSV(names: columnNames, columns: columns.map(\.values), kept: kept)
    case .matrix(let grid, let digits): CSV(grid, digits: digits)
    }
  }

  /// Adds columns to a table with the same x; returns where they are, or `nil` when the x differ.
  mutating func merge(x: [Double], _ new: [Column], kept: [Bool]) -> [Int]? {
    guard isShared, case .columns(var columns, var rows) = content, columns[0].values == x, !x.contains(where: \.isNaN) else {
      return nil
    }
    var places = [0]
    for column in new {
      if let same = columns.firstIndex(where: { $0.name == column.name && $0.values == column.values }) {
        places.append(same)
      } else {
        places.append(columns.count)
        columns.append(column)
      }
    }
    for row in rows.indices where kept[row] { rows[row] = true }
    content = .columns(columns, kept: rows)
    return places
  }
}

/// Where the columns of a layer went: a table of the sheet and places in it.
struct TableReference: Sendable {
  let table: Int
  let columns: [Int]
  var isMatrix = false
}
