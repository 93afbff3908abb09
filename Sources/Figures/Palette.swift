/// How the values of a heat map become colours.
public enum Palette: Sendable, Hashable {
  /// Viridis, from dark violet to yellow: quantities that only grow.
  case sequential
  /// Blue, white, red, with white at 0 and the same reach on both sides: signed quantities.
  case diverging
  /// Black to white, as in images.
  case grey
  /// The colour of class k is the k-th one; values are the whole numbers 0, 1, ….
  case classes([Color])

  /// The stops as `set palette defined` wants them, evenly spaced.
  var stops: [Color] {
    switch self {
    case .sequential: Palette.viridis.map { Color($0) }
    case .diverging: ["#2166ac", "#67a9cf", "#d1e5f0", "#ffffff", "#fddbc7", "#ef8a62", "#b2182b"].map { Color($0) }
    case .grey: [.black, .white]
    case .classes(let colors): colors
    }
  }

  var isClasses: Bool { if case .classes = self { true } else { false } }

  /// The colour at a place between 0 and 1 along the stops.
  func color(at place: Double) -> Color {
    let stops = self.stops
    guard stops.count > 1 else { return stops.first ?? .white }
    let position = min(max(place, 0), 1) * Double(stops.count - 1)
    let k = min(Int(position), stops.count - 2)
    let t = position - Double(k)
    var hex = "#"
    for (a, b) in zip(stops[k].channels, stops[k + 1].channels) {
      let value = Int((Double(a) * (1 - t) + Double(b) * t).rounded())
      hex += (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return Color(hex)
  }

  /// Viridis at 0, 1/8, … 1.
  private static let viridis = [
    "#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c", "#28ae80", "#5ec962", "#addc30", "#fde725",
  ]
}
