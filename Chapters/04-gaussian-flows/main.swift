//: # Flows of Gaussians
//:
//: A function on the real line may have several peaks, or no derivative at all. Its mean under a Gaussian is smooth, and has two
//: parameters to climb along: where to look, and how wide. This chapter climbs three such means, of a parabola, of a quartic and of
//: a quadratic in the plane, along the vanilla and along the natural gradient, and rebuilds the three figures of the slides
//: [@Malago23]. All flows of quadratics are solved by hand, so the solver is measured and not trusted.
//:
//: After it you will be able to
//:
//: - write the gradient flow of $\E[f(X)]$ in four charts of the Gaussians from two numbers, a mean slope and a mean curvature;
//: - say how each flow ends: exponentially, like a power of the time, after a finite time, or at infinity;
//: - predict what changes when $\sigma^2$ is a coordinate instead of $\sigma$, and what never changes for the natural flow;
//: - see where a flow decides between two peaks, and prove that it has decided;
//: - take the mean of a function that is known by its values only, with an error that you can believe.
//:
//: What is needed: the coordinates $\theta$ and $\eta$ of the Gaussians and their Fisher matrices, and differential equations
//: that are solved by separating variables.
import Figures
import Foundation
import InformationGeometry
import LinearAlgebra
import Literate

// hide begin
chapter.begin(seed: 4)

typealias Chart = UnivariateChart
let solver = FlowSolver(tolerance: 1e-9)
let precise = FlowSolver(tolerance: 1e-12)

func colour(_ kind: GradientKind) -> Color { kind == .natural ? .natural : .vanilla }

/// What a figure shows of a plane, for one function.
struct View {
  let f: UnivariateMean
  let windows: [Chart: (x: ClosedRange<Double>, y: ClosedRange<Double>)]
  let levels: [Double]

  func panel(_ title: String, _ chart: Chart, labels: Bool = false, @LayerBuilder _ layers: () -> [any Layer]) -> Panel {
    let (x, y) = windows[chart]!
    let heights = Grid(x: Grid.even(x, 121), y: Grid.even(y, 121)) { a, b in
      chart.inside(Point(a, b)) > 0 ? f.value(at: Point(a, b), in: chart) : .nan
    }
    let names = chart == .deviation ? ("μ", "σ") : chart == .variance ? ("μ", "σ²") : ("\(chart.rawValue)₁", "\(chart.rawValue)₂")
    return Panel(
      title, x: Axis(names.0, x), y: Axis(names.1, y), aspect: chart == .deviation ? .equal : .free, key: .none, grid: false
    ) {
      Contours(heights, levels: levels, labels: labels, Color.grey.lighter(0.35))
      if chart == .η {
        Curve(Grid.even(x, 121).map { Point($0, $0 * $0) }, .black, width: 1, column: "border")
      }
      layers()
    }
  }

  /// The way of a flow from (μ, σ), drawn in any plane.
  func orbit(_ kind: GradientKind, _ own: Chart, from p: Point, in plane: Chart, until time: Double) -> [Point] {
    let (flow, (x, y)) = (UnivariateFlow(of: f, kind, in: own), windows[plane]!)
    let way = flow.trajectory(from: own.point(mean: p.x, deviation: p.y), until: time, solver) { own.meanDeviation($0).y < 2e-3 }
    let line = way.polyline(segmentsPerStep: max(4, 100 / way.steps.count)).map { own.convert($0, to: plane) }
    func isSeen(_ q: Point) -> Bool { x.contains(q.x) && y.contains(q.y) }
    return plane == .deviation ? line : Array(line.drop { !isSeen($0) }.prefix(while: isSeen))
  }

  func orbits(
    _ kind: GradientKind, _ own: Chart = .deviation, from starts: [Point], in plane: Chart, until time: Double
  ) -> [any Layer] {
    [
      Curves(
        starts.map { orbit(kind, own, from: $0, in: plane, until: time) }, colour(kind), width: 1.1, arrow: .middle),
      Points(starts.map { plane.point(mean: $0.x, deviation: $0.y) }, colour(kind), size: 3),
    ]
  }
}

extension View {
  /// Both flows in the planes of θ and η.
  func planes(from starts: [Point], vanillaUntil time: Double, _ marks: (Chart) -> [any Layer] = { _ in [] }) -> Figure {
    Figure(columns: 2, width: 900, height: 760, repeatsLabels: false) {
      for (plane, kind) in [(Chart.θ, GradientKind.vanilla), (.θ, .natural), (.η, .vanilla), (.η, .natural)] {
        panel(plane == .θ ? title(kind) : "", plane) {
          orbits(kind, from: starts, in: plane, until: kind == .vanilla ? time : 1e5)
          marks(plane)
        }
      }
    }
  }
}

func title(_ kind: GradientKind) -> String { kind == .vanilla ? "vanilla in (μ, σ)" : "natural" }
func pair(_ p: Point) -> [Double] { [p.x, p.y] }

/// The slope of a curve in logarithms of both axes.
func exponent(_ y: [Double], _ x: [Double]) -> Double { fittedSlope(of: y.map { log($0) }, against: x.map { log($0) }) }

func grid(_ x: [Double], _ y: [Double]) -> [Point] { y.flatMap { b in x.map { a in Point(a, b) } } }
// hide end

//: ## From a function to a flow {#sec:gf-relaxation}
//:
//: Let $X \sim N(\mu, \sigma^2)$ and $F = \E[f(X)]$. Moving the mean by $\epsilon$ is the same as moving $f$ by $-\epsilon$, so
//: the derivative of $F$ by $\mu$ is a mean slope. Widening the Gaussian is adding independent noise; on both sides of a point the
//: slopes cancel, and what remains is a mean curvature:
//:
//: $$ \frac{\partial F}{\partial \mu} = \E[f'(X)] = g, \qquad \frac{\partial F}{\partial (\sigma^2)} = \tfrac12 \E[f''(X)] = \tfrac12 H. $$ {#eq:gf-bonnet}
//:
//: The first is due to Bonnet [@Bonnet64], the second to Price [@Price58]. The chain rule and the Fisher matrices of the four
//: charts turn the two numbers $g$ and $H$ into every gradient of this chapter:
//:
//: | chart | vanilla gradient $\nabla F$ | natural gradient $I^{-1} \nabla F$ |
//: |---|---|---|
//: | $(\mu, \sigma)$ | $(g,\; \sigma H)$ | $(\sigma^2 g,\; \tfrac12 \sigma^3 H)$ |
//: | $(\mu, \sigma^2)$ | $(g,\; \tfrac12 H)$ | $(\sigma^2 g,\; \sigma^4 H)$ |
//: | $\eta = (\mu, \sigma^2 + \mu^2)$ | $(g - \mu H,\; \tfrac12 H)$ | $(\sigma^2 g,\; \sigma^4 H + 2 \mu \sigma^2 g)$ |
//: | $\theta = (\mu/\sigma^2, -1/(2\sigma^2))$ | $(\sigma^2 g,\; \sigma^4 H + 2 \mu \sigma^2 g)$ | $(g - \mu H,\; \tfrac12 H)$ |
//:
//: The last two rows are each other's mirror image: that is the duality of $\theta$ and $\eta$. Only the vanilla column has a
//: chart in it that one has to choose. The natural column is one velocity, written four times.
listing("InformationGeometry/Gaussian/UnivariateChart.swift", "univariate gradients")  // hide

//: For a polynomial, $g$ and $H$ follow from the moments of the Gaussian by a recursion. Three independent routes check the table:
//: $g$ and $H$ by quadrature with Hermite weights ({@sec:gf-quadrature}), the vanilla column by differences of $F$, and the
//: natural column by multiplying with the Fisher matrix. (Code that composes figures is left out of the page. There, `Chart` is short
//: for `UnivariateChart`, `solver` and `precise` have the tolerances $10^{-9}$ and $10^{-12}$, `pair(p)` is `[p.x, p.y]`, and
//: `exponent` is the slope of a curve in the logarithms of both axes.)
let x = Polynomial.variables(1)[0]
let quartic = UnivariateMean(of: 6 * x + 8 * x.power(2) - x.power(3) - 2 * x.power(4))
let byRecursion = quartic.expectedDerivatives(mean: -0.4, variance: 0.49)
let byQuadrature = UnivariateQuadrature(order: 5) { t in 6 * t + 8 * t * t - t * t * t - 2 * pow(t, 4) }
  .expectedDerivatives(mean: -0.4, variance: 0.49)
expect(
  [byRecursion.value, byRecursion.slope, byRecursion.curvature],
  equals: [byQuadrature.value, byQuadrature.slope, byQuadrature.curvature], within: 1e-12, as: "$F$, $g$ and $H$ of a quartic")
for chart in Chart.allCases {
  let ξ = chart.point(mean: -0.4, deviation: 0.7)
  let vanilla = UnivariateFlow(of: quartic, .vanilla, in: chart).velocity(at: ξ)
  let natural = UnivariateFlow(of: quartic, .natural, in: chart).velocity(at: ξ)
  let differences = centralDifferences(of: { quartic.value(at: $0, in: chart) }, at: ξ)
  expect(pair(vanilla), equals: pair(differences), within: 1e-7, as: "vanilla in \(chart.rawValue), by differences")
  let I = chart.fisherMatrix(ξ)
  expect(
    [0, 1].map { I[$0, 0] * natural.x + I[$0, 1] * natural.y }, equals: pair(vanilla), within: 1e-12,
    as: "$I \\tilde\\nabla F = \\nabla F$ in \(chart.rawValue)")
}

