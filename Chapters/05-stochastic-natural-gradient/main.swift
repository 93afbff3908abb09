//: # Stochastic natural gradient
//:
//: Suppose that a function can be evaluated and nothing else: no formula, no derivative, only numbers that come back. A
//: search that keeps a distribution, draws points from it and moves it towards the good ones is then the natural choice, and
//: its exact form need not be invented. In an exponential family both gradients of the mean are covariances, and covariances
//: can be estimated from the very points that were drawn. This chapter makes these estimates, measures their noise and what
//: reduces it, finds two well-known evolution strategies among the results, and ends with a theorem that says when the
//: search cannot get stuck.
//:
//: After it you will be able to
//:
//: - write the vanilla and the natural gradient of a mean as covariances, and the second one as a regression;
//: - estimate both from a sample, choose a baseline, and say how many points an accuracy costs;
//: - recognise rank-μ CMA-ES and xNES as one step of the natural gradient in two coordinate systems;
//: - cut a model down to the interactions that a function has, and count what that saves;
//: - say for which models the natural flow ends at the optimum from every start, and why.
//:
//: What is needed: exponential families and the Gaussian in its coordinates $(\mu, \Sigma)$, $\theta$ and $\eta$ (chapter
//: 03), and natural flows (chapters 01 and 04).
import Figures
import Foundation
import InformationGeometry
import LinearAlgebra
import Literate
import RandomStreams

// hide begin
chapter.begin(seed: 1)
let random = RandomStream(seed: chapter.seed)

/// One result for each seed, on two workers; the same for every number of workers.
nonisolated func overSeeds<R: Sendable>(_ count: Int, _ run: @Sendable (Int) -> R) -> [R] {
  concurrentChunks(count, size: 1, workers: 2) { run($0.lowerBound) }
}

func points(_ m: Matrix<Double>, _ rows: [Int]) -> [Point] { rows.map { Point(m[$0, 0], m[$0, 1]) } }

nonisolated func normal(_ μ: Double, _ σ: Double) throws -> Gaussian {
  try Gaussian(mean: [μ], covariance: Matrix(rows: [[σ * σ]]))
}
let shades: [Color] = [.vanilla, .green, .natural]

/// Names several numbers for the prose.
@MainActor func values(_ named: (String, Double, String)..., line: Int = #line) {
  for (name, x, format) in named { value(name, x, format, line: line) }
}

/// The median of several curves in the band between their 10 % and 90 % quantiles.
func band(_ x: [Double], _ lists: [[Double]], _ color: Color, _ name: String) -> [any Layer] {
  [
    Band(x: x, low: quantiles(lists, 0.1), high: quantiles(lists, 0.9), color, column: name),
    Curve(x: x, y: quantiles(lists, 0.5), color, width: 1.8, title: name),
  ]
}

/// Measured points joined by a thin line.
func series(
  _ x: [Double], _ y: [Double], _ color: Color, _ shape: Shape = .circle, _ title: String, size: Double = 8
) -> [any Layer] {
  [
    Curve(x: x, y: y, color, width: 1, column: title + " line"),
    Points(x: x, y: y, color, size: size, shape: shape, title: title),
  ]
}
// hide end

//: ## A search step {#sec:search-step}
//:
//: Model-based search repeats three things: *draw* points from a distribution $p_\xi$, *evaluate* $f$ at each of them,
//: *move* the parameters $\xi$. {@fig:strip} shows six such steps for a function of the plane. The distribution is a
//: Gaussian; the better quarter of its points pulls, the rest counts for nothing.
func distance(_ x: Span<Double>) -> Double { (x[0] - 2) * (x[0] - 2) + (x[1] - 1) * (x[1] - 1) }

var strip: [(sample: GaussianSample, order: [Int], next: Gaussian)] = []
var drawn = random.stream("strip")
var searcher = try Gaussian(mean: [-2, -1.2], covariance: Matrix(rows: [[0.5, 0], [0, 0.5]]))
for _ in 0..<6 {
  let sample = GaussianSample(of: searcher, count: 60, using: &drawn)
  let values = sample.values(of: distance)
  let weights = RankUtilities.truncation(0.25).weights(of: values, .minimise)
  let order = values.indices.sorted { values[$0] < values[$1] }
  searcher = try GaussianStep.meanCovariance.moved(sample, weights: weights, meanRate: 1, covarianceRate: 0.8)
  strip.append((sample, order, searcher))
}
// hide begin
let stripDistances = strip.map { $0.sample.gaussian.mean.withSpan(distance) }
expect(stripDistances[5] < 0.2 * stripDistances[0], as: "after five steps the squared distance of the mean is less than a fifth")
figure(
  "strip",
  "Six steps of a model-based search for the centre of the circles. In each panel: the distribution (dashed ellipse at two standard "
    + "deviations), 60 points drawn from it, the better quarter filled, and the distribution after the step (solid ellipse). On "
    + "the way the ellipse grows along the slope; around the optimum it shrinks.",
  alt: "Six small panels: a cloud of points with an ellipse that moves from the lower left to the centre of circular level lines"
) {
  Figure(columns: 3, width: 900, repeatsLabels: false) {
    for (k, step) in strip.enumerated() {
      let heights = Grid(x: -5...5, y: -3.6...3.6, count: 41) { distance([$0, $1].span).squareRoot() }
      Panel("step \(k + 1)", x: Axis("x₁", -5...5), y: Axis("x₂", -3.6...3.6), aspect: .equal, key: .none, grid: false) {
        Contours(heights, levels: [1, 2, 3, 4, 5, 6], labels: false, Color.grey.lighter(0.45))
        Points(points(step.sample.points, Array(step.order[15...])), .grey, size: 4, shape: .openCircle)
        Points(points(step.sample.points, Array(step.order[..<15])), .natural, size: 4)
        Curve(step.sample.gaussian.ellipse(deviations: 2), .black, width: 1.2, dash: .dashed, column: "before")
        Curve(step.next.ellipse(deviations: 2), .natural, width: 2, column: "after")
      }
    }
  }
}
// hide end

//: Two questions are open: by how much should a point pull, and what exactly should move? Everything in this chapter follows
//: from one answer: *follow the natural gradient of* $F(\xi) = \E_\xi[f(X)]$, the stochastic relaxation of chapter 01.
//:
//: ## Gradients are covariances {#sec:covariances}
//:
//: Let $p(x; \theta) = \exp(\theta^\T T(x) - \psi(\theta))$. The score is $\nabla_{\!\theta} \log p = T - \eta$ with
//: $\eta = \E[T] = \nabla\psi(\theta)$. Differentiating $F(\theta) = \int f(x)\, p(x; \theta)\, \d x$ under the integral,
//:
//: $$ \nabla F(\theta) = \E\bigl[f\, (T - \eta)\bigr] = \Cov(f, T), \qquad \Hess \psi(\theta) = I(\theta) = \Cov(T, T), $$ {#eq:covariance}
//:
//: and so
//:
//: $$ \tilde\nabla F(\theta) = \Cov(T, T)^{-1}\, \Cov(f, T). $$ {#eq:natural-covariance}
//:
//: No derivative of $f$ is left. The slides [@Malago23] state both formulas, and for the Gaussian also
//: $\tilde\nabla F(\theta) = I_\eta(\theta)\, \Cov(f, T)$, since $I_\eta = I_\theta^{-1}$ [@MMP11].
//:
//: The check takes the quartic of the slides, $f(x) = 6x + 8x^2 - x^3 - 2x^4$, under $\Normal(0.4,\, 0.3^2)$ with
//: $T = (X, X^2)$. The means of products of polynomials are exact moments; the library's gradient comes from another side,
//: from $\E[f']$ and $\E[f'']$.
let x = Polynomial.variables(1)[0]
let quartic = 6 * x + 8 * x.power(2) - x.power(3) - 2 * x.power(4)
let p = try normal(0.4, 0.3)
func mean(_ f: Polynomial, _ p: Gaussian) -> Double { GaussianMean(of: f).expectedDerivatives(under: p).value }
func cov(_ f: Polynomial, _ g: Polynomial, _ p: Gaussian) -> Double { mean(f * g, p) - mean(f, p) * mean(g, p) }

let T = [x, x.power(2)]
let F = GaussianMean(of: quartic).expectedDerivatives(under: p)
let vanilla = p.gradient(F, in: .θ), natural = p.naturalGradient(F, in: .θ)
expect(vanilla.elements, equals: T.map { cov(quartic, $0, p) }, within: 1e-11, as: "$\\nabla F(\\theta) = \\Cov(f, T)$")
expect(
  p.fisherMatrix.storage, equals: T.flatMap { a in T.map { b in cov(a, b, p) } }, within: 1e-13,
  as: "$I(\\theta) = \\Cov(T, T)$")
var solved = Vector(T.map { cov(quartic, $0, p) })
let chart = UnivariateChart.η
solved.setProduct(chart.fisherMatrix(chart.point(mean: 0.4, deviation: 0.3)), solved)
expect(natural.elements, equals: solved.elements, within: 1e-11, as: "$\\tilde\\nabla F(\\theta) = I_\\eta\\, \\Cov(f, T)$")

