/// What stands beside the rows of a record: how they came about, and whether they can still be trusted.
public struct Manifest: Sendable, Equatable, Codable {
  /// The form of the record's files.
  public let format: Int
  public let experiment: Experiment
  /// One sentence about the images, and their SHA-256 by part.
  public let images: String
  public let checksums: [String: String]
  /// Of the training, and of the evaluations.
  public let seconds: Double, evaluationSeconds: Double
  public let machine: MachineDescription
  /// How the Fisher blocks of each layer were solved, by names such as "p/0"; empty without the Fisher metric.
  public let fisherRoutes: [String: String]
  public let fingerprint: Fingerprint
  /// The step that had no finite result and ended the run; nil where there was none.
  public let diverged: Int?

  public init(
    _ experiment: Experiment, _ images: ExperimentImages, last row: RecordRow, fisherRoutes: [String: String],
    diverged: Int? = nil
  ) {
    self.diverged = diverged
    (format, self.experiment) = (1, experiment)
    (self.images, checksums) = (images.description, images.checksums)
    (seconds, evaluationSeconds) = (row.seconds, row.evaluationSeconds)
    (machine, self.fisherRoutes) = (.current, fisherRoutes)
    fingerprint = Fingerprint(of: experiment)
  }
}
