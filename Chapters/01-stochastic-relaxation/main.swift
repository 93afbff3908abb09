//: # Stochastic relaxation
//:
//: A function of bits has no gradient. Its mean under a distribution of the bits has one, and a search that follows this
//: gradient is a flow of distributions. The flow depends on the coordinates in which the distribution is written down, unless
//: it is the natural gradient that is followed. This chapter draws all of that for two bits, where everything can be seen and
//: everything can be checked, and rebuilds the toy example of the slides [@Malago23].
//:
//: After it you will be able to
//:
//: - turn a problem on $\{-1,+1\}^n$ into a smooth one, and write its gradient in four coordinate systems;
//: - say why the gradient flow in probabilities needs a projection, and why the one in natural parameters is slow on
//:   plateaux: how slow, in numbers;
//: - compute a natural gradient, and prove and measure what is invariant about it, and what is not;
//: - find the basins of attraction of a flow, by counting and exactly.
//:
//: What is needed: partial derivatives, expectations of finite sums, and the idea of a differential equation.
import Figures
import Foundation
import InformationGeometry
import LinearAlgebra
import Literate

// hide begin
chapter.begin(seed: 1)

typealias Chart = IndependenceCoordinates
let solver = FlowSolver(tolerance: 1e-8)

/// What a figure shows of a plane.
func window(_ chart: Chart) -> ClosedRange<Double> { chart == .θ ? -3...3 : chart.range }

/// A panel of one plane with the level lines of F.
func panel(
  _ title: String, _ chart: Chart, over range: ClosedRange<Double>? = nil, labels: Bool = false,
  @LayerBuilder _ layers: () -> [any Layer]
) -> Panel {
  let window = range ?? window(chart)
  let heights = Grid(x: window, y: window, count: 81) { Relaxation(f, in: chart).value(at: Point($0, $1)) }
  let ticks: [Double]? = chart == .φ ? [0, .pi / 2, .pi] : chart == .θ ? [-3, -2, -1, 0, 1, 2, 3] : [0, 0.5, 1]
  func axis(_ name: String) -> Axis {
    Axis(name, window, ticks: ticks, tickLabels: chart == .φ ? ["0", "π/2", "π"] : nil)
  }
  return Panel(
    title, x: axis(chart.rawValue + "₁"), y: axis(chart.rawValue + "₂"), aspect: .equal, key: .none, grid: false
  ) {
    Contours(heights, levels: [-3, -2, -1, 0, 1, 2, 3, 4, 5], labels: labels, Color.grey.lighter(0.35))
    layers()
  }
}

/// All points with coordinates from a list.
func square(_ places: [Double]) -> [Point] { places.flatMap { y in places.map { x in Point(x, y) } } }

/// The sides of the square that a plane shows.
func border(of chart: Chart) -> [Point] {
  let (a, b) = (chart.range.lowerBound, chart.range.upperBound)
  return [Point(a, a), Point(b, a), Point(b, b), Point(a, b), Point(a, a)]
}

/// Starts that lie on no separatrix, as probabilities.
let starts = square((0..<6).map { 0.05 + 0.18 * Double($0) })

/// Starts that fill the plane of θ.
let θStarts = square((0..<6).map { -2.5 + Double($0) })

/// The way of a flow from a start in μ, drawn in any plane. Beyond ±8 in θ, where the boundary is at infinity, nothing is drawn.
func orbit(_ flow: GradientFlow, from start: Point, in plane: Chart, until time: Double) -> [Point] {
  let way = flow.trajectory(from: Chart.μ.convert(start, to: flow.coordinates), until: time, solver)
  return way.polyline().map { flow.coordinates.convert($0, to: plane).mapped { min(8, max(-8, $0)) } }
}

func orbits(_ flow: GradientFlow, from starts: [Point] = starts, in plane: Chart) -> [any Layer] {
  let color: Color = flow.kind == .natural ? .natural : .vanilla
  let time = flow.kind == .natural ? 4.0 : flow.coordinates == .θ ? 500 : 10
  return [
    Curves(starts.map { orbit(flow, from: $0, in: plane, until: time) }, color, width: 1.1, arrow: .middle),
    Points(starts.map { Chart.μ.convert($0, to: plane) }, color, size: 3), saddle(in: plane),
  ]
}

/// The saddle of F.
func saddle(in plane: Chart) -> Marker {
  Marker(at: Chart.η.convert(Point(-2.0 / 3, -1.0 / 3), to: plane), .black, shape: .cross, size: 8)
}
// hide end

//: ## A function of two bits {#sec:problem}
//:
//: Let $x = (x_1, x_2)$ with $x_i \in \{-1, +1\}$, and
//:
//: $$ f(x) = x_1 + 2 x_2 + 3 x_1 x_2. $$ {#eq:f}
//:
//: In the code a polynomial is written as on paper; $x_i^2 = 1$ is built in. (The code that composes figures and tables is left
//: out of the page and stands in the chapter's source. There `Chart` is defined as a short name of `IndependenceCoordinates`, and
//: `solver` as a Runge–Kutta method with error control and tolerance $10^{-8}$.)
let x = PseudoBoolean.variables(2)
let f = x[0] + 2 * x[1] + 3 * x[0] * x[1]
// hide begin
table(
  "function", "The four values of {@eq:f}.", columns: ["$x_1$", "$x_2$", "$f(x)$"],
  rows: [3, 1, 2, 0].map { FiniteDistribution.cube(2)[$0] }.map { [$0[0], $0[1], f.value(at: $0)] },
  formats: ["%+.0f", "%+.0f", "%.0f"])
expect(
  [3, 1, 2, 0].map { f.value(at: FiniteDistribution.cube(2)[$0]) }, equals: [6, -4, -2, 0], within: 0, as: "the slides' table")
// hide end

//: With two bits one looks at the table and is done. With a thousand, one keeps a distribution $p$ over the points, draws from
//: it, looks at the values, and moves it towards the good ones. What such a search improves is the mean
//:
//: $$ \mathcal F(p) = \E_p[f(X)] = \sum_x p(x) f(x), $$ {#eq:relaxation}
//:
//: the *stochastic relaxation* of $f$ [@MMP11]. Nothing is lost by it: a mean is never above the maximum, and the point mass
//: $\delta_{x^*}$ on a maximum attains it. Something is gained: $p$ lives in a continuous set $\mathcal M = \{p_\xi\}$ with
//: coordinates $\xi$, and $F(\xi) = \mathcal F(p_\xi)$ has a gradient.
//:
//: **Up or down.** The slides state the problem as a minimum and step along $-\nabla F$, but define their flows by
//: $\dot\xi = +\nabla F(\xi)$. Here either sense makes sense, since $f$ is bounded. This chapter *maximises* unless it says
//: otherwise: the aim is $x^* = (+1,+1)$, where $f = {{highest}}$. {@fig:four-flows-down}, half of {@tab:basins} and {@sec:steps}
//: minimise. Whoever solves the printed problem by the printed flow, from the uniform distribution, gets {{highest}}, not {{lowest}}.
let uniform = Point(0, 0)
let arrivals = Sense.allCases.map { GradientFlow(of: f, .vanilla, in: .η, $0).end(from: uniform, until: 10).point }
value("highest", f.value(at: arrivals[0]))  // hide
value("lowest", f.value(at: arrivals[1]))  // hide
expect(arrivals == [Point(1, 1), Point(1, -1)], as: "up, the flow ends at $(+1,+1)$; down, at $(+1,-1)$")

