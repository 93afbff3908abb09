import BeliefNets
import Datasets
import LinearAlgebra

/// A run at the end of an epoch: all that it needs to go on, what it is a run of, and its record so far.
public struct Checkpoint: Sendable, Equatable {
  public let experiment: Experiment
  /// SHA-256 of the images, by part.
  public let checksums: [String: String]
  public let state: TrainingState<Float>
  /// One row for each epoch, from 0 on; the last is that of `state`.
  public let rows: [RecordRow]
  /// Of the engine that made the steps; nil in files from before states had one.
  public let fingerprint: Fingerprint?

  private struct Metadata: Codable {
    let experiment: Experiment, checksums: [String: String]
    let steps: Int, refresh: Int?, basisAges: [Int]
  }

  private static let record = "record", engine = "fingerprint"

  public init(_ experiment: Experiment, checksums: [String: String], _ state: TrainingState<Float>, rows: [RecordRow]) {
    precondition(rows.last?.steps == state.steps, "Checkpoint: step \(state.steps) with rows to \(rows.last?.steps ?? -1)")
    (self.experiment, self.checksums, self.state, self.rows) = (experiment, checksums, state, rows)
    fingerprint = Fingerprint(of: experiment)
  }

  /// Where the checkpoint of an experiment of the book lies: in a folder of its own in the user's cache folder.
  public static func file(named name: String, in folders: DataFolders = DataFolders()) -> String {
    "\(folders.cache)/checkpoints/\(name)/training.checkpoint"
  }

  /// Writes the file as a whole: a crash leaves the one before.
  public func write(to file: String) throws(StoredFileError) {
    let metadata = Metadata(
      experiment: experiment, checksums: checksums, steps: state.steps, refresh: state.refresh, basisAges: state.basisAges)
    let table = MatrixSection(Self.record, rows: rows.count, columns: RecordRow.columns.count, rows.flatMap(\.numbers))
    let engine = fingerprint.map { MatrixSection(Self.engine, rows: 1, columns: $0.change.count, $0.change) }
    let sections = [table] + (engine.map { [$0] } ?? []) + state.matrices.map { MatrixSection($0) }
    try MatrixFile(kind: "checkpoint", metadata: metadata, sections).write(to: file)
  }

  public init(contentsOf file: String) throws(StoredFileError) {
    try self.init(MatrixFile(contentsOf: file, kind: "checkpoint"), named: file)
  }

  /// Reads what `write` stored. The name is for the error's sentence only.
  public init(_ stored: MatrixFile, named file: String) throws(StoredFileError) {
    let width = RecordRow.columns.count
    guard let metadata = stored.metadata(as: Metadata.self), let table = stored.section(Self.record), table.columns == width
    else {
      throw StoredFileError(file: file, reason: .damaged)
    }
    let numbers = table.doubles
    let rows = (0..<table.rows).compactMap { RecordRow(Array(numbers[$0 * width..<($0 + 1) * width])) }
    guard rows.count == table.rows, rows.last?.steps == metadata.steps, metadata.refresh ?? 0 >= 0,
      rows.enumerated().allSatisfy({ $0.offset == $0.element.epoch })
    else { throw StoredFileError(file: file, reason: .damaged) }
    let matrices = stored.sections.filter { ![Self.record, Self.engine].contains($0.name) }.map(\.named)
    (experiment, checksums, self.rows) = (metadata.experiment, metadata.checksums, rows)
    fingerprint = stored.section(Self.engine).map { Fingerprint(change: $0.doubles) }
    state = TrainingState(
      steps: metadata.steps, refresh: metadata.refresh, basisAges: metadata.basisAges, matrices: matrices)
  }

  /// - Throws: where this is a checkpoint of other settings, of other images, or of an engine that made other steps.
  func check(isOf wanted: Experiment, on images: ExperimentImages, named file: String) throws(StoredFileError) {
    let differences = wanted.differences(from: experiment)
    guard differences.isEmpty else { throw StoredFileError(file: file, reason: .otherSettings(differences)) }
    guard checksums == images.checksums else { throw StoredFileError(file: file, reason: .otherData) }
    guard fingerprint?.agrees(with: Fingerprint(of: wanted)) ?? true else {
      throw StoredFileError(file: file, reason: .otherEngine)
    }
  }
}