//: ### A regression
//:
//: {@eq:natural-covariance} is well known under another name. Among all affine functions $a + c^\T T$ of the statistics, the
//: one that is nearest to $f$ in the mean square under $p_\theta$ has the coefficients $c = \Cov(T,T)^{-1} \Cov(f,T)$. So
//:
//: > the natural gradient in $\theta$ is the vector of coefficients of the regression of $f$ on $T$, under the present distribution.
//:
//: For a Gaussian, $T$ consists of the linear and quadratic monomials: the natural gradient sees $f$ through the parabola
//: that fits it best where the distribution is. What the parabola does not explain is uncorrelated with $T$ and has no
//: effect.
// hide begin
let parabolas = try [normal(0.4, 0.8), normal(-1.2, 0.25)].map { try GaussianRegression(of: quartic, under: $0) }
for fit in parabolas {
  expect(T.map { cov(fit.rest, $0, fit.gaussian) }, equals: [0, 0], within: 1e-11, as: "the rest is uncorrelated with T")
  expect(
    (1...2).map { fit.fit.coefficient(of: [$0]) },
    equals: fit.gaussian.naturalGradient(GaussianMean(of: quartic).expectedDerivatives(under: fit.gaussian), in: .θ).elements,
    within: 1e-10, as: "the coefficients of the regression are $\\E[f'] - \\mu \\E[f'']$ and $\\tfrac12 \\E[f'']$")
}
values(
  ("unexplainedWide", 100 * parabolas[0].unexplained, "%.1f %%"), ("unexplainedNarrow", 100 * parabolas[1].unexplained, "%.1f %%")
)
figure(
  "regression",
  "The quartic (black) and its regression on (x, x²) (blue) under the density at the bottom (grey, not to scale). The parabola's "
    + "coefficients are the natural gradient in θ. Wide: it sees the whole function. Narrow: only the nearest hill.",
  alt:
    "Two panels: a curve with two hills and a parabola, fitted over a wide bell on the left and over a narrow one on the right",
  columns: 2
) {
  for fit in parabolas {
    let (μ, σ) = (fit.gaussian.mean[0], fit.gaussian.covariance[0, 0].squareRoot())
    let places = Grid.even(-2.6...2.6, 131)
    Panel("N(\(μ), \(σ)²)", x: Axis("x", -2.6...2.6), y: Axis("f", -15...18), key: .none) {
      let bell = places.map { -15 + 9 * exp(-pow(($0 - μ) / σ, 2) / 2) }
      Band(x: places, low: places.map { _ in -15 }, high: bell, .grey, column: "density")
      Curve(x: places, y: places.map { quartic.value(at: $0) }, .black, width: 1.8, column: "f")
      Curve(x: places, y: places.map { fit.fit.value(at: $0) }, .natural, width: 1.8, column: "parabola")
    }
  }
}
// hide end

//: In the wide Gaussian {{unexplainedWide}} of the variance of $f$ is left unexplained, in the narrow one
//: {{unexplainedNarrow}}. If $f$ *is* in the span of $T$ and 1, nothing is left, and the natural gradient is the same vector
//: at every $\theta$: its own coefficients. That is the key to the end of the chapter.
let quadratic = x - 3 * x.power(2)
for (μ, σ) in [(0.4, 0.8), (-3, 0.1), (10, 5)] {
  let q = try normal(μ, σ)
  expect(
    q.naturalGradient(GaussianMean(of: quadratic).expectedDerivatives(under: q), in: .θ).elements, equals: [1, -3],
    within: 1e-11, as: "$x - 3x^2$ has the natural gradient $(1, -3)$ at $\\mu = \(μ)$, $\\sigma = \(σ)$")
}

//: ## From covariances to samples {#sec:samples}
//:
//: Draw $x_1, \dots, x_N$ from $p_\theta$ and replace means by averages. The mean $\eta$ of $T$ is known, $\E[f]$ is not.
//: Since the score $s = T - \eta$ has mean zero, any number $b$ may be subtracted from $f$:
//:
//: $$ \hat g = \frac1N \sum_{n=1}^N \bigl(f(x_n) - b\bigr)\, s(x_n), \qquad \E[\hat g] = \nabla F(\theta), \qquad
//: \Var(\hat g_i) = \frac{\E[(f - b)^2 s_i^2] - g_i^2}{N}. $$ {#eq:baseline}
//:
//: The *baseline* $b$, a control variate, leaves the mean as it is and changes the variance, a parabola in $b$ with its
//: minimum at
//:
//: $$ b_i^* = \frac{\E[f s_i^2]}{\E[s_i^2]}. $$ {#eq:optimal}
//:
//: The mean of the sample is nearly as good, and turns $\hat g$ into the sample covariance. A baseline must not be computed
//: from the point that it is used for, else the estimate is biased: hence the $N - 1$ in a sample covariance, and hence the
//: library estimates {@eq:optimal} for each point from the others.
listing("InformationGeometry/Search/EvaluatedSample.swift", "covariance estimators")  // hide

//: How much is gained? {@tab:baselines} compares {@eq:baseline}, evaluated with exact moments, with the mean square error of
//: the first component over many samples, once for $f$ and once for $f + 100$. Nobody who searches knows where the zero of a
//: function is.
// hide begin
let baselineRuns = chapter.effort.choose(quick: 100, standard: 1000)
let baselineSize = 100
func exactVariance(_ f: Polynomial) -> [Double] {
  let s = x - 0.4
  return [0, mean(f, p), mean(f * s * s, p) / mean(s * s, p)].map { b in
    (mean((f - b) * (f - b) * s * s, p) - pow(mean(f * s, p), 2)) / Double(baselineSize)
  }
}
nonisolated func quarticValue(_ x: Double) -> Double { x * (6 + x * (8 - x * (1 + 2 * x))) }
let baselineErrors = [0.0, 100].map { offset in
  EstimatorErrors(
    of: { quarticValue($0[0]) + offset }, under: p, vanilla: vanilla, natural: natural, sampleSize: baselineSize,
    runs: baselineRuns, workers: 2, random: random.stream("baselines")
  ).firstComponent.map { $0 * $0 }
}
let variances = zip([0.0, 100], baselineErrors).map { Array(zip(exactVariance(quartic + $0), $1)) }
table(
  "baselines",
  "Variance of the first component of $\\hat g$ for samples of 100 points: by {@eq:baseline}, and measured, over \(baselineRuns) samples.",
  columns: ["function", "baseline", "by formula", "measured"],
  rows: zip(["$f$", "$f + 100$"], variances).flatMap { name, row in
    zip(["none", "mean of f", "optimal"], row).map { [name, $0, $1.0, $1.1] }
  }, formats: [nil, nil, "%.3g", "%.3g"])
value("baselineGain", variances[1][0].0 / variances[1][2].0, "%.0f")
// hide end
expect(
  variances.joined().map { $0.1 / $0.0 }, equals: Array(repeating: 1, count: 6), within: chapter.effort == .quick ? 0.8 : 0.25,
  as: "measured over exact variance")
if chapter.effort != .quick {
  expect(baselineErrors.allSatisfy { $0[2] > $0[1] }, as: "measured, the optimal baseline is not better than the mean")
}

//: Without a baseline, adding 100 to $f$ makes the estimate worthless: {{baselineGain}} times the variance that the best
//: baseline has by the formula, so {{baselineGain}} times the points for the same accuracy. With either baseline the zero of
//: $f$ has no effect. Measured, the optimal baseline is not the best: it must itself be estimated, from the other points, and
//: for this component that costs more than it could gain.
//:
//: ### Two natural gradients from one sample
//:
//: {@eq:natural-covariance} can be estimated in two ways. Either $\Cov(f,T)$ is sampled and multiplied by the *exact*
//: inverse of the model's Fisher matrix. Or *both* covariances are taken from the sample, which is the least-squares
//: regression of the values on the statistics. The second looks worse, with its inverse of a noisy matrix. But its noise
//: comes only from what the regression leaves unexplained, while the first is noisy even where $f$ is a polynomial that the
//: model knows.
// hide begin
let counts = chapter.effort.choose(quick: [32, 128, 512], standard: [16, 64, 256, 1024, 4096])
let estimateRuns = chapter.effort.choose(quick: 40, standard: 200)
let estimates = counts.map { N in
  let e = EstimatorErrors(
    of: { quarticValue($0[0]) }, under: p, vanilla: vanilla, natural: natural, sampleSize: N, runs: estimateRuns, workers: 2,
    random: random.stream("estimators", N))
  return e.vanilla + [e.exactFisher, e.sampledFisher]
}
let noise = try GaussianRegression(of: quartic, under: p),
  noiseWide = try GaussianRegression(of: quartic, under: normal(0.4, 0.5))
let estimateSlopes = (0..<5).map { k in
  fittedSlope(of: estimates.suffix(3).map { log($0[k]) }, against: counts.suffix(3).map { log(Double($0)) })
}
figure(
  "estimators",
  "Root mean square error of sampled gradients of the quartic under N(0.4, 0.3²), over \(estimateRuns) samples of each size. Left: "
    + "the vanilla gradient with three baselines, Euclidean norm. Right: the natural gradient in θ, in the norm of the Fisher metric. "
    + "Grey: slope −1/2.",
  alt: "Two doubly logarithmic panels with falling straight lines of slope minus one half",
  columns: 2
) {
  let N = counts.map(Double.init)
  Panel("vanilla", x: Axis("points N", scale: .log), y: Axis("error", scale: .log), key: .topRight) {
    Line(through: Point(N[1], estimates[1][2] / 2.5), slope: -0.5, .grey, dash: .dashed)
    for (k, (name, shape)) in [("no baseline", Shape.openCircle), ("mean", .square), ("optimal", .triangle)].enumerated() {
      series(N, estimates.map { $0[k] }, .vanilla, shape, name)
    }
  }
  Panel("natural", x: Axis("points N", scale: .log), y: Axis("error (Fisher norm)", scale: .log), key: .topRight) {
    Line(through: Point(N[1], estimates[1][4] / 2.5), slope: -0.5, .grey, dash: .dashed)
    series(N, estimates.map { $0[3] }, .natural, .openCircle, "exact Fisher matrix")
    series(N, estimates.map { $0[4] }, .natural, .square, "regression")
  }
}
for (name, k) in [("few", 0), ("many", counts.count - 1)] {
  value("\(name)Noise", Double(counts[k]) * pow(estimates[k][4], 2), "%.1f")
}
value("fewest", counts[0])
value("most", counts.last!)
values(
  ("limitNoise", noise.sampledFisherNoise, "%.1f"),
  ("slopeMean", estimateSlopes[1], "%.3f"), ("slopeSampled", estimateSlopes[4], "%.3f"),
  ("sampledGain", noise.exactFisherNoise / noise.sampledFisherNoise, "%.0f"),
  ("noiseExact", noiseWide.exactFisherNoise, "%.0f"), ("noiseSampled", noiseWide.sampledFisherNoise, "%.0f"))
