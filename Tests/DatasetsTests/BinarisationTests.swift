import Datasets
import RandomStreams
import TestSupport
import Testing

@Suite("binarisation")
struct BinarisationTests {
  let random = RandomStream(seed: 11)

  @Test("the threshold is one half")
  func threshold() {
    let set = ImageSet(name: "train", height: 1, width: 5, bytes: [0, 127, 128, 254, 255])
    #expect(Binarisation.threshold.image(0, of: set) == [0, 0, 1, 1, 1])
  }

  @Test("black and white pixels are never drawn otherwise")
  func certain() {
    let set = ImageSet(name: "train", height: 1, width: 2, bytes: [0, 255])
    for use in 0..<2000 { #expect(Binarisation.fresh(random).image(0, of: set, use: use) == [0, 1]) }
  }

  @Test("a pixel is on with its grey value as probability")
  func frequencies() {
    let draws = 400
    var z² = 0.0
    for i in 0..<greys.count {
      let place = i % greys.pixels
      let byte = greys.bytes[i * greys.pixels + place]
      guard byte != 0, byte != 255 else { continue }
      let p = Double(byte) / 255
      let on = (0..<draws).reduce(0) { $0 + Int(Binarisation.fresh(random).image(i, of: greys, use: $1)[place]) }
      let z = zScore(sum: Double(on), mean: Double(draws) * p, variance: Double(draws) * p * (1 - p))
      #expect(abs(z) < 4.5, "grey value \(byte): z = \(z)")
      z² += z * z
    }
    // Some 60 squares of standard normal numbers: mean 60, deviation 11.
    #expect(z² > 25 && z² < 110, "\(z²)")
  }

  @Test("a fixed draw is one draw, and its mean is that of the grey values")
  func fixed() {
    let fixed = Binarisation.fixed(random)
    var (on, mean, variance) = (0.0, 0.0, 0.0)
    for i in 0..<greys.count {
      let image = fixed.image(i, of: greys)
      #expect(image == fixed.image(i, of: greys, use: 5))
      for (pixel, p) in zip(image, greys.image(i)) {
        on += Double(pixel)
        mean += p
        variance += p * (1 - p)
      }
    }
    #expect(abs(zScore(sum: on, mean: mean, variance: variance)) < 4.5)
  }

  @Test("a fresh draw is another one at each use, repeats for the same use, and differs as often as chance does")
  func fresh() {
    let fresh = Binarisation.fresh(random)
    var (different, mean, variance) = (0.0, 0.0, 0.0)
    for i in 0..<greys.count {
      let (first, second) = (fresh.image(i, of: greys), fresh.image(i, of: greys, use: 1))
      #expect(first == fresh.image(i, of: greys, use: 0))
      for ((a, b), p) in zip(zip(first, second), greys.image(i)) {
        different += a == b ? 0 : 1
        mean += 2 * p * (1 - p)
        variance += 2 * p * (1 - p) * (1 - 2 * p * (1 - p))
      }
    }
    #expect(abs(zScore(sum: different, mean: mean, variance: variance)) < 4.5)
  }

  @Test("train and test do not share their draws")
  func parts() {
    let test = greys.part(0..<greys.count, named: "test")
    #expect(
      (0..<4).contains { Binarisation.fixed(random).image($0, of: greys) != Binarisation.fixed(random).image($0, of: test) })
  }

  @Test("neighbouring images do not share their draws, not even shifted", arguments: [false, true])
  func neighbours(isFresh: Bool) {
    let set = ImageSet(name: "train", height: 20, width: 20, bytes: [UInt8](repeating: 128, count: 800))
    let binarisation = isFresh ? Binarisation.fresh(random) : .fixed(random)
    let (a, b) = (binarisation.image(0, of: set), binarisation.image(1, of: set))
    let p = 128.0 / 255, same = p * p + (1 - p) * (1 - p)
    for shift in -20...20 {
      let pairs = (0..<400).filter { 0..<400 ~= $0 + shift }
      let agreements = Double(pairs.count { a[$0 + shift] == b[$0] }), n = Double(pairs.count)
      #expect(abs(zScore(sum: agreements, mean: n * same, variance: n * same * (1 - same))) < 4.5, "shift \(shift)")
    }
  }

  @Test("a sample matrix has the coding asked for, and ones at the end of its rows")
  func matrix() {
    let H = greys.matrix(of: [3, 0], .threshold, low: -1.0, high: 1.0)
    #expect((H.rows, H.columns) == (2, 17))
    for (row, i) in [3, 0].enumerated() {
      for j in 0..<16 { #expect(H[row, j] == (greys.bytes[16 * i + j] > 127 ? 1 : -1)) }
      #expect(H[row, 16] == 1)
    }
  }
}
