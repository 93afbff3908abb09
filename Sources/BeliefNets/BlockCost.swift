/// Operations that the damped natural step of a layer takes, counted: a multiplication or an addition is one.
///
/// All units of a layer share the parents' samples H, n × d. Counts say nothing of how fast an operation is.
public struct BlockCost: Sendable, Equatable {
  /// The number of units, d parameters of each, n samples.
  public let units: Double, parameters: Double, samples: Double
  private var d: Double { parameters }
  private var n: Double { samples }

  public init(units: Int, parameters d: Int, samples n: Int) {
    precondition(units > 0 && d > 0 && n > 0, "BlockCost: \(units) units, \(d) parameters, \(n) samples")
    (self.units, parameters, samples) = (Double(units), Double(d), Double(n))
  }

  // listing: operations
  /// The blocks Hᵀ Q_j H, half of each, and their factors: units (n d² + d³/3). Then 2 d² a unit for each gradient.
  public var directRefresh: Double { units * (n * d * d + d * d * d / 3) }
  public var directSolve: Double { units * 2 * d * d }

  /// H Hᵀ once, n² d; scaled and factored for each unit, n² + n³/3. Then 4 n d + 2 n² a unit for each gradient.
  public var woodburyRefresh: Double { n * n * d + units * (n * n + n * n * n / 3) }
  public var woodburySolve: Double { units * (4 * n * d + 2 * n * n) }

  /// What [VVMA] §5.1 counts: l n² for each unit with the identity, l³ without; no n³, and no product that forms a block.
  public var printedWoodbury: Double { units * d * n * n }
  public var printedDirect: Double { units * d * d * d }
  // listing end

  /// Operations a step where a refresh serves `period` steps.
  public func direct(period: Int) -> Double { directRefresh / Double(period) + directSolve }
  public func woodbury(period: Int) -> Double { woodburyRefresh / Double(period) + woodburySolve }

  /// The greatest number of samples for which Woodbury's identity takes no more operations than the direct way; 0: none.
  public static func crossing(units: Int, parameters d: Int, period: Int) -> Int {
    func woodburyPays(_ n: Int) -> Bool {
      let cost = BlockCost(units: units, parameters: d, samples: n)
      return cost.woodbury(period: period) <= cost.direct(period: period)
    }
    // The difference of the two counts is a cubic in n that starts below 0 or never is, and ends above it.
    var (low, high) = (0, 4 * d + 4)
    precondition(!woodburyPays(high), "crossing: beyond \(high) samples")
    while high - low > 1 {
      let middle = (low + high) / 2
      if woodburyPays(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
