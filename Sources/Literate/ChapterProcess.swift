import Files
import Foundation

/// A chapter's process at work.
struct ChapterProcess {
  let job: Job
  let scratch: URL
  let started = ContinuousClock.now
  private(set) var progress = ProgressReport(fraction: 0, text: "")
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()
  private var openFiles: [FileHandle]
  private var outputText = Data()
  private var errorText = Data()
  /// What it wrote to its standard output, which no page shows.
  private(set) var stray = ""

  /// Starts the chapter in an empty scratch folder.
  init(_ job: Job, plan: RunPlan, scratch: URL? = nil) throws(UnwritableFile) {
    self.job = job
    let scratch = scratch ?? plan.scratchFolder(for: job.source.folder)
    self.scratch = scratch
    openFiles = [output.fileHandleForReading, errors.fileHandleForReading]
    do {
      // An earlier process that was killed may have had the number of this one.
      if FileManager.default.fileExists(atPath: scratch.path) { try FileManager.default.removeItem(at: scratch) }
      try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    } catch {
      throw UnwritableFile(path: scratch.path, why: cause(of: error))
    }
    process.executableURL = job.executable
    process.environment = Self.environment(for: job, plan: plan, scratch: scratch)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
    } catch {
      throw UnwritableFile(path: job.executable.path, why: "it cannot be started: \(cause(of: error))")
    }
  }

  /// One thread of OpenBLAS and always the same kernels, so that the same seed gives the same bytes; a crash leaves a
  /// backtrace beside the record.
  private static func environment(for job: Job, plan: RunPlan, scratch: URL) -> [String: String] {
    let settings = RunSettings(
      root: plan.root, folder: job.source.folder, scratch: scratch, effort: plan.effort, data: plan.data?.path,
      isOffline: plan.isOffline)
    var environment = ProcessInfo.processInfo.environment
    environment[RunSettings.variable] = settings.environmentValue
    environment["OPENBLAS_CORETYPE"] = "Haswell"
    environment["OPENBLAS_NUM_THREADS"] = "1"
    environment["SWIFT_BACKTRACE"] =
      "enable=yes,color=no,interactive=no,threads=crashed,images=none,limit=64,"
      + "output-to=\(scratch.appending(path: Self.backtraceName).path)"
    return environment
  }

  static let backtraceName = ".backtrace"

  var isRunning: Bool { process.isRunning }

  var files: [FileHandle] { openFiles }

  /// Takes in what the process has written.
  mutating func read(from file: FileHandle) {
    let data = file.availableData
    if data.isEmpty {
      openFiles.removeAll { $0 === file }
    } else if file === output.fileHandleForReading {
      outputText.append(data)
      readProgress()
    } else {
      errorText.append(data)
      errorText = errorText.suffix(100_000)
    }
  }

  private mutating func readProgress() {
    while let end = outputText.firstIndex(of: 10) {
      let line = String(decoding: outputText[..<end], as: UTF8.self)
      outputText = Data(outputText[outputText.index(after: end)...])
      if let report = ProgressReport(line: line) { progress = report } else if stray.isEmpty { stray = line }
    }
  }

  /// After the process has ended: how it ended, and how long it took.
  mutating func finish() -> (ending: Ending, seconds: Double) {
    while !openFiles.isEmpty {
      let ready = Terminal.readable(openFiles, milliseconds: 0)
      guard let index = ready.firstIndex(of: true) else { break }
      read(from: openFiles[index])
    }
    process.waitUntilExit()
    let backtrace = try? String(contentsOf: scratch.appending(path: Self.backtraceName), encoding: .utf8)
    let ending = Ending(
      signal: process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil,
      status: process.terminationStatus, errors: String(decoding: errorText, as: UTF8.self), backtrace: backtrace ?? "")
    return (ending, seconds)
  }

  var seconds: Double { started.duration(to: .now) / .seconds(1) }

  /// Ends the process: first it is asked, after two seconds it is made to.
  func stop() {
    process.terminate()
    let limit = ContinuousClock.now + .seconds(2)
    while process.isRunning && ContinuousClock.now < limit { usleep(20_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: scratch)
  }
}
