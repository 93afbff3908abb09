/// Operations of the products of one training step, counted: a multiplication or an addition is one. What the metric costs
/// comes on top; see `BlockCost`.
///
/// p: logits of the wake samples and of the dreams, and the wake gradient; q: logits of both, the sleep gradient, and the
/// wake gradient where it teaches q too. The first layer of q is done once for all samples of an image.
///
///     Σ_i 2 lᵢ (lᵢ₊₁ + 1) (2n + m) + 2 lᵢ₊₁ (lᵢ + 1) (2n + 2m),   n wake samples (in the first layer of q: images), m dreams
public struct StepCost: Sendable, Equatable {
  /// Of the products with p's weights and of those with q's.
  public let generative: Double, recognition: Double

  public var total: Double { generative + recognition }

  /// - Parameters:
  ///   - units: of each layer, the visible one first.
  ///   - step: whose samples and dreams count.
  public init(units: [Int], _ settings: WakeSleepSettings, step: Int = 0) {
    let sizes = settings.sizes(at: step)
    let (B, n, m) = (Double(sizes.batch), Double(sizes.batch * sizes.samples), Double(sizes.dreams))
    let λ = settings.algorithm.wakeShare
    var (p, q) = (0.0, 0.0)
    for (i, (low, high)) in zip(units, units.dropFirst()).enumerated() {
      p += 2 * Double(low * (high + 1)) * (n + m + n)
      q += 2 * Double(high * (low + 1)) * ((i == 0 ? B : n) * (λ > 0 ? 2 : 1) + m * (λ < 1 ? 2 : 1))
    }
    (generative, recognition) = (p, q)
  }
}
