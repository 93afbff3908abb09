import Foundation

/// The folders in which data sets are looked for: the one that was asked for, else the environment's, else the cache.
public struct DataFolders: Sendable, Equatable {
  /// From `--data DIR`. A data set that is asked for here and is not there is an error.
  public let requested: String?
  /// From the environment variable `NATURAL_GRADIENT_DATA`.
  public let environment: String?
  /// The user's cache folder, where a download goes.
  public let cache: String

  public init(requested: String? = nil, in variables: [String: String] = ProcessInfo.processInfo.environment) {
    func value(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    self.requested = requested.map(Self.expanded)
    environment = value("NATURAL_GRADIENT_DATA").map(Self.expanded)
    // The XDG rule: a relative path in XDG_CACHE_HOME counts as none.
    let named = value("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    cache = (named ?? Self.expanded("~/.cache", home: value("HOME"))) + "/natural-gradient"
  }

  /// In the order in which they are searched.
  public var all: [String] { [requested, environment, cache].compactMap(\.self) }

  private static func expanded(_ path: String) -> String { expanded(path, home: nil) }

  private static func expanded(_ path: String, home: String?) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return (home ?? FileManager.default.homeDirectoryForCurrentUser.path) + path.dropFirst()
  }
}
