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
    generative = machine.generative.map {
      FisherBlocks(
        units: $0.units, parameters: $0.inputs + 1, samples: settings.dreams, workers: settings.workers)
    }
    let imageCount = images?.rows ?? settings.batch
    recognition = machine.recognition.indices.map { i in
      FisherBlocks(
        units: machine.recognition[i].units, parameters: machine.recognition[i].inputs + 1,
        samples: i == 1 ? imageCount : settings.batch * settings.samples, workers: settings.workers)
    }
    self.images = images
    imageLogits = Matrix(zeros: images?.rows ?? 0, machine.units[1])
  }

  /// Forms and factors all blocks: F_p from dreams, F_q from data and q.  [VVMA] eqs. (12), (14)
  ///
  /// Algorithm 1 prints the two the other way round, against the text and against equations (10) and (11). The first layer
  /// of q has images as parents: they need no samples, and an image counts once, not once a sample.
  public mutating func refresh(
    of machine: HelmholtzMachine<Scalar>, dreams: borrowing Pass<Scalar>, wake: borrowing Pass<Scalar>, damping α: Scalar
  ) throws(SingularBlock) {
    for i in 0...machine.depth {
      let (H, A) = (dreams.H[i + 1], dreams.generativeLogits[i])
      guard generative[i].refreshed(parents: H, logits: A, damping: α) else {
        throw SingularBlock(network: .generative, layer: i)
      }
    }
    if let images { machine.recognition[1].setLogits(&imageLogits, parents: images) }
    for i in 1...machine.depth {
      let first = images.map { ($0, imageLogits) } ?? (wake.X, wake.imageLogits)
      let (H, A) = i == 1 ? first : (wake.H[i - 1], wake.recognitionLogits[i])
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
  fileprivate mutating func refreshed(parents H: Matrix<Scalar>, logits A: Matrix<Scalar>, damping α: Scalar) -> Bool {
    do { try refresh(parents: H, logits: A, damping: α) } catch { return false }
    return true
  }
}
