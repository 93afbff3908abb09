import Foundation

/// Writes files so that whoever looks, and whoever comes after a crash, finds the old one or the new one whole.
enum AtomicFile {
  /// Writes beside the name, flushes to the disk, and renames. The folder is made if it is not there.
  ///
  /// Of two processes that write the same file one may fail; `RunLock` keeps them apart.
  static func write(_ bytes: [UInt8], to path: String) throws(StoredFileError) {
    let target = URL(fileURLWithPath: path), folder = target.deletingLastPathComponent()
    // A process that was killed leaves it behind, and the next one writes over it.
    let temporary = folder.appending(path: ".\(target.lastPathComponent).new")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      guard FileManager.default.createFile(atPath: temporary.path, contents: nil) else { throw refusal(errno) }
      let file = try FileHandle(forWritingTo: temporary)
      try file.write(contentsOf: Data(bytes))
      try file.synchronize()
      try file.close()
      guard rename(temporary.path, target.path) == 0 else { throw refusal(errno) }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw StoredFileError(file: path, reason: .unwritable(why: cause(of: error)))
    }
    // The name itself is on the disk once its folder is; a file system that does not offer this has done its best.
    if let handle = FileHandle(forReadingAtPath: folder.path) { try? handle.synchronize() }
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
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw StoredFileError(file: path, reason: .missing)
    }
    if isFolder.boolValue { throw StoredFileError(file: path, reason: .unreadable(why: "it is a folder")) }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw StoredFileError(file: path, reason: .unreadable(why: cause(of: error)))
    }
  }

  private static func refusal(_ number: Int32) -> NSError { NSError(domain: NSPOSIXErrorDomain, code: Int(number)) }

  /// The part of an error that tells a reader something.
  private static func cause(of error: any Error) -> String {
    let foundation = error as NSError
    if let inner = foundation.userInfo[NSUnderlyingErrorKey] as? any Error { return cause(of: inner) }
    switch (foundation.domain, CocoaError.Code(rawValue: foundation.code)) {
    case (NSPOSIXErrorDomain, _): return String(cString: strerror(Int32(foundation.code)))
    case (NSCocoaErrorDomain, .fileWriteOutOfSpace): return "no space is left on the disk"
    case (NSCocoaErrorDomain, .fileWriteNoPermission), (NSCocoaErrorDomain, .fileReadNoPermission): return "it is not permitted"
    default: return "a part of the path is no folder, or the disk refuses"
    }
  }
}
