import Figures
import Testing

@Suite("tables")
struct TableTests {
  private func data(_ figure: Figure) throws -> [String: String] {
    Dictionary(uniqueKeysWithValues: try figure.sources(name: "small").data.map { ($0.name, $0.text) })
  }

  @Test("curves, points and bands with the same x share a table, under legible names")
  func shared() throws {
    let x = [0.0, 1, 2]
    let figure = Figure {
      Panel(x: Axis("step"), y: Axis("log-likelihood (nats)")) {
        Band(x: x, low: [0, 0.2, -1], high: [2, 0.6, 4], .vanilla, title: "Δμ₁")
        Curve(x: x, y: [1, 0.25, 0.5], .vanilla, label: "vanilla flow")
        Points(x: x, y: [1, 1e-7, -0.0])
        Curve(x: x, y: [-123_456.789, 1.0 / 3, .nan], .natural, column: "x")
      }
    }
    #expect(
      try data(figure) == [
        "small.csv": """
        step,delta_mu1_low,delta_mu1_high,vanilla_flow,log_likelihood_nats,x
        0,0,2,1,1,-123457
        1,0.2,0.6,0.25,1e-07,0.333333
        2,-1,4,0.5,0,NaN

        """
      ])
  }

  @Test("lines of one style are one table, with a gap between them")
  func polylines() throws {
    let figure = Figure {
      Panel(x: Axis("θ₁"), y: Axis("θ₂")) { Curves([[Point(0, 0), Point(1, 2)], [Point(3, 4), Point(5, 5)]]) }
    }
    #expect(try data(figure) == ["small.csv": "theta1,theta2\n0,0\n1,2\nNaN,NaN\n3,4\n5,5\n"])
  }

  @Test("an arrowhead points forwards, and a line through a point has its slope on logarithmic axes")
  func directions() throws {
    let arrow = Figure {
      Panel(x: Axis("x", 0...1), y: Axis("y", 0...1), aspect: .equal) {
        Curves([[Point(0.1, 0.1), Point(0.9, 0.9)]], arrow: .middle)
      }
    }
    let rows = try #require(try data(arrow)["small.csv"]).split(separator: "\n")
    #expect(rows.contains("0.5,0.5,45"), "\(rows)")
    let line = Figure {
      Panel(x: Axis("x", 1...100, scale: .log), y: Axis("y", 1...10_000, scale: .log)) {
        Line(through: Point(1, 1), slope: 2)
        Curve([Point(1, 1), Point(100, 2)], label: "curve")
      }
    }
    let sources = try line.sources(name: "small")
    let all = (sources.data.map(\.text) + [sources.script.text]).joined(separator: "\n")
    #expect(all.contains("1,1\n100,10000\n"), "\(all)")
  }

  @Test("parts are called after their panel and layer, and equal tables are one")
  func parts() throws {
    let grid = Grid(x: [0, 1], y: [0, 1], values: [[1, 2], [3, 4]])
    let figure = Figure {
      for name in ["first one", "second"] {
        Panel(name, x: Axis("x"), y: Axis("y")) {
          HeatMap(grid)
          Curve([Point(0, 0), Point(1, name.count == 6 ? 1 : 0.5)], label: "edge")
        }
      }
    }
    let files = try data(figure)
    #expect(files.keys.sorted() == ["small-first-one-curves.csv", "small-heat.csv", "small-second-curves.csv"])
    #expect(files["small-heat.csv"] == "y/x,0,1\n0,1,2\n1,3,4\n")
  }

  @Test("images are whole numbers with white between them")
  func images() throws {
    let figure = Figure { Panel { ImageGrid([[0, 1, 0.5, 1], [1, 1, 0, -3]], width: 2, height: 2, columns: 2) } }
    #expect(try data(figure) == ["small.csv": "y/x,0,1,2,3,4\n0,0,255,255,255,255\n1,128,255,255,0,0\n"])
  }

  @Test("the same figure gives the same bytes")
  func deterministic() throws {
    func figure() -> Figure {
      Figure {
        Panel("a", x: Axis("x"), y: Axis("y"), aspect: .equal) {
          Contours(Grid(x: -1...1, y: -1...1, count: 31) { $0 * $0 - $1 * $1 }, levels: [-0.5, 0, 0.5])
          Curves([[Point(0, 0), Point(0.5, 0.2), Point(1, 1)]], .natural, arrow: .middle)
        }
        Panel("b", x: Axis("x"), y: Axis("z", scale: .log)) { Curve(x: [1, 2, 3], y: [1, 10, 100], label: "up") }
      }
    }
    #expect(try figure().sources(name: "twice") == figure().sources(name: "twice"))
  }

  @Test("thinning keeps the drawn line within 0.3 pixels, and drops most of it")
  func thinning() throws {
    let points = (0...20_000).map { k in Point(Double(k) / 20_000, sinusoid(Double(k) / 20_000)) }
    let figure = Figure(width: 600, height: 400) { Panel(x: Axis("x", 0...1), y: Axis("y", -1.1...1.1)) { Curve(points) } }
    let rows = try data(figure)["small.csv"]!.split(separator: "\n").dropFirst()
    let kept = rows.map { row in
      let numbers = row.split(separator: ",").map { Double($0)! }
      return Point(numbers[0], numbers[1])
    }
    #expect(kept.count < 400)
    // The plot is at most 600 × 400 pixels, so this scale is not below that of the page.
    let scale = Point(600, 400 / 2.2)
    var k = 0
    var farthest = 0.0
    for point in points {
      while k + 2 < kept.count, kept[k + 1].x < point.x { k += 1 }
      farthest = max(farthest, distance(point * scale, kept[k] * scale, kept[k + 1] * scale))
    }
    // 0.3, and what rounding to six digits adds on a page of 600 pixels; the true plot is smaller by its margins.
    #expect(farthest < 0.3 * 1.35)
  }

  /// Four periods of a wave of parabolas.
  private func sinusoid(_ t: Double) -> Double {
    let phase = (t * 4).truncatingRemainder(dividingBy: 1) * 2 - 1
    return 4 * phase * (1 - abs(phase))
  }

  private func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let d = b - a
    let t = min(max(((p - a) * d).sum() / (d * d).sum(), 0), 1)
    let r = p - a - d * t
    return (r * r).sum().squareRoot()
  }
}
