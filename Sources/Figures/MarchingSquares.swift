extension Grid {
  /// The lines on which the function, interpolated bilinearly along the edges of the cells, has a value.
  ///
  /// Marching squares: a cell is crossed between corners on different sides of the level. In a cell with four crossings the
  /// mean of its corners stands for its middle and decides which pairs belong together. Cells with a NaN corner are skipped.
  /// - Returns: polylines; a closed one ends where it begins.
  /// - Complexity: O(cells).
  public func contourLines(at level: Double) -> [[Point]] {
    guard x.count > 1, y.count > 1 else { return [] }
    var segments: [(Int, Int)] = []
    var points: [Int: Point] = [:]
    for i in 0..<(y.count - 1) {
      for j in 0..<(x.count - 1) { addSegments(row: i, column: j, level, &segments, &points) }
    }
    return Grid.joined(segments).map { line in line.map { points[$0]! } }
  }

  /// An edge from (i, j) to the right has the number 2 (i n + j), upwards 2 (i n + j) + 1.
  private func addSegments(
    row i: Int, column j: Int, _ level: Double, _ segments: inout [(Int, Int)], _ points: inout [Int: Point]
  ) {
    let corners = [values[i][j], values[i][j + 1], values[i + 1][j + 1], values[i + 1][j]]
    guard corners.allSatisfy(\.isFinite) else { return }
    // Corners exactly at the level count as above it, so that no line passes between two equal corners.
    let above = corners.map { $0 >= level }
    let n = x.count
    let edges = [2 * (i * n + j), 2 * (i * n + j + 1) + 1, 2 * ((i + 1) * n + j), 2 * (i * n + j) + 1]
    let crossed = (0..<4).filter { above[$0] != above[($0 + 1) % 4] }
    guard !crossed.isEmpty else { return }
    let places = [Point(x[j], y[i]), Point(x[j + 1], y[i]), Point(x[j + 1], y[i + 1]), Point(x[j], y[i + 1])]
    for k in crossed where points[edges[k]] == nil {
      let (a, b) = (corners[k], corners[(k + 1) % 4])
      points[edges[k]] = places[k] + (places[(k + 1) % 4] - places[k]) * ((level - a) / (b - a))
    }
    if crossed.count == 2 {
      segments.append((edges[crossed[0]], edges[crossed[1]]))
    } else {
      let middle = corners.reduce(0, +) / 4 >= level
      // Corners unlike the middle are cut off: corner k lies between the edges k − 1 and k.
      for k in 0..<4 where above[k] != middle { segments.append((edges[(k + 3) % 4], edges[k])) }
    }
  }

  /// Segments with common ends as chains, in the order of the segments.
  private static func joined(_ segments: [(Int, Int)]) -> [[Int]] {
    var meeting: [Int: [Int]] = [:]
    for (k, segment) in segments.enumerated() {
      meeting[segment.0, default: []].append(k)
      meeting[segment.1, default: []].append(k)
    }
    var used = segments.map { _ in false }
    func walk(from edge: Int) -> [Int] {
      var chain: [Int] = []
      var edge = edge
      while let next = meeting[edge]!.first(where: { !used[$0] }) {
        used[next] = true
        edge = segments[next].0 == edge ? segments[next].1 : segments[next].0
        chain.append(edge)
      }
      return chain
    }
    return segments.indices.compactMap { k in
      guard !used[k] else { return nil }
      used[k] = true
      let forwards = [segments[k].0, segments[k].1] + walk(from: segments[k].1)
      return forwards.first == forwards.last ? forwards : walk(from: segments[k].0).reversed() + forwards
    }
  }
}
