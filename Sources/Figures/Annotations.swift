/// Which side of a text stands at its place.
public enum Anchor: Sendable, Hashable {
  case left, center, right
  /// Centred above, or below, the place.
  case bottom, top
}

/// A short text in a panel.
public struct Label: Layer {
  public var text: String
  public var place: Point
  public var color: Color
  public var anchor: Anchor
  /// Degrees, counterclockwise.
  public var rotation: Double
  public var size: Double
  /// From the place to the text, in pixels.
  var distance = 6.0

  public init(
    _ text: String, at place: Point, _ color: Color = .black, anchor: Anchor = .left, rotation: Double = 0, size: Double = 13
  ) {
    self.text = text
    self.place = place
    self.color = color
    self.anchor = anchor
    self.rotation = rotation
    self.size = size
  }

  public func extend(_ bounds: inout Bounds) { bounds.include(place) }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    let shift: (Double, Double) =
      switch anchor {
      case .left: (distance, 0)
      case .right: (-distance, 0)
      case .bottom: (0, distance + 3)
      case .top: (0, -distance - 3)
      case .center: (0, 0)
      }
    sheet.place(text, at: place, anchor: anchor, shift: shift, color: color, rotation: rotation, size: size)
  }
}

/// One marked place: a corner, a saddle, a start. It stands in the script, not in a table.
public struct Marker: Layer {
  public var place: Point
  public var color: Color
  public var shape: Shape
  public var size: Double
  public var label: String?
  public var anchor: Anchor

  public init(
    at place: Point, _ color: Color = .black, shape: Shape = .circle, size: Double = 7, label: String? = nil,
    anchor: Anchor = .left
  ) {
    self.place = place
    self.color = color
    self.shape = shape
    self.size = size
    self.label = label
    self.anchor = anchor
  }

  public func extend(_ bounds: inout Bounds) { bounds.include(place) }

  public func draw(on sheet: inout Sheet) throws(FigureError) {
    sheet.mark(place, "linecolor rgb \(sheet.script(color)) pointtype \(shape.pointType) pointsize \(legible(size / 8))")
    guard let label else { return }
    var text = Label(label, at: place, color, anchor: anchor)
    text.distance = size / 2 + 5
    try text.draw(on: &sheet)
  }
}
