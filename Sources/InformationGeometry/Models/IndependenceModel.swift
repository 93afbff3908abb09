import Foundation
import LinearAlgebra
import RandomStreams

/// A distribution on {−1,+1}ⁿ with independent variables and all probabilities positive: an exponential family with
/// sufficient statistics T(x) = x and natural parameters θ.
///
///     p(x; θ) = exp(θᵀx − ψ(θ)),   ψ(θ) = Σ_i log(2 cosh θ_i)
public struct IndependenceModel: ExponentialFamily, Sampler, Equatable {
  public typealias Point = Vector<Double>

  /// θ, n numbers.
  public var parameters: Vector<Double>

  public init(parameters: Vector<Double>) { self.parameters = parameters }

  /// - Precondition: ξ is inside the domain, so that θ is finite.
  public init(_ ξ: Vector<Double>, in coordinates: IndependenceCoordinates) {
    parameters = coordinates.convert(ξ, to: .θ)
    precondition(
      parameters.elements.allSatisfy(\.isFinite),
      "IndependenceModel: \(coordinates.rawValue) = \(ξ.elements) is not inside the domain")
  }

  /// The same distribution in a coordinate system, n numbers.
  public func coordinates(_ coordinates: IndependenceCoordinates) -> Vector<Double> {
    IndependenceCoordinates.θ.convert(parameters, to: coordinates)
  }

  /// The distribution with natural parameters θ, n numbers.
  ///
  /// - Throws: `DomainError.notFinite`.
  public func with(parameters θ: Vector<Double>) throws(DomainError) -> IndependenceModel {
    for i in 0..<θ.count where !θ[i].isFinite { throw .notFinite(coordinate: i) }
    return IndependenceModel(parameters: θ)
  }

  /// ψ(θ) = Σ_i log(e^{θ_i} + e^{−θ_i}), without overflow.
  public var logPartition: Double {
    parameters.elements.reduce(0) { $0 + abs($1) + log1p(exp(-2 * abs($1))) }
  }

  /// η = E[X] = ∇ψ(θ).
  public var meanParameters: Vector<Double> { coordinates(.η) }

  /// Adds weight × x to t.
  public func addStatistics(of x: Vector<Double>, weight: Double, to t: inout Vector<Double>) { t.add(weight, x) }

  /// One uniform number a variable: x_i = +1 where it is below P(x_i = +1).
  public func sample(using rng: inout RandomStream) -> Vector<Double> {
    Vector(count: parameters.count) { rng.bernoulli(IndependenceCoordinates.θ.probability(parameters[$0])) ? 1 : -1 }
  }

  /// ∂ log p(x)/∂ξ in any of the coordinate systems, by the chain rule: (x_i − η_i)/(1 − η_i²) dη_i/dξ_i.
  public func score(at x: Vector<Double>, in coordinates: IndependenceCoordinates) -> Vector<Double> {
    let ξ = self.coordinates(coordinates)
    return Vector(count: ξ.count) { i in
      let variance = IndependenceCoordinates.θ.meanSlope(parameters[i])  // 1 − η²
      // In θ it cancels, also where it is zero in Double.
      if variance == 0 && coordinates == .θ { return x[i] - tanh(parameters[i]) }
      return (x[i] - tanh(parameters[i])) / variance * coordinates.meanSlope(ξ[i])
    }
  }

  /// The Fisher matrix in θ, Hess ψ(θ) = diag(1 − η_i²), n × n.
  public var fisherMatrix: Matrix<Double> { fisherMatrix(in: .θ) }

  /// The Fisher matrix in any of the coordinate systems, n × n and diagonal.
  public func fisherMatrix(in coordinates: IndependenceCoordinates) -> Matrix<Double> {
    let ξ = self.coordinates(coordinates)
    return Matrix(ξ.count, ξ.count) { i, j in i == j ? coordinates.fisherInformation(ξ[i]) : 0 }
  }

  /// All 2ⁿ states with their probabilities, each the product of its factors.
  ///
  /// - Precondition: n ≤ 20.
  public var distribution: FiniteDistribution {
    let states = FiniteDistribution.cube(parameters.count)
    let probabilities = states.map { x in
      x.elements.indices.reduce(1) { $0 / (1 + exp(-2 * x[$1] * parameters[$1])) }
    }
    return FiniteDistribution(states: states, probabilities: probabilities)
  }
}
