/// One block of Philox4x32-10: four words that are a fixed function of a counter and a key.
///
///     (c₀, c₁, c₂, c₃) ← (hi(M₁c₂) ⊕ c₁ ⊕ k₀, lo(M₁c₂), hi(M₀c₀) ⊕ c₃ ⊕ k₁, lo(M₀c₀)), ten rounds;
///     k ← k + (W₀, W₁) between rounds
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), §3.
/// - Complexity: O(1), 20 multiplications; allocates nothing.
@inlinable
public func philox(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
  var c = counter
  var k = key
  for round in 0..<10 {
    if round > 0 { k = k &+ SIMD2(0x9E37_79B9, 0xBB67_AE85) }
    let (h0, l0) = UInt32(0xD251_1F53).multipliedFullWidth(by: c[0])
    let (h1, l1) = UInt32(0xCD9E_8D57).multipliedFullWidth(by: c[2])
    c = SIMD4(h1 ^ c[1] ^ k[0], l1, h0 ^ c[3] ^ k[1], l0)
  }
  return c
}
