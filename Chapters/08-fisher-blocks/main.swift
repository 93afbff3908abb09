//: # The Fisher matrix in blocks
//:
//: A net with a hundred thousand weights has a Fisher matrix with ten thousand million entries, and nobody inverts that. For a
//: sigmoid belief network nobody has to: nearly all of the entries are zero, not approximately but exactly, and what is left are
//: small blocks, one for each unit. This chapter counts them out on a machine of nine units, proves why they are there, estimates
//: them from samples, and then meets what practice makes of them: blocks that are nearly singular, an identity that is cheaper
//: only sometimes, and a metric that ages while one trains with it.
//:
//: After it you will be able to
//:
//: - prove that the Fisher matrix of a joint distribution falls into one block a unit, and say which distribution must not be
//:   swapped for another one in the proof;
//: - write down a block, estimate it with the right $1/n$, and say how fast the estimate gets better;
//: - say what a change of the units' coding does to the matrix, to the natural step and to the damped step;
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
func difference(_ a: Vector<Double>, _ b: Vector<Double>) -> Vector<Double> {
  var c = a
  c.add(-1, b)
  return c
}
func scaled(_ a: Matrix<Double>, by s: Double) -> Matrix<Double> {
  var c = a
  c.scale(by: s)
  return c
}
/// |a − b| / |b|.
func relativeDistance(_ a: Vector<Double>, _ b: Vector<Double>) -> Double { difference(a, b).norm / b.norm }
func rows(_ a: Matrix<Double>) -> [[Double]] { (0..<a.rows).map { a.row($0).elements } }
func sub(_ a: Matrix<Double>, _ place: Range<Int>) -> Matrix<Double> {
  Matrix(place.count, place.count) { a[place.lowerBound + $0, place.lowerBound + $1] }
}
func quantile(_ values: [Double], _ share: Double) -> Double {
  let sorted = values.sorted()
  return sorted[Int((share * Double(sorted.count - 1)).rounded())]
}
// hide end

//: ## A unit, and a machine of units {#sec:fb-unit}
//:
//: A unit is a coin whose bias its parents decide ({@fig:unit}). Their values $h_1, \dots, h_l$ and a constant 1 make the vector
//: $\tilde h$ of $d = l + 1$ numbers; the unit's weights and its bias make the row $W_j$; and with $b \in \{0, 1\}$ for off and on
//:
//: $$ a_j = W_j \tilde h, \qquad P(b_j = 1 \mid \tilde h) = \sigma(a_j). $$ {#eq:coin}
//:
//: What number stands for on and off is a matter of *coding*, $\{0, 1\}$ or $\{-1, +1\}$. In the second the law reads
//: $P(h_j \mid \tilde h) = \sigma(h_j a_j)$, equation (23) of [@VVMA]. This chapter, like that paper's experiments, has $\pm 1$
//: where it does not say otherwise.
// hide begin
let parentPlaces = (0..<4).map { Point(0, 3 - Double($0)) }, unitPlace = Point(2.6, 1.5), drawPlace = Point(5, 1.5)
func shortened(_ from: Point, _ to: Point, _ start: Double, _ end: Double) -> (Point, Point) {
  let v = to - from, length = (v * v).sum().squareRoot()
  return (from + v * (start / length), v * ((length - start - end) / length))
}
func arrows(_ pairs: [(Point, Point)], gap: Double, _ color: Color, width: Double = 1.2) -> Arrows {
  let shown = pairs.map { shortened($0.0, $0.1, gap, gap) }
  return Arrows(at: shown.map(\.0), vectors: shown.map(\.1), scale: 1, color: .fixed(color), width: width)
}
figure(
  "unit",
  "A unit of a sigmoid belief network: a sum of the parents' values, a sigmoid, and a coin that is on with this probability. "
    + "The constant 1 is a parent too, and the bias its weight.",
  alt: "Four circles on the left, three parents and a constant, with arrows to one circle, and an arrow on to the drawn value"
) {
  Figure(width: 600, height: 300) {
    Panel(x: Axis("", -0.8...6.4), y: Axis("", -0.6...3.6), key: .none) {
      arrows(parentPlaces.map { ($0, unitPlace) }, gap: 0.42, .grey)
      arrows([(unitPlace, drawPlace)], gap: 0.5, .black)
      Points(parentPlaces + [unitPlace, drawPlace], .white, size: 40, column: "nodes")
      Points(parentPlaces + [unitPlace, drawPlace], .black, size: 40, shape: .openCircle, column: "rims")
      for (place, name) in zip(parentPlaces, ["h₁", "h₂", "h₃", "1"]) { Label(name, at: place, anchor: .center) }
      for (k, name) in ["Wⱼ₁", "Wⱼ₂", "Wⱼ₃", "bias Wⱼ₄"].enumerated() {
        let middle = parentPlaces[k] + (unitPlace - parentPlaces[k]) * 0.42
        Label(name, at: middle + Point(0, 0.16), anchor: k == 3 ? .left : .bottom, size: 12)
      }
      Label("aⱼ", at: unitPlace, anchor: .center)
      Label("hⱼ", at: drawPlace, anchor: .center)
      Label("on with probability σ(aⱼ)", at: Point(3.8, 2.15), anchor: .center, size: 12)
      Label("aⱼ = Wⱼ₁h₁ + Wⱼ₂h₂ + Wⱼ₃h₃ + Wⱼ₄", at: Point(4.1, 0.45), anchor: .center, size: 12)
    }.withoutAxes
  }
}
// hide end

//: Units in layers make a sigmoid belief network [@Neal92]: the units of a layer are drawn independently of each other, given
//: the layer before. Two such nets over the same layers $x = h^{(0)}, h^{(1)}, \dots, h^{(L)}$, which run in opposite directions,
//: make a Helmholtz machine [@Dayan95]. The generative net $p$ draws from the top down and has a prior on the top layer,
//: the recognition net $q$ from the image up ({@eq:nets} writes both out):
//:
//: $$ p(x, h) = p(h^{(L)}) \prod_{i<L} p(h^{(i)} \mid h^{(i+1)}), \qquad q(x, h) = p_D(x) \prod_{i \ge 1} q(h^{(i)} \mid h^{(i-1)}). $$ {#eq:fb-nets}
//:
//: The images of $q$ come from the *data*, $p_D$. Training alternates two phases ({@fig:phases}): awake, $q$ reads an image and $p$
//: learns to draw it from what was read; asleep, $p$ dreams and $q$ learns to read the dream.
// hide begin
func nodes(_ layer: Int) -> [Point] {
  let count = [4, 3, 2][layer]
  return (0..<count).map { Point(Double($0) - Double(count - 1) / 2, 1.6 * Double(layer)) }
}
let drawnState = [[true, true, false, false], [true, false, true], [false, true]]
figure(
  "phases",
  "The two phases of a Helmholtz machine with layers of 4, 3 and 2 units; black is on, white off. Thin arrows draw, thick ones say "
    + "who learns. Left, awake: an image comes in, q (green) draws the layers above it, and p (violet) learns to predict each layer from the "
    + "one above. Right, asleep: p draws all layers from its prior down, and q learns to predict each from the one below.",
  alt:
    "Two stacks of three layers of circles. On the left thin arrows lead upwards and thick ones down, on the right the other way.",
  columns: 2
) {
  for (title, isAwake) in [("wake", true), ("sleep", false)] {
    Panel(title, x: Axis("", -2.9...3.1), y: Axis("", -1.2...4.2), key: .none) {
      for i in 0..<2 {
        arrows(
          nodes(i).flatMap { low in nodes(i + 1).map { isAwake ? (low, $0) : ($0, low) } }, gap: 0.3,
          isAwake ? .green : .purple, width: 1)
        arrows(
          [
            isAwake
              ? (Point(2, 1.6 * Double(i) + 1.6), Point(2, 1.6 * Double(i)))
              : (Point(2, 1.6 * Double(i)), Point(2, 1.6 * Double(i) + 1.6))
          ],
          gap: 0.2, isAwake ? .purple : .green, width: 3)
        Label(isAwake ? "p learns" : "q learns", at: Point(2.1, 1.6 * Double(i) + 0.8), isAwake ? .purple : .green, size: 12)
      }
      arrows(
        [isAwake ? (Point(0, -1), Point(0, -0.1)) : (Point(0, 4.1), Point(0, 3.35))], gap: 0.1, isAwake ? .green : .purple,
        width: 1)
      Label(isAwake ? "an image of the data" : "the prior", at: isAwake ? Point(0.1, -0.8) : Point(0.1, 3.85), size: 12)
      for i in 0..<3 {
        Points(nodes(i), .white, size: 24, column: "nodes \(i)")
        Points(zip(nodes(i), drawnState[i]).filter(\.1).map(\.0), .black, size: 24, column: "on \(i)")
        Points(nodes(i), .black, size: 24, shape: .openCircle, column: "rims \(i)")
        Label(["x", "h⁽¹⁾", "h⁽²⁾"][i], at: Point(-2.7, 1.6 * Double(i)), size: 14)
      }
    }.withoutAxes
  }
}
// hide end

//: The machine of {@fig:phases}, nine units, is the subject of the next sections. It has $2^9 = 512$ states, so every expectation
//: is a sum that can be carried out; no sample is drawn until {@sec:sampled-blocks}. Its weights are normal random numbers. Its images are
//: two by two pixels, and its data $p_D$ are the two rows and the two columns, with some noise.
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
expect([dreamt.reduce(0, +), read.reduce(0, +)], equals: [1, 1], within: 1e-13, as: "both distributions sum to 1")
value("states", dreamt.count)
value("parametersOfTinyP", machine.parameterCounts.generative)
value("parametersOfTinyQ", machine.parameterCounts.recognition)

//: It has {{parametersOfTinyP}} parameters in $p$ and {{parametersOfTinyQ}} in $q$.

//: ## One unit's score {#sec:score}
//:
//: The logarithm of a coin's probability is $b \log\sigma(a) + (1 - b) \log(1 - \sigma(a))$. Since $\sigma' = \sigma(1 - \sigma)$, the
//: first term has the derivative $b\,(1 - \sigma)$ by $a$ and the second $-(1 - b)\,\sigma$; together $b - \sigma(a)$. And $a = W_j
//: \tilde h$ is linear in $W_j$, so
//:
//: $$ s_j = \frac{\partial \log p(h_j \mid \tilde h)}{\partial W_j} = (b_j - \sigma(a_j))\, \tilde h, \qquad
//: \frac{\partial^2 \log p(h_j \mid \tilde h)}{\partial W_j\, \partial W_j^\T} = -\sigma(a_j)(1 - \sigma(a_j))\, \tilde h \tilde h^\T. $$ {#eq:unit-score}
//:
//: The second derivative does not depend on what was drawn. It is equation (21) of [@VVMA] (which differentiates by $W^{(k)}$ where
//: it must be the layer's own $W^{(i)}$). Against differences of $\log\sigma(\pm W_j\tilde h)$, for one unit and each of its outcomes:
let parents: Vector<Double> = [1, -1, 1, 1]  // three parents and the constant
let weights = machine.generative[0].weights.row(0)
func curvature(at a: Double) -> Matrix<Double> {
  Matrix(4, 4) { -sigmoid(a) * (1 - sigmoid(a)) * parents[$0] * parents[$1] }
}
for (sign, name) in [(1.0, "on"), (-1.0, "off")] {
  let byDifferences = extrapolatedHessian(of: { logSigmoid(sign * $0.dot(parents)) }, at: weights, step: 0.1)
  expect(
    byDifferences.matrix.storage, equals: curvature(at: weights.dot(parents)).storage, within: 1e-8,
    as: "{@eq:unit-score}, the second derivative where the unit is \(name)")
}

