import Foundation
import Literate
import Testing

@Suite struct AnswerTests {
  static let answers: [(String, [Double])] = [
    ("4/3", [4.0 / 3]), ("(-2/3, -1/3)", [-2.0 / 3, -1.0 / 3]), ("-2^2", [-4]), ("2^-1", [0.5]), ("2^3^2", [512]),
    ("1 - 2 - 3", [-4]), ("8/2/2", [2]), ("2*(1+3)", [8]), ("(1+2)*3", [9]), ("(1), (2)", [1, 2]),
    ("sqrt(2)*exp(-1)", [0.5202600950228891]), ("ln(e^2) + log(1)", [2]), ("cos(pi)", [-1]), ("atanh(tanh(0.3))", [0.3]),
    ("1e-3, 2.5E2", [1e-3, 250]), (".5", [0.5]), ("−1 · 2", [-2]), ("(((7)))", [7]), ("+3", [3]), ("π/π", [1]),
  ]

  @Test("answers that can be read", arguments: answers)
  func readable(text: String, values: [Double]) throws {
    let read = try AnswerParser.values(of: text)
    #expect(read.count == values.count)
    for (a, b) in zip(read, values) { #expect(abs(a - b) < 1e-12) }  // some roundings of numbers near 1
  }

  @Test(
    "answers that cannot be read, and where",
    arguments: [
      ("4/(3", 4, "a closing parenthesis is missing"), ("2 3", 2, "an operator is missing"), ("1 +", 3, "something is missing"),
      ("sin 3", 4, "needs a parenthesis"), ("foo(1)", 0, "“foo” is unknown"), ("1 $ 2", 2, "does not fit"),
      ("", 0, "something is missing"),
      ("1)", 1, "without an opening"), ("2pi", 1, "an operator"), ("(1, 2), 3", 2, "a closing parenthesis"),
      ("*2", 0, "does not fit"),
      ("²", 0, "this is no number"),
    ])
  func unreadable(text: String, place: Int, message: String) throws {
    let error = try #require(throws: AnswerError.self) { try AnswerParser.values(of: text) }
    #expect(error.place == place && error.message.contains(message), "\(error)")
    #expect(
      error.description.split(separator: "\n", omittingEmptySubsequences: false)[1].hasPrefix(
        String(repeating: " ", count: place + 2) + "^"))
  }

  @Test("an answer without end is refused") func endless() {
    for text in [String(repeating: "(", count: 100_000), String(repeating: "-", count: 5000) + "1"] {
      #expect(throws: AnswerError.self) { try AnswerParser.values(of: text) }
    }
    #expect(throws: Never.self) {
      try AnswerParser.values(of: String(repeating: "(", count: 400) + "1" + String(repeating: ")", count: 400))
    }
  }

  @Test("verdicts") func verdicts() {
    let answer = AnswerOutput(label: "a", values: [1, -1], tolerance: 0.01)
    #expect(Verdict([1.005, -1], for: answer) == .right)
    #expect(Verdict([1.02, -1], for: answer) == .wrong)
    #expect(Verdict([1], for: answer) == .count(wanted: 2, given: 1))
    #expect(Verdict([.nan, -1], for: answer) == .notFinite)
  }
}
