import Files

/// Why a figure could not be written.
public struct FigureError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Problem: Sendable, Hashable {
    case badName
    case noPanels
    case noLayers(panel: String)
    case emptyLayer(panel: String, layer: String)
    case unequalLengths(panel: String, layer: String, column: String, count: Int, expected: Int)
    case nothingFinite(panel: String, column: String)
    case nothingPositive(panel: String, column: String)
    case emptyRange(panel: String, axis: String)
    case twoPalettes(panel: String)
    case unevenGrid(panel: String, layer: String)
    case wrongSize(panel: String, layer: String, detail: String)
    case tooLarge(file: String, bytes: Int, limit: Int)
    case cannotWrite(file: String, reason: String)
    case gnuplot(message: String)
  }

  public let figure: String
  public let problem: Problem

  init(_ figure: String, _ problem: Problem) {
    self.figure = figure
    self.problem = problem
  }

  init(_ figure: String, unwritable file: String, _ error: UnwritableFile) {
    self.init(figure, .cannotWrite(file: file, reason: error.why))
  }

  public var description: String {
    "figure \(figure): " + sentence
  }

  private var sentence: String {
    switch problem {
    case .badName:
      "the name may have small letters, digits and hyphens only, and begins with a letter"
    case .noPanels:
      "it has no panels"
    case .noLayers(let panel):
      "\(panel) has no layers"
    case .emptyLayer(let panel, let layer):
      "\(layer) in \(panel) has no data"
    case .unequalLengths(let panel, let layer, let column, let count, let expected):
      "\(layer) in \(panel): column \(column) has \(count) values, \(expected) are wanted"
    case .nothingFinite(let panel, let column):
      "column \(column) in \(panel) has no finite value"
    case .nothingPositive(let panel, let column):
      "column \(column) in \(panel) has no positive value, but its axis is logarithmic"
    case .emptyRange(let panel, let axis):
      "the \(axis) axis of \(panel) has an empty range, or a logarithmic one that is not positive"
    case .twoPalettes(let panel):
      "two layers of \(panel) want a colour bar; one can be drawn, so give the other fixed colours"
    case .unevenGrid(let panel, let layer):
      "\(layer) in \(panel): the grid of a heat map must be evenly spaced and on linear axes"
    case .wrongSize(let panel, let layer, let detail):
      "\(layer) in \(panel): \(detail)"
    case .tooLarge(let file, let bytes, let limit):
      "\(file) would have \(bytes / 1000) KB, and \(limit / 1000) KB are allowed; thin the data or split the figure"
    case .cannotWrite(let file, let reason):
      "cannot write \(file): \(reason)"
    case .gnuplot(let message):
      "gnuplot failed: \(message)"
    }
  }
}
