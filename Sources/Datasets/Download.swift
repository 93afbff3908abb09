import Files
import Foundation

/// Fetches the files of a data set into a folder: one mirror after the other, by curl.
///
/// A file is first written under a hidden name beside its own, read to its end, held to its checksum, and only then
/// renamed. So whatever interrupts it, there is never a half file under a data file's name.
public struct Download: Sendable {
  /// The data folder; the files go to the data set's sub-folder of it.
  public let folder: String
  private let searchPath: String

  /// How far a file is; what a progress line says.
  public struct Progress: Sendable, CustomStringConvertible {
    public let file: String
    public let url: String
    public let bytes: Int

    public var description: String {
      "downloading \(url)" + (bytes == 0 ? "" : ", \(bytes / 100_000 / 10).\(bytes / 100_000 % 10) MB")
    }
  }

  /// - Parameters:
  ///   - folder: the user's cache folder unless another is named.
  ///   - searchPath: where curl is looked for; nil stands for the environment variable `PATH`.
  public init(into folder: String = DataFolders().cache, searchPath: String? = nil) {
    self.folder = folder
    self.searchPath = searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
  }

  /// Whether a download would help: no folder has the data set, or a part of the published one is here. What else is
  /// here is the reader's own, and nothing is mixed with it.
  ///
  /// - Complexity: reads the files only where some are missing.
  public func isOfUse(for source: DataSource, foundIn found: String?) -> Bool {
    guard let found else { return true }
    guard found == folder, !source.missing(in: folder).isEmpty else { return false }
    return source.findings(in: folder).allSatisfy { [.missing, .verified, .unknown].contains($0.state) }
  }

  /// Fetches the files of a data set that the folder lacks.
  ///
  /// - Parameter tell: is called some times a second.
  /// - Throws: `DownloadError` at the first file that cannot be had; the files before it are there and stay.
  public func fetch(_ source: DataSource, tell: (Progress) -> Void = { _ in }) throws(DownloadError) {
    // Labels first: where the images are, all is there.
    for file in source.missing(in: folder).sorted(by: { source.dimensions(of: $0) < source.dimensions(of: $1) }) {
      do {
        try fetch(file, of: source, tell)
      } catch {
        throw DownloadError(title: source.title, file: "\(folder)/\(source.folder)/\(file.name)", reason: error.reason)
      }
    }
  }

  /// Why one file could not be had.
  private struct Failure: Error { let reason: DownloadError.Reason }

  private func fetch(_ file: DataSource.File, of source: DataSource, _ tell: (Progress) -> Void) throws(Failure) {
    guard let curl = Curl(searchPath: searchPath) else { throw Failure(reason: .noCurl) }
    let directory = "\(folder)/\(source.folder)"
    let draft: FileDraft
    do { draft = try FileDraft(of: "\(directory)/\(file.name)") } catch { throw Failure(reason: .unwritable(why: error.why)) }
    let temporary = draft.path
    var attempts: [DownloadError.Attempt] = []
    for mirror in source.mirrors {
      let url = "\(mirror)\(file.name).gz"
      unlink(temporary)
      tell(Progress(file: file.name, url: url, bytes: 0))
      var ending = Curl.Ending(status: -1, words: "")
      do {
        ending = try curl.fetch(url, into: temporary) { tell(Progress(file: file.name, url: url, bytes: size(of: temporary))) }
      } catch {
        throw Failure(reason: .noCurl)
      }
      if ending.isAboutTheFile { throw Failure(reason: .unwritable(why: ending.words)) }
      let failure =
        ending.status == 0
        ? fault(of: temporary, file, dimensions: source.dimensions(of: file)) : .curl(status: ending.status, words: ending.words)
      guard let failure else {
        // With `.gz`, unless the server unpacked it on the way.
        do { return try draft.keep(adding: isCompressed(temporary) ? ".gz" : "", isDurable: true) } catch {
          throw Failure(reason: .unwritable(why: error.why))
        }
      }
      attempts.append(DownloadError.Attempt(url: url, failure: failure))
    }
    throw Failure(reason: .refused(attempts))
  }

  private func size(of file: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// What is wrong with a file that came; nil when it is the right one.
  private func fault(of path: String, _ file: DataSource.File, dimensions: Int) -> DownloadError.Failure? {
    do {
      let found = try IDX(contentsOf: path, dimensions: dimensions).checksum
      return found == file.checksum ?? found ? nil : .otherChecksum(found: found)
    } catch {
      return .damaged(error.reason)
    }
  }

  private func isCompressed(_ path: String) -> Bool {
    let beginning = try? FileHandle(forReadingFrom: URL(fileURLWithPath: path)).read(upToCount: 2)
    return Gunzip.recognises([UInt8](beginning ?? Data()))
  }
}
