import Datasets

extension Sitting {
  /// Whether the record is missing, stale or unfinished, or lacks its test likelihoods.
  public var isDue: Bool { standing != .present || lacksTest }

  /// Brings the records of some experiments of a chapter up to date, one after the other: what is missing is computed, what is
  /// unfinished goes on where its state is kept, what is stale is computed anew, and so is what has lost its state; test
  /// likelihoods that a finished run did not come to are made up for.
  ///
  /// Stopped at any moment, the next call goes on from the last epoch of the experiment at work. A run that was begun in place of
  /// a finished record is not its business.
  /// - Parameters:
  ///   - records: the folder of the chapter's records.
  ///   - checkpoints: where states are kept; nil for the user's cache folder.
  ///   - isStopped: asked after each step, and within the estimate of test likelihoods.
  ///   - images: gives those of a source; called once for each.
  /// - Returns: the name of the experiment at which it was stopped; nil when all are done.
  @discardableResult
  public static func catchUp(
    _ items: [BookExperiment], in records: String, checkpoints: String?, isStopped: () -> Bool = { false }, voice: Voice,
    images: (ImageSource) throws(ExperimentError) -> ExperimentImages
  ) throws(ExperimentError) -> String? {
    var loaded: [(source: ImageSource, images: ExperimentImages)] = []
    for item in items {
      let sitting = Sitting(item, in: records, checkpoint: checkpoints.map { "\($0)/\(item.name)/training.checkpoint" })
      guard sitting.isDue else { continue }
      let isAnew: Bool
      switch sitting.standing {
      case .stale: isAnew = true
      case .unfinished(let epoch):
        isAnew = try orStored { () throws(StoredFileError) in try sitting.stateEpoch() ?? -1 } < epoch
      case .present, .missing: isAnew = false
      }
      if isStopped() { return item.name }
      let source = item.experiment.images
      if !loaded.contains(where: { $0.source == source }) { loaded.append((source, try images(source))) }
      voice.tell(item.name)
      let own = loaded.first { $0.source == source }!.images
      do throws(ExperimentError) {
        if sitting.lacksTest {
          _ = try sitting.judge(on: own, workers: item.experiment.training.workers, isStopped: isStopped, voice: voice)
        } else if case .stopped = try sitting.run(on: own, anew: isAnew, isStopped: isStopped, voice: voice) {
          return item.name
        }
        if sitting.lacksTest { return item.name }
      } catch {
        // A run that diverges leaves its record, and the others go on.
        guard case .diverged = error else { throw error }
        voice.tell(error.description)
      }
    }
    return nil
  }
}
