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
    var (up, down) = (random.stream("wake"), random.stream("sleep"))
    var wake = Pass(for: self, images: X.rows, copies: K), sleep = Pass(for: self, images: n)
    var ω = ImportanceWeights<Scalar>(images: X.rows, samples: K)
    var g = Gradient(for: self)
    let λ = Scalar(algorithm.wakeShare)
    recognise(X, into: &wake, using: &up)
    judgeByGenerative(&wake)
    ω.set(from: wake, algorithm.weighting, algorithm.controlVariate)
    g.setGenerative(at: &wake, weights: ω.normalised)
    g.setWakeRecognition(at: &wake, weights: ω.forRecognition, share: λ)
    dream(into: &sleep, using: &down)
    judgeByRecognition(&sleep)
    g.addSleepRecognition(at: sleep, among: n, share: λ)
    return g
  }
}
