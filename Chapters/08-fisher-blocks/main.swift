//: # The Fisher matrix in blocks
//:
//: A net with three hundred thousand weights has a Fisher matrix with ninety thousand million entries, and nobody inverts that.
//: For a sigmoid belief network nobody has to: nearly all entries are zero, not approximately but exactly, and what is left are
//: small blocks, one for each unit. This chapter counts them out on a machine of nine units, proves why they are there, estimates
//: them from samples, and then meets what practice makes of them: blocks that are nearly singular, an identity that is cheaper
//: only sometimes, and a metric that ages while one trains with it.
//:
//: After it you will be able to
//:
//: - prove that the Fisher matrix of a joint distribution falls into one block a unit, and say which distribution must not be
//:   swapped for another one in the proof;
//: - estimate a block with the right $1/n$, and say what a change of the units' coding does to it and to a step;
//: - read a damped step off a spectrum, and choose between the direct way and Woodbury's identity by counting;
//: - judge for how many steps a metric may be kept, against the right yardstick;
//: - explain what the metric of the joint distribution has that the metric of the images alone has not.
//:
//: What is needed: the natural gradient and the Fisher matrix as mean product of scores (chapter 02, {@eq:ruler}), eigenvalues,
//: and the sigmoid $\sigma(a) = 1/(1 + e^{-a})$. The algorithm that all this is for is the subject of chapter 11.
import BeliefNets
import Datasets
import Figures
import Foundation
import InformationGeometry
import LinearAlgebra
import Literate
import RandomStreams

// hide begin
chapter.begin(seed: 8)
let random = RandomStream(seed: chapter.seed)

