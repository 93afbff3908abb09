import LinearAlgebra

/// How much each of the K samples of an image counts.
public enum Weighting: String, Sendable, Codable, CaseIterable {
  /// ω̃_k = 1/K: wake-sleep.
  case uniform
  /// ω̃_k = ω_k / Σ_k' ω_k': reweighted wake-sleep.
  case importance
}

/// The weights of the states of a wake pass, and what they tell.
public struct ImportanceWeights<Scalar: BLASScalar>: Sendable {
  /// ω̃_k / B of every state, B images of K samples each: all together sum to 1.
  public private(set) var normalised: Vector<Scalar>
  /// The same for the wake update of q, less the control variate.
  public private(set) var forRecognition: Vector<Scalar>
  /// The lower bound of the log-likelihood, (1/B) Σ_b log (1/K) Σ_k ω_bk, in nats an image.
  public private(set) var bound = 0.0
  /// The mean over images of the effective number of samples, 1 / Σ_k ω̃_k² of the normalised importance weights.
  public private(set) var effectiveSamples = 0.0
  private var ω: [Double]

  /// Room for the weights of `images` images with `samples` samples each.
  public init(images: Int, samples: Int) {
    normalised = Vector(zeros: images * samples)
    forRecognition = normalised
    ω = Array(repeating: 0, count: samples)
  }

  /// A share of the greatest weight below which a weight is taken for 0: far below its rounding, and far above the numbers
  /// that slow a processor down.
  private static var trace: Double { 1e-16 }

  // listing: importance-weights
  /// Weighs the states of a wake pass that both networks have judged.
  ///
  ///     ω_k = p(x, h_k) / q(h_k | x),   ω̃_k = ω_k / Σ_k' ω_k'               [VVMA] eq. (2)
  ///
  /// - Parameter total: B, where the pass holds a part of a step's images only: weights, bound and effective number are
  ///   then shares of the whole, which add up.
  ///
  /// log ω is shifted by its greatest value m before exp, so that nothing overflows and the greatest weight is never 0.
  /// - Complexity: O(BK); allocates nothing.
  public mutating func set(
    from pass: borrowing Pass<Scalar>, _ weighting: Weighting, _ controlVariate: ControlVariate = .none,
    amongImages total: Int? = nil
  ) {
    let (B, K) = (total ?? pass.images, pass.copies)
    (bound, effectiveSamples) = (0, 0)
    for b in 0..<pass.images {
      for k in 0..<K { ω[k] = Double(pass.logP[b * K + k]) - Double(pass.logQ[b * K + k]) }
      let m = ω.max()!
      var (sum, squares) = (0.0, 0.0)
      for k in 0..<K {
        ω[k] = Double.exponential(ω[k] - m)
        sum += ω[k]
        squares += ω[k] * ω[k]
      }
      for k in 0..<K {
        let share = weighting == .uniform ? 1 / Double(K) : ω[k] < Self.trace ? 0 : ω[k] / sum
        normalised[b * K + k] = Scalar(share / Double(B))
        forRecognition[b * K + k] = Scalar((share - (controlVariate == .uniform ? 1 / Double(K) : 0)) / Double(B))
      }
      bound += (m + Double.logarithm(sum / Double(K))) / Double(B)
      effectiveSamples += sum * sum / squares / Double(B)
    }
  }
  // listing end
}
