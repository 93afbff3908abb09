import Foundation
import LinearAlgebra

extension Formula {
  /// The formula made ready to be evaluated often: its operations in the order in which they are done.
  ///
  /// A formula that was read needs a stack of at most 64 numbers, because the depth of its nesting is limited.
  public struct Program: Sendable {
    enum Operation: Sendable {
      case push(Double), load(Int), negate, add, subtract, multiply, divide, power, raise(Int), apply(Function)
    }

    var operations: [Operation] = []

    /// - Precondition: no part of the formula waits for more than 63 others.
    public init(_ formula: Formula) {
      append(formula)
      var (height, highest) = (0, 0)
      for operation in operations {
        switch operation {
        case .push, .load: height += 1
        case .add, .subtract, .multiply, .divide, .power: height -= 1
        case .negate, .raise, .apply: break
        }
        highest = max(highest, height)
      }
      precondition(highest <= 64, "Formula: a stack of \(highest) numbers")
    }

    private mutating func append(_ formula: Formula) {
      if case .power(let base, let exponent) = formula.kind, let n = exponent.smallInteger {
        append(base)
        return operations.append(.raise(n))
      }
      for part in formula.parts { append(part) }
      let operation: Operation =
        switch formula.kind {
        case .number(let x): .push(x)
        case .constant(let c): .push(c.value)
        case .variable(let i): .load(i)
        case .negative: .negate
        case .sum: .add
        case .difference: .subtract
        case .product: .multiply
        case .quotient: .divide
        case .power: .power
        case .function(let f, _): .apply(f)
        }
      operations.append(operation)
    }

    /// f(x); NaN or infinite where there is no value.
    ///
    /// - Precondition: x has all variables of the formula.
    /// - Complexity: O(operations); allocates nothing.
    @specialized(where P == SIMD2<Double>)
    @specialized(where P == Vector<Double>)
    public func value<P: RealPoint>(at x: P) -> Double {
      var stack = InlineArray<64, Double>(repeating: 0)
      var top = -1
      for operation in operations {
        switch operation {
        case .push(let c):
          top += 1
          stack[top] = c
        case .load(let i):
          top += 1
          stack[top] = x[i]
        case .negate: stack[top] = -stack[top]
        case .raise(let n): stack[top] = raised(stack[top], n)
        case .apply(let f): stack[top] = f.value(at: stack[top])
        case .add, .subtract, .multiply, .divide, .power:
          top -= 1
          stack[top] = Program.value(operation, stack[top], stack[top + 1])
        }
      }
      return stack[0]
    }

    @inline(__always)
    private static func value(_ operation: Operation, _ a: Double, _ b: Double) -> Double {
      switch operation {
      case .add: a + b
      case .subtract: a - b
      case .multiply: a * b
      case .divide: a / b
      default: pow(a, b)
      }
    }
  }

  /// The value of the exponent, if it is a whole number up to 1000, or minus one.
  var smallInteger: Int? {
    switch kind {
    case .number(let x): x <= 1000 ? Int(exactly: x) : nil
    case .negative(let a): a.smallInteger.map { -$0 }
    default: nil
    }
  }
}

extension Formula.Function {
  public func value(at x: Double) -> Double {
    switch self {
    case .sin: Foundation.sin(x)
    case .cos: Foundation.cos(x)
    case .exp: Foundation.exp(x)
    case .log: Foundation.log(x)
    case .abs: Swift.abs(x)
    case .sqrt: x.squareRoot()
    case .tanh: Foundation.tanh(x)
    }
  }
}

/// xⁿ by squaring: exact where the powers of a whole number are. Of x⁻ⁿ it is the inverse.
private func raised(_ x: Double, _ n: Int) -> Double {
  var (result, square, rest) = (1.0, x, n.magnitude)
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return n < 0 ? 1 / result : result
}

extension Formula {
  /// f(x), slowly and with the reason where there is none: the innermost part without a value is blamed.
  ///
  /// - Parameter text: what the formula was read from.
  /// - Precondition: x has all variables of the formula.
  public func checkedValue(at x: [Double], text: String) throws(FormulaError) -> Double {
    var values: [Double] = []
    for part in parts { values.append(try part.checkedValue(at: x, text: text)) }
    let value: Double =
      switch kind {
      case .number(let c): c
      case .constant(let c): c.value
      case .variable(let i): x[i]
      case .negative: -values[0]
      case .sum: values[0] + values[1]
      case .difference: values[0] - values[1]
      case .product: values[0] * values[1]
      case .quotient: values[0] / values[1]
      case .power(_, let exponent): exponent.smallInteger.map { raised(values[0], $0) } ?? pow(values[0], values[1])
      case .function(let f, _): f.value(at: values[0])
      }
    guard !value.isFinite else { return value }
    let reason: FormulaError.Undefined =
      switch kind {
      case .function(.log, _): .logarithm
      case .function(.sqrt, _): .root
      case .quotient where values[1] == 0: .divisionByZero
      case .power where values[0] == 0: .divisionByZero
      case .power where value.isNaN: .power
      default: .overflow
      }
    let point = variableCount > 0 ? x : []
    throw FormulaError(text: text, place: place, problem: .undefined(reason, of: values.first ?? .nan, at: point))
  }
}