//: **Up or down.** The slides minimise in the text and draw flows with $\dot\xi = +\nabla F$. The three functions of their figures
//: are unbounded below, so there is nothing to minimise: the figures exist only for *ascent*, and so does this chapter, except in
//: {@sec:gf-descent}, where one sees what descent does.

//: ## A parabola {#sec:gf-parabola}
//:
//: For $f(x) = x - 3x^2$ the mean slope is $g = 1 - 6\mu$ and the mean curvature $H = -6$. So
//:
//: $$ F(\mu, \sigma) = \mu - 3\mu^2 - 3\sigma^2 = \tfrac1{12} - 3 \bigl( (\mu - \tfrac16)^2 + \sigma^2 \bigr): $$ {#eq:gf-circles}
//:
//: the level lines in the plane of $(\mu, \sigma)$ are half circles around the maximum of $f$, the point mass at $x^* = 1/6$.
//: With $u = \mu - \tfrac16$, the vanilla flow in $(\mu, \sigma)$ is $\dot u = -6u$, $\dot\sigma = -6\sigma$, and the natural flow
//: is $\dot u = -6\sigma^2 u$, $\dot\sigma = -3\sigma^3$. Both are solved by separation:
//:
//: $$ \text{vanilla:}\quad u = u_0\, e^{-6t}, \;\; \sigma = \sigma_0\, e^{-6t}; \qquad
//: \text{natural:}\quad u = \frac{u_0}{1 + 6\sigma_0^2 t}, \;\; \sigma = \frac{\sigma_0}{\sqrt{1 + 6\sigma_0^2 t}}. $$ {#eq:gf-closed}
//:
//: Eliminate $t$: vanilla orbits are the rays $u \propto \sigma$, natural orbits the parabolas $u \propto \sigma^2$. The solver
//: knows none of this. It is asked for both flows, in all four charts for the natural one, from $(\mu, \sigma) = (1.4, 0.9)$.
let parabola = UnivariateMean(of: x - 3 * x.power(2))
let start = Point(1.4, 0.9), times = [0.01, 0.1, 0.5, 2, 10]
func computed(_ kind: GradientKind, _ chart: Chart) -> [Double] {
  let flow = UnivariateFlow(of: parabola, kind, in: chart)
  let way = flow.trajectory(from: chart.point(mean: start.x, deviation: start.y), until: 10, precise)
  return times.flatMap { pair(chart.meanDeviation(way.point(at: $0))) }
}
let u₀ = start.x - 1.0 / 6, σ₀ = start.y
expect(
  computed(.vanilla, .deviation), equals: times.flatMap { t in [1.0 / 6 + u₀ * exp(-6 * t), σ₀ * exp(-6 * t)] }, within: 1e-10,
  as: "{@eq:gf-closed}, vanilla in μ,σ")
let closedNatural: [Double] = times.flatMap { t in
  let shrinking = 1 + 6 * σ₀ * σ₀ * t
  return [1.0 / 6 + u₀ / shrinking, σ₀ / shrinking.squareRoot()]
}
for chart in Chart.allCases {
  expect(
    computed(.natural, chart), equals: closedNatural, within: 1e-9,
    as: "{@eq:gf-closed}, natural, computed in \(chart.rawValue)")
}
// hide begin
let parabolaView = View(
  f: parabola,
  windows: [
    .deviation: (-1.5...1.8, 0...1.6), .variance: (-1.5...1.8, 0...2.5), .θ: (-7...7, -14...0), .η: (-1.6...1.8, 0...3.6),
  ], levels: [-12, -9, -7, -5, -3.5, -2, -1])
let parabolaStarts = grid([-1.3, -0.8, -0.3, 0.2, 0.7, 1.2, 1.65], [0.5, 1.0, 1.5])
figure(
  "gf-parabola",
  "Flows of the mean of f = x − 3x² in the plane of (μ, σ), over level lines of F (half circles). Vanilla orbits are rays, natural "
    + "orbits parabolas that arrive vertically: the mean is right long before the width is.",
  alt: "Two half planes with half circles as level lines: straight orange orbits on the left, curved blue ones on the right"
) {
  Figure(columns: 2, repeatsLabels: false) {
    for kind in GradientKind.allCases {
      parabolaView.panel(title(kind), .deviation, labels: kind == .vanilla) {
        parabolaView.orbits(kind, from: parabolaStarts, in: .deviation, until: kind == .vanilla ? 2 : 1e5)
      }
    }
  }
}
// hide end

//: Vanilla is the steepest way if a step in $\mu$ costs as much as a step in $\sigma$, and the level lines are circles in that
//: plane: it goes straight to the centre. The natural gradient measures steps in standard deviations. Its metric is
//:
//: $$ \d s^2 = \frac{\d\mu^2 + 2\, \d\sigma^2}{\sigma^2}, $$ {#eq:gf-metric}
//:
//: a step in $\sigma$ costs $\sqrt2$ times one in $\mu$, and everything costs more where $\sigma$ is small. The common factor
//: $1/\sigma^2$ changes clocks, not curves ({@ex:gf-half}). The curves are bent by the $\sqrt2$.
//:
//: ### The same flows in θ and η
//:
//: In $\theta$ the natural gradient of a quadratic is a constant: $g - \mu H = 1 - 6\mu + 6\mu = 1$ and $\tfrac12 H = -3$. These are
//: the coefficients of $f = 1 \cdot x - 3 \cdot x^2$ on $T = (x, x^2)$. The natural flow is the simplest motion there is,
//:
//: $$ \theta(t) = \theta_0 + t\, (1, -3). $$ {#eq:gf-straight}
// hide begin
figure(
  "gf-parabola-planes",
  "The same two flows in the planes of θ (above) and η (below; black: the border σ = 0, the parabola η₂ = η₁²). In θ the natural "
    + "orbits are parallel straight lines, and the point mass is infinitely far down. In η all orbits run to one point of the border.",
  alt: "Four panels: in the plane of theta, curved and straight orbits; in that of eta, orbits to one point"
) { parabolaView.planes(from: parabolaStarts, vanillaUntil: 2) }
// hide end
let line = UnivariateFlow(of: parabola, .natural, in: .θ)
let θ₀ = Chart.θ.point(mean: start.x, deviation: start.y), θ₅ = line.trajectory(from: θ₀, until: 5, precise).point(at: 5)
expect(pair(θ₅ - θ₀), equals: [5, -15], within: 1e-11, as: "{@eq:gf-straight} at t = 5")

//: ## What is differentiated {#sec:gf-charts}
//:
//: “The vanilla flow of a Gaussian” is not yet a flow. **In the slides** the figure says $(\mu, \sigma)$, and in the text the parameters
//: are $(\mu, \Sigma)$, that is $(\mu, \sigma^2)$. The two are different flows. In $(\mu, \sigma^2)$ the second velocity is
//: $\tfrac12 H = -3$, constant, and the flow runs into the border:
//:
//: $$ \sigma^2 = \sigma_0^2 - 3t, \qquad \sigma = 0 \;\text{ at }\; t = \tfrac13 \sigma_0^2. $$ {#eq:gf-variance}
//:
//: There it ends, wherever the mean happens to be. In $\eta$ it is worse. By the mirror in the table, the vanilla flow in $\eta$ of a
//: quadratic is $\dot\eta = (1, -3)$, a straight line of $\eta$, and it meets the parabola $\eta_2 = \eta_1^2$ in a point that depends on the
//: start. In $\theta$ it approaches the right point and hardly moves.
let borderTime = UnivariateFlow(of: parabola, .vanilla, in: .variance)
  .end(from: Chart.variance.point(mean: start.x, deviation: start.y), until: 10, precise)
expect(borderTime.time, equals: σ₀ * σ₀ / 3, within: 1e-11, as: "{@eq:gf-variance}")
let inη = UnivariateFlow(of: parabola, .vanilla, in: .η)
  .end(from: Chart.η.point(mean: start.x, deviation: start.y), until: 10, precise)
let b = 3 + 2 * start.x
let hit = (-b + (b * b + 4 * σ₀ * σ₀).squareRoot()) / 2
expect(
  [inη.time, inη.point.x], equals: [hit, start.x + hit], within: 1e-11,
  as: "the line meets the border: $t^2 + (3 + 2\\mu_0)\\, t = \\sigma_0^2$")
// hide begin
value("gfVarianceMean", Chart.variance.meanDeviation(borderTime.point).x, "%.3f")
value("gfEtaMean", inη.point.x, "%.3f")
value("gfVarianceTime", borderTime.time, "%.2f")
value("gfEtaTime", inη.time, "%.3f")
figure(
  "gf-charts",
  "Four vanilla flows of one function, all drawn in the plane of (μ, σ), from the same starts. Dashed, blue: the natural flow from one "
    + "of the starts, which is the same whatever the chart. In (μ, σ²) and η the orbits end on the border at wrong means; in θ they are drawn up to time 1000 and still on their way.",
  alt: "Four half planes with level circles; the orange orbits differ, and some end on the border away from the maximum"
) {
  Figure(columns: 2, repeatsLabels: false) {
    for chart in Chart.allCases {
      parabolaView.panel("vanilla in " + (chart == .θ || chart == .η ? chart.rawValue : "(\(chart.rawValue))"), .deviation) {
        parabolaView.orbits(.vanilla, chart, from: parabolaStarts, in: .deviation, until: 1e3)
        Curve(
          parabolaView.orbit(.natural, .θ, from: Point(1.65, 1.5), in: .deviation, until: 1e5), .natural, dash: .dashed,
          column: "natural")
        Marker(at: Point(1.0 / 6, 0), .black, shape: .cross, size: 8)
      }
    }
  }
}
// hide end

