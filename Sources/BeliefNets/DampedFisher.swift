import LinearAlgebra

/// The damped Fisher blocks of all layers of both networks, frozen between two refreshes.
///
/// Pieces of all layers are worked on together, large ones first, so that no core waits at the end of a layer.
struct DampedFisher<Scalar: BLASScalar>: Sendable {
  /// The blocks of W⁽ⁱ⁾, i = 0 … L (the prior's are 1 × 1), then those of V⁽ⁱ⁾, i = 0 … L (the first has none).
  var layers: [FisherBlocks<Scalar>]
  let settings: FisherSettings
  private var workspaces: [BlockPiece<Scalar>.Workspace]

  /// The images behind the first layer of q, and their logits; without them the images of the batch stand there.
  private let images: Matrix<Scalar>?
  private var imageLogits: Matrix<Scalar>

  /// Room for the blocks of a machine.
  ///
  /// - Parameters:
  ///   - sizes: how many images, samples and dreams a step has.
  ///   - images: the images behind the first layer of q, n × (pixels + 1); by default those of a step's batch.
  init(
    for machine: HelmholtzMachine<Scalar>, _ settings: FisherSettings, sizes: StepSizes, images: Matrix<Scalar>? = nil,
    workers: Int
  ) {
    let (wake, sleep) = (sizes.batch * sizes.samples, sizes.dreams)
    let (forP, forQ) = settings.samples == .ofOwnModel ? (sleep, wake) : (wake, sleep)
    func blocks(_ layer: SigmoidLayer<Scalar>, samples n: Int) -> FisherBlocks<Scalar> {
      let d = layer.inputs + 1
      let cheapest = FisherBlocks<Scalar>.Route(
        parameters: d, samples: n, period: settings.period.largest, tolerance: settings.tolerance)
      return FisherBlocks(
        units: layer.units, parameters: d, samples: n, route: settings.memory > 0 ? .direct : cheapest,
        memory: Scalar(settings.memory))
    }
    let first = settings.samples == .ofOwnModel ? images?.rows ?? sizes.batch : sleep
    layers =
      machine.generative.map { blocks($0, samples: forP) }
      + machine.recognition.indices.map { blocks(machine.recognition[$0], samples: $0 == 1 ? first : forQ) }
    (self.settings, self.images) = (settings, images)
    imageLogits = Matrix(zeros: images?.rows ?? 0, machine.units[1])
    let direct = layers.filter { $0.route == .direct }
    let d = direct.map(\.parameters).max() ?? 0, n = direct.map(\.samples).max() ?? 0
    workspaces = (0..<workers).map { _ in
      BlockPiece<Scalar>.Workspace(count: direct.isEmpty ? 0 : BlockPiece<Scalar>.size(.direct), dimension: d, vectors: n)
    }
  }

  // listing: refresh
  /// Forms all blocks and prepares their solutions: F_p from dreams, F_q from data and q.  [VVMA] eqs. (12), (14)
  ///
  /// Algorithm 1 prints the two the other way round, against the text and against equations (10) and (11). The first layer
  /// of q has images as parents: they need no samples, and an image counts once, not once a sample.
  ///
  /// - Throws: `SingularBlock`; the averages are then as they were, and the blocks meaningless until the next refresh.
  mutating func refresh(
    of machine: HelmholtzMachine<Scalar>, from shards: [Shard<Scalar>], damping α: Scalar
  ) throws(SingularBlock) {
    let before = layers.map(\.memory)
    do throws(SingularBlock) { try formBlocks(of: machine, from: shards, damping: α) } catch {
      for l in layers.indices { layers[l].memory = before[l] }
      throw error
    }
  }

  private mutating func formBlocks(
    of machine: HelmholtzMachine<Scalar>, from shards: [Shard<Scalar>], damping α: Scalar
  ) throws(SingularBlock) {
    if let images { machine.recognition[1].setLogits(&imageLogits, parents: images) }
    let (choice, images, imageLogits) = (settings.samples, images, imageLogits)
    try concurrentForEach(&layers, workers: workspaces.count) { (l, layer) throws(SingularBlock) in
      guard layer.units > 0 else { return }
      let (network, i) = machine.place(ofLayer: l)
      var (H, A) = choice.parents(of: i, in: network, shards)
      if let images, choice == .ofOwnModel, (network, i) == (.recognition, 1) { (H, A) = ([images], [imageLogits]) }
      layer.damping = α
      do throws(NotPositiveDefinite) { try layer.shared.load(parents: H, logits: A) } catch {
        throw SingularBlock(network: network, layer: i)
      }
    }
    try forEachPiece(of: machine) { (piece, layer, workspace) throws(NotPositiveDefinite) in
      try piece.refresh(from: layer.shared, damping: α, &workspace)
    }
  }
  // listing end

