import Datasets

extension Sitting {
  /// Brings the records of a chapter up to date, one experiment after the other: what is missing is computed, what is
  /// unfinished goes on where its state is kept, what is stale is computed anew, and so is what has lost its state; test
  /// likelihoods that a finished run did not come to are made up for.
  ///
  /// Stopped at any moment, the next call goes on from the last epoch of the experiment at work.
  /// - Parameters:
  ///   - chapter: the chapter's folder, "NN-name".
  ///   - records: the folder of its records.
  ///   - folders: where the data sets are found.
  ///   - checkpoints: where states are kept; nil for the user's cache folder.
  public static func catchUp(
    chapter: String, in records: String, from folders: DataFolders, download: Download? = nil, checkpoints: String? = nil,
    voice: Voice = Voice()
  ) throws(ExperimentError) {
    try catchUp(
      BookExperiment.all.filter { $0.chapter == chapter }, in: records, checkpoints: checkpoints, voice: voice
    ) { source throws(ExperimentError) in
      try ExperimentImages(ofRecord: source, from: folders, download: download)
    }
  }

  /// The same for any list of experiments.
  ///
  /// - Parameter images: loads those of a source; called once for each.
  public static func catchUp(
    _ items: [BookExperiment], in records: String, checkpoints: String?, voice: Voice,
    images: (ImageSource) throws(ExperimentError) -> ExperimentImages
  ) throws(ExperimentError) {
    var loaded: [(source: ImageSource, images: ExperimentImages)] = []
    for item in items {
      let sitting = Sitting(item, in: records, checkpoint: checkpoints.map { "\($0)/\(item.name)/training.checkpoint" })
      let isAnew: Bool
      switch sitting.standing {
      case .present where !sitting.lacksTest: continue
      case .stale: isAnew = true
      case .unfinished(let epoch):
        isAnew = try orStored { () throws(StoredFileError) in try sitting.stateEpoch() ?? -1 } < epoch
      case .present, .missing: isAnew = false
      }
      let source = item.experiment.images
      if !loaded.contains(where: { $0.source == source }) { loaded.append((source, try images(source))) }
      voice.tell(item.name)
      let own = loaded.first { $0.source == source }!.images
      do throws(ExperimentError) {
        if sitting.lacksTest {
          _ = try sitting.judge(on: own, workers: item.experiment.training.workers)
        } else {
          _ = try sitting.run(on: own, anew: isAnew, voice: voice)
        }
      } catch {
        // A run that diverges leaves its record, and the others go on.
        guard case .diverged = error else { throw error }
        voice.tell(error.description)
      }
    }
  }
}
