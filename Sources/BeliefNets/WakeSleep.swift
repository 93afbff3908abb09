import LinearAlgebra
import RandomStreams

/// What a step tells.
public struct StepReport: Sendable, Equatable {
  /// The number of the step, from 0.
  public let step: Int
  /// The mean over the images of log (1/K) Σ_k ω_k before the step, in nats: a lower bound of the log-likelihood.
  public let bound: Double
  /// The mean effective number of the K samples.
  public let effectiveSamples: Double
}

/// A step without a finite result: the rate is too high, the damping too low, or the input is not finite.
public struct Divergence: Error, Equatable {
  /// The number of the step, from 0. The machine is as it was before it.
  public let step: Int
  public let network: Network
  /// The first layer where a number is not finite, or a damped block is not positive definite.
  public let layer: Int
}

/// A Helmholtz machine in training: WS, RWS, NWS and NRWS are one update with different weights, phases, metric and rule.
public struct WakeSleep<Scalar: BLASScalar>: Sendable {
  public let settings: WakeSleepSettings
  /// The machine as of now.
  public private(set) var machine: HelmholtzMachine<Scalar>
  /// How many steps were made, t.
  public private(set) var steps = 0
  private let random: RandomStream
  private let metricImages: Matrix<Scalar>?

  private var sizes: StepSizes
  private var shards: [Shard<Scalar>]
  private var g: Gradient<Scalar>
  var fisher: DampedFisher<Scalar>?
  /// What the step rule and the average remember, in the order of `Gradient.layers`.
  var memory: [LayerMemory<Scalar>]
  /// When the blocks were formed, and the machine as it was then; nil before the first time.
  private(set) var refreshed: (step: Int, machine: HelmholtzMachine<Scalar>)?

  /// - Parameters:
  ///   - metricImages: the images behind the Fisher blocks of the first layer of q; by default those of the batch.
  ///   - random: the stream from which step t takes the children "wake", t and "sleep", t.
  /// - Complexity: allocates everything that is kept from step to step. For the Fisher metric that is about, in bytes a unit in
  ///   single precision, d its parents + 1, from n samples: 2 d² on the direct route, twice as much where blocks are averaged
  ///   over refreshes, and thrice during one; 4 n² on Woodbury's; 4 (3 n + 6 d) on the iterative one.
  public init(
    _ machine: HelmholtzMachine<Scalar>, _ settings: WakeSleepSettings, metricImages: Matrix<Scalar>? = nil,
    using random: RandomStream
  ) {
    self.init(machine, settings, metricImages: metricImages, using: random, atStep: 0)
  }

  /// The same, as if `step` steps were made.
  init(
    _ machine: HelmholtzMachine<Scalar>, _ settings: WakeSleepSettings, metricImages: Matrix<Scalar>?,
    using random: RandomStream, atStep step: Int
  ) {
    (self.machine, self.settings, self.random, self.metricImages) = (machine, settings, random, metricImages)
    steps = step
    sizes = settings.sizes(at: step)
    shards = Shard.all(of: sizes, for: machine)
    g = Gradient(for: machine)
    memory = (machine.generative + machine.recognition).map {
      LayerMemory(for: $0.weights, settings.rule, averaging: settings.averaging)
    }
    fisher = freshMetric()
  }

  // listing: step
  /// One update of both networks, from the same parameters.  [VVMA] Alg. 1
  ///
  /// - Parameter X: B images, B × (pixels + 1), values of the machine's coding, the last column 1.
  /// - Throws: `Divergence`; the machine is then as it was.
  /// - Complexity: that of `Shard.run` on all shards, and with the Fisher metric of `FisherBlocks`; nothing that it allocates is
  ///   kept, but where the number of samples changes.
  @discardableResult
  public mutating func step(on X: Matrix<Scalar>) throws(Divergence) -> StepReport {
    precondition(X.rows == settings.batch, "step: \(X.rows)×\(X.columns) for \(settings.batch) images")
    resize()
    runPhases(on: X)  // lines 6 to 13 and 18 to 21
    g.setSum(of: shards, workers: settings.workers)
    if isRefreshDue { try refreshMetric() }  // F_p from dreams, F_q from data and q: lines 10, 12, 22
    fisher?.makeNatural(&g)  // lines 14, 15, 23
    try move()  // lines 16, 24
    defer { steps += 1 }
    return StepReport(
      step: steps, bound: shards.reduce(0) { $0 + $1.ω.bound },
      effectiveSamples: shards.reduce(0) { $0 + $1.ω.effectiveSamples })
  }
  // listing end

