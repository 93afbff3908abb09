import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct ExactMarginalsTests {
  /// The marginal of layer i of a distribution of all states.
  func marginal(_ distribution: [Double], layer i: Int, _ units: [Int]) -> [Double] {
    let first = units[..<i].reduce(0, +)
    var sums = [Double](repeating: 0, count: 1 << units[i])
    for s in distribution.indices { sums[s >> first & (1 << units[i] - 1)] += distribution[s] }
    return sums
  }

  @Test(
    "marginals of every layer are sums over all states", arguments: [[3, 2, 2], [5, 3], [1, 4, 1, 2]], UnitCoding.allCases)
  func marginals(units: [Int], coding: UnitCoding) {
    let machine = tinyMachine(units, coding)
    let exact = Enumeration(machine), data = tinyData(bits: units[0])
    var marginals = ExactMarginals(for: machine)
    marginals.setGenerative(of: machine)
    marginals.setRecognition(of: machine, data: data)
    let (p, q) = (exact.generativeDistribution, exact.recognitionDistribution(data: data))
    for i in units.indices {
      // Sums of at most 2⁸ products of at most 8 factors.
      #expect(distance(marginals.generative[i].elements, marginal(p, layer: i, units)) < 1e-14)
      #expect(distance(marginals.recognition[i].elements, marginal(q, layer: i, units)) < 1e-14)
    }
    #expect(abs(marginals.divergence(from: data) - exact.divergence(from: data)) < 1e-13)
  }

  @Test(
    "blocks by marginals are blocks by states, with the right parents and with the wrong ones", arguments: UnitCoding.allCases)
  func blocks(coding: UnitCoding) {
    let machine = tinyMachine([3, 2, 2], coding)
    let exact = Enumeration(machine), data = tinyData(bits: 3)
    var marginals = ExactMarginals(for: machine)
    marginals.setGenerative(of: machine)
    marginals.setRecognition(of: machine, data: data)
    for source in Network.allCases {
      let distribution = source == .generative ? exact.generativeDistribution : exact.recognitionDistribution(data: data)
      for network in Network.allCases {
        for i in machine.layers(of: network) {
          let blocks = marginals.fisherBlocks(of: network, layer: i, in: machine, parentsFrom: source)
          for (j, block) in blocks.enumerated() {
            let sum = exact.fisherBlock(of: network, layer: i, unit: j, under: distribution)
            #expect(distance(block, sum) < 1e-14, "\(network), layer \(i), unit \(j)")
          }
        }
      }
    }
  }

  @Test("the spectra are those of the blocks, and the pairing error vanishes where p and q agree")
  func spectraAndPairing() throws {
    let machine = tinyMachine([3, 2, 2])
    var marginals = ExactMarginals(for: machine)
    marginals.setGenerative(of: machine)
    marginals.setRecognition(of: machine, data: tinyData(bits: 3))
    let blocks = marginals.fisherBlocks(of: .generative, layer: 0, in: machine, parentsFrom: .generative)
    for (λ, F) in zip(try marginals.spectra(of: .generative, layer: 0, in: machine), blocks) {
      #expect(abs(λ.reduce(0, +) - (0..<3).reduce(0) { $0 + F[$1, $1] }) < 1e-14)
      #expect(abs(λ.reduce(0) { $0 + $1 * $1 } - F.dot(F)) < 1e-14)
    }
    #expect(marginals.pairingError(of: .generative, layer: 0, in: machine) > 0.01)
    #expect(marginals.pairingError(of: .recognition, layer: 1, in: machine) > 0.01)
    // Without weights both nets are uniform, and so are these data.
    let even = HelmholtzMachine<Double>(units: [3, 2, 2])
    marginals.setGenerative(of: even)
    marginals.setRecognition(of: even, data: Array(repeating: 1 / 8, count: 8))
    #expect(marginals.pairingError(of: .generative, layer: 0, in: even) < 1e-14)
    #expect(marginals.pairingError(of: .recognition, layer: 1, in: even) < 1e-14)
  }

  @Test("an image of the data that p cannot draw is infinitely far; one that the data lack does not matter")
  func impossible() {
    var machine = HelmholtzMachine<Double>(units: [2, 1])
    machine.generative[0].weights = Matrix(rows: [[0, 2000], [0, 0]])
    var marginals = ExactMarginals(for: machine)
    marginals.setGenerative(of: machine)
    #expect(marginals.divergence(from: [0.5, 0.5, 0, 0]) == .infinity)
    #expect(marginals.divergence(from: [0, 0.5, 0, 0.5]) == 0)
  }
}

