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
  /// On average at most log p(x). No probability is clipped.
  /// - Parameters:
  ///   - X: images, n × (pixels + 1), the last column 1.
  ///   - K: samples of each image; memory does not depend on it.
  ///   - workers: how many threads; the result is the same for any number.
  public func logLikelihood(
    of X: Matrix<Scalar>, samples K: Int, workers: Int = 1, using random: RandomStream
  ) -> LogLikelihood {
    precondition(K > 0 && X.rows > 0, "logLikelihood: \(X.rows) images, \(K) samples")
    let copies = min(K, 100)
    let group = min(X.rows, max(1, 1000 / copies))
    let groups = (X.rows + group - 1) / group
    var sums = (0..<groups).map { _ in [WeightSum](repeating: WeightSum(), count: group) }
    var passes = (0..<min(workers, groups)).map { _ in Pass(for: self, images: group, copies: copies) }
    concurrentForEach(&sums, workspaces: &passes) { index, sums, pass in
      var stream = random.stream("images", index)
      var images = Matrix<Scalar>(zeros: group, X.columns)
      images.setRows(of: X, at: (0..<group).map { min(index * group + $0, X.rows - 1) })
      show(images, to: &pass)
      for done in stride(from: 0, to: K, by: copies) {
        drawWeights(&pass, using: &stream)
        for b in 0..<group {
          for k in 0..<min(copies, K - done) {
            sums[b].add(Double(pass.logP[b * copies + k]) - Double(pass.logQ[b * copies + k]))
          }
        }
      }
    }
    let all = sums.joined().prefix(X.rows)
    return LogLikelihood(values: all.map(\.logMean), effectiveSamples: all.map(\.effectiveSamples))
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
