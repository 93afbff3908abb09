import Foundation

/// A committed table that a long run left: a CSV file with a header, a name in the first column and numbers in the others.
public struct RecordedTable: Sendable, Equatable {
  /// The columns of numbers.
  public let columns: [String]
  /// The names of the rows, in the order of the file.
  public let names: [String]
  private let numbers: [[Double]]

  /// - Throws: `RecordedTableError`, a sentence with the file and the line.
  public init(_ text: String, file: String) throws(RecordedTableError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let header = lines.first, header.count > 1 else {
      throw RecordedTableError(sentence: "\(file) has no header of at least two columns: make the record anew.")
    }
    var names: [String] = [], numbers: [[Double]] = []
    for (i, fields) in lines.enumerated().dropFirst() where fields != [""] {
      let row = fields.dropFirst().map { Double($0) }
      guard fields.count == header.count, !row.contains(nil) else {
        throw RecordedTableError(sentence: "\(file), line \(i + 1), is no row of \(header.count) columns: make the record anew.")
      }
      names.append(String(fields[0]))
      numbers.append(row.map { $0! })
    }
    (columns, self.names, self.numbers) = (header.dropFirst().map(String.init), names, numbers)
  }

  /// The number in a row and a column; nil where there is no such row or column.
  public subscript(_ name: String, _ column: String) -> Double? {
    guard let i = names.firstIndex(of: name), let j = columns.firstIndex(of: column) else { return nil }
    return numbers[i][j]
  }
}

/// A record that cannot be read, in one sentence.
public struct RecordedTableError: Error, Equatable, CustomStringConvertible {
  public let sentence: String

  public init(sentence: String) { self.sentence = sentence }

  public var description: String { sentence }
}

extension Chapter {
  /// A table in `records/` of this chapter, or of another one that is named by its folder; nil where it is not there.
  public func recorded(_ name: String, of folder: String? = nil) throws(RecordedTableError) -> RecordedTable? {
    let folder = folder ?? running.folder
    let url = running.root.appending(path: "output/\(folder)/records/\(name)")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
    return try RecordedTable(text, file: "output/\(folder)/records/\(name)")
  }
}