//: Now the two facts that carry the chapter. *Given its parents, a score has mean zero*: $\E[b - \sigma(a)] = 0$ is what
//: $\sigma(a)$ means. *And its mean square is known*: $\E[(b - \sigma)^2] = \sigma(1-\sigma)$ is the variance of a coin, which is the
//: equality of the two forms of the Fisher matrix for one unit.
//:
//: ### Why there are blocks
//:
//: **Proposition 1** of [@VVMA], after a lemma of [@Ay02]. *The Fisher matrix of $p(x, h)$ is block diagonal, with one block for
//: each unit.*
//:
//: *Proof.* The joint distribution is a product over units, each given its parents, so the score of the whole is the list of the
//: units' scores $s_j$, and the matrix consists of the blocks $\E[s_j s_k^\T]$. Take two different units. Draw the layers in
//: order; call $k$ the one that is drawn later, or either of the two if they are in one layer, and let $E$ be everything
//: drawn before the layer of $k$, and also $h_j$. Given $E$ the score $s_j$ is a constant. The unit $k$ depends on $E$ only through its
//: parents: within a layer units are independent given those. So $\E[s_k \mid E] = 0$, and
//:
//: $$ \E[s_j s_k^\T] = \E\bigl[ s_j\, \E[s_k \mid E]^\T \bigr] = 0, \qquad
//: F_j = \E[s_j s_j^\T] = \E\bigl[ \sigma(a_j)(1 - \sigma(a_j))\, \tilde h \tilde h^\T \bigr]. \qquad\square $$ {#eq:fb-blocks}
//:
//: Two things to notice. Nothing was said about *hidden*: visible units have blocks too, where the proposition as printed speaks of
//: hidden ones, and the units of the prior have blocks of one row. And the size of a block is the number of parents *plus one* for the bias.
//: The same proof holds for $q$, whose order is from the image up; the image itself has no parameters in $q$.
//:
//: The proof rests on one step, $\E[s_k \mid E] = 0$, and that needs that the unit is drawn by *its own* net. For each unit,
//: and each state of all the layers that are drawn before it:
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
//: {@fig:joint} shows all of it, computed from the definition $\E[\nabla\log p\; \nabla\log p^\T]$ as a sum over {{states}} states, with no
//: use of the proposition. It is Figure 1 of [@VVMA] with numbers in it.
let (Fp, Fq) = (
  tiny.fisherMatrix(of: .generative, under: dreamt), tiny.fisherMatrix(of: .recognition, under: read)
)
// hide begin
/// The matrix with zeros on the blocks of the units.
func offBlocks(_ F: Matrix<Double>, _ network: Network) -> Matrix<Double> {
  var rest = F
  for block in tiny.blocks(of: network) { for i in block.parameters { for j in block.parameters { rest[i, j] = 0 } } }
  return rest
}
func blockError(_ F: Matrix<Double>, _ network: Network, _ distribution: [Double]) -> Double {
  tiny.blocks(of: network).map { block in
    let closed = tiny.fisherBlock(of: network, layer: block.layer, unit: block.unit, under: distribution)
    return difference(sub(F, block.parameters), closed).maximumMagnitude
  }.max()!
}
let digits = ["₁", "₂", "₃", "₄"]
func unitName(_ layer: Int, _ unit: Int) -> String { ["x", "h⁽¹⁾", "h⁽²⁾"][layer] + digits[unit] }
/// A Fisher matrix of the tiny machine with its units named and, if wanted, their blocks outlined.
func fisherPanel(
  _ title: String, _ F: Matrix<Double>, _ network: Network, range: ClosedRange<Double>, colorBar: String? = nil,
  outlined: Bool = true
) -> Panel {
  let blocks = tiny.blocks(of: network)
  func centre(_ place: Range<Int>) -> Double { Double(place.lowerBound + place.upperBound - 1) / 2 }
  let layers = machine.layers(of: network).map { i in
    let own = blocks.filter { $0.layer == i }.map(\.parameters)
    return (i, own.first!.lowerBound..<own.last!.upperBound)
  }
  func box(_ place: Range<Int>, _ color: Color, _ width: Double) -> [any Layer] {
    let (a, b) = (Double(place.lowerBound) - 0.5, Double(place.upperBound) - 0.5)
    let corners = [Point(a, a), Point(b, a), Point(b, b), Point(a, b)]
    return (0..<4).map { Line(from: corners[$0], to: corners[($0 + 1) % 4], color, width: width) }
  }
  return Panel(
    title,
    x: Axis("", ticks: layers.map { centre($0.1) }, tickLabels: layers.map { ["x", "h⁽¹⁾", "h⁽²⁾"][$0.0] }),
    y: Axis(
      "", ticks: blocks.map { centre($0.parameters) }, tickLabels: blocks.map { unitName($0.layer, $0.unit) }, reversed: true),
    aspect: .equal, key: .none, grid: false
  ) {
    HeatMap(Grid(matrix: rows(F)), palette: .diverging, range: range, colorBar: colorBar)
    if outlined {
      for (_, place) in layers { box(place, .grey, 1.6) }
      for block in blocks { box(block.parameters, .black, 0.8) }
    }
  }
}
figure(
  "joint",
  "The Fisher matrices of p and of q for the machine of {@fig:phases}, row by row: the parameters of each unit, its bias last. White "
    + "is zero. Black boxes: the blocks of the units; grey boxes: what one block a layer would be. Off the black boxes all is white.",
  alt: "Two square matrices of coloured cells; only small boxes along the diagonal are coloured",
  columns: 2
) {
  fisherPanel("of p(x, h)", Fp, .generative, range: -0.25...0.25)
  fisherPanel("of q(h | x), over the data", Fq, .recognition, range: -0.25...0.25, colorBar: "entry")
}
// hide end
expect(offBlocks(Fp, .generative).maximumMagnitude, equals: 0, within: 1e-15, as: "entries of p's matrix off the blocks")
expect(offBlocks(Fq, .recognition).maximumMagnitude, equals: 0, within: 1e-15, as: "entries of q's matrix off the blocks")
expect(blockError(Fp, .generative, dreamt), equals: 0, within: 1e-14, as: "p's blocks against {@eq:fb-blocks}")
expect(blockError(Fq, .recognition, read), equals: 0, within: 1e-14, as: "q's blocks against {@eq:fb-blocks}")
expect(
  tiny.blocks(of: .generative).map { Double($0.parameters.count) }, equals: [4, 4, 4, 4, 3, 3, 3, 1, 1], within: 0,
  as: "sizes of the blocks of p: parents and 1")

//: What to see: inside a grey box, that is within a layer, the units do not speak to each other either. That is the point at which
//: this goes beyond a block a layer, as it is known from feed-forward nets. The slides [@Malago23] print $l_0 \times l_0$ for the
//: largest block; with the bias it has a row and a column more.
//:
//: {@eq:fb-blocks} as printed, (10) in the paper, lost a parenthesis: $\sigma(1 - \sigma \tilde h \tilde h^\T)$. Evaluated entry by entry
//: that is $\sigma - \sigma^2 \tilde h\tilde h^\T$, which is no block of anything:
func printedBlock10(unit j: Int) -> Matrix<Double> {
  Matrix(4, 4) { k, l in
    dreamt.indices.reduce(0.0) { sum, s in
      let h = tiny.values(ofLayer: 1, in: s)
      let σ = sigmoid(h.indices.reduce(0.0) { $0 + machine.generative[0].weights[j, $1] * h[$1] })
      return sum + dreamt[s] * σ * (1 - σ * h[k] * h[l])
    }
  }
}
let x1 = tiny.blocks(of: .generative)[0].parameters
let lostParenthesis = difference(printedBlock10(unit: 0), sub(Fp, x1)).maximumMagnitude
value("lostParenthesis", lostParenthesis, "%.2f")  // hide
expect(lostParenthesis > 0.1, as: "(10) as printed is not the block of $x_1$")

//: The largest deviation for $x_1$ is {{lostParenthesis}}, where no right entry can exceed $1/4$.
//:
//: ### How sparse is that?
//:
//: {@tab:sizes} counts the numbers that must be kept (half of a symmetric matrix) for the twelve-layer machine of [@VVMA], the one of chapter 11.
// hide begin
let deep = [784, 300, 200, 100, 75, 50, 35, 30, 25, 20, 15, 10, 10]
func half(_ n: Double) -> Double { n * (n + 1) / 2 }
/// For each layer of a net its units and the parameters of one.
func shapes(_ network: Network) -> [(units: Int, parameters: Int)] {
  let last = deep.count - 1
  return network == .generative
    ? deep.indices.map { (deep[$0], $0 < last ? deep[$0 + 1] + 1 : 1) } : (1...last).map { (deep[$0], deep[$0 - 1] + 1) }
}
struct StoredNumbers {
  let parameters: Double, full: Double, layers: Double, units: Double
  init(_ shapes: [(units: Int, parameters: Int)]) {
    let counts = shapes.map { Double($0.units * $0.parameters) }
    parameters = counts.reduce(0, +)
    full = half(parameters)
    layers = counts.map(half).reduce(0, +)
    units = shapes.map { Double($0.units) * half(Double($0.parameters)) }.reduce(0, +)
  }
}
let sizesOfP = StoredNumbers(shapes(.generative)), sizesOfQ = StoredNumbers(shapes(.recognition))
table(
  "sizes",
  "Numbers in the Fisher matrix of the twelve-layer machine, and the gigabytes that they take in single precision, with the block "
    + "structure ignored, with one block a layer, and with one block a unit.",
  columns: ["matrix", "of p", "GB", "of q", "GB"],
  rows: [
    ("full", sizesOfP.full, sizesOfQ.full), ("a block a layer", sizesOfP.layers, sizesOfQ.layers),
    ("a block a unit", sizesOfP.units, sizesOfQ.units),
  ].map { [$0.0, $0.1, 4e-9 * $0.1, $0.2, 4e-9 * $0.2] }, formats: [nil, "%.2e", "%.2f", "%.2e", "%.2f"])
value("deepP", Int(sizesOfP.parameters))
value("sparserP", sizesOfP.layers / sizesOfP.units, "%.0f")
value("sparserQ", sizesOfQ.layers / sizesOfQ.units, "%.0f")
value("layerTimes", sizesOfP.full / sizesOfP.layers, "%.1f")
// hide end

//: The claim of § 4 there, “sparser than one block a layer”, is right, and by how much is the number of units in the widest layers. A block a
//: layer saves a factor of {{layerTimes}} in $p$ against the full matrix, because most parameters are in two layers; a block a unit saves
//: another {{sparserP}} in $p$ and {{sparserQ}} in $q$. What remains of $p$ is {{deepP}} parameters with some hundred numbers each.

