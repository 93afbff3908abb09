import LinearAlgebra
import RandomStreams

/// Importance-sampled log-likelihoods of some images, in nats.
public struct LogLikelihood: Sendable, Equatable {
  /// The estimate for each image.
  public let values: [Double]
  /// The effective number of samples behind each, (Σ_k ω_k)² / Σ_k ω_k².
  public let effectiveSamples: [Double]

  public init(values: [Double], effectiveSamples: [Double]) {
    precondition(values.count == effectiveSamples.count, "LogLikelihood: \(values.count) and \(effectiveSamples.count) values")
    (self.values, self.effectiveSamples) = (values, effectiveSamples)
  }

  public var mean: Double { values.reduce(0, +) / Double(values.count) }
  /// The standard error of the mean over images: how well it is known as the mean over all such images. NaN for one image.
  public var standardError: Double { standardErrorOfMean(values) }

  /// Those of the first images only.
  public func first(_ count: Int) -> LogLikelihood {
    LogLikelihood(values: Array(values.prefix(count)), effectiveSamples: Array(effectiveSamples.prefix(count)))
  }

  /// The mean over images of this log-likelihood minus another's, and its standard error: a paired comparison.
  public func difference(from other: LogLikelihood) -> (mean: Double, standardError: Double) {
    precondition(values.count == other.values.count, "difference: \(values.count) and \(other.values.count) images")
    let d = zip(values, other.values).map { $0 - $1 }
    return (d.reduce(0, +) / Double(d.count), standardErrorOfMean(d))
  }
}

/// √(Σ (x − mean)² / (n (n − 1))).
private func standardErrorOfMean(_ x: [Double]) -> Double {
  let n = Double(x.count)
  let mean = x.reduce(0, +) / n
  return (x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n * (n - 1))).squareRoot()
}

extension HelmholtzMachine {
  /// The importance-sampled log-likelihood of each image, with the recognition network as the proposal.
  ///
  ///     log p̂(x) = log (1/K) Σ_k ω_k,   ω_k = p(x, h_k) / q(h_k | x),   h_k ~ q(h | x)
  ///
  /// On average at most log p(x), up to the draws: where a unit is on, or off, with a probability near the spacing of uniform
  /// numbers, 2⁻²⁴ in single precision, it may be drawn so up to twice as often as q says. No probability is clipped.
  /// - Parameters:
  ///   - X: images, n × (pixels + 1), the last column 1.
  ///   - K: samples of each image; memory does not depend on it.
  ///   - workers: how many threads; the result is the same for any number.
  ///   - random: the parent of the streams "images", 0, 1, …, one for each group of at most 1,000 states of some images.
  /// - Complexity: products of n K states with each W and each V, of the images alone with the first V, K rounded up to hundreds;
  ///   allocates a pass of at most 1,000 states a worker, and some numbers an image.
  public func logLikelihood(
    of X: Matrix<Scalar>, samples K: Int, workers: Int = 1, using random: RandomStream
  ) -> LogLikelihood {
    logLikelihood(of: X, samples: K, workers: workers, using: random) { _ in true }!
  }

  /// The same, which can be stopped.
  ///
  /// - Parameter goesOn: told some times how many images are done; where it says no, the result is nil.
  public func logLikelihood(
    of X: Matrix<Scalar>, samples K: Int, workers: Int, using random: RandomStream, goesOn: (Int) -> Bool
  ) -> LogLikelihood? {
    precondition(K > 0 && X.rows > 0, "logLikelihood: \(X.rows) images, \(K) samples")
    let copies = min(K, 100)
    let group = min(X.rows, max(1, 1000 / copies))
    let groups = (X.rows + group - 1) / group
    var all: [WeightSum] = []
    var passes = (0..<min(workers, groups)).map { _ in Pass(for: self, images: group, copies: copies) }
    for part in stride(from: 0, to: groups, by: 50) {
      var sums = (part..<min(part + 50, groups)).map { _ in [WeightSum](repeating: WeightSum(), count: group) }
      concurrentForEach(&sums, workspaces: &passes) { index, sums, pass in
        let first = (part + index) * group
        var images = Matrix<Scalar>(zeros: group, X.columns)
        images.setRows(of: X, at: (0..<group).map { min(first + $0, X.rows - 1) })
        show(images, to: &pass)
        var stream = random.stream("images", part + index)
        addWeights(of: &pass, samples: K, to: &sums, using: &stream)
      }
      all += sums.joined()
      guard goesOn(min(all.count, X.rows)) else { return nil }
    }
    return LogLikelihood(values: all.map(\.logMean), effectiveSamples: all.map(\.effectiveSamples)).first(X.rows)
  }

  /// Draws K samples of each image that a pass was shown, as many at once as it has copies.
  private func addWeights(
    of pass: inout Pass<Scalar>, samples K: Int, to sums: inout [WeightSum], using stream: inout RandomStream
  ) {
    let copies = pass.copies
    for done in stride(from: 0, to: K, by: copies) {
      drawWeights(&pass, using: &stream)
      for b in sums.indices {
        for k in 0..<min(copies, K - done) {
          sums[b].add(Double(pass.logP[b * copies + k]) - Double(pass.logQ[b * copies + k]))
        }
      }
    }
  }

  /// Draws the hidden layers of the images that a pass was shown from q, and notes log q(h | x) and log p(x, h): the numbers of
  /// `recognise` and `judgeByGenerative`, without what only a gradient needs.
  func drawWeights(_ pass: inout Pass<Scalar>, using random: inout RandomStream) {
    pass.logQ.fill(0)
    pass.logP.fill(0)
    for i in 1...depth {
      if i > 1 { recognition[i].setLogits(&pass.recognitionLogits[i], parents: pass.H[i - 1]) }
      recognition[i].draw(
        &pass.H[i], logits: pass.recognitionLogits[i], scratch: &pass.generativeResiduals[i], using: &random)
      recognition[i].addLogProbabilities(of: pass.H[i], logits: pass.recognitionLogits[i], to: &pass.logQ)
    }
    for i in 0...depth {
      generative[i].setLogits(&pass.generativeLogits[i], parents: pass.H[i + 1])
      generative[i].addLogProbabilities(of: pass.H[i], logits: pass.generativeLogits[i], to: &pass.logP)
    }
  }
}

/// Σ ω and Σ ω² of weights that come one by one as logarithms, kept relative to the greatest so far.
struct WeightSum: Sendable {
  private var m = -Double.infinity
  private var sum = 0.0, squares = 0.0
  private var count = 0

  /// Adds a weight ω by its logarithm.
  mutating func add(_ logω: Double) {
    if logω > m {
      let shrink = Double.exponential(m - logω)
      (sum, squares, m) = (sum * shrink, squares * shrink * shrink, logω)
    }
    let e = Double.exponential(logω - m)
    (sum, squares, count) = (sum + e, squares + e * e, count + 1)
  }

  /// log (1/K) Σ ω.
  var logMean: Double { m + Double.logarithm(sum / Double(count)) }
  /// (Σ ω)² / Σ ω².
  var effectiveSamples: Double { sum * sum / squares }
}
