import LinearAlgebra

/// The gradient flow of a relaxed function: ξ' = ±∇F(ξ) or ξ' = ±I(ξ)⁻¹∇F(ξ).
public struct GradientFlow: Sendable {
  public let relaxation: Relaxation
  public let kind: GradientKind
  public let sense: Sense

  public init(
    of function: PseudoBoolean, _ kind: GradientKind, in coordinates: IndependenceCoordinates, _ sense: Sense = .maximise
  ) {
    relaxation = Relaxation(function, in: coordinates)
    self.kind = kind
    self.sense = sense
  }

  public var coordinates: IndependenceCoordinates { relaxation.coordinates }

  /// Overwrites v with the velocity at ξ.
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func velocity<P: RealPoint>(at ξ: P, into v: inout P) {
    switch kind {
    case .vanilla: relaxation.gradient(at: ξ, into: &v)
    case .natural: relaxation.naturalGradient(at: ξ, into: &v)
    }
    if sense == .minimise { for i in 0..<v.count { v[i] = -v[i] } }
  }

  public func velocity<P: RealPoint>(at ξ: P) -> P {
    var v = ξ
    velocity(at: ξ, into: &v)
    return v
  }

  /// Whether the flow runs into the boundary of its coordinates' range, and has to be projected onto it.
  public var needsProjection: Bool { kind == .vanilla && (coordinates == .η || coordinates == .μ) }

  /// The flow from a point, projected where it needs to be.
  public func trajectory<P: RealPoint>(
    from start: P, until time: Double, _ solver: FlowSolver = FlowSolver(), isDone: (P) -> Bool = { _ in false }
  ) -> Trajectory<P> {
    func v(_ x: P, _ v: inout P) { velocity(at: x, into: &v) }
    return needsProjection
      ? solver.projectedTrajectory(of: v, onto: coordinates.range, from: start, until: time, isDone: isDone)
      : solver.trajectory(of: v, from: start, until: time, isDone: isDone)
  }

  /// Where the flow from a point ends, with nothing kept of the way.
  @specialized(where P == SIMD2<Double>)
  public func end<P: RealPoint>(
    from start: P, until time: Double, _ solver: FlowSolver = FlowSolver(), isDone: (P) -> Bool = { _ in false }
  ) -> FlowReport<P> {
    func v(_ x: P, _ v: inout P) { velocity(at: x, into: &v) }
    return needsProjection
      ? solver.projectedEnd(of: v, onto: coordinates.range, from: start, until: time, isDone: isDone)
      : solver.end(of: v, from: start, until: time, isDone: isDone)
  }

  // listing: finite steps
  /// Gradient steps of a finite length λ, ξ ← ξ + λ v(ξ): the start and every iterate.
  public func steps<P: RealPoint>(_ count: Int, of λ: Double, from start: P) -> [P] {
    var (ξ, v) = (start, start)
    var iterates = [start]
    for _ in 0..<count {
      velocity(at: ξ, into: &v)
      for i in 0..<ξ.count { ξ[i] += λ * v[i] }
      iterates.append(ξ)
    }
    return iterates
  }
  // listing end
}