  /// Goes on with the running averages of blocks that were formed from another number of samples.
  mutating func keepAverages(of other: DampedFisher) {
    for l in layers.indices where settings.memory > 0 {
      for k in layers[l].pieces.indices { layers[l].pieces[k].averages = other.layers[l].pieces[k].averages }
    }
  }

  /// The factors once more, from the running averages alone.
  mutating func refactor(of machine: HelmholtzMachine<Scalar>, damping α: Scalar) throws(SingularBlock) {
    for l in layers.indices { layers[l].damping = α }
    try forEachPiece(of: machine) { (piece, _, _) throws(NotPositiveDefinite) in
      try piece.refactor(damping: α)
    }
  }

  private mutating func forEachPiece(
    of machine: HelmholtzMachine<Scalar>,
    _ body:
      @Sendable (inout BlockPiece<Scalar>, FisherBlocks<Scalar>, inout BlockPiece<Scalar>.Workspace)
      throws(NotPositiveDefinite) -> Void
  ) throws(SingularBlock) {
    try withPieces { (pieces, layers, workspaces) throws(SingularBlock) in
      try concurrentForEach(&pieces, workspaces: &workspaces) { (_, piece, workspace) throws(SingularBlock) in
        do throws(NotPositiveDefinite) { try body(&piece, layers[piece.layer], &workspace) } catch {
          let (network, i) = machine.place(ofLayer: piece.layer)
          throw SingularBlock(network: network, layer: i)
        }
      }
    }
  }

  /// g ← F̃⁻¹ g for every unit of both networks.  [VVMA] eq. (5)
  mutating func makeNatural(_ g: inout Gradient<Scalar>) {
    let workers = workspaces.count
    withPieces { pieces, layers, _ in
      Self.solve(&pieces, g.layers, layers, workers: workers)
      for piece in pieces { g.layers[piece.layer].setRows(from: piece.units.lowerBound, to: piece.X) }
    }
  }

  /// Apart from `makeNatural`, so that nobody else holds the gradient when it is overwritten: it would be copied.
  private static func solve(
    _ pieces: inout [BlockPiece<Scalar>], _ G: [Matrix<Scalar>], _ layers: [FisherBlocks<Scalar>], workers: Int
  ) {
    concurrentForEach(&pieces, workers: workers) { _, piece in
      let layer = layers[piece.layer]
      piece.solve(G[piece.layer], from: layer.shared, damping: layer.damping)
    }
  }

  /// Gives `body` the pieces of all layers, large ones first, beside layers without any.
  private mutating func withPieces<Failure: Error>(
    _ body: (inout [BlockPiece<Scalar>], [FisherBlocks<Scalar>], inout [BlockPiece<Scalar>.Workspace]) throws(Failure) -> Void
  ) throws(Failure) {
    var pieces: [BlockPiece<Scalar>] = []
    for l in layers.indices {
      for var piece in layers[l].pieces {
        piece.layer = l
        pieces.append(piece)
      }
      layers[l].pieces = []
    }
    let order = pieces.indices.sorted { (pieces[$1].cost, $0) < (pieces[$0].cost, $1) }
    var sorted = order.map { pieces[$0] }
    pieces = []
    defer {
      for piece in sorted.sorted(by: { $0.units.lowerBound < $1.units.lowerBound }) { layers[piece.layer].pieces.append(piece) }
    }
    try body(&sorted, layers, &workspaces)
  }
}

/// A damped Fisher block without a Cholesky factor: its states or logits are not finite, or the damping is 0.
public struct SingularBlock: Error, Equatable {
  public let network: Network
  public let layer: Int
}

extension FisherSamples {
  /// The samples of the parents of layer i of a network, and the layer's logits at them.
  fileprivate func parents<Scalar>(
    of i: Int, in network: Network, _ shards: [Shard<Scalar>]
  ) -> (H: [Matrix<Scalar>], A: [Matrix<Scalar>]) {
    switch (network, self) {
    case (.generative, .ofOwnModel): (shards.map { $0.sleep.H[i + 1] }, shards.map { $0.sleep.generativeLogits[i] })
    case (.generative, .asPrinted): (shards.map { $0.wake.H[i + 1] }, shards.map { $0.wake.generativeLogits[i] })
    case (.recognition, .ofOwnModel) where i == 1: (shards.map(\.wake.X), shards.map(\.wake.imageLogits))
    case (.recognition, .ofOwnModel): (shards.map { $0.wake.H[i - 1] }, shards.map { $0.wake.recognitionLogits[i] })
    case (.recognition, .asPrinted): (shards.map { $0.sleep.H[i - 1] }, shards.map { $0.sleep.recognitionLogits[i] })
    }
  }
}
