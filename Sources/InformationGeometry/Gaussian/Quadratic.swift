import Foundation
import LinearAlgebra

/// A quadratic function on ℝᵈ, whose flows have closed solutions.
///
///     f(x) = c + aᵀx + xᵀAx,   E[f] = f(μ) + tr(AΣ),   E[∇f] = a + 2Aμ,   E[Hess f] = 2A
public struct Quadratic: GaussianObjective, Equatable {
  public let constant: Double
  /// a, d numbers.
  public let linear: Vector<Double>
  /// A, d × d and symmetric.
  public let matrix: Matrix<Double>

  /// - Precondition: A is d × d and symmetric.
  public init(constant c: Double = 0, linear a: Vector<Double>, matrix A: Matrix<Double>) {
    precondition(A == A.transposed && A.rows == a.count, "Quadratic: a of \(a.count), A of \(A.rows)×\(A.columns)")
    (constant, linear, matrix) = (c, a, A)
  }

  /// A polynomial of degree two; nil for one of a higher degree.
  public init?(_ f: Polynomial) {
    guard f.degree <= 2 else { return nil }
    let d = f.count
    func powers(_ indices: [Int]) -> [Int] { (0..<d).map { i in indices.count { $0 == i } } }
    self.init(
      constant: f.coefficient(of: powers([])), linear: Vector(count: d) { f.coefficient(of: powers([$0])) },
      matrix: Matrix(d, d) { f.coefficient(of: powers([$0, $1])) / ($0 == $1 ? 1 : 2) })
  }

  public var dimension: Int { linear.count }

  /// f(x).
  public func value(at x: Vector<Double>) -> Double {
    var Ax = x
    Ax.setProduct(matrix, x)
    return constant + linear.dot(x) + x.dot(Ax)
  }

  public func expectedDerivatives(mean μ: Vector<Double>, covariance Σ: Matrix<Double>) -> ExpectedDerivatives {
    var g = linear
    g.setProduct(matrix, μ, scaledBy: 2, plus: 1)
    return ExpectedDerivatives(
      value: value(at: μ) + matrix.dot(Σ), gradient: g, hessian: Matrix(dimension, dimension) { 2 * matrix[$0, $1] })
  }

  /// The point where ∇f = a + 2Ax is zero; nil where A is not definite.
  public var criticalPoint: Vector<Double>? {
    for sign in [-1.0, 1.0] {
      let definite = Matrix<Double>(dimension, dimension) { sign * 2 * matrix[$0, $1] }
      guard let factor = try? definite.factored() else { continue }
      var x = linear
      factor.solve(&x)
      x.scale(by: -sign)
      return x
    }
    return nil
  }
}
