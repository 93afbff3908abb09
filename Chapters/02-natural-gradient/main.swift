//: # The natural gradient
//:
//: Steepest descent asks for the best small step. “Small” needs a ruler, and the usual one measures numbers that somebody chose
//: to write a distribution down with. The natural gradient measures the distributions themselves. This chapter derives it in
//: three ways, from the Kullback–Leibler divergence, from a Riemannian metric, and from random variables, and each step of each
//: derivation is computed as well as written. All pictures are of the normal distributions on the line, a half plane that can be
//: drawn, and of distributions on three states, a triangle.
//:
//: After it you will be able to
//:
//: - derive the natural gradient from a constraint on the divergence, and say for which steps it is right;
//: - compute Riemannian gradients, lengths, geodesics, the exponential map, and cheaper retractions with their order;
//: - read a tangent vector as a random variable, and a natural gradient as a linear regression;
//: - recognise Fisher scoring as natural gradient ascent, and know what a single step of it is worth;
//: - draw gradient flows on a simplex, and predict where they end and how fast.
//:
//: What is needed: chapter 1 up to {@sec:natural}, Lagrange multipliers, and integrals over a normal density.
import Figures
import Foundation
import InformationGeometry
import LinearAlgebra
import Literate
import RandomStreams

// hide begin
chapter.begin(seed: 2)

typealias Chart = UnivariateChart
let random = RandomStream(seed: chapter.seed)

func μAxis(_ range: ClosedRange<Double>) -> Axis { Axis("μ", range) }
func σAxis(_ range: ClosedRange<Double>) -> Axis { Axis("σ", range) }
func norm(_ v: Point) -> Double { (v * v).sum().squareRoot() }
/// The angle between two vectors, in degrees.
func angle(_ a: Point, _ b: Point) -> Double { abs(atan2(a.x * b.y - a.y * b.x, (a * b).sum())) * 180 / .pi }
/// The exponent in y ∝ xᵏ.
func order(_ y: [Double], _ x: [Double]) -> Double { fittedSlope(of: y.map { log($0) }, against: x.map { log($0) }) }
@MainActor func expect(_ a: Point, equals b: Point, within tolerance: Double, as name: String, line: Int = #line) {
  expect([a.x, a.y], equals: [b.x, b.y], within: tolerance, as: name, line: line)
}
/// A mean under N(μ, σ²) by quadrature: the independent route of most checks.
let rule = GaussLegendre(order: 20)
func mean(under p: Point, of g: (Double) -> Double) -> Double {
  rule.integral(of: { exp(logDensity($0, p)) * g($0) }, from: p.x - 14 * p.y, to: p.x + 14 * p.y, pieces: 28)
}
func logDensity(_ x: Double, _ p: Point) -> Double { HalfPlane.logDensity(x, at: p) }
/// KL(p ‖ q) by its definition.
func defined(_ p: Point, _ q: Point) -> Double { mean(under: p) { logDensity($0, p) - logDensity($0, q) } }
// hide end

//: ## Functions of distributions {#sec:models}
//: Three problems that look different:
//:
//: - *estimation*: the parameters under which data were likely, $\max_\xi \sum_i \log p(x_i; \xi)$;
//: - *search*: the minimum of a function, by moving a distribution of points, $\min_\xi \E_\xi[f(X)]$, as in chapter 1;
//: - *description*: the distributions for which an index is extreme, such as polarisation, $\max_p \sum_i p_i^2 (1 - p_i)$.
//:
//: In each a function $\mathcal F(p)$ is optimised over a set of distributions. Coordinates $\xi \mapsto p_\xi$ turn it into a
//: function of numbers, $F(\xi) = \mathcal F(p_\xi)$, and gradient descent steps along
//: $$ \xi \leftarrow \xi - \lambda \nabla F(\xi). $$ {#eq:descent}
//: Chapter 1 met three troubles with this, and put numbers to them: the flow depends on the coordinates ({@sec:steepest}), it is
//: slow on plateaux ({@sec:flow-theta}), and it runs out of the domain and has to be projected ({@sec:projection}). They have one
//: cause. A gradient, measured in units of $F$ per unit of $\xi$, is added to a $\xi$; which difference of $\xi$ is a large one,
//: {@eq:descent} does not ask. What is lost by that shows in two pairs of normal distributions, the same step of 0.5 in $\mu$
//: apart, with $\sigma = 0.2$ and with $\sigma = 2$.
let narrow = [Point(0, 0.2), Point(0.5, 0.2)], wide = [Point(0, 2), Point(0.5, 2)]
let divergences = [narrow, wide].map { HalfPlane.divergence(from: $0[0], to: $0[1]) }
for (name, nats) in zip(["narrowKL", "wideKL"], divergences) { value(name, nats) }  // hide
expect(divergences, equals: [narrow, wide].map { defined($0[0], $0[1]) }, within: 1e-12, as: "both divergences by quadrature")
//: The first step moves the distribution off itself, the second changes hardly anything. The Kullback–Leibler divergences are
//: {{narrowKL}} and {{wideKL}} nats. They know nothing of coordinates, and will be the ruler.
//:
//: **The running example** is a search for the minimum of $f(x) = (x^2 - 1)^2$ with a normal distribution
//: $\mathcal N(\mu, \sigma^2)$. The mean of a polynomial is a polynomial,
//: $$ F(\mu, \sigma) = \E[f(X)] = \mu^4 + 6 \mu^2 \sigma^2 + 3 \sigma^4 - 2 \mu^2 - 2 \sigma^2 + 1. $$ {#eq:example}
//: Points are pairs $(\mu, \sigma)$ throughout, here $p = (0.6, 0.8)$; a chart is one of $(\mu, \sigma)$, $(\mu, \sigma^2)$, the
//: natural parameters $\theta = (\mu/\sigma^2, -1/(2\sigma^2))$, and the expectation parameters
//: $\eta = (\mu, \mu^2 + \sigma^2)$. (Of the plumbing that the page leaves out: `mean(under:)` integrates against a density
//: by quadrature, `defined` is the divergence by such an integral, `order` fits an exponent, and `Chart` is
//: `UnivariateChart`.)
let x = Polynomial.variables(1)[0]
let objective = UnivariateMean(of: (x * x - 1).power(2))
func F(_ p: Point) -> Double { objective.value(at: p, in: .deviation) }
func gradient(_ kind: GradientKind, _ chart: Chart, _ p: Point) -> Point {
  UnivariateFlow(of: objective, kind, in: chart).velocity(at: chart.point(mean: p.x, deviation: p.y))
}
let p = Point(0.6, 0.8)
let (m², v²) = (p.x * p.x, p.y * p.y)  // hide
let written = m² * m² + 6 * m² * v² + 3 * v² * v² - 2 * m² - 2 * v² + 1  // hide
expect(F(p), equals: written, within: 1e-14, as: "{@eq:example}, as written")
expect(F(p), equals: mean(under: p) { ($0 * $0 - 1) * ($0 * $0 - 1) }, within: 1e-12, as: "{@eq:example} by quadrature")
for chart in Chart.allCases {
  let (ξ, inChart) = (chart.point(mean: 0.6, deviation: 0.8), { (ξ: Point) in F(chart.meanDeviation(ξ)) })
  let slope = taylorOrder(of: inChart, gradient: gradient(.vanilla, chart, p), at: ξ, along: Point(0.02, -0.01))
  expect(slope, equals: 2, within: 0.05, as: "∇F in \(chart.rawValue): Taylor slope 2")
}

//: ## Tangent vectors, a metric, the gradient {#sec:tangent}
//: *Velocity.* A curve of distributions $p_t$ has coordinates $\xi(t)$ and a velocity $v = \dot\xi$ in every chart. These are not
//: equal numbers but one thing seen in several ways: under a change of coordinates $\zeta \mapsto \xi$ with
//: $J = \partial\xi/\partial\zeta$ they obey $\dot\xi = J \dot\zeta$. Such a thing is a *tangent vector* at $p$, and the tangent
//: vectors at $p$ are a linear space $T_p$.
//:
//: *Metric.* A ruler for velocities is an inner product on each $T_p$, in coordinates a positive definite matrix that depends on
//: the point. With it a curve has a length:
//: $$ \langle u, v \rangle_\xi = u^\T G(\xi)\, v, \qquad \norm{v}_\xi = \sqrt{\langle v, v \rangle_\xi}, \qquad
//: L = \int_a^b \norm{\dot\xi(t)}_{\xi(t)} \d t. $$ {#eq:length}
//: A length belongs to the curve, not to its clock and not to its coordinates, provided that the matrices belong together,
//: $G_\zeta = J^\T G_\xi J$. For normal distributions let $G$ be the Fisher matrix $I$, in $(\mu, \sigma)$ the matrix
//: $\diag(1, 2)/\sigma^2$; the next section says why. One curve, $\mu = t$, $\sigma = 1 + t^2$ for $0 \le t \le 1$, in four
//: charts, and with another clock:
listing("InformationGeometry/Riemannian/ParametricCurve.swift", "length")  // hide
let lengths = Chart.allCases.map { chart in
  let curve = ParametricCurve<Point> { t in chart.point(mean: t, deviation: 1 + t * t) }
  return curve.length(in: RiemannianMetric { chart.fisherMatrix($0) })
}
let otherClock = ParametricCurve<Point> { t in Point(t * t, 1 + pow(t, 4)) }
value("curveLength", lengths[0])  // hide
expect(lengths, equals: Array(repeating: lengths[0], count: 4), within: 1e-11, as: "the length in four charts")
expect(otherClock.length(in: HalfPlane.metric), equals: lengths[0], within: 1e-12, as: "and with the clock t²")

//: The length is {{curveLength}} each time.
//:
//: *Gradient.* The derivative of $F$ along a velocity, $D_v F = \nabla F^\T v$, needs no ruler. To speak of the *direction* of
//: steepest ascent does. The Riemannian gradient is the tangent vector whose inner products are the derivatives,
//: $$ \langle \grad F, v \rangle = D_v F \quad \text{for all } v, \qquad\text{so}\qquad \grad F = G^{-1} \nabla F. $$ {#eq:grad}
//: By the inequality of Cauchy and Schwarz $D_v F \le \norm{\grad F} \norm{v}$, with equality when $v$ points along $\grad F$: it
//: is the steepest direction for this ruler. The check follows $F$ along *curved* ways with a given velocity; the derivative may
//: only depend on the velocity.
listing("InformationGeometry/Riemannian/RiemannianMetric.swift", "Riemannian gradient")  // hide
let grad = try HalfPlane.metric.gradient(gradient(.vanilla, .deviation, p), at: p)
for v in [Point(1, 0), Point(-0.3, 0.8)] {
  let alongCurve = sixthOrderDerivative(of: { t in F(p + t * v + t * t * Point(0.7, -0.4)) }, step: 1e-3)
  expect(HalfPlane.metric.inner(grad, v, at: p), equals: alongCurve, within: 1e-11, as: "{@eq:grad} for one velocity")
}

