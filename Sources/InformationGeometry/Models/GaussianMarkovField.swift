import LinearAlgebra
import RandomStreams

/// The Gaussians on ℝᵈ whose θ_ij vanish outside a graph: X_i and X_j are independent given all the others.
///
///     p(x; θ) = exp(Σ_i θ_i x_i + Σ_i θ_ii x_i² + Σ_{ij ∈ E} θ_ij 2 x_i x_j − ψ(θ))                      [MP15]
///
/// An exponential family of its own, with 2 d + |E| parameters in place of d + d (d + 1)/2. Its Fisher matrix is the part
/// of the whole one that belongs to the statistics kept.
public struct GaussianMarkovField: ExponentialFamily, Sampler, Equatable {
  /// The pairs i < j, from 0, that interact, in increasing order.
  public let edges: [Edge]
  /// The same distribution among all Gaussians.
  public let gaussian: Gaussian

  public struct Edge: Sendable, Hashable, Comparable {
    public let i: Int, j: Int

    public init(_ i: Int, _ j: Int) {
      precondition(i != j && min(i, j) >= 0, "Edge: from \(i) to \(j)")
      (self.i, self.j) = (min(i, j), max(i, j))
    }

    public static func < (a: Edge, b: Edge) -> Bool { (a.i, a.j) < (b.i, b.j) }
  }

  /// - Parameters:
  ///   - parameters: (θ_i, θ_ii, θ_ij for ij ∈ E), 2 d + |E| numbers, the edges in increasing order.
  /// - Throws: `DomainError` where −2Θ is not positive definite.
  /// - Complexity: O(d³).
  public init(_ θ: Vector<Double>, dimension d: Int, edges: [Edge]) throws(DomainError) {
    let edges = Set(edges).sorted()
    precondition(
      θ.count == 2 * d + edges.count && edges.allSatisfy { $0.j < d },
      "GaussianMarkovField: \(θ.count) parameters for \(d) variables and \(edges.count) edges")
    let layout = SymmetricLayout(dimension: d)
    var whole = Vector<Double>(zeros: layout.count)
    for (place, a) in Self.places(layout, edges).enumerated() { whole[a] = θ[place] }
    self.edges = edges
    gaussian = try Gaussian(whole, in: .θ)
  }

  /// The standard normal distribution, which every graph has.
  public init(standardOf d: Int, edges: [Edge]) {
    let count = 2 * d + Set(edges).count
    guard let field = try? Self(Vector(count: count) { d..<2 * d ~= $0 ? -0.5 : 0 }, dimension: d, edges: edges) else {
      preconditionFailure("the unit matrix is positive definite")
    }
    self = field
  }

  public var dimension: Int { gaussian.dimension }

  /// Where the parameters stand among those of all Gaussians, in the order of `SymmetricLayout`.
  public var places: [Int] { Self.places(gaussian.layout, edges) }

  private static func places(_ layout: SymmetricLayout, _ edges: [Edge]) -> [Int] {
    Array(0..<2 * layout.dimension) + edges.map { layout.index($0.i, $0.j) }
  }

  /// The graph of a chain: i and i + 1 interact.
  public static func chain(_ d: Int) -> [Edge] { (1..<max(1, d)).map { Edge($0 - 1, $0) } }

  /// The graph in which all pairs interact.
  public static func complete(_ d: Int) -> [Edge] { (0..<d).flatMap { i in (i + 1..<max(i + 1, d)).map { Edge(i, $0) } } }
}

extension GaussianMarkovField {
  /// θ, 2 d + |E| numbers.
  public var parameters: Vector<Double> { kept(gaussian.parameters) }

  /// The field on the same graph with natural parameters θ, 2 d + |E| numbers.
  ///
  /// - Throws: `DomainError` where −2Θ is not positive definite, or a number not finite.
  /// - Complexity: O(d³).
  public func with(parameters θ: Vector<Double>) throws(DomainError) -> Self {
    try Self(θ, dimension: dimension, edges: edges)
  }

  public func logDensity(at x: Vector<Double>) -> Double { gaussian.logDensity(at: x) }

  public var logPartition: Double { gaussian.logPartition }

  /// η = E[T], the kept entries of that of all Gaussians.
  public var meanParameters: Vector<Double> { kept(gaussian.meanParameters) }

  /// The entries of a vector over all Gaussian coordinates that this family has.
  public func kept(_ ξ: Vector<Double>) -> Vector<Double> {
    let places = places
    return Vector(count: places.count) { ξ[places[$0]] }
  }

  public func addStatistics(of x: Vector<Double>, weight: Double, to t: inout Vector<Double>) {
    let d = dimension
    for i in 0..<d {
      t[i] += weight * x[i]
      t[d + i] += weight * x[i] * x[i]
    }
    for (e, edge) in edges.enumerated() { t[2 * d + e] += 2 * weight * x[edge.i] * x[edge.j] }
  }

  public func sample(using rng: inout RandomStream) -> Vector<Double> { gaussian.sample(using: &rng) }

  // listing: Fisher matrix of a Markov field
  /// I(θ) = Cov(T, T) for the statistics kept.
  ///
  /// With S_ab = w_a w_b (σ_ik σ_jl + σ_il σ_jk), w = 1 for X_i² and 2 for 2 X_i X_j, and with M_ai = Cov(X_i, T_a) given
  /// μ, the second-order block is S + Cov of the parts that are linear in X − μ.
  /// - Complexity: O((2 d + |E|)²).
  public var fisherMatrix: Matrix<Double> {
    let (d, μ, Σ) = (dimension, gaussian.mean, gaussian.covariance)
    let pairs = (0..<d).map { ($0, $0) } + edges.map { ($0.i, $0.j) }
    let weights = pairs.map { $0.0 == $0.1 ? 1.0 : 2.0 }
    var I = Matrix<Double>(zeros: 2 * d + edges.count, 2 * d + edges.count)
    for i in 0..<d { for j in 0...i { I[i, j] = Σ[i, j] } }
    for (a, (i, j)) in pairs.enumerated() {
      // X_i X_j = … + μ_j (X_i − μ_i) + μ_i (X_j − μ_j) + (X_i − μ_i) (X_j − μ_j)
      for k in 0..<d { I[d + a, k] = weights[a] * (μ[j] * Σ[i, k] + μ[i] * Σ[j, k]) }
      for b in 0...a {
        let (k, l) = pairs[b]
        let linear = μ[l] * (μ[j] * Σ[i, k] + μ[i] * Σ[j, k]) + μ[k] * (μ[j] * Σ[i, l] + μ[i] * Σ[j, l])
        I[d + a, d + b] = weights[a] * weights[b] * (Σ[i, k] * Σ[j, l] + Σ[i, l] * Σ[j, k] + linear)
      }
    }
    I.mirrorLowerTriangle()
    return I
  }
  // listing end
}
