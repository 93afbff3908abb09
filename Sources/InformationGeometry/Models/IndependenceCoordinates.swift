import Foundation
import LinearAlgebra

/// A coordinate system of the independence model on {−1,+1}ⁿ. Each acts on every variable alone, so it is given by one
/// function of one number, and all Fisher matrices are diagonal.
///
///     η = E[X] ∈ [−1, 1]                            I = 1/(1 − η²)
///     μ = P(X = +1) = (1 + η)/2 ∈ [0, 1]            I = 1/(μ (1 − μ))
///     θ = artanh η ∈ ℝ                              I = 1 − tanh² θ
///     φ = 2 arcsin √μ ∈ [0, π]                      I = 1
public enum IndependenceCoordinates: String, CaseIterable, Sendable {
  case η, μ, θ, φ

  /// η(ξ).
  public func mean(_ ξ: Double) -> Double {
    switch self {
    case .η: ξ
    case .μ: 2 * ξ - 1
    case .θ: tanh(ξ)
    case .φ: -cos(ξ)
    }
  }

  /// μ(ξ), with small relative error where μ is small.
  public func probability(_ ξ: Double) -> Double {
    switch self {
    case .η: (1 + ξ) / 2
    case .μ: ξ
    case .θ: 1 / (1 + exp(-2 * ξ))
    case .φ: sin(ξ / 2) * sin(ξ / 2)
    }
  }

  /// ξ(η), the inverse of `mean`; ±∞ for θ where η = ±1.
  public func coordinate(ofMean η: Double) -> Double {
    switch self {
    case .η: η
    case .μ: (1 + η) / 2
    case .θ: atanh(η)
    case .φ: 2 * atan2((1 + η).squareRoot(), (1 - η).squareRoot())
    }
  }

  /// dη/dξ.
  public func meanSlope(_ ξ: Double) -> Double {
    switch self {
    case .η: 1
    case .μ: 2
    case .θ: 1 / (cosh(ξ) * cosh(ξ))
    case .φ: sin(ξ)
    }
  }

  /// The Fisher information of one variable, I(ξ) = E[(d log p(X; ξ)/dξ)²] = (dη/dξ)² / (1 − η²).
  public func fisherInformation(_ ξ: Double) -> Double {
    switch self {
    case .η: 1 / (1 - ξ * ξ)
    case .μ: 1 / (ξ * (1 - ξ))
    case .θ: 1 / (cosh(ξ) * cosh(ξ))
    case .φ: 1
    }
  }

  // listing: natural factor
  /// I(ξ)⁻¹ dη/dξ, by which ∂F/∂η becomes a natural gradient in ξ: finite even where I is 0 or infinite.
  public func naturalFactor(_ ξ: Double) -> Double {
    switch self {
    case .η: 1 - ξ * ξ
    case .μ: 2 * ξ * (1 - ξ)
    case .θ: 1
    case .φ: sin(ξ)
    }
  }
  // listing end

  /// The values that a coordinate takes.
  public var range: ClosedRange<Double> {
    switch self {
    case .η: -1...1
    case .μ: 0...1
    case .θ: -.infinity ... .infinity
    case .φ: 0 ... .pi
    }
  }
}

extension IndependenceCoordinates {
  /// The same distribution in other coordinates.
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func convert<P: RealPoint>(_ ξ: P, to other: IndependenceCoordinates) -> P {
    if other == self { return ξ }
    if other == .μ { return ξ.mapped(probability) }
    return ξ.mapped { other.coordinate(ofMean: mean($0)) }
  }
}