//: ## The geometry of the divergence {#sec:kl}
//: Which metric? One that does not depend on how distributions are written down. Take the divergence, in general and of
//: $\mathcal N(\mu_0, \sigma_0^2)$ from $\mathcal N(\mu_1, \sigma_1^2)$ [@Malago23]:
//: $$ \KL(p \,\Vert\, q) = \int p(x) \log \frac{p(x)}{q(x)}\, \d x, \qquad
//: \KL = \log\frac{\sigma_1}{\sigma_0} + \frac{\sigma_0^2 + (\mu_0 - \mu_1)^2}{2 \sigma_1^2} - \frac12. $$ {#eq:kl-normal}
//: It is no distance (it is not symmetric), but its balls show what it means to be near.
let q = Point(-0.2, 1.3)
let printed = log(q.y / p.y) + (p.y * p.y + (p.x - q.x) * (p.x - q.x)) / (2 * q.y * q.y) - 0.5
expect(HalfPlane.divergence(from: p, to: q), equals: printed, within: 1e-14, as: "{@eq:kl-normal}, as printed")
expect(printed, equals: defined(p, q), within: 1e-12, as: "{@eq:kl-normal} by quadrature")
// hide begin
func sphere(_ p: Point, _ chart: Chart = .deviation) -> DivergenceSphere { DivergenceSphere(aroundNormal: p, in: chart) }
let ε₀ = 0.02
let centres = [0.25, 0.6, 1.1, 1.8].flatMap { σ in [-1.5, 0, 1.5].map { Point($0, σ) } }
let balls = try centres.map { try sphere($0).curve(divergence: ε₀, count: 120) }
figure(
  "kl-balls",
  "Balls of constant divergence KL(p‖q) = 0.02 around twelve normal distributions p (dots), and their ellipses "
    + "½ΔᵀIΔ = 0.02 (dashed). They do not depend on μ, and grow in proportion to σ.",
  alt: "A half plane with rows of egg-shaped curves, small at the bottom and large at the top"
) {
  Panel(x: μAxis(-2.4...2.4), y: σAxis(0...2.4), aspect: .equal, key: .none) {
    Curves(centres.map { sphere($0).ellipse(divergence: ε₀, count: 120) }, .grey, width: 1, dash: .dashed)
    Curves(balls, .natural, width: 1.6)
    Points(centres, .natural, size: 4)
  }
}
// hide end
let sampled = zip(centres, balls).flatMap { centre, ball in [0, 30, 60, 90].map { defined(centre, ball[$0]) } }
expect(sampled, equals: Array(repeating: 0.02, count: 48), within: 1e-12, as: "points of the balls, by quadrature")

//: What to see: the smaller $\sigma$, the smaller the ball. There a small change of the numbers is a large change of the
//: distribution. All balls are one ball, shifted along $\mu$ and scaled by $\sigma$, since shifting and rescaling $x$ does not
//: change a divergence.
//:
//: The balls are eggs, but almost ellipses. Expand in the step $\Delta$, with the score $s = \nabla \log p_\xi$:
//: $$ \KL(p_\xi \Vert p_{\xi+\Delta}) = -\E_\xi\bigl[\log p_{\xi+\Delta} - \log p_\xi\bigr]
//: = -\E_\xi[s]^\T \Delta - \tfrac12 \Delta^\T \E_\xi[\nabla^2 \log p_\xi]\, \Delta + O(\norm{\Delta}^3). $$ {#eq:expansion}
//: The first term vanishes because $\E[s] = \int \nabla p = \nabla 1 = 0$. Differentiating $\int p_\xi\, s = 0$ once more gives
//: $\E[\nabla^2 \log p] + \E[s s^\T] = 0$. So
//: $$ \KL(p_\xi \Vert p_{\xi + \Delta}) = \tfrac12 \Delta^\T I(\xi)\, \Delta + O(\norm{\Delta}^3), \qquad
//: I(\xi) = \E_\xi[s\, s^\T] = -\E_\xi[\nabla^2 \log p_\xi]. $$ {#eq:ruler}
//: That is how the Fisher matrix becomes a ruler. Each claim, at $p$, in $(\mu, \sigma)$:
let I = Chart.deviation.fisherMatrix(p), entries = [(0, 0), (0, 1), (1, 1)]
func score(_ x: Double, _ p: Point) -> Point { HalfPlane.score(x, at: p) }
func hessian(_ x: Double, _ i: Int, _ j: Int) -> Double {
  sixthOrderDerivative(of: { score(x, p + $0 * Point(i == 0 ? 1 : 0, Double(i)))[j] }, step: 1e-2)
}
let information = entries.map { I[$0.0, $0.1] }
expect((0...1).map { i in mean(under: p) { score($0, p)[i] } }, equals: [0, 0], within: 1e-13, as: "$\\E[s] = 0$")
let products = entries.map { i, j in mean(under: p) { score($0, p)[i] * score($0, p)[j] } }
expect(products, equals: information, within: 1e-12, as: "$\\E[s s^\\T] = I$ by quadrature")
let curvatures = entries.map { i, j in mean(under: p) { -hessian($0, i, j) } }
expect(curvatures, equals: information, within: 1e-8, as: "$-\\E[\\nabla^2 \\log p] = I$, the Hessian by differences")
let ts = (4...10).map { exp2(-Double($0)) }
func remainders(_ I: Matrix<Double>, _ p: Point, _ Δ: Point) -> [Double] {
  let form = RiemannianMetric<Point> { _ in I }.inner(Δ, Δ, at: p)
  return ts.map { t in abs(HalfPlane.divergence(from: p, to: p + t * Δ) - t * t / 2 * form) }
}
let thirdOrder = [Point(0.3, 0.4), Point(0.5, -0.2), Point(0, 0.6)].map { order(remainders(I, p, $0), ts) }
expect(thirdOrder, equals: [3, 3, 3], within: 0.1, as: "{@eq:ruler}: the remainder has order 3, in three directions")

//: **In the slides** the matrix is written $-\E_\xi[\nabla^2 \log p_{\xi+\Delta\xi}]$. The Hessian has to be taken at
//: $\Delta\xi = 0$. For $\mathcal N(0, \sigma^2)$, with the mean under $\sigma = 1$ and the Hessian at $\sigma = 1.1$, the
//: printed expression gives {{printedFisher:%.2f}} instead of {{rightFisher:%.0f}}, and with it the remainder of {@eq:ruler} is
//: only of second order.
let standard = Point(0, 1)
func meanHessian(at σ: Double) -> Double { mean(under: standard) { x in 3 * x * x / pow(σ, 4) - 1 / (σ * σ) } }
let (rightFisher, printedFisher) = (meanHessian(at: 1), meanHessian(at: 1.1))
for (name, number) in [("rightFisher", rightFisher), ("printedFisher", printedFisher)] { value(name, number) }  // hide
expect(rightFisher, equals: Chart.deviation.fisherMatrix(standard)[1, 1], within: 1e-12, as: "at σ = 1: the information of σ")
expect(printedFisher, equals: 3 / pow(1.1, 4) - 1 / 1.21, within: 1e-12, as: "at σ = 1.1, in closed form")
let rightMatrix = Chart.deviation.fisherMatrix(standard), printedMatrix = Matrix(rows: [[1, 0], [0, printedFisher]])
let errors = [rightMatrix, printedMatrix].map { remainders($0, standard, Point(0, 1)) }
expect(errors.map { order($0, ts) }, equals: [3, 2], within: 0.1, as: "orders of the remainder: right, printed")
// hide begin
let scaledBalls = try [0.5, 0.1, 0.02].map { ε in
  try sphere(standard).curve(divergence: ε).map { ($0 - standard) / (2 * ε).squareRoot() }
}
figure(
  "kl-scaled",
  "Balls KL = ε around N(0, 1), divided by √(2ε). As ε falls from 0.5 over 0.1 to 0.02 (light to dark) they become the ellipse "
    + "ΔᵀIΔ = 1 (dashed).", alt: "Eggs of three sizes that approach a dashed ellipse"
) {
  Panel(x: Axis("Δμ / √(2ε)", -1.7...1.7), y: Axis("Δσ / √(2ε)", -1...1.8), aspect: .equal, key: .none) {
    for (k, ball) in scaledBalls.enumerated() {
      Curve(ball, Color.natural.lighter(0.6 - 0.3 * Double(k)), width: 1.8, column: "ball \(k + 1)")
    }
    Curve(sphere(standard).ellipse(divergence: 0.5).map { $0 - standard }, .black, width: 1, dash: .dashed, column: "ellipse")
  }
}
// hide end

//: ## The best step on a sphere {#sec:constrained}
//: The slides, after Amari, ask for the best step among those that change the distribution by a given amount [@Malago23] (in
//: [@Amari98] itself the Fisher length of the step is given, which will be {@eq:approximate}):
//: $$ \argmin_{\Delta} F(\xi + \Delta) \quad \text{subject to} \quad \KL(p_\xi \Vert p_{\xi+\Delta}) = \varepsilon. $$ {#eq:amari}
//: Before any Taylor series: this problem has a solution for each finite $\varepsilon$, and in the plane it can be solved by
//: looking. In each direction $\alpha$ there is one radius, the root of a function of one variable; and along the sphere one
//: looks for the lowest value of $F$.
listing("InformationGeometry/Riemannian/DivergenceSphere.swift", "steepest step")  // hide
let εs = (0...12).map { pow(10, -Double($0) / 2) }
func exactStep(_ chart: Chart, _ ε: Double) throws -> Point {
  try sphere(p, chart).steepestStep(of: { F(chart.meanDeviation($0)) }, divergence: ε)
}
let exact = try εs.map { try exactStep(.deviation, $0) }
let reached = zip(εs, exact).map { defined(p, p + $1) / $0 }
expect(reached, equals: Array(repeating: 1, count: 13), within: 1e-8, as: "each step has its divergence (quadrature, over ε)")
let lowest = try zip(εs, exact).allSatisfy { ε, Δ in
  try (0..<720).allSatisfy { k in F(p + Δ) <= F(try sphere(p).point(Double(k) * .pi / 360, divergence: ε)) }
}
expect(lowest, as: "none of 720 points of each sphere is lower")

