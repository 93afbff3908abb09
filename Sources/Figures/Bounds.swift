/// What the layers of a panel need: how far their data reach, and what must find room beside them.
public struct Bounds: Sendable {
  /// One axis while it is being measured.
  struct Side: Sendable {
    let scale: Scale
    let limits: ClosedRange<Double>?
    var lower = Double.infinity
    var upper = -Double.infinity

    init(_ axis: Axis) {
      scale = axis.scale
      limits = axis.range
    }

    func admits(_ value: Double) -> Bool {
      value.isFinite && (limits?.contains(value) ?? true) && (scale == .linear || value > 0)
    }

    mutating func include(_ value: Double) {
      guard value.isFinite, scale == .linear || value > 0 else { return }
      lower = min(lower, value)
      upper = max(upper, value)
    }
  }

  var x: Side
  var y: Side
  /// Cells end exactly at the frame.
  var isTight = false
  /// Symbols stand at the ends of the data and want room around them.
  var hasSymbols = false
  var endLabels: [(text: String, x: Double)] = []
  var colorBar: ColorBar?
  var keyTitles: [String] = []

  init(x: Axis, y: Axis) {
    self.x = Side(x)
    self.y = Side(y)
  }

  /// Counts a point unless one of its coordinates lies beyond a range that was given.
  mutating func include(_ point: Point) {
    guard x.admits(point.x), y.admits(point.y) else { return }
    x.include(point.x)
    y.include(point.y)
  }

  mutating func include(title: String?) {
    if let title { keyTitles.append(title) }
  }
}

/// A scale of colours beside a panel.
struct ColorBar: Sendable {
  let palette: Palette
  /// `nil`: no bar is drawn, the colours alone are set.
  let label: String?
  let range: ClosedRange<Double>
  /// How many different colours, evenly spaced; `nil`: all shades.
  var steps: Int?
}
