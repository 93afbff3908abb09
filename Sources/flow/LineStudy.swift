import Figures
import Foundation
import InformationGeometry

/// Flows of N(μ, σ²), in (μ, σ), θ and η.
struct LineStudy<F: UnivariateObjective> {
  let objective: F
  /// How far E[f] may be off at (μ, σ²).
  let error: (Double, Double) -> Double
  /// An error beyond this is not drawn.
  let tolerance: Double
  let window: LineWindow
  /// (μ, σ).
  let starts: [SIMD2<Double>]
  let wishes: Wishes

  static var charts: [UnivariateChart] { [.deviation, .θ, .η] }

  func study(formulas: [String], method: [String]) -> Study {
    let natural = Self.charts.map { chart in starts.map { walk(.natural, chart, from: $0) } }
    let vanilla = Self.charts.map { chart in starts.map { walk(.vanilla, chart, from: $0) } }
    let heights = Self.charts.map(heights)
    let levels = levels(of: heights[0], wishes.sense)
    let panels = [GradientKind.vanilla, .natural].flatMap { kind in
      Self.charts.indices.map { k in
        let walks = (kind == .natural ? natural : vanilla)[k]
        return panel(kind, k, walks, heights[k], levels, note: kind == .vanilla && k == 1 ? window.note : "")
      }
    }
    var warnings: [String] = []
    if levels.isEmpty { warnings.append("E[f] is constant over the whole picture: there are no level lines, and nothing moves.") }
    let rows = starts.indices.map { i in
      Study.Row(start: starts[i], walks: [natural[0][i]] + vanilla.map { $0[i] })
    }
    return Study(
      figure: Figure(columns: 3, repeatsLabels: true, panels: panels),
      caption:
        "Gradient flows that \(wishes.sense == .maximise ? "raise" : "lower") E[f(X)], X ~ N(μ, σ²), over level lines of E[f]. Above, the vanilla flow of each coordinate system, orange; below, the natural flow, blue. Dots are starts; a cross is where a flow leaves the domain, blows up, or is cut because the mean is not known.",
      alt: "Six panels: vanilla flows above and natural flows below, in (μ, σ), θ and η", formulas: formulas,
      method: method + [
        "A flow has arrived when σ is \(words(smallest, "%.3g")), two hundredths of the height of the picture; it is cut where it leaves the picture far behind.",
        invariance(starts),
      ], flows: ["natural"] + Self.charts.map { "vanilla in \(Self.name($0))" }, rows: rows,
      coordinates: ["μ", "σ"], warnings: warnings)
  }

  static func name(_ chart: UnivariateChart) -> String { chart == .deviation ? "(μ, σ)" : chart.rawValue }

  // MARK: Flows

  private func walk(_ kind: GradientKind, _ chart: UnivariateChart, from start: SIMD2<Double>) -> Walk {
    let way = trajectory(kind, chart, from: start)
    let p = chart.meanDeviation(way.report.point)
    var points = way.polyline(segmentsPerStep: 4)
    var (end, time, place) = (reason(way.report, chart, kind), way.report.time, p)
    if end == .leavesDomain, chart != .θ { place = SIMD2(way.report.point.x, 0) }
    if end == .point, kind == .vanilla, let left = departure(chart, from: way.report.point) {
      (end, time, place) = (.leavesDomain, time + left.time, SIMD2(left.point.x, 0))
      points.append(left.point)
    }
    return Walk(points: end == .rest && time == 0 ? [points[0]] : points, end: end, time: time, place: place)
  }

  private var smallest: Double { window.deviation * 0.02 }

  private func trajectory(
    _ kind: GradientKind, _ chart: UnivariateChart, from start: SIMD2<Double>
  ) -> Trajectory<SIMD2<Double>> {
    let flow = UnivariateFlow(of: objective, kind, in: chart, wishes.sense)
    let solver = FlowSolver(relativeTolerance: 1e-8, absoluteTolerance: 1e-10, stepLimit: 3000)
    let rest = flow.velocity(at: chart.point(mean: start.x, deviation: start.y))
    return solver.trajectory(
      of: { $1 = flow.velocity(at: $0) }, from: chart.point(mean: start.x, deviation: start.y),
      until: rest == SIMD2(0, 0) ? 0 : wishes.time ?? 1e4, inside: { room(chart, $0) },
      isDone: { ξ in
        let p = chart.meanDeviation(ξ)
        return !(error(p.x, p.y * p.y) <= tolerance)
      })
  }

  /// Positive in the picture, and a little beyond it.
  private func room(_ chart: UnivariateChart, _ ξ: SIMD2<Double>) -> Double {
    let slack = chart.inside(ξ)
    guard slack > 0 else { return min(slack, -1e-300) }
    let p = chart.meanDeviation(ξ)
    return min(p.y - smallest, window.outer.room(p.x), 3 * window.deviation - p.y)
  }

