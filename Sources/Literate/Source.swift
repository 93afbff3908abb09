import Files
import Foundation

/// The `main.swift` of a chapter, taken apart into prose and cells.
public struct ChapterSource: Equatable, Sendable {
  /// The name of the chapter's folder, such as `01-stochastic-relaxation`.
  public let folder: String
  public let stretches: [Stretch]
  public let stamp: CodeStamp
  /// What is wrong with the text itself: markers that do not close.
  public let problems: [Problem]

  public init(folder: String, text: String) {
    self.folder = folder
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var reader = SourceReader(file: Self.file(of: folder))
    for (index, line) in lines.enumerated() { reader.read(line, number: index + 1) }
    stretches = reader.finished()
    problems = reader.problems
    stamp = CodeStamp(lines: reader.code)
  }

  /// Reads `Chapters/FOLDER/main.swift` below the package's folder.
  public init(folder: String, root: URL) throws(UnreadableFile) {
    let file = root.appending(path: Self.file(of: folder))
    do {
      self.init(folder: folder, text: try String(contentsOf: file, encoding: .utf8))
    } catch {
      throw UnreadableFile(path: file.path, why: cause(of: error))
    }
  }

  /// The path below the package's folder, as problems name it.
  public var file: String { Self.file(of: folder) }

  /// The number of the chapter: the digits that its folder's name begins with.
  public var number: Int { Int(folder.prefix { $0.isNumber }) ?? 0 }

  /// The name of the executable: `chapter-01`.
  public var executable: String { "chapter-" + folder.prefix { $0.isNumber } }

  static func file(of folder: String) -> String { "Chapters/\(folder)/main.swift" }
}

/// A run of prose or of code.
public enum Stretch: Equatable, Sendable {
  case prose(Prose)
  case cell(Cell)
}

/// Lines of prose without their `//:`. They follow each other in the file from line `first` on.
public struct Prose: Equatable, Sendable {
  public let first: Int
  public var lines: [String]

  public init(first: Int, lines: [String]) {
    self.first = first
    self.lines = lines
  }
}

/// The code between two stretches of prose.
public struct Cell: Equatable, Sendable {
  public let lines: ClosedRange<Int>
  /// All of its lines.
  public let code: String
  /// What the page shows; empty when all of it is hidden.
  public let shown: String
  /// The numbers of the lines that it shows.
  public let shownLines: Set<Int>
}

/// What the code of a chapter is, apart from its prose and its blank lines: a checksum, and where the lines stand.
public struct CodeStamp: Codable, Hashable, Sendable {
  public let checksum: String
  /// First and last line of each run of code lines.
  public let lines: [[Int]]

  init(lines code: [(number: Int, text: String)]) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for (_, text) in code {
      for byte in "\(text)\n".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    checksum = String(hash, radix: 16)
    var runs: [[Int]] = []
    for (number, _) in code {
      if let last = runs.last?[1], last + 1 == number { runs[runs.count - 1][1] = number } else { runs.append([number, number]) }
    }
    lines = runs
  }

  /// The line where the code of `line` stands in another text with the same code but other prose.
  public func line(_ line: Int, in other: CodeStamp) -> Int {
    var ordinal = 0
    for run in lines where run[0] <= line { ordinal += min(line, run[1]) - run[0] + 1 }
    for run in other.lines {
      let count = run[1] - run[0] + 1
      if ordinal <= count { return run[0] + max(ordinal, 1) - 1 }
      ordinal -= count
    }
    return other.lines.last?[1] ?? line
  }
}
