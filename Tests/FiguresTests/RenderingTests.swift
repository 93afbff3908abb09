import Figures
import Foundation
import Testing

private func f(_ x: Double, _ y: Double) -> Double {
  let (a, b) = (2 * x - 1, 2 * y - 1)
  return a + 2 * b + 3 * a * b
}

/// An orbit of the gradient flow of f, by small steps.
private func orbit(from start: Point, speed: (Point) -> Point) -> [Point] {
  var points = [start]
  for _ in 0..<400 {
    let p = points.last!
    let g = Point(2 + 6 * (2 * p.y - 1), 4 + 6 * (2 * p.x - 1))
    let next = p + speed(p) * g * 0.005
    guard next.x >= 0, next.x <= 1, next.y >= 0, next.y <= 1 else { break }
    points.append(next)
  }
  return points
}

private let starts: [Point] = (0..<6).flatMap { i in (0..<5).map { j in Point(0.08 + 0.17 * Double(i), 0.1 + 0.2 * Double(j)) } }

private func logit(_ p: Point) -> Point { Point(0.5 * log(p.x / (1 - p.x)), 0.5 * log(p.y / (1 - p.y))) }

@Test("flows in four panels")
func flows() throws {
  let scratch = Scratch(shown: true)
  let plane = Grid(x: 0...1, y: 0...1, count: 81, f)
  let θ = Grid(x: -2.2...2.2, y: -2.2...2.2, count: 81) { a, b in f((1 + tanh(a)) / 2, (1 + tanh(b)) / 2) }
  let vanilla = starts.map { orbit(from: $0) { _ in Point(1, 1) } }
  let natural = starts.map { orbit(from: $0) { p in 2 * p * (1 - p) } }
  let levels = [-3.0, -2, -1, 0, 1, 2, 3, 4, 5]
  let figure = Figure(repeatsLabels: false) {
    for (name, orbits, color) in [("vanilla", vanilla, Color.vanilla), ("natural", natural, .natural)] {
      Panel("\(name), marginal probabilities", x: Axis("μ₁", 0...1), y: Axis("μ₂", 0...1), aspect: .equal) {
        Contours(plane, levels: levels)
        Curves(orbits, color, arrow: .middle)
        Line(from: Point(0, 0.5), to: Point(0.5, 0), .black, dash: .dashed)
        Marker(at: Point(1, 1), shape: .circle)
        Marker(at: Point(0, 0), shape: .openCircle)
      }
      Panel("\(name), natural parameters", x: Axis("θ₁", -2.2...2.2), y: Axis("θ₂", -2.2...2.2), aspect: .equal) {
        Contours(θ, levels: levels)
        Curves(orbits.map { $0.map(logit) }, color, arrow: .middle)
      }
    }
  }
  let files = try figure.write(name: "flows", to: scratch.path)
  #expect(files.image == "flows.svg")
}

@Test("arrows by length and of one colour")
func arrows() throws {
  let scratch = Scratch(shown: true)
  let places = (0..<10).flatMap { i in (0..<10).map { j in Point(0.05 + 0.1 * Double(i), 0.05 + 0.1 * Double(j)) } }
  let vectors = places.map { Point(2 + 6 * (2 * $0.y - 1), 4 + 6 * (2 * $0.x - 1)) }
  try Figure {
    Panel("λ = 0.025", x: Axis("μ₁", 0...1), y: Axis("μ₂", 0...1), aspect: .equal) {
      Arrows(at: places, vectors: vectors, scale: 0.0125, color: .fixed(.vanilla))
    }
    Panel("directions", x: Axis("μ₁", 0...1), y: Axis("μ₂", 0...1), aspect: .equal) {
      Arrows(directionsAt: places, vectors: vectors, color: .byLength(label: "|∇F|"))
    }
  }.write(name: "arrows", to: scratch.path)
}

@Test("basins as classes")
func classes() throws {
  let scratch = Scratch(shown: true)
  try Figure {
    for name in ["vanilla", "natural"] {
      Panel(name, x: Axis("μ₁"), y: Axis("μ₂"), aspect: .equal) {
        HeatMap(
          Grid(cellsOf: 0...1, 0...1, count: 200) { x, y in x + y * (name == "vanilla" ? 1 : 1 + x) > 0.5 ? 1 : 0 },
          palette: .classes([Color.sky.lighter(0.6), Color.amber.lighter(0.6)]), classTitles: ["to (0, 0)", "to (1, 1)"])
        Curve([Point(0, 0.5), Point(0.5, 0)], .black, dash: .dashed)
      }
    }
  }.write(name: "basins", to: scratch.path)
}

