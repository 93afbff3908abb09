import LinearAlgebra

/// One of the two networks of a Helmholtz machine.
public enum Network: String, Sendable, Codable, CaseIterable {
  /// p, from the prior down to the data.
  case generative
  /// q, from the data up.
  case recognition
}

extension HelmholtzMachine {
  /// The layers of a network, indexed by the layer that they predict.
  public subscript(network: Network) -> [SigmoidLayer<Scalar>] {
    get { network == .generative ? generative : recognition }
    set { if network == .generative { generative = newValue } else { recognition = newValue } }
  }

  /// The layers that a network predicts: 0 … L for p, 1 … L for q.
  public func layers(of network: Network) -> ClosedRange<Int> { (network == .generative ? 0 : 1)...depth }

  /// The layer of the parents of layer `i` in a network; L + 1, above the prior, has no units.
  public func parents(of i: Int, in network: Network) -> Int { network == .generative ? i + 1 : i - 1 }

  /// All parameters of a network, layer after layer, unit after unit, each unit's bias behind its weights.
  public func parameters(of network: Network) -> Vector<Scalar> { Vector(flat(self[network].map(\.weights))) }

  /// Sets all parameters of a network from the order of `parameters(of:)`.
  public mutating func setParameters(of network: Network, to θ: Vector<Scalar>) {
    var position = 0
    for i in layers(of: network) {
      for j in 0..<self[network][i].units {
        for k in 0...self[network][i].inputs {
          if network == .generative {
            generative[i].weights[j, k] = θ[position]
          } else {
            recognition[i].weights[j, k] = θ[position]
          }
          position += 1
        }
      }
    }
    precondition(position == θ.count, "setParameters: \(θ.count) numbers for \(position) parameters")
  }
}

/// The numbers of some matrices in a row, in the order of `HelmholtzMachine.parameters(of:)`.
public func flat<Scalar: BLASScalar>(_ matrices: [Matrix<Scalar>]) -> [Scalar] { matrices.flatMap { $0.storage } }

extension HelmholtzMachine {
  /// Runs `body` on each layer of both networks, those of p first, with the element of the same place.
  mutating func forEachLayer<Element>(with elements: [Element], _ body: (inout SigmoidLayer<Scalar>, Element) -> Void) {
    for i in generative.indices { body(&generative[i], elements[i]) }
    for i in recognition.indices { body(&recognition[i], elements[generative.count + i]) }
  }

  /// The same on several cores, changing the elements too.
  mutating func concurrentForEachLayer<Element: Sendable>(
    with elements: inout [Element], workers: Int, _ body: @Sendable (Int, inout SigmoidLayer<Scalar>, inout Element) -> Void
  ) {
    var layers = generative + recognition
    let half = generative.count
    (generative, recognition) = ([], [])  // each layer is now held once, and changed in place
    concurrentForEach(&layers, &elements, workers: workers, body)
    (generative, recognition) = (Array(layers[..<half]), Array(layers[half...]))
  }
}
