import Files
import Foundation

/// Stored files, whole or not at all, with sentences of their own.
enum StoredFile {
  /// - Throws: `unwritable`; what was there before is unchanged.
  static func write(_ bytes: [UInt8], to path: String) throws(StoredFileError) {
    do { try writeWhole(Data(bytes), to: path, isDurable: true) } catch {
      throw StoredFileError(file: path, reason: .unwritable(why: error.why))
    }
  }

  /// Writes a value as JSON, keys in alphabetical order.
  static func write(json value: some Encodable, to path: String) throws(StoredFileError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(value) else { preconditionFailure("a manifest is always JSON") }
    try write([UInt8](json) + [0x0A], to: path)
  }

  /// The whole file.
  static func read(_ path: String) throws(StoredFileError) -> [UInt8] {
    do { return try readWhole(path) } catch {
      throw StoredFileError(file: path, reason: error.isMissing ? .missing : .unreadable(why: error.why))
    }
  }
}
