import Figures
import Foundation
import Testing

/// Figures that try the layout: drawn without a word from gnuplot, and to be looked at (FIGURES_DEMO).
@Suite("layout")
struct LayoutTests {
  @Test("labels at the ends of curves that end together do not overlap")
  func endLabels() throws {
    let scratch = Scratch(shown: true)
    let x = (0...50).map { Double($0) / 5 }
    let figure = Figure {
      Panel("seven ends", x: Axis("epoch"), y: Axis("log-likelihood (nats)")) {
        for k in 0..<7 {
          let color = [Color.vanilla, .natural, .green, .purple, .sky, .amber, .black][k]
          Curve(x: x, y: x.map { 1 - exp(-$0 * (0.5 + 0.1 * Double(k))) }, color, label: "rate 0.0\(k + 1)")
        }
      }
    }
    try figure.write(name: "ends", to: scratch.path)
    // set label 'rate 0.01' at X, Y left …
    let script = try figure.sources(name: "ends").script.text
    let labels = script.split(separator: "\n").filter { $0.hasPrefix("set label 'rate") }
    let heights = labels.compactMap { Double($0.split(separator: ",")[1].split(separator: " ")[0]) }.sorted()
    #expect(heights.count == 7)
    // The y axis spans 1.1 on at most 400 pixels; a line of text has 15.
    for (low, high) in zip(heights, heights.dropFirst()) { #expect((high - low) * 400 / 1.1 > 14.9) }
  }

  @Test("a title of two lines gets the room of two")
  func titleLines() throws {
    func height(_ title: String) throws -> Int? {
      let figure = Figure { Panel(title) { Curve(x: [0, 1], y: [0, 1]) } }
      let match = try figure.sources(name: "title").script.text.firstMatch(of: /terminal svg size \d+,(\d+)/)
      return match.flatMap { Int($0.1) }
    }
    let one = try #require(try height("one"))
    #expect(try height("one\ntwo") == one + 17)
    #expect(try height("\n\nthree") == one + 34)
  }

  @Test("three panels of different kinds in a row")
  func row() throws {
    let scratch = Scratch(shown: true)
    try Figure(columns: 3) {
      Panel("angle φ", x: Axis("φ₁", 0...3.1416), y: Axis("φ₂", 0...3.1416), aspect: .equal) {
        Arc(center: Point(1.5, 1.5), radius: 1, .natural)
        Arc(center: Point(1.5, 1.5), radii: Point(1.4, 0.5), from: 0, to: 90, .vanilla)
        Marker(at: Point(1.5, 1.5), shape: .cross, label: "saddle")
        Label("slanted", at: Point(0.6, 2.8), .purple, rotation: 30)
        Line(horizontal: 0.5, dash: .dotted, label: "low")
        Line(vertical: 0.4, dash: .dashDotted)
      }
      Panel("seconds", x: .categories(["WS", "RWS", "NWS", "NRWS"], "algorithm"), y: Axis("nats", -120 ... -80)) {
        Points(x: [0, 1, 2, 3], y: [-110, -100, -95, -88], .natural, errors: [2, 3, 1.5, 1])
      }
      Panel("large numbers", x: Axis("samples", scale: .log), y: Axis("updates")) {
        Curve(x: [1, 10, 100, 1000], y: [150_000, 250_000, 1_250_000, 500_000], title: "updates")
        Curve(x: [1, 10, 100, 1000], y: [10_000, 450_000, 250_000, 900_000], .sky, dash: .dashed, title: "others")
      }
    }.write(name: "row", to: scratch.path)
  }

  @Test("a single plane with steps of colour, and a key outside")
  func plane() throws {
    let scratch = Scratch(shown: true)
    let grid = Grid(cellsOf: -3...3, -2...2, count: 120) { x, y in sin(x) * cos(y) }
    try Figure {
      Panel("sin x cos y", x: Axis("x₁"), y: Axis("x₂"), aspect: .equal) {
        HeatMap(grid, palette: .diverging, range: -1...1, steps: 10, colorBar: "F (nats)")
        Contours(grid, levels: (-4...4).map { Double($0) * 0.2 }, .black, width: 0.5)
        Points([Point(0, 0), Point(1, 1)], .yellow, size: 9, shape: .star)
      }
    }.write(name: "plane", to: scratch.path)
    try Figure(width: 640, height: 300) {
      Panel("", x: Axis("t"), y: Axis("value", 0...1), key: .outside) {
        Curve(x: [0, 1, 2, 3], y: [0.1, 0.5, -3, 0.4], .vanilla, arrow: .middle, title: "with a long title")
        Curve(x: [0, 1, 2, 3], y: [5, 6, 7, 8], .natural, title: "out of sight")
        Band(x: [0, 1, 2, 3], low: [0.2, 0.2, .nan, 0.3], high: [0.4, 0.5, .nan, 0.7], .green, title: "band")
      }
    }.write(name: "outside", to: scratch.path)
  }

  @Test("a wide matrix of categories with slanted names")
  func wideMatrix() throws {
    let scratch = Scratch(shown: true)
    let names = ["bias of layer 1", "weights 1", "bias of layer 2", "weights 2", "prior"]
    try Figure {
      Panel(
        "correlations", matrix: names.indices.map { i in names.indices.map { j in i == j ? 1 : Double(i - j) / 7 } },
        rows: names, columns: names, annotated: true, colorBar: "correlation")
    }.write(name: "categories", to: scratch.path)
  }

  @Test("log axes from the data, with values that have no logarithm")
  func logarithms() throws {
    let scratch = Scratch(shown: true)
    try Figure {
      Panel("one decade", x: Axis("n", scale: .log), y: Axis("error", scale: .log)) {
        Curve(x: [3, 5, 9, 12], y: [0.3, 0, 0.2, 0.1], .vanilla, title: "a")
        Points(x: [3, 5, 9, 12], y: [0.3, -1, 0.2, 0.1], .vanilla)
      }
      Panel("many", x: Axis("m", scale: .log), y: Axis("tiny", scale: .log)) {
        Band(x: [1, 1e3, 1e6], low: [1e-12, 1e-8, 1e-3], high: [1e-11, 1e-6, 1], .natural)
        Curve(x: [1, 1e3, 1e6], y: [5e-12, 1e-7, 3e-2], .natural, label: "natural")
        Line(through: Point(1, 1e-12), slope: 2, dash: .dashed, label: "slope 2")
      }
      Panel("less than a decade", x: Axis("k", 3...7, scale: .log), y: Axis("flat", scale: .log)) {
        Curve(x: [3, 7], y: [2, 2])
      }
    }.write(name: "logs", to: scratch.path)
  }

  @Test(
    "ticks of a log axis stand at powers of ten wherever it begins",
    arguments: [(51.67, "100,10"), (1, "10"), (2e-4, "0.001,10")])
  func decades(low: Double, tics: String) throws {
    let scratch = Scratch()
    try Figure {
      Panel(x: Axis("n", low...2043, scale: .log), y: Axis("y")) { Curve(x: [low, 2043], y: [0, 1]) }
    }.write(name: "decades", to: scratch.path)
    let script = try String(contentsOfFile: scratch.path + "/decades.gp", encoding: .utf8)
    #expect(script.contains("set xtics offset 0,0.3 \(tics); set format x '10^{%L}'"))
  }

  @Test("labels of ticks are printed as they are, and powers of ten in the panel after them stay powers")
  func tickLabels() throws {
    let scratch = Scratch()
    let figure = Figure {
      Panel("words", x: .categories(["a_b", "c^d", "plain"]), y: Axis("y")) { Points(x: [0, 1, 2], y: [1, 2, 3]) }
      Panel("powers", x: Axis("n", scale: .log), y: Axis("y")) { Curve(x: [1, 1000], y: [0, 1]) }
    }
    let script = try figure.sources(name: "ticks").script.text
    #expect(script.contains(#"('a\_b' 0, 'c\^d' 1, 'plain' 2)"#))
    guard let image = try figure.write(name: "ticks", to: scratch.path).image else { return }
    let drawn = try String(contentsOfFile: scratch.path + "/" + image, encoding: .utf8)
    #expect(drawn.contains(">a_b</tspan>") && drawn.contains(">c^d</tspan>") && !drawn.contains("10^"))
  }

  @Test("a picture beyond the limit is refused, with its figure's name")
  func pictureLimit() throws {
    let scratch = Scratch()
    let grid = Grid(x: 0...1, y: 0...1, count: 40) { x, y in x * y }
    let figure = Figure { for k in 0..<3 { Panel("\(k)", x: Axis("x"), y: Axis("y")) { HeatMap(grid) } } }
    do {
      try figure.write(name: "heavy", to: scratch.path)
      Issue.record("a picture of 750 KB was accepted")
    } catch {
      #expect(error.description.hasPrefix("figure heavy: heavy.svg would have"))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/heavy.svg"))
  }
}
