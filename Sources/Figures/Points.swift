/// The symbol of a point.
public enum Shape: Sendable, Hashable {
  case circle, openCircle, square, openSquare, diamond, openDiamond, triangle, openTriangle, cross, plus, star

  /// The number that gnuplot's svg, pdf and png terminals agree on.
  var pointType: Int {
    switch self {
    case .plus: 1
    case .cross: 2
    case .star: 3
    case .openSquare: 4
    case .square: 5
    case .openCircle: 6
    case .circle: 7
    case .openTriangle: 8
    case .triangle: 9
    case .openDiamond: 12
    case .diamond: 13
    }
  }
}

/// Measured points, with vertical error bars if given.
public struct Points: Layer {
  public var points: [Point]
  /// Half lengths of the error bars.
  public var errors: [Double]?
  public var color: Color
  /// Diameter in pixels, about.
  public var size: Double
  public var shape: Shape
  public var title: String?
  public var column: String?
  private var counts: (x: Int, y: Int)

  public init(
    _ points: [Point], _ color: Color = .black, size: Double = 6, shape: Shape = .circle, errors: [Double]? = nil,
    title: String? = nil, column: String? = nil
  ) {
    self.points = points
    self.errors = errors
    self.color = color
    self.size = size
    self.shape = shape
    self.title = title
    self.column = column
    counts = (points.count, points.count)
  }

  public init(
    x: [Double], y: [Double], _ color: Color = .black, size: Double = 6, shape: Shape = .circle, errors: [Double]? = nil,
    title: String? = nil, column: String? = nil
  ) {
    self.init(
      zip(x, y).map { Point($0, $1) }, color, size: size, shape: shape, errors: errors, title: title, column: column)
    counts = (x.count, y.count)
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    bounds.hasSymbols = true
    for point in points { bounds.include(point) }
    for (point, error) in zip(points, errors ?? []) {
      bounds.include(Point(point.x, point.y - error))
      bounds.include(Point(point.x, point.y + error))
    }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    let layer = "points" + title.map { " \"\($0)\"" }.orEmpty
    try sheet.check(count: counts.y, is: counts.x, of: "y", layer: layer)
    let name = column ?? title ?? sheet.yName
    var columns = [Column(name, points.map(\.y))]
    if let errors {
      try sheet.check(count: errors.count, is: points.count, of: "errors", layer: layer)
      columns.append(Column(name + " error", errors, optional: true))
    }
    let table = try sheet.sharedTable(
      "points", x: points.map(\.x), columns, kept: points.map { _ in true }, layer: layer)
    let symbol = "linecolor rgb \(sheet.script(color)) pointtype \(shape.pointType) pointsize \(legible(size / 8))"
    if errors == nil {
      sheet.plot(table, using: "{0}:{1}", "points " + symbol, title: title)
    } else {
      sheet.plot(table, using: "{0}:{1}:{2}", "yerrorbars " + symbol, title: title)
    }
  }
}