//: ## One model, four coordinate systems {#sec:coordinates}
//:
//: The simplest model lets the bits be independent, $p(x) = p_1(x_1)\, p_2(x_2)$. For two bits it is a surface in the
//: tetrahedron of all distributions, and contains the four corners of the tetrahedron, the point masses. A distribution on it
//: is named by one number a bit:
//:
//: | coordinate | from the mean | range | Fisher information of a bit |
//: |---|---|---|---|
//: | $\eta = \E[X]$ | | $[-1, 1]$ | $1 / (1 - \eta^2)$ |
//: | $\mu = \Pr(X = +1)$ | $\mu = (1 + \eta)/2$ | $[0, 1]$ | $1 / (\mu (1 - \mu))$ |
//: | $\theta$ | $\theta = \artanh(\eta) = \tfrac12 \log \frac{\mu}{1 - \mu}$ | $\R$ | $1 - \tanh^2 \theta$ |
//: | $\varphi$ | $\varphi = 2 \arcsin \sqrt{\mu}$ | $[0, \pi]$ | $1$ |
//:
//: The last column, the mean square of the *score* $\partial_\xi \log p(X; \xi)$, is what the second half of the chapter is about.
//: In $\theta$ the model is an exponential family,
//:
//: $$ p(x; \theta) = e^{\theta_1 x_1 + \theta_2 x_2 - \psi(\theta)}, \qquad
//: \psi(\theta) = \sum_i \log (2 \cosh \theta_i), \qquad
//: p_i(x_i) = \frac{e^{\theta_i x_i}}{e^{\theta_i} + e^{-\theta_i}}, $$ {#eq:family}
//:
//: which reaches all positive distributions of the model, and has the boundary at infinity. The column is checked here
//: against its definition $I(\xi) = \E[\nabla \log p(X; \xi)\, \nabla \log p(X; \xi)^\T]$, a sum over all states.
let somewhere = IndependenceModel([0.3, -0.8], in: .θ)
for chart in Chart.allCases {
  let score = { somewhere.score(at: $0, in: chart) }
  let byDefinition = somewhere.distribution.secondMoment(of: score)
  let closed = somewhere.fisherMatrix(in: chart)
  expect(
    [closed[0, 0], closed[0, 1], closed[1, 1]], equals: [byDefinition[0, 0], byDefinition[0, 1], byDefinition[1, 1]],
    within: 1e-13, as: "Fisher matrix in \(chart.rawValue)")
}
expect(
  centralDifferences(of: { IndependenceModel(parameters: $0).logPartition }, at: somewhere.parameters).elements,
  equals: somewhere.meanParameters.elements, within: 1e-9, as: "$\\nabla\\psi(\\theta) = \\eta$ (central differences)")

//: Since $f$ is linear in each bit and the bits are independent, its mean is $f$ at the means. With $\eta_i = 2\mu_i - 1$ put
//: in, it is the polynomial of the slides:
//:
//: $$ F(\eta) = \eta_1 + 2 \eta_2 + 3 \eta_1 \eta_2, \qquad F(\mu) = -4 \mu_1 - 2 \mu_2 + 12 \mu_1 \mu_2. $$ {#eq:f-mu}
//:
//: Both against the sum {@eq:relaxation} over the four states, on a grid of distributions:
let grid = (1...9).flatMap { j in (1...9).map { i in Vector([Double(i) / 10, Double(j) / 10]) } }
let byEnumeration = grid.map { IndependenceModel($0, in: .μ).distribution.expectation { f.value(at: $0) } }
expect(grid.map { -4 * $0[0] - 2 * $0[1] + 12 * $0[0] * $0[1] }, equals: byEnumeration, within: 1e-13, as: "F(μ)")
expect(
  grid.map { Relaxation(f, in: .η).value(at: Chart.μ.convert($0, to: .η)) }, equals: byEnumeration, within: 1e-13, as: "F(η)")

//: **In the slides** the pictures are labelled $\mu$ and the flows over them $\nabla F(\eta)$, as if the two were one. With
//: $T(x) = x$, the expectation parameter is $\eta = 2 \mu - 1$, not $\mu$. The curves are the same. The clock is not: per unit of
//: $\mu$ the function changes twice as much as per unit of $\eta$, and a unit of $\mu$ is two units of $\eta$, so the flow in $\mu$
//: runs $(\d\eta/\d\mu)^2 = 4$ times as fast. (A second consequence stands in {@sec:natural}.)
let flowInμ = GradientFlow(of: f, .vanilla, in: .μ).trajectory(from: Point(0.3, 0.4), until: 0.05, solver)
let flowInη = GradientFlow(of: f, .vanilla, in: .η).trajectory(from: Point(-0.4, -0.2), until: 0.2, solver)
let apart = (1...20).map { Double($0) / 400 }.map { t in
  Chart.μ.convert(flowInμ.point(at: t), to: .η).distance(to: flowInη.point(at: 4 * t))
}
expect(apart.max()!, equals: 0, within: 1e-6, as: "the flow in μ at time t is the flow in η at 4t")

//: ## The gradient flow in probabilities {#sec:flow-mu}
//:
//: The partial derivatives of {@eq:f-mu} are
//:
//: $$ \nabla F(\mu) = (-4 + 12 \mu_2, \; -2 + 12 \mu_1)^\T. $$ {#eq:gradient-mu}
//:
//: A gradient in closed form is checked in two ways throughout. Here against the definition: the derivative of
//: {@eq:relaxation} is $\E[f(X)\, \partial_\xi \log p(X)]$, once more a sum over states. And by *Taylor slope*: the remainder
//: $F(\xi + t v) - F(\xi) - t\, g^\T v$ falls as $t^2$ if $g$ is the gradient, and as $t$ if $g^\T v$ is anything else. The two
//: exponents are told apart without a fine tolerance; a gradient spoilt by a per cent shows that the check can fail.
let point = Vector([0.35, 0.62]), direction = Vector([0.2, -0.1])
expect(
  Relaxation(f, in: .μ).gradient(at: point).elements, equals: [-4 + 12 * point[1], -2 + 12 * point[0]], within: 1e-14,
  as: "{@eq:gradient-mu}")
@MainActor func check(_ chart: Chart, line: Int = #line) {
  let (F, ξ) = (Relaxation(f, in: chart), Chart.μ.convert(point, to: chart))
  let (g, model) = (F.gradient(at: ξ), IndependenceModel(ξ, in: chart))
  let byDefinition = (0...1).map { i in model.distribution.expectation { f.value(at: $0) * model.score(at: $0, in: chart)[i] } }
  expect(g.elements, equals: byDefinition, within: 1e-13, as: "∇F in \(chart.rawValue) by enumeration", line: line)
  let value: (Vector<Double>) -> Double = { F.value(at: $0) }
  expect(
    taylorOrder(of: value, gradient: g, at: ξ, along: direction), equals: 2, within: 0.05,
    as: "∇F in \(chart.rawValue): Taylor slope 2", line: line)
  var spoilt = g
  spoilt.add(0.01 * g.norm / direction.norm, direction)
  expect(
    taylorOrder(of: value, gradient: spoilt, at: ξ, along: direction) < 1.5, as: "a gradient off by a hundredth is noticed",
    line: line)
}
check(.μ)

//: The level lines of $F$ are hyperbolas around a saddle, the only place where {@eq:gradient-mu} vanishes. The gradient is linear
//: in the displacement from it: an orbit is a multiple of $e^{12 t}$ along the rising diagonal plus one of $e^{-12 t}$ along the other.
// hide begin
figure(
  "flow-mu",
  "The gradient of F in the marginal probabilities. Left: the flow, projected onto the square, from 36 starts (dots), over level "
    + "lines of F; the cross is the saddle. Right: gradient vectors times λ = 0.025, as in the slides. On most of the upper and "
    + "the right side, and near the corner (0, 0), they point out of the square.",
  alt: "Two panels of the unit square: orbits towards two opposite corners, and arrows that leave the square at its sides"
) {
  let places = square((0...8).map { Double($0) / 8 })
  let border = Curve(border(of: .μ), .black, width: 1, column: "border")
  panel("flow", .μ, over: -0.12...1.28, labels: true) {
    border
    orbits(GradientFlow(of: f, .vanilla, in: .μ), in: .μ)
  }
  panel("gradient vectors, λ = 0.025", .μ, over: -0.12...1.28) {
    border
    Arrows(at: places, vectors: places.map { Relaxation(f, in: .μ).gradient(at: $0) }, scale: 0.025, color: .fixed(.vanilla))
    saddle(in: .μ)
  }
}
// hide end

//: ## The boundary {#sec:projection}
//:
//: Nothing in {@eq:gradient-mu} knows that $\mu$ is a probability. At the optimum $(1,1)$ the gradient is
//: $({{gradientAtCorner1}}, {{gradientAtCorner2}})$, not zero, and a flow that is left alone crosses the boundary and runs to
//: infinity. A vanilla flow in probabilities must be *projected*: on a face it loses the component that pushes out,
//:
//: $$ \dot\xi_i = \begin{cases} 0 & \text{on a face against which } \partial_i F \text{ pushes,} \\
//: \partial_i F(\xi) & \text{else.} \end{cases} $$ {#eq:projected}
//:
//: The right side jumps, and a solver with error control would stumble over the jump at every step along a face. So the flow is
//: followed arc by arc; an arc is smooth and ends where a face is reached or lets go, which is located on the solver's
//: polynomial between two steps.
listing("InformationGeometry/Flows/ProjectedFlow.swift", "projection")  // hide
// hide begin
let corner: Point = Relaxation(f, in: .μ).gradient(at: Point(1, 1))
value("gradientAtCorner1", corner.x, "%.0f")
value("gradientAtCorner2", corner.y, "%.0f")
let upInη = GradientFlow(of: f, .vanilla, in: .η), precise = FlowSolver(tolerance: 1e-11)
let free = precise.trajectory(of: { upInη.velocity(at: $0, into: &$1) }, from: uniform, until: 0.48)
let slid = upInη.trajectory(from: uniform, until: 5, precise)
// hide end

