import Foundation
import LinearAlgebra

/// The two potentials of the Gaussian family as functions of coordinates alone, and the density that η gives.
///
/// `Gaussian` computes the same numbers from μ and the Cholesky factor of Σ; here they stand as in [Malago23], as a second route.
public enum GaussianPotentials {
  // listing: potentials
  /// ψ(θ) = d/2 log 2π − ¼ θᵀ Θ⁻¹ θ − ½ log |−2Θ|, with the first-order part of θ beside Θ⁻¹. In nats.
  ///
  /// - Throws: `DomainError` where −2Θ is not positive definite.
  public static func logPartition(natural θ: Vector<Double>) throws(DomainError) -> Double {
    let (first, Θ) = try split(θ, offDiagonal: GaussianCoordinates.θ.pairFactor)
    let d = Double(first.count)
    let minusTwoΘ = try Matrix(Θ.rows, Θ.columns) { -2 * Θ[$0, $1] }.factored()
    var x = first
    minusTwoΘ.solve(&x)  // −½ Θ⁻¹ θ
    return d / 2 * log(2 * .pi) + first.dot(x) / 2 - minusTwoΘ.logDeterminant / 2
  }

  /// φ(η) = −d/2 (log 2π + 1) − ½ log |E − ηηᵀ|, the negative entropy in nats.
  ///
  /// - Throws: `DomainError` where E − ηηᵀ is not positive definite.
  public static func negativeEntropy(expectation η: Vector<Double>) throws(DomainError) -> Double {
    let (_, covariance) = try central(η)
    return -Double(covariance.dimension) / 2 * (log(2 * .pi) + 1) - covariance.logDeterminant / 2
  }

  /// log p(x; η) = −½ (x − η)ᵀ (E − ηηᵀ)⁻¹ (x − η) + φ(η) + d/2, in nats.
  public static func logDensity(at x: Vector<Double>, expectation η: Vector<Double>) throws(DomainError) -> Double {
    let (first, covariance) = try central(η)
    var z = x
    z.add(-1, first)
    covariance.solveTriangle(.asIs, &z)
    return try -z.dot(z) / 2 + negativeEntropy(expectation: η) + Double(x.count) / 2
  }
  // listing end

  /// The first-order part of η and the factor of E − ηηᵀ.
  private static func central(_ η: Vector<Double>) throws(DomainError) -> (Vector<Double>, Cholesky<Double>) {
    var (first, E) = try split(η, offDiagonal: GaussianCoordinates.η.pairFactor)
    E.addOuterProduct(-1, first, first)
    return (first, try E.factored())
  }

  private static func split(
    _ ξ: Vector<Double>, offDiagonal: Double
  ) throws(DomainError) -> (Vector<Double>, Matrix<Double>) {
    guard let d = SymmetricLayout.dimension(ofCount: ξ.count) else {
      preconditionFailure("GaussianPotentials: \(ξ.count) coordinates, which is d + d (d + 1)/2 for no d")
    }
    for i in 0..<ξ.count where !ξ[i].isFinite { throw .notFinite(coordinate: i) }
    return SymmetricLayout(dimension: d).unpack(ξ, offDiagonal: offDiagonal)
  }
}
