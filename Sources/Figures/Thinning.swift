extension Frame {
  /// Which points of a polyline the eye needs: without the others it moves by at most 0.3 pixels.
  ///
  /// Douglas and Peucker's method on the page, piece by piece between gaps. One point of each gap is kept.
  func thinned(_ line: [Point], within tolerance: Double = 0.3) -> [Bool] {
    let pixels = line.map(pixel)
    var kept = line.map { _ in false }
    var start = 0
    while start < line.count {
      guard pixels[start].isFinite else {
        kept[start] = start == 0 || pixels[start - 1].isFinite
        start += 1
        continue
      }
      var end = start
      while end + 1 < line.count, pixels[end + 1].isFinite { end += 1 }
      Self.keep(&kept, pixels, start, end, tolerance)
      start = end + 1
    }
    return kept
  }

  private static func keep(_ kept: inout [Bool], _ p: [Point], _ first: Int, _ last: Int, _ tolerance: Double) {
    kept[first] = true
    kept[last] = true
    var open = [(first, last)]
    while let (a, b) = open.popLast() {
      guard b > a + 1 else { continue }
      var (farthest, distance) = (a, tolerance)
      for i in (a + 1)..<b {
        let d = Self.distance(p[i], p[a], p[b])
        if d > distance { (farthest, distance) = (i, d) }
      }
      guard farthest > a else { continue }
      kept[farthest] = true
      open += [(a, farthest), (farthest, b)]
    }
  }

  /// From a point to a segment.
  static func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let along = b - a
    let square = (along * along).sum()
    guard square > 0 else { return (p - a).length }
    let t = min(max(((p - a) * along).sum() / square, 0), 1)
    return (p - a - along * t).length
  }
}
