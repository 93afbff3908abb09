import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

/// Sampled quantities against enumerated ones: they converge with the Monte-Carlo rate n^−½, to the right limit.
struct ConvergenceTests {
  let machine = tinyMachine([3, 2, 2])
  var exact: Enumeration { Enumeration(machine) }

  /// The sampled blocks of a network, estimated from n states.
  func sampledBlocks(_ network: Network, layer i: Int, n: Int, _ random: RandomStream) throws -> [Matrix<Double>] {
    var random = random
    var pass = Pass(for: machine, images: n)
    if network == .generative {
      machine.dream(into: &pass, using: &random)
    } else {
      let images = draws(n, from: tinyData(bits: 3), using: &random)
      machine.recognise(batch(images, exact), into: &pass, using: &random)
    }
    let A = network == .generative ? pass.generativeLogits[i] : pass.recognitionLogits[i]
    let H = pass.H[machine.parents(of: i, in: network)]
    let d = H.columns
    var blocks = FisherBlocks<Double>(units: machine.units[i], parameters: d, samples: n)
    try blocks.refresh(parents: H, logits: A, damping: 1)
    // F̃⁻¹ on the unit vectors gives (1 + α)(α 1 + F)⁻¹; its inverse gives F.
    return try (0..<machine.units[i]).map { j in
      var inverse = Matrix<Double>(zeros: d, d)
      for k in 0..<d {
        var G = Matrix<Double>(machine.units[i], d) { _, l in l == k ? 1 : 0 }
        blocks.solve(&G)
        for l in 0..<d { inverse[k, l] = G[j, l] / 2 }
      }
      var F = Matrix<Double>.identity(d)
      var factor = Cholesky<Double>(dimension: d)
      try factor.factor(inverse)
      factor.solve(columnsOf: &F)
      F.addDiagonal(-1)
      return F
    }
  }

  @Test("sampled Fisher blocks converge to (10) and (11) with slope −1/2", arguments: Network.allCases)
  func fisherBlocks(network: Network) throws {
    let states =
      network == .generative ? exact.generativeDistribution : exact.recognitionDistribution(data: tinyData(bits: 3))
    let sizes = [100, 1600, 25_600]
    let root = RandomStream(seed: 21)
    var error = [Double](repeating: 0, count: sizes.count)
    for i in machine.layers(of: network) where machine.parents(of: i, in: network) <= machine.depth {
      let closed = (0..<machine.units[i]).map { exact.fisherBlock(of: network, layer: i, unit: $0, under: states) }
      for (k, n) in sizes.enumerated() {
        for repeated in 0..<6 {
          let sampled = try sampledBlocks(network, layer: i, n: n, root.stream("layer \(i) n \(n)", repeated))
          for j in sampled.indices {
            error[k] += zip(sampled[j].storage, closed[j].storage).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
          }
        }
      }
    }
    let slope = logSlope(sizes.map(Double.init), error.map { $0.squareRoot() })
    #expect(abs(slope + 0.5) < 0.06, "slope \(slope)")
    // Against the pairing of Algorithm 1 the error stays.
    let printed = network == .generative ? exact.recognitionDistribution(data: tinyData(bits: 3)) : exact.generativeDistribution
    let i = network == .generative ? 0 : 1
    let wrong = exact.fisherBlock(of: network, layer: i, unit: 0, under: printed)
    let sampled = try sampledBlocks(network, layer: i, n: sizes[2], root.stream("printed"))[0]
    #expect(distance(sampled, wrong) > 0.01)
  }

  @Test("the prior's block is exact from any number of dreams")
  func prior() throws {
    let F = try sampledBlocks(.generative, layer: 2, n: 3, RandomStream(seed: 1))
    for j in 0..<2 {
      let closed = exact.fisherBlock(of: .generative, layer: 2, unit: j, under: exact.generativeDistribution)
      #expect(distance(F[j], closed) < 1e-14)
    }
  }

  /// Means of a gradient over `repeats` batches, and the standard errors of the means.
  func statistics(_ repeats: Int, _ sample: (Int) -> [Double]) -> (mean: [Double], error: [Double]) {
    var sum: [Double] = [], squares: [Double] = []
    for t in 0..<repeats {
      let g = sample(t)
      if sum.isEmpty { (sum, squares) = (g.map { _ in 0 }, g.map { _ in 0 }) }
      for k in g.indices { (sum[k], squares[k]) = (sum[k] + g[k], squares[k] + g[k] * g[k]) }
    }
    let n = Double(repeats)
    return (
      sum.map { $0 / n },
      sum.indices.map { (max(0, squares[$0] / n - sum[$0] / n * sum[$0] / n) / (n - 1)).squareRoot() }
    )
  }

