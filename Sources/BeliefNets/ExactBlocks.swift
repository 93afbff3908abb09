import LinearAlgebra

extension ExactMarginals {
  /// The Fisher block of every unit of a layer, exactly.
  ///
  ///     F_j = Σ_g P(g) σ(W_j g) (1 − σ(W_j g)) g gᵀ                          [VVMA] eqs. (10), (11)
  ///
  /// - Parameter source: whose distribution of the parents P is. For the Fisher matrix of a net it is the net's own.
  public func fisherBlocks(
    of network: Network, layer i: Int, in machine: HelmholtzMachine<Double>, parentsFrom source: Network
  ) -> [Matrix<Double>] {
    check(machine)
    let above = machine.parents(of: i, in: network)
    let P = above > machine.depth ? Vector([1.0]) : (source == .generative ? generative : recognition)[above]
    let H = states[above]
    var A = Matrix<Double>(zeros: H.rows, machine.units[i])
    machine[network][i].setLogits(&A, parents: H)
    return (0..<machine.units[i]).map { j in
      var weighted = H
      weighted.scaleRows(by: Vector(count: H.rows) { P[$0] * sigmoid(A[$0, j]) * sigmoid(-A[$0, j]) })
      var F = Matrix<Double>(zeros: H.columns, H.columns)
      F.setProduct(H, .transposed, weighted)
      return F
    }
  }

  /// The eigenvalues of the exact Fisher block of every unit of a layer, each list ascending.
  public func spectra(
    of network: Network, layer i: Int, in machine: HelmholtzMachine<Double>
  ) throws(EigenvaluesDidNotConverge) -> [[Double]] {
    var spectra: [[Double]] = []
    for F in fisherBlocks(of: network, layer: i, in: machine, parentsFrom: network) {
      spectra.append(try symmetricEigenvalues(F).elements)
    }
    return spectra
  }

  /// How far the blocks of a layer are off when their parents come from the other net, ‖F_printed − F‖ / ‖F‖ over all units.
  ///
  /// So Algorithm 1 of [VVMA] has it in lines 10 and 22, against its equations (10) and (11). Zero where the two nets agree,
  /// p(x, h) = q(h | x) p_D(x).
  public func pairingError(of network: Network, layer i: Int, in machine: HelmholtzMachine<Double>) -> Double {
    let other: Network = network == .generative ? .recognition : .generative
    let right = fisherBlocks(of: network, layer: i, in: machine, parentsFrom: network)
    let printed = fisherBlocks(of: network, layer: i, in: machine, parentsFrom: other)
    var (wrong, whole) = (0.0, 0.0)
    for (var F, G) in zip(printed, right) {
      F.add(-1, G)
      wrong += F.dot(F)
      whole += G.dot(G)
    }
    return (wrong / whole).squareRoot()
  }
}
