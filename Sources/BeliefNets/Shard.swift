import LinearAlgebra
import RandomStreams

/// A fixed part of the images and dreams of a step, with room for all that both phases make of it: the work of one core.
///
/// How a step is divided is a setting, and gradients are added in the order of the shards, so that a result does not
/// depend on how many cores there are.
struct Shard<Scalar: BLASScalar>: Sendable {
  /// The place among the shards, and the number of the streams of its draws.
  let index: Int
  /// The rows of a step's images that are of this shard.
  let images: [Int]
  /// What the whole step has.
  let whole: StepSizes

  var X: Matrix<Scalar>
  var wake: Pass<Scalar>, sleep: Pass<Scalar>
  var ω: ImportanceWeights<Scalar>
  var g: Gradient<Scalar>

  /// The part `index` of a step of a machine.
  init(_ index: Int, of whole: StepSizes, for machine: HelmholtzMachine<Scalar>) {
    func part(of n: Int) -> Range<Int> { n * index / whole.shards..<n * (index + 1) / whole.shards }
    (self.index, self.whole, images) = (index, whole, Array(part(of: whole.batch)))
    X = Matrix(zeros: images.count, machine.units[0] + 1)
    wake = Pass(for: machine, images: images.count, copies: whole.samples)
    sleep = Pass(for: machine, images: part(of: whole.dreams).count)
    ω = ImportanceWeights(images: images.count, samples: whole.samples)
    g = Gradient(for: machine)
  }

  /// All parts of a step.
  static func all(of whole: StepSizes, for machine: HelmholtzMachine<Scalar>) -> [Shard] {
    (0..<whole.shards).map { Shard($0, of: whole, for: machine) }
  }

  /// A whole step at some images as one shard, with draws from the children "wake" and "sleep" of a stream.
  init(
    _ machine: HelmholtzMachine<Scalar>, on X: Matrix<Scalar>, _ algorithm: Algorithm, samples K: Int, dreams n: Int,
    using random: RandomStream
  ) {
    self.init(0, of: StepSizes(batch: X.rows, samples: K, dreams: n, shards: 1), for: machine)
    var (up, down) = (random.stream("wake"), random.stream("sleep"))
    run(machine, on: X, algorithm, wake: &up, sleep: &down)
  }

  // listing: phases
  /// Both phases on this shard: its part of the gradients of p and q.  [VVMA] Alg. 1
  ///
  /// - Complexity: 3 products of its states with each W and 3 with each V, 4 where the wake phase teaches q too.
  mutating func run(
    _ machine: HelmholtzMachine<Scalar>, on batch: Matrix<Scalar>, _ algorithm: Algorithm, wake up: inout RandomStream,
    sleep down: inout RandomStream
  ) {
    runWake(machine, on: batch, algorithm, using: &up)
    runSleep(machine, algorithm, using: &down)
  }

  /// Wake: K samples of the hidden layers for each image, and what p says about them.
  mutating func runWake(
    _ machine: HelmholtzMachine<Scalar>, on batch: Matrix<Scalar>, _ algorithm: Algorithm, using up: inout RandomStream
  ) {
    X.setRows(of: batch, at: images)
    machine.recognise(X, into: &wake, using: &up)  // lines 6, 7
    machine.judgeByGenerative(&wake)  // line 8
    ω.set(from: wake, algorithm.weighting, algorithm.controlVariate, amongImages: whole.batch)  // line 3
    g.setGenerative(at: &wake, weights: ω.normalised)  // lines 9, 13
    g.setWakeRecognition(at: &wake, weights: ω.forRecognition, share: Scalar(algorithm.wakeShare))  // lines 12, 13
  }

  /// Sleep: dreams, and what q says about them.
  mutating func runSleep(_ machine: HelmholtzMachine<Scalar>, _ algorithm: Algorithm, using down: inout RandomStream) {
    machine.dream(into: &sleep, using: &down)  // lines 18, 19
    machine.judgeByRecognition(&sleep)  // line 20
    g.addSleepRecognition(at: sleep, among: whole.dreams, share: Scalar(algorithm.wakeShare))  // line 21
  }
  // listing end
}
