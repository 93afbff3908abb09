import LinearAlgebra
import RandomStreams

/// Images that a machine makes: the probability of each pixel to be on, and a draw of it (1 on, 0 off), n × pixels.
public struct Images<Scalar: BLASScalar>: Sendable, Equatable {
  public let means: Matrix<Scalar>
  public let draws: Matrix<Scalar>

  /// The visible layer of a pass, given the layer above it.
  init(_ pass: Pass<Scalar>, _ coding: UnitCoding) {
    var means = pass.generativeLogits[0]
    means.applySigmoid()
    self.means = means
    draws = Matrix(means.rows, means.columns) { r, j in pass.H[0][r, j] == Scalar(coding.high) ? 1 : 0 }
  }
}

extension HelmholtzMachine {
  /// `count` images x ~ p.
  public func images(count: Int, using random: inout RandomStream) -> Images<Scalar> {
    var pass = Pass(for: self, images: count)
    dream(into: &pass, using: &random)
    return Images(pass, coding)
  }

  /// Each image recognised and drawn again: h ~ q(h | x), then x ~ p(x | h⁽¹⁾).
  ///
  /// - Parameter X: images, n × (pixels + 1), the last column 1.
  public func reconstructions(of X: Matrix<Scalar>, using random: inout RandomStream) -> Images<Scalar> {
    var pass = Pass(for: self, images: X.rows)
    recognise(X, into: &pass, using: &random)
    generative[0].setLogits(&pass.generativeLogits[0], parents: pass.H[1])
    generative[0].draw(&pass.H[0], logits: pass.generativeLogits[0], scratch: &pass.generativeResiduals[0], using: &random)
    return Images(pass, coding)
  }
}
