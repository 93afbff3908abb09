import Datasets
import Foundation

/// Named matrices in one file, with a small header in JSON and a checksum: the form of checkpoints and models.
///
///     "natgrad\n"   format (4 bytes)   length of the header (4 bytes)   header   matrices   SHA-256 (64 hexadecimal digits)
///
/// All numbers are little-endian. The checksum is that of everything before it: `head -c -64 FILE | sha256sum` gives it
/// again. The header is {"kind": …, "metadata": {…}, "sections": [{"name", "rows", "columns", "format"}, …]}.
public struct MatrixFile: Sendable, Equatable {
  /// What the file is: "checkpoint", "model".
  public let kind: String
  public let sections: [MatrixSection]
  /// The JSON of the header, with the metadata in it.
  private let header: [UInt8]

  static let magic = Array("natgrad\n".utf8)
  /// The format that is written; older ones are read.
  static let format = 1
  static let digits = 64

  private struct Header<Metadata: Encodable>: Encodable {
    let kind: String, metadata: Metadata, sections: [Entry]
  }

  private struct Directory: Decodable {
    let kind: String, sections: [Entry]
  }

  private struct Entry: Codable {
    let name: String, rows: Int, columns: Int, format: MatrixSection.Format
  }

  private struct Wrapped<Metadata: Decodable>: Decodable {
    let metadata: Metadata
  }

  /// - Precondition: the metadata can be JSON; numbers that are not finite belong into a section.
  public init(kind: String, metadata: some Encodable, _ sections: [MatrixSection]) {
    (self.kind, self.sections) = (kind, sections)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let entries = sections.map { Entry(name: $0.name, rows: $0.rows, columns: $0.columns, format: $0.format) }
    guard let data = try? encoder.encode(Header(kind: kind, metadata: metadata, sections: entries)) else {
      preconditionFailure("MatrixFile: the metadata of a \(kind) are no JSON")
    }
    header = [UInt8](data)
  }

  public func section(_ name: String) -> MatrixSection? { sections.first { $0.name == name } }

  /// The metadata, or nil where they are those of something else.
  public func metadata<Metadata: Decodable>(as _: Metadata.Type) -> Metadata? {
    try? JSONDecoder().decode(Wrapped<Metadata>.self, from: Data(header)).metadata
  }

  /// The bytes of the file.
  public var contents: [UInt8] {
    var bytes = Self.magic + Self.word(Self.format) + Self.word(header.count) + header
    bytes.reserveCapacity(bytes.count + sections.reduce(Self.digits) { $0 + $1.contents.count })
    for section in sections { bytes += section.contents }
    return bytes + Array(sha256(bytes).utf8)
  }

  /// Writes the file beside its name, flushes it to the disk and renames it.
  public func write(to file: String) throws(StoredFileError) { try StoredFile.write(contents, to: file) }

  private static func word(_ n: Int) -> [UInt8] { [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: n >> $0) } }
}

extension MatrixFile {
  /// Reads a file of a kind.
  ///
  /// - Throws: `StoredFileError`; nothing is allocated that the file is too short for.
  public init(contentsOf file: String, kind: String) throws(StoredFileError) {
    try self.init(StoredFile.read(file), kind: kind, named: file)
  }

  /// Reads the bytes of a file. The name is for the error's sentence only.
  public init(_ bytes: [UInt8], kind wanted: String, named file: String) throws(StoredFileError) {
    func error(_ reason: StoredFileError.Reason) -> StoredFileError { StoredFileError(file: file, reason: reason) }
    func word(at place: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) } }
    let start = Self.magic.count + 8
    guard bytes.starts(with: Self.magic.prefix(bytes.count)), !bytes.isEmpty else { throw error(.notAMatrixFile) }
    guard bytes.count >= start else { throw error(.cut(promised: start + Self.digits, found: bytes.count)) }
    let format = word(at: Self.magic.count), length = word(at: Self.magic.count + 4)
    guard format > 0 else { throw error(.damaged) }
    guard format <= Self.format else { throw error(.newerFormat(found: format, known: Self.format)) }
    guard start + length + Self.digits <= bytes.count else {
      throw error(.cut(promised: start + length + Self.digits, found: bytes.count))
    }
    let header = Array(bytes[start..<start + length])
    guard let directory = try? JSONDecoder().decode(Directory.self, from: Data(header)) else { throw error(.damaged) }
    var place = start + length
    var sections: [MatrixSection] = []
    for entry in directory.sections {
      guard let size = Self.size(of: entry) else { throw error(.absurdSize(section: entry.name)) }
      // A section that the file is too short for is empty here, and the length is told below.
      let end = min(place + size, bytes.count)
      let isThere = place + size <= bytes.count
      sections.append(
        MatrixSection(
          entry.name, rows: isThere ? entry.rows : 0, columns: isThere ? entry.columns : 0, entry.format,
          contents: bytes[min(place, end)..<end]))
      place += size
      guard place < 1 << 40 else { throw error(.absurdSize(section: entry.name)) }
    }
    let promised = place + Self.digits
    guard bytes.count >= promised else { throw error(.cut(promised: promised, found: bytes.count)) }
    guard bytes.count == promised, Array(bytes[place...]) == Array(sha256(Array(bytes[..<place])).utf8) else {
      throw error(.damaged)
    }
    guard directory.kind == wanted else { throw error(.otherKind(found: directory.kind, wanted: wanted)) }
    (self.kind, self.sections, self.header) = (directory.kind, sections, header)
  }

  /// The bytes of a section, or nil where no file is so long.
  private static func size(of entry: Entry) -> Int? {
    guard entry.rows >= 0, entry.columns >= 0 else { return nil }
    let (count, isTooLarge) = entry.rows.multipliedReportingOverflow(by: entry.columns)
    return isTooLarge || count > 1 << 37 ? nil : count * entry.format.bytes
  }
}
