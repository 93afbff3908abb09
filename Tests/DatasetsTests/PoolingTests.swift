import Datasets
import Testing

@Suite("pooling") struct PoolingTests {
  @Test("each pixel is the mean of its square, halves up, and nothing leaks into the next image") func means() {
    // Two images of 2×4 pixels.
    let bytes: [UInt8] = [0, 1, 10, 20, 0, 1, 30, 41, 255, 255, 0, 0, 255, 255, 0, 2]
    let set = ImageSet(name: "test", height: 2, width: 4, bytes: bytes, labels: [3, 4])
    let pooled = set.pooled(by: 2)
    // 2/4 rounds up to 1, 101/4 to 25, 2/4 to 1.
    #expect(pooled.bytes == [1, 25, 255, 1] && (pooled.height, pooled.width) == (1, 2))
    #expect(pooled.labels == [3, 4] && pooled.name == "test" && pooled.count == 2)
    #expect(set.pooled(by: 1) == set)
  }

  @Test("by the definition, on all of a set with noise") func definition() {
    let set = SyntheticDigits(seed: 1).images(3, named: "test")
    let k = 4, pooled = set.pooled(by: k)
    for i in 0..<3 {
      let (whole, small) = (set.image(i), pooled.image(i))
      for r in 0..<pooled.height {
        for c in 0..<pooled.width {
          var sum = 0.0
          for y in 0..<k { for x in 0..<k { sum += whole[(r * k + y) * set.width + c * k + x] } }
          #expect(abs(small[r * pooled.width + c] - sum / Double(k * k)) <= 0.5 / 255 + 1e-12)
        }
      }
    }
  }
}
