import Foundation

/// The difference as a page shows it: rounded up to a power of ten, so that the last bits of a sum do not change the page.
///
/// It is never below a thousandth of the tolerance, where rounding errors live, and never above the tolerance.
///
/// - Precondition: 0 ≤ difference ≤ tolerance.
public func roundedDifference(_ difference: Double, within tolerance: Double) -> Double {
  precondition(difference >= 0 && difference <= tolerance, "difference \(difference) of tolerance \(tolerance)")
  guard tolerance > 0 else { return 0 }
  let exponent = log10(max(difference, tolerance / 1000))
  let power = (exponent - 1e-9).rounded(.up)  // 1e-9: the logarithm of a power of ten need not be whole
  return min(pow(10, power), tolerance)
}

/// Compares number by number. NaN is never equal to anything.
func comparison(
  of computed: [Double], with expected: [Double], within tolerance: Double, as name: String
) -> Output {
  guard computed.count == expected.count else {
    return .failure("\(name): \(computed.count) numbers computed, \(expected.count) expected")
  }
  let differences = zip(computed, expected).map { $0 == $1 ? 0 : abs($0 - $1) }
  guard let worst = differences.firstIndex(where: \.isNaN) ?? differences.indices.max(by: { differences[$0] < differences[$1] })
  else { return .failure("\(name): no numbers to compare") }
  guard differences[worst] <= tolerance else {
    let place = computed.count == 1 ? "" : " (number \(worst + 1) of \(computed.count))"
    return .failure(
      "\(name): computed \(computed[worst]), expected \(expected[worst])\(place); "
        + "the difference \(Quantity.number(differences[worst]).plain) is more than the tolerance \(Quantity.number(tolerance).plain)"
    )
  }
  return .check(
    CheckOutput(name: name, difference: roundedDifference(differences[worst], within: tolerance), tolerance: tolerance))
}
