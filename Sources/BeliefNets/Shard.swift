import LinearAlgebra
import RandomStreams

/// A fixed part of the images and dreams of a step, with room for all that both phases make of it: the work of one core.
///
/// How a step is divided is a setting, and gradients are added in the order of the shards, so that a result does not
/// depend on how many cores there are.
struct Shard<Scalar: BLASScalar>: Sendable {
  /// The place among the shards; the stream of its draws.
  let index: Int
  /// The rows of a step's images that are of this shard.
  let images: [Int]
  /// How many images the whole step has, B.
  let batch: Int

  var X: Matrix<Scalar>
  var wake: Pass<Scalar>, sleep: Pass<Scalar>
  var ω: ImportanceWeights<Scalar>
  var dreamWeights: Vector<Scalar>
  var g: Gradient<Scalar>

  /// The part `index` of `count`, for a machine and its settings.
  init(_ index: Int, of count: Int, for machine: HelmholtzMachine<Scalar>, _ settings: WakeSleepSettings) {
    func part(of n: Int) -> Range<Int> { n * index / count..<n * (index + 1) / count }
    self.index = index
    (images, batch) = (Array(part(of: settings.batch)), settings.batch)
    let dreams = part(of: settings.dreams).count
    X = Matrix(zeros: images.count, machine.units[0] + 1)
    wake = Pass(for: machine, images: images.count, copies: settings.samples)
    sleep = Pass(for: machine, images: dreams)
    ω = ImportanceWeights(images: images.count, samples: settings.samples)
    dreamWeights = Vector(count: dreams) { _ in 1 / Scalar(settings.dreams) }
    g = Gradient(for: machine)
  }

  /// How many shards a step of these settings has: no more than there are images or dreams.
  static func count(_ settings: WakeSleepSettings) -> Int { min(settings.shards, settings.batch, settings.dreams) }

  // listing: phases
  /// Both phases on this shard: its part of the gradients of p and q.  [VVMA] Alg. 1
  ///
  /// - Complexity: 3 products of its states with each W and 3 with each V, 4 where the wake phase teaches q too.
  mutating func run(
    _ machine: HelmholtzMachine<Scalar>, on batch: Matrix<Scalar>, _ algorithm: Algorithm, wake up: RandomStream,
    sleep down: RandomStream
  ) {
    var (up, down) = (up.stream("shard", index), down.stream("shard", index))
    let λ = Scalar(algorithm.wakeShare)
    X.setRows(of: batch, at: images)

    // Wake: K samples of the hidden layers for each image, and what p says about them.
    machine.recognise(X, into: &wake, using: &up)  // lines 6, 7
    machine.judgeByGenerative(&wake)  // line 8
    ω.set(from: wake, algorithm.weighting, amongImages: self.batch)  // line 3
    g.setGenerative(of: machine, at: &wake, weights: ω.normalised)  // lines 9, 13
    g.setRecognition(of: machine, at: &wake, weights: ω.normalised, scaledBy: λ, plus: 0)  // lines 12, 13

    // Sleep: dreams, and what q says about them.
    machine.dream(into: &sleep, using: &down)  // lines 18, 19
    machine.judgeByRecognition(&sleep)  // line 20
    g.setRecognition(of: machine, at: &sleep, weights: dreamWeights, scaledBy: 1 - λ, plus: 1)  // line 21
  }
  // listing end
}
