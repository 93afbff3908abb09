//: # Performance
//:
//: The exact natural gradient has a reputation: beautiful, and not affordable. The paper that this book rebuilds needs 250
//: seconds an epoch for it, five times its vanilla algorithm, on a graphics processor. This page measures what the engine of
//: the book needs on two cores of an ordinary processor, and explains where the time goes. Its numbers stand in records: two of
//: the command `benchmark`, once with each set of kernels, and the medians of six and three runs of the PyTorch program,
//: entered by hand.
//:
//: After it you will be able to
//:
//: - count the operations of a training step, and say how near a program comes to what a processor can do;
//: - say which of the costs of an exact metric are arithmetic, and which are waiting for memory;
//: - choose between factors, Woodbury's identity and conjugate gradients for a layer of given size;
//: - judge a benchmark: one run, repeated, ratios instead of seconds.
import BeliefNets
import Experiments
import Figures
import Foundation
import LinearAlgebra
import Literate
import RandomStreams

// hide begin
chapter.begin(seed: 16)

/// A number of the record; without it the page cannot be made.
@MainActor func measured(_ name: String, _ column: String = "seconds", in table: RecordedTable) throws -> Double {
  guard let x = table[name, column] else {
    throw RecordedTableError(sentence: "the record has no \(column) of \(name): make it anew with the command benchmark.")
  }
  return x
}

let machine = [784, 300, 200, 100, 75, 50, 35, 30, 25, 20, 15, 10, 10]
let names = ["ws", "rws", "nws", "nrws", "nrws_fresh", "nrws_fresh_1e-2"]
guard let engine = try chapter.recorded("benchmark.csv"), let fast = try chapter.recorded("benchmark-fastest.csv"),
  let peer = try chapter.recorded("peer.csv")
else {
  throw RecordedTableError(
    sentence: "there is no record of a benchmark: make it with "
      + "swift run -c release benchmark --kernels book --csv output/16-performance/records/benchmark.csv.")
}
let seconds = try Dictionary(uniqueKeysWithValues: names.map { ($0, try measured($0, in: engine)) })
let fastSeconds = try Dictionary(uniqueKeysWithValues: names.map { ($0, try measured($0, in: fast)) })
let peerSeconds = try Dictionary(uniqueKeysWithValues: ["rws", "nrws"].map { ($0, try measured($0, in: peer)) })
let peak = try measured("peak2", "gflops", in: engine)
let share = try measured("rws", "fraction_of_peak", in: engine)
// hide end

//: ## What there is to do {#sec:perf-count}
//:
//: The measure of all things here is the twelve-layer machine of [@VVMA] on images of 784 pixels, in batches of 100 with 10
//: samples an image and 1,000 dreams a step. Nearly all of its arithmetic is in products of matrices: of the values of a layer
//: with the weights that predict its neighbour, and of residuals with the values of the parents. A product of $n$ rows with a
//: layer of $l$ units and $d$ parameters each takes $2 n l d$ operations, and a step needs three of them for each $W$ and three
//: or four for each $V$ ({@sec:step}):

let step = StepCost(units: machine, WakeSleepSettings(.rws, rate: 0.04))
value("stepOperations", step.total / 1e9, "%.2f")  // hide
value("epochOperations", step.total * 600 / 1e9, "%.0f")  // hide
let byHand = zip(machine, machine.dropFirst()).enumerated().reduce(0.0) { sum, layer in
  let (low, high) = layer.element
  return sum + 2 * Double(low * (high + 1)) * 3000 + 2 * Double(high * (low + 1)) * ((layer.offset == 0 ? 200 : 2000) + 2000)
}
expect(step.total, equals: byHand, within: 1e-6, as: "operations of a step of RWS, counted layer by layer")

