import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("weighted least squares")
struct LeastSquaresTests {
  let T = Matrix<Double>(12, 3, storage: scattered(36, seed: 3))
  let f = scattered(12, seed: 5)

  /// The weighted sum of squares that is to be least.
  func cost(_ a: Double, _ c: Vector<Double>, _ logWeights: [Double]) -> Double {
    (0..<12).reduce(0) { sum, x in
      let rest = f[x] - a - (0..<3).reduce(0) { $0 + c[$1] * T[x, $1] }
      return sum + exp(logWeights[x]) * rest * rest
    }
  }

  @Test("no coefficient can be moved to a smaller sum of squares")
  func minimum() throws {
    let w = scattered(12, seed: 6).map { 3 * $0 }
    let fit = try WeightedLeastSquares(statistics: T, logWeights: w, values: f)
    let ξ = Vector([fit.intercept] + fit.coefficients.elements)
    let slope = centralDifferences(of: { cost($0[0], Vector(Array($0.elements.dropFirst())), w) }, at: ξ)
    #expect(slope.maximumMagnitude < 1e-8)  // rounding of the cost, 1e-15, over the step
    #expect(
      centralDifferences(of: { cost($0[0], Vector(Array($0.elements.dropFirst())), w) }, at: spoilt(ξ, along: ξ)).norm > 0.1)
  }

  @Test("what only very light rows tell is still told", arguments: [10.0, 60, 300, 600])
  func graded(spread: Double) throws {
    // Rows 0–2 heavy, on a plane with c₃ free; row 3 fixes c₃ whatever its weight.
    let T = Matrix<Double>(rows: [[0, 0, 1], [1, 0, 1], [0, 1, 1], [1, 1, 1], [0.5, 0.25, 3]])
    let c = [2.0, -1, 0.7]
    let f = (0..<5).map { x in 4 + (0..<3).reduce(0) { $0 + c[$1] * T[x, $1] } }
    let fit = try WeightedLeastSquares(statistics: T, logWeights: [0, -0.3, 0.2, -1, -spread], values: f)
    for i in 0..<3 { #expect(abs(fit.coefficients[i] - c[i]) < 1e-11) }
    #expect(abs(fit.intercept - 4) < 1e-11)
  }

  @Test("too few rows, or a constant among the statistics, is an error")
  func dependent() {
    let three = Matrix<Double>(3, 3, storage: scattered(9, seed: 1))
    #expect(throws: DomainError.notPositiveDefinite(pivot: 3, dimension: 4)) {
      try WeightedLeastSquares(statistics: three, logWeights: [0, 0, 0], values: [1, 2, 3])
    }
    let constant = Matrix<Double>(5, 1) { _, _ in 2 }
    #expect(throws: DomainError.notPositiveDefinite(pivot: 1, dimension: 2)) {
      try WeightedLeastSquares(statistics: constant, logWeights: Array(repeating: 0, count: 5), values: [1, 2, 3, 4, 5])
    }
  }

  @Test("the exponential of a symmetric matrix is its power series")
  func exponential() throws {
    var M = Matrix<Double>(3, 3, storage: scattered(9, seed: 2))
    M.mirrorLowerTriangle()
    var series = Matrix<Double>.identity(3)
    var term = series
    for k in 1...40 {
      var next = term
      next.setProduct(term, M, scaledBy: 0.7 / Double(k))
      series.add(1, next)
      term = next
    }
    let e = try M.exponential(scaledBy: 0.7)
    for i in 0..<3 { for j in 0..<3 { #expect(abs(e[i, j] - series[i, j]) < 1e-14) } }
    #expect(throws: DomainError.self) { try M.exponential(scaledBy: 1e6) }
  }

  @Test("quantiles lie between the numbers")
  func quantiles() {
    #expect(quantile([3, 1, 2], 0.5) == 2 && quantile([3, 1, 2], 0) == 1 && quantile([1, 2], 0.25) == 1.25)
    #expect(quantile([1, .infinity, 2], 0.5) == 2 && quantile([5], 1) == 5 && quantile([1, .infinity], 1) == .infinity)
    #expect(quantile([1, .infinity, .infinity, .infinity], 0.5) == .infinity)
    #expect(quantile([-.infinity, -.infinity], 0.3) == -.infinity)
    #expect(quantile([-.infinity, 1], 0.5) == -.infinity && quantile([-.infinity, 1], 1) == 1)
    #expect(quantile([-.infinity, .infinity], 0.5).isNaN && quantile([-.infinity, 4, .infinity], 0.5) == 4)
  }
}
