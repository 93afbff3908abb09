import Foundation

/// A text that will stand at the end of a curve.
struct EndLabel: Sendable {
  let text: String
  let color: Color
  /// Where the curve ends, in pixels.
  let end: Point
}

extension Sheet {
  /// Writes a text at a place of the panel.
  /// - Parameter shift: in pixels, to the right and upwards.
  mutating func place(
    _ text: String, at place: Point, anchor: Anchor, shift: (Double, Double) = (0, 0), color: Color = .black,
    rotation: Double = 0, size: Double = 13
  ) {
    let side = anchor == .left ? "left" : anchor == .right ? "right" : "center"
    var command = "set label \(quoted(text)) at \(legible(place.x)), \(legible(place.y)) \(side) front"
    if text.contains(where: { "_^{}@&~\\".contains($0) }) { command += " noenhanced" }
    if rotation != 0 { command += " rotate by \(legible(rotation))" }
    if shift != (0, 0) {
      let (right, up) = (legible(shift.0 / pageWidth, digits: 3), legible(shift.1 / pageHeight, digits: 3))
      command += " offset screen \(right), screen \(up)"
    }
    if size != 13 { command += " font ',\(legible(size))'" }
    if color != .black { command += " textcolor rgb \(script(color))" }
    labels.append(command)
  }

  /// Writes a text along a straight line, towards its right end and above it if that covers nothing.
  mutating func write(_ text: String, along ends: (Point, Point), _ color: Color) {
    guard let (a, b) = frame.clipped(frame.pixel(ends.0), frame.pixel(ends.1)) else { return }
    let (start, end) = a.x <= b.x ? (a, b) : (b, a)
    let length = (end - start).length
    let along = (end - start) * (1 / max(length, 1e-9))
    let width = textWidth(text)
    let across = Point(-along.y, along.x) * 9
    var middles: [Point] = []
    for share in [1.0, 0.85, 0.7, 0.55, 0.4, 0.25] {
      let place = start + along * max(share * length - width / 2 - 6, 0)
      middles += [place + across, place - across]
    }
    let counts = middles.map { obstacles(around: $0, along: along, length: width, height: 20) }
    let middle = middles[counts.indices.min { counts[$0] < counts[$1] }!]
    place(
      text, at: frame.data(middle), anchor: .center, color: color, rotation: (atan2(along.y, along.x) * 180 / .pi).rounded())
  }

  /// Notes the label of a curve; all labels of the panel are placed together.
  mutating func label(end text: String, of line: [Point], _ color: Color) {
    let inside = line.last { $0.isFinite && frame.contains(frame.pixel($0), margin: 1) }
    if let inside { endLabels.append(EndLabel(text: text, color: color, end: frame.pixel(inside))) }
  }

  /// Places the labels of curves beside their ends, moved up or down where they would overlap.
  mutating func placeEndLabels() {
    let lineHeight = 15.0
    // Labels whose texts cannot meet sideways do not push each other.
    var groups: [[EndLabel]] = []
    for label in endLabels.sorted(by: { $0.end.x < $1.end.x }) {
      if let last = groups.last, last.contains(where: { label.end.x < $0.end.x + 10 + textWidth($0.text) }) {
        groups[groups.count - 1].append(label)
      } else {
        groups.append([label])
      }
    }
    for group in groups {
      let sorted = group.sorted { $0.end.y < $1.end.y }
      let room = (frame.y.start + 4)...max(frame.top - 4, frame.y.start + 5)
      let heights = spread(sorted.map(\.end.y), apart: lineHeight, within: room)
      for (label, height) in zip(sorted, heights) {
        place(label.text, at: frame.data(Point(label.end.x, height)), anchor: .left, shift: (6, 0), color: label.color)
      }
    }
  }

  /// The numbers of a heat map in its cells: black between the two values, white elsewhere.
  mutating func numbers(of table: TableReference, blackBetween ink: ClosedRange<Double>, size: Double) {
    let value = table.isMatrix ? "$3" : "column({2})"
    let place = table.isMatrix ? "1:2" : "{0}:{1}"
    let text = "(valid(3) ? sprintf('%.3g', \(value)) : '')"
    let color = "(\(value) > \(legible(ink.lowerBound)) && \(value) < \(legible(ink.upperBound)) ? 0x000000 : 0xffffff)"
    plots.append(
      Plot(
        source: .table(table), using: "\(place):\(text):\(color)",
        style: "labels textcolor rgb variable font ',\(legible(size.rounded()))'", title: nil))
  }
}

/// Moves sorted heights as little as can be, in the sense of squares, so that neighbours are a distance apart.
func spread(_ heights: [Double], apart distance: Double, within range: ClosedRange<Double>) -> [Double] {
  // Subtracting k distances turns "apart" into "in order"; neighbours out of order are averaged (pool adjacent violators).
  var pools: [(sum: Double, count: Int)] = []
  for (k, height) in heights.enumerated() {
    pools.append((height - Double(k) * distance, 1))
    while pools.count > 1 {
      let (a, b) = (pools[pools.count - 2], pools[pools.count - 1])
      guard a.sum / Double(a.count) > b.sum / Double(b.count) else { break }
      pools.removeLast(2)
      pools.append((a.sum + b.sum, a.count + b.count))
    }
  }
  let means = pools.flatMap { pool in Array(repeating: pool.sum / Double(pool.count), count: pool.count) }
  let highest = range.upperBound - Double(max(heights.count - 1, 0)) * distance
  return means.enumerated().map { k, mean in
    max(range.lowerBound, min(mean, highest)) + Double(k) * distance
  }
}
