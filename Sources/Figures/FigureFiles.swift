import Files
import Foundation

/// What writing a figure left in its folder.
public struct FigureFiles: Sendable, Hashable {
  /// The tables, first to last.
  public let data: [String]
  public let script: String
  /// `nil` when there is no gnuplot.
  public let image: String?
  /// Why there is no image, as a sentence.
  public let reason: String?
}

/// The texts of a figure before they are files.
public struct FigureSources: Sendable, Hashable {
  public struct File: Sendable, Hashable {
    public let name: String
    public let text: String
  }

  public let data: [File]
  public let script: File
}

extension Figure {
  /// Writes NAME.csv (or NAME-PART.csv), NAME.gp and, with gnuplot's help, NAME.svg.
  ///
  /// - Parameters:
  ///   - name: small letters, digits and hyphens, beginning with a letter.
  ///   - folder: made if it is not there.
  ///   - searchPath: where gnuplot is looked for; `nil` stands for the environment variable `PATH`.
  /// - Throws: what is wrong with the data, before anything is written; or why gnuplot failed.
  @discardableResult
  public func write(name: String, to folder: String, searchPath: String? = nil) throws(FigureError) -> FigureFiles {
    let sources = try sources(name: name)
    for file in sources.data + [sources.script] {
      do { try writeWhole(Data(file.text.utf8), to: "\(folder)/\(file.name)") } catch {
        throw FigureError(name, unwritable: file.name, error)
      }
    }
    let data = sources.data.map(\.name)
    guard let gnuplot = Gnuplot(searchPath: searchPath) else {
      let reason = "gnuplot is not on this machine: install it (apt install gnuplot-nox) and run `gnuplot \(name).gp` there"
      return FigureFiles(data: data, script: sources.script.name, image: nil, reason: reason)
    }
    try gnuplot.draw(name, in: folder)
    return FigureFiles(data: data, script: sources.script.name, image: "\(name).svg", reason: nil)
  }
}
