import LinearAlgebra

/// What a step of rate ε makes of a direction d, the gradient or the natural one.
public enum StepRule: Sendable, Equatable, Codable {
  ///     θ ← θ + ε d
  case plain
  ///     m ← β m + d,   θ ← θ + ε m
  case momentum(Double = 0.9)
  ///     m ← β₁ m + (1 − β₁) d,   v ← β₂ v + (1 − β₂) d²,   θ ← θ + ε m̂ / (√v̂ + δ),   m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ)
  ///
  /// Kingma and Ba (2015), Algorithm 1.
  case adam(β1: Double = 0.9, β2: Double = 0.999, floor: Double = 1e-8)
}

/// What the rule, and the average of the parameters, remember of a layer: shaped like its weights, or empty.
struct LayerMemory<Scalar: BLASScalar>: Sendable, Equatable {
  /// m and v of the rule.
  var m: Matrix<Scalar>, v: Matrix<Scalar>
  /// θ̄.
  var average: Matrix<Scalar>

  init(for weights: Matrix<Scalar>, _ rule: StepRule, averaging: Double?) {
    let zeros = Matrix<Scalar>(zeros: weights.rows, weights.columns), empty = Matrix<Scalar>(zeros: 0, 0)
    (m, v) = (empty, empty)
    if rule != .plain { m = zeros }
    if case .adam = rule { v = zeros }
    average = averaging == nil ? empty : weights
  }
}

extension LayerMemory {
  // listing: rules
  /// Moves a layer's parameters along d by the rule, as its step t = 0, 1, …, and then the average along with them.
  ///
  /// The average begins as the plain mean of all so far, with ρ at most t / (t + 1), so that it forgets the start.
  mutating func move(
    _ θ: inout Matrix<Scalar>, along d: Matrix<Scalar>, rate ε: Double, _ rule: StepRule, averaging ρ: Double?, step t: Int
  ) {
    switch rule {
    case .plain: θ.add(Scalar(ε), d)
    case .momentum(let β):
      m.scale(by: Scalar(β), adding: d)
      θ.add(Scalar(ε), m)
    case .adam(let β1, let β2, let δ):
      let (c1, c2) = (1 - power(β1, t + 1), 1 - power(β2, t + 1))
      m.scale(by: Scalar(β1))
      m.add(Scalar(1 - β1), d)
      v.scale(by: Scalar(β2))
      v.addSquares(Scalar(1 - β2), of: d)
      θ.add(Scalar(ε / c1), m, dividedByRootsOf: v, scaledBy: Scalar(1 / c2), plus: Scalar(δ))
    }
    if let ρ {
      let kept = min(ρ, Double(t) / Double(t + 1))
      average.scale(by: Scalar(kept))
      average.add(Scalar(1 - kept), θ)
    }
  }
  // listing end
}

/// βⁿ by repeated multiplication with squares: the same bits everywhere.
private func power(_ β: Double, _ n: Int) -> Double {
  var (result, square, rest) = (1.0, β, n)
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
