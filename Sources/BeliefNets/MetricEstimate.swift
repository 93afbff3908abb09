import LinearAlgebra
import RandomStreams

/// The damped Fisher metric of a machine as it is now, from samples of its own: what a step of training would use if it
/// made all blocks anew.
///
/// For comparing metrics; `WakeSleep` keeps its own from the samples of its steps.
public struct MetricEstimate<Scalar: BLASScalar>: Sendable {
  private var fisher: DampedFisher<Scalar>

  /// Estimates F_p from n dreams, F_q from the images and K samples of each.  [VVMA] eqs. (12), (14)
  ///
  /// - Parameters:
  ///   - X: images, B × (pixels + 1), the last column 1. The first layer of q has them as parents, each once.
  ///   - α: the damping.
  ///   - random: the parent of the streams "wake" and "sleep".
  /// - Throws: `SingularBlock` where `FisherBlocks.refresh` of a layer throws.
  /// - Complexity: both phases of a step, on B K and on n states, and a refresh of every layer; allocates all of it.
  public init(
    of machine: HelmholtzMachine<Scalar>, images X: Matrix<Scalar>, samples K: Int, dreams n: Int, damping α: Scalar,
    using random: RandomStream
  ) throws(SingularBlock) {
    let shard = Shard(machine, on: X, .ws, samples: K, dreams: n, using: random)  // the states are those of any algorithm
    fisher = DampedFisher(for: machine, FisherSettings(), sizes: shard.whole, workers: 1)
    try fisher.refresh(of: machine, from: [shard], damping: α)
  }

  /// g ← F̃⁻¹ g for every unit of both networks.  [VVMA] eq. (5)
  public mutating func makeNatural(_ g: inout Gradient<Scalar>) { fisher.makeNatural(&g) }
}
