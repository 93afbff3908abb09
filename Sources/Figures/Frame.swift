import Foundation

/// An axis with a range, ticks and a place on the page.
struct Ruler: Sendable, Hashable {
  let scale: Scale
  let range: ClosedRange<Double>
  let reversed: Bool
  /// In pixels from the left, or bottom, edge of the page.
  let start: Double
  let length: Double

  func pixel(_ value: Double) -> Double {
    let (low, high) = (scale.even(range.lowerBound), scale.even(range.upperBound))
    let share = (scale.even(value) - low) / (high - low)
    return start + length * (reversed ? 1 - share : share)
  }

  func value(pixel: Double) -> Double {
    let (low, high) = (scale.even(range.lowerBound), scale.even(range.upperBound))
    let share = (pixel - start) / length
    return scale.value(even: low + (high - low) * (reversed ? 1 - share : share))
  }
}

/// The rectangle of a plot on the page, and the map from data to pixels (y upwards).
struct Frame: Sendable, Hashable {
  let x: Ruler
  let y: Ruler

  var right: Double { x.start + x.length }
  var top: Double { y.start + y.length }

  func pixel(_ p: Point) -> Point { Point(x.pixel(p.x), y.pixel(p.y)) }
  func data(_ pixel: Point) -> Point { Point(x.value(pixel: pixel.x), y.value(pixel: pixel.y)) }

  func contains(_ pixel: Point, margin: Double = 0.5) -> Bool {
    pixel.x >= x.start - margin && pixel.x <= right + margin && pixel.y >= y.start - margin && pixel.y <= top + margin
  }

  /// Vectors rescaled to one length on the page: 0.8 of the least distance of neighbouring places, at most 28 pixels.
  func equallyLong(_ vectors: [Point], at places: [Point]) -> [Point] {
    let pixels = places.map(pixel)
    var least = 35.0
    for (i, p) in pixels.enumerated() {
      for q in pixels[(i + 1)...] {
        let distance = (p - q).length
        if distance > 0.5 { least = min(least, distance) }
      }
    }
    return zip(places, vectors).map { place, vector in
      // The direction on the page is that of a small step along the vector.
      let step = vector * (1e-6 * max(abs(place.x) + abs(place.y), 1) / max(vector.length, .leastNormalMagnitude))
      let seen = pixel(place + step) - pixel(place)
      guard seen.length > 0, seen.length.isFinite else { return Point(.nan, .nan) }
      let half = seen * (0.4 * least / seen.length)
      return data(pixel(place) + half) - data(pixel(place) - half)
    }
  }

  /// The ends of a straight line inside the frame, in data coordinates.
  func ends(of kind: Line.Kind) -> (Point, Point) {
    switch kind {
    case .horizontal(let value): return (Point(x.range.lowerBound, value), Point(x.range.upperBound, value))
    case .vertical(let value): return (Point(value, y.range.lowerBound), Point(value, y.range.upperBound))
    case .between(let start, let end): return (start, end)
    case .through(let point, let slope):
      func height(at value: Double) -> Double {
        y.scale.value(even: y.scale.even(point.y) + slope * (x.scale.even(value) - x.scale.even(point.x)))
      }
      let (low, high) = (x.range.lowerBound, x.range.upperBound)
      return (Point(low, height(at: low)), Point(high, height(at: high)))
    }
  }

  /// The part of a segment inside the frame, in pixels (Liang and Barsky).
  func clipped(_ a: Point, _ b: Point) -> (Point, Point)? {
    let d = b - a
    var (t0, t1) = (0.0, 1.0)
    for (step, room) in [(-d.x, a.x - x.start), (d.x, right - a.x), (-d.y, a.y - y.start), (d.y, top - a.y)] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        t0 = max(t0, room / step)
      } else {
        t1 = min(t1, room / step)
      }
    }
    return t0 <= t1 ? (a + d * t0, a + d * t1) : nil
  }

  /// A polyline with the place of its arrowhead as a row of its own, and directions: degrees on the page there, NaN elsewhere.
  func directions(of line: [Point], _ arrow: Arrowhead) -> (rows: [Point], angles: [Double]) {
    let none = (line, line.map { _ in Double.nan })
    let pixels = line.map(pixel)
    let segments = pixels.indices.dropFirst().filter {
      contains(pixels[$0]) && contains(pixels[$0 - 1]) && (pixels[$0] - pixels[$0 - 1]).length > 0
    }
    let lengths = segments.map { (pixels[$0] - pixels[$0 - 1]).length }
    let total = lengths.reduce(0, +)
    // On a shorter line the head would be all that is seen.
    guard arrow != .none, total > 20 else { return none }
    var rest = arrow == .middle ? total / 2 : total
    for (segment, length) in zip(segments, lengths) {
      guard rest > length, segment != segments.last else {
        let t = min(rest / length, 1)
        let step = pixels[segment] - pixels[segment - 1]
        let tip = t == 1 ? line[segment] : data(pixels[segment - 1] + step * t)
        let angle = (atan2(step.y, step.x) * 180 / .pi * 10).rounded() / 10
        var (rows, angles) = none
        if t == 1 {
          angles[segment] = angle
        } else {
          rows.insert(tip, at: segment)
          angles.insert(angle, at: segment)
        }
        return (rows, angles)
      }
      rest -= length
    }
    return none
  }
}

extension SIMD2<Double> {
  var length: Double { (self * self).sum().squareRoot() }
  var isFinite: Bool { x.isFinite && y.isFinite }
}
