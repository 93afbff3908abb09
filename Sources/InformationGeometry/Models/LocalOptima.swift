import LinearAlgebra
import RandomStreams

extension PseudoBoolean {
  /// f at all points of {−1,+1}ⁿ, in the order of `FiniteDistribution.cube`.
  ///
  /// - Precondition: n ≤ 20.
  /// - Complexity: O(n 2ⁿ), by one butterfly for each variable.
  public var values: [Double] {
    precondition(count <= 20, "values: 2ⁿ points for n = \(count)")
    var f = [Double](repeating: 0, count: 1 << count)
    for term in terms { f[Int(term.variables)] += term.coefficient }
    for i in 0..<count {
      for x in f.indices where x >> i & 1 == 0 {
        // c + c' x_i, with c' at the index that has bit i.
        (f[x], f[x | 1 << i]) = (f[x] - f[x | 1 << i], f[x] + f[x | 1 << i])
      }
    }
    return f
  }

  /// The points, by their index, that are better than each point which differs in one variable.
  ///
  /// These are the point masses that attract the natural flow of the independence model: next to a point mass
  /// θ_i' = ∂F/∂η_i, which is half the difference of f that flipping x_i makes.
  /// - Complexity: O(n 2ⁿ).
  public func localOptima(_ sense: Sense) -> [Int] {
    let f = values.map { sense.sign * $0 }
    return f.indices.filter { x in (0..<count).allSatisfy { f[x ^ 1 << $0] < f[x] } }
  }
}

extension PseudoBoolean {
  /// A function with a random field on each variable and a random interaction of each pair, a spin glass:
  ///
  ///     f(x) = Σ_i h_i x_i + Σ_{i<j} J_ij x_i x_j,   h_i ~ N(0, s²),   J_ij ~ N(0, 1)
  ///
  /// - Parameter field: s.
  public static func spinGlass(_ n: Int, field s: Double, using rng: inout RandomStream) -> PseudoBoolean {
    let fields = (0..<n).map { Term(variables: 1 << UInt64($0), coefficient: s * rng.normal()) }
    let pairs: [UInt64] = (0..<n).flatMap { i in (i + 1..<max(i + 1, n)).map { j in 1 << UInt64(i) | 1 << UInt64(j) } }
    return PseudoBoolean(count: n, terms: fields + pairs.map { Term(variables: $0, coefficient: rng.normal()) })
  }
}
