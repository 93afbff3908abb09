/// Gradient descent on a manifold: a direction, and a way to take a step.
///
///     ξ ← R_ξ(± ε grad F(ξ))                                                                        [AMS08] §4.2
public struct RiemannianDescent<P: RealPoint>: Sendable {
  /// The Riemannian gradient of F at a point, a direction of ascent.
  public let gradient: @Sendable (P) -> P
  public let retraction: Retraction<P>
  public let sense: Sense

  public init(_ gradient: @escaping @Sendable (P) -> P, _ retraction: Retraction<P>, _ sense: Sense = .minimise) {
    (self.gradient, self.retraction, self.sense) = (gradient, retraction, sense)
  }

  // listing: Riemannian descent
  /// One step.
  ///
  /// - Throws: `DomainError` where the step leaves the domain.
  public func step(from ξ: P, rate ε: Double) throws(DomainError) -> P {
    let g = gradient(ξ)
    return try retraction.step(ξ, g.mapped { sense.sign * ε * $0 })
  }

  /// The start and every iterate, until a step would leave the domain.
  public func steps(_ count: Int, rate ε: Double, from start: P) -> [P] {
    var iterates = [start]
    for _ in 0..<count {
      guard let next = try? step(from: iterates[iterates.count - 1], rate: ε) else { break }
      iterates.append(next)
    }
    return iterates
  }
  // listing end

  /// How many steps it takes until a condition holds; nil if more than `limit`, or if a step leaves the domain before.
  public func count(rate ε: Double, from start: P, limit: Int, until isDone: (P) -> Bool) -> Int? {
    steps(limit, rate: ε, from: start).firstIndex(where: isDone)
  }
}