  /// One wake gradient at image x with K samples.
  func wakeGradient(_ network: Network, x: Int, K: Int, _ weighting: Weighting, _ random: RandomStream) -> [Double] {
    var random = random
    var pass = Pass(for: machine, images: 1, copies: K)
    machine.recognise(batch([x], exact), into: &pass, using: &random)
    machine.judgeByGenerative(&pass)
    var ω = ImportanceWeights<Double>(images: 1, samples: K)
    ω.set(from: pass, weighting)
    var g = Gradient(for: machine)
    g.setGenerative(at: &pass, weights: ω.normalised)
    g.setWakeRecognition(at: &pass, weights: ω.forRecognition, share: 1)
    return flat(g, network)
  }

  @Test(
    "the reweighted gradients tend to those of log p(x) and of −KL(posterior ‖ q), with slope −1/2", arguments: Network.allCases)
  func reweighted(network: Network) {
    let posterior = exact.posteriorDistribution(data: exact.point(5))
    let limit = exact.expectedScore(of: network, under: posterior).elements
    let sizes = [250, 4000, 64_000]
    let root = RandomStream(seed: 22)
    let error = sizes.map { K in
      (0..<8).reduce(0.0) { sum, t in
        let g = wakeGradient(network, x: 5, K: K, .importance, root.stream("K \(K)", t))
        return sum + zip(g, limit).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }.squareRoot()
    }
    let slope = logSlope(sizes.map(Double.init), error)
    #expect(abs(slope + 0.5) < 0.1, "slope \(slope)")
  }

  @Test("normalised weights are biased at few samples, about as 1/K")
  func bias() {
    let limit = exact.logMarginalGradient(of: 5).elements
    let root = RandomStream(seed: 23)
    let bias = [1, 2, 4, 16].map { K in
      let (mean, error) = statistics(60_000 / K) { wakeGradient(.generative, x: 5, K: K, .importance, root.stream("K \(K)", $0)) }
      let worst = mean.indices.max { abs(mean[$0] - limit[$0]) < abs(mean[$1] - limit[$1]) }!
      return (abs(mean[worst] - limit[worst]), error[worst])
    }
    #expect(bias[0].0 > 10 * bias[0].1 && bias[1].0 > 10 * bias[1].1)
    #expect(bias[1].0 < bias[0].0 && bias[2].0 < bias[1].0 && bias[3].0 < bias[2].0)
    // From 4 to 16 samples by 4, up to terms in 1/K² and the errors of the means.
    #expect(abs(Double.logarithm(bias[2].0 / bias[3].0) / Double.logarithm(4) - 1) < 0.35)
  }

  @Test("uniform weights give the gradient of the evidence bound, without bias; it is not that of log p(x)")
  func wakeSleepGradient() {
    let q = exact.recognitionDistribution(data: exact.point(5))
    let expected = exact.expectedScore(of: .generative, under: q).elements
    let root = RandomStream(seed: 24)
    let (mean, error) = statistics(5000) { wakeGradient(.generative, x: 5, K: 3, .uniform, root.stream("t", $0)) }
    for k in mean.indices { #expect(abs(mean[k] - expected[k]) <= 4.5 * error[k] + 1e-12) }
    let likelihood = exact.logMarginalGradient(of: 5).elements
    #expect(mean.indices.contains { abs(mean[$0] - likelihood[$0]) > 30 * error[$0] })
  }

  @Test("sleep gradients are the mean score of q over dreams, without bias")
  func sleepGradient() {
    let expected = exact.expectedScore(of: .recognition, under: exact.generativeDistribution).elements
    let root = RandomStream(seed: 25)
    let (mean, error) = statistics(2000) { t in
      var random = root.stream("t", t)
      var pass = Pass(for: machine, images: 20)
      machine.dream(into: &pass, using: &random)
      machine.judgeByRecognition(&pass)
      var g = Gradient(for: machine)
      g.addSleepRecognition(at: pass, among: 20, share: 0)
      return flat(g, .recognition)
    }
    for k in mean.indices { #expect(abs(mean[k] - expected[k]) <= 4.5 * error[k]) }
    // Forgetting the 1/K of (4) would make it 20 times as large.
    #expect(mean.indices.contains { abs(mean[$0] - 20 * expected[$0]) > 100 * error[$0] })
  }
}
