/// Why a point is no parameter of a model.
public enum DomainError: Error, Equatable, Sendable {
  /// A matrix that has to be positive definite is not: Σ, or −2Θ, or a Fisher matrix.
  case notPositiveDefinite(pivot: Int, dimension: Int)
  /// A coordinate is NaN or infinite.
  case notFinite(coordinate: Int)
  /// A probability is not in the open interval (0, 1), or they sum to one or more.
  case outsideSimplex(coordinate: Int, value: Double)
  /// No distribution of the model has the expectation parameters asked for; how far they were when the search ended.
  case unreachable(distance: Double)
}

extension DomainError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notPositiveDefinite(let pivot, let dimension):
      "a matrix of dimension \(dimension) is not positive definite: its leading minor \(pivot + 1) is not positive"
    case .notFinite(let coordinate): "coordinate \(coordinate) is not finite"
    case .outsideSimplex(let coordinate, let value): "coordinate \(coordinate) of the simplex is \(value)"
    case .unreachable(let distance): "no distribution of the model has this mean; the nearest found is \(distance) away"
    }
  }
}
