import LinearAlgebra

/// One matrix for each layer of both networks, shaped like the weights: a gradient, or the direction made of it.
public struct Gradient<Scalar: BLASScalar>: Sendable, Equatable {
  /// By W⁽ⁱ⁾, i = 0 … L.
  public internal(set) var generative: [Matrix<Scalar>]
  /// By V⁽ⁱ⁾, i = 1 … L; the first is empty.
  public internal(set) var recognition: [Matrix<Scalar>]

  /// A zero gradient of a machine.
  public init(for machine: HelmholtzMachine<Scalar>) {
    generative = machine.generative.map { Matrix(zeros: $0.weights.rows, $0.weights.columns) }
    recognition = machine.recognition.map { Matrix(zeros: $0.weights.rows, $0.weights.columns) }
  }

  public subscript(network: Network) -> [Matrix<Scalar>] { network == .generative ? generative : recognition }
}

extension Gradient {
  // listing: gradients
  /// Overwrites the gradient of p with Σ_r w_r ∂ log p(x_r, h_r) / ∂W at the states of a judged wake pass.  [VVMA] eq. (1)
  ///
  ///     ∂/∂W⁽ⁱ⁾ = Dᵀ H⁽ⁱ⁺¹⁾,   D_rj = w_r ([h_rj is on] − σ(a_rj))
  public mutating func setGenerative(
    of machine: HelmholtzMachine<Scalar>, at pass: inout Pass<Scalar>, weights w: Vector<Scalar>
  ) {
    for i in 0...machine.depth {
      machine.generative[i].setResiduals(&pass.D[i], of: pass.H[i], logits: pass.generativeLogits[i], weights: w)
      generative[i].setProduct(pass.D[i], .transposed, pass.H[i + 1], .asIs)
    }
  }

  /// Overwrites or adds to the gradient of q: Σ_r w_r ∂ log q(h_r | x_r) / ∂V, times `scaledBy`, `plus` times what was there.
  ///
  ///     ∂/∂V⁽ⁱ⁾ = Dᵀ H⁽ⁱ⁻¹⁾,   D_rj = w_r ([h_rj is on] − σ(a_rj))          [VVMA] eqs. (3), (4)
  ///
  /// The copies of an image share their parents in the first layer: there D is summed over them before the product.
  /// Nothing is computed when `scaledBy` is 0.
  public mutating func setRecognition(
    of machine: HelmholtzMachine<Scalar>, at pass: inout Pass<Scalar>, weights w: Vector<Scalar>,
    scaledBy α: Scalar, plus β: Scalar
  ) {
    if α == 0 { return scaleRecognition(by: β) }
    for i in 1...machine.depth {
      machine.recognition[i].setResiduals(&pass.D[i], of: pass.H[i], logits: pass.recognitionLogits[i], weights: w)
      if i == 1 && pass.copies > 1 {
        pass.imageResiduals.setRowSums(of: pass.D[1], groupsOf: pass.copies)
        recognition[1].setProduct(pass.imageResiduals, .transposed, pass.X, .asIs, scaledBy: α, plus: β)
      } else {
        recognition[i].setProduct(pass.D[i], .transposed, pass.H[i - 1], .asIs, scaledBy: α, plus: β)
      }
    }
  }
  // listing end

  /// Overwrites this gradient with the sum of others, added in their order.
  mutating func setSum(of parts: [Gradient]) {
    for i in generative.indices {
      generative[i].setRowsRepeated(parts[0].generative[i], times: 1)
      recognition[i].setRowsRepeated(parts[0].recognition[i], times: 1)
      for part in parts.dropFirst() {
        generative[i].add(1, part.generative[i])
        recognition[i].add(1, part.recognition[i])
      }
    }
  }

  private mutating func scaleRecognition(by β: Scalar) {
    for i in recognition.indices { if β == 0 { recognition[i].fill(0) } else { recognition[i].scale(by: β) } }
  }
}
