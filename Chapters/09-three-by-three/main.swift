//: # Three by three
//:
//: How good is a generative model? On real images nobody knows: the likelihood is an estimate, and the truth that the
//: images come from is not at hand at all. In a world of nine pixels both can be computed to the last digit. This chapter
//: trains a small Helmholtz machine on such a world, with wake-sleep, reweighted wake-sleep and the natural version of
//: each, and watches the *exact* divergence from the truth at every step. No estimate stands between us and the
//: algorithms, so we can say what damping does, how straight a way each of them takes, what the recognition net learns, and
//: what the misprints of the updates would do (those of the blocks: {@sec:fb-printed}).
//:
//: After it you will be able to
//:
//: - compute the exact likelihood of a sigmoid belief net with matrix products, and say when that is possible;
//: - compare training algorithms fairly: rates tuned with the same effort, paired runs, claims only beyond the spread;
//: - say what too little and too much damping do, and measure both;
//: - measure a training run as a path in the space of distributions, where no choice of weights matters;
//: - say of each wake-sleep update what its expectation is, for any number of samples.
//:
//: What is needed: the Fisher–Rao geometry of the simplex (chapter 02). The two nets of a Helmholtz machine and the updates
//: are defined in {@sec:nets} and {@sec:updates}, the Fisher blocks and their damping in {@sec:blocks}.
import BeliefNets
import Datasets
import Figures
import Foundation
import InformationGeometry
import LinearAlgebra
import Literate
import RandomStreams

// hide begin
chapter.begin(seed: 9)
let random = RandomStream(seed: chapter.seed)
let isQuick = chapter.effort == .quick

/// Names several numbers for the prose.
@MainActor func values(_ named: (String, Double, String)..., line: Int = #line) {
  for (name, x, format) in named { value(name, x, format, line: line) }
}

func words(_ x: Double, _ format: String = "%.3f") -> any TableCell { x.isFinite ? String(format: format, x) : "∞" }
// hide end

//: ## A world of twelve images {#sec:three-world}
//:
//: Kirby's tutorial [@Kirby06] teaches Helmholtz machines on images of 3×3 pixels, and [@VVMA] takes them over. Twelve of the
//: 512 possible images exist, those of stripes: six with vertical ones, each with probability 1/9, and six with horizontal ones,
//: each with probability 1/18. (The paper shows samples and does not print the probabilities; these are Kirby's.)
let world = ThreeByThree()
let truth = world.probabilities
value("entropy", world.entropy, "%.6f")  // hide
expect(truth.reduce(0, +), equals: 1, within: 1e-15, as: "the probabilities sum to 1")
expect(world.entropy, equals: log(9) + log(2) / 3, within: 1e-14, as: "the entropy is $\\ln 9 + \\tfrac13 \\ln 2$")

// hide begin
figure(
  "three-patterns",
  "All images of Kirby's world, black for on: vertical stripes with probability 1/9 each (above), horizontal ones with 1/18 "
    + "each (below).",
  alt: "Two rows of six 3×3 images: vertical stripes above, the same stripes turned to horizontal below"
) {
  Panel {
    ImageGrid(
      world.patterns.map { ThreeByThree.pixels(of: $0) }, width: 3, height: 3, columns: 6, black: 1, white: 0,
      rowTitles: ["1/9 each", "1/18 each"])
  }
}
// hide end

//: What a model can reach is known too. With $p^*$ for the truth and $p$ for the model's images,
//:
//: $$ -\E_{p^*}[\log p(x)] = S(p^*) + \KL(p^* \,\|\, p), \qquad S(p^*) = -\sum_x p^*(x) \log p^*(x), $$ {#eq:three-entropy}
//:
//: so the best log-likelihood is minus the entropy, −{{entropy}} nats, and the divergence is the distance to it.
//:
//: ## The exact likelihood of a net {#sec:three-exact}
//:
//: The machine has 9 visible units, 6 hidden ones and 1 on top, the sizes of Kirby's tutorial, all $\pm 1$ as in the authors' code:
let units = [9, 6, 1]
var start = random.stream("initial")
let newborn = HelmholtzMachine<Double>(units: units, using: &start)
value("parametersOfP", newborn.parameterCounts.generative)  // hide
value("parametersOfQ", newborn.parameterCounts.recognition)  // hide

//: {{parametersOfP}} parameters in $p$, {{parametersOfQ}} in $q$, and $2^{16} = 65{,}536$ joint states. Summing over all of them at
//: each step would be slow. But the units of a layer are independent given their parents $g$. If a layer is cut into two halves
//: $a$ and $b$, then
//:
//: $$ P(a, b) = \sum_g P(a \mid g)\, P(g)\, P(b \mid g), \qquad\text{in matrices}\quad P = A\, \mathrm{diag}(P(g))\, B^\T, $$ {#eq:three-product}
//:
//: and the rows of $P$, one after another, are the distribution of the layer. From the top down, layer by layer, this gives $p(x)$
//: for all 512 images, with the largest product one of 32×64 and 64×16 numbers:

listing("BeliefNets/ExactMarginals.swift", "exact-marginal")  // hide

//: The plain sum over all states is the check, and {@eq:three-entropy} another one:
var marginals = ExactMarginals(for: newborn)
marginals.setGenerative(of: newborn)
let listed = Enumeration(newborn)
expect(
  marginals.generative[0].elements, equals: listed.logMarginal.map { exp($0) }, within: 1e-15,
  as: "$p(x)$ by {@eq:three-product} and by the sum over 65,536 states, 512 images")
expect(
  marginals.divergence(from: truth), equals: -world.entropy - listed.logLikelihood(of: truth), within: 1e-12,
  as: "{@eq:three-entropy}, with the likelihood summed over all states")
marginals.setGenerative(of: HelmholtzMachine(units: units))
expect(
  marginals.divergence(from: truth), equals: 9 * log(2) - world.entropy, within: 1e-12,
  as: "a machine without weights draws all images alike: $9 \\ln 2 - S(p^*)$")
value("uniform", marginals.divergence(from: truth), "%.3f")  // hide

//: A machine that knows nothing is {{uniform}} nats away from the truth; 0 is perfect. The same method works for any
//: number of layers as long as each has few units. It does not for 784 pixels, which is why {@sec:paper} has to estimate.
//:
//: ## Four algorithms, each with its own rate {#sec:three-race}
//:
//: A run draws 32 images a step from the truth, takes $K = 5$ samples of each and as many dreams, the numbers of the authors'
//: code for this world. The blocks are estimated anew at each step. After every step, the exact divergence is noted:
nonisolated struct Laboratory: Sendable {
  let world = ThreeByThree(), units: [Int], random: RandomStream

  /// A run from the machine of a seed, on the images of the same seed.
  func run(
    _ algorithm: Algorithm, rate ε: Double, samples K: Int = 5, seed: Int, steps: Int, every interval: Int = 1,
    until goal: Double = 0, lookingAtQ: Set<Int> = []
  ) -> Run {
    let random = self.random.stream("run", seed)
    var (initial, images) = (random.stream("initial"), random.stream("images"))
    let machine = HelmholtzMachine<Float>(units: units, using: &initial)
    let settings = WakeSleepSettings(algorithm, rate: .constant(ε), batch: 32, samples: K, shards: 1)
    var trainer = WakeSleep(machine, settings, using: random.stream("training"))
    var run = Run(machine.converted(to: Double.self), world)
    let patterns: Matrix<Float> = world.images()
    var X = Matrix<Float>(zeros: 32, 10)
    for step in 1...steps {
      X.setRows(of: patterns, at: world.draw(32, using: &images))
      do { try trainer.step(on: X) } catch { run.isLost = true }
      if step % interval == 0 {
        run.note(trainer.machine.converted(to: Double.self), world, lookingAtQ: lookingAtQ.contains(step))
      }
      if run.trace.values.last ?? .infinity < goal { break }
    }
    return run
  }
}
// hide begin
/// What is seen of a training run.
nonisolated struct Run: Sendable {
  /// KL(p* ‖ p) at each step that was noted, ∞ from a step without a finite result on.
  var trace = DivergenceTrace()
  /// The way of p(x), until it first comes within half a nat of the truth, by a short and by a long ruler.
  var path: RulerPath, coarsePath: RulerPath
  /// KL(p* ‖ p) at the points of the first.
  var heights: [Double]
  /// KL(p(h | x) ‖ q(h | x)) and KL(q(h | x) ‖ p(h | x)), means over the truth, at the steps asked for.
  var ofQ: [(wake: Double, bound: Double)] = []
  var machine: HelmholtzMachine<Double>
  private var marginals: ExactMarginals
  /// Whether a step had no finite result.
  var isLost = false
  private var isClose = false

  init(_ machine: HelmholtzMachine<Double>, _ world: ThreeByThree) {
    self.machine = machine
    marginals = ExactMarginals(for: machine)
    marginals.setGenerative(of: machine)
    path = RulerPath(from: marginals.generative[0], ruler: 0.1)
    coarsePath = RulerPath(from: marginals.generative[0], ruler: 0.2)
    heights = [marginals.divergence(from: world.probabilities)]
  }

  mutating func note(_ machine: HelmholtzMachine<Double>, _ world: ThreeByThree, lookingAtQ: Bool) {
    self.machine = machine
    marginals.setGenerative(of: machine)
    let divergence = isLost ? .infinity : marginals.divergence(from: world.probabilities)
    trace.append(divergence)
    if !isClose, !isLost {
      coarsePath.move(to: marginals.generative[0])
      if path.move(to: marginals.generative[0]) { heights.append(divergence) }
      isClose = divergence < 0.5
    }
    guard lookingAtQ else { return }
    let hidden = HiddenEnumeration(machine, images: world.patterns)
    func average(_ f: [Double]) -> Double { hidden.mean(of: f, under: world.probabilities) }
    ofQ.append((average(hidden.posteriorDivergences), average(hidden.boundGaps)))
  }
}