//: Since $F$ and $\KL$ are functions of distributions, so is the solution: it is the same distribution in any chart.
for chart in [Chart.θ, .η] {
  let end = chart.meanDeviation(chart.point(mean: p.x, deviation: p.y) + (try exactStep(chart, 0.1)))
  expect(end, equals: p + (try exactStep(.deviation, 0.1)), within: 1e-9, as: "ε = 0.1, solved in \(chart.rawValue)")
}

//: For a small step, replace $F$ by its first-order and the divergence by its second-order term:
//: $$ \argmin_\Delta\; F(\xi) + \nabla F^\T \Delta \quad \text{subject to} \quad \tfrac12 \Delta^\T I \Delta = \varepsilon. $$ {#eq:approximate}
//: The derivative of $F + \nabla F^\T \Delta + \lambda\, (\tfrac12 \Delta^\T I \Delta - \varepsilon)$ by $\Delta$ has to vanish,
//: and the constraint fixes $\lambda$ up to its sign, which is positive for a minimum. With $g = \nabla F$:
//: $$ g + \lambda I \Delta = 0, \qquad \Delta = -\frac1\lambda I^{-1} g, \qquad
//: \lambda = \sqrt{\frac{g^\T I^{-1} g}{2 \varepsilon}}, \qquad
//: \Delta = -\sqrt{\frac{2\varepsilon}{g^\T I^{-1} g}}\; I^{-1} g. $$ {#eq:step}
//: The direction is that of the *natural gradient*
//: $$ \tilde\nabla F(\xi) = I(\xi)^{-1} \nabla F(\xi), $$ {#eq:natural-gradient}
//: the Riemannian gradient {@eq:grad} for the Fisher metric. {@fig:steepest} shows how the exact solution approaches it.
let g = gradient(.vanilla, .deviation, p), n = gradient(.natural, .deviation, p)
expect(n, equals: grad, within: 1e-14, as: "{@eq:natural-gradient} is {@eq:grad}")
let turns = try [Chart.deviation, .θ, .η].map { chart in
  try εs.map { angle(try exactStep(chart, $0), -gradient(.natural, chart, p)) }
}
let turnOrders = turns.map { order($0.suffix(7), εs.suffix(7)) }
expect(turnOrders, equals: [0.5, 0.5, 0.5], within: 0.05, as: "the angle to the natural gradient falls as √ε, in three charts")
let gaps = try zip(εs, exact).map { norm($1 - (try sphere(p).naturalStep(gradient: g, divergence: $0))) }
expect(order(gaps.suffix(7), εs.suffix(7)), equals: 1, within: 0.05, as: "the distance from {@eq:step} falls as ε")
// hide begin
value("turnAtOne", turns[0][0], "%.0f")
for (name, turn) in zip(["", "θ", "η"], turns) { value("turnSmall\(name)", turn[6], "%.1f") }
value("vanillaTurn", angle(g, n), "%.1f")
value("vanillaTurnη", angle(gradient(.vanilla, .η, p), gradient(.natural, .η, p)), "%.1f")
let nested = try εs[1...4].map { try sphere(p).curve(divergence: $0) }
let vanillaTurns = exact.map { angle($0, -g) }
let levels: [Double] = [0.1, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 18, 26]
let heights = Grid(x: -1.6...1.8, y: 0.02...1.8, count: 91) { F(Point($0, $1)) }
figure(
  "steepest",
  "Left: spheres KL = ε around p for ε = 0.316, 0.1, 0.0316, 0.01 (black), the best points of these and of some larger and smaller ones "
    + "(blue dots), the directions of the natural (blue) and the vanilla gradient (orange) in (μ, σ), and level lines of F. Right: the angle "
    + "between the best step and each of the two, against ε; for the natural gradient in (μ, σ) (●), θ (□) and η (△), for the vanilla one in (μ, σ).",
  alt: "Left, nested eggs with a row of dots that joins the blue line; right, rising blue lines and a horizontal orange one"
) {
  Panel(x: μAxis(-0.4...1.5), y: σAxis(0.1...1.7), aspect: .equal, key: .none, grid: false) {
    Contours(heights, levels: levels, labels: false, Color.grey.lighter(0.35))
    Curves(nested, .black, width: 1)
    Line(from: p, to: p - 0.62 / norm(n) * n, .natural, width: 2)
    Line(from: p, to: p - 0.62 / norm(g) * g, .vanilla, width: 2)
    Points(exact.filter { norm($0) > 0.02 }.map { p + $0 }, .natural, size: 6)
    Marker(at: p, .black, size: 6)
    Label("p", at: Point(0.6, 0.89), anchor: .center)
  }
  Panel(x: Axis("ε (nats)", 1e-6...1, scale: .log), y: Axis("degrees", 1e-3...1e3, scale: .log), key: .none) {
    for (turn, (name, shape)) in zip(turns, [("μ,σ", Shape.circle), ("θ", .openSquare), ("η", .openTriangle)]) {
      Curve(x: εs, y: turn, .natural, column: name)
      Points(x: εs, y: turn, .natural, size: 7, shape: shape, column: name)
    }
    Curve(x: εs, y: vanillaTurns, .vanilla, width: 2, column: "vanilla")
    Label("to the vanilla gradient", at: Point(1.3e-6, 55), .vanilla)
    Label("to the natural gradient", at: Point(1.3e-6, 2), .natural)
  }
}
// hide end

//: What to see: for $\varepsilon = 1$ the best step is {{turnAtOne}} degrees away from the natural gradient in
//: $(\mu, \sigma)$, for $\varepsilon = 10^{-3}$ {{turnSmall}} (in $\theta$ {{turnSmallθ}}, in $\eta$ {{turnSmallη}}). The
//: angle falls as $\varepsilon^{1/2}$, as the length of the step does: the natural gradient is the direction of steepest
//: descent for *small* steps. The vanilla gradient stays {{vanillaTurn}} degrees away from it in $(\mu, \sigma)$, and
//: {{vanillaTurnη}} in $\eta$, at every small $\varepsilon$. (The dips are changes of sign.)
//:
//: **In the slides**, and in [@PB13], this derivation has misprints, and it pays to check them. (a) Steepest *ascent* is said to
//: be found by minimising, with $\norm{\Delta\xi} = 1$. Minimising gives descent, and for a step of finite length neither
//: direction is that of a gradient. (b) The slide's last line is $\Delta = \lambda I^{-1} \nabla F$, where its own condition
//: $\nabla F - \lambda I \Delta = 0$ gives $1/\lambda$; and its $\lambda$ is negative for a minimum. (c) In [@PB13] eq. (5) a
//: Lagrangian is set to zero instead of its derivative, and the factor comes out as $2/\lambda$. The table puts each into the two
//: conditions that a solution has to meet.
let λ = ((g * n).sum() / (2 * ε₀)).squareRoot()
func residual(_ Δ: Point) -> Point { g + λ * Point(I[0, 0] * Δ.x, I[1, 1] * Δ.y) }
func share(_ Δ: Point) -> Double { HalfPlane.metric.inner(Δ, Δ, at: p) / 2 / ε₀ }
let candidates = [-1 / λ, -λ, -2 / λ].map { $0 * n }
// hide begin
table(
  "multipliers",
  "The right and the printed factors of $I^{-1}\\nabla F$, for $\\varepsilon = 0.02$ at $p$: the length of $g + \\lambda I \\Delta$ "
    + "(should be 0), the ratio of $\\tfrac12\\Delta^\\T I \\Delta$ to $\\varepsilon$ (should be 1), and the gain "
    + "$-g^\\T\\Delta - \\tfrac12\\lambda\\Delta^\\T I \\Delta$ that the model predicts.",
  columns: ["factor", "printed in", "residual", "constraint ratio", "predicted gain"],
  rows: zip([("−1/λ", "here"), ("−λ", "slides"), ("−2/λ", "PB13")], candidates).map { name, Δ in
    [name.0, name.1, norm(residual(Δ)), share(Δ), -(g * Δ).sum() - λ * ε₀ * share(Δ)]
  }, formats: [nil, nil, "%.2g", "%.4g", "%.2f"])
// hide end
expect(norm(residual(candidates[0])), equals: 0, within: 1e-13, as: "{@eq:step}: the derivative of the Lagrangian vanishes")
expect(share(candidates[0]), equals: 1, within: 1e-13, as: "{@eq:step}: the constraint holds")
expect(residual(candidates[2]), equals: -g, within: 1e-13, as: "with 2/λ the derivative is −g instead of 0")

//: With the factor $2/\lambda$ the model predicts no gain at all: twice as far as the minimum of a parabola one is back at the
//: height of the start. Misprints of the factor leave the direction alone, and a learning rate hides them; the sign it does not
//: hide.

