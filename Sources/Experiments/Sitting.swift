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

  /// The epoch that a run could go on from: of the state in the cache or of the one beside the record, whichever is further;
  /// nil where there is none.
  public func stateEpoch() throws(StoredFileError) -> Int? {
    let epochs = [try state(in: checkpoint), try state(in: file("checkpoint"))].compactMap { $0?.rows.last?.epoch }
    return epochs.max()
  }

  private func state(in file: String) throws(StoredFileError) -> Checkpoint? {
    FileManager.default.fileExists(atPath: file) ? try Checkpoint(contentsOf: file) : nil
  }

  /// Whether the record has come to its end, and the test likelihoods of its machine are missing, or are of another one.
  public var lacksTest: Bool {
    guard item.test != nil, standing == .present, let record = try? Record(named: item.name, in: records),
      record.manifest.diverged == nil
    else { return false }
    return (try? TestRecord(named: item.name, in: records)) == nil
  }

  /// Whether the record has come to its end, and a newer run was begun in its place that has not.
  ///
  /// The state of a newer run was written after the record, and its rows are others, by the clock at least. Those of a state that
  /// the record's own run left behind, here or on another machine, are the record's, as far as they go.
  public var isBegunAnew: Bool {
    guard standing == .present, let record = try? Record(named: item.name, in: records),
      let state = try? Checkpoint(contentsOf: checkpoint), item.experiment.differences(from: state.experiment).isEmpty,
      state.fingerprint?.agrees(with: Fingerprint(of: item.experiment)) ?? true,
      let written = date(of: file("json")), let begun = date(of: checkpoint), begun >= written
    else { return false }
    return Array(record.rows.prefix(state.rows.count)).csv != state.rows.csv
  }

  /// When a file was last written.
  private func date(of file: String) -> Date? {
    try? FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
  }

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
          if let seconds { isOver = start.duration(to: .now) / .seconds(1) >= seconds }
        })
    } catch {
      if case .diverged(let divergence, _, _, _) = error {
        try orStored { () throws(StoredFileError) in
          try run.record(diverged: divergence.step).write(named: item.name, to: records)
        }
        // What an earlier sitting left is of another epoch.
        for old in ["model", "checkpoint", "test.csv", "test.json"] { try? FileManager.default.removeItem(atPath: file(old)) }
      }
      throw error
    }
    try orStored { () throws(StoredFileError) in try leave(run, ending, carrying: carrying) }
    if ending == .finished, item.test != nil {
      _ = try estimate(on: images, size: nil, workers: experiment.training.workers, isStopped, voice)
    }
    return ending
  }

  /// Puts a state that was carried here, and is further on than the one in the cache, where runs keep theirs.
  ///
  /// - Throws: where the record is further on than both.
  private func fetchState() throws(StoredFileError) {
    let own = try state(in: checkpoint), carried = try state(in: file("checkpoint"))
    let (a, b) = (own?.rows.last?.epoch ?? -1, carried?.rows.last?.epoch ?? -1)
    if case .unfinished(let epoch) = standing, max(a, b) < epoch {
      throw StoredFileError(file: file("csv"), reason: .noCheckpoint(epoch: epoch))
    }
    if let carried, b > a { try carried.write(to: checkpoint) }
  }

  private func leave(_ run: TrainingRun, _ ending: TrainingRun.Ending, carrying: Bool) throws(StoredFileError) {
    // A run that was stopped in its first epoch has no more to say than the one before, if there was one.
    guard run.rows.count > 1 else { return }
    if item.test != nil {
      try Model(run.machineOfRecord, height: run.images.train.height, width: run.images.train.width, run.experiment.binarisation)
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
  /// - Returns: nil where it was stopped; nothing is written then.
  /// - Precondition: the images have a test part.
  public func judge(
    on images: ExperimentImages, size: TestSize? = nil, workers: Int, isStopped: () -> Bool = { false }, voice: Voice = Voice()
  ) throws(ExperimentError) -> TestRecord? {
    let lock = try orStored { () throws(StoredFileError) in try RunLock(folderOf: checkpoint) }
    defer { withExtendedLifetime(lock) {} }
    return try estimate(on: images, size: size, workers: workers, isStopped, voice)
  }

  /// The same within a sitting, which has the lock.
  private func estimate(
    on images: ExperimentImages, size: TestSize?, workers: Int, _ isStopped: () -> Bool, _ voice: Voice
  ) throws(ExperimentError) -> TestRecord? {
    guard let test = images.test, let size = size ?? item.test else {
      preconditionFailure("judge: \(item.name) has no test images")
    }
    return try orStored { () throws(StoredFileError) in
      let epoch = try Record(named: item.name, in: records).rows.count - 1
      let count = min(size.images, test.count)
      let result = try TestRecord(
        of: file("model"), on: test, size, epoch: epoch, seed: item.experiment.seed, workers: workers
      ) { done in
        voice.show("test images: \(done) of \(count)")
        return done == count || !isStopped()
      }
      try result?.write(
        named: item.name, samples: size.samples == item.test?.samples ? nil : size.samples,
        first: size.images == item.test?.images ? nil : size.images, to: records)
      return result
    }
  }
}

/// The error of a stored file as one of an experiment.
func orStored<Result>(_ body: () throws(StoredFileError) -> Result) throws(ExperimentError) -> Result {
  do throws(StoredFileError) { return try body() } catch { throw .stored(error) }
}
