import Foundation

/// A file that cannot be read.
public struct UnreadableFile: Error, Equatable, Sendable, CustomStringConvertible {
  public let path: String
  public let why: String
  /// Whether there is no such file.
  public let isMissing: Bool

  public init(path: String, why: String, isMissing: Bool = false) {
    (self.path, self.why, self.isMissing) = (path, why, isMissing)
  }

  public var description: String { "cannot read \(path): \(why)" }
}

/// Reads a whole file.
public func readWhole(_ path: String) throws(UnreadableFile) -> [UInt8] {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw UnreadableFile(path: path, why: "there is no such file", isMissing: true)
  }
  if isFolder.boolValue { throw UnreadableFile(path: path, why: "it is a folder") }
  do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
    throw UnreadableFile(path: path, why: cause(of: error))
  }
}
