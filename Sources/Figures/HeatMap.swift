/// A function or a matrix as coloured cells.
public struct HeatMap: Layer {
  public var grid: Grid
  public var palette: Palette
  /// What the ends of the palette stand for; `nil`: the extremes of the data (for signed palettes, the largest magnitude).
  public var range: ClosedRange<Double>?
  /// How many colours, for bands between round values; `nil`: all shades.
  public var steps: Int?
  /// Write each number into its cell.
  public var annotated: Bool
  /// The quantity of the colour bar; `nil`: no bar.
  public var colorBar: String?
  /// The names of the classes in the key, for `.classes`.
  public var classTitles: [String]

  public init(
    _ grid: Grid, palette: Palette = .sequential, range: ClosedRange<Double>? = nil, steps: Int? = nil, annotated: Bool = false,
    colorBar: String? = nil, classTitles: [String] = []
  ) {
    self.grid = grid
    self.palette = palette
    self.range = range
    self.steps = steps
    self.annotated = annotated
    self.colorBar = colorBar
    self.classTitles = classTitles
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.isTight = true
    bounds.keyTitles += classTitles
    let (dx, dy) = (Grid.halfStep(grid.x), Grid.halfStep(grid.y))
    for x in [grid.x.first, grid.x.last] {
      for y in [grid.y.first, grid.y.last] {
        guard let x, let y else { continue }
        bounds.include(Point(x - dx, y - dy))
        bounds.include(Point(x + dx, y + dy))
      }
    }
    bounds.colorBar = ColorBar(palette: palette, label: colorBar, range: colorRange, steps: steps)
  }

  /// What the two ends of the palette stand for.
  var colorRange: ClosedRange<Double> {
    if let range { return range }
    if case .classes(let colors) = palette { return -0.5...(Double(max(colors.count, 1)) - 0.5) }
    let values = grid.values.joined().filter(\.isFinite)
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    if palette == .diverging {
      let reach = max(abs(low), abs(high))
      return reach > 0 ? -reach...reach : -1...1
    }
    return low < high ? low...high : low...(low + 1)
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    try sheet.claimPalette()
    guard sheet.x.scale == .linear, sheet.y.scale == .linear, isEven(grid.x), isEven(grid.y) else {
      throw sheet.error(.unevenGrid(panel: sheet.panel, layer: "heat map"))
    }
    // More cells than these would be written one by one into the picture.
    let style = grid.x.count <= 40 && grid.y.count <= 40 ? "image pixels" : "image"
    let table = try sheet.matrixTable(palette.isClasses ? "classes" : "heat", grid)
    sheet.plot(table, using: table.isMatrix ? "1:2:3" : "{0}:{1}:{2}", style)
    if annotated { annotate(table, on: &sheet) }
    if case .classes(let colors) = palette {
      for (color, title) in zip(colors, classTitles) {
        sheet.keyEntry("boxes fillstyle solid fillcolor rgb \(sheet.script(color))", title)
      }
    }
  }

  /// Numbers in black or white, whichever reads better on their cell.
  private func annotate(_ table: TableReference, on sheet: inout Sheet) {
    let (low, high) = (colorRange.lowerBound, colorRange.upperBound)
    // Every palette here is light on one stretch.
    let light = (0...200).map { Double($0) / 200 }.filter { palette.color(at: $0).luminance > 0.45 }
    let from = (light.first ?? 0) > 0 ? low + light.first! * (high - low) : -1e300
    let to = (light.last ?? 1) < 1 ? low + light.last! * (high - low) : 1e300
    let (width, height) = (sheet.frame.x.length / Double(grid.x.count), sheet.frame.y.length / Double(grid.y.count))
    let longest = grid.values.joined().map { textWidth(legible($0, digits: 3), size: 1) }.max() ?? 1
    sheet.numbers(of: table, blackBetween: from...max(from, to), size: min(12, max(6, min(0.9 * width / longest, 0.5 * height))))
  }

  private func isEven(_ places: [Double]) -> Bool {
    guard places.count > 1 else { return !places.isEmpty }
    let step = (places[places.count - 1] - places[0]) / Double(places.count - 1)
    // A thousandth of a cell is far below a pixel.
    return step != 0 && zip(places.indices, places).allSatisfy { abs($1 - places[0] - Double($0) * step) < 1e-3 * abs(step) }
  }
}