/// An algorithm that takes part, with the rates that are tried.
nonisolated struct Entrant: Sendable {
  let name: String, algorithm: Algorithm, samples: Int, lowestRate: Double
  let color: Color, dash: Dash
  var rates: [Double] { (0..<6).map { lowestRate * pow(2, Double($0)) } }
}

/// One run for each of some jobs, two at a time; progress between groups.
@MainActor func runAll(
  _ count: Int, from: Double, to: Double, _ text: String, _ run: @Sendable (Int) -> Run
) -> [Run] {
  let group = max(2, count / 8)
  return stride(from: 0, to: count, by: group).flatMap { first in
    chapter.progress(from + (to - from) * Double(first) / Double(count), text)
    return concurrentChunks(min(group, count - first), size: 1, workers: 2) { run(first + $0.lowerBound) }
  }
}
// hide end
let laboratory = Laboratory(units: units, random: random)

//: One learning rate for all would be no comparison: a vanilla gradient and a natural one do not even have the same unit. So each
//: algorithm tries six rates, each twice the one before, on seeds that are not used again, and keeps the one with the lowest
//: divergence late in these runs. The damping of the natural ones is $\alpha =$ {{damping}}, within the range that [@VVMA]
//: recommends, and is *not* tuned. Wake-sleep enters twice: with five samples, and with the single one that the text of the
//: paper gives it (its tables give it ten).
let damping = 0.02
let metric = Metric.fisher(damping: damping, period: 1)
let entrants = [
  Entrant(name: "WS", algorithm: .ws, samples: 5, lowestRate: 0.2, color: .vanilla, dash: .solid),
  Entrant(name: "NWS", algorithm: .nws(metric), samples: 5, lowestRate: 0.025, color: .natural, dash: .solid),
  Entrant(name: "RWS", algorithm: .rws, samples: 5, lowestRate: 0.2, color: .vanilla, dash: .solid),
  Entrant(name: "NRWS", algorithm: .nrws(metric), samples: 5, lowestRate: 0.025, color: .natural, dash: .solid),
  Entrant(name: "WS, 1 sample", algorithm: .ws, samples: 1, lowestRate: 0.2, color: .amber, dash: .dashed),
]
let seeds = isQuick ? 3 : 10
let trialSteps = isQuick ? 60 : 500, trialSeeds = isQuick ? 1 : 3
// hide begin
value("damping", damping)
value("seeds", seeds)
value("trialSteps", trialSteps)
value("trialSeeds", trialSeeds)
let trials = runAll(entrants.count * 6 * trialSeeds, from: 0.01, to: 0.35, "tuning the rates") {
  [laboratory, entrants, trialSteps, trialSeeds] job in
  let (entrant, rate, seed) = (entrants[job / (6 * trialSeeds)], job / trialSeeds % 6, job % trialSeeds)
  return laboratory.run(
    entrant.algorithm, rate: entrant.rates[rate], samples: entrant.samples, seed: 1000 + seed, steps: trialSteps, every: 5)
}
let trialLevels = entrants.indices.map { e in
  (0..<6).map { r in
    quantile((0..<trialSeeds).map { trials[(e * 6 + r) * trialSeeds + $0].trace.level(upTo: trialSteps / 5, share: 0.25) }, 0.5)
  }
}
let chosen = trialLevels.map { levels in levels.indices.min { levels[$0] < levels[$1] }! }
let rates = zip(entrants, chosen).map { $0.rates[$1] }
table(
  "three-rates",
  "Tuning: the divergence late in \(trialSteps) steps (geometric mean over the last quarter, median of \(trialSeeds) seeds, in "
    + "nats) at six rates, $\\varepsilon_0$ and its doublings, and the rate that is kept. ∞: a step without a finite result.",
  columns: ["algorithm", "$\\varepsilon_0$"] + ["$\\varepsilon_0$", "2", "4", "8", "16", "32"].map { $0 + " ×" } + ["kept"],
  rows: entrants.indices.map { e -> [any TableCell] in
    let levels = trialLevels[e].map { words($0) }
    return [entrants[e].name, entrants[e].lowestRate] + levels + [rates[e]]
  }, formats: [nil, "%g"] + Array(repeating: "%.3f", count: 6) + ["%g"])
value("rateRatio", rates[2] / rates[3], "%.3g")
// hide end

//: Too small a rate does not arrive in time, too large a one rattles, and between them lies a range in which {{trialSeeds}} seeds can hardly
//: tell. The rate that RWS keeps is {{rateRatio}} times that of NRWS: every term of a block is multiplied by a variance of at most ¼, often
//: much less, so its inverse stretches the gradient, and a natural step at the same rate is that much longer. With its rate, each
//: algorithm now runs from {{seeds}} new seeds. A seed fixes the first machine and all images, the same for all algorithms.
let steps = isQuick ? 120 : 1600
// hide begin
value("steps", steps)
let checkpoints = Array(Set((0...44).map { Int(pow(Double(steps), Double($0) / 44).rounded()) })).sorted()
let racers = runAll(entrants.count * seeds, from: 0.35, to: 0.7, "the race") {
  [laboratory, entrants, rates, steps, seeds, checkpoints] job in
  let e = job / seeds
  return laboratory.run(
    entrants[e].algorithm, rate: rates[e], samples: entrants[e].samples, seed: job % seeds, steps: steps,
    lookingAtQ: Set(checkpoints))
}
let race = entrants.indices.map { e in Array(racers[e * seeds..<(e + 1) * seeds]) }
func named(_ name: String) -> [Run] { race[entrants.firstIndex { $0.name == name }!] }
let (ws, nws, rws, nrws) = (named("WS"), named("NWS"), named("RWS"), named("NRWS"))
let shown = checkpoints.filter { $0 >= 4 }
let places = shown.map(Double.init)
let ceiling = 6.0  // what is above, infinity too, is drawn at the upper edge

/// The median of some runs in the band between their 10 % and 90 % quantiles.
func band(_ lists: [[Double]], _ color: Color, _ dash: Dash = .solid, _ name: String, at x: [Double]) -> [any Layer] {
  func line(_ q: Double) -> [Double] { quantiles(lists, q).map { min($0, ceiling) } }
  return [
    Band(x: x, low: line(0.1), high: line(0.9), color, column: name),
    Curve(x: x, y: line(0.5), color, width: 2, dash: dash, title: name),
  ]
}
func divergences(_ runs: [Run]) -> [[Double]] { runs.map { run in shown.map { run.trace.values[$0 - 1] } } }
let divergenceAxis = Axis("KL(p* ‖ p) in nats", 0.01...ceiling, scale: .log)
func stepAxis(_ last: Int) -> Axis { Axis("step", 4...Double(last), scale: .log) }
figure(
  "three-race",
  "The exact divergence from the truth, each algorithm at its own rate: median of \(seeds) seeds, in the band from the 10 % to the "
    + "90 % quantile. Left without importance weights, right with them; both panels have the same axes.",
  alt:
    "Two log-log panels of falling median curves in wide bands, vanilla in orange and natural in blue; the bands overlap at the "
    + "end."
) {
  Figure(columns: 2, height: 430) {
    Panel("wake-sleep", x: stepAxis(steps), y: divergenceAxis, key: .bottomLeft) {
      for e in [4, 0, 1] { band(divergences(race[e]), entrants[e].color, entrants[e].dash, entrants[e].name, at: places) }
    }
    Panel("reweighted wake-sleep", x: stepAxis(steps), y: divergenceAxis, key: .bottomLeft) {
      for e in [2, 3] { band(divergences(race[e]), entrants[e].color, entrants[e].dash, entrants[e].name, at: places) }
    }
  }
}
table(
  "three-race",
  "The same runs: median steps to a divergence of 1 nat and of 0.3; the divergence at the end (geometric mean over the last "
    + "tenth of the steps), median and quantiles over \(seeds) seeds; and the median log-likelihood there.",
  columns: ["algorithm", "rate", "to 1 nat", "to 0.3", "at the end", "10 %", "90 %", "log-likelihood"],
  rows: entrants.indices.map { e -> [any TableCell] in
    let ends = [0.5, 0.1, 0.9].map { quantile(race[e].map { $0.trace.level(upTo: steps) }, $0) }
    let first = [1, 0.3].map { level in words(quantile(race[e].map { $0.trace.steps(to: level) }, 0.5), "%.0f") }
    return [entrants[e].name, rates[e]] + first + ends.map { words($0) } + [words(-world.entropy - ends[0])]
  }, formats: [nil, "%g"])