//: From the uniform distribution, $\eta = (0,0)$, the free flow has a closed form. With $u = \eta_1 + \eta_2 + 1$ and
//: $w = \eta_1 - \eta_2 + \tfrac13$ it is $\dot u = 3u$, $\dot w = -3w$, so $u = e^{3t}$ and $w = \tfrac13 e^{-3t}$. The second
//: mean is 1 when $y = e^{3t}$ solves $y - \tfrac{1}{3y} = \tfrac83$:
//:
//: $$ t_1 = \tfrac13 \log \frac{4 + \sqrt{19}}{3} = {{hit:%.4f}}. $$ {#eq:hit}
//:
//: From there the flow slides along $\eta_2 = 1$ with speed $1 + 3 \eta_2 = 4$ and stands still in the corner.
let y = (4 + 19.0.squareRoot()) / 3
let corners = [log(y) / 3, log(y) / 3 + (1 - (y / 2 + 1 / (6 * y) - 2.0 / 3)) / 4]
value("hit", corners[0])  // hide
expect(slid.contacts, equals: corners, within: 1e-9, as: "{@eq:hit}, and the time at which the corner is reached")
expect(slid.report.point == Point(1, 1) && slid.report.end == .stationary, as: "the projected flow rests in the corner")
// hide begin
value("arrival", slid.report.time)
value("runaway", f.value(at: free.report.point), "%.1f")
figure(
  "projection",
  "The vanilla flow from the uniform distribution, without (dashed) and with (solid) the projection. The first leaves the "
    + "set of distributions, and the polynomial F soon exceeds the maximum of f; the second slides along the upper side to the corner.",
  alt: "An orbit from the centre of the square to its upper side; one branch goes on, the other slides to the corner"
) {
  panel("", .η, over: -0.2...1.8, labels: true) {
    Curve([Point(-0.2, 1), Point(1, 1), Point(1, -0.2)], .black, width: 1)
    Curve(free.polyline(), .vanilla, dash: .dashed, label: "free")
    Curve(slid.polyline(), .vanilla, width: 2.2, label: "projected")
    Marker(at: Point(0, 0), .black, size: 6)
  }
}
// hide end

//: At the end of the dashed line the polynomial {@eq:f-mu} is {{runaway}}, more than any value of $f$: it is the mean of nothing
//: any more. A smaller step does not help, since the flow itself leaves. Other coordinates do.

//: ## The gradient flow in natural parameters {#sec:flow-theta}
//:
//: In $\theta$ no projection is needed, because no distribution with finite $\theta$ lies on the boundary. With
//: $Z = e^{\psi}$,
//:
//: $$ F(\theta) = \frac{-4 e^{\theta_1 - \theta_2} - 2 e^{-\theta_1 + \theta_2} + 6 e^{\theta_1 + \theta_2}}{Z(\theta)}, \qquad
//: \nabla F(\theta) = \E_\theta\bigl[f(X) \, (X - \E_\theta[X])\bigr] = \Cov_\theta(f, X). $$ {#eq:gradient-theta}
//:
//: (The fourth term of the sum is missing because $f(-1,-1) = 0$.) That the gradient is a covariance holds in every exponential
//: family, and makes it estimable from samples. For independent bits it is also the chain rule,
//: $\partial F/\partial \theta_i = (1 - \eta_i^2)\, \partial F/\partial \eta_i$. The library computes the latter; the former is
//: the check.
func slideFormula(_ θ: Vector<Double>) -> Double {
  let sum = -4 * exp(θ[0] - θ[1]) - 2 * exp(-θ[0] + θ[1]) + 6 * exp(θ[0] + θ[1])
  return sum / exp(IndependenceModel(parameters: θ).logPartition)
}
expect(grid.map { slideFormula(Chart.μ.convert($0, to: .θ)) }, equals: byEnumeration, within: 1e-13, as: "F(θ) of the slides")
let model = IndependenceModel(point, in: .μ)
expect(
  Relaxation(f, in: .θ).gradient(at: model.parameters).elements,
  equals: (0...1).map { i in model.distribution.covariance(of: { f.value(at: $0) }, and: { $0[i] }) }, within: 1e-13,
  as: "$\\nabla F(\\theta) = \\Cov(f, X)$")
check(.θ)
// hide begin
figure(
  "flow-theta",
  "The gradient of F in the natural parameters, drawn as in {@fig:flow-mu}, with the slides' λ = 0.15. Far from the axes the "
    + "arrows vanish: there F is flat.",
  alt: "Two planes of natural parameters: orbits towards two opposite corners, and arrows that are long only near the axes"
) {
  let places = square((0...12).map { -3 + Double($0) / 2 })
  panel("flow", .θ, labels: true) {
    orbits(GradientFlow(of: f, .vanilla, in: .θ), from: θStarts.map { Chart.θ.convert($0, to: .μ) }, in: .θ)
  }
  panel("gradient vectors, λ = 0.15", .θ) {
    Arrows(at: places, vectors: places.map { Relaxation(f, in: .θ).gradient(at: $0) }, scale: 0.15, color: .fixed(.vanilla))
    saddle(in: .θ)
  }
}
// hide end

//: What to see: off the diagonals one of the two factors $1 - \eta_i^2$ is much smaller than the other, and the flow is
//: almost parallel to an axis: the coordinate nearer to 0 moves, that of the less decided bit. It is fast only near an axis,
//: where that bit has a probability of about ½. In the end all orbits crowd along the diagonal.
//:
//: ### Plateaux
//:
//: How flat? Since $1 - \eta^2 = 1/\cosh^2\theta \le 4 e^{-2\abs{\theta}}$, the gradient falls by the factor
//: $e^{-2} \approx 1/7$ with every unit of $\theta$. The table walks along the diagonal towards the corner $(1, -1)$, the worst place of all, from where the
//: flow has to come back. Beside the vanilla speed stands that of the natural flow of {@sec:natural}.
// hide begin
func norm(_ v: Point) -> Double { v.distance(to: Point(0, 0)) }
let inθ = Relaxation(f, in: .θ)
func timeToLevel1(_ kind: GradientKind, _ r: Double) -> Double {
  let flow = GradientFlow(of: f, kind, in: .θ)
  return solver.end(
    of: { flow.velocity(at: $0, into: &$1) }, from: Point(r, -r), until: 1e7, inside: { 1 - inθ.value(at: $0) }
  ).time
}
table(
  "plateau", "Speed of both flows at $\\theta = (r, -r)$, and the time they need from there until $F = 1$.",
  columns: ["$r$", "vanilla speed", "natural speed", "ratio", "vanilla time", "natural time"],
  rows: [0.0, 1, 2, 3, 4].map { r in
    let (v, n): (Point, Point) = (inθ.gradient(at: Point(r, -r)), inθ.naturalGradient(at: Point(r, -r)))
    return [r, norm(v), norm(n), norm(n) / norm(v), timeToLevel1(.vanilla, r), timeToLevel1(.natural, r)]
  }, formats: ["%.0f", "%.3g", "%.3g", "%.3g", "%.3g", "%.3g"])
for (name, kind, format) in [("vanilla", GradientKind.vanilla, "%.0f"), ("natural", .natural, "%.2f")] {
  let (here, far) = (timeToLevel1(kind, 0), timeToLevel1(kind, 4))
  value("\(name)Time", far, format)
  value("\(name)Longer", far / here, kind == .vanilla ? "%.0f" : "%.1f")
}
let far: [Point] = [7, 8].map { inθ.gradient(at: Point($0, -$0)) }
expect(norm(far[0]) / norm(far[1]), equals: exp(2), within: 1e-4, as: "from r = 7 to r = 8 the speed falls by $e^2$")
figure(
  "plateaux",
  "Speed of the two flows in the plane of θ, on one logarithmic scale. The vanilla flow is slow far out in all four quadrants "
    + "and fast only in a cross; the natural flow is slow only at the saddle. On the band to its left, where 1 + 3 η₂ vanishes "
    + "too, the speed is still near 1.",
  alt: "Two colour maps of a plane: a bright cross on a dark ground, and a bright plane with one dark spot left of the centre"
) {
  for (name, kind) in [("vanilla", GradientKind.vanilla), ("natural", .natural)] {
    let flow = GradientFlow(of: f, kind, in: .θ)
    let speed = Grid(cellsOf: -3...3, -3...3, count: 60) { log10(norm(flow.velocity(at: Point($0, $1)))) }
    panel(name, .θ) { HeatMap(speed, range: -2...1, colorBar: "log₁₀ of the speed") }
  }
}
// hide end

