import LinearAlgebra

/// One matrix for each layer of both networks, shaped like the weights: a gradient, or the direction made of it.
public struct Gradient<Scalar: BLASScalar>: Sendable, Equatable {
  /// By W⁽ⁱ⁾, i = 0 … L, then by V⁽ⁱ⁾, i = 0 … L, of which the first is empty.
  var layers: [Matrix<Scalar>]
  /// L + 1.
  private let half: Int

  /// A zero gradient of a machine.
  public init(for machine: HelmholtzMachine<Scalar>) {
    layers = (machine.generative + machine.recognition).map { Matrix(zeros: $0.weights.rows, $0.weights.columns) }
    half = machine.depth + 1
  }

  public subscript(network: Network) -> [Matrix<Scalar>] {
    Array(network == .generative ? layers[..<half] : layers[half...])
  }

  /// By W⁽ⁱ⁾, i = 0 … L.
  public var generative: [Matrix<Scalar>] { self[.generative] }
  /// By V⁽ⁱ⁾, i = 1 … L; the first is empty.
  public var recognition: [Matrix<Scalar>] { self[.recognition] }
}

extension Gradient {
  // listing: gradients
  /// Overwrites the gradient of p with Σ_r w_r ∂ log p(x_r, h_r) / ∂W at the states of a judged wake pass.  [VVMA] eq. (1)
  ///
  ///     ∂/∂W⁽ⁱ⁾ = Dᵀ H⁽ⁱ⁺¹⁾,   D_rj = w_r ([h_rj is on] − σ(a_rj))
  ///
  /// The residuals of the pass are weighed in place.
  public mutating func setGenerative(at pass: inout Pass<Scalar>, weights w: Vector<Scalar>) {
    for i in 0..<half {
      pass.generativeResiduals[i].scaleRows(by: w)
      layers[i].setProduct(pass.generativeResiduals[i], .transposed, binary: pass.H[i + 1])
    }
  }

  /// Overwrites the gradient of q with λ Σ_r w_r ∂ log q(h_r | x_r) / ∂V at the states of a wake pass.  [VVMA] eq. (3)
  ///
  ///     ∂/∂V⁽ⁱ⁾ = Dᵀ H⁽ⁱ⁻¹⁾,   D_rj = w_r ([h_rj is on] − σ(a_rj))
  ///
  /// The copies of an image share their parents in the first layer: there D is summed over them before the product.
  /// The residuals of the pass are weighed in place. Nothing is computed when λ is 0.
  public mutating func setWakeRecognition(at pass: inout Pass<Scalar>, weights w: Vector<Scalar>, share λ: Scalar) {
    for i in 1..<half {
      if λ == 0 {
        layers[half + i].fill(0)
      } else if i == 1 {
        pass.imageResiduals.setRowSums(of: pass.recognitionResiduals[1], groupsOf: pass.copies, weights: w)
        layers[half + 1].setProduct(pass.imageResiduals, .transposed, binary: pass.X, scaledBy: λ)
      } else {
        pass.recognitionResiduals[i].scaleRows(by: w)
        layers[half + i].setProduct(pass.recognitionResiduals[i], .transposed, binary: pass.H[i - 1], scaledBy: λ)
      }
    }
  }

  /// Adds to the gradient of q (1 − λ)/n Σ_r ∂ log q(h_r | x_r) / ∂V at the dreams of a judged sleep pass.  [VVMA] eq. (4)
  ///
  /// - Parameter n: the dreams of the whole step, of which the pass may be a part.
  public mutating func addSleepRecognition(at pass: Pass<Scalar>, among n: Int, share λ: Scalar) {
    if λ == 1 { return }
    for i in 1..<half {
      layers[half + i].setProduct(
        pass.recognitionResiduals[i], .transposed, binary: pass.H[i - 1], scaledBy: (1 - λ) / Scalar(n), plus: 1)
    }
  }
  // listing end

  /// Overwrites this gradient with the sum of those of the shards, added in their order.
  mutating func setSum(of shards: [Shard<Scalar>], workers: Int) {
    concurrentForEach(&layers, workers: workers) { l, sum in
      sum.copy(shards[0].g.layers[l])
      for shard in shards.dropFirst() { sum.add(1, shard.g.layers[l]) }
    }
  }
}

extension HelmholtzMachine {
  /// The network and the layer of entry l of `Gradient.layers`.
  func place(ofLayer l: Int) -> (network: Network, layer: Int) {
    l <= depth ? (.generative, l) : (.recognition, l - depth - 1)
  }
}