//: One step of RWS takes {{stepOperations}} billion operations, an epoch of 60,000 images {{epochOperations}} billion. The
//: first layer of $q$ is dear, but it sees each image ten times: its product is made once an image, and its gradient is summed
//: over samples first. Without these two savings it would take more than the first layer of $p$.
//:
//: What the processor can do is measured too, on a product of the first layer's size, 1000 × 784 × 301 in single precision, on
//: each of two cores at the same time:
value("peak", peak, "%.0f")  // hide
value("share", 100 * share, "%.0f")  // hide
value("rwsSeconds", seconds["rws"]!, "%.1f")  // hide
//: {{peak}} billion operations a second. An epoch of RWS takes {{rwsSeconds}} s, scaled from fewer steps: {{share}} % of that
//: speed, as if nothing but products had to be made. But random numbers are drawn, exponentials, weights and sums of gradients
//: computed in the same time, and do not come for nothing ({@sec:perf-patterns} tells how that can be).

//: ## An epoch {#sec:perf-epoch}
//:
//: {@tab:perf-epochs} has the seconds for 60,000 images. NWS and NRWS keep their blocks for 50 steps (the paper: 50 or 1,000);
//: *fresh* makes all blocks anew for each step, by iterations to a relative error of $10^{-4}$ or $10^{-2}$. There are two
//: columns of our own, for two sets of kernels of the linear algebra: those for AVX2, with which the book is made and which
//: give the same bytes everywhere, and the widest that this processor has, for AVX-512. PyTorch, which uses the latter too,
//: is a straightforward program for the same algorithms, with the same machine, batches and samples, on the same two cores in
//: the same hour, 100 steps at a time; its natural version estimates the metric of the first layer of $q$ from 256 dreams,
//: and has one metric of $q$ for each phase, as Algorithm 1 prints, so that it forms and applies three sets of blocks where
//: ours has two. The paper's times are printed ones.
// hide begin
func ratio(_ a: Double?, _ b: Double?) -> any TableCell {
  guard let a, let b else { return "–" }
  return String(format: "%.2f", a / b)
}
let printed = ["ws": 37.0, "rws": 50, "nrws": 250]
table(
  "perf-epochs",
  "Seconds for 60,000 images on two cores, with the kernels of the book and with those for AVX-512, each also in units of its own RWS; and "
    + "how many times as long PyTorch takes as the latter.",
  columns: [
    "algorithm", "AVX2 (book), seconds", "times RWS", "AVX-512, seconds", "times RWS", "PyTorch, seconds", "PyTorch / AVX-512",
    "paper, seconds",
  ],
  rows: [
    ("WS", "ws"), ("RWS", "rws"), ("NWS", "nws"), ("NRWS", "nrws"), ("NRWS, fresh, 10⁻⁴", "nrws_fresh"),
    ("NRWS, fresh, 10⁻²", "nrws_fresh_1e-2"),
  ].map { name, key in
    [
      name, seconds[key]!, ratio(seconds[key], seconds["rws"]), fastSeconds[key]!, ratio(fastSeconds[key], fastSeconds["rws"]),
      peerSeconds[key].map { String(format: "%.0f", $0) } ?? "–", ratio(peerSeconds[key], fastSeconds[key]),
      printed[key].map { String(format: "%.0f", $0) } ?? "–",
    ] as [any TableCell]
  }, formats: [nil, "%.1f", nil, "%.1f"])
