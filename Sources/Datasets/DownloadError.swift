/// Why a data set could not be downloaded, in one sentence.
public struct DownloadError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// There is no program curl on the path.
    case noCurl
    /// The file cannot be written; no other mirror helps.
    case unwritable(why: String)
    /// No mirror gave the file.
    case refused([Attempt])
  }

  /// What came of one mirror.
  public struct Attempt: Equatable, Sendable {
    public let url: String
    public let failure: Failure

    public init(url: String, failure: Failure) {
      (self.url, self.failure) = (url, failure)
    }
  }

  public enum Failure: Equatable, Sendable {
    /// In curl's words: no network, no such file, a transfer that broke off.
    case curl(status: Int32, words: String)
    /// What came is no whole IDX file.
    case damaged(IDXError.Reason)
    /// A whole file, and not the published one.
    case otherChecksum(found: String)
  }

  /// The data set, as a page names it.
  public let title: String
  /// Where the file was to be put, without `.gz`.
  public let file: String
  public let reason: Reason

  public init(title: String, file: String, reason: Reason) {
    (self.title, self.file, self.reason) = (title, file, reason)
  }
}

extension DownloadError: CustomStringConvertible {
  /// Why, without what to do: a part of a sentence.
  public var cause: String {
    switch reason {
    case .noCurl: "there is no program curl"
    case .unwritable(let why): "\(file) cannot be written: \(why)"
    case .refused(let attempts): attempts.map(\.description).joined(separator: "; ")
    }
  }

  public var description: String {
    let cure =
      switch reason {
      case .noCurl: "install it (apt install curl), or put the file \(file) there by hand"
      case .unwritable: "see to the disk and its permissions, or name another cache folder in XDG_CACHE_HOME"
      case .refused: "see to the network, or put the file \(file) there by hand"
      }
    return "\(title) could not be downloaded (\(cause)): \(cure)."
  }
}

extension DownloadError.Attempt: CustomStringConvertible {
  public var description: String {
    switch failure {
    case .curl(let status, let words): "\(url): \(words.isEmpty ? "curl ended with status \(status)" : words)"
    case .damaged(.truncatedGzip), .damaged(.tooShort), .damaged(.shortHeader), .damaged(.empty):
      "\(url): what came was cut off"
    case .damaged(.wrongMagic): "\(url): what came is no such file, but perhaps a web page"
    case .damaged: "\(url): what came is damaged"
    case .otherChecksum(let found): "\(url): what came is another file, with the SHA-256 \(found.prefix(12))…"
    }
  }
}
