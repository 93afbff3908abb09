import Figures
import Foundation
import InformationGeometry

/// Flows of two independent bits, in η and θ.
struct BitStudy {
  let function: PseudoBoolean
  let wishes: Wishes

  init(_ function: PseudoBoolean, _ wishes: Wishes) { (self.function, self.wishes) = (function, wishes) }

  /// A bit has arrived when its mean is as near to ±1 as the border of the plane of θ is.
  private static let arrived = 0.995
  private static let charts: [IndependenceCoordinates] = [.η, .θ]

  func study() -> Study {
    let places = (0..<4).map { -0.83 + 0.53 * Double($0) }
    let standard = places.flatMap { y in places.map { SIMD2(($0 * 100).rounded() / 100, (y * 100 + 4).rounded() / 100) } }
    let starts = wishes.starts.isEmpty ? standard : wishes.starts
    let kinds: [GradientKind] = [.vanilla, .natural]
    let walks = kinds.map { kind in Self.charts.map { chart in starts.map { walk(kind, chart, from: $0) } } }
    let heights = Self.charts.map { chart in
      Grid(x: window(chart), y: window(chart), count: 81) { Relaxation(function, in: chart).value(at: SIMD2($0, $1)) }
    }
    let levels = evenLevels()
    let panels = kinds.indices.flatMap { i in
      Self.charts.indices.map { k in panel(kinds[i], Self.charts[k], walks[i][k], heights[k], levels) }
    }
    let corners = FiniteDistribution.cube(2).map { x in
      "f(\(words(x[0])), \(words(x[1]))) = \(words(function.value(at: x)))"
    }
    return Study(
      figure: Figure(columns: 2, width: 760, repeatsLabels: true, panels: panels),
      caption:
        "Gradient flows that \(wishes.sense == .maximise ? "raise" : "lower") E[f(X)] of two independent bits, over its level lines. Above, the vanilla flow of each coordinate system, orange; below, the natural flow, blue. Dots are starts.",
      alt: "Four panels: vanilla flows above and natural flows below, in η and in θ",
      formulas: ["f(x) = \(wishes.formula.tex)", "\\mathbb{E}[f(X)] = \(MeanTeX.bits(function))"],
      method: [
        "The mean is exact. The values of f are \(corners.joined(separator: ", ")).",
        "The vanilla flow in η runs into the sides of the square and is projected onto them.",
        "A flow has arrived when |η₁| and |η₂| are at least \(Self.arrived), the border of the plane of θ that is drawn.",
        invariance(starts),
      ],
      flows: ["natural", "vanilla in η", "vanilla in θ"],
      rows: starts.indices.map { Study.Row(start: starts[$0], walks: [walks[1][0][$0], walks[0][0][$0], walks[0][1][$0]]) },
      coordinates: ["η₁", "η₂"],
      warnings: levels.isEmpty ? ["E[f] is constant: there are no level lines, and nothing moves."] : [])
  }

  /// Round and evenly spaced: E[f] is linear in each mean.
  private func evenLevels() -> [Double] {
    let values = FiniteDistribution.cube(2).map { function.value(at: $0) }
    guard let low = values.min(), let high = values.max(), high > low, (high - low).isFinite, ((high - low) / 7).isNormal
    else { return [] }
    let step = roundStep(below: (high - low) / 7)
    return stride(from: (low / step).rounded(.up), through: (high / step).rounded(.down), by: 1).map {
      rounded($0 * step, to: step)
    }
    .filter { $0 > low && $0 < high }
  }

  private func window(_ chart: IndependenceCoordinates) -> ClosedRange<Double> { chart == .θ ? -3...3 : -1.04...1.04 }

  private func trajectory(
    _ kind: GradientKind, _ chart: IndependenceCoordinates, from start: SIMD2<Double>
  ) -> Trajectory<SIMD2<Double>> {
    let flow = GradientFlow(of: function, kind, in: chart, wishes.sense)
    let solver = FlowSolver(relativeTolerance: 1e-9, absoluteTolerance: 1e-10, stationarySpeed: 1e-14)
    return flow.trajectory(from: IndependenceCoordinates.η.convert(start, to: chart), until: wishes.time ?? 1e4, solver) {
      hasArrived($0, chart)
    }
  }

  private func hasArrived(_ ξ: SIMD2<Double>, _ chart: IndependenceCoordinates) -> Bool {
    let η = chart.convert(ξ, to: .η)
    return min(abs(η.x), abs(η.y)) >= Self.arrived
  }

  private func walk(_ kind: GradientKind, _ chart: IndependenceCoordinates, from start: SIMD2<Double>) -> Walk {
    let way = trajectory(kind, chart, from: start)
    var (time, point) = (way.report.time, way.report.point)
    if way.report.end == .condition {
      // The solver stops after the step in which the flow arrives: the time is somewhere in that step.
      var (low, high) = (way.steps.last?.time ?? 0, time)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if hasArrived(way.point(at: middle), chart) { high = middle } else { low = middle }
      }
      (time, point) = (high, way.point(at: high))
    }
    let end: WalkEnd =
      switch way.report.end {
      case .condition: .point
      case .stationary, .boundary: .rest
      case .stepLimit: .stuck
      case .stepUnderflow: .blowsUp
      case .time: .moving
      }
    let points = end == .rest && time == 0 ? [way.start] : way.polyline(segmentsPerStep: 4)
    return Walk(points: points, end: end, time: time, place: chart.convert(point, to: .η))
  }

  private func invariance(_ starts: [SIMD2<Double>]) -> String {
    let distances = starts.map { start -> Double in
      let (a, b) = (trajectory(.natural, .η, from: start), trajectory(.natural, .θ, from: start))
      let time = min(a.report.time, b.report.time)
      return (0...50).reduce(0.0) { greatest, k in
        let t = time * Double(k) / 50
        return max(greatest, a.point(at: t).distance(to: IndependenceCoordinates.θ.convert(b.point(at: t), to: .η)))
      }
    }
    return
      "The natural flow was computed in η and in θ; mapped to η, the two agree within \(words(agreement(distances)))."
  }

  private func panel(
    _ kind: GradientKind, _ chart: IndependenceCoordinates, _ walks: [Walk], _ heights: Grid, _ levels: [Double]
  ) -> Panel {
    let corners = [SIMD2(-1.0, -1), SIMD2(1, -1), SIMD2(1, 1), SIMD2(-1, 1), SIMD2(-1, -1)]
    let ticks: [Double] = chart == .θ ? [-3, -2, -1, 0, 1, 2, 3] : [-1, -0.5, 0, 0.5, 1]
    func axis(_ index: String) -> Axis { Axis(chart.rawValue + index, window(chart), ticks: ticks) }
    return Panel(
      "\(kind == .natural ? "natural" : "vanilla") in \(chart.rawValue)", x: axis("₁"), y: axis("₂"), aspect: .equal,
      key: .none, grid: false
    ) {
      levelLines(heights, levels)
      if chart == .η { Curve(corners, .black, width: 1, column: "border") }
      orbits(walks.map { $0.cut(window(chart), window(chart)) }, kind == .natural ? .natural : .vanilla)
    }
  }
}
