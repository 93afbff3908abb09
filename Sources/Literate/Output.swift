/// One thing that a running chapter leaves for its page.
public enum Output: Codable, Hashable, Sendable {
  case begin(RunFacts)
  case data(description: String, standing: DataStanding)
  case figure(FigureOutput)
  case table(TableOutput)
  case value(name: String, quantity: Quantity, format: String?)
  case check(CheckOutput)
  case listing(ListingOutput)
  case text(String)
  case answer(AnswerOutput)
  /// Why what belongs here is not here; no failure.
  case absence(String)
  case failure(String)
}

/// The first line of a record: what was run.
public struct RunFacts: Codable, Hashable, Sendable {
  public let seed: UInt64
  public let effort: Effort
  public let code: CodeStamp

  public init(seed: UInt64, effort: Effort, code: CodeStamp) {
    self.seed = seed
    self.effort = effort
    self.code = code
  }
}

/// A number or a word that prose can quote.
public enum Quantity: Codable, Hashable, Sendable {
  case number(Double)
  case integer(Int)
  case word(String)
}

public struct FigureOutput: Codable, Hashable, Sendable {
  public let label: String
  public let caption: String
  public let alt: String
  /// Names of files beside the page.
  public let data: [String]
  public let script: String
  /// Nil when gnuplot could not be run.
  public let image: String?

  public init(label: String, caption: String, alt: String, data: [String], script: String, image: String?) {
    self.label = label
    self.caption = caption
    self.alt = alt
    self.data = data
    self.script = script
    self.image = image
  }
}

public struct TableOutput: Codable, Hashable, Sendable {
  public let label: String
  public let caption: String
  public let columns: [String]
  public let rows: [[Quantity]]
  /// A format for each column; an empty array means the default for all.
  public let formats: [String?]

  public init(label: String, caption: String, columns: [String], rows: [[Quantity]], formats: [String?] = []) {
    self.label = label
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.formats = formats
  }
}

/// A check that held.
public struct CheckOutput: Codable, Hashable, Sendable {
  public let name: String
  /// The difference as printed (see `roundedDifference`); nil for a condition.
  public let difference: Double?
  public let tolerance: Double?

  public init(name: String, difference: Double? = nil, tolerance: Double? = nil) {
    self.name = name
    self.difference = difference
    self.tolerance = tolerance
  }
}

/// A region of the library's source, as it was when the chapter ran.
public struct ListingOutput: Codable, Hashable, Sendable {
  /// Path below `Sources/`.
  public let path: String
  public let region: String
  public let text: String

  public init(path: String, region: String, text: String) {
    self.path = path
    self.region = region
    self.text = text
  }
}

public struct AnswerOutput: Codable, Hashable, Sendable {
  public let label: String
  public let values: [Double]
  public let tolerance: Double

  public init(label: String, values: [Double], tolerance: Double) {
    self.label = label
    self.values = values
    self.tolerance = tolerance
  }
}
