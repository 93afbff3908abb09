import Datasets
import LinearAlgebra
import RandomStreams
import Testing

struct ThreeByThreeTests {
  let world = ThreeByThree()

  @Test("twelve patterns, found by their definition among all 512 images")
  func patterns() {
    for x in 0..<512 {
      let rows = (0..<3).map { x >> (3 * $0) & 7 }
      let columns = (0..<3).map { c in (0..<3).map { x >> (3 * $0 + c) & 1 } }
      let isVertical = Set(rows).count == 1 && (1...6).contains(rows[0])
      let isHorizontal = Set(columns).count == 1 && (1...6).contains(columns[0].reduce(0) { 2 * $0 + $1 })
      #expect(world.probabilities[x] == (isVertical ? 1 / 9.0 : isHorizontal ? 1 / 18.0 : 0), "image \(x)")
    }
    #expect(Set(world.patterns).count == 12)
    #expect(abs(world.probabilities.reduce(0, +) - 1) < 1e-15)
  }

  @Test("the entropy of the published data") func entropy() { #expect(abs(world.entropy - 2.42827363752) < 1e-11) }

  @Test("each pixel is on in half of the images")
  func means() {
    let images: Matrix<Double> = world.images(low: 0)
    for j in 0..<9 { #expect(images.column(j).sum == 9) }
    #expect(images.column(9).sum == 18)
  }

  @Test("a draw has the probabilities of the truth")
  func draws() {
    var random = RandomStream(seed: 4)
    let n = 18_000
    var counts = [Int](repeating: 0, count: 512)
    for ticket in world.draw(n, using: &random) { counts[world.tickets[ticket]] += 1 }
    for x in 0..<512 {
      let p = world.probabilities[x]
      // Twelve counts, each within 4.5 standard deviations of a binomial number.
      #expect(abs(Double(counts[x]) - Double(n) * p) <= 4.5 * (Double(n) * p * (1 - p)).squareRoot())
    }
  }

  @Test("the pixels of a number stand in its bits, and in its row")
  func pixels() {
    #expect(ThreeByThree.pixels(of: 0b100_000_001) == [1, 0, 0, 0, 0, 0, 0, 0, 1])
    let images: Matrix<Float> = world.images()
    for (r, x) in world.tickets.enumerated() {
      #expect(images.row(r).elements == ThreeByThree.pixels(of: x).map { Float(2 * $0 - 1) } + [1])
    }
  }
}
