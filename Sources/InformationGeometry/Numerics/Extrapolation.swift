import LinearAlgebra

/// Derivatives by central differences that are extrapolated to the step 0.
///
///     D₀(h) = f' + c₂ h² + c₄ h⁴ + …,   D_k(h) = (4ᵏ D_{k−1}(h/2) − D_{k−1}(h)) / (4ᵏ − 1) = f' + O(h^{2k+2})       [Ridders82]
///
/// Each entry is taken from the place of its table where two neighbours differ least, which is its estimate of the error. A
/// step at which the function is not finite, because it leaves the domain, is left out.
public struct ExtrapolatedDerivative: Sendable, Equatable {
  /// Row i: derivatives of the i-th function, or of the i-th partial derivative.
  public let matrix: Matrix<Double>
  /// The greatest of the estimated errors of the entries; NaN where an entry has none.
  public let error: Double
}

/// The Jacobian ∂f_i/∂x_j, m × n.
///
/// - Parameters:
///   - f: n numbers to m numbers; NaN outside its domain.
///   - h: the first of seven steps, each half the one before; a quarter of the way to the border of the domain is good.
/// - Complexity: 14 n values of f.
public func extrapolatedJacobian(
  of f: (Vector<Double>) -> Vector<Double>, at x: Vector<Double>, step h: Double
) -> ExtrapolatedDerivative {
  let columns = x.elements.indices.map { j in
    steps(from: h).map { h in
      let (above, below) = (f(moved(x, j, h)), f(moved(x, j, -h)))
      return Vector<Double>(count: above.count) { (above[$0] - below[$0]) / (2 * h) }
    }
  }
  return derivative(rows: columns.first?.first?.count ?? 0, columns: x.count) { i, j in columns[j].map { $0[i] } }
}

/// The matrix of second partial derivatives, n × n.
///
/// - Parameters: as for the Jacobian; f is a number.
/// - Complexity: 28 n² − 14 n + 1 values of f.
public func extrapolatedHessian(
  of f: (Vector<Double>) -> Double, at x: Vector<Double>, step h: Double
) -> ExtrapolatedDerivative {
  let value = f(x)
  return derivative(rows: x.count, columns: x.count) { i, j in
    steps(from: h).map { h in
      if i == j { return (f(moved(x, i, h)) - 2 * value + f(moved(x, i, -h))) / (h * h) }
      let (a, b) = (moved(x, i, h), moved(x, i, -h))
      return (f(moved(a, j, h)) - f(moved(a, j, -h)) - f(moved(b, j, h)) + f(moved(b, j, -h))) / (4 * h * h)
    }
  }
}

private func steps(from h: Double) -> [Double] { (0..<7).map { h / Double(1 << $0) } }

private func moved(_ x: Vector<Double>, _ j: Int, _ h: Double) -> Vector<Double> {
  var y = x
  y[j] += h
  return y
}

private func derivative(rows: Int, columns: Int, _ differences: (Int, Int) -> [Double]) -> ExtrapolatedDerivative {
  var (matrix, error) = (Matrix<Double>(zeros: rows, columns), 0.0)
  for i in 0..<rows {
    for j in 0..<columns {
      let (value, uncertainty) = extrapolated(differences(i, j).filter(\.isFinite))
      matrix[i, j] = value
      error = uncertainty.isNaN || error.isNaN ? .nan : max(error, uncertainty)
    }
  }
  return ExtrapolatedDerivative(matrix: matrix, error: error)
}

/// The best entry of the triangular table of extrapolations, and how far it is from its neighbours.
private func extrapolated(_ differences: [Double]) -> (value: Double, error: Double) {
  guard differences.count > 1 else { return (.nan, .nan) }
  var (best, error) = (differences[0], Double.infinity)
  var above = [differences[0]]
  for difference in differences.dropFirst() {
    var row = [difference]
    var power = 1.0
    for k in above.indices {
      power *= 4
      row.append((power * row[k] - above[k]) / (power - 1))
      let uncertainty = max(abs(row[k + 1] - row[k]), abs(row[k + 1] - above[k]))
      if uncertainty < error { (best, error) = (row[k + 1], uncertainty) }
    }
    above = row
  }
  return (best, error)
}
