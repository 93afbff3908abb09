import Foundation
import InformationGeometry
import LinearAlgebra

/// What the reader asked for, as far as it can be told without computing.
struct Wishes {
  let text: String
  let formula: Formula
  let model: Model
  let sense: Sense
  /// Pairs of numbers.
  let starts: [SIMD2<Double>]
  let range: ClosedRange<Double>?
  /// Σ₀ of two variables.
  let covariance: Matrix<Double>
  let order: Int?
  let time: Double?
  /// The folder that was named.
  let output: String?

  init(_ command: FlowCommand) throws {
    text = command.function
    formula = try Formula(text)
    model = command.model
    sense = command.sense == .maximise ? .maximise : .minimise
    if formula.variableCount > 2, let place = formula.place(ofVariableFrom: 3) {
      throw FormulaError(text: text, place: place, problem: .tooManyVariables(limit: 2))
    }
    starts = try command.start.map { text in
      let numbers = try Wishes.numbers(text, count: 2, option: "--start \(text)", of: "two numbers, such as 0.5,0.8")
      return SIMD2(numbers[0], numbers[1])
    }
    range = try command.range.map { text in
      let ends = try Wishes.numbers(
        text.replacing(":", with: ","), count: 2, option: "--range \(text)", of: "two numbers, such as -2:2")
      guard ends[0] < ends[1] else { throw WishError("--range \(text): the first number has to be the lower one") }
      guard ends[1] - ends[0] >= 0.001, max(abs(ends[0]), abs(ends[1])) <= 1000 else {
        throw WishError("--range \(text): it has to lie between -1000 and 1000 and be at least 0.001 long")
      }
      return ends[0]...ends[1]
    }
    let entries = try command.covariance.map {
      try Wishes.numbers($0, count: 3, option: "--covariance \($0)", of: "three numbers, such as 1,0.5,0.2")
    }
    covariance = entries.map { Matrix(rows: [[$0[0], $0[2]], [$0[2], $0[1]]]) } ?? Matrix(rows: [[0.25, 0], [0, 0.25]])
    (order, time, output) = (command.order, command.time, command.output)
    try check(command)
  }

  /// Options that do not go with the model, and numbers out of their range.
  private func check(_ command: FlowCommand) throws {
    let isLine = model == .gaussian && formula.variableCount < 2
    if let order, !(2...240 ~= order) { throw WishError("--order \(order): a quadrature has 2 to 240 points along an axis") }
    if let order, order > 60, model == .gaussian, !isLine {
      throw WishError("--order \(order): with two variables a quadrature has up to 60 points along each axis")
    }
    if let time, !(time > 0 && time.isFinite) { throw WishError("--time \(time): a positive number is wanted") }
    if model == .independence {
      for (option, given) in [("--range", command.range), ("--covariance", command.covariance)] where given != nil {
        throw WishError("\(option) does not go with --model independence: its coordinates have their own range")
      }
      if order != nil { throw WishError("--order does not go with --model independence: its means are finite sums") }
    }
    if isLine, command.covariance != nil { throw WishError("--covariance is for two variables; give σ with --start μ,σ") }
    if !isLine, model == .gaussian {
      let least = covariance[0, 0] * covariance[1, 1] - covariance[0, 1] * covariance[0, 1]
      guard covariance[0, 0] > 0, least > 0 else {
        throw WishError("--covariance \(command.covariance ?? ""): Σ₀ is not positive definite")
      }
    }
    for (start, words) in zip(starts, command.start) {
      if isLine, start.y <= 0 { throw WishError("--start \(words): σ, the second number, has to be positive") }
      if model == .independence, max(abs(start.x), abs(start.y)) >= 1 {
        throw WishError("--start \(words): the means of bits lie between −1 and 1")
      }
    }
  }

  private static func numbers(_ text: String, count: Int, option: String, of wanted: String) throws -> [Double] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    let numbers = words.compactMap { Double($0.replacing("−", with: "-")) }.filter(\.isFinite)
    guard words.count == count, numbers.count == count else { throw WishError("\(option): \(wanted) are wanted") }
    return numbers
  }

  /// The figure and the words about it.
  func study() throws -> Study {
    switch model {
    case .independence:
      return try BitStudy(formula.pseudoBoolean(count: 2, text: text), self).study()
    case .gaussian:
      return formula.variableCount < 2 ? try lineStudy() : try planeStudy()
    }
  }

  /// The function in small letters and digits, to be part of a folder's name.
  var slug: String {
    let words: [Character: String] = [
      "+": "-plus-", "−": "-minus-", "·": "-times-", "/": "-over-", "^": "-to-", "π": "pi", "²": "2", "³": "3", "₁": "1",
      "₂": "2",
    ]
    var slug = ""
    for character in formula.printed {
      let word = words[character] ?? (character.isASCII && (character.isLetter || character.isNumber) ? String(character) : "-")
      slug += word.hasPrefix("-") && slug.hasSuffix("-") ? String(word.dropFirst()) : word
    }
    let short = slug.prefix(48).trimmingCharacters(in: CharacterSet(charactersIn: "-"))
    return model == .independence ? short + "-bits" : short
  }

  /// The command that makes the folder again.
  var command: String {
    var words = ["swift run -c release flow --function \(quoted(text))"]
    if model == .independence { words.append("--model independence") }
    if sense == .minimise { words.append("--minimise") }
    words += starts.map { "--start \($0.x),\($0.y)" }
    if let range { words.append("--range \(range.lowerBound):\(range.upperBound)") }
    if model == .gaussian, formula.variableCount == 2 {
      words.append("--covariance \(covariance[0, 0]),\(covariance[1, 1]),\(covariance[0, 1])")
    }
    if let order { words.append("--order \(order)") }
    if let time { words.append("--time \(time)") }
    if let output { words.append("--output \(quoted(output))") }
    return words.joined(separator: " ")
  }

  /// For a shell.
  private func quoted(_ text: String) -> String {
    let line = text.map { $0.isNewline ? " " : String($0) }.joined()
    return line.contains("'") ? "\"\(line)\"" : "'\(line)'"
  }
}