// hide end
expect(estimateSlopes, equals: Array(repeating: -0.5, count: 5), within: chapter.effort == .quick ? 0.2 : 0.08, as: "slopes −1/2")
expect(
  (3...4).map {
    Double(counts.last!) * pow(estimates.last![$0], 2) / [noise.exactFisherNoise, noise.sampledFisherNoise][$0 - 3]
  },
  equals: [1, 1], within: chapter.effort == .quick ? 0.6 : 0.25, as: "measured over exact noise of the two natural gradients")

//: In the end all errors fall as $N^{-1/2}$ (fitted to the last three sizes: {{slopeMean}} with the mean as baseline,
//: {{slopeSampled}} for the regression): to halve an error costs four times the evaluations. A baseline, or the better of the
//: two estimates, does not change the slope; it shifts the line. The regression comes to its line from below: few points
//: rarely show the tails, where the rest is greatest, so $N$ times its mean square error still grows, from {{fewNoise}} at
//: {{fewest}} points to {{manyNoise}} at {{most}}, near its limit of {{limitNoise}}. With many points it needs
//: {{sampledGain}} times fewer than the exact Fisher matrix. That is no law: under $\Normal(0.4,\, 0.5^2)$, where the rest is
//: greatest in the tails, which weigh most, the exact constants of the mean square error are {{noiseExact}} with the exact
//: matrix and {{noiseSampled}} for the regression.
//:
//: On a function in the span the difference is total. Four points, one more than there are coefficients, are enough for
//: $x - 3x^2$:
var four = random.stream("four points")
let fewPoints = EvaluatedSample(of: { $0[0] - 3 * $0[0] * $0[0] }, under: p, count: 4, using: &four)
expect(try fewPoints.naturalGradient().elements, equals: [1, -3], within: 1e-9, as: "the regression of four points")
let inSpan = try fewPoints.naturalGradient(under: p)
values(("noisyFirst", inSpan[0], "%.2f"), ("noisySecond", inSpan[1], "%.2f"))  // hide

//: With the exact Fisher matrix the same four points give $({{noisyFirst}}, {{noisySecond}})$.
//:
//: ### Ranks
//:
//: One can go further than subtracting a number and replace the values by *utilities*: weights that depend only on the order
//: of the sample, the best point first. Then the search behaves the same for $f$ as for $e^f$ or any other increasing
//: function of it, and a single huge value cannot throw it. The price: it no longer climbs $\E[f]$, but the mean of a
//: function of quantiles, which changes with the distribution [@Arnold11].
let utilities = RankUtilities.logarithmic
func bowl(_ x: Span<Double>) -> Double { x[0] * x[0] + 3 * x[1] * x[1] + x[0] * x[1] }
func exponentialBowl(_ x: Span<Double>) -> Double { exp(bowl(x)) }
let bowlStart = try Gaussian(mean: [1, -1], covariance: .identity(2))
let twice = [bowl, exponentialBowl].map { f in
  [SampleWeighting.values, .ranks(utilities)].map { weighting in
    var stream = random.stream("ranks")
    return GaussianSearch(.exponential, weighting, sampleSize: 20, covarianceRate: 0.2)
      .path(of: f, .minimise, from: bowlStart, steps: 20, using: &stream).gaussians.last!
  }
}
expect(twice[0][1] == twice[1][1], as: "with ranks, 20 steps on $f$ and on $e^f$ end in the same distribution, bit for bit")
expect(twice[0][0] != twice[1][0], as: "with values they do not")

//: ## The flow that a search follows {#sec:flow}
//:
//: With infinitely many points and infinitely short steps a stochastic natural gradient search *is* the natural flow
//: $\dot\theta = \tilde\nabla F(\theta)$. How much of it is left with few points and finite steps? {@fig:sampled-flow}
//: maximises the quartic from $\Normal(-0.7,\, 0.54^2)$, next to the saddle of $\E[f]$, with steps of
//: $\lambda = {{flowRate:%.2f}}$ along $\tilde\nabla F$ in $\theta$, as estimated with the exact Fisher matrix. A step that
//: would make $\sigma^2$ negative is halved until it does not; with ten points a step that happened {{flowHalvings}} times
//: in all runs.
// hide begin
let flowRate = chapter.effort.choose(quick: 0.04, standard: 0.02)
let flowSteps = Int((2 / flowRate).rounded())
let flowSeeds = chapter.effort.choose(quick: 5, standard: 15)
let flowCounts = chapter.effort.choose(quick: [10, 100, 1000], standard: [10, 100, 1000, 10_000])
let flowStart = try normal(-0.7, 0.54)
let expectedFlow = UnivariateFlow(of: UnivariateMean(of: quartic), .natural, in: .θ)
  .trajectory(from: UnivariateChart.θ.point(mean: -0.7, deviation: 0.54), until: 2, FlowSolver(tolerance: 1e-10))
let times = (0...flowSteps).map { Double($0) * flowRate }
let flowWay = times.map { UnivariateChart.θ.meanDeviation(expectedFlow.point(at: $0)) }
let paths = flowCounts.map { N in
  overSeeds(flowSeeds) { [flowRate, flowSteps, flowStart, random] seed in
    var stream = random.stream("flow \(N)", seed)
    let search = GaussianSearch(.natural, .values, sampleSize: N, meanRate: flowRate, covarianceRate: flowRate)
    return search.path(of: { quarticValue($0[0]) }, .maximise, from: flowStart, steps: flowSteps, using: &stream)
  }
}
func μσ(_ p: Gaussian) -> Point { Point(p.mean[0], p.covariance[0, 0].squareRoot()) }
/// Distance from the flow at half of the time, in (μ, log σ).
let halfway = flowSteps / 2
let flowErrors = paths.map { runs in
  let squares = runs.filter { $0.gaussians.count > halfway }.map { run in
    let at = μσ(run.gaussians[halfway])
    return pow(at.x - flowWay[halfway].x, 2) + pow(log(at.y / flowWay[halfway].y), 2)
  }
  return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
}
value("flowRate", flowRate)
value("flowSeeds", flowSeeds)
value("flowHalvings", paths[0].reduce(0) { $0 + $1.halvings })
value("flowMost", flowCounts.last!)
values(("flowErrorFew", flowErrors[0], "%.2g"), ("flowErrorMany", flowErrors.last!, "%.2g"))
expect(zip(flowErrors, flowErrors.dropFirst()).allSatisfy { $0 > $1 }, as: "more points a step, nearer to the flow")
let lowerHill = zip(flowCounts, paths).map { "\($0): \($1.count { $0.gaussians.last!.mean[0] < -0.6 })" }
value("lowerHill", lowerHill.joined(separator: ", "))
expect(flowWay.last!.x > 1, as: "the flow goes to the higher hill")
figure(
  "sampled-flow",
  "Mean (above) and standard deviation (below) of the search against time, for N points a step. Black: the flow. Blue: median and "
    + "the band between the 10 % and 90 % quantiles of \(flowSeeds) runs. With ten points some runs are carried to the lower hill, at −√2.",
  alt: "Two rows of panels: blue bands around a black curve that become narrower from left to right"
) {
  Figure(columns: flowCounts.count, width: 1000, repeatsLabels: false) {
    for isMean in [true, false] {
      for (N, runs) in zip(flowCounts, paths) {
        let whole = runs.filter { $0.gaussians.count == times.count }
        let lists = whole.map { $0.gaussians.map { isMean ? μσ($0).x : μσ($0).y } }
        Panel(
          isMean ? "N = \(N)" : "", x: Axis("time", 0...2, ticks: [0, 1, 2]),
          y: isMean ? Axis("μ", -2...2.4) : Axis("σ", 0.05...1, scale: .log), key: .none
        ) {
          band(times, lists, .natural, "median")
          Curve(x: times, y: flowWay.map { isMean ? $0.x : $0.y }, .black, width: 1.2, dash: .dashed, column: "flow")
        }
      }
    }
  }
}
// hide end

//: At half of the time the root mean square distance from the flow is {{flowErrorFew}} with 10 points a step and
//: {{flowErrorMany}} with {{flowMost}}, measured in $(\mu, \log\sigma)$ over {{flowSeeds}} runs. It does not vanish with
//: $N$: what remains is the finite step, of order $\lambda$. Next to a saddle noise decides: of {{flowSeeds}} runs so many
//: go to the lower hill, after the number of points: {{lowerHill}}. The flow never does. (Started on the other side, noise
//: would help as often.)

//: ## Two evolution strategies {#sec:strategies}
//:
//: In the coordinates $(\mu, \Sigma)$ the natural gradient of a weighted sample is
//:
//: $$ \delta\mu = \sum_n w_n (x_n - \mu), \qquad
//: \delta\Sigma = \sum_n w_n \bigl( (x_n - \mu)(x_n - \mu)^\T - \Sigma \bigr). $$ {#eq:velocity}
//:
//: To see it, start from $\eta$. There the natural gradient is the vanilla one in $\theta$,
//: $\delta\eta = \sum_n w_n (T(x_n) - \eta)$, which says $\delta\mu$ at once and
//: $\delta(\Sigma + \mu\mu^\T) = \sum_n w_n (x_n x_n^\T - \Sigma - \mu\mu^\T)$. Subtracting
//: $\delta\mu\, \mu^\T + \mu\, \delta\mu^\T$ leaves {@eq:velocity}. An Euler step of it with two learning rates,
//:
//: $$ \mu \leftarrow \mu + c_1\, \delta\mu, \qquad \Sigma \leftarrow \Sigma + c_2\, \delta\Sigma, $$ {#eq:cma}
//:
//: is, with $w_n$ the weights by rank, the *rank-μ update of CMA-ES* about the old mean [@Hansen16], found in 2010 to be a
//: natural gradient step [@Akimoto10]. What CMA-ES has besides, evolution paths and a control of the overall step size, is
//: not contained in it, and left out here.
listing("InformationGeometry/Search/GaussianStep.swift", "rank-mu")  // hide

