import RandomStreams
import Testing

@Test("Philox4x32-10 gives its published known answer")
func knownAnswer() {
  #expect(philox(counter: .zero, key: .zero) == SIMD4(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
}
