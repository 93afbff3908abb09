import Foundation

/// How positive numbers compare with others that belong to them one by one, as a factor: runs of two algorithms from the same
/// seeds.
///
///     log ratio = mean of log (a_i / b_i),   its error = √(Σ_i (log (a_i/b_i) − mean)² / (n (n − 1)))
public struct PairedRatio: Sendable, Equatable {
  /// The geometric mean of a_i / b_i.
  public let ratio: Double
  /// The ratio, less and more two standard errors of its logarithm.
  public let low: Double, high: Double

  /// - Precondition: as many a as b, at least two; all positive.
  public init(of a: [Double], to b: [Double]) {
    precondition(a.count == b.count && a.count > 1, "PairedRatio: \(a.count) and \(b.count) numbers")
    precondition((a + b).allSatisfy { $0 > 0 }, "PairedRatio: a number is not positive")
    let d = zip(a, b).map { log($0 / $1) }
    let n = Double(d.count), mean = d.reduce(0, +) / n
    let error = (d.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n * (n - 1))).squareRoot()
    (ratio, low, high) = (exp(mean), exp(mean - 2 * error), exp(mean + 2 * error))
  }

  /// Whether the first numbers are smaller (true) or greater (false) by more than two standard errors; nil if neither.
  public var isSmaller: Bool? { high < 1 ? true : low > 1 ? false : nil }
}