//: ## Invariance {#sec:reparameterisation}
//: The solution of {@eq:amari} knows no coordinates, so its limit cannot either. Directly: with $J = \partial\xi/\partial\zeta$
//: the chain rule gives $\nabla_{\!\zeta} F = J^\T \nabla_{\!\xi} F$; the score transforms likewise, so
//: $I_\zeta = \E[s_\zeta s_\zeta^\T] = J^\T I_\xi J$; and
//: $$ \tilde\nabla_{\!\zeta} F = (J^\T I_\xi J)^{-1} J^\T \nabla_{\!\xi} F = J^{-1}\, \tilde\nabla_{\!\xi} F, $$ {#eq:transform}
//: the rule of velocities. The vanilla gradient transforms by $J^\T$, as no velocity does. With $J$ by differences:
for chart in [Chart.variance, .θ, .η] {
  let ζ = chart.point(mean: p.x, deviation: p.y), natural = gradient(.natural, chart, p)
  let J = Matrix(2, 2) { i, j in
    sixthOrderDerivative(of: { chart.meanDeviation(ζ + $0 * Point(j == 0 ? 1 : 0, Double(j)))[i] }, step: 1e-3)
  }
  let pulled = HalfPlane.metric.pulledBack(by: { chart.meanDeviation($0) }, jacobian: { _ in J }).matrix(ζ)
  expect(pulled.storage, equals: chart.fisherMatrix(ζ).storage, within: 1e-9, as: "$J^\\T I J$ in \(chart.rawValue)")
  let moved = Point(J[0, 0] * natural.x + J[0, 1] * natural.y, J[1, 0] * natural.x + J[1, 1] * natural.y)
  expect(moved, equals: n, within: 1e-9, as: "{@eq:transform} in \(chart.rawValue)")
}
// hide begin
let velocities = GradientKind.allCases.map { kind in
  Chart.allCases.map { $0.deviationVelocity(of: gradient(kind, $0, p), at: p) }
}
func way(_ kind: GradientKind, _ chart: Chart, from start: Point) -> Trajectory<Point> {
  UnivariateFlow(of: objective, kind, in: chart, .minimise).trajectory(
    from: chart.point(mean: start.x, deviation: start.y), until: 60, FlowSolver(tolerance: 1e-10))
}
let flowStarts = [Point(-1.2, 1.2), Point(-0.5, 1.3), Point(0.4, 0.9), Point(1.5, 1.0)]
func ways(_ kind: GradientKind, _ chart: Chart) -> [[Point]] {
  flowStarts.map { way(kind, chart, from: $0).polyline(segmentsPerStep: 4).map(chart.meanDeviation) }
}
func plane(_ title: String, @LayerBuilder _ layers: () -> [any Layer]) -> Panel {
  Panel(title, x: μAxis(-1.6...1.8), y: σAxis(0...1.4), aspect: .equal, key: .bottomRight, grid: false) {
    Contours(heights, levels: levels, labels: false, Color.grey.lighter(0.35))
    layers()
    Points(flowStarts, .black, size: 5)
  }
}
figure(
  "one-flow",
  "Flows that minimise F from four starts, until time 60, in (μ, σ). First: the natural flow, computed in four charts; the curves "
    + "lie on each other. Then the vanilla flows of three charts: three different flows.",
  alt: "Four half planes; the first with one curve from each of four starts, the others with other curves", columns: 2
) {
  plane("natural, from four charts") {
    for chart in Chart.allCases { Curves(ways(.natural, chart), .natural, width: chart == .deviation ? 3 : 1) }
  }
  for (chart, name) in [(Chart.deviation, "vanilla in μ,σ"), (.θ, "vanilla in θ"), (.η, "vanilla in η")] {
    plane(name) { Curves(ways(.vanilla, chart), .vanilla, width: 1.8, arrow: .middle) }
  }
}
let reference = way(.natural, .deviation, from: flowStarts[0])
let naturalEnds = flowStarts.map { way(.natural, .deviation, from: $0).report.point }
let ηEnds = flowStarts.map { way(.vanilla, .η, from: $0).report }
let strays = [Chart.variance, .θ, .η].map { chart in
  way(.natural, chart, from: flowStarts[0]).greatestDistance(to: reference, mapping: chart.meanDeviation, and: { $0 })
}
// hide end
expect(velocities[1].map { norm($0 - n) }, equals: [0, 0, 0, 0], within: 1e-13, as: "four charts, one natural velocity")
expect(strays, equals: [0, 0, 0], within: 1e-6, as: "natural flows of three charts against that of (μ, σ), at equal times")
expect(naturalEnds.allSatisfy { abs(abs($0.x) - 1) < 0.1 && $0.y < 0.1 }, as: "the natural flow comes near to the minima")
let missedMinima = ηEnds.allSatisfy { $0.end == .boundary && abs(abs($0.point.x) - 1) > 0.05 }
expect(missedMinima, as: "the vanilla flow in η reaches σ = 0, elsewhere")

//: What to see: the three troubles once more. The vanilla flow depends on its chart; in $\theta$ it is slow (after the same time
//: it is still on its way); in $\eta$ it runs into the border $\sigma = 0$, where the distribution is a point mass, at points
//: that are no minima of $f$, and would have to be projected. The flow in $(\mu, \sigma)$ happens to be spared the last two:
//: it goes to the minima, and as $e^{-8t}$. The natural flow is one, stays inside, and goes to the minima at $\pm1$ too, but
//: with $\sigma \approx 1/\sqrt{8t}$: a point mass is infinitely far away for it. Invariance is not speed ({@sec:gf-clocks}).

//: ## Tangent vectors are random variables {#sec:random-variables}
//: A picture of all this without coordinates. Along a curve of distributions, consider the relative rate of change of the density
//: at each point $x$:
//: $$ U(x) = \frac{\dot p(x)}{p(x)} = \frac{\d}{\d t} \log p_t(x) = \dot\xi^\T s(x). $$ {#eq:tangent}
//: It is a random variable with $\E_p[U] = \int \dot p = 0$. So the tangent space at $p$ is a space of centred random variables:
//: all of them, if every density is allowed; the span of the scores, in a model; the span of $T_i - \E[T_i]$, in an exponential
//: family. There the natural inner product is the covariance,
//: $$ \langle U, V \rangle_p = \E_p[U V] = u^\T I v, $$ {#eq:inner}
//: with the Fisher matrix again. Two velocities as random variables, by quadrature:
let (u, v) = (Point(0.3, -0.5), Point(1.1, 0.4))
func U(_ x: Double, _ u: Point) -> Double { (u * score(x, p)).sum() }
expect([u, v].map { w in mean(under: p) { U($0, w) } }, equals: [0, 0], within: 1e-13, as: "$\\E[U] = \\E[V] = 0$")
expect(mean(under: p) { U($0, u) * U($0, v) }, equals: HalfPlane.metric.inner(u, v, at: p), within: 1e-12, as: "{@eq:inner}")
let places = [-1, 0.2, 2.3]
let rates = places.map { x in sixthOrderDerivative(of: { t in logDensity(x, p + t * u + t * t * v) }, step: 1e-3) }
expect(rates, equals: places.map { U($0, u) }, within: 1e-10, as: "{@eq:tangent} on a curved way with velocity u")

//: Now the gradient of $\mathcal F(p) = \E_p[f]$. Its derivative along $U$ is $\int f \dot p = \E[f U] = \Cov(f, U)$. In the
//: space of *all* centred random variables the vector with these inner products is plain to see:
//: $$ \grad \mathcal F = f - \E_p[f]. $$ {#eq:centred}
//: Raise the density where $f$ is above its mean, lower it where $f$ is below. In a model this variable is in general no tangent
//: vector; the gradient there is its *projection*, the element of the span of $T_i - \E[T_i]$ that is nearest in mean square.
//: That is a linear regression of $f$ on the statistics, with the natural gradient in $\theta$ as coefficients:
//: $$ \tilde\nabla F(\theta) = I(\theta)^{-1} \Cov(f, T) = \argmin_{a} \; \min_b \; \E_p\bigl[(f - a^\T T - b)^2\bigr]. $$ {#eq:regression}
//: Solved here as a least-squares problem, with moments by quadrature, and compared with the library's closed form:
let T: [(Double) -> Double] = [{ _ in 1 }, { $0 }, { $0 * $0 }]
let f: (Double) -> Double = { ($0 * $0 - 1) * ($0 * $0 - 1) }
var coefficients = Vector(count: 3) { i in mean(under: p) { T[i]($0) * f($0) } }
var factor = Cholesky<Double>(dimension: 3)
try factor.factor(Matrix(3, 3) { i, j in mean(under: p) { T[i]($0) * T[j]($0) } })
factor.solve(&coefficients)
let (b₀, a₁, a₂) = (coefficients[0], coefficients[1], coefficients[2])
expect(gradient(.natural, .θ, p), equals: Point(a₁, a₂), within: 1e-10, as: "{@eq:regression}")
let line = places.map { b₀ + a₁ * $0 + a₂ * $0 * $0 - F(p) }
expect(places.map { U($0, n) }, equals: line, within: 1e-9, as: "as a random variable it is the regression line of f, centred")
let left = [u, v].map { w in mean(under: p) { (f($0) - F(p) - U($0, n)) * U($0, w) } }
expect(left, equals: [0, 0], within: 1e-11, as: "what is left of f − E f is uncorrelated with every tangent vector")
// hide begin
let variance = mean(under: p) { (f($0) - F(p)) * (f($0) - F(p)) }
value("explained", mean(under: p) { U($0, n) * U($0, n) } / variance, "%.2f")
figure(
  "tangent-projection",
  "The natural gradient as a random variable. Grey: f − E f, the gradient over all densities. Blue: its projection on the tangent "
    + "space of the normal distributions at p, the parabola that fits best under the density of p (shaded, not to scale).",
  alt: "A double well and a parabola that follows it where a bell curve is high"
) {
  let places = Grid.even(-2...2.4, 221)
  Panel(x: Axis("x", -2...2.4), y: Axis("U(x)", -5...16), key: .none) {
    Band(x: places, low: places.map { _ in -5 }, high: places.map { -5 + 8 * exp(logDensity($0, p)) }, .grey, column: "density")
    Curve(x: places, y: places.map { f($0) - F(p) }, .grey, width: 2, column: "f")
    Curve(x: places, y: places.map { U($0, n) }, .natural, width: 2.5, column: "projection")
    Label("f − E f", at: Point(-1.83, 5.4), .grey)
    Label("natural gradient", at: Point(1.25, 9.5), .natural, anchor: .right)
  }
}
// hide end

//: The projection explains the share {{explained}} of the variance of $f$ under $p$. Where $p$ has no mass, the parabola need not
//: fit: the natural gradient looks at $f$ only where the distribution is. Chapter 5 makes an algorithm of this form, with samples
//: in place of expectations.

//: ## Geodesics, and steps along them {#sec:geodesics}
//: A gradient is a velocity. An algorithm needs a *step*, and a point plus a velocity is no point of a curved space: in which
//: coordinates should the sum be taken? The canonical answer is to walk along a geodesic, the straightest curve.
//:
//: For normal distributions all is known [@AtkinsonMitchell81]. With $\mu/\sqrt2$ in place of $\mu$ the Fisher metric
//: $(\d\mu^2 + 2\, \d\sigma^2)/\sigma^2$ is twice that of the hyperbolic half plane. Its geodesics are half ellipses around
//: points of the axis $\sigma = 0$, and vertical lines. Their equation, and the distance of two distributions [@Rao45], are
//: $$ \ddot\mu = \frac{2 \dot\mu \dot\sigma}{\sigma}, \qquad \ddot\sigma = \frac{\dot\sigma^2 - \dot\mu^2/2}{\sigma}; $$ {#eq:geodesic}
//:
//: $$ d = 2\sqrt2\, \mathrm{arsinh}\, \frac{\sqrt{k}}{2}, \qquad
//: k = \frac{(\mu_1 - \mu_0)^2/2 + (\sigma_1 - \sigma_0)^2}{\sigma_0 \sigma_1}. $$ {#eq:distance}
listing("InformationGeometry/Riemannian/HalfPlane.swift", "exponential map")  // hide
let (a, b) = (Point(-1.2, 0.35), Point(1.2, 0.7))
let shortest = HalfPlaneGeodesic(from: a, to: b), fisher = ParametricCurve(shortest)
let distance = HalfPlane.distance(from: a, to: b)
expect(fisher.length(in: HalfPlane.metric), equals: distance, within: 1e-11, as: "{@eq:distance}: the length by quadrature")
expect(shortest.point(at: 1), equals: b, within: 1e-13, as: "it ends where it should")
let (y, w) = (shortest.point(at: 0.3), shortest.velocity(at: 0.3))
let acceleration = (0...1).map { i in sixthOrderDerivative(of: { shortest.velocity(at: 0.3 + $0)[i] }, step: 1e-3) }
let law = [2 * w.x * w.y / y.y, (w.y * w.y - w.x * w.x / 2) / y.y]
expect(acceleration, equals: law, within: 1e-7, as: "{@eq:geodesic}, with accelerations by differences")