value("nrwsRatio", seconds["nrws"]! / seconds["rws"]!, "%.2f")
value("freshRatio", seconds["nrws_fresh"]! / seconds["rws"]!, "%.1f")
value("freshFastRatio", fastSeconds["nrws_fresh"]! / fastSeconds["rws"]!, "%.1f")
value("roughRatio", seconds["nrws_fresh_1e-2"]! / seconds["rws"]!, "%.1f")
value("peerRWS", peerSeconds["rws"]! / fastSeconds["rws"]!, "%.1f")
value("peerNRWS", peerSeconds["nrws"]! / fastSeconds["nrws"]!, "%.1f")
value("bookRWS", peerSeconds["rws"]! / seconds["rws"]!, "%.1f")
value("bookNRWS", peerSeconds["nrws"]! / seconds["nrws"]!, "%.1f")
value("peerRatio", peerSeconds["nrws"]! / peerSeconds["rws"]!, "%.1f")
value("fastShare", 100 * (try measured("rws", "fraction_of_peak", in: fast)), "%.0f")
value("fastPeak", try measured("peak2", "gflops", in: fast), "%.0f")
value("memory", try measured("nrws", "peak_memory_mb", in: engine), "%.0f")
// hide end
//: The exact natural gradient costs {{nrwsRatio}} times the vanilla one here, where the paper, at a batch size that it does not
//: state, and the PyTorch program pay five and {{peerRatio}} times. With the kernels for AVX-512 RWS is {{peerRWS}} times as
//: fast as PyTorch, and NRWS {{peerNRWS}} times; with those of the book, whose vectors have half the width, {{bookRWS}} and
//: {{bookNRWS}} times. So the wider kernels win nothing: patterns make up for half the width ({@sec:perf-patterns}). (Their
//: peak is {{fastPeak}} billion operations a second, and RWS, with plain products there, reaches {{fastShare}} % of it: what
//: is no product weighs more.) With blocks that are new at every step NRWS takes {{freshRatio}} times RWS, {{freshFastRatio}}
//: with the kernels for AVX-512, or {{roughRatio}} times when steps need only two digits. The program for NRWS uses
//: {{memory}} MB at most.
//:
//: How it gets there is the sum of eight tricks:
//:
//: 1. *One product for all blocks.* The blocks of a layer are sums of the same outer products $\tilde h \tilde h^T$, weighted
//:    by each unit's variances. Written as rows, they are one product $P^T Q$ of a matrix $P$ of all products of pairs of
//:    parents with the matrix $Q$ of all variances ({@eq:blocks}). A product of large matrices runs at full speed; 784 small
//:    ones do not.
//: 2. *Eight factors side by side.* A Cholesky factor of 301 rows is too small for a library to be fast at. Eight units of one
//:    layer are factored together, one in each lane of the processor's vectors: no lane ever waits for another.
//: 3. *Packed triangles.* A gradient meets each factor once. That is no arithmetic to speak of, but all factors must come from
//:    memory: half of each is enough, and both passes of a solution use it while it is near.
//: 4. *One exponential for everything.* What a unit's state is worth, $\log p$, and how it must change, $b - \sigma(a)$, both
//:    need $e^{-|a|}$; it is computed once for eight units at a time, and of the logarithms only one a row.
//: 5. *No traces.* Importance weights and saturated units give numbers such as $10^{-39}$, below what single precision stores
//:    normally, and a processor multiplies those a hundred times slower: without care a step takes nearly twice as long. What
//:    is below $10^{-18}$ here is taken for zero; it would be added to numbers of size one.
//: 6. *Fixed parts.* A step is cut into parts whose number is a setting, each the work of one core, and sums are made in
//:    the order of the parts. So the result has the same bits on one core and on four.
//: 7. *Units have two values.* Most products are not multiplied out at all; that deserves a section of its own
//:    ({@sec:perf-patterns}).
//: 8. *Fresh blocks are never formed.* Iterations multiply by the samples instead, and units leave them when they are solved
//:    ({@sec:perf-iterations}).
listing("LinearAlgebra/PackedTriangles.swift", "sums")  // hide

