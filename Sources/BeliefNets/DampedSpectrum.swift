import LinearAlgebra

/// A Fisher block in its eigenvectors: after one decomposition the damped step for any damping costs two products.
///
///     F = Σ_k λ_k v_k v_kᵀ,   F̃⁻¹ g = Σ_k (1 + α) / (α + λ_k) (v_kᵀ g) v_k       [VVMA] eq. (16)
///
/// For looking at a block; `FisherBlocks` is for training with it.
public struct DampedSpectrum: Sendable {
  /// λ_k, ascending. What differs from 0 by rounding only is 0: below d ulp times the greatest.
  public let eigenvalues: [Double]
  /// v_k in row k.
  private let V: Matrix<Double>

  /// - Parameter F: a symmetric positive semi-definite matrix, d × d.
  /// - Complexity: O(d³).
  public init(_ F: Matrix<Double>) throws(EigenvaluesDidNotConverge) {
    let eigen = try SymmetricEigen(F)
    let λ = eigen.values.elements
    let rounding = Double(F.rows) * (λ.last ?? 0).ulp
    (eigenvalues, V) = (λ.map { $0 > rounding ? $0 : 0 }, eigen.vectors)
  }

  /// How many eigenvalues are not 0.
  public var rank: Int { eigenvalues.count { $0 > 0 } }

  /// The ratio of the greatest to the least eigenvalue of F̃, (α + λ_max) / (α + λ_min); infinite where F̃ is singular.
  public func condition(damping α: Double) -> Double {
    guard let least = eigenvalues.first, let greatest = eigenvalues.last else { return 1 }
    return α + least > 0 ? (α + greatest) / (α + least) : .infinity
  }

  // listing: damped spectrum
  /// F̃⁻¹ g. Where α and λ_k are both 0 the step has no part along v_k: the pseudo-inverse, the limit α → 0 for a g that
  /// has no part there either.
  public func direction(_ g: Vector<Double>, damping α: Double) -> Vector<Double> {
    var parts = Vector<Double>(zeros: g.count), step = parts
    parts.setProduct(V, g)  // v_kᵀ g
    for k in eigenvalues.indices { parts[k] *= α + eigenvalues[k] > 0 ? (1 + α) / (α + eigenvalues[k]) : 0 }
    step.setProduct(V, .transposed, parts)
    return step
  }
  // listing end
}
