import Foundation
import LinearAlgebra
import RandomStreams

/// The Gaussian distribution N(μ, Σ) on ℝᵈ, an exponential family.
///
///     p(x; θ) = exp(θᵀT(x) − ψ(θ)),   T = (X_i, X_i², 2 X_i X_j),   θ = (Σ⁻¹μ, −½ σ^ii, −½ σ^ij)              [MP15]
public struct Gaussian: ExponentialFamily, Sampler, Equatable {
  public typealias Point = Vector<Double>

  /// μ, d numbers.
  public let mean: Vector<Double>
  /// Σ, d × d and symmetric.
  public let covariance: Matrix<Double>
  /// Σ = L Lᵀ, for solving.
  public let factor: Cholesky<Double>
  /// L, d × d with zeros above the diagonal.
  public let triangle: Matrix<Double>

  /// - Parameters:
  ///   - mean: μ, d numbers.
  ///   - covariance: Σ, d × d; its lower triangle is read, and the upper made equal to it.
  /// - Throws: `DomainError` where Σ is not positive definite, or a number not finite.
  /// - Complexity: O(d³).
  public init(mean μ: Vector<Double>, covariance Σ: Matrix<Double>) throws(DomainError) {
    precondition(Σ.rows == μ.count && Σ.columns == μ.count, "Gaussian: Σ of \(Σ.rows)×\(Σ.columns) for μ of \(μ.count)")
    for i in 0..<μ.count where !μ[i].isFinite { throw .notFinite(coordinate: i) }
    mean = μ
    factor = try Σ.factored()
    triangle = factor.lowerTriangle
    var symmetric = Σ
    symmetric.mirrorLowerTriangle()
    covariance = symmetric
  }

  public var dimension: Int { mean.count }
  public var layout: SymmetricLayout { SymmetricLayout(dimension: dimension) }

  /// Σ⁻¹ = [σ^ij], d × d and symmetric. For a product with Σ⁻¹, solve with `factor`.
  public var precision: Matrix<Double> {
    var inverse = Matrix<Double>.identity(dimension)
    factor.solve(columnsOf: &inverse)
    return inverse.symmetrised
  }

  /// θ, d + d (d + 1)/2 numbers in the order of `SymmetricLayout`.
  public var parameters: Vector<Double> { coordinates(.θ) }

  /// The distribution with natural parameters θ, d + d (d + 1)/2 numbers in the order of `SymmetricLayout`.
  ///
  /// - Throws: `DomainError` where −2Θ is not positive definite, or a number not finite.
  /// - Complexity: O(d³).
  public func with(parameters θ: Vector<Double>) throws(DomainError) -> Gaussian { try Gaussian(θ, in: .θ) }

  public static func == (p: Gaussian, q: Gaussian) -> Bool { p.mean == q.mean && p.covariance == q.covariance }
}

extension Gaussian {
  /// log p(x) = −½ (d log 2π + log |Σ| + (x − μ)ᵀ Σ⁻¹ (x − μ)).
  public func logDensity(at x: Vector<Double>) -> Double {
    var z = x
    z.add(-1, mean)
    factor.solveTriangle(.asIs, &z)  // L⁻¹ (x − μ)
    return -(Double(dimension) * log(2 * .pi) + factor.logDeterminant + z.dot(z)) / 2
  }

  /// ψ = ½ (d log 2π + log |Σ| + μᵀ Σ⁻¹ μ).
  public var logPartition: Double { -logDensity(at: Vector(zeros: dimension)) }

  /// η = (μ_i, σ_ii + μ_i², 2 (σ_ij + μ_i μ_j)).
  public var meanParameters: Vector<Double> { coordinates(.η) }

  /// φ = −½ (d (1 + log 2π) + log |Σ|), the negative entropy in nats.
  public var negativeEntropy: Double { -(Double(dimension) * (1 + log(2 * .pi)) + factor.logDeterminant) / 2 }

  /// Adds weight × T(x) to t, T = (x_i, x_i², 2 x_i x_j).
  public func addStatistics(of x: Vector<Double>, weight: Double, to t: inout Vector<Double>) {
    let d = dimension
    var place = 2 * d
    for i in 0..<d {
      t[i] += weight * x[i]
      t[d + i] += weight * x[i] * x[i]
      for j in i + 1..<max(i + 1, d) {
        t[place] += 2 * weight * x[i] * x[j]
        place += 1
      }
    }
  }

  // listing: Fisher matrix as a covariance
  /// I(θ) = Cov(T, T), by the moments of order up to four of a Gaussian.
  ///
  ///     Cov(X_i, X_j) = σ_ij,   Cov(X_i, X_k X_l) = σ_ik μ_l + σ_il μ_k
  ///     Cov(X_i X_j, X_k X_l) = σ_ik σ_jl + σ_il σ_jk + σ_ik μ_j μ_l + σ_il μ_j μ_k + σ_jk μ_i μ_l + σ_jl μ_i μ_k
  ///
  /// - Complexity: O(n²), n = d + d (d + 1)/2.
  public var fisherMatrix: Matrix<Double> {
    let (d, μ, Σ, pairs) = (dimension, mean, covariance, layout.pairs)
    func mixed(_ i: Int, _ k: Int, _ l: Int) -> Double { Σ[i, k] * μ[l] + Σ[i, l] * μ[k] }
    func second(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Double {
      let pure = Σ[i, k] * Σ[j, l] + Σ[i, l] * Σ[j, k]
      return pure + Σ[i, k] * μ[j] * μ[l] + Σ[i, l] * μ[j] * μ[k] + Σ[j, k] * μ[i] * μ[l] + Σ[j, l] * μ[i] * μ[k]
    }
    func factor(_ p: (k: Int, l: Int)) -> Double { p.k == p.l ? 1 : 2 }  // T_kl = 2 X_k X_l for k < l
    return Matrix(layout.count, layout.count) { a, b in
      if a < d && b < d { return Σ[a, b] }
      let (low, high) = (min(a, b), max(a, b))
      let q = pairs[high - d]
      if low < d { return factor(q) * mixed(low, q.k, q.l) }
      let p = pairs[low - d]
      return factor(p) * factor(q) * second(p.k, p.l, q.k, q.l)
    }
  }
  // listing end

  /// μ + L z with z of d standard normal numbers.
  public func sample(using rng: inout RandomStream) -> Vector<Double> {
    let z = Vector<Double>(count: dimension) { _ in rng.normal() }
    return transformed(z)
  }

  /// μ + L z: a standard normal point as one of this distribution.
  public func transformed(_ z: Vector<Double>) -> Vector<Double> {
    var x = mean
    x.setProduct(triangle, z, plus: 1)
    return x
  }
}
