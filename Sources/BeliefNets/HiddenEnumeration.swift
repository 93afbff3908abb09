import LinearAlgebra

/// All hidden states of a small machine at some images: the posterior p(h | x), and q(h | x) beside it.
///
/// Hidden states are numbered h⁽¹⁾ + 2^l₁ (h⁽²⁾ + …), unit 0 of a layer its lowest bit. Of an image only the first hidden
/// layer knows, so one table of log p(h) and one of log q(h⁽²⁾ … | h⁽¹⁾) serve all images.
public struct HiddenEnumeration: Sendable {
  /// log p(x, h), a row for each image, in nats.
  public private(set) var logJoint: Matrix<Double>
  /// log q(h | x), a row for each image, in nats.
  public private(set) var logRecognition: Matrix<Double>
  /// log p(x) of each image, in nats.
  public private(set) var logMarginal: Vector<Double>
  /// The numbers of the images.
  private let images: [Int]
  /// The images as rows of values with a 1 behind them.
  private let X: Matrix<Double>
  private let machine: HelmholtzMachine<Double>

  /// The hidden states of a machine at images given by their numbers, pixel j bit j.
  ///
  /// - Precondition: at most 16 hidden units.
  /// - Complexity: O(images 2^N) with N hidden units.
  public init(_ machine: HelmholtzMachine<Double>, images: [Int]) {
    let N = machine.units.dropFirst().reduce(0, +)
    precondition(N <= 16, "HiddenEnumeration: \(N) hidden units, at most 16")
    (self.machine, self.images) = (machine, images)
    X = Matrix(images.count, machine.units[0] + 1) { b, j in
      j == machine.units[0] || images[b] >> j & 1 == 1 ? machine.coding.high : machine.coding.low
    }
    (logJoint, logRecognition) = (Matrix(zeros: images.count, 1 << N), Matrix(zeros: images.count, 1 << N))
    logMarginal = Vector(zeros: images.count)
    setTables()
  }

  private mutating func setTables() {
    let (L, units, coding) = (machine.depth, machine.units, machine.coding)
    let states = (0...L + 1).map { $0 == 0 || $0 > L ? Matrix(rows: [[1.0]]) : allStates(of: units[$0], coding) }
    var prior = Vector<Double>(zeros: logJoint.columns), upper = prior
    var shift = 0
    for i in 1...L {  // what does not depend on the image
      let down = logConditional(machine.generative[i], of: states[i], given: states[i + 1])
      let up = i > 1 ? logConditional(machine.recognition[i], of: states[i], given: states[i - 1]) : nil
      let mask = 1 << units[i] - 1
      for h in 0..<prior.count {
        let own = h >> shift & mask
        prior[h] += down[i < L ? h >> (shift + units[i]) & (1 << units[i + 1] - 1) : 0, own]
        if let up { upper[h] += up[h >> (shift - units[i - 1]) & (1 << units[i - 1] - 1), own] }
      }
      shift += units[i]
    }
    let seen = logConditional(machine.generative[0], of: X, given: states[1])
    let read = logConditional(machine.recognition[1], of: states[1], given: X)
    let first = 1 << units[1] - 1
    for b in 0..<X.rows {
      for h in 0..<prior.count {
        logJoint[b, h] = seen[h & first, b] + prior[h]
        logRecognition[b, h] = read[b, h & first] + upper[h]
      }
      logMarginal[b] = logSumExp(logJoint.row(b).elements)
    }
  }

  /// Σ_x p_D(x) f(x) over the images listed, f given for each of them: log p(x), a divergence, a gap.
  public func mean(of f: [Double], under data: [Double]) -> Double {
    precondition(f.count == images.count, "mean: \(f.count) numbers for \(images.count) images")
    return zip(images, f).reduce(0) { $0 + data[$1.0] * $1.1 }
  }

  /// KL(p(h | x) ‖ q(h | x)) of each image, in nats: what the wake step of q descends.  [VVMA] eq. (3)
  public var posteriorDivergences: [Double] {
    (0..<X.rows).map { b in
      (0..<logJoint.columns).reduce(0) {
        let logP = logJoint[b, $1] - logMarginal[b]
        return $0 + Double.exponential(logP) * (logP - logRecognition[b, $1])
      }
    }
  }

  /// KL(q(h | x) ‖ p(h | x)) of each image, in nats: the gap between the evidence bound and log p(x).
  public var boundGaps: [Double] {
    (0..<X.rows).map { b in
      (0..<logJoint.columns).reduce(0) {
        let logQ = logRecognition[b, $1]
        return $0 + Double.exponential(logQ) * (logQ - logJoint[b, $1] + logMarginal[b])
      }
    }
  }
}

/// log P(s | g), a row for each row g of `parents`, a column for each row s of `own`.
///
///     log P(s | g) = Σ_j [s_j is on] a_j(g) + Σ_j log σ(−a_j(g)),   a = W g
private func logConditional(
  _ layer: SigmoidLayer<Double>, of own: Matrix<Double>, given parents: Matrix<Double>
) -> Matrix<Double> {
  var A = Matrix<Double>(zeros: parents.rows, layer.units)
  layer.setLogits(&A, parents: parents)
  let on = Matrix<Double>(own.rows, layer.units) { own[$0, $1] == layer.coding.high ? 1 : 0 }
  let off = (0..<A.rows).map { g in (0..<layer.units).reduce(0.0) { $0 + logSigmoid(-A[g, $1]) } }
  var table = Matrix<Double>(A.rows, own.rows) { g, _ in off[g] }
  table.setProduct(A, .asIs, on, .transposed, plus: 1)
  return table
}
