import Figures
import Foundation
import InformationGeometry
import Literate

/// What one run of the command found: the figure, and all that the page says about it.
struct Study {
  var figure: Figure
  var caption: String
  var alt: String
  /// Displayed formulas, in TeX: f, and its mean.
  var formulas: [String]
  /// How the mean was computed, and what is drawn.
  var method: [String]
  /// What a flow is called, at the head of a column.
  var flows: [String]
  /// One for each start, in the order of the figure.
  var rows: [Row]
  /// Coordinates of the starts in the table of ends.
  var coordinates: [String]
  /// What the reader should know before believing the figure.
  var warnings: [String]

  struct Row {
    let start: SIMD2<Double>
    /// One for each flow.
    let walks: [Walk]
  }

  /// The ends of all flows, to be a CSV file.
  var table: TableOutput {
    TableOutput(
      label: "ends", caption: "Where the flows end.",
      columns: [
        "flow", "start \(coordinates[0])", "start \(coordinates[1])", "time", "end \(coordinates[0])", "end \(coordinates[1])",
        "how",
      ],
      rows: rows.flatMap { row in
        zip(flows, row.walks).map { flow, walk in
          [
            .word(flow), .number(row.start.x), .number(row.start.y), .number(walk.time), .number(walk.place.x),
            .number(walk.place.y), .word(walk.end.word),
          ]
        }
      })
  }

  /// A sentence for each kind of trouble that flows ran into.
  var troubles: [String] {
    zip(flows.indices, flows).flatMap { k, flow -> [String] in
      let walks = rows.map { $0.walks[k] }
      return [WalkEnd.leavesDomain, .blowsUp, .unreliable, .stuck].compactMap { end in
        let count = walks.count { $0.end == end }
        guard count > 0 else { return nil }
        return "\(flow): \(count == walks.count ? "all \(count)" : "\(count) of \(walks.count)") flows \(end.sentence)."
      }
    }
  }
}

/// How a flow that is drawn ended.
enum WalkEnd: Equatable {
  /// The distribution is concentrated on a point.
  case point
  /// It rests elsewhere.
  case rest
  case leavesPicture
  /// It reaches the border of the coordinates' domain in finite time, where it is no distribution.
  case leavesDomain
  case blowsUp
  /// The quadrature cannot be trusted from there on.
  case unreliable
  case moving
  /// The solver's steps are used up.
  case stuck

  /// In a table of numbers.
  var word: String {
    switch self {
    case .point: "point"
    case .rest: "rest"
    case .leavesPicture: "leaves the picture"
    case .leavesDomain: "leaves the domain"
    case .blowsUp: "blows up"
    case .unreliable: "mean not known"
    case .moving, .stuck: "moving"
    }
  }

  /// After “3 flows”.
  var sentence: String {
    switch self {
    case .leavesDomain: "reach the border of the domain in finite time, where there is no distribution any more; they end there"
    case .blowsUp: "run to infinity in finite time; they are cut there"
    case .unreliable: "come to where the quadrature does not converge; they are cut there"
    default: "were cut after the greatest number of steps"
    }
  }

  /// Whether the figure marks the end with a cross.
  var isTrouble: Bool { self == .leavesDomain || self == .blowsUp || self == .unreliable }
}

/// A flow from a start to its end.
struct Walk {
  /// In the coordinates of its panel.
  var points: [SIMD2<Double>]
  let end: WalkEnd
  let time: Double
  /// The end in the coordinates of the starts.
  let place: SIMD2<Double>
  /// Whether the picture shows a part only.
  var isCut = false