//: From the start $(1.4, 0.9)$ the flow in $(\mu, \sigma^2)$ stops at time {{gfVarianceTime}} with the mean {{gfVarianceMean}}, the one in
//: $\eta$ at time {{gfEtaTime}} with the mean {{gfEtaMean}}. The maximum is at $1/6$. From here on, *vanilla* is vanilla in $(\mu, \sigma)$.

//: ## Clocks {#sec:gf-clocks}
//:
//: How fast do they arrive? {@eq:gf-closed} says: vanilla exponentially, natural like $1/\sqrt{t}$ in $\sigma$ and like $1/t$ in $u$.
//: With $v = \sigma^2$ the vanilla flow in $\theta$ has $\dot v = 2 v^2 (v^2 H + 2\mu v g)$ and, since $\mu = v\,\theta_1$,
//: $\dot\mu = v^2 (g + 2\mu v H + 4\mu^2 g)$. Near the end the mean is the faster of the two and settles where $\dot\mu = 0$:
//: with $\mu \approx \tfrac16$ and $H = -6$ that is $\tfrac{10}{9} g = 2v$, so $g \approx \tfrac95 v$, and
//: $\dot v = -\tfrac{54}{5} v^4$. So $v^{-3} \approx \tfrac{162}{5}\, t$, and $\sigma$ falls like $t^{-1/6}$. A thousand
//: times narrower takes $10^{18}$ times as long.
// hide begin
let clockStart = Point(1.0 / 6, 1)
func width(_ kind: GradientKind, _ chart: Chart, _ times: [Double]) -> [Double] {
  let flow = UnivariateFlow(of: parabola, kind, in: chart)
  let way = flow.trajectory(from: chart.point(mean: clockStart.x, deviation: 1), until: times.last!, solver)
  return times.map { chart.meanDeviation(way.point(at: $0)).y }
}
let decades = (0...120).map { pow(10, -3 + 9 * Double($0) / 120) }
let slowWidths = width(.vanilla, .θ, decades), naturalWidths = width(.natural, .θ, decades)
// hide end
expect(exponent(naturalWidths.suffix(30), decades.suffix(30)), equals: -0.5, within: 1e-4, as: "natural: slope −1/2")
expect(exponent(slowWidths.suffix(30), decades.suffix(30)), equals: -1.0 / 6, within: 2e-3, as: "vanilla in θ: slope −1/6")
expect(pow(slowWidths.last!, -6) / 1e6, equals: 162.0 / 5, within: 0.3, as: "and $v^{-3}/t$ at the end")
// hide begin
figure(
  "gf-clocks",
  "Width of the Gaussian against time, from σ = 1 at the right mean. Four laws: finite time in (μ, σ²) (and in η, not drawn), exponential in (μ, σ), "
    + "t^(−1/2) for the natural flow, t^(−1/6) for vanilla in θ.",
  alt: "Doubly logarithmic plot: two orange curves fall vertically, a blue one with slope minus one half, a fourth is almost flat"
) {
  Panel(x: Axis("time", 1e-3...1e6, scale: .log), y: Axis("σ", 1e-3...2, scale: .log), key: .none) {
    let fast = (0...150).map { 0.001 + 1.149 * Double($0) / 150 }
    let finite = (1...400).map { (1 - pow(10, -Double($0) / 66)) / 3 }
    Curve(x: finite, y: finite.map { (1 - 3 * $0).squareRoot() }, .vanilla, dash: .dashed, column: "variance")
    Curve(x: fast, y: width(.vanilla, .deviation, fast), .vanilla, width: 1.5, column: "deviation")
    Curve(x: decades, y: naturalWidths, .natural, width: 2, column: "natural")
    Curve(x: decades, y: slowWidths, .vanilla, width: 2.5, column: "theta")
    Label("vanilla in (μ, σ²)", at: Point(0.3, 4e-3), .vanilla, anchor: .right)
    Label("vanilla in (μ, σ)", at: Point(1.2, 2e-3), .vanilla)
    Label("natural", at: Point(3e3, 1.3e-2), .natural)
    Label("vanilla in θ", at: Point(3e3, 0.32), .vanilla)
  }
}
let target = Point(1.0 / 6, 0)
func arrival(_ kind: GradientKind, from σ: Double) -> Double {
  UnivariateFlow(of: parabola, kind, in: .deviation)
    .arrivalTime(at: target, within: 1e-3, from: Point(clockStart.x, σ), until: 1e7, precise) ?? .infinity
}
table(
  "gf-arrival",
  "Time until the distribution is within $10^{-3}$ of the point mass at $x^*$, in the plane of $(\\mu, \\sigma)$, from $\\mu = x^*$.",
  columns: [
    "$\\sigma_0$", "vanilla in $(\\mu,\\sigma)$", "closed: $\\tfrac16 \\log(1000\\,\\sigma_0)$", "natural",
    "closed: $(10^6 - \\sigma_0^{-2})/6$",
  ],
  rows: [0.1, 1, 10].map { s in
    [s, arrival(.vanilla, from: s), log(1000 * s) / 6, arrival(.natural, from: s), (1e6 - 1 / (s * s)) / 6]
  }, formats: ["%g", "%.4f", "%.4f", "%.1f", "%.1f"])
expect(
  arrival(.natural, from: 1) / ((1e6 - 1) / 6), equals: 1, within: 1e-6, as: "the time of arrival of the natural flow, relative")
expect(arrival(.vanilla, from: 1), equals: log(1000) / 6, within: 1e-8, as: "the time of arrival of the vanilla flow")
// hide end

//: So here vanilla is fast and natural is slow. Two remarks put that right.
//:
//: *Infinitely far.* In the metric {@eq:gf-metric} the length of the way from $\sigma_0$ to $\sigma$ is at least
//: $\sqrt2 \log(\sigma_0/\sigma)$. Point masses are infinitely far away. The speed of the natural flow in this metric is the
//: gain per unit of length, $\sqrt{\sigma^2 g^2 + \tfrac12 \sigma^4 H^2}$. Here, at the right mean, it is $3\sqrt2\,\sigma^2$
//: and dies out. The vanilla flow in $(\mu, \sigma)$ keeps the speed $6\sqrt2$, and the one in $(\mu, \sigma^2)$ arrives in
//: finite time only because its speed grows without bound.
//:
//: *Units.* Let $x$ be measured in another unit, $x' = cx$. The natural flow does not notice: $\theta(t)$ is a line with the
//: coefficients of $f$ for its direction, in any unit. The vanilla flow is $c^2$ times slower, since its clock runs in units
//: of $x^2/f$; the natural one runs in units of $1/f$. Which of the two is faster in the table is a choice of unit. Its law is not.
let c = 10.0
let inUnits = UnivariateMean(of: (1 / c) * x - 3 / (c * c) * x.power(2))
let natural₁ = UnivariateFlow(of: parabola, .natural, in: .θ).trajectory(from: θ₀, until: 2, precise)
let natural₂ = UnivariateFlow(of: inUnits, .natural, in: .θ)
  .trajectory(from: Chart.θ.point(mean: c * start.x, deviation: c * start.y), until: 2, precise)
let (here, there) = (Chart.θ.meanDeviation(natural₁.point(at: 2)), Chart.θ.meanDeviation(natural₂.point(at: 2)))
expect(pair(there / c), equals: pair(here), within: 1e-11, as: "natural: another unit, the same flow at the same time")
let vanilla₁ = UnivariateFlow(of: parabola, .vanilla, in: .deviation).trajectory(from: start, until: 0.2, precise)
let vanilla₂ = UnivariateFlow(of: inUnits, .vanilla, in: .deviation).trajectory(from: c * start, until: 20, precise)
expect(
  pair(vanilla₂.point(at: 20) / c), equals: pair(vanilla₁.point(at: 0.2)),
  within: 1e-10, as: "vanilla: ten times the unit, a hundred times the time")

//: ## Down {#sec:gf-descent}
//:
//: What if one descends, as the text of the slides says? With the sign changed, {@eq:gf-closed} has a zero in its denominator:
//:
//: $$ \sigma = \frac{\sigma_0}{\sqrt{1 - 6 \sigma_0^2 t}} \;\to\; \infty \quad\text{at}\quad t = \frac{1}{6 \sigma_0^2}. $$ {#eq:gf-blowup}
//:
//: $F$ falls to $-\infty$ in finite time. A solver in $(\mu, \sigma)$ takes smaller and smaller steps towards that time and gives up.
//: In $\theta$ there is nothing singular: the straight line simply crosses $\theta_2 = 0$, where no Gaussian is.
let down = [Chart.deviation, .θ].map { chart in
  UnivariateFlow(of: parabola, .natural, in: chart, .minimise)
    .trajectory(from: chart.point(mean: start.x, deviation: start.y), until: 1, solver)
}
let pole = 1 / (6 * σ₀ * σ₀)
expect(down.map(\.report.time), equals: [pole, pole], within: 1e-7, as: "{@eq:gf-blowup}, as both charts find it")
expect(
  down[0].report.end == .stepUnderflow && down[1].report.end == .boundary, as: "a blow-up in μ,σ; the border of the domain in θ")
