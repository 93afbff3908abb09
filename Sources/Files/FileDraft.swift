import Foundation

/// A file on its way to its name: written beside it under a hidden name, and renamed when it is whole.
///
/// Whoever looks, and whoever comes after a crash, finds the old file or the new one, and never a part of one. The hidden
/// name ends with the number of this process, so two processes that write the same file do not write into each other's
/// drafts: the last one to keep its own wins. A draft that is not kept is gone with its last use.
public struct FileDraft: ~Copyable {
  /// `.NAME-PROCESS`
  public let name: String
  /// Where to write: a file of this name, beside the target.
  public let path: String
  private let target: String

  /// An empty draft. Its folder is made if it is not there, and what killed processes left of drafts of the same file is
  /// removed.
  public init(of target: String) throws(UnwritableFile) {
    let url = URL(fileURLWithPath: target), folder = url.deletingLastPathComponent()
    let stem = ".\(url.lastPathComponent)-"
    (self.target, name) = (target, "\(stem)\(ProcessInfo.processInfo.processIdentifier)")
    path = folder.appending(path: name).path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try removeLeftovers(named: stem, in: folder)
      guard FileManager.default.createFile(atPath: path, contents: nil) else { throw systemError(errno) }
    } catch {
      throw UnwritableFile(path: target, why: cause(of: error))
    }
  }

  deinit { unlink(path) }

  /// Puts bytes in, in place of what is there.
  public func write(_ bytes: Data) throws(UnwritableFile) {
    do { try bytes.write(to: URL(fileURLWithPath: path)) } catch { throw UnwritableFile(path: target, why: cause(of: error)) }
  }

  /// Gives the file its name, in one step for whoever looks.
  ///
  /// - Parameters:
  ///   - suffix: is added to the name.
  ///   - isDurable: whether the bytes are to be on the disk before they have their name, so that they outlive a power cut.
  public consuming func keep(adding suffix: String = "", isDurable: Bool = false) throws(UnwritableFile) {
    do {
      if isDurable { try flush(path) }
      guard rename(path, target + suffix) == 0 else { throw systemError(errno) }
    } catch {
      throw UnwritableFile(path: target + suffix, why: cause(of: error))
    }
    // The name itself is on the disk once its folder is; a file system that does not offer this has done its best.
    if isDurable { try? flush(URL(fileURLWithPath: target).deletingLastPathComponent().path) }
  }
}

/// Writes a whole file or nothing.
///
/// - Parameter isDurable: as for `FileDraft.keep`.
public func writeWhole(_ bytes: Data, to path: String, isDurable: Bool = false) throws(UnwritableFile) {
  let draft = try FileDraft(of: path)
  try draft.write(bytes)
  try draft.keep(isDurable: isDurable)
}

/// Finds out, before long work, whether a file can be written in the end. Its folder is made if it is not there.
public func probe(_ path: String) throws(UnwritableFile) {
  var isFolder: ObjCBool = false
  if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
    throw UnwritableFile(path: path, why: cause(of: systemError(EISDIR)))
  }
  let draft = try FileDraft(of: path)
  _ = draft.name
}

/// Waits until a file or folder is on the disk.
private func flush(_ path: String) throws {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { throw systemError(errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw systemError(errno) }
}
