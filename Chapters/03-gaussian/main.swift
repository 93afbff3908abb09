//: # The Gaussian
//:
//: A search in $\R^d$ keeps a Gaussian where a search over bits keeps a table of probabilities. In this family everything
//: that chapters 01 and 02 speak of can be written down: coordinates that are dual to each other, two potentials, three
//: Fisher matrices, and a natural gradient that costs nothing. This chapter writes them down and checks each against its
//: definition. It rebuilds the part “Information geometry of the Gaussian” of the slides [@Malago23], and shows what four
//: misprints there would do to a program.
//:
//: After it you will be able to
//:
//: - name one Gaussian in three ways, and go from each to the others;
//: - read a Legendre transform off a picture, and say what its gap means;
//: - fill in a Fisher matrix in $(\mu, \Sigma)$, $\theta$ and $\eta$, and obtain it for any other coordinates you like;
//: - compute a natural gradient without any Fisher matrix, and say why that is possible;
//: - split a divergence at a right angle, and know in which order its arguments stand;
//: - say when double precision can no longer hold a Fisher matrix, and what to do then.
//:
//: What is needed: matrices, the chain rule, and the natural gradient of chapter 01 ({@sec:natural}).
import Figures
import Foundation
import InformationGeometry
import LinearAlgebra
import Literate

// hide begin
chapter.begin(seed: 3)

