import Foundation

/// One line of a run record: an output, and the line of `main.swift` that made it.
public struct Entry: Codable, Equatable, Sendable {
  public let line: Int
  public let output: Output

  public init(line: Int, output: Output) {
    self.line = line
    self.output = output
  }
}

/// What a run left behind, in the order in which it was made.
public struct RunRecord: Equatable, Sendable {
  public var entries: [Entry]

  public init(entries: [Entry] = []) {
    self.entries = entries
  }

  /// Reads a record. A last line that was cut by a crash is left out; a damaged line before it is an error.
  public init(text: String) throws(RecordError) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    var entries: [Entry] = []
    for (index, line) in lines.enumerated() {
      if let entry = try? Self.decoder.decode(Entry.self, from: Data(line.utf8)) {
        entries.append(entry)
      } else if index < lines.count - 1 {
        throw RecordError(line: index + 1)
      }
    }
    self.entries = entries
  }

  /// Reads the record that a run left in its folder; nil where there is none. A last line may be cut within a character.
  init?(in folder: URL) throws(RecordError) {
    guard let data = try? Data(contentsOf: folder.appending(path: Self.fileName)) else { return nil }
    try self.init(text: String(decoding: data, as: UTF8.self))
  }

  static let fileName = "record.jsonl"

  /// The record as text: one JSON line for each entry, keys in alphabetical order.
  public var text: String { entries.map { Self.line(of: $0) }.joined() }

  static func line(of entry: Entry) -> String {
    guard let data = try? encoder.encode(entry) else { preconditionFailure("an entry is always JSON") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}

extension RunRecord {
  /// What was run; nil when the process ended before its first cell.
  public var facts: RunFacts? {
    for case .begin(let facts) in entries.map(\.output) { return facts }
    return nil
  }

  /// What the chapter says of data that were drawn because there are no others.
  var syntheticData: [String] {
    entries.compactMap { if case .data(let description, .synthetic) = $0.output { description } else { nil } }
  }

  /// The worst standing of the data that was read; nil when none was.
  public var standing: DataStanding? {
    var standings: [DataStanding] = []
    for case .data(_, let standing) in entries.map(\.output) { standings.append(standing) }
    if standings.contains(.synthetic) { return .synthetic }
    if standings.contains(.unverified) { return .unverified }
    return standings.first
  }

  /// Whether a cell had no record to draw from.
  var hasAbsence: Bool {
    entries.contains { if case .absence = $0.output { true } else { false } }
  }

  /// Whether a cell failed.
  public var hasFailure: Bool {
    entries.contains { if case .failure = $0.output { true } else { false } }
  }
}

/// A line of a record, before the last one, that is no record line.
public struct RecordError: Error, Equatable, Sendable, CustomStringConvertible {
  public let line: Int

  public var description: String { "line \(line) of the chapter's run record is damaged; run the chapter again" }
}

/// Appends entries to `record.jsonl`, each with one write to the file, so that a crash loses nothing.
///
/// A class, because the open file is shared by everything that writes to it.
final class RecordWriter {
  private let handle: FileHandle

  init(folder: URL) throws {
    let file = folder.appending(path: RunRecord.fileName)
    try Data().write(to: file)
    handle = try FileHandle(forWritingTo: file)
  }

  func append(_ entry: Entry) throws {
    try handle.write(contentsOf: Data(RunRecord.line(of: entry).utf8))
  }
}