//: An exponential family has two more kinds of straight lines. The *e-geodesic* is straight in $\theta$: it mixes logarithms of
//: densities, $\log p_t = (1 - t) \log p_0 + t \log p_1 - \text{constant}$. The *m-geodesic* is straight in $\eta$: it mixes
//: expectations. (On a finite set it mixes the densities themselves; a mixture of two normal densities is not normal, and the
//: m-geodesic is the normal distribution with the mixture's mean and variance.) Their energies are equal [@AN00],
//: $$ \tfrac12 \int_0^1 \norm{\dot p_t}^2 \d t = \tfrac12 \bigl(\KL(p_0 \Vert p_1) + \KL(p_1 \Vert p_0)\bigr), $$ {#eq:energy}
//: because on the first $\norm{\dot\theta}^2 = \dot\theta^\T I \dot\theta = \dot\theta^\T \dot\eta$ integrates to
//: $(\theta_1 - \theta_0)^\T (\eta_1 - \eta_0)$, and likewise on the second.
let e = ParametricCurve(from: a, to: b, straightIn: .θ), m = ParametricCurve(from: a, to: b, straightIn: .η)
let straight = ParametricCurve(from: a, to: b, straightIn: .deviation)
let third = 1.0 / 3
let logGap = places.map { logDensity($0, e.point(third)) - 2 * third * logDensity($0, a) - third * logDensity($0, b) }
expect(logGap[0] - logGap[1], equals: logGap[1] - logGap[2], within: 1e-12, as: "e-geodesic: the constant does not depend on x")
let mixed = [1.0, 2].map { k in 2 * third * mean(under: a) { pow($0, k) } + third * mean(under: b) { pow($0, k) } }
let moments = [1.0, 2].map { k in mean(under: m.point(third)) { pow($0, k) } }
expect(moments, equals: mixed, within: 1e-12, as: "m-geodesic: the moments are those of the mixture")
let half = (defined(a, b) + defined(b, a)) / 2
let energies = [e, m].map { $0.energy(in: HalfPlane.metric, pieces: 64) }
expect(energies, equals: [half, half], within: 1e-10, as: "{@eq:energy} for both")
// hide begin
let curveLengths = [fisher, e, m, straight].map { $0.length(in: HalfPlane.metric, pieces: 64) }
for (name, length) in zip(["lengthF", "lengthE", "lengthM", "lengthS"], curveLengths) { value(name, length, "%.2f") }
// hide end
expect(curveLengths.dropFirst().min()! > distance + 0.01, as: "the geodesic is shorter than the straight lines of three charts")
// hide begin
let origin = Point(0, 1)
figure(
  "geodesics",
  "Left: straight lines between two normal distributions: the geodesic of the Fisher metric (black, on its dashed ellipse), the "
    + "e-geodesic (green) and the m-geodesic (purple). Right: 24 geodesics that leave N(0, 1) with equal speed, and the circles "
    + "of Fisher radius 0.5, 1 and 1.5.",
  alt: "Left, three arcs between two points, one high, one low, one between; right, a fan of arcs with round curves across"
) {
  Panel("three kinds of straight lines", x: μAxis(-1.8...2.2), y: σAxis(0...2), aspect: .equal, key: .none) {
    if let ellipse = shortest.ellipse {
      Arc(center: Point(ellipse.center, 0), radii: ellipse.radii, from: 0, to: 180, .grey, width: 1, dash: .dashed)
    }
    for (curve, color, name, place) in [
      (fisher, Color.black, "Fisher", Point(0.1, 0.92)), (e, .green, "e", Point(-0.35, 0.45)),
      (m, .purple, "m", Point(0.3, 1.43)),
    ] {
      Curve(Grid.even(0...1, 121).map(curve.point), color, width: 2.2, column: name)
      Label(name, at: place, color, anchor: .center)
    }
    Points([a, b], .black, size: 7)
  }
  Panel("geodesics from N(0, 1)", x: μAxis(-2...2), y: σAxis(0...3), aspect: .equal, key: .none) {
    Curves(
      (0..<24).map { k in
        let v = HalfPlane.tangent(Double(k) * .pi / 12, length: 1, at: origin)
        return Grid.even(0...1.5, 40).map { HalfPlane.exponential(at: origin, along: $0 * v) }
      }, Color.grey.lighter(0.3), width: 1)
    Curves([0.5, 1, 1.5].map { HalfPlane.circle(around: origin, radius: $0) }, .natural, width: 1.6)
    Marker(at: origin, .black, size: 6)
  }
}
// hide end

//: What to see: the e-geodesic stays at small variances (it mixes precisions), the m-geodesic climbs (the mixture of two separate
//: bells is wide), and the geodesic of the metric goes between the two. That is no accident: near a point, its acceleration is
//: the mean of the other two [@AN00]. The lengths are {{lengthF}} for the geodesic, {{lengthE}} and {{lengthM}} for the e- and
//: the m-geodesic, and {{lengthS}} for the straight line in $(\mu, \sigma)$.
//:
//: The map from a velocity to the point that its geodesic has reached at time 1 is the *exponential map*. Riemannian gradient
//: descent takes its steps with it, or, cheaper, with a *retraction* $R_p$: any map that starts at $p$ with the right velocity,
//: such as a straight line in some chart [@AMS08]:
//: $$ p \leftarrow \Exp_p(-\lambda \grad F(p)), \qquad p \leftarrow R_p(-\lambda \grad F(p)). $$ {#eq:riemannian-descent}
//: What is saved, and what is lost? Where there is no closed form a geodesic has to be computed: for any metric by Hamilton's
//: equations, with differences of $v^\T G v$; for Gaussians of any dimension by the equation [@Skovgaard84]
//: $$ \ddot\mu = \dot\Sigma\, \Sigma^{-1} \dot\mu, \qquad \ddot\Sigma = \dot\Sigma\, \Sigma^{-1} \dot\Sigma - \dot\mu \dot\mu^\T. $$ {#eq:gaussian-geodesic}
listing("InformationGeometry/Riemannian/GeodesicEquation.swift", "geodesic equation")  // hide
let velocity = Point(1.1, -0.5), target = HalfPlane.exponential(at: origin, along: velocity)
func general(_ tolerance: Double) -> GeodesicPath<Point> {
  HalfPlane.metric.geodesic(from: origin, along: velocity, FlowSolver(tolerance: tolerance))
}
func own(_ tolerance: Double) throws -> FlowReport<Vector<Double>> {
  let tangent = GaussianVelocity(mean: [velocity.x], covariance: Matrix(rows: [[2 * origin.y * velocity.y]]))
  return try Gaussian(normal: origin).geodesic(along: tangent, FlowSolver(tolerance: tolerance)).report
}
expect(general(1e-11).end, equals: target, within: 1e-9, as: "Hamilton's equations against the closed form")
let ownEnd = try Gaussian(geodesic: own(1e-11).point).meanDeviation
expect(ownEnd, equals: target, within: 1e-9, as: "{@eq:gaussian-geodesic} against the closed form")
// hide begin
table(
  "exponential-cost",
  "The exponential map at N(0, 1) along (1.1, −0.5), by following an equation: how often the metric, or Σ⁻¹, was needed, and the "
    + "Fisher distance from the closed form, which needs neither.",
  columns: ["tolerance", "any metric: evaluations", "error", "Gaussian: evaluations", "error"],
  rows: try [1e-4, 1e-7, 1e-10].map { tolerance in
    let (path, report) = (general(tolerance), try own(tolerance))
    let errors = [path.end, try Gaussian(geodesic: report.point).meanDeviation].map { HalfPlane.distance(from: target, to: $0) }
    return [tolerance, path.metricEvaluations, errors[0], report.evaluations, errors[1]]
  }, formats: ["%.0e", nil, "%.0e", nil, "%.0e"])
let retractions: [(name: String, color: Color, step: Retraction<Point>)] = [
  ("straight in μ,σ", .grey, .straight(in: .deviation)), ("straight in μ,log σ", .amber, .straightInLogDeviation),
  ("straight in θ (e)", .green, .straight(in: .θ)), ("straight in η (m)", .purple, .straight(in: .η)),
  ("mean of e and m", .sky, .meanOfDualSteps), ("Exp", .black, .exponential),
]
let scales = (1...8).map { exp2(-Double($0)) }
let missed = try retractions.map { try $0.step.distancesFromExponential(at: origin, along: velocity, factors: scales) }
let orders = missed.dropLast().map { order($0.suffix(5), scales.suffix(5)) }
table(
  "retractions",
  "Ways to take a step from N(0, 1): the order of the distance from Exp along (1.1, −0.5), that distance for an eighth of the "
    + "velocity, and the share of directions in which a step of Fisher length 1, or 2, leaves the normal distributions.",
  columns: ["step", "order", "distance from Exp", "leaves at 1, %", "leaves at 2, %"],
  rows: retractions.indices.map { k in
    let numbers: [any TableCell] = k == 5 ? ["–", "–"] : [orders[k], missed[k][2]]
    return [retractions[k].name] + numbers + [1.0, 2].map { 100 * retractions[k].step.shareLeaving(origin, length: $0) }
  }, formats: [nil, "%.2f", "%.1e", "%.1f", "%.1f"])
// hide end
expect(orders, equals: [2, 2, 2, 2, 3], within: 0.1, as: "four straight lines have order 2, the mean of e-step and m-step 3")
let leaving = [1, 5].map { retractions[$0].step.shareLeaving(origin, length: 2) }
expect(leaving, equals: [0, 0], within: 0, as: "straight in (μ, log σ), and Exp, never leave the domain")
// hide begin
figure(
  "retractions",
  "Where steps from N(0, 1) along t (1.1, −0.5) lead, for t up to 1.6. The curves of m, and of the mean of e and m, end where "
    + "the m-step leaves the normal distributions.",
  alt: "Six curves that leave one point and fan out"
) {
  Panel(x: μAxis(0...2.2), y: σAxis(0...1.3), aspect: .equal, key: .outside) {
    for R in retractions {
      let way = Grid.even(0...1.6, 81).compactMap { try? R.step.step(origin, $0 * velocity) }
      Curve(way, R.color, width: R.name == "Exp" ? 2.4 : 1.8, title: R.name, column: R.name)
    }
    Marker(at: origin, .black, size: 6)
  }
}
// hide end

