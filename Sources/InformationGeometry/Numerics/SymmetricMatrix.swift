import LinearAlgebra

extension Matrix where Scalar == Double {
  /// The Cholesky factor of a symmetric matrix, n × n, with the failure that models report.
  ///
  /// - Throws: `DomainError.notPositiveDefinite`.
  /// - Complexity: n³/3 operations; allocates the factor.
  func factored() throws(DomainError) -> Cholesky<Double> {
    var factor = Cholesky<Double>(dimension: rows)
    do { try factor.factor(self) } catch {
      throw DomainError.notPositiveDefinite(pivot: error.pivot, dimension: error.dimension)
    }
    return factor
  }

  /// ½ (A + Aᵀ), for a square A.
  var symmetrised: Matrix { Matrix(rows, columns) { i, j in (self[i, j] + self[j, i]) / 2 } }
}