// hide end

//: The bands overlap, because seeds differ: some starts lead into a poor valley whatever the algorithm. What pairs of
//: runs from the same seed say is sharper. {@tab:three-paired} has the ratio of their divergences, as a mean of logarithms, with
//: two standard errors on each side; “better” stands only where that interval leaves 1 out.
// hide begin
let pairs = [("NWS", "WS"), ("NRWS", "RWS"), ("RWS", "WS"), ("NRWS", "NWS"), ("WS", "WS, 1 sample")]
let moments = [steps / 20, steps / 5, steps]
func paired(_ a: [Run], _ b: [Run], at step: Int) -> PairedRatio {
  PairedRatio(of: a.map { $0.trace.level(upTo: step) }, to: b.map { $0.trace.level(upTo: step) })
}
table(
  "three-paired",
  "Ratio of the divergences of two algorithms from the same seed after some steps (each a geometric mean over the last tenth of "
    + "these), \(seeds) pairs, and what can be said.",
  columns: ["first", "second", "steps", "first / second", "from", "to", "verdict"],
  rows: pairs.flatMap { first, second in
    moments.map { step -> [any TableCell] in
      let x = paired(named(first), named(second), at: step)
      return [
        first, second, step, words(x.ratio, "%.2f"), words(x.low, "%.2f"), words(x.high, "%.2f"),
        x.isSmaller.map { "\($0 ? first : second) better" } ?? "not told apart",
      ]
    }
  })
/// What pairs of runs say of two algorithms after some steps, in words.
@MainActor func report(_ first: String, _ second: String) -> String {
  moments.dropFirst().map { step in
    let x = paired(named(first), named(second), at: step)
    let bounds = String(format: "%.2f (%.2f to %.2f)", x.ratio, x.low, x.high)
    return "\(bounds) after \(step) steps"
  }.joined(separator: ", ")
}
value("nwsReport", report("NWS", "WS"))
value("nrwsReport", report("NRWS", "RWS"))
value("sampleReport", report("WS", "WS, 1 sample"))
if !isQuick {
  for (runs, name) in zip(race, entrants.map(\.name)) {
    expect(
      quantile(runs.map { $0.trace.level(upTo: steps) }, 0.5) < 0.7, as: "\(name) comes closer than 0.7 nats in half of its runs")
  }
}
// hide end

//: In short, the divergence of the first over that of the second, and its interval:
//:
//: - NWS over WS: {{nwsReport}};
//: - NRWS over RWS: {{nrwsReport}};
//: - wake-sleep with five samples over wake-sleep with one: {{sampleReport}}.
//:
//: A vanilla gradient that is allowed its own rate is a serious opponent. The picture of a natural gradient that leaves it far behind
//: belongs to *one* rate for both, and the next section draws it. With at most nine parents a unit no block can be as stiff as those of
//: {@sec:training}, no eigenvalue exceeding 10/4; this is a place to understand the algorithms, not to sell them.
//:
//: ## Damping {#sec:three-damping}
//:
//: Figure 6 of [@VVMA] shows this world at several dampings $\alpha$ of the blocks, $\tilde F = (\alpha I + F)/(1 + \alpha)$, beside the
//: vanilla algorithm. Its appendix B says three things of it: dampings from 0.001 to 0.1 beat the vanilla algorithm; with very
//: little damping it converges almost instantly but stays noisy; with much it resembles wake-sleep. Rate and number of steps are
//: not printed. Here is natural wake-sleep at one rate for all, {{sweepRate}}.
let dampings = [0.0001, 0.001, 0.01, 0.1, 1, 10]
let sweepRate = 0.05
let sweepSteps = isQuick ? 100 : 1200, sweepSeeds = isQuick ? 2 : 5
// hide begin
value("sweepRate", sweepRate)
value("sweepSteps", sweepSteps)
let sweeps = runAll((dampings.count + 1) * sweepSeeds, from: 0.7, to: 0.92, "the dampings") {
  [laboratory, dampings, sweepRate, sweepSteps, sweepSeeds] job in
  let d = job / sweepSeeds
  return laboratory.run(
    d < dampings.count ? .nws(.fisher(damping: dampings[d], period: 1)) : .ws, rate: sweepRate, seed: job % sweepSeeds,
    steps: sweepSteps)
}
let sweep = (0...dampings.count).map { d in Array(sweeps[d * sweepSeeds..<(d + 1) * sweepSeeds]) }
let vanillaSweep = sweep[dampings.count]
let jitter = isQuick ? 50 : 200
let noises = sweep.map { runs in runs.map { $0.trace.noise(over: jitter) } }
let sweepShown = shown.filter { $0 <= sweepSteps }
let dampingColors = ["#440154", "#3b528b", "#21908c", "#5dc863", "#a8b820", "#7f7f7f"].map { Color($0) }
figure(
  "three-damping",
  "Left: natural wake-sleep at rate \(sweepRate) with six dampings, and wake-sleep at the same rate (dashed) and at its own (dotted); "
    + "medians of \(sweepSeeds) seeds (\(seeds) for the dotted curve). Right: how much the divergence jumps from one step to the next, "
    + "the standard deviation of the change of its logarithm in the last \(jitter) steps; one circle a seed, and the median of "
    + "wake-sleep as a line.",
  alt: "Left: curves fall the earlier the smaller the damping; that of damping 10 runs along wake-sleep; the smallest one is "
    + "ragged. Right: the noise falls as the damping grows, down to that of wake-sleep."
) {
  Figure(columns: 2, height: 430) {
    Panel("divergence", x: stepAxis(sweepSteps), y: divergenceAxis, key: .bottomLeft) {
      for (d, runs) in sweep.enumerated() {
        let lists = runs.map { run in sweepShown.map { run.trace.values[$0 - 1] } }
        Curve(
          x: sweepShown.map(Double.init), y: quantiles(lists, 0.5).map { min($0, ceiling) },
          d < dampings.count ? dampingColors[d] : .vanilla, width: 2, dash: d < dampings.count ? .solid : .dashed,
          title: d < dampings.count ? "α = \(legible(dampings[d]))" : "WS")
      }
      Curve(
        x: sweepShown.map(Double.init), y: Array(quantiles(divergences(ws), 0.5).prefix(sweepShown.count)), .vanilla,
        dash: .dotted,
        title: "WS, rate \(legible(rates[0]))")
    }
    Panel("noise", x: Axis("damping α", 0.00005...20, scale: .log), y: Axis("relative jump a step", scale: .log), key: .topRight)
    {
      for d in dampings.indices {
        let seen = noises[d].filter(\.isFinite)
        Points(x: seen.map { _ in dampings[d] }, y: seen, dampingColors[d], size: 6, column: "alpha \(legible(dampings[d]))")
      }
      Line(horizontal: quantile(noises[dampings.count], 0.5), .vanilla, dash: .dashed, title: "WS")
    }
  }
}
func legible(_ x: Double) -> String { String(format: "%g", x) }
// hide end

//: Why does little damping make noise? Along an eigenvector of a block with eigenvalue $\lambda$, the inverse stretches a gradient, noise
//: and all, by $(1 + \alpha)/(\lambda + \alpha)$. The greatest stretch over the least is the condition number
//: $(\lambda_{\max} + \alpha)/(\lambda_{\min} + \alpha)$, at most $1 + d/(4\alpha)$ for $d$ parameters a unit. In this world the blocks
//: themselves are known, by the same marginals as before: {@tab:three-damping} takes the worst of the 16 exact blocks of $p$, before training
//: and after it. (The algorithm works with estimates from one batch, which are worse. And the blocks of the first layer of $q$ are
//: singular here whatever its weights: the twelve images span 6 of 10 dimensions, {@ex:three-rank}. The wake gradient has no part along the
//: others. That of sleep has one, from dreams of other images, and little damping stretches it most, {@ex:unseen}.)
// hide begin
/// The marginals of both nets of a machine, those of q over the truth.
func ownMarginals(of machine: HelmholtzMachine<Double>) -> ExactMarginals {
  var marginals = ExactMarginals(for: machine)
  marginals.setGenerative(of: machine)
  marginals.setRecognition(of: machine, data: truth)
  return marginals
}
/// The least and the greatest eigenvalue of each block of p.
func extremes(_ machine: HelmholtzMachine<Double>) throws -> [(low: Double, high: Double)] {
  try (0...2).flatMap { try ownMarginals(of: machine).spectra(of: .generative, layer: $0, in: machine) }
    .map { (max(0, $0[0]), $0[$0.count - 1]) }
}
let (before, after) = (try extremes(newborn), try extremes(nrws[0].machine))
let ranks = try ownMarginals(of: newborn).spectra(of: .recognition, layer: 1, in: newborn)
  .map { λ in λ.count { $0 > 1e-12 * λ[λ.count - 1] } }
