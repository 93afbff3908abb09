import Foundation

/// A part of a circle or of an ellipse along the axes, counterclockwise.
public struct Arc: Layer {
  public var center: Point
  /// In the units of x and of y.
  public var radii: Point
  /// Degrees.
  public var from: Double
  public var to: Double
  public var color: Color
  public var width: Double
  public var dash: Dash
  public var title: String?

  public init(
    center: Point, radius: Double, from: Double = 0, to: Double = 360, _ color: Color = .grey, width: Double = 1,
    dash: Dash = .solid, title: String? = nil
  ) {
    self.init(
      center: center, radii: Point(radius, radius), from: from, to: to, color, width: width, dash: dash, title: title)
  }

  public init(
    center: Point, radii: Point, from: Double = 0, to: Double = 360, _ color: Color = .grey, width: Double = 1,
    dash: Dash = .solid, title: String? = nil
  ) {
    self.center = center
    self.radii = radii
    self.from = from
    self.to = to
    self.color = color
    self.width = width
    self.dash = dash
    self.title = title
  }

  /// Close enough together that the page shows no corners.
  private var points: [Point] {
    (0...180).map { k in
      let angle = (from + (to - from) * Double(k) / 180) * Double.pi / 180
      return center + radii * Point(cos(angle), sin(angle))
    }
  }

  public func extend(_ bounds: inout Bounds) {
    bounds.include(title: title)
    for point in points { bounds.include(point) }
  }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    var curve = Curves([points], color, width: width, dash: dash, title: title)
    curve.part = "arc"
    try curve.draw(on: &sheet)
  }
}
