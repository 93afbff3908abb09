import Foundation
import LinearAlgebra
import RandomStreams

/// N(μ, μ²) with μ > 0, normal distributions whose deviation is their mean: a curve in the plane of normal distributions
/// that is straight neither in θ nor in η, so that its likelihood is not that of an exponential family.
///
///     log p(x; μ) = −½ log 2π − log μ − (x − μ)²/(2μ²),   θ = (1/μ, −1/(2μ²))
public struct UnitVariationNormal: StatisticalModel, Sampler, Equatable {
  public typealias Point = Double

  public let mean: Double

  /// - Throws: `DomainError` where μ is not positive or not finite.
  public init(mean μ: Double) throws(DomainError) {
    guard μ.isFinite else { throw .notFinite(coordinate: 0) }
    guard μ > 0 else { throw .notPositiveDefinite(pivot: 0, dimension: 1) }
    mean = μ
  }

  /// (μ).
  public var parameters: Vector<Double> { [mean] }

  /// The normal distribution with mean ξ = (μ).
  ///
  /// - Throws: `DomainError` where μ is not positive or not finite.
  public func with(parameters ξ: Vector<Double>) throws(DomainError) -> UnitVariationNormal {
    precondition(ξ.count == 1, "UnitVariationNormal: \(ξ.count) parameters")
    return try UnitVariationNormal(mean: ξ[0])
  }

  /// log p(x; μ) = −½ log 2π − log μ − z²/2, z = (x − μ)/μ, in nats.
  public func logDensity(at x: Double) -> Double {
    let z = (x - mean) / mean
    return -log(2 * .pi) / 2 - log(mean) - z * z / 2
  }

  /// Adds weight × (−1 + z + z²)/μ, z = (x − μ)/μ.
  public func addScore(at x: Double, weight: Double, to g: inout Vector<Double>) {
    let z = (x - mean) / mean
    g[0] += weight * (z * z + z - 1) / mean
  }

  /// I(μ) = 3/μ²: one part from the mean, two from the deviation.
  public var fisherMatrix: Matrix<Double> { Matrix(rows: [[3 / (mean * mean)]]) }

  /// One step of Fisher scoring.
  public func scored(on data: [Double], rate ε: Double = 1) throws(DomainError) -> UnitVariationNormal {
    try scored(on: data, fisherMatrix: fisherMatrix, rate: ε)
  }

  /// The member of greatest likelihood, the positive root of μ² + x̄ μ = mean of x².
  ///
  /// - Precondition: some x is not 0.
  public static func fitted(to data: [Double]) throws(DomainError) -> UnitVariationNormal {
    let n = Double(data.count)
    let (first, second) = (data.reduce(0, +) / n, data.reduce(0) { $0 + $1 * $1 } / n)
    return try UnitVariationNormal(mean: (-first + (first * first + 4 * second).squareRoot()) / 2)
  }

  /// Four estimates of μ: the mean of the sample, one and two steps of scoring from there, and the maximum of the likelihood.
  ///
  /// - Throws: `DomainError` where the mean is not positive, or a step leads below zero.
  public static func estimates(_ data: [Double]) throws(DomainError) -> [Double] {
    let guess = try UnitVariationNormal(mean: data.reduce(0, +) / Double(data.count))
    let once = try guess.scored(on: data)
    return [guess.mean, once.mean, try once.scored(on: data).mean, try fitted(to: data).mean]
  }

  public func sample(using rng: inout RandomStream) -> Double { mean * (1 + rng.normal()) }
}
