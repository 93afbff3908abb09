import LinearAlgebra
import RandomStreams

/// The damped Fisher metric of a machine as it is now, from samples of its own: what a step of training would use if it
/// made all blocks anew.
///
/// For comparing metrics; `WakeSleep` keeps its own from the samples of its steps.
public struct MetricEstimate<Scalar: BLASScalar>: Sendable {
  /// The blocks of W⁽ⁱ⁾, i = 0 … L, and of V⁽ⁱ⁾, i = 0 … L, of which the first has no units.
  private var layers: [FisherBlocks<Scalar>]

  /// Estimates F_p from n dreams, F_q from the images and K samples of each.  [VVMA] eqs. (12), (14)
  ///
  /// - Parameters:
  ///   - X: images, B × (pixels + 1), the last column 1. The first layer of q has them as parents, each once.
  ///   - α: the damping.
  ///   - random: the parent of the streams "wake" and "sleep".
  /// - Throws: `NotPositiveDefinite` as `FisherBlocks.refresh`.
  /// - Complexity: a pass of B K and of n states, and a refresh of every layer; allocates all of it.
  public init(
    of machine: HelmholtzMachine<Scalar>, images X: Matrix<Scalar>, samples K: Int, dreams n: Int, damping α: Scalar,
    using random: RandomStream
  ) throws(NotPositiveDefinite) {
    var (up, down) = (random.stream("wake"), random.stream("sleep"))
    var wake = Pass(for: machine, images: X.rows, copies: K), sleep = Pass(for: machine, images: n)
    machine.recognise(X, into: &wake, using: &up)
    machine.dream(into: &sleep, using: &down)
    layers = []
    for i in 0...machine.depth {
      layers.append(try Self.blocks(parents: sleep.H[i + 1], logits: sleep.generativeLogits[i], damping: α))
    }
    layers.append(FisherBlocks(units: 0, parameters: 1, samples: 1))
    for i in 1...machine.depth {
      let (H, A) = i == 1 ? (wake.X, wake.imageLogits) : (wake.H[i - 1], wake.recognitionLogits[i])
      layers.append(try Self.blocks(parents: H, logits: A, damping: α))
    }
  }

  private static func blocks(
    parents H: Matrix<Scalar>, logits A: Matrix<Scalar>, damping α: Scalar
  ) throws(NotPositiveDefinite) -> FisherBlocks<Scalar> {
    var blocks = FisherBlocks<Scalar>(units: A.columns, parameters: H.columns, samples: H.rows)
    try blocks.refresh(parents: H, logits: A, damping: α)
    return blocks
  }

  /// g ← F̃⁻¹ g for every unit of both networks.  [VVMA] eq. (5)
  public mutating func makeNatural(_ g: inout Gradient<Scalar>) {
    for l in layers.indices { layers[l].solve(&g.layers[l]) }
  }
}
