import Foundation

/// A record of an experiment: its rows, NAME.csv, and the manifest beside them, NAME.json.
public struct Record: Sendable, Equatable {
  public let rows: [RecordRow]
  public let manifest: Manifest

  public init(rows: [RecordRow], manifest: Manifest) { (self.rows, self.manifest) = (rows, manifest) }

  /// Writes both files, each as a whole, the rows first: a manifest never stands beside rows that are older.
  public func write(named name: String, to folder: String) throws(StoredFileError) {
    try StoredFile.write(Array(rows.csv.utf8), to: "\(folder)/\(name).csv")
    try StoredFile.write(json: manifest, to: "\(folder)/\(name).json")
  }

  /// Reads both files; numbers of the rows have six digits.
  public init(named name: String, in folder: String) throws(StoredFileError) {
    let (table, json) = ("\(folder)/\(name).csv", "\(folder)/\(name).json")
    let rows = try [RecordRow](csv: String(decoding: StoredFile.read(table), as: UTF8.self), named: table)
    if let wrong = rows.isEmpty ? 0 : rows.indices.first(where: { rows[$0].epoch != $0 }) {
      throw StoredFileError(file: table, reason: .noRecord(line: wrong + 2))
    }
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(try StoredFile.read(json))) else {
      throw StoredFileError(file: json, reason: FileManager.default.fileExists(atPath: json) ? .damaged : .missing)
    }
    // A table that was cut at the end of a line is as sound as any; its manifest knows better.
    guard rows[rows.count - 1].seconds >= manifest.seconds * (1 - 1e-5) else {
      throw StoredFileError(file: table, reason: .noRecord(line: rows.count + 2))
    }
    (self.rows, self.manifest) = (rows, manifest)
  }
}

extension Record {
  /// Whether the run came to the end of its budget, or to one of its own.
  public var isFinished: Bool { manifest.diverged != nil || rows.last.map(manifest.experiment.budget.isSpent) ?? false }
}

/// Whether a record can be drawn from.
public enum RecordStanding: Sendable, Equatable {
  case present
  /// It can, up to this epoch: the run was stopped before the end of its budget.
  case unfinished(epoch: Int)
  case missing
  /// Why it cannot, as the end of a sentence.
  case stale(String)

  /// The standing of a record as that of an experiment.
  ///
  /// - Complexity: some milliseconds, for the fingerprint.
  public init(of record: Record, for experiment: Experiment) {
    let manifest = record.manifest
    let differences = experiment.differences(from: manifest.experiment)
    if !differences.isEmpty {
      self = .stale("it was made with other settings (\(differences.joined(separator: ", ")))")
    } else if experiment.budget != manifest.experiment.budget {
      self = .stale("it was made with another budget")
    } else if !Fingerprint(of: experiment).agrees(with: manifest.fingerprint) {
      self = .stale("the algorithm makes other steps now")
    } else {
      self = record.isFinished ? .present : .unfinished(epoch: record.rows.count - 1)
    }
  }

  /// The standing of the record of an experiment in a folder.
  ///
  /// - Complexity: some milliseconds, for the fingerprint.
  public init(of experiment: Experiment, in folder: String) {
    do throws(StoredFileError) {
      self.init(of: try Record(named: experiment.name, in: folder), for: experiment)
    } catch {
      self = error.reason == .missing ? .missing : .stale(error.description)
    }
  }
}