//: ## Products with two values {#sec:perf-patterns}
//:
//: Nearly every product of this engine has a factor $H$ whose elements are 0 and 1, or −1 and 1: the states of the units. Five
//: neighbouring elements of a row of $H$ are one of $2^5 = 32$ patterns. So take five rows $x_0, \dots, x_4$ of the other
//: factor, compute for each pattern $c$ the sum
//:
//: $$t_c = \sum_{i=0}^{4} h_i(c)\, x_i, \qquad t_{2^i + c} = t_c + (1 - h_{\text{low}})\, x_i \quad (c < 2^i),$$
//:
//: where $h_i(c)$ is 1 if bit $i$ of $c$ is set and else $h_{\text{low}}$, which is 0 or −1, and the first sum is
//: $t_0 = h_{\text{low}} \sum_i x_i$: one addition each, and the five columns of $H$ are dealt with by *one* addition for
//: every row of $H$, of the sum that belongs to its pattern. For $m$ rows that is
//:
//: $$\frac{m + 2^b}{b} \quad\text{additions instead of}\quad m \quad\text{multiplications and additions}$$
//:
//: for each element of the other factor, with $b = 5$. The idea is known as the method of the four Russians, who multiplied
//: matrices of bits. Here it has a second use. The blocks of a layer need $P^T Q$, where $P$ holds all products of pairs of
//: parents; these have two values too, and the patterns of a product come from those of its factors by one or two logical
//: operations for 16 patterns, 80 elements, at once: *and* for 0 and 1, *not exclusive or* for −1 and 1.
listing("LinearAlgebra/PatternLoops.swift", "patterns")  // hide
// hide begin
let twoValues = try ["binary", "gradient"].map { name in
  try [1, 2].map { try measured("\(name)\($0)", "gflops", in: engine) / measured("peak\($0)", "gflops", in: engine) }
}
value("forwardGain", twoValues[0][1], "%.1f")
value("gradientGain", twoValues[1][1], "%.1f")
value("wideGain", try measured("binary2", "gflops", in: fast) / measured("peak2", "gflops", in: fast), "%.1f")
value("refreshSpeed", try measured("refresh_p_784x301", "fraction_of_peak", in: engine), "%.1f")
// hide end
//: Measured on two cores, a product of 1000 × 784 × 301 is {{forwardGain}} times as fast as a plain one, the gradient of the
//: same layer {{gradientGain}} times, and forming and factoring the blocks of that layer goes on at {{refreshSpeed}} times the
//: speed of plain products. Counting promised more, nearly five; but a plain product uses each number that it loads many times,
//: and here each addition has to load its sum. That is why $b$ is five: the 512 sums of sixteen groups and sixteen columns are
//: 32 kilobytes, which a core has at hand; larger tables would come from further away. Against kernels for AVX-512, which
//: multiply twice as much at once, patterns gain {{wideGain}} times only, and a step, which has to find the patterns too, takes
//: as long either way. So with those kernels steps keep plain products, and Fisher blocks alone are formed by patterns.

//: ## A layer {#sec:perf-layer}
//:
//: What one refresh of all blocks of a layer takes, and one application of them to a gradient:
// hide begin
let pairs = Array(zip(machine, machine.dropFirst())).filter { $0.1 >= 50 }
let layers = pairs.map { ("p", $0, $1 + 1, 1000) } + pairs.map { ("q", $1, $0 + 1, $0 == 784 ? 100 : 1000) }
let layerRows = try layers.map { net, units, d, n in
  let refresh = try measured("refresh_\(net)_\(units)x\(d)", in: engine)
  let speed = try measured("refresh_\(net)_\(units)x\(d)", "fraction_of_peak", in: engine)
  let apply = try measured("apply_\(net)_\(units)x\(d)", in: engine)
  let floats = net == "q" && d == 785 ? units * n * n : units * d * (d + 1) / 2
  return (net: net, units: units, d: d, n: n, refresh: refresh, speed: speed, apply: apply, bytes: 4 * Double(floats))
}
table(
  "perf-layers",
  "Blocks of the wider layers, refreshed from n samples and applied to a gradient, two cores. Of the peak: what share of the processor's "
    + "products the refresh reaches. The last column is how fast the kept factors are read.",
  columns: ["net", "units", "d", "n", "refresh, ms", "of the peak", "apply, ms", "kept, MB", "GB a second"],
  rows: layerRows.map { row in
    [
      row.net, row.units, row.d, row.n, 1e3 * row.refresh, row.speed, 1e3 * row.apply, row.bytes / 1e6,
      row.bytes / row.apply / 1e9,
    ] as [any TableCell]
  }, formats: [nil, "%g", "%g", "%g", "%.1f", "%.2f", "%.2f", "%.1f", "%.0f"])
