import LinearAlgebra

/// A family with natural parameters θ and sufficient statistics T, against the counting or the Lebesgue measure.
///
///     p(x; θ) = exp(θᵀT(x) − ψ(θ)),   η = E[T] = ∇ψ(θ),   I(θ) = Cov(T, T) = Hess ψ(θ)                         [AN00] §2.3
///
/// Its `parameters` are θ.
public protocol ExponentialFamily<Point>: StatisticalModel {
  /// ψ(θ), the logarithm of the partition function, in nats.
  var logPartition: Double { get }

  /// η = E[T] = ∇ψ(θ), the expectation parameters, n numbers.
  var meanParameters: Vector<Double> { get }

  /// I(θ) = Hess ψ(θ) = Cov(T, T), the Fisher matrix in θ, n × n.
  var fisherMatrix: Matrix<Double> { get }

  /// Adds weight × T(x) to t, n numbers.
  func addStatistics(of x: Point, weight: Double, to t: inout Vector<Double>)
}

extension ExponentialFamily {
  /// T(x), n numbers.
  public func statistics(of x: Point) -> Vector<Double> {
    var t = Vector<Double>(zeros: parameters.count)
    addStatistics(of: x, weight: 1, to: &t)
    return t
  }

  /// log p(x; θ) = θᵀT(x) − ψ(θ).
  public func logDensity(at x: Point) -> Double { parameters.dot(statistics(of: x)) - logPartition }

  /// Adds weight × (T(x) − η) to g.
  public func addScore(at x: Point, weight: Double, to g: inout Vector<Double>) {
    addStatistics(of: x, weight: weight, to: &g)
    g.add(-weight, meanParameters)
  }

  /// φ(η) = E[log p] = θᵀη − ψ(θ), the negative entropy in nats: the Legendre transform of ψ.
  public var negativeEntropy: Double { parameters.dot(meanParameters) - logPartition }
}
