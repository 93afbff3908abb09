import Foundation

/// The committed records of a chapter, for its figures.
public struct RecordShelf {
  private let folder: String

  /// - Parameter folder: `output/NN-name/records`.
  public init(_ folder: URL) { self.folder = folder.path }

  /// The record of an experiment, also one that ends before its budget.
  ///
  /// - Throws: where it is missing or stale; the sentence says how to compute it.
  public func record(_ name: String) throws(RecordUnavailable) -> Record {
    let item = Self.item(name)
    switch RecordStanding(of: item.experiment, in: folder) {
    case .present, .unfinished: break
    case .missing: throw RecordUnavailable(name: name, why: "is not there", seconds: item.expectedSeconds)
    case .stale(let why): throw RecordUnavailable(name: name, why: "is stale: \(why)", seconds: item.expectedSeconds)
    }
    do throws(StoredFileError) { return try Record(named: name, in: folder) } catch {
      throw RecordUnavailable(name: name, why: "cannot be read: \(error)", seconds: item.expectedSeconds)
    }
  }

  /// The records of several experiments, in the same order.
  public func records(_ names: [String]) throws(RecordUnavailable) -> [Record] {
    var all: [Record] = []
    for name in names { all.append(try record(name)) }
    return all
  }

  /// Those of several records that can be drawn from, in the same order, nil for the others; and why one of those cannot.
  public func some(_ names: [String]) -> (records: [Record?], missing: RecordUnavailable?) {
    var all: [Record?] = [], missing: RecordUnavailable?
    for name in names {
      do throws(RecordUnavailable) { all.append(try record(name)) } catch {
        all.append(nil)
        missing = missing ?? error
      }
    }
    return (all, missing)
  }

  /// The test likelihoods of the machine of a record.
  public func test(_ name: String) throws(RecordUnavailable) -> TestRecord {
    _ = try record(name)
    do throws(StoredFileError) { return try TestRecord(named: name, in: folder) } catch {
      throw RecordUnavailable(name: name, verb: "judge", why: "has no test likelihoods: \(error)", seconds: 120)
    }
  }

  /// The machine of a record.
  public func model(_ name: String) throws(RecordUnavailable) -> Model {
    let item = Self.item(name)
    _ = try record(name)
    do throws(StoredFileError) { return try Model(contentsOf: "\(folder)/\(name).model") } catch {
      throw RecordUnavailable(name: name, why: "has no machine: \(error)", seconds: item.expectedSeconds)
    }
  }

  private static func item(_ name: String) -> BookExperiment {
    guard let item = BookExperiment.named(name) else { preconditionFailure("RecordShelf: no experiment is called \(name)") }
    return item
  }
}

/// A record that cannot be drawn from, and how to compute it. `description` is one sentence, for a page.
public struct RecordUnavailable: Error, Equatable, CustomStringConvertible {
  public let name: String
  let verb: String
  let why: String
  let seconds: Double

  init(name: String, verb: String = "run", why: String, seconds: Double) {
    (self.name, self.verb, self.why, self.seconds) = (name, verb, why, seconds)
  }

  public var description: String {
    let reason = why.hasSuffix(".") ? String(why.dropLast()) : why
    let time = seconds < 90 ? "\(max(1, Int(seconds.rounded()))) s" : "\(Int((seconds / 60).rounded())) min"
    return "The record `\(name)` \(reason); `swift run -c release book experiments \(verb) \(name)` computes it, in about \(time) on two cores."
  }
}