//: From $r = 4$ the vanilla flow takes {{vanillaTime}} units of time, {{vanillaLonger}} times as long as from $r = 0$, and
//: the natural flow {{naturalTime}}, {{naturalLonger}} times as long. (With another unit of $\theta$ the vanilla clock, and
//: the column of ratios with it, would change by one factor; the two “times as long” would not.) Nothing is wrong with the
//: solver: this *is* the flow. A longer step is no remedy, since it helps in one place and overshoots in another. The
//: plateaux belong to the coordinate.

//: ## Steepest, measured how? {#sec:steepest}
//:
//: So there are two gradient flows of one function, and they are two different things. From the start
//: $\mu = ({{startX}}, {{startY}})$ one of them ends at $(+1,+1)$ and the other at $(-1,-1)$:
let start = Point(0.05, 0.6)
let ends = [Chart.η, .θ].map { GradientFlow(of: f, .vanilla, in: $0).corner(fromMeans: Chart.μ.convert(start, to: .η)) }
expect(ends == [3, 0], as: "the vanilla flow in η ends at $(+1,+1)$, the one in θ at $(-1,-1)$")
// hide begin
value("startX", start.x, "%.2f")
value("startY", start.y, "%.1f")
// hide end

//: A gradient is the direction of steepest ascent, and steep means: much change of $F$ for little change of $\xi$. How far apart
//: are two distributions? The Euclidean gradient says $\norm{\Delta\xi}$, and that depends on the coordinates.
//:
//: **In the slides** the direction of steepest *ascent* is found “by minimizing $F(\xi + \Delta\xi)$ with $\norm{\Delta\xi} = 1$”.
//: Two things are off. Minimising gives descent. And a step of length 1 is not small, from here it even leaves the square: only as
//: the length goes to 0 does the best step align with the gradient. At $\mu = (0.5, 0.5)$:
let centre = Point(0.5, 0.5)
let inμ = Relaxation(f, in: .μ)
let uphill: Point = inμ.gradient(at: centre)
let lengths = [1, 0.1, 0.01, 0.001]
func angle(_ ε: Double, _ sense: Sense) -> Double {
  let α = steepestDirection(of: { inμ.value(at: $0) }, at: centre, length: ε, sense)
  return abs(remainder(α - atan2(uphill.y, uphill.x), 2 * .pi)) * 180 / .pi
}
let upTurns = lengths.map { angle($0, .maximise) }, downTurns = lengths.map { angle($0, .minimise) }
// hide begin
table(
  "steepest", "Angle in degrees between $\\nabla F(\\mu)$ and the best step of a given length.",
  columns: ["length of the step", "step that minimises", "step that maximises"],
  rows: lengths.indices.map { [lengths[$0], downTurns[$0], upTurns[$0]] }, formats: ["%g", "%.3f", "%.3f"])
expect(
  fittedSlope(of: upTurns.suffix(2).map { log($0) }, against: lengths.suffix(2).map { log($0) }), equals: 1, within: 0.05,
  as: "the angle falls in proportion to the length")
expect(downTurns.last!, equals: 180, within: 0.1, as: "the small step that minimises points against the gradient")
// hide end

//: ## The natural gradient {#sec:natural}
//:
//: Amari measures a step by what it does to the distribution [@Amari98]. The Kullback–Leibler divergence does that, and knows
//: nothing of coordinates. For a small step it is a quadratic form,
//:
//: $$ \KL(p_\xi \,\Vert\, p_{\xi + \Delta\xi}) = \tfrac12 \Delta\xi^\T I(\xi)\, \Delta\xi + O(\norm{\Delta\xi}^3), $$ {#eq:kl}
//:
//: with the Fisher matrix $I$:
let step = Vector([0.3, -0.2]), ts = [0.2, 0.1, 0.05, 0.025]
let remainders = ts.map { t in
  let moved = IndependenceModel(parameters: Vector(count: 2) { model.parameters[$0] + t * step[$0] })
  var product = step
  product.setProduct(model.fisherMatrix, step)
  return abs(model.distribution.divergence(to: moved.distribution) - t * t / 2 * step.dot(product))
}
expect(
  fittedSlope(of: remainders.map { log($0) }, against: ts.map { log($0) }), equals: 3, within: 0.1,
  as: "{@eq:kl}: the remainder is of third order")

//: Maximising $\nabla F^\T \Delta\xi$ under a bound on {@eq:kl} gives the direction
//:
//: $$ \tilde\nabla F(\xi) = I(\xi)^{-1} \nabla F(\xi). $$ {#eq:natural}
//:
//: (The derivation in full is the subject of the next chapter.) In new coordinates $\zeta$ with $J = \partial\xi/\partial\zeta$
//: the chain rule gives $\nabla_{\!\zeta} F = J^\T \nabla_{\!\xi} F$ and $I_\zeta = J^\T I_\xi J$, so
//:
//: $$ \tilde\nabla_{\!\zeta} F = (J^\T I_\xi J)^{-1} J^\T \nabla_{\!\xi} F = J^{-1}\, \tilde\nabla_{\!\xi} F. $$ {#eq:invariance}
//:
//: That is how the velocity of a moving point transforms. The natural gradient is a velocity, the vanilla gradient is not, and
//: its flow is one flow in all coordinates. Here $I$ is diagonal, and the whole computation is one factor a coordinate. The
//: check of {@eq:invariance} maps the gradients in all four coordinate systems to velocities of $\eta$:
let velocities = GradientKind.allCases.map { kind in
  Chart.allCases.map { chart in
    let ξ = model.coordinates(chart)
    return GradientFlow(of: f, kind, in: chart).velocity(at: ξ)[0] * chart.meanSlope(ξ[0])
  }
}
expect(
  velocities[1], equals: Array(repeating: velocities[1][0], count: 4), within: 1e-13,
  as: "the natural velocity of η, from all four coordinate systems")
// hide begin
table(
  "velocities", "Velocity of $\\eta_1$ at $\\mu = (0.35, 0.62)$ under the flows of the four coordinate systems.",
  columns: ["flow"] + Chart.allCases.map { "in \($0.rawValue)" },
  rows: [["vanilla"] + velocities[0], ["natural"] + velocities[1]])
// hide end
listing("InformationGeometry/Models/IndependenceCoordinates.swift", "natural factor")  // hide
listing("InformationGeometry/Flows/Relaxation.swift", "gradients")  // hide

//: In $\theta$ the factor $1/I$ cancels the $1 - \eta^2$ that made the plateaux, and
//: $\tilde\nabla F(\theta) = (1 + 3 \eta_2,\; 2 + 3 \eta_1)$. That is $\nabla F(\eta)$: in an exponential family the natural gradient
//: in one of the coordinates $\theta$, $\eta$ is the vanilla gradient in the other. **In the slides** this duality is stated later,
//: in $\eta$, and is right there. In the coordinate $\mu$ of the toy example's pictures it is false by a factor 2:
//: $\tilde\nabla F(\eta) = \nabla F(\theta)$, but $\tilde\nabla F(\mu) = \tfrac12 \nabla F(\theta)$. At the point that is checked below, the
//: first components of $\tilde\nabla F(\mu)$ and $\nabla F(\theta)$ are {{naturalμ}} and {{vanillaθ}}.
for chart in Chart.allCases {
  let ξ = model.coordinates(chart)
  var product = ξ
  let fisher = model.distribution.secondMoment { model.score(at: $0, in: chart) }
  product.setProduct(fisher, Relaxation(f, in: chart).naturalGradient(at: ξ))
  expect(
    product.elements, equals: Relaxation(f, in: chart).gradient(at: ξ).elements, within: 1e-13,
    as: "$I \\tilde\\nabla F = \\nabla F$ in \(chart.rawValue), with $I$ by definition")
}
func vanilla(_ chart: Chart) -> [Double] { Relaxation(f, in: chart).gradient(at: model.coordinates(chart)).elements }
func natural(_ chart: Chart) -> [Double] { Relaxation(f, in: chart).naturalGradient(at: model.coordinates(chart)).elements }
expect(natural(.η), equals: vanilla(.θ), within: 1e-13, as: "natural in η = vanilla in θ")
expect(natural(.θ), equals: vanilla(.η), within: 1e-13, as: "natural in θ = vanilla in η")
expect(natural(.μ), equals: vanilla(.θ).map { $0 / 2 }, within: 1e-13, as: "natural in μ = half of vanilla in θ")
// hide begin
value("naturalμ", natural(.μ)[0], "%.3f")
value("vanillaθ", vanilla(.θ)[0], "%.3f")
figure(
  "natural-eta",
  "Vanilla flow in η and natural flow, in the square of probabilities. The natural flow needs no projection: it turns along "
    + "the sides by itself and ends in the corners.",
  alt: "Two unit squares with orbits from the same starts; on the right all orbits bend into two opposite corners"
) {
  panel("vanilla in η", .μ) { orbits(GradientFlow(of: f, .vanilla, in: .η), in: .μ) }
  panel("natural", .μ) { orbits(GradientFlow(of: f, .natural, in: .η), in: .μ) }
}
figure(
  "natural-theta",
  "Vanilla flow in θ and natural flow, in the plane of θ, from the same starts. On the plateaux, where the vanilla flow creeps "
    + "parallel to an axis, the natural flow goes diagonally.",
  alt: "Two planes of natural parameters with the orbits of the two flows from a grid of starts"
) {
  let starts = θStarts.map { Chart.θ.convert($0, to: .μ) }
  panel("vanilla in θ", .θ) { orbits(GradientFlow(of: f, .vanilla, in: .θ), from: starts, in: .θ) }
  panel("natural", .θ) { orbits(GradientFlow(of: f, .natural, in: .θ), from: starts, in: .θ) }
}
// hide end