// hide begin
value("gfBlowUp", pole, "%.4f")
value("gfBlowUpSteps", down[0].report.acceptedSteps)
value("gfLineSteps", down[1].report.acceptedSteps)
figure(
  "gf-descent",
  "The descending natural flow of x − 3x² from (1.4, 0.9). Left: σ against time has a pole (dotted). Right: the same flow in θ₂, a "
    + "straight line that reaches the border of the domain at the same time.",
  alt: "Two plots against time: a curve that rises to infinity, and a straight line that rises to zero at the same time"
) {
  let ts = (0...200).map { pole * (1 - pow(1 - Double($0) / 200, 2)) }
  Panel("in (μ, σ)", x: Axis("time", 0...0.25), y: Axis("σ", 0...12), key: .none) {
    Line(vertical: pole, .grey, dash: .dotted)
    Curve(x: ts, y: ts.map { down[0].point(at: $0).y }.map { $0 > 14 ? .nan : $0 }, .natural, width: 2, column: "sigma")
  }
  Panel("in θ", x: Axis("time", 0...0.25), y: Axis("θ₂ = −1/(2σ²)", -0.7...0.1), key: .none) {
    Line(vertical: pole, .grey, dash: .dotted)
    Line(horizontal: 0, .black)
    Curve(x: ts, y: ts.map { down[1].point(at: $0).y }, .natural, width: 2, column: "theta2")
  }
}
// hide end

//: The time is {{gfBlowUp}} by both. In $(\mu, \sigma)$ the solver needs {{gfBlowUpSteps}} steps to find it out, in $\theta$ {{gfLineSteps}}.
//: The invariance of the natural flow is a licence to compute it where it is easiest.
listing("InformationGeometry/Flows/UnivariateFlow.swift", "univariate velocity")  // hide

//: ## A quartic {#sec:gf-quartic}
//:
//: $$ f(x) = 6x + 8x^2 - x^3 - 2x^4 $$ {#eq:gf-quartic}
//:
//: has two maxima, at $\pm\sqrt2$, and a minimum at $-3/8$ between them:
let peak = 2.0.squareRoot()
let derivative = { (t: Double) in 6 + 16 * t - 3 * t * t - 8 * t * t * t }
expect([peak, -peak, -0.375].map(derivative), equals: [0, 0, 0], within: 1e-13, as: "$f' = 0$ at $\\pm\\sqrt2$ and $-3/8$")
// hide begin
let values = [peak, -peak, -0.375].map { quartic.expectedDerivatives(mean: $0, variance: 0).value }
for (name, x) in zip(["gfHigh", "gfLow", "gfValley"], values) { value(name, x, "%.3f") }
// hide end

//: $f(\sqrt2) = {{gfHigh}}$, $f(-\sqrt2) = {{gfLow}}$, and {{gfValley}} in the valley. A search by $f'$ from the left of the
//: valley can only find the left maximum. A Gaussian that is wide enough sees over the hill. To say how wide, look for the places where
//: a flow can rest. Since $F$ depends on $f$ as heat spreads,
//:
//: $$ \frac{\partial F}{\partial(\sigma^2)} = \frac12 \frac{\partial^2 F}{\partial \mu^2}, $$ {#eq:gf-heat}
//:
//: a point with $\nabla F = 0$ inside the half plane has $\partial^2 F/\partial\mu^2 = H = 0$ too. Its Hessian matrix has a zero on the
//: diagonal, so the determinant is minus a square: a *saddle*. (Where that square vanishes, the maximum principle of the heat equation
//: says the same: no place inside becomes hotter than all its surroundings.) Maxima are point masses.
let pass = MountainPass(of: quartic, near: Point(-0.7, 0.5))!
expect(pair(pass.saddle), equals: [-0.7533, 0.5362], within: 5e-5, as: "the saddle of $F$")
let heat = centralDifferences(of: { quartic.value(at: $0, in: .variance) }, at: Point(0.3, 0.5))
let slopes = centralDifferences(of: { p in quartic.expectedDerivatives(mean: p.x, variance: p.y).slope }, at: Point(0.3, 0.5))
expect(heat.y, equals: slopes.x / 2, within: 1e-7, as: "{@eq:gf-heat}, by differences")
// hide begin
let quarticView = View(
  f: quartic,
  windows: [
    .deviation: (-2.3...2.3, 0...1.5), .variance: (-2.3...2.3, 0...2.2), .θ: (-16...16, -12...0), .η: (-2.3...2.3, 0...4.6),
  ], levels: [-60, -40, -25, -15, -10, -6, -3, -1, pass.height, 1, 3, 5, 7, 9, 11, 13])
let quarticStarts = grid([-2.1, -1.5, -0.95, -0.5, -0.1, 0.5, 1.1, 1.7, 2.2], [0.12, 0.5, 0.95, 1.4])
let crossing = Point(-0.5, 0.2)
func saddle(in plane: Chart) -> Marker {
  Marker(at: plane.point(mean: pass.saddle.x, deviation: pass.saddle.y), .black, shape: .cross, size: 8)
}
figure(
  "gf-quartic",
  "Flows of the mean of the quartic in the plane of (μ, σ). Cross: the saddle; the level line through it is among the grey ones. Thick: "
    + "the orbits from (−0.5, 0.2), which end at different maxima. The natural flow widens less, and climbs the near peak without crossing the valley.",
  alt: "Two half planes with orbits to two points of the border; a thick orbit goes to the right one above, to the left below"
) {
  Figure(columns: 1, width: 700, repeatsLabels: false) {
    for kind in GradientKind.allCases {
      quarticView.panel(title(kind), .deviation) {
        quarticView.orbits(kind, from: quarticStarts, in: .deviation, until: kind == .vanilla ? 5 : 1e5)
        Curve(
          quarticView.orbit(kind, .deviation, from: crossing, in: .deviation, until: kind == .vanilla ? 5 : 1e5), colour(kind),
          width: 3, column: "chosen")
        Marker(at: crossing, .black, size: 6)
        saddle(in: .deviation)
      }
    }
  }
}
figure(
  "gf-quartic-planes",
  "The same flows in the planes of θ (above) and η (below). Far down in θ the Gaussian is narrow, f is almost a parabola under it, and "
    + "the natural velocity is (f' − μf'', f''/2) at the mean. Two of the vanilla orbits come from below the window.",
  alt: "Four panels with the orbits in the planes of theta and eta; a cross marks the saddle in each"
) { quarticView.planes(from: quarticStarts, vanillaUntil: 5) { [saddle(in: $0)] } }
// hide end

//: ### Which maximum?
//:
//: On the vertical line through the saddle, $H = 16 - 6\mu - 24(\mu^2 + \sigma^2)$ is positive below the saddle and negative above. So
//: along that line $F$ is highest at the saddle. An orbit that is already higher than the saddle cannot cross the line any more, since it
//: climbs: *it has decided*. That needs no metric and no chart, and makes it cheap to say where a flow ends, without following it there.
//: The border of the two basins is found independently of it: it consists of the two orbits that run into the saddle.
listing("InformationGeometry/Flows/MountainPass.swift", "separatrix")  // hide
let flows = GradientKind.allCases.map { UnivariateFlow(of: quartic, $0, in: .deviation) }
let sides = flows.map { pass.side(of: $0, from: crossing) }
expect(sides == [1, -1], as: "from $(-0.5, 0.2)$ vanilla ends at $+\\sqrt2$, natural at $-\\sqrt2$")
let followed = [flows[0].end(from: crossing, until: 20).point, flows[1].end(from: crossing, until: 1e7).point]
expect(followed.map(\.x), equals: [peak, -peak], within: 1e-4, as: "followed to the end, they are there")
// hide begin
let cells = chapter.effort.choose(quick: 40, standard: 160)
value("gfCells", cells)
let μs = (0..<cells).map { -2.3 + 4.6 * (Double($0) + 0.5) / Double(cells) }
let σs = (0..<cells / 2).map { 1.5 * (Double($0) + 0.5) / Double(cells / 2) }
let maps = flows.map { pass.sides(of: $0, means: μs, deviations: σs) }
let borders = flows.map { pass.separatrix(of: $0, reach: 0.004...1.5) }
func share(_ map: [[Int]]) -> Double { Double(map.joined().count { $0 == 1 }) / Double(cells * (cells / 2)) }
value("gfVanillaShare", 100 * share(maps[0]), "%.1f %%")
value("gfNaturalShare", 100 * share(maps[1]), "%.1f %%")
func differing(_ sign: Int) -> Double {
  let count = zip(maps[0].joined(), maps[1].joined()).count { ($0 - $1) * sign > 0 }
  return 100 * Double(count) / Double(cells * (cells / 2))
}
for (name, sign) in [("gfBelow", 1), ("gfAbove", -1)] { value(name, differing(sign), "%.1f %%") }
value("gfDifferent", differing(1) + differing(-1), "%.1f %%")
// hide end
expect(maps.joined().joined().allSatisfy { $0 != 0 }, as: "every start is decided")
expect(
  zip(flows, borders).allSatisfy { flow, border in
    stride(from: 5, to: border.count, by: border.count / 8).allSatisfy {
      pass.side(of: flow, from: border[$0] - Point(1e-4, 0)) == -1 && pass.side(of: flow, from: border[$0] + Point(1e-4, 0)) == 1
    }
  }, as: "starts 0.0001 beside the separatrix end on different sides")
