import Datasets
import RandomStreams
import Testing

@Suite("synthetic digits")
struct SyntheticDigitsTests {
  let set = SyntheticDigits(seed: 1).images(2000, named: "train")

  @Test("ten classes, none rare, the same at each call, others in another part")
  func classes() {
    var counts = [Int](repeating: 0, count: 10)
    for label in set.labels ?? [] { counts[Int(label)] += 1 }
    #expect(counts.allSatisfy { $0 > 130 }, "\(counts)")  // 200 expected, deviation 13.4
    #expect(set == SyntheticDigits(seed: 1).images(2000, named: "train"))
    #expect(set.bytes != SyntheticDigits(seed: 1).images(2000, named: "test").bytes)
    #expect(set.part(0..<50, named: "train") == SyntheticDigits(seed: 1).images(50, named: "train"))
  }

  @Test("as dark as handwriting, with grey edges, and nothing cut off at the border")
  func ink() {
    let mean = set.meanImage.reduce(0, +) / 784
    #expect(mean > 0.1 && mean < 0.17, "\(mean)")
    let grey = set.bytes.count { $0 > 0 && $0 < 255 }
    #expect(grey > set.bytes.count / 50)
    let border = set.meanImage.indices.filter { [0, 27].contains($0 % 28) || [0, 27].contains($0 / 28) }
    #expect(border.allSatisfy { set.meanImage[$0] < 0.02 })
  }

  @Test("the classes can be told apart: the nearest class mean is right for most other digits")
  func nearestMean() {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: 784), count: 10)
    let labels = (set.labels ?? []).map(Int.init)
    var counts = [Double](repeating: 0, count: 10)
    for (i, label) in labels.enumerated() {
      counts[label] += 1
      for (j, x) in set.image(i).enumerated() { sums[label][j] += x }
    }
    let means = zip(sums, counts).map { sum, count in sum.map { $0 / count } }
    let test = SyntheticDigits(seed: 1).images(300, named: "test")
    let right = (0..<test.count).count { i in
      let x = test.image(i)
      let distances = means.map { zip($0, x).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
      return distances.firstIndex(of: distances.min() ?? 0) == test.labels.map { Int($0[i]) }
    }
    #expect(right > 240, "\(right) of 300")  // on MNIST the same rule is right for 82 %
  }

  @Test("other sizes than 28×28")
  func sizes() {
    let small = SyntheticDigits(seed: 1, side: 14).images(3, named: "train")
    #expect((small.height, small.width, small.count) == (14, 14, 3))
  }
}