struct HiddenEnumerationTests {
  @Test(
    "joint, recognition and divergences are those of all states", arguments: [[3, 2, 2], [4, 3], [2, 2, 1, 2]],
    UnitCoding.allCases)
  func states(units: [Int], coding: UnitCoding) {
    let machine = tinyMachine(units, coding)
    let exact = Enumeration(machine)
    let images = Array((0..<exact.images).reversed())
    let hidden = HiddenEnumeration(machine, images: images)
    for (b, x) in images.enumerated() {
      let states = Array(stride(from: x, to: exact.logJoint.count, by: exact.images))
      // Logarithms of magnitude below 30.
      #expect(distance(hidden.logJoint.row(b).elements, states.map { exact.logJoint[$0] }) < 1e-13)
      #expect(distance(hidden.logRecognition.row(b).elements, states.map { exact.logRecognition[$0] }) < 1e-13)
      #expect(abs(hidden.logMarginal[b] - exact.logMarginal[x]) < 1e-13)
      let at = exact.point(x)
      #expect(abs(hidden.logMarginal[b] - hidden.boundGaps[b] - exact.evidenceBound(of: at)) < 1e-13)
      let posterior = exact.posteriorDistribution(data: at)
      let divergence = states.reduce(0) {
        $0 + posterior[$1] * (Double.logarithm(posterior[$1]) - exact.logRecognition[$1])
      }
      #expect(abs(hidden.posteriorDivergences[b] - divergence) < 1e-13)
      #expect(hidden.posteriorDivergences[b] > 0 && hidden.boundGaps[b] > 0)
    }
    let data = tinyData(bits: units[0])
    #expect(abs(hidden.mean(of: hidden.logMarginal.elements, under: data) - exact.logLikelihood(of: data)) < 1e-13)
  }
}

struct SelfNormalisedTests {
  /// q_K by listing all K-tuples of hidden states.
  func listed(_ exact: Enumeration, image x: Int, samples K: Int) -> [Double] {
    let states = Array(stride(from: x, to: exact.logJoint.count, by: exact.images))
    let q = states.map { Double.exponential(exact.logRecognition[$0]) }
    let ω = states.map { Double.exponential(exact.logJoint[$0] - exact.logRecognition[$0]) }
    var sums = [Double](repeating: 0, count: states.count)
    var tuple = [Int](repeating: 0, count: K)
    repeat {
      let probability = tuple.reduce(1) { $0 * q[$1] }, total = tuple.reduce(0) { $0 + ω[$1] }
      for h in tuple { sums[h] += probability * ω[h] / total }
      var place = 0
      while place < K {
        tuple[place] += 1
        if tuple[place] < states.count { break }
        tuple[place] = 0
        place += 1
      }
      if place == K { break }
    } while true
    var distribution = [Double](repeating: 0, count: exact.logJoint.count)
    for (h, s) in states.enumerated() { distribution[s] = sums[h] }
    return distribution
  }

  @Test("the integral is the sum over all tuples of samples", arguments: [1, 2, 3, 4], [0.7, 3])
  func tuples(K: Int, scale: Double) {
    let exact = Enumeration(tinyMachine([3, 2, 1], scale: scale))
    for x in [0, 5] {
      let byIntegral = exact.selfNormalisedDistribution(data: exact.point(x), samples: K)
      #expect(distance(byIntegral, listed(exact, image: x, samples: K)) < 1e-12)
    }
  }

  @Test("one sample gives q, many give the posterior with an error like 1/K, any number a distribution")
  func limits() {
    let exact = Enumeration(tinyMachine([3, 2, 2])), data = tinyData(bits: 3)
    #expect(exact.selfNormalisedDistribution(data: data, samples: 1) == exact.recognitionDistribution(data: data))
    let posterior = exact.posteriorDistribution(data: data)
    let counts = [1000, 10_000, 100_000]
    let q = counts.map { exact.selfNormalisedDistribution(data: data, samples: $0) }
    for q in q { #expect(abs(q.reduce(0, +) - 1) < 1e-11) }
    // The next term of the bias is of order 1/K².
    #expect(abs(logSlope(counts.map(Double.init), q.map { distance($0, posterior) }) + 1) < 0.05)
  }

  @Test("it is the mean of what the wake step of a training run takes")
  func sampled() {
    let exact = Enumeration(tinyMachine([3, 2, 2]))
    let (x, K, repeats) = (5, 3, 40_000)
    var random = RandomStream(seed: 8)
    let images = batch(Array(repeating: x, count: repeats), exact)
    let g = Vector(flat(exact.machine.wakeGradient(of: images, samples: K, .importance, using: &random), .generative))
    let expected = exact.expectedScore(
      of: .generative, under: exact.selfNormalisedDistribution(data: exact.point(x), samples: K))
    let limit = exact.logMarginalGradient(of: x)
    // Scores are below 1 in magnitude, so a mean of 40,000 is within 0.02 with more than 4 standard errors to spare.
    #expect(distance(g, expected) < 0.02)
    #expect(distance(limit, expected) > 0.03)
  }
}

struct DivergenceTraceTests {
  @Test("levels, first passages and noise of made-up runs")
  func traces() {
    let falling = DivergenceTrace((0..<100).map { Double.exponential(-0.1 * Double($0)) })
    #expect(falling.noise(over: 50) < 1e-12)
    #expect(falling.steps(to: 0.5) == 8)
    #expect(falling.steps(to: 1e-9) == .infinity)
    // The last tenth of 20 values are the 19th and the 20th.
    #expect(abs(falling.level(upTo: 20) - Double.exponential(-1.85)) < 1e-12)
    let jumping = DivergenceTrace((0..<100).map { $0 % 2 == 0 ? 1.0 : 2 })
    #expect(abs(jumping.noise(over: 98) - Double.logarithm(2)) < 1e-12)
    #expect(abs(jumping.level(upTo: 100, share: 1) - 2.0.squareRoot()) < 1e-12)
    #expect(DivergenceTrace([1, .infinity, .infinity]).noise(over: 2) == .infinity)
  }
}
