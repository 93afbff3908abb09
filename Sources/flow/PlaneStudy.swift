import Figures
import Foundation
import InformationGeometry
import LinearAlgebra

/// Flows of N(μ, Σ) in two dimensions, projected onto the plane of μ.
struct PlaneStudy<F: GaussianObjective> {
  let objective: F
  /// The sides of the square of μ that is drawn.
  let window: PlaneWindow
  let wishes: Wishes

  static var charts: [GaussianCoordinates] { [.meanCovariance, .θ, .η] }
  static func name(_ chart: GaussianCoordinates) -> String { chart == .meanCovariance ? "(μ, Σ)" : chart.rawValue }

  func study(formulas: [String], method: [String]) -> Study {
    let starts = wishes.starts.isEmpty ? window.starts : wishes.starts
    let Σ = wishes.covariance
    let vanilla = Self.charts.map { chart in starts.map { walk(trajectory(.vanilla, chart, from: $0), chart) } }
    let ways = Self.charts.map { chart in starts.map { trajectory(.natural, chart, from: $0) } }
    let natural = ways[0].map { walk($0, Self.charts[0]) }
    let heights = Grid(x: window.x, y: window.y, count: 61) {
      objective.expectedDerivatives(mean: Vector([$0, $1]), covariance: Σ).value
    }
    let levels = levels(of: heights, wishes.sense)
    let titles = ["natural"] + Self.charts.map { "vanilla in \(Self.name($0))" }
    let panels = zip(titles, [natural] + vanilla).enumerated().map { k, pair in
      panel(pair.0, pair.1, heights, levels, k == 0 ? .natural : .vanilla, note: k == 0 ? window.note : "")
    }
    return Study(
      figure: Figure(columns: 2, width: 800, repeatsLabels: true, panels: panels),
      caption:
        "Gradient flows that \(wishes.sense == .maximise ? "raise" : "lower") E[f(X)], X ~ N(μ, Σ), projected onto the means (μ₁, μ₂), over level lines of E[f] with Σ = Σ₀. All flows start with Σ₀, and Σ moves with them. The natural flow is the same in all coordinates; the vanilla flow has three. Dots are starts; a cross is where a flow leaves the domain or blows up.",
      alt: "Four panels of the plane of means: the natural flow, and the vanilla flows in (μ, Σ), θ and η", formulas: formulas,
      method: [
        "Σ₀ has the entries σ₁₁ = \(words(Σ[0, 0])), σ₂₂ = \(words(Σ[1, 1])) and σ₁₂ = \(words(Σ[0, 1]))."
      ] + method + [
        "A flow has arrived when the root mean square of its standard deviations, √(½ Tr Σ), is \(words(smallest, "%.3g")).",
        "The natural flow was computed in (μ, Σ), θ and η; the means agree within \(words(invariance(ways))).",
      ],
      flows: titles, rows: starts.indices.map { i in Study.Row(start: starts[i], walks: [natural[i]] + vanilla.map { $0[i] }) },
      coordinates: ["μ₁", "μ₂"],
      warnings: levels.isEmpty ? ["E[f] is constant over the whole picture: there are no level lines, and nothing moves."] : [])
  }

  private var smallest: Double { 0.02 * min(window.x.width, window.y.width) }

  /// Positive in the picture, and a little beyond it.
  private func room(_ ξ: Vector<Double>, _ chart: GaussianCoordinates) -> Double {
    guard let p = try? Gaussian(ξ, in: chart) else { return -1e-300 }
    let size = ((p.covariance[0, 0] + p.covariance[1, 1]) / 2).squareRoot()
    let (x, y) = (window.x.wider(by: 1), window.y.wider(by: 1))
    return min(
      size - smallest, x.room(p.mean[0]), y.room(p.mean[1]), 30 * window.x.width - size, leastShare(p.covariance) - 1e-6)
  }