func gaussian(_ μ: Vector<Double>, _ Σ: [[Double]]) throws -> Gaussian { try Gaussian(mean: μ, covariance: Matrix(rows: Σ)) }
func product(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Matrix<Double> {
  var c = Matrix<Double>(zeros: a.rows, b.columns)
  c.setProduct(a, .asIs, b, .asIs)
  return c
}
func product(_ a: Matrix<Double>, _ x: Vector<Double>) -> Vector<Double> {
  var y = Vector<Double>(zeros: a.rows)
  y.setProduct(a, x)
  return y
}
// hide end

//: ## An exponential family {#sec:gaussian-family}
//:
//: The density of $\Normal(\mu, \Sigma)$ on $\R^d$ is
//:
//: $$ p(x; \mu, \Sigma) = (2\pi)^{-d/2}\, \abs{\Sigma}^{-1/2} \exp\left( -\tfrac12 (x - \mu)^\T \Sigma^{-1} (x - \mu) \right). $$ {#eq:gaussian}
//:
//: Multiply the square out. The term $\mu^\T \Sigma^{-1} \mu$ has no $x$ in it and joins the constant. What is left is
//: *linear in numbers that depend on $x$ alone*: in the coordinates $x_i$, their squares $x_i^2$, and the products
//: $x_i x_j$. With $[\sigma^{ij}] = \Sigma^{-1}$ (upper indices belong to the inverse),
//:
//: $$ -\tfrac12 x^\T \Sigma^{-1} x + (\Sigma^{-1} \mu)^\T x
//:    = \sum_i (\Sigma^{-1}\mu)_i\, x_i + \sum_i \left(-\tfrac12 \sigma^{ii}\right) x_i^2 + \sum_{i<j} \left(-\tfrac12 \sigma^{ij}\right) 2 x_i x_j. $$ {#eq:expanded}
//:
//: So the Gaussians are an exponential family, with the sufficient statistics $T$ and the natural parameters
//: $\boldsymbol\theta$
//:
//: $$ T = (X_i,\; X_i^2,\; 2 X_i X_j)_{i<j}, \qquad
//:    \boldsymbol\theta = (\Sigma^{-1}\mu,\; -\tfrac12 \sigma^{ii},\; -\tfrac12 \sigma^{ij})_{i<j}, \qquad
//:    p(x; \boldsymbol\theta) = e^{\boldsymbol\theta^\T T(x) - \psi(\boldsymbol\theta)}. $$ {#eq:gaussian-family}
//:
//: The order is kept throughout: first order, diagonal, pairs. That makes $n = d + d(d+1)/2$ numbers, 2 for $d = 1$, 5 for
//: $d = 2$, 9 for $d = 3$. The factor 2 in $2X_iX_j$ is there because $\sigma^{ij}$ and $\sigma^{ji}$ are one parameter.
//: ({@ex:factor-two} leaves it out.)
//:
//: **In the slides** one letter means two things: $\theta$ is all of these numbers, and also the first $d$ of them, beside
//: the symmetric matrix $\Theta$ of the others. Here, as there, bold $\boldsymbol\theta = (\theta; \Theta)$ is the whole,
//: and plain $\theta$ the first-order part. The same holds for $\boldsymbol\eta = (\eta; E)$ below. (And the dimension is
//: $d$, where the slides sometimes write $n$.) In these terms the exponent is $\theta^\T x + x^\T \Theta\, x - \psi$, and
//: the *potential* $\psi$ is
//:
//: $$ \psi(\boldsymbol\theta) = \tfrac{d}{2} \log(2\pi) - \tfrac14\, \theta^\T \Theta^{-1} \theta - \tfrac12 \log \abs{-2\Theta}. $$ {#eq:psi}
//:
//: The example of this chapter is a Gaussian in the plane. (Plumbing is left out of the page and stands in the chapter's
//: source. There `gaussian(μ, Σ)` makes a Gaussian of numbers, and `product` multiplies matrices.)
let p = try gaussian([0.8, 0.4], [[1, -0.5], [-0.5, 2]])
let θ = p.coordinates(.θ)
listing("InformationGeometry/Gaussian/GaussianPotentials.swift", "potentials")  // hide

//: The potential must make the density integrate to 1, whatever else is claimed about it. A sum over a fine grid is an
//: integral to nearly all digits when the integrand and all its derivatives vanish at the ends, so this is checked at once:
func logIntegral(_ θ: Vector<Double>) -> Double {  // log ∫ exp(θᵀT(x)) dx, by the trapezoidal rule
  let places = (-120...120).map { Double($0) / 10 }
  let exponents = places.flatMap { y in places.map { x in θ.dot(p.statistics(of: [x, y])) } }
  return log(exponents.reduce(0) { $0 + exp($1) } * 0.01)
}
let ψOfθ = try GaussianPotentials.logPartition(natural: θ)
expect(ψOfθ, equals: logIntegral(θ), within: 1e-12, as: "{@eq:psi} against the integral")
let somePoints: [Vector<Double>] = [[0, 0], [1, -2], [0.3, 0.7], [-2.5, 3]]
expect(
  somePoints.map { θ.dot(p.statistics(of: $0)) - p.logPartition }, equals: somePoints.map(p.logDensity), within: 1e-13,
  as: "{@eq:gaussian-family} against {@eq:gaussian}")

//: ## Three names for one distribution {#sec:three-names}
//:
//: A distribution of an exponential family has a second name, the mean of its statistics:
//:
//: $$ \boldsymbol\eta = \E[T] = (\mu_i,\; \sigma_{ii} + \mu_i^2,\; 2(\sigma_{ij} + \mu_i \mu_j))_{i<j}. $$ {#eq:eta}
//:
//: It needs no derivation: $\E[X_i X_j] = \sigma_{ij} + \mu_i\mu_j$ is what a covariance is. As a vector and a matrix,
//: $\boldsymbol\eta = (\eta; E)$ with $\eta = \mu$ and $E = \Sigma + \mu\mu^\T$. So there are three coordinate systems, and
//: the maps between them are a few lines each:
//:
//: | from ↓ to → | $(\mu, \Sigma)$ | $(\theta; \Theta)$ | $(\eta; E)$ |
//: |---|---|---|---|
//: | $(\mu, \Sigma)$ | | $\theta = \Sigma^{-1}\mu$, $\Theta = -\tfrac12 \Sigma^{-1}$ | $\eta = \mu$, $E = \Sigma + \mu\mu^\T$ |
//: | $(\theta; \Theta)$ | $\Sigma = -\tfrac12 \Theta^{-1}$, $\mu = \Sigma\theta$ | | $\boldsymbol\eta = \nabla \psi(\boldsymbol\theta)$ |
//: | $(\eta; E)$ | $\mu = \eta$, $\Sigma = E - \eta\eta^\T$ | $\boldsymbol\theta = \nabla \varphi(\boldsymbol\eta)$ | |
//:
//: The two gradients in the table are the subject of the next section. What each name is good for: $(\mu, \Sigma)$ can be
//: seen; $\boldsymbol\eta$ can be *estimated*, since it is a mean; $\boldsymbol\theta$ says which variables *speak to each
//: other*, since $\theta_{ij} = 0$ means that $X_i$ and $X_j$ are independent given all others. Each name has its own
//: straight lines.
let (names, η) = (p.layout.names, p.coordinates(.η))
for chart in GaussianCoordinates.allCases {
  let back = try Gaussian(p.coordinates(chart), in: chart).coordinates(.θ)
  expect(back.elements, equals: θ.elements, within: 1e-14, as: "to \(chart.rawValue) and back")
}

//: **In the slides** $\boldsymbol\eta$ is printed, twice, as $(\mu_i, \sigma_{ii} - \mu_i^2, 2\sigma_{ij} - 2\mu_i\mu_j)$.
//: The sign is wrong, and the slides' own $E = \Sigma + \mu\mu^\T$ on a later page is right. The table has both, and $\E[T]$
//: as a weighted sum over points, a quadrature rule that is exact for polynomials of this degree. If all means are zero,
//: nobody notices.
let printedη = p.layout.pack(
  p.mean, Matrix(2, 2) { p.covariance[$0, $1] - p.mean[$0] * p.mean[$1] }, offDiagonal: 2)
let averageT = p.momentRule.expectation { p.statistics(of: $0) }
expect(η.elements, equals: averageT.elements, within: 1e-13, as: "{@eq:eta} against the mean of T")
// hide begin
table(
  "three-names", "One distribution in three coordinate systems, and the printed version of the last.",
  columns: ["index", "$(\\mu, \\Sigma)$", "$\\theta$", "$\\eta$", "$\\E[T]$ by quadrature", "η as printed"],
  rows: names.indices.map { i in
    [names[i], p.coordinates(.meanCovariance)[i], θ[i], η[i], averageT[i], printedη[i]]
  }, formats: [nil, "%.4f", "%.4f", "%.4f", "%.4f", "%.4f"])
value("ηMisprint", (0..<5).map { abs(printedη[$0] - averageT[$0]) }.max()!, "%.2f")
// hide end

//: The largest deviation of the printed coordinates is {{ηMisprint}}.

//: ## Two potentials {#sec:legendre}
//:
//: Why is $\nabla\psi = \boldsymbol\eta$? Because $\psi$ is the logarithm of an integral: $e^{\psi(\boldsymbol\theta)} =
//: \int e^{\boldsymbol\theta^\T T(x)} \d x$, and differentiating both sides brings down a $T$,
//:
//: $$ \nabla \psi(\boldsymbol\theta) = e^{-\psi} \int T(x)\, e^{\boldsymbol\theta^\T T(x)} \d x = \E[T] = \boldsymbol\eta. $$ {#eq:nabla-psi}
//:
//: Once more, and one has the covariance of $T$; so $\psi$ is *convex*. A convex function can be given by its points, or by
//: its tangents: the tangent with slope $\boldsymbol\eta$ meets the axis at some height $-\varphi(\boldsymbol\eta)$. As a
//: function of the slope, this height with its sign changed is the *Legendre transform*,
//:
//: $$ \varphi(\boldsymbol\eta) = \max_{\boldsymbol\theta} \left[ \boldsymbol\theta^\T \boldsymbol\eta - \psi(\boldsymbol\theta) \right], \qquad
//:    \psi(\boldsymbol\theta) + \varphi(\boldsymbol\eta) - \boldsymbol\theta^\T \boldsymbol\eta = 0 \;\text{ at }\; \boldsymbol\eta = \nabla\psi(\boldsymbol\theta), $$ {#eq:legendre}
//:
//: and at that point $\boldsymbol\theta^\T\boldsymbol\eta - \psi = \E[\log p]$: $\varphi$ is the *negative entropy*, and the
//: height is the entropy. For the Gaussian
//:
//: $$ \varphi(\boldsymbol\eta) = -\tfrac{d}{2} \left(\log(2\pi) + 1\right) - \tfrac12 \log \abs{E - \eta\eta^\T}, \qquad
//:    \boldsymbol\theta = \nabla\varphi(\boldsymbol\eta). $$ {#eq:phi}
//:
//: {@fig:legendre} draws this for the Gaussians $\Normal(0, \sigma^2)$ on the line, which have one parameter each:
//: $\theta_{11} = -1/(2\sigma^2)$ and $\eta_{11} = \sigma^2$.
// hide begin
func ψ(_ t: Double) -> Double { (try? GaussianPotentials.logPartition(natural: [0, t])) ?? .nan }
func φ(_ h: Double) -> Double { (try? GaussianPotentials.negativeEntropy(expectation: [0, h])) ?? .nan }
let (t₀, h₀, t₁, h₁) = (-0.5, 1.0, -1.6, 0.3125)
figure(
  "legendre",
  "The two potentials of N(0, σ²). Left: ψ and its tangent at the standard normal, which has slope η = 1 and meets the axis "
    + "θ = 0 at −φ(1). Right: φ and its tangent at η = 1, which has slope θ = −½ and meets the axis η = 0 at −ψ(−½). Thick: the "
    + "gaps between curve and tangent at σ² = 0.3125. Both are divergences, in opposite order.",
  alt: "Two convex curves, each with a tangent line, the height at which it meets the vertical axis, and a vertical gap",
  columns: 2
) {
  Panel("ψ and its tangents", x: Axis("θ₁₁", -2.2...0.3), y: Axis("ψ, nats", -0.8...2.6), key: .none) {
    let places = (1...400).map { -2.2 + 2.195 * Double($0) / 400 }
    Line(vertical: 0, .grey)
    Curve(x: places, y: places.map(ψ), .black, width: 2, column: "psi")
    Line(through: Point(t₀, ψ(t₀)), slope: h₀, .natural, width: 1.5)
    Line(from: Point(t₁, ψ(t₀) + h₀ * (t₁ - t₀)), to: Point(t₁, ψ(t₁)), .purple, width: 3)
    Points([Point(t₀, ψ(t₀)), Point(0, -φ(h₀))], .natural, size: 8, column: "tangent")
    Label("−φ(1)", at: Point(0.01, 1.15), .natural)
    Label("KL(standard ‖ other)", at: Point(t₁ - 0.02, 0.9), .purple)
  }
  Panel("φ and its tangents", x: Axis("η₁₁ = σ²", -0.3...2.6), y: Axis("φ, nats", -2.2...0.4), key: .none) {
    let places = (1...400).map { 0.03 + 2.57 * Double($0) / 400 }
    Line(vertical: 0, .grey)
    Curve(x: places, y: places.map(φ), .black, width: 2, column: "phi")
    Line(through: Point(h₀, φ(h₀)), slope: t₀, .natural, width: 1.5)
    Line(from: Point(h₁, φ(h₀) + t₀ * (h₁ - h₀)), to: Point(h₁, φ(h₁)), .purple, width: 3)
    Points([Point(h₀, φ(h₀)), Point(0, -ψ(t₀))], .natural, size: 8, column: "tangent")
    Label("−ψ(−½)", at: Point(-0.02, -1.25), .natural)
    Label("KL(other ‖ standard)", at: Point(h₁ + 0.05, -0.62), .purple)
  }
}
let standard = try gaussian([0], [[1]]), other = try gaussian([0], [[h₁]])
// hide end
expect(
  [ψ(t₀) - h₀ * t₀, φ(h₀) - t₀ * h₀], equals: [-φ(h₀), -ψ(t₀)], within: 1e-14, as: "where the two tangents meet the axes")
expect(
  [ψ(t₁) - ψ(t₀) - h₀ * (t₁ - t₀), φ(h₁) - φ(h₀) - t₀ * (h₁ - h₀)],
  equals: [standard.divergence(to: other), other.divergence(to: standard)], within: 1e-14,
  as: "the two gaps are Kullback–Leibler divergences")

//: What to see: as $\sigma^2 \to \infty$ the curve on the left climbs to infinity at $\theta_{11} = 0$, beyond which nothing
//: is integrable; the same distributions are the far right of the other curve. A slope on one side is a place on the other.
//: For the example in the plane, with gradients by differences that are extrapolated to step zero:
func gradient(_ f: @escaping (Vector<Double>) throws -> Double, _ ξ: Vector<Double>) -> [Double] {
  extrapolatedJacobian(of: { [(try? f($0)) ?? .nan] }, at: ξ, step: 0.05).matrix.row(0).elements
}
expect(gradient(GaussianPotentials.logPartition, θ), equals: η.elements, within: 1e-9, as: "∇ψ(θ) = η")
expect(gradient(GaussianPotentials.negativeEntropy, η), equals: θ.elements, within: 1e-9, as: "∇φ(η) = θ")
func legendreSum(_ η: Vector<Double>) throws -> Double {
  try GaussianPotentials.logPartition(natural: θ) + GaussianPotentials.negativeEntropy(expectation: p.coordinates(.η)) - θ.dot(η)
}
expect(try legendreSum(η), equals: 0, within: 1e-13, as: "{@eq:legendre}")
value("printedSum", try legendreSum(printedη), "%.3f")  // hide

//: With the printed $\boldsymbol\eta$ the sum is {{printedSum}} instead of 0. And the density can be written in
//: $\boldsymbol\eta$ alone, in two ways:
//:
//: $$ \begin{aligned} p(x; \boldsymbol\eta)
//:    &= \exp\left( -\tfrac12 (x - \eta)^\T (E - \eta\eta^\T)^{-1} (x - \eta) + \varphi(\boldsymbol\eta) + \tfrac{d}{2} \right) \\
//:    &= \exp\left( (T(x) - \boldsymbol\eta)^\T\, \nabla\varphi(\boldsymbol\eta) + \varphi(\boldsymbol\eta) \right). \end{aligned} $$ {#eq:density-eta}
//:
//: The first is {@eq:gaussian} with the constant taken from {@eq:phi}; the second is {@eq:gaussian-family} with $\psi$ taken
//: from {@eq:legendre}. With the printed $\boldsymbol\eta$ in the place of $\boldsymbol\eta$ the second is off by a factor,
//: the same at every $x$:
let slopesOfφ = Vector(gradient(GaussianPotentials.negativeEntropy, η))
func secondForm(_ x: Vector<Double>, _ η: Vector<Double>) -> Double {
  var difference = p.statistics(of: x)
  difference.add(-1, η)
  return difference.dot(slopesOfφ) + p.negativeEntropy
}
expect(
  try somePoints.map { try GaussianPotentials.logDensity(at: $0, expectation: η) }, equals: somePoints.map(p.logDensity),
  within: 1e-13, as: "{@eq:density-eta}, first form")
expect(
  somePoints.map { secondForm($0, η) }, equals: somePoints.map(p.logDensity), within: 1e-8,
  as: "{@eq:density-eta}, second form, with ∇φ by differences")
let factors = somePoints.map { exp(secondForm($0, printedη) - p.logDensity(at: $0)) }
expect(
  factors, equals: Array(repeating: exp(try legendreSum(printedη)), count: 4), within: 1e-8, as: "the factor with the printed η")
value("printedFactor", factors[0], "%.3f")  // hide

//: The factor is {{printedFactor}}: a density that integrates to {{printedFactor}}.

//: ## Three Fisher matrices {#sec:three-matrices}
//:
//: The metric of the family in coordinates $\xi$ is the Fisher matrix, the covariance of the score,
//:
//: $$ I_\xi(\xi) = \E\left[ \nabla \log p(X; \xi)\; \nabla \log p(X; \xi)^\T \right] = -\E\left[ \Hess \log p(X; \xi) \right], $$ {#eq:fisher}
//:
//: and for an exponential family it is the Hessian of a potential: in $\boldsymbol\theta$ the score is
//: $T - \boldsymbol\eta$, so $I_\theta = \Cov(T, T) = \Hess\psi(\boldsymbol\theta)$. In $\boldsymbol\eta$ it is
//: $I_\eta = \Hess\varphi(\boldsymbol\eta)$; {@sec:reparameterise} shows why.
//:
//: ### In the mean and the covariance
//:
//: Write $\partial_{kl}$ for the derivative by the free entry $\sigma_{kl} = \sigma_{lk}$, $k \le l$. Between $\mu$ and
//: $\Sigma$ the matrix is zero, since an odd power of $X - \mu$ has mean zero:
//:
//: $$ I_{\mu,\Sigma} = \begin{pmatrix} \Sigma^{-1} & 0 \\ 0 & [\alpha_{klmn}] \end{pmatrix}, \qquad
//:    \alpha_{klmn} = \begin{cases}
//:      \tfrac12 (\sigma^{km})^2 & \text{if } k = l \text{ and } m = n, \\
//:      \sigma^{km} \sigma^{ln} & \text{if exactly one of } k = l,\; m = n, \\
//:      \sigma^{km} \sigma^{ln} + \sigma^{lm} \sigma^{kn} & \text{otherwise.} \end{cases} $$ {#eq:alpha}
listing("InformationGeometry/Gaussian/MeanCovarianceFisher.swift", "alpha")  // hide

//: ### In the natural parameters
//:
//: Let $[\Theta^{-1}]_{\cdot k}$ be a column of $\Theta^{-1}$ and $[\Theta^{-1}]_{k \cdot}$ a row. Differentiate {@eq:psi}
//: twice, with $\d(\Theta^{-1}) = -\Theta^{-1}\, \d\Theta\; \Theta^{-1}$:
//:
//: $$ I_\theta = \frac12 \begin{pmatrix} -\Theta^{-1} & [\Lambda_{kl}\, \theta] \\ [\theta^\T \Lambda_{mn}] & [\lambda_{klmn} - \theta^\T \Lambda_{klmn} \theta] \end{pmatrix} $$ {#eq:fisher-theta}
//:
//: $$ \Lambda_{kl} = \begin{cases} [\Theta^{-1}]_{\cdot k} [\Theta^{-1}]_{k \cdot} & \text{if } k = l, \\
//:     [\Theta^{-1}]_{\cdot k} [\Theta^{-1}]_{l \cdot} + [\Theta^{-1}]_{\cdot l} [\Theta^{-1}]_{k \cdot} & \text{otherwise,} \end{cases} $$
//:
//: $$ \lambda_{klmn} = \begin{cases} [\Theta^{-1}]_{km}^2 & \text{if } k = l \text{ and } m = n, \\
//:     [\Theta^{-1}]_{km} [\Theta^{-1}]_{ln} + [\Theta^{-1}]_{lm} [\Theta^{-1}]_{kn} & \text{if exactly one of } k = l,\; m = n, \\
//:     2 \left( [\Theta^{-1}]_{km} [\Theta^{-1}]_{ln} + [\Theta^{-1}]_{lm} [\Theta^{-1}]_{kn} \right) & \text{otherwise,} \end{cases} $$ {#eq:lambda}
//:
//: $$ \Lambda_{klmn} = \begin{cases} [\Lambda_{kl}]_{\cdot m} [\Theta^{-1}]_{m \cdot} & \text{if } m = n, \\
//:     [\Lambda_{kl}]_{\cdot m} [\Theta^{-1}]_{n \cdot} + [\Lambda_{kl}]_{\cdot n} [\Theta^{-1}]_{m \cdot} & \text{otherwise.} \end{cases} $$ {#eq:big-lambda}
listing("InformationGeometry/Gaussian/NaturalFisher.swift", "lambda")  // hide

//: The same matrix is $\Cov(T, T)$, and moments of Gaussians are sums of products of covariances. That route, without a
//: single case but the factor 2, is the one that `fisherMatrix` takes, and it is the first check of {@eq:fisher-theta}.
//:
//: ### In the expectation parameters
//:
//: With $S = (E - \eta\eta^\T)^{-1} = \Sigma^{-1}$:
//:
//: $$ I_\eta = \begin{pmatrix} \Gamma & [-K_{kl}\, \eta] \\ [-\eta^\T K_{mn}] & [\kappa_{klmn}] \end{pmatrix}, \qquad
//:    \Gamma = S\,(1 + \eta^\T S \eta) + S \eta\eta^\T S, $$ {#eq:fisher-eta}
//:
//: $$ K_{kl} = \begin{cases} S_{\cdot k} S_{k \cdot} & \text{if } k = l, \\
//:     \tfrac12 \left( S_{\cdot k} S_{l \cdot} + S_{\cdot l} S_{k \cdot} \right) & \text{otherwise,} \end{cases} \qquad
//:    \kappa_{klmn} = \begin{cases} \tfrac12 S_{km} S_{ln} & \text{if } k = l \text{ or } m = n, \\
//:     \tfrac14 \left( S_{km} S_{ln} + S_{lm} S_{kn} \right) & \text{otherwise.} \end{cases} $$ {#eq:kappa}
listing("InformationGeometry/Gaussian/ExpectationFisher.swift", "kappa")  // hide

//: ### All of them against their definitions
//:
//: Two routes that share nothing with these formulas: the mean of products of two scores, {@eq:fisher}, where the score is
//: $\nabla_\xi \log p(x; \xi)$ by differences and the mean a quadrature; and the Hessian of the potential, by differences of
//: {@eq:psi} and {@eq:phi} alone.
let line = try gaussian([0.6], [[0.7]])
let space = try gaussian([0.5, -0.3, 0.4], [[1, 0.5, 0.2], [0.5, 1.2, 0.4], [0.2, 0.4, 0.9]])
for q in [line, p, space] {
  for chart in GaussianCoordinates.allCases {
    let (I, ξ) = (q.fisherMatrix(in: chart), q.coordinates(chart))
    func logDensity(_ x: Vector<Double>) -> (Vector<Double>) -> Double {
      { ξ in (try? Gaussian(ξ, in: chart))?.logDensity(at: x) ?? .nan }
    }
    let byScores = q.momentRule.secondMoment { x in Vector(gradient(logDensity(x), ξ)) }
    expect(
      I.storage, equals: byScores.storage, within: 1e-8, as: "d = \(q.dimension), \(chart.rawValue): covariance of the score")
    if chart == .meanCovariance { continue }
    let potential = chart == .θ ? GaussianPotentials.logPartition : GaussianPotentials.negativeEntropy
    let hessian = extrapolatedHessian(of: { (try? potential($0)) ?? .nan }, at: ξ, step: 0.05)
    expect(
      I.storage, equals: hessian.matrix.storage, within: 1e-8,
      as: "d = \(q.dimension), \(chart.rawValue): Hessian of \(chart == .θ ? "ψ" : "φ")")
  }
  expect(
    q.fisherMatrix(in: .θ).storage, equals: q.fisherMatrix.storage, within: 1e-13,
    as: "d = \(q.dimension), θ: $\\Cov(T, T)$ by moments")
}
// hide begin
figure(
  "fisher-matrices",
  "The Fisher matrices of three Gaussians, for d = 1, 2, 3 from top to bottom. Blue is negative, white zero, red positive; "
    + "each panel has its own scale, and the numbers for d = 3 are in the data. Indices as in {@tab:three-names}; lines divide first order, diagonal and pairs. In (μ, Σ) "
    + "the first block is apart from the rest. In θ and η it is not.",
  alt: "Nine square matrices of coloured cells with numbers in them, of sizes 2, 5 and 9"
) {
  Figure(columns: 3, width: 960) {
    for q in [line, p, space] {
      for chart in GaussianCoordinates.allCases {
        let (I, d, names) = (q.fisherMatrix(in: chart), Double(q.dimension), q.layout.names)
        let (x, y) = (Axis.categories(names), Axis.categories(names, reversed: true))
        Panel("d = \(q.dimension), in \(chart.rawValue)", x: x, y: y, aspect: .equal, key: .none, grid: false) {
          HeatMap(Grid(matrix: names.indices.map { I.row($0).elements }), palette: .diverging, annotated: q.dimension < 3)
          for (cut, width) in [(d, 1.6), (2 * d, 0.6)] where Int(cut) < names.count {
            Line(vertical: cut - 0.5, .black, width: width)
            Line(horizontal: cut - 0.5, .black, width: width)
          }
        }
      }
    }
  }
}
// hide end

//: What to see: in $(\mu, \Sigma)$ moving the mean and changing the shape are at right angles. In $\theta$ and $\eta$ they
//: are not, unless $\mu = 0$: the blocks beside the diagonal are linear in the mean. Put the origin into $\mu$, and all
//: three are block diagonal ({@ex:centred}). In $\eta$ and $(\mu, \Sigma)$ the second-order blocks are the same but for the
//: factors of the pairs, $\tfrac12$ and $\tfrac14$.

//: ## Printed against right {#sec:printed}
//:
//: Besides $\boldsymbol\eta$, three displayed formulas of the slides are misprinted, and one can be misread. Each is written
//: here as it is printed, and evaluated beside the right one.
//:
//: - $\alpha$: the second case is given “if $k = l \lor m = n$”, which takes in $k = l$, $m = n$, $k \ne m$ as well.
//: - $\lambda$: the cases have the same fault.
//: - $\Lambda_{klmn}$: the cases are decided by $k = l$, where it is $m = n$ that counts.
//: - $\Gamma$: the second term is printed $S \eta^\T S \eta$. It is the *matrix* $S$ times the *number* $\eta^\T S \eta$.
//:   Read from left to right by a program for which $\eta$ and $\eta^\T$ are the same array, it becomes the number
//:   $\eta^\T S S\, \eta$, added to every entry. No error is reported.
let (S, T) = (p.precision, Matrix<Double>(2, 2) { -2 * p.covariance[$0, $1] })  // T = Θ⁻¹
let v = product(T, Vector([θ[0], θ[1]]))  // Θ⁻¹θ
func printedα(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
  if k == l && l == m && m == n { return S[k, k] * S[k, k] / 2 }
  return k == l || m == n ? S[k, m] * S[l, n] : S[k, m] * S[l, n] + S[l, m] * S[k, n]
}
func printedλ(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
  if k == l && l == m && m == n { return T[k, k] * T[k, k] }
  return (k == l || m == n ? 1 : 2) * (T[k, m] * T[l, n] + T[l, m] * T[k, n])
}
func Λθ(_ k: Int, _ l: Int, _ i: Int) -> Double { k == l ? T[i, k] * v[k] : T[i, k] * v[l] + T[i, l] * v[k] }
func printedΛ(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {  // θᵀ Λ_klmn θ
  k == l ? Λθ(k, k, m) * v[n] : Λθ(k, l, m) * v[n] + Λθ(k, l, n) * v[m]
}

//: To see what they do, take the slides' own quadratic $f = x_1 + 2x_2 - 3x_1^2 - 2x_1x_2 - 2x_2^2$. It is a linear
//: combination of the statistics $T$, so $F = \E[f]$ is linear in $\boldsymbol\eta$, and its natural gradient in
//: $\boldsymbol\theta$ is the vector of coefficients, whatever the distribution ({@sec:duality-gaussian}):
//: $(1, 2, -3, -2, -1)$. It also has to come out of $I_\theta^{-1} \nabla_\theta F$.
let x = Polynomial.variables(2)
let quadratic = x[0] + 2 * x[1] - 3 * x[0].power(2) - 2 * x[0] * x[1] - 2 * x[1].power(2)
let coefficients = [1.0, 2, -3, -2, -1]
// hide begin
let pairs = p.layout.pairs
/// The matrix whose column is a coordinate kl and whose row is a coordinate mn, as the slides draw it.
func withBlock(_ I: Matrix<Double>, _ C: (Int, Int, Int, Int) -> Double) -> Matrix<Double> {
  Matrix(5, 5) { r, c in r < 2 || c < 2 ? I[r, c] : C(pairs[c - 2].k, pairs[c - 2].l, pairs[r - 2].k, pairs[r - 2].l) }
}
let rightα = p.fisherMatrix(in: .meanCovariance), rightθ = p.fisherMatrix(in: .θ), rightη = p.fisherMatrix(in: .η)
func rightλ(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
  (k == l ? 1 : 2) * (m == n ? 1 : 2) * (T[k, m] * T[l, n] + T[l, m] * T[k, n]) / 2
}
func rightΛ(_ k: Int, _ l: Int, _ m: Int, _ n: Int) -> Double {
  m == n ? Λθ(k, l, m) * v[m] : Λθ(k, l, m) * v[n] + Λθ(k, l, n) * v[m]
}
let wrongα = withBlock(rightα, printedα)
let wrongλ = withBlock(rightθ) { (printedλ($0, $1, $2, $3) - rightΛ($0, $1, $2, $3)) / 2 }
let wrongΛ = withBlock(rightθ) { (rightλ($0, $1, $2, $3) - printedΛ($0, $1, $2, $3)) / 2 }
let wrongBoth = withBlock(rightθ) { (printedλ($0, $1, $2, $3) - printedΛ($0, $1, $2, $3)) / 2 }
let Sη = product(S, p.mean)
let wrongΓ = Matrix<Double>(5, 5) { i, j in i < 2 && j < 2 ? S[i, j] + Sη.dot(Sη) + Sη[i] * Sη[j] : rightη[i, j] }
func largest(_ a: Matrix<Double>, minus b: Matrix<Double>) -> Double {
  zip(a.storage, b.storage).map { abs($0 - $1) }.max()!
}
/// x with A x = b, for matrices that need not be symmetric.
func solved(_ A: Matrix<Double>, _ b: Vector<Double>) throws -> [Double] {
  var factor = Cholesky<Double>(dimension: A.rows), x = b
  x.setProduct(A, .transposed, b)
  try factor.factor(gramOf: A, .transposed, damping: 0)
  factor.solve(&x)
  return x.elements
}
let slopeθ = p.gradient(GaussianMean(of: quadratic).expectedDerivatives(under: p), in: .θ)
func row(
  _ name: String, _ i: Int, _ j: Int, _ right: Matrix<Double>, _ wrong: Matrix<Double>, _ dual: Matrix<Double>
) throws -> [any TableCell] {
  let solution = right == rightθ ? try solved(wrong, slopeθ) : []
  return [
    name, names[i] + ", " + names[j], right[i, j], wrong[i, j], largest(wrong, minus: wrong.transposed),
    right == rightα ? "–" : largest(product(wrong, dual), minus: .identity(5)),
    solution.isEmpty ? "–" : zip(solution, coefficients).map { abs($0 - $1) }.max()!,
  ]
}
table(
  "misprints",
  "The right formulas and the printed ones. The last columns say how asymmetric the printed matrix is, how far off its product "
    + "with the dual matrix is from 1, and how far the natural gradient of the quadratic is from $(1, 2, -3, -2, -1)$.",
  columns: ["formula", "entry", "right", "printed", "asymmetry", "$I_\\theta I_\\eta - 1$", "natural gradient"],
  rows: try [
    row("α", 2, 3, rightα, wrongα, rightα), row("λ", 2, 3, rightθ, wrongλ, rightη), row("Λ", 4, 2, rightθ, wrongΛ, rightη),
    row("λ and Λ", 4, 2, rightθ, wrongBoth, rightη), row("Γ, misread", 0, 0, rightη, wrongΓ, rightθ),
    row("right", 0, 0, rightθ, rightθ, rightη),
  ], formats: [nil, nil, "%.4f", "%.4f", "%.3g", "%.2g", "%.2g"])
let wrongGradient = try solved(wrongBoth, slopeθ)
for (k, c) in wrongGradient.enumerated() { value("wrong\(k + 1)", c, "%.2f") }
// hide end
expect(wrongα[2, 3] / rightα[2, 3], equals: 2, within: 1e-14, as: "the printed α is exactly twice the right one at (11, 22)")
expect(try solved(rightθ, slopeθ), equals: coefficients, within: 1e-10, as: "the natural gradient with the right matrix")
expect(slopeθ.dot(Vector(wrongGradient)) > 0, as: "the wrong natural gradient points uphill")

//: With both misprints of $I_\theta$ the natural gradient of the quadratic is ({{wrong1}}, {{wrong2}}, {{wrong3}},
//: {{wrong4}}, {{wrong5}}): a search would still climb, along a way that is no natural gradient. For $d = 1$ all four
//: formulas are right as printed: $\alpha$ and $\lambda$ go wrong at two *different* squares, $\Lambda$ where a square meets
//: a pair, neither of which exists on the line, and in $\Gamma$ all factors are numbers there. So a test on the line proves
//: nothing.

//: ## Miller's formula {#sec:miller}
//:
//: Where do $\alpha$, $\lambda$ and $\kappa$ come from? From one formula for *every* parameterisation. Let $\mu$ and
//: $\Sigma$ depend on $\xi$, and $\partial_i = \partial/\partial\xi_i$. Then
//:
//: $$ I_{ij}(\xi) = (\partial_i \mu)^\T\, \Sigma^{-1}\, (\partial_j \mu) + \tfrac12 \Tr\left( \Sigma^{-1} (\partial_i \Sigma)\, \Sigma^{-1} (\partial_j \Sigma) \right). $$ {#eq:miller}
//:
//: The slides ascribe it to Miller. It can be read off the divergence. In variables in which $p$ is the standard normal, let
//: $q = \Normal(z, 1 + W)$ be near, and let $w_i$ be the eigenvalues of $W$. By the formula for the divergence in
//: {@sec:divergences}, up to third order,
//:
//: $$ \KL(p \,\Vert\, q) = \tfrac12 \norm{z}^2 + \tfrac12 \sum_i \left( \frac{1}{1 + w_i} - 1 + \log(1 + w_i) \right) + \ldots
//:    = \tfrac12 \left( \norm{z}^2 + \tfrac12 \Tr W^2 \right) + \ldots $$ {#eq:kl-second}
//:
//: The parenthesis is the squared length of the step. With $\Sigma = LL^\T$ the standardised step is $z = L^{-1} \d\mu$,
//: $W = L^{-1}\, \d\Sigma\, L^{-\T}$, and the inner product of two steps is {@eq:miller}.
listing("InformationGeometry/Gaussian/MillerFisher.swift", "Miller")  // hide

//: With the derivatives of $\mu$ and $\Sigma$ by $\boldsymbol\theta$ ($\d\Sigma = 2\Sigma\, \d\Theta\, \Sigma$,
//: $\d\mu = \Sigma\, \d\theta + 2\Sigma\, \d\Theta\, \mu$) and by $\boldsymbol\eta$ ($\d\mu = \d\eta$,
//: $\d\Sigma = \d E - \d\mu\, \mu^\T - \mu\, \d\mu^\T$) it gives all three matrices:
for q in [line, p, space] {
  for chart in GaussianCoordinates.allCases {
    let n = q.layout.count
    let basis = (0..<n).map { j in q.velocity(Vector(count: n) { $0 == j ? 1 : 0 }, in: chart) }
    expect(
      q.fisherMatrix(in: chart).storage, equals: q.fisherMatrix(of: basis).storage, within: 1e-12,
      as: "d = \(q.dimension), \(chart.rawValue): {@eq:miller}")
  }
}

//: And it gives any other. In the plane one often writes two standard deviations and a correlation. In the coordinates
//: $\xi = (\log\sigma_1, \log\sigma_2, \rho)$ of the covariance, by {@eq:miller} and some patience,
//:
//: $$ I = \frac{1}{1 - \rho^2} \begin{pmatrix} 2 - \rho^2 & -\rho^2 & -\rho \\ -\rho^2 & 2 - \rho^2 & -\rho \\
//:    -\rho & -\rho & \frac{1 + \rho^2}{1 - \rho^2} \end{pmatrix}. $$ {#eq:correlation}
//:
//: It depends on the correlation alone. Here $\partial_i \Sigma$ is left to differences, and only the map from $\xi$ to
//: $\Sigma$ is typed:
let ξ: Vector<Double> = [0.3, -0.2, 0.6]
func covariance(_ ξ: Vector<Double>) -> Vector<Double> {  // σ₁₁, σ₂₂, σ₁₂
  [exp(2 * ξ[0]), exp(2 * ξ[1]), ξ[2] * exp(ξ[0] + ξ[1])]
}
let c = covariance(ξ)
let correlated = try gaussian([0, 0], [[c[0], c[2]], [c[2], c[1]]])
let J = extrapolatedJacobian(of: covariance, at: ξ, step: 0.1).matrix
let velocities = (0..<3).map { i in
  GaussianVelocity(mean: [0, 0], covariance: Matrix(rows: [[J[0, i], J[2, i]], [J[2, i], J[1, i]]]))
}
let ρ = ξ[2], r = 1 - ρ * ρ
expect(
  correlated.fisherMatrix(of: velocities).storage,
  equals: [2 - ρ * ρ, -ρ * ρ, -ρ, -ρ * ρ, 2 - ρ * ρ, -ρ, -ρ, -ρ, (1 + ρ * ρ) / r].map { $0 / r }, within: 1e-10,
  as: "{@eq:correlation} against {@eq:miller}")

//: ## Changing coordinates {#sec:reparameterise}
//:
//: If $\xi$ is a function of $\zeta$ with Jacobian $J = \partial\xi/\partial\zeta$, the score changes by the chain rule,
//: $\nabla_\zeta \log p = J^\T \nabla_\xi \log p$, and so
//:
//: $$ I_\zeta = J^\T I_\xi\, J. $$ {#eq:fisher-chain}
//:
//: For the dual pair the Jacobians are the metrics themselves: $\boldsymbol\eta = \nabla\psi(\boldsymbol\theta)$ has the
//: Jacobian $\partial\boldsymbol\eta/\partial\boldsymbol\theta = \Hess\psi = I_\theta$, and its inverse is
//: $\partial\boldsymbol\theta/\partial\boldsymbol\eta = \Hess\varphi$. Put into {@eq:fisher-chain},
//:
//: $$ I_\eta = \left(\frac{\partial\boldsymbol\theta}{\partial\boldsymbol\eta}\right)^{\!\T} I_\theta\, \frac{\partial\boldsymbol\theta}{\partial\boldsymbol\eta}
//:    = I_\theta^{-1}\, I_\theta\, I_\theta^{-1} = I_\theta^{-1} = \Hess\varphi. $$ {#eq:inverse}
//:
//: The matrix of one coordinate system is the inverse of that of the other:
//:
//: $$ \begin{array}{ccc} \boldsymbol\theta & \longrightarrow & I_\theta = \Hess\psi \\
//:    {\scriptstyle \nabla\varphi} \uparrow \downarrow {\scriptstyle \nabla\psi} & & {\scriptstyle (\cdot)^{-1}} \uparrow \downarrow {\scriptstyle (\cdot)^{-1}} \\
//:    \boldsymbol\eta & \longrightarrow & I_\eta = \Hess\varphi \end{array} $$
//:
//: (In the slides' diagram the two arrows on the right are labelled $(\mathbf 1_I)^{-1}$.)
for q in [line, p, space] {
  for (ζ, ξ) in [(GaussianCoordinates.θ, GaussianCoordinates.meanCovariance), (.η, .meanCovariance), (.η, .θ)] {
    let J = q.jacobian(of: ξ, by: ζ)
    expect(
      product(J.transposed, product(q.fisherMatrix(in: ξ), J)).storage, equals: q.fisherMatrix(in: ζ).storage, within: 1e-11,
      as: "d = \(q.dimension): $I$ in \(ζ.rawValue) from $I$ in \(ξ.rawValue) by {@eq:fisher-chain}")
  }
  let pair = try q.dualFisherMatrices()
  expect(pair.residual, equals: 0, within: 1e-12, as: "d = \(q.dimension): {@eq:inverse}")
}
let map = { (θ: Vector<Double>) in (try? Gaussian(θ, in: .θ))?.coordinates(.η) ?? Vector(count: 5) { _ in .nan } }
let differences = extrapolatedJacobian(of: map, at: θ, step: 0.05).matrix
expect(differences.storage, equals: p.fisherMatrix.storage, within: 1e-8, as: "$\\partial\\eta/\\partial\\theta = I_\\theta$")

//: What does a metric look like? {@fig:charts} takes some Gaussians on the line and draws, around each, the points at the
//: Fisher distance 0.15 from it, as the matrix at the centre measures it. (A fourth chart, $(\mu, \sigma)$, is added to the
//: three.)
// hide begin
let deviations = [0.7, 0.9, 1.2], means = [-1, -0.5, 0, 0.5, 1]
figure(
  "charts",
  "Fifteen Gaussians N(μ, σ²) in four charts. Blue: ellipses of Fisher radius 0.15 around each. Grey: places of equal μ or "
    + "equal σ. On the left the ellipses of one row are equal, and larger as σ grows: a mean is known the worse the wider the "
    + "distribution. On the right, in θ and η, they are tilted where μ is not zero.",
  alt: "Four planes with blue ellipses on a grey net; parallel to the axes on the left, tilted on the right"
) {
  let axes: [(UnivariateChart, Axis, Axis)] = [
    (.deviation, Axis("μ", -1.4...1.4), Axis("σ", 0.4...1.6)),
    (.θ, Axis("θ₁ = μ/σ²", -3...3), Axis("θ₁₁ = −1/(2σ²)", -1.5...0)),
    (.variance, Axis("μ", -1.4...1.4), Axis("σ²", 0...2.2)), (.η, Axis("η₁ = μ", -1.4...1.4), Axis("η₁₁ = σ² + μ²", 0...3.3)),
  ]
  for (chart, x, y) in axes {
    Panel(x: x, y: y, aspect: .equal, key: .none, grid: false) {
      let σs = (0...60).map { 0.65 + 0.65 * Double($0) / 60 }, μs = (0...60).map { -1.2 + 2.4 * Double($0) / 60 }
      Curves(
        deviations.map { σ in μs.map { chart.point(mean: $0, deviation: σ) } }
          + means.map { μ in σs.map { chart.point(mean: μ, deviation: $0) } }, Color.grey.lighter(0.4), width: 0.8)
      Curves(
        deviations.flatMap { σ in means.map { chart.point(mean: $0, deviation: σ) } }
          .map { metricEllipse(around: $0, chart.fisherMatrix($0), radius: 0.15) }, .natural, width: 1.3)
    }
  }
}
// hide end
for (chart, coordinates) in [(UnivariateChart.variance, GaussianCoordinates.meanCovariance), (.θ, .θ), (.η, .η)] {
  let I = chart.fisherMatrix(chart.point(mean: 0.6, deviation: 0.7.squareRoot()))
  expect(
    I.storage, equals: line.fisherMatrix(in: coordinates).storage, within: 1e-13, as: "the figure's metric in \(chart.rawValue)")
}

//: ## Natural and vanilla gradients are dual {#sec:duality-gaussian}
//:
//: Let $F = \E[f(X)]$. The chain rule says $\nabla_\theta F = (\partial\boldsymbol\eta/\partial\boldsymbol\theta)^\T\,
//: \nabla_\eta F = I_\theta\, \nabla_\eta F$. Multiply by $I_\theta^{-1}$:
//:
//: $$ \tilde\nabla_\theta F = I_\theta^{-1}\, \nabla_\theta F = \nabla_\eta F, \qquad \tilde\nabla_\eta F = I_\eta^{-1}\, \nabla_\eta F = \nabla_\theta F = \Cov(f, T). $$ {#eq:duality}
//:
//: *The natural gradient in one of the two coordinate systems is the vanilla gradient in the other.* No matrix is inverted,
//: none is even formed. The last equation is the derivative of $\int f\, e^{\boldsymbol\theta^\T T - \psi}$ under the
//: integral; it makes the gradient something that a sample can estimate, without any derivative of $f$ (chapter 05).
//:
//: For the Gaussian both gradients follow from two numbers that one can think about: the mean slope $g = \E[\nabla f]$ and
//: the mean curvature $H = \E[\Hess f]$, since $\partial F/\partial\mu = g$ [@Bonnet64] and
//: $\partial F/\partial\Sigma = \tfrac12 H$ [@Price58]. With the map from $(\eta; E)$ to $(\mu, \Sigma)$ and the metric
//: {@eq:miller} they become
//:
//: $$ \begin{aligned}
//:   \tilde\nabla_\theta F = \nabla_\eta F &= \left( g - H\mu,\; \tfrac12 H \right), \\
//:   \tilde\nabla_{\mu,\Sigma} F &= \left( \Sigma g,\; \Sigma H \Sigma \right), \\
//:   \tilde\nabla_\eta F = \nabla_\theta F &= \left( \Sigma g,\; \Sigma H \Sigma + \Sigma g\, \mu^\T + \mu\, (\Sigma g)^\T \right), \end{aligned} $$ {#eq:closed}
//:
//: where a matrix stands for its coordinates $k \le l$: in the first two lines its entries, in the third twice those beside
//: the diagonal, as in $\boldsymbol\eta$. (The vanilla gradient in $(\mu, \Sigma)$ is $(g, \tfrac12 H_{ii}, H_{ij})$, since
//: one coordinate $\sigma_{ij}$ stands for two entries.)
listing("InformationGeometry/Gaussian/ExpectedDerivatives.swift", "Gaussian gradients")  // hide

//: Now a function with no symmetry at all, the quadratic with terms of third and fourth degree:
let f = quadratic + x[0].power(2) * x[1] - 0.25 * x[0].power(4) - 0.5 * x[1].power(4)
let F = GaussianMean(of: f), D = F.expectedDerivatives(under: p)
let vanilla = GaussianCoordinates.allCases.map { p.gradient(D, in: $0) }
let natural = GaussianCoordinates.allCases.map { p.naturalGradient(D, in: $0) }
// hide begin
table(
  "duality",
  "Gradients of one F. “Vanilla, θ” and “natural, η” are the same numbers, and so are “vanilla, η” and “natural, θ”.",
  columns: ["index"] + ["vanilla", "natural"].flatMap { kind in ["$(\\mu, \\Sigma)$", "θ", "η"].map { "\(kind), \($0)" } },
  rows: [0, 1, 2, 3, 4].map { i in
    [names[i]] + [vanilla[0][i], vanilla[1][i], vanilla[2][i], natural[0][i], natural[1][i], natural[2][i]] as [any TableCell]
  }, formats: [nil, "%.4f", "%.4f", "%.4f", "%.4f", "%.4f", "%.4f"])
// hide end

//: Each column has a check of its own. The vanilla gradients are derivatives of $F$, which itself is compared with a
//: quadrature; the natural ones solve $I\, \tilde\nabla F = \nabla F$ with the matrices of {@sec:three-matrices}; and the
//: covariances of {@eq:duality} are sums over points.
let rule = p.momentRule
expect(D.value, equals: rule.expectation { f.value(at: $0) }, within: 1e-12, as: "F by quadrature")
for (k, chart) in GaussianCoordinates.allCases.enumerated() {
  let value = { (ξ: Vector<Double>) in F.expectedDerivatives(under: try Gaussian(ξ, in: chart)).value }
  expect(vanilla[k].elements, equals: gradient(value, p.coordinates(chart)), within: 1e-8, as: "∇F in \(chart.rawValue)")
  expect(
    product(p.fisherMatrix(in: chart), natural[k]).elements, equals: vanilla[k].elements, within: 1e-11,
    as: "$I \\tilde\\nabla F = \\nabla F$ in \(chart.rawValue)")
}
let covariances = (0..<5).map { i in rule.covariance(of: { f.value(at: $0) }, and: { p.statistics(of: $0)[i] }) }
expect(natural[2].elements, equals: covariances, within: 1e-11, as: "natural in η = $\\Cov(f, T)$")
expect(vanilla[1].elements, equals: covariances, within: 1e-11, as: "vanilla in θ = $\\Cov(f, T)$")
expect(
  natural[1].elements, equals: gradient({ F.expectedDerivatives(under: try Gaussian($0, in: .η)).value }, η), within: 1e-8,
  as: "natural in θ = derivatives of F by η")

//: The three natural gradients are one velocity of the distribution, in three descriptions. The three vanilla gradients are
//: three different velocities: with them $\dot\mu_1$ is {{speed1}} in $(\mu, \Sigma)$, {{speed2}} in $\boldsymbol\theta$ and
//: {{speed3}} in $\boldsymbol\eta$, and with all three natural ones {{speed}}.
let speeds = [vanilla, natural].map { zip($0, GaussianCoordinates.allCases).map { p.velocity($0, in: $1) } }
for k in 0..<3 { value("speed\(k + 1)", speeds[0][k].mean[0], "%.2f") }  // hide
value("speed", speeds[1][0].mean[0], "%.2f")  // hide
let changes = speeds[1].map { $0.mean.elements + $0.covariance.storage }
expect(changes[1] + changes[2], equals: changes[0] + changes[0], within: 1e-11, as: "the natural velocities are one")
let constant = p.naturalGradient(GaussianMean(of: quadratic).expectedDerivatives(under: p), in: .θ)
expect(constant.elements, equals: coefficients, within: 1e-13, as: "the quadratic: natural in θ = its coefficients")

//: For the quadratic the natural gradient in $\boldsymbol\theta$ is constant: its natural flow runs along straight lines of
//: $\boldsymbol\theta$, with constant speed. The next chapter draws them.

//: ## Divergences and a right angle {#sec:divergences}
//:
//: The Kullback–Leibler divergence of two Gaussians is, in nats,
//:
//: $$ \KL(p \,\Vert\, q) = \tfrac12 \left[ \Tr(\Sigma_q^{-1} \Sigma_p) - d + (\mu_q - \mu_p)^\T \Sigma_q^{-1} (\mu_q - \mu_p) + \log\frac{\abs{\Sigma_q}}{\abs{\Sigma_p}} \right]. $$ {#eq:kl-gaussian}
//:
//: The two potentials make it too. The gap between a convex function and its tangent is a *Bregman divergence*;
//: {@fig:legendre} showed both. For $\psi$ the arguments change places, for $\varphi$ they do not, and with one argument in
//: each coordinate system no tangent is needed:
//:
//: $$ \begin{aligned} \KL(p \,\Vert\, q) &= \psi(\boldsymbol\theta_q) - \psi(\boldsymbol\theta_p) - \boldsymbol\eta_p^\T (\boldsymbol\theta_q - \boldsymbol\theta_p) = B_\psi(\boldsymbol\theta_q, \boldsymbol\theta_p) \\
//:    &= \varphi(\boldsymbol\eta_p) - \varphi(\boldsymbol\eta_q) - \boldsymbol\theta_q^\T (\boldsymbol\eta_p - \boldsymbol\eta_q) = B_\varphi(\boldsymbol\eta_p, \boldsymbol\eta_q) \\
//:    &= \varphi(\boldsymbol\eta_p) + \psi(\boldsymbol\theta_q) - \boldsymbol\eta_p^\T \boldsymbol\theta_q. \end{aligned} $$ {#eq:bregman}
listing("InformationGeometry/Models/Divergences.swift", "Bregman")  // hide

//: (The region above is written for every exponential family; the closed form {@eq:kl-gaussian} is the Gaussian's own.)
//: Against the definition, $\E_p[\log p - \log q]$ by quadrature, in both orders:
let q = try gaussian([-0.2, 0.9], [[0.6, 0.3], [0.3, 1.1]])
for (a, b, name) in [(p, q, "p ‖ q"), (q, p, "q ‖ p")] {
  let definition = a.momentRule.expectation { a.logDensity(at: $0) - b.logDensity(at: $0) }
  expect(
    [a.divergence(to: b), b.logPartitionDivergence(to: a), a.negativeEntropyDivergence(to: b), a.canonicalDivergence(to: b)],
    equals: Array(repeating: definition, count: 4), within: 1e-12, as: "KL(\(name)): closed, $B_\\psi$, $B_\\varphi$, canonical")
}
expect(p.entropy, equals: -rule.expectation { p.logDensity(at: $0) }, within: 1e-13, as: "the entropy is −φ")
value("forward", p.divergence(to: q), "%.3f")  // hide
value("backward", q.divergence(to: p), "%.3f")  // hide

//: The order matters: $\KL(p \,\Vert\, q) = {{forward}}$ and $\KL(q \,\Vert\, p) = {{backward}}$ nats.
//:
//: **Projection.** Which Gaussian with *independent* variables is nearest to a given $p$? Independence is $\theta_{ij} = 0$
//: for $i < j$, a plane in $\boldsymbol\theta$. Minimise $\KL(p \,\Vert\, q)$ over such $q$: by the third line of
//: {@eq:bregman} the derivative along the plane is $\boldsymbol\eta_q - \boldsymbol\eta_p$, so the two must agree in the
//: coordinates that the plane has. The nearest is $p^* = \Normal(\mu, \diag\Sigma)$. It is the foot of a perpendicular, in
//: the sense of Pythagoras:
//:
//: $$ \KL(p \,\Vert\, q) = \KL(p \,\Vert\, p^*) + \KL(p^* \,\Vert\, q) \qquad \text{for all } q \text{ with independent variables.} $$ {#eq:pythagoras}
//:
//: *Proof.* Subtract the right side from the left, each by the third line of {@eq:bregman}: what remains is
//: $(\boldsymbol\eta_p - \boldsymbol\eta_{p^*})^\T (\boldsymbol\theta_{p^*} - \boldsymbol\theta_q)$. The first factor is
//: zero but for the pairs $i < j$, the second is zero there. The same product says that a step along $\boldsymbol\eta$ from
//: $p^*$ to $p$ and a step along $\boldsymbol\theta$ from $p^*$ to $q$ have the Fisher inner product zero: the angle is
//: right, as in the plane of Euclid, where squared lengths add up.
//:
//: With the arguments exchanged, $\KL(q \,\Vert\, p)$ is least at another place, $p^\circ = \Normal(\mu,
//: \diag(1/\sigma^{ii}))$. There the sum is off by $\sum_{i<j} \sigma^{ij} \delta_i \delta_j$ with $\delta = \mu_q - \mu$: it
//: adds up for those $q$ that have the mean of $p$, and in general not for others.
let foot = try p.independentProjection, reverse = try p.independentReverseProjection
let independent = try (1...20).map { k in
  try gaussian([sin(Double(k)), cos(Double(k))], [[0.2 * Double(k), 0], [0, 4 / Double(k)]])
}
let sides = independent.map { p.divergence(to: foot) + foot.divergence(to: $0) }
expect(independent.map(p.divergence), equals: sides, within: 1e-12, as: "{@eq:pythagoras}, for twenty q")
let steps = [
  foot.velocity(Vector(count: 5) { η[$0] - foot.coordinates(.η)[$0] }, in: .η),
  foot.velocity(Vector(count: 5) { independent[0].parameters[$0] - foot.parameters[$0] }, in: .θ),
]
expect(foot.fisherMatrix(of: steps)[0, 1], equals: 0, within: 1e-13, as: "the angle at the foot, by {@eq:miller}")
let isNearest = independent.allSatisfy {
  p.divergence(to: $0) > p.divergence(to: foot) && $0.divergence(to: p) > reverse.divergence(to: p)
}
expect(isNearest, as: "in neither order is one of the twenty nearer than the foot")
let off = independent.map { $0.divergence(to: p) - $0.divergence(to: reverse) - reverse.divergence(to: p) }
let products = independent.map { p.precision[0, 1] * ($0.mean[0] - p.mean[0]) * ($0.mean[1] - p.mean[1]) }
expect(off, equals: products, within: 1e-12, as: "in the other order the sum is off by $\\sigma^{12} \\delta_1 \\delta_2$")
// hide begin
let sums = independent.map { abs(p.divergence(to: $0) - p.divergence(to: reverse) - reverse.divergence(to: $0)) }
value("noPythagoras", sums.max()!, "%.2f")

/// The Gaussian with both variances v and the covariance c, and mean zero.
func square(_ v: Double, _ c: Double) throws -> Gaussian { try gaussian([0, 0], [[v, c], [c, v]]) }
/// Its plane in η = (σ₁₁, 2σ₁₂), and in θ = (θ₁₁, θ₁₂).
func inη(_ p: Gaussian) -> Point { Point(p.coordinates(.η)[2], p.coordinates(.η)[4]) }
func inθ(_ p: Gaussian) -> Point { Point(p.coordinates(.θ)[2], p.coordinates(.θ)[4]) }
let corner = try square(1.2, 0.9)
let straight = try square(1.2, 0), tight = try corner.independentReverseProjection, far = try square(0.45, 0)
let mWay = try (0...60).map { try square(1.2, 0.9 * Double($0) / 60) }
let eWay = try (0...60).map { try square(0.41 + 0.79 * Double($0) / 60, 0) }
/// The Fisher ellipse around p in one of the two planes.
func ball(_ p: Gaussian, _ chart: GaussianCoordinates, _ place: (Gaussian) -> Point) -> [Point] {
  let steps = [p.velocity([0, 0, 1, 1, 0], in: chart), p.velocity([0, 0, 0, 0, 1], in: chart)]
  return metricEllipse(around: place(p), p.fisherMatrix(of: steps), radius: 0.2)
}
func contour(_ p: Gaussian) -> [Point] { metricEllipse(around: Point(0, 0), p.precision, radius: 1.5) }
figure(
  "pythagoras",
  "A correlated Gaussian p and independent ones. Left: curves of equal density at Mahalanobis distance 1.5. The projection p* "
    + "that minimises KL(p ‖ ·) is as wide as p, the one that minimises KL(· ‖ p) is narrower: its curve meets the axes where that of p does. Middle and right: the family of "
    + "equal variances and mean 0. The way from p to p* (blue) is straight in η, the independent family (green) in θ, and here "
    + "also in η. Grey: Fisher radius 0.2 around p*, where the two ways are at right angles.",
  alt: "Three ellipses; two straight ways that meet at a point; the same two ways in other coordinates, one of them bent"
) {
  Figure(columns: 3, width: 980, sharesAxes: false) {
    Panel("densities", x: Axis("x₁", -2.3...2.3), y: Axis("x₂", -2.3...2.3), aspect: .equal, key: .none) {
      Curve(contour(corner), .black, width: 2, column: "p")
      Curve(contour(straight), .natural, width: 1.8, column: "projection")
      Curve(contour(tight), .vanilla, width: 1.8, dash: .dashed, column: "reverse")
      Label("p", at: Point(1.3, 1.85), .black)
      Label("p*", at: Point(-1.5, 1.25), .natural, anchor: .center)
      Label("least KL(· ‖ p)", at: Point(0, 0), .vanilla, anchor: .center)
    }
    for (name, chart, place) in [("η", GaussianCoordinates.η, inη), ("θ", .θ, inθ)] {
      Panel(
        "in \(name)", x: Axis("\(name)₁₁", name == "η" ? 0.2...1.6 : -1.9...0),
        y: Axis("\(name)₁₂", name == "η" ? -0.7...2.2 : -0.5...1.1), key: .none
      ) {
        Curve(eWay.map(place), .green, width: 1.8, column: "independent")
        Curve(mWay.map(place), .natural, width: 1.8, column: "projection")
        Curve(ball(straight, chart, place), .grey, width: 1, column: "ball")
        Marker(at: place(corner), .black, label: "p", anchor: .left)
        Marker(at: place(straight), .natural)
        Label("p*", at: place(straight) + (name == "η" ? Point(0, -0.2) : Point(0.08, -0.08)), .natural)
        Marker(at: place(far), .green, label: "q", anchor: .top)
        Marker(at: place(tight), .vanilla, shape: .openCircle, label: "least KL(· ‖ p)", anchor: .bottom)
      }
    }
  }
}
// hide end
let hypotenuse = corner.divergence(to: far), legs = [corner.divergence(to: straight), straight.divergence(to: far)]
expect(hypotenuse, equals: legs[0] + legs[1], within: 1e-13, as: "the right angle of the figure")

//: With $p^\circ$ in the place of $p^*$ the two sides of {@eq:pythagoras} differ by up to {{noPythagoras}} nats.

//: ## What double precision can hold {#sec:conditioning}
//:
//: $I_\theta$ and $I_\eta$ are inverse to each other, and the library has a closed form for each. How nearly is their
//: product 1, on a machine? Each entry of the two matrices is rounded to 53 bits, and with $\kappa$ for a condition number,
//:
//: $$ \norm{I_\theta I_\eta - 1}_\infty \;\le\; 2 \cdot 2^{-53}\, \bigl\lVert\, \abs{I_\theta}\, \abs{I_\eta} \,\bigr\rVert_\infty, \qquad \kappa(I_\theta) \ge \tfrac12 \kappa(\Sigma)^2. $$ {#eq:rounding}
//:
//: The square is in {@eq:lambda}: an entry is a product of two entries of $\Sigma$. Of a centred Gaussian $\lambda$ has at
//: least half that condition number, and $I_\theta$, of which it is a part, no less. The two are about equal where the
//: variances reach from 1 down, as in the table. Another unit of $x$ raises $\kappa(I_\theta)$ and leaves the product as good
//: as it was; a mean of many standard deviations spoils both. The bound holds for entries that are right and then rounded. It
//: cannot be improved by a better formula, as long as the result is two matrices, since what is rounded are the results.
//: `dualFisherMatrices` measures the product, and throws where it is off by more than $10^{-6}$. `wellΣ` and `illΣ` are the
//: Gaussians of the two halves of the table.
listing("InformationGeometry/Gaussian/DualFisher.swift", "dual")  // hide
// hide begin
/// A Gaussian with variances from 1 down to 1/κ along axes that follow no coordinate, or each one its own.
func narrow(_ d: Int, _ κ: Double, rotated: Bool = true, mean: Double = 0) throws -> Gaussian {
  try Gaussian(
    mean: Vector(count: d) { mean * cos(Double($0)) }, variances: Vector(count: d) { pow(κ, -Double($0) / Double(d - 1)) },
    reflectedAcross: Vector(count: d) { rotated ? Double($0 + 1) : $0 == 0 ? 1 : 0 })
}
func pair(_ p: Gaussian) throws -> DualFisherMatrices { try p.dualFisherMatrices(within: .infinity) }
let dimensions = [2, 3, 4, 5, 6]
let (wellΣ, illΣ) = (try dimensions.map { try narrow($0, 12_000) }, try dimensions.map { try narrow($0, 1e8) })
table(
  "conditions",
  "Rotated covariances of two condition numbers. The residual is the largest row sum of $\\lvert I_\\theta I_\\eta - 1 \\rvert$, "
    + "the bound is {@eq:rounding}; the residual of the factors is measured in standardised coordinates.",
  columns: ["d", "$\\kappa(\\Sigma)$", "$\\kappa(I_\\theta)$", "residual", "bound", "factors"],
  rows: try (wellΣ + illΣ).enumerated().map { k, p in
    let matrices = try pair(p)
    let κ: any TableCell = k < 5 ? try conditionNumber(matrices.natural) : "not measurable"
    return [p.dimension, k < 5 ? 1.2e4 : 1e8, κ, matrices.residual, matrices.roundingBound, FisherFactor(p).residual]
  }, formats: [nil, "%.2g", "%.1e", "%.0e", "%.0e", "%.0e"])
let unscaled = wellΣ[1].fisherMatrix
let scaled = Matrix<Double>(9, 9) { unscaled[$0, $1] / (unscaled[$0, $0] * unscaled[$1, $1]).squareRoot() }
value("wellResidual", try wellΣ.map { try pair($0).residual }.max()!, "%.0e")
value("scaled", try conditionNumber(scaled), "%.0e")
// hide end
let wellConditions = try wellΣ.map { try conditionNumber($0.fisherMatrix) }
expect(wellConditions.allSatisfy { $0 >= 0.5 * 12_000 * 12_000 }, as: "the second inequality of {@eq:rounding}")
expect(wellConditions.allSatisfy { $0 > 1e8 }, as: "upper half: the Fisher matrix has more than 10⁸")
expect(try wellΣ.allSatisfy { try $0.dualFisherMatrices().residual < 1e-7 }, as: "and the product is 1 to below 10⁻⁷")
expect(illΣ.allSatisfy { (try? $0.dualFisherMatrices()) == nil }, as: "lower half: refused with the error `DualityLost`")
expect(illΣ.allSatisfy { FisherFactor($0).residual < 1e-6 }, as: "but the factors are inverse to below 10⁻⁶")

//: What to see: when *the Fisher matrix* has condition number $10^8$ the product is 1 to {{wellResidual}}. When *$\Sigma$*
//: has condition number $10^8$ the Fisher matrix has $10^{16}$, the bound is of the order of 1, and so is the measured
//: residual. A typed error is the honest answer. Two remedies come to mind and do not help. Scaling rows and columns to a
//: unit diagonal repairs an ellipsoid whose axes are the coordinates, for which the product is right anyway (the diamonds of
//: {@fig:conditioning}); of a rotated one, with $d = 3$ in the upper half of the table, the scaled matrix still has
//: condition number {{scaled}}. And a product that is summed in higher precision is a product of the same rounded entries.
//: Shifting the origin to the mean is worth doing ({@ex:centred}), and is done in the table: all means are 0.
//:
//: What does help is not to multiply out. Standardise, $X = \mu + LZ$; the statistics $Z_i$, $(Z_i^2 - 1)/\sqrt2$, $Z_iZ_j$
//: have the unit matrix as covariance, and $T$ is linear in them:
//:
//: $$ I_\theta = M M^\T, \qquad I_\eta = N^\T N, \qquad N = M^{-1}, \qquad \kappa(M) \ge \tfrac{1}{\sqrt2}\, \kappa(\Sigma). $$ {#eq:factor}
//:
//: Both $M$ and $N$ have closed forms, since the inverse of an affine map is an affine map. The pair is compared in
//: standardised coordinates: the residual $\norm{(NM)^\T (NM) - 1}_\infty$ is a bound for the relative error of all squared
//: lengths. It grows with $\kappa(\Sigma)$, not with its square.
listing("InformationGeometry/Gaussian/FisherFactor.swift", "factor")  // hide
// hide begin
let kappas = (1...18).map { pow(10, Double($0) / 2) }
let sweep = try dimensions.map { d in try kappas.map { try narrow(d, $0) } }
let residuals = try sweep.map { try $0.map { min(10, try pair($0).residual) } }
let bounds = try kappas.indices.map { k in try sweep.map { try pair($0[k]).roundingBound }.max()! }
let factorResiduals = sweep[2].map { FisherFactor($0).residual }
value("holds", kappas[kappas.indices.last { k in residuals.allSatisfy { $0[...k].allSatisfy { $0 <= 1e-6 } } }!], "%.0e")
let aligned = try kappas.map { max(1e-17, try pair(narrow(4, $0, rotated: false)).residual) }
/// f with its natural gradient in θ known beforehand: f = Σ c_i T_i with all c_i of size one.
let fourCoefficients = Vector<Double>(count: 14) { 1 - 0.1 * Double($0) }
let (a, A) = SymmetricLayout(dimension: 4).unpack(fourCoefficients, offDiagonal: 1)
func error(_ p: Gaussian, _ route: NaturalGradientRoute) -> Double {
  var g = a
  g.setProduct(A, p.mean, scaledBy: 2, plus: 1)
  let D = ExpectedDerivatives(value: 0, gradient: g, hessian: Matrix(4, 4) { 2 * A[$0, $1] })
  guard let v = try? p.naturalGradient(D, by: route) else { return .nan }
  return max(1e-17, (0..<14).map { abs(v[$0] - fourCoefficients[$0]) }.max()!)
}
let errors = try kappas.map { κ in try NaturalGradientRoute.allCases.map { error(try narrow(4, κ, mean: 0.5), $0) } }
figure(
  "conditioning",
  "Left: how far the product of the two Fisher matrices is from 1 (dots, d = 2 to 6; what is above 10 is drawn at 10). Dashed: the greatest of "
    + "the bounds by rounding. Diamonds: axes along the coordinates. Blue: the factors. Right: error of the natural gradient in θ of a quadratic "
    + "function, d = 4, by four routes. Three start from the vanilla gradient in θ, and lose in it what no metric gives back; where the "
    + "matrix cannot be factored a point is missing.",
  alt: "Two doubly logarithmic plots: rows of dots that rise with the condition number, and one that stays at the bottom"
) {
  Figure(columns: 2, width: 980, sharesAxes: false) {
    let x = Axis("condition number of Σ", 1...1e9, scale: .log)
    Panel("I(θ) I(η) − 1", x: x, y: Axis("residual", 1e-17...1e2, scale: .log), key: .none) {
      Line(horizontal: 1e-6, .grey, dash: .dotted, label: "tolerance")
      Curve(x: kappas, y: bounds, .grey, width: 1.2, dash: .dashed, column: "bound")
      for (d, r) in zip(dimensions, residuals) { Points(x: kappas, y: r, .black, size: 4, column: "d = \(d)") }
      Points(x: kappas, y: aligned, .green, size: 6, shape: .diamond, column: "aligned")
      Curve(x: kappas, y: factorResiduals, .natural, width: 2, column: "factors")
      Label("two matrices", at: Point(3e3, 1e-5), .black, anchor: .right)
      Label("factors", at: Point(1e6, 2e-12), .natural)
      Label("not rotated", at: Point(1e5, 3e-15), .green)
    }
    Panel("natural gradient", x: x, y: Axis("greatest error", 1e-17...1e2, scale: .log), key: .topLeft) {
      for (k, (title, color, shape)) in [
        ("solving with I(θ)", Color.black, Shape.circle), ("times I(η)", .purple, .openSquare),
        ("times NᵀN", .amber, .diamond), ("closed form", .natural, .circle),
      ].enumerated() {
        Points(x: kappas, y: errors.map { $0[k] }, color, size: 6, shape: shape, title: title)
      }
    }
  }
}
value("closedError", errors.map { $0[3] }.max()!, "%.0e")
expect(errors.allSatisfy { $0[3] < 1e-14 }, as: "the closed natural gradient keeps its digits at every condition number")
// hide end

//: The right panel has the moral. The closed form {@eq:closed} never passes through $\nabla_\theta F$ or a Fisher matrix,
//: and its error is at most {{closedError}} at every condition number. The other routes take $\nabla_\theta F = \Cov(f, T)$,
//: in which the small eigenvalues of $\Sigma$ stand beside the large ones and are rounded away, and multiply by an
//: ill-conditioned matrix, whichever way that is written. *Use the structure before the numbers are rounded*: the natural
//: gradient of a Gaussian needs no Fisher matrix, and where only samples of $f$ are to be had, standardise the samples
//: first.

//: ## Summary {#sec:gaussian-summary}
//:
//: - A Gaussian has three names: $(\mu, \Sigma)$, the natural parameters {@eq:gaussian-family} and the means of the
//:   statistics {@eq:eta}. Gradients of two convex potentials lead from one of the latter to the other, and
//:   $\psi + \varphi - \boldsymbol\theta^\T\boldsymbol\eta = 0$ joins them ({@fig:legendre}).
//: - The Fisher matrix is known in each of them ({@eq:alpha}, {@eq:fisher-theta}, {@eq:fisher-eta}), and in any other
//:   coordinates by {@eq:miller}. Those of $\boldsymbol\theta$ and $\boldsymbol\eta$ are Hessians of the potentials, and
//:   inverse to each other.
//: - The natural gradient in $\boldsymbol\theta$ is the vanilla gradient in $\boldsymbol\eta$, and conversely,
//:   {@eq:duality}. For the Gaussian this is the closed form {@eq:closed}, from a mean slope and a mean curvature.
//: - Divergences are gaps between a potential and its tangent. Where a straight line of $\boldsymbol\eta$ meets a plane of
//:   $\boldsymbol\theta$ at a right angle, they add up, {@eq:pythagoras}.
//: - The two Fisher matrices of a *centred* Gaussian are inverse to each other, to $10^{-6}$ in double precision, as long as
//:   $\kappa(\Sigma)$ is below {{holds}}. The closed natural gradient does not care ({@fig:conditioning}).
//: - Of the printed formulas, $\boldsymbol\eta$, $\alpha$, $\lambda$ and $\Lambda$ are wrong, and none of the last three
//:   shows it for $d = 1$ ({@tab:misprints}).
//:
//: The next chapter lets these gradients flow.

//: ## Exercises {#sec:gaussian-exercises}
//:
//: ::: exercise names
//: A Gaussian on the line has the natural parameters $\boldsymbol\theta = (3, -1)$. Give $\mu$, $\sigma^2$, and
//: $\boldsymbol\eta = (\eta_1, \eta_{11})$: four numbers.
//: ::: hint
//: The second natural parameter is −1/(2σ²), the first is μ/σ².
//: ::: solution
//: $\sigma^2 = 1/2$, $\mu = 3/2$, and $\boldsymbol\eta = (3/2,\; 1/2 + 9/4) = (3/2, 11/4)$. With the printed sign the last
//: number would be $-7/4$, for the mean of a square.
//: :::
//:
//: ::: exercise factor-two
//: Leave out the factor 2: let $T_{12} = X_1X_2$, and keep $\theta_{12} = -\tfrac12 \sigma^{12}$ as it is. For the example
//: $p$ of this chapter, what is $\psi + \varphi - \boldsymbol\theta^\T \boldsymbol\eta$ now? Three digits.
//: ::: hint
//: Only one term of the scalar product changes: θ₁₂ η₁₂ is halved.
//: ::: solution
//: The sum was 0 and grows by $\tfrac12 \theta_{12} \eta_{12} = \theta_{12}\, (\sigma_{12} + \mu_1\mu_2) = {{halved:%.4f}}$.
//: Natural parameters and statistics are defined only together: with $X_1X_2$ the parameter must be $-\sigma^{12}$.
//: :::
//:
//: ::: exercise entry
//: $\Sigma = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$, $\mu = 0$. Give the entries $(11, 11)$, $(11, 22)$, $(11, 12)$
//: and $(12, 12)$ of $I_{\mu,\Sigma}$.
//: ::: hint
//: Σ⁻¹ has 2/3 on the diagonal and −1/3 beside it. Put it into α, and mind the cases.
//: ::: solution
//: $\tfrac12 \cdot \tfrac49 = \tfrac29$; $\tfrac12 \cdot \tfrac19 = \tfrac1{18}$; $\sigma^{11}\sigma^{12} = -\tfrac29$;
//: $\sigma^{11}\sigma^{22} + (\sigma^{12})^2 = \tfrac59$. The printed cases give $\tfrac19$ for the second.
//: :::
//:
//: ::: exercise natural-step
//: $f(x) = -x^4$ on the line, and $p = \Normal(1, 1)$. Give the natural gradient of $F = \E[f]$ in $\boldsymbol\theta$: two
//: numbers.
//: ::: hint
//: You need E f′ = −4 E X³ and E f″ = −12 E X². For N(1, 1), E X² = 2 and E X³ = 4.
//: ::: solution
//: $g = -16$, $H = -24$, and {@eq:closed} gives $(g - H\mu,\; \tfrac12 H) = (8, -12)$. The vanilla gradient in
//: $\boldsymbol\theta$ is $(\Sigma g, \Sigma H \Sigma + 2\mu\Sigma g) = (-16, -56)$: it points elsewhere.
//: :::
//:
//: ::: exercise nearest
//: $p = \Normal(0, \Sigma)$ with variances 1 and correlation $\rho = 0.6$. How far, in nats, is the nearest Gaussian with
//: independent variables, as $\KL(p \,\Vert\, \cdot)$? And which variances has the nearest in the other order? Two numbers.
//: ::: hint
//: KL(p ‖ p*) is half the log of the ratio of determinants. In the other order the variances are 1/σ^ii.
//: ::: solution
//: $\KL(p \,\Vert\, p^*) = -\tfrac12 \log(1 - \rho^2) = {{mutual:%.4f}}$, which is the mutual information of the two
//: variables. In the other order the variances are $1 - \rho^2 = 0.64$.
//: :::
//:
//: ::: exercise centred
//: Show that $I_\theta$ and $I_\eta$ are block diagonal when $\mu = 0$, and that moving the origin changes
//: $\boldsymbol\theta$ and $\boldsymbol\eta$ by an affine map. What does it do to the condition number? Take $d = 1$,
//: $\sigma = 1$ and $\mu = 10$.
//: ::: hint
//: The mixed blocks contain θ or η as a factor. For the second part look at what T becomes for X − m.
//: ::: solution
//: $\Lambda_{kl}\,\theta$ and $K_{kl}\,\eta$ vanish with $\theta = \Sigma^{-1}\mu$ and $\eta = \mu$. The statistics of
//: $X - m$ are linear in those of $X$ and 1, so $\boldsymbol\eta$ changes by an affine map, and $\boldsymbol\theta$ by the
//: dual one; the metric changes by {@eq:fisher-chain} with a constant Jacobian, and no length changes. The condition number
//: does: it is {{κFar:%.3g}} at $\mu = 10$ and 2 at $\mu = 0$. Centre before you compute.
//: :::
//:
// hide begin
let named = try Gaussian([3, -1], in: .θ)
answer("names", [named.mean[0], named.covariance[0, 0]] + named.coordinates(.η).elements, within: 1e-3)
let halved = try legendreSum(Vector([η[0], η[1], η[2], η[3], η[4] / 2]))
expect(halved, equals: θ[4] * (p.covariance[0, 1] + p.mean[0] * p.mean[1]), within: 1e-13, as: "the solution of {@ex:factor-two}")
value("halved", halved)
answer("factor-two", halved, within: 2e-4)
let entryMatrix = try gaussian([0, 0], [[2, 1], [1, 2]]).fisherMatrix(in: .meanCovariance)
let entries = [entryMatrix[2, 2], entryMatrix[2, 3], entryMatrix[2, 4], entryMatrix[4, 4]]
expect(entries, equals: [2.0 / 9, 1.0 / 18, -2.0 / 9, 5.0 / 9], within: 1e-14, as: "the solution of {@ex:entry}")
answer("entry", entries, within: 2e-3)
let unitAtOne = try gaussian([1], [[1]])
let minusFourth = GaussianMean(of: -1 * Polynomial.variables(1)[0].power(4)).expectedDerivatives(under: unitAtOne)
expect(
  unitAtOne.naturalGradient(minusFourth, in: .θ).elements + unitAtOne.gradient(minusFourth, in: .θ).elements,
  equals: [8, -12, -16, -56], within: 1e-12, as: "the solution of {@ex:natural-step}")
answer("natural-step", unitAtOne.naturalGradient(minusFourth, in: .θ).elements, within: 1e-3)
let sixty = try gaussian([0, 0], [[1, 0.6], [0.6, 1]])
let nearest = [sixty.divergence(to: try sixty.independentProjection), try sixty.independentReverseProjection.covariance[0, 0]]
expect(nearest, equals: [-0.5 * log(0.64), 0.64], within: 1e-14, as: "the solution of {@ex:nearest}")
value("mutual", nearest[0])
answer("nearest", nearest, within: 2e-3)
value("κFar", try conditionNumber(gaussian([10], [[1]]).fisherMatrix))
expect(try conditionNumber(gaussian([0], [[1]]).fisherMatrix), equals: 2, within: 1e-14, as: "the condition number at the origin")
// hide end
