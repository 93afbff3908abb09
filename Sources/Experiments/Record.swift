import Foundation

/// A record of an experiment: its rows, NAME.csv, and the manifest beside them, NAME.json.
public struct Record: Sendable, Equatable {
  public let rows: [RecordRow]
  public let manifest: Manifest

  public init(rows: [RecordRow], manifest: Manifest) { (self.rows, self.manifest) = (rows, manifest) }

  /// Writes both files, each as a whole, the rows first: a manifest never stands beside rows that are older.
  public func write(named name: String, to folder: String) throws(StoredFileError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    guard let json = try? encoder.encode(manifest) else { preconditionFailure("a manifest is always JSON") }
    try AtomicFile.write(Array(rows.csv.utf8), to: "\(folder)/\(name).csv")
    try AtomicFile.write([UInt8](json) + [0x0A], to: "\(folder)/\(name).json")
  }

  /// Reads both files; numbers of the rows have six digits.
  public init(named name: String, in folder: String) throws(StoredFileError) {
    let (table, json) = ("\(folder)/\(name).csv", "\(folder)/\(name).json")
    rows = try [RecordRow](csv: String(decoding: AtomicFile.read(table), as: UTF8.self), named: table)
    guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(try AtomicFile.read(json))) else {
      throw StoredFileError(file: json, reason: FileManager.default.fileExists(atPath: json) ? .damaged : .missing)
    }
    self.manifest = manifest
  }
}

/// Whether a record can be drawn from.
public enum RecordStanding: Sendable, Equatable {
  case present
  case missing
  /// Why it cannot, as the end of a sentence.
  case stale(String)

  /// The standing of the record of an experiment in a folder.
  ///
  /// - Complexity: some milliseconds, for the fingerprint.
  public init(of experiment: Experiment, in folder: String) {
    do throws(StoredFileError) {
      let manifest = try Record(named: experiment.name, in: folder).manifest
      let differences = experiment.differences(from: manifest.experiment)
      if !differences.isEmpty {
        self = .stale("it was made with other settings (\(differences.joined(separator: ", ")))")
      } else if experiment.budget != manifest.experiment.budget {
        self = .stale("it was made with another budget")
      } else if !Fingerprint(of: experiment).agrees(with: manifest.fingerprint) {
        self = .stale("the algorithm makes other steps now")
      } else {
        self = .present
      }
    } catch {
      self = error.reason == .missing ? .missing : .stale(error.description)
    }
  }
}