@Test("log-log with slopes and end labels")
func logLog() throws {
  let scratch = Scratch(shown: true)
  let h = (0..<9).map { pow(10, -Double($0) / 2) }
  try Figure {
    Panel("", x: Axis("step size h", scale: .log), y: Axis("distance", scale: .log)) {
      Points(x: h, y: h.map { 0.3 * $0 }, .vanilla, title: "vanilla")
      Points(x: h, y: h.map { 0.02 * $0 * $0 }, .natural, shape: .square, title: "natural")
      Line(through: Point(1, 0.3), slope: 1, .vanilla, dash: .dotted, label: "slope 1")
      Line(through: Point(1, 0.02), slope: 2, .natural, dash: .dotted)
    }
  }.write(name: "loglog", to: scratch.path)
}

@Test("training curves with bands and labels at their ends")
func training() throws {
  let scratch = Scratch(shown: true)
  let steps = (0...300).map { Double($0) }
  func curve(_ rate: Double, _ wiggle: Double) -> [Double] { steps.map { -90 - 110 * exp(-$0 / rate) + wiggle * sin($0) } }
  let names = ["WS", "RWS", "NWS", "NRWS"]
  let colors = [Color.grey, .vanilla, .green, .natural]
  try Figure {
    Panel("MNIST_B, 10 samples", x: Axis("step"), y: Axis("log-likelihood (nats)")) {
      for (k, name) in names.enumerated() {
        let y = curve(120 - 25 * Double(k), 0.5)
        Band(x: steps, low: y.map { $0 - 6 }, high: y.map { $0 + 6 }, colors[k])
        Curve(x: steps, y: y, colors[k], label: name)
      }
      Line(horizontal: -86, .black, dash: .dashed, label: "[BB15]")
    }
  }.write(name: "training", to: scratch.path)
}

@Test("matrices with numbers")
func matrices() throws {
  let scratch = Scratch(shown: true)
  func entry(_ i: Int, _ j: Int) -> Double {
    if i == j { return 0.25 }
    return (i < j ? -0.13 : 0.13) / Double(1 + abs(i - j))
  }
  let matrix = (0..<6).map { i in (0..<6).map { j in entry(i, j) } }
  try Figure {
    Panel("Fisher matrix", matrix: matrix, rows: ["a", "b", "c", "d", "e", "f"], annotated: true, colorBar: "entry")
    Panel("viridis", x: Axis("x"), y: Axis("y"), aspect: .equal) {
      HeatMap(
        Grid(x: 0...1, y: 0...1, count: 30) { x, y in x * y > 0.8 ? .nan : x * y }, colorBar: "product")
    }
  }.write(name: "matrices", to: scratch.path)
}

@Test("images in rows")
func images() throws {
  let scratch = Scratch(shown: true)
  let digits = (0..<100).map { k in
    (0..<784).map { p in
      let (x, y) = (Double(p % 28) - 13.5, Double(p / 28) - 13.5)
      return abs((x * x + y * y).squareRoot() - Double(3 + k % 10)) < 1.5 ? 1.0 : 0
    }
  }
  try Figure(width: 620) {
    Panel("samples") { ImageGrid(digits, width: 28, height: 28, columns: 10) }
  }.write(name: "digits", to: scratch.path)
  try Figure(columns: 2) {
    Panel("data") { ImageGrid(Array(digits[..<20]), width: 28, height: 28, columns: 5, columnTitles: ["0", "1", "2", "3", "4"]) }
    Panel("samples") {
      ImageGrid(Array(digits[20..<40]), width: 28, height: 28, columns: 5, rowTitles: ["WS", "RWS", "NWS", "NRWS"])
    }
  }.write(name: "two-grids", to: scratch.path)
  try Figure(width: 300) {
    Panel("3by3") {
      ImageGrid(
        (0..<8).map { k in (0..<9).map { Double((k >> ($0 % 3)) & 1) } }, width: 3, height: 3, columns: 4, black: 1, white: 0)
    }
  }.write(name: "three", to: scratch.path)
}
