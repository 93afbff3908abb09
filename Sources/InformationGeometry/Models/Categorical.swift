import Foundation
import LinearAlgebra
import RandomStreams

/// A distribution on the states 0 … n − 1 with all probabilities positive: the interior of the simplex.
///
///     p(x; θ) = exp(θᵀT(x) − ψ(θ)),   T_i(x) = [x = i],   θ_i = log (p_i / p_{n−1}),   i < n − 1
///
/// The last state is the reference: η_i = p_i are the first n − 1 probabilities.  [AN00] §2.5
public struct Categorical: ExponentialFamily, Sampler, Equatable {
  public typealias Point = Int

  /// θ, n − 1 numbers.
  public let parameters: Vector<Double>
  /// p, n numbers that sum to 1.
  public let probabilities: Vector<Double>

  /// The distribution with natural parameters θ, n − 1 numbers.
  ///
  /// - Throws: `DomainError` where a parameter is not finite, or so large that a probability is zero in Double.
  public init(parameters θ: Vector<Double>) throws(DomainError) {
    for i in 0..<θ.count where !θ[i].isFinite { throw .notFinite(coordinate: i) }
    let ψ = logSumExp(θ.elements + [0])
    let p = Vector(count: θ.count + 1) { exp(($0 < θ.count ? θ[$0] : 0) - ψ) }
    for i in 0..<p.count where p[i] == 0 { throw .outsideSimplex(coordinate: i, value: 0) }
    (parameters, probabilities) = (θ, p)
  }

  /// The distribution with given probabilities.
  ///
  /// - Parameter probabilities: n numbers; their sum may miss 1 by rounding, and is then made 1.
  /// - Throws: `DomainError.outsideSimplex` where one is not positive, or where they do not sum to 1: then of the last.
  public init(probabilities p: Vector<Double>) throws(DomainError) {
    precondition(p.count > 1, "Categorical: \(p.count) states")
    for i in 0..<p.count where !p[i].isFinite { throw .notFinite(coordinate: i) }
    for i in 0..<p.count where p[i] <= 0 { throw .outsideSimplex(coordinate: i, value: p[i]) }
    guard abs(p.sum - 1) <= 1e-9 else { throw .outsideSimplex(coordinate: p.count - 1, value: p[p.count - 1] + 1 - p.sum) }
    var normalised = p
    normalised.scale(by: 1 / p.sum)
    probabilities = normalised
    parameters = Vector(count: p.count - 1) { log(p[$0] / p[p.count - 1]) }
  }

  /// The distribution with natural parameters θ, n − 1 numbers.
  ///
  /// - Throws: `DomainError` where a parameter is not finite, or so large that a probability is zero in Double.
  public func with(parameters θ: Vector<Double>) throws(DomainError) -> Categorical { try Categorical(parameters: θ) }

  /// ψ(θ) = log(1 + Σ_i e^{θ_i}) = −log p_{n−1}.
  public var logPartition: Double { logSumExp(parameters.elements + [0]) }

  /// η = E[T], the first n − 1 probabilities.
  public var meanParameters: Vector<Double> { Vector(Array(probabilities.elements.dropLast())) }

  // listing: categorical Fisher matrix
  /// I(θ) = diag(p) − p pᵀ, with the first n − 1 probabilities.
  public var fisherMatrix: Matrix<Double> {
    let p = probabilities
    return Matrix(p.count - 1, p.count - 1) { i, j in (i == j ? p[i] : 0) - p[i] * p[j] }
  }

  /// I(η) = I(θ)⁻¹ = diag(1/p_i) + 1 1ᵀ/p_{n−1}, the Fisher matrix in the first n − 1 probabilities.
  public var fisherMatrixOfMeans: Matrix<Double> {
    let p = probabilities
    return Matrix(p.count - 1, p.count - 1) { i, j in (i == j ? 1 / p[i] : 0) + 1 / p[p.count - 1] }
  }
  // listing end

  /// Adds weight × T(x) to t.
  public func addStatistics(of x: Int, weight: Double, to t: inout Vector<Double>) {
    precondition(0..<probabilities.count ~= x, "Categorical: state \(x) of \(probabilities.count)")
    if x < t.count { t[x] += weight }
  }

  /// The state at which the cumulated probabilities exceed a uniform number u.
  public func state(at u: Double) -> Int {
    var sum = 0.0
    for i in 0..<probabilities.count - 1 {
      sum += probabilities[i]
      if u < sum { return i }
    }
    return probabilities.count - 1
  }

  public func sample(using rng: inout RandomStream) -> Int { state(at: rng.uniform()) }
}

extension Categorical {
  /// KL(p ‖ q) = Σ_i p_i log (p_i / q_i), in nats.
  public func divergence(to q: Categorical) -> Double {
    precondition(probabilities.count == q.probabilities.count, "divergence: of distributions on different states")
    return (0..<probabilities.count).reduce(0) { $0 + probabilities[$1] * log(probabilities[$1] / q.probabilities[$1]) }
  }
}