//: *Exponential natural evolution strategies*, xNES [@Glasmachers10], take the same step in other coordinates. Write
//: $\Sigma = A A^\T$ and $x_n = \mu + A z_n$, and name the Gaussians around the present one by
//: $(\delta, M) \mapsto \Normal(\mu + A \delta,\; A\, e^{M} A^\T)$. At $(0, 0)$ the natural gradient is
//: $\delta = \sum_n w_n z_n$, $M = \sum_n w_n (z_n z_n^\T - 1)$,
//: and the step ends at $\Sigma \leftarrow A\, e^{c_2 M} A^\T$.
listing("InformationGeometry/Search/GaussianStep.swift", "xnes")  // hide

//: Both equalities are checked on the same points, and not by the code of the listings: the natural gradient comes from
//: scores and the Fisher matrix of $\theta$, by solving, and is carried over to $(\mu, \Sigma)$ by differentiating the map.
var five = random.stream("equalities")
let A = Matrix<Double>(rows: [[1, 0, 0], [0.6, 0.8, 0], [-0.3, 0.5, 0.7]])
var Σ = A
Σ.setGram(A)
let here = try Gaussian(mean: [0.5, -1, 2], covariance: Σ)
let drawnHere = GaussianSample(of: here, count: 15, using: &five)
let w = utilities.weights(of: drawnHere.values(of: SearchObjective(.rosenbrock, dimension: 3)), .minimise)

var score = Vector<Double>(zeros: 9)
for n in 0..<15 { here.addScore(at: drawnHere.points.row(n), weight: w[n], to: &score) }
let δ = here.velocity(try here.naturalDirection(of: score), in: .θ)  // I⁻¹ Σ w s, and what it does to μ and Σ
let byCMA = try GaussianStep.meanCovariance.moved(drawnHere, weights: w, meanRate: 1, covarianceRate: 0.3)
let eulerMean = (0..<3).map { here.mean[$0] + δ.mean[$0] }
let eulerCovariance = (0..<9).map { Σ[$0 / 3, $0 % 3] + 0.3 * δ.covariance[$0 / 3, $0 % 3] }
expect(byCMA.mean.elements, equals: eulerMean, within: 1e-10, as: "rank-μ CMA-ES: the mean")
expect(byCMA.covariance.storage, equals: eulerCovariance, within: 1e-10, as: "rank-μ CMA-ES: the covariance")

var M = δ.covariance  // A⁻¹ δΣ A⁻ᵀ
here.factor.solveTriangle(.asIs, columnsOf: &M)
M = M.transposed
here.factor.solveTriangle(.asIs, columnsOf: &M)
var (product, exponential) = (A, A)
product.setProduct(A, try M.exponential(scaledBy: 0.3))
exponential.setProduct(product, A, .transposed)
let byXNES = try GaussianStep.exponential.moved(drawnHere, weights: w, meanRate: 1, covarianceRate: 0.3)
expect(byXNES.mean.elements, equals: eulerMean, within: 1e-10, as: "xNES: the mean")
expect(byXNES.covariance.storage, equals: exponential.storage, within: 1e-10, as: "xNES: the covariance")

//: A third search steps straight in $\theta$, which {@sec:flow} did. All three have the same velocity and are *not* the same
//: step: they differ by curvature, in second order of the rate. How, is seen in the eigenvectors of $M$. Along one with
//: eigenvalue $m$ a step of rate $c$ multiplies the variance by
//:
//: $$ 1 + c\,m \;\; \text{(CMA-ES)}, \qquad e^{c\,m} \;\; \text{(xNES)}, \qquad \frac{1}{1 - c\,m} \;\; \text{(straight in } \theta), $$ {#eq:multipliers}
//:
//: in increasing order. CMA-ES shrinks fastest, a step in $\theta$ grows fastest, and only xNES can take any step: the
//: others leave the positive matrices at $c\,m = -1$ and $c\,m = 1$. The means differ too: CMA-ES and xNES move them by
//: $c\,A\delta$, the step in $\theta$ by $c\,A (1 - cM)^{-1} \delta$, farther where $m > 0$.
let rates = [0.2, 0.1, 0.05, 0.025, 0.0125]
func gap(_ a: GaussianStep, _ b: GaussianStep, _ c: Double) -> Double {
  guard let p = try? a.moved(drawnHere, weights: w, meanRate: c, covarianceRate: c),
    let q = try? b.moved(drawnHere, weights: w, meanRate: c, covarianceRate: c)
  else { return .nan }
  var difference = p.coordinates(.meanCovariance)
  difference.add(-1, q.coordinates(.meanCovariance))
  return difference.norm
}
let pairs: [(GaussianStep, GaussianStep, String)] = [
  (.meanCovariance, .natural, "CMA-ES and θ"), (.exponential, .natural, "xNES and θ"),
  (.meanCovariance, .exponential, "CMA-ES and xNES"),
]
let stepGaps = pairs.map { a, b, _ in rates.map { gap(a, b, $0) } }
let stepSlopes = stepGaps.map { fittedSlope(of: $0.suffix(3).map { log($0) }, against: rates.suffix(3).map { log($0) }) }
expect(stepSlopes, equals: [2, 2, 2], within: 0.05, as: "any two of the three differ in second order")
// hide begin
/// What three steps of rate c make of a variance, in a direction in which all points lie at ±z.
func multipliers(_ z: Double, rate c: Double) throws -> [Double] {
  let sample = GaussianSample(of: try normal(0, 1), standard: Matrix(rows: [[z], [-z]]))
  return try [GaussianStep.meanCovariance, .exponential, .natural].map {
    try $0.moved(sample, weights: [0.5, 0.5], meanRate: 1, covarianceRate: c).covariance[0, 0]
  }
}
expect(
  try multipliers(0.5, rate: 0.8), equals: [0.4, exp(-0.6), 1 / 1.6], within: 1e-14, as: "{@eq:multipliers} for $c\\,m = -0.6$")
let picture = strip[0].sample
let pictureWeights = RankUtilities.truncation(0.25).weights(of: picture.values(of: distance), .minimise)
let pictureSteps = try [GaussianStep.meanCovariance, .exponential, .natural].map {
  try $0.moved(picture, weights: pictureWeights, meanRate: 1, covarianceRate: 1)
}
figure(
  "steps",
  "One velocity, three steps. Left: the first sample of {@fig:strip}, the distribution before (dashed) and after a step of rate 1 "
    + "straight in (μ, Σ) (orange), in local exponential coordinates (green) and in θ (blue). Right: for the sample of the listings above, distance of the results, "
    + "in the entries of (μ, Σ), against the rate. Dashed: slope 2.",
  alt: "Left, a cloud of points with four ellipses; right, three parallel rising lines of points",
  columns: 2
) {
  Panel("", x: Axis("x₁", -4.4...0.8), y: Axis("x₂", -4.2...1.0), aspect: .equal, key: .bottomRight, grid: false) {
    Points(points(picture.points, Array(strip[0].order[15...])), .grey, size: 4, shape: .openCircle)
    Points(points(picture.points, Array(strip[0].order[..<15])), .black, size: 4)
    Curve(picture.gaussian.ellipse(deviations: 2), .black, width: 1.2, dash: .dashed, column: "before")
    for (k, name) in ["CMA-ES", "xNES", "straight in θ"].enumerated() {
      Curve(pictureSteps[k].ellipse(deviations: 2), shades[k], width: 2, title: name)
    }
  }
  Panel("", x: Axis("rate c", 0.01...0.25, scale: .log), y: Axis("distance", scale: .log), key: .topLeft) {
    Line(through: Point(0.05, stepGaps[2][2] / 2), slope: 2, .grey, dash: .dashed)
    for (k, shape) in [Shape.circle, .openSquare, .triangle].enumerated() {
      series(rates.reversed(), stepGaps[k].reversed(), .natural, shape, pairs[k].2)
    }
  }
}
// hide end