  private func reason(_ report: FlowReport<SIMD2<Double>>, _ chart: UnivariateChart, _ kind: GradientKind) -> WalkEnd {
    let p = chart.meanDeviation(report.point)
    switch report.end {
    case .time: return report.time == 0 ? .rest : .moving
    case .stationary: return .rest
    case .condition: return .unreliable
    case .stepLimit: return .stuck
    case .stepUnderflow: return .blowsUp
    case .boundary:
      if !(p.y > 0) { return .leavesDomain }
      return p.y < 1.5 * smallest ? .point : .leavesPicture
    }
  }

  /// Where a vanilla flow that has come near σ = 0 crosses it in finite time; nil if it only comes nearer.
  private func departure(_ chart: UnivariateChart, from ξ: SIMD2<Double>) -> FlowReport<SIMD2<Double>>? {
    guard chart == .η else { return nil }
    let flow = UnivariateFlow(of: objective, .vanilla, in: chart, wishes.sense)
    let solver = FlowSolver(relativeTolerance: 1e-8, absoluteTolerance: 1e-12, stepLimit: 1000)
    let report = flow.end(from: ξ, until: 1e3, solver)
    let slack = chart.inside(report.point)
    return report.end == .boundary || report.end == .stepUnderflow && slack < 1e-4 * smallest * smallest ? report : nil
  }

  /// The natural flow, computed in each chart and compared.
  private func invariance(_ starts: [SIMD2<Double>]) -> String {
    let distances = starts.map { start -> Double in
      let ways = Self.charts.map { ($0, trajectory(.natural, $0, from: start)) }
      let time = ways.map(\.1.report.time).min() ?? 0
      return (0...50).reduce(0.0) { greatest, k in
        let t = time * Double(k) / 50
        let points = ways.map { $0.meanDeviation($1.point(at: t)) }
        // Beyond the picture a flow may run to infinity, where distances mean nothing.
        guard window.mean.contains(points[0].x), points[0].y <= window.deviation else { return greatest }
        return max(greatest, points[1].distance(to: points[0]), points[2].distance(to: points[0]))
      }
    }
    return
      "The natural flow was computed in each of the three coordinate systems; mapped to (μ, σ), the three agree in the picture within \(words(agreement(distances)))."
  }

  // MARK: Panels

  /// E[f] on a grid; NaN outside the domain, and where the mean is not known or one grid point away from there.
  private func heights(_ chart: UnivariateChart) -> Grid {
    let (x, y) = window.ranges(chart)
    var isDoubtful = Array(repeating: Array(repeating: false, count: 81), count: 81)
    var values = Array(repeating: Array(repeating: Double.nan, count: 81), count: 81)
    for (i, b) in Grid.even(y, 81).enumerated() {
      for (j, a) in Grid.even(x, 81).enumerated() where chart.inside(SIMD2(a, b)) > 0 {
        let p = chart.meanVariance(SIMD2(a, b))
        if error(p.x, p.y) <= tolerance {
          values[i][j] = objective.expectedDerivatives(mean: p.x, variance: p.y).value
        } else {
          isDoubtful[i][j] = true
        }
      }
    }
    for i in 0..<81 {
      for j in 0..<81 where isDoubtful[i][j] {
        for k in max(0, i - 1)...min(80, i + 1) { for l in max(0, j - 1)...min(80, j + 1) { values[k][l] = .nan } }
      }
    }
    return Grid(x: Grid.even(x, 81), y: Grid.even(y, 81), values: values)
  }

  private func panel(
    _ kind: GradientKind, _ k: Int, _ walks: [Walk], _ heights: Grid, _ levels: [Double], note: String
  ) -> Panel {
    let chart = Self.charts[k]
    let (x, y) = window.ranges(chart)
    let names = chart == .deviation ? ["μ", "σ"] : ["\(chart.rawValue)₁", "\(chart.rawValue)₂"]
    let title = "\(kind == .natural ? "natural" : "vanilla") in \(Self.name(chart))"
    let border = Grid.even(x, 121).map { SIMD2($0, $0 * $0) }
    return Panel(
      note.isEmpty ? title : "\n\n" + title, x: axis(names[0], x), y: axis(names[1], y),
      aspect: chart == .deviation ? .equal : .free, key: .none, grid: false
    ) {
      levelLines(heights, levels, labels: chart == .deviation)
      if chart == .η { Curve(border, .black, width: 1, column: "border") }
      if !note.isEmpty {
        Label(note, at: SIMD2((x.lowerBound + x.upperBound) / 2, y.upperBound + 0.31 * y.width), anchor: .center)
      }
      orbits(walks.map { $0.cut(x, y) }, kind == .natural ? .natural : .vanilla)
    }
  }
}
