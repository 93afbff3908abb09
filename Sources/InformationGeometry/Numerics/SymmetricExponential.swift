import Foundation
import LinearAlgebra

extension Matrix where Scalar == Double {
  /// exp(α M) of a symmetric matrix, d × d, by its eigenvalues: symmetric and positive definite.
  ///
  /// - Throws: `DomainError.notFinite` where M or the exponential of an eigenvalue is not finite.
  /// - Complexity: O(d³).
  public func exponential(scaledBy α: Double = 1) throws(DomainError) -> Matrix {
    let eigen: SymmetricEigen<Double>
    do { eigen = try SymmetricEigen(self) } catch { throw .notFinite(coordinate: 0) }
    let e = Vector(eigen.values.elements.map { exp(α * $0) })
    for k in 0..<e.count where !e[k].isFinite { throw .notFinite(coordinate: k) }
    var (scaled, product) = (eigen.vectors, self)
    scaled.scaleRows(by: e)
    product.setProduct(eigen.vectors, .transposed, scaled)
    product.mirrorLowerTriangle()
    return product
  }
}
