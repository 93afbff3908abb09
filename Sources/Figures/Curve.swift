/// How a line is broken.
public enum Dash: Sendable, Hashable {
  case solid, dashed, dotted, dashDotted

  var script: String {
    switch self {
    case .solid: ""
    case .dashed: " dashtype (10,6)"
    case .dotted: " dashtype (2,4)"
    case .dashDotted: " dashtype (10,4,2,4)"
    }
  }
}

/// Where a curve carries an arrowhead that shows its direction.
public enum Arrowhead: Sendable, Hashable {
  case none
  /// Half way along the part that is seen.
  case middle
  case end
}

/// A curve through points; NaN leaves a gap.
public struct Curve: Layer {
  public var points: [Point]
  public var color: Color
  public var width: Double
  public var dash: Dash
  public var arrow: Arrowhead
  /// In the key.
  public var title: String?
  /// Written in the curve's colour at its end.
  public var label: String?
  /// Of its column in the table; `nil`: from the title, the label or the axis.
  public var column: String?
  private var counts: (x: Int, y: Int)

  public init(
    _ points: [Point], _ color: Color = .black, width: Double = 1.5, dash: Dash = .solid, arrow: Arrowhead = .none,
    title: String? = nil, label: String? = nil, column: String? = nil
  ) {
    self.points = points
    self.color = color
    self.width = width
    self.dash = dash
    self.arrow = arrow
    self.title = title
    self.label = label
    self.column = column
    counts = (points.count, points.count)
  }

  public init(
    x: [Double], y: [Double], _ color: Color = .black, width: Double = 1.5, dash: Dash = .solid, arrow: Arrowhead = .none,
    title: String? = nil, label: String? = nil, column: String? = nil
  ) {
    self.init(
      zip(x, y).map { Point($0, $1) }, color, width: width, dash: dash, arrow: arrow, title: title, label: label,
      column: column)
    counts = (x.count, y.count)
  }

  /// A column against another one, as a table gives them.
  public init(
    _ series: (x: [Double], y: [Double]), _ color: Color = .black, width: Double = 1.5, dash: Dash = .solid,
    title: String? = nil, column: String? = nil
  ) {
    self.init(x: series.x, y: series.y, color, width: width, dash: dash, title: title, column: column)
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    for point in points { bounds.include(point) }
    if let label, let end = points.last(where: { $0.x.isFinite && $0.y.isFinite }) { bounds.endLabels.append((label, end.x)) }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    try sheet.check(count: counts.y, is: counts.x, of: "y", layer: layerName)
    guard arrow == .none else {
      return try Curves([points], color, width: width, dash: dash, arrow: arrow, title: title, label: label).draw(on: &sheet)
    }
    let name = column ?? title ?? label ?? sheet.yName
    let table = try sheet.sharedTable(
      "curves", x: points.map(\.x), [Column(name, points.map(\.y))], kept: sheet.frame.thinned(points), layer: layerName)
    sheet.plot(table, using: "{0}:{1}", "lines " + sheet.line(color, width, dash), title: title)
    if let label { sheet.label(end: label, of: points, color) }
  }

  private var layerName: String { "curve" + (title ?? label).map { " \"\($0)\"" }.orEmpty }
}

/// Many polylines of one style, as the orbits of a flow or the lines of a level.
public struct Curves: Layer {
  public var lines: [[Point]]
  public var color: Color
  public var width: Double
  public var dash: Dash
  public var arrow: Arrowhead
  public var title: String?
  public var label: String?
  /// What its table is called when it has no title.
  var part = "curves"

  /// - Parameter label: written at the end of the first line.
  public init(
    _ lines: [[Point]], _ color: Color = .black, width: Double = 1.2, dash: Dash = .solid, arrow: Arrowhead = .none,
    title: String? = nil, label: String? = nil
  ) {
    self.lines = lines
    self.color = color
    self.width = width
    self.dash = dash
    self.arrow = arrow
    self.title = title
    self.label = label
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    for line in lines { for point in line { bounds.include(point) } }
    if let label, let end = lines.first?.last { bounds.endLabels.append((label, end.x)) }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    var rows: [Point] = []
    var directions: [Double] = []
    for line in lines where !line.isEmpty {
      let thin = zip(line, sheet.frame.thinned(line)).compactMap { $1 ? $0 : nil }
      if !rows.isEmpty {
        rows.append(Point(.nan, .nan))
        directions.append(.nan)
      }
      let (marked, angles) = sheet.frame.directions(of: thin, arrow)
      rows += marked
      directions += angles
    }
    var columns = [Column(sheet.yName, rows.map(\.y))]
    if arrow != .none { columns.append(Column("direction", directions, optional: true)) }
    let table = try sheet.ownTable(
      title ?? label ?? part, [Column(sheet.xName, rows.map(\.x))] + columns, layer: part + title.map { " \"\($0)\"" }.orEmpty)
    sheet.plot(table, using: "{0}:{1}", "lines " + sheet.line(color, width, dash), title: title)
    if arrow != .none, directions.contains(where: \.isFinite) {
      sheet.plot(
        table, using: "{0}:{1}:(-0.001):{2}",
        "arrows head size screen \(legible(10 / sheet.pageWidth, digits: 3)),18,60 fixed filled linecolor rgb \(sheet.script(color))"
      )
    }
    if let label, let first = lines.first { sheet.label(end: label, of: first, color) }
  }
}
