import Foundation

extension Sheet {
  /// Breaks the longest line of a level for its label, and sets the label into the gap, along the line.
  ///
  /// Returns the lines as they are when none is long enough to carry it.
  mutating func labelled(_ lines: [[Point]], with text: String, _ color: Color) -> [[Point]] {
    let size = 10.0
    let gap = textWidth(text, size: size) + 6
    let pixels = lines.map { $0.map { frame.pixel($0) } }
    let lengths = pixels.map { line in
      zip(line, line.dropFirst()).reduce(0) { $0 + (frame.contains($1.0) && frame.contains($1.1) ? ($1.1 - $1.0).length : 0) }
    }
    guard let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }), lengths[longest] > 2.5 * gap else { return lines }
    guard let (before, after, middle, angle) = cut(pixels[longest], gap: gap) else { return lines }
    labelPlaces.append(middle)
    place(text, at: frame.data(middle), anchor: .center, color: color, rotation: angle.rounded(), size: size)
    var pieces = lines
    pieces[longest] = before.map { frame.data($0) }
    pieces.insert(after.map { frame.data($0) }, at: longest + 1)
    return pieces
  }

  /// Cuts a piece out of a line where it is nearly straight and the text covers least, preferably near its middle.
  private func cut(_ line: [Point], gap: Double) -> (before: [Point], after: [Point], middle: Point, angle: Double)? {
    var along = [0.0]
    for (a, b) in zip(line, line.dropFirst()) { along.append(along.last! + (b - a).length) }
    let total = along.last!
    func point(at s: Double) -> Point {
      let k = max(1, along.firstIndex { $0 >= s } ?? along.count - 1)
      let length = along[k] - along[k - 1]
      return length > 0 ? line[k - 1] + (line[k] - line[k - 1]) * ((s - along[k - 1]) / length) : line[k]
    }
    var best: (count: Int, start: Double, end: Double, a: Point, b: Point)?
    for share in [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.45, 0.55, 0.35, 0.65, 0.25, 0.75, 0.15, 0.85, 0.1, 0.9] {
      let (start, end) = (share * total - gap / 2, share * total + gap / 2)
      guard start > 0, end < total else { continue }
      let (a, b) = (point(at: start), point(at: end))
      let isStraight = (b - a).length > 0.95 * gap
      let isFree = labelPlaces.allSatisfy { ($0 - (a + b) * 0.5).length > gap + 8 }
      guard isStraight, isFree, frame.contains(a, margin: -4), frame.contains(b, margin: -4) else { continue }
      let count = obstacles(around: (a + b) * 0.5, along: b - a, length: gap, height: 12)
      if count < best?.count ?? .max { best = (count, start, end, a, b) }
    }
    guard let (_, start, end, a, b) = best else { return nil }
    var angle = atan2(b.y - a.y, b.x - a.x) * 180 / .pi
    if angle > 90 { angle -= 180 }
    if angle <= -90 { angle += 180 }
    let before = zip(line, along).filter { $0.1 < start }.map(\.0) + [a]
    let after = [b] + zip(line, along).filter { $0.1 > end }.map(\.0)
    return (before, after, (a + b) * 0.5, angle)
  }

  /// How much of the other layers a text would cover.
  func obstacles(around middle: Point, along direction: Point, length: Double, height: Double) -> Int {
    let unit = direction * (1 / max(direction.length, 1e-9))
    return obstacles.count { place in
      let d = place - middle
      return abs((d * unit).sum()) < length / 2 + 2 && abs(d.y * unit.x - d.x * unit.y) < height / 2 + 1
    }
  }
}
