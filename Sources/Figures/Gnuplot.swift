import Files
import Foundation

/// The program that turns scripts into pictures.
public struct Gnuplot: Sendable {
  let path: String

  /// Looks for `gnuplot` in folders separated by colons; `nil` when there is none.
  /// - Parameter searchPath: `nil` stands for the environment variable `PATH`.
  public init?(searchPath: String? = nil) {
    let folders = (searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.map { String($0) + "/gnuplot" }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
    path = found
  }

  /// Draws NAME.svg from NAME.gp, in the folder of both.
  ///
  /// gnuplot can leave a curve out with nothing but a warning, and a cut picture behind an error. So any word on its standard
  /// error is a failure, and the picture gets its name only when it is whole: a failure leaves an earlier picture as it was.
  public func draw(_ name: String, in folder: String) throws(FigureError) {
    let picture = "\(name).svg", draft: FileDraft
    do { draft = try FileDraft(of: "\(folder)/\(picture)") } catch { throw FigureError(name, unwritable: picture, error) }
    let (status, words) = try run(["-d", "-e", "target='\(draft.name)'", "\(name).gp"], in: folder, figure: name)
    guard status == 0, words.isEmpty else {
      throw FigureError(name, .gnuplot(message: words.isEmpty ? "exit status \(status)" : Gnuplot.gist(words)))
    }
    let drawn = (try? Data(contentsOf: URL(fileURLWithPath: draft.path))) ?? Data()
    guard drawn.suffix(20).range(of: Data("</svg>".utf8)) != nil else {
      throw FigureError(name, .gnuplot(message: "the picture is not complete"))
    }
    guard drawn.count <= Gnuplot.limit else {
      throw FigureError(name, .tooLarge(file: picture, bytes: drawn.count, limit: Gnuplot.limit))
    }
    do { try draft.keep() } catch { throw FigureError(name, unwritable: picture, error) }
  }

  static let limit = 500_000

  /// The lines that name a line of the script; gnuplot also repeats the whole command.
  static func gist(_ words: String) -> String {
    let lines = words.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let told = lines.filter { $0.contains(" line ") && $0.contains(": ") }
    return (told.isEmpty ? lines : told).joined(separator: "; ")
  }

  private func run(_ arguments: [String], in folder: String, figure: String) throws(FigureError) -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { throw FigureError(figure, .gnuplot(message: "\(error.localizedDescription)")) }
    let words = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: words, as: UTF8.self)
    return (process.terminationStatus, text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
