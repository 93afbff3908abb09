import RandomStreams
import Testing

@Suite("streams as values")
struct StreamTests {
  @Test("word n of a stream is word n mod 4 of block n / 4")
  func words() {
    var stream = RandomStream(seed: 1)
    let key = SIMD2(UInt32(truncatingIfNeeded: stream.key), UInt32(stream.key >> 32))
    for n in 0..<23 {
      #expect(stream.position == UInt64(n))
      #expect(stream.nextWord() == philox(counter: [UInt32(n / 4), 0, 0, 0], key: key)[n % 4])
    }
  }

  @Test("a stream is restored from key and position, inside a block too", arguments: 0..<9)
  func restoring(drawn: Int) {
    var stream = RandomStream(seed: 2)
    for _ in 0..<drawn { _ = stream.nextWord() }
    var restored = RandomStream(key: stream.key, position: stream.position)
    #expect(restored == stream)
    #expect((0..<10).map { _ in restored.nextWord() } == (0..<10).map { _ in stream.nextWord() })
    #expect(restored == stream)
  }

  @Test("the counter carries into its second word")
  func carry() {
    var stream = RandomStream(key: 5, position: (1 << 34) - 4)
    let words = (0..<8).map { _ in stream.nextWord() }
    let last = philox(counter: [.max, 0, 0, 0], key: [5, 0]), next = philox(counter: [0, 1, 0, 0], key: [5, 0])
    #expect((0..<4).allSatisfy { words[$0] == last[$0] && words[$0 + 4] == next[$0] })
    var filled = [Float](repeating: 0, count: 32), span = filled.mutableSpan
    stream = RandomStream(key: 5, position: (1 << 34) - 8)
    var single = stream
    stream.fillUniform(&span)
    #expect(filled == (0..<32).map { _ in single.uniformFloat() })
  }

  @Test("a copy goes its own way")
  func copies() {
    var one = RandomStream(seed: 3)
    _ = one.nextWord()
    var other = one
    let words = (0..<5).map { _ in one.nextWord() }
    #expect(other.position == 1)
    #expect((0..<5).map { _ in other.nextWord() } == words)
  }

  @Test("children depend on seed, purpose and index alone, and differ")
  func children() {
    var parent = RandomStream(seed: 4)
    let before = parent.stream("wake", 3)
    _ = parent.uniform()
    #expect(parent.stream("wake", 3) == before && before.position == 0)
    var keys: Set<UInt64> = [parent.key]
    var count = 1
    for seed in UInt64(0)..<4 {
      let root = RandomStream(seed: seed)
      for purpose in ["", "a", "b", "ab", "ba", "wake", "sleep", "chapter-05/wake"] {
        for index in -2..<100 {
          keys.insert(root.stream(purpose, index).key)
          keys.insert(root.stream(purpose, index).stream(purpose, index).key)
          count += 2
        }
      }
    }
    #expect(keys.count == count)
  }

  @Test("the numbers of a named stream never change")
  func stability() {
    var stream = RandomStream(seed: 1).stream("wake", 2)
    // By an independent implementation in Python.
    #expect(stream.key == 15_951_154_013_550_320_843)
    #expect((0..<4).map { _ in stream.nextWord() } == [0x9ED7_80E4, 0x498A_821D, 0xB946_28AB, 0xA209_4269])
  }
}
