/// A straight line across the panel or between two points, in the script rather than in a table.
public struct Line: Layer {
  enum Kind: Sendable, Hashable {
    case horizontal(Double)
    case vertical(Double)
    case through(Point, slope: Double)
    case between(Point, Point)
  }

  let kind: Kind
  public var color: Color
  public var width: Double
  public var dash: Dash
  /// In the key.
  public var title: String?
  /// Written along the line, near its end.
  public var label: String?

  private init(_ kind: Kind, _ color: Color, _ width: Double, _ dash: Dash, _ title: String?, _ label: String?) {
    (self.kind, self.color, self.width, self.dash, self.title, self.label) = (kind, color, width, dash, title, label)
  }

  public init(
    horizontal y: Double, _ color: Color = .grey, width: Double = 1, dash: Dash = .solid, title: String? = nil,
    label: String? = nil
  ) {
    self.init(.horizontal(y), color, width, dash, title, label)
  }

  public init(
    vertical x: Double, _ color: Color = .grey, width: Double = 1, dash: Dash = .solid, title: String? = nil,
    label: String? = nil
  ) {
    self.init(.vertical(x), color, width, dash, title, label)
  }

  /// Straight on the page: with two logarithmic axes it is y = c xˢ with the slope s.
  public init(
    through point: Point, slope: Double, _ color: Color = .grey, width: Double = 1, dash: Dash = .solid, title: String? = nil,
    label: String? = nil
  ) {
    self.init(.through(point, slope: slope), color, width, dash, title, label)
  }

  public init(
    from start: Point, to end: Point, _ color: Color = .grey, width: Double = 1, dash: Dash = .solid, title: String? = nil,
    label: String? = nil
  ) {
    self.init(.between(start, end), color, width, dash, title, label)
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    switch kind {
    case .horizontal(let y): bounds.y.include(y)
    case .vertical(let x): bounds.x.include(x)
    case .through(let point, _): bounds.include(point)
    case .between(let start, let end):
      bounds.include(start)
      bounds.include(end)
    }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    let ends = sheet.frame.ends(of: kind)
    sheet.segment(ends.0, ends.1, "lines " + sheet.line(color, width, dash), title: title)
    if let label { sheet.write(label, along: ends, color) }
  }
}
