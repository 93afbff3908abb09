import LinearAlgebra
import RandomStreams

/// Where the matrix of a sampled natural gradient comes from.
public enum FisherSource: Sendable, Hashable {
  /// Both covariances from the sample: the regression of f on T.
  case sampled
  /// The Fisher matrix of the model, and Cov(f, T) from the sample.
  case exact(Baseline)
}

/// Stochastic natural gradient steps in the natural parameters of any exponential family that can be sampled.
///
///     θ ← θ ± λ Ĝ⁻¹ ĝ
///
/// A step that would leave the family's domain (Σ not positive definite) is halved until it does not.
public struct StochasticDescent: Sendable, Hashable {
  public let fisher: FisherSource
  /// λ.
  public let rate: Double
  /// N, points a step.
  public let sampleSize: Int
  public let sense: Sense
  /// How often a step that leaves the domain is halved before its error is thrown.
  public let halvingLimit: Int

  public init(_ fisher: FisherSource, rate: Double, sampleSize: Int, _ sense: Sense = .minimise, halvingLimit: Int = 30) {
    precondition(sampleSize >= 2 && rate > 0, "StochasticDescent: \(sampleSize) points a step, rate \(rate)")
    self.fisher = fisher
    self.rate = rate
    self.sampleSize = sampleSize
    self.sense = sense
    self.halvingLimit = halvingLimit
  }

  // listing: stochastic step
  /// One step, and how often it was halved.
  ///
  /// - Throws: `DomainError` where the sample has too few points for its own Fisher matrix, or no halving helps.
  /// - Complexity: N evaluations of f, and O(N n² + n³).
  public func step<Model: ExponentialFamily & Sampler>(
    _ p: Model, of f: (Model.Point) -> Double, using rng: inout RandomStream
  ) throws(DomainError) -> (model: Model, halvings: Int) {
    let sample = EvaluatedSample(of: f, under: p, count: sampleSize, using: &rng)
    let direction: Vector<Double>
    switch fisher {
    case .sampled: direction = try sample.naturalGradient()
    case .exact(let baseline): direction = try sample.naturalGradient(under: p, baseline)
    }
    return try moved(p, along: direction)
  }
  // listing end

  /// θ ± λ 2^−k v with the least k that stays in the domain.
  ///
  /// - Throws: `DomainError`, that of the shortest step, where none does.
  public func moved<Model: ExponentialFamily>(
    _ p: Model, along v: Vector<Double>
  ) throws(DomainError) -> (model: Model, halvings: Int) {
    var λ = rate
    var k = 0
    while true {
      var θ = p.parameters
      θ.add(sense.sign * λ, v)
      do throws(DomainError) { return (try p.with(parameters: θ), k) } catch {
        if k == halvingLimit { throw error }
      }
      (λ, k) = (λ / 2, k + 1)
    }
  }

  /// The start and the distribution after each of `count` steps; fewer where a step fails.
  public func path<Model: ExponentialFamily & Sampler>(
    from start: Model, of f: (Model.Point) -> Double, steps count: Int, using rng: inout RandomStream
  ) -> (models: [Model], halvings: Int) {
    var (models, halvings) = ([start], 0)
    for _ in 0..<count {
      guard let next = try? step(models[models.count - 1], of: f, using: &rng) else { break }
      models.append(next.model)
      halvings += next.halvings
    }
    return (models, halvings)
  }
}
