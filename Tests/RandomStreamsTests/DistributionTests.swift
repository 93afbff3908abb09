import Foundation
import RandomStreams
import Testing

/// χ² of counts against equal expectations.
private func chiSquare(_ counts: [Int]) -> Double {
  let mean = Double(counts.reduce(0, +)) / Double(counts.count)
  return counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) / mean }
}

/// (χ² − k) / √(2k), about N(0, 1) for k degrees of freedom.
private func zScore(chiSquare: Double, freedom k: Int) -> Double { (chiSquare - Double(k)) / (2 * Double(k)).squareRoot() }

// Seeds are fixed, so these tests pass or fail for ever; |z| < 4 happens by chance in all but 6 of 100,000.
@Suite("distributions")
struct DistributionTests {
  let n = 100_000

  @Test("uniform numbers: mean, variance, neighbours, equal cells", arguments: [UInt64(1), 2, 3])
  func uniform(seed: UInt64) {
    var stream = RandomStream(seed: seed).stream("uniform")
    let u = (0..<n).map { _ in stream.uniform() }
    #expect(u.allSatisfy { 0 <= $0 && $0 < 1 })
    let (m, root) = (Double(n), Double(n).squareRoot())
    let mean = u.reduce(0, +) / m
    #expect(abs(mean - 0.5) < 4 * (1 / 12.0).squareRoot() / root)
    let variance = u.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / m
    #expect(abs(variance - 1 / 12.0) < 4 * (1 / 180.0).squareRoot() / root)  // Var (u − ½)² = 1/80 − 1/144 = 1/180
    let neighbours = zip(u, u.dropFirst()).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } / m
    #expect(abs(neighbours) < 4 / 12.0 / root)
    var cells = [Int](repeating: 0, count: 256)
    for x in u { cells[Int(x * 256)] += 1 }
    #expect(abs(zScore(chiSquare: chiSquare(cells), freedom: 255)) < 4)
  }

  @Test("sibling streams are uncorrelated")
  func siblings() {
    let root = RandomStream(seed: 6)
    for (a, b) in [(("wake", 0), ("wake", 1)), (("wake", 0), ("sleep", 0)), (("a", 7), ("b", 7))] {
      var x = root.stream(a.0, a.1), y = root.stream(b.0, b.1)
      let sum = (0..<n).reduce(0.0) { s, _ in s + (x.uniform() - 0.5) * (y.uniform() - 0.5) }
      #expect(abs(sum / Double(n)) < 4 / 12.0 / Double(n).squareRoot())
    }
  }

  @Test("Bernoulli draws", arguments: [0, 0.01, 0.5, 0.9, 1])
  func bernoulliDraws(p: Double) {
    var stream = RandomStream(seed: 7)
    let hits = (0..<n).reduce(0) { sum, _ in sum + (stream.bernoulli(p) ? 1 : 0) }
    #expect(abs(Double(hits) / Double(n) - p) <= 4 * (p * (1 - p) / Double(n)).squareRoot())
    #expect(bernoulli(p, at: max(0, p.nextDown)) == (p > 0) && !bernoulli(p, at: p))
    #expect(!bernoulli(Float(p), at: Float(p)))
  }

  @Test("u = 0 makes an event happen from half the spacing of uniform numbers on, and not below")
  func rareEvents() {
    let (double, single): (Double, Float) = (0x1p-54, 0x1p-25)
    #expect(bernoulli(double, at: 0) && !bernoulli(double.nextDown, at: 0) && !bernoulli(double, at: 2 * double))
    #expect(bernoulli(single, at: 0) && !bernoulli(single.nextDown, at: 0) && !bernoulli(single, at: 2 * single))
  }

  @Test("normal numbers: moments, and equal cells by the distribution function")
  func normal() {
    var stream = RandomStream(seed: 8)
    let x = (0..<n).map { _ in stream.normal() }
    let root = Double(n).squareRoot()
    // The variance of xᵏ is E x²ᵏ − (E xᵏ)²: 1, 2, 15, 96.
    for (k, expected, variance) in [(1, 0.0, 1.0), (2, 1, 2), (3, 0, 15), (4, 3, 96)] {
      let moment = x.map { value in (0..<k).reduce(1.0) { power, _ in power * value } }.reduce(0, +) / Double(n)
      #expect(abs(moment - expected) < 4 * variance.squareRoot() / root)
    }
    let edges = (1..<64).map { normalQuantile(Double($0) / 64) }
    var cells = [Int](repeating: 0, count: 64)
    for value in x { cells[edges.firstIndex { value < $0 } ?? 63] += 1 }
    #expect(abs(zScore(chiSquare: chiSquare(cells), freedom: 63)) < 4)
  }

  @Test("the normal quantile inverts the distribution function")
  func quantile() {
    for p in [1e-300, 1e-100, 1e-20, 1e-11, 1e-5, 0.01, 0.07, 0.0750001, 0.2, 0.49, 0.5, 0.6, 0.93, 0.999, 1 - 0x1p-53] {
      let x = normalQuantile(p)
      // A relative error δ of x moves log Φ(x) by about x² δ; erfc itself is good to some ulp.
      let back = x < 0 ? erfc(-x / 2.squareRoot()) / 2 : 1 - erfc(x / 2.squareRoot()) / 2
      #expect(abs(back - p) <= (1 + x * x) * 8 * p.ulp)
    }
    #expect(normalQuantile(0.5) == 0)
    #expect(normalQuantile(0.25) == -normalQuantile(0.75))
  }

  @Test("whole numbers below a bound are equally frequent", arguments: [1, 2, 3, 6, 7, 100])
  func integers(bound: Int) {
    var stream = RandomStream(seed: 9)
    var cells = [Int](repeating: 0, count: bound)
    for _ in 0..<n { cells[stream.integer(below: bound)] += 1 }
    if bound > 1 { #expect(abs(zScore(chiSquare: chiSquare(cells), freedom: bound - 1)) < 4) }
  }

  @Test("a bound that does not divide 2³² rejects words: the rest is still uniform")
  func rejection() {
    var stream = RandomStream(seed: 10)
    let bound = 3 << 30  // a quarter of the words is rejected
    var cells = [Int](repeating: 0, count: 3)
    for _ in 0..<n { cells[stream.integer(below: bound) >> 30] += 1 }
    #expect(abs(zScore(chiSquare: chiSquare(cells), freedom: 2)) < 4)
    #expect(abs(Double(stream.position) / Double(n) - 4 / 3.0) < 0.01)  // 4 (4/9 / n)^½ = 0.008
  }

  @Test("permutations: each a rearrangement, all 24 of four equally frequent")
  func permutations() {
    var stream = RandomStream(seed: 11)
    for size in [0, 1, 2, 50] { #expect(stream.permutation(of: size).sorted() == Array(0..<size)) }
    var cells: [[Int]: Int] = [:]
    for _ in 0..<n { cells[stream.permutation(of: 4), default: 0] += 1 }
    #expect(cells.count == 24)
    #expect(abs(zScore(chiSquare: chiSquare(cells.values.sorted()), freedom: 23)) < 4)
  }
}