func worst(_ λ: [(low: Double, high: Double)], _ α: Double) -> Double { λ.map { ($0.high + α) / ($0.low + α) }.max()! }
func stretch(_ λ: [(low: Double, high: Double)], _ α: Double) -> Double { λ.map { (1 + α) / ($0.low + α) }.max()! }
let early = sweepSteps / 40, middle = sweepSteps / 4
func medianLevel(_ runs: [Run], _ step: Int) -> Double { quantile(runs.map { $0.trace.level(upTo: step) }, 0.5) }
table(
  "three-damping",
  "The dampings of {@fig:three-damping}: median divergence around two steps and at the end, relative jump a step at the end, "
    + "and of the exact damped blocks of $p$ the largest condition number and the greatest stretch, in a new machine and in one trained with NRWS.",
  columns: [
    "damping", "at \(early)", "at \(middle)", "at \(sweepSteps)", "jump", "condition, new", "trained", "stretch, new", "trained",
  ],
  rows: (0...dampings.count).map { d -> [any TableCell] in
    let levels = [early, middle, sweepSteps].map { words(medianLevel(sweep[d], $0)) }
    let noise = words(quantile(noises[d], 0.5), "%.1e")
    guard d < dampings.count else { return ["vanilla"] + levels + [noise, "1", "1", "1", "1"] }
    let α = dampings[d]
    let conditions = [worst(before, α), worst(after, α), stretch(before, α), stretch(after, α)].map { words($0, "%.3g") }
    return [legible(α)] + levels + [noise] + conditions
  })
values(
  ("undampedNew", worst(before, 0), "%.1f"), ("undamped", worst(after, 0), "%.0f"), ("wsRate", rates[0], "%g"),
  ("sweepRatio", medianLevel(sweep[2], sweepSteps) / medianLevel(vanillaSweep, sweepSteps), "%.2f"),
  ("ownRatio", medianLevel(sweep[2], sweepSteps) / medianLevel(ws, sweepSteps), "%.2f"))
expect(ranks.map(Double.init), equals: ranks.map { _ in 6 }, within: 0, as: "the rank of the blocks of $q$ that see the images")
expect(
  dampings.allSatisfy { max(worst(before, $0), worst(after, $0)) <= 1 + 7 / (4 * $0) },
  as: "no condition number exceeds $1 + d/(4\\alpha)$, $d = 7$")
if !isQuick {
  let lowest = quantile(vanillaSweep.map { $0.trace.level(upTo: middle) }, 0.1)
  for (d, α) in dampings.enumerated() where 0.001...0.1 ~= α {
    expect(
      medianLevel(sweep[d], middle) < lowest,
      as: "damping \(legible(α)): the median is below nine tenths of the vanilla runs at the same rate")
  }
  expect(
    [1, 3, 5].map { medianLevel(sweep[$0], early) }.sorted() == [1, 3, 5].map { medianLevel(sweep[$0], early) },
    as: "in the first steps 0.001 is ahead of 0.1, and this of 10")
  let noise = noises.map { quantile($0, 0.5) }
  expect(noise[0] > 2 * noise[3], as: "damping 0.0001 is more than twice as noisy as 0.1")
  expect(
    medianLevel(sweep[5], sweepSteps) / medianLevel(vanillaSweep, sweepSteps), equals: 1, within: 0.3,
    as: "damping 10 ends where wake-sleep does")
}
// hide end

//: The first claim holds at this rate, and so does the third. Of the second, the noise holds, and the table turns it into a
//: number: the jumps grow with each step to a smaller damping. “Almost instantly” is true of the first steps alone. The less
//: damping, the faster they are; later the least damped curve is thrown about too much to keep its lead.
//:
//: The dotted curve adds what the figure of the paper leaves out, wake-sleep at a rate of its own, {{wsRate}}. At the end of the left
//: panel the divergence of NWS with $\alpha = 0.01$ is {{sweepRatio}} times that of wake-sleep at the same rate, and {{ownRatio}} times
//: that of wake-sleep at its own. A small rate with a stretched gradient and a large rate with the bare one are both ways to long steps;
//: the second factor is nearer to what the directions are worth.
//:
//: The table says why. In a new machine all units are undecided and independent, and every block of $p$ is close to $I/4$: the worst
//: condition number, without damping, is {{undampedNew}}. There the natural gradient is four to eight times the vanilla one, of a block
//: never more than twice as much along one direction as along another, and a rate does nearly that as well. In the trained machine, where
//: units have made up their mind and leave little variance, it is {{undamped}}. There directions matter, and there the noise is.
//:
//: ## The way through the distributions {#sec:three-paths}
//:
//: Weights are names. What a run really moves through is the simplex of all distributions of 512 images, and there the Fisher
//: metric has a closed form: $p \mapsto 2\sqrt{p}$ maps the simplex to a sphere of radius 2, and distances are arcs (chapter 02),
//:
//: $$ d(p, p') = 2 \arccos \sum_x \sqrt{p(x)\, p'(x)}, $$ {#eq:three-distance}
//:
//: at most $\pi$. The length of a run is the sum of such distances over its checkpoints. But which ones? Each step has noise, and
//: a noisy path, like a coast, gets longer the more finely it is measured. So we measure with a ruler: a point counts
//: when it is 0.1 away from the last one that counted. A ruler also treats slow and fast algorithms alike, which checkpoints at
//: equal steps do not.

listing("InformationGeometry/Riemannian/RulerPath.swift", "ruler path")  // hide

//: The theory of the natural gradient is about flows, that is, about short steps. At the tuned rates the steps are long and much of
//: the way is noise, so this section runs the algorithms once more at a fraction of their rates, {{slowVanilla}} for the vanilla ones and
//: {{slowNatural}} for the natural ones, until the divergence first falls below half a nat.
let slowRates = [0.2, 0.025]  // vanilla, natural
let walkers = [0, 1, 2, 3]
let walkSeeds = isQuick ? 2 : 6, walkSteps = isQuick ? 100 : 2500
// hide begin
value("slowVanilla", slowRates[0])
value("slowNatural", slowRates[1])
let walks = runAll(walkers.count * walkSeeds, from: 0.85, to: 0.98, "the ways") {
  [laboratory, entrants, slowRates, walkSeeds, walkSteps] job in
  let e = job / walkSeeds
  return laboratory.run(
    entrants[e].algorithm, rate: slowRates[e % 2], seed: job % walkSeeds, steps: walkSteps, until: 0.5)
}
let slow = walkers.map { e in Array(walks[e * walkSeeds..<(e + 1) * walkSeeds]) }
let uniform = Vector(Array(repeating: 1.0 / 512, count: 512))
expect(
  fisherRaoDistance(uniform, Vector(truth)),
  equals: 2 * acos(truth.reduce(0) { $0 + ($1 / 512).squareRoot() }), within: 1e-12,
  as: "{@eq:three-distance}, from all images alike to the truth")