//: In $\eta$ the natural gradient $(1 - \eta_i^2)\, \partial_i F$ vanishes at the four corners, so point masses are at rest, which
//: they are not for the free vanilla flow. Two of them attract: those at which $f$ falls whichever bit is flipped.
let atCorners: [Point] = square([-1, 1]).map { Relaxation(f, in: .η).naturalGradient(at: $0) }
expect(atCorners.allSatisfy { $0 == Point(0, 0) }, as: "the natural gradient in η vanishes at the corners")

//: ## Three clocks {#sec:clocks}
//:
//: How fast is the optimum reached? Near the corner $(1,1)$ the partial derivatives are $\partial F/\partial\eta = (4, 5)$, up to
//: small terms, and each flow becomes one line:
//:
//: - vanilla in $\eta$: $\dot\eta_1 = 4$. The corner is reached after a *finite* time.
//: - natural: $\dot\theta_1 = 4$, and $1 - \mu_1 \approx e^{-2\theta_1}$, so $1 - \mu_1$ falls as $e^{-8t}$: *exponentially*.
//: - vanilla in $\theta$: $\dot\theta_1 = 4 (1 - \eta_1^2) \approx 16 e^{-2\theta_1}$, so $e^{2\theta_1} \approx 32 t$ and
//:
//: $$ 1 - \mu_1 \approx \frac{1}{32\, t}, \qquad 1 - \mu_2 \approx \frac{1}{40\, t}: $$ {#eq:clock}
//:
//: *algebraically*. A hundred times better takes a hundred times as long.
// hide begin
let naturalWay = GradientFlow(of: f, .natural, in: .θ).trajectory(from: Point(0, 0), until: 4, FlowSolver(tolerance: 1e-10))
let vanillaWay = GradientFlow(of: f, .vanilla, in: .θ).trajectory(from: Point(0, 0), until: 2000, FlowSolver(tolerance: 1e-10))
// 1 − P(X = (+1,+1)) without cancellation.
func missing(_ θ: Point) -> Double {
  let (a, b) = (Chart.θ.probability(-θ.x), Chart.θ.probability(-θ.y))
  return a + b - a * b
}
// hide end
let rate = log(Chart.θ.probability(-naturalWay.point(at: 2).x) / Chart.θ.probability(-naturalWay.point(at: 3).x))
expect(rate, equals: 8, within: 1e-4, as: "the rate of the natural flow")
let late = vanillaWay.point(at: 2000)
expect(
  [32, 40].map { $0 * 2000 }.enumerated().map { $1 * Chart.θ.probability(-late[$0]) }, equals: [1, 1], within: 0.01,
  as: "{@eq:clock} at t = 2000")
// hide begin
figure(
  "clocks",
  "Probability that is not yet on the optimum, from the uniform distribution. Vanilla in η falls to zero at a finite time; "
    + "natural falls exponentially; vanilla in θ (the thick line) follows the dashed line of slope −1.",
  alt: "Three falling curves in a doubly logarithmic plot: one drops vertically, one bends down, one becomes a straight line"
) {
  Panel(
    x: Axis("time", 1e-2...2e3, scale: .log), y: Axis("1 − P(X = x*)", 1e-8...1, scale: .log), key: .none
  ) {
    let times = (0...160).map { pow(10, -2 + 5.3 * Double($0) / 160) }
    let early = times.filter { $0 < 0.97 * corners[1] } + (3...32).map { corners[1] * (1 - pow(10, -Double($0) / 4)) }
    Line(through: Point(1, 1.0 / 32 + 1.0 / 40), slope: -1, .grey, dash: .dashed)
    let η = early.map { slid.point(at: $0) }
    Curve(x: early, y: η.map { 1 - (1 + $0.x) * (1 + $0.y) / 4 }, .vanilla, column: "vanilla eta")
    let seen = times.filter { $0 < 2.6 }
    Curve(x: seen, y: seen.map { missing(naturalWay.point(at: $0)) }, .natural, column: "natural")
    Curve(x: times, y: times.map { missing(vanillaWay.point(at: $0)) }, .vanilla, width: 2.5, column: "vanilla theta")
    Label("vanilla in η", at: Point(0.36, 1e-2), .vanilla, anchor: .right)
    Label("natural", at: Point(2.5, 1e-6), .natural)
    Label("vanilla in θ", at: Point(60, 3e-3), .vanilla)
  }
}
// hide end

//: Clocks of different coordinates cannot be compared by their readings (that of $\mu$ runs four times as fast as that of
//: $\eta$), but their *laws* can: finite, exponential, algebraic.

//: ## Four flows in two planes {#sec:four}
//:
//: Two gradients in two coordinate systems make four flows. Each is computed in its own coordinates, and drawn in both planes.
//: The two vanilla columns differ; the two natural columns are the same picture.
// hide begin
func fourFlows(_ sense: Sense) -> Figure {
  let flows: [(String, GradientKind, Chart)] = [
    ("vanilla in η", .vanilla, .η), ("vanilla in θ", .vanilla, .θ),
    ("natural in η", .natural, .η), ("natural in θ", .natural, .θ),
  ]
  return Figure(columns: 4, width: 1000, repeatsLabels: false) {
    for plane in [Chart.μ, .θ] {
      for (name, kind, own) in flows {
        panel(plane == .μ ? name : "", plane) { orbits(GradientFlow(of: f, kind, in: own, sense), in: plane) }
      }
    }
  }
}
figure(
  "four-flows",
  "Maximising: four flows (columns) from the same 36 starts, above in the square of probabilities, below in the plane of natural "
    + "parameters. Grey: level lines of F. Cross: the saddle. All climb across the same level lines, by different ways.",
  alt: "Eight panels: the orbits of vanilla and natural flows, in the unit square above and in the plane of theta below"
) { fourFlows(.maximise) }
figure(
  "four-flows-down",
  "Minimising: the same starts, the flows reversed. The aim is now (+1, −1), where f = −4; the local minimum (−1, +1), where "
    + "f = −2, catches the upper left.",
  alt: "Eight panels as before, with orbits that end in the other two corners"
) { fourFlows(.minimise) }
// hide end

//: What to see: read a column downwards for the same orbits in another projection, with the sides of the square at infinity.
//: Read a row for the flows. Vanilla in $\eta$ meets the sides and slides; in the lower row it runs off to infinity at the place
//: where it meets the side, and the slide cannot be seen. Vanilla in $\theta$ collects near the diagonal $\theta_1 = \theta_2$,
//: where by {@eq:clock} both bits are equally sure up to a factor. The natural flow ends in straight lines of $\theta$ with the
//: direction of $\nabla F(\eta)$ at its corner, $(4, 5)$ or $(-2, -1)$. Going up, every orbit crosses the grey lines towards greater
//: $F$, and inside the square the cross is the only place where any of the four rests.

