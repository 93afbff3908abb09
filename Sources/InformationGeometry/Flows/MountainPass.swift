import Foundation

/// The saddle of E[f] between the two maxima of a quartic f = … − |c₄| x⁴, which decides where flows end.
///
/// E[f] obeys the heat equation ∂F/∂(σ²) = ½ ∂²F/∂μ². So inside the half plane ∂²F/∂μ² = 0 wherever ∇F = 0: there are saddles,
/// and no maxima; the maxima lie on its border, and are those of f.
///
/// On the vertical line through the saddle F is nowhere higher than at the saddle, because H is linear and decreasing in σ² there.
/// A flow that ascends, in any chart and by any metric, cannot cross that line once it is higher than the saddle.
public struct MountainPass: Sendable {
  public let objective: UnivariateMean
  /// (μ, σ), where E[f'] = E[f''] = 0.
  public let saddle: SIMD2<Double>
  /// E[f] there.
  public let height: Double

  /// The saddle, by Newton's method in (μ, σ²).
  ///
  /// - Parameters:
  ///   - f: a polynomial of degree 4 with a negative leading coefficient.
  ///   - start: (μ, σ) near the saddle.
  /// - Returns: nil where the method finds no saddle with σ > 0.
  public init?(of f: UnivariateMean, near start: SIMD2<Double>) {
    let c = f.coefficients
    precondition(c.count == 5 && c[4] < 0, "MountainPass: a polynomial of degree \(c.count - 1) that need not have one pass")
    let second = UnivariateMean(coefficients: (2..<5).map { Double($0 * ($0 - 1)) * c[$0] })  // f''
    var (μ, v) = (start.x, start.y * start.y)
    for _ in 0..<50 {
      let g = f.expectedDerivatives(mean: μ, variance: v).slope
      let H = second.expectedDerivatives(mean: μ, variance: v)
      // Newton for (g, H) = 0, whose derivatives by (μ, v) are (H, ½ E f''') and (E f''', ½ E f'''').
      let (j₁₂, j₂₁, j₂₂) = (H.slope / 2, H.slope, H.curvature / 2)
      let determinant = H.value * j₂₂ - j₁₂ * j₂₁
      let (δμ, δv) = ((g * j₂₂ - j₁₂ * H.value) / determinant, (H.value * H.value - j₂₁ * g) / determinant)
      (μ, v) = (μ - δμ, v - δv)
      if abs(δμ) + abs(δv) <= 1e-15 * (abs(μ) + abs(v)) { break }
    }
    let d = f.expectedDerivatives(mean: μ, variance: v)
    guard v > 0, abs(d.slope) + abs(d.curvature) < 1e-9 * c.reduce(0, { max($0, abs($1)) }) else { return nil }
    (objective, saddle, height) = (f, SIMD2(μ, v.squareRoot()), d.value)
  }

  /// The side of the saddle on which an ascending flow ends: −1 or 1; 0 if it leaves its domain before it is as high as the
  /// saddle, or is not decided at the time limit.
  ///
  /// - Parameter start: (μ, σ).
  public func side(
    of flow: UnivariateFlow<UnivariateMean>, from start: SIMD2<Double>, until time: Double = 1e6,
    _ solver: FlowSolver = FlowSolver(tolerance: 1e-7)
  ) -> Int {
    precondition(flow.sense == .maximise && flow.objective == objective, "MountainPass: the flow is not one up its hill")
    let begin = flow.chart.point(mean: start.x, deviation: start.y)
    let report = flow.end(from: begin, until: time, solver) { objective.value(at: $0, in: flow.chart) > height }
    guard report.end == .condition else { return 0 }
    return flow.chart.meanVariance(report.point).x > saddle.x ? 1 : -1
  }

  /// The sides for all starts (μ, σ) of a grid, one row for each deviation.
  public func sides(of flow: UnivariateFlow<UnivariateMean>, means: [Double], deviations: [Double]) -> [[Int]] {
    deviations.map { σ in means.map { μ in side(of: flow, from: SIMD2(μ, σ)) } }
  }

  // listing: separatrix
  /// The border of the two basins of a flow: the two orbits that end at the saddle, followed backwards from it.
  ///
  /// - Parameters:
  ///   - reach: how far to follow them, as the range of σ.
  /// - Returns: points (μ, σ) in order, from the smallest σ over the saddle to the greatest.
  public func separatrix(
    of flow: UnivariateFlow<UnivariateMean>, reach: ClosedRange<Double>, _ solver: FlowSolver = FlowSolver(tolerance: 1e-9)
  ) -> [SIMD2<Double>] {
    let backward = UnivariateFlow(of: objective, flow.kind, in: flow.chart, .minimise)
    let centre = flow.chart.point(mean: saddle.x, deviation: saddle.y)
    let stable = unstableDirection(of: backward, at: centre)
    let branches = [-1e-6, 1e-6].map { ε in
      let way = backward.trajectory(from: centre + ε * stable, until: 1e4, solver) { ξ in
        !reach.contains(flow.chart.meanDeviation(ξ).y)
      }
      return way.polyline(segmentsPerStep: 4).map(flow.chart.meanDeviation)
    }
    .sorted { $0[$0.count - 1].y < $1[$1.count - 1].y }
    return branches[0].reversed() + [saddle] + branches[1]
  }
  // listing end

  /// The eigenvector of the greater eigenvalue of ∂v/∂ξ at a saddle, by central differences.
  private func unstableDirection(of flow: UnivariateFlow<UnivariateMean>, at ξ: SIMD2<Double>) -> SIMD2<Double> {
    let δ = 1e-5
    let a = (flow.velocity(at: ξ + SIMD2(δ, 0)) - flow.velocity(at: ξ - SIMD2(δ, 0))) / (2 * δ)
    let b = (flow.velocity(at: ξ + SIMD2(0, δ)) - flow.velocity(at: ξ - SIMD2(0, δ))) / (2 * δ)
    let (trace, determinant) = (a.x + b.y, a.x * b.y - a.y * b.x)
    let λ = trace / 2 + (trace * trace / 4 - determinant).squareRoot()
    // (J − λ) e = 0 by the row with the larger entries.
    let e = abs(b.x) + abs(a.x - λ) > abs(a.y) + abs(b.y - λ) ? SIMD2(b.x, λ - a.x) : SIMD2(λ - b.y, a.y)
    return e / (e.x * e.x + e.y * e.y).squareRoot()
  }
}
