import Foundation

/// The repository in which these tests were built.
public let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Gives the body an empty folder that is gone afterwards.
public func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("natural-gradient-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// The regular files below a folder, as paths relative to it, in alphabetical order; hidden ones only when asked for.
public func files(below folder: URL, includingHidden isHiddenWanted: Bool = false) -> [String] {
  let options: FileManager.DirectoryEnumerationOptions = isHiddenWanted ? [] : [.skipsHiddenFiles]
  let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey], options: options)
  let prefix = folder.standardizedFileURL.path + "/"
  var paths: [String] = []
  while let url = walk?.nextObject() as? URL {
    let isFile = (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile ?? false
    let path = url.standardizedFileURL.path
    if isFile, path.hasPrefix(prefix) { paths.append(String(path.dropFirst(prefix.count))) }
  }
  return paths.sorted()
}
