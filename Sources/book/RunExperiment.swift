import ArgumentParser
import Datasets
import Experiments
import Foundation
import Literate

/// `book experiments run NAME`
struct RunExperiment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run an experiment, or go on with it, and write its record.",
    discussion: """
      The state after each epoch is kept in the user's cache folder, and the same
      command goes on from there. With --carry a state goes along with the records,
      and a machine that has none of its own begins with it.

      The exit status is 0 when the record is there, 1 when the training came to
      numbers that are not finite, 64 when something is wrong with names or files,
      73 when a file cannot be written, and 130 when the run was stopped.
      """)

  @Argument(help: ArgumentHelp("As the list has it.", valueName: "name"))
  var name: String

  // `book` itself has the same option, and the parser gives it the value.
  @ParentCommand var book: BookCommand

  @Option(help: ArgumentHelp("The folder with the data sets.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("Threads; the numbers do not depend on it.", valueName: "count"))
  var workers: Int?

  @Flag(help: "When stopped, put the state beside the records as well, so that the run can go on on another machine.")
  var carry = false

  @Flag(help: "Begin anew, even where a record or a begun run is there.")
  var restart = false

  func run() throws {
    Machine.use(.fastest)
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    guard let item = BookExperiment.named(name) else {
      throw refusal(
        "there is no experiment “\(name)”; the experiments are \(BookExperiment.all.map(\.name).joined(separator: ", "))")
    }
    if let workers, !(1...1024 ~= workers) { throw refusal("--workers \(workers): 1 to 1024 threads are possible") }
    let root: URL
    do { root = try PackageFolder().root } catch { throw refusal("\(error)") }
    let records = root.appending(path: item.records).path
    if !restart, RecordStanding(of: item.experiment, in: records) == .present {
      Swift.print("The record is there: \(item.records)/\(name).csv; --restart makes it anew.")
      return
    }
    try train(item, into: records)
  }

  private func train(_ item: BookExperiment, into records: String) throws {
    var experiment = item.experiment
    if let workers { experiment.training = experiment.training.with(workers: workers) }
    let checkpoint = Checkpoint.file(named: item.name)
    let lock: RunLock
    do { lock = try RunLock(folderOf: checkpoint) } catch { throw refused(.stored(error)) }
    defer { withExtendedLifetime(lock) {} }
    Interruption.watch()
    var line = ProgressLine()
    do {
      let folder = book.options.data ?? data
      let images = try ExperimentImages(
        experiment.images, from: DataFolders(requested: folder),
        download: folder != nil || book.options.offline ? nil : Download())
      guard images.arePublished else { throw refusal("a record needs the published files: \(images.description)") }
      let (carried, there) = ("\(records)/\(item.name).checkpoint", FileManager.default.fileExists(atPath:))
      if restart { try? FileManager.default.removeItem(atPath: checkpoint) }
      if !restart, !there(checkpoint), there(carried) { try Checkpoint(contentsOf: carried).write(to: checkpoint) }
      var run = try TrainingRun(experiment, on: images, checkpoint: checkpoint)
      let epoch = run.rows.count - 1
      line.tell("\(images.description)\n\(epoch > 0 ? "Going on after epoch \(epoch)." : run.rows[0].text)")
      let ending = try run.run(
        isStopped: { Interruption.isRequested }, progress: { line.show($0.text) },
        afterEpoch: { run in line.tell(run.rows[run.rows.count - 1].text) })
      line.clear()
      if case .stopped(let epoch) = ending {
        if carry { try Checkpoint(contentsOf: checkpoint).write(to: carried) }
        FileHandle.standardError.write(
          Data("Stopped; the state after epoch \(epoch) is kept: give the same command again to go on.\n".utf8))
        throw ExitCode(ExitStatus.interrupted)
      }
      try run.record.write(named: item.name, to: records)
      try Model(run.machine, height: images.train.height, width: images.train.width, experiment.binarisation)
        .write(to: "\(records)/\(item.name).model")
      for file in [checkpoint, carried] { try? FileManager.default.removeItem(atPath: file) }
      line.tell("\(item.records)/\(item.name).csv is the record, \(item.name).model beside it the machine.")
    } catch let error as ExperimentError {
      line.clear()
      throw refused(error)
    } catch let error as StoredFileError {
      throw refused(.stored(error))
    }
  }

  private func refused(_ error: ExperimentError) -> ExitCode {
    let status: Int32
    switch error {
    case .diverged: status = ExitStatus.failure
    case .stored(let file):
      if case .unwritable = file.reason { status = ExitStatus.cannotWrite } else { status = ExitStatus.usage }
    default: status = ExitStatus.usage
    }
    _ = refusal(error.description)
    return ExitCode(status)
  }
}
