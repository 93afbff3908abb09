import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct DampedSpectrumTests {
  func samples(d: Int, n: Int, seed: UInt64 = 6) -> (H: Matrix<Double>, a: Vector<Double>, g: Vector<Double>) {
    var random = RandomStream(seed: seed)
    let H = Matrix<Double>(n, d) { _, k in k == d - 1 || random.uniform() < 0.6 ? 1 : -1 }
    return (H, Vector(count: n) { _ in 2 * random.normal() }, Vector(count: d) { _ in random.normal() })
  }

  @Test("a sampled block is the written-out sum, in both precisions")
  func block() {
    let (H, a, _) = samples(d: 5, n: 12)
    let F = sampledFisherBlock(parents: H, logits: a)
    let plain = Matrix<Double>(5, 5) { k, l in
      (0..<12).reduce(0.0) { sum, r in
        let σ = 1 / (1 + Double.exponential(-a[r]))
        return sum + σ * (1 - σ) / 12 * H[r, k] * H[r, l]
      }
    }
    #expect(distance(F, plain) < 1e-15)
    let single = sampledFisherBlock(
      parents: Matrix<Float>(12, 5) { Float(H[$0, $1]) }, logits: Vector<Float>(count: 12) { Float(a[$0]) })
    #expect(distance(Matrix(5, 5) { Double(single[$0, $1]) }, plain) < 1e-6)
  }

  @Test("every damping gives the direction of a solved system", arguments: [1e-4, 0.1, 10])
  func directions(α: Double) throws {
    let (H, a, g) = samples(d: 6, n: 40)
    let F = sampledFisherBlock(parents: H, logits: a)
    let spectrum = try DampedSpectrum(F)
    let solved = try dampedNaturalDirection(g, fisherMatrix: F, damping: α)
    // Condition below 2 / 1e-3 for this block; 10 · ulp · that · the size.
    #expect(distance(spectrum.direction(g, damping: α), solved) < 1e-11 * solved.maximumMagnitude)
    let λ = spectrum.eigenvalues
    #expect(spectrum.condition(damping: α) == (α + λ[5]) / (α + λ[0]))
    #expect(λ == λ.sorted() && spectrum.rank == 6)
  }

  @Test("from samples it is the spectrum of their block, with few samples and with many", arguments: [4, 9, 30], [0, 1e-3, 1])
  func fromSamples(n: Int, α: Double) throws {
    let (H, a, g) = samples(d: 9, n: n)
    let block = try DampedSpectrum(sampledFisherBlock(parents: H, logits: a))
    let spectrum = try DampedSpectrum(parents: H, logits: a)
    #expect(spectrum.rank == block.rank && block.rank <= n && spectrum.eigenvalues.count == 9)
    #expect(distance(spectrum.eigenvalues, block.eigenvalues) < 1e-14)
    let step = block.direction(g, damping: α)
    // The least positive eigenvalue of these is above 1e-4.
    #expect(distance(spectrum.direction(g, damping: α), step) < 1e-10 * step.maximumMagnitude)
  }

  @Test("with fewer samples than parameters: rank n, and α → 0 tends to the pseudo-inverse for a gradient in the range")
  func singular() throws {
    let (H, a, _) = samples(d: 9, n: 4)
    let spectrum = try DampedSpectrum(sampledFisherBlock(parents: H, logits: a))
    #expect(spectrum.rank == 4)
    #expect(spectrum.condition(damping: 0) == .infinity)
    var g = Vector<Double>(zeros: 9)
    g.setProduct(H, .transposed, [1, -2, 0.5, 1])  // a combination of the samples
    let limit = spectrum.direction(g, damping: 0)
    #expect(distance(spectrum.direction(g, damping: 1e-9), limit) < 1e-6 * limit.maximumMagnitude)
    var back = Vector<Double>(zeros: 9)
    back.setProduct(sampledFisherBlock(parents: H, logits: a), limit)
    #expect(distance(back, g) < 1e-13)
  }

  @Test("the sampled blocks of a network tend to its exact ones, and not to the other network's", arguments: Network.allCases)
  func sampledBlocks(network: Network) {
    let exact = Enumeration(tinyMachine([3, 2, 2])), data = tinyData(bits: 3)
    var random = RandomStream(seed: 3)
    let sampled = exact.sampledFisherBlocks(of: network, samples: 40_000, data: data, using: &random)
    let (dreamt, read) = (exact.generativeDistribution, exact.recognitionDistribution(data: data))
    var difference = 0.0
    for (block, F) in zip(exact.blocks(of: network), sampled) {
      func right(_ states: [Double]) -> Matrix<Double> {
        exact.fisherBlock(of: network, layer: block.layer, unit: block.unit, under: states)
      }
      // Entries have a deviation of at most 1/4 / √40,000.
      #expect(distance(F, right(network == .generative ? dreamt : read)) < 4.5 * 0.25 / 200)
      difference = max(difference, distance(F, right(network == .generative ? read : dreamt)))
    }
    #expect(difference > 0.02)
  }

  @Test("angles: the gradient far above, the undamped step far below, and no noise between equal twins")
  func angles() throws {
    let (H, a, g) = samples(d: 6, n: 40)
    let block = try DampedSpectrum(parents: H, logits: a)
    let (other, b, _) = samples(d: 6, n: 40, seed: 7)
    let twin = try DampedSpectrum(parents: other, logits: b)
    let angles = DampingAngles(block, twins: (block, twin), gradient: g, dampings: [1e-9, 0.1, 1e9])
    #expect(angles.undamped[0] < 1e-5 && angles.gradient[2] < 1e-5)
    #expect(angles.undamped[0] < angles.undamped[1] && angles.undamped[1] < angles.undamped[2])
    #expect(angles.gradient[0] > angles.gradient[1] && angles.noise[0] > angles.noise[1] && angles.noise[2] < 1e-5)
    let silence = DampingAngles(block, twins: (block, block), gradient: g, dampings: [0.1]).noise
    #expect(silence.count == 1 && silence[0] < 1e-13)  // some ulp of 1, in degrees
    var layer = SigmoidLayer<Double>(units: 2, inputs: 5, coding: .plusMinusOne)
    for k in 0..<6 { layer.weights[1, k] = g[k] }
    var logits = Vector<Double>(zeros: 40)
    logits.setProduct(H, g)
    #expect(
      try layer.blockSpectrum(unit: 1, parents: H).eigenvalues == DampedSpectrum(parents: H, logits: logits).eigenvalues)
    let G = Matrix<Double>(2, 6) { j, k in j == 1 ? g[k] : 0 }
    let ofLayer = try layer.dampingAngles(unit: 1, gradient: G, parents: H, twins: (H, other), dampings: [0.1])
    #expect(ofLayer.gradient == [try layer.blockSpectrum(unit: 1, parents: H).direction(g, damping: 0.1).angle(to: g)])
    #expect(ofLayer.noise[0] > 0)
  }
}
