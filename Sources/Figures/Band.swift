/// The region between two curves over the same x: quantiles, or a mean and its error.
public struct Band: Layer {
  public var x: [Double]
  public var low: [Double]
  public var high: [Double]
  public var color: Color
  public var title: String?

  /// Of its two columns in the table, which get "low" and "high" appended; `nil`: the title or the colour.
  public var column: String?

  public init(
    x: [Double], low: [Double], high: [Double], _ color: Color = .grey, title: String? = nil, column: String? = nil
  ) {
    self.column = column
    self.x = x
    self.low = low
    self.high = high
    self.color = color
    self.title = title
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    for (x, (low, high)) in zip(x, zip(low, high)) {
      bounds.include(Point(x, low))
      bounds.include(Point(x, high))
    }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    let layer = "band" + title.map { " \"\($0)\"" }.orEmpty
    try sheet.check(count: low.count, is: x.count, of: "low", layer: layer)
    try sheet.check(count: high.count, is: x.count, of: "high", layer: layer)
    let name = column ?? title ?? color.name ?? "band"
    let lower = sheet.frame.thinned(zip(x, low).map { Point($0, $1) })
    let upper = sheet.frame.thinned(zip(x, high).map { Point($0, $1) })
    let table = try sheet.sharedTable(
      "curves", x: x, [Column(name + " low", low), Column(name + " high", high)],
      kept: zip(lower, upper).map { $0 || $1 }, layer: layer)
    sheet.plot(
      table, using: "{0}:{1}:{2}", "filledcurves fillcolor rgb \(sheet.script(color)) fillstyle transparent solid 0.2 noborder",
      title: title)
  }
}