  /// The machine with the running average of the parameters, or as it is now where no average is kept.
  public var averagedMachine: HelmholtzMachine<Scalar> {
    var averaged = machine
    if settings.averaging != nil && steps > 0 { averaged.forEachLayer(with: memory) { $0.weights = $1.average } }
    return averaged
  }
}

extension WakeSleep {
  /// Room for another number of samples, where it changes; the blocks are then formed anew, and their averages kept.
  private mutating func resize() {
    let now = settings.sizes(at: steps)
    guard now != sizes else { return }
    (sizes, refreshed) = (now, nil)
    shards = Shard.all(of: now, for: machine)
    let before = fisher
    fisher = freshMetric()
    if let before { fisher?.keepAverages(of: before) }
  }

  private func freshMetric() -> DampedFisher<Scalar>? {
    guard case .fisher(let metric) = settings.algorithm.metric else { return nil }
    return DampedFisher(for: machine, metric, sizes: sizes, images: metricImages, workers: settings.workers)
  }

  private mutating func runPhases(on X: Matrix<Scalar>) {
    let (wake, sleep) = (random.stream("wake", steps), random.stream("sleep", steps))
    let (machine, algorithm) = (machine, settings.algorithm)
    concurrentForEach(&shards, workers: settings.workers) { _, shard in
      var (up, down) = (wake.stream("shard", shard.index), sleep.stream("shard", shard.index))
      shard.run(machine, on: X, algorithm, wake: &up, sleep: &down)
    }
  }

  private var isRefreshDue: Bool {
    guard case .fisher(let metric) = settings.algorithm.metric else { return false }
    return refreshed.map { steps - $0.step >= metric.period.value(at: steps) } ?? true
  }

  private mutating func refreshMetric() throws(Divergence) {
    guard case .fisher(let metric) = settings.algorithm.metric else { return }
    try checkGradient()  // the samples of a step that cannot be made must not enter the blocks
    do throws(SingularBlock) {
      try fisher?.refresh(of: machine, from: shards, damping: Scalar(metric.damping.value(at: steps)))
      refreshed = (steps, machine)
    } catch {
      throw Divergence(step: steps, network: error.network, layer: error.layer)
    }
  }

  /// The blocks of this step once more, for a trainer that resumes: from its samples, or from the averages that are kept.
  mutating func refreshAgain(on X: Matrix<Scalar>) throws(Divergence) {
    guard case .fisher(let metric) = settings.algorithm.metric else { return }
    if metric.memory == 0 {
      runPhases(on: X)
      return try refreshMetric()
    }
    do throws(SingularBlock) {
      try fisher?.refactor(of: machine, damping: Scalar(metric.damping.value(at: steps)))
      refreshed = (steps, machine)
    } catch {
      throw Divergence(step: steps, network: error.network, layer: error.layer)
    }
  }

  /// The parameters of a state, at its step.
  mutating func go(to state: TrainingState<Scalar>) throws(ForeignState) {
    try machine.setMatrices(state.matrices, named: "now")
    steps = state.steps
  }

  /// θ ← θ + ε g for both networks by the step rule, when all of ε g is finite.
  private mutating func move() throws(Divergence) {
    let (g, rule, ρ, t, ε) = (g, settings.rule, settings.averaging, steps, settings.rate.value(at: steps))
    try checkGradient(times: Scalar(ε))
    machine.concurrentForEachLayer(with: &memory, workers: settings.workers) { l, layer, memory in
      memory.move(&layer.weights, along: g.layers[l], rate: ε, rule, averaging: ρ, step: t)
    }
  }

  /// - Throws: `Divergence` at the first layer of ε g that is not finite.
  private func checkGradient(times ε: Scalar = 1) throws(Divergence) {
    let g = g
    let norms = concurrentChunks(g.layers.count, size: 1, workers: settings.workers) { g.layers[$0.lowerBound].norm }
    guard let l = norms.firstIndex(where: { !(ε * $0).isFinite }) else { return }
    let (network, i) = machine.place(ofLayer: l)
    throw Divergence(step: steps, network: network, layer: i)
  }
}