  /// The walk up to the border of a panel.
  func cut(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Walk {
    func room(_ p: SIMD2<Double>) -> Double { min(x.room(p.x) / x.width, y.room(p.y) / y.width) }
    guard let k = points.firstIndex(where: { !(room($0) >= 0) }), k > 0 else { return self }
    var (inside, outside) = (points[k - 1], points[k])
    for _ in 0..<40 {
      let middle = (inside + outside) / 2
      if room(middle) >= 0 { inside = middle } else { outside = middle }
    }
    var short = self
    (short.points, short.isCut) = (points[..<k] + [inside], true)
    return short
  }
}

/// Levels for lines of equal height: round, as far apart as the heights are dense, and denser where the flows go.
func levels(of heights: Grid, _ sense: Sense) -> [Double] {
  let sorted = heights.values.joined().filter(\.isFinite).sorted()
  guard let low = sorted.first, let high = sorted.last, high - low > 1e-9 * max(abs(low), abs(high)) else { return [] }
  let rising = [0, 0.12, 0.25, 0.38, 0.5, 0.62, 0.74, 0.84, 0.92, 0.97, 1]
  let shares = sense == .maximise ? rising : rising.reversed().map { 1 - $0 }
  let quantiles = shares.map { sorted[Int((Double(sorted.count - 1) * $0).rounded())] }
  var levels: [Double] = []
  for k in 1..<quantiles.count - 1 {
    let gap = max(min(quantiles[k] - quantiles[k - 1], quantiles[k + 1] - quantiles[k]), 1e-3 * (high - low))
    let level = rounded(quantiles[k], to: roundStep(below: gap))
    // A level at the height of a plateau would be drawn all over it.
    let plateau = sorted.count { abs($0 - level) < 1e-5 * (high - low) }
    guard plateau < sorted.count / 20 else { continue }
    if level > low, level < high, levels.last.map({ level - $0 > 0.3 * gap }) ?? true { levels.append(level) }
  }
  return levels
}

/// 1, 2 or 5 times a power of ten: the greatest up to x.
func roundStep(below x: Double) -> Double {
  let power = pow(10, log10(x).rounded(.down))
  return (x >= 5 * power ? 5 : x >= 2 * power ? 2 : 1) * power
}

/// The multiple of a round step that is nearest to x, without the noise of a product with a fraction.
func rounded(_ x: Double, to step: Double) -> Double {
  let multiple = (x / step).rounded()
  return step >= 1 ? multiple * step : multiple / (1 / step)
}

/// An axis whose ticks, three to six, are set here, so that all panels have them alike.
func axis(_ name: String, _ range: ClosedRange<Double>) -> Axis {
  let step = roundStep(below: range.width / 2.4)
  let first = (range.lowerBound / step - 1e-9).rounded(.up), last = (range.upperBound / step + 1e-9).rounded(.down)
  return Axis(name, range, ticks: stride(from: first, through: last, by: 1).map { rounded($0 * step, to: step) })
}

/// Level lines, where there are any.
func levelLines(_ heights: Grid, _ levels: [Double], labels: Bool = true) -> [any Layer] {
  let drawn = levels.filter { !heights.contourLines(at: $0).isEmpty }
  return drawn.isEmpty ? [] : [Contours(heights, levels: drawn, labels: labels, Color.grey.lighter(0.35))]
}

/// The walks of one flow over a plane: orbits with arrowheads, dots at the starts, crosses where something goes wrong.
func orbits(_ walks: [Walk], _ color: Color) -> [any Layer] {
  let lines = walks.map(\.points).filter { $0.count > 1 }
  let crosses = walks.filter { $0.end.isTrouble && !$0.isCut }.compactMap(\.points.last)
  var layers: [any Layer] = []
  if !lines.isEmpty { layers.append(Curves(lines, color, width: 1.3, arrow: .middle)) }
  layers.append(Points(walks.compactMap(\.points.first), color, size: 4))
  if !crosses.isEmpty { layers.append(Points(crosses, .black, size: 7, shape: .cross)) }
  return layers
}

/// A number in a sentence.
func words(_ x: Double, _ format: String? = nil) -> String { (try? Quantity.number(x).text(format)) ?? "\(x)" }

/// How far computed curves lie apart, rounded up to a power of ten so that it does not flicker.
func agreement(_ distances: [Double]) -> Double {
  let greatest = distances.reduce(1e-9) { $1 <= $0 ? $0 : $1 }
  return greatest.isFinite ? pow(10, log10(greatest * 0.999).rounded(.up)) : greatest
}
