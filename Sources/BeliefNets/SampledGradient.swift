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
    var pass = Pass(for: self, images: X.rows, copies: K)
    var ω = ImportanceWeights<Scalar>(images: X.rows, samples: K)
    var g = Gradient(for: self)
    recognise(X, into: &pass, using: &random)
    judgeByGenerative(&pass)
    ω.set(from: pass, weighting)
    g.setGenerative(at: &pass, weights: ω.normalised)
    return g
  }
}
