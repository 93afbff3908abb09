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
    for file in sources.data + [sources.script] { try Files.write(file, to: folder, figure: name) }
    let data = sources.data.map(\.name)
    guard let gnuplot = Gnuplot(searchPath: searchPath) else {
      let reason = "gnuplot is not on this machine: install it (apt install gnuplot-nox) and run `gnuplot \(name).gp` there"
      return FigureFiles(data: data, script: sources.script.name, image: nil, reason: reason)
    }
    try gnuplot.draw(name, in: folder)
    return FigureFiles(data: data, script: sources.script.name, image: "\(name).svg", reason: nil)
  }
}

enum Files {
  /// Writes beside the name and renames, so that no half file is ever seen.
  static func write(_ file: FigureSources.File, to folder: String, figure: String) throws(FigureError) {
    let directory = URL(fileURLWithPath: folder)
    let temporary = directory.appendingPathComponent(".\(file.name).\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: temporary)
    } catch {
      throw FigureError(figure, .cannotWrite(file: file.name, reason: error.localizedDescription))
    }
    try move(temporary, to: file.name, in: folder, figure: figure)
  }

  static func move(_ temporary: URL, to name: String, in folder: String, figure: String) throws(FigureError) {
    let target = URL(fileURLWithPath: folder).appendingPathComponent(name)
    guard rename(temporary.path, target.path) == 0 else {
      let reason = String(cString: strerror(errno))
      try? FileManager.default.removeItem(at: temporary)
      throw FigureError(figure, .cannotWrite(file: name, reason: reason))
    }
  }
}
