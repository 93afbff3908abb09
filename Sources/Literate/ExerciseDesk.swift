import Foundation

/// Judges answers to the exercises of the book.
public struct ExerciseDesk {
  private let package: PackageFolder

  public init(package: PackageFolder) {
    self.package = package
  }

  /// An exercise with its place in the book.
  public struct Entry {
    /// “01.2”
    public let number: String
    public let outline: Outline
    public let source: ChapterSource
    public let exercise: Exercise

    public var isOpen: Bool { outline.answers[exercise.label] == nil }
  }

  public var entries: [Entry] {
    package.sources.flatMap { source -> [Entry] in
      guard let outline = package.index.outline(of: source.folder) else { return [] }
      return outline.exercises.enumerated().map { place, exercise in
        Entry(
          number: "\(source.folder.prefix { $0.isNumber }).\(place + 1)", outline: outline, source: source, exercise: exercise)
      }
    }
  }

  /// The exercise of a number such as `01.2` or `1.2`, or of a label.
  public func entry(_ number: String) throws(ExerciseError) -> Entry {
    let entries = entries
    if let entry = entries.first(where: { $0.number == number || $0.number == "0" + number || $0.exercise.label == number }) {
      return entry
    }
    let chapter = number.prefix { $0 != "." }
    let near = entries.filter { Int($0.number.prefix { $0 != "." }) == Int(chapter) }
    throw ExerciseError.unknown(number: number, near: near.map(\.number), all: entries.count)
  }

  /// The answer as the chapter computes it: from an earlier run of the same code, or else by a quick run now.
  public func answer(of entry: Entry) throws -> AnswerOutput {
    if let answer = recorded(entry) { return answer }
    let job = try package.job(for: entry.source)
    Terminal.write("Chapter \(entry.source.folder) computes the answer …\n")
    let record = try quickRecord(job)
    guard let answer = answer(entry, in: record) else {
      throw ExerciseError.noAnswer(number: entry.number, file: entry.source.file)
    }
    return answer
  }

  private func recorded(_ entry: Entry) -> AnswerOutput? {
    for effort in [Effort.standard, .paper, .quick] {
      let plan = RunPlan(root: package.root, effort: effort)
      guard let folder = plan.newestRun(of: entry.source.folder),
        let record = try? RunRecord(in: folder),
        record.facts?.code.checksum == entry.source.stamp.checksum,
        let answer = answer(entry, in: record)
      else { continue }
      return answer
    }
    return nil
  }

  private func answer(_ entry: Entry, in record: RunRecord) -> AnswerOutput? {
    for case .answer(let answer) in record.entries.map(\.output) where answer.label == entry.exercise.label { return answer }
    return nil
  }

  /// Runs a chapter in a temporary folder, which is gone afterwards.
  private func quickRecord(_ job: Job) throws -> RunRecord {
    Terminal.catchInterruptions()
    let folder = FileManager.default.temporaryDirectory.appending(path: "exercise-\(ProcessInfo.processInfo.processIdentifier)")
    var process = try ChapterProcess(job, plan: RunPlan(root: package.root, effort: .quick), scratch: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    while process.isRunning {
      let files = process.files
      for (file, isReady) in zip(files, Terminal.readable(files, milliseconds: 50)) where isReady { process.read(from: file) }
      if Terminal.isInterrupted {
        process.stop()
        throw ExerciseError.interrupted
      }
    }
    _ = process.finish()
    return try RunRecord(in: folder) ?? RunRecord()
  }

  /// Where the page with the solution is.
  public func page(of entry: Entry) -> String {
    "output/\(entry.source.folder)/README.md, Exercise \(Int(entry.number.prefix { $0 != "." }) ?? 0).\(entry.number.split(separator: ".").last ?? "")"
  }
}

/// Whether an answer is right.
public enum Verdict: Equatable, Sendable {
  case right
  case wrong
  /// Right would be so many numbers.
  case count(wanted: Int, given: Int)
  case notFinite

  public init(_ values: [Double], for answer: AnswerOutput) {
    if values.count != answer.values.count {
      self = .count(wanted: answer.values.count, given: values.count)
    } else if !values.allSatisfy(\.isFinite) {
      self = .notFinite
    } else {
      self = zip(values, answer.values).allSatisfy { abs($0 - $1) <= answer.tolerance } ? .right : .wrong
    }
  }
}

/// Why there is no verdict.
public enum ExerciseError: Error, Equatable, CustomStringConvertible {
  case unknown(number: String, near: [String], all: Int)
  case noAnswer(number: String, file: String)
  case interrupted

  public var description: String {
    switch self {
    case .unknown(let number, let near, let all):
      switch (near.first, near.last) {
      case (let first?, let last?):
        "there is no exercise \(number); its chapter has \(first == last ? "only \(first)" : "\(first) to \(last)")"
      default:
        "there is no exercise \(number)\(all == 0 ? "; the book has none yet" : "; `swift run -c release exercise list` shows all \(all)")"
      }
    case .noAnswer(let number, let file): "\(file) ended before it gave the answer of exercise \(number)"
    case .interrupted: "stopped"
    }
  }
}
