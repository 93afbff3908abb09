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

/// A Helmholtz machine in training: WS, RWS, NWS and NRWS are one update with different weights, phases and metric.
public struct WakeSleep<Scalar: BLASScalar>: Sendable {
  public let settings: WakeSleepSettings
  /// The machine as of now.
  public private(set) var machine: HelmholtzMachine<Scalar>
  /// How many steps were made, t.
  public private(set) var steps = 0
  private let random: RandomStream

  private var shards: [Shard<Scalar>]
  private var g: Gradient<Scalar>
  private var fisher: DampedFisher<Scalar>?

  /// - Parameters:
  ///   - metricImages: the images behind the Fisher blocks of the first layer of q; by default those of the batch.
  ///   - random: the stream from which step t takes the children "wake", t and "sleep", t.
  /// - Complexity: allocates everything that the steps need; for the Fisher metric 4 d² bytes a unit in single precision,
  ///   d its parents + 1.
  public init(
    _ machine: HelmholtzMachine<Scalar>, _ settings: WakeSleepSettings, metricImages: Matrix<Scalar>? = nil,
    using random: RandomStream
  ) {
    (self.machine, self.settings, self.random) = (machine, settings, random)
    let count = Shard<Scalar>.count(settings)
    shards = (0..<count).map { Shard($0, of: count, for: machine, settings) }
    g = Gradient(for: machine)
    if case .fisher = settings.algorithm.metric { fisher = DampedFisher(for: machine, settings, images: metricImages) }
  }

  // listing: step
  /// One update of both networks, from the same parameters.  [VVMA] Alg. 1
  ///
  /// - Parameter X: B images, B × (pixels + 1), values of the machine's coding, the last column 1.
  /// - Throws: `Divergence`; the machine is then as it was.
  /// - Complexity: that of `Shard.run` on all shards, and with the Fisher metric of `FisherBlocks`; no buffer is made.
  @discardableResult
  public mutating func step(on X: Matrix<Scalar>) throws(Divergence) -> StepReport {
    precondition(X.rows == settings.batch, "step: \(X.rows)×\(X.columns) for \(settings.batch) images")
    runPhases(on: X)  // lines 6 to 13 and 18 to 21
    g.setSum(of: shards.map(\.g))
    try refreshMetric()  // F_p from dreams, F_q from data and q, kept for K steps: lines 10, 12, 22
    fisher?.makeNatural(&g)  // lines 14, 15, 23
    try move(along: g, rate: Scalar(settings.rate.value(at: steps)))  // lines 16, 24
    defer { steps += 1 }
    return StepReport(
      step: steps, bound: shards.reduce(0) { $0 + $1.ω.bound },
      effectiveSamples: shards.reduce(0) { $0 + $1.ω.effectiveSamples })
  }
  // listing end

  private mutating func runPhases(on X: Matrix<Scalar>) {
    let (up, down) = (random.stream("wake", steps), random.stream("sleep", steps))
    let (machine, algorithm) = (machine, settings.algorithm)
    concurrentForEach(&shards, workers: settings.workers) { _, shard in
      shard.run(machine, on: X, algorithm, wake: up, sleep: down)
    }
  }

  private mutating func refreshMetric() throws(Divergence) {
    guard case .fisher(let damping, let period) = settings.algorithm.metric, steps % period == 0 else { return }
    do throws(SingularBlock) {
      try fisher?.refresh(of: machine, from: shards, damping: Scalar(damping))
    } catch {
      throw Divergence(step: steps, network: error.network, layer: error.layer)
    }
  }

  /// θ ← θ + ε g for both networks, when all of g is finite.
  private mutating func move(along g: Gradient<Scalar>, rate ε: Scalar) throws(Divergence) {
    for network in Network.allCases {
      for i in machine.layers(of: network) where !g[network][i].norm.isFinite {
        throw Divergence(step: steps, network: network, layer: i)
      }
    }
    for i in machine.generative.indices {
      machine.generative[i].weights.add(ε, g.generative[i])  // W ← W + ε g_p
      machine.recognition[i].weights.add(ε, g.recognition[i])  // V ← V + ε g_q
    }
  }
}