//: ## Which samples {#sec:which-samples}
//:
//: The expectation in {@eq:fb-blocks} is over the net that owns the unit. For $p$ this is $p$ itself: the parents are *dreamt*. For
//: $q$ it is $q(h \mid x)\, p_D(x)$: images of the data, read by $q$. Equations (10) and (11) of the paper say so, if one reads the $p(x)$ in
//: “$q(x, h) = q(h \mid x)\, p(x)$” as the data's distribution. Its Algorithm 1 says the opposite: line 10 takes $h^{(i+1)}$ drawn by $q$
//: for $F_p$, line 22 takes $h^{(i-1)}$ dreamt by $p$ for $F_q$. And if $p(x)$ were the model's own marginal, that would be a third
//: choice for $F_q$.
func block(_ network: Network, _ layer: Int, _ distribution: [Double]) -> Matrix<Double> {
  tiny.fisherBlock(of: network, layer: layer, unit: 0, under: distribution)
}
let readDreams = tiny.recognitionDistribution(data: tiny.logMarginal.map { exp($0) })
let pairings = [
  ("F of p, x₁: dreams", block(.generative, 0, dreamt)), ("as in line 10: data and q", block(.generative, 0, read)),
  ("F of q, h⁽¹⁾₁: data", block(.recognition, 1, read)), ("as in line 22: dreams", block(.recognition, 1, dreamt)),
]
// hide begin
figure(
  "pairing",
  "Two blocks of the tiny machine with the samples of the definition (left) and with those that Algorithm 1 prints (right). All "
    + "four panels have one scale.",
  alt: "Four small matrices with numbers in their cells; the right one of each pair differs from the left one",
  columns: 2
) {
  for (title, F) in pairings {
    let names = (0..<F.rows).map { $0 == F.rows - 1 ? "1" : unitName(F.rows == 4 ? 1 : 0, $0) }
    Panel(title, x: .categories(names), y: .categories(names, reversed: true), aspect: .equal, key: .none, grid: false) {
      HeatMap(Grid(matrix: rows(F)), palette: .diverging, range: -0.25...0.25, annotated: true)
    }
  }
}
let errorOf10 = difference(pairings[1].1, pairings[0].1).maximumMagnitude
let errorOf22 = difference(pairings[3].1, pairings[2].1).maximumMagnitude
let errorOfMarginal = difference(block(.recognition, 1, readDreams), pairings[2].1).maximumMagnitude
for (name, x) in [("errorOf10", errorOf10), ("errorOf22", errorOf22), ("errorOfMarginal", errorOfMarginal)] {
  value(name, x, "%.3f")
}
// hide end
expect(min(errorOf10, errorOf22) > 0.01, as: "the printed pairing gives other blocks")
expect(errorOfMarginal > 0.01, as: "so would the model's $p(x)$ in the place of the data's")
let wrongFp = tiny.fisherMatrix(of: .generative, under: read)
expect(
  offBlocks(wrongFp, .generative).maximumMagnitude > 0.01, as: "with states of q, $\\E[s s^\\T]$ of p is not even block diagonal")

//: The blocks are off by {{errorOf10}} for line 10 and {{errorOf22}} for line 22 (and by {{errorOfMarginal}} with the model's marginal), and
//: the mean product of scores itself is then no longer block diagonal, since the one step of the proof fails. Does it matter for the direction? For
//: the gradient that one image gives to $p$:
let image = bars[0]
let g = tiny.logMarginalGradient(of: image)
/// Each unit's own damped step with its block of {@eq:fb-blocks}, under a distribution of states.
func step(_ g: Vector<Double>, under distribution: [Double], damping α: Double) throws -> Vector<Double> {
  Vector(
    try tiny.blocks(of: .generative).flatMap { block in
      try dampedNaturalDirection(
        Vector(Array(g.elements[block.parameters])),
        fisherMatrix: tiny.fisherBlock(of: .generative, layer: block.layer, unit: block.unit, under: distribution), damping: α
      ).elements
    })
}
let rightStep = try step(g, under: dreamt, damping: 0.01), printedStep10 = try step(g, under: read, damping: 0.01)
expect(
  rightStep.elements, equals: try dampedNaturalDirection(g, fisherMatrix: Fp, damping: 0.01).elements, within: 1e-10,
  as: "the steps of the units are the step of the whole matrix")
value("angleOfPrinted", printedStep10.angle(to: rightStep), "%.0f°")  // hide
value("angleOfVanilla", g.angle(to: rightStep), "%.0f°")  // hide

//: The step with the blocks of line 10 makes an angle of {{angleOfPrinted}} with the natural one; the vanilla gradient, for comparison,
//: {{angleOfVanilla}}. A wrong metric is still some metric, its step still climbs. But it is not the natural gradient of this model, and the
//: two only come together if training succeeds, since then $q(h \mid x)\, p_D(x)$ and $p(x, h)$ become alike.

//: ## One distribution, two codings {#sec:codings}
//:
//: “With $+1$ and $-1$ instead, … in the end the Fisher matrix would be the same”, says the appendix of the paper. Repeat the derivation: with
//: $h_j = 2 b_j - 1$ the score is $\tfrac12 (h_j - \tanh\tfrac{a_j}{2})\, \tilde h = (b_j - \sigma(a_j))\, \tilde h$, and the block is
//: $\E[\sigma(1-\sigma)\, \tilde h \tilde h^\T]$ as before. *The formula* is the same. But its $\tilde h$ now holds $\pm 1$, and the same
//: distribution has other weights. Put $h = 2 b - 1$ into $W h + w$:
//:
//: $$ W_{01} = 2 W, \quad w_{01} = w - \textstyle\sum_k W_k, \qquad\text{that is}\quad \theta_{01} = J\, \theta_{\pm}, \qquad
//: J = \begin{pmatrix} 2 & & \\ & 2 & \\ -1 & -1 & 1 \end{pmatrix}. $$ {#eq:recoding}
//:
//: From $\theta_{01}^\T \tilde h_{01} = \theta_\pm^\T \tilde h_\pm$ for all $\theta$ follows $\tilde h_\pm = J^\T \tilde h_{01}$, and a matrix that is
//: made of $\tilde h \tilde h^\T$ changes as a metric must ({@eq:fisher-chain}):
//:
//: $$ F_\pm = J^\T F_{01}\, J. $$ {#eq:congruence}
let recoded = Enumeration(machine.recoded(as: .zeroOne))
let Fp01 = recoded.fisherMatrix(of: .generative, under: recoded.generativeDistribution)
/// J of all parameters of p: one block for each unit.
let J = {
  var J = Matrix<Double>(zeros: Fp.rows, Fp.rows)
  for block in tiny.blocks(of: .generative) {
    let own = UnitCoding.jacobian(parameters: block.parameters.count)
    for i in 0..<own.rows {
      for k in 0..<own.rows { J[block.parameters.lowerBound + i, block.parameters.lowerBound + k] = own[i, k] }
    }
  }
  return J
}()
expect(recoded.generativeDistribution, equals: dreamt, within: 1e-14, as: "the recoded machine has the same distribution")
expect(product(J.transposed, product(Fp01, J)).storage, equals: Fp.storage, within: 1e-13, as: "{@eq:congruence}")
let codingDifference = difference(Fp01, Fp).maximumMagnitude
expect(codingDifference > 0.05, as: "the two matrices are not the same")
// hide begin
value("codingDifference", codingDifference, "%.2f")
let conditions = try [Fp, Fp01].map { F in
  try tiny.blocks(of: .generative).map { try DampedSpectrum(sub(F, $0.parameters)).condition(damping: 0) }.max()!
}
value("conditionOfPM", conditions[0], "%.0f")
value("conditionOf01", conditions[1], "%.0f")
figure(
  "codings",
  "The Fisher matrix of one and the same distribution p(x, h), written for units of ±1 and of 0 and 1. Both panels have one scale. The "
    + "blocks are in the same places; with 0 and 1 no entry is negative, and the blocks are closer to singular.",
  alt: "Two block diagonal matrices; the left one has red and blue cells, the right one only red ones",
  columns: 2
) {
  fisherPanel("units of ±1", Fp, .generative, range: -0.25...0.25)
  fisherPanel("units of 0 and 1", Fp01, .generative, range: -0.25...0.25, colorBar: "entry")
}
// hide end

//: The matrices differ by up to {{codingDifference}}. Their condition differs too: that of the worst block is {{conditionOfPM}} with $\pm 1$ and
//: {{conditionOf01}} with 0 and 1. (Numbers that are never negative have large means, and the mean is one stiff direction.)
//:
//: What does it do to a step? The gradient changes by $g_\pm = J^\T g_{01}$, so the natural step is $F_\pm^{-1} g_\pm = J^{-1} F_{01}^{-1}
//: g_{01}$: the same change of the distribution. The vanilla step and the damped one are not so lucky, since $\alpha I$ is a matrix that
//: knows nothing of $J$:
/// A step of the machine of 0 and 1 in the parameters of the one of ±1: θ± = J⁻¹ θ01 with its inverse written out.
func inPlusMinus(_ v: Vector<Double>) -> Vector<Double> {
  var w = v
  for block in tiny.blocks(of: .generative) {
    let last = block.parameters.upperBound - 1
    for k in block.parameters.dropLast() {
      w[k] = v[k] / 2
      w[last] += v[k] / 2
    }
  }
  return w
}
let g01 = recoded.logMarginalGradient(of: image)
let codingAngles = try [1e-9, 0.1, 1e9].map { α in
  let step01 = inPlusMinus(try dampedNaturalDirection(g01, fisherMatrix: Fp01, damping: α))
  return step01.angle(to: try dampedNaturalDirection(g, fisherMatrix: Fp, damping: α))
}
expect(
  product(J, Matrix(rows: inPlusMinus(g01).elements.map { [$0] })).storage, equals: g01.elements, within: 1e-13, as: "$J J^{-1}$")
expect(codingAngles[0], equals: 0, within: 1e-4, as: "degrees between the natural steps of the two codings")
value("dampedCodingAngle", codingAngles[1], "%.0f°")  // hide
value("vanillaCodingAngle", codingAngles[2], "%.0f°")  // hide

//: The natural steps are one step. With $\alpha = 0.1$ the two codings move the distribution in directions {{dampedCodingAngle}} apart, the vanilla steps
//: {{vanillaCodingAngle}}.
//:
//: One more trap. The slides write a unit of $\pm1$ as $p(h) = e^{ha}/(2\cosh a)$, which is $\sigma(2ha)$, not $\sigma(ha)$: the same family
//: with $a$ doubled, so each score is doubled and the block is $4\,\E[\sigma(2a)(1 - \sigma(2a))\, \tilde h\tilde h^\T]$. With $\sigma(a)(1-\sigma(a))$ taken
//: over unchanged, the block of this unit at the parents of {@sec:score} is wrong:
let a = weights.dot(parents)
let ising = extrapolatedHessian(of: { logSigmoid(2 * $0.dot(parents)) }, at: weights, step: 0.05).matrix
expect(ising[0, 0], equals: -4 * sigmoid(2 * a) * (1 - sigmoid(2 * a)), within: 1e-8, as: "curvature of $\\log\\sigma(2a)$")
let isingError = abs(ising[0, 0] - curvature(at: a)[0, 0])
expect(isingError > 0.05, as: "(22) does not hold for $\\sigma(2ha)$")
value("isingError", isingError, "%.2f")  // hide

//: It is off by {{isingError}}. A factor of two in the score is a factor of four in $F$ and of two in the natural step.

