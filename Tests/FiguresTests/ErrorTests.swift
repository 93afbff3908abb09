import Figures
import Foundation
import Testing

@Suite("bad figures are refused by name and reason")
struct ErrorTests {
  private func problem(_ layers: [any Layer], name: String = "bad", x: Axis = Axis("x"), y: Axis = Axis("y")) -> String {
    do {
      _ = try Figure { Panel("P", x: x, y: y) { layers } }.sources(name: name)
      return "none"
    } catch { return "\(error)" }
  }

  private let line = Curve([Point(0, 1), Point(1, 2)])

  @Test("names", arguments: ["", "Flow", "a_b", "a b", "1st", "../x", "é"])
  func names(name: String) {
    #expect(problem([line], name: name).contains("small letters, digits and hyphens"))
  }

  @Test("data")
  func data() {
    #expect(problem([]) == "figure bad: panel \"P\" has no layers")
    #expect(problem([Curve([], title: "loss")]) == "figure bad: curve \"loss\" in panel \"P\" has no data")
    #expect(
      problem([Curve(x: [0, 1], y: [.nan, .nan], title: "loss")]) == "figure bad: column loss in panel \"P\" has no finite value")
    #expect(
      problem([Curve(x: [0, 1], y: [1])]) == "figure bad: curve in panel \"P\": column y has 1 values, 2 are wanted")
    #expect(problem([Band(x: [0, 1], low: [0, 0], high: [1])]).contains("column high has 1 values, 2 are wanted"))
    #expect(problem([Arrows(at: [.zero], vectors: [], scale: 1)]).contains("column vectors has 0 values, 1 are wanted"))
    #expect(problem([Points(x: [0, 1], y: [1, 1], errors: [1])]).contains("column errors has 1 values"))
    #expect(problem([ImageGrid([[0, 0, 0]], width: 2, height: 2, columns: 1)]).contains("image 0 has 3 values, 4 are wanted"))
    #expect(
      problem([Contours(Grid(x: 0...1, y: 0...1, count: 3, +), levels: [9])]).contains("contours in panel \"P\" has no data"))
  }

  @Test("axes")
  func axes() {
    let negative = Curve(x: [1, 2], y: [0, -1], title: "gap")
    #expect(
      problem([negative], y: Axis("y", scale: .log))
        == "figure bad: column gap in panel \"P\" has no positive value, but its axis is logarithmic")
    #expect(problem([line], x: Axis("x", 1...1)).contains("the x axis of panel \"P\" has an empty range"))
    #expect(problem([line], y: Axis("y", 0...1, scale: .log)).contains("the y axis"))
    let heat = HeatMap(Grid(x: [1, 2, 4], y: [1, 2], values: [[1, 2, 3], [1, 2, 3]]))
    #expect(problem([heat]).contains("evenly spaced"))
  }

  @Test("two palettes in one panel")
  func palettes() {
    let heat = HeatMap(Grid(x: 0...1, y: 0...1, count: 3, +))
    #expect(problem([heat, Arrows(at: [.zero], vectors: [Point(1, 1)], scale: 1, color: .byLength)]).contains("colour bar"))
    #expect(problem([heat, Arrows(at: [.zero], vectors: [Point(1, 1)], scale: 1)]) == "none")
  }

  @Test("a table beyond the limit")
  func size() {
    var wild = 0.5
    let points = (0..<40_000).map { k in
      wild = 3.99 * wild * (1 - wild)
      return Point(Double(k), wild)
    }
    #expect(problem([Points(points)]).contains("bad.csv would have"))
  }
}
