import LinearAlgebra

extension Formula {
  /// Polynomials beyond this degree are not expanded: their means have too many terms.
  public static func degreeLimit(variables: Int) -> Int { variables == 1 ? 20 : 12 }

  /// The polynomial that the formula is, exactly; nil if a variable stands in a function, a divisor or an exponent.
  ///
  /// - Parameters:
  ///   - count: the number of variables, at least `variableCount`.
  ///   - text: what the formula was read from.
  /// - Throws: where a constant has no value, as 1/0, and where the degree exceeds the limit.
  public func polynomial(count: Int, text: String) throws(FormulaError) -> Polynomial? {
    precondition(count >= max(1, variableCount), "polynomial: \(count) variables for \(variableCount)")
    let f = try expanded(count, text)
    if let f, !f.terms.allSatisfy({ $0.coefficient.isFinite }) {
      throw FormulaError(text: text, place: place, problem: .undefined(.overflow, of: .infinity, at: []))
    }
    return f
  }

  private func expanded(_ count: Int, _ text: String) throws(FormulaError) -> Polynomial? {
    guard variableCount > 0 else { return .constant(try checkedValue(at: [], text: text), count: count) }
    var factors: [Polynomial] = []
    for part in parts {
      guard let factor = try part.expanded(count, text) else { return nil }
      factors.append(factor)
    }
    switch kind {
    case .number, .constant, .function: return nil
    case .variable(let i): return Polynomial.variables(count)[i]
    case .negative: return -factors[0]
    case .sum: return factors[0] + factors[1]
    case .difference: return factors[0] - factors[1]
    case .product:
      try check(degree: factors[0].degree + factors[1].degree, count, text)
      return factors[0] * factors[1]
    case .quotient(_, let divisor):
      guard divisor.variableCount == 0 else { return nil }
      let c = try divisor.checkedValue(at: [], text: text)
      guard c != 0 else {
        throw FormulaError(text: text, place: place, problem: .undefined(.divisionByZero, of: 0, at: []))
      }
      return Polynomial(count: count, terms: factors[0].terms.map { .init($0.coefficient / c, $0.factors) })
    case .power(_, let exponent):
      guard exponent.variableCount == 0 else { return nil }
      let c = try exponent.checkedValue(at: [], text: text)
      guard c >= 0, let n = Int(exactly: c) else { return nil }
      try check(degree: n > 100 ? n : factors[0].degree * n, count, text)
      return factors[0].power(n)
    }
  }

  private func check(degree: Int, _ count: Int, _ text: String) throws(FormulaError) {
    let limit = Formula.degreeLimit(variables: count)
    guard degree <= limit else { throw FormulaError(text: text, place: place, problem: .degreeTooHigh(limit: limit)) }
  }

  /// The function on {−1,+1}ⁿ as a polynomial without powers, which every function on it is.
  ///
  ///     c_S = 2⁻ⁿ Σ_x f(x) Π_{i ∈ S} x_i
  ///
  /// A polynomial is reduced by x_i² = 1, without rounding its coefficients.
  ///
  /// - Throws: where the function has no value at one of the 2ⁿ points.
  /// - Complexity: O(4ⁿ).
  public func pseudoBoolean(count n: Int, text: String) throws(FormulaError) -> PseudoBoolean {
    precondition(1...10 ~= n, "pseudoBoolean: 1 to 10 variables, not \(n)")
    if let f = try polynomial(count: n, text: text) {
      let terms = f.terms.map { term in
        let odd = term.factors.filter { !$0.power.isMultiple(of: 2) }
        return PseudoBoolean.Term(variables: odd.reduce(0) { $0 | 1 << UInt64($1.variable) }, coefficient: term.coefficient)
      }
      return PseudoBoolean(count: n, terms: terms)
    }
    let points = FiniteDistribution.cube(n)
    var values: [Double] = []
    for x in points { values.append(try checkedValue(at: x.elements, text: text)) }
    let rounding = 1e-15 * (values.map { abs($0) }.max() ?? 0)
    let terms = points.indices.map { set in
      let sum = points.indices.reduce(0.0) { $0 + ((~$1 & set).nonzeroBitCount.isMultiple(of: 2) ? values[$1] : -values[$1]) }
      let c = sum / Double(points.count)
      return PseudoBoolean.Term(variables: UInt64(set), coefficient: abs(c) > rounding ? c : 0)
    }
    return PseudoBoolean(count: n, terms: terms)
  }
}
