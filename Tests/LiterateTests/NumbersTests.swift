import Literate
import Testing

@Suite struct NumbersTests {
  @Test(
    "four significant digits by default",
    arguments: [
      (0.333333, "0.3333"), (3, "3"), (-0.5, "−0.5"), (12345.6, "12346"), (1.23456e-7, "1.235×10⁻⁷"), (1e-12, "10⁻¹²"),
      (-2e9, "−2×10⁹"), (-0.0, "0"), (.nan, "NaN"), (-.infinity, "−∞"),
    ])
  func significant(x: Double, text: String) throws {
    #expect(try Quantity.number(x).text() == text)
  }

  @Test(
    "formats",
    arguments: [
      ("%.3f", 0.12345, "0.123"), ("%+.1f", 2, "+2.0"), ("%.1f%%", 12.34, "12.3%"), ("%d", 41.6, "42"),
      ("%.2e", 1.5e-8, "1.50×10⁻⁸"),
      ("about %.2g nats", -3.14159, "about −3.1 nats"), ("%.2f", -0.001, "0.00"),
    ])
  func format(format: String, x: Double, text: String) throws {
    #expect(try Quantity.number(x).text(format) == text)
  }

  @Test("whole numbers have groups of three digits from 10,000 on") func groups() throws {
    #expect(try [1234, 12345, -1_234_567].map { try Quantity.integer($0).text() } == ["1234", "12,345", "−1,234,567"])
    #expect(try Quantity.integer(12345).text(style: .formula) == "12{,}345")
    #expect(Quantity.integer(12345).plain == "12345")
  }

  @Test("what is no format", arguments: ["%q", "3", "%.3f %.3f", "%"])
  func noFormat(format: String) {
    #expect(throws: FormatError.self) { try Quantity.number(1).text(format) }
  }

  @Test(
    "a difference is rounded up to a power of ten, between a thousandth of the tolerance and the tolerance",
    arguments: [
      (3e-12, 1e-9, 1e-11), (1e-12, 1e-9, 1e-12), (0, 1e-9, 1e-12), (2e-16, 1e-9, 1e-12), (0.03, 0.05, 0.05), (0.002, 0.05, 0.01),
      (0, 0, 0), (1e-3, 1e-3, 1e-3),
    ])
  func difference(of difference: Double, tolerance: Double, shown: Double) {
    #expect(abs(roundedDifference(difference, within: tolerance) - shown) <= 1e-12 * shown)  // pow(10, k) to some ulp
  }
}
