import LinearAlgebra

extension Enumeration {
  /// The mean over x ~ p of the Fisher matrix of the exact posterior p(h | x), by the parameters of p.
  ///
  ///     log p(x, h) = log p(x) + log p(h | x),   so   F_joint = F_marginal + E_x[F_posterior]
  ///
  /// The score of the posterior is that of the joint minus that of the marginal, and has mean 0 given x.
  /// - Complexity: O(2^N P²), P the parameters of p.
  public func posteriorFisherMatrix() -> Matrix<Double> {
    let p = generativeDistribution
    let marginalScores = (0..<images).map { logMarginalGradient(of: $0) }
    let scores = p.indices.map { s in
      var u = Vector(score(of: .generative, at: s))
      u.add(-1, marginalScores[s % images])
      u.scale(by: p[s].squareRoot())
      return u.elements
    }
    let S = Matrix(rows: scores)
    var F = Matrix<Double>(zeros: S.columns, S.columns)
    F.setGram(S, .transposed)
    return F
  }

  /// E[score of unit | all layers that its network draws before it], one vector for each state of those layers.
  ///
  /// Under the network's own distribution these are zero: the reason why its Fisher matrix has blocks.
  /// - Parameter distribution: of states; where it gives the earlier layers no mass, there is no vector.
  public func conditionalMeanScores(
    of network: Network, layer i: Int, unit j: Int, under distribution: [Double]
  ) -> [Vector<Double>] {
    let place = blocks(of: network).first { $0.layer == i && $0.unit == j }!.parameters
    let (above, below) = (machine.units.prefix(i + 1).reduce(0, +), machine.units.prefix(i).reduce(0, +))
    var sums: [Int: (mass: Double, score: Vector<Double>)] = [:]
    for s in distribution.indices where distribution[s] > 0 {
      let given = network == .generative ? s >> above : s & (1 << below - 1)
      var sum = sums[given] ?? (0, Vector(zeros: place.count))
      sum.mass += distribution[s]
      sum.score.add(distribution[s], Vector(Array(score(of: network, at: s)[place])))
      sums[given] = sum
    }
    return sums.keys.sorted().map { given in
      var mean = sums[given]!.score
      mean.scale(by: 1 / sums[given]!.mass)
      return mean
    }
  }

  /// The damped natural direction unit by unit, each with its own block, under a distribution of states.
  ///
  /// Under the network's own distribution it is that of the whole matrix, since there is nothing off the blocks.
  /// - Parameter g: a gradient by all parameters of the network.
  public func blockwiseDirection(
    _ g: Vector<Double>, of network: Network, under distribution: [Double], damping α: Double
  ) throws(NotPositiveDefinite) -> Vector<Double> {
    var direction = g
    for block in blocks(of: network) {
      let F = fisherBlock(of: network, layer: block.layer, unit: block.unit, under: distribution)
      let part = try dampedNaturalDirection(Vector(Array(g.elements[block.parameters])), fisherMatrix: F, damping: α)
      for (k, place) in block.parameters.enumerated() { direction[place] = part[k] }
    }
    return direction
  }
}