value("wholeWay", fisherRaoDistance(uniform, Vector(truth)), "%.2f")
let wayLimit = ceil(slow.joined().map(\.path.length).max()!)
figure(
  "three-paths",
  "Divergence from the truth against the length of the way made, in the Fisher–Rao metric of the images' distribution, at small "
    + "rates (\(legible(slowRates[0])) vanilla, \(legible(slowRates[1])) natural) and for \(walkSeeds) seeds each. The dotted curve is "
    + "the geodesic from the uniform distribution to the truth, the shortest of all ways.",
  alt: "Two panels of bundles of falling curves, vanilla and natural, to the right of one dotted curve, the geodesic."
) {
  Figure(columns: 2, height: 400) {
    for pair in [[0, 1], [2, 3]] {
      Panel(
        pair.map { entrants[$0].name }.joined(separator: " and "), x: Axis("length of the way", 0...wayLimit),
        y: Axis("KL(p* ‖ p) in nats", 0.4...6, scale: .log), key: .topRight
      ) {
        for e in pair { Curves(slow[e].map(wayPoints), entrants[e].color, width: 1.2, title: entrants[e].name) }
        Curve(geodesicHeights(), .black, dash: .dotted, title: "geodesic")
      }
    }
  }
}
func wayPoints(_ run: Run) -> [Point] { zip(run.path.lengths, run.heights).map { Point($0, $1) } }
func geodesicHeights() -> [Point] {
  (0...60).map { Double($0) / 60 }.map { t in
    let p = fisherRaoGeodesic(from: uniform, to: Vector(truth), at: t)
    let divergence = world.patterns.reduce(0) { $0 + truth[$1] * log(truth[$1] / p[$1]) }
    return Point(t * fisherRaoDistance(uniform, Vector(truth)), divergence)
  }.filter { $0.y >= 0.4 }
}
table(
  "three-paths",
  "Ways from the start to a divergence of half a nat, at small rates and at the tuned ones of {@tab:three-rates}: length by a ruler of "
    + "0.1 and of 0.2, distance of the ends, and the ratio of the first to the third with its quantiles; medians of \(walkSeeds) and "
    + "of \(seeds) seeds.",
  columns: ["algorithm", "rate", "length", "by the longer ruler", "distance of the ends", "length / distance", "10 %", "90 %"],
  rows: (walkers.map { (entrants[$0].name, slowRates[$0 % 2], slow[$0]) }
    + walkers.map { (entrants[$0].name, rates[$0], race[$0]) })
    .map { name, rate, runs -> [any TableCell] in
      func median(_ f: (Run) -> Double) -> Double { quantile(runs.map(f), 0.5) }
      let detours = runs.map(\.path.detour)
      return [
        name, rate, median(\.path.length), median(\.coarsePath.length), median(\.path.distance), quantile(detours, 0.5),
        quantile(detours, 0.1), quantile(detours, 0.9),
      ]
    }, formats: [nil, "%g", "%.2f", "%.2f", "%.2f", "%.2f", "%.2f", "%.2f"])
expect((walks + racers).allSatisfy { $0.path.detour >= 1 - 1e-9 }, as: "no way is shorter than the geodesic of its ends")
func straighter(_ a: Int, _ b: Int) -> String {
  let x = PairedRatio(of: slow[a].map(\.path.detour), to: slow[b].map(\.path.detour))
  guard let isFirst = x.isSmaller else { return "the ways of \(entrants[a].name) and \(entrants[b].name) cannot be told apart" }
  let names = [entrants[isFirst ? a : b].name, entrants[isFirst ? b : a].name]
  return "the ratio of \(names[1]) is " + String(format: "%.0f %%", 100 * (max(x.ratio, 1 / x.ratio) - 1))
    + " above that of \(names[0]), whose ways are straighter"
}
value("straighterWS", straighter(1, 0))
value("straighterRWS", straighter(3, 2))
let ratesUp = walkers.map { quantile(race[$0].map(\.path.detour), 0.5) / quantile(slow[$0].map(\.path.detour), 0.5) }
values(("noisiest", ratesUp.max()!, "%.1f"), ("quietest", ratesUp.min()!, "%.1f"))
// hide end

//: From all images alike to the truth it is {{wholeWay}} along the geodesic. At the small rates, by pairs of equal seeds and two standard
//: errors: {{straighterWS}}; {{straighterRWS}}. At the tuned rates the ways get longer, {{quietest}} to {{noisiest}} times in the
//: ratio to the distance of their ends, and where the longer ruler finds a way shorter than the short one does, the difference is noise.
//:
//: None walks the geodesic, nor could one. The geodesic leaves what the machine can represent, and both gradients look one step ahead,
//: blind to where the truth lies. And the natural gradient is steepest in the metric of the *joint* distribution of images and hidden
//: units; for $p(x)$ alone the Fisher matrix would be another, and full ({@sec:marginal}).
//:
//: {@fig:three-plane} is a view of the same ways: of all planes in the space of $2\sqrt{p}$ the one that keeps most of the spread of
//: their points (principal components, which are classical scaling of the chords). It holds {{planeShare}} of their variance, and in it all
//: algorithms bend alike: the model has to make pixels agree before it can say which. What makes one way longer than another lies outside.
// hide begin
let guests = Array(0..<min(4, walkSeeds))
var seenPoints: [[Double]] = []
var owners: [(entrant: Int, seed: Int)] = []
for e in walkers {
  for s in guests {
    let points = slow[e][s].path.points
    let stride = max(1, points.count / 20)
    for k in points.indices where k % stride == 0 || k == points.count - 1 {
      seenPoints.append(points[k].elements.map { 2 * $0.squareRoot() })
      owners.append((e, s))
    }
  }
}
seenPoints.append(truth.map { 2 * $0.squareRoot() })
let plane = try PrincipalPlane(of: Matrix(rows: seenPoints))
value("planeShare", 100 * plane.shares.reduce(0, +), "%.0f %%")
@MainActor func viewed(_ e: Int, _ s: Int) -> [Point] {
  let rows = owners.enumerated().filter { $0.element == (e, s) }.map(\.offset)
  return rows.map { Point(plane.coordinates[$0, 0], plane.coordinates[$0, 1]) }
}
let goal = Point(plane.coordinates[owners.count, 0], plane.coordinates[owners.count, 1])
figure(
  "three-plane",
  "The ways of \(guests.count) seeds in the plane that shows most of them, "
    + "\(Int((100 * plane.shares.reduce(0, +)).rounded())) % of the variance. Coordinates are those of $2\\sqrt{p}$: close by, a unit of the "
    + "plane is a unit of Fisher–Rao distance along it. Each way ends where the divergence first is below half a nat.",
  alt: "Two panels with curved ways from the left to a star at the right, which marks the truth."
) {
  Figure(columns: 2, width: 900) {
    for pair in [[0, 1], [2, 3]] {
      Panel(
        pair.map { entrants[$0].name }.joined(separator: " and "), x: Axis("first component of 2√p"),
        y: Axis("second component of 2√p"), aspect: .equal, key: .bottomLeft
      ) {
        for e in pair { Curves(guests.map { viewed(e, $0) }, entrants[e].color, width: 1.5, title: entrants[e].name) }
        Points(guests.map { viewed(pair[0], $0)[0] }, .black, size: 6, column: "start")
        Marker(at: goal, .black, shape: .star, size: 10, label: "truth", anchor: .bottom)
      }
    }
  }
}
// hide end

//: ## What the misprints would do {#sec:three-misprints}
//:
//: The sources print several wake-sleep formulas in a form that does not mean what the text says. In this world each of them can
//: be evaluated without sampling. The machine of this section is half-trained, so that nothing is special about it:
let probe = laboratory.run(.rws, rate: 0.4, seed: 0, steps: 150).machine
let exact = Enumeration(probe)
let underQ = exact.recognitionDistribution(data: truth)  // q(h | x) p*(x)
let underPosterior = exact.posteriorDistribution(data: truth)  // p(h | x) p*(x)

//: ### Without weights
//:
//: The slides [@Malago23] print the updates of NRWS as means over $q(h \mid x)$, without the weights $\tilde\omega$. For the wake step of
//: $q$ that is $\E_{q(h \mid x)}[\nabla \log q(h \mid x)]$, the mean of a score, which is zero: the net would not learn from data at all.
//: For that of $p$ it is the wake step of plain wake-sleep. This is a gradient of something, but not of
//: $\log p(x)$: it is that of the evidence lower bound: with $q$ held,
//:
//: $$ \E_{q(h \mid x)}[\nabla \log p(x, h)] = \nabla\, \E_{q(h \mid x)}\bigl[\log p(x, h) - \log q(h \mid x)\bigr], \qquad
//: \E_{p(h \mid x)}[\nabla \log p(x, h)] = \nabla \log p(x). $$ {#eq:three-bound}
let scoreOfQ = exact.expectedScore(of: .recognition, under: underQ)
let wakeSleep = exact.expectedScore(of: .generative, under: underQ)
let likelihood = exact.expectedScore(of: .generative, under: underPosterior)
expect(scoreOfQ.norm, equals: 0, within: 1e-12, as: "the wake step of $q$ as the slides print it is zero")

/// Mean bound and mean log-likelihood over the truth, with p moved along a direction.
func objectives(_ t: Double, along v: Vector<Double>) -> (bound: Double, likelihood: Double) {
  var (moved, θ) = (probe, probe.parameters(of: .generative))
  θ.add(t, v)
  moved.setParameters(of: .generative, to: θ)
  let hidden = HiddenEnumeration(moved, images: world.patterns)
  let likelihood = hidden.mean(of: hidden.logMarginal.elements, under: truth)
  return (likelihood - hidden.mean(of: hidden.boundGaps, under: truth), likelihood)
}
let v = wakeSleep
expect(
  sixthOrderDerivative(of: { objectives($0, along: v).bound }, step: 1e-3), equals: v.dot(v), within: 1e-8,
  as: "{@eq:three-bound}: along itself the wake-sleep gradient is the derivative of the bound")
