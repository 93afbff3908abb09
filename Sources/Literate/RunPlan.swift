import Foundation

/// A chapter and the program that runs it.
public struct Job: Sendable {
  public let source: ChapterSource
  public let executable: URL

  public init(source: ChapterSource, executable: URL) {
    self.source = source
    self.executable = executable
  }
}

/// What is to be done with all chapters of a run, and where things lie.
public struct RunPlan: Sendable {
  /// The folder of the package.
  public let root: URL
  public let effort: Effort
  public let data: URL?
  /// A folder for the pages other than the book's own `output/`.
  public let output: URL?
  public let isOffline: Bool

  public init(root: URL, effort: Effort = .standard, data: URL? = nil, output: URL? = nil, isOffline: Bool = false) {
    self.root = root.standardizedFileURL
    self.effort = effort
    self.data = data
    self.output = output
    self.isOffline = isOffline
  }

  var ownOutput: URL { root.appending(path: "output", directoryHint: .isDirectory) }

  /// Where everything lies that is not committed.
  var buildFolder: URL { root.appending(path: ".build/book", directoryHint: .isDirectory) }

  func scratchFolder(for folder: String) -> URL {
    buildFolder.appending(
      path: ".scratch-\(folder)-\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
  }

  /// Where the scratch folder of a run is kept whose pages could not be put in their place; no later run removes it.
  func keptFolder(for folder: String) -> URL {
    buildFolder.appending(path: ".kept-\(folder)-\(ProcessInfo.processInfo.processIdentifier)", directoryHint: .isDirectory)
  }

  /// Where a finished run lies: `.build/book/standard/01-name`, with the standing of its data if that is not the real one.
  func runFolder(for folder: String, standing: DataStanding?) -> URL {
    let suffix =
      switch standing {
      case .synthetic, .unverified: "-\(standing?.rawValue ?? "")"
      case .verified, nil: ""
      }
    return buildFolder.appending(path: "\(effort.rawValue)\(suffix)/\(folder)", directoryHint: .isDirectory)
  }

  /// Where the pages of a run go besides its own folder; nil for quick runs and for data that is not the real one.
  func publication(standing: DataStanding?) -> URL? {
    if let output { return output }
    return effort != .quick && (standing == nil || standing == .verified) ? ownOutput : nil
  }

  /// The newest run of a chapter at this effort.
  func newestRun(of folder: String) -> URL? {
    let runs = [DataStanding.verified, .unverified, .synthetic].map { runFolder(for: folder, standing: $0) }
    let dated = runs.compactMap { run -> (URL, Date)? in
      let record = run.appending(path: RunRecord.fileName).path
      let date = try? FileManager.default.attributesOfItem(atPath: record)[.modificationDate] as? Date
      return date.map { (run, $0) }
    }
    return dated.max { $0.1 < $1.1 }?.0
  }
}
