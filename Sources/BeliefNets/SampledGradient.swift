import LinearAlgebra
import RandomStreams

extension HelmholtzMachine {
  /// The wake gradient of p at some images, as one step of training takes it.
  ///
  ///     (1/B) Σ_b Σ_k ω̃_bk ∂ log p(x_b, h_bk) / ∂W,   h_bk ~ q(h | x_b)        [VVMA] eq. (1)
  ///
  /// With importance weights it tends to the gradient of log p(x) as K grows, with a bias of order 1/K; with uniform
  /// weights it is an unbiased estimate of the gradient of the evidence lower bound.
  /// - Parameters:
  ///   - X: images, B × (pixels + 1), the last column 1.
  ///   - K: samples of each image.
  /// - Returns: the gradient of p, in nats; that of q is left zero.
  /// - Complexity: one pass of both networks on B K states; allocates it.
  public func wakeGradient(
    of X: Matrix<Scalar>, samples K: Int, _ weighting: Weighting, using random: inout RandomStream
  ) -> Gradient<Scalar> {
    var shard = Shard(0, of: StepSizes(batch: X.rows, samples: K, dreams: 1, shards: 1), for: self)  // with room for a dream
    shard.runWake(self, on: X, Algorithm(weighting: weighting, wakeShare: 0, metric: .euclidean), using: &random)
    return shard.g
  }
}
