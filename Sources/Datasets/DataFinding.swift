/// What is known about one file of a data set.
public struct DataFinding: Sendable, Equatable {
  public enum State: Sendable, Equatable {
    case missing
    /// Its checksum is the published one.
    case verified
    /// Whole, and no checksum of it is published with this book.
    case unknown
    /// Whole, and another file than the published one.
    case other
    case damaged(IDXError)
  }

  /// Without `.gz`.
  public let name: String
  /// Where it lies, or where it was looked for.
  public let path: String
  public let state: State

  /// Whether it is there and can be read.
  public var isWhole: Bool {
    switch state {
    case .missing, .damaged: false
    case .verified, .unknown, .other: true
    }
  }
}

extension DataSource {
  /// The folder where the chapters find this data set without `--data`, nil when there is none.
  public func folder(in folders: DataFolders) -> String? {
    folders.all.first { missing(in: $0).count < files.count }
  }

  /// Reads the four files in a data folder, and says of each what it is.
  ///
  /// - Complexity: about a second for MNIST.
  public func findings(in folder: String) -> [DataFinding] {
    files.map { file in
      guard let path = path(of: file, in: folder) else {
        return DataFinding(name: file.name, path: "\(folder)/\(self.folder)/\(file.name)", state: .missing)
      }
      return DataFinding(name: file.name, path: path, state: state(of: file, at: path))
    }
  }

  private func state(of file: File, at path: String) -> DataFinding.State {
    do {
      let found = try IDX(contentsOf: path, dimensions: dimensions(of: file)).checksum
      guard let published = file.checksum else { return .unknown }
      return found == published ? .verified : .other
    } catch {
      return .damaged(error)
    }
  }
}