let sampled = Chart.allCases.map { chart in
  pass.sides(of: UnivariateFlow(of: quartic, .natural, in: chart), means: [-1.4, -0.9, -0.6, -0.2], deviations: [0.2, 0.6, 1.2])
}
expect(sampled.allSatisfy { $0 == sampled[0] }, as: "the natural flow ends at the same maximum in every chart")
// hide begin
figure(
  "gf-basins",
  "Where the flows end, over the starts. Green: at the higher maximum +√2; violet: at −√2. Lines: the separatrix through the saddle "
    + "(cross). Dot: the start (−0.5, 0.2). Below: the starts from which the two flows end at different maxima, with both separatrices.",
  alt: "Three half planes: two divided in two colours by a line over the saddle, and one with the regions between the lines"
) {
  Figure(columns: 1, width: 700, repeatsLabels: false) {
    for (k, name) in ["vanilla in (μ, σ)", "natural", "different"].enumerated() {
      let classes = zip(maps[0], maps[1]).map {
        zip($0, $1).map { v, n in Double(k == 2 ? abs(v - n) / 2 : (1 + [v, n][k]) / 2) }
      }
      Panel(
        name, x: Axis("μ at the start", -2.3...2.3), y: Axis("σ at the start", 0...1.5), aspect: .equal, key: .none, grid: false
      ) {
        HeatMap(
          Grid(x: μs, y: σs, values: classes),
          palette: .classes(k < 2 ? [Color.purple.lighter(0.6), Color.green.lighter(0.6)] : [.white, Color.amber.lighter(0.4)]))
        if k != 1 { Curve(borders[0], .vanilla, width: 2.2, column: "vanilla") }
        if k != 0 { Curve(borders[1], .natural, width: 2.2, column: "natural") }
        saddle(in: .deviation)
        Marker(at: crossing, .black, size: 6)
      }
    }
  }
}
// hide end

//: On {{gfCells}} cells to the width, the vanilla flow finds the higher maximum from {{gfVanillaShare}} of the window, the natural flow
//: from {{gfNaturalShare}}. They differ on {{gfDifferent}}, in two regions, with opposite signs. Along an orbit vanilla has
//: $\d\sigma/\d\mu = \sigma H/g$, natural half of it. *Below* the saddle $H > 0$ and both flows widen; vanilla widens twice as much for the
//: same step of the mean, and sees over the hill sooner ({{gfBelow}} of the window). *Above* it $H < 0$ and both narrow; vanilla narrows
//: twice as much, and loses sight of the higher peak ({{gfAbove}}). Neither flow is the better one for all starts.
//:
//: ### How long?
// hide begin
func duration(_ kind: GradientKind, _ p: Point) -> (Double, Double) {
  let flow = UnivariateFlow(of: quartic, kind, in: .deviation)
  let end = Point(Double(pass.side(of: flow, from: p)) * peak, 0)
  return (end.x, flow.arrivalTime(at: end, within: 1e-3, from: p, until: 1e7, solver) ?? .infinity)
}
let chosen = [Point(-0.5, 0.2), Point(0.5, 0.2), Point(-1.8, 0.2), Point(-1.8, 1.2), Point(2, 1)]
table(
  "gf-ends", "Maximum at which the flows of the quartic end, and the time until they are within $10^{-3}$ of it.",
  columns: ["$\\mu_0$", "$\\sigma_0$", "vanilla ends at", "time", "natural ends at", "time"],
  rows: chosen.map { p in
    let (v, n) = (duration(.vanilla, p), duration(.natural, p))
    return [p.x, p.y, v.0, v.1, n.0, n.1]
  }, formats: ["%.1f", "%.1f", "%+.4f", "%.3f", "%+.4f", "%.0f"])
let curvatures = [16 - 6 * peak - 48, 16 + 6 * peak - 48]
for (name, x) in zip(["gfCurvatureHigh", "gfCurvatureLow"], curvatures) { value(name, x, "%.2f") }
let settled = duration(.natural, chosen[4]).1
expect(
  settled * 1e-6 * -curvatures[0], equals: 1, within: 0.01,
  as: "natural: the time is $1/(10^{-6} \\, \\abs{f''})$ at the end, to a hundredth")
// hide end

//: In the end $f$ is a parabola under a narrow Gaussian, and both laws of {@sec:gf-clocks} hold with $f''(x^*)$ in place of $-6$:
//: {{gfCurvatureHigh}} at $\sqrt2$, {{gfCurvatureLow}} at $-\sqrt2$. The natural flow takes $1/(10^{-6}\, \abs{f''(x^*)})$, whatever the start: the start
//: is forgotten. For the vanilla flow one reads off where it was slow: near the saddle.

//: ### The distributions themselves
// hide begin
func snapshots(_ kind: GradientKind) -> [(time: Double, point: Point)] {
  var isFalling = false
  let way = UnivariateFlow(of: quartic, kind, in: .deviation).trajectory(from: crossing, until: 1e4, solver) { p in
    isFalling = isFalling || p.y > 0.3
    return isFalling && p.y < 0.16
  }
  return way.evenTimes(6).map { ($0, way.point(at: $0)) }
}
let axis = Grid.even(-2.6...2.6, 131)
let ground = axis.map { t in quartic.expectedDerivatives(mean: t, variance: 0).value }.map {
  $0 < -16 ? .nan : ($0 - 14) / 12 - 0.2
}
figure(
  "gf-strip",
  "The density along both flows from (−0.5, 0.2), above vanilla, below natural, at six times that divide each orbit evenly, up to "
    + "where it has become narrow. Grey, below zero: f, in its own unit. Vanilla widens until it feels the higher peak; natural widens too, but "
    + "less, and narrows again on the peak next to it.",
  alt: "Two rows of six small plots: a bell curve moves to the right peak of a grey landscape above, to the left peak below"
) {
  Figure(columns: 6, width: 1000, height: 420, repeatsLabels: false) {
    for kind in GradientKind.allCases {
      for (t, p) in snapshots(kind) {
        Panel(
          String(format: t == 0 ? "t = 0" : kind == .vanilla ? "t = %.3f" : "t = %.2f", t),
          x: Axis("x", -2.6...2.6, ticks: [-2, 0, 2]),
          y: Axis(kind == .vanilla ? "vanilla: density" : "natural: density", -2.8...2.8, ticks: [0, 1, 2]), key: .none,
          grid: false
        ) {
          Line(horizontal: 0, Color.grey.lighter(0.5))
          Curve(x: axis, y: ground, .grey, width: 1.2, column: "f")
          Curve(
            x: axis, y: axis.map { exp(-($0 - p.x) * ($0 - p.x) / (2 * p.y * p.y)) / (p.y * (2 * .pi).squareRoot()) },
            colour(kind), width: 1.8,
            column: "density")
        }
      }
    }
  }
}
// hide end

//: ## The plane {#sec:gf-plane}
//:
//: $$ f(x) = x_1 + 2 x_2 - 3 x_1^2 - 2 x_1 x_2 - 2 x_2^2 = a^\T x + x^\T A x, \qquad
//: a = \begin{pmatrix} 1 \\ 2 \end{pmatrix}, \; A = \begin{pmatrix} -3 & -1 \\ -1 & -2 \end{pmatrix}, $$ {#eq:gf-quadratic}
//:
//: with the maximum where $a + 2Ax = 0$. The start of the slides has $\sigma_{11} = 1$, $\sigma_{12} = -0.5$, $\sigma_{22} = 2$. In the
//: plane a Gaussian has five coordinates, and {@eq:gf-bonnet} becomes $\partial F/\partial\mu = \E[\nabla f] = a + 2A\mu$,
//: $\partial F/\partial\Sigma = \tfrac12 \E[\mathrm{Hess} f] = A$.
let y = Polynomial.variables(2)
let polynomial = y[0] + 2 * y[1] - 3 * y[0].power(2) - 2 * y[0] * y[1] - 2 * y[1].power(2)
let f = Quadratic(polynomial)!
let Σ₀ = Matrix<Double>(rows: [[1, -0.5], [-0.5, 2]])
let p₀ = try Gaussian(mean: [-1.8, 2], covariance: Σ₀)
expect(f.criticalPoint!.elements, equals: [0, 0.5], within: 1e-15, as: "the maximum")
let (direct, exact) = (
  f.expectedDerivatives(under: p₀), QuadratureObjective(dimension: 2, order: 3) { f.value(at: $0) }.expectedDerivatives(under: p₀)
)
expect(
  [direct.value] + direct.gradient.elements + direct.hessian.storage,
  equals: [exact.value] + exact.gradient.elements + exact.hessian.storage, within: 1e-12,
  as: "$F$, its slope and its curvature, by quadrature")

