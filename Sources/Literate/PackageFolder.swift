import Files
import Foundation

/// The folder of the package, with its chapters and the programs built from it.
public struct PackageFolder: Sendable {
  public let root: URL
  public let sources: [ChapterSource]
  public let index: BookIndex

  /// - Parameter root: where Package.swift is; nil: where `findRoot` finds it.
  public init(root: URL? = nil) throws(PackageError) {
    self.root = if let root { root.standardizedFileURL } else { try Self.findRoot() }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: self.root.appending(path: "Chapters").path)) ?? []
    var sources: [ChapterSource] = []
    for name in names.sorted() where name.wholeMatch(of: /\d\d-[a-z0-9-]+/) != nil {
      guard FileManager.default.fileExists(atPath: self.root.appending(path: ChapterSource.file(of: name)).path) else { continue }
      do { sources.append(try ChapterSource(folder: name, root: self.root)) } catch { throw PackageError.unreadable(error) }
    }
    self.sources = sources
    index = BookIndex(sources)
  }

  /// Where Package.swift is: looked for upwards from this program, then from the working folder.
  public static func findRoot() throws(PackageError) -> URL {
    let working = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    let found = [programs, working].lazy.compactMap { $0.flatMap(package(from:)) }.first
    guard let found else { throw PackageError.noPackage }
    return found.standardizedFileURL
  }

  /// The folder of this program.
  private static var programs: URL? { Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() }

  /// The chapters that a list such as `01,11` names; all without a list.
  public func chapters(only list: String?) throws(PackageError) -> [ChapterSource] {
    guard let list else { return sources }
    var chosen: [ChapterSource] = []
    if list.allSatisfy({ $0 == "," || $0 == " " }) {
      throw PackageError.noChapter("", known: sources.map { String($0.folder.prefix(2)) })
    }
    for word in list.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard
        let source = sources.first(where: {
          $0.folder == word || String($0.number) == word || $0.executable == word || $0.executable == "chapter-\(word)"
        })
      else { throw PackageError.noChapter(String(word), known: sources.map { String($0.folder.prefix(2)) }) }
      if !chosen.contains(source) { chosen.append(source) }
    }
    return chosen
  }

  /// The program of a chapter; it lies beside the program that asks.
  public func job(for source: ChapterSource) throws(PackageError) -> Job {
    let program = Self.programs?.appending(path: source.executable)
    guard let program, FileManager.default.isExecutableFile(atPath: program.path)
    else { throw PackageError.notBuilt(source.executable) }
    return Job(source: source, executable: program)
  }

  /// The first folder with the marks of the package, from this one upwards.
  private static func package(from start: URL) -> URL? {
    var folder = start
    while true {
      let marks = ["Package.swift", "Chapters"].map { folder.appending(path: $0).path }
      if marks.allSatisfy(FileManager.default.fileExists(atPath:)) { return folder }
      if folder.path == "/" { return nil }
      folder.deleteLastPathComponent()
    }
  }
}

/// Why the chapters cannot be found.
public enum PackageError: Error, Equatable, CustomStringConvertible {
  case noPackage
  case unreadable(UnreadableFile)
  case noChapter(String, known: [String])
  case notBuilt(String)

  public var description: String {
    switch self {
    case .noPackage: "the package is not here: run this inside the folder that has Package.swift and Chapters/"
    case .unreadable(let file): "\(file)"
    case .noChapter(let word, let known): "there is no chapter “\(word)”; the chapters are \(known.joined(separator: ", "))"
    case .notBuilt(let program): "\(program) is not built; run: swift build -c release --product \(program)"
    }
  }
}
