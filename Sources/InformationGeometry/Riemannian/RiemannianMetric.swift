import LinearAlgebra

/// A Riemannian metric in coordinates: at each point a positive definite matrix G, which measures velocities.
///
///     ⟨u, v⟩ = uᵀ G(ξ) v,   ‖v‖ = √⟨v, v⟩                                                          [AMS08] §3.6
public struct RiemannianMetric<P: RealPoint>: Sendable {
  /// G(ξ), n × n.
  public let matrix: @Sendable (P) -> Matrix<Double>

  public init(_ matrix: @escaping @Sendable (P) -> Matrix<Double>) { self.matrix = matrix }

  /// The metric in which coordinates are measured by the ruler, G = 1.
  public static var euclidean: RiemannianMetric { RiemannianMetric { .identity($0.count) } }

  /// ⟨u, v⟩ = uᵀ G(ξ) v.
  public func inner(_ u: P, _ v: P, at ξ: P) -> Double {
    let G = matrix(ξ)
    precondition(u.count == G.rows && v.count == G.columns, "inner: \(u.count) and \(v.count) numbers, G \(G.rows)×\(G.columns)")
    var sum = 0.0
    for i in 0..<u.count { for j in 0..<v.count { sum += u[i] * G[i, j] * v[j] } }
    return sum
  }

  /// ‖v‖ at ξ.
  public func norm(_ v: P, at ξ: P) -> Double { inner(v, v, at: ξ).squareRoot() }

  // listing: Riemannian gradient
  /// The Riemannian gradient: the vector whose inner product with any v is the derivative of F along v.
  ///
  ///     ⟨grad F, v⟩ = D_v F = ∇Fᵀ v for all v,   so   G grad F = ∇F                                 [AMS08] §3.6
  ///
  /// - Parameter g: ∇F, the partial derivatives at ξ, n numbers.
  /// - Throws: `DomainError.notPositiveDefinite` where G is not.
  public func gradient(_ g: P, at ξ: P) throws(DomainError) -> P {
    var x = Vector<Double>(count: g.count) { g[$0] }
    try matrix(ξ).factored().solve(&x)
    var v = g
    for i in 0..<g.count { v[i] = x[i] }
    return v
  }
  // listing end
}

extension RiemannianMetric {
  /// The same metric in other coordinates ζ: G_ζ = Jᵀ G J with J = ∂ξ/∂ζ.
  ///
  /// - Parameters:
  ///   - map: ζ ↦ ξ.
  ///   - jacobian: J at ζ, n × n.
  public func pulledBack(
    by map: @escaping @Sendable (P) -> P, jacobian: @escaping @Sendable (P) -> Matrix<Double>
  ) -> RiemannianMetric {
    RiemannianMetric { ζ in
      let (G, J) = (matrix(map(ζ)), jacobian(ζ))
      var (GJ, JGJ) = (J, J)
      GJ.setProduct(G, .asIs, J, .asIs)
      JGJ.setProduct(J, .transposed, GJ, .asIs)
      return JGJ
    }
  }
}
