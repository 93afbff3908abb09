import Foundation

/// Makes pages out of runs: reads the record of a run, weaves, and puts the page where it belongs.
struct Press {
  let plan: RunPlan
  let index: BookIndex
  private let publisher = Publisher()

  init(plan: RunPlan, index: BookIndex) {
    self.plan = plan
    self.index = index
  }

  /// What came of a chapter.
  struct Result {
    var problems: [Problem] = []
    /// Sentences for the terminal: where the page is, why it was not published.
    var notes: [String] = []
    var page: URL?
  }

  /// Takes a finished process's scratch folder, weaves its page and moves all to its run folder.
  func close(_ source: ChapterSource, scratch: URL, ending: Ending) -> Result {
    do {
      var record = try self.record(in: scratch, of: source)
      if let (line, message) = ending.failure {
        let place = line ?? lineAfterLastOutput(record, source)
        record.entries.append(Entry(line: place, output: .failure(message)))
      } else if record.facts == nil {
        let message = "the chapter left no record; its first line of code is chapter.begin(seed: 1)  // hide"
        record.entries.append(Entry(line: source.stamp.lines.first?.first ?? 1, output: .failure(message)))
      }
      let folder = plan.runFolder(for: source.folder, standing: record.standing)
      let page = weave(source, record, in: folder)
      try publisher.write(record.text, to: scratch.appending(path: RunRecord.fileName))
      try publisher.write(page.text, to: scratch.appending(path: "README.md"))
      try? FileManager.default.removeItem(at: scratch.appending(path: ChapterProcess.backtraceName))
      try publisher.replace(folder, with: scratch)
      return publish(source, record, page, from: folder)
    } catch {
      // The record is not thrown away: it may be all that is left of a long run.
      let kept = keep(scratch, of: source)
      let message = ((error as? Problem)?.message ?? "\(error)").replacing(scratch.path, with: kept.path)
      return Result(
        problems: [Problem(file: source.file, line: 0, message: "\(message); what the run left is in \(kept.path)")])
    }
  }

  /// Gives a scratch folder a name under which later runs leave it alone, where that can be done.
  private func keep(_ scratch: URL, of source: ChapterSource) -> URL {
    let kept = plan.keptFolder(for: source.folder)
    do { try publisher.replace(kept, with: scratch) } catch { return scratch }
    return kept
  }

  /// Weaves the page of the newest run again, without running anything.
  func weaveAgain(_ source: ChapterSource) -> Result {
    let again = "run it again: swift run -c release \(source.executable) --effort \(plan.effort.rawValue)"
    guard let folder = plan.newestRun(of: source.folder) else {
      return Result(problems: [
        Problem(file: source.file, line: 0, message: "there is no \(plan.effort.rawValue) run to weave; \(again)")
      ])
    }
    do {
      let record = try self.record(in: folder, of: source)
      guard record.facts?.code.checksum == source.stamp.checksum else {
        return Result(problems: [
          Problem(file: source.file, line: 0, message: "its code has changed since its last run; \(again)")
        ])
      }
      let page = weave(source, record, in: folder)
      try publisher.write(page.text, to: folder.appending(path: "README.md"))
      return publish(source, record, page, from: folder)
    } catch {
      return Result(problems: [Problem(file: source.file, line: 0, message: (error as? Problem)?.message ?? "\(error)")])
    }
  }

  private func record(in folder: URL, of source: ChapterSource) throws(Problem) -> RunRecord {
    do { return try RunRecord(in: folder) ?? RunRecord() } catch {
      let file = folder.appending(path: RunRecord.fileName).path
      throw Problem(file: source.file, line: 0, message: "line \(error.line) of \(file) is damaged; run the chapter again")
    }
  }

  private func weave(_ source: ChapterSource, _ record: RunRecord, in folder: URL) -> Page {
    Weaver(source: source, record: record, index: index, root: relativePath(from: folder, to: plan.root)).page()
  }

  /// Where the chapter was when it ended without telling: the next line of code after its last output.
  private func lineAfterLastOutput(_ record: RunRecord, _ source: ChapterSource) -> Int {
    let last = record.entries.last?.line ?? 0
    for run in (record.facts?.code ?? source.stamp).lines where run[1] > last { return max(run[0], last + 1) }
    return max(last, 1)
  }
}

extension Press {
  private func publish(_ source: ChapterSource, _ record: RunRecord, _ page: Page, from folder: URL) -> Result {
    let file = folder.appending(path: "README.md")
    var result = Result(problems: page.problems, page: file)
    guard page.problems.isEmpty else {
      result.notes.append("\(source.folder): not published; the page with the errors is \(shortPath(file))")
      return result
    }
    guard let target = plan.publication(standing: record.standing)?.appending(path: source.folder, directoryHint: .isDirectory)
    else {
      result.notes.append("\(source.folder): \(shortPath(file)) (\(reasonNotToPublish(record)), so output/ stays as it is)")
      result.notes += record.syntheticData.map { "\(source.folder): \($0)" }
      return result
    }
    do {
      var files: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where isForReaders(name) {
        files[name] = try Data(contentsOf: folder.appending(path: name))
      }
      files["README.md"] = Data(weave(source, record, in: target).text.utf8)
      try publisher.publish(files, to: target)
      result.page = target.appending(path: "README.md")
      result.notes.append("\(source.folder): \(shortPath(target.appending(path: "README.md")))")
    } catch {
      result.problems.append(Problem(file: source.file, line: 0, message: "the page was not published: \(error)"))
    }
    return result
  }

  private func isForReaders(_ name: String) -> Bool { name != RunRecord.fileName && !name.hasPrefix(".") }

  private func reasonNotToPublish(_ record: RunRecord) -> String {
    switch record.standing {
    case .synthetic: "made with synthetic digits"
    case .unverified: "made with data whose checksum is not the published one"
    case .verified, nil: "a \(plan.effort.rawValue) run"
    }
  }

  /// Relative to the package, where a path lies inside of it.
  private func shortPath(_ file: URL) -> String {
    let root = plan.root.path.hasSuffix("/") ? plan.root.path : plan.root.path + "/"
    return file.path.hasPrefix(root) ? String(file.path.dropFirst(root.count)) : file.path
  }
}

/// The way from one folder to another; nil when they share no folder but `/`.
func relativePath(from folder: URL, to target: URL) -> String? {
  let a = folder.standardizedFileURL.pathComponents.filter { $0 != "/" }
  let b = target.standardizedFileURL.pathComponents.filter { $0 != "/" }
  let shared = zip(a, b).prefix { $0 == $1 }.count
  guard shared == b.count else { return nil }
  return Array(repeating: "..", count: a.count - shared).joined(separator: "/")
}
