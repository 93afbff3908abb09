import LinearAlgebra

/// The divergences of a training run from the truth, noted at equal intervals, and what one asks of them.
public struct DivergenceTrace: Sendable, Equatable {
  /// Positive numbers, in nats; ∞ where a run has no finite result any more.
  public private(set) var values: [Double] = []

  public init(_ values: [Double] = []) { self.values = values }

  public mutating func append(_ divergence: Double) { values.append(divergence) }

  /// The geometric mean of the last `share` of the first n values.
  public func level(upTo n: Int, share: Double = 0.1) -> Double {
    precondition(1...values.count ~= n, "level: \(n) of \(values.count) values")
    let last = values[(n - max(1, Int(share * Double(n))))..<n]
    return Double.exponential(last.reduce(0) { $0 + Double.logarithm($1) } / Double(last.count))
  }

  /// How many values there are until the first one below a level, that one included; ∞ if there is none.
  public func steps(to level: Double) -> Double {
    values.firstIndex { $0 < level }.map { Double($0 + 1) } ?? .infinity
  }

  /// The standard deviation of the change of the logarithm from one value to the next, over the last `count` changes.
  ///
  /// A steady descent has none, however steep it is. ∞ where a value is not finite.
  public func noise(over count: Int) -> Double {
    precondition(1..<values.count ~= count, "noise: \(count) changes of \(values.count) values")
    let logs = values.suffix(count + 1).map { Double.logarithm($0) }
    let changes = zip(logs, logs.dropFirst()).map { $1 - $0 }
    guard changes.allSatisfy(\.isFinite) else { return .infinity }
    let mean = changes.reduce(0, +) / Double(count)
    return (changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)).squareRoot()
  }
}
