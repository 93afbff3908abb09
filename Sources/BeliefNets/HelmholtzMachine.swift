import LinearAlgebra
import RandomStreams

/// Two sigmoid belief networks over the same layers x = h⁽⁰⁾, h⁽¹⁾, …, h⁽ᴸ⁾: p generates from the top, q recognises from
/// the data.
///
///     p(x, h) = p(h⁽ᴸ⁾) Π_i p(h⁽ⁱ⁾ | h⁽ⁱ⁺¹⁾),   i = L−1 … 0                  [VVMA] eq. (8)
///     q(h | x) = Π_i q(h⁽ⁱ⁾ | h⁽ⁱ⁻¹⁾),           i = 1 … L                    [VVMA] eq. (9)
public struct HelmholtzMachine<Scalar: BLASScalar>: Sendable, Equatable {
  /// W⁽ⁱ⁾, i = 0 … L: layer i from layer i + 1. The prior W⁽ᴸ⁾ is a layer without parents, and learned like the others.
  public var generative: [SigmoidLayer<Scalar>]
  /// V⁽ⁱ⁾, i = 1 … L: layer i from layer i − 1. V⁽⁰⁾ is empty, since x is given.
  public var recognition: [SigmoidLayer<Scalar>]
  /// The number of units of each layer, the visible one first.
  public let units: [Int]
  public let coding: UnitCoding

  /// L, the number of hidden layers.
  public var depth: Int { units.count - 1 }

  /// A machine whose units are all on with probability ½.
  public init(units: [Int], coding: UnitCoding = .plusMinusOne) {
    precondition(units.count >= 2 && units.allSatisfy { $0 > 0 }, "HelmholtzMachine: layers of \(units) units")
    (self.units, self.coding) = (units, coding)
    let L = units.count - 1
    generative = (0...L).map { SigmoidLayer(units: units[$0], inputs: $0 < L ? units[$0 + 1] : 0, coding: coding) }
    recognition = (0...L).map {
      SigmoidLayer(units: $0 > 0 ? units[$0] : 0, inputs: $0 > 0 ? units[$0 - 1] : 0, coding: coding)
    }
  }

  /// A machine with Glorot's uniform weights and zero biases.
  public init(units: [Int], coding: UnitCoding = .plusMinusOne, using random: inout RandomStream) {
    self.init(units: units, coding: coding)
    for i in 0..<depth {
      generative[i] = SigmoidLayer(units: units[i], inputs: units[i + 1], coding: coding, using: &random)
    }
    for i in 1...depth {
      recognition[i] = SigmoidLayer(units: units[i], inputs: units[i - 1], coding: coding, using: &random)
    }
  }

  /// Sets the visible biases of p to the data's logits, b_j = log (n_on + ½) − log (n_off + ½) of pixel j.
  ///
  /// A machine that starts there need not spend its first steps on the mean image. The halves keep the bias of a pixel that
  /// never changes finite.
  ///
  /// - Parameter images: n × (pixels + 1), values of the machine's coding.
  public mutating func setVisibleBiases(toMeansOf images: Matrix<Scalar>) {
    precondition(images.columns == units[0] + 1, "setVisibleBiases: \(images.columns - 1) pixels, \(units[0]) visible units")
    let n = Double(images.rows), (low, high) = (coding.low, coding.high)
    var sums = Vector<Scalar>(zeros: images.columns)
    sums.addColumnSums(of: images)
    for j in 0..<units[0] {
      let on = (Double(sums[j]) - n * low) / (high - low)
      generative[0].weights[j, units[1]] = Scalar(Double.logarithm((on + 0.5) / (n - on + 0.5)))
    }
  }

  /// The number of parameters of p, and of q.
  public var parameterCounts: (generative: Int, recognition: Int) {
    (
      generative.reduce(0) { $0 + $1.weights.rows * $1.weights.columns },
      recognition.reduce(0) { $0 + $1.weights.rows * $1.weights.columns }
    )
  }

  /// The same machine with parameters rounded or widened to another scalar.
  ///
  /// - Complexity: O(parameters); fast enough to be had after every step.
  @inlinable
  public func converted<Other: BLASScalar>(to _: Other.Type) -> HelmholtzMachine<Other> {
    var other = HelmholtzMachine<Other>(units: units, coding: coding)
    for i in 0...depth {
      other.generative[i].weights = generative[i].weights.converted()
      other.recognition[i].weights = recognition[i].weights.converted()
    }
    return other
  }
}

extension Matrix {
  /// The same numbers as another scalar.
  @inlinable
  func converted<Other: BLASScalar>() -> Matrix<Other> { Matrix<Other>(rows, columns, storage: storage.map { Other($0) }) }
}
