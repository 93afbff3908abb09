/// The q-quantile of some numbers, q in [0, 1]: with the numbers in order at places 0 … n − 1, what lies at q (n − 1), between
/// neighbours on a straight line. Infinities are numbers; NaN is not. Between a finite number and an infinite one lies the
/// infinite one, and between −∞ and ∞ no number: NaN.
///
/// - Precondition: there is at least one number.
/// - Complexity: O(n log n).
public func quantile(_ numbers: [Double], _ q: Double) -> Double {
  precondition(!numbers.isEmpty && 0...1 ~= q, "quantile: \(q) of \(numbers.count) numbers")
  let sorted = numbers.sorted()
  let place = q * Double(sorted.count - 1)
  let low = Int(place), share = place - Double(low)
  // Two equal infinities have no difference.
  if share == 0 || sorted[low] == sorted[low + 1] { return sorted[low] }
  let (a, b) = (sorted[low], sorted[low + 1])
  return a.isFinite ? a + share * (b - a) : a + b
}

/// The q-quantiles at each place of several lists, up to the length of the shortest.
public func quantiles(_ lists: [[Double]], _ q: Double) -> [Double] {
  (0..<(lists.map(\.count).min() ?? 0)).map { place in quantile(lists.map { $0[place] }, q) }
}
