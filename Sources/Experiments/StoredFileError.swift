/// Why a stored file, a checkpoint, a model or a record, was not read or written. `description` is one sentence: what is
/// wrong, where, and what to do.
public struct StoredFileError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case missing
    case unreadable(why: String)
    case unwritable(why: String)
    /// Another process works with it.
    case inUse
    /// The first bytes are others.
    case notAMatrixFile
    case newerFormat(found: Int, known: Int)
    case cut(promised: Int, found: Int)
    /// A section's sizes are negative, or no file can hold them.
    case absurdSize(section: String)
    case damaged
    case otherKind(found: String, wanted: String)
    /// The settings that differ, as paths in the JSON of an experiment.
    case otherSettings([String])
    case otherData
    /// The algorithm made other steps then.
    case otherEngine
    case otherMachine(matrix: String)
    /// The model in this file is not the one that was judged.
    case otherModel(String)
    /// A record stops before the end of its run, and the state from which it could go on is not there.
    case noCheckpoint(epoch: Int)
    /// A line of a CSV file, from 1.
    case noRecord(line: Int)
  }

  /// The file, as it was asked for.
  public let file: String
  public let reason: Reason

  public init(file: String, reason: Reason) { (self.file, self.reason) = (file, reason) }

  /// Whether the disk, and not the wish, is to blame.
  public var isOfWriting: Bool { if case .unwritable = reason { true } else { false } }
}

extension StoredFileError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .missing: "There is no file \(file): see to its spelling."
    case .unreadable(let why): "The file \(file) could not be read (\(why)): see to its permissions."
    case .unwritable(let why):
      "The file \(file) could not be written (\(why)), and what was there before is unchanged: make room or name another folder."
    case .inUse: "The file \(file) is in use by another run: wait for its end, or keep the new run elsewhere."
    case .notAMatrixFile:
      "The file \(file) is no checkpoint or model of this program, its first bytes are others: name another file."
    case .newerFormat(let found, let known):
      "The file \(file) has format \(found), and this program reads formats up to \(known): take a newer version of the program."
    case .cut(let promised, let found):
      "The file \(file) ends too early, \(found) of \(promised) bytes are there: copy it again, or remove it and begin anew."
    case .absurdSize(let section):
      "The header of \(file) gives the matrix “\(section)” a size that no file has: the file is damaged, copy it again, or "
        + "remove it and begin anew."
    case .damaged:
      "The file \(file) is damaged, its contents do not match its checksum or its header: copy it again, or remove it and "
        + "begin anew."
    case .otherKind(let found, let wanted): "The file \(file) is a \(found), and a \(wanted) is wanted: name another file."
    case .otherSettings(let names):
      "The file \(file) belongs to other settings (\(names.joined(separator: ", "))) and was left alone: run with those, or "
        + "begin anew (--restart), or keep the new run elsewhere."
    case .otherData:
      "The file \(file) belongs to other images and was left alone: give the same images, or begin anew (--restart), or "
        + "keep the new run elsewhere."
    case .otherEngine:
      "The file \(file) is of a version of the program whose algorithm made other steps, and was left alone: begin anew "
        + "(--restart), or keep the new run elsewhere."
    case .otherMachine(let matrix):
      "The file \(file) belongs to another machine, its “\(matrix)” is missing, too many or of another shape: name another file."
    case .otherModel(let model):
      "The file \(file) judges another model than the one that is in \(model) now: judge that one."
    case .noCheckpoint(let epoch):
      "The record \(file) ends with epoch \(epoch), before its budget, and the state of the run is not here: copy its checkpoint "
        + "beside the record, or begin anew."
    case .noRecord(let line): "Line \(line) of \(file) is no row of a record: restore the file, or remove it and run anew."
    }
  }
}
