import ArgumentParser
import Experiments
import Foundation
import Literate

/// A run in its folder: what is there already, what the terminal sees, and what is written.
struct TrainingSession {
  private let experiment: Experiment
  private let images: ExperimentImages
  private let folder: String
  private let restart: Bool
  private let lock: RunLock

  private static let record = "record"
  private var checkpoint: String { "\(folder)/training.checkpoint" }
  private var model: String { "\(folder)/machine.model" }

  /// - Throws: where the folder has a record whose run cannot go on, unless it is to begin anew.
  init(_ experiment: Experiment, _ images: ExperimentImages, folder: String, restart: Bool) throws(ExitCode) {
    (self.experiment, self.images, self.folder, self.restart) = (experiment, images, folder, restart)
    do { lock = try RunLock(folderOf: "\(folder)/training.checkpoint") } catch { throw refusal(error) }
    let there = FileManager.default.fileExists(atPath:)
    if restart { try? FileManager.default.removeItem(atPath: checkpoint) }
    guard !there(checkpoint), !restart else { return }
    for file in ["\(folder)/\(Self.record).csv", model] where there(file) {
      throw refusal(
        "\(file) is there, and not the state of the run that made it: name another folder with --output, or add --restart to "
          + "write in its place.")
    }
  }

  /// Trains, and leaves state, record and model after each epoch.
  func run() throws(ExitCode) {
    Interruption.watch()
    var line = ProgressLine()
    line.tell(images.description)
    let ending: TrainingRun.Ending
    do throws(ExperimentError) { ending = try train(&line) } catch {
      line.clear()
      throw refusal(error)
    }
    if case .stopped(let epoch) = ending {
      line.clear()
      Interruption.tell("the state after epoch \(epoch) is in \(folder)", restarted: restart)
      throw ExitCode(ExitStatus.interrupted)
    }
    line.tell("\(model) is the machine, \(folder)/\(Self.record).csv its record.")
  }

  private func train(_ line: inout ProgressLine) throws(ExperimentError) -> TrainingRun.Ending {
    var run = try TrainingRun(experiment, on: images, checkpoint: checkpoint)
    line.tell(beginning(of: run))
    try publish(run)
    return try run.run(
      isStopped: { Interruption.isRequested }, progress: { line.show($0.text) },
      afterEpoch: { (run) throws(ExperimentError) in
        line.tell(run.rows[run.rows.count - 1].text)
        try publish(run)
      })
  }

  private func beginning(of run: TrainingRun) -> String {
    let epoch = run.rows.count - 1
    if run.isFinished {
      switch experiment.budget {
      case .epochs: return "All \(epoch) epochs are done already; --epochs with a higher number goes on."
      case .seconds: return "The minutes are over already, with \(epoch) epochs; --minutes with a higher number goes on."
      }
    }
    return epoch > 0 ? "Going on after epoch \(epoch)." : run.rows[0].text
  }

  private func publish(_ run: TrainingRun) throws(ExperimentError) {
    do throws(StoredFileError) {
      try run.record().write(named: Self.record, to: folder)
      let set = images.train
      try Model(run.machine, height: set.height, width: set.width, experiment.binarisation).write(to: model)
    } catch { throw .stored(error) }
  }
}
