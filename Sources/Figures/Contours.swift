/// Lines on which a function of the plane has given values.
public struct Contours: Layer {
  public var grid: Grid
  public var levels: [Double]
  /// Write the level into a gap of its longest line.
  public var labels: Bool
  public var color: Color
  public var width: Double
  public var dash: Dash
  public var title: String?

  public init(
    _ grid: Grid, levels: [Double], labels: Bool = true, _ color: Color = .grey, width: Double = 0.8, dash: Dash = .solid,
    title: String? = nil
  ) {
    self.grid = grid
    self.levels = levels
    self.labels = labels
    self.color = color
    self.width = width
    self.dash = dash
    self.title = title
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    for x in grid.x { for y in [grid.y.first ?? .nan, grid.y.last ?? .nan] { bounds.include(Point(x, y)) } }
    for y in grid.y { for x in [grid.x.first ?? .nan, grid.x.last ?? .nan] { bounds.include(Point(x, y)) } }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    var rows: [Point] = []
    var heights: [Double] = []
    for level in levels {
      let lines = grid.contourLines(at: level).map { line in
        zip(line, sheet.frame.thinned(line)).compactMap { $1 ? $0 : nil }
      }
      let pieces = labels ? sheet.labelled(lines, with: legible(level), color) : lines
      for piece in pieces where piece.count > 1 {
        if !rows.isEmpty {
          rows.append(Point(.nan, .nan))
          heights.append(.nan)
        }
        rows += piece
        heights += piece.map { _ in level }
      }
    }
    let table = try sheet.ownTable(
      title ?? "contours",
      [Column(sheet.xName, rows.map(\.x)), Column(sheet.yName, rows.map(\.y)), Column("level", heights)], layer: "contours")
    sheet.plot(table, using: "{0}:{1}", "lines " + sheet.line(color, width, dash), title: title)
  }
}
