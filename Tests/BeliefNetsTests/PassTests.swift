import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct PassTests {
  /// A wake pass over 4 images with 5 samples each, and its images.
  func wake(_ machine: HelmholtzMachine<Double>, seed: UInt64 = 1) -> (pass: Pass<Double>, images: Matrix<Double>) {
    let X = batch([0, 3, 5, 6], Enumeration(machine))
    var pass = Pass(for: machine, images: 4, copies: 5)
    var random = RandomStream(seed: seed)
    machine.recognise(X, into: &pass, using: &random)
    machine.judgeByGenerative(&pass)
    return (pass, X)
  }

  @Test("a pass notes log p and log q of its states, as enumerated", arguments: UnitCoding.allCases)
  func logProbabilities(coding: UnitCoding) {
    let machine = tinyMachine([3, 2, 2], coding)
    let exact = Enumeration(machine)
    let (pass, _) = wake(machine)
    for r in 0..<20 {
      let s = stateNumber(pass, row: r, machine.units)
      #expect(s % 8 == [0, 3, 5, 6][r / 5])
      #expect(abs(pass.logP[r] - exact.logJoint[s]) < 1e-13)
      #expect(abs(pass.logQ[r] - exact.logRecognition[s]) < 1e-13)
    }
    #expect(pass.H.allSatisfy { H in (0..<20).allSatisfy { H[$0, H.columns - 1] == 1 } })
  }

  @Test("a likelihood is that of passes that note what gradients need too, to the last bit")
  func likelihood() {
    var stream = RandomStream(seed: 3)
    let machine = HelmholtzMachine<Float>(units: [70, 20, 9, 3], using: &stream)
    let X = Matrix<Float>(10, 71) { r, j in j == 70 || (r * j) % 3 == 0 ? 1 : -1 }
    let random = RandomStream(seed: 4)
    let estimate = machine.logLikelihood(of: X, samples: 200, using: random)
    var pass = Pass(for: machine, images: 10, copies: 100), images = random.stream("images", 0)
    var ω = [[Double]](repeating: [], count: 10)
    for _ in 0..<2 {
      machine.recognise(X, into: &pass, using: &images)
      machine.judgeByGenerative(&pass)
      for r in 0..<1000 { ω[r / 100].append(Double(pass.logP[r]) - Double(pass.logQ[r])) }
    }
    for (b, logs) in ω.enumerated() {
      let m = logs.max()!
      let mean = m + Double.logarithm(logs.reduce(0) { $0 + Double.exponential($1 - m) } / 200)
      #expect(abs(estimate.values[b] - mean) < 1e-12)
    }
  }

  @Test("gradients at the states of a pass are weighted sums of scores", arguments: UnitCoding.allCases)
  func gradients(coding: UnitCoding) {
    let machine = tinyMachine([3, 2, 2], coding)
    let exact = Enumeration(machine)
    var (pass, _) = wake(machine)
    let weights = Vector<Double>(count: 20) { 0.01 * Double($0 + 1) }
    var g = Gradient(for: machine)
    let judged = pass
    g.setGenerative(at: &pass, weights: weights)
    g.setWakeRecognition(at: &pass, weights: weights, share: 1)
    let once = g
    pass = judged
    g.setWakeRecognition(at: &pass, weights: weights, share: 0.25)
    for network in Network.allCases {
      var sum = Vector<Double>(zeros: machine.parameters(of: network).count)
      for r in 0..<20 {
        sum.add(weights[r], Vector(exact.score(of: network, at: stateNumber(pass, row: r, machine.units))))
      }
      // 20 terms below 0.2. The first layer of q folds the 5 copies of an image before its product.
      #expect(distance(flat(once, network), sum.elements) < 1e-15 * 20)
      let scale = network == .generative ? 1 : 0.25
      #expect(distance(flat(g, network), sum.elements.map { $0 * scale }) < 1e-15 * 20)
    }
  }

  @Test("dreams come from p, and wake samples from q", arguments: UnitCoding.allCases)
  func frequencies(coding: UnitCoding) {
    let machine = tinyMachine([2, 2, 1], coding)
    let exact = Enumeration(machine)
    let n = 40_000
    var random = RandomStream(seed: 11)
    var dreams = Pass(for: machine, images: n)
    machine.dream(into: &dreams, using: &random)
    var wake = Pass(for: machine, images: 1, copies: n)
    machine.recognise(batch([2], exact), into: &wake, using: &random)
    for (pass, p) in [
      (dreams, exact.generativeDistribution), (wake, exact.recognitionDistribution(data: exact.point(2))),
    ] {
      var count = [Double](repeating: 0, count: p.count)
      for r in 0..<n { count[stateNumber(pass, row: r, machine.units)] += 1 }
      for s in p.indices {
        // Binomial counts; 4.5 deviations, about 100 of them looked at.
        let deviation = (Double(n) * p[s] * (1 - p[s])).squareRoot()
        #expect(abs(count[s] - Double(n) * p[s]) <= 4.5 * deviation)
      }
    }
  }

  @Test("importance weights are normalised within an image, and uniform ones are 1/K")
  func weights() {
    let machine = tinyMachine([3, 2, 2])
    let (pass, _) = wake(machine)
    var ω = ImportanceWeights<Double>(images: 4, samples: 5)
    ω.set(from: pass, .importance)
    var bound = 0.0
    for b in 0..<4 {
      let raw = (0..<5).map { Double.exponential(pass.logP[5 * b + $0] - pass.logQ[5 * b + $0]) }
      let sum = raw.reduce(0, +)
      for k in 0..<5 { #expect(abs(ω.normalised[5 * b + k] - raw[k] / sum / 4) < 1e-15) }
      bound += Double.logarithm(sum / 5) / 4
    }
    #expect(abs(ω.bound - bound) < 1e-14)
    #expect(ω.effectiveSamples > 1 && ω.effectiveSamples < 5)
    let importanceBound = ω.bound
    ω.set(from: pass, .uniform)
    #expect(ω.normalised.elements.allSatisfy { abs($0 - 1.0 / 20) < 1e-16 })
    #expect(ω.bound == importanceBound)
  }

  @Test("log-weights far below the range of exp still give weights and a bound")
  func extremeWeights() {
    // 40 visible units that are all on with probability e^−60: log ω ≈ −2400, and e^−2400 is 0.
    var machine = HelmholtzMachine<Double>(units: [40, 2])
    for j in 0..<40 { machine.generative[0].weights[j, 2] = -60 }
    var pass = Pass(for: machine, images: 1, copies: 5)
    var random = RandomStream(seed: 2)
    machine.recognise(Matrix(1, 41) { _, _ in 1 }, into: &pass, using: &random)
    machine.judgeByGenerative(&pass)
    var ω = ImportanceWeights<Double>(images: 1, samples: 5)
    ω.set(from: pass, .importance)
    // p is uniform over the 4 hidden states and so is q: every weight is e^−2400.
    #expect(abs(ω.bound + 2400) < 1e-9)
    #expect(ω.normalised.elements.allSatisfy { abs($0 - 0.2) < 1e-12 })
  }

  @Test("a weight of 10⁻¹³ of the greatest counts, one of 10⁻²² is zero", arguments: [15.0, 25])
  func traces(w: Double) {
    // The pixel is on with probability ½ where h is on, and σ(−2w) where it is off; h is either under p and under q.
    var machine = HelmholtzMachine<Double>(units: [1, 1])
    machine.generative[0].weights = Matrix(rows: [[w, -w]])
    var pass = Pass(for: machine, images: 1, copies: 40)
    var random = RandomStream(seed: 6)
    machine.recognise(Matrix(rows: [[1, 1]]), into: &pass, using: &random)
    machine.judgeByGenerative(&pass)
    var ω = ImportanceWeights<Double>(images: 1, samples: 40)
    ω.set(from: pass, .importance)
    let isOn = (0..<40).map { pass.H[1][$0, 0] == 1 }
    let on = isOn.count { $0 }, ratio = 2 / (1 + Double.exponential(2 * w))
    #expect(on > 0 && on < 40)
    let sum = Double(on) + Double(40 - on) * ratio
    for k in 0..<40 {
      let expected = isOn[k] ? 1 / sum : w < 20 ? ratio / sum : 0
      #expect(abs(ω.normalised[k] - expected) <= 1e-12 * expected)  // exponents of 50 round by 7e-15
    }
  }

  @Test("visible biases start at the data's logits", arguments: UnitCoding.allCases)
  func visibleBiases(coding: UnitCoding) {
    var machine = HelmholtzMachine<Double>(units: [3, 2, 2], coding: coding)
    let exact = Enumeration(machine)
    machine.setVisibleBiases(toMeansOf: batch([1, 1, 3, 0], exact))
    let b = (0..<3).map { machine.generative[0].weights[$0, 2] }
    let expected = [3.5 / 1.5, 1.5 / 3.5, 0.5 / 4.5].map(Double.logarithm)
    #expect(distance(b, expected) < 1e-15)
  }
}
