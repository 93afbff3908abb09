import Foundation
import LinearAlgebra
import RandomStreams

/// An exponential family on finitely many states, named by their indices 0..<N.
///
///     p(x; θ) = exp(θᵀT(x) − ψ(θ)),   ψ(θ) = log Σ_x exp(θᵀT(x))                                        [AN00] §2.3
///
/// All sums run over all states.
public struct FiniteFamily: ExponentialFamily, Sampler, Equatable {
  /// T(x), N × n: one row for each state, one column for each statistic.
  public let statistics: Matrix<Double>
  /// θ, n numbers.
  public let parameters: Vector<Double>
  /// ψ(θ), in nats.
  public let logPartition: Double
  /// log p(x), N numbers, in nats; exact to rounding where p(x) itself would be 0.
  public let logProbabilities: [Double]
  /// Σ_{y ≤ x} p(y), N numbers.
  private let cumulative: [Double]

  /// - Parameters:
  ///   - statistics: T(x), N × n.
  ///   - parameters: θ, n finite numbers; nil takes zeros, the uniform distribution.
  /// - Complexity: O(N n).
  public init(statistics T: Matrix<Double>, parameters θ: Vector<Double>? = nil) {
    let θ = θ ?? Vector(zeros: T.columns)
    precondition(T.rows > 0 && T.columns == θ.count, "FiniteFamily: \(θ.count) parameters for T of \(T.rows)×\(T.columns)")
    precondition(θ.elements.allSatisfy(\.isFinite), "FiniteFamily: θ = \(θ.elements) is not finite")
    statistics = T
    parameters = θ
    var energies = Vector<Double>(zeros: T.rows)
    energies.setProduct(T, θ)
    let ψ = logSumExp(energies.elements)
    logPartition = ψ
    logProbabilities = energies.elements.map { $0 - ψ }
    var sum = 0.0
    cumulative = logProbabilities.map {
      sum += exp($0)
      return sum
    }
  }

  /// How many states there are, N.
  public var count: Int { statistics.rows }

  /// p(x), N numbers.
  public var probabilities: [Double] { logProbabilities.map { exp($0) } }

  /// The distribution with natural parameters θ, n numbers, on the same states.
  ///
  /// - Throws: `DomainError.notFinite`.
  public func with(parameters θ: Vector<Double>) throws(DomainError) -> FiniteFamily {
    for i in 0..<θ.count where !θ[i].isFinite { throw .notFinite(coordinate: i) }
    return FiniteFamily(statistics: statistics, parameters: θ)
  }

  public func addStatistics(of x: Int, weight: Double, to t: inout Vector<Double>) {
    precondition(0..<count ~= x, "addStatistics: state \(x) of \(count)")
    for j in 0..<statistics.columns { t[j] += weight * statistics[x, j] }
  }

  public func logDensity(at x: Int) -> Double { logProbabilities[x] }

  /// The first state whose cumulated probability exceeds a uniform number.
  public func sample(using rng: inout RandomStream) -> Int { state(at: rng.uniform()) }

  /// The first state whose cumulated probability exceeds u times the whole.
  ///
  /// - Complexity: O(log N).
  public func state(at u: Double) -> Int {
    let level = u * (cumulative.last ?? 1)
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > level { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension FiniteFamily {
  /// η = Σ_x p(x) T(x), n numbers.
  public var meanParameters: Vector<Double> {
    var η = parameters
    η.setProduct(statistics, .transposed, Vector(probabilities))
    return η
  }

  /// Cov(T, T), n × n, as the product of the centred and weighted rows √p(x) (T(x) − η).
  ///
  /// - Complexity: O(N n²).
  public var fisherMatrix: Matrix<Double> {
    let (η, T) = (meanParameters, statistics)
    let root = logProbabilities.map { exp($0 / 2) }
    let rows = Matrix<Double>(T.rows, T.columns) { x, j in root[x] * (T[x, j] - η[j]) }
    var I = Matrix<Double>(zeros: T.columns, T.columns)
    I.setGram(rows, .transposed)
    return I
  }

  /// E[f] = Σ_x p(x) f(x).
  ///
  /// - Parameter f: its value at each state, N numbers.
  public func expectation(of f: [Double]) -> Double {
    precondition(f.count == count, "expectation: \(f.count) values for \(count) states")
    return zip(f, logProbabilities).reduce(0) { $0 + exp($1.1) * $1.0 }
  }

  /// ∇F(θ) = Cov(f, T), n numbers: a direction of ascent of F(θ) = E[f].
  public func gradient(of f: [Double]) -> Vector<Double> {
    let (F, η) = (expectation(of: f), meanParameters)
    let weights = Vector(zip(f, logProbabilities).map { exp($1) * ($0 - F) })
    var g = parameters
    g.setProduct(statistics, .transposed, weights)
    g.add(-weights.sum, η)
    return g
  }
}

extension FiniteFamily {
  /// The log-linear model on {−1,+1}ⁿ with the chosen interactions, T_S(x) = Π_{i ∈ S} x_i, at the uniform distribution.
  ///
  /// Bit i of the index of a state is set when x_i = +1, as in `FiniteDistribution.cube`.
  /// - Parameter interactions: the sets S, each a list of variables counted from 0; none is empty and none comes twice, so
  ///   that the statistics and 1 are linearly independent.
  public init(variables n: Int, interactions: [[Int]]) {
    precondition(1...20 ~= n, "FiniteFamily: 2ⁿ states for n = \(n)")
    let sets = interactions.map { set in set.reduce(0) { $0 | 1 << $1 } }
    precondition(
      Set(sets).count == sets.count && sets.allSatisfy { $0 > 0 && $0 < 1 << n },
      "FiniteFamily: interactions \(interactions) of \(n) variables")
    self.init(
      statistics: Matrix(1 << n, sets.count) { x, j in (sets[j] & ~x).nonzeroBitCount % 2 == 0 ? 1 : -1 })
  }

  /// The smallest log-linear model with f in the span of its statistics: one interaction for each term that is not constant.
  public init(interactionsOf f: PseudoBoolean) {
    self.init(
      variables: f.count,
      interactions: f.terms.filter { $0.variables != 0 }.map { term in
        (0..<f.count).filter { term.variables >> UInt64($0) & 1 == 1 }
      })
  }
}
