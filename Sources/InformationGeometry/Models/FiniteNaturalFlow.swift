import Foundation
import LinearAlgebra

extension FiniteFamily {
  // listing: natural gradient of a finite family
  /// I(θ)⁻¹∇F(θ) = Cov(T, T)⁻¹ Cov(f, T), n numbers: a direction of ascent.
  ///
  /// These are the coefficients of the regression of f on T under p, and are computed as such, so that they are right next
  /// to the border of the family too, where Cov(T, T) is singular in all digits.  [MMP11]
  /// - Throws: `DomainError.notPositiveDefinite` where T and 1 are linearly dependent.
  /// - Complexity: O(N n²).
  public func naturalGradient(of f: [Double]) throws(DomainError) -> Vector<Double> {
    try WeightedLeastSquares(statistics: statistics, logWeights: logProbabilities, values: f).coefficients
  }
  // listing end

  /// The square of the Fisher length of a velocity v of θ: vᵀ I(θ) v = Var(vᵀT).
  public func squaredLength(of v: Vector<Double>) -> Double {
    var y = Vector<Double>(zeros: count)
    y.setProduct(statistics, v)
    let mean = expectation(of: y.elements)
    return expectation(of: y.elements.map { ($0 - mean) * ($0 - mean) })
  }
}

/// Where a natural flow of a finite family ended.
public struct FaceReport: Sendable, Equatable {
  /// The states that keep a probability, in increasing order: one for a point mass, else those of a face of the family.
  public let face: [Int]
  /// How probable these states are together.
  public let probability: Double
  /// The distribution at the end, and how the solver came there: `.condition` where the flow rests.
  public let family: FiniteFamily
  public let end: FlowEnd
  public let time: Double
}

extension FiniteFamily {
  /// Follows θ' = ± I(θ)⁻¹∇F(θ) until the distribution rests: until the Fisher length of its velocity is below `restSpeed`.
  ///
  /// - Parameters:
  ///   - f: its value at each state, N numbers.
  ///   - restSpeed: in units of f; next to a point mass the states beside it then have a probability of about its square.
  /// - Complexity: six regressions of O(N n²) a step, some ten to a hundred steps.
  public func naturalFlow(
    of f: [Double], _ sense: Sense, until time: Double = 1e4, restSpeed: Double = 1e-6, _ solver: FlowSolver = FlowSolver()
  ) -> FaceReport {
    let report = solver.end(
      of: { θ, v in v = naturalVelocity(of: f, sense, at: θ) }, from: parameters, until: time,
      isDone: { θ in
        guard let family = try? with(parameters: θ) else { return true }
        return family.squaredLength(of: naturalVelocity(of: f, sense, at: θ)) <= restSpeed * restSpeed
      })
    return faceReport(at: report.point, report.end, report.time)
  }

  /// The same flow with its way kept, up to a time.
  public func naturalTrajectory(
    of f: [Double], _ sense: Sense, until time: Double, _ solver: FlowSolver = FlowSolver()
  ) -> Trajectory<Vector<Double>> {
    solver.trajectory(of: { θ, v in v = naturalVelocity(of: f, sense, at: θ) }, from: parameters, until: time)
  }

  /// The end of the flow of a function in the span of the statistics, f = c₀ + cᵀT, which is θ(t) = θ₀ ± t c.
  ///
  /// Nothing is integrated: t is chosen so large that the second best value of cᵀT has lost.
  /// - Parameter c: n numbers.
  /// - Complexity: O(N n).
  public func straightFlowEnd(along c: Vector<Double>, _ sense: Sense) -> FaceReport {
    precondition(c.count == parameters.count, "straightFlowEnd: \(c.count) coefficients for \(parameters.count) statistics")
    var heights = Vector<Double>(zeros: count)
    heights.setProduct(statistics, c, scaledBy: sense.sign)
    let best = heights.elements.max() ?? 0
    let tie = 1e-12 * (heights.maximumMagnitude + 1)
    let second = heights.elements.filter { $0 < best - tie }.max() ?? best
    let spread = (logProbabilities.max() ?? 0) - (logProbabilities.min() ?? 0)
    let time = second < best ? (spread + 40) / (best - second) : 0  // e⁻⁴⁰ for each state that is not best
    var θ = parameters
    θ.add(sense.sign * time, c)
    return faceReport(at: θ, .condition, time)
  }

  private func naturalVelocity(of f: [Double], _ sense: Sense, at θ: Vector<Double>) -> Vector<Double> {
    guard let family = try? with(parameters: θ), var v = try? family.naturalGradient(of: f) else {
      return Vector(count: θ.count) { _ in .nan }  // the solver stops there
    }
    v.scale(by: sense.sign)
    return v
  }

  private func faceReport(at θ: Vector<Double>, _ end: FlowEnd, _ time: Double) -> FaceReport {
    let family = (try? with(parameters: θ)) ?? self
    let p = family.probabilities
    let face = p.indices.filter { p[$0] > 1e-6 }
    return FaceReport(
      face: face, probability: face.reduce(0) { $0 + p[$1] }, family: family, end: end, time: time)
  }
}

extension PseudoBoolean {
  /// Where the natural flow of the independence model ends, from each of many starts: the index of a point mass.
  ///
  /// A flow is followed until every |θ_i| is above 12 and grows: such a place it cannot leave any more.
  /// - Parameter starts: θ, n numbers each.
  public func independentEnds(from starts: [Vector<Double>], _ sense: Sense, workers: Int) -> [Int] {
    let flow = GradientFlow(of: self, .natural, in: .θ, sense)
    return concurrentChunks(starts.count, size: 1, workers: workers) { range in
      let θ = flow.end(
        from: starts[range.lowerBound], until: 1e6, FlowSolver(tolerance: 1e-7),
        isDone: { θ in
          let v: Vector<Double> = flow.velocity(at: θ)
          return (0..<θ.count).allSatisfy { abs(θ[$0]) > 12 && θ[$0] * v[$0] > 0 }
        }
      ).point
      return (0..<θ.count).reduce(0) { $0 | (θ[$1] > 0 ? 1 << $1 : 0) }
    }
  }
}
