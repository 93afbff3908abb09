/// A curve x(t) in coordinates, with its velocity.
public struct ParametricCurve<P: RealPoint>: Sendable {
  public let point: @Sendable (Double) -> P
  public let velocity: @Sendable (Double) -> P

  public init(point: @escaping @Sendable (Double) -> P, velocity: @escaping @Sendable (Double) -> P) {
    self.point = point
    self.velocity = velocity
  }

  /// A curve whose velocity is taken by differences of sixth order over ±3 δ, with an error of order δ⁶ + 10⁻¹⁶/δ.
  ///
  /// - Precondition: the curve is defined 3 δ beyond the times at which its velocity is wanted.
  public init(step δ: Double = 1e-3, _ point: @escaping @Sendable (Double) -> P) {
    self.init(point: point) { t in
      var v = point(t)
      for i in 0..<v.count { v[i] = sixthOrderDerivative(of: { point(t + $0)[i] }, step: δ) }
      return v
    }
  }

  /// The straight line from a to b in these coordinates, for t from 0 to 1.
  public init(from a: P, to b: P) {
    self.init(point: { t in a.mixed(with: b, t) }, velocity: { _ in b.adding(-1, a) })
  }
}

extension ParametricCurve {
  // listing: length
  /// The length of the part from time a to time b.
  ///
  ///     L = ∫_a^b √⟨ẋ(t), ẋ(t)⟩ dt
  ///
  /// - Complexity: 8 evaluations of the metric a piece.
  public func length(in metric: RiemannianMetric<P>, from a: Double = 0, to b: Double = 1, pieces: Int = 16) -> Double {
    GaussLegendre(order: 8).integral(of: { metric.norm(velocity($0), at: point($0)) }, from: a, to: b, pieces: pieces)
  }

  /// The energy of the part from time a to time b, which unlike the length depends on the clock.
  ///
  ///     E = ½ ∫_a^b ⟨ẋ(t), ẋ(t)⟩ dt ≥ L² / (2 (b − a)),   with equality at constant speed
  public func energy(in metric: RiemannianMetric<P>, from a: Double = 0, to b: Double = 1, pieces: Int = 16) -> Double {
    func squaredSpeed(_ t: Double) -> Double {
      let v = velocity(t)
      return metric.inner(v, v, at: point(t))
    }
    return GaussLegendre(order: 8).integral(of: { squaredSpeed($0) / 2 }, from: a, to: b, pieces: pieces)
  }
  // listing end
}
