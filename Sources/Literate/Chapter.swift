import Files
import Foundation

/// The chapter that this process runs. Every `main.swift` begins with `chapter.begin(seed: 1)`.
@MainActor public let chapter = Chapter()

/// The chapter of this process: its settings, and the record that its outputs go to.
///
/// A class, because a process runs one chapter and all cells write to the same record.
@MainActor public final class Chapter {
  /// The seed of every random stream of the chapter.
  public private(set) var seed: UInt64 = 0
  private var settings: RunSettings?
  private var record: RecordWriter?

  fileprivate init() {}

  /// How much work this run does.
  public var effort: Effort { running.effort }

  /// The folder named by `--data`, if one was.
  public var dataFolder: String? { running.data }

  /// True when `--offline` forbids a download.
  public var isOffline: Bool { running.isOffline }

  /// Whether this run may download a data set that no folder has: not with `--offline`, nor where `--data` says where to
  /// look, nor at quick effort, which is for a look in seconds.
  public var mayDownload: Bool { !isOffline && dataFolder == nil && effort != .quick }

  /// Where committed records of long experiments lie: `output/NN-name/records`.
  public var recordsFolder: URL { recordsFolder(of: running.folder) }

  /// Where those of a chapter lie, by the name of its folder.
  public func recordsFolder(of chapter: String) -> URL {
    running.root.appending(path: "output/\(chapter)/records", directoryHint: .isDirectory)
  }

  /// Starts the chapter.
  ///
  /// A process started by hand becomes the supervisor: it reads the options, starts itself again as the process that
  /// runs the cells, weaves the page and exits. In that second process this function returns and the cells run.
  public func begin(seed: UInt64, file: String = #filePath, line: Int = #line) {
    precondition(settings == nil, "chapter.begin was called twice (line \(line))")
    self.seed = seed
    guard let settings = RunSettings.inherited else { superviseAndExit(file: file) }
    self.settings = settings
    do {
      let source = try ChapterSource(folder: settings.folder, root: settings.root)
      record = try RecordWriter(folder: settings.scratch)
      write(.begin(RunFacts(seed: seed, effort: settings.effort, code: source.stamp)), line: line)
    } catch {
      stop("\(error)")
    }
  }

  /// Names the data that the chapter read, in one sentence for the foot of the page.
  public func usesData(_ description: String, _ standing: DataStanding, line: Int = #line) {
    write(.data(description: description, standing: standing), line: line)
  }

  /// Says how far the chapter is, `fraction` in 0…1, for the progress line of the terminal.
  public func progress(_ fraction: Double, _ text: String = "") {
    _ = running
    ProgressReport(fraction: fraction, text: text).send()
  }
}

extension Chapter {
  var running: RunSettings {
    guard let settings else { stop("call chapter.begin(seed:) before the first cell") }
    return settings
  }

  /// Appends one output to the record; a record that cannot be written ends the process with a sentence.
  func write(_ output: Output, line: Int) {
    guard let record else { stop("call chapter.begin(seed:) before the first cell") }
    do {
      try record.append(Entry(line: line, output: output))
    } catch {
      stop("the run record in \(running.scratch.path) cannot be written: \(cause(of: error))")
    }
  }

  func stop(_ sentence: String) -> Never {
    FileHandle.standardError.write(Data("\(sentence)\n".utf8))
    exit(ExitStatus.cannotWrite)
  }
}
