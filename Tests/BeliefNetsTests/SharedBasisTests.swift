import BeliefNets
import LinearAlgebra
import Testing

@Suite("the basis that the blocks of a layer share")
struct SharedBasisTests {
  typealias Layer = (H: Matrix<Double>, A: Matrix<Double>, G: Matrix<Double>)

  func blocks(of layer: Layer, workers: Int = 1) -> FisherBlocks<Double> {
    FisherBlocks(
      units: layer.G.rows, parameters: layer.G.columns, samples: layer.H.rows, route: .iterative(tolerance: 1e-4),
      workers: workers)
  }

  /// How many iterations the gradient of a layer takes; progress is noted before each and after the last.
  func iterations(_ blocks: inout FisherBlocks<Double>, _ layer: Layer) -> Int {
    var X = layer.G
    blocks.solve(&X)
    return blocks.iterations.count - 1
  }

  @Test("at full size some seven iterations do, of the sixteen without it")
  func fullSize() throws {
    let pixels = correlatedLayer(units: 784, d: 301, n: 1000)
    var own = blocks(of: pixels, workers: 2)
    try own.refresh(parents: pixels.H, logits: pixels.A, damping: 0.1)
    let count = iterations(&own, pixels)
    #expect(count > 0 && count <= 10)
  }

  @Test("it serves fifty refreshes: by then it is worth little, and the next one makes it anew")
  func lifetime() throws {
    let old = correlatedLayer(units: 50, d: 60, n: 200), new = correlatedLayer(units: 50, d: 60, n: 200, seed: 13)
    var (aged, fresh) = (blocks(of: new), blocks(of: new))
    try fresh.refresh(parents: new.H, logits: new.A, damping: 0.1)
    let few = iterations(&fresh, new)
    for _ in 1...49 { try aged.refresh(parents: old.H, logits: old.A, damping: 0.1) }
    let served = iterations(&aged, old)
    try aged.refresh(parents: new.H, logits: new.A, damping: 0.1)
    let many = iterations(&aged, new)
    try aged.refresh(parents: new.H, logits: new.A, damping: 0.1)
    let renewed = iterations(&aged, new)
    #expect(served <= few + 2 && many > few + 2 && renewed == few)
  }
}