//: ## Blocks from samples {#sec:sampled-blocks}
//:
//: No machine worth training can be enumerated. But each expectation is over a net that can be sampled, so a block is the mean over $n$
//: samples of the parents, rows of $H$:
//:
//: $$ F_j \approx \frac1n \sum_{r=1}^n \sigma(a_{rj})(1 - \sigma(a_{rj}))\, \tilde h_r \tilde h_r^\T = H^\T Q_j H, \qquad
//: Q_j = \tfrac1n \diag\bigl(\sigma(a_{rj})(1 - \sigma(a_{rj}))\bigr). $$ {#eq:sampled-block}
//:
//: The outcome of the unit itself is averaged exactly; only its parents are sampled. These are equations (12) to (15) of [@VVMA], where the $1/n$ of (12)
//: and (14) is missing from the $Q$ of (13) and (15) as defined there. It is not a matter of taste:
//: $(\alpha I + n F)^{-1} = \tfrac1n (\tfrac{\alpha}{n} I + F)^{-1}$, so without it the damping is $n$ times weaker and the step $n$ times shorter.
listing("BeliefNets/SampledBlock.swift", "sampled block")  // hide

//: An average of independent terms: unbiased, with an error that falls as $n^{-1/2}$. To see the constant, the blocks of all units of the tiny machine
//: are estimated, of $p$ from dreams and of $q$ from images of the data, for twenty seeds.
/// The distance of all sampled blocks of the tiny machine from the exact ones, relative to the size of these.
nonisolated func sampledError(
  _ exact: Enumeration, _ network: Network, _ right: [Matrix<Double>], samples n: Int, images: Matrix<Double>,
  using random: RandomStream
) -> (blocks: Double, withoutN: Double) {
  var pass = Pass(for: exact.machine, images: n), stream = random
  if network == .generative {
    exact.machine.dream(into: &pass, using: &stream)
  } else {
    exact.machine.recognise(images, into: &pass, using: &stream)
  }
  let logits = network == .generative ? pass.generativeLogits : pass.recognitionLogits
  var (squares, printed, size) = (0.0, 0.0, 0.0)
  for (block, F) in zip(exact.blocks(of: network), right) {
    let parents = pass.H[exact.machine.parents(of: block.layer, in: network)]
    var estimate = sampledFisherBlock(parents: parents, logits: logits[block.layer].column(block.unit))
    var timesN = estimate
    timesN.scale(by: Double(n))
    estimate.add(-1, F)
    timesN.add(-1, F)
    squares += estimate.dot(estimate)
    printed += timesN.dot(timesN)
    size += F.dot(F)
  }
  return ((squares / size).squareRoot(), (printed / size).squareRoot())
}
// hide begin
nonisolated func drawnImages(_ n: Int, _ bars: [Int], noise: Double, _ exact: Enumeration, using random: inout RandomStream)
  -> Matrix<Double>
{
  Matrix(
    rows: (0..<n).map { _ in
      exact.image(random.uniform() < noise ? random.integer(below: 16) : bars[random.integer(below: 4)])
    })
}
let seeds = chapter.effort == .quick ? 6 : 20
let sampleCounts = chapter.effort == .quick ? [10, 100, 1_000] : [10, 30, 100, 300, 1_000, 3_000, 10_000]
let exactBlocks = { (network: Network, states: [Double]) in
  tiny.blocks(of: network).map { tiny.fisherBlock(of: network, layer: $0.layer, unit: $0.unit, under: states) }
}
func errors(of network: Network, _ states: [Double]) -> [(blocks: [Double], withoutN: [Double])] {
  let right = exactBlocks(network, states)
  return sampleCounts.map { n in
    let found = (0..<seeds).map { seed in
      var images = random.stream("images \(n)", seed)
      let X = drawnImages(network == .recognition ? n : 1, bars, noise: noise, tiny, using: &images)
      return sampledError(tiny, network, right, samples: n, images: X, using: random.stream("blocks \(network) \(n)", seed))
    }
    return (found.map(\.blocks), found.map(\.withoutN))
  }
}
let errorsOfP = errors(of: .generative, dreamt), errorsOfQ = errors(of: .recognition, read)
let logCounts = sampleCounts.map { log(Double($0)) }
func slope(_ errors: [(blocks: [Double], withoutN: [Double])]) -> Double {
  fittedSlope(of: errors.map { log(quantile($0.blocks, 0.5)) }, against: logCounts)
}
value("slopeOfP", slope(errorsOfP), "%.2f")
value("slopeOfQ", slope(errorsOfQ), "%.2f")
value("errorAt100", quantile(errorsOfP[sampleCounts.firstIndex(of: 100)!].blocks, 0.5), "%.2f")
value("errorAt1000", quantile(errorsOfP[sampleCounts.firstIndex(of: 1_000)!].blocks, 0.5), "%.3f")
figure(
  "block-error",
  "Distance of the sampled blocks from the exact ones, relative to their size, against the number of samples. Lines: medians over "
    + "\(seeds) seeds; bands: from the 10 % to the 90 % quantile. Without the 1/n in Q the estimate of p does not converge at all.",
  alt: "Log-log plot with two falling lines of slope minus one half and one rising line of slope one"
) {
  Panel(x: Axis("samples n", scale: .log), y: Axis("relative error", scale: .log), key: .topLeft) {
    let n = sampleCounts.map(Double.init)
    for (name, errors, color) in [("p, from dreams", errorsOfP, Color.green), ("q, from data", errorsOfQ, .purple)] {
      Band(
        x: n, low: errors.map { quantile($0.blocks, 0.1) }, high: errors.map { quantile($0.blocks, 0.9) }, color, column: name)
      Curve(x: n, y: errors.map { quantile($0.blocks, 0.5) }, color, width: 1.8, title: name)
    }
    Curve(x: n, y: errorsOfP.map { quantile($0.withoutN, 0.5) }, .grey, dash: .dashed, title: "p, without 1/n")
    Line(through: Point(n[0], 0.8 * quantile(errorsOfP[0].blocks, 0.5)), slope: -0.5, .black, dash: .dotted, title: "slope −1/2")
  }
}
// hide end
expect(slope(errorsOfP), equals: -0.5, within: 0.08, as: "slope of the error of p's blocks")
expect(slope(errorsOfQ), equals: -0.5, within: 0.08, as: "slope of the error of q's blocks")
expect(
  fittedSlope(of: errorsOfP.map { log(quantile($0.withoutN, 0.5)) }, against: logCounts), equals: 1, within: 0.1,
  as: "slope of the error without $1/n$")

//: The slopes are {{slopeOfP}} and {{slopeOfQ}}. A hundred samples give the blocks of this machine to about {{errorAt100}} of their
//: size, a thousand, the number of dreams of a step in chapter 11, to {{errorAt1000}}. The relative error of a block is kinder than what
//: follows from it: a step needs the *inverse*, and there the small eigenvalues count.

//: ## A block of real size {#sec:real-blocks}
//:
//: From here on the machine is one of layers 784, 100, 50 and 20 on MNIST [@LeCun10], in the fixed Bernoulli draw of {@sec:images}. Its visible
//: biases start at the logits of the pixels' means, and it is trained for a while with NRWS, the algorithm of chapter 11, at the rate
//: and with the damping printed there. (What is needed here is only a machine that is neither random nor converged.)
let digitsData = try Dataset.mnist(searching: chapter.dataFolder)
let binarisation = Binarisation.fixed(random.stream("static"))
let shape = chapter.effort == .quick ? [784, 40, 20, 10] : [784, 100, 50, 20]
let steps = chapter.effort == .quick ? 8 : 60
let α = 0.1, rate = 0.04, batch = 100, copies = 10, dreamCount = chapter.effort == .quick ? 300 : 1_000
var initial = random.stream("initial weights")
var start = HelmholtzMachine<Float>(units: shape, using: &initial)
let imageCount = chapter.effort == .quick ? 1_000 : 5_000
let images = digitsData.train.matrix(of: 0..<imageCount, binarisation, low: -1, high: 1) as Matrix<Float>
start.setVisibleBiases(toMeansOf: images)
// hide begin
switch digitsData.provenance {
case .verified: chapter.usesData(digitsData.description, .verified)
case .unverified: chapter.usesData(digitsData.description, .unverified)
case .synthetic: chapter.usesData(digitsData.description, .synthetic)
}
for (name, x) in [("steps", steps), ("batch", batch), ("copies", copies), ("dreamCount", dreamCount)] { value(name, x) }
value("α", α)
let marks = Set(chapter.effort == .quick ? [0, 4, 8] : [0, 1, 2, 5, 10, 20, 40, 60])
let settings = WakeSleepSettings(
  .nrws(.fisher(damping: α, period: steps + 1)), rate: .constant(rate), batch: batch, samples: copies, dreams: dreamCount)
/// Trains for some steps and keeps the machine at some of them.
nonisolated func snapshots(
  _ start: HelmholtzMachine<Float>, _ settings: WakeSleepSettings, _ batches: Batches, steps: Int, at marks: Set<Int>,
  using random: RandomStream
) throws -> [(step: Int, machine: HelmholtzMachine<Float>)] {
  var trainer = WakeSleep(start, settings, using: random)
  var batches = batches
  var kept = [(0, start)]
  for step in 1...steps {
    try trainer.step(on: batches.matrix(step: step - 1))
    if marks.contains(step) { kept.append((step, trainer.machine)) }
  }
  return kept
}
chapter.progress(0.2, "training")
// hide end
let batches = Batches(of: digitsData.train, size: batch, binarisation, order: random.stream("order"))
let kept = try snapshots(start, settings, batches, steps: steps, at: marks, using: random.stream("training"))
let trained = kept.last!.machine.converted(to: Double.self)

