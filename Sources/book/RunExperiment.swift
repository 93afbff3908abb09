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
      command goes on from there. A run that is stopped leaves the record so far.
      With --carry its state goes along with the record, and a machine that has
      none of its own begins with it.

      The exit status is 0 when the record is there, or the time of --minutes is
      over, 1 when the training came to numbers that are not finite, 64 when
      something is wrong with names or files, 73 when a file cannot be written, and
      130 when the run was stopped.
      """)

  // `book` itself has --data and --offline too, and the parser gives it the values.
  @ParentCommand var book: BookCommand

  @OptionGroup var choice: ExperimentChoice

  @Option(help: ArgumentHelp("Stop with the epoch in which so many minutes are over.", valueName: "count"))
  var minutes: Double?

  @Flag(help: "When stopped, put the state beside the records as well, so that the run can go on on another machine.")
  var carry = false

  @Flag(help: "Begin anew, even where a record or a begun run is there.")
  var restart = false

  func run() throws {
    Machine.use(.fastest)
    let item = try choice.find()
    if let minutes, !(minutes > 0) { throw refusal("--minutes \(minutes): more than 0 are needed.") }
    let sitting = try Sitting(item, in: records(of: item)), trains = restart || sitting.isBegunAnew
    if !trains, sitting.standing == .present, !sitting.lacksTest {
      Swift.print("The record is there: \(item.records)/\(item.name).csv; --restart makes it anew.")
      return
    }
    let images = try choice.images(of: item, book)
    Interruption.watch()
    var line = ProgressLine()
    if !trains, sitting.lacksTest {
      let result = try refusing(first: { line.clear() }) {
        try sitting.judge(
          on: images, workers: choice.workers ?? item.experiment.training.workers, isStopped: { Interruption.isRequested },
          voice: Sitting.Voice(show: { line.show($0) }))
      }
      line.clear()
      if result == nil { throw unjudged() }
      Swift.print("The record was there, and has its test likelihoods now.")
      return
    }
    let ending = try refusing(first: { line.clear() }) {
      try sitting.run(
        on: images, anew: restart, workers: choice.workers, seconds: minutes.map { 60 * $0 }, carrying: carry,
        isStopped: { Interruption.isRequested },
        voice: Sitting.Voice(tell: { line.tell($0) }, show: { line.show($0) }))
    }
    line.clear()
    switch ending {
    case .finished where sitting.lacksTest: throw unjudged()
    case .finished: Swift.print("\(item.records)/\(item.name).csv is the record.")
    case .stopped(let epoch):
      Interruption.tell("the state after epoch \(epoch) is kept", restarted: restart)
      if Interruption.isRequested { throw ExitCode(ExitStatus.interrupted) }
    }
  }

  /// Stopped when the training was over.
  private func unjudged() -> ExitCode {
    Interruption.tell("the record is written, its test likelihoods are not", restarted: restart)
    return ExitCode(ExitStatus.interrupted)
  }
}

/// `book experiments judge NAME`
struct JudgeExperiment: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Estimate the test likelihoods of the machine of a record, image by image.",
    discussion: """
      A run that comes to its end does this by itself. The result is
      output/NN-name/records/NAME.test.csv, with its manifest beside it; with
      --samples or --first it is NAME.test-SAMPLES.csv, NAME.test-first-COUNT.csv
      or both.
      """)

  @ParentCommand var book: BookCommand

  @OptionGroup var choice: ExperimentChoice

  @Option(help: ArgumentHelp("Samples of each image; without it, as many as the experiment names.", valueName: "count"))
  var samples: Int?

  @Option(help: ArgumentHelp("Only so many images, the first; without it, as many as the experiment names.", valueName: "count"))
  var first: Int?

  func run() throws {
    Machine.use(.fastest)
    let item = try choice.find()
    guard let size = item.test else { throw refusal("The machine of \(item.name) is not kept, so it cannot be judged.") }
    for (option, count) in [("--samples", samples), ("--first", first)] {
      if let count, count < 1 { throw refusal("\(option) \(count): at least 1 is needed.") }
    }
    let images = try choice.images(of: item, book), folder = try records(of: item)
    Interruption.watch()
    var line = ProgressLine()
    let record = try refusing(first: { line.clear() }) {
      try Sitting(item, in: folder).judge(
        on: images, size: TestSize(images: first ?? size.images, samples: samples ?? size.samples),
        workers: choice.workers ?? ProcessInfo.processInfo.activeProcessorCount, isStopped: { Interruption.isRequested },
        voice: Sitting.Voice(show: { line.show($0) }))
    }
    line.clear()
    guard let result = record?.likelihood else {
      throw refusal("Stopped: nothing was written.", ExitStatus.interrupted)
    }
    Swift.print(
      "\(item.name): \(String(format: "%.3f ± %.3f", result.mean, result.standardError)) nats over \(result.values.count) test images"
        .replacing(": -", with: ": −"))
  }
}

/// Which experiment, and what all work at one needs.
struct ExperimentChoice: ParsableArguments {
  @Argument(help: ArgumentHelp("As the list has it.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("The folder with the data sets.", valueName: "folder"))
  var data: String?

  @Option(help: ArgumentHelp("Threads; the numbers do not depend on it.", valueName: "count"))
  var workers: Int?

  func find() throws -> BookExperiment {
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    guard let item = BookExperiment.named(name) else {
      throw refusal("There is no experiment “\(name)”: `book experiments list` has their names.")
    }
    if let workers, !(1...1024 ~= workers) { throw refusal("--workers \(workers): 1 to 1024 threads are possible.") }
    return item
  }

  func images(of item: BookExperiment, _ book: BookCommand) throws -> ExperimentImages {
    let folder = book.options.data ?? data
    return try refusing {
      try ExperimentImages(
        ofRecord: item.experiment.images, from: DataFolders(requested: folder),
        download: folder != nil || book.options.offline ? nil : Download())
    }
  }
}

/// The folder of an experiment's records, or a refusal.
func records(of item: BookExperiment) throws -> String {
  do { return try PackageFolder.findRoot().appending(path: item.records).path } catch { throw refusal("\(error)") }
}

/// Turns an experiment's error into its sentence and its exit status.
func refusing<Result>(
  first: () -> Void = {}, _ body: () throws -> Result
) throws -> Result {
  do { return try body() } catch let error as ExperimentError {
    first()
    switch error {
    case .diverged: throw refusal(error.description, ExitStatus.failure)
    case .stored(let file) where file.isOfWriting: throw refusal(error.description, ExitStatus.cannotWrite)
    default: throw refusal(error.description)
    }
  }
}
