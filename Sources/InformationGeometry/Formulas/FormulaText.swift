import Foundation

/// How tightly a formula binds: from a sum, which needs a parenthesis nearly everywhere, to an atom, which needs none.
private enum Binding: Int, Comparable {
  case sum, product, sign, power, atom

  static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
}

extension Formula {
  private var binding: Binding {
    switch kind {
    case .number, .constant, .variable, .function: .atom
    case .negative: .sign
    case .sum, .difference: .sum
    case .product, .quotient: .product
    case .power: .power
    }
  }

  /// As printed mathematics: `x − 3x²`, `2 sin(x₁) x₂`. Read again, it gives an equal formula.
  public var printed: String { printed(isNumbered: isNumbered || variableCount > 1) }

  private func printed(isNumbered: Bool) -> String {
    func text(_ part: Formula, _ least: Binding) -> String {
      let text = part.printed(isNumbered: isNumbered)
      return part.binding < least ? "(\(text))" : text
    }
    switch kind {
    case .number(let x): return digits(x)
    case .constant(let c): return c.rawValue
    case .variable(let i): return isNumbered ? "x" + loweredDigits(i + 1) : "x"
    case .negative(let a): return "−" + text(a, .power)
    case .sum(let a, let b): return "\(text(a, .sum)) + \(rightTerm(b, isNumbered))"
    case .difference(let a, let b): return "\(text(a, .sum)) − \(rightTerm(b, isNumbered))"
    case .product(let a, let b): return text(a, .product) + Formula.joint(a, b) + text(b, .power)
    case .quotient(let a, let b): return "\(text(a, .product))/\(text(b, .power))"
    case .function(let f, let a): return "\(f.rawValue)(\(a.printed(isNumbered: isNumbered)))"
    case .power(let a, let b):
      if let n = b.smallInteger, b.isPlainInteger { return text(a, .atom) + raisedDigits(n) }
      return "\(text(a, .atom))^\(text(b, .atom))"
    }
  }

  /// The second term of a sum, in parentheses if it is a sum itself or begins with a sign.
  private func rightTerm(_ term: Formula, _ isNumbered: Bool) -> String {
    let text = term.printed(isNumbered: isNumbered)
    return term.binding == .sum || term.beginsWithSign ? "(\(text))" : text
  }

  private var beginsWithSign: Bool {
    switch kind {
    case .negative: true
    case .product(let a, _), .quotient(let a, _): a.beginsWithSign
    default: false
    }
  }

  /// An exponent such as 12 or −1, which can be raised.
  var isPlainInteger: Bool {
    switch kind {
    case .number(let x): x == x.rounded()
    case .negative(let a): if case .number(let x) = a.kind { x > 0 && a.isPlainInteger } else { false }
    default: false
    }
  }

  /// What stands between two factors: a dot before a digit and after a quotient, a blank before a function, or nothing.
  private static func joint(_ a: Formula, _ b: Formula) -> String {
    if case .quotient = a.kind { return "·" }
    return switch b.leftmost.kind {
    case .number: "·"
    case .function: " "
    default: ""
    }
  }

  /// What the printed formula begins with, if it begins with no parenthesis.
  private var leftmost: Formula {
    if case .power(let a, _) = kind { return a.binding == .atom ? a : self }
    return self
  }
}

/// The shortest digits that give the number back.
private func digits(_ x: Double) -> String {
  x == x.rounded() && x < 1e15 ? String(Int(x)) : "\(x)"
}

private func raisedDigits(_ n: Int) -> String {
  let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { $0 }
  return (n < 0 ? "⁻" : "") + String(String(n.magnitude).compactMap { $0.wholeNumberValue.map { raised[$0] } })
}

private func loweredDigits(_ n: Int) -> String {
  let lowered = "₀₁₂₃₄₅₆₇₈₉".map { $0 }
  return String(String(n).compactMap { $0.wholeNumberValue.map { lowered[$0] } })
}

// MARK: TeX

extension Formula {
  /// As a formula in TeX.
  public var tex: String { tex(isNumbered: isNumbered || variableCount > 1) }

  private func tex(isNumbered: Bool) -> String {
    func text(_ part: Formula, _ least: Binding) -> String {
      let text = part.tex(isNumbered: isNumbered)
      return part.binding < least ? "\\left(\(text)\\right)" : text
    }
    switch kind {
    case .number(let x): return texDigits(x)
    case .constant(let c): return c == .π ? "\\pi" : "\\mathrm{e}"
    case .variable(let i): return isNumbered ? "x_{\(i + 1)}" : "x"
    case .negative(let a): return "-" + text(a, .power)
    case .sum(let a, let b): return "\(text(a, .sum)) + \(text(b, b.beginsWithSign ? .power : .product))"
    case .difference(let a, let b): return "\(text(a, .sum)) - \(text(b, b.beginsWithSign ? .power : .product))"
    case .product(let a, let b):
      if case .number = b.leftmost.kind { return "\(text(a, .product)) \\cdot \(text(b, .power))" }
      return "\(text(a, .product)) \\, \(text(b, .power))"
    case .quotient(let a, let b): return "\\frac{\(a.tex(isNumbered: isNumbered))}{\(b.tex(isNumbered: isNumbered))}"
    case .function(.abs, let a): return "\\left\\lvert \(a.tex(isNumbered: isNumbered)) \\right\\rvert"
    case .function(.sqrt, let a): return "\\sqrt{\(a.tex(isNumbered: isNumbered))}"
    case .function(let f, let a): return "\\\(f.rawValue)\\left(\(a.tex(isNumbered: isNumbered))\\right)"
    case .power(let a, let b): return "{\(text(a, .atom))}^{\(b.tex(isNumbered: isNumbered))}"
    }
  }
}

/// Digits with a power of ten in place of an exponent.
func texDigits(_ x: Double) -> String {
  let parts = digits(x).split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]) else { return digits(x) }
  return "\(parts[0]) \\cdot 10^{\(exponent)}"
}