//: ## Basins of attraction {#sec:basins}
//:
//: A flow that maximises ends in one of two corners. Which one is decided by the *separatrix*, the two orbits that run into the
//: saddle. Written in $\eta$, all these flows are, up to the unit of time,
//:
//: $$ \dot\eta_1 = (1 - \eta_1^2)^k (1 + 3 \eta_2), \qquad \dot\eta_2 = (1 - \eta_2^2)^k (2 + 3 \eta_1), $$ {#eq:powers}
//:
//: with $k = 0$ for vanilla in $\eta$, $k = 1$ for natural, and $k = 2$ for vanilla in $\theta$. Dividing one by the other
//: separates the variables, so each flow has a conserved quantity:
//:
//: $$ \begin{aligned}
//: Q_0 &= 2 \eta_1 + \tfrac32 \eta_1^2 - \eta_2 - \tfrac32 \eta_2^2 \\
//: Q_1 &= 2 \artanh(\eta_1) - \tfrac32 \log(1 - \eta_1^2) - \artanh(\eta_2) + \tfrac32 \log(1 - \eta_2^2) \\
//: Q_2 &= \artanh(\eta_1) + \frac{3/2 + \eta_1}{1 - \eta_1^2} - \tfrac12 \artanh(\eta_2) - \frac{3/2 + \eta_2/2}{1 - \eta_2^2}
//: \end{aligned} $$ {#eq:conserved}
//:
//: Each is followed along a computed orbit, from $\mu = (0.3, 0.25)$:
func Q(_ k: Int, _ η: Point) -> Double {
  let (a, b) = (1 - η.x * η.x, 1 - η.y * η.y)
  switch k {
  case 0: return 2 * η.x + 1.5 * η.x * η.x - η.y - 1.5 * η.y * η.y
  case 1: return 2 * atanh(η.x) - 1.5 * log(a) - atanh(η.y) + 1.5 * log(b)
  default: return atanh(η.x) + (1.5 + η.x) / a - atanh(η.y) / 2 - (1.5 + η.y / 2) / b
  }
}
let flows = [(GradientKind.vanilla, Chart.η), (.natural, .θ), (.vanilla, .θ)].map { GradientFlow(of: f, $0, in: $1) }
for (k, flow) in flows.enumerated() {
  let from = Chart.μ.convert(Point(0.3, 0.25), to: flow.coordinates)
  let way = flow.trajectory(from: from, until: 0.2, FlowSolver(tolerance: 1e-11))
  let values = way.polyline().map { Q(k, flow.coordinates.convert($0, to: .η)) }
  expect(values, equals: Array(repeating: values[0], count: values.count), within: 1e-8, as: "$Q_\(k)$ along its orbit")
}

//: The separatrix is the level line of $Q_k$ through the saddle. For $k = 0$ it is a pair of lines,
//: $Q_0 - Q_0(\text{saddle}) = \tfrac32 (\eta_1 + \eta_2 + 1)(\eta_1 - \eta_2 + \tfrac13)$. The flow up has its border on
//: $\eta_1 + \eta_2 = -1$, which cuts a triangle of exactly $1/8$ off the square: the basin of $(+1,+1)$ has $7/8$. The flow
//: down has its border on the other line, $\eta_1 - \eta_2 = -\tfrac13$: inside the square the orbits of the two senses are the
//: same curves, but the basins are not the same sets.
//:
//: For the others the border is found from {@eq:conserved} by bisection and the area under it by quadrature. Independently of
//: that, flows are followed from the centres of {{side}} × {{side}} cells, each until its end is certain:
listing("InformationGeometry/Flows/Basins.swift", "trap")  // hide
// hide begin
let side = chapter.effort.choose(quick: 60, standard: 400)
value("side", side)
let names = ["vanilla in η", "natural", "vanilla in θ"]
let senses: [(sense: Sense, aim: Int, corner: String)] = [(.maximise, 3, "(+1, +1)"), (.minimise, 1, "(+1, −1)")]
let coarse = (0..<10).map { -0.93 + 0.206 * Double($0) }
struct Basin {
  let flow: GradientFlow
  let map: BasinMap
  let border: BilinearFlow
  let exact: Double
  let counted: (estimate: Double, error: Double)
  let ofHundred: Int

  func row(_ sense: String, _ aim: String, _ name: String) -> [any TableCell] {
    [sense, aim, name, 100 * counted.estimate, 100 * counted.error, 100 * exact, ofHundred]
  }
}
var basins: [[Basin]] = [[], []]
for (s, (sense, aim, _)) in senses.enumerated() {
  for model in flows {
    let flow = GradientFlow(of: f, model.kind, in: model.coordinates, sense)
    let (map, border) = (BasinMap(of: flow, side: side), BilinearFlow(flow)!)
    basins[s].append(
      Basin(
        flow: flow, map: map, border: border, exact: s == 0 ? border.shareAbove : 1 - border.shareAbove,
        counted: map.share(of: aim), ofHundred: square(coarse).count { flow.corner(fromMeans: $0) == aim }))
    chapter.progress(Double(basins[0].count + basins[1].count) / 7, "basins")
  }
}
table(
  "basins",
  "Share of the square of probabilities from which a flow ends at its aim: counted on cells, with the half area of the cells at "
    + "the border after ±; exactly; and of the 100 points of the grid $\\eta = -0.93 + 0.206\\, i$.",
  columns: ["sense", "aim", "flow", "counted, %", "±", "exact, %", "of 100"],
  rows: zip(senses, basins).flatMap { sense, row in
    zip(names, row).map { $1.row(sense.sense == .maximise ? "up" : "down", sense.corner, $0) }
  }, formats: [nil, nil, nil, "%.2f", "%.2f", "%.3f", nil])
value("naturalShare", 100 * basins[0][1].exact, "%.1f %%")
value("ηShare", 100 * basins[0][0].exact, "%.1f %%")
value("θShare", 100 * basins[0][2].exact, "%.1f %%")
// hide end
expect(basins.joined().allSatisfy { $0.map.undecided == 0 }, as: "every start is decided")
expect(basins.joined().allSatisfy { abs($0.counted.estimate - $0.exact) < $0.counted.error }, as: "counted and exact areas agree")
expect(basins[0][0].exact, equals: 7.0 / 8, within: 1e-14, as: "vanilla in η, up: 7/8")
expect(basins[1][0].exact, equals: 47.0 / 72, within: 1e-14, as: "vanilla in η, down: 47/72")
expect(
  basins.joined().allSatisfy { basin in
    [-0.95, -0.8, -0.4, -0.1].allSatisfy { x in
      let y = basin.border.separatrix(at: x)
      return basin.flow.corner(fromMeans: Point(x, y + 1e-4)) != basin.flow.corner(fromMeans: Point(x, y - 1e-4))
    }
  }, as: "starts 0.0001 above and below the exact border end in different corners")
expect(basins[0].map { Double($0.ofHundred) }, equals: [85, 82, 78], within: 0, as: "up, of 100: 85, 82 and 78")
// hide begin
func border(_ b: BilinearFlow) -> [Point] {
  let places = (0...4000).map { tanh(-12 + 24 * Double($0) / 4000) }
  return places.map { Point((1 + $0) / 2, (1 + b.separatrix(at: $0)) / 2) }.filter { $0.y > 0 && $0.y < 1 }
}
figure(
  "basins",
  "Basins of attraction in the square of probabilities, above maximising, below minimising. Coloured: the corner at which the "
    + "flow from there ends. Lines: the exact separatrix of the flow (solid), and that of the natural flow (dashed).",
  alt: "Six unit squares divided into two colours by a curve through the saddle; the curve differs between flows"
) {
  let shown = BasinMap.centres(min(side, 100)).map { (1 + $0) / 2 }
  Figure(columns: 3, repeatsLabels: false) {
    for (s, row) in basins.enumerated() {
      for (name, basin) in zip(names, row) {
        let cells = Grid(x: shown, y: shown) { x, y in Double(basin.map[Int(y * Double(side)), Int(x * Double(side))]) }
        Panel(
          s == 0 ? name : "", x: Axis("μ₁", 0...1, ticks: [0, 0.5, 1]), y: Axis("μ₂", 0...1, ticks: [0, 0.5, 1]),
          aspect: .equal, key: .none, grid: false
        ) {
          HeatMap(cells, palette: .classes([Color.green, .purple, .amber, .sky].map { $0.lighter(0.6) }))
          Curve(border(row[1].border), .natural, width: 1, dash: .dashed, column: "natural")
          Curve(border(basin.border), basin.flow.kind == .natural ? .natural : .vanilla, width: 2.2, column: "separatrix")
          saddle(in: .μ)
          for v in s == 0 ? [0, 3] : [1, 2] {
            Label(
              ["(−1, −1)", "(+1, −1)", "(−1, +1)", "(+1, +1)"][v], at: Point(v & 1 == 1 ? 0.96 : 0.04, v & 2 == 2 ? 0.93 : 0.06),
              anchor: v & 1 == 1 ? .right : .left, size: 11)
          }
        }
      }
    }
  }
}
// hide end

//: The natural flow finds the maximum from {{naturalShare}} of the square, vanilla in η from {{ηShare}}, vanilla in θ from
//: {{θShare}}. So “natural is better” is *not* what invariance says: one vanilla flow has a larger basin and one a smaller. A
//: metric changes how fast each coordinate moves, and so on which side of the saddle a start passes.
//:
//: The basin of the natural flow is the same set in all coordinates, but its *share* is not. The table measures area in the square
//: of $\mu$, as if starts were drawn uniformly there; area in the angle $\varphi$ of the next section would give other numbers.

