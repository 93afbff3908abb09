import LinearAlgebra
import RandomStreams

/// What a search costs against the number of points a step, over several seeds.
public struct BudgetStudy: Sendable, Equatable {
  /// Points a step.
  public let sizes: [Int]
  /// Evaluations until the search was done, for each size a list over seeds; ∞ where it was not.
  public let evaluations: [[Double]]

  /// Runs a search for each size and seed; seed k draws from `random.stream("budget", k)`, the same numbers for each size.
  ///
  /// - Parameter run: the evaluations that a search with so many points a step needs, ∞ if it does not succeed.
  public init(
    sizes: [Int], seeds: Int, workers: Int, random: RandomStream, _ run: @Sendable (Int, inout RandomStream) -> Double
  ) {
    precondition(!sizes.isEmpty && seeds > 0, "BudgetStudy: \(sizes.count) sizes, \(seeds) seeds")
    self.sizes = sizes
    evaluations = sizes.map { size in
      concurrentChunks(seeds, size: 1, workers: workers) { range in
        var stream = random.stream("budget", range.lowerBound)
        return run(size, &stream)
      }
    }
  }

  /// The q-quantile over seeds for each size, ∞ where so many runs did not succeed.
  public func quantiles(_ q: Double) -> [Double] { evaluations.map { quantile($0, q) } }

  /// The size with the least median, and that median.
  public var cheapest: (size: Int, evaluations: Double) {
    let medians = quantiles(0.5)
    let k = medians.indices.min { medians[$0] < medians[$1] } ?? 0
    return (sizes[k], medians[k])
  }

  /// The greatest size at which the median run does not succeed; 0 if there is none.
  public var failing: Int { zip(sizes, quantiles(0.5)).filter { !$1.isFinite }.map(\.0).max() ?? 0 }

  /// The sizes at which nine runs of ten succeed, with the quantiles 0.1, 0.5 and 0.9: what a figure draws.
  public var curves: (sizes: [Double], low: [Double], median: [Double], high: [Double]) {
    let kept = zip(sizes.indices, quantiles(0.9)).filter { $1.isFinite }.map(\.0)
    func at(_ q: Double) -> [Double] { kept.map { quantiles(q)[$0] } }
    return (kept.map { Double(sizes[$0]) }, at(0.1), at(0.5), at(0.9))
  }
}
