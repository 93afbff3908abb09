import Foundation

/// What a point of a sample counts for, by the rank of its value only.
///
/// Weights of this kind make a search the same for f and for every increasing function of f.
public enum RankUtilities: Sendable, Hashable {
  /// The best ⌊N q⌋ points count 1 each, the others nothing.
  case truncation(Double)
  /// max(0, log(N/2 + ½) − log k) for the k-th best: the weights of CMA-ES.
  case logarithmic
  /// max(0, log(N/2 + 1) − log k) for the k-th best, normalised, less 1/N: the utilities of natural evolution strategies.
  case centred

  /// The weights of ranks 1 … N, best first; they sum to 1, those of `.centred` to 0.
  public func weights(count N: Int) -> [Double] {
    precondition(N >= 2, "RankUtilities: \(N) points")
    let raw: [Double] = (1...N).map { k in
      switch self {
      case .truncation(let q): Double(k) <= max(1, (Double(N) * q).rounded(.down)) ? 1 : 0
      case .logarithmic: max(0, log(Double(N) / 2 + 0.5) - log(Double(k)))
      case .centred: max(0, log(Double(N) / 2 + 1) - log(Double(k)))
      }
    }
    let sum = raw.reduce(0, +)
    return raw.map { $0 / sum - (self == .centred ? 1 / Double(N) : 0) }
  }

  /// The weight of each point of a sample. Points of equal value share the mean of their ranks' weights; NaN ranks last.
  public func weights(of values: [Double], _ sense: Sense) -> [Double] {
    let byRank = weights(count: values.count)
    let keys = values.map { $0.isNaN ? Double.infinity : -sense.sign * $0 }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var weights = byRank
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && keys[order[end]] == keys[order[start]] { end += 1 }
      let shared = byRank[start..<end].reduce(0, +) / Double(end - start)
      for place in start..<end { weights[order[place]] = shared }
      start = end
    }
    return weights
  }

  /// How many points of equal weight would give a mean of the same variance.
  ///
  ///     μ_eff = 1 / Σ_k v_k²,   v = w, for `.centred` v = w + 1/N: not negative, with the sum 1
  public func effectiveCount(of N: Int) -> Double {
    let w = weights(count: N).map { $0 + (self == .centred ? 1 / Double(N) : 0) }
    return 1 / w.reduce(0) { $0 + $1 * $1 }
  }

  /// The rate at which CMA-ES learns Σ from the points of one step, without its rank-one part.
  ///
  ///     c = min(1, 2 (μ_eff + 1/μ_eff − 7/4) / ((d + 2)² + μ_eff)),   μ_eff as in `effectiveCount`          [Hansen16]
  public func covarianceRate(dimension d: Int, count N: Int) -> Double {
    let μ = effectiveCount(of: N), width = Double(d + 2)
    return min(1, 2 * (μ + 1 / μ - 1.75) / (width * width + μ))
  }
}