func product(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Matrix<Double> {
  var c = Matrix<Double>(zeros: a.rows, b.columns)
  c.setProduct(a, .asIs, b, .asIs)
  return c
}
func difference(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Matrix<Double> {
  var c = a
  c.add(-1, b)
  return c
}
/// |a − b| / |b|.
func relativeDistance(_ a: Vector<Double>, _ b: Vector<Double>) -> Double {
  var c = a
  c.add(-1, b)
  return c.norm / b.norm
}
func rows(_ a: Matrix<Double>) -> [[Double]] { (0..<a.rows).map { a.row($0).elements } }
func sub(_ a: Matrix<Double>, _ place: Range<Int>) -> Matrix<Double> {
  Matrix(place.count, place.count) { a[place.lowerBound + $0, place.lowerBound + $1] }
}
func quantile(_ values: [Double], _ share: Double) -> Double {
  values.sorted()[Int((share * Double(values.count - 1)).rounded())]
}
/// Names several numbers for the prose.
@MainActor func values(_ named: (String, Double, String)..., line: Int = #line) {
  for (name, x, format) in named { value(name, x, format, line: line) }
}
// hide end

//: ## A unit, and a machine of units {#sec:fb-unit}
//:
//: A unit is a coin whose bias its parents decide ({@fig:unit}). Their values $h_1, \dots, h_l$ and a constant 1 make the vector
//: $\tilde h$ of $d = l + 1$ numbers; its weights and its bias make the row $W_j$; and with $b \in \{0, 1\}$ for off and on
//:
//: $$ a_j = W_j \tilde h, \qquad P(b_j = 1 \mid \tilde h) = \sigma(a_j). $$ {#eq:coin}
//:
//: What number stands for on and off is a matter of *coding*, $\{0, 1\}$ or $\{-1, +1\}$. In the second the law reads
//: $P(h_j \mid \tilde h) = \sigma(h_j a_j)$, equation (23) of [@VVMA]. Here, as in that paper's experiments, units are $\pm 1$.
// hide begin
func arrows(_ pairs: [(Point, Point)], gap: Double, _ color: Color, width: Double = 1.2) -> Arrows {
  let shown = pairs.map { from, to in
    let v = to - from, length = (v * v).sum().squareRoot()
    return (from + v * (gap / length), v * (1 - 2 * gap / length))
  }
  return Arrows(at: shown.map(\.0), vectors: shown.map(\.1), scale: 1, color: .fixed(color), width: width)
}
func circles(_ centres: [Point], radius: Double) -> Curves {
  let turn = (0...48).map { Double($0) * .pi / 24 }
  return Curves(centres.map { c in turn.map { c + radius * Point(cos($0), sin($0)) } }, .black, width: 1.4)
}
let parentPlaces = (0..<4).map { Point(0, 3 - Double($0)) }, unitPlace = Point(2.6, 1.5), drawPlace = Point(5.4, 1.5)
let places = parentPlaces + [unitPlace, drawPlace]
figure(
  "unit",
  "A unit of a sigmoid belief network: a sum of the parents' values, a sigmoid, and a coin that is on with this probability. "
    + "The constant 1 is a parent too, and the bias its weight.",
  alt: "Four circles on the left, three parents and a constant, with arrows to one circle, and an arrow on to the drawn value"
) {
  Figure(width: 600, height: 330) {
    Panel(x: Axis("", -0.8...6.8), y: Axis("", -0.5...3.5), aspect: .equal, key: .none) {
      arrows(parentPlaces.map { ($0, unitPlace) }, gap: 0.38, .grey)
      arrows([(unitPlace, drawPlace)], gap: 0.38, .black)
      circles(places, radius: 0.34)
      for (place, name) in zip(places, ["h₁", "h₂", "h₃", "1", "aⱼ", "hⱼ"]) { Label(name, at: place, anchor: .center) }
      for (k, name) in ["Wⱼ₁", "Wⱼ₂", "Wⱼ₃", "Wⱼ₄, the bias"].enumerated() {
        let place = parentPlaces[k] + (unitPlace - parentPlaces[k]) * 0.4
        Label(name, at: place + (k < 3 ? Point(0, 0.22) : Point(0, -0.2)), anchor: k < 3 ? .center : .left, size: 12)
      }
      Label("on with probability σ(aⱼ)", at: Point(4, 1.8), anchor: .center, size: 12)
      Label("aⱼ = Wⱼ₁h₁ + Wⱼ₂h₂ + Wⱼ₃h₃ + Wⱼ₄", at: Point(4.6, 0.7), anchor: .center, size: 12)
    }.withoutAxes
  }
}
// hide end

//: Units in layers make a sigmoid belief network [@Neal92]: the units of a layer are drawn independently of each other, given the
//: layer before. Two such nets over the same layers $x = h^{(0)}, h^{(1)}, \dots, h^{(L)}$, which run in opposite directions,
//: make a Helmholtz machine [@Dayan95]. The generative net $p$ draws from the top down and has a prior on the top layer, the
//: recognition net $q$ from the image up, and its images come from the *data*, $p_D$ ({@eq:nets} writes the factors out):
//:
//: $$ p(x, h) = p(h^{(L)}) \prod_{i<L} p(h^{(i)} \mid h^{(i+1)}), \qquad
//: q(x, h) = p_D(x) \prod_{i \ge 1} q(h^{(i)} \mid h^{(i-1)}). $$ {#eq:fb-nets}
//:
//: Training alternates two phases ({@fig:phases}): awake, $q$ reads an image and $p$ learns to draw it from what was read;
//: asleep, $p$ dreams and $q$ learns to read the dream.
// hide begin
func nodes(_ layer: Int) -> [Point] {
  let count = [4, 3, 2][layer]
  return (0..<count).map { Point(Double($0) - Double(count - 1) / 2, 1.5 * Double(layer)) }
}
func way(_ low: Point, _ high: Point, up: Bool) -> (Point, Point) { up ? (low, high) : (high, low) }
let drawnState = [true, true, false, false, true, false, true, false, true]
figure(
  "phases",
  "The two phases of a Helmholtz machine with layers of 4, 3 and 2 units; black is on, white off. Thin arrows draw, thick ones "
    + "say who learns. Left, awake: an image comes in, q (green) draws the layers above it, and p (violet) learns to predict each "
    + "layer from the one above. Right, asleep: p draws all layers from its prior down, and q learns to predict each from below.",
  alt:
    "Two stacks of three layers of circles. On the left thin arrows lead upwards and thick ones down, on the right vice versa.",
  columns: 2
) {
  for (title, isAwake) in [("wake", true), ("sleep", false)] {
    let (drawing, learning) = isAwake ? (Color.green, Color.purple) : (.purple, .green)
    Panel(title, x: Axis("", -2.9...3.3), y: Axis("", -1...4.1), aspect: .equal, key: .none) {
      let edges = (0..<2).flatMap { i in nodes(i).flatMap { a in nodes(i + 1).map { way(a, $0, up: isAwake) } } }
      let lessons = [0, 1.5].map { way(Point(2.1, $0), Point(2.1, $0 + 1.5), up: !isAwake) }
      arrows(edges, gap: 0.3, drawing, width: 1)
      arrows(lessons, gap: 0.2, learning, width: 3)
      arrows([isAwake ? (Point(0, -1), Point(0, 0)) : (Point(0, 4.1), Point(0, 3.1))], gap: 0.1, drawing, width: 1)
      Label(isAwake ? "an image of the data" : "the prior", at: Point(0.1, isAwake ? -0.7 : 3.8), size: 12)
      for y in [0.75, 2.25] { Label(isAwake ? "p learns" : "q learns", at: Point(2.2, y), learning, size: 12) }
      circles((0..<3).flatMap(nodes), radius: 0.24)
      Points(zip((0..<3).flatMap(nodes), drawnState).filter(\.1).map(\.0), .black, size: 24, column: "on")
      for i in 0..<3 { Label(["x", "h⁽¹⁾", "h⁽²⁾"][i], at: Point(-2.7, 1.5 * Double(i)), size: 14) }
    }.withoutAxes
  }
}
// hide end

//: The machine of {@fig:phases}, nine units, is the subject of the next sections. It has $2^9 = 512$ states, so every expectation
//: is a sum that can be carried out; no sample is drawn until {@sec:sampled-blocks}. Its weights are normal random numbers. Its
//: images are two by two pixels, and its data $p_D$ are the two rows and the two columns, with some noise. (Code that only
//: composes figures and tables is left out of the page.)
let machine = {
  var stream = random.stream("weights")
  var machine = HelmholtzMachine<Double>(units: [4, 3, 2])
  for network in Network.allCases {
    let count = machine.parameters(of: network).count
    machine.setParameters(of: network, to: Vector(count: count) { _ in 0.8 * stream.normal() })
  }
  return machine
}()
let bars = [0b0011, 0b1100, 0b0101, 0b1010], noise = 0.2
let data = (0..<16).map { noise / 16 + (bars.contains($0) ? (1 - noise) / 4 : 0) }
let tiny = Enumeration(machine)
let dreamt = tiny.generativeDistribution  // p(x, h)
let read = tiny.recognitionDistribution(data: data)  // p_D(x) q(h | x)
value("states", dreamt.count)  // hide

//: ## One unit's score {#sec:score}
//:
//: The logarithm of a coin's probability is $b \log\sigma(a) + (1 - b) \log(1 - \sigma(a))$. Since
//: $\sigma' = \sigma(1 - \sigma)$, the first term has the derivative $b\,(1 - \sigma)$ by $a$ and the second $-(1 - b)\,\sigma$;
//: together $b - \sigma(a)$. And $a = W_j \tilde h$ is linear in $W_j$, so
//:
//: $$ s_j = \frac{\partial \log p(h_j \mid \tilde h)}{\partial W_j} = (b_j - \sigma(a_j))\, \tilde h, \qquad
//: \frac{\partial^2 \log p(h_j \mid \tilde h)}{\partial W_j\, \partial W_j^\T} = -\sigma(a_j)(1 - \sigma(a_j))\, \tilde h \tilde h^\T. $$ {#eq:unit-score}
//:
//: The second derivative does not depend on what was drawn. It is equation (21) of [@VVMA] (which differentiates by $W^{(k)}$
//: where it must be the layer's own $W^{(i)}$). Against differences of $\log\sigma(\pm W_j\tilde h)$, for both outcomes:
let parents: Vector<Double> = [1, -1, 1, 1]  // three parents and the constant
let weights = machine.generative[0].weights.row(0)
let a = weights.dot(parents)
let curvature = Matrix<Double>(4, 4) { -sigmoid(a) * (1 - sigmoid(a)) * parents[$0] * parents[$1] }
for (sign, name) in [(1.0, "on"), (-1.0, "off")] {
  let byDifferences = extrapolatedHessian(of: { logSigmoid(sign * $0.dot(parents)) }, at: weights, step: 0.1)
  expect(byDifferences.matrix.storage, equals: curvature.storage, within: 1e-8, as: "{@eq:unit-score} where the unit is \(name)")
}

//: Now the two facts that carry the chapter. *Given its parents, a score has mean zero*: $\E[b - \sigma(a)] = 0$ is what
//: $\sigma(a)$ means. *And its mean square is known*: $\E[(b - \sigma)^2] = \sigma(1-\sigma)$ is the variance of a coin. (So for
//: one unit both forms of the Fisher matrix, mean product of scores and minus mean second derivative, are the same at sight.)
//:
//: ### Why there are blocks
//:
//: **Proposition 1** of [@VVMA], after [@Ay02]. *The Fisher matrix of $p(x, h)$ is block diagonal, with one block for each unit.*
//:
//: *Proof.* The joint distribution is a product over units, each given its parents, so the score of the whole is the list of the
//: units' scores $s_j$, and the matrix consists of the blocks $\E[s_j s_k^\T]$. Take two different units. Call $k$ the one that
//: is drawn later, or either of the two if they are in one layer, and let $E$ be everything drawn before the layer of $k$, and
//: also $h_j$. Given $E$ the score $s_j$ is a constant. The unit $k$ depends on $E$ only through its parents: within a layer
//: units are independent given those. So $\E[s_k \mid E] = 0$, and
//:
//: $$ \E[s_j s_k^\T] = \E\bigl[ s_j\, \E[s_k \mid E]^\T \bigr] = 0, \qquad
//: F_j = \E[s_j s_j^\T] = \E\bigl[ \sigma(a_j)(1 - \sigma(a_j))\, \tilde h \tilde h^\T \bigr]. \qquad\square $$ {#eq:fb-blocks}
//:
//: Nothing was said about *hidden*: visible units have blocks too, where the proposition as printed speaks of hidden ones, and
//: the units of the prior have blocks of one row. The size of a block is the number of parents *plus one*, for the bias. The same
//: proof holds for $q$, whose order is from the image up; the image itself has no parameters in $q$.
//:
//: The proof rests on one step, $\E[s_k \mid E] = 0$, and that needs that the unit is drawn by *its own* net. For each unit, and
//: each state of the layers that are drawn before it:
func largestMeanScore(of network: Network, under distribution: [Double]) -> Double {
  tiny.blocks(of: network).flatMap { block in
    tiny.conditionalMeanScores(of: network, layer: block.layer, unit: block.unit, under: distribution)
  }.map(\.maximumMagnitude).max()!
}
expect(largestMeanScore(of: .generative, under: dreamt), equals: 0, within: 1e-12, as: "$\\E[s \\mid E]$ of p, drawn by p")
expect(largestMeanScore(of: .recognition, under: read), equals: 0, within: 1e-12, as: "$\\E[s \\mid E]$ of q, drawn by q")
let foreignMean = largestMeanScore(of: .generative, under: read)
expect(foreignMean > 0.1, as: "scores of p in states drawn by q have other means")
value("foreignMean", foreignMean, "%.2f")  // hide

//: In the states that $q$ draws, the conditional means of the scores of $p$ go up to {{foreignMean}}. This will matter in
//: {@sec:which-samples}.

//: ## The whole matrix {#sec:whole}
//:
//: {@fig:joint} shows all of it, computed from the definition $\E[\nabla\log p\; \nabla\log p^\T]$ as a sum over {{states}}
//: states, with no use of the proposition. It is Figure 1 of [@VVMA] with numbers in it.
let Fp = tiny.fisherMatrix(of: .generative, under: dreamt), Fq = tiny.fisherMatrix(of: .recognition, under: read)
/// The greatest entry off the blocks, and the greatest deviation on them from their closed form.
func deviations(_ F: Matrix<Double>, _ network: Network, _ states: [Double]) -> [Double] {
  var (rest, error) = (F, 0.0)
  for block in tiny.blocks(of: network) {
    let closed = tiny.fisherBlock(of: network, layer: block.layer, unit: block.unit, under: states)
    error = max(error, difference(sub(F, block.parameters), closed).maximumMagnitude)
    for i in block.parameters { for j in block.parameters { rest[i, j] = 0 } }
  }
  return [rest.maximumMagnitude, error]
}
// hide begin
func unitName(_ layer: Int, _ unit: Int) -> String { ["x", "h⁽¹⁾", "h⁽²⁾"][layer] + ["₁", "₂", "₃", "₄"][unit] }
/// A Fisher matrix of the tiny machine with its units named and, if wanted, their blocks outlined.
func fisherPanel(
  _ title: String, _ F: Matrix<Double>, _ network: Network, reach: Double, colorBar: String? = nil, outlined: Bool = true
) -> Panel {
  let blocks = tiny.blocks(of: network)
  func centre(_ place: Range<Int>) -> Double { Double(place.lowerBound + place.upperBound - 1) / 2 }
  let layers = machine.layers(of: network).map { i in
    let own = blocks.filter { $0.layer == i }
    return (i, place: own[0].parameters.lowerBound..<own.last!.parameters.upperBound, units: own)
  }
  // The units of the prior have one row each, too low for a name of their own.
  let names = layers.flatMap { i, place, units in
    place.count == units.count
      ? [(centre(place), unitName(i, 0) + "…")] : units.map { (centre($0.parameters), unitName(i, $0.unit)) }
  }
  func box(_ place: Range<Int>) -> [Point] {
    let (a, b) = (Double(place.lowerBound) - 0.5, Double(place.upperBound) - 0.5)
    return [Point(a, a), Point(b, a), Point(b, b), Point(a, b), Point(a, a)]
  }
  return Panel(
    title, x: Axis("", ticks: layers.map { centre($0.place) }, tickLabels: layers.map { ["x", "h⁽¹⁾", "h⁽²⁾"][$0.0] }),
    y: Axis("", ticks: names.map(\.0), tickLabels: names.map(\.1), reversed: true), aspect: .equal, key: .none, grid: false
  ) {
    HeatMap(Grid(matrix: rows(F)), palette: .diverging, range: -reach...reach, colorBar: colorBar)
    if outlined {
      Curves(layers.map { box($0.place) }, .grey, width: 1.6)
      Curves(blocks.map { box($0.parameters) }, .black, width: 0.8)
    }
  }
}
figure(
  "joint",
  "The Fisher matrices of p and of q for the machine of {@fig:phases}: row by row the parameters of each unit, its bias last. "
    + "White is zero. Black boxes: the blocks of the units; grey boxes: what one block a layer would be. Off the black boxes all "
    + "is white.",
  alt: "Two square matrices of coloured cells; only small boxes along the diagonal are coloured", columns: 2
) {
  fisherPanel("of p(x, h)", Fp, .generative, reach: 0.25)
  fisherPanel("of q(h | x), over the data", Fq, .recognition, reach: 0.25, colorBar: "entry")
}
// hide end
expect(deviations(Fp, .generative, dreamt), equals: [0, 0], within: 1e-14, as: "p: off the blocks, and against {@eq:fb-blocks}")
expect(deviations(Fq, .recognition, read), equals: [0, 0], within: 1e-14, as: "q: off the blocks, and against {@eq:fb-blocks}")
expect(tiny.blocks(of: .generative)[0].parameters.count == 4, as: "the block of $x_1$ has a row for each parent and the bias")

//: What to see: inside a grey box, that is within a layer, the units do not speak to each other either. With units of $\pm 1$ all
//: diagonal entries of a block are equal, $\E[\sigma(1 - \sigma)]$; the others say how the parents go together while the unit is
//: undecided. The slides [@Malago23] print $l_0 \times l_0$ for the largest block; with the bias it has a row and a column more.
//:
//: {@eq:fb-blocks} as printed, (10) in the paper, lost a parenthesis: $\sigma(1 - \sigma \tilde h \tilde h^\T)$. Evaluated entry
//: by entry that is $\sigma - \sigma^2 \tilde h\tilde h^\T$, which is no block of anything:
let printedBlock10 = Matrix<Double>(4, 4) { k, l in  // of x₁
  dreamt.indices.reduce(0.0) { sum, s in
    let h = tiny.values(ofLayer: 1, in: s), σ = sigmoid(weights.dot(Vector(h)))
    return sum + dreamt[s] * σ * (1 - σ * h[k] * h[l])
  }
}
let lostParenthesis = difference(printedBlock10, sub(Fp, 0..<4)).maximumMagnitude
expect(lostParenthesis > 0.1, as: "(10) as printed is not the block of $x_1$")
value("lostParenthesis", lostParenthesis, "%.2f")  // hide

//: The largest deviation for $x_1$ is {{lostParenthesis}}, where no right entry can exceed $1/4$.
//:
//: {@tab:sizes} counts the numbers that must be kept for the twelve-layer machine of [@VVMA], the one of chapter 11.
// hide begin
let deep = [784, 300, 200, 100, 75, 50, 35, 30, 25, 20, 15, 10, 10]
let sizesOfP = FisherSizes(of: .generative, units: deep), sizesOfQ = FisherSizes(of: .recognition, units: deep)
table(
  "sizes",
  "Numbers in the Fisher matrix of the twelve-layer machine (half of a symmetric one), and the gigabytes that they take in single "
    + "precision: with nothing known to be zero, with one block a layer, and with one block a unit.",
  columns: ["matrix", "of p", "GB", "of q", "GB"],
  rows: [("full", \FisherSizes.full), ("a block a layer", \.layers), ("a block a unit", \.units)].map { name, part in
    let (p, q) = (Double(sizesOfP[keyPath: part]), Double(sizesOfQ[keyPath: part]))
    return [name, p, 4e-9 * p, q, 4e-9 * q]
  }, formats: [nil, "%.2e", "%.2f", "%.2e", "%.2f"])
values(
  ("sparserP", Double(sizesOfP.layers) / Double(sizesOfP.units), "%.0f"),
  ("sparserQ", Double(sizesOfQ.layers) / Double(sizesOfQ.units), "%.0f"))
// hide end

//: The claim of § 4 there, “a finer-grained block structure” than one block a layer, is right: a block a unit is {{sparserP}}
//: times smaller in $p$ and {{sparserQ}} times in $q$, about as many times as the widest layer has units.

//: ## Which samples {#sec:which-samples}
//:
//: The expectation in {@eq:fb-blocks} is over the net that owns the unit. For $p$ this is $p$ itself: the parents are *dreamt*.
//: For $q$ it is $q(h \mid x)\, p_D(x)$: images of the data, read by $q$. Equations (10) and (11) of the paper say so, if one
//: reads the $p(x)$ in “$q(x, h) = q(h \mid x)\, p(x)$” as the data's distribution. Its Algorithm 1 says the opposite: line 10
//: takes $h^{(i+1)}$ drawn by $q$ for $F_p$, line 22 takes $h^{(i-1)}$ dreamt by $p$ for $F_q$.
func block(_ network: Network, _ layer: Int, _ distribution: [Double]) -> Matrix<Double> {  // of the layer's first unit
  tiny.fisherBlock(of: network, layer: layer, unit: 0, under: distribution)
}
let rightP = block(.generative, 0, dreamt), printed10 = block(.generative, 0, read)
let rightQ = block(.recognition, 1, read), printed22 = block(.recognition, 1, dreamt)
let readDreams = tiny.recognitionDistribution(data: tiny.logMarginal.map { exp($0) })  // the model's p(x) for the data's
let errorOf10 = difference(printed10, rightP).maximumMagnitude, errorOf22 = difference(printed22, rightQ).maximumMagnitude
let errorOfMarginal = difference(block(.recognition, 2, readDreams), block(.recognition, 2, read)).maximumMagnitude
// hide begin
func rounded(_ F: Matrix<Double>) -> [[Double]] { rows(F).map { $0.map { ($0 * 1000).rounded() / 1000 } } }
figure(
  "pairing",
  "Two blocks of the tiny machine with the samples of the definition (left) and with those that Algorithm 1 prints (right). All "
    + "four panels have one scale.",
  alt: "Four small matrices with numbers in their cells; the right one of each pair differs from the left one"
) {
  Figure(columns: 2, width: 640) {
    let panels = [
      ("F of p, x₁: dreams", rightP), ("as in line 10: data and q", printed10), ("F of q, h⁽¹⁾₁: data", rightQ),
      ("as in line 22: dreams", printed22),
    ]
    for (title, F) in panels {
      let names = (0..<F.rows).map { $0 == F.rows - 1 ? "1" : unitName(F.rows == 4 ? 1 : 0, $0) }
      Panel(title, x: .categories(names), y: .categories(names, reversed: true), aspect: .equal, key: .none, grid: false) {
        HeatMap(Grid(matrix: rounded(F)), palette: .diverging, range: -0.25...0.25, annotated: true)
      }
    }
  }
}
values(("errorOf10", errorOf10, "%.3f"), ("errorOf22", errorOf22, "%.3f"), ("errorOfMarginal", errorOfMarginal, "%.3f"))
// hide end
expect(min(errorOf10, errorOf22) > 0.01, as: "the printed pairing gives other blocks")
expect(errorOfMarginal > 0.01, as: "so would the model's $p(x)$ in the place of the data's")
let mixed = deviations(tiny.fisherMatrix(of: .generative, under: read), .generative, read)
expect(mixed[0] > 0.01, as: "in states of q, $\\E[s s^\\T]$ of p is not even block diagonal")

//: The blocks are off by {{errorOf10}} for line 10 and {{errorOf22}} for line 22. (With the model's marginal for $p_D$ the first
//: layer of $q$ gets the blocks of line 22, whose parents are dreamt images too; in the second layer they are off by
//: {{errorOfMarginal}}.) And the mean product of scores itself is then no longer block diagonal, since the one step of the proof
//: fails. Does it matter for the direction? For the gradient that one image gives to $p$:
let image = bars[0], g = tiny.logMarginalGradient(of: image)
let rightStep = try tiny.blockwiseDirection(g, of: .generative, under: dreamt, damping: 0.01)
let printedStep10 = try tiny.blockwiseDirection(g, of: .generative, under: read, damping: 0.01)
expect(
  rightStep.elements, equals: try dampedNaturalDirection(g, fisherMatrix: Fp, damping: 0.01).elements, within: 1e-10,
  as: "the steps of the units are the step of the whole matrix")
let printedAngle = printedStep10.angle(to: rightStep), vanillaAngle = g.angle(to: rightStep)
values(("printedAngle", printedAngle, "%.0f°"), ("vanillaAngle", vanillaAngle, "%.0f°"))  // hide

//: The step with the blocks of line 10 makes an angle of {{printedAngle}} with the natural one; the vanilla gradient, for
//: comparison, {{vanillaAngle}}. A wrong metric is still some metric, and its step still climbs. But it is not the natural
//: gradient of this model. The two come together as training succeeds, and $q(h \mid x)\, p_D(x)$ and $p(x, h)$ become alike.

//: ## One distribution, two codings {#sec:codings}
//:
//: “With $+1$ and $-1$ instead, … in the end the Fisher matrix would be the same”, says the appendix of the paper. Repeat the
//: derivation: with $h_j = 2 b_j - 1$ the score is
//: $\tfrac12 (h_j - \tanh\tfrac{a_j}{2})\, \tilde h = (b_j - \sigma(a_j))\, \tilde h$, and the block is
//: $\E[\sigma(1-\sigma)\, \tilde h \tilde h^\T]$ as before. *The formula* is the same. But its $\tilde h$ now holds $\pm 1$, and
//: the same distribution has other weights. Put $h = 2 b - 1$ into $W h + w$:
//:
//: $$ W_{01} = 2 W, \quad w_{01} = w - \textstyle\sum_k W_k, \qquad\text{that is}\quad \theta_{01} = J\, \theta_{\pm}, \qquad
//: J = \begin{pmatrix} 2 & & \\ & 2 & \\ -1 & -1 & 1 \end{pmatrix}. $$ {#eq:recoding}
//:
//: From $\theta_{01}^\T \tilde h_{01} = \theta_\pm^\T \tilde h_\pm$ for all $\theta$ follows $\tilde h_\pm = J^\T \tilde h_{01}$,
//: and a matrix that is made of $\tilde h \tilde h^\T$ changes as a metric must ({@eq:fisher-chain}):
//:
//: $$ F_\pm = J^\T F_{01}\, J. $$ {#eq:congruence}
let recoded = Enumeration(machine.recoded(as: .zeroOne))
let Fp01 = recoded.fisherMatrix(of: .generative, under: recoded.generativeDistribution)
expect(recoded.generativeDistribution, equals: dreamt, within: 1e-14, as: "the recoded machine has the same distribution")
let congruent = tiny.blocks(of: .generative).flatMap { block in
  let J = UnitCoding.jacobian(parameters: block.parameters.count)
  return difference(product(J.transposed, product(sub(Fp01, block.parameters), J)), sub(Fp, block.parameters)).storage
}
expect(congruent, equals: congruent.map { _ in 0 }, within: 1e-14, as: "{@eq:congruence}, block by block")
let codingDifference = difference(Fp01, Fp).maximumMagnitude
expect(codingDifference > 0.05, as: "the two matrices are not the same")
// hide begin
let conditions = try [Fp, Fp01].map { F in
  try tiny.blocks(of: .generative).map { try DampedSpectrum(sub(F, $0.parameters)).condition(damping: 0) }.max()!
}
values(
  ("codingDifference", codingDifference, "%.2f"), ("conditionOfPM", conditions[0], "%.0f"),
  ("conditionOf01", conditions[1], "%.0f"))
figure(
  "codings",
  "The Fisher matrix of one and the same distribution p(x, h), written for units of ±1 and of 0 and 1. Both panels have one scale. "
    + "The blocks are in the same places; with 0 and 1 no entry is negative, and the blocks are closer to singular.",
  alt: "Two block diagonal matrices; the left one has red and blue cells, the right one only red ones", columns: 2
) {
  fisherPanel("units of ±1", Fp, .generative, reach: 0.25)
  fisherPanel("units of 0 and 1", Fp01, .generative, reach: 0.25, colorBar: "entry")
}
// hide end

//: The matrices differ by up to {{codingDifference}}; the condition of the worst block is {{conditionOfPM}} with $\pm 1$ and
//: {{conditionOf01}} with 0 and 1, since numbers that are never negative have large means, and the mean is one stiff direction.
//: What does it do to a step? The gradient changes by $g_\pm = J^\T g_{01}$, so the natural step is
//: $F_\pm^{-1} g_\pm = J^{-1} F_{01}^{-1} g_{01}$: the same change of the distribution. The vanilla step and the damped one are
//: not so lucky, since $\alpha I$ is a matrix that knows nothing of $J$:
/// Parameters of p for units of 0 and 1 as those for ±1: J⁻¹ of each unit.
func inPlusMinus(_ θ: Vector<Double>) -> Vector<Double> {
  var list = HelmholtzMachine<Double>(units: machine.units, coding: .zeroOne)
  list.setParameters(of: .generative, to: θ)
  return list.recoded(as: .plusMinusOne).parameters(of: .generative)
}
let g01 = recoded.logMarginalGradient(of: image)
let codingAngles = try [1e-9, 0.1, 1e9].map { α in
  let step01 = inPlusMinus(try dampedNaturalDirection(g01, fisherMatrix: Fp01, damping: α))
  return step01.angle(to: try dampedNaturalDirection(g, fisherMatrix: Fp, damping: α))
}
expect(codingAngles[0], equals: 0, within: 1e-4, as: "degrees between the natural steps of the two codings")
values(("dampedCodingAngle", codingAngles[1], "%.0f°"), ("vanillaCodingAngle", codingAngles[2], "%.0f°"))  // hide

//: The natural steps are one step. With $\alpha = 0.1$ the two codings move the distribution in directions {{dampedCodingAngle}}
//: apart, the vanilla steps in directions {{vanillaCodingAngle}} apart.
//:
//: One more trap. The slides write an *independent bit* of $\pm1$ as $e^{ha}/(2\cosh a)$, which is $\sigma(2ha)$, not
//: $\sigma(ha)$; whoever takes a unit of that form must not take (22) over unchanged. It is the same family with $a$ doubled,
//: so each score is doubled and the block is $4\,\E[\sigma(2a)(1 - \sigma(2a))\, \tilde h\tilde h^\T]$. For the unit and the
//: parents of {@sec:score}:
let ising = extrapolatedHessian(of: { logSigmoid(2 * $0.dot(parents)) }, at: weights, step: 0.05).matrix
expect(ising[0, 0], equals: -4 * sigmoid(2 * a) * (1 - sigmoid(2 * a)), within: 1e-8, as: "curvature of $\\log\\sigma(2a)$")
let isingError = abs(ising[0, 0] - curvature[0, 0])
expect(isingError > 0.05, as: "(22) does not hold for $\\sigma(2ha)$")
value("isingError", isingError, "%.2f")  // hide

//: With $\sigma(a)(1-\sigma(a))$ it is off by {{isingError}}. A factor of two in the score is one of four in $F$ and of a
//: half in the natural step.

//: ## Blocks from samples {#sec:sampled-blocks}
//:
//: No machine worth training can be enumerated. But each expectation is over a net that can be sampled, so a block is the mean
//: over $n$ samples of the parents, rows of $H$:
//:
//: $$ F_j \approx \frac1n \sum_{r=1}^n \sigma(a_{rj})(1 - \sigma(a_{rj}))\, \tilde h_r \tilde h_r^\T = H^\T Q_j H, \qquad
//: Q_j = \tfrac1n \diag\bigl(\sigma(a_{rj})(1 - \sigma(a_{rj}))\bigr). $$ {#eq:sampled-block}
//:
//: The outcome of the unit itself is averaged exactly; only its parents are sampled. These are equations (12) to (15) of [@VVMA],
//: where the $1/n$ of (12) and (14) is missing from the $Q$ of (13) and (15). It is not a matter of taste:
//: $(\alpha I + n F)^{-1} = \tfrac1n (\tfrac{\alpha}{n} I + F)^{-1}$, so without it damping and step are $n$ times too small.
var thousandfold = Fp
thousandfold.scale(by: 1_000)
let withoutN = try dampedNaturalDirection(g, fisherMatrix: thousandfold, damping: 0.1)
let weaker = try dampedNaturalDirection(g, fisherMatrix: Fp, damping: 0.1 / 1_000)
expect(
  withoutN.elements.map { $0 / 1.1 }, equals: weaker.elements.map { $0 / 1.0001 / 1_000 }, within: 1e-12,
  as: "without $1/n$, for $n = 1000$: a thousandth of the step with $\\alpha/1000$")
listing("BeliefNets/SampledBlock.swift", "sampled block")  // hide

//: An average of independent terms: unbiased, with an error that falls as $n^{-1/2}$. To see the constant, the blocks of all
//: units of the tiny machine are estimated, of $p$ from dreams and of $q$ from images of the data, for several seeds.
let seeds = chapter.effort == .quick ? 6 : 20
let sampleCounts = chapter.effort == .quick ? [10, 100, 1_000] : [10, 30, 100, 300, 1_000, 3_000]
func errors(of network: Network, _ states: [Double]) -> [[Double]] {  // for each n, one a seed
  let exact = tiny.blocks(of: network).flatMap {
    tiny.fisherBlock(of: network, layer: $0.layer, unit: $0.unit, under: states).storage
  }
  return sampleCounts.map { n in
    (0..<seeds).map { seed in
      var stream = random.stream("blocks \(network) \(n)", seed)
      let sampled = tiny.sampledFisherBlocks(of: network, samples: n, data: data, using: &stream)
      return relativeDistance(Vector(sampled.flatMap(\.storage)), Vector(exact))
    }
  }
}
let errorsOfP = errors(of: .generative, dreamt), errorsOfQ = errors(of: .recognition, read)
func slope(_ errors: [[Double]]) -> Double {
  fittedSlope(of: errors.map { log(quantile($0, 0.5)) }, against: sampleCounts.map { log(Double($0)) })
}
expect(slope(errorsOfP), equals: -0.5, within: 0.08, as: "slope of the error of p's blocks")
expect(slope(errorsOfQ), equals: -0.5, within: 0.08, as: "slope of the error of q's blocks")
// hide begin
let at = { (n: Int) in quantile(errorsOfP[sampleCounts.firstIndex(of: n)!], 0.5) }
values(
  ("slopeOfP", slope(errorsOfP), "%.2f"), ("slopeOfQ", slope(errorsOfQ), "%.2f"), ("errorAt100", at(100), "%.2f"),
  ("errorAt1000", at(1_000), "%.3f"))
figure(
  "block-error",
  "Distance of the sampled blocks from the exact ones, relative to their size, against the number of samples. Lines: medians over "
    + "\(seeds) seeds; bands: from the 10 % to the 90 % quantile.",
  alt: "Log-log plot with two falling bands of slope minus one half"
) {
  Panel(x: Axis("samples n", scale: .log), y: Axis("relative error", scale: .log), key: .topRight) {
    let n = sampleCounts.map(Double.init)
    for (name, errors, color) in [("p, from dreams", errorsOfP, Color.green), ("q, from data", errorsOfQ, .purple)] {
      Band(x: n, low: errors.map { quantile($0, 0.1) }, high: errors.map { quantile($0, 0.9) }, color, column: name)
      Curve(x: n, y: errors.map { quantile($0, 0.5) }, color, width: 1.8, title: name)
    }
    Line(through: Point(n[0], 0.5 * quantile(errorsOfP[0], 0.5)), slope: -0.5, .black, dash: .dotted, title: "slope −1/2")
  }
}
// hide end

//: The slopes are {{slopeOfP}} and {{slopeOfQ}}. A hundred samples give the blocks of this machine to about {{errorAt100}} of
//: their size, a thousand, the number of dreams of a step in chapter 11, to {{errorAt1000}}. What follows from a block is less
//: kind: a step needs its *inverse*, and there the small eigenvalues count.

//: ## Blocks of real size {#sec:real-blocks}
//:
//: From here on the machine has layers of {{shape}} units and sees MNIST [@LeCun10], in a fixed Bernoulli draw ({@sec:images}).
//: It is trained for {{steps}} steps with NRWS, the algorithm of chapter 11, at the rate and with the damping printed there: all
//: that is needed here is a machine that is neither random nor converged.
let download = chapter.mayDownload ? Download() : nil  // hide
let digits = try Dataset.mnist(searching: chapter.dataFolder, download: download) { chapter.progress(0, "\($0)") }
let binarisation = Binarisation.fixed(random.stream("static"))
let shape = chapter.effort == .quick ? [784, 40, 20, 10] : [784, 100, 50, 20], steps = chapter.effort == .quick ? 4 : 60
let α = 0.1, rate = 0.04, batch = 100, copies = 10, dreamCount = chapter.effort == .quick ? 300 : 1_000
var initial = random.stream("initial weights")
var start = HelmholtzMachine<Float>(units: shape, using: &initial)
let imageCount = chapter.effort == .quick ? 500 : 3_000
start.setVisibleBiases(toMeansOf: digits.train.matrix(of: 0..<imageCount, binarisation, low: -1, high: 1))
let settings = WakeSleepSettings(
  .nrws(.fisher(damping: α, period: steps)), rate: .constant(rate), batch: batch, samples: copies, dreams: dreamCount)
var trainer = WakeSleep(start, settings, using: random.stream("training"))
var batches = Batches(of: digits.train, size: batch, binarisation, order: random.stream("order"))
// hide begin
chapter.usesData(digits.description, DataStanding(rawValue: digits.provenance.name)!)
for (name, x) in [("steps", steps), ("batch", batch), ("dreamCount", dreamCount), ("imageCount", imageCount)] { value(name, x) }
value("α", α)
value("parentsOfPixel", shape[1])
value("shape", shape.map(String.init).joined(separator: ", "))
let marks = chapter.effort == .quick ? [4] : [10, 30, 60]
chapter.progress(0.2, "training")
// hide end
var kept = [(step: 0, machine: start)]
while trainer.steps < steps {
  try trainer.step(on: batches.matrix(step: trainer.steps))
  if marks.contains(trainer.steps) { kept.append((trainer.steps, trainer.machine)) }
}
let trained = trainer.machine.converted(to: Double.self)

//: Two kinds of blocks in it. One belongs to a *pixel* in $p$: its parents are the {{parentsOfPixel}} units of $h^{(1)}$ and the
//: 1, sampled by dreaming. The other belongs to a *hidden unit* of $h^{(1)}$ in $q$: its parents are 784 pixels and the 1. Pixels
//: need no sampling, but each image is one row: a batch of {{batch}} gives a rank of {{batch}} at most.
func dream(_ count: Int, _ name: String) -> Pass<Double> {
  var pass = Pass(for: trained, images: count), stream = random.stream(name)
  trained.dream(into: &pass, using: &stream)
  return pass
}
let dreams = dream(4 * dreamCount, "dreams")
let manyImages = digits.train.matrix(of: 0..<imageCount, binarisation, low: -1, high: 1) as Matrix<Double>
func images(_ k: Int) -> Matrix<Double> {  // the batches of the training set
  digits.train.matrix(of: k * batch..<(k + 1) * batch, binarisation, low: -1, high: 1)
}
let p0 = trained.generative[0], q1 = trained.recognition[1], pixel = 14 * 28 + 14  // in the middle
let ofPixel = try p0.blockSpectrum(unit: pixel, parents: dreams.H[1])
let ofHidden = try q1.blockSpectrum(unit: 0, parents: manyImages), ofFew = try q1.blockSpectrum(unit: 0, parents: images(0))
// hide begin
let spectra: [(name: String, λ: [Double], color: Color, d: Int)] = [
  ("pixel, \(4 * dreamCount) dreams", ofPixel.eigenvalues, .green, shape[1] + 1),
  ("hidden unit, \(imageCount) images", ofHidden.eigenvalues.filter { $0 > 0 }, .purple, 785),
  ("hidden unit, \(batch) images", ofFew.eigenvalues.filter { $0 > 0 }, .amber, 785),
]
for (name, λ) in [("Pixel", spectra[0].λ), ("Hidden", spectra[1].λ)] {
  values(
    ("greatest\(name)", λ.last!, "%.1f"), ("least\(name)", λ[0], "%.1g"),
    ("share\(name)", 100 * λ.last! / λ.reduce(0, +), "%.0f %%"), ("above\(name)", Double(λ.count { $0 > α }), "%.0f"))
}
figure(
  "spectrum",
  "Eigenvalues of three blocks, from the greatest down, without those that are zero to rounding: of the 785 of a hidden unit "
    + "\(ofHidden.rank) and \(ofFew.rank) are left with \(imageCount) and with \(batch) images. Dashed: the damping α = \(α).",
  alt: "Three falling curves on logarithmic axes. That of the pixel is flat near the dashed line; the others fall far below it"
) {
  Panel(x: Axis("place, from the greatest", scale: .log), y: Axis("eigenvalue λ", scale: .log), key: .bottomLeft) {
    for spectrum in spectra {
      let λ = Array(spectrum.λ.reversed()), name = spectrum.name
      Curve(x: λ.indices.map { Double($0 + 1) }, y: λ, spectrum.color, width: 1.8, title: name, column: name)
    }
    Line(horizontal: α, .black, dash: .dashed, label: "α")
  }
}
// hide end
expect(ofFew.rank <= batch, as: "the rank is at most the number of images")
expect(ofHidden.rank < 785, as: "with \(imageCount) images too the block of the hidden unit is singular")
expect(spectra.allSatisfy { $0.λ.last! <= Double($0.d) / 4 }, as: "no eigenvalue is above $d/4$")

//: They are as different as can be. In dreams the units of $h^{(1)}$ are still nearly independent, so the block of the pixel is
//: not far from a multiple of the identity: its eigenvalues go from {{greatestPixel}} to {{leastPixel}}. Pixels are anything but
//: independent. The greatest eigenvalue of the hidden unit, {{greatestHidden}}, has {{shareHidden}} of the trace: one direction,
//: about the mean image, in which the unit is stiff. The others go down to {{leastHidden}} and to zero: pixels in the corners are
//: never on, so their weights cannot be told from the bias. Only {{aboveHidden}} of 785 are above the damping.

//: ## Damping {#sec:fb-damping}
//:
//: Hence the damping, equation (16) of [@VVMA] and {@eq:damping} of chapter 11. In the eigenvectors $v_k$ of the block,
//:
//: $$ \tilde F = \frac{\alpha I + F}{1 + \alpha}, \qquad
//: \tilde F^{-1} g = \sum_k \frac{1 + \alpha}{\alpha + \lambda_k}\, (v_k^\T g)\, v_k. $$ {#eq:damped-spectrum}
//:
//: Read it direction by direction: where $\lambda_k \gg \alpha$ the step is the natural one, with $1/\lambda_k$; where
//: $\lambda_k \ll \alpha$ the gradient is multiplied by the constant $(1 + \alpha)/\alpha$, as in a vanilla step. The damping is
//: the information below which a direction is not believed. Its two limits: $\tilde F^{-1} g \to g$ for $\alpha \to \infty$, with
//: an error of order $1/\alpha$, and $\tilde F^{-1} g \to F^{-1} g$ for $\alpha \to 0$, with an error of order $\alpha$ once
//: $\alpha$ is far below the least eigenvalue. Where $F$ is singular the second limit is the pseudo-inverse $F^+ g$, *if* $g$ has
//: no part along the directions without information; otherwise the step grows as $1/\alpha$ without limit.
listing("BeliefNets/DampedSpectrum.swift", "damped spectrum")  // hide

//: {@tab:limits} has this in numbers, for gradients of the trained machine. The pixel's comes from the wake phase. The hidden
//: unit has two: that of the wake phase, a combination of images, which lies in the span of those behind $F$; and that of the
//: sleep phase, a combination of *dreams*, in which now and then a pixel is on that is on in no image.
func phaseGradient(_ algorithm: Algorithm) -> Gradient<Double> {
  trained.gradient(of: algorithm, at: images(0), samples: copies, dreams: dreamCount, using: random.stream("gradient"))
}
let awake = phaseGradient(Algorithm(weighting: .importance, wakeShare: 1, metric: .euclidean)), asleep = phaseGradient(.ws)
let gPixel = awake.generative[0].row(pixel), gHidden = awake.recognition[1].row(0), gDreams = asleep.recognition[1].row(0)
func away(_ F: DampedSpectrum, _ g: Vector<Double>, _ α: Double, from goal: Vector<Double>) -> Double {
  relativeDistance(F.direction(g, damping: α), goal)
}
func length(_ α: Double) -> Double { ofHidden.direction(gDreams, damping: α).norm / gDreams.norm }
let limitOfPixel = ofPixel.direction(gPixel, damping: 0), limitOfHidden = ofHidden.direction(gHidden, damping: 0)
// hide begin
table(
  "limits",
  "Damped steps of a pixel in p and of a hidden unit in q: their relative distances to the undamped step and to the gradient, and the "
    + "condition of the damped block. Last: the length of the hidden unit's step asleep, relative to that gradient.",
  columns: [
    "α", "pixel: to $F^{-1} g$", "to $g$", "condition", "hidden: to $F^+ g$", "to $g$", "condition", "asleep: length",
  ],
  rows: [1e-8, 1e-6, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1e4, 1e6].map { α in
    [
      α, away(ofPixel, gPixel, α, from: limitOfPixel), away(ofPixel, gPixel, α, from: gPixel), ofPixel.condition(damping: α),
      away(ofHidden, gHidden, α, from: limitOfHidden), away(ofHidden, gHidden, α, from: gHidden), ofHidden.condition(damping: α),
      length(α),
    ]
  }, formats: ["%g", "%.2g", "%.2g", "%.3g", "%.2g", "%.2g", "%.3g", "%.3g"])
values(
  ("pixelCondition", ofPixel.condition(damping: 0), "%.0f"), ("pixelDamped", ofPixel.condition(damping: α), "%.0f"),
  ("hiddenCondition", spectra[1].λ.last! / spectra[1].λ[0], "%.0e"), ("hiddenDamped", ofHidden.condition(damping: α), "%.0f"),
  ("asleepLength", length(1e-8), "%.0e"))
// hide end
expect(
  away(ofPixel, gPixel, 1e6, from: gPixel) / away(ofPixel, gPixel, 1e4, from: gPixel), equals: 0.01, within: 1e-3,
  as: "the distance to $g$ falls as $1/\\alpha$")
expect(
  away(ofPixel, gPixel, 1e-8, from: limitOfPixel) / away(ofPixel, gPixel, 1e-6, from: limitOfPixel), equals: 0.01, within: 2e-3,
  as: "the distance to $F^{-1} g$ falls as $\\alpha$")
let least = ofHidden.eigenvalues.first { $0 > 0 }!
expect(away(ofHidden, gHidden, 1e-3 * least, from: limitOfHidden) < 0.01, as: "awake, the hidden unit's step tends to $F^+ g$")
expect(length(1e-7 * least) / length(1e-5 * least), equals: 100, within: 1, as: "asleep, its length grows as $1/\\alpha$")

//: “Too small damping factors lead to a large conditioning number” (appendix B of the paper) is right for $q$: the condition
//: of the hidden unit's block is {{hiddenCondition}} even between its positive eigenvalues, and {{hiddenDamped}} with
//: $\alpha =$ {{α}}. It is harmless for the pixel: {{pixelCondition}} undamped, {{pixelDamped}} damped. Rounding is the
//: lesser part of it, since double precision has digits to spare. The greater part is what is not known: asleep, the hidden
//: unit's step at $\alpha = 10^{-8}$ is {{asleepLength}} times as long as its gradient, along directions of which the images
//: said nothing.
//:
//: Small eigenvalues are also the worst estimated ones. {@fig:angles} puts both sides of the bargain next to each other: how far
//: the damped step is from the undamped one and from the gradient, and how far two damped steps are from each other when each
//: block has its own samples, as many as in a step of training: {{dreamCount}} dreams, or {{batch}} images.
// hide begin
chapter.progress(0.4, "damping")
let pixelCount = chapter.effort == .quick ? 4 : 40, hiddenCount = chapter.effort == .quick ? 1 : 3
let lively = (0..<784).filter { j in (30...170).contains((0..<200).count { manyImages[$0, j] > 0 }) }
let chosen = (0..<pixelCount).map { lively[$0 * lively.count / pixelCount] }
let alphas = (0...24).map { pow(10, -4 + Double($0) / 4) }
let twinDreams = (dream(dreamCount, "first twin").H[1], dream(dreamCount, "second twin").H[1])
let pixelAngles = try chosen.map {
  try p0.dampingAngles(
    unit: $0, gradient: awake.generative[0], parents: dreams.H[1], twins: twinDreams, dampings: alphas)
}
let hiddenAngles = try (0..<hiddenCount).map {
  try q1.dampingAngles(
    unit: $0, gradient: awake.recognition[1], parents: manyImages, twins: (images(1), images(2)), dampings: alphas)
}
func median(_ angles: [DampingAngles], _ part: KeyPath<DampingAngles, [Double]>, _ k: Int, _ share: Double = 0.5) -> Double {
  quantile(angles.map { $0[keyPath: part][k] }, share)
}
for (name, angles) in [("Pixel", pixelAngles), ("Hidden", hiddenAngles)] {
  let paper = alphas.firstIndex { abs($0 - α) < 1e-9 }!
  values(
    ("noiseLow\(name)", median(angles, \.noise, 0), "%.0f°"), ("noisePaper\(name)", median(angles, \.noise, paper), "%.0f°"),
    ("turnPaper\(name)", median(angles, \.gradient, paper), "%.0f°"), ("turnLow\(name)", median(angles, \.gradient, 0), "%.0f°"))
}
value("expectedNoise", (2 * Double(shape[1] + 1) / Double(dreamCount)).squareRoot() * 180 / .pi, "%.0f°")
figure(
  "angles",
  "Angles of damped steps against the damping: medians over \(chosen.count) pixels and over \(hiddenCount) hidden units; bands are the "
    + "middle half of the pixels, and the range of the hidden units. Blue: to the undamped step. Orange: to the gradient (blocks from many "
    + "samples). Black: between two steps from different samples, as many as a step of training has. Dashed: the paper's damping.",
  alt:
    "Two panels of three curves against the damping: one rises, one falls, and the noise falls to zero. On the right all are higher",
  columns: 2
) {
  for (name, angles, share) in [("pixels, in p", pixelAngles, 0.25), ("hidden units, in q", hiddenAngles, 0.0)] {
    Panel(name, x: Axis("damping α", scale: .log), y: Axis("angle, degrees", 0...120), key: share > 0 ? .topLeft : .none) {
      let parts: [(KeyPath<DampingAngles, [Double]>, Color, String)] = [
        (\.undamped, .natural, "undamped step"), (\.gradient, .vanilla, "gradient"),
        (\.noise, .black, "other samples"),
      ]
      for (part, color, title) in parts {
        let y = { share in alphas.indices.map { median(angles, part, $0, share) } }
        Band(x: alphas, low: y(share), high: y(1 - share), color, column: title)
        Curve(x: alphas, y: y(0.5), color, width: 1.8, title: title)
      }
      Line(vertical: α, .grey, dash: .dashed)
    }
  }
}
// hide end
for (name, angles) in [("pixels", pixelAngles), ("hidden units", hiddenAngles)] {
  expect(median(angles, \.noise, 0) > median(angles, \.noise, 24) + 10, as: "\(name): damping brings two estimates together")
  expect(median(angles, \.gradient, 24) < 25, as: "\(name): at much damping the step is nearly the gradient")
}

//: For the pixels the metric is a small correction: undamped it turns the gradient by {{turnLowPixel}}. Two undamped steps from
//: {{dreamCount}} dreams each are {{noiseLowPixel}} apart, *more* than that: a block of $d$ rows is known from $n$ samples to
//: about $\sqrt{d/n}$ in a typical direction, and $\sqrt{2 d / n}$ is {{expectedNoise}} here. At $\alpha =$ {{α}} they are
//: {{noisePaperPixel}} apart. For the hidden units the metric is nearly everything: at $\alpha =$ {{α}} it turns the gradient by
//: {{turnPaperHidden}}, while two estimates are {{noisePaperHidden}} apart, at $\alpha = 10^{-4}$ even {{noiseLowHidden}}. (An
//: angle counts all directions alike. That the one stiff direction is right matters more for training than these numbers tell.)
//: Damping trades the geometry that the samples cannot support for one that they can.

//: ## Woodbury's identity {#sec:fb-woodbury}
//:
//: With fewer samples than weights, $n < d$, the block has rank $n$ at most, and an $n \times n$ matrix knows all about it. Put
//: $S = Q^{1/2} H$, so that $F = S^\T S$. Then
//:
//: $$ (\alpha I + S^\T S)\, S^\T = S^\T (\alpha I + S S^\T) \quad\Longrightarrow\quad
//: S^\T (\alpha I + S S^\T)^{-1} = (\alpha I + S^\T S)^{-1} S^\T, $$ {#eq:push-through}
//:
//: and from $\alpha\,(\alpha I + S^\T S)^{-1} = I - (\alpha I + S^\T S)^{-1} S^\T S$ follows, by pushing the inverse through,
//:
//: $$ \tilde F^{-1} g = \frac{1 + \alpha}{\alpha} \bigl( g - S^\T (\alpha I + S S^\T)^{-1} S g \bigr)
//: = \frac{1 + \alpha}{\alpha} \bigl( g - H^\T (\alpha Q^{-1} + H H^\T)^{-1} H g \bigr). $$ {#eq:two-woodburys}
//:
//: The second form is (17) of [@VVMA], named there after Sherman and Morrison, whose formula is the case $n = 1$. The library has
//: the first. For the blocks of all 784 pixels, from {{fewDreams}} dreams:
let fewDreams = shape[1] / 2, few = dream(fewDreams, "few dreams")
func pixelSteps(_ route: FisherBlocks<Double>.Route) throws -> Matrix<Double> {
  var blocks = FisherBlocks<Double>(units: 784, parameters: shape[1] + 1, samples: fewDreams, route: route)
  try blocks.refresh(parents: few.H[1], logits: few.generativeLogits[0], damping: α)
  var G = awake.generative[0]
  blocks.solve(&G)
  return G
}
let directSteps = try pixelSteps(.direct), woodburySteps = try pixelSteps(.woodbury)
value("fewDreams", fewDreams)  // hide
expect(
  difference(woodburySteps, directSteps).norm / directSteps.norm, equals: 0, within: 1e-11,
  as: "{@eq:two-woodburys} against the direct solution")

//: ### Saturated units
//:
//: The second form does not always exist. A unit whose logit is large in some sample is sure of itself there:
//: $\sigma(1 - \sigma)$ is tiny, and $Q^{-1}$ is huge, or infinite. Written down as it stands, $\sigma(1 - \sigma)$ is zero in
//: single precision from a logit of 17 on, because $\sigma$ rounds to 1. In the form with $S$ such a sample is a row of zeros,
//: and says nothing, as it should. One such sample among eight:
/// (17) as printed, with q = σ (1 − σ) / n as it is written; nil where α Q⁻¹ + H Hᵀ has no Cholesky factor.
func printedStep(_ H: Matrix<Float>, logits a: Vector<Float>, _ g: Vector<Float>, damping α: Float) -> Vector<Float>? {
  var M = Matrix<Float>(zeros: H.rows, H.rows), u = Vector<Float>(zeros: H.rows), step = g
  M.setGram(H, .asIs)
  for r in 0..<H.rows { M[r, r] += α / (sigmoid(a[r]) * (1 - sigmoid(a[r])) / Float(H.rows)) }
  var factor = Cholesky<Float>(dimension: H.rows)
  do { try factor.factor(M) } catch { return nil }
  u.setProduct(H, g)
  factor.solve(&u)
  step.setProduct(H, .transposed, u, scaledBy: -1, plus: 1)
  step.scale(by: (1 + α) / α)
  return step
}
// hide begin
let smallH = Matrix<Double>(8, 20) { dreams.H[1][$0, $1 == 19 ? shape[1] : $1] }
let floatH = Matrix<Float>(8, 20) { Float(smallH[$0, $1]) }, smallG = Vector<Double>(count: 20) { gPixel[$0] }
let usual = Array(dreams.generativeLogits[0].column(pixel).elements.prefix(8))
// hide end
for logit in [0.0, 16, 17, 40, 200] {
  let a = Vector([logit] + usual.dropFirst()), b = Vector(a.elements.map(Float.init))
  let right = try dampedNaturalDirection(smallG, fisherMatrix: sampledFisherBlock(parents: smallH, logits: a), damping: α)
  var blocks = FisherBlocks<Float>(units: 1, parameters: 20, samples: 8, route: .woodbury)
  try blocks.refresh(parents: floatH, logits: Matrix(8, 1, storage: b.elements), damping: Float(α))
  var G = Matrix<Float>(1, 20) { Float(smallG[$1]) }
  let printed = printedStep(floatH, logits: b, G.row(0), damping: Float(α))
  blocks.solve(&G)
  for (step, form) in [(G.row(0), "with $S$"), (printed, "with $Q^{-1}$")] {
    guard let step else { continue }
    let error = relativeDistance(Vector(step.elements.map(Double.init)), right)
    expect(error, equals: 0, within: 1e-5, as: "logit \(Int(logit)), single precision: the form \(form)")
  }
  expect((printed == nil) == (logit >= 17), as: "the form with $Q^{-1}$ \(logit < 17 ? "exists" : "has no factor")")
}

//: Clipping probabilities, as the authors' code does, is one way around. Not to divide is another ({@eq:woodbury} has the code).

//: ## Counted, not measured {#sec:counted}
//:
//: What does the identity save? § 5.1 of the paper says: $\mathcal O(l n^2)$ operations instead of $\mathcal O(l^3)$. Count
//: again, for all units of a layer, with a multiplication or an addition as one operation.
//:
//: - *Direct*: $H^\T Q_j H$ takes $n d^2$ for each unit (half of a symmetric product), which the $l^3$ leaves out; its factor
//:   $d^3/3$. A gradient then takes $2 d^2$.
//: - *Woodbury*: $H H^\T$ is the same for all units, $n^2 d$ *once*; this is the $l n^2$ of the paper. Scaling it takes $n^2$ a
//:   unit, and its factor $n^3/3$ a unit, which the paper leaves out. A gradient then takes $4 n d + 2 n^2$.
listing("BeliefNets/BlockCost.swift", "operations")  // hide

//: So the printed count is too high where many units share $H H^\T$, and too low where $n$ is large. {@fig:operations} compares
//: the counts for the two large layers of the twelve-layer machine. *These are counts, not seconds*: a product runs at many times
//: the speed of a triangular solve, and what is kept between steps has to be read from memory.
// hide begin
let keptFor = 50
func crossing(_ units: Int, _ d: Int, _ period: Int) -> Int { BlockCost.crossing(units: units, parameters: d, period: period) }
figure(
  "operations",
  "Operations to make all blocks of a layer anew (thick) and what § 5.1 of the paper counts (dotted), against the number of samples; "
    + "computed from the formulas of the listing above, not measured. Dashed: where the two ways take the same number.",
  alt: "Two panels of rising lines on logarithmic axes. That of Woodbury is below the direct one for few samples, and crosses it",
  columns: 2
) {
  let counts = Grid.even(1...4, 61).map { Int(pow(10, $0).rounded()) }, n = counts.map(Double.init)
  for (units, d, name) in [(784, 301, "p, pixels: 784 units, d = 301"), (300, 785, "q, first layer: 300 units, d = 785")] {
    let costs = counts.map { BlockCost(units: units, parameters: d, samples: $0) }
    Panel(name, x: Axis("samples n", scale: .log), y: Axis("operations", 1e6...1e16, scale: .log), key: .topLeft) {
      Curve(x: n, y: costs.map(\.directRefresh), .green, width: 2, title: "direct", column: "direct")
      Curve(x: n, y: costs.map(\.woodburyRefresh), .purple, width: 2, title: "Woodbury", column: "Woodbury")
      Curve(x: n, y: costs.map(\.printedDirect), .green, dash: .dotted, title: "l³ a unit", column: "printed direct")
      Curve(
        x: n, y: costs.map(\.printedWoodbury), .purple, dash: .dotted, title: "l n² a unit", column: "printed Woodbury")
      Line(vertical: Double(crossing(units, d, 1)), .grey, dash: .dashed)
    }
  }
}
let firstOfQ = BlockCost(units: 300, parameters: 785, samples: 100), square = BlockCost(units: 784, parameters: 301, samples: 301)
let pixelsOfP = BlockCost(units: 784, parameters: 301, samples: 1_000)
values(
  ("savedByFolding", firstOfQ.directRefresh / firstOfQ.woodburyRefresh, "%.0f"),
  ("lostOnPixels", pixelsOfP.woodburyRefresh / pixelsOfP.directRefresh, "%.1f"),
  ("ratioOne", Double(crossing(784, 301, 1)) / 301, "%.1f"), ("ratioMany", Double(crossing(784, 301, keptFor)) / 301, "%.1f"))
value("keptFor", keptFor)
value("counted", Int(pixelsOfP.samples))
// hide end
expect(square.printedWoodbury, equals: square.printedDirect, within: 0, as: "the printed counts cross at $n = l$")
expect(pixelsOfP.woodburyRefresh > pixelsOfP.directRefresh, as: "with 1,000 dreams the identity does not pay for the pixels of p")

//: The printed counts cross at $n = l$. The right ones cross at $n \approx$ {{ratioOne}} $d$ for the pixels of $p$, since a block
//: must also be formed before it can be factored ({@ex:where-they-cross}); and at {{ratioMany}} $d$ when it is kept for
//: {{keptFor}} steps, since with the identity each gradient costs more. With {{counted}} dreams it takes {{lostOnPixels}} times the
//: operations of the direct way for the pixels; for the first layer of $q$, with the 100 images of a batch as rows,
//: {{savedByFolding}} times fewer. The bound $\mathcal O(l_0 l_1 n^2)$ of the paper for the whole machine holds as long as
//: $n^3/3 \le l n^2$, that is $n \le 3 l$. In seconds: {@fig:crossover}.

//: ## How long a metric keeps {#sec:keeping}
//:
//: Making the blocks is dear, applying them is cheap, and so the paper keeps them for $K$ steps, “assuming the locality of the
//: gradient descent learning step”. How fast does a kept metric go wrong? While the machine of {@sec:real-blocks} was trained
//: with the metric of its first step, copies of it were kept. At each of them three directions are made of the gradient of one
//: new batch: with the *old* metric, estimated at step 0, with a *fresh* one, and with a second fresh one from other samples. The
//: angle between old and fresh is the age of the metric. The angle between the two fresh ones is the *floor*: below it an old
//: metric cannot be told from a fresh one.
func metric(of machine: HelmholtzMachine<Float>, batch k: Int, _ name: String) throws -> MetricEstimate<Float> {
  let X = digits.train.matrix(of: k * batch..<(k + 1) * batch, binarisation, low: -1, high: 1) as Matrix<Float>
  return try MetricEstimate(
    of: machine, images: X, samples: copies, dreams: dreamCount, damping: Float(α), using: random.stream(name))
}
chapter.progress(0.6, "ages of metrics")  // hide
let newBatch = digits.train.matrix(of: 0..<batch, binarisation, low: -1, high: 1) as Matrix<Float>
var old = try metric(of: start, batch: 3, "old")
let ages = try kept.map { step, machine in
  var fresh = try metric(of: machine, batch: 1, "fresh \(step)"), twin = try metric(of: machine, batch: 2, "twin \(step)")
  let stream = random.stream("new batch", step)
  let g = machine.gradient(of: .rws, at: newBatch, samples: copies, dreams: dreamCount, using: stream)
  return MetricAge.measured(on: g, old: &old, fresh: &fresh, twin: &twin)
}
// hide begin
let ageNames = ["p, x", "p, h⁽¹⁾", "p, h⁽²⁾", "p, prior", "q, h⁽¹⁾", "q, h⁽²⁾", "q, h⁽³⁾"]
let ageColors: [Color] = [.natural, .green, .purple, .amber, .green, .purple, .amber]
let firstAges = ages[0], lastAges = ages.last!
for (name, k) in [("Pixels", 0), ("Reading", 4)] {
  values(
    ("ageOf\(name)", lastAges[k].old, "%.0f°"), ("floorOf\(name)", lastAges[k].floor, "%.0f°"),
    ("gradientOf\(name)", lastAges[k].gradient, "%.0f°"), ("distanceOf\(name)", lastAges[k].oldDistance, "%.2f"),
    ("floorDistanceOf\(name)", lastAges[k].floorDistance, "%.2f"))
}
value("ageOfPrior", lastAges[3].old, "%.2f°")
figure(
  "keeping",
  "Age of the metric of step 0 during \(steps) steps of training: the angle between the natural directions with the old and with a "
    + "fresh metric, layer by layer. Dashed: the floor, the angle between two fresh ones. Where a line runs along its dashed one, the "
    + "old metric is as good as new.",
  alt: "Two panels of lines that start at the height of their dashed counterparts; some rise a little with the steps", columns: 2
) {
  for (title, layers) in [("p, from the top down", 0..<4), ("q, from the image up", 4..<7)] {
    Panel(title, x: Axis("step", 0...Double(steps)), y: Axis("angle to a fresh direction, degrees", 0...70), key: .topRight) {
      for k in layers {
        let x = kept.map { Double($0.step) }, name = String(ageNames[k].dropFirst(3))
        Curve(x: x, y: ages.map { $0[k].old }, ageColors[k], width: 1.8, title: name)
        Curve(x: x, y: ages.map { $0[k].floor }, ageColors[k], dash: .dashed, column: name + " floor")
      }
    }
  }
}
// hide end
expect(firstAges[0].old < 1.5 * firstAges[0].floor, as: "at step 0 the old metric is a fresh one")
expect(lastAges[3].floor < 1e-6, as: "the blocks of the prior need no samples, so their floor is 0")
expect(lastAges[4].old < 1.2 * lastAges[4].floor, as: "in the first layer of q the age is within the floor")

//: After {{steps}} steps the old metric of the pixels makes {{ageOfPixels}} with a fresh one, over a floor of {{floorOfPixels}};
//: the gradient itself makes {{gradientOfPixels}}. (As distances, relative to the length of the fresh direction:
//: {{distanceOfPixels}} and {{floorDistanceOfPixels}}.) In the first layer of $q$, whose blocks of 785 rows come from {{batch}}
//: images, the age of {{ageOfReading}} drowns in a floor of {{floorOfReading}} (distances {{distanceOfReading}} and
//: {{floorDistanceOfReading}}). The prior, whose blocks need no samples, shows an age without any floor: {{ageOfPrior}}. So
//: within these steps a metric errs more by the *samples* that it was made of than by its *age*. That supports keeping it, and
//: suggests that more samples, taken rarely, are the better bargain. It says nothing about hundreds of steps.

//: ## The other Fisher matrix {#sec:marginal}
//:
//: All blocks so far belong to the *joint* distribution $p(x, h)$. What one wants to fit is $p(x) = \sum_h p(x, h)$, and that is
//: another model with another metric. Since $\log p(x, h) = \log p(x) + \log p(h \mid x)$, the score of the joint is the sum of
//: two scores; the second has mean zero given $x$, while the first is a function of $x$, so their product has mean zero:
//:
//: $$ F_{\text{joint}} = F_{\text{marginal}} + \E_x\bigl[ F_{\text{posterior}}(x) \bigr]. $$ {#eq:three-fishers}
//:
//: The joint metric counts what a change does to the image *and* to its explanation. {@fig:marginal} shows the three.
let (Fm, Fh) = (tiny.marginalFisherMatrix(), tiny.posteriorFisherMatrix())
expect(difference(Fp, Fm).storage, equals: Fh.storage, within: 1e-13, as: "{@eq:three-fishers}")
let ranks = try [Fp, Fm].map { try DampedSpectrum($0).rank }
expect(ranks.map(Double.init), equals: [Double(Fp.rows), 15], within: 0, as: "ranks of the joint and of the marginal matrix")
expect(try symmetricEigenvalues(Fh)[0] > -1e-14, as: "$F_{\\text{joint}} - F_{\\text{marginal}}$ has no negative eigenvalue")
let offMarginal = deviations(Fm, .generative, dreamt)[0]
expect(offMarginal > 0.01, as: "the marginal matrix has no blocks")
// hide begin
func trace(_ F: Matrix<Double>) -> Double { (0..<F.rows).reduce(0) { $0 + F[$1, $1] } }
values(
  ("offMarginal", offMarginal, "%.3f"), ("rankOfJoint", Double(ranks[0]), "%.0f"), ("rankOfMarginal", Double(ranks[1]), "%.0f"),
  ("shareMarginal", 100 * trace(Fm) / trace(Fp), "%.0f %%"))
figure(
  "marginal",
  "The Fisher matrix of p(x, h) for the tiny machine, and the two that add up to it: that of p(x), and the mean of those of p(h | x). All panels have one "
    + "scale. The first is block diagonal because the entries off the blocks cancel: they are opposite in the other two.",
  alt: "Three square matrices of coloured cells: block diagonal on the left, full in the middle and on the right",
  columns: 3
) {
  Figure(columns: 3, width: 960) {
    for (title, F) in [("joint, p(x, h)", Fp), ("marginal, p(x)", Fm), ("posterior, p(h | x)", Fh)] {
      fisherPanel(title, F, .generative, reach: 0.25, colorBar: title.first == "p" ? "entry" : nil, outlined: title.first == "j")
    }
  }
}
// hide end

//: The marginal matrix is full, with entries up to {{offMarginal}} off the blocks, and singular: 16 images have 15 degrees of
//: freedom, and there are {{rankOfJoint}} parameters, so its rank is {{rankOfMarginal}}. Along the other directions $p(x)$ stands
//: still while $h$ changes its meaning. The joint metric is regular, cheap, and shorter of step: of its trace only
//: {{shareMarginal}} are about the images. How much of the step is lost shows in the rate at which $\log p(x)$ rises,
//: $g^\T F^{-1} g$, for the gradient of one image in both metrics:
let towards = try [Fp, Fm].map { g.dot(try DampedSpectrum($0).direction(g, damping: 0)) }
values(("riseJoint", towards[0], "%.1f"), ("riseMarginal", towards[1], "%.1f"))  // hide
expect(towards[0] < towards[1], as: "the natural gradient of the marginal is the steeper one")
expect(
  towards[1], equals: 1 / exp(tiny.logMarginal[image]) - 1, within: 1e-6, as: "$g^\\T F^{-1} g$ of the marginal is $1/p(x) - 1$")

//: They are {{riseJoint}} and {{riseMarginal}}. (The second must be $1/p(x) - 1$ for any model that can move all probabilities of
//: images freely, as this one can to first order; {@ex:steepest-marginal} asks why.) The metric of the marginal “could be
//: better”, says § 4 of the paper, and leaves it for later: it needs the posterior, which a Helmholtz machine has not got.

//: ## Printed against right {#sec:fb-printed}
//:
//: What the paper [@VVMA] and the slides [@Malago23] print about the blocks, and what this chapter used instead:
//:
//: | where | printed | right | deviation of an entry |
//: |---|---|---|---|
//: | Proposition 1 | a block for each hidden unit, of as many rows as parents | for each unit, visible ones too; a row more, for the bias | |
//: | (10) | $\sigma(1 - \sigma h h^\T)$ | $\sigma(1 - \sigma)\, h h^\T$ | {{lostParenthesis}} |
//: | (11) | $q(x, h) = q(h \mid x)\, p(x)$ | $q(h \mid x)\, p_D(x)$: the data | {{errorOfMarginal}} |
//: | (10)–(15) | no bias | a constant 1 behind the parents, as in (19)–(22) | |
//: | (18)–(22) | parents in layer $i - 1$, the top numbered 0 | in layer $i + 1$ for $p$, as in (10) | |
//: | (13), (15) | $Q$ without $1/n$ | $Q = \diag(\sigma(1-\sigma))/n$ | a factor of $n$ |
//: | (17) | $Q^{-1}$, after Sherman and Morrison | no $Q^{-1}$, after Woodbury | ∞ for a saturated unit |
//: | Algorithm 1, line 10 | $F_p$ from data and $q$ | from dreams | {{errorOf10}} |
//: | Algorithm 1, line 22 | $F_q$ from dreams | from data and $q$ | {{errorOf22}} |
//: | after (23) | the same matrix with units of $\pm 1$ | the same formula; congruent matrices | {{codingDifference}} |

//: ## Summary {#sec:fb-summary}
//:
//: - A unit's score is $(b - \sigma(a))\,\tilde h$ and has mean zero given all that its own net drew before it. So the Fisher
//:   matrix of the joint distribution is block diagonal, exactly, with a block $\E[\sigma(1-\sigma)\,\tilde h\tilde h^\T]$ for
//:   each unit.
//: - The expectation is over the net that owns the unit: dreams for $p$, data read by $q$ for $q$. With other samples neither the
//:   blocks are right nor the zeros.
//: - The coding of the units changes the matrix by a congruence and the natural step not at all; it does change vanilla and
//:   damped steps.
//: - $n$ samples give the blocks up to an error of order $n^{-1/2}$. Their small eigenvalues are the problem: damping gives up
//:   the directions with less information than $\alpha$.
//: - Woodbury's identity takes fewer operations as long as the samples are fewer than about twice the weights of a unit, if a
//:   block serves one step; if it serves many, the limit is lower. In the form without $Q^{-1}$ it is safe.
//: - A kept metric is to be compared with the floor that sampling sets: over tens of steps it hardly ages.
//: - The metric of $p(x)$ alone is full, singular and smaller:
//:   $F_{\text{joint}} - F_{\text{marginal}}$ is what the explanations add.
//:
//: **What to try next.** Change `noise` to 0 and look at the blocks of $q$. Change the weights' scale from 0.8 to 3: where does
//: the spectrum go? Draw {@fig:keeping} with a rate five times higher. And chapter 11 puts these blocks to work.

//: ## Exercises {#sec:fb-exercises}
//:
//: ::: exercise largest-block
//: The twelve-layer machine has 784 pixels and hidden layers of 300, 200, 100, … units. How many rows has the largest block of
//: $p$, and how many the largest of $q$?
//: ::: hint
//: Which layer are the parents of a pixel in p, and of a unit of the first hidden layer in q? Do not forget the bias.
//: ::: solution
//: A pixel has 300 parents and a bias, 301 rows; a unit of $h^{(1)}$ has 784 parents in $q$, 785 rows.
//: :::
//: ::: exercise forgotten-n
//: A program takes $Q$ without $1/n$, with $n = 1000$ samples and $\alpha = 0.1$. With the right $Q$, which damping gives a step
//: in the same direction? And by which factor is the program's $(\alpha I + F)^{-1} g$ then shorter?
//: ::: hint
//: Take n out of (α 1 + n F).
//: ::: solution
//: $(\alpha I + nF)^{-1} = \tfrac1n(\tfrac\alpha n I + F)^{-1}$: the damping is $0.1/1000 = 10^{-4}$, and the step is $1000$
//: times shorter. By {@fig:angles} two such steps, from different samples, are as far apart as undamped ones.
//: :::
//: ::: exercise two-codings
//: A unit has one parent, which is on half of the time, and $W = 0$, $w = 0$. What is the condition (largest over smallest
//: eigenvalue) of its block with units of $\pm 1$, and what with 0 and 1?
//: ::: hint
//: Both blocks are 1/4 of the second moments of (h, 1). Trace and determinant give the eigenvalues.
//: ::: solution
//: With $\pm 1$ the second moments are the identity: condition 1. With 0 and 1 they are
//: $\begin{pmatrix} 1/2 & 1/2 \\ 1/2 & 1 \end{pmatrix}$, with trace $3/2$ and determinant $1/4$: eigenvalues $(3 \pm \sqrt 5)/4$,
//: condition $\left(\tfrac{3 + \sqrt5}{2}\right)^2$, about {{twoCodings:%.3f}}.
//: :::
//: ::: exercise where-they-cross
//: A layer has very many units, and its blocks are made anew at every step, so that only $n d^2 + d^3/3$ and $n^3/3$ count. At
//: which $n/d$ do the two ways take the same number of operations?
//: ::: hint
//: Put n = t d. The cubic has one positive root.
//: ::: solution
//: $t^3 = 3t + 1$, so $t$ is about {{whereTheyCross:%.3f}}. (With $d^3$ for an inverse, $t^3 = 3t + 3$.)
//: :::
//: ::: exercise rank-of-marginal
//: A machine has 3 visible units and hidden layers of 5 and 2. How many parameters has $p$, and which rank can the Fisher matrix
//: of $p(x)$ have at most?
//: ::: hint
//: How many numbers describe a distribution of 2³ images?
//: ::: solution
//: $3 \cdot 6 + 5 \cdot 3 + 2 = 35$ parameters; rank $2^3 - 1 = 7$: scores of $p(x)$ are functions of 8 images with mean zero.
//: :::
//: ::: exercise steepest-marginal
//: Let the scores of $p(x)$ span all functions of $x$ with mean zero. Show that $g^\T F^{-1} g = 1/p(x) - 1$ for
//: $g = \nabla\log p(x)$ at one image $x$, with the pseudo-inverse where
//: $F = F_{\text{marginal}}$ is singular. Why can no other direction $v$ with $v^\T F v = 1$ raise $\log p(x)$ faster?
//: ::: hint
//: A direction v is the random variable u(y) = Σᵢ vᵢ ∂ᵢ log p(y), with E[u] = 0 and E[u²] = vᵀFv. What is the slope of log p(x)?
//: ::: solution
//: The slope is $u(x)$. Since $\E[u] = 0$,
//: $u(x)\, p(x) = \E[u\, (\delta_x - p(x))] \le \sqrt{\E[u^2]} \sqrt{\Var(\delta_x)} = \sqrt{p(x)(1 - p(x))}$ by Cauchy and
//: Schwarz, with equality for $u \propto \delta_x - p(x)$. So the largest squared slope is $1/p(x) - 1$; and in the metric $F$ it
//: is $g^\T F^{-1} g$. To raise the probability of one image is to take mass from all others in proportion.
//: :::
// hide begin
answer("largest-block", [301, 785], within: 0.1)
answer("forgotten-n", [1e-4, 1_000], within: 1e-6)
let stretched = try DampedSpectrum(Matrix(rows: [[0.5, 0.5], [0.5, 1]])).condition(damping: 0)
expect(stretched, equals: pow((3 + 5.0.squareRoot()) / 2, 2), within: 1e-12, as: "the solution of {@ex:two-codings}")
value("twoCodings", stretched)
answer("two-codings", [1, stretched], within: 5e-3)
let crossingRoot = 2 * cos(acos(0.5) / 3)  // of t³ = 3 t + 1
expect(pow(crossingRoot, 3), equals: 3 * crossingRoot + 1, within: 1e-12, as: "the solution of {@ex:where-they-cross}")
value("whereTheyCross", crossingRoot)
answer("where-they-cross", crossingRoot, within: 1e-2)
answer("rank-of-marginal", [35, 7], within: 0.1)
// hide end
