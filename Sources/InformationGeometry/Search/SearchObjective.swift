import Foundation

/// A function on ℝᵈ to be minimised, of which a search may only ask the value. Its least value is 0.
public struct SearchObjective: Sendable, Hashable {
  public enum Shape: Sendable, Hashable {
    /// Σ x_i².
    case sphere
    /// Σ κ^((i−1)/(d−1)) x_i², whose Hessian has the condition κ.
    case ellipsoid(condition: Double)
    /// Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)², a bent valley.
    case rosenbrock
    /// Σ (x_i − 1)² + (x_i − 1)⁴/20 + Σ (x_{i+1} − x_i)², in which only neighbours interact.
    case chain
  }

  public let shape: Shape
  /// d.
  public let dimension: Int

  public init(_ shape: Shape, dimension d: Int) {
    precondition(d >= (shape == .rosenbrock ? 2 : 1), "SearchObjective: dimension \(d)")
    self.shape = shape
    dimension = d
  }

  public var name: String {
    switch shape {
    case .sphere: "sphere"
    case .ellipsoid: "ellipsoid"
    case .rosenbrock: "Rosenbrock"
    case .chain: "chain"
    }
  }

  /// Where the least value is.
  public var minimiser: [Double] {
    Array(repeating: shape == .rosenbrock || shape == .chain ? 1 : 0, count: dimension)
  }

  /// f(x).
  ///
  /// - Complexity: O(d); allocates nothing.
  public func value(at x: Span<Double>) -> Double {
    precondition(x.count == dimension, "value: \(x.count) coordinates in dimension \(dimension)")
    var sum = 0.0
    switch shape {
    case .sphere: for i in 0..<dimension { sum += x[i] * x[i] }
    case .ellipsoid(let κ):
      let factor = dimension == 1 ? 1 : pow(κ, 1 / Double(dimension - 1))
      var weight = 1.0
      for i in 0..<dimension {
        sum += weight * x[i] * x[i]
        weight *= factor
      }
    case .rosenbrock:
      for i in 0..<dimension - 1 {
        let (a, b) = (x[i + 1] - x[i] * x[i], 1 - x[i])
        sum += 100 * a * a + b * b
      }
    case .chain:
      for i in 0..<dimension {
        let (a, b) = (x[i] - 1, i > 0 ? x[i] - x[i - 1] : 0)
        sum += a * a + a * a * a * a / 20 + b * b
      }
    }
    return sum
  }

  /// f(x) of an array.
  public func value(at x: [Double]) -> Double { value(at: x.span) }
}

extension SearchObjective {
  /// f as a polynomial, whose mean under a Gaussian is known exactly.
  public var polynomial: Polynomial {
    let (d, x) = (dimension, Polynomial.variables(dimension))
    func sum(_ parts: [Polynomial]) -> Polynomial { parts.reduce(.constant(0, count: d)) { $0 + $1 } }
    switch shape {
    case .sphere: return sum(x.map { $0.power(2) })
    case .ellipsoid(let κ):
      return sum((0..<d).map { pow(κ, d == 1 ? 0 : Double($0) / Double(d - 1)) * x[$0].power(2) })
    case .rosenbrock:
      return sum((1..<d).map { 100 * (x[$0] - x[$0 - 1].power(2)).power(2) + (1 - x[$0 - 1]).power(2) })
    case .chain:
      let nodes = x.map { ($0 - 1).power(2) + 0.05 * ($0 - 1).power(4) }
      return sum(nodes + (1..<max(1, d)).map { (x[$0] - x[$0 - 1]).power(2) })
    }
  }
}