  private func trajectory(
    _ kind: GradientKind, _ chart: GaussianCoordinates, from start: SIMD2<Double>
  ) -> Trajectory<Vector<Double>> {
    let flow = GaussianFlow(of: objective, kind, in: chart, wishes.sense)
    let solver = FlowSolver(relativeTolerance: 1e-7, absoluteTolerance: 1e-9, stationarySpeed: 1e-13, stepLimit: 1500)
    let μ = Vector([start.x, start.y])
    let ξ = (try? Gaussian(mean: μ, covariance: wishes.covariance))?.coordinates(chart) ?? Vector(zeros: 5)
    return solver.trajectory(
      of: { $1 = flow.velocity(at: $0) }, from: ξ, until: wishes.time ?? 1e4, inside: { room($0, chart) })
  }

  private func walk(_ way: Trajectory<Vector<Double>>, _ chart: GaussianCoordinates) -> Walk {
    func mean(_ ξ: Vector<Double>) -> SIMD2<Double> {
      guard let μ = (try? Gaussian(ξ, in: chart))?.mean else { return SIMD2(.nan, .nan) }
      return SIMD2(μ[0], μ[1])
    }
    var points = way.polyline(segmentsPerStep: 4).map(mean).filter { $0.x.isFinite && $0.y.isFinite }
    let end: WalkEnd
    switch way.report.end {
    case .time: end = .moving
    case .stationary: end = .rest
    case .stepLimit: end = .stuck
    case .condition: end = .unreliable
    case .boundary, .stepUnderflow:
      let p = try? Gaussian(way.report.point, in: chart)
      let size = p.map { (($0.covariance[0, 0] + $0.covariance[1, 1]) / 2).squareRoot() } ?? 0
      let isFlat = p.map { leastShare($0.covariance) < 1e-4 } ?? true
      let isOut = points.last.map { !window.x.wider(by: 0.9).contains($0.x) || !window.y.wider(by: 0.9).contains($0.y) } ?? false
      if isFlat && size > 1.05 * smallest {
        end = .leavesDomain
      } else if way.report.end == .stepUnderflow {
        end = .blowsUp
      } else {
        end = isOut || size > 2 * smallest ? .leavesPicture : .point
      }
    }
    if end == .rest, way.report.time == 0 { points = [points[0]] }
    return Walk(points: points, end: end, time: way.report.time, place: points.last ?? SIMD2(.nan, .nan))
  }

  /// The least eigenvalue of Σ over the greatest: 0 where Σ is singular.
  private func leastShare(_ Σ: Matrix<Double>) -> Double {
    guard let λ = try? symmetricEigenvalues(Σ), let greatest = λ.elements.last, greatest > 0 else { return 0 }
    return λ[0] / greatest
  }

  /// The greatest distance of the means of the natural flow computed in three charts.
  private func invariance(_ ways: [[Trajectory<Vector<Double>>]]) -> Double {
    let distances = ways[0].indices.flatMap { i -> [Double] in
      let time = ways.map { $0[i].report.time }.min() ?? 0
      return (0...20).map { k in
        let means = Self.charts.indices.map { c in
          (try? Gaussian(ways[c][i].point(at: time * Double(k) / 20), in: Self.charts[c]))?.mean ?? Vector([.nan, .nan])
        }
        return max(means[1].distance(to: means[0]), means[2].distance(to: means[0]))
      }
    }
    return agreement(distances)
  }

  private func panel(
    _ title: String, _ walks: [Walk], _ heights: Grid, _ levels: [Double], _ color: Color, note: String
  ) -> Panel {
    let (x, y) = (window.x, window.y)
    return Panel(
      note.isEmpty ? title : "\n\n" + title, x: axis("μ₁", x), y: axis("μ₂", y), aspect: .equal, key: .none, grid: false
    ) {
      levelLines(heights, levels)
      if !note.isEmpty { Label(note, at: SIMD2(x.upperBound + 0.12 * x.width, y.upperBound + 0.135 * y.width), anchor: .center) }
      orbits(walks.map { $0.cut(x, y) }, color)
    }
  }
}
