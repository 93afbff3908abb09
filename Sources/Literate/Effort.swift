import ArgumentParser

/// How much work a run does.
public enum Effort: String, Codable, CaseIterable, Sendable, ExpressibleByArgument {
  /// Seconds a chapter; what the tests run.
  case quick
  /// The book in a few minutes; the default.
  case standard
  /// Standard; `book` makes the long trainings behind its chapters that are missing or stale first, which takes hours.
  case paper

  /// The setting of this effort; `paper` takes the standard one unless it has its own.
  public func choose<Setting>(quick: Setting, standard: Setting, paper: Setting? = nil) -> Setting {
    switch self {
    case .quick: quick
    case .standard: standard
    case .paper: paper ?? standard
    }
  }
}

/// What is known about the data that a chapter read.
public enum DataStanding: String, Codable, Sendable {
  /// Its checksum is the published one.
  case verified
  /// It was read, but its checksum is another.
  case unverified
  /// It was drawn by a program because the real data was not there.
  case synthetic
}