//: ### Its spectrum
//:
//: Two blocks of it. One belongs to a *pixel* in the middle of the image, in $p$: its parents are {{parentsOfPixel}} units of $h^{(1)}$ and the
//: 1, sampled by dreaming. The other belongs to the first *hidden unit* in $q$: its parents are 784 pixels and the 1. Pixels need no
//: sampling, but there is no more than one row for each image: a batch of {{batch}} gives a matrix of rank {{batch}} at most.
let dreams = {
  var pass = Pass(for: trained, images: 4 * dreamCount), stream = random.stream("dreams")
  trained.dream(into: &pass, using: &stream)
  return pass
}()
let pixel = 14 * 28 + 14
let pixelBlock = sampledFisherBlock(parents: dreams.H[1], logits: dreams.generativeLogits[0].column(pixel))
let fewImages = digitsData.train.matrix(of: 0..<batch, binarisation, low: -1, high: 1) as Matrix<Double>
let manyImages = digitsData.train.matrix(of: 0..<imageCount, binarisation, low: -1, high: 1) as Matrix<Double>
func hiddenBlock(_ X: Matrix<Double>) -> Matrix<Double> {
  var A = Matrix<Double>(zeros: X.rows, trained.units[1])
  trained.recognition[1].setLogits(&A, parents: X)
  return sampledFisherBlock(parents: X, logits: A.column(0))
}
let spectra = try [pixelBlock, hiddenBlock(manyImages), hiddenBlock(fewImages)].map(DampedSpectrum.init)
// hide begin
value("parentsOfPixel", trained.units[1])
value("imageCount", imageCount)
value("rankOfMany", spectra[1].rank)
value("rankOfFew", spectra[2].rank)
let spectrumNames = [
  "pixel, \(4 * dreamCount) dreams", "hidden unit, \(imageCount) images", "hidden unit, \(batch) images",
]
let spectrumColors: [Color] = [.green, .purple, .amber]
for (k, name) in ["Pixel", "Many", "Few"].enumerated() {
  let λ = spectra[k].eigenvalues
  value("greatest\(name)", λ.last!, "%.1f")
  value("trace\(name)", λ.reduce(0, +), "%.1f")
  value("share\(name)", 100 * λ.last! / λ.reduce(0, +), "%.0f %%")
  value("above\(name)", λ.count { $0 > α })
}
figure(
  "spectrum",
  "Eigenvalues of three blocks, from the greatest down. Those that are zero to rounding are left out: the block of the hidden unit has "
    + "785 eigenvalues, of which \(spectra[1].rank) and \(spectra[2].rank) are not zero with \(imageCount) and with \(batch) images. Dashed: the damping α = \(α).",
  alt: "Three falling curves on a logarithmic axis; most of each lies below a horizontal dashed line"
) {
  Panel(x: Axis("place, from the greatest"), y: Axis("eigenvalue λ", scale: .log), key: .topRight) {
    for k in 0..<3 {
      let λ = Array(spectra[k].eigenvalues.filter { $0 > 0 }.reversed())
      Curve(
        x: λ.indices.map { Double($0 + 1) }, y: λ, spectrumColors[k], width: 1.8, title: spectrumNames[k],
        column: spectrumNames[k])
    }
    Line(horizontal: α, .black, dash: .dashed, label: "α")
  }
}
// hide end
expect(spectra[2].rank <= batch, as: "the rank is at most the number of images")
expect(spectra[1].rank < 785, as: "even \(imageCount) images leave the block of the hidden unit singular")
for (k, name) in spectrumNames.enumerated() {
  expect(
    spectra[k].eigenvalues.last! <= Double([trained.units[1] + 1, 785, 785][k]) / 4, as: "\(name): no eigenvalue above $d/4$")
}

//: The greatest eigenvalue is {{greatestPixel}} for the pixel and {{greatestMany}} for the hidden unit, {{sharePixel}} and {{shareMany}} of the
//: trace: one direction, about the mean of the parents, in which the unit is stiff. The rest falls over many decades. Of the eigenvalues of the
//: pixel {{abovePixel}} are above the damping, of the hidden unit {{aboveMany}}. And its block is singular with {{imageCount}} images too: pixels
//: in the corners are never on, so they cannot be told from the bias.

//: ## Damping {#sec:fb-damping}
//:
//: Hence the damping, equation (16) of [@VVMA] and {@eq:damping} of chapter 11. In the eigenvectors $v_k$ of the block,
//:
//: $$ \tilde F = \frac{\alpha I + F}{1 + \alpha}, \qquad \tilde F^{-1} g = \sum_k \frac{1 + \alpha}{\alpha + \lambda_k}\, (v_k^\T g)\, v_k. $$ {#eq:damped-spectrum}
//:
//: Read it direction by direction: where $\lambda_k \gg \alpha$ the step is the natural one, $1/\lambda_k$; where $\lambda_k \ll \alpha$ the gradient is
//: multiplied by the constant $(1 + \alpha)/\alpha$, as vanilla does it. The damping is the information below which a direction is not believed.
listing("BeliefNets/DampedSpectrum.swift", "damped spectrum")  // hide

//: Its two limits: $\tilde F^{-1} g \to g$ for $\alpha \to \infty$, with an error of order $1/\alpha$, and $\tilde F^{-1} g \to F^{-1} g$ for
//: $\alpha \to 0$, with an error of order $\alpha$ once $\alpha$ is far below the *least* eigenvalue. {@tab:limits} has both in numbers, for the block of the
//: pixel and its gradient at one batch, with the condition of $\tilde F$, which is at most $1 + d/(4\alpha)$.
let pixelGradient = {
  let g = kept.last!.machine.gradient(
    of: .rws, at: digitsData.train.matrix(of: 0..<batch, binarisation, low: -1, high: 1), samples: copies, dreams: dreamCount,
    using: random.stream("gradient"))
  return Matrix<Double>(784, trained.units[1] + 1) { Double(g.generative[0][$0, $1]) }
}()
let gPixel = pixelGradient.row(pixel), undamped = spectra[0].direction(gPixel, damping: 0)
let dampings = [1e-8, 1e-6, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1e4, 1e6]
// hide begin
let damped = dampings.map { spectra[0].direction(gPixel, damping: $0) }
table(
  "limits",
  "The damped step of a pixel: its relative distance to the undamped step and to the gradient, its length relative to the gradient's, and the condition of "
    + "the damped block.",
  columns: ["α", "to $F^{-1} g$", "to $g$", "length", "condition"],
  rows: dampings.indices.map { k in
    [
      dampings[k], relativeDistance(damped[k], undamped), relativeDistance(damped[k], gPixel), damped[k].norm / gPixel.norm,
      spectra[0].condition(damping: dampings[k]),
    ]
  }, formats: ["%g", "%.2g", "%.2g", "%.3g", "%.3g"])
value("leastPixel", spectra[0].eigenvalues[0], "%.0e")
value("undampedCondition", spectra[0].condition(damping: 0), "%.0f")
value("dampedCondition", spectra[0].condition(damping: α), "%.0f")
value("undampedLength", undamped.norm / gPixel.norm, "%.0f")
// hide end
let last = dampings.count - 1
expect(
  relativeDistance(damped[last], gPixel) / relativeDistance(damped[last - 1], gPixel), equals: 0.01, within: 1e-3,
  as: "the distance to $g$ falls as $1/\\alpha$")
expect(
  relativeDistance(damped[0], undamped) / relativeDistance(damped[1], undamped), equals: 0.01, within: 2e-3,
  as: "the distance to $F^{-1} g$ falls as $\\alpha$")
expect(
  dampings.allSatisfy { spectra[0].condition(damping: $0) <= 1 + Double(gPixel.count) / (4 * $0) },
  as: "condition at most $1 + d/(4\\alpha)$")
expect(
  damped[5].elements, equals: try dampedNaturalDirection(gPixel, fisherMatrix: pixelBlock, damping: α).elements,
  within: 1e-9 * damped[5].maximumMagnitude, as: "{@eq:damped-spectrum} against a Cholesky factor")

//: The least eigenvalue is {{leastPixel}}, the condition {{undampedCondition}} without damping and {{dampedCondition}} with $\alpha = {{α}}$. “Little damping means a badly
//: conditioned matrix” (appendix B of the paper) is right, and rounding is the lesser part of it: double precision would still have digits to spare. The greater part is *noise*. The
//: undamped step is {{undampedLength}} times as long as the gradient, and what makes it long are the small eigenvalues, which are the worst
//: estimated ones. {@fig:angles} shows both sides of the bargain for many pixels: how far the damped step is from the undamped one and from the gradient,
//: and how far two damped steps are from each other when each has its own {{dreamCount}} dreams, as in a step of training.
// hide begin
let pixelCount = chapter.effort == .quick ? 12 : 80
let lively = (0..<784).filter { j in
  let share = (0..<200).reduce(0) { $0 + (manyImages[$1, j] > 0 ? 1 : 0) }
  return (30...170).contains(share)
}
let chosen = (0..<min(pixelCount, lively.count)).map { lively[$0 * lively.count / min(pixelCount, lively.count)] }
let alphas = (0...24).map { pow(10, -4 + Double($0) / 4) }
struct DampingAngles: Sendable { var undamped: [Double], vanilla: [Double], noise: [Double] }
/// Angles in degrees, for each damping, of a pixel's step.
nonisolated func dampingAngles(
  _ g: Vector<Double>, _ all: Matrix<Double>, _ parts: [Matrix<Double>], _ alphas: [Double]
) throws -> DampingAngles {
  let spectrum = try DampedSpectrum(all), half = try parts.map(DampedSpectrum.init)
  let undamped = spectrum.direction(g, damping: 0)
  var angles = DampingAngles(undamped: [], vanilla: [], noise: [])
  for α in alphas {
    let step = spectrum.direction(g, damping: α)
    angles.undamped.append(step.angle(to: undamped))
    angles.vanilla.append(step.angle(to: g))
    angles.noise.append(half[0].direction(g, damping: α).angle(to: half[1].direction(g, damping: α)))
  }
  return angles
}
chapter.progress(0.4, "damping")
let halves = (0..<2).map { k in
  var pass = Pass(for: trained, images: dreamCount), stream = random.stream("half", k)
  trained.dream(into: &pass, using: &stream)
  return pass
}
let angles = try chosen.map { j in
  try dampingAngles(
    pixelGradient.row(j), sampledFisherBlock(parents: dreams.H[1], logits: dreams.generativeLogits[0].column(j)),
    halves.map { sampledFisherBlock(parents: $0.H[1], logits: $0.generativeLogits[0].column(j)) }, alphas)
}
func median(_ part: KeyPath<DampingAngles, [Double]>, _ k: Int, _ share: Double = 0.5) -> Double {
  quantile(angles.map { $0[keyPath: part][k] }, share)
}
let atPaper = alphas.firstIndex { abs($0 - α) < 1e-9 }!
value("pixelCount", chosen.count)
value("noiseLow", median(\.noise, 0), "%.0f°")
value("noisePaper", median(\.noise, atPaper), "%.0f°")
value("undampedPaper", median(\.undamped, atPaper), "%.0f°")
value("vanillaPaper", median(\.vanilla, atPaper), "%.0f°")
value("vanillaLow", median(\.vanilla, 0), "%.0f°")
figure(
  "angles",
  "Angles of the damped step of \(chosen.count) pixels against the damping: medians, and the middle half of the pixels as bands. Blue: to the "
    + "undamped step. Orange: to the gradient. Black: between two steps whose blocks come from \(dreamCount) dreams each. The paper's damping is 0.1.",
  alt: "Three curves against the damping on a logarithmic axis: one rises, one falls, and the noise falls towards zero"
) {
  Panel(x: Axis("damping α", scale: .log), y: Axis("angle, degrees", 0...90), key: .topRight) {
    let parts: [(KeyPath<DampingAngles, [Double]>, Color, String)] = [
      (\.undamped, .natural, "to the undamped step"), (\.vanilla, .vanilla, "to the gradient"),
      (\.noise, .black, "between two estimates"),
    ]
    for (part, color, name) in parts {
      Band(
        x: alphas, low: alphas.indices.map { median(part, $0, 0.25) }, high: alphas.indices.map { median(part, $0, 0.75) }, color,
        column: name)
      Curve(x: alphas, y: alphas.indices.map { median(part, $0) }, color, width: 1.8, title: name)
    }
    Line(vertical: α, .grey, dash: .dashed)
  }
}
// hide end
expect(median(\.noise, 0) > 3 * median(\.noise, atPaper), as: "at little damping two estimates disagree much more")
expect(median(\.vanilla, alphas.count - 1) < 10, as: "at much damping the step is nearly the gradient's")

//: At $\alpha = 10^{-4}$ two estimates of one and the same step are {{noiseLow}} apart: the step is mostly noise. At $\alpha = {{α}}$ they are
//: {{noisePaper}} apart; the step is then {{undampedPaper}} from the undamped one and {{vanillaPaper}} from the gradient. Damping
//: trades the geometry that the samples cannot support for one that they can.

