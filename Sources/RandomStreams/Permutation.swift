extension RandomStream {
  /// A uniform whole number in 0..<bound, without bias.
  ///
  /// The high word of w · bound for a random word w; a word in the first 2³² mod bound of its low half is drawn anew.
  /// Source: Lemire, "Fast random integer generation in an interval" (2019).
  /// - Precondition: 1 ≤ bound ≤ 2³².
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound >= 1 && bound <= 1 << 32, "integer: below \(bound)")
    let range = UInt64(bound), rejected = (1 << 32) % range
    while true {
      let product = UInt64(nextWord()) * range
      if product & 0xFFFF_FFFF >= rejected { return Int(product >> 32) }
    }
  }

  /// A uniform permutation of 0..<n, by exchanging each place from the last with a place at or before it.
  ///
  /// - Complexity: O(n), about n words; allocates its result.
  public mutating func permutation(of n: Int) -> [Int] {
    var order = Array(0..<n)
    for i in stride(from: n - 1, to: 0, by: -1) { order.swapAt(i, integer(below: i + 1)) }
    return order
  }
}