let refreshes = layerRows.reduce(0) { $0 + $1.refresh }, applications = layerRows.reduce(0) { $0 + $1.apply }
value("refreshes", refreshes, "%.2f")
value("applications", 1e3 * applications, "%.1f")
value("refreshesAnEpoch", 12 * refreshes, "%.1f")
value("applicationsAnEpoch", 600 * applications, "%.1f")
// hide end
//: The refreshes of these layers take {{refreshes}} s, and there are twelve an epoch: {{refreshesAnEpoch}} s. Their
//: applications take {{applications}} ms, and there are 600: {{applicationsAnEpoch}} s. The refresh is arithmetic; the
//: application of the widest layer is memory: its factors are read once a step, and no cleverness with numbers makes them
//: fewer, only a smaller layer, fewer bits, or none at all.

//: ## Which route for which layer {#sec:perf-route}
//:
//: For the first layer of $q$ a batch has 100 images and a unit 785 parameters: a factor of $n \times n$ after Woodbury's
//: identity is far cheaper than one of $d \times d$. Where is the border? {@fig:crossover} measures it for the width of the
//: first layer of $p$; the counts behind it are those of {@sec:counted}.
// hide begin
let counts = [50, 100, 150, 200, 250, 300, 400, 600]
let direct = try counts.map { 1e3 * (try measured("direct_d301_n\($0)", in: engine)) }
let woodbury = try counts.map { 1e3 * (try measured("woodbury_d301_n\($0)", in: engine)) }
let crossing = zip(zip(counts, counts.dropFirst()), zip(zip(direct, direct.dropFirst()), zip(woodbury, woodbury.dropFirst())))
  .compactMap { n, times -> Double? in
    let (before, after) = (log(times.1.0 / times.0.0), log(times.1.1 / times.0.1))
    guard before < 0 && after >= 0 else { return nil }
    return exp(log(Double(n.0)) + (log(Double(n.1)) - log(Double(n.0))) * before / (before - after))
  }.first
figure(
  "crossover",
  "Milliseconds to refresh 100 blocks of 301 parameters on one core, through factors of $d \\times d$ and of $n \\times n$, against the "
    + "number of samples. Measured. Dashed: where they cross.",
  alt: "Log-log plot: the line of Woodbury's identity starts far below the direct one, is steeper, and crosses it."
) {
  Panel(x: Axis("samples n", scale: .log), y: Axis("milliseconds", scale: .log), key: .topLeft) {
    Curve(x: counts.map(Double.init), y: direct, .green, width: 2, title: "direct", column: "direct")
    Curve(x: counts.map(Double.init), y: woodbury, .purple, width: 2, title: "Woodbury", column: "Woodbury")
    if let crossing { Line(vertical: crossing, .grey, dash: .dashed) }
  }
}
func slope(_ x: [Double], _ y: [Double]) -> Double {
  let (lx, ly) = (x.map { log($0) }, y.map { log($0) })
  let (mx, my) = (lx.reduce(0, +) / Double(lx.count), ly.reduce(0, +) / Double(ly.count))
  return zip(lx, ly).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / lx.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
}
let widths = [51.0, 101, 201, 401]
let byWidth = try widths.map { try measured("direct_d\(Int($0))_n1000", in: engine) }
value("crossing", crossing.map { String(format: "%.0f", $0) } ?? "beyond all of them")
value("crossingShare", crossing.map { String(format: "%.1f", $0 / 301) } ?? "more than two")
value("woodburySlope", slope(Array(counts.map(Double.init).dropFirst(3)), Array(woodbury.dropFirst(3))), "%.1f")
value("directSlope", slope(Array(counts.map(Double.init).dropFirst(3)), Array(direct.dropFirst(3))), "%.1f")
value("widthSlope", slope(widths, byWidth), "%.1f")
func counted(_ n: Int) -> BlockCost { BlockCost(units: 100, parameters: 301, samples: n) }
let late = Array(counts.dropFirst(3)), n = late.map(Double.init)
value("woodburyCount", slope(n, late.map { counted($0).woodburyRefresh }), "%.1f")
value("directCount", slope(n, late.map { counted($0).directRefresh }), "%.1f")
let border = (1...3000).first { counted($0).woodburyRefresh > counted($0).directRefresh }!
value("countedShare", Double(border) / 301, "%.1f")
// hide end
//: They cross at {{crossing}} samples, {{crossingShare}} times the number of parameters, where the counts of operations do so
//: at {{countedShare}} times: the direct way makes its large sums by patterns and factors eight blocks side by side, the
//: other one after the other. From 200 samples on the seconds of Woodbury's identity grow as $n$ to the power
//: {{woodburySlope}} (its count: {{woodburyCount}}), those of the direct way hardly, to the power {{directSlope}}
//: ({{directCount}}), since its factor does not depend on $n$ (single points are off by some 20 %). Against the width $d$ the
//: direct way, with 1,000 samples, grows as $d$ to the power {{widthSlope}}; the count $n d^2 + d^3/3$ says a little over 2.
//: The choice is not timed when a program runs: it is a function of the sizes alone, so that the same settings always take
//: the same way.
listing("BeliefNets/FisherBlocks.swift", "route")  // hide

