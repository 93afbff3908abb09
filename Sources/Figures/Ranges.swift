import Foundation

extension Layout {
  typealias PanelRange = (x: ClosedRange<Double>, y: ClosedRange<Double>, bounds: Bounds)

  /// The ranges of all axes: as given, else from the data; axes with the same label have the same.
  static func ranges(_ figure: Figure, name: String) throws(FigureError) -> [PanelRange] {
    var all: [Bounds] = []
    for panel in figure.panels {
      var bounds = Bounds(x: panel.x, y: panel.y)
      for layer in panel.layers { layer.extend(&bounds) }
      all.append(bounds)
    }
    var ranges: [PanelRange] = []
    for (k, panel) in figure.panels.enumerated() {
      var (x, y) = (all[k].x, all[k].y)
      var (tight, symbols) = (all[k].isTight, all[k].hasSymbols)
      if figure.sharesAxes {
        for (other, bounds) in zip(figure.panels, all) {
          let (sameX, sameY) = (alike(panel.x, other.x), alike(panel.y, other.y))
          if sameX { x.widen(to: bounds.x) }
          if sameY { y.widen(to: bounds.y) }
          if sameX || sameY {
            tight = tight || bounds.isTight
            symbols = symbols || bounds.hasSymbols
          }
        }
      }
      let title = figure.title(of: k)
      guard let xRange = range(panel.x, x, padding: tight ? 0 : symbols ? 0.04 : 0) else {
        throw FigureError(name, .emptyRange(panel: title, axis: "x"))
      }
      guard let yRange = range(panel.y, y, padding: tight ? 0 : 0.05) else {
        throw FigureError(name, .emptyRange(panel: title, axis: "y"))
      }
      ranges.append((xRange, yRange, all[k]))
    }
    return ranges
  }

  private static func alike(_ a: Axis, _ b: Axis) -> Bool { !a.label.isEmpty && a.label == b.label && a.scale == b.scale }

  /// The given range, or that of the data with some room at both ends. Data without extent get a range around them.
  private static func range(_ axis: Axis, _ side: Bounds.Side, padding: Double) -> ClosedRange<Double>? {
    if let range = axis.range {
      guard range.lowerBound < range.upperBound, range.lowerBound.isFinite, range.upperBound.isFinite else { return nil }
      return axis.scale == .log && range.lowerBound <= 0 ? nil : range
    }
    // A category has room on both sides.
    if axis.tickLabels != nil, let first = axis.ticks?.min(), let last = axis.ticks?.max(), axis.scale == .linear {
      return min(first - 0.5, side.lower)...max(last + 0.5, side.upper)
    }
    // Nothing to measure: drawing the layers will name the column.
    guard side.lower <= side.upper else { return axis.scale == .log ? 1...10 : 0...1 }
    let (low, high) = (axis.scale.even(side.lower), axis.scale.even(side.upper))
    let span = high - low
    let room = span > 1e-12 * max(abs(low), abs(high), 1e-300) ? span * padding : max(abs(low) * 0.05, 0.5)
    return axis.scale.value(even: low - room)...axis.scale.value(even: high + room)
  }
}

extension Bounds.Side {
  fileprivate mutating func widen(to other: Bounds.Side) {
    lower = min(lower, other.lower)
    upper = max(upper, other.upper)
  }
}

extension Figure {
  /// What a message calls a panel.
  func title(of panel: Int) -> String {
    panels[panel].title.isEmpty ? "panel \(panel + 1)" : "panel \"\(panels[panel].title)\""
  }
}
