import LinearAlgebra

extension Enumeration {
  /// ∂ log p(x, h) / ∂θ or ∂ log q(h | x) / ∂φ at a state, in the order of `HelmholtzMachine.parameters(of:)`.
  ///
  ///     ∂ log p(h_j | h) / ∂W_j = ([h_j is on] − σ(W_j h)) h
  public func score(of network: Network, at state: Int) -> [Double] {
    machine.layers(of: network).flatMap { i in
      let h = values(ofLayer: machine.parents(of: i, in: network), in: state)
      let own = values(ofLayer: i, in: state)
      return (0..<machine.units[i]).flatMap { j in
        let on = own[j] == machine.coding.high ? 1.0 : 0
        let residual = on - probability(of: network, layer: i, unit: j, given: h)
        return h.map { residual * $0 }
      }
    }
  }

  /// E[score] under a distribution of states.
  ///
  /// Under `posteriorDistribution` this is the gradient of the log-likelihood (generative), or minus that of
  /// KL(p(· | x) ‖ q(· | x)) (recognition, the wake update); under `generativeDistribution` it is the sleep update of q.
  public func expectedScore(of network: Network, under distribution: [Double]) -> Vector<Double> {
    var mean = Vector<Double>(zeros: machine.parameters(of: network).count)
    for s in distribution.indices where distribution[s] > 0 {
      mean.add(distribution[s], Vector(score(of: network, at: s)))
    }
    return mean
  }

  /// The gradient of log p(x) by the parameters of p.
  public func logMarginalGradient(of x: Int) -> Vector<Double> {
    expectedScore(of: .generative, under: posteriorDistribution(data: point(x)))
  }

  /// The whole Fisher matrix by its definition, E[score scoreᵀ].  [VVMA] eq. (6)
  ///
  /// Of p under `generativeDistribution`, of q under `recognitionDistribution`: then it is zero off the blocks of the units
  /// ([VVMA] Proposition 1), because a unit's score has mean 0 given everything above it.
  public func fisherMatrix(of network: Network, under distribution: [Double]) -> Matrix<Double> {
    gram(
      distribution.indices.filter { distribution[$0] > 0 }.map { s in
        score(of: network, at: s).map { $0 * distribution[s].squareRoot() }
      })
  }

  /// The Fisher matrix of p(x) alone, E[∇log p(x) ∇log p(x)ᵀ]: full, and singular where h has states to spare.
  public func marginalFisherMatrix() -> Matrix<Double> {
    gram(
      (0..<images).map { x in
        logMarginalGradient(of: x).elements.map { $0 * Double.exponential(logMarginal[x] / 2) }
      })
  }

  /// The block of one unit in closed form.
  ///
  ///     F_j = E[σ(W_j h) (1 − σ(W_j h)) h hᵀ],   h the parents      [VVMA] eqs. (10), (11), with the bracket closed
  public func fisherBlock(of network: Network, layer i: Int, unit j: Int, under distribution: [Double]) -> Matrix<Double> {
    gram(
      distribution.indices.filter { distribution[$0] > 0 }.map { s in
        let h = values(ofLayer: machine.parents(of: i, in: network), in: s)
        let σ = probability(of: network, layer: i, unit: j, given: h)
        return h.map { $0 * (distribution[s] * σ * (1 - σ)).squareRoot() }
      })
  }

  /// Where the parameters of each unit stand in `HelmholtzMachine.parameters(of:)`: the blocks of the Fisher matrix.
  public func blocks(of network: Network) -> [(layer: Int, unit: Int, parameters: Range<Int>)] {
    var position = 0
    return machine.layers(of: network).flatMap { i in
      (0..<machine.units[i]).map { j in
        defer { position += machine[network][i].inputs + 1 }
        return (i, j, position..<position + machine[network][i].inputs + 1)
      }
    }
  }

  /// P(unit j of layer i is on) given its parents' values.
  private func probability(of network: Network, layer i: Int, unit j: Int, given h: [Double]) -> Double {
    let W = machine[network][i].weights
    return Double.exponential(logSigmoid(h.indices.reduce(0.0) { $0 + W[j, $1] * h[$1] }))
  }
}

/// F̃⁻¹ g, F̃ = (α 1 + F) / (1 + α): the natural direction of a whole Fisher matrix.  [VVMA] eqs. (5), (16)
public func dampedNaturalDirection(
  _ g: Vector<Double>, fisherMatrix F: Matrix<Double>, damping α: Double
) throws(NotPositiveDefinite) -> Vector<Double> {
  var factor = Cholesky<Double>(dimension: F.rows)
  try factor.factor(F, damping: α)
  var direction = g
  factor.solve(&direction)
  direction.scale(by: 1 + α)
  return direction
}

/// Σ_s v_s v_sᵀ of some rows.
private func gram(_ rows: [[Double]]) -> Matrix<Double> {
  let S = Matrix(rows: rows)
  var F = Matrix<Double>(zeros: S.columns, S.columns)
  F.setProduct(S, .transposed, S, .asIs)
  return F
}
