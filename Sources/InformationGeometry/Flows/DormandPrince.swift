/// The Runge–Kutta method of order 5 of Dormand and Prince, with its error estimate of order 4.  [DormandPrince80]
///
/// A workspace: the point where the flow is, the seven slopes k₁ … k₇ of the last attempt, and the point that it led to.
/// k₇ is the slope at the new point and becomes k₁ of the next step, so an accepted step costs six evaluations. A step
/// allocates nothing.
public struct DormandPrince<P: RealPoint>: Sendable {
  public private(set) var point: P
  public private(set) var next: P
  var stage: P
  public private(set) var k₁: P
  var k₂: P, k₃: P, k₄: P, k₅: P, k₆: P
  /// After an attempt, the velocity at `next`.
  public private(set) var k₇: P

  public init(at x: P, _ velocity: (P, inout P) -> Void) {
    (point, next, stage) = (x, x, x)
    (k₁, k₂, k₃, k₄, k₅, k₆, k₇) = (x, x, x, x, x, x, x)
    velocity(point, &k₁)
  }

  // listing: tableau
  /// Attempts a step of length h from `point` to `next`.
  ///
  ///     k_s = v(x + h Σ_r a_sr k_r),   x' = x + h Σ_s b_s k_s,   e = h Σ_s (b_s − b̂_s) k_s
  ///
  /// - Returns: √(1/n Σ_i (e_i / (absolute + relative max(|x_i|, |x'_i|)))²); NaN where the velocity is.
  public mutating func attempt(
    _ h: Double, absolute: Double, relative: Double, _ velocity: (P, inout P) -> Void
  ) -> Double {
    let n = point.count
    for i in 0..<n { stage[i] = point[i] + h * (1 / 5 * k₁[i]) }
    velocity(stage, &k₂)
    for i in 0..<n { stage[i] = point[i] + h * (3 / 40 * k₁[i] + 9 / 40 * k₂[i]) }
    velocity(stage, &k₃)
    for i in 0..<n { stage[i] = point[i] + h * (44 / 45 * k₁[i] - 56 / 15 * k₂[i] + 32 / 9 * k₃[i]) }
    velocity(stage, &k₄)
    for i in 0..<n {
      let early = 19372 / 6561 * k₁[i] - 25360 / 2187 * k₂[i]
      stage[i] = point[i] + h * (early + 64448 / 6561 * k₃[i] - 212 / 729 * k₄[i])
    }
    velocity(stage, &k₅)
    for i in 0..<n {
      let early = 9017 / 3168 * k₁[i] - 355 / 33 * k₂[i] + 46732 / 5247 * k₃[i]
      stage[i] = point[i] + h * (early + 49 / 176 * k₄[i] - 5103 / 18656 * k₅[i])
    }
    velocity(stage, &k₆)
    for i in 0..<n {
      let early = 35 / 384 * k₁[i] + 500 / 1113 * k₃[i] + 125 / 192 * k₄[i]
      next[i] = point[i] + h * (early - 2187 / 6784 * k₅[i] + 11 / 84 * k₆[i])
    }
    velocity(next, &k₇)
    var sum = 0.0
    for i in 0..<n {
      let early = 71 / 57600 * k₁[i] - 71 / 16695 * k₃[i] + 71 / 1920 * k₄[i]
      let e = h * (early - 17253 / 339_200 * k₅[i] + 22 / 525 * k₆[i] - 1 / 40 * k₇[i])
      let scaled = e / (absolute + relative * max(abs(point[i]), abs(next[i])))
      sum += scaled * scaled
    }
    return (sum / Double(n)).squareRoot()
  }
  // listing end

  /// Makes the result of the last attempt the point where the flow is.
  public mutating func accept() {
    swap(&point, &next)
    swap(&k₁, &k₇)
  }

  /// The flow between `point` and `next` of the last attempt, of length h, which began at time t.
  public func denseStep(from t: Double, _ h: Double) -> DenseStep<P> {
    var (r₂, r₃, r₄, r₅) = (next, next, next, next)
    for i in 0..<point.count {
      r₂[i] = next[i] - point[i]
      r₃[i] = h * k₁[i] - r₂[i]
      r₄[i] = r₂[i] - h * k₇[i] - r₃[i]
      let early =
        -12_715_105_075 / 11_282_082_432 * k₁[i] + 87_487_479_700 / 32_700_410_799 * k₃[i]
        - 10_690_763_975 / 1_880_347_072 * k₄[i]
      let late =
        701_980_252_875 / 199_316_789_632 * k₅[i] - 1_453_857_185 / 822_651_844 * k₆[i] + 69_997_945 / 29_380_423 * k₇[i]
      r₅[i] = h * (early + late)
    }
    return DenseStep(time: t, length: h, r₁: point, r₂: r₂, r₃: r₃, r₄: r₄, r₅: r₅)
  }
}

/// A step with everything between its ends, to fourth order: Shampine's interpolant of the Dormand–Prince pair.
///
///     x(t + s h) = r₁ + s (r₂ + (1 − s) (r₃ + s (r₄ + (1 − s) r₅))),   s ∈ [0, 1]
public struct DenseStep<P: RealPoint>: Sendable, Equatable {
  public let time: Double, length: Double
  let r₁: P, r₂: P, r₃: P, r₄: P, r₅: P

  /// The point at a share of the step, 0 at its beginning and 1 at its end.
  public func point(atShare s: Double) -> P {
    var x = r₁
    for i in 0..<x.count {
      x[i] = r₁[i] + s * (r₂[i] + (1 - s) * (r₃[i] + s * (r₄[i] + (1 - s) * r₅[i])))
    }
    return x
  }

  /// The point at a time.
  public func point(at t: Double) -> P { point(atShare: length > 0 ? (t - time) / length : 0) }
}