//: ## Fresh blocks at every step {#sec:perf-iterations}
//:
//: Blocks that serve one gradient only need no factor. Conjugate gradients on all units of a layer at once take two products
//: with $H$ an iteration, $T = P H^T$ and $(T \circ Q^T) H$, both by patterns, and keep nothing:
listing("BeliefNets/IterativeBlocks.swift", "conjugate gradients")  // hide
//: How many iterations there are depends on the preconditioner. The blocks of a layer are weighted sums of the same outer
//: products, so in the eigenvectors $E$ of $H^T H$ each is nearly diagonal, and $E D_j^{-1} E^T$, with $D_j$ the diagonal of
//: $\alpha I + E^T F_j E$, is near the inverse. $E$ is kept for 50 steps, and each unit has a diagonal of its own, one product
//: for all of them.
//:
//: {@fig:iterations} shows how they go in three layers of a trained machine, that of NRWS in {@sec:mnist-long}: the blocks of
//: the pixels and of the layer above in $p$, from 1,000 dreams, and of the second layer of $q$, from 100 images with ten samples
//: each; all solved for a gradient of these images, at the damping $\alpha =$ {{iterationDamping}}.
// hide begin
let α = 0.1
value("iterationDamping", α)
fromRecords {
  let machine = try RecordShelf(chapter.recordsFolder(of: "11-mnist")).model("mnist-nrws").machine.converted(to: Double.self)
  let random = RandomStream(seed: chapter.seed)
  func dreams(_ count: Int, _ name: String) -> Pass<Double> {
    var pass = Pass(for: machine, images: count), stream = random.stream(name)
    machine.dream(into: &pass, using: &stream)
    return pass
  }
  let sleep = dreams(1000, "dreams"), X = dreams(100, "images").H[0]
  var wake = Pass(for: machine, images: 100, copies: 10), up = random.stream("up")
  machine.recognise(X, into: &wake, using: &up)
  let g = machine.gradient(of: .rws, at: X, samples: 10, dreams: 1000, using: random.stream("gradient"))
  let layers: [(title: String, color: Color, H: Matrix<Double>, A: Matrix<Double>, G: Matrix<Double>)] = [
    ("pixels of p", .natural, sleep.H[1], sleep.generativeLogits[0], g.generative[0]),
    ("first hidden layer of p", .sky, sleep.H[2], sleep.generativeLogits[1], g.generative[1]),
    ("second hidden layer of q", .purple, wake.H[1], wake.recognitionLogits[2], g.recognition[2]),
  ]
  func solved(
    _ k: Int, _ route: FisherBlocks<Double>.Route
  ) throws -> (X: Matrix<Double>, iterations: [IterationProgress]) {
    let layer = layers[k]
    var blocks = FisherBlocks<Double>(
      units: layer.G.rows, parameters: layer.H.columns, samples: layer.H.rows, route: route, workers: 2)
    try blocks.refresh(parents: layer.H, logits: layer.A, damping: α)
    var X = layer.G
    blocks.solve(&X)
    return (X, blocks.iterations)
  }
  let paths = try layers.indices.map { try solved($0, .iterative(tolerance: 1e-4)) }
  figure(
    "iterations",
    "Left: the residual of all units of a layer together, in the norm of the preconditioner, relative to its start, against the iterations. "
      + "Right: the share of the units that each iteration still makes products for.",
    alt:
      "Left: three nearly straight lines on a logarithmic scale. Right: one line falls from the start on, the others at the end."
  ) {
    let steps = Axis("iteration", 0...Double(paths.map(\.iterations.count).max()! - 1))
    Figure(columns: 2) {
      Panel(x: steps, y: Axis("residual / start", 1e-5...1, scale: .log), key: .bottomLeft) {
        for (layer, path) in zip(layers, paths.map(\.iterations)) {
          let residuals = path.map { ($0.residual / path[0].residual).squareRoot() }
          Curve(x: path.indices.map(Double.init), y: residuals, layer.color, width: 2, title: layer.title)
        }
      }
      Panel(x: steps, y: Axis("units in the products, %", 0...105), key: .none) {
        for (layer, path) in zip(layers, paths.map(\.iterations)) {
          let shares = path.map { 100 * Double($0.units) / Double(layer.G.rows) }.dropFirst()
          Curve(x: shares.indices.map(Double.init), y: Array(shares), layer.color, width: 2, title: layer.title)
        }
      }
    }
  }
  var error = paths[2].X
  let exact = try solved(2, .direct).X
  error.add(-1, exact)
  value("iterationError", error.norm / exact.norm, "%.0e")
  expect(error.norm / exact.norm, equals: 0, within: 1e-3, as: "iterations against factors")
  for (name, path) in zip(["Pixels", "Hidden", "Second"], paths) {
    let path = path.iterations, count = path.count - 1
    value("iterations\(name)", count)
    value("shrink\(name)", pow(path[0].residual / path[count].residual, 0.5 / Double(count)), "%.1f")
  }
  let pixels = paths[0].iterations
  let made = pixels.dropFirst().reduce(0) { $0 + $1.units }
  value("openPixels", pixels[2].units)
  value("lastPixels", pixels[pixels.count - 1].units)
  value("madeShare", 100 * Double(made) / Double(784 * (pixels.count - 1)), "%.0f")
  expect(pixels[2].units < 700, as: "many pixels are solved by one iteration")
}
// hide end
//: The residual shrinks by a nearly constant factor, {{shrinkPixels}} for the pixels, {{shrinkHidden}} and {{shrinkSecond}} for
//: the other two, and is below $10^{-4}$ after {{iterationsPixels}}, {{iterationsHidden}} and {{iterationsSecond}} iterations;
//: the step of the last layer then differs from that by factors by {{iterationError}} of its length. The pixels take the
//: longest, most likely because their variances differ most from dream to dream, so that common eigenvectors fit each of them
//: less.
//:
//: But not every unit needs all iterations. A pixel at the border is off in nearly every dream, its variance is next to nothing,
//: and so is its block beside $\alpha$: the preconditioner is the inverse, and one iteration solves it. What a unit still lacks
//: is known, and as soon as it does not matter for the whole the unit leaves the products: after the first iteration
//: {{openPixels}} of 784 pixels are left, in the last {{lastPixels}}, and products are made for {{madeShare}} % of what all units
//: would take.

