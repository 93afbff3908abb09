import BeliefNets
import Foundation

/// The best validation likelihood of each run of a search over rates and dampings, and the line of the best pairs.
public struct RidgeMap: Sendable, Equatable {
  public let rates: [Double], dampings: [Double]
  /// `best[r][d]`: the highest validation log-likelihood within the run with rate r and damping d, in nats; NaN where a run
  /// had none.
  public let best: [[Double]]
  /// `repeats[d]`: the same of further runs of the best pair with damping d, with other seeds.
  public let repeats: [[Double]]
  /// How many runs diverged.
  public let divergedRuns: Int

  /// - Parameters:
  ///   - records: `records[r][d]`, nil for a run that was not made.
  ///   - repeats: `repeats[d]`, those of the best pair with damping d.
  public init(rates: [Double], dampings: [Double], records: [[Record?]], repeats: [[Record?]] = []) {
    func best(_ records: [[Record?]]) -> [[Double]] { records.map { $0.map { $0?.bestValidation ?? .nan } } }
    self.init(
      rates: rates, dampings: dampings, best: best(records), repeats: best(repeats),
      divergedRuns: records.joined().count { $0?.manifest.diverged != nil })
  }

  /// - Precondition: a row for each rate, a column for each damping, and at least two of both.
  public init(rates: [Double], dampings: [Double], best: [[Double]], repeats: [[Double]] = [], divergedRuns: Int = 0) {
    precondition(
      best.count == rates.count && best.allSatisfy { $0.count == dampings.count } && dampings.count > 1 && rates.count > 1
        && (repeats.isEmpty || repeats.count == dampings.count),
      "RidgeMap: \(best.count) rows for \(rates.count) rates, \(dampings.count) dampings, repeats for \(repeats.count)")
    (self.rates, self.dampings, self.best, self.repeats) = (rates, dampings, best, repeats)
    self.divergedRuns = divergedRuns
  }

  /// How far each run stays behind the best of all, to hundredths of a nat, far below its error; NaN where it is more than
  /// `limit`, or the run has no likelihood.
  public func behind(atMost limit: Double = .infinity) -> [[Double]] {
    let highest = best[top.rate][top.damping]
    return best.map { $0.map { highest - $0 <= limit ? (100 * (highest - $0)).rounded() / 100 : .nan } }
  }

  /// The index of the best rate for each damping.
  public var ridge: [Int] {
    dampings.indices.map { d in rates.indices.max { value($0, d) < value($1, d) }! }
  }

  /// The index of the best damping for each rate.
  public var bestDampings: [Int] {
    rates.indices.map { r in dampings.indices.max { value(r, $0) < value(r, $1) }! }
  }

  /// The best pair.
  public var top: (rate: Int, damping: Int) {
    let ridge = ridge
    let d = dampings.indices.max { value(ridge[$0], $0) < value(ridge[$1], $1) }!
    return (ridge[d], d)
  }

  /// The likelihoods of the best pair for each damping, the first run and those with other seeds.
  public var seeds: [[Double]] { ridge.enumerated().map { d, r in [best[r][d]] + (repeats.isEmpty ? [] : repeats[d]) } }

  /// The greatest minus the smallest of them, in nats.
  public var spreads: [Double] { seeds.map { $0.max()! - $0.min()! } }

  /// How far the best rate for each damping is ahead of the next best, in nats, by the first runs.
  public var margins: [Double] {
    dampings.indices.map { d in
      let sorted = rates.indices.map { value($0, d) }.sorted(by: >)
      return sorted[0] - sorted[1]
    }
  }

  /// The slope of the least-squares line of log best rate against log damping; 1 where the one is proportional to the other.
  public var slope: Double { Self.slope(of: ridge.map { rates[$0] }, against: dampings) }

  /// The slope of the least-squares line of log y against log x.
  public static func slope(of y: [Double], against x: [Double]) -> Double {
    let (x, y) = (x.map { log($0) }, y.map { log($0) })
    let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
    return products / x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
  }

  /// Whether the best rate for some damping is the lowest or highest tried: then the slope is uncertain.
  public var touchesEdge: Bool { ridge.contains { $0 == 0 || $0 == rates.count - 1 } }

  private func value(_ r: Int, _ d: Int) -> Double { best[r][d].isNaN ? -.infinity : best[r][d] }
}
