/// How many numbers the Fisher matrix of a network of a Helmholtz machine has, half of a symmetric matrix each time.
public struct FisherSizes: Sendable, Equatable {
  /// The parameters of the network, P.
  public let parameters: Int
  /// P (P + 1) / 2: nothing is known to be zero.
  public let full: Int
  /// With one block a layer.
  public let layers: Int
  /// With one block a unit, as it is.  [VVMA] Proposition 1
  public let units: Int

  /// - Parameter sizes: the units of each layer, the visible one first.
  public init(of network: Network, units sizes: [Int]) {
    func half(_ n: Int) -> Int { n * (n + 1) / 2 }
    let L = sizes.count - 1
    let shapes = (network == .generative ? 0...L : 1...L).map { i in
      let parents = network == .recognition ? sizes[i - 1] : i < L ? sizes[i + 1] : 0
      return (units: sizes[i], parameters: parents + 1)
    }
    parameters = shapes.reduce(0) { $0 + $1.units * $1.parameters }
    full = half(parameters)
    layers = shapes.reduce(0) { $0 + half($1.units * $1.parameters) }
    units = shapes.reduce(0) { $0 + $1.units * half($1.parameters) }
  }
}
