import LinearAlgebra
import RandomStreams

extension HelmholtzMachine {
  /// The gradients of p and q that one step of an algorithm takes at some images, before any metric.
  ///
  /// Of p from the wake phase, of q from both phases in the algorithm's shares.   [VVMA] eqs. (1), (3), (4)
  /// - Parameters:
  ///   - X: images, B × (pixels + 1), the last column 1.
  ///   - K: samples of each image.
  ///   - n: dreams.
  ///   - random: the parent of the streams "wake" and "sleep".
  /// - Returns: means over images and dreams, in nats.
  /// - Complexity: a wake pass of B K states and a sleep pass of n; allocates both.
  public func gradient(
    of algorithm: Algorithm, at X: Matrix<Scalar>, samples K: Int, dreams n: Int, using random: RandomStream
  ) -> Gradient<Scalar> {
    Shard(self, on: X, algorithm, samples: K, dreams: n, using: random).g
  }
}