//: **In the slides** the figure is “projected onto $(\mu_1, \mu_2)$, with $\sigma_{11} = 1, \dots$”. Is that where $\Sigma$ starts, or
//: where it stays? It matters. Three flows have closed solutions.
//:
//: *Natural, all five coordinates.* The straight line in $\theta$ again, now $\theta(t) = \theta_0 + t\,(a, A)$:
//:
//: $$ \Sigma(t)^{-1} = \Sigma_0^{-1} - 2tA, \qquad \Sigma(t)^{-1} \mu(t) = \Sigma_0^{-1} \mu_0 + t a. $$ {#eq:gf-full}
//:
//: *Natural, $\Sigma$ held.* The Fisher matrix of the mean is $\Sigma^{-1}$, and
//:
//: $$ \dot\mu = \Sigma_0 (a + 2A\mu). $$ {#eq:gf-held}
//:
//: *Vanilla in $(\mu, \Sigma)$.* $\dot\mu = a + 2A\mu$ does not contain $\Sigma$: the curve of the mean is the same with $\Sigma$ held. But
//: $\Sigma$ itself moves on a straight line, and
//:
//: $$ \det \Sigma(t) = \det \begin{pmatrix} 1 - 3t & -\tfrac12 - 2t \\ -\tfrac12 - 2t & 2 - 2t \end{pmatrix} = \tfrac74 - 10t + 2t^2, \qquad
//: \det\Sigma(t) = 0 \;\text{ at }\; t = \frac{10 - \sqrt{86}}{4} = {{gfCone:%.4f}}. $$ {#eq:gf-cone}
//:
//: (The off-diagonal speed is $2A_{12}$, because the one coordinate $\sigma_{12}$ stands for two entries of $\Sigma$.)
listing("InformationGeometry/Flows/QuadraticFlows.swift", "straight line")  // hide
for coordinates in GaussianCoordinates.allCases {
  let flow = GaussianFlow(of: f, .natural, in: coordinates)
  let q = try flow.distribution(at: flow.trajectory(from: p₀, until: 2, precise).point(at: 2))
  let closed = try f.naturalFlow(from: p₀, at: 2)
  expect(
    q.coordinates(.meanCovariance).elements, equals: closed.coordinates(.meanCovariance).elements, within: 1e-9,
    as: "{@eq:gf-full}, computed in \(coordinates.rawValue)")
}
let heldWay = MeanFlow(of: f, .natural, covariance: Σ₀).trajectory(from: p₀.mean, until: 2, precise)
expect(
  heldWay.point(at: 0.3).elements, equals: f.heldNaturalFlow(from: p₀, at: 0.3).elements, within: 1e-10,
  as: "{@eq:gf-held}: solver and matrix exponential")
let vanillaWay = GaussianFlow(of: f, .vanilla, in: .meanCovariance).trajectory(from: p₀, until: 1, precise)
let cone = (10 - 86.0.squareRoot()) / 4
value("gfCone", cone)  // hide
expect(vanillaWay.report.time, equals: cone, within: 1e-10, as: "{@eq:gf-cone}: the flow leaves the positive cone")
expect(vanillaWay.report.end == .boundary, as: "and is stopped there")
// hide begin
let means = (0..<12).map { k in Point(2.2 * cos(Double(k) * .pi / 6 + 0.2), 0.5 + 2.2 * sin(Double(k) * .pi / 6 + 0.2)) }
func point(_ v: Vector<Double>) -> Point { Point(v[0], v[1]) }
let plane = try means.map { try Gaussian(mean: [$0.x, $0.y], covariance: Σ₀) }
let spread = (0...60).map { 5 * pow(Double($0) / 60, 3) }
func planePanel(
  _ title: String, _ x: ClosedRange<Double> = -3...3, _ y: ClosedRange<Double> = -2.5...3.5,
  @LayerBuilder _ layers: () throws -> [any Layer]
) rethrows -> Panel {
  let heights = Grid(x: x, y: y, count: 101) { f.value(at: [$0, $1]) }
  return try Panel(title, x: Axis("μ₁", x), y: Axis("μ₂", y), aspect: .equal, key: .none, grid: false) {
    Contours(heights, levels: [-50, -35, -25, -15, -10, -6, -3, -1, 0], labels: false, Color.grey.lighter(0.35))
    try layers()
    Marker(at: Point(0, 0.5), .black, shape: .cross, size: 8)
  }
}
figure(
  "gf-plane",
  "Flows of the mean of the quadratic in the plane of (μ₁, μ₂), from twelve starts with the covariance of the slides, over level lines "
    + "of f. Left: vanilla; solid until Σ leaves the positive cone, dashed with Σ held. Middle: natural with Σ held. Right: natural.",
  alt: "Three planes with elliptic level lines and orbits from a ring to its centre, bent differently"
) {
  try Figure(columns: 3, width: 1000, repeatsLabels: false) {
    planePanel("vanilla in (μ, Σ)") {
      Curves(means.map { m in spread.map { point(f.vanillaMean(from: [m.x, m.y], at: $0)) } }, .vanilla, width: 1, dash: .dashed)
      Curves(
        means.map { m in (0...20).map { point(f.vanillaMean(from: [m.x, m.y], at: cone * Double($0) / 20)) } }, .vanilla,
        width: 1.6, arrow: .middle)
      Points(means, .vanilla, size: 4)
    }
    planePanel("natural, Σ held") {
      Curves(plane.map { p in spread.map { point(f.heldNaturalFlow(from: p, at: $0)) } }, .natural, dash: .dashed, arrow: .middle)
      Points(means, .natural, size: 4)
    }
    try planePanel("natural") {
      Curves(
        try plane.map { p in try spread.map { point(try f.naturalFlow(from: p, at: 20 * $0).mean) } }, .natural, width: 1.6,
        arrow: .middle)
      Points(means, .natural, size: 4)
    }
  }
}
func ellipse(_ p: Gaussian) -> [Point] {
  (0...60).map { k in point(p.transformed([0.5 * cos(Double(k) * .pi / 30), 0.5 * sin(Double(k) * .pi / 30)])) }
}
let vanillaTimes = [0, 0.03, 0.06, 0.1, 0.14, 0.18], naturalTimes = [0, 0.03, 0.1, 0.3, 1, 4.0]
figure(
  "gf-ellipses",
  "The covariance along both flows from (−1.8, 2), as ellipses of half a standard deviation. Left: vanilla in (μ, Σ), at times up to "
    + "0.18; the ellipse collapses to a segment while the mean is still on its way. Right: natural, at times up to 4.",
  alt: "Two planes with ellipses along an orbit; on the left they collapse to a line, on the right they shrink like level lines"
) {
  let spans = (0...80).map { 4 * pow(Double($0) / 80, 3) }
  try Figure(columns: 2, repeatsLabels: false) {
    try planePanel("vanilla in (μ, Σ)", -2.6...0.6, 0...3) {
      Curve((0...40).map { point(f.vanillaMean(from: p₀.mean, at: cone * Double($0) / 40)) }, .vanilla, width: 1, column: "mean")
      Curves(
        try vanillaTimes.map { t in
          ellipse(try Gaussian(mean: f.vanillaMean(from: p₀.mean, at: t), covariance: f.vanillaCovariance(from: Σ₀, at: t)))
        }, .vanilla, width: 1.4)
      Points(vanillaTimes.map { point(f.vanillaMean(from: p₀.mean, at: $0)) }, .vanilla, size: 4)
    }
    try planePanel("natural", -2.6...0.6, 0...3) {
      Curve(try spans.map { point(try f.naturalFlow(from: p₀, at: $0).mean) }, .natural, width: 1, column: "mean")
      Curves(try naturalTimes.map { ellipse(try f.naturalFlow(from: p₀, at: $0)) }, .natural, width: 1.4)
      Points(try naturalTimes.map { point(try f.naturalFlow(from: p₀, at: $0).mean) }, .natural, size: 4)
    }
  }
}
value("gfMeanAtCone", f.vanillaMean(from: p₀.mean, at: cone).distance(to: [0, 0.5]), "%.2f")
let late = try f.naturalFlow(from: p₀, at: 1e6)
var shape = late.covariance
shape.scale(by: 1e6)
// hide end
expect(shape.storage, equals: [0.2, -0.1, -0.1, 0.3], within: 1e-5, as: "$t\\, \\Sigma(t) \\to (-2A)^{-1}$")

//: When the vanilla covariance breaks down, the mean is still {{gfMeanAtCone}} from the maximum. The natural covariance never breaks down, because
//: $-2tA$ is positive definite. By {@eq:gf-full}, $\Sigma(t) \approx (-2tA)^{-1}$ after some time: the ellipse takes the *shape of the level
//: lines*, whatever $\Sigma_0$ was. Searches that adapt a covariance matrix look for exactly this shape. With $\Sigma$
//: held at a wrong shape the natural flow is bent by it, and as slow as its worst direction.
// hide begin
let top: Vector<Double> = [0, 0.5]
let arrivals = [
  MeanFlow(of: f, .vanilla, covariance: Σ₀).arrivalTime(at: top, within: 1e-3, from: p₀.mean, until: 1e3, precise)!,
  MeanFlow(of: f, .natural, covariance: Σ₀).arrivalTime(at: top, within: 1e-3, from: p₀.mean, until: 1e3, precise)!,
  GaussianFlow(of: f, .natural, in: .θ).arrivalTime(ofMeanAt: top, within: 1e-3, from: p₀, until: 1e3, precise)!,
]
// hide end
let places = [
  f.vanillaMean(from: p₀.mean, at: arrivals[0]), f.heldNaturalFlow(from: p₀, at: arrivals[1]),
  try f.naturalFlow(from: p₀, at: arrivals[2]).mean,
]
expect(
  places.map { 1000 * $0.distance(to: top) }, equals: [1, 1, 1], within: 1e-6,
  as: "the closed solutions are there at the times of the table")
