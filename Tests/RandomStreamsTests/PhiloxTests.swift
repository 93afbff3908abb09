import RandomStreams
import Testing

// The vectors of Random123's kat_vectors for philox4x32-10.
private let knownAnswers: [(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, words: SIMD4<UInt32>)] = [
  (.zero, .zero, [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
  (SIMD4(repeating: .max), SIMD2(repeating: .max), [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]),
  (
    [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], [0xA409_3822, 0x299F_31D0],
    [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]
  ),
]

@Test("Philox4x32-10 gives its published known answers", arguments: knownAnswers)
func knownAnswer(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, words: SIMD4<UInt32>) {
  #expect(philox(counter: counter, key: key) == words)
}
