import LinearAlgebra

extension HelmholtzMachine {
  /// The same two distributions written for units of the other coding.
  ///
  ///     h₋₁₊₁ = 2 h₀₁ − 1:   w₀₁ = 2 w₋₁₊₁,   b₀₁ = b₋₁₊₁ − Σ_k w₋₁₊₁,k
  public func recoded(as other: UnitCoding) -> HelmholtzMachine {
    guard other != coding else { return self }
    var machine = HelmholtzMachine(units: units, coding: other)
    for i in generative.indices {
      machine.generative[i].weights = generative[i].weights.recoded(as: other)
      machine.recognition[i].weights = recognition[i].weights.recoded(as: other)
    }
    return machine
  }
}

extension UnitCoding {
  /// J = ∂(w, b) in {0, 1} by (w, b) in {−1, +1}, of a unit with d parameters: W₀₁ = J W₋₁₊₁, and h̃₋₁₊₁ = Jᵀ h̃₀₁.
  ///
  /// So the Fisher blocks of one distribution in the two codings are congruent, F₋₁₊₁ = Jᵀ F₀₁ J.
  public static func jacobian(parameters d: Int) -> Matrix<Double> {
    precondition(d > 0, "jacobian: \(d) parameters")
    return Matrix(d, d) { i, k in i < d - 1 ? (i == k ? 2 : 0) : (k < d - 1 ? -1 : 1) }
  }
}

extension Matrix {
  /// Weights of units whose parents, like themselves, change their coding; the bias is the last column.
  fileprivate func recoded(as other: UnitCoding) -> Matrix {
    let d = columns - 1
    return Matrix(rows, columns) { j, k in
      let sum = k == d ? (0..<d).reduce(Scalar(0)) { $0 + self[j, $1] } : 0
      return switch other {
      case .zeroOne: k < d ? 2 * self[j, k] : self[j, d] - sum
      case .plusMinusOne: k < d ? self[j, k] / 2 : self[j, d] + sum / 2
      }
    }
  }
}
