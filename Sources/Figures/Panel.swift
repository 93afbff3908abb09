/// Whether a unit of x is as long as a unit of y on the page.
public enum Aspect: Sendable, Hashable {
  case free
  case equal
}

/// Where the key of a panel stands.
public enum KeyPlace: Sendable, Hashable {
  /// In the corner that covers least, when a layer has a title.
  case automatic
  case topLeft, topRight, bottomLeft, bottomRight
  /// Right of the plot.
  case outside
  case none
}

/// One plot of a figure: a title, two axes and layers, drawn in the order in which they are listed.
public struct Panel: Sendable {
  public var title: String
  public var x: Axis
  public var y: Axis
  public var aspect: Aspect
  public var key: KeyPlace
  /// Light lines at the ticks, behind everything.
  public var grid: Bool
  public var layers: [any Layer]
  /// The two lines at which the ticks stand.
  var hasBorder = true

  public init(
    _ title: String = "", x: Axis = Axis(), y: Axis = Axis(), aspect: Aspect = .free, key: KeyPlace = .automatic,
    grid: Bool = true, @LayerBuilder _ layers: () throws -> [any Layer]
  ) rethrows {
    self.title = title
    self.x = x
    self.y = y
    self.aspect = aspect
    self.key = key
    self.grid = grid
    self.layers = try layers()
  }

  /// A matrix as coloured cells, row 0 on top.
  /// - Parameters:
  ///   - range: what the ends of the palette stand for.
  ///   - annotated: write the number into each cell.
  ///   - marked: cells with a ring around the number.
  public init(
    _ title: String = "", matrix: [[Double]], rows: [String]? = nil, columns: [String]? = nil, x: String = "", y: String = "",
    palette: Palette = .diverging, range: ClosedRange<Double>? = nil, annotated: Bool = false, colorBar: String? = nil,
    marked: [(row: Int, column: Int)] = []
  ) {
    self.init(
      title, x: columns.map { .categories($0, x) } ?? Axis(x),
      y: rows.map { .categories($0, y, reversed: true) } ?? Axis(y, reversed: true), aspect: .equal, grid: false
    ) {
      HeatMap(Grid(matrix: matrix), palette: palette, range: range, annotated: annotated, colorBar: colorBar)
      if !marked.isEmpty {
        Points(marked.map { Point(Double($0.column), Double($0.row)) }, .white, size: 36, shape: .openCircle)
      }
    }
  }

  /// The panel has neither axes nor ticks: it holds images only.
  var isBare: Bool { !layers.isEmpty && layers.allSatisfy { $0 is ImageGrid } }
}

/// Collects the panels of a figure, or takes a figure as it is.
@resultBuilder
public enum FigureBuilder {
  public static func buildExpression(_ panel: Panel) -> [Panel] { [panel] }
  public static func buildExpression(_ panels: [Panel]) -> [Panel] { panels }
  public static func buildBlock(_ parts: [Panel]...) -> [Panel] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Panel]?) -> [Panel] { part ?? [] }
  public static func buildEither(first part: [Panel]) -> [Panel] { part }
  public static func buildEither(second part: [Panel]) -> [Panel] { part }
  public static func buildArray(_ parts: [[Panel]]) -> [Panel] { parts.flatMap { $0 } }
  public static func buildFinalResult(_ panels: [Panel]) -> Figure { Figure(panels: panels) }

  public static func buildExpression(_ figure: Figure) -> Figure { figure }
  public static func buildBlock(_ figure: Figure) -> Figure { figure }
  public static func buildFinalResult(_ figure: Figure) -> Figure { figure }
}

/// Collects the layers of a panel.
@resultBuilder
public enum LayerBuilder {
  public static func buildExpression(_ layer: some Layer) -> [any Layer] { [layer] }
  public static func buildExpression(_ layers: [any Layer]) -> [any Layer] { layers }
  public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
  public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
  public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
  public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}