//: ## Woodbury's identity {#sec:fb-woodbury}
//:
//: With fewer samples than weights, $n < d$, the block has rank $n$ at most, and an $n \times n$ matrix knows all about it. Put $S = Q^{1/2} H$, so that
//: $F = S^\T S$. Then
//:
//: $$ (\alpha I + S^\T S)\, S^\T = S^\T (\alpha I + S S^\T) \quad\Longrightarrow\quad
//: S^\T (\alpha I + S S^\T)^{-1} = (\alpha I + S^\T S)^{-1} S^\T, $$ {#eq:push-through}
//:
//: and from $\alpha\,(\alpha I + S^\T S)^{-1} = I - (\alpha I + S^\T S)^{-1} S^\T S$ follows, by pushing the inverse through,
//:
//: $$ \tilde F^{-1} g = \frac{1 + \alpha}{\alpha} \bigl( g - S^\T (\alpha I + S S^\T)^{-1} S g \bigr)
//: = \frac{1 + \alpha}{\alpha} \bigl( g - H^\T (\alpha Q^{-1} + H H^\T)^{-1} H g \bigr). $$ {#eq:two-woodburys}
//:
//: The second form is (17) of [@VVMA], named there after Sherman and Morrison, whose formula is the case $n = 1$. The two are equal where both exist. For real blocks, of
//: {{fewDreams}} dreams and {{parentsOfPixel}} parents:
let fewDreams = trained.units[1] / 2
func steps(_ route: FisherBlocks<Double>.Route) throws -> Matrix<Double> {
  var pass = Pass(for: trained, images: fewDreams), stream = random.stream("few dreams")
  trained.dream(into: &pass, using: &stream)
  var blocks = FisherBlocks<Double>(units: 784, parameters: trained.units[1] + 1, samples: fewDreams, route: route)
  try blocks.refresh(parents: pass.H[1], logits: pass.generativeLogits[0], damping: α)
  var G = pixelGradient
  blocks.solve(&G)
  return G
}
let directSteps = try steps(.direct), woodburySteps = try steps(.woodbury)
value("fewDreams", fewDreams)
expect(
  difference(woodburySteps, directSteps).norm / directSteps.norm, equals: 0, within: 1e-11,
  as: "{@eq:two-woodburys} against the direct solution, all 784 units")

//: ### Saturated units
//:
//: They do not always both exist. A unit whose logit is large in some sample is sure of itself there: $\sigma(1 - \sigma)$ is tiny, and $Q^{-1}$ is
//: huge, or infinite. Written down as it stands, $\sigma(1 - \sigma)$ is zero in single precision from a logit of 17 on, because $\sigma$ rounds to 1.
//: In the form with $S$ such a sample is a row of zeros, and says nothing, as it should. {@tab:saturated} puts one such sample among eight.
/// (17) as it is printed: α Q⁻¹ + H Hᵀ, from q = σ (1 − σ) / n as it is written. Nil where that matrix has no Cholesky factor.
func printedStep<S: BLASScalar>(_ H: Matrix<S>, logits a: Vector<S>, _ g: Vector<S>, damping α: S) -> Vector<S>? {
  let n = H.rows
  var M = Matrix<S>(zeros: n, n)
  M.setGram(H, .asIs)
  for r in 0..<n {
    let σ = sigmoid(a[r])
    M[r, r] += α / (σ * (1 - σ) / S(n))
  }
  var factor = Cholesky<S>(dimension: n)
  do { try factor.factor(M) } catch { return nil }
  var u = Vector<S>(zeros: n), step = g
  u.setProduct(H, g)
  factor.solve(&u)
  step.setProduct(H, .transposed, u, scaledBy: -1, plus: 1)
  step.scale(by: (1 + α) / α)
  return step
}
// hide begin
let smallH = Matrix<Double>(8, 20) { dreams.H[1][$0, $1 == 19 ? trained.units[1] : $1] }
var smallStream = random.stream("saturated")
let smallG = Vector<Double>(count: 20) { _ in smallStream.normal() }
let usualLogits = (0..<8).map { _ in 2 * smallStream.normal() }
struct Saturation { let logit: Double, variance: Float, printed: Double?, stable: Double }
let saturated = try [0, 10, 16, 17, 40, 90, 200].map { logit -> Saturation in
  var a = Vector(usualLogits)
  a[0] = logit
  let right = try dampedNaturalDirection(smallG, fisherMatrix: sampledFisherBlock(parents: smallH, logits: a), damping: α)
  let (H, b, g) = (
    Matrix<Float>(8, 20) { Float(smallH[$0, $1]) }, Vector<Float>(a.elements.map(Float.init)),
    Vector<Float>(smallG.elements.map(Float.init))
  )
  var blocks = FisherBlocks<Float>(units: 1, parameters: 20, samples: 8, route: .woodbury)
  try blocks.refresh(parents: H, logits: Matrix(8, 1, storage: b.elements), damping: Float(α))
  var G = Matrix<Float>(1, 20, storage: g.elements)
  blocks.solve(&G)
  func error(_ step: [Float]) -> Double { relativeDistance(Vector(step.map(Double.init)), right) }
  let σ = sigmoid(Float(logit))
  return Saturation(
    logit: logit, variance: σ * (1 - σ), printed: printedStep(H, logits: b, g, damping: Float(α)).map { error($0.elements) },
    stable: error(G.storage))
}
table(
  "saturated",
  "One of eight samples has the logit a, the others are usual. Relative error of the step in single precision, against the direct solution in double.",
  columns: ["$a$", "σ(1 − σ), as written", "form with $Q^{-1}$", "form with $S$"],
  rows: saturated.map {
    [$0.logit, Double($0.variance), $0.printed.map { String(format: "%.0e", $0) } ?? "no factor: ∞", $0.stable]
  },
  formats: ["%g", "%.1e", nil, "%.0e"])
// hide end
expect(
  saturated.filter { $0.logit >= 17 }.allSatisfy { $0.printed == nil }, as: "with $Q^{-1}$ there is no step from a logit of 17 on"
)
expect(
  saturated.map(\.stable).max()!, equals: 0, within: 1e-5, as: "with $S$ the step is right in single precision at every logit")

//: Clipping the probabilities, as the authors' code does, is one way around; not to divide is another:
listing("BeliefNets/WoodburyBlocks.swift", "woodbury")  // hide

//: ## Counted, not measured {#sec:counted}
//:
//: What does the identity save? Section 5.1 of the paper says: $\mathcal O(l n^2)$ operations instead of $\mathcal O(l^3)$. Count again, for all units of a layer, with a
//: multiplication or an addition as one operation.
//:
//: - *Direct*: $H^\T Q_j H$ takes $n d^2$ for each unit (half of a symmetric product), which the $l^3$ leaves out; its inverse $d^3$. A gradient then takes $2 d^2$.
//: - *Woodbury*: $H H^\T$ is the same for all units, $n^2 d$ *once*; this is the $l n^2$ of the paper. Scaling it takes $n^2$ a unit, and its factor $n^3/3$ a unit,
//:   which the paper leaves out. A gradient then takes $4 n d + 2 n^2$.
listing("BeliefNets/BlockCost.swift", "operations")  // hide

//: So the printed count is too high where many units share $H H^\T$, and too low where $n$ is large. {@fig:operations} compares the counts for the two large layers of the
//: twelve-layer machine. *These are counts, not seconds*: a product runs at many times the speed of a triangular solve, and $n^3$ numbers kept between steps cost memory.
// hide begin
let countedShapes = [
  (name: "p, pixels: 784 units of 301", units: 784, d: 301), (name: "q, first layer: 300 units of 785", units: 300, d: 785),
]
let keptFor = 50
figure(
  "operations",
  "Operations for all blocks of a layer, computed from the formulas of the listing above and not measured, against the number of samples: to make the blocks "
    + "anew (thick), and what § 5.1 of the paper counts (dotted). Dashed: the n up to which Woodbury's identity takes fewer.",
  alt:
    "Two panels of rising lines on logarithmic axes. The line of Woodbury is below the direct one for few samples, and crosses it",
  columns: 2
) {
  let counts = Grid.even(1...4, 61).map { Int(pow(10, $0).rounded()) }
  for shape in countedShapes {
    let costs = counts.map { BlockCost(units: shape.units, parameters: shape.d, samples: $0) }
    Panel(shape.name, x: Axis("samples n", scale: .log), y: Axis("operations", 1e6...1e15, scale: .log), key: .topLeft) {
      let n = counts.map(Double.init)
      Curve(x: n, y: costs.map(\.directRefresh), .green, width: 2, title: "direct", column: "direct")
      Curve(x: n, y: costs.map(\.woodburyRefresh), .purple, width: 2, title: "Woodbury", column: "Woodbury")
      Curve(x: n, y: costs.map(\.printedDirect), .green, dash: .dotted, title: "printed: l³ a unit", column: "printed direct")
      Curve(
        x: n, y: costs.map(\.printedWoodbury), .purple, dash: .dotted, title: "printed: l n² a unit", column: "printed Woodbury")
      Line(
        vertical: Double(BlockCost.crossing(units: shape.units, parameters: shape.d, period: 1)), .grey, dash: .dashed)
    }
  }
}
let layersCounted: [(String, Int, Int, Int)] = [
  ("p, x", 784, 301, 1_000), ("p, h⁽¹⁾", 300, 201, 1_000), ("q, h⁽¹⁾, one row an image", 300, 785, 100),
  ("q, h⁽¹⁾, one row a sample", 300, 785, 1_000), ("q, h⁽²⁾", 200, 301, 1_000),
]
table(
  "operations",
  "Operations, computed, in thousands of millions: to make the blocks of some layers of the twelve-layer machine anew from a batch of 100 images with "
    + "10 samples each and 1,000 dreams. Last: the number of samples up to which Woodbury's identity takes no more, for a metric that "
    + "serves one step and \(keptFor) steps.",
  columns: ["layer", "units", "$d$", "$n$", "direct", "Woodbury", "printed, $l n^2$", "crossing", "crossing, \(keptFor) steps"],
  rows: layersCounted.map { name, units, d, n in
    let cost = BlockCost(units: units, parameters: d, samples: n)
    return [
      name, units, d, n, cost.directRefresh / 1e9, cost.woodburyRefresh / 1e9, cost.printedWoodbury / 1e9,
      BlockCost.crossing(units: units, parameters: d, period: 1),
      BlockCost.crossing(units: units, parameters: d, period: keptFor),
    ]
  }, formats: [nil, nil, nil, nil, "%.1f", "%.1f", "%.1f", nil, nil])
let firstOfQ = BlockCost(units: 300, parameters: 785, samples: 100)
value("savedByFolding", firstOfQ.directRefresh / firstOfQ.woodburyRefresh, "%.0f")
let pixelsOfP = BlockCost(units: 784, parameters: 301, samples: 1_000)
value("lostOnPixels", pixelsOfP.woodburyRefresh / pixelsOfP.directRefresh, "%.1f")
value("ratioOne", Double(BlockCost.crossing(units: 784, parameters: 301, period: 1)) / 301, "%.1f")
value("ratioMany", Double(BlockCost.crossing(units: 784, parameters: 301, period: keptFor)) / 301, "%.1f")
value("keptFor", keptFor)
// hide end
let squareCost = BlockCost(units: 784, parameters: 301, samples: 301)
expect(
  squareCost.printedWoodbury, equals: squareCost.printedDirect, within: 0, as: "the printed counts cross at $n = l$")
