import RandomStreams
import Testing

@Suite("fills give what single draws give")
struct FillTests {
  static let counts = [0, 1, 3, 4, 5, 15, 16, 17, 31, 33, 100, 257]

  private func filled<Scalar: BinaryFloatingPoint & BitwiseCopyable>(
    _ count: Int, _ fill: (inout MutableSpan<Scalar>) -> Void
  ) -> [Scalar] {
    var numbers = [Scalar](repeating: -1, count: count)
    var span = numbers.mutableSpan
    fill(&span)
    return numbers
  }

  @Test("uniform Float", arguments: counts, 0..<5)
  func uniformFloat(count: Int, skipped: UInt64) {
    var single = RandomStream(key: 11, position: skipped), fill = single
    #expect(filled(count) { fill.fillUniform(&$0) } == (0..<count).map { _ in single.uniformFloat() })
    #expect(fill == single && fill.nextWord() == single.nextWord())
  }

  @Test("uniform Double", arguments: counts, 0..<5)
  func uniformDouble(count: Int, skipped: UInt64) {
    var single = RandomStream(key: 12, position: skipped), fill = single
    #expect(filled(count) { fill.fillUniform(&$0) } == (0..<count).map { _ in single.uniform() })
    #expect(fill == single && fill.nextWord() == single.nextWord())
  }

  @Test("normal Double", arguments: counts, 0..<5)
  func normalDouble(count: Int, skipped: UInt64) {
    var single = RandomStream(key: 13, position: skipped), fill = single, words = single
    let expected = (0..<count).map { _ in normalQuantile((Double(words.nextPair() >> 12) + 0.5) / 4_503_599_627_370_496) }
    var numbers = single
    #expect((0..<count).map { _ in numbers.normal() } == expected)
    #expect(filled(count) { fill.fillNormal(&$0) } == (0..<count).map { _ in single.normal() })
    #expect(fill == single && fill.nextWord() == single.nextWord())
  }

  @Test("normal Float", arguments: counts, 0..<5)
  func normalFloat(count: Int, skipped: UInt64) {
    var single = RandomStream(key: 14, position: skipped), fill = single
    let expected = (0..<count).map { _ in Float(normalQuantile((Double(single.nextWord()) + 0.5) / 4_294_967_296)) }
    #expect(filled(count) { fill.fillNormal(&$0) } == expected)
    #expect(fill == single && fill.nextWord() == single.nextWord())
  }

  @Test("from generic code the same numbers come out")
  func generic() {
    func draw<Scalar: BinaryFloatingPoint & BitwiseCopyable>(_ type: Scalar.Type) -> [Scalar] {
      var stream = RandomStream(seed: 5)
      return filled(40) { stream.fillUniform(&$0) }
    }
    var single = RandomStream(seed: 5)
    #expect(draw(Float.self) == (0..<40).map { _ in single.uniformFloat() })
    single = RandomStream(seed: 5)
    #expect(draw(Double.self) == (0..<40).map { _ in single.uniform() })
  }

  @Test("the extreme words give the extreme multiples, never 1")
  func extremes() {
    #expect(RandomStreams.uniformFloat(of: 0) == 0 && RandomStreams.uniformFloat(of: 255) == 0)
    #expect(RandomStreams.uniformFloat(of: 256) == 0x1p-24)
    #expect(RandomStreams.uniformFloat(of: .max) == 1 - 0x1p-24)
    #expect(RandomStreams.uniformDouble(of: 2047) == 0 && RandomStreams.uniformDouble(of: 2048) == 0x1p-53)
    #expect(RandomStreams.uniformDouble(of: .max) == 1 - 0x1p-53)
  }
}
