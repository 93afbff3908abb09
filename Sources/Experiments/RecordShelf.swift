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
    let record: Record
    do throws(StoredFileError) { record = try Record(named: name, in: folder) } catch {
      let why = error.reason == .missing ? "is not there" : "cannot be read: \(sentence(error))"
      throw RecordUnavailable(name: name, why: why, seconds: item.expectedSeconds)
    }
    if case .stale(let why) = RecordStanding(of: record, for: item.experiment) {
      throw RecordUnavailable(name: name, why: "is stale: \(why)", isStale: true, seconds: item.expectedSeconds)
    }
    return record
  }

  /// The records of several experiments, in the same order.
  public func records(_ names: [String]) throws(RecordUnavailable) -> [Record] {
    let (all, missing) = some(names)
    if let missing { throw missing }
    return all.compactMap { $0 }
  }

  /// Those of several records that can be drawn from, in the same order, nil for the others; and why those cannot: what is
  /// stale is named before what is missing.
  public func some(_ names: [String]) -> (records: [Record?], missing: RecordUnavailable?) {
    var all: [Record?] = [], errors: [RecordUnavailable] = []
    for name in names {
      do throws(RecordUnavailable) { all.append(try record(name)) } catch {
        all.append(nil)
        errors.append(error)
      }
    }
    let first = errors.first(where: \.isStale) ?? errors.first
    return (all, first.map { $0.with(others: errors.count - 1) })
  }

  /// The test likelihoods of the machine of a record.
  ///
  /// - Parameter samples: of each image; nil for as many as the experiment names.
  public func test(_ name: String, samples: Int? = nil) throws(RecordUnavailable) -> TestRecord {
    _ = try record(name)
    do throws(StoredFileError) { return try TestRecord(named: name, samples: samples, in: folder) } catch {
      throw RecordUnavailable(
        name: name, verb: "judge", options: samples.map { " --samples \($0)" } ?? "",
        why: "has no test likelihoods: \(sentence(error))", seconds: 0.08 * Double(samples ?? 1000))
    }
  }

  /// The machine of a record.
  public func model(_ name: String) throws(RecordUnavailable) -> Model {
    let item = Self.item(name)
    _ = try record(name)
    do throws(StoredFileError) { return try Model(contentsOf: "\(folder)/\(name).model") } catch {
      throw RecordUnavailable(name: name, why: "has no machine: \(sentence(error))", seconds: item.expectedSeconds)
    }
  }

  /// What is wrong with a file, for a page: without the folders of this machine.
  private func sentence(_ error: StoredFileError) -> String { "\(error)".replacing("\(folder)/", with: "") }

  private static func item(_ name: String) -> BookExperiment {
    guard let item = BookExperiment.named(name) else { preconditionFailure("RecordShelf: no experiment is called \(name)") }
    return item
  }
}

/// A record that cannot be drawn from, and how to compute it. `description` is one sentence, for a page.
public struct RecordUnavailable: Error, Equatable, CustomStringConvertible {
  public let name: String
  /// Whether there is one, of another algorithm or other settings.
  public let isStale: Bool
  let verb: String
  let options: String
  let why: String
  let seconds: Double
  /// How many more are wanted and cannot be drawn from either.
  private var others = 0

  init(name: String, verb: String = "run", options: String = "", why: String, isStale: Bool = false, seconds: Double) {
    (self.name, self.verb, self.options, self.why) = (name, verb, options, why)
    (self.isStale, self.seconds) = (isStale, seconds)
  }

  func with(others: Int) -> RecordUnavailable {
    var error = self
    error.others = others
    return error
  }

  public var description: String {
    let reason = why.hasSuffix(".") ? String(why.dropLast()) : why
    let time = seconds < 90 ? "\(max(1, Int(seconds.rounded()))) s" : "\(Int((seconds / 60).rounded())) min"
    let more = others > 0 ? " (\(others) more \(others == 1 ? "is" : "are") wanted here)" : ""
    return
      "The record `\(name)` \(reason); `swift run -c release book experiments \(verb) \(name)\(options)` computes it, in about \(time) "
      + "on two cores\(more)."
  }
}
