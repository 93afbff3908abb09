import Foundation
import LinearAlgebra

/// The mean of any function on ℝᵈ under N(μ, Σ), by Gauss–Hermite quadrature on the nᵈ points of a tensor product.
///
///     F = E[f(μ + LZ)],   g = L⁻ᵀ E[f Z],   H = L⁻ᵀ E[f (ZZᵀ − 1)] L⁻¹,   Σ = L Lᵀ                     [GolubWelsch69]
///
/// f need not be differentiable: its mean is. Exact for polynomials up to the degree 2n − 1 in each variable z_i (H: 2n − 3).
public struct QuadratureObjective: GaussianObjective {
  /// f.
  public let function: @Sendable (Vector<Double>) -> Double
  /// d.
  public let dimension: Int
  public let rule: GaussHermite

  /// - Parameters:
  ///   - dimension: d.
  ///   - order: n, points along an axis; nᵈ at most a million.
  public init(dimension d: Int, order n: Int = 20, of f: @escaping @Sendable (Vector<Double>) -> Double) {
    precondition(d > 0 && pow(Double(n), Double(d)) <= 1e6, "QuadratureObjective: order \(n) in dimension \(d)")
    (function, dimension, rule) = (f, d, GaussHermite(order: n))
  }

  /// NaN in all its parts where Σ is not positive definite.
  ///
  /// - Complexity: nᵈ + 1 evaluations of f, and O(d² nᵈ); allocates work space of O(d²).
  public func expectedDerivatives(mean μ: Vector<Double>, covariance Σ: Matrix<Double>) -> ExpectedDerivatives {
    let d = dimension
    precondition(μ.count == d && Σ.rows == d, "QuadratureObjective: μ of \(μ.count), Σ of \(Σ.rows)×\(Σ.columns), d = \(d)")
    var factor = Cholesky<Double>(dimension: d)
    do { try factor.factor(Σ) } catch {
      return ExpectedDerivatives(
        value: .nan, gradient: Vector(count: d) { _ in .nan }, hessian: Matrix(d, d) { _, _ in .nan })
    }
    let L = factor.lowerTriangle
    let f₀ = function(μ)  // taken away first, so that a narrow distribution loses fewer digits
    var (F, g, H) = (0.0, Vector<Double>(zeros: d), Matrix<Double>(zeros: d, d))
    var (x, z, index) = (μ, Vector<Double>(zeros: d), [Int](repeating: 0, count: d))
    var points = 1
    for _ in 0..<d { points *= rule.order }
    for _ in 0..<points {
      var w = 1.0
      for i in 0..<d {
        z[i] = rule.nodes[index[i]]
        w *= rule.weights[index[i]]
        x[i] = μ[i]
        for j in 0...i { x[i] += L[i, j] * z[j] }
      }
      let f = w * (function(x) - f₀)
      F += f
      for i in 0..<d {
        g[i] += f * z[i]
        for j in 0...i { H[i, j] += f * (z[i] * z[j] - (i == j ? 1 : 0)) }
      }
      rule.advance(&index)
    }
    H.mirrorLowerTriangle()
    factor.solveTriangle(.transposed, &g)  // L⁻ᵀ g
    factor.solveTriangle(.transposed, columnsOf: &H)  // L⁻ᵀ H
    H = H.transposed
    factor.solveTriangle(.transposed, columnsOf: &H)  // L⁻ᵀ (L⁻ᵀ H)ᵀ
    return ExpectedDerivatives(value: f₀ + F, gradient: g, hessian: H.symmetrised)
  }

  /// How far F and the entries of g and H may be off, at most: the greater of the differences to the rules with one point
  /// less and with half the points along each axis; NaN where a rule overflows.
  public func error(mean μ: Vector<Double>, covariance Σ: Matrix<Double>) -> UnivariateDerivatives {
    let best = expectedDerivatives(mean: μ, covariance: Σ)
    var (value, slope, curvature) = (0.0, 0.0, 0.0)
    for order in GaussHermite.comparisonOrders(rule.order) {
      let other = QuadratureObjective(dimension: dimension, order: order, of: function)
        .expectedDerivatives(mean: μ, covariance: Σ)
      value = greater(value, abs(other.value - best.value))
      for i in 0..<dimension {
        slope = greater(slope, abs(other.gradient[i] - best.gradient[i]))
        for j in 0...i { curvature = greater(curvature, abs(other.hessian[i, j] - best.hessian[i, j])) }
      }
    }
    return UnivariateDerivatives(value: value, slope: slope, curvature: curvature)
  }
}

extension GaussHermite {
  /// The next of the points of the tensor product, the last index first.
  func advance(_ index: inout [Int]) {
    for i in index.indices.reversed() {
      index[i] += 1
      if index[i] < order { return }
      index[i] = 0
    }
  }
}
