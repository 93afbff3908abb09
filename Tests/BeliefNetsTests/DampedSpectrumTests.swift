import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct DampedSpectrumTests {
  func samples(d: Int, n: Int, seed: UInt64 = 6) -> (H: Matrix<Double>, a: Vector<Double>, g: Vector<Double>) {
    var random = RandomStream(seed: seed)
    let H = Matrix<Double>(n, d) { _, k in k == d - 1 || random.uniform() < 0.6 ? 1 : -1 }
    return (H, Vector(count: n) { _ in 2 * random.normal() }, Vector(count: d) { _ in random.normal() })
  }

  @Test("a sampled block is the written-out sum, in both precisions")
  func block() {
    let (H, a, _) = samples(d: 5, n: 12)
    let F = sampledFisherBlock(parents: H, logits: a)
    let plain = Matrix<Double>(5, 5) { k, l in
      (0..<12).reduce(0.0) { sum, r in
        let σ = 1 / (1 + Double.exponential(-a[r]))
        return sum + σ * (1 - σ) / 12 * H[r, k] * H[r, l]
      }
    }
    #expect(distance(F, plain) < 1e-15)
    let single = sampledFisherBlock(
      parents: Matrix<Float>(12, 5) { Float(H[$0, $1]) }, logits: Vector<Float>(count: 12) { Float(a[$0]) })
    #expect(distance(Matrix(5, 5) { Double(single[$0, $1]) }, plain) < 1e-6)
  }

  @Test("every damping gives the direction of a solved system", arguments: [1e-4, 0.1, 10])
  func directions(α: Double) throws {
    let (H, a, g) = samples(d: 6, n: 40)
    let F = sampledFisherBlock(parents: H, logits: a)
    let spectrum = try DampedSpectrum(F)
    let solved = try dampedNaturalDirection(g, fisherMatrix: F, damping: α)
    // Condition below 2 / 1e-3 for this block; 10 · ulp · that · the size.
    #expect(distance(spectrum.direction(g, damping: α), solved) < 1e-11 * solved.maximumMagnitude)
    let λ = spectrum.eigenvalues
    #expect(spectrum.condition(damping: α) == (α + λ[5]) / (α + λ[0]))
    #expect(λ == λ.sorted() && spectrum.rank == 6)
  }

  @Test("with fewer samples than parameters: rank n, and α → 0 tends to the pseudo-inverse for a gradient in the range")
  func singular() throws {
    let (H, a, _) = samples(d: 9, n: 4)
    let spectrum = try DampedSpectrum(sampledFisherBlock(parents: H, logits: a))
    #expect(spectrum.rank == 4)
    #expect(spectrum.condition(damping: 0) == .infinity)
    var g = Vector<Double>(zeros: 9)
    g.setProduct(H, .transposed, [1, -2, 0.5, 1])  // a combination of the samples
    let limit = spectrum.direction(g, damping: 0)
    #expect(distance(spectrum.direction(g, damping: 1e-9), limit) < 1e-6 * limit.maximumMagnitude)
    var back = Vector<Double>(zeros: 9)
    back.setProduct(sampledFisherBlock(parents: H, logits: a), limit)
    #expect(distance(back, g) < 1e-13)
  }
}
