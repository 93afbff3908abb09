import LinearAlgebra

/// A Fisher block in its eigenvectors: after one decomposition the damped step for any damping costs two products.
///
///     F = Σ_k λ_k v_k v_kᵀ,   F̃⁻¹ g = Σ_k (1 + α) / (α + λ_k) (v_kᵀ g) v_k       [VVMA] eq. (16)
///
/// For looking at a block; `FisherBlocks` is for training with it.
public struct DampedSpectrum: Sendable {
  /// λ_k, ascending, as many as the block has rows. What differs from 0 by rounding only is 0.
  public let eigenvalues: [Double]
  /// v_k in the rows, for the positive λ_k, in their order.
  private let vectors: Matrix<Double>

  /// The spectrum of a symmetric positive semi-definite matrix, d × d.
  ///
  /// - Complexity: O(d³).
  public init(_ F: Matrix<Double>) throws(EigenvaluesDidNotConverge) {
    let eigen = try SymmetricEigen(F)
    self.init(eigen.values.elements, eigen.vectors, dimension: F.rows)
  }

  /// The spectrum of a sampled block, F = Sᵀ S with S = √Q H.  [VVMA] eqs. (12)–(15)
  ///
  /// With fewer samples than parameters it is that of S Sᵀ and zeros: S Sᵀ u = λ u gives F Sᵀ u = λ Sᵀ u.
  /// - Parameters:
  ///   - H: the parents' samples, n × d, the last column 1.
  ///   - a: the logits of the unit, n numbers.
  /// - Complexity: O(n d m + m³), m = min(n, d).
  public init(parents H: Matrix<Double>, logits a: Vector<Double>) throws(EigenvaluesDidNotConverge) {
    guard H.rows < H.columns else {
      self = try DampedSpectrum(sampledFisherBlock(parents: H, logits: a))
      return
    }
    let S = weightedParents(H, logits: a)
    var gram = Matrix<Double>(zeros: S.rows, S.rows), vectors = Matrix<Double>(zeros: S.rows, S.columns)
    gram.setGram(S)  // S Sᵀ
    let eigen = try SymmetricEigen(gram)
    vectors.setProduct(eigen.vectors, S)  // rows uᵀ S, of length √λ
    vectors.scaleRows(by: Vector(eigen.values.elements.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }))
    self.init(eigen.values.elements, vectors, dimension: H.columns)
  }

  private init(_ λ: [Double], _ vectors: Matrix<Double>, dimension d: Int) {
    let rounding = Double(d) * (λ.last ?? 0).ulp
    let kept = λ.indices.filter { λ[$0] > rounding }
    eigenvalues = Array(repeating: 0, count: d - kept.count) + kept.map { λ[$0] }
    var rows = Matrix<Double>(zeros: kept.count, d)
    rows.setRows(of: vectors, at: kept)
    self.vectors = rows
  }

  /// How many eigenvalues are not 0.
  public var rank: Int { vectors.rows }

  /// The ratio of the greatest to the least eigenvalue of F̃, (α + λ_max) / (α + λ_min); infinite where F̃ is singular.
  public func condition(damping α: Double) -> Double {
    guard let least = eigenvalues.first, let greatest = eigenvalues.last else { return 1 }
    return α + least > 0 ? (α + greatest) / (α + least) : .infinity
  }

  // listing: damped spectrum
  /// F̃⁻¹ g: along v_k the gradient times (1 + α) / (α + λ_k), across all of them times (1 + α) / α.
  ///
  /// For α = 0 the step has no part across them: F⁺ g, the limit α → 0 for a g that has no part there either.
  public func direction(_ g: Vector<Double>, damping α: Double) -> Vector<Double> {
    let across = rank < g.count && α > 0 ? (1 + α) / α : 0
    let λ = eigenvalues.suffix(rank)
    var parts = Vector<Double>(zeros: rank), step = g
    parts.setProduct(vectors, g)  // v_kᵀ g
    parts.multiply(by: Vector(λ.map { (1 + α) / (α + $0) - across }))
    step.setProduct(vectors, .transposed, parts, plus: across)
    return step
  }
  // listing end
}

extension SigmoidLayer where Scalar == Double {
  /// The spectrum of the Fisher block of a unit from samples of its parents, n × (inputs + 1), the last column 1.
  public func blockSpectrum(unit j: Int, parents H: Matrix<Double>) throws(EigenvaluesDidNotConverge) -> DampedSpectrum {
    var a = Vector<Double>(zeros: H.rows)
    a.setProduct(H, weights.row(j))
    return try DampedSpectrum(parents: H, logits: a)
  }
}