//: ## Where the metric is flat {#sec:angle}
//:
//: In $\varphi = 2 \arcsin \sqrt\mu$ the Fisher information is 1. There the length of a step *is* its Fisher length, the matrix
//: $I$ is the unit matrix, and the vanilla gradient $\sin\varphi_i\, \partial F/\partial\eta_i$ is the natural one. The model
//: with its information metric is a flat square with sides of length $\pi$.
let angles = square([0.3, 0.9, 1.6, 2.2, 2.9])
let vanillaInφ: [Point] = angles.map { GradientFlow(of: f, .vanilla, in: .φ).velocity(at: $0) }
let naturalInφ: [Point] = angles.map { GradientFlow(of: f, .natural, in: .φ).velocity(at: $0) }
expect(vanillaInφ == naturalInφ, as: "the vanilla and the natural velocity in φ are equal")
check(.φ)
// hide begin
figure(
  "angle",
  "The natural flow (blue, computed in θ) in the plane of φ and in that of μ, with vanilla gradient vectors of each plane "
    + "(orange; times 0.12 on the left, 0.01 on the right) at their starts. In φ the arrows lie along the orbits, and both cut the "
    + "level lines at right angles. In μ only the arrows do.",
  alt: "Two squares with blue orbits and orange arrows: on the left they are tangent, on the right they are not"
) {
  for (plane, λ) in [(Chart.φ, 0.12), (.μ, 0.01)] {
    let places = starts.map { Chart.μ.convert($0, to: plane) }
    panel("in \(plane.rawValue)", plane, over: plane == .μ ? -0.03...1.07 : nil) {
      Curve(border(of: plane), .black, width: 1, column: "border")
      Curves(starts.map { orbit(GradientFlow(of: f, .natural, in: .θ), from: $0, in: plane, until: 4) }, .natural, width: 1)
      Arrows(
        at: places, vectors: places.map { Relaxation(f, in: plane).gradient(at: $0) }, scale: λ, color: .fixed(.vanilla),
        width: 1.3)
      saddle(in: plane)
    }
  }
}
// hide end

//: ## Invariance, measured {#sec:invariance}
//:
//: By {@eq:invariance} the natural flow is the same in all coordinates. On a machine it is computed by a Runge–Kutta method
//: with a tolerance [@DormandPrince80], and in other coordinates that is another computation, with other steps and other
//: errors. If the claim is true, the distance of the results is nothing but that error, and falls with the tolerance. From the
//: start $\mu = ({{startX}}, {{startY}})$ of {@sec:steepest}, up to time 3, at equal times, in the square of $\mu$:
func way(_ kind: GradientKind, _ chart: Chart, _ tolerance: Double) -> Trajectory<Point> {
  let solver = FlowSolver(tolerance: tolerance)
  return GradientFlow(of: f, kind, in: chart).trajectory(from: Chart.μ.convert(start, to: chart), until: 3, solver)
}
let tolerances = (3...10).map { pow(10, -Double($0)) }
let gaps = [Chart.η, .φ].map { chart in
  tolerances.map {
    way(.natural, .θ, $0).greatestDistance(
      to: way(.natural, chart, $0), mapping: { Chart.θ.convert($0, to: .μ) }, and: { chart.convert($0, to: .μ) })
  }
}
let vanillaGaps = tolerances.map { tolerance in
  let orbits = [Chart.η, .θ].map { chart in way(.vanilla, chart, tolerance).polyline().map { chart.convert($0, to: .μ) } }
  return orbitDistance(from: orbits[0], to: orbits[1])
}
let slopes = gaps.map { gap in fittedSlope(of: gap.map { log($0) }, against: tolerances.map { log($0) }) }
expect(slopes, equals: [1, 1], within: 0.2, as: "the distance of the natural flows falls with the tolerance")
expect(vanillaGaps.allSatisfy { $0 > 0.3 }, as: "the vanilla orbits are different curves at every tolerance")
// hide begin
value("slopeη", slopes[0], "%.2f")
value("slopeφ", slopes[1], "%.2f")
value("vanillaGap", vanillaGaps.last!, "%.2f")
value("naturalGap", max(gaps[0].last!, gaps[1].last!), "%.0e")
figure(
  "invariance",
  "Distance between the same flow computed in two coordinate systems, against the tolerance of the solver. Natural: at equal "
    + "times; it is the error of the solver. Vanilla: of the orbits as curves, whatever their clocks; no tolerance makes it smaller.",
  alt: "Doubly logarithmic plot: two blue lines rise with slope one, an orange line is horizontal far above them"
) {
  Panel(
    x: Axis("tolerance", 5e-11...2e-3, scale: .log), y: Axis("distance in the square of μ", 1e-10...10, scale: .log), key: .none
  ) {
    Line(through: Point(1e-7, gaps[0][4] / 5), slope: 1, .grey, dash: .dashed)
    Curve(x: tolerances, y: vanillaGaps, .vanilla, width: 2, column: "vanilla")
    for (gap, (shape, name)) in zip(gaps, [(Shape.circle, "natural, θ and η"), (.openSquare, "natural, θ and φ")]) {
      Curve(x: tolerances, y: gap, .natural, column: name)
      Points(x: tolerances, y: gap, .natural, size: 7, shape: shape, column: name)
    }
    Label("vanilla, η and θ", at: Point(1e-8, vanillaGaps[0]), .vanilla, anchor: .bottom)
    Label("natural, θ and η (●), θ and φ (□)", at: Point(1.5e-10, gaps[0][1]), .natural)
    Label("slope 1", at: Point(1e-5, gaps[0][4] * 8), .grey)
  }
}
// hide end

//: The fitted exponents are {{slopeη}} (θ and η) and {{slopeφ}} (θ and φ). In the limit of short steps they are 1: the solver
//: holds an estimate of order $h^5$ at the tolerance, and the error of its result at a given time is of the order $h^5$ too.
//: At the finest tolerance the natural flows differ by {{naturalGap}}, the vanilla orbits, in other corners, by
//: {{vanillaGap}}.

//: ## Finite steps {#sec:steps}
//:
//: No algorithm follows a flow. It takes steps,
listing("InformationGeometry/Flows/GradientFlow.swift", "finite steps")  // hide

//: and a straight step in $\theta$ is a curved one in $\eta$. Natural gradient *descent* is therefore not invariant, though its
//: direction is. How much? Along a step of length $\lambda$ two coordinate systems differ by $O(\lambda^2)$, and a given time
//: takes $1/\lambda$ steps: the distance is $O(\lambda)$. Minimising, from the uniform distribution, for one unit of time:
let counts = (0...6).map { 5 << $0 }
func iterates(_ chart: Chart, _ count: Int) -> [Point] {
  let begin = Chart.μ.convert(Point(0.5, 0.5), to: chart)
  return GradientFlow(of: f, .natural, in: chart, .minimise).steps(count, of: 1 / Double(count), from: begin)
    .map { chart.convert($0, to: .μ) }
}
let stepSizes = counts.map { 1 / Double($0) }
let stepGaps = [Chart.η, .φ].map { chart in
  counts.map { count in zip(iterates(.θ, count), iterates(chart, count)).map { $0.distance(to: $1) }.max()! }
}
let stepSlopes = stepGaps.map { fittedSlope(of: $0.suffix(5).map { log($0) }, against: stepSizes.suffix(5).map { log($0) }) }
expect(stepSlopes, equals: [1, 1], within: 0.1, as: "slope 1 against the step size")
// hide begin
value("slopeOfη", stepSlopes[0], "%.3f")
value("slopeOfφ", stepSlopes[1], "%.3f")
value("largestStep", stepSizes[0], "%.1f")
value("largestGap", stepGaps[0][0], "%.2f")
figure(
  "finite-steps",
  "Natural gradient descent with finite steps: greatest distance between the iterates computed in two coordinate systems, against "
    + "the step size λ. Dashed: slope 1.",
  alt: "Doubly logarithmic plot: two lines of points rise in parallel to a dashed line of slope one"
) {
  Panel(x: Axis("step size λ", 2e-3...0.4, scale: .log), y: Axis("distance in the square of μ", scale: .log), key: .none) {
    Line(through: Point(0.01, stepGaps[1][4] / 4), slope: 1, .grey, dash: .dashed)
    for (gap, (shape, name)) in zip(stepGaps, [(Shape.circle, "θ and η"), (.openSquare, "θ and φ")]) {
      Curve(x: stepSizes.reversed(), y: gap.reversed(), .natural, column: name)
      Points(x: stepSizes.reversed(), y: gap.reversed(), .natural, size: 7, shape: shape, column: name)
      Label(name, at: Point(1.09 * stepSizes[0], gap[0]), .natural)
    }
  }
}
// hide end

