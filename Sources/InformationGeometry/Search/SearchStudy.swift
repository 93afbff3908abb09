import LinearAlgebra
import RandomStreams

/// One search, repeated with several seeds.
public struct SearchStudy: Sendable {
  public let reports: [SearchReport]

  /// - Parameters:
  ///   - random: run k draws from `random.stream("search", k)`; the result is the same for every number of workers.
  public init(
    _ search: GaussianSearch, of f: SearchObjective, from start: Gaussian, target: Double, limit: Int, seeds: Int,
    workers: Int, random: RandomStream
  ) {
    precondition(seeds > 0, "SearchStudy: \(seeds) runs")
    reports = concurrentChunks(seeds, size: 1, workers: workers) { range in
      var stream = random.stream("search", range.lowerBound)
      return search.minimise({ f.value(at: $0) }, from: start, target: target, limit: limit, using: &stream)
    }
  }

  /// How many runs ended in a way.
  public func count(_ end: SearchEnd) -> Int { reports.count { $0.end == end } }

  /// The ways in which runs ended other than at the target, with how many did.
  public var otherEnds: [(end: SearchEnd, count: Int)] {
    SearchEnd.allCases.filter { $0 != .target }.map { ($0, count($0)) }.filter { $0.1 > 0 }
  }

  /// The q-quantile of the evaluations of those runs that reached the target; NaN if none did.
  public func evaluations(quantile q: Double) -> Double {
    let hits = reports.filter { $0.end == .target }.map { Double($0.evaluations) }
    return hits.isEmpty ? .nan : quantile(hits, q).rounded()
  }

  /// The median of the least values drawn.
  public var best: Double { quantile(reports.map(\.best), 0.5) }

  /// The best values of each step, run by run, cut to the shortest run; and the evaluations up to each step.
  public var curves: (evaluations: [Double], values: [[Double]]) {
    let length = reports.map(\.history.count).min() ?? 0
    return (
      reports[0].history.prefix(length).map { Double($0.evaluations) },
      reports.map { $0.history.prefix(length).map(\.value) }
    )
  }
}

extension GaussianSearch {
  /// Evaluations that a minimising search makes until a condition on its distribution holds; ∞ if the limit comes first, or
  /// no step is possible.
  public func evaluations(
    of f: (Span<Double>) -> Double, from start: Gaussian, limit: Int, until isDone: (Gaussian) -> Bool,
    using rng: inout RandomStream
  ) -> Double {
    var (p, used) = (start, 0)
    while used <= limit {
      if isDone(p) { return Double(used) }
      let way = path(of: f, .minimise, from: p, steps: 1, using: &rng)
      guard way.gaussians.count == 2 else { return .infinity }
      (p, used) = (way.gaussians[1], used + sampleSize)
    }
    return .infinity
  }
}

extension StochasticDescent {
  /// Evaluations that the search makes until a condition on its distribution holds; ∞ if the limit comes first, or no step
  /// is possible.
  public func evaluations<Model: ExponentialFamily & Sampler>(
    of f: (Model.Point) -> Double, from start: Model, limit: Int, until isDone: (Model) -> Bool, using rng: inout RandomStream
  ) -> Double {
    var (model, used) = (start, 0)
    while used <= limit {
      if isDone(model) { return Double(used) }
      guard let next = try? step(model, of: f, using: &rng) else { return .infinity }
      (model, used) = (next.model, used + sampleSize)
    }
    return .infinity
  }
}
