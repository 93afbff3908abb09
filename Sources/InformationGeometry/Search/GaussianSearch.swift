import LinearAlgebra
import RandomStreams

/// A search for the minimum of a function of which only values can be asked: draw, evaluate, move, again.
///
/// There is no control of the step size beyond what the step itself does to Σ, no evolution path and no restart.
public struct GaussianSearch: Sendable {
  public let step: GaussianStep
  public let weighting: SampleWeighting
  /// N, points a step.
  public let sampleSize: Int
  public let meanRate: Double, covarianceRate: Double

  public init(
    _ step: GaussianStep, _ weighting: SampleWeighting, sampleSize: Int, meanRate: Double = 1, covarianceRate: Double
  ) {
    precondition(sampleSize >= 2, "GaussianSearch: \(sampleSize) points a step")
    self.step = step
    self.weighting = weighting
    self.sampleSize = sampleSize
    self.meanRate = meanRate
    self.covarianceRate = covarianceRate
  }
}

/// How a search ended.
public enum SearchEnd: String, Sendable, CaseIterable {
  /// A point as good as asked for was drawn.
  case target
  /// As many evaluations as allowed were made.
  case evaluations
  /// All standard deviations are below 10⁻¹² of the greatest |μ_i|, or of 10⁻³ if that is more: the search has come to rest.
  /// Or all values of the last sample are equal, as on a plateau of f: it has nothing to go by.
  case collapsed
  /// The distribution or the values have left the numbers of Double.
  case diverged
  /// Not even a step halved ten times keeps Σ positive definite.
  case noStep
}

/// What a search did.
public struct SearchReport: Sendable {
  public let end: SearchEnd
  public let evaluations: Int
  /// The least value that was drawn.
  public let best: Double
  /// The distribution after the last step.
  public let gaussian: Gaussian
  /// How often a step was halved because Σ would not have been positive definite.
  public let halvings: Int
  /// After each step: evaluations so far, and the best value of that step.
  public let history: [(evaluations: Int, value: Double)]
}

extension GaussianSearch {
  // listing: search
  /// Runs the search until a value of at most `target` is drawn.
  ///
  /// - Parameters:
  ///   - f: to be minimised.
  ///   - limit: the most evaluations.
  /// - Complexity: O(N d² + d³) a step, and N evaluations.
  public func minimise(
    _ f: (Span<Double>) -> Double, from start: Gaussian, target: Double, limit: Int, using rng: inout RandomStream
  ) -> SearchReport {
    var (p, evaluations, best, halvings) = (start, 0, Double.infinity, 0)
    var history: [(evaluations: Int, value: Double)] = []
    func report(_ end: SearchEnd) -> SearchReport {
      SearchReport(end: end, evaluations: evaluations, best: best, gaussian: p, halvings: halvings, history: history)
    }
    while evaluations + sampleSize <= limit {
      let sample = GaussianSample(of: p, count: sampleSize, using: &rng)
      let values = sample.values(of: f)
      let value = values.min() ?? .infinity
      if let hit = values.firstIndex(where: { $0 <= target }) {
        (evaluations, best) = (evaluations + hit + 1, min(best, values[hit]))
        return report(.target)
      }
      (evaluations, best) = (evaluations + sampleSize, min(best, value))
      history.append((evaluations, value))
      guard values.allSatisfy(\.isFinite) else { return report(.diverged) }
      let weights = weighting.weights(of: values, .minimise)
      switch moved(sample, weights) {
      case .success(let next): (p, halvings) = (next.gaussian, halvings + next.halvings)
      case .failure(.notPositiveDefinite): return report(.noStep)
      case .failure: return report(.diverged)
      }
      if isCollapsed(p, values) { return report(.collapsed) }
    }
    return report(.evaluations)
  }
  // listing end

  /// The step, halved until Σ stays positive definite, at most ten times.
  private func moved(
    _ sample: GaussianSample, _ weights: [Double]
  ) -> Result<(gaussian: Gaussian, halvings: Int), DomainError> {
    var scale = 1.0
    var last = DomainError.notFinite(coordinate: 0)
    for halvings in 0...10 {
      do throws(DomainError) {
        let next = try step.moved(
          sample, weights: weights, meanRate: scale * meanRate, covarianceRate: scale * covarianceRate)
        return .success((next, halvings))
      } catch {
        last = error
      }
      scale /= 2
    }
    return .failure(last)
  }

  /// Whether the points of a sample can no longer be told apart by f, or by Double.
  private func isCollapsed(_ p: Gaussian, _ values: [Double]) -> Bool {
    let widest = (0..<p.dimension).map { p.covariance[$0, $0].squareRoot() }.max() ?? 0
    return widest <= 1e-12 * max(1e-3, p.mean.maximumMagnitude) || values.min() == values.max()
  }
}

extension GaussianSearch {
  /// The start and the distribution after each of `count` steps, up or down, and how often a step was halved; fewer
  /// distributions where a step fails.
  public func path(
    of f: (Span<Double>) -> Double, _ sense: Sense, from start: Gaussian, steps count: Int, using rng: inout RandomStream
  ) -> (gaussians: [Gaussian], halvings: Int) {
    var (gaussians, total) = ([start], 0)
    for _ in 0..<count {
      let sample = GaussianSample(of: gaussians[gaussians.count - 1], count: sampleSize, using: &rng)
      let weights = weighting.weights(of: sample.values(of: f), sense)
      guard case .success(let next) = moved(sample, weights) else { break }
      gaussians.append(next.gaussian)
      total += next.halvings
    }
    return (gaussians, total)
  }
}
