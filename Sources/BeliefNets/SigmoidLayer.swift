import LinearAlgebra
import RandomStreams

/// A layer of binary units that are independent given their parents, P(h_j = on | parents) = σ(W_j h).
///
/// h is the parents' values with a 1 behind them, so that the last column of W is the bias. A layer without parents has
/// the bias alone; the prior of a Helmholtz machine is one.
public struct SigmoidLayer<Scalar: BLASScalar>: Sendable, Equatable {
  /// W, units × (inputs + 1), the bias last.
  public var weights: Matrix<Scalar>
  public let coding: UnitCoding

  public var units: Int { weights.rows }
  public var inputs: Int { weights.columns - 1 }

  /// A layer whose units are all on with probability ½.
  public init(units: Int, inputs: Int, coding: UnitCoding) {
    precondition(units >= 0 && inputs >= 0, "SigmoidLayer: \(units) units, \(inputs) inputs")
    weights = Matrix(zeros: units, inputs + 1)
    self.coding = coding
  }

  /// A layer with uniform weights of variance 2 / (inputs + units) and zero biases (Glorot and Bengio, 2010).
  public init(units: Int, inputs: Int, coding: UnitCoding, using random: inout RandomStream) {
    self.init(units: units, inputs: inputs, coding: coding)
    let bound = (6 / Double(inputs + units)).squareRoot()
    for j in 0..<units { for i in 0..<inputs { weights[j, i] = Scalar(bound * (2 * random.uniform() - 1)) } }
  }

  /// Overwrites `A` with the logits of every unit, A = H Wᵀ, n × units.
  ///
  /// - Parameter H: the parents' values, n × (inputs + 1), the last column 1.
  public func setLogits(_ A: inout Matrix<Scalar>, parents H: Matrix<Scalar>) {
    A.setProduct(binary: H, .asIs, weights, .transposed)
  }

  /// Overwrites the values of `H` with a draw of every unit: h_rj is on where u_rj < σ(a_rj).
  ///
  /// - Parameters:
  ///   - H: n × (units + 1); the last column stays 1.
  ///   - A: the logits, n × units.
  ///   - U: n × units, overwritten with the uniform numbers of the draw.
  public func draw(
    _ H: inout Matrix<Scalar>, logits A: Matrix<Scalar>, scratch U: inout Matrix<Scalar>, using random: inout RandomStream
  ) {
    U.withMutableSpan { random.fillUniform(&$0) }
    H.sample(logits: A, uniforms: U, low: Scalar(coding.low), high: Scalar(coding.high))
  }

  /// Adds the log-probability of the values `H` to `v`, v_r += Σ_j log p(h_rj | parents), in nats.
  public func addLogProbabilities(of H: Matrix<Scalar>, logits A: Matrix<Scalar>, to v: inout Vector<Scalar>) {
    v.addLogProbabilities(of: H, logits: A, low: Scalar(coding.low), high: Scalar(coding.high))
  }

  /// Overwrites `D` with the derivatives of the log-probability of the values `H` by the logits, D_rj = [h_rj is on] − σ(a_rj),
  /// and adds that log-probability to `v`, v_r += Σ_j log p(h_rj | parents), in nats.
  ///
  /// The gradient of Σ_r w_r log p by the weights is then Dᵀ diag(w) H, H the parents' values.
  public func judge(
    _ H: Matrix<Scalar>, logits A: Matrix<Scalar>, residuals D: inout Matrix<Scalar>, adding v: inout Vector<Scalar>
  ) {
    D.judge(H, logits: A, adding: &v, low: Scalar(coding.low), high: Scalar(coding.high))
  }
}
