import LinearAlgebra

/// The damped Fisher blocks of all layers of both networks, frozen between two refreshes.
public struct DampedFisher<Scalar: BLASScalar>: Sendable {
  /// The blocks of W⁽ⁱ⁾, i = 0 … L; the prior's are 1 × 1.
  public private(set) var generative: [FisherBlocks<Scalar>]
  /// The blocks of V⁽ⁱ⁾, i = 1 … L; the first has none.
  public private(set) var recognition: [FisherBlocks<Scalar>]

  /// The images behind the first layer of q, and their logits; without them the images of the batch stand there.
  private let images: Matrix<Scalar>?
  private var imageLogits: Matrix<Scalar>

  /// Room for the blocks of a machine as the settings have it.
  ///
  /// - Parameter images: the images behind the first layer of q, n × (pixels + 1); by default those of a step's batch.
  public init(for machine: HelmholtzMachine<Scalar>, _ settings: WakeSleepSettings, images: Matrix<Scalar>? = nil) {
    var period = 1
    if case .fisher(_, let K) = settings.algorithm.metric { period = K }
    func blocks(_ layer: SigmoidLayer<Scalar>, samples n: Int) -> FisherBlocks<Scalar> {
      let route = FisherBlocks<Scalar>.Route(parameters: layer.inputs + 1, samples: n, period: period)
      return FisherBlocks(
        units: layer.units, parameters: layer.inputs + 1, samples: n, route: route, workers: settings.workers)
    }
    generative = machine.generative.map { blocks($0, samples: settings.dreams) }
    let (n, first) = (settings.batch * settings.samples, images?.rows ?? settings.batch)
    recognition = machine.recognition.indices.map { blocks(machine.recognition[$0], samples: $0 == 1 ? first : n) }
    self.images = images
    imageLogits = Matrix(zeros: images?.rows ?? 0, machine.units[1])
  }

  /// Forms and factors all blocks: F_p from dreams, F_q from data and q.  [VVMA] eqs. (12), (14)
  ///
  /// Algorithm 1 prints the two the other way round, against the text and against equations (10) and (11). The first layer
  /// of q has images as parents: they need no samples, and an image counts once, not once a sample.
  mutating func refresh(
    of machine: HelmholtzMachine<Scalar>, from shards: [Shard<Scalar>], damping α: Scalar
  ) throws(SingularBlock) {
    for i in 0...machine.depth {
      let (H, A) = (shards.map { $0.sleep.H[i + 1] }, shards.map { $0.sleep.generativeLogits[i] })
      guard generative[i].refreshed(parents: H, logits: A, damping: α) else {
        throw SingularBlock(network: .generative, layer: i)
      }
    }
    if let images { machine.recognition[1].setLogits(&imageLogits, parents: images) }
    for i in 1...machine.depth {
      var H = shards.map { i == 1 ? $0.wake.X : $0.wake.H[i - 1] }
      var A = shards.map { i == 1 ? $0.wake.imageLogits : $0.wake.recognitionLogits[i] }
      if i == 1, let images { (H, A) = ([images], [imageLogits]) }
      guard recognition[i].refreshed(parents: H, logits: A, damping: α) else {
        throw SingularBlock(network: .recognition, layer: i)
      }
    }
  }

  /// g ← F̃⁻¹ g for every unit of both networks.  [VVMA] eq. (5)
  public mutating func makeNatural(_ g: inout Gradient<Scalar>) {
    for i in generative.indices { generative[i].solve(&g.generative[i]) }
    for i in 1..<recognition.count { recognition[i].solve(&g.recognition[i]) }
  }
}

/// A damped Fisher block without a Cholesky factor: its states or logits are not finite, or the damping is 0.
public struct SingularBlock: Error, Equatable {
  public let network: Network
  public let layer: Int
}

extension FisherBlocks {
  /// Refreshes, and says whether every block had a factor.
  fileprivate mutating func refreshed(parents H: [Matrix<Scalar>], logits A: [Matrix<Scalar>], damping α: Scalar) -> Bool {
    do { try refresh(parents: H, logits: A, damping: α) } catch { return false }
    return true
  }
}