//: What to see: all steps leave in the same direction and differ by their curvature, so their difference is of second order: for
//: descent with small steps the choice hardly matters. The mean of the e-step and the m-step, taken in $(\mu, \sigma)$, is
//: better by an order, by what was said about accelerations. For *long* steps it is decisive whether a step can leave the
//: domain ({@tab:retractions}): the straight line in $\theta$ does so upwards (a precision becomes negative), the one in
//: $(\mu, \sigma)$ downwards, the one in $\eta$ downwards and sideways (a variance $\eta_2 - \eta_1^2$ becomes negative),
//: their mean wherever one of e and m does, and the one in $(\mu, \log\sigma)$ never, at the price of one exponential. A
//: geodesic by its equation costs tens to thousands of evaluations ({@tab:exponential-cost}), more than most algorithms can
//: afford for something of second order.

//: ## Maximum likelihood {#sec:likelihood}
//: The log-likelihood per example, $\ell(\xi) = \frac1N \sum_i \log p(x_i; \xi)$, has the mean score as its gradient. A
//: natural gradient step on it is what statisticians call *Fisher scoring*, with $\lambda = 1$ [@Vaart98]:
//: $$ \xi \leftarrow \xi + \lambda\, I(\xi)^{-1} \frac1N \sum_i s(x_i). $$ {#eq:scoring}
//: In an exponential family $s = T - \eta$, so with the mean statistics $\bar T$ of the data the two charts give
//: $$ \theta \leftarrow \theta + \lambda I(\theta)^{-1} (\bar T - \eta), \qquad \eta \leftarrow \eta + \lambda (\bar T - \eta). $$ {#eq:scoring-family}
//: On the left stands Newton's method too, because the Hessian of $\ell$ in $\theta$ is $-I(\theta)$ whatever the data. On the
//: right the step with $\lambda = 1$ is the answer, $\eta = \bar T$, in one step from anywhere. {@fig:likelihood} starts far off.
var draws = random.stream("likelihood")
let data = try Gaussian(normal: Point(1, 0.5)).samples(60, using: &draws)
func likelihood(_ p: Point) -> Double { data.reduce(0) { $0 + logDensity($1[0], p) } / 60 }
let wideStart = Point(-0.6, 1.6), narrowStart = Point(0.4, 0.2), start = try Gaussian(normal: wideStart)
let sums = start.meanStatistics(of: data), best = Chart.η.meanDeviation(Point(sums[0], sums[1]))
func scoring(_ p: Point) -> Point {
  let residual = Point(sums[0], sums[1]) - Chart.η.point(mean: p.x, deviation: p.y)  // T̄ − η, a velocity of η
  return Chart.η.deviationVelocity(of: residual, at: p)
}
let slopes = centralDifferences(of: likelihood, at: wideStart)
let byMetric = try HalfPlane.metric.gradient(slopes, at: wideStart)
expect(scoring(wideStart), equals: byMetric, within: 1e-8, as: "T̄ − η is I⁻¹∇ℓ, with ∇ℓ by differences")
let average = data.reduce(0) { $0 + $1[0] } / 60
let spread = (data.reduce(0) { $0 + ($1[0] - average) * ($1[0] - average) } / 60).squareRoot()
let once = try start.scoredInMeans(on: data).meanDeviation
expect(once, equals: Point(average, spread), within: 1e-12, as: "one step in η: mean and deviation of the sample")
let (θ₀, newton) = (start.parameters, try start.scored(on: data).parameters)
func slope(at θ: Vector<Double>, _ i: Int) -> Double { (try? start.with(parameters: θ))?.meanScore(of: data)[i] ?? .nan }
let gained = (0...1).map { i in sixthOrderDerivative(of: { slope(at: θ₀.mixed(with: newton, $0), i) }, step: 1e-3) }
let downhillInθ = (0...1).map { -slope(at: θ₀, $0) }
expect(gained, equals: downhillInθ, within: 1e-8, as: "the step in θ is Newton's: Hessian × step = −gradient")
// hide begin
func steps(_ k: Int, from start: Point) -> any TableCell {
  let descent = RiemannianDescent(scoring, retractions[k].step, .maximise)
  if let count = descent.count(rate: 1, from: start, limit: 40, until: { HalfPlane.distance(from: $0, to: best) < 1e-9 }) {
    return count
  }
  return "fails at step \(descent.steps(40, rate: 1, from: start).count)"
}
let ascent = RiemannianDescent({ centralDifferences(of: likelihood, at: $0) }, .straight(in: .deviation), .maximise)
let vanillaWay = ascent.steps(400, rate: 0.1, from: wideStart)
let vanillaCount = vanillaWay.firstIndex { HalfPlane.distance(from: $0, to: best) < 1e-9 } ?? 400
value("vanillaCount", vanillaCount)
table(
  "scoring",
  "Fisher scoring with step 1: steps until the distance from the maximum is below $10^{-9}$, by the kind of step and the start.",
  columns: ["step", "from $\\sigma = 1.6$", "from $\\sigma = 0.2$"],
  rows: [3, 2, 0, 1, 5].map { [retractions[$0].name, steps($0, from: wideStart), steps($0, from: narrowStart)] })
figure(
  "likelihood",
  "Maximum likelihood for 60 draws from N(1, 0.25), over level lines of the log-likelihood. Blue: Fisher scoring with step 1, "
    + "straight in η (●, one step), straight in θ (□), along geodesics (△). Orange: gradient ascent in (μ, σ) with step 0.1. Star: the maximum.",
  alt: "A half plane with nested level lines; blue polylines with few points and an orange one with many lead to a star"
) {
  let heights = Grid(x: -1...2, y: 0.25...1.8, count: 81) { likelihood(Point($0, $1)) }
  let levels = [-8, -5, -4, -3, -2.5, -2.2, -1.9, -1.7, -1.5, -1.3, -1.1, -0.95, -0.85]
  Panel(x: μAxis(-1...2), y: σAxis(0.2...1.8), aspect: .equal, key: .none, grid: false) {
    Contours(heights, levels: levels, labels: false, Color.grey.lighter(0.35))
    Curve(vanillaWay, .vanilla, width: 1.2, column: "vanilla")
    Points(vanillaWay, .vanilla, size: 3.5, column: "vanilla steps")
    for (k, shape) in [(3, Shape.circle), (2, .openSquare), (5, .openTriangle)] {
      let way = RiemannianDescent(scoring, retractions[k].step, .maximise).steps(12, rate: 1, from: wideStart)
      Curve(way, .natural, width: 1.3, column: retractions[k].name)
      Points(way, .natural, size: 8, shape: shape, column: retractions[k].name)
    }
    Marker(at: best, .black, shape: .star, size: 11)
  }
}
// hide end

//: What to see: the vanilla ascent takes {{vanillaCount}} steps. Its step must be small enough to be stable at the maximum, and
//: is then too small far off, where the slopes are: a plateau. Scoring takes one to ten. From the narrow start a full step
//: straight in $\theta$ leaves the domain, because a variance more than twice too small is corrected to a negative one, and
//: geodesic steps overshoot beyond all numbers ({@tab:scoring}). Invariance does not choose the step for us.
//:
//: ### What one step is worth
//: In a model that is straight in neither chart one step does not end at the maximum. It does nearly as well. Take
//: $\mathcal N(\mu, \mu^2)$, a curve in the half plane, with
//: $$ s(x) = \frac{z^2 + z - 1}{\mu}, \quad z = \frac{x - \mu}{\mu}, \qquad I(\mu) = \frac{3}{\mu^2}, \qquad
//: \hat\mu = \frac{-\bar x + \sqrt{\bar x^2 + 4\, \overline{x^2}}}{2}. $$ {#eq:curved}
//: The mean $\bar x$ is a first guess with variance $\mu^2/n$, three times the bound $1/(nI)$ of Cramér and Rao. The error of one
//: step of scoring from there is the unavoidable one, of order $1/\sqrt n$, plus something of the order of the *square* of the
//: guess's error, $1/n$. So one step from any $\sqrt n$-consistent guess is asymptotically as good as the maximum [@Vaart98]:
let curved = try UnitVariationNormal(mean: 1.5), curve = Point(1.5, 1.5)
let scores = places.map { x in sixthOrderDerivative(of: { logDensity(x, curve + $0 * Point(1, 1)) }, step: 1e-3) }
expect(places.map { curved.score(at: $0)[0] }, equals: scores, within: 1e-9, as: "{@eq:curved}: the score")
let squares = mean(under: curve) { pow(curved.score(at: $0)[0], 2) }
expect(curved.fisherMatrix[0, 0], equals: squares, within: 1e-12, as: "{@eq:curved}: the information")
let sizes = [20, 40, 80, 160, 320], repetitions = chapter.effort.choose(quick: 400, standard: 4000)
let bound = 1 / curved.fisherMatrix[0, 0]
let spreads = try sizes.map { n in
  var rng = random.stream("efficiency", n)
  return try curved.scaledVariances(of: UnitVariationNormal.estimates, sampleSize: n, repetitions: repetitions, using: &rng)
}
let poor = spreads.allSatisfy { abs($0[0].value - 3 * bound) < 4 * $0[0].standardError }
let efficient = spreads[4].dropFirst().allSatisfy { abs($0.value - bound) < 4 * $0.standardError + 5 * bound / 320 }
expect(poor, as: "the mean: n Var is three times the bound, within four standard errors")
expect(efficient, as: "one step, two steps, the maximum at n = 320: at the bound, within four standard errors and 5/n")
// hide begin
for (name, n, k) in [("efficiencyMean", 4, 0), ("efficiencyOne", 4, 1), ("efficiencySmall", 0, 1), ("efficiencyBest", 0, 3)] {
  value(name, spreads[n][k].value / bound, "%.2f")
}
value("efficiencyError", spreads[4][1].standardError / bound, "%.2f")
value("repetitions", repetitions)
figure(
  "one-step",
  "Variance of four estimators of μ in N(μ, μ²), times n I, against the size n of the sample; bars: standard errors. "
    + "Right: three of them enlarged. The mean of the sample stays at three times the bound (dashed); one step of scoring from it goes to the bound, like the maximum.",
  alt: "Four series of points against sample size: one near three, three that approach one"
) {
  let kinds: [(name: String, color: Color, shape: Shape)] = [
    ("mean", .amber, .circle), ("one step", .natural, .circle), ("two steps", .sky, .openSquare),
    ("maximum", .black, .openTriangle),
  ]
  for (title, range, shown) in [("all four", 0.5...3.5, 0...3), ("without the mean", 0.9...1.2, 1...3)] {
    Panel(
      title, x: Axis("n", 16...420, scale: .log, ticks: [20, 40, 80, 160, 320]), y: Axis("n I Var", range),
      key: shown.count == 3 ? .topRight : .none
    ) {
      Line(horizontal: 1, .grey, dash: .dashed)
      for k in shown {
        let (y, bars) = (spreads.map { $0[k].value / bound }, spreads.map { $0[k].standardError / bound })
        Points(
          x: sizes.map(Double.init), y: y, kinds[k].color, size: k == 1 ? 6 : 9, shape: kinds[k].shape, errors: bars,
          title: kinds[k].name)
      }
      if shown.count == 4 { Label("mean", at: Point(130, 2.7), .amber) }
    }
  }
}
// hide end

