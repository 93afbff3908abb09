import BeliefNets
import Foundation

/// Work at an experiment of the book: goes on from where the run stands, and leaves its record, and the machine beside it.
///
/// In the folder of the records NAME.csv and NAME.json are the record, NAME.model the machine, NAME.test.csv and
/// NAME.test.json its test likelihoods, and NAME.checkpoint, while the run is unfinished, the state that it can go on from
/// elsewhere. The checkpoint that is written after each epoch lies in the user's cache folder.
public struct Sitting {
  public let item: BookExperiment
  private let records: String
  private let checkpoint: String

  /// - Parameters:
  ///   - records: the folder of the records.
  ///   - checkpoint: where the state is kept from epoch to epoch; nil for the user's cache folder.
  public init(_ item: BookExperiment, in records: String, checkpoint: String? = nil) {
    (self.item, self.records) = (item, records)
    self.checkpoint = checkpoint ?? Checkpoint.file(named: item.name)
  }

  private func file(_ ending: String) -> String { "\(records)/\(item.name).\(ending)" }

  public var standing: RecordStanding { RecordStanding(of: item.experiment, in: records) }

  /// Whether there is a state to go on from.
  public var hasState: Bool { [checkpoint, file("checkpoint")].contains(where: FileManager.default.fileExists(atPath:)) }

  private func forgetState() {
    for file in [checkpoint, file("checkpoint")] { try? FileManager.default.removeItem(atPath: file) }
  }

  /// What a sitting tells of itself.
  public struct Voice {
    /// A line that stays.
    public let tell: (String) -> Void
    /// A line in place of the one before.
    public let show: (String) -> Void

    public init(tell: @escaping (String) -> Void = { _ in }, show: @escaping (String) -> Void = { _ in }) {
      (self.tell, self.show) = (tell, show)
    }
  }

  /// Trains to the end of the budget, of this sitting, or until it is told to stop, and writes the record so far.
  ///
  /// A run that diverges leaves a record that says so.
  /// - Parameters:
  ///   - anew: forget a begun run; its record stays until the new one takes its place.
  ///   - seconds: the sitting ends with the epoch in which so many of the clock are over; nil for no such end.
  ///   - carrying: whether an unfinished run leaves its state beside the record.
  public func run(
    on images: ExperimentImages, anew: Bool = false, workers: Int? = nil, seconds: Double? = nil, carrying: Bool = false,
    isStopped: () -> Bool = { false }, voice: Voice = Voice()
  ) throws(ExperimentError) -> TrainingRun.Ending {
    var experiment = item.experiment
    if let workers { experiment.training = experiment.training.with(workers: workers) }
    let lock = try orStored { () throws(StoredFileError) in try RunLock(folderOf: checkpoint) }
    defer { withExtendedLifetime(lock) {} }
    if anew { forgetState() } else { try orStored(fetchState) }
    var run = try TrainingRun(experiment, on: images, checkpoint: checkpoint)
    let epoch = run.rows.count - 1, start = ContinuousClock.now
    voice.tell(epoch > 0 ? "Going on after epoch \(epoch)." : run.rows[0].text)
    var isOver = false
    let ending: TrainingRun.Ending
    do throws(ExperimentError) {
      ending = try run.run(
        isStopped: { isOver || isStopped() }, progress: { voice.show($0.text) },
        afterEpoch: { run in
          voice.tell(run.rows[run.rows.count - 1].text)
          if let seconds { isOver = start.duration(to: .now) >= .seconds(seconds) }
        })
    } catch {
      if case .diverged(let divergence, _, _, _) = error {
        try orStored { () throws(StoredFileError) in
          try run.record(diverged: divergence.step).write(named: item.name, to: records)
        }
      }
      throw error
    }
    try orStored { () throws(StoredFileError) in try leave(run, ending, carrying: carrying) }
    if ending == .finished, item.test != nil { _ = try judge(on: images, workers: experiment.training.workers) }
    return ending
  }

  /// Puts the state that was carried here where runs keep theirs.
  private func fetchState() throws(StoredFileError) {
    let manager = FileManager.default
    if manager.fileExists(atPath: checkpoint) { return }
    if manager.fileExists(atPath: file("checkpoint")) {
      try Checkpoint(contentsOf: file("checkpoint")).write(to: checkpoint)
    } else if case .unfinished(let epoch) = standing {
      throw StoredFileError(file: file("csv"), reason: .noCheckpoint(epoch: epoch))
    }
  }

  private func leave(_ run: TrainingRun, _ ending: TrainingRun.Ending, carrying: Bool) throws(StoredFileError) {
    // A run that was stopped in its first epoch has no more to say than the one before, if there was one.
    guard run.rows.count > 1 else { return }
    if item.test != nil {
      try Model(run.machine, height: run.images.train.height, width: run.images.train.width, run.experiment.binarisation)
        .write(to: file("model"))
    }
    try run.record().write(named: item.name, to: records)
    switch ending {
    case .finished: forgetState()
    case .stopped: if carrying { try Checkpoint(contentsOf: checkpoint).write(to: file("checkpoint")) }
    }
  }

  /// Judges the machine of the record on test images, and writes what comes out beside it.
  ///
  /// - Parameter size: nil for the size that the experiment names; another one has files of its own.
  /// - Precondition: the images have a test part.
  public func judge(
    on images: ExperimentImages, size: TestSize? = nil, workers: Int
  ) throws(ExperimentError) -> TestRecord {
    guard let test = images.test, let size = size ?? item.test else {
      preconditionFailure("judge: \(item.name) has no test images")
    }
    return try orStored { () throws(StoredFileError) in
      let epoch = try Record(named: item.name, in: records).rows.count - 1
      let result = try TestRecord(of: file("model"), on: test, size, epoch: epoch, seed: item.experiment.seed, workers: workers)
      try result.write(named: item.name, samples: size == item.test ? nil : size.samples, to: records)
      return result
    }
  }
}

/// The error of a stored file as one of an experiment.
func orStored<Result>(_ body: () throws(StoredFileError) -> Result) throws(ExperimentError) -> Result {
  do throws(StoredFileError) { return try body() } catch { throw .stored(error) }
}