//: ## What to trust {#sec:perf-trust}
//:
//: - In double precision the tests hold the routes to the dense formula, to rounding; iterations to a tolerance $\varepsilon$
//:   are held to $10\,\varepsilon$ of the step's length only, since what they stop at is a preconditioned residual. At the
//:   sizes of the largest layers of $p$ and $q$, with $\varepsilon = 10^{-4}$, all routes are held to $10^{-4}$ of it, in
//:   single precision too.
//: - Seconds belong to one machine and one hour. Ratios within one run travel further; that is why the record has the fraction
//:   of the peak beside each time, and why PyTorch was measured in the same hour.
//: - The kernels of the linear algebra are those for AVX2 on every processor, so that the same seed gives the same book
//:   everywhere. `train` takes the fastest that the processor has, and `benchmark --kernels` either.
//: - The machine that was measured is shared with others, and its speed changed by a factor of up to two within the hour. Steps
//:   of all algorithms and bursts of plain products are therefore measured by turns.
//: - Run it yourself: `swift run -c release benchmark --csv FILE` takes some minutes and prints how much its repetitions spread.

//: ## Exercises {#sec:perf-exercises}
//:
//: ::: exercise perf-first-layer
//: Which share of the operations of a step of RWS is in the first layer of $p$? (Three products of 1,000 rows.)
//: ::: hint
//: 784 units of 301 parameters, three products of 1,000 rows, two operations each.
//: ::: solution
//: $3 \cdot 2 \cdot 1000 \cdot 784 \cdot 301$ of {{stepOperations}} billion, a share of {{firstShare:%.3f}}.
//: :::
//: ::: exercise perf-memory
//: A machine keeps factors of 784 units of 301 parameters in single precision, packed. How many megabytes are read for one
//: gradient? And at 20 GB a second, how many milliseconds does that take?
//: ::: hint
//: A packed triangle has d (d + 1)/2 numbers of four bytes.
//: ::: solution
//: $784 \cdot 301 \cdot 302 / 2 \cdot 4$ bytes, {{firstBytes:%.1f}} MB, in {{firstMilliseconds:%.2f}} ms.
//: :::
//: ::: exercise perf-dreams
//: What would a step of RWS take with 2,000 dreams instead of 1,000, as a multiple of its operations?
//: ::: hint
//: Which products have the dreams as rows? One with each W, two with each V.
//: ::: solution
//: {{moreDreams:%.2f}} times.
//: :::
//: ::: exercise perf-bits
//: Counting additions alone, which number $b$ of elements in a pattern is best for a matrix of 1,000 rows? And by which factor
//: are there fewer additions than with $b = 5$?
//: ::: hint
//: Make a list of $(m + 2^b)/b$ for $b = 1, 2, \dots$
//: ::: solution
//: $b = $ {{bestBits}}, with {{bitsGain:%.2f}} times fewer; but its table of sums is {{tableGrowth:%.0f}} times as large for
//: the same columns.
//: :::
// hide begin
let firstShare = 6000.0 * 784 * 301 / step.total, firstBytes = 784.0 * 301 * 302 / 2 * 4 / 1e6
let moreDreams = StepCost(units: machine, WakeSleepSettings(.rws, rate: 0.04, dreams: 2000)).total / step.total
value("firstShare", firstShare)
value("firstBytes", firstBytes)
value("firstMilliseconds", firstBytes / 20)
value("moreDreams", moreDreams)
answer("perf-first-layer", firstShare, within: 5e-3)
answer("perf-memory", [firstBytes, firstBytes / 20], within: 0.1)
answer("perf-dreams", moreDreams, within: 1e-2)
func additions(_ b: Int) -> Double { (1000 + exp2(Double(b))) / Double(b) }
let bestBits = (1...16).min { additions($0) < additions($1) }!, bitsGain = additions(5) / additions(bestBits)
value("bestBits", bestBits)
value("bitsGain", bitsGain)
value("tableGrowth", exp2(Double(bestBits)) / Double(bestBits) / (exp2(5.0) / 5))
answer("perf-bits", [Double(bestBits), bitsGain], within: 1e-2)
// hide end
