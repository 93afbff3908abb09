import LinearAlgebra

/// The exact distribution of each layer by itself, of a machine whose layers are small: no state of all layers together is
/// ever listed.
///
/// The units of a layer are independent given the layer of their parents, g. Cut the layer in two, h = (a, b): then
///
///     P(a, b) = Σ_g P(g) P(a | g) P(b | g),   in matrices   P = A diag(P(g)) Bᵀ
///
/// with A and B of 2^(l/2) rows and a column for each g. A machine with layers of 9, 6 and 1 units has 65,536 states, and
/// the distribution of its 512 images takes two products of 32×64 numbers. A probability below the smallest Double is 0.
public struct ExactMarginals: Sendable {
  /// p(h⁽ⁱ⁾), i = 0 … L, 2^lᵢ probabilities each, unit 0 the lowest bit of a state.
  public private(set) var generative: [Vector<Double>]
  /// q(h⁽ⁱ⁾) over the data, i = 0 … L; that of layer 0 is the data's.
  public private(set) var recognition: [Vector<Double>]
  private let units: [Int]
  /// All states of layer i as rows, 2^lᵢ × (lᵢ + 1), the last column 1.
  let states: [Matrix<Double>]

  /// Room for the marginals of machines of this shape.
  ///
  /// - Precondition: at most 16 units in a layer.
  public init(for machine: HelmholtzMachine<Double>) {
    precondition(machine.units.allSatisfy { $0 <= 16 }, "ExactMarginals: layers of \(machine.units) units, at most 16 each")
    units = machine.units
    generative = units.map { Vector(zeros: 1 << $0) }
    recognition = generative
    states = (units + [0]).map { allStates(of: $0, machine.coding) }
  }

  /// Overwrites `generative` with the marginals of p, from the prior down.
  ///
  /// - Complexity: O(Σᵢ 2^(lᵢ + lᵢ₊₁)), all of it in matrix products but for 2^lᵢ₊₁ lᵢ sigmoids.
  public mutating func setGenerative(of machine: HelmholtzMachine<Double>) {
    check(machine)
    var parents = Vector([1.0])
    for i in (0...machine.depth).reversed() {
      generative[i] = marginal(of: machine.generative[i], parents: parents, states[i + 1])
      parents = generative[i]
    }
  }

  /// Overwrites `recognition` with the marginals of q(h | x) p_D(x), from a distribution of images up.
  public mutating func setRecognition(of machine: HelmholtzMachine<Double>, data: [Double]) {
    check(machine)
    precondition(data.count == 1 << units[0], "ExactMarginals: \(data.count) probabilities for \(1 << units[0]) images")
    recognition[0] = Vector(data)
    for i in 1...machine.depth {
      recognition[i] = marginal(of: machine.recognition[i], parents: recognition[i - 1], states[i - 1])
    }
  }

  /// KL(p_D ‖ p) = Σ_x p_D(x) (log p_D(x) − log p(x)), in nats; ∞ where an image of the data has probability 0.
  public func divergence(from data: [Double]) -> Double {
    let p = generative[0]
    precondition(data.count == p.count, "divergence: \(data.count) probabilities for \(p.count) images")
    return data.indices.reduce(0) {
      data[$1] > 0 ? $0 + data[$1] * (Double.logarithm(data[$1]) - Double.logarithm(p[$1])) : $0
    }
  }

  func check(_ machine: HelmholtzMachine<Double>) {
    precondition(machine.units == units, "ExactMarginals: layers of \(machine.units) units for \(units)")
  }
}

// listing: exact-marginal
/// P(h) = Σ_g P(g) P(h | g) of all states of a layer: A diag(P(g)) Bᵀ, read row after row.
private func marginal(of layer: SigmoidLayer<Double>, parents P: Vector<Double>, _ states: Matrix<Double>) -> Vector<Double> {
  var logits = Matrix<Double>(zeros: states.rows, layer.units)
  layer.setLogits(&logits, parents: states)
  let low = layer.units / 2
  let B = conditional(logits, units: 0..<low)
  var A = conditional(logits, units: low..<layer.units)
  A.scaleColumns(by: P)
  var joint = Matrix<Double>(zeros: A.rows, B.rows)
  joint.setProduct(A, .asIs, B, .transposed)
  return Vector(joint.storage)
}

/// P(s | g) of some units, a row for each of their states s and a column for each state g of the parents.
private func conditional(_ logits: Matrix<Double>, units: Range<Int>) -> Matrix<Double> {
  let G = logits.rows
  var table = Matrix<Double>(zeros: 1 << units.count, G)
  table.withMutableSpan { table in
    for g in 0..<G { table[g] = 1 }
    for (k, j) in units.enumerated() {  // unit k doubles the rows: those where it is off, then those where it is on
      for g in 0..<G {
        let (on, off) = (sigmoid(logits[g, j]), sigmoid(-logits[g, j]))
        for s in 0..<1 << k {
          table[(s + (1 << k)) * G + g] = table[s * G + g] * on
          table[s * G + g] *= off
        }
      }
    }
  }
  return table
}
// listing end

/// All states of a layer as rows of values with a 1 behind them, unit 0 the lowest bit of the row's number.
func allStates(of units: Int, _ coding: UnitCoding) -> Matrix<Double> {
  Matrix(1 << units, units + 1) { s, j in j == units || s >> j & 1 == 1 ? coding.high : coding.low }
}
