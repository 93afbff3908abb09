import Foundation
import InformationGeometry

/// Means in closed form, as formulas.
enum MeanTeX {
  /// E[f(X)] of a polynomial under N(μ, σ²).
  static func line(_ f: Polynomial) -> String { tex(GaussianMean(of: f).mean, ["\\mu", "\\sigma^2"], means: 1) }

  /// E[f(X)] of a polynomial under N(μ, Σ) in two dimensions.
  static func plane(_ f: Polynomial) -> String {
    tex(GaussianMean(of: f).mean, ["\\mu_1", "\\mu_2", "\\sigma_{11}", "\\sigma_{22}", "\\sigma_{12}"], means: 2)
  }

  /// E[f(X)] of independent bits.
  static func bits(_ f: PseudoBoolean) -> String {
    let terms = f.terms.map { term in
      Polynomial.Term(
        term.coefficient, (0..<f.count).filter { term.variables >> UInt64($0) & 1 == 1 }.map { .init(variable: $0, power: 1) })
    }
    return tex(Polynomial(count: f.count, terms: terms), (1...f.count).map { "\\eta_\($0)" }, means: f.count)
  }

  /// A polynomial with names for its variables.
  /// - Parameter means: how many of the variables are means; terms without the others come first, by rising degree.
  static func tex(_ f: Polynomial, _ names: [String], means: Int) -> String {
    func order(_ place: Int) -> [Int] {
      let factors = f.terms[place].factors
      return [factors.reduce(0) { $0 + ($1.variable < means ? 0 : $1.power) }, f.terms[place].degree, place]
    }
    var text = ""
    for term in f.terms.indices.sorted(by: { order($0).lexicographicallyPrecedes(order($1)) }).map({ f.terms[$0] }) {
      let factors = term.factors.map { power(names[$0.variable], $0.power) }.joined(separator: " ")
      let size = abs(term.coefficient)
      let digits = size == 1 && !factors.isEmpty ? "" : number(size)
      let sign = term.coefficient < 0 ? (text.isEmpty ? "-" : " - ") : (text.isEmpty ? "" : " + ")
      text += sign + [digits, factors].filter { !$0.isEmpty }.joined(separator: " \\, ")
    }
    return text.isEmpty ? "0" : text
  }

  private static func power(_ name: String, _ n: Int) -> String {
    if n == 1 { return name }
    return name == "\\sigma^2" ? "\\sigma^{\(2 * n)}" : "\(name)^{\(n)}"
  }

  private static func number(_ x: Double) -> String {
    let text = x == x.rounded() && x < 1e9 ? String(Int(x)) : String(format: "%.6g", x)
    let parts = text.split(separator: "e")
    return parts.count == 2 ? "\(parts[0]) \\cdot 10^{\(Int(parts[1]) ?? 0)}" : text
  }
}
