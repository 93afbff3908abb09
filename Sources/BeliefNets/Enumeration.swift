import LinearAlgebra

/// All joint states of a tiny machine with their probabilities: every expectation is a finite sum, nothing is sampled.
///
/// State s = x + 2^l₀ (h⁽¹⁾ + 2^l₁ (h⁽²⁾ + …)), each layer's units read as the bits of a number, unit 0 lowest, 1 = on. A
/// distribution is an array of 2^N probabilities in that order, a distribution of images one of 2^l₀.
public struct Enumeration: Sendable {
  public let machine: HelmholtzMachine<Double>
  /// log p(x, h) of every state, in nats.
  public let logJoint: [Double]
  /// log q(h | x) of every state, in nats.
  public let logRecognition: [Double]
  /// log p(x) of every image, in nats.
  public let logMarginal: [Double]
  private let firstBit: [Int]

  /// - Precondition: at most 20 units in all.
  /// - Complexity: O(2^N L) and a table of 2^(lᵢ + lᵢ₊₁) numbers for each pair of layers.
  public init(_ machine: HelmholtzMachine<Double>) {
    let N = machine.units.reduce(0, +)
    precondition(N <= 20, "Enumeration: 2^\(N) states are too many, at most 20 units")
    let firstBit = (machine.units + [0]).indices.map { machine.units.prefix($0).reduce(0, +) }
    func logProbability(_ network: Network) -> [Double] {
      var sum = [Double](repeating: 0, count: 1 << N)
      for i in machine.layers(of: network) {
        let parents = machine.parents(of: i, in: network)
        let table = conditionalTable(machine[network][i])
        for s in sum.indices {
          let own = bits(s, firstBit[i], machine.units[i])
          let given = bits(s, firstBit[parents], machine[network][i].inputs)
          sum[s] += table[given << machine.units[i] | own]
        }
      }
      return sum
    }
    let logJoint = logProbability(.generative)
    let images = 1 << machine.units[0]
    logMarginal = (0..<images).map { x in
      logSumExp(stride(from: x, to: 1 << N, by: images).map { logJoint[$0] })
    }
    (self.machine, self.logJoint, self.firstBit) = (machine, logJoint, firstBit)
    logRecognition = logProbability(.recognition)
  }

  /// The number of images, 2^l₀.
  public var images: Int { logMarginal.count }

  /// h⁽ⁱ⁾ in a state: the values of layer i and a 1 behind them; above the prior the 1 alone.
  public func values(ofLayer i: Int, in state: Int) -> [Double] {
    guard i <= machine.depth else { return [1] }
    return unitValues(bits(state, firstBit[i], machine.units[i]), count: machine.units[i], machine.coding) + [1]
  }

  /// Image x as the row of a batch, the pixels and a 1 behind them.
  public func image(_ x: Int) -> [Double] { values(ofLayer: 0, in: x) }
}

/// `count` bits of a state, from bit `first` on.
private func bits(_ state: Int, _ first: Int, _ count: Int) -> Int { state >> first & (1 << count - 1) }

/// The bits of a number as values of units.
private func unitValues(_ number: Int, count: Int, _ coding: UnitCoding) -> [Double] {
  (0..<count).map { number >> $0 & 1 == 1 ? coding.high : coding.low }
}

/// log p(own | given) at [given · 2^units + own].
private func conditionalTable(_ layer: SigmoidLayer<Double>) -> [Double] {
  (0..<1 << layer.inputs).flatMap { given in
    let parents = unitValues(given, count: layer.inputs, layer.coding) + [1]
    let a = (0..<layer.units).map { j in (0...layer.inputs).reduce(0.0) { $0 + layer.weights[j, $1] * parents[$1] } }
    return (0..<1 << layer.units).map { own in
      a.indices.reduce(0.0) { $0 + logSigmoid(own >> $1 & 1 == 1 ? a[$1] : -a[$1]) }
    }
  }
}
