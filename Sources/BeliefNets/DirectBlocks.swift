import LinearAlgebra

/// The route through a Cholesky factor of α 1 + F_j, d × d, of each unit, packed: every gradient reads it once from memory.
struct DirectBlocks<Scalar: BLASScalar>: Sendable {
  /// L_j L_jᵀ = α 1 + F_j.
  private var factors: PackedTriangles<Scalar>
  /// F̄_j, where blocks are averaged over refreshes; nil before the first.
  var average: PackedTriangles<Scalar>?
  /// β.
  private let memory: Scalar
  private var scratch: [SIMD8<Scalar>]

  init(_ units: Range<Int>, parameters d: Int, memory β: Scalar) {
    factors = PackedTriangles(count: units.count, dimension: d)
    memory = β
    scratch = Array(repeating: SIMD8(), count: d)
  }

  // listing: direct blocks
  /// F_j = Hᵀ diag(Q_·j) H for all units in one product, then a factor for each.
  ///
  /// - Complexity: units (n d² + d³/3) operations, fewer where the parents have two values; allocates the averages anew, and
  ///   room for patterns.
  mutating func refresh(
    _ units: Range<Int>, from samples: BlockSamples<Scalar>, damping α: Scalar,
    _ workspace: inout PackedTriangles<Scalar>.Workspace
  ) throws(NotPositiveDefinite) {
    factors.setSums(weights: samples.Q, first: units.lowerBound, vectors: samples.H, &workspace)
    if memory > 0 { updateAverage() }
    try factor(damping: α)
  }

  /// F̄ ← β F̄ + (1 − β) F, beginning with F.
  private mutating func updateAverage() {
    if var mean = average.take() {
      mean.scale(by: memory, adding: 1 - memory, factors)
      average = mean
    } else {
      average = factors
    }
  }

  mutating func factor(damping α: Scalar) throws(NotPositiveDefinite) {
    if let average { factors.copy(average) }
    try factors.factor(damping: α)  // α 1 + F_j = L_j L_jᵀ
  }

  /// x_j ← (α 1 + F_j)⁻¹ x_j for the units' rows of X.
  mutating func solve(_ X: inout Matrix<Scalar>) { factors.solve(rowsOf: &X, scratch: &scratch) }
  // listing end
}
