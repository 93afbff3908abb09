import LinearAlgebra
import RandomStreams

/// All that a training run needs to go on as if it had never stopped, as matrices with names.
///
/// Streams and batches are functions of the number of a step, so their positions are that number. Of the frozen Fisher
/// blocks only the machine at the last refresh is kept: the same step makes the same blocks again.
public struct TrainingState<Scalar: BLASScalar>: Sendable, Equatable {
  /// How many steps were made.
  public let steps: Int
  /// The step at which the blocks were formed last; nil before the first time, and in the Euclidean metric.
  public let refresh: Int?
  /// How many refreshes the shared bases have served, by layer; empty without the iterative route.
  public let basisAges: [Int]
  /// The machine now ("now/…"), at the last refresh ("refresh/…"), what the step rule remembers ("memory/…"), and what the
  /// metric does ("metric/…").
  public let matrices: [Named]

  public struct Named: Sendable, Equatable {
    public let name: String
    public let matrix: Matrix<Scalar>

    public init(_ name: String, _ matrix: Matrix<Scalar>) { (self.name, self.matrix) = (name, matrix) }
  }

  public init(steps: Int, refresh: Int?, basisAges: [Int], matrices: [Named]) {
    (self.steps, self.refresh, self.basisAges, self.matrices) = (steps, refresh, basisAges, matrices)
  }

  func matrix(_ name: String) -> Matrix<Scalar>? { matrices.first { $0.name == name }?.matrix }
}

/// A state that does not belong to a machine and its settings: a matrix is missing, too many, or of another shape.
public struct ForeignState: Error, Equatable {
  /// The name of the first such matrix.
  public let name: String

  public init(name: String) { self.name = name }
}

extension HelmholtzMachine {
  /// The weights of all layers with names: p/0 … p/L, q/1 … q/L behind the prefix.
  public func matrices(named prefix: String) -> [TrainingState<Scalar>.Named] {
    Network.allCases.flatMap { network in
      layers(of: network).map { i in .init("\(prefix)/\(network == .generative ? "p" : "q")/\(i)", self[network][i].weights) }
    }
  }

  /// Takes in weights of the same names and shapes.
  public mutating func setMatrices(_ all: [TrainingState<Scalar>.Named], named prefix: String) throws(ForeignState) {
    for own in matrices(named: prefix) {
      guard let other = all.first(where: { $0.name == own.name })?.matrix, other.rows == own.matrix.rows,
        other.columns == own.matrix.columns
      else { throw ForeignState(name: own.name) }
      let parts = own.name.split(separator: "/"), i = Int(parts[parts.count - 1])!
      if parts[parts.count - 2] == "p" { generative[i].weights = other } else { recognition[i].weights = other }
    }
  }
}

extension LayerMemory {
  /// What is not empty, by name.
  func matrices(ofLayer l: Int) -> [TrainingState<Scalar>.Named] {
    [("m", m), ("v", v), ("average", average)].filter { $0.1.rows > 0 }.map { .init("memory/\($0.0)/\(l)", $0.1) }
  }

  mutating func setMatrices(of state: TrainingState<Scalar>, layer l: Int) throws(ForeignState) {
    func like(_ own: Matrix<Scalar>, _ name: String) throws(ForeignState) -> Matrix<Scalar> {
      if own.rows == 0 { return own }
      guard let other = state.matrix("memory/\(name)/\(l)"), other.rows == own.rows, other.columns == own.columns else {
        throw ForeignState(name: "memory/\(name)/\(l)")
      }
      return other
    }
    (m, v, average) = (try like(m, "m"), try like(v, "v"), try like(average, "average"))
  }
}