//: At $n = 320$ the mean has {{efficiencyMean}} times the variance of the bound, one step {{efficiencyOne}} (±
//: {{efficiencyError}}, from {{repetitions}} samples). At $n = 20$ it is {{efficiencySmall}}, against {{efficiencyBest}} for the
//: maximum: the square of the guess's error still shows.

//: ## Polarisation {#sec:polarisation}
//: The last example lives on the simplex of three groups with shares $p_1, p_2, p_3$. The index
//: $$ \mathrm{POL}(p) = \sum_i p_i^2 (1 - p_i) $$ {#eq:polarisation}
//: is zero where one group has everybody, and greatest, ¼, where two have half each [@Malago23]; four times it is the index of
//: [@MontalvoReynal05]. With $d_i = 2 p_i - 3 p_i^2$, the derivatives if the shares were free, and $\bar d = \sum_i p_i d_i$, the
//: gradients are
//: $$ \begin{aligned}
//: \text{vanilla in } p: \quad & \dot p_i = d_i - \tfrac13 {\textstyle\sum_j} d_j \\
//: \text{vanilla in } \theta: \quad & \dot\theta_i = p_i (d_i - \bar d), \qquad \theta_i = \log (p_i/p_3), \quad i = 1, 2 \\
//: \text{natural}: \quad & \dot p_i = p_i (d_i - \bar d), \qquad \dot\theta_i = d_i - d_3.
//: \end{aligned} $$ {#eq:simplex-gradients}
//: “Vanilla in $p$” is the gradient of the space around, projected onto the plane $\sum_i p_i = 1$, and projected once more on
//: the sides of the triangle. “Vanilla in $\theta$” prefers a group: another reference than the third gives another flow. The
//: natural gradient has the form {@eq:centred}: a share grows in proportion to itself and to the excess of its $d_i$ over the
//: mean. On the sphere $z = 2\sqrt p$ it is the vanilla gradient, because there the Fisher metric is the Euclidean one of the
//: space around.
listing("InformationGeometry/Models/SimplexChart.swift", "simplex gradients")  // hide
let shares: Vector<Double> = [0.5, 0.2, 0.3], d = Polarisation.derivatives(shares)
let simplex = SimplexChart.θ, θ = simplex.coordinates(shares)
var solved = simplex.gradient(d, at: shares), simplexFactor = Cholesky<Double>(dimension: 2)
try simplexFactor.factor(Categorical(probabilities: shares).fisherMatrix)
simplexFactor.solve(&solved)
let closed = simplex.naturalGradient(d, at: shares).elements
expect(solved.elements, equals: closed, within: 1e-14, as: "natural in θ: $I^{-1}\\nabla F$ with $I = \\diag(p) - p p^\\T$")
let inθ = centralDifferences(of: { Polarisation.value(simplex.probabilities($0)) }, at: θ)
expect(simplex.gradient(d, at: shares).elements, equals: inθ.elements, within: 1e-9, as: "vanilla in θ, by differences")
for w: Vector<Double> in [[1, -1, 0], [0.3, 0.5, -0.8]] {
  let slope = sixthOrderDerivative(of: { Polarisation.value(shares.adding($0, w)) }, step: 1e-2)
  expect(SimplexChart.p.gradient(d, at: shares).dot(w), equals: slope, within: 1e-12, as: "vanilla in p, along a tangent")
}
let shareVelocities = SimplexChart.allCases.map { $0.probabilityVelocity(of: $0.naturalGradient(d, at: shares), at: shares) }
let onSphere = SimplexChart.sphere.probabilityVelocity(of: SimplexChart.sphere.gradient(d, at: shares), at: shares)
let apart = (shareVelocities + [onSphere]).map { $0.distance(to: shareVelocities[0]) }
expect(apart, equals: [0, 0, 0, 0], within: 1e-15, as: "one natural velocity of p, and the vanilla one of the sphere")

//: At the centre of the triangle all $d_i$ are equal, and their slopes $2 - 6 p_i$ vanish: with $p_i = \tfrac13 + a_i$,
//: $$ \mathrm{POL}(p) = \tfrac29 - \sum_i a_i^3 = \tfrac29 - 3 a_1 a_2 a_3, $$ {#eq:monkey}
//: exactly. It is a *monkey saddle*: three ways up, to the middles of the sides, and three ways down, to the corners.
let grid = Ternary.grid(9), monkey = grid.map { p in 2.0 / 9 - 3 * (p[0] - third) * (p[1] - third) * (p[2] - third) }
expect(grid.map { Polarisation.value($0) }, equals: monkey, within: 1e-15, as: "{@eq:monkey} on a grid")
// hide begin
let simplexFlows: [(String, GradientKind, SimplexChart, Double)] = [
  ("vanilla in p", .vanilla, .p, 80), ("vanilla in θ", .vanilla, .θ, 3000), ("natural", .natural, .θ, 80),
]
func path(_ k: Int, _ sense: Sense, from p: Vector<Double>, until time: Double? = nil, _ tolerance: Double = 1e-8) -> SimplexPath
{
  SimplexFlow({ Polarisation.derivatives($0) }, simplexFlows[k].1, in: simplexFlows[k].2, sense)
    .path(from: p, until: time ?? simplexFlows[k].3, FlowSolver(tolerance: tolerance))
}
/// Up: the least share names the side, opposite to its corner. Down: the greatest names the corner.
func ending(_ p: Vector<Double>, _ sense: Sense) -> Int {
  (0..<3).min { sense == .maximise ? p[$0] < p[$1] : p[$0] > p[$1] }!
}
func starts(_ side: Int) -> [Vector<Double>] { Ternary.grid(side, offset: SIMD3(0.21, 0.33, 0.46)) }
let triangleHeights = Grid(x: Grid.even(0...1, 121), y: Grid.even(0...0.8661, 105)) { x, y in
  let p = Ternary.probabilities(Point(x, y))
  return p.min() < -0.004 ? .nan : Polarisation.value(p)
}
func triangle(_ title: String, _ k: Int, _ sense: Sense) -> Panel {
  let paths = starts(7).map { path(k, sense, from: $0) }
  return Panel(title, x: Axis("", -0.1...1.1), y: Axis("", -0.12...0.98), aspect: .equal, key: .none, grid: false) {
    let levels = [0.02, 0.06, 0.1, 0.14, 0.18, 0.21, 2.0 / 9, 0.235, 0.245]
    Contours(triangleHeights, levels: levels, labels: false, Color.grey.lighter(0.4))
    Curve(Ternary.corners + [Ternary.corners[0]], .black, width: 1.2, column: "triangle")
    let color: Color = simplexFlows[k].1 == .natural ? .natural : .vanilla
    Curves(paths.map { $0.points.map { Ternary.point($0) } }, color, width: 1.1, arrow: .middle)
    for (c, color) in [Color.green, .purple, .amber].enumerated() {
      let own = paths.filter { ending($0.last, sense) == c }.map { Ternary.point($0.points[0]) }
      Points(own, color, size: 5, column: "end \(c + 1)")
      Label("\(c + 1)", at: Ternary.corners[c], anchor: c == 2 ? .bottom : .top)
    }
    Marker(at: Ternary.point(SIMD3(repeating: third)), .black, shape: .cross, size: 8)
  }.withoutAxes
}
figure(
  "polarisation",
  "Gradient flows of the polarisation of three groups, from 28 starts (dots, coloured by where their flow ends), over level lines. "
    + "Corners: one group has everybody; cross: all are equal. Above maximising, below minimising. Vanilla in p is projected onto the "
    + "triangle; vanilla in θ has group 3 as its reference.",
  alt: "Six triangles with orbits: above, they end in the middles of the three sides, below, in the corners"
) {
  for sense in Sense.allCases { for k in 0..<3 { triangle(sense == .maximise ? simplexFlows[k].0 : "", k, sense) } }
}
let many = starts(chapter.effort.choose(quick: 12, standard: 18))
let counts = Sense.allCases.map { sense in
  (0..<3).map { k in
    let ends = many.map { ending(path(k, sense, from: $0).last, sense) }
    return (0..<3).map { c in ends.count { $0 == c } }
  }
}
table(
  "polarisation-ends", "Where the flows end, counted over \(many.count) starts: up, the middle of a side; down, a corner.",
  columns: ["flow", "up: side 2–3", "side 1–3", "side 1–2", "down: corner 1", "corner 2", "corner 3"],
  rows: (0..<3).map { k in [simplexFlows[k].0] + (counts[0][k] + counts[1][k]) as [any TableCell] })
// hide end
expect(counts.allSatisfy { $0[0] == $0[2] } && counts[0][1] != counts[0][2], as: "vanilla in p and natural share their basins")
func arrival(_ k: Int, _ p: Vector<Double>, _ t: Double) -> SimplexPath { path(k, .maximise, from: p, until: t, 1e-11) }
let natural60 = arrival(2, shares, 60).last, natural80 = arrival(2, shares, 80).last
let contact = arrival(0, shares, 80)
expect(log(natural60[1] / natural80[1]) / 20, equals: 0.25, within: 1e-4, as: "natural: the vanishing share falls as $e^{-t/4}$")
expect(contact.contacts.count == 1 && contact.last[1] == 0, as: "vanilla in p: the share is zero after a finite time")
expect(Point(contact.last[0], contact.last[2]), equals: Point(0.5, 0.5), within: 1e-8, as: "it then slides to the middle")
let creeps = [([0.4, 0.45, 0.15], 2), ([0.15, 0.4, 0.45], 0)].map { p, i in 1e6 * arrival(1, Vector(p), 1e6).last[i] }
// hide begin
value("contactTime", contact.contacts[0], "%.2f")
for (name, creep) in zip(["creep3", "creep1"], creeps) { value(name, creep, "%.2f") }
// hide end

