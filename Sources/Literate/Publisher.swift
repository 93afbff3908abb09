import Foundation

/// Puts files into a folder so that its readers see each of them whole, an old or a new one; a page comes after its figures.
public struct Publisher {
  private let manager = FileManager.default
  /// The kinds of files that chapters write.
  private static let kinds: Set = ["csv", "gp", "md", "png", "svg"]

  public init() {}

  /// Replaces the files of `folder`, but not its sub-folder `records/`.
  ///
  /// All files are first written beside the folder and then moved in, one by one. Pages, figures and data that are not
  /// among the new ones are removed, unless others are kept; files of other kinds are not ours. Files with the same bytes
  /// are not touched.
  public func publish(_ files: [String: Data], to folder: URL, keepingOthers: Bool = false) throws(UnwritableFile) {
    let staging = folder.deletingLastPathComponent().appending(
      path: ".\(folder.lastPathComponent)-\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
    defer { try? manager.removeItem(at: staging) }
    var place = staging
    do {
      try manager.createDirectory(at: staging, withIntermediateDirectories: true)
      for (name, data) in files {
        place = staging.appending(path: name)
        try data.write(to: place)
      }
      place = folder
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in files.keys.sorted(by: { ($0.hasSuffix(".md") ? 1 : 0, $0) < ($1.hasSuffix(".md") ? 1 : 0, $1) }) {
        place = folder.appending(path: name)
        if let old = try? Data(contentsOf: place), old == files[name] { continue }
        try move(staging.appending(path: name), to: place)
      }
      for name in try manager.contentsOfDirectory(atPath: folder.path) where files[name] == nil && !keepingOthers {
        place = folder.appending(path: name)
        guard Self.kinds.contains(place.pathExtension) else { continue }
        try manager.removeItem(at: place)
      }
    } catch {
      throw UnwritableFile(path: place.path, why: reason(of: error))
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
      throw UnwritableFile(path: folder.path, why: reason(of: error))
    }
    try? manager.removeItem(at: old)
  }

  /// Writes one file beside its name and renames it.
  func write(_ text: String, to file: URL) throws(UnwritableFile) {
    let data = Data(text.utf8)
    if let old = try? Data(contentsOf: file), old == data { return }
    let temporary = file.deletingLastPathComponent().appending(
      path: ".\(file.lastPathComponent)-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: temporary)
      try move(temporary, to: file)
    } catch {
      try? manager.removeItem(at: temporary)
      throw UnwritableFile(path: file.path, why: reason(of: error))
    }
  }

  /// Renames, in one step for whoever looks.
  private func move(_ old: URL, to new: URL) throws {
    guard rename(old.path, new.path) == 0 else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
  }
}