expect(
  sixthOrderDerivative(of: { objectives($0, along: v).likelihood }, step: 1e-3), equals: likelihood.dot(v), within: 1e-8,
  as: "and the posterior mean is that of the likelihood")
// hide begin
func relativeDistance(_ a: Vector<Double>, _ b: Vector<Double>) -> Double {
  var d = a
  d.add(-1, b)
  return d.norm / b.norm
}
values(
  ("boundOff", 100 * relativeDistance(wakeSleep, likelihood), "%.0f %%"),
  ("boundAngle", 180 / Double.pi * acos(min(1, wakeSleep.dot(likelihood) / (wakeSleep.norm * likelihood.norm))), "%.0f°"))
expect(relativeDistance(wakeSleep, likelihood) > 0.01, as: "the two gradients differ")
// hide end

//: In this machine the two gradients differ by {{boundOff}} of the length of the right one, and form an angle of {{boundAngle}}.
//:
//: ### Too few samples
//:
//: With weights the gradient tends to the right one as $K$ grows. At a finite $K$ it is biased, because the weights are divided by
//: their own sum. By how much is usually sampled; it can be had exactly. The expectation of the weighted gradient is the mean
//: score under a distribution $q_K$ between $q$ and the posterior, and $q_K$ is a one-dimensional integral:

listing("BeliefNets/SelfNormalisedSampling.swift", "self-normalised")  // hide

//: For $K = 2$ the mean over all pairs of hidden states is the check:
let pattern = world.patterns[0]
let onePattern = exact.point(pattern)
let states = Array(stride(from: pattern, to: exact.logJoint.count, by: exact.images))
let weight = states.map { exp(exact.logJoint[$0] - exact.logRecognition[$0]) }
let proposal = states.map { exp(exact.logRecognition[$0]) }
let overPairs = states.indices.map { h in
  2 * proposal[h] * states.indices.reduce(0) { $0 + proposal[$1] * weight[h] / (weight[h] + weight[$1]) }
}
let q₂ = exact.selfNormalisedDistribution(data: onePattern, samples: 2)
expect(states.map { q₂[$0] }, equals: overPairs, within: 1e-12, as: "$q_2$ of one image by the integral and by all pairs")

let sampleCounts = isQuick ? [1, 2, 5, 100, 1000] : [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000]
let biased = sampleCounts.map { exact.selfNormalisedDistribution(data: truth, samples: $0) }
let biasOfP = biased.map { relativeDistance(exact.expectedScore(of: .generative, under: $0), likelihood) }
let wakeOfQ = exact.expectedScore(of: .recognition, under: underPosterior)
let biasOfQ = biased.map { relativeDistance(exact.expectedScore(of: .recognition, under: $0), wakeOfQ) }
// hide begin
expect(
  biased.map { $0.reduce(0, +) }, equals: biased.map { _ in 1 }, within: 1e-11, as: "each $q_K(h \\mid x)\\, p^*(x)$ sums to 1")
expect(biasOfQ[0], equals: 1, within: 1e-12, as: "with one sample the wake step of $q$ is zero on average")
expect(
  biasOfP[0], equals: relativeDistance(wakeSleep, likelihood), within: 1e-12,
  as: "with one sample that of $p$ is the gradient of the bound")
let biasSlope = log(biasOfP.last! / biasOfP[sampleCounts.firstIndex(of: 100)!]) / log(10)
value("biasSlope", biasSlope, "%.2f")
let five = sampleCounts.firstIndex(of: 5)!
values(("biasFive", 100 * biasOfP[five], "%.0f %%"), ("biasFiveQ", 100 * biasOfQ[five], "%.0f %%"))
expect(biasSlope, equals: -1, within: 0.25, as: "from 100 to 1,000 samples the bias falls as $1/K$")
figure(
  "three-bias",
  "Distance of the *expected* reweighted wake gradient from its limit, relative to the length of the limit, in a half-trained machine; "
    + "nothing is sampled. At $K = 1$ stand the gradients without weights: wake-sleep for $p$, zero for $q$.",
  alt: "Log-log plot of two falling curves that approach lines of slope minus one."
) {
  Panel(x: Axis("samples K", scale: .log), y: Axis("relative bias", scale: .log), key: .bottomLeft) {
    let x = sampleCounts.map(Double.init)
    Curve(x: x, y: biasOfP, .green, width: 2, title: "wake step of p")
    Points(x: x, y: biasOfP, .green, column: "p")
    Curve(x: x, y: biasOfQ, .purple, width: 2, title: "wake step of q")
    Points(x: x, y: biasOfQ, .purple, column: "q")
    Line(through: Point(1000, biasOfP.last!), slope: -1, dash: .dashed, title: "slope −1")
  }
}
// hide end

//: So {@fig:three-bias} holds both misprints and the truth in one picture. Its left end is what the slides print, and what
//: wake-sleep does *with any number of samples*, since equal weights do not depend on $K$. Reweighting walks to the right: with the five
//: samples of the race the bias is still {{biasFive}} for $p$ and {{biasFiveQ}} for $q$, and it falls as $1/K$ (measured slope
//: {{biasSlope}}). With one sample reweighting is not a worse estimate but another algorithm, wake-sleep, plus a wake step of $q$
//: that is pure noise.
//:
//: ### A variance that is not the divergence
//:
//: Section 2 of [@VVMA] says that $q$ may be chosen to minimise the variance of the estimate (1), “i.e.” the divergence
//: $\KL(p(h \mid x) \,\|\, q(h \mid x))$. These are two aims. The variance of (1), a gradient by the weights of $p$, is another one for each
//: of these; they share the importance weights $\omega$, whose variance is a $\chi^2$ divergence. With $\nabla$ by the weights of $q$,
//:
//: $$ \Var_q(\omega) = p(x)^2 \Bigl( \sum_h \frac{p(h \mid x)^2}{q(h \mid x)} - 1 \Bigr), \qquad
//: -\nabla \Var_q(\omega) = \E_q[\omega^2\, \nabla \log q], \qquad
//: -\nabla \KL = \tfrac{1}{p(x)} \E_q[\omega\, \nabla \log q], $$ {#eq:three-chi}
//:
//: and where $q$ cannot be the posterior, they have different minima. The smallest example is “explaining away”: one pixel with two
//: causes. Given that the pixel is on, one cause makes the other less likely, while the units of $q$ are independent.
var causes = HelmholtzMachine<Double>(units: [1, 2])
causes.generative[0].weights = Matrix(rows: [[3, 3, 2]])  // on, unless both causes are off
causes.generative[1].weights = Matrix(rows: [[-1], [-3]])  // the second cause is rare
let posterior = (0..<4).map { h in exp(Enumeration(causes).logJoint[1 + 2 * h] - Enumeration(causes).logMarginal[1]) }
let cells = Grid.even(0.005...0.995, 199)
func table(_ m: Double, _ n: Double) -> [Double] { [(1 - m) * (1 - n), m * (1 - n), (1 - m) * n, m * n] }
let klPlane = Grid(x: cells, y: cells) { m, n in
  zip(posterior, table(m, n)).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
}
let chiPlane = Grid(x: cells, y: cells) { m, n in zip(posterior, table(m, n)).reduce(-1) { $0 + $1.0 * $1.0 / $1.1 } }
// hide begin
func lowest(_ grid: Grid) -> Point {
  var best = (value: Double.infinity, place: Point(0, 0))
  for (r, row) in grid.values.enumerated() {
    for (c, value) in row.enumerated() where value < best.value { best = (value, Point(grid.x[c], grid.y[r])) }
  }
  return best.place
}
let leastChi = lowest(chiPlane)
let posteriorMeans = Point(posterior[1] + posterior[3], posterior[2] + posterior[3])
expect(
  [lowest(klPlane).x, lowest(klPlane).y], equals: [posteriorMeans.x, posteriorMeans.y], within: 0.01,
  as: "the divergence is least where $q$ has the means of the posterior")
figure(
  "three-variance",
  "One pixel with two causes, seen on: all $q$ with independent units, by the probabilities of the causes. Left the divergence of "
    + "{@eq:three-chi}, in nats, right the relative variance of the weight. The filled circle is the minimum of the first, the open "
    + "one that of the second.",
  alt: "Two panels of closed level lines over the unit square. The two marked minima are at clearly different places."
) {
  Figure(columns: 2, height: 420) {
    for (title, grid, levels) in [
      ("KL(p(h|x) ‖ q(h|x))", klPlane, [0.15, 0.2, 0.3, 0.5, 0.8, 1.2, 1.8]),
      ("Var(ω) / p(x)²", chiPlane, [0.4, 0.5, 0.7, 1, 1.5, 2.5, 5, 10]),
    ] {
      Panel(title, x: Axis("q(first cause)", 0...1), y: Axis("q(second cause)", 0...1), aspect: .equal, key: .none, grid: false) {
        Contours(grid, levels: levels, labels: true, Color.grey)
        Marker(at: posteriorMeans, .black, shape: .circle, size: 8)
        Marker(at: leastChi, .black, shape: .openCircle, size: 9)
      }
    }
  }
}
let logit = { (p: Double) in log(p / (1 - p)) }
var best = causes
best.recognition[1].weights = Matrix(rows: [[0, logit(posteriorMeans.x)], [0, logit(posteriorMeans.y)]])
let atBest = Enumeration(best)
let seenOn = atBest.point(1)
let squared = atBest.logJoint.indices.map {
  seenOn[$0 % 2] * exp(2 * (atBest.logJoint[$0] - atBest.logMarginal[1]) - atBest.logRecognition[$0])
}
expect(
  atBest.expectedScore(of: .recognition, under: atBest.posteriorDistribution(data: seenOn)).norm, equals: 0, within: 1e-12,
  as: "at the least divergence its gradient is zero")