// hide begin
table(
  "gf-plane-times",
  "From $\\mu = (-1.8, 2)$: the time until the mean is within $10^{-3}$ of the maximum, and what happens to $\\Sigma$.",
  columns: ["flow", "time", "approach", "Σ"],
  rows: [
    ["vanilla in $(\\mu, \\Sigma)$", "never", "–", "leaves the cone at \(String(format: "%.4f", cone)), where the flow ends"],
    ["vanilla, $\\Sigma$ held", arrivals[0], "exponential", "held"],
    ["natural, $\\Sigma$ held", arrivals[1], "exponential", "held"],
    ["natural", arrivals[2], "$1/t$", "$\\to (-2tA)^{-1}$"],
  ], formats: [nil, "%.2f", nil, nil])
// hide end

//: The mean of the natural flow slows down because its covariance shrinks with it: its speed is $\Sigma$ times the slope. With $\Sigma$ held
//: it does not slow down, and the distribution does not become a point mass either.

//: ## Invariance, measured {#sec:gf-invariance}
//:
//: The natural flow computed in four charts is four computations with different steps and different errors. If it is one flow, the distance
//: of the results is error, and falls with the tolerance of the solver [@DormandPrince80]. For the quartic, from $(0.6, 0.9)$ up to time
//: $0.5$, at equal times, in the plane of $(\mu, \sigma)$:
func way(_ kind: GradientKind, _ chart: Chart, _ tolerance: Double, until end: Double = 0.5) -> Trajectory<Point> {
  UnivariateFlow(of: quartic, kind, in: chart)
    .trajectory(from: chart.point(mean: 0.6, deviation: 0.9), until: end, FlowSolver(tolerance: tolerance))
}
let tolerances = (3...10).map { pow(10, -Double($0)) }
let others = [Chart.variance, .θ, .η]
let gaps = others.map { chart in
  tolerances.map {
    way(.natural, .deviation, $0).greatestDistance(to: way(.natural, chart, $0), mapping: { $0 }, and: chart.meanDeviation)
  }
}
let vanillaGaps = others.map { chart in
  tolerances.map { tolerance in
    // By time 0.5 the others have come to the border; the flow in θ has only begun.
    let orbits = [Chart.deviation, chart].map { c in
      way(.vanilla, c, tolerance, until: c == .θ ? 5000 : 0.5).polyline().map(c.meanDeviation)
    }
    return orbitDistance(from: orbits[0], to: orbits[1])
  }
}
let gapSlopes = gaps.map { exponent($0, tolerances) }
expect(gapSlopes, equals: [1, 1, 1], within: 0.25, as: "the distance of the natural flows falls with the tolerance")
expect(vanillaGaps.joined().allSatisfy { $0 > 0.02 }, as: "the vanilla orbits are different curves at every tolerance")
// hide begin
value("gfNaturalGap", gaps.map { $0.last! }.max()!, "%.0e")
value("gfVanillaGap", vanillaGaps.map { $0.last! }.min()!, "%.2f")
figure(
  "gf-invariance",
  "Distance of the flow computed in (μ, σ) from the same flow computed in (μ, σ²), θ and η, against the tolerance of the solver. "
    + "Natural: the error of the solver. Vanilla: of the orbits as whole curves, each followed to its end (in θ until time 5000), so that clocks do not count.",
  alt: "Doubly logarithmic plot: three blue lines rise with slope one, three orange lines are horizontal far above them"
) {
  Panel(x: Axis("tolerance", 5e-11...2e-3, scale: .log), y: Axis("distance in the plane of (μ, σ)", scale: .log), key: .none) {
    Line(through: Point(1e-7, gaps[0][4] / 20), slope: 1, .grey, dash: .dashed, label: "slope 1")
    for (k, shape) in [Shape.circle, .openSquare, .triangle].enumerated() {
      Curve(x: tolerances, y: vanillaGaps[k], .vanilla, column: "vanilla \(others[k].rawValue)")
      Points(x: tolerances, y: vanillaGaps[k], .vanilla, size: 7, shape: shape, column: "vanilla \(others[k].rawValue)")
      Curve(x: tolerances, y: gaps[k], .natural, column: "natural \(others[k].rawValue)")
      Points(x: tolerances, y: gaps[k], .natural, size: 7, shape: shape, column: "natural \(others[k].rawValue)")
    }
    Label("vanilla: ● (μ, σ²), □ θ, ▲ η", at: Point(8e-11, 3 * vanillaGaps.map { $0.last! }.max()!), .vanilla)
    Label("natural", at: Point(1e-9, 30 * gaps.map { $0[6] }.max()!), .natural)
  }
}
// hide end

//: At the finest tolerance the natural flows are {{gfNaturalGap}} apart, the vanilla orbits at least {{gfVanillaGap}}.

//: ## Functions known by their values {#sec:gf-quadrature}
//:
//: Nothing so far needs a polynomial. With $X = \mu + \sigma Z$, integrating by parts moves the derivatives from $f$ to the density of
//: $Z$:
//:
//: $$ g = \frac1\sigma \E[f(X)\, Z], \qquad H = \frac{1}{\sigma^2} \E[f(X)\, (Z^2 - 1)]. $$ {#eq:gf-weights}
//:
//: No derivative of $f$ is left. The means are computed by Gauss–Hermite quadrature: $n$ points and weights that are exact for
//: polynomials up to the degree $2n - 1$. The points are eigenvalues of a matrix of known numbers [@GolubWelsch69].
listing("InformationGeometry/Gaussian/GaussHermite.swift", "Hermite")  // hide

//: How good is it? For $\cos 2x$ the answer is known and the error falls faster than any power; for $\abs{x}$, which has a kink, it falls like
//: $1/n$ in $F$. A program does not know the answer. It compares the rule with the rules of $n - 1$ and of $n/2$ points, and takes the
//: greater difference.
// hide begin
let orders = [5, 10, 20, 40, 80]
let (μ, σ) = (0.35, 0.8)
let wave = orders.map { UnivariateQuadrature(order: $0) { cos(2 * $0) } },
  kink = orders.map { UnivariateQuadrature(order: $0) { abs($0) } }
let waveMean = exp(-2 * σ * σ) * cos(2 * μ)
let density = exp(-μ * μ / (2 * σ * σ)) / (σ * (2 * .pi).squareRoot())
let kinkMean = μ * erf(μ / (σ * 2.0.squareRoot())) + 2 * σ * σ * density
func errors(_ q: UnivariateQuadrature, _ mean: Double, curvature: Double) -> [Double] {
  let (d, e) = (q.expectedDerivatives(mean: μ, variance: σ * σ), q.error(mean: μ, variance: σ * σ))
  return [abs(d.value - mean), e.value, abs(d.curvature - curvature), e.curvature].map { max($0, 1e-15) }  // rounding
}
let waveErrors = wave.map { errors($0, waveMean, curvature: -4 * waveMean) },
  kinkErrors = kink.map { errors($0, kinkMean, curvature: 2 * density) }
table(
  "gf-quadrature",
  "Errors of $F$ and $H$ by quadrature, and what the program says about them, for $N(0.35, 0.8^2)$; rounding is shown as $10^{-15}$.",
  columns: [
    "$n$", "$\\cos 2x$: error of $F$", "estimate", "$\\abs{x}$: error of $F$", "estimate", "$\\abs{x}$: error of $H$", "estimate",
  ],
  rows: orders.indices.map { k in
    [
      Double(orders[k]), waveErrors[k][0], waveErrors[k][1], kinkErrors[k][0], kinkErrors[k][1], kinkErrors[k][2],
      kinkErrors[k][3],
    ]
  }, formats: ["%.0f", "%.0e", "%.0e", "%.1e", "%.1e", "%.1e", "%.1e"])
// hide end
expect(
  (waveErrors + kinkErrors).allSatisfy { $0[0] <= $0[1] + 1e-15 && $0[2] <= $0[3] + 1e-13 },
  as: "no error is greater than its estimate")
let moments = [2, 4, 6, 8].map { k in GaussHermite(order: 5).mean { pow($0, Double(k)) } }
expect(moments, equals: [1, 3, 15, 105], within: 1e-12, as: "five points: $\\E[Z^k]$ up to $k = 9$")
expect(945 - GaussHermite(order: 5).mean { pow($0, 10) }, equals: 120, within: 1e-10, as: "and at $k = 10$ off by $5!$")

