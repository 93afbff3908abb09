import Datasets
import LinearAlgebra
import RandomStreams
import Testing

@Suite("batches")
struct BatchesTests {
  private func batches(size: Int, _ binarisation: Binarisation = .threshold) -> Batches {
    Batches(of: greys, size: size, binarisation, order: RandomStream(seed: 5))
  }

  @Test("each image comes exactly once an epoch, whether or not the size divides the count", arguments: [16, 10, 64, 100])
  func cover(size: Int) {
    var batches = batches(size: size)
    let epochs = 5
    let members = (0..<(epochs * batches.stepsPerEpoch)).flatMap { batches.members(ofStep: $0) }
    for epoch in 0..<epochs {
      #expect(members.filter { $0.epoch == epoch }.map(\.image).sorted() == Array(0..<64), "epoch \(epoch)")
    }
    #expect(batches.order(ofEpoch: 0) != batches.order(ofEpoch: 1))
  }

  @Test("batch s does not depend on what was asked before")
  func resumable() {
    var whole = batches(size: 10, .fresh(RandomStream(seed: 6)))
    let run: [Matrix<Double>] = (0..<20).map { whole.matrix(step: $0) }
    for s in [19, 0, 7, 6] {
      var resumed = batches(size: 10, .fresh(RandomStream(seed: 6)))
      #expect(resumed.matrix(step: s) == run[s])
      #expect(whole.matrix(step: s) == run[s])
    }
  }

  @Test("a fresh draw is another one in the next epoch, a fixed draw is not")
  func draws() {
    func image(_ i: Int, epoch: Int, _ binarisation: Binarisation) -> [Float] {
      var batches = batches(size: 64, binarisation)
      let row = batches.order(ofEpoch: epoch).firstIndex(of: i) ?? 0
      let H: Matrix<Float> = batches.matrix(step: epoch, low: 0)
      return (0..<H.columns).map { H[row, $0] }
    }
    let (fixed, fresh) = (Binarisation.fixed(RandomStream(seed: 6)), Binarisation.fresh(RandomStream(seed: 6)))
    for i in [0, 31] {
      #expect(image(i, epoch: 0, fixed) == image(i, epoch: 1, fixed))
      #expect(image(i, epoch: 0, fresh) != image(i, epoch: 1, fresh))
    }
  }
}