//: ## Black boxes {#sec:black-box}
//:
//: Now they search. The functions are the sphere $\sum x_i^2$, the ellipsoid $\sum 10^{6 (i-1)/(d-1)} x_i^2$, whose level
//: lines are a thousand times longer than wide, and Rosenbrock's bent valley [@Rosenbrock60]. All have the least value 0,
//: and a run is done when it draws a point with $f \le 10^{-8}$. Starts: mean $(1, \dots, 1)$ (Rosenbrock:
//: $(-1, \dots, -1)$), $\sigma = \tfrac12$. All three have the weights of CMA-ES, by rank,
//: $w_k \propto \max(0, \log\tfrac{N+1}{2} - \log k)$ with sum 1, $N = {{sizeTwo}}$ points a step for $d = 2$ and {{sizeTen}}
//: for $d = 10$, $c_1 = 1$, and for $c_2$ the rate of CMA-ES, $2(m + 1/m - 7/4)/((d+2)^2 + m)$ with $m = 1/\sum_k w_k^2$:
//: {{rateTwo}} and {{rateTen}}. (xNES usually has centred weights, with sum 0; equal weights show what the steps do.)
listing("InformationGeometry/Search/GaussianSearch.swift", "search")  // hide
// hide begin
let boxSeeds = chapter.effort.choose(quick: 5, standard: 11)
let boxDimensions = chapter.effort.choose(quick: [2], standard: [2, 10])
let strategies: [(name: String, step: GaussianStep)] = [
  ("rank-μ CMA-ES", .meanCovariance), ("xNES", .exponential), ("straight in θ", .natural),
]
func size(_ d: Int) -> Int { d == 2 ? 20 : 80 }
value("sizeTwo", size(2))
value("sizeTen", size(10))
for (name, d) in [("rateTwo", 2), ("rateTen", 10)] { value(name, utilities.covarianceRate(dimension: d, count: size(d)), "%.2f") }
func study(
  _ shape: SearchObjective.Shape, _ d: Int, _ step: GaussianStep, _ weighting: SampleWeighting, mean: Double, deviation: Double,
  c₁: Double = 1, c₂: Double, seeds: Int
) throws -> SearchStudy {
  let Σ = Matrix<Double>(d, d) { $0 == $1 ? deviation * deviation : 0 }
  return SearchStudy(
    GaussianSearch(step, weighting, sampleSize: size(d), meanRate: c₁, covarianceRate: c₂),
    of: SearchObjective(shape, dimension: d), from: try Gaussian(mean: Vector(count: d) { _ in mean }, covariance: Σ),
    target: 1e-8, limit: 60_000, seeds: seeds, workers: 2, random: random)
}
func summary(_ study: SearchStudy) -> [any TableCell] {
  let hits = study.count(.target)
  let evaluations: [any TableCell] = hits == 0 ? ["–", "–", "–"] : [0.5, 0.1, 0.9].map { study.evaluations(quantile: $0) }
  let ends = study.otherEnds.map { "\($0.count) \($0.end.rawValue)" }.joined(separator: ", ")
  return ["\(hits) of \(study.reports.count)"] + evaluations + [ends, study.best]
}
let shapes: [SearchObjective.Shape] = [.sphere, .ellipsoid(condition: 1e6), .rosenbrock]
var boxRows: [[any TableCell]] = []
var boxStudies: [SearchStudy] = []
for d in boxDimensions {
  for shape in shapes {
    for s in strategies {
      let result = try study(
        shape, d, s.step, .ranks(utilities), mean: shape == .rosenbrock ? -1 : 1, deviation: 0.5,
        c₂: utilities.covarianceRate(dimension: d, count: size(d)), seeds: boxSeeds)
      boxRows.append([SearchObjective(shape, dimension: d).name, d, s.name] + summary(result))
      boxStudies.append(result)
    }
    chapter.progress(0.3 + 0.05 * Double(boxRows.count / 3), "searches")
  }
}
table(
  "black-box",
  "Evaluations until a value of $10^{-8}$ is drawn: how many of the runs reach it within 60,000, and the median and the 10 % and 90 % "
    + "quantiles of those that do. Other ends, where there are any, and the median of the least value drawn.",
  columns: ["function", "d", "search", "reached", "median", "10 %", "90 %", "other ends", "least value"], rows: boxRows,
  formats: [nil, nil, nil, nil, "%.0f", "%.0f", "%.0f", nil, "%.1e"])
value("boxSeeds", boxSeeds)
expect(boxStudies.allSatisfy { $0.count(.target) == boxSeeds }, as: "every run reaches the target")
figure(
  "black-box-curves",
  "Least value of each step against evaluations, in dimension \(boxDimensions.last!): median and band between the 10 % and 90 % "
    + "quantiles of \(boxSeeds) runs. After a phase in which Σ learns the function all fall along straight lines: the ellipsoid and the "
    + "end of Rosenbrock's valley then cost as much a digit as the sphere. Each line ends where the fastest of its runs is done, which may be "
    + "before the median run is out of the valley.",
  alt: "Three panels of falling lines on a logarithmic scale, for sphere, ellipsoid and Rosenbrock"
) {
  Figure(columns: 3, width: 1000, repeatsLabels: false) {
    for (i, shape) in shapes.enumerated() {
      let shown = boxStudies.suffix(9).dropFirst(3 * i).prefix(3)
      Panel(
        SearchObjective(shape, dimension: 2).name, x: Axis("evaluations / 1000", 0...30, ticks: [0, 10, 20, 30]),
        y: Axis("f", 1e-9...1e7, scale: .log), key: shape == .sphere ? .topRight : .none
      ) {
        for (k, study) in shown.enumerated() {
          band(study.curves.evaluations.map { $0 / 1000 }, study.curves.values, shades[k], strategies[k].name)
        }
      }
    }
  }
}
// hide end

//: All of the {{boxSeeds}} runs of each kind reach the target. On sphere and ellipsoid the order is that of
//: {@eq:multipliers}: near the optimum what counts is how fast the distribution shrinks, and CMA-ES shrinks fastest. On the
//: long way through Rosenbrock's valley in ten dimensions the step in $\theta$, which grows fastest, is first. The condition
//: of the ellipsoid costs a constant number of evaluations, for $\Sigma$ to become proportional to the inverse Hessian, and
//: nothing after that: a linear map of the space is a change of coordinates, to which a natural gradient is indifferent.
//:
//: ### What fails
//:
//: The table is flattering, because starts and rates were good. Three changes in dimension {{failDimension}}:
// hide begin
let failDimension = boxDimensions.last!
let failSeeds = chapter.effort.choose(quick: 3, standard: 7)
value("failDimension", failDimension)
let usual = utilities.covarianceRate(dimension: failDimension, count: size(failDimension))
typealias Trial = (what: String, shape: SearchObjective.Shape, k: Int, μ: Double, σ: Double, rate: Double, ranks: Bool)
let trials: [Trial] =
  (0...2).map { ("far start, σ = 0.01", .sphere, $0, 10, 0.01, usual, true) }
  + (0...2).map { ("rate 1", .rosenbrock, $0, -1, 0.5, 1, true) }
  + [
    ("values, rate 0.01", .sphere, 2, 1, 0.5, 0.01, false),
    ("values, rate 10⁻⁵", .ellipsoid(condition: 1e6), 2, 1, 0.5, 1e-5, false),
  ]
let ends = try trials.map { t in
  try study(
    t.shape, failDimension, strategies[t.k].step, t.ranks ? .ranks(utilities) : .values, mean: t.μ, deviation: t.σ,
    c₁: t.ranks ? 1 : t.rate, c₂: t.rate, seeds: failSeeds)
}
let failRows = zip(trials, ends).map { t, end in
  [t.what, SearchObjective(t.shape, dimension: failDimension).name, strategies[t.k].name] + summary(end)
}
table(
  "failures",
  "The same searches with a far and narrow start (mean (10, …, 10), σ = 0.01), with a rate that is too high, and with values as weights.",
  columns: ["change", "function", "search", "reached", "median", "10 %", "90 %", "other ends", "least value"], rows: failRows,
  formats: [nil, nil, nil, nil, "%.0f", "%.0f", "%.0f", nil, "%.1e"])
expect(ends.suffix(2).allSatisfy { $0.count(.target) == 0 }, as: "no run with values as weights reaches the target")
// hide end

//: - *Far and narrow.* On a slope $\Sigma$ grows only by a factor a step, $1 + c\,m$ for CMA-ES, $1/(1 - c\,m)$ in $\theta$: now the
//:   order is reversed, and the cautious shrinker is first. This is what step-size control is for, and none of the three has it.
//: - *Too fast.* With $c_2 = 1$, CMA-ES forgets the old $\Sigma$ altogether and replaces it by that of the better half, which has
//:   shrunk in directions that matter later. The distribution degenerates before it has come down the valley: Σ is singular to rounding
//:   (`noStep`), or the evaluations run out on the spot. The step in $\theta$ shrinks so slowly that it survives.
//: - *Values.* The natural flow of $\E[f]$ itself is slow at the end. For a quadratic function $\theta(t) = \theta_0 - t\,c$, so
//:   $\Sigma^{-1}$ grows linearly and $\E[f]$ falls like $1/t$: algebraically, never exponentially. A rate that is right for the
//:   first step is too small for the last by many orders of magnitude, and on the ellipsoid one rate does not even suit all directions. Ranks
//:   rescale $f$ at every step; that is most of their secret.
let slowClock = UnivariateFlow(of: UnivariateMean(of: x.power(2)), .natural, in: .deviation, .minimise)
  .trajectory(from: Point(0, 1), until: 100, FlowSolver(tolerance: 1e-11))
expect(
  [1.0, 10, 100].map { pow(slowClock.point(at: $0).y, 2) }, equals: [1.0, 10, 100].map { 1 / (1 + 2 * $0) }, within: 1e-9,
  as: "the natural flow that minimises $x^2$ from $\\Normal(0,1)$ has $\\E[f] = 1/(1 + 2t)$")

//: ## Leaving interactions out {#sec:submodels}
//:
//: In $\theta$ a smaller model is a subset of coordinates. The entries $\theta_{ij} = -\tfrac12 \sigma^{ij}$ belong to the
//: precision matrix, and fixing some at zero leaves an exponential family: a *Gaussian Markov random field*, in which $X_i$
//: and $X_j$ are independent given all other variables [@MP15]. In $(\mu, \Sigma)$ or in $\eta$ that would be a complicated
//: surface. The Fisher matrix of the sub-model is the block of the whole one that belongs to the statistics that are kept,
listing("InformationGeometry/Models/GaussianMarkovField.swift", "Fisher matrix of a Markov field")  // hide