//: A flow asks for $g$ and $H$ and does not care where they come from. The quartic, given as a function and not as a polynomial, flows to
//: the same place. And $-\abs{x}$, which has no derivative where it matters, has a flow with a closed solution.
let black = UnivariateQuadrature(order: 5) { t in ((-2 * t - 1) * t + 8) * t * t + 6 * t }
func arrived<F: UnivariateObjective>(_ f: F) -> [Double] {
  let flow = UnivariateFlow(of: f, .natural, in: .θ)
  return pair(Chart.θ.meanDeviation(flow.end(from: Chart.θ.point(mean: -0.5, deviation: 0.2), until: 50, precise).point))
}
expect(arrived(black), equals: arrived(quartic), within: 1e-8, as: "by values and by moments, at t = 50")
let tent = UnivariateFlow(of: UnivariateQuadrature(order: 200) { -abs($0) }, .natural, in: .deviation)
let tentWidth = tent.end(from: Point(0, 1), until: 10, FlowSolver(tolerance: 1e-8)).point.y
value("gfTent", tentWidth, "%.4f")  // hide
value("gfTentClosed", 1 / (1 + 10 / (2 * Double.pi).squareRoot()), "%.4f")  // hide
expect(
  tentWidth, equals: 1 / (1 + 10 / (2 * Double.pi).squareRoot()), within: 1e-3,
  as: "the width at t = 10, by 200 points and in closed form")

//: From $(0, 1)$, where $H = -2/(\sigma\sqrt{2\pi})$, the natural flow of $-\abs{x}$ is $\dot\sigma = -\sigma^2/\sqrt{2\pi}$, so that
//: $\sigma = 1/(1 + t/\sqrt{2\pi})$: a kink is approached like $1/t$, faster than a smooth peak. At $t = 10$ that is {{gfTentClosed}}, by
//: quadrature {{gfTent}}.

//: ## Summary {#sec:gf-summary}
//:
//: - A mean slope and a mean curvature give every gradient ({@eq:gf-bonnet}). They are means of values of $f$ too ({@eq:gf-weights}).
//: - The natural flow of a quadratic is a straight line in $\theta$, in any dimension; its direction is $f$ itself ({@eq:gf-straight},
//:   {@eq:gf-full}). Its covariance takes the shape of the level lines.
//: - A vanilla flow is the flow of a chart. The one in $(\mu, \sigma)$ is exponential, the ones in $(\mu, \sigma^2)$, $\eta$ and $(\mu, \Sigma)$ break
//:   down at the border, the one in $\theta$ all but stands still ({@fig:gf-charts}, {@fig:gf-clocks}).
//: - The natural clock does not know the unit of $x$. It is algebraic near a point mass, which is infinitely far away.
//: - The mean of $f$ has no maxima but point masses, and a flow has decided once it is higher than the pass ({@fig:gf-basins}).
//:
//: All means of this chapter were exact. A search has samples instead; how the same two gradients are estimated from values of $f$, and
//: what finite steps do to the straight line, is the subject of the next chapter.

//: ## Exercises {#sec:gf-exercises}
//:
//: An answer is judged by `swift run -c release exercise 04.1 "4/3"` and the like.
//:
//: ::: exercise gf-narrow
//: At which time has the natural flow of $x - 3x^2$, from $\sigma_0 = 1$, reached $\sigma = 0.1$?
//: ::: hint
//: Solve σ = σ₀ / √(1 + 6 σ₀² t) for the time.
//: ::: solution
//: $1 + 6t = 100$, so $t = 33/2$. The vanilla flow in $(\mu, \sigma)$ is there at $\tfrac16 \log 10 = {{gfVanillaNarrow:%.3f}}$.
//: :::
//:
//: ::: exercise gf-orbit
//: The natural flow of $x - 3x^2$ starts at $\mu = 7/6$. What is $\mu$ when $\sigma$ has fallen to half of its start?
//: ::: hint
//: On a natural orbit u = μ − 1/6 is proportional to σ².
//: ::: solution
//: $u$ falls from 1 to $1/4$, so $\mu = 1/6 + 1/4 = 5/12$. On the vanilla ray it would be $1/6 + 1/2 = 2/3$.
//: :::
//:
//: ::: exercise gf-mean
//: The vanilla flow in $\eta$ of $x - 3x^2$ starts from $N(0, 1)$. At which mean does it run into the border?
//: ::: hint
//: The velocity in η is (1, −3). The border is η₂ = η₁².
//: ::: solution
//: $\eta = (t, 1 - 3t)$ meets $\eta_2 = \eta_1^2$ when $t^2 + 3t - 1 = 0$, so $t = (\sqrt{13} - 3)/2$, and the mean is $t = {{gfMean:%.4f}}$ too.
//: :::
//:
//: ::: exercise gf-saddle
//: Where is the saddle of the mean of $f(x) = x^2 - x^4$? Give $\mu, \sigma$.
//: ::: hint
//: E[f'] and E[f''] are both zero there. By symmetry you may guess the mean.
//: ::: solution
//: $\E[f''] = 2 - 12(\mu^2 + \sigma^2)$ and $\E[f'] = 2\mu - 4(\mu^3 + 3\mu\sigma^2)$. With $\mu = 0$ the second is zero, and the first at
//: $\sigma = 1/\sqrt6$. A Gaussian at 0 takes that width and stays; one beside 0 goes on to its side.
//: :::
//:
//: ::: exercise gf-cone
//: Take {@eq:gf-quadratic} with $\Sigma_0 = 1$, the unit matrix. When does the vanilla flow in $(\mu, \Sigma)$ leave the positive cone?
//: ::: hint
//: The matrix of the velocities is B = ((−3, −2), (−2, −2)). When is 1 + tB singular?
//: ::: solution
//: The least eigenvalue of $B$ is $-(5 + \sqrt{17})/2$, so $t = 2/(5 + \sqrt{17}) = {{gfUnitCone:%.4f}}$.
//: :::
//:
//: ::: exercise gf-unit
//: You measured $x$ in metres and now measure it in millimetres. How many times longer does the vanilla flow in $(\mu, \sigma)$ take?
//: ::: hint
//: The speed of the mean is df/dx, and the distance to go is measured in x.
//: ::: solution
//: The slope is a thousand times smaller and the way a thousand times longer: $10^6$. The natural flow takes as long as before.
//: :::
//:
//: ::: exercise gf-half
//: Show that the natural orbits in the plane of $(\mu, \sigma)$ become vanilla orbits if the plane is stretched to $(\mu, s)$ with
//: $s = \sqrt2\, \sigma$, for every $f$. What is the relation of the clocks?
//: ::: hint
//: Write both velocities in (μ, s).
//: ::: solution
//: $\partial F/\partial s = \sigma H/\sqrt2$, so the vanilla flow in $(\mu, s)$ is $\dot\mu = g$, $\dot s = \sigma H/\sqrt2$. The natural flow has
//: $\dot\mu = \sigma^2 g$ and $\dot s = \sqrt2 \cdot \tfrac12 \sigma^3 H = \sigma^2 \cdot \sigma H/\sqrt2$: the same direction, $\sigma^2$ times as fast. The
//: metric {@eq:gf-metric} is $(\d\mu^2 + \d s^2)/\sigma^2$, the plane of $(\mu, s)$ up to a factor. Factors of a metric change clocks only.
//: :::
// hide begin
answer("gf-narrow", 16.5, within: 1e-6)
value("gfVanillaNarrow", log(10.0) / 6)
let one = Quadratic(linear: [1], matrix: Matrix(rows: [[-3]]))
expect(one.naturalFlow(from: Point(0, 1), at: 16.5).y, equals: 0.1, within: 1e-15, as: "the solution of {@ex:gf-narrow}")
answer("gf-orbit", 5.0 / 12, within: 1e-4)
expect(one.naturalFlow(from: Point(7.0 / 6, 1), at: 0.5).x, equals: 5.0 / 12, within: 1e-14, as: "the solution of {@ex:gf-orbit}")
let meanAtBorder = UnivariateFlow(of: parabola, .vanilla, in: .η).end(from: Point(0, 1), until: 5, precise).point.x
value("gfMean", meanAtBorder)
expect(meanAtBorder, equals: (13.0.squareRoot() - 3) / 2, within: 1e-11, as: "the solution of {@ex:gf-mean}")
answer("gf-mean", meanAtBorder, within: 1e-3)
let hill = MountainPass(of: UnivariateMean(of: x.power(2) - x.power(4)), near: Point(0.1, 0.3))!
expect(pair(hill.saddle), equals: [0, 1 / 6.0.squareRoot()], within: 1e-7, as: "the solution of {@ex:gf-saddle}")
answer("gf-saddle", [0, 1 / 6.0.squareRoot()], within: 1e-3)
let unitCone = f.vanillaEnd(from: try Gaussian(mean: [0, 0], covariance: Matrix.identity(2)))
value("gfUnitCone", unitCone)
expect(unitCone, equals: 2 / (5 + 17.0.squareRoot()), within: 1e-14, as: "the solution of {@ex:gf-cone}")
answer("gf-cone", unitCone, within: 1e-3)
answer("gf-unit", 1e6, within: 1)
let stretched = UnivariateFlow(of: quartic, .natural, in: .deviation)
let (n, v) = (stretched.velocity(at: Point(-0.4, 0.7)), flows[0].velocity(at: Point(-0.4, 0.7)))
expect([n.x, 2 * n.y], equals: [0.49 * v.x, 0.49 * v.y], within: 1e-14, as: "{@ex:gf-half} at a point")
// hide end
