import BeliefNets
import Foundation

/// The best validation likelihood of each run of a search over rates and dampings, and the line of the best pairs.
public struct RidgeMap: Sendable, Equatable {
  public let rates: [Double], dampings: [Double]
  /// `best[r][d]`: the highest validation log-likelihood within the run with rate r and damping d, in nats; NaN where a run
  /// had none.
  public let best: [[Double]]
  /// How many runs diverged.
  public let divergedRuns: Int

  /// - Parameter records: `records[r][d]`, nil for a run that was not made.
  public init(rates: [Double], dampings: [Double], records: [[Record?]]) {
    // Not the start: a run that diverges at once has no likelihood of its own.
    let best = records.map { row in
      row.map { record in record?.rows.dropFirst().map(\.validation).filter { !$0.isNaN }.max() ?? .nan }
    }
    self.init(
      rates: rates, dampings: dampings, best: best, divergedRuns: records.joined().count { $0?.manifest.diverged != nil })
  }

  /// - Precondition: a row for each rate, a column for each damping, and at least two dampings.
  public init(rates: [Double], dampings: [Double], best: [[Double]], divergedRuns: Int = 0) {
    precondition(
      best.count == rates.count && best.allSatisfy { $0.count == dampings.count } && dampings.count > 1,
      "RidgeMap: \(best.count) rows for \(rates.count) rates, and \(dampings.count) dampings")
    (self.rates, self.dampings, self.best, self.divergedRuns) = (rates, dampings, best, divergedRuns)
  }

  /// How far each run stays behind the best of all, in nats; NaN where it is more than `limit`, or the run has no likelihood.
  public func behind(atMost limit: Double = .infinity) -> [[Double]] {
    let highest = best[top.rate][top.damping]
    return best.map { $0.map { highest - $0 <= limit ? highest - $0 : .nan } }
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
