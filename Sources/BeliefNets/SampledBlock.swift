import LinearAlgebra
import RandomStreams

// listing: sampled block
/// The Fisher block of one unit from n samples of its parents, without damping: d × d.
///
///     F_j = Hᵀ diag(Q_·j) H,   Q_rj = σ(a_rj) (1 − σ(a_rj)) / n        [VVMA] eqs. (12)–(15), with the 1/n in Q
///
/// An unbiased estimate, of rank at most n.
/// - Parameters:
///   - H: the parents' samples, n × d, the last column 1.
///   - a: the logits of the unit, n numbers.
/// - Complexity: n d² operations; allocates the block and a matrix of the size of H.
public func sampledFisherBlock<Scalar: BLASScalar>(parents H: Matrix<Scalar>, logits a: Vector<Scalar>) -> Matrix<Scalar> {
  var F = Matrix<Scalar>(zeros: H.columns, H.columns)
  F.setGram(weightedParents(H, logits: a), .transposed)  // Sᵀ S
  return F
}

/// S = √Q_·j H, n × d.
func weightedParents<Scalar: BLASScalar>(_ H: Matrix<Scalar>, logits a: Vector<Scalar>) -> Matrix<Scalar> {
  precondition(H.rows == a.count && H.rows > 0, "sampledFisherBlock: \(H.rows) samples, \(a.count) logits")
  var Q = Matrix<Scalar>(zeros: H.rows, 1)
  Q.setVariances(logits: Matrix(H.rows, 1, storage: a.elements))  // σ (1 − σ)
  Q.scale(by: 1 / Scalar(H.rows))  // the mean over samples
  var S = Matrix<Scalar>(zeros: H.rows, H.columns)
  S.setRows(of: H, scaledBySquareRootsOf: Q, column: 0)
  return S
}
// listing end

extension Enumeration {
  /// The blocks of all units of a network, in the order of `blocks(of:)`, each from the same n states that the network draws.
  ///
  /// - Parameter data: the distribution of the images behind q; p dreams its own.
  public func sampledFisherBlocks(
    of network: Network, samples n: Int, data: [Double], using random: inout RandomStream
  ) -> [Matrix<Double>] {
    var pass = Pass(for: machine, images: n)
    if network == .generative {
      machine.dream(into: &pass, using: &random)
    } else {
      let X = Matrix(rows: (0..<n).map { _ in image(drawn(from: data, at: random.uniform())) })
      machine.recognise(X, into: &pass, using: &random)
    }
    let logits = network == .generative ? pass.generativeLogits : pass.recognitionLogits
    return blocks(of: network).map { block in
      sampledFisherBlock(
        parents: pass.H[machine.parents(of: block.layer, in: network)], logits: logits[block.layer].column(block.unit))
    }
  }

  /// The image at which the cumulative distribution passes u.
  private func drawn(from data: [Double], at u: Double) -> Int {
    var rest = u
    return data.firstIndex { p in
      rest -= p
      return rest < 0
    } ?? data.count - 1
  }
}