//: and its natural gradient is the regression of $f$ on those statistics only. Which interactions can be left out? Those
//: that $f$ does not have. Take a chain in $d = 20$ dimensions, in which only neighbours interact:
//:
//: $$ f(x) = \sum_{i=1}^{d} \Bigl( (x_i - 1)^2 + \tfrac{1}{20} (x_i - 1)^4 \Bigr) + \sum_{i=1}^{d-1} (x_{i+1} - x_i)^2. $$ {#eq:chain}
//:
//: The whole model has $d + d(d+1)/2 = {{wholeCount}}$ parameters, that of the chain has $2d + (d - 1) = {{chainCount}}$.
let chainFunction = SearchObjective(.chain, dimension: 20)
let d = 20
let chain = GaussianMarkovField(standardOf: d, edges: GaussianMarkovField.chain(d))
let whole = try Gaussian(mean: Vector(zeros: d), covariance: .identity(d))
value("wholeCount", whole.parameters.count)
value("chainCount", chain.parameters.count)

//: Both are checked against exact moments. The natural gradient of the whole model has zeros at all interactions that $f$
//: lacks, and its other entries are the natural gradient of the sub-model. (This is so at every Gaussian of the sub-model,
//: correlated or not: the entry of an interaction is $\tfrac12 \E[\partial_i \partial_j f]$, and that derivative is zero
//: where $f$ has no interaction. So the flow of the whole model never leaves the sub-model.)
// hide begin
let chainMean = GaussianMean(of: chainFunction.polynomial)
// hide end
let exact = chainMean.expectedDerivatives(under: whole)
let wholeNatural = whole.naturalGradient(exact, in: .θ)
let absent = Set(0..<whole.parameters.count).subtracting(chain.places).sorted()
expect(absent.map { wholeNatural[$0] }, equals: absent.map { _ in 0 }, within: 1e-13, as: "absent interactions have no gradient")
let chainNatural = try chain.naturalDirection(of: chain.kept(whole.gradient(exact, in: .θ)))
expect(
  chainNatural.elements, equals: chain.kept(wholeNatural).elements, within: 1e-10,
  as: "the chain's natural gradient, by solving its own equations")
let elsewhere = try chain.with(parameters: Vector(count: 3 * d - 1) { $0 < d ? 0.5 : $0 < 2 * d ? -1 : 0.3 })  // correlated
expect(
  elsewhere.fisherMatrix.storage,
  equals: chain.places.flatMap { a in chain.places.map { [I = elsewhere.gaussian.fisherMatrix] b in I[a, b] } }, within: 1e-13,
  as: "its Fisher matrix is a block of the whole one")
let there = chainMean.expectedDerivatives(under: elsewhere.gaussian)
let (all, few) = (elsewhere.gaussian.naturalGradient(there, in: .θ), elsewhere.kept(elsewhere.gaussian.gradient(there, in: .θ)))
expect(absent.map { all[$0] }, equals: absent.map { _ in 0 }, within: 1e-11, as: "no gradient there either")
expect(
  try elsewhere.naturalDirection(of: few).elements, equals: chain.kept(all).elements, within: 1e-8,
  as: "and the chain's natural gradient is the rest of it")

//: What is gained is noise that is not drawn. {@fig:chain} (left) shows the error of the sampled natural gradient in the
//: Fisher norm of each model. A component that ought to be zero is estimated like any other, and each brings its own error.
// hide begin
let chainCounts = chapter.effort.choose(quick: [128, 512], standard: [64, 128, 256, 512, 1024, 2048, 4096])
let chainRuns = chapter.effort.choose(quick: 3, standard: 12)
let exactVanilla = whole.gradient(exact, in: .θ)
func chainErrors<Model: ExponentialFamily<Vector<Double>> & Sampler>(
  _ model: Model, _ g: Vector<Double>, _ v: Vector<Double>
) -> [EstimatorErrors] {
  chainCounts.map { [chainFunction] N in
    EstimatorErrors(
      of: { $0.withSpan { chainFunction.value(at: $0) } }, under: model, vanilla: g, natural: v, sampleSize: N, runs: chainRuns,
      workers: 2, random: random.stream("chain", N))
  }
}
let errorsOfChain = chainErrors(chain, chain.kept(exactVanilla), chainNatural)
let errorsOfWhole = chainErrors(whole, exactVanilla, wholeNatural)
let savedPoints = zip(errorsOfWhole, errorsOfChain).map { pow($0.exactFisher / $1.exactFisher, 2) }
values(
  ("savedPoints", savedPoints.reduce(0, +) / Double(savedPoints.count), "%.1f"),
  ("countRatio", Double(whole.parameters.count) / Double(chain.parameters.count), "%.1f"))
chapter.progress(0.7, "sub-models")

let reachCounts = chapter.effort.choose(quick: [60, 240], standard: [15, 20, 30, 40, 60, 80, 120, 160, 240, 320, 480])
let reachSeeds = chapter.effort.choose(quick: 3, standard: 7)
nonisolated let reachLimit = 24_000, reachTarget = 5.0
let reachRate = 0.05
let (N₀, λ) = (reachCounts, reachRate)
let chainBudget = BudgetStudy(sizes: N₀, seeds: reachSeeds, workers: 2, random: random) { [chain, chainFunction, chainMean, λ] in
  StochasticDescent(.exact(.mean), rate: λ, sampleSize: $0).evaluations(
    of: { $0.withSpan { chainFunction.value(at: $0) } }, from: chain, limit: reachLimit,
    until: { chainMean.mean.value(at: $0.gaussian.coordinates(.meanCovariance)) <= reachTarget }, using: &$1)
}
let wholeBudget = BudgetStudy(sizes: N₀, seeds: reachSeeds, workers: 2, random: random) { [whole, chainFunction, chainMean, λ] in
  GaussianSearch(.natural, .values, sampleSize: $0, meanRate: λ, covarianceRate: λ).evaluations(
    of: { chainFunction.value(at: $0) }, from: whole, limit: reachLimit,
    until: { chainMean.mean.value(at: $0.coordinates(.meanCovariance)) <= reachTarget }, using: &$1)
}
let (bestOfChain, bestOfWhole) = (chainBudget.cheapest, wholeBudget.cheapest)
for (name, k) in [
  ("wholeFails", wholeBudget.failing), ("bestChainSize", bestOfChain.size), ("bestWholeSize", bestOfWhole.size),
] { value(name, k) }
values(("bestChain", bestOfChain.evaluations, "%.0f"), ("bestWhole", bestOfWhole.evaluations, "%.0f"), ("reachRate", λ, "%.2f"))
figure(
  "chain",
  "The chain in 20 dimensions: whole model (orange) and sub-model (blue). Left: error of the sampled natural gradient in the Fisher norm, "
    + "with the exact Fisher matrix (lines with circles) and by regression (squares; it needs more points than parameters). Grey: slope −1/2. "
    + "Right: evaluations until E[f] has fallen from \(Int(exact.value.rounded())) to \(Int(reachTarget)), against points a step: "
    + "medians and 10–90 % bands of \(reachSeeds) runs; where there is no point, the median run fails.",
  alt:
    "Left, falling lines, the blue ones below the orange ones; right, two rising lines, of which the orange one begins further right",
  columns: 2
) {
  let N = chainCounts.map(Double.init)
  Panel("", x: Axis("points N", scale: .log), y: Axis("error (Fisher norm)", 0.3...5000, scale: .log), key: .topRight) {
    Line(through: Point(N[0], errorsOfChain[0].exactFisher / 1.6), slope: -0.5, .grey, dash: .dashed)
    for (errors, color, name) in [(errorsOfWhole, Color.vanilla, "whole"), (errorsOfChain, .natural, "chain")] {
      series(N, errors.map(\.exactFisher), color, .circle, name, size: 7)
      Points(x: N, y: errors.map(\.sampledFisher), color, size: 7, shape: .openSquare, title: name + ", regression")
    }
  }
  Panel("", x: Axis("points a step", scale: .log), y: Axis("evaluations to the target", scale: .log), key: .bottomRight) {
    for (study, color, name) in [(wholeBudget, Color.vanilla, "whole"), (chainBudget, .natural, "chain")] {
      Band(x: study.curves.sizes, low: study.curves.low, high: study.curves.high, color, column: name)
      series(study.curves.sizes, study.curves.median, color, .circle, name, size: 7)
    }
  }
}
// hide end
expect(
  savedPoints.allSatisfy { $0 > (chapter.effort == .quick ? 1.5 : 2.5) }, as: "the whole model needs several times the points")
expect(bestOfChain.evaluations < bestOfWhole.evaluations, as: "and more evaluations to the target")

//: For equal accuracy the whole model needs {{savedPoints}} times the points, near the ratio of the numbers of parameters,
//: {{countRatio}}. The regression (squares) is much better in both models, as soon as there are more points than parameters.
//:
//: On the right a search with rate {{reachRate}} goes down. With many points a step both models need the same number of
//: *steps*, and the points beyond the first hundreds are wasted. With few points the models part: noise in {{wholeCount}}
//: directions carries $\Sigma^{-1}$ out of the positive matrices, and up to {{wholeFails}} points a step the median run of
//: the whole model fails. The cheapest way to the target costs {{bestChain}} evaluations with the chain ({{bestChainSize}}
//: points a step) and {{bestWhole}} with the whole model ({{bestWholeSize}} points).

//: ## A theorem of convergence {#sec:theorem}
//:
//: When does the natural flow find the optimum from every start? The slides cite a theorem of 2015 [@MP15]. It is about
//: *minimisation*, $\dot\theta = -\tilde\nabla F(\theta)$:
//:
//: > Let $f$ be bounded below and lower semicontinuous, with compact level sets, and let $f = c_0 + \sum_i c_i T_i$ be in the span of the
//: > sufficient statistics. Then the natural flow converges weakly, and its limits live on the closed set where $f$ is least. If
//: > the minimiser is unique, the flow ends at the point mass on it, from every start.
//:
//: To maximise, apply it to $-f$. **In the slides** the flows are defined with a plus sign,
//: $\dot\xi = +\tilde\nabla F(\xi)$, though the problem is a minimum, and their Gaussian example is $x - 3x^2$. It has no
//: minimum: taken literally, with minus sign, its flow has $\theta_2(t) = -1/(2\sigma_0^2) + 3t$ and ceases to exist at
//: $t = 1/(6\sigma_0^2)$, where $\sigma$ is infinite.
let literal = UnivariateFlow(of: UnivariateMean(of: quadratic), .natural, in: .variance, .minimise)
  .end(from: Point(0.5, 1), until: 1, FlowSolver(tolerance: 1e-12))