//: The fitted slopes are {{slopeOfη}} (θ and η) and {{slopeOfφ}} (θ and φ). With steps of {{largestStep}} the two searches are
//: {{largestGap}} apart in the unit square. So coordinates do matter in practice, the more the longer the step. And a step in
//: $\theta$ never leaves the domain, where a step in $\eta$ can ({@ex:leave}).

//: ## Summary {#sec:summary}
//:
//: - The mean of $f$ under independent bits is $f$ at the means; its gradient in $\theta$ is a covariance, {@eq:gradient-theta}.
//: - Vanilla flows depend on coordinates. In probabilities they run into the boundary and need {@eq:projected}; in natural
//:   parameters they need a time of order $1/\varepsilon$ to come within $\varepsilon$ of the optimum, {@eq:clock}.
//: - The natural gradient {@eq:natural} is a velocity of distributions. Its flow is one flow in all coordinates
//:   ({@fig:four-flows}), to the accuracy of the solver ({@fig:invariance}). It needs no projection, rests at point masses, and
//:   is not slow on plateaux. It is the vanilla flow of the flat coordinate $\varphi$ ({@fig:angle}).
//: - Invariance is not superiority: each flow has its own basins ({@tab:basins}).
//: - Searches with finite steps agree only up to a distance of the order of the step size ({@fig:finite-steps}).

//: ## Exercises {#sec:exercises}
//:
//: An answer is judged by `swift run -c release exercise 01.2 "0.5"` and the like; fractions such as `"2/3"` are understood.
//:
//: ::: exercise saddle
//: At which $\mu$ does $\nabla F(\mu)$ vanish? Give $\mu_1, \mu_2$.
//: ::: hint
//: Set both components of the gradient to zero. Each contains one unknown.
//: ::: solution
//: $-2 + 12 \mu_1 = 0$ and $-4 + 12 \mu_2 = 0$ give $\mu = (1/6, 1/3)$. It is a saddle, since the second derivatives are
//: $0, 12, 0$ with determinant $-144 < 0$.
//: :::
//:
//: ::: exercise fisher
//: A bit is $+1$ with probability $3/4$. What is its Fisher information in the coordinate $\eta$?
//: ::: hint
//: η is the mean of the bit. Its Fisher information stands in the table of the four coordinate systems.
//: ::: solution
//: $\eta = 3/4 - 1/4 = 1/2$, so $I = 1/(1 - 1/4) = 4/3$. By definition: the scores of $x = \pm1$ are $\pm 1/(1 \pm \eta)$, that is
//: $2/3$ and $-2$, and $\tfrac34 \cdot \tfrac49 + \tfrac14 \cdot 4 = 4/3$.
//: :::
//:
//: ::: exercise tanh
//: Let $f(x) = x$ with a single bit, and $F(\theta) = \tanh\theta$. Where is the natural flow up at time 1, if it starts from the
//: uniform distribution? Give $\eta$ to four digits.
//: ::: hint
//: In which coordinate is the natural gradient constant?
//: ::: solution
//: $\tilde\nabla F(\theta) = \partial F/\partial\eta = 1$, so $\theta(t) = t$ and $\eta(1) = \tanh 1 = {{tanhOne}}$. The vanilla flow in
//: $\eta$ reaches the corner $\eta = 1$ at that time.
//: :::
//:
//: ::: exercise rate
//: Close to its minimum $(+1,-1)$, the natural flow down has $1 - \mu_1 \propto e^{-ct}$. What is $c$?
//: ::: hint
//: Close to the corner θ₁ grows with the constant speed −∂F/∂η₁, and 1 − μ₁ is about exp(−2 θ₁).
//: ::: solution
//: $\partial F/\partial\eta_1 = 1 + 3\eta_2 = -2$, so $\dot\theta_1 = 2$ and $c = 4$: half as fast as the flow up finds the
//: maximum ({@sec:clocks}). Flipping the first bit lowers $f$ by 4 on the way to the minimum, from $(-1,-1)$, and raises it by 8 on
//: the way to the maximum, from $(-1,+1)$; the rate is that difference.
//: :::
//:
//: ::: exercise basin
//: Change the coupling: $f(x) = x_1 + 2 x_2 + 4 x_1 x_2$. From which share of the square of probabilities does the projected
//: vanilla flow in $\mu$ reach $(+1,+1)$?
//: ::: hint
//: The separatrix is the falling line through the saddle. Where does it meet the sides of the square of η?
//: ::: solution
//: The saddle is $\eta = (-1/2, -1/4)$, the line $\eta_1 + \eta_2 = -3/4$. It meets the sides at $(-1, 1/4)$ and $(1/4, -1)$ and cuts
//: off a triangle with legs $5/4$, of area $25/32$ in 4. The rest is $1 - 25/128 = 103/128$. The stronger the coupling, the
//: better $(-1,-1)$ is, and the more it attracts.
//: :::
//:
//: ::: exercise slow
//: By {@eq:clock}: at what time has the vanilla flow in $\theta$ reached $\mu_1 = 0.999$, about?
//: ::: hint
//: 1 − μ₁ is about 1/(32 t).
//: ::: solution
//: $t \approx 1000/32 \approx 31$; the solver says {{slowTime}}. The natural flow is there at time {{fastTime}}.
//: :::
//:
//: ::: exercise leave
//: A natural gradient step up, of size $\lambda$, in $\eta$, from the uniform distribution: for which $\lambda$ does it just reach
//: the boundary of the square?
//: ::: hint
//: For the uniform distribution the Fisher matrix of η is the unit matrix.
//: ::: solution
//: The step is $\lambda (1, 2)$, so $\eta_2 = 1$ at $\lambda = 1/2$. In $\theta$ no $\lambda$ leaves the domain.
//: :::
//:
//: ::: exercise entrance
//: Show that every metric of the form $I = \diag(a(\eta_1^2), a(\eta_2^2))$ in $\eta$, with a positive function $a$, leaves the saddle
//: a saddle, and that the directions in which orbits enter it would not depend on $a$ if $\eta_1^2 = \eta_2^2$ there. Why are they
//: different in {@fig:basins}?
//: ::: hint
//: Linearise the flow at the saddle. Only the ratio of the two values of a matters for directions.
//: ::: solution
//: With $a_i = a(\eta_i^2)$ the linearised flow is $\dot v_1 = 3 v_2 / a_1$, $\dot v_2 = 3 v_1 / a_2$. Its matrix has the
//: eigenvalues $\pm 3/\sqrt{a_1 a_2}$, one of each sign, and eigenvectors $(\sqrt{a_2}, \pm\sqrt{a_1})$. They depend on $a$ only by
//: $a_1 / a_2$, which is 1 if $\eta_1^2 = \eta_2^2$. Here $\eta = (-2/3, -1/3)$, and $a_1/a_2 = (8/5)^k$ with the $k$ of {@eq:powers}.
//: :::
// hide begin
answer("saddle", [1.0 / 6, 1.0 / 3], within: 1e-3)
answer("fisher", Chart.η.fisherInformation(Chart.μ.mean(0.75)), within: 1e-6)
let oneBit = GradientFlow(of: PseudoBoolean.variables(1)[0], .natural, in: .η)
let tanhOne = oneBit.end(from: Vector([0]), until: 1, FlowSolver(tolerance: 1e-12)).point[0]
expect(tanhOne, equals: tanh(1), within: 1e-10, as: "the solution of {@ex:tanh}")
value("tanhOne", tanhOne, "%.4f")
answer("tanh", tanhOne, within: 1e-4)
let down: Point = Relaxation(f, in: .η).gradient(at: Point(1, -1))
answer("rate", -2 * down.x, within: 1e-6)
let coupled = GradientFlow(of: x[0] + 2 * x[1] + 4 * x[0] * x[1], .vanilla, in: .μ)
expect(BilinearFlow(coupled)!.shareAbove, equals: 103.0 / 128, within: 1e-14, as: "the solution of {@ex:basin}")
answer("basin", BilinearFlow(coupled)!.shareAbove, within: 1e-4)
func timeTo999(_ kind: GradientKind) -> Double {
  let inside: (Point) -> Double = { 0.999 - Chart.θ.probability($0.x) }
  let flow = GradientFlow(of: f, kind, in: .θ)
  return solver.end(of: { flow.velocity(at: $0, into: &$1) }, from: Point(0, 0), until: 1e4, inside: inside).time
}
value("slowTime", timeTo999(.vanilla), "%.2f")
value("fastTime", timeTo999(.natural), "%.2f")
answer("slow", timeTo999(.vanilla), within: 1.5)
answer("leave", 0.5, within: 1e-6)
// hide end