let pull = atBest.expectedScore(of: .recognition, under: squared)
expect(pull.norm > 0.1, as: "and that of the variance is not")
values(
  ("firstMean", posteriorMeans.x, "%.2f"), ("secondMean", posteriorMeans.y, "%.2f"), ("firstChi", leastChi.x, "%.2f"),
  ("secondChi", leastChi.y, "%.2f"))
func chi(_ p: Point) -> Double { zip(posterior, table(p.x, p.y)).reduce(-1) { $0 + $1.0 * $1.0 / $1.1 } }
values(("chiAtKL", chi(posteriorMeans), "%.2f"), ("chiLeast", chi(leastChi), "%.2f"))
// hide end

//: The divergence wants $q = ({{firstMean}}, {{secondMean}})$, the means of the posterior. The variance wants
//: $({{firstChi}}, {{secondChi}})$: it fears the explanation that $q$ thinks impossible and the posterior does not, whose weight
//: would be huge, and spreads $q$ out. At the one minimum the relative variance of a weight is {{chiAtKL}}, at the other {{chiLeast}}.
//: What the algorithm does, equation (3) there, is the divergence.
//:
//: ### A sum that should be a mean, and the wrong samples
//:
//: The sleep step, equation (4) of [@VVMA], is printed as a sum over $K$ dreams without the $1/K$. Its expectation is $K$ times the
//: gradient. In a machine small enough to list all pairs of dreams:
let small = Enumeration(HelmholtzMachine<Double>(units: [2, 1, 1], using: &start))
let dreams = small.generativeDistribution
let scores = dreams.indices.map { small.score(of: .recognition, at: $0) }
let printedSum = scores[0].indices.map { i in
  dreams.indices.reduce(0.0) { sum, s in
    sum + dreams.indices.reduce(0.0) { $0 + dreams[s] * dreams[$1] * (scores[s][i] + scores[$1][i]) }
  }
}
let sleep = small.expectedScore(of: .recognition, under: dreams)
expect(
  printedSum, equals: sleep.elements.map { 2 * $0 }, within: 1e-14, as: "the printed sum over two dreams is twice the gradient")

//: So the sleep phase would have a rate of its own, $K$ times the printed one, and drown the wake phase of $q$ by as much.
//: With the ten samples an image of {@ch:mnist} sleep would count ten times.
//:
//: Lines 10 and 22 of Algorithm 1 estimate the metric of $p$ from what $q$ reads in the data, and that of $q$ from what $p$ dreams,
//: against the equations (10) and (11) of the same paper ({@sec:blocks}). In a perfect machine $p(x, h) = q(h \mid x)\, p^*(x)$, and the two
//: agree; on the way there they do not.
// hide begin
let stages: [(String, HelmholtzMachine<Double>)] = [
  ("new", newborn), ("half-trained", probe), ("trained with NRWS", nrws[0].machine),
]
let pairing = stages.map { _, machine in
  let marginals = ownMarginals(of: machine)
  return [(Network.generative, 0), (.generative, 1), (.recognition, 1), (.recognition, 2)].map {
    marginals.pairingError(of: $0.0, layer: $0.1, in: machine)
  }
}
table(
  "three-pairing",
  "Error of the exact blocks with the samples of Algorithm 1, relative to the right ones (Frobenius norm over all units of a layer), "
    + "in three machines.",
  columns: ["machine", "$p$: pixels", "$p$: hidden layer", "$q$: hidden layer", "$q$: top"],
  rows: zip(stages, pairing).map { stage, errors -> [any TableCell] in [stage.0] + errors.map { $0 as any TableCell } },
  formats: [nil, "%.3f", "%.3f", "%.3f", "%.3f"])
let byMarginals = ownMarginals(of: probe).fisherBlocks(of: .recognition, layer: 1, in: probe, parentsFrom: .recognition)[0]
let byStates = exact.fisherBlock(of: .recognition, layer: 1, unit: 0, under: underQ)
expect(byMarginals.storage, equals: byStates.storage, within: 1e-12, as: "a block by marginals and by the sum over states")
expect(pairing[0][2] > 0.1, as: "in a new machine the printed samples give $F_q$ wrong by more than a tenth")
values(
  ("pairingNew", 100 * pairing[0][2], "%.0f %%"), ("pairingTrained", 100 * pairing[2][2], "%.0f %%"),
  ("pairingPixels", 100 * pairing[2][0], "%.0f %%"))
// hide end

//: For the first layer of $q$ the blocks are off by {{pairingNew}} in a new machine and by {{pairingTrained}} in a trained one; for the pixels
//: of $p$ the trained machine has {{pairingPixels}}. A block counts a parent's state with the variance that it leaves to the unit. In a
//: trained machine nearly all states leave none, and the few that do dominate the block: a dream that the data never lead to matters, and the
//: printed samples miss it.
//:
//: Two smaller slips, both of the slide that lists the updates. Its losses are $-\log p$ and $-\log q$, so a gradient of a loss needs
//: the minus that is missing in all three lines; as printed, an algorithm that descends would forget. And the sleep phase averages over
//: $p(h \mid x)$ instead of the joint $p(x, h)$; from where $x$ should then come is not said.
// hide begin
table(
  "three-misprints",
  "Misprints of the updates, and what each would do; numbers from the half-trained machine, those of § 2 from {@fig:three-variance}.",
  columns: ["where", "as printed", "what it would do"],
  rows: [
    ["slides, wake step of $q$", "without weights", "nothing: its expectation is 0"],
    [
      "slides, wake step of $p$", "without weights",
      String(
        format: "climb the bound: %.0f %% off the gradient of the likelihood", 100 * relativeDistance(wakeSleep, likelihood)),
    ],
    ["slides, sleep step", "over $p(h \\mid x)$", "nothing, until it is said where $x$ comes from"],
    ["slides, all three", "without the minus", "climb the loss"],
    ["paper, (1)", "without a word of its bias", String(format: "be %.0f %% off at $K = 5$", 100 * biasOfP[five])],
    ["paper, (4)", "a sum over $K$ dreams", "learn $K$ times as fast asleep as awake"],
    [
      "paper, § 2", "least variance of (1) as least divergence",
      String(format: "end elsewhere: (%.2f, %.2f), not (%.2f, %.2f)", leastChi.x, leastChi.y, posteriorMeans.x, posteriorMeans.y),
    ],
    [
      "paper, Algorithm 1", "blocks from the other net's samples",
      String(format: "be %.0f %% off in the first layer of $q$", 100 * pairing[1][2]),
    ],
  ])
// hide end
//:
//: ## What the recognition net learns {#sec:three-posterior}
//:
//: With 128 hidden states the posterior $p(h \mid x)$ of each image is a short list, and $q$ can be held against it, in both directions:
//: $\KL(p(h \mid x) \,\|\, q(h \mid x))$ is what the wake step of $q$ descends, and $\KL(q(h \mid x) \,\|\, p(h \mid x))$ is the gap
//: between the bound and $\log p(x)$.
let hidden = HiddenEnumeration(probe, images: world.patterns)
expect(
  hidden.mean(of: zip(hidden.logMarginal.elements, hidden.boundGaps).map { $0 - $1 }, under: truth),
  equals: exact.evidenceBound(of: truth), within: 1e-12,
  as: "$\\log p(x)$ minus the gap is the bound, by the sum over all states")