expect(literal.time, equals: 1.0 / 6, within: 1e-6, as: "minimising $x - 3x^2$ ends at $t = 1/6$ for $\\sigma_0 = 1$")

//: **Why the theorem holds** can be said in three lines. By {@sec:covariances} the natural gradient of a function in the
//: span is constant, $c$. So $\theta(t) = \theta_0 - t\,c$, a straight line, and
//:
//: $$ p_t(x) = p(x; \theta_0 - t c) \propto p_0(x)\, e^{-t f(x)}. $$ {#eq:gibbs}
//:
//: That is the Gibbs distribution of the energy $f$ at the temperature $1/t$: the natural flow *is* annealing, with $p_0$ as
//: reference measure. As $t$ grows, all mass goes to where $f$ is least. Nothing was said of hills or valleys, since the
//: flow does not walk through them; mass that is far away is already there, with a small weight that grows.
let three = PseudoBoolean.variables(3)
let bits = three[0] - 2 * three[1] + 3 * three[0] * three[1] - three[1] * three[2] + 2 * three[0] * three[1] * three[2]
let logLinear = FiniteFamily(interactionsOf: bits)
let start = FiniteFamily(statistics: logLinear.statistics, parameters: [0.5, -1, 0.2, 0.8, -0.3])
let integrated = start.naturalTrajectory(of: bits.values, .minimise, until: 1.5).point(at: 1.5)
let annealed = zip(start.probabilities, bits.values).map { $0 * exp(-1.5 * $1) }
expect(
  FiniteFamily(statistics: logLinear.statistics, parameters: integrated).probabilities,
  equals: annealed.map { $0 / annealed.reduce(0, +) }, within: 1e-8,
  as: "{@eq:gibbs}: the integrated flow of three bits at time 1.5")

//: Near its end the flow is near the border of the family, where $\Cov(T,T)$ is singular in all digits. Solving
//: {@eq:natural-covariance} with it would give noise; the library computes the regression in a way that stays right there.
let faraway = FiniteFamily(statistics: logLinear.statistics, parameters: Vector(logLinear.parameters.elements.map { _ in 150 }))
let coefficients = bits.terms.filter { $0.variables != 0 }.map(\.coefficient)
expect(
  try faraway.naturalGradient(of: bits.values).elements, equals: coefficients, within: 1e-11,
  as: "the regression where one state has all the mass but $e^{-300}$ or less")

//: ### Bits: as many ends as local minima
//:
//: Outside the span there is no such theorem. For independent bits the natural flow is that of chapter 01, and it can end at
//: every point that no single flip improves. Take $n = {{glassSize}}$ bits with random fields and random interactions of all
//: pairs,
//:
//: $$ f(x) = \sum_i h_i x_i + \sum_{i<j} J_{ij}\, x_i x_j, \qquad h_i \sim \Normal(0, \tfrac14), \quad J_{ij} \sim \Normal(0, 1), $$ {#eq:glass}
//:
//: and {{glassStarts}} starts with $\theta_i$ uniform in $[-1, 1]$. The independence model has {{glassSize}} statistics, the
//: log-linear model with the interactions of $f$ has {{glassCount}}.
// hide begin
let n = chapter.effort.choose(quick: 8, standard: 12)
var glassStream = random.stream("glass")
let spins = PseudoBoolean.spinGlass(n, field: 0.5, using: &glassStream)
let spinValues = spins.values
let glassStarts = chapter.effort.choose(quick: 60, standard: 400)
let spinModel = FiniteFamily(interactionsOf: spins)
let spinCoefficients = Vector(spins.terms.map(\.coefficient))
let singles = spins.terms.indices.filter { spins.terms[$0].variables.nonzeroBitCount == 1 }
let starts = (0..<glassStarts).map { k in
  var stream = random.stream("starts", k)
  return Vector<Double>(count: n) { _ in 2 * stream.uniform() - 1 }
}
let independentEnds = spins.independentEnds(from: starts, .minimise, workers: 2)
let logLinearEnds = starts.map { own in
  var θ = Vector<Double>(zeros: spinCoefficients.count)
  for (i, place) in singles.enumerated() { θ[place] = own[i] }
  let report = FiniteFamily(statistics: spinModel.statistics, parameters: θ).straightFlowEnd(along: spinCoefficients, .minimise)
  return report.face.count == 1 && report.probability > 1 - 1e-12 ? report.face[0] : -1
}
let minima = spins.localOptima(.minimise).sorted { spinValues[$0] < spinValues[$1] }
for (name, k) in [("glassSize", n), ("glassStarts", glassStarts), ("glassCount", spinModel.parameters.count)] { value(name, k) }
let foundBest = independentEnds.count { $0 == minima[0] }
value("foundBest", 100 * Double(foundBest) / Double(glassStarts), "%.0f %%")
value("foundOthers", Set(independentEnds).subtracting([minima[0]]).count)
value("otherMinima", minima.count - 1)
table(
  "minima",
  "Starts per local minimum of {@eq:glass}, \(n) bits, minimising: the \(minima.count) points that no flip improves, from the best on.",
  columns: ["minimum", "$f$", "independence model", "log-linear model"],
  rows: minima.enumerated().map { k, x in
    [k + 1, spinValues[x], independentEnds.count { $0 == x }, logLinearEnds.count { $0 == x }]
  }, formats: [nil, "%.3f", nil, nil])
// hide end
expect(spinValues.min()! == spinValues[minima[0]], as: "the best local minimum is the least of all \(1 << n) values")
expect(independentEnds.allSatisfy { minima.contains($0) }, as: "every flow of independent bits ends at a local minimum")
expect(logLinearEnds.allSatisfy { $0 == minima[0] }, as: "every flow of the log-linear model ends at the global minimum")
expect(
  try spinModel.naturalGradient(of: spinValues).elements, equals: spinCoefficients.elements, within: 1e-10,
  as: "its natural gradient, by regression on all \(1 << n) states, is constant")

//: Independent bits find the optimum from {{foundBest}} of the starts, and from the rest end in {{foundOthers}} of the
//: {{otherMinima}} other local minima. The log-linear model finds it from all. (The price stands in the same line: its flow
//: was followed by summing over all states, and sampling from such a model is itself hard.)
//:
//: ### Gaussians: one end, or two
//:
//: For a Gaussian the span of $T$ is the polynomials of degree two: from every start the flow of a quadratic with a minimum
//: ends at it. A quartic is outside. Minimising $g = -f$ with the quartic of {@sec:covariances}, which has compact level
//: sets and minima at $\pm\sqrt2$, with $g(-\sqrt2) = {{lowLeft}}$ and $g(\sqrt2) = {{lowRight}}$, the flow has two ends.
// hide begin
values(("lowLeft", -quarticValue(-2.0.squareRoot()), "%.2f"), ("lowRight", -quarticValue(2.0.squareRoot()), "%.2f"))
func descend(_ f: Polynomial, from start: Point) -> Trajectory<Point> {
  UnivariateFlow(of: UnivariateMean(of: f), .natural, in: .deviation, .minimise)
    .trajectory(from: start, until: 1e7, FlowSolver(tolerance: 1e-7), isDone: { $0.y < 1e-3 })
}
let planeStarts = [0.3, 0.8, 1.3, 1.8].flatMap { σ in [-2.6, -1.9, -1.2, -0.5, 0.2, 0.9, 1.6, 2.3].map { Point($0, σ) } }
let toOne = planeStarts.map { descend(3 * x.power(2) - x, from: $0) }
let toTwo = planeStarts.map { descend(-quartic, from: $0) }
let leftEnds = toTwo.count { $0.report.point.x < 0 }
value("planeStarts", planeStarts.count)
value("leftEnds", leftEnds)
figure(
  "two-ends",
  "Natural flows in the plane of (μ, σ), minimising, from \(planeStarts.count) starts. Left: 3x² − x, in the span; all orbits end at (1/6, 0). Right: the "
    + "quartic −f, outside the span; orange orbits end at the local minimum −√2, blue ones at the global one, +√2.",
  alt: "Two half planes of orbits that fall to the lower border: to one point on the left, to two points on the right",
  columns: 2
) {
  for (isQuadratic, ways) in [(true, toOne), (false, toTwo)] {
    let ends = isQuadratic ? [1.0 / 6] : [-2.0.squareRoot(), 2.0.squareRoot()]
    Panel(
      isQuadratic ? "3x² − x" : "2x⁴ + x³ − 8x² − 6x", x: Axis("μ", -3...3), y: Axis("σ", -0.05...2), key: .none, grid: false
    ) {
      Curves(ways.filter { $0.report.point.x >= 0 }.map { $0.polyline() }, .natural, width: 1.1, arrow: .middle, title: nil)
      if !isQuadratic {
        Curves(ways.filter { $0.report.point.x < 0 }.map { $0.polyline() }, .vanilla, width: 1.1, arrow: .middle)
      }
      Points(planeStarts, .grey, size: 3)
      for end in ends { Marker(at: Point(end, 0), .black, size: 8) }
    }
  }
}
// hide end
expect(
  toOne.map(\.report.point.x), equals: planeStarts.map { _ in 1.0 / 6 }, within: 1e-3, as: "all flows of $3x^2 - x$ end at 1/6")
expect(
  toTwo.map { abs($0.report.point.x) }, equals: planeStarts.map { _ in 2.0.squareRoot() }, within: 1e-3,
  as: "all flows of the quartic end at $\\pm\\sqrt2$")
