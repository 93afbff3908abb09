import LinearAlgebra
import RandomStreams

/// Room for n joint states of all layers, with what both networks say about them.
///
/// A wake pass draws the hidden layers upwards from images, a sleep pass draws everything downwards from the prior. Made
/// once, then overwritten by every pass; every matrix has one row per state.
public struct Pass<Scalar: BLASScalar>: Sendable {
  /// H⁽ⁱ⁾, i = 0 … L + 1: the values of layer i and a column of ones, n × (units + 1). H⁽ᴸ⁺¹⁾, above the prior, has the
  /// ones alone.
  public internal(set) var H: [Matrix<Scalar>]
  /// Logits of layer i given layer i + 1, i = 0 … L: what p says.
  public internal(set) var generativeLogits: [Matrix<Scalar>]
  /// Logits of layer i given layer i − 1, i = 1 … L: what q says.
  public internal(set) var recognitionLogits: [Matrix<Scalar>]
  /// log p(x, h) of each state, in nats.
  public internal(set) var logP: Vector<Scalar>
  /// log q(h | x) of each state, in nats.
  public internal(set) var logQ: Vector<Scalar>
  /// The images of a wake pass, images × (pixels + 1), without copies.
  public internal(set) var X: Matrix<Scalar>
  /// Logits of the first hidden layer, one row per image: its product is done once for all copies of an image.
  public internal(set) var imageLogits: Matrix<Scalar>
  /// [h is on] − σ(logit) of layer i = 0 … L, n × units, once p has judged the states; before that the uniform numbers of a
  /// draw.
  var generativeResiduals: [Matrix<Scalar>]
  /// The same of layer i = 1 … L, once q has judged them.
  var recognitionResiduals: [Matrix<Scalar>]
  /// Residuals of the first hidden layer, weighed and summed over the copies of an image.
  var imageResiduals: Matrix<Scalar>

  /// How many states there are, n.
  public var states: Int { logP.count }
  /// How many states share an image.
  public let copies: Int
  /// How many images a wake pass takes.
  public var images: Int { states / copies }

  /// Room for `copies` states for each of `images` images, in the shape of a machine. Dreams are one copy each.
  public init(for machine: HelmholtzMachine<Scalar>, images: Int, copies: Int = 1) {
    precondition(images > 0 && copies > 0, "Pass: \(images) images, \(copies) copies")
    let n = images * copies
    let l = machine.units
    H = (l + [0]).map { width in
      var values = Matrix<Scalar>(zeros: n, width + 1)
      values.fill(column: width)
      return values
    }
    generativeLogits = l.map { Matrix(zeros: n, $0) }
    recognitionLogits = l.indices.map { Matrix(zeros: $0 > 0 ? n : 0, $0 > 0 ? l[$0] : 0) }
    generativeResiduals = generativeLogits
    recognitionResiduals = recognitionLogits
    (logP, logQ) = (Vector(zeros: n), Vector(zeros: n))
    X = Matrix(zeros: images, l[0] + 1)
    imageLogits = Matrix(zeros: images, l[1])
    imageResiduals = Matrix(zeros: images, l[1])
    self.copies = copies
  }
}

extension HelmholtzMachine {
  // listing: passes
  /// Wake: draws the hidden layers of every image from q, h⁽¹⁾ to h⁽ᴸ⁾, and notes log q(h | x).  [VVMA] Alg. 1, line 7
  ///
  /// - Parameters:
  ///   - X: images, images × (pixels + 1), the last column 1. Image b becomes states b K … b K + K − 1 of `pass`.
  ///   - pass: its images and states are overwritten, and what q says about them; p has not judged them then.
  ///   - random: gives one uniform number for each hidden unit of each state, layer after layer.
  /// - Complexity: a product of the states with each V, of the images with the first; keeps nothing that it allocates.
  public func recognise(_ X: Matrix<Scalar>, into pass: inout Pass<Scalar>, using random: inout RandomStream) {
    show(X, to: &pass)
    pass.logQ.fill(0)
    for i in 1...depth {
      if i > 1 { recognition[i].setLogits(&pass.recognitionLogits[i], parents: pass.H[i - 1]) }
      recognition[i].draw(
        &pass.H[i], logits: pass.recognitionLogits[i], scratch: &pass.generativeResiduals[i], using: &random)
      recognition[i].judge(
        pass.H[i], logits: pass.recognitionLogits[i], residuals: &pass.recognitionResiduals[i], adding: &pass.logQ)
    }
  }

  /// Puts images into the visible layer, and what q says about the first hidden layer beside it: its product is done once for
  /// all copies of an image.
  func show(_ X: Matrix<Scalar>, to pass: inout Pass<Scalar>) {
    precondition(
      X.rows == pass.images && X.columns == units[0] + 1,
      "recognise: \(X.rows)×\(X.columns) images for \(pass.images)×\(units[0] + 1)")
    pass.X.copy(X)
    pass.H[0].setRowsRepeated(X, times: pass.copies)
    recognition[1].setLogits(&pass.imageLogits, parents: X)
    pass.recognitionLogits[1].setRowsRepeated(pass.imageLogits, times: pass.copies)
  }

  /// Sleep: draws every layer from p, h⁽ᴸ⁾ to x, a dream a row.  [VVMA] Alg. 1, line 19
  ///
  /// - Parameters:
  ///   - pass: its states are overwritten, and p's logits of them; neither network has judged them then.
  ///   - random: gives one uniform number for each unit of each state, layer after layer.
  /// - Complexity: a product of the states with each W; keeps nothing that it allocates.
  public func dream(into pass: inout Pass<Scalar>, using random: inout RandomStream) {
    for i in (0...depth).reversed() {
      generative[i].setLogits(&pass.generativeLogits[i], parents: pass.H[i + 1])
      generative[i].draw(
        &pass.H[i], logits: pass.generativeLogits[i], scratch: &pass.generativeResiduals[i], using: &random)
    }
  }

  /// Notes what p says about states drawn from q: its logits and residuals, and log p(x, h).  [VVMA] Alg. 1, line 8
  ///
  /// - Complexity: a product of the states with each W; keeps nothing that it allocates.
  public func judgeByGenerative(_ pass: inout Pass<Scalar>) {
    pass.logP.fill(0)
    for i in 0...depth {
      generative[i].setLogits(&pass.generativeLogits[i], parents: pass.H[i + 1])
      generative[i].judge(
        pass.H[i], logits: pass.generativeLogits[i], residuals: &pass.generativeResiduals[i], adding: &pass.logP)
    }
  }

  /// Notes what q says about dreams: its logits and residuals, and log q(h | x).  [VVMA] Alg. 1, line 20
  ///
  /// - Complexity: a product of the states with each V, for every dream in the first layer too; keeps nothing that it allocates.
  public func judgeByRecognition(_ pass: inout Pass<Scalar>) {
    pass.logQ.fill(0)
    for i in 1...depth {
      recognition[i].setLogits(&pass.recognitionLogits[i], parents: pass.H[i - 1])
      recognition[i].judge(
        pass.H[i], logits: pass.recognitionLogits[i], residuals: &pass.recognitionResiduals[i], adding: &pass.logQ)
    }
  }
  // listing end
}
