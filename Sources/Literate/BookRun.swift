import Foundation

/// Runs chapters as processes, some at a time, and makes their pages.
public struct BookRun {
  public let plan: RunPlan
  private let press: Press
  private var timings: Timings
  private var display = ProgressDisplay()

  /// - Parameter index: the labels of the whole book, also of chapters that are not run.
  public init(plan: RunPlan, index: BookIndex) {
    self.plan = plan
    press = Press(plan: plan, index: index)
    timings = Timings(plan: plan)
  }

  /// Runs the jobs, those that took longest first.
  public mutating func run(_ jobs: [Job], workers: Int = 2) -> RunReport {
    Terminal.catchInterruptions()
    removeAbandonedScratch()
    var report = RunReport()
    var waiting = jobs.sorted { seconds($0) > seconds($1) }
    var running: [ChapterProcess] = []
    while !waiting.isEmpty || !running.isEmpty {
      while running.count < workers, !waiting.isEmpty { start(waiting.removeFirst(), &running, &report) }
      wait(for: &running)
      if Terminal.isInterrupted { return interrupted(running, report) }
      while let index = running.firstIndex(where: { !$0.isRunning }) { close(running.remove(at: index), &report) }
      show(done: jobs.count - waiting.count - running.count, of: jobs.count, running, waiting, workers)
    }
    display.clear()
    return report
  }

  /// Makes the pages of earlier runs anew.
  public func weave(_ sources: [ChapterSource]) -> RunReport {
    var report = RunReport()
    for source in sources { report.add(press.weaveAgain(source), folder: source.folder, seconds: nil) }
    return report
  }

  /// A chapter that never ran counts as long, so that it starts early.
  private func seconds(_ job: Job) -> Double { timings[job.source.folder, plan.effort] ?? .infinity }

  private mutating func start(_ job: Job, _ running: inout [ChapterProcess], _ report: inout RunReport) {
    do {
      running.append(try ChapterProcess(job, plan: plan))
      display.started(job.source.folder)
    } catch {
      report.problems.append(Problem(file: job.source.file, line: 0, message: "\(error)"))
    }
  }

  /// Reads what the chapters write, for a tenth of a second at most.
  private func wait(for running: inout [ChapterProcess]) {
    let files = running.enumerated().flatMap { index, process in process.files.map { (index, $0) } }
    guard !files.isEmpty else {
      usleep(20_000)
      return
    }
    let ready = Terminal.readable(files.map(\.1), milliseconds: 100)
    for (file, isReady) in zip(files, ready) where isReady { running[file.0].read(from: file.1) }
  }

  private mutating func close(_ process: ChapterProcess, _ report: inout RunReport) {
    var process = process
    let source = process.job.source
    let (ending, seconds) = process.finish()
    let result = press.close(source, scratch: process.scratch, ending: ending)
    report.add(result, folder: source.folder, seconds: seconds)
    if !process.stray.isEmpty {
      report.notes.append("\(source.folder): written to standard output, which no page shows: \(process.stray)")
    }
    display.ended(source.folder, seconds: seconds, failures: result.problems.count)
    guard ending.failure == nil else { return }
    timings[source.folder, plan.effort] = seconds
    try? timings.save(plan)  // the times are a convenience
  }

  private func interrupted(_ running: [ChapterProcess], _ report: RunReport) -> RunReport {
    for process in running { process.stop() }
    display.clear()
    var report = report
    report.isInterrupted = true
    return report
  }

  private mutating func show(done: Int, of total: Int, _ running: [ChapterProcess], _ waiting: [Job], _ workers: Int) {
    let rest = Forecast.rest(
      running: running.map {
        Forecast.Running(
          seconds: $0.seconds, fraction: $0.progress.fraction, lastSeconds: timings[$0.job.source.folder, plan.effort])
      }, waiting: waiting.map { timings[$0.source.folder, plan.effort] }, workers: workers)
    display.update(done: done, of: total, running: running.map { ($0.job.source.folder, $0.progress) }, rest: rest)
  }

  /// Scratch folders of processes that are no more.
  private func removeAbandonedScratch() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: plan.buildFolder.path)) ?? []
    for name in names where name.hasPrefix(".scratch-") {
      guard let owner = name.split(separator: "-").last.flatMap({ Int32($0) }), kill(owner, 0) != 0 else { continue }
      try? FileManager.default.removeItem(at: plan.buildFolder.appending(path: name))
    }
  }
}

/// What came of a run.
public struct RunReport: Sendable {
  public internal(set) var problems: [Problem] = []
  /// Sentences about single chapters.
  public internal(set) var notes: [String] = []
  public internal(set) var seconds: [(folder: String, seconds: Double)] = []
  public internal(set) var isInterrupted = false

  mutating func add(_ result: Press.Result, folder: String, seconds: Double?) {
    problems += result.problems
    notes += result.notes
    if let seconds { self.seconds.append((folder, seconds)) }
  }

  /// Adds what went wrong outside of the chapters; what is there already is not told twice.
  public mutating func add(_ problems: [Problem]) {
    self.problems += problems.filter { !self.problems.contains($0) }
  }

  public var exitStatus: Int32 {
    isInterrupted ? ExitStatus.interrupted : problems.isEmpty ? ExitStatus.success : ExitStatus.failure
  }

  /// The table of seconds, in the order of the chapters.
  public var table: String {
    let width = max(8, seconds.map(\.folder.count).max() ?? 0)
    func row(_ name: String, _ value: String) -> String {
      name.padding(toLength: width, withPad: " ", startingAt: 0) + String(repeating: " ", count: max(2, 10 - value.count)) + value
        + "\n"
    }
    return row("chapter", "seconds")
      + seconds.sorted { $0.folder < $1.folder }.map { row($0.folder, String(format: "%.1f", $0.seconds)) }.joined()
  }
}