// hide begin
func ofQ(_ e: Int, _ part: (Run) -> [Double]) -> [[Double]] { race[e].map { Array(part($0).suffix(shown.count)) } }
let qPanels: [(String, (Run) -> [Double])] = [
  ("KL(p(h|x) ‖ q(h|x))", { $0.ofQ.map(\.wake) }), ("KL(q(h|x) ‖ p(h|x))", { $0.ofQ.map(\.bound) }),
]
figure(
  "three-posterior",
  "How far $q$ is from the exact posterior in the race of {@fig:three-race}, averaged over the truth: medians of \(seeds) seeds. Solid with "
    + "importance weights and wake step of q, dashed without.",
  alt: "Two log-log panels of four curves against steps, which begin at some tenths of a nat and fall, not all of them to the end"
) {
  Figure(columns: 2, height: 400) {
    for (title, part) in qPanels {
      Panel(title, x: stepAxis(steps), y: Axis("nats an image", 0.01...3, scale: .log), key: .topRight) {
        for e in walkers {
          Curve(
            x: places, y: quantiles(ofQ(e, part), 0.5), entrants[e].color, width: 2, dash: e < 2 ? .dashed : .solid,
            title: entrants[e].name)
        }
      }
    }
  }
}
table(
  "three-posterior",
  "At the end of the race, medians of \(seeds) seeds, in nats: divergence of the images from the truth, and both divergences of $q$ and "
    + "the posterior. The first and the third add up to what the wake step of wake-sleep descends; the last column has medians of sums.",
  columns: [
    "algorithm", "$\\KL(p^* \\Vert p)$", "$\\KL(p(h \\mid x) \\Vert q(h \\mid x))$", "$\\KL(q(h \\mid x) \\Vert p(h \\mid x))$",
    "first + third",
  ],
  rows: walkers.map { e -> [any TableCell] in
    let last = race[e].map { ($0.trace.values[steps - 1], $0.ofQ[$0.ofQ.count - 1]) }
    return [
      entrants[e].name, words(quantile(last.map(\.0), 0.5)), words(quantile(last.map(\.1.wake), 0.5)),
      words(quantile(last.map(\.1.bound), 0.5)), words(quantile(last.map { $0.0 + $0.1.bound }, 0.5)),
    ]
  })
func gapShare(_ e: Int) -> Double {
  let gap = quantile(race[e].map { $0.ofQ[$0.ofQ.count - 1].bound }, 0.5)
  return 100 * gap / (gap + quantile(race[e].map { $0.trace.values[steps - 1] }, 0.5))
}
for e in walkers { value("gapShare\(entrants[e].name)", gapShare(e), "%.0f %%") }
// hide end

//: Where a curve falls, $q$ catches up with a posterior that $p$ keeps moving. In the end the gap is {{gapShareWS}} of the sum of the two
//: medians for WS, {{gapShareNWS}} for NWS, {{gapShareRWS}} for RWS and {{gapShareNRWS}} for NRWS. The sum is the distance of the bound from
//: the best possible. The wake step of wake-sleep descends it, and by {@eq:three-bound} would rather give up likelihood than have a
//: posterior that $q$, with independent units in each layer, cannot follow. A reweighted one is free of this pressure as $K$ grows, and
//: freer at $K = 5$ ({@fig:three-bias}): it *allows* a wide gap, as NRWS shows; it does not cause one, as RWS shows, whose steps have the
//: same expectations in the same machine. The steps of $q$ descend the divergence of the left panel, over the data and over dreams; none
//: descends the right one.
//:
//: ## How far this is from the paper {#sec:three-paper}
//:
//: - *Settings.* Machine, coding, batch and samples are those of the authors' code, whose natural configurations for this world have a rate
//:   of 0.01 (0.02 in the units of this book, {@sec:training}) and a damping of 0.01. The paper prints none of these for Figure 6.
//: - *Divergence.* The authors' code estimates it from 10,000 dreams and clips probabilities; here it is exact, and none is clipped.
//: - *Rate.* Figure 6 compares dampings at rates that are not printed, {@fig:three-damping} at one. The tuned race is not in the paper.
//: - *Images.* Each step draws from the truth itself, so nothing can be overfitted.
//:
//: ## Summary
//:
//: Where layers are small, the likelihood of a belief net is a few matrix products, and training can be watched without any
//: estimate. At one rate for all, dampings from 0.001 to 0.1 put natural wake-sleep far ahead of the vanilla algorithm, little damping is
//: noisy, much is vanilla: as printed. With a tuned rate for each, much of the lead goes, and what remains is what has been measured
//: pair by pair. The expectation of the reweighted update leads from wake-sleep at $K = 1$ to the true gradient, and what the
//: misprints of the sources would do can be computed, not only deplored.
//:
//: ## Exercises {#sec:three-exercises}
//:
//: An answer is judged by `swift run -c release exercise 09.1 "1/9"` and the like.
//:
//: ::: exercise three-vertical
//: A model draws the six vertical patterns with probability 1/6 each and nothing else. What is $\KL(p \,\|\, p^*)$, and why is
//: $\KL(p^* \,\|\, p)$ useless here?
//: ::: hint
//: Six terms, each 1/6 times the logarithm of 1/6 over 1/9.
//: ::: solution
//: $\ln(9/6) = \ln 1.5 \approx 0.405$. The other one is infinite, since the truth has images that the model never draws. Maximum
//: likelihood is $\KL(p^* \,\|\, p)$: it punishes what is left out.
//: :::
//:
//: ::: exercise three-independent
//: The best model whose nine pixels are independent: what is its divergence $\KL(p^* \,\|\, p)$, in nats?
//: ::: hint
//: It has the pixel means of the truth, and these are all one half.
//: ::: solution
//: Every pixel is on in half of the probability, so the best independent model is the uniform one: $9 \ln 2 - S(p^*) \approx
//: 3.81$. All that can be learned here is dependence, which is why the curves begin with a plateau.
//: :::
//:
//: ::: exercise three-flips
//: A model draws a pattern from the truth and then flips each pixel with probability 0.01. What is its divergence, to two digits, if
//: images that come from another pattern by flips are left out of account?
//: ::: hint
//: Then p(x) is p*(x) times 0.99⁹, for all twelve images.
//: ::: solution
//: $-9 \ln 0.99 \approx 0.090$. A divergence below a tenth thus means about one wrong pixel in a hundred, and logits of $\ln 99 \approx 4.6$.
//: :::
//:
//: ::: exercise three-rank
//: The first layer of $q$ has the nine pixels and a 1 as parents. In how many dimensions do the twelve images, with the 1, lie?
//: ::: hint
//: With units of ±1 a vertical pattern is the sum of three column vectors with signs, a horizontal one that of three row vectors.
//: What do both have in common?
//: ::: solution
//: The columns span 3 dimensions, the rows 3, and they share the constant image: 5 for the pixels, and one more for the constant 1
//: behind them: 6. So 4 of the 10 eigenvalues of each block are zero.
//: :::
//:
//: ::: exercise three-two-weights
//: Two samples, $\omega$ is 1 or 3 with probability ½ each. What is $\E[\tilde\omega_1 f_1 + \tilde\omega_2 f_2]$ if $f$ is 0 where
//: $\omega = 1$ and 1 where $\omega = 3$? What should it be?
//: ::: hint
//: Four pairs, each with probability ¼.
//: ::: solution
//: $\tfrac14 (0 + \tfrac34 + \tfrac34 + 1) = 5/8$; the true mean is $3/4$. With one sample it is $1/2$. Bias shrinks from $1/4$ to $1/8$.
//: :::
//:
//: ::: exercise three-condition
//: A block has eigenvalues 0.5 and 0.0005. Which damping brings its condition number down to 6?
//: ::: hint
//: Solve (0.5 + α) = 6 (0.0005 + α).
//: ::: solution
//: $5\alpha = 0.5 - 0.003$, so $\alpha = 0.0994$. A gradient along the weak direction is then stretched by 11 instead of 2,000.
//: :::
//:
//: ::: exercise three-arc
//: What is the Fisher–Rao distance between the truth and a model that draws the six vertical patterns alone, with 1/6 each?
//: ::: hint
//: 2 arccos of the sum of √(1/9 · 1/6), six times.
//: ::: solution
//: $2 \arccos \sqrt{2/3} \approx 1.231$, although the divergence is infinite: an arc is never longer than $\pi$.
//: :::
//:
//: ::: exercise three-decay
//: Give RWS and NRWS a rate that falls, `.inverse(0.4, halving: 300)` and the like. Does their order at the end change? No number here:
//: change two lines, run the chapter, and look.
//: ::: hint
//: How much of the divergence at the end is noise, and how much a poor valley?
//: ::: solution
//: Noise goes, valleys stay: a seed that has lost a pattern does not find it again by smaller steps.
//: :::
//:
//: What to try next: two or three units on top instead of one; 4×4 pixels (16 visible units are still exact); the noise of the
//: right panel against the batch size; and the same race on real digits, in {@ch:mnist}.
// hide begin
answer("three-vertical", log(1.5), within: 1e-3)
answer("three-independent", 9 * log(2) - world.entropy, within: 5e-3)
answer("three-flips", -9 * log(0.99), within: 2e-3)
answer("three-rank", Double(ranks[0]), within: 0.1)
answer("three-two-weights", [0.625, 0.75], within: 1e-3)
answer("three-condition", 0.497 / 5, within: 1e-3)
answer("three-arc", 2 * acos((2.0 / 3).squareRoot()), within: 2e-3)
// hide end
