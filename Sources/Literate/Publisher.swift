import Files
import Foundation

/// Puts files into a folder so that its readers see each of them whole, an old or a new one; a page comes after its figures.
public struct Publisher {
  private let manager = FileManager.default
  /// The kinds of files that chapters write.
  private static let kinds: Set = ["csv", "gp", "md", "png", "svg"]
  /// The hidden name under which files wait, before the number of the process.
  private static let staging = ".publish-"

  public init() {}

  /// Replaces the files of `folder`, but not its sub-folder `records/`.
  ///
  /// All files are first written into a hidden folder within and then moved up, one by one; the folder around may be closed to
  /// us, or on another disk. Pages, figures and data that are not among the new ones are removed, unless others are kept; files
  /// of other kinds are not ours. Files with the same bytes are not touched.
  public func publish(_ files: [String: Data], to folder: URL, keepingOthers: Bool = false) throws(UnwritableFile) {
    let staging = folder.appending(
      path: "\(Self.staging)\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
    defer { try? manager.removeItem(at: staging) }
    var place = folder
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      try? removeLeftovers(named: Self.staging, in: folder)
      try? manager.removeItem(at: staging)  // of an earlier process that had the number of this one
      try manager.createDirectory(at: staging, withIntermediateDirectories: false)
      for (name, data) in files {
        place = folder.appending(path: name)
        try data.write(to: staging.appending(path: name))
      }
      for name in files.keys.sorted(by: { ($0.hasSuffix(".md") ? 1 : 0, $0) < ($1.hasSuffix(".md") ? 1 : 0, $1) }) {
        place = folder.appending(path: name)
        if let old = try? Data(contentsOf: place), old == files[name] { continue }
        try move(staging.appending(path: name), to: place)
      }
      place = folder
      for name in try manager.contentsOfDirectory(atPath: folder.path) where files[name] == nil && !keepingOthers {
        place = folder.appending(path: name)
        guard Self.kinds.contains(place.pathExtension) else { continue }
        try manager.removeItem(at: place)
      }
    } catch {
      throw UnwritableFile(path: place.path, why: cause(of: error))
    }
  }

  /// Puts one folder in the place of another.
  func replace(_ folder: URL, with new: URL) throws(UnwritableFile) {
    let old = folder.deletingLastPathComponent().appending(
      path: ".old-\(folder.lastPathComponent)-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try manager.createDirectory(at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
      if manager.fileExists(atPath: folder.path) { try move(folder, to: old) }
      try move(new, to: folder)
    } catch {
      throw UnwritableFile(path: folder.path, why: cause(of: error))
    }
    try? manager.removeItem(at: old)
  }

  /// Writes one file, where it is not there with the same bytes.
  func write(_ text: String, to file: URL) throws(UnwritableFile) {
    let data = Data(text.utf8)
    if let old = try? Data(contentsOf: file), old == data { return }
    try writeWhole(data, to: file.path)
  }

  /// Renames, in one step for whoever looks.
  private func move(_ old: URL, to new: URL) throws {
    guard rename(old.path, new.path) == 0 else { throw systemError(errno) }
  }
}