expect(pixelsOfP.woodburyRefresh > pixelsOfP.directRefresh, as: "with 1,000 dreams the identity does not pay for the pixels of p")

//: The printed counts cross at $n = l$. The right ones cross at about {{ratioOne}}$\,d$ for the pixels of $p$, since a block must also be formed before it can be inverted; and at
//: {{ratioMany}}$\,d$ when it is kept for {{keptFor}} steps, since with Woodbury's identity each gradient costs more. With 1,000 dreams the identity
//: takes {{lostOnPixels}} times the operations of the direct way for the pixels; for the first layer of $q$, whose rows are images, it takes one {{savedByFolding}}th.
//: The bound $\mathcal O(l_0 l_1 n^2)$ for the whole machine, printed as a consequence, is a bound only for $n$ up to about $l$.

//: ## How long a metric keeps {#sec:keeping}
//:
//: Making the blocks is dear, applying them is cheap, and so the paper keeps them for $K$ steps, “assuming the locality of the gradient descent
//: step”. How fast does a kept metric go wrong? While the machine of {@sec:real-blocks} was trained with the metric of step 0, copies of it were kept.
//: At each of them three directions are made of the gradient of one new batch: with the *old* metric of step 0, with a *fresh* one, and with a second fresh one
//: from other samples. The angle between old and fresh is the age of the metric. The angle between the two fresh ones is the *floor*: no old metric can be told from a fresh one below it.
nonisolated struct Ageing: Sendable {
  let step: Int
  /// For each layer of each net, in degrees: between old and fresh, between two fresh ones, between the gradient and fresh.
  var old: [[Double]] = [], floor: [[Double]] = [], gradient: [[Double]] = []
  /// |old − fresh| / |fresh|, and the same of the two fresh ones.
  var oldDistance: [[Double]] = [], floorDistance: [[Double]] = []
}
// hide begin
nonisolated func asDouble(_ m: Matrix<Float>) -> Vector<Double> { Vector(m.storage.map(Double.init)) }
nonisolated func distanceRelative(_ a: Vector<Double>, _ b: Vector<Double>) -> Double {
  var c = a
  c.add(-1, b)
  return c.norm / b.norm
}
nonisolated struct MetricSamples: Sendable {
  let images: Matrix<Float>, copies: Int, dreams: Int, damping: Float
  func metric(of machine: HelmholtzMachine<Float>, firstImage: Int, using random: RandomStream) throws -> MetricEstimate<Float> {
    var X = Matrix<Float>(zeros: 100, images.columns)
    X.setRows(of: images, at: Array(firstImage..<firstImage + 100))
    return try MetricEstimate(of: machine, images: X, samples: copies, dreams: dreams, damping: damping, using: random)
  }
}
let sources = MetricSamples(images: images, copies: copies, dreams: dreamCount, damping: Float(α))
// hide end
nonisolated func ageing(
  _ step: Int, _ machine: HelmholtzMachine<Float>, old: inout MetricEstimate<Float>, _ sources: MetricSamples,
  using random: RandomStream
) throws -> Ageing {
  var X = Matrix<Float>(zeros: 100, sources.images.columns)
  X.setRows(of: sources.images, at: Array(0..<100))
  let g = machine.gradient(
    of: .rws, at: X, samples: sources.copies, dreams: sources.dreams, using: random.stream("gradient", step))
  var (aged, first, second) = (g, g, g)
  old.makeNatural(&aged)
  var fresh = try sources.metric(of: machine, firstImage: 100, using: random.stream("fresh", step))
  fresh.makeNatural(&first)
  fresh = try sources.metric(of: machine, firstImage: 200, using: random.stream("fresh too", step))
  fresh.makeNatural(&second)
  var result = Ageing(step: step)
  for network in Network.allCases {
    let layers = machine.layers(of: network).map { i in
      [g, aged, first, second].map { asDouble($0[network][i]) }
    }
    result.old.append(layers.map { $0[1].angle(to: $0[2]) })
    result.floor.append(layers.map { $0[3].angle(to: $0[2]) })
    result.gradient.append(layers.map { $0[0].angle(to: $0[2]) })
    result.oldDistance.append(layers.map { distanceRelative($0[1], $0[2]) })
    result.floorDistance.append(layers.map { distanceRelative($0[3], $0[2]) })
  }
  return result
}

chapter.progress(0.6, "ageing")  // hide
var oldMetric = try sources.metric(of: start, firstImage: 300, using: random.stream("old"))
let ages = try kept.map { try ageing($0.step, $0.machine, old: &oldMetric, sources, using: random.stream("ageing")) }
// hide begin
let ageSteps = ages.map { Double($0.step) }
let agePanels: [(title: String, names: [String])] = [
  ("p: from the top down", ["x", "h⁽¹⁾", "h⁽²⁾", "h⁽³⁾, the prior"]), ("q: from the image up", ["h⁽¹⁾", "h⁽²⁾", "h⁽³⁾"]),
]
let layerColors: [Color] = [.natural, .green, .purple, .amber]
let lastAge = ages.last!
for (name, part) in [("ageOfPixels", lastAge.old), ("floorOfPixels", lastAge.floor), ("gradientOfPixels", lastAge.gradient)] {
  value(name, part[0][0], "%.0f°")
}
value("ageOfReading", lastAge.old[1][0], "%.0f°")
value("floorOfReading", lastAge.floor[1][0], "%.0f°")
value("gradientOfReading", lastAge.gradient[1][0], "%.0f°")
value("distanceOfPixels", lastAge.oldDistance[0][0], "%.2f")
value("floorDistanceOfPixels", lastAge.floorDistance[0][0], "%.2f")
figure(
  "keeping",
  "Age of the metric of step 0 during \(steps) steps of training: the angle between the natural directions with the old and with a "
    + "fresh metric, layer by layer. Dashed: the floor, the angle between two fresh ones from different samples. Where a line runs along its dashed one, the old metric is as good as new.",
  alt: "Two panels of lines that start at the height of their dashed counterparts and rise with the steps",
  columns: 2
) {
  for (k, panel) in agePanels.enumerated() {
    // The prior's blocks are numbers, and p has a colour more than q: layer i has the same colour in both.
    Panel(panel.title, x: Axis("step", 0...Double(steps)), y: Axis("angle to a fresh natural direction, degrees"), key: .topLeft)
    {
      for (i, name) in panel.names.enumerated() {
        Curve(x: ageSteps, y: ages.map { $0.old[k][i] }, layerColors[i + k], width: 1.8, title: name)
        Curve(x: ageSteps, y: ages.map { $0.floor[k][i] }, layerColors[i + k], dash: .dashed, column: name + " floor")
      }
    }
  }
}
table(
  "keeping",
  "After \(steps) steps, layer by layer: angles to a fresh natural direction, in degrees, and distances relative to its length.",
  columns: ["layer", "old", "floor", "gradient", "old, distance", "floor, distance"],
  rows: agePanels.enumerated().flatMap { k, panel in
    panel.names.indices.map { i in
      [
        (k == 0 ? "p, " : "q, ") + panel.names[i], lastAge.old[k][i], lastAge.floor[k][i], lastAge.gradient[k][i],
        lastAge.oldDistance[k][i], lastAge.floorDistance[k][i],
      ] as [any TableCell]
    }
  }, formats: [nil, "%.1f", "%.1f", "%.1f", "%.2f", "%.2f"])
// hide end
expect(ages[0].old[0][0] < 1.5 * ages[0].floor[0][0], as: "at step 0 the old metric is a fresh one")
expect(lastAge.old[0][0] > ages[0].old[0][0], as: "the metric of the pixels ages")
expect(lastAge.old[0][0] < lastAge.gradient[0][0], as: "the old metric is nearer to a fresh one than no metric is")

//: PLACEHOLDER-KEEPING

//: ## The other Fisher matrix {#sec:marginal}
//:
//: All blocks so far belong to the *joint* distribution $p(x, h)$. What one wants to fit is $p(x) = \sum_h p(x, h)$, and that is another model with another
//: metric. Since $\log p(x, h) = \log p(x) + \log p(h \mid x)$, the score of the joint is the sum of two scores; the second has mean zero given $x$, while the first is a
//: function of $x$, so their product has mean zero:
//:
//: $$ F_{\text{joint}} = F_{\text{marginal}} + \E_x\bigl[ F_{\text{posterior}}(x) \bigr]. $$ {#eq:three-fishers}
//:
//: The joint metric counts what a change of parameters does to the image *and* to its explanation. {@fig:marginal} shows the three.
let (Fm, Fh) = (tiny.marginalFisherMatrix(), tiny.posteriorFisherMatrix())
var FmPlusFh = Fm
FmPlusFh.add(1, Fh)
expect(FmPlusFh.storage, equals: Fp.storage, within: 1e-13, as: "{@eq:three-fishers}")
let ranks = try [Fp, Fm].map { try DampedSpectrum($0).rank }
expect(ranks.map(Double.init), equals: [Double(Fp.rows), 15], within: 0, as: "ranks of the joint and of the marginal matrix")
expect(try symmetricEigenvalues(Fh)[0] > -1e-14, as: "$F_{\\text{joint}} - F_{\\text{marginal}}$ has no negative eigenvalue")
expect(offBlocks(Fm, .generative).maximumMagnitude > 0.01, as: "the marginal matrix has no blocks")
// hide begin
value("offMarginal", offBlocks(Fm, .generative).maximumMagnitude, "%.3f")
value("rankOfJoint", ranks[0])
value("rankOfMarginal", ranks[1])
value(
  "shareMarginal", 100 * (0..<Fm.rows).reduce(0.0) { $0 + Fm[$1, $1] } / (0..<Fp.rows).reduce(0.0) { $0 + Fp[$1, $1] }, "%.0f %%")
figure(
  "marginal",
  "The Fisher matrix of p(x, h) for the tiny machine, and the two that add up to it: that of p(x), and the mean of those of p(h | x). All panels have one "
    + "scale. The first is block diagonal because the entries off the blocks cancel: they are opposite in the other two.",
  alt: "Three square matrices of coloured cells: block diagonal on the left, full in the middle and on the right",
  columns: 3
) {
  Figure(columns: 3, width: 960) {
    for (title, F) in [("joint, p(x, h)", Fp), ("marginal, p(x)", Fm), ("posterior, p(h | x)", Fh)] {
      fisherPanel(title, F, .generative, range: -0.15...0.15, outlined: title.hasPrefix("joint"))
    }
  }
}
// hide end

