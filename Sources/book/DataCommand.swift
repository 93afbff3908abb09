import ArgumentParser
import Datasets
import Foundation
import Literate

struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Show which data sets are there and where, and download what is missing.",
    discussion: """
      The chapters on images look for MNIST and Fashion-MNIST in the folder that
      NATURAL_GRADIENT_DATA names, then in ~/.cache/natural-gradient. What neither has
      is downloaded into the latter with curl, 11 MB and 30 MB; each file is checked
      before it gets its name.

      swift run -c release book data                download what is missing
      swift run -c release book data --offline      only look
      swift run -c release book data --only mnist   one data set

      verified  its SHA-256 is the published one
      sound     whole; this book knows no checksum of it
      other     whole, and not the published file: images of your own
      damaged   not whole, or no such file
      missing   not there

      The exit status is 0 when all files are there and whole, 1 when one is
      missing or damaged, and 64 when the options make no sense.
      """)

  @Flag(help: "Download nothing, only look.")
  var offline = false

  @Option(help: ArgumentHelp("Only this data set: mnist or fashion-mnist.", valueName: "name"))
  var only: String?

  @Option(help: ArgumentHelp("Only look, and in this folder.", valueName: "folder"))
  var data: String?

  /// The parser gives options that `book` has as well to `book`, wherever they stand.
  @ParentCommand var book: BookCommand

  private static let sources = [DataSource.mnist, .fashionMNIST]

  func run() throws {
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    let chosen = only ?? book.only
    let sources = Self.sources.filter { chosen == nil || chosen == $0.folder }
    guard !sources.isEmpty else {
      throw refusal("--only \(chosen ?? ""): there is no such data set; there are mnist and fashion-mnist")
    }
    let folders = DataFolders(requested: data ?? book.options.data)
    let mayDownload = !offline && !book.options.offline && folders.requested == nil
    let isWhole = sources.map { source in
      if mayDownload { fetch(source, folders) }
      return report(source, in: folders.requested ?? source.folder(in: folders) ?? folders.cache)
    }
    if isWhole.contains(false) { throw ExitCode(ExitStatus.failure) }
  }

  /// Downloads what is missing of a data set, and says why where that fails.
  private func fetch(_ source: DataSource, _ folders: DataFolders) {
    let download = Download(into: folders.cache)
    guard download.isOfUse(for: source, foundIn: source.folder(in: folders)) else { return }
    var line = ProgressLine()
    do {
      try download.fetch(source) { line.show("\($0)", named: $0.url) }
      line.clear()
    } catch {
      line.clear()
      FileHandle.standardError.write(Data("Error: \(error)\n".utf8))
    }
  }

  /// Tells of the files of a data set; whether all are there and whole.
  private func report(_ source: DataSource, in folder: String) -> Bool {
    let findings = source.findings(in: folder)
    Swift.print(source.title)
    for finding in findings { Swift.print("  \(finding.name): \(words(finding))") }
    return findings.allSatisfy { $0.isWhole }
  }

  private func words(_ finding: DataFinding) -> String {
    switch finding.state {
    case .missing: "missing, looked for \(finding.path)"
    case .verified: "verified, \(finding.path)"
    case .unknown: "sound, \(finding.path)"
    case .other: "other, \(finding.path)"
    case .damaged(let error): "damaged. \(error)"
    }
  }
}