expect(leftEnds > 0 && leftEnds < planeStarts.count, as: "both ends are reached")

//: Of {{planeStarts}} starts, {{leftEnds}} end at the wrong minimum. The remedy is the same as for bits: put the missing
//: statistics in. With $T = (x, x^2, x^3, x^4)$ the quartic is in the span. The family is no longer Gaussian, but on a grid
//: of points it is a finite family like any other. Both flows are started from the same narrow density in the wrong valley,
//: and followed up to time 6. With two statistics all mass stays there. With four it vanishes on the left and appears on the
//: right, without passing between:
let grid = Grid.even(-3.2...3.2, 161)
func onTheRight(_ family: FiniteFamily) -> Double { zip(grid, family.probabilities).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) } }
let valleys = [2, 4].map { degree in
  let θ = Vector([-1.6 / 0.09, -1 / 0.18, 0, 0].prefix(degree).map { $0 })  // N(−1.6, 0.3²)
  return FiniteFamily(statistics: Matrix(grid.count, degree) { pow(grid[$0], Double($1 + 1)) }, parameters: θ)
}
let later = try valleys.map { family in
  let way = family.naturalTrajectory(of: grid.map { -quarticValue($0) }, .minimise, until: 6, FlowSolver(tolerance: 1e-7))
  return try family.with(parameters: way.point(at: 6))
}
expect(onTheRight(later[0]) < 1e-6, as: "with $x, x^2$ all mass is still on the left")
expect(onTheRight(later[1]) > 0.999, as: "with $x, x^2, x^3, x^4$ it is on the right")
value("tailMass", onTheRight(valleys[1]), "%.0e")  // hide

//: The theorem is no free lunch. A *sample* of the density would have to contain points in the other valley while their
//: probability is still tiny, {{tailMass}} at the start; with samples of any affordable size the regression would not see
//: them. What the theorem says for practice is the modest sentence of {@sec:submodels}: give the model the interactions that
//: the function has, and no others.

//: ## Summary {#sec:search-summary}
//:
//: - In an exponential family $\nabla F = \Cov(f, T)$, and the natural gradient is the regression of $f$ on $T$, {@eq:natural-covariance}. Both
//:   need values of $f$ only.
//: - Sampled, their error falls as $N^{-1/2}$. A baseline removes the part of the variance that comes from the zero of $f$, the sampled
//:   regression also all that comes from the span of $T$; ranks make the search indifferent to increasing functions of $f$.
//: - Rank-μ CMA-ES and xNES are one natural gradient step, straight in $(\mu, \Sigma)$ and in local exponential coordinates. They differ
//:   from each other and from the step in $\theta$ by second order, {@eq:multipliers}.
//: - A sub-model with $\theta_{ij} = 0$ where $f$ has no interaction loses nothing and needs fewer points.
//: - If $f$ is in the span of $T$, the natural flow is the straight line $\theta_0 - tc$, that is annealing, and ends at the minimum from
//:   every start. If not, it can end at local ones.
//:
//: The next part leaves the plane of toy functions for networks, whose Fisher matrices are too large to solve with, unless
//: they have blocks.

//: ## Exercises {#sec:search-exercises}
//:
//: An answer is judged by `swift run -c release exercise 05.1 "1, 2"` and the like.
//:
//: ::: exercise by-regression
//: Two independent bits are uniform on $\{-1, +1\}$, $T = (x_1, x_2)$. What is the natural gradient of the mean of
//: $f = x_1 + 2 x_2 + 3 x_1 x_2$ in $\theta$? And if $P(x_1 = +1) = 3/4$ instead? Give four numbers.
//: ::: hint
//: Regress: which part of $x_1 x_2$ is an affine function of $x_1$ and $x_2$ in the mean square?
//: ::: solution
//: At the uniform distribution $x_1 x_2$ is uncorrelated with both statistics, so $(1, 2)$. With $\eta_1 = 1/2$ and
//: $\eta_2 = 0$, write $x_1 x_2 = \eta_1 x_2 + (x_1 - \eta_1) x_2$; the last term is uncorrelated with $T$. So
//: $(1,\; 2 + 3/2) = (1, 3.5)$, which is $\nabla F(\eta)$, as the duality says.
//: :::
//: ::: exercise best-baseline
//: $X \sim \Normal(0, 1)$, $T = X$ (the variance is known), $f(x) = x^2 + x + 100$. What is the optimal baseline $b^*$, and
//: what are the variances of $\sqrt N \hat g$ with $b = \E[f]$ and with $b^*$?
//: ::: hint
//: The moments of a standard normal variable of order 2, 4, 6 are 1, 3, 15.
//: ::: solution
//: $b^* = \E[f X^2] = 3 + 100 = 103$. With $u = f - b$: $\E[u^2 X^2] = \E[(x^2 + x - a)^2 x^2] = 15 + 3 - 6a + a^2$, where
//: $a = b - 100$. The square of the mean, $g^2 = 1$, is taken off: for $a = 1$ it is $12$, for $a = 3$ it is $8$. Odd
//: moments vanish.
//: :::
//: ::: exercise shrink
//: Along some direction all points of a sample that count lie at $z = 0$, so $M$ has the eigenvalue $m = -1$ there (weights
//: sum to 1). By which factors do CMA-ES, xNES and a step straight in $\theta$ multiply the variance in that direction, for
//: $c = 0.5$?
//: ::: hint
//: Put $c\,m = -1/2$ into {@eq:multipliers}.
//: ::: solution
//: $1 - \tfrac12 = 0.5$, $e^{-1/2} \approx 0.607$ and $1/(1 + \tfrac12) \approx 0.667$. At $c = 1$, CMA-ES would make the
//: variance zero and end the search; the others would not.
//: :::
//: ::: exercise slow-end
//: The natural flow minimises $3x^2 - x$ from $\Normal(0, 1)$. When is $\sigma = 0.1$? When is $\sigma = 0.01$?
//: ::: hint
//: θ₂ moves on a straight line. What is its speed?
//: ::: solution
//: $\theta_2 = -1/(2\sigma^2) = -\tfrac12 - 3t$, so $1/\sigma^2 = 1 + 6t$: $t = 99/6 = 16.5$ and $t = 9999/6 = 1666.5$. Each
//: further digit of $\sigma$ takes a hundred times as long.
//: :::
//: ::: exercise temperature
//: The log-linear model of two bits with all interactions starts at the uniform distribution and minimises
//: $f = x_1 + 2x_2 + 3x_1x_2$, whose values are $6, -4, -2, 0$. At what time is the best state a thousand times as probable
//: as the second best?
//: ::: hint
//: Use {@eq:gibbs}.
//: ::: solution
//: The ratio is $e^{-t(-4) + t(-2)} = e^{2t}$, so $t = \tfrac12 \log 1000 \approx {{thousand:%.3f}}$.
//: :::
//: ::: exercise increasing
//: Show that the theorem's conclusion, for finitely many states, needs only that *some* function with the same minimisers as
//: $f$ is in the span, if the flow follows the mean of that function instead of $\E[f]$. Why does that not help a search
//: that can only evaluate $f$?
//: ::: hint
//: What does {@eq:gibbs} say about the flow of the other function?
//: ::: solution
//: If $h = c_0 + c^\T T$ has the minimisers of $f$, then the flow of $\E[h]$ is $p_t \propto p_0 e^{-th}$ and ends on them.
//: But one must know $h$, at least its values at the sampled points. Ranks replace $f$ by an increasing function of it,
//: which keeps the minimisers, but which one it is changes with the distribution, and nothing puts it into the span.
//: :::
// hide begin
let pairOfBits = PseudoBoolean.variables(2)
let toy = pairOfBits[0] + 2 * pairOfBits[1] + 3 * pairOfBits[0] * pairOfBits[1]
let plainBits = FiniteFamily(variables: 2, interactions: [[0], [1]])
let biased = FiniteFamily(statistics: plainBits.statistics, parameters: [atanh(0.5), 0])
let toyGradients = try [plainBits, biased].flatMap { try $0.naturalGradient(of: toy.values).elements }
expect(toyGradients, equals: [1, 2, 1, 3.5], within: 1e-12, as: "the solution of {@ex:by-regression}")
answer("by-regression", toyGradients, within: 1e-6)
let standard = try normal(0, 1)
let offsetFunction = x.power(2) + x + 100
let bestBaseline = mean(offsetFunction * x * x, standard)
let baselineVariances = [mean(offsetFunction, standard), bestBaseline].map { b in
  mean((offsetFunction - b).power(2) * x * x, standard) - pow(mean(offsetFunction * x, standard), 2)
}
expect([bestBaseline] + baselineVariances, equals: [103, 12, 8], within: 1e-9, as: "the solution of {@ex:best-baseline}")
answer("best-baseline", [bestBaseline] + baselineVariances, within: 1e-6)
let shrinking = try multipliers(0, rate: 0.5)
expect(shrinking, equals: [0.5, exp(-0.5), 1 / 1.5], within: 1e-14, as: "the solution of {@ex:shrink}")
answer("shrink", shrinking, within: 2e-3)
let slowEndFlow = UnivariateFlow(of: UnivariateMean(of: 3 * x.power(2) - x), .natural, in: .deviation, .minimise)
let slowEnd = [0.1, 0.01].map { σ in
  FlowSolver(tolerance: 1e-10).end(
    of: { $1 = slowEndFlow.velocity(at: $0) }, from: Point(0, 1), until: 1e5, inside: { $0.y - σ }
  ).time
}
expect(slowEnd, equals: [16.5, 1666.5], within: 1e-3, as: "the solution of {@ex:slow-end}")
answer("slow-end", [16.5, 1666.5], within: 0.05)
value("thousand", log(1000.0) / 2)
answer("temperature", log(1000.0) / 2, within: 1e-3)
// hide end
