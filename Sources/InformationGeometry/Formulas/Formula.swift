/// A function of real variables as a person writes it: `x − 3x²`, `sin(3x1) * exp(-x2^2)`.
///
/// Two formulas are equal if they have the same tree, wherever in a text they stand.
public struct Formula: Sendable, Equatable {
  public indirect enum Kind: Sendable, Equatable {
    /// Finite and not negative.
    case number(Double)
    case constant(Constant)
    /// x₁ is number 0.
    case variable(Int)
    case negative(Formula)
    case sum(Formula, Formula)
    case difference(Formula, Formula)
    case product(Formula, Formula)
    case quotient(Formula, Formula)
    case power(Formula, Formula)
    case function(Function, Formula)
  }

  public enum Constant: String, CaseIterable, Sendable {
    case π, e

    public var value: Double { self == .π ? .pi : 2.718281828459045 }
  }

  /// A function of one variable. `log` is the natural logarithm.
  public enum Function: String, CaseIterable, Sendable {
    case sin, cos, exp, log, abs, sqrt, tanh
  }

  public let kind: Kind
  /// Of its own character in the text it was read from: the operator, the first character of a name.
  public let place: Int
  /// Whether the only variable was written `x`, not `x1`.
  var isNumbered = true

  public init(_ kind: Kind, at place: Int = 0) {
    self.kind = kind
    self.place = place
  }

  public static func == (a: Formula, b: Formula) -> Bool { a.kind == b.kind }

  /// The formulas that this one is made of.
  public var parts: [Formula] {
    switch kind {
    case .number, .constant, .variable: []
    case .negative(let a), .function(_, let a): [a]
    case .sum(let a, let b), .difference(let a, let b), .product(let a, let b), .quotient(let a, let b), .power(let a, let b):
      [a, b]
    }
  }

  /// The number of the last variable that occurs: 2 for `x2`, 0 for a constant.
  public var variableCount: Int {
    if case .variable(let i) = kind { return i + 1 }
    return parts.map(\.variableCount).max() ?? 0
  }

  /// Where the first variable stands whose number is at least n, counted from 1.
  public func place(ofVariableFrom n: Int) -> Int? {
    if case .variable(let i) = kind { return i + 1 >= n ? place : nil }
    return parts.compactMap { $0.place(ofVariableFrom: n) }.min()
  }
}
