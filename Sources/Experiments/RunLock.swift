import Foundation

/// Keeps a second process out of the folder of a run. It ends with this value, or with the process in whatever way.
public struct RunLock: Sendable {
  private let folder: FileHandle

  /// Takes the folder of a checkpoint, which is made if it is not there.
  ///
  /// - Throws: `StoredFileError` where another process has it, or where it cannot be made. A file system without locks
  ///   offers none, and the run goes on without.
  public init(folderOf checkpoint: String) throws(StoredFileError) {
    let path = URL(fileURLWithPath: checkpoint).deletingLastPathComponent().path
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw StoredFileError(file: checkpoint, reason: .unwritable(why: "its folder cannot be made"))
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StoredFileError(file: checkpoint, reason: .unwritable(why: "its folder cannot be opened"))
    }
    if flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw StoredFileError(file: checkpoint, reason: .inUse)
    }
    folder = handle
  }
}
