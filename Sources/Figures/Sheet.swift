/// What the layers of one panel leave behind: tables, clauses of the `plot` command, labels.
public struct Sheet: Sendable {
  /// One clause of the `plot` command.
  struct Plot: Sendable {
    enum Source: Sendable {
      case table(TableReference)
      /// Points written into the script.
      case block([Point])
      case key
    }

    var source: Source
    /// `{0}`, `{1}` … stand for the columns of the layer.
    var using: String
    var style: String
    var title: String?
  }

  let figure: String
  /// As messages call it.
  let panel: String
  let x: Axis
  let y: Axis
  let frame: Frame
  let pageWidth: Double
  let pageHeight: Double
  var tables: [Table] = []
  var plots: [Plot] = []
  /// `set label …` commands.
  var labels: [String] = []
  var endLabels: [EndLabel] = []
  var colors: [Color] = []
  var hasPalette = false
  /// Where labels of level lines stand already, in pixels.
  var labelPlaces: [Point] = []
  /// Places covered by what is drawn so far, in pixels: the key keeps away from them.
  var covered: [Point] = []
  /// Places covered by all layers but contours, in pixels: labels of lines keep away from them.
  var obstacles: [Point] = []

  var xName: String { x.label.isEmpty ? "x" : x.label }
  var yName: String { y.label.isEmpty ? "y" : y.label }

  func error(_ problem: FigureError.Problem) -> FigureError { FigureError(figure, problem) }

  func check(count: Int, is expected: Int, of column: String, layer: String) throws(FigureError) {
    guard count == expected else {
      throw error(.unequalLengths(panel: panel, layer: layer, column: column, count: count, expected: expected))
    }
  }

  /// A panel has one palette.
  mutating func claimPalette() throws(FigureError) {
    guard !hasPalette else { throw error(.twoPalettes(panel: panel)) }
    hasPalette = true
  }

  /// The colour as scripts call it; named ones are defined at the head of the script.
  mutating func script(_ color: Color) -> String {
    if color.name != nil, !colors.contains(color) { colors.append(color) }
    return color.script
  }

  mutating func line(_ color: Color, _ width: Double, _ dash: Dash) -> String {
    "linecolor rgb \(script(color)) linewidth \(legible(width))\(dash.script)"
  }

  // MARK: Tables

  /// Columns over x, in the table of this panel that has the same x if there is one.
  mutating func sharedTable(
    _ part: String, x values: [Double], _ columns: [Column], kept: [Bool], layer: String
  ) throws(FigureError) -> TableReference {
    try check([Column(xName, values)], columns, layer: layer)
    for k in tables.indices {
      if let places = tables[k].merge(x: values, columns, kept: kept) { return TableReference(table: k, columns: places) }
    }
    let all = [Column(xName, values)] + columns
    tables.append(Table(part: part, content: .columns(all, kept: kept), isShared: true))
    return TableReference(table: tables.count - 1, columns: Array(all.indices))
  }

  /// A table of one layer.
  mutating func ownTable(_ part: String, _ columns: [Column], layer: String) throws(FigureError) -> TableReference {
    try check([columns[0]], Array(columns.dropFirst()), layer: layer)
    let kept = columns[0].values.map { _ in true }
    tables.append(Table(part: part, content: .columns(columns, kept: kept), isShared: false))
    return TableReference(table: tables.count - 1, columns: Array(columns.indices))
  }

  /// A grid as a matrix; with gaps, which gnuplot does not accept there, as a list of cells.
  mutating func matrixTable(_ part: String, _ grid: Grid) throws(FigureError) -> TableReference {
    let values = grid.values.joined()
    guard !values.isEmpty else { throw error(.emptyLayer(panel: panel, layer: part)) }
    guard values.contains(where: \.isFinite) else { throw error(.nothingFinite(panel: panel, column: part)) }
    if values.allSatisfy(\.isFinite) {
      // A picture of so many cells shows a few hundred shades.
      tables.append(Table(part: part, content: .matrix(grid, digits: values.count > 1600 ? 4 : 6), isShared: false))
      return TableReference(table: tables.count - 1, columns: [], isMatrix: true)
    }
    let cells = grid.y.flatMap { y in grid.x.map { Point($0, y) } }
    return try ownTable(
      part, [Column(xName, cells.map(\.x)), Column(yName, cells.map(\.y)), Column("value", Array(values))], layer: part)
  }

  private func check(_ xs: [Column], _ ys: [Column], layer: String) throws(FigureError) {
    for column in xs + ys where column.values.isEmpty { throw error(.emptyLayer(panel: panel, layer: layer)) }
    for (k, column) in (xs + ys).enumerated() where !column.optional {
      guard column.values.contains(where: \.isFinite) else { throw error(.nothingFinite(panel: panel, column: column.name)) }
      // Lengths of arrows and levels may have any sign; coordinates may not.
      let isLog = k == 0 ? x.scale == .log : k == 1 && y.scale == .log
      if isLog, !column.values.contains(where: { $0 > 0 && $0.isFinite }) {
        throw error(.nothingPositive(panel: panel, column: column.name))
      }
    }
  }

  // MARK: Clauses

  mutating func plot(_ table: TableReference, using: String, _ style: String, title: String? = nil) {
    plots.append(Plot(source: .table(table), using: using, style: style, title: title))
    cover(table)
  }

  /// A straight line, written into the script.
  mutating func segment(_ a: Point, _ b: Point, _ style: String, title: String?) {
    plots.append(Plot(source: .block([a, b]), using: "1:2", style: style, title: title))
    cover([a, b])
  }

  /// A symbol, written into the script together with its neighbours of the same style.
  mutating func mark(_ place: Point, _ style: String) {
    if case .block(let points)? = plots.last?.source, plots.last?.style == "points " + style {
      plots[plots.count - 1].source = .block(points + [place])
    } else {
      plots.append(Plot(source: .block([place]), using: "1:2", style: "points " + style, title: nil))
    }
    covered.append(frame.pixel(place))
  }

  /// A line of the key that belongs to no data.
  mutating func keyEntry(_ style: String, _ title: String) {
    plots.append(Plot(source: .key, using: "", style: style, title: title))
  }

  private mutating func cover(_ reference: TableReference) {
    guard !reference.isMatrix, case .columns(let columns, _) = tables[reference.table].content, reference.columns.count > 1 else {
      return
    }
    for y in reference.columns[1...min(2, reference.columns.count - 1)] {
      cover(zip(columns[reference.columns[0]].values, columns[y].values).map { Point($0, $1) })
    }
  }

  /// Notes places along a line, close enough for a key to meet one.
  private mutating func cover(_ line: [Point]) {
    var last: Point?
    for point in line {
      let pixel = frame.pixel(point)
      guard pixel.isFinite else {
        last = nil
        continue
      }
      let start = last ?? pixel
      let count = Int(min((pixel - start).length / 6, 199)) + 1
      for k in 1...count {
        let between = start + (pixel - start) * (Double(k) / Double(count))
        if frame.contains(between) { covered.append(between) }
      }
      last = pixel
    }
  }
}
