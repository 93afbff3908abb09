import Foundation

/// Removes from a folder what processes that are no more have left in it: each entry whose name is a stem and then the number of
/// such a process.
public func removeLeftovers(named stem: String, in folder: URL) throws {
  let manager = FileManager.default
  for name in try manager.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(stem) {
    guard let owner = Int32(name.dropFirst(stem.count)), owner > 0, kill(owner, 0) != 0, errno == ESRCH else { continue }
    try manager.removeItem(at: folder.appending(path: name))
  }
}
