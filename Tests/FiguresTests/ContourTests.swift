import Figures
import Testing

@Suite("contour lines")
struct ContourTests {
  @Test(
    "lines of a quadratic lie on it to interpolation error, which falls with the square of the cell", arguments: [21, 41, 81])
  func quadratic(count: Int) {
    let grid = Grid(x: -1.5...1.5, y: -1.5...1.5, count: count) { x, y in x * x + 2 * y * y }
    let h = 3 / Double(count - 1)
    for level in [0.3, 1, 1.7] {
      let lines = grid.contourLines(at: level)
      #expect(lines.count == 1)
      for point in lines.joined() {
        let value = point.x * point.x + 2 * point.y * point.y
        // Linear interpolation along an edge errs by at most h²/8 × the second derivative, 2 or 4.
        #expect(abs(value - level) <= h * h / 2 * (1 + 1e-9))
      }
      #expect(lines[0].first == lines[0].last, "an ellipse inside the grid is closed")
      #expect(lines[0].count > count / 2)
    }
  }

  @Test("a line that leaves the grid ends on its border")
  func open() {
    let grid = Grid(x: 0...1, y: 0...1, count: 11) { x, y in x + y }
    let lines = grid.contourLines(at: 0.73)
    #expect(lines.count == 1)
    for end in [lines[0].first!, lines[0].last!] { #expect(min(end.x, end.y) == 0) }
    #expect(lines[0].allSatisfy { abs($0.x + $0.y - 0.73) < 1e-12 })
  }

  @Test("a saddle cell is resolved by its middle", arguments: [(0.4, 2), (0.6, 2)])
  func saddle(level: Double, count: Int) {
    // Corners 1, 0, 1, 0: the middle is 0.5. Below it the low corners are cut off, above it the high ones.
    let grid = Grid(x: [0, 1], y: [0, 1], values: [[1, 0], [0, 1]])
    let lines = grid.contourLines(at: level)
    #expect(lines.count == count)
    for line in lines {
      let middle = (line[0] + line[1]) * 0.5
      let nearsLowCorner = min(abs(middle.x - 1) + abs(middle.y), abs(middle.x) + abs(middle.y - 1)) < 0.5
      #expect(nearsLowCorner == (level < 0.5))
    }
  }

  @Test("cells without a value have no line, and a level beyond all values neither")
  func gaps() {
    let grid = Grid(x: -1...1, y: -1...1, count: 21) { x, y in x < 0 ? .nan : x * x + y * y }
    let lines = grid.contourLines(at: 0.5)
    #expect(lines.count == 1)
    #expect(lines[0].allSatisfy { $0.x >= 0 } && lines[0].first != lines[0].last)
    #expect(grid.contourLines(at: 7).isEmpty)
  }

  @Test("values equal to the level at grid points break nothing")
  func degenerate() {
    let grid = Grid(x: [-1, 0, 1], y: [-1, 0, 1]) { x, y in x * y }
    for line in grid.contourLines(at: 0) { for p in line { #expect(abs(p.x * p.y) < 1e-12) } }
    #expect(Grid(x: [0, 1], y: [0, 1]) { _, _ in 3 }.contourLines(at: 3).isEmpty)
  }
}