//: What to see: all flows climb to the same three maxima. The basins of two of the flows, vanilla in $p$ and natural, are the
//: thirds that symmetry demands (the grid of starts is a little askew). Vanilla in $\theta$ breaks the symmetry: group 3 is
//: treated otherwise, though nothing in the problem singles it out ({@tab:polarisation-ends}). The laws of arrival are those
//: of chapter 1: vanilla in $p$ hits the side at a finite time (at {{contactTime}} from $p = (0.5, 0.2, 0.3)$), natural comes
//: near as $e^{-t/4}$ and stays inside, and vanilla in $\theta$ creeps as $c/t$ ({@ex:creep}).

//: ## Summary {#sec:natural-summary}
//:
// hide begin
func decimals(_ x: [Double]) -> String { x.map { String(format: "%.1f", $0) }.joined(separator: ", ") }
table(
  "natural-summary", "The two gradients side by side, with what this chapter measured.",
  columns: ["question", "vanilla", "natural", "where"],
  rows: [
    ["what is a small step", "small ‖Δξ‖", "small KL(p‖q)", "{@sec:models}"],
    [
      "degrees to the best step, ε = 10⁻⁶", decimals([vanillaTurns[12]]), String(format: "%.3f", turns[0][12]), "{@fig:steepest}",
    ],
    [
      "velocity of μ at p in four charts", decimals(velocities[0].map(\.x)), decimals(velocities[1].map(\.x)),
      "{@eq:transform}",
    ],
    ["steps to the maximum", "\(vanillaCount)", "1 (straight in η)", "{@sec:likelihood}"],
    ["at a side of the triangle", "reached at \(decimals(contact.contacts))", "never reached", "{@sec:polarisation}"],
  ])
// hide end

//: In a sentence: the natural gradient is the best small step when steps are measured by what they do to the distribution; so it
//: is a velocity of distributions, has one flow in all charts, is a projection of $f - \E[f]$, and is Fisher scoring when $F$ is
//: a likelihood; while the *step* that an algorithm takes along it remains a choice ({@tab:retractions}, {@tab:scoring}).
//:
//: Next: the Gaussian in more dimensions, its three coordinate systems, and natural gradients without solving a system.

//: ## Exercises {#sec:natural-exercises}
//: ::: exercise log-deviation
//: What is the Fisher information of $\tau = \log\sigma$ in $\mathcal N(\mu, \sigma^2)$?
//: ::: hint
//: I_τ = J² I_σ, and I_σ = 2/σ².
//: ::: solution
//: $J = \d\sigma/\d\tau = \sigma$, so $I_\tau = \sigma^2 \cdot 2/\sigma^2 = 2$ everywhere: for fixed $\mu$, $\sqrt2 \log\sigma$
//: is a ruler.
//: :::
//: ::: exercise ball-step
//: $f(x) = x^2$, so $F = \mu^2 + \sigma^2$. Compute the step {@eq:step}, from $(\mu, \sigma) = (1, 2)$ with $\varepsilon = 0.02$.
//: Give $\Delta\mu, \Delta\sigma$ to three digits.
//: ::: hint
//: The gradient is (2, 4), and the inverse of the Fisher matrix is diag(σ², σ²/2).
//: ::: solution
//: $I^{-1} g = (8, 8)$ and $g^\T I^{-1} g = 48$, so $\Delta = -\sqrt{0.04/48}\, (8, 8) = ({{stepμ:%.4f}}, {{stepσ:%.4f}})$. The
//: vanilla direction would be $(-1, -2)$. The exact solution of {@eq:amari} is $({{exactμ:%.4f}}, {{exactσ:%.4f}})$.
//: :::
//: ::: exercise reversed
//: Show that balls of the reversed divergence $\KL(p_{\xi+\Delta} \Vert p_\xi)$ have the same ellipse, so that the natural
//: gradient does not depend on the order. At $\mathcal N(0,1)$, for $\Delta = (0, 0.5)$, what is the ratio of the larger to the
//: smaller?
//: ::: hint
//: For the first part, use the expansion around the other point. For the second, swap the distributions in the closed form.
//: ::: solution
//: By {@eq:ruler} around $\xi + \Delta$, with the step $-\Delta$, it is
//: $\tfrac12 \Delta^\T I(\xi + \Delta) \Delta + O(\norm{\Delta}^3)$, and $I(\xi + \Delta) = I(\xi) + O(\norm\Delta)$. The closed
//: forms are $\log 1.5 + 1/4.5 - 1/2 = {{forward:%.4f}}$ and $-\log 1.5 + 2.25/2 - 1/2 = {{backward:%.4f}}$, with the ratio
//: {{reversedRatio:%.3f}}.
//: :::
//: ::: exercise midpoints
//: From $\mathcal N(-1, 1)$ to $\mathcal N(1, 1)$: what is $\sigma$ in the middle of the e-, the Fisher and the m-geodesic?
//: ::: hint
//: Average θ; average η; for the Fisher geodesic find the circle through both points around (0, 0), with μ/√2 as abscissa.
//: ::: solution
//: e: $\theta_2 = -1/2$ at both ends, so $\sigma = 1$. m: $\eta = (0, 2)$, so $\sigma = \sqrt2$. Fisher: the radius is
//: $\sqrt{1/2 + 1} = {{topσ:%.4f}}$, between the two.
//: :::
//: ::: exercise statistics
//: Let $f = a^\T T + c$ in an exponential family. Show that $\tilde\nabla F(\theta) = a$ everywhere. What is $\sigma^2$ at time
//: 1, if the natural flow that maximises $\E[-X^2]$ starts from $\mathcal N(1, 4)$?
//: ::: hint
//: The regression of f on T is perfect. Here T = (x, x²), so θ moves with the constant velocity (0, −1).
//: ::: solution
//: In {@eq:regression} the choice $a$, $b = c$ leaves no residual. So $\theta_2(t) = -\tfrac18 - t$ and
//: $\sigma^2 = 1/(2 (\tfrac18 + t))$, at time 1 $4/9$; and $\theta_1 = \mu/\sigma^2 = 1/4$ stays.
//: :::
//: ::: exercise one-step
//: A sample from $\mathcal N(\mu, \mu^2)$ has $\bar x = 1$ and $\overline{x^2} = 3$. Where does one step of scoring from $\bar x$
//: lead, and where is the maximum of the likelihood?
//: ::: hint
//: With μ = 1, the mean of z is 0, and the mean of z² is 3 − 2 + 1.
//: ::: solution
//: The mean score is $2 + 0 - 1 = 1$, and $I^{-1} = 1/3$: the step leads to $4/3$. The maximum is
//: $(-1 + \sqrt{13})/2 = {{curvedBest:%.4f}}$. Both are far from the guess, and near each other.
//: :::
//: ::: exercise creep
//: Vanilla in $\theta$, maximising, near the middle of a side: the vanishing share falls as $c/t$. Find $c$ for the side 1–2,
//: where $p_3$ vanishes, and for the side 2–3, where $p_1$ does.
//: ::: hint
//: Near the side 1–2 both θ's grow alike, and d₁ − d̄ is about p₃/4. Near the side 2–3, θ₂ comes to rest, and θ₁ falls with the
//: speed p₁/4.
//: ::: solution
//: Side 1–2: $\dot\theta_i = p_i (d_i - \bar d) \approx p_3/8$, so $\dot p_3/p_3 = -\sum_i p_i \dot\theta_i \approx -p_3/8$, and
//: $p_3 \approx 8/t$. Side 2–3: $d_1 \approx 0$ and $\bar d \approx \tfrac14$, so
//: $\dot p_1/p_1 \approx \dot\theta_1 \approx -p_1/4$, and $p_1 \approx 4/t$. The solver has $t\,p_3 = {{creep3}}$ and
//: $t\,p_1 = {{creep1}}$ at $t = 10^6$: the reference group vanishes half as fast.
//: :::
// hide begin
expect(creeps, equals: [8, 4], within: 0.01, as: "the solution of {@ex:creep}")
answer("creep", [8, 4], within: 0.05)
answer("log-deviation", Chart.deviation.fisherMatrix(Point(0.3, 1.7))[1, 1] * 1.7 * 1.7, within: 1e-6)
let ball = sphere(Point(1, 2)), corner = -8 * (0.04 / 48).squareRoot()
let step = try ball.naturalStep(gradient: Point(2, 4), divergence: 0.02)
let exactly = try ball.steepestStep(of: { ($0 * $0).sum() }, divergence: 0.02)
expect(step, equals: Point(corner, corner), within: 1e-14, as: "the solution of {@ex:ball-step}")
for (name, number) in [("stepμ", step.x), ("stepσ", step.y), ("exactμ", exactly.x), ("exactσ", exactly.y)] { value(name, number) }
answer("ball-step", [step.x, step.y], within: 1e-3)
let broad = Point(0, 1.5), (forward, backward) = (defined(standard, broad), defined(broad, standard))
expect(
  [forward, backward], equals: [log(1.5) + 1 / 4.5 - 0.5, 0.625 - log(1.5)], within: 1e-12, as: "solution of {@ex:reversed}")
for (name, number) in [("forward", forward), ("backward", backward), ("reversedRatio", backward / forward)] {
  value(name, number)
}
answer("reversed", backward / forward, within: 2e-3)
let (left1, right1) = (try Gaussian(normal: Point(-1, 1)), try Gaussian(normal: Point(1, 1)))
let middles = [
  try left1.exponentialGeodesic(to: right1, at: 0.5).meanDeviation.y,
  HalfPlaneGeodesic(from: Point(-1, 1), to: Point(1, 1)).point(at: 0.5).y,
  try left1.mixtureGeodesic(to: right1, at: 0.5).meanDeviation.y,
]
value("topσ", middles[1])
expect(middles, equals: [1, 1.5.squareRoot(), 2.0.squareRoot()], within: 1e-12, as: "the solution of {@ex:midpoints}")
answer("midpoints", middles, within: 1e-3)
let downhill = UnivariateFlow(of: UnivariateMean(of: -1 * (x * x)), .natural, in: .deviation)
let final = downhill.end(from: Point(1, 2), until: 1, FlowSolver(tolerance: 1e-11)).point
expect(final, equals: Point(1.0 / 9, 2.0 / 3), within: 1e-9, as: "the solution of {@ex:statistics}, by the flow in (μ, σ)")
answer("statistics", final.y * final.y, within: 1e-4)
let sample = [1 + 2.0.squareRoot(), 1 - 2.0.squareRoot()]  // mean 1, mean square 3
let curvedBest = try UnitVariationNormal.fitted(to: sample).mean,
  scored = try UnitVariationNormal(mean: 1).scored(on: sample).mean
expect([scored, curvedBest], equals: [4.0 / 3, (13.0.squareRoot() - 1) / 2], within: 1e-14, as: "solution of {@ex:one-step}")
value("curvedBest", curvedBest)
answer("one-step", [scored, curvedBest], within: 1e-3)
// hide end
