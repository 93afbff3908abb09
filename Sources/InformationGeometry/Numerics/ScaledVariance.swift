import RandomStreams

/// How an estimate of one number scatters over repeated samples of size n.
public struct ScaledVariance: Sendable, Equatable {
  /// The mean of the estimates.
  public let mean: Double
  /// n Var: to be compared with 1/I, the bound of Cramér and Rao.
  public let value: Double
  /// Of `value`, from the fourth moment of the estimates.
  public let standardError: Double

  /// - Parameter estimates: one for each repetition, at least two.
  public init(_ estimates: [Double], sampleSize n: Int) {
    precondition(estimates.count > 1, "ScaledVariance: \(estimates.count) estimates")
    let R = Double(estimates.count)
    let mean = estimates.reduce(0, +) / R
    let (second, fourth) = estimates.reduce((0.0, 0.0)) { sums, e in
      let square = (e - mean) * (e - mean)
      return (sums.0 + square / R, sums.1 + square * square / R)
    }
    self.mean = mean
    value = Double(n) * second * R / (R - 1)
    standardError = Double(n) * ((fourth - second * second) / R).squareRoot()
  }
}

extension Sampler {
  /// n Var of several estimators, all from the same samples of n points of this distribution.
  ///
  /// - Parameter estimators: the estimates of one sample, always as many and in the same order.
  /// - Complexity: `repetitions` samples; one array of n points at a time.
  public func scaledVariances(
    of estimators: ([Point]) throws(DomainError) -> [Double], sampleSize n: Int, repetitions R: Int,
    using rng: inout RandomStream
  ) throws(DomainError) -> [ScaledVariance] {
    var estimates: [[Double]] = []
    for _ in 0..<R { estimates.append(try estimators(samples(n, using: &rng))) }
    guard let first = estimates.first else { return [] }
    return first.indices.map { k in ScaledVariance(estimates.map { $0[k] }, sampleSize: n) }
  }
}