//: The marginal matrix is full, with entries up to {{offMarginal}} off the blocks, and singular: 16 images have 15 degrees of freedom, and there are {{rankOfJoint}}
//: parameters, so its rank is {{rankOfMarginal}}. Along the other directions $p(x)$ stands still while $h$ changes its meaning. The joint metric is regular, cheap, and
//: shorter of step: of its trace only {{shareMarginal}} are about the images. How much of the step is lost shows in the rate at which $\log p(x)$ rises,
//: $g^\T F^{-1} g$, for the gradient of one image in both metrics:
let towards = try [Fp, Fm].map { g.dot(try DampedSpectrum($0).direction(g, damping: 0)) }
value("riseJoint", towards[0], "%.1f")  // hide
value("riseMarginal", towards[1], "%.1f")  // hide
value(
  "angleMarginal", try DampedSpectrum(Fm).direction(g, damping: 0).angle(to: DampedSpectrum(Fp).direction(g, damping: 0)), "%.0f°"
)  // hide
expect(towards[0] < towards[1], as: "the natural gradient of the marginal is the steeper one")
expect(
  towards[1], equals: 1 / exp(tiny.logMarginal[image]) - 1, within: 1e-6, as: "$g^\\T F^{-1} g$ of the marginal is $1/p(x) - 1$")

//: They are {{riseJoint}} and {{riseMarginal}}, and the two directions are {{angleMarginal}} apart. (The second number must be $1/p(x) - 1$ for any model that can move all
//: probabilities of images freely, as this one can to first order; {@ex:steepest-marginal} asks why.) The metric of the marginal “could be better”, says § 4 of the paper, and leaves it for
//: later: it needs the posterior, which is what a Helmholtz machine has not got.

//: ## Printed against right {#sec:fb-printed}
//:
//: What the paper [@VVMA] prints about the blocks and what this chapter used instead, with the deviation where it is a number:
// hide begin
table(
  "fb-printed",
  "Formulas of the paper and of the slides about the blocks. The deviation is the greatest of an entry of a block, in the machine of nine units.",
  columns: ["where", "printed", "right", "deviation"],
  rows: [
    [
      "Proposition 1", "a block for each hidden unit, as many rows as parents",
      "for each unit, visible ones too, and a row for the bias", "–",
    ],
    ["(10)", "$\\sigma(1 - \\sigma h h^\\T)$", "$\\sigma(1 - \\sigma)\\, h h^\\T$", lostParenthesis],
    ["(11)", "$q(x, h) = q(h \\mid x)\\, p(x)$", "$q(h \\mid x)\\, p_D(x)$, the data", errorOfMarginal],
    ["(13), (15)", "$Q$ without $1/n$", "$Q = \\diag(\\sigma(1-\\sigma))/n$", "a factor of $n$"],
    ["(17)", "$Q^{-1}$, “Sherman–Morrison”", "no $Q^{-1}$; Woodbury", "∞ where a unit is saturated"],
    ["§ 5.1", "$\\mathcal O(l n^2)$", "$n^2 d$ once a layer, and $n^3/3$ a unit", "–"],
    ["Algorithm 1, line 10", "$F_p$ from data and $q$", "from dreams", errorOf10],
    ["Algorithm 1, line 22", "$F_q$ from dreams", "from data and $q$", errorOf22],
    ["(21)", "derivative by $W^{(k)}$", "by $W^{(i)}$", "–"],
    [
      "(10)–(15)", "no bias; parents in layer $i \\pm 1$, in the appendix always $i - 1$", "a constant 1 behind the parents", "–",
    ],
    ["after (23)", "the same matrix with units of $\\pm 1$", "the same formula; congruent matrices", codingDifference],
    ["slides", "(22) for $p(h) = e^{ha}/(2 \\cosh a)$", "$4\\,\\sigma(2a)(1 - \\sigma(2a))\\, h h^\\T$", isingError],
    ["slides", "largest block $l_0 \\times l_0$", "$(l_0 + 1) \\times (l_0 + 1)$", "–"],
  ], formats: [nil, nil, nil, "%.2f"])
// hide end

//: ## Summary {#sec:fb-summary}
//:
//: - A unit's score is $(b - \sigma(a))\,\tilde h$ and has mean zero given all that its own net drew before it. So the Fisher matrix of the joint distribution is
//:   block diagonal, exactly, with a block $\E[\sigma(1-\sigma)\,\tilde h\tilde h^\T]$ for each unit.
//: - The expectation is over the net that owns the unit: dreams for $p$, data read by $q$ for $q$. With other samples neither the blocks are right nor the zeros.
//: - The coding of the units changes the matrix by a congruence and the natural step not at all; it does change vanilla and damped steps.
//: - $n$ samples give the blocks up to an error of order $n^{-1/2}$. Their small eigenvalues are the problem: damping gives up the directions with less information than $\alpha$.
//: - Woodbury's identity takes fewer operations where there are fewer samples than about twice the weights of a unit if it serves one step, and fewer still where it serves many. In the form without $Q^{-1}$ it is safe.
//: - A kept metric is to be compared with the floor that sampling sets.
//: - The metric of $p(x)$ alone is full, singular and smaller: $F_{\text{joint}} - F_{\text{marginal}}$ is what the explanations add.
//:
//: **What to try next.** Change `noise` to 0 and look at the blocks of $q$: which directions lose their information? Change the weights' scale from 0.8 to 3: where does
//: the spectrum go? Draw {@fig:keeping} with a rate five times higher. And chapter 11 puts these blocks to work.

//: ## Exercises {#sec:fb-exercises}
//:
//: An answer is judged by `swift run -c release exercise 08.1 "300"` and the like.
//:
//: ::: exercise largest-block
//: The twelve-layer machine has 784 pixels and hidden layers of 300, 200, 100, … units. How many rows has the largest block of $p$, and how many the largest of $q$?
//: ::: hint
//: Which layer are the parents of a pixel in p, and of a unit of the first hidden layer in q? Do not forget the bias.
//: ::: solution
//: A pixel has 300 parents and a bias, 301 rows; a unit of $h^{(1)}$ has 784 parents in $q$, 785 rows.
//: :::
//:
//: ::: exercise prior-information
//: A unit of the prior is on with probability $3/4$. What is its block? By which factor does its undamped natural step differ from its gradient?
//: Give two numbers.
//: ::: hint
//: The parent is the constant 1 alone.
//: ::: solution
//: $F = \sigma(1 - \sigma) = 3/16$, one number, and the step is $16/3$ times the gradient.
//: :::
//:
//: ::: exercise forgotten-n
//: A program takes $Q$ without $1/n$, with $n = 1000$ samples and $\alpha = 0.1$. With the right $Q$, which damping gives a step in the same direction? And
//: by which factor is the program's $(\alpha I + F)^{-1} g$ shorter than the right one at that damping?
//: ::: hint
//: Take n out of (α 1 + n F).
//: ::: solution
//: $(\alpha I + nF)^{-1} = \tfrac1n(\tfrac\alpha n I + F)^{-1}$: the damping is $0.1/1000 = 10^{-4}$, and the step is $1000$ times shorter. By {@fig:angles} that is a step of mostly noise.
//: :::
//:
//: ::: exercise two-codings
//: A unit has one parent, which is on half of the time, and $W = 0$, $w = 0$. What is the condition (largest over smallest eigenvalue) of its block with units of $\pm 1$, and what with 0 and 1?
//: ::: hint
//: Both blocks are 1/4 of the second moments of (h, 1). The eigenvalues of a symmetric 2 × 2 matrix follow from its trace and determinant.
//: ::: solution
//: With $\pm 1$ the second moments are the identity: condition 1. With 0 and 1 they are $\begin{pmatrix} 1/2 & 1/2 \\ 1/2 & 1 \end{pmatrix}$, with trace $3/2$ and determinant
//: $1/4$: eigenvalues $(3 \pm \sqrt 5)/4$, condition $\left(\tfrac{3 + \sqrt5}{2}\right)^2 \approx {{twoCodings:%.3f}}$.
//: :::
//:
//: ::: exercise enough-damping
//: A block has eigenvalues between 0 and 25. Which damping makes the condition of $\tilde F$ 1001?
//: ::: hint
//: The factor 1 + α cancels.
//: ::: solution
//: $(\alpha + 25)/\alpha = 1001$, so $\alpha = 25/1000 = 0.025$.
//: :::
//:
//: ::: exercise where-they-cross
//: A layer has very many units, and its blocks are made anew at every step, so that only $n d^2 + d^3$ and $n^3/3$ count. At which $n/d$ do the two ways take
//: the same number of operations?
//: ::: hint
//: Put n = t d. The cubic has one positive root.
//: ::: solution
//: $t^3/3 = t + 1$, $t \approx {{whereTheyCross:%.3f}}$. With a Cholesky factor in place of the inverse, $d^3/3$, it would be $t^3 = 3t + 1$, $t \approx 1.88$.
//: :::
//:
//: ::: exercise rank-of-marginal
//: A machine has 3 visible units and hidden layers of 5 and 2. How many parameters has $p$, and what is the largest rank that the Fisher matrix of $p(x)$ can have?
//: ::: hint
//: How many numbers describe a distribution of 2³ images?
//: ::: solution
//: $3 \cdot 6 + 5 \cdot 3 + 2 = 35$ parameters; rank at most $2^3 - 1 = 7$, since every score of $p(x)$ is a function on 8 images with mean zero.
//: :::
//:
//: ::: exercise steepest-marginal
//: Let the scores of $p(x)$ span all functions of $x$ with mean zero. Show that $g^\T F^{-1} g = 1/p(x) - 1$ for $g = \nabla\log p(x)$ at one image $x$, with the pseudo-inverse where
//: $F = F_{\text{marginal}}$ is singular. Why can no other direction $v$ with $v^\T F v = 1$ raise $\log p(x)$ faster?
//: ::: hint
//: A direction v is the random variable u(y) = Σᵢ vᵢ ∂ᵢ log p(y), with E[u] = 0 and E[u²] = vᵀFv. What is the slope of log p(x) along v in terms of u?
//: ::: solution
//: The slope is $u(x)$. Among functions with $\E[u] = 0$, $\E[u^2] = 1$ the value at one point is largest for $u \propto \delta_x - p(x)$, by Cauchy and Schwarz:
//: $u(x) = \E[u\, \delta_x]/p(x) \le \sqrt{\Var(\delta_x)}/p(x) = \sqrt{p(x)(1 - p(x))}/p(x)$, whose square is $1/p(x) - 1$. The steepest direction of length 1
//: in the metric $F$ has the slope $\sqrt{g^\T F^{-1} g}$. To raise the probability of one image is to take mass from all others in proportion.
//: :::
// hide begin
answer("largest-block", [301, 785], within: 0.1)
answer("prior-information", [3.0 / 16, 16.0 / 3], within: 1e-3)
answer("forgotten-n", [1e-4, 1_000], within: 1e-6)
let halfOn = try [Matrix<Double>.identity(2), Matrix(rows: [[0.5, 0.5], [0.5, 1]])].map {
  try DampedSpectrum($0).condition(damping: 0)
}
expect(halfOn, equals: [1, pow((3 + 5.0.squareRoot()) / 2, 2)], within: 1e-12, as: "the solution of {@ex:two-codings}")
value("twoCodings", halfOn[1])
answer("two-codings", halfOn, within: 5e-3)
answer("enough-damping", 0.025, within: 1e-5)
let crossingRoot = 2 * cosh(acosh(1.5) / 3)  // of t³ = 3 t + 3
expect(pow(crossingRoot, 3) / 3, equals: crossingRoot + 1, within: 1e-12, as: "the solution of {@ex:where-they-cross}")
value("whereTheyCross", crossingRoot)
answer("where-they-cross", crossingRoot, within: 1e-2)
answer("rank-of-marginal", [35, 7], within: 0.1)
// hide end
