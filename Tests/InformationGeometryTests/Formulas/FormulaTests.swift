import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

/// Formulas as functions: printing, values, polynomials.
@Suite struct FormulaTests {
  /// A random tree that the grammar can produce, of polynomials only if so wished.
  static func random(depth: Int, variables: Int, polynomial: Bool, _ rng: inout RandomStream) -> Formula {
    func part(_ rng: inout RandomStream) -> Formula {
      random(depth: depth - 1, variables: variables, polynomial: polynomial, &rng)
    }
    let small = [0, 1, 2, 3, 10, 0.5, 0.1, 1e-7, 12345.678]
    let choice = depth == 0 ? rng.integer(below: 4) : rng.integer(below: polynomial ? 10 : 13)
    switch choice {
    case 0: return Formula(.number(small[rng.integer(below: small.count)]))
    case 1: return Formula(.constant(Formula.Constant.allCases[rng.integer(below: 2)]))
    case 2, 3: return Formula(.variable(rng.integer(below: variables)))
    case 4: return Formula(.negative(part(&rng)))
    case 5: return Formula(.sum(part(&rng), part(&rng)))
    case 6: return Formula(.difference(part(&rng), part(&rng)))
    case 7: return Formula(.product(part(&rng), part(&rng)))
    case 8: return Formula(.power(part(&rng), Formula(.number(Double(rng.integer(below: 3))))))
    case 9: return Formula(.quotient(part(&rng), Formula(.number(4))))
    case 10: return Formula(.function(Formula.Function.allCases[rng.integer(below: 7)], part(&rng)))
    case 11: return Formula(.quotient(part(&rng), part(&rng)))
    default: return Formula(.power(part(&rng), part(&rng)))
    }
  }

  @Test("3,000 random trees: printed and read again, each is the same") func roundTrip() throws {
    var rng = RandomStream(seed: 3).stream("trees")
    for _ in 0..<3000 {
      let f = Self.random(depth: 4, variables: 2, polynomial: false, &rng)
      let again = try Formula(f.printed)
      #expect(again == f, "\(f.printed) became \(again.printed)")
    }
  }

  @Test(
    "printed as mathematics",
    arguments: [
      ("x-3*x^2", "x − 3x²"), ("x1+2*x2+3*x1*x2", "x₁ + 2x₂ + 3x₁x₂"), ("sin(3*x)-x^2/4", "sin(3x) − x²/4"),
      ("2*sin(x)*cos(x)", "2 sin(x) cos(x)"), ("-(x+1)^-2", "−(x + 1)⁻²"), ("2*3", "2·3"), ("1/2*x", "1/2·x"),
      ("x-(x-1)", "x − (x − 1)"),
      ("x + -1", "x + (−1)"), ("2^x", "2^x"), ("e^(x+1)", "e^(x + 1)"), ("x^0.5", "x^0.5"), ("x1^2", "x₁²"),
    ])
  func printed(text: String, printed: String) throws { #expect(try Formula(text).printed == printed) }

  @Test(
    "in TeX",
    arguments: [
      ("x - 3x^2", "x - 3 \\, {x}^{2}"), ("x1/(1+x2)", "\\frac{x_{1}}{1 + x_{2}}"),
      ("abs(x)", "\\left\\lvert x \\right\\rvert"),
      ("-(x-1) 2^x".replacing(") 2", with: ")*2"), "-\\left(x - 1\\right) \\cdot {2}^{x}"),
      ("1e-7 sin(x)", "1 \\cdot 10^{-7} \\, \\sin\\left(x\\right)"),
    ])
  func tex(text: String, tex: String) throws { #expect(try Formula(text).tex == tex) }

  @Test("polynomials: 500 random ones against direct evaluation; those of both routes agree") func polynomials() throws {
    var rng = RandomStream(seed: 5).stream("polynomials")
    var compared = 0
    for _ in 0..<500 {
      let f = Self.random(depth: 3, variables: 2, polynomial: true, &rng)
      let text = f.printed
      let polynomial: Polynomial
      do throws(FormulaError) {
        polynomial = try f.polynomial(count: 2, text: text) ?? .constant(.nan, count: 2)
      } catch {
        #expect(error.problem == .degreeTooHigh(limit: 12), "\(text)")
        continue
      }
      let x = SIMD2(2 * rng.uniform() - 1, 2 * rng.uniform() - 1)
      let (a, b) = (polynomial.value(at: x), Formula.Program(f).value(at: x))
      // Rounding relative to the largest term, which cancels at most against as many others.
      let scale = polynomial.terms.reduce(1) { $0 + abs($1.coefficient) }
      #expect(abs(a - b) <= 1e-13 * scale, "\(text) at \(x): \(a), \(b)")
      compared += 1
    }
    #expect(compared > 400)
  }

  @Test("coefficients are exact") func coefficients() throws {
    let f = try #require(try Formula("(x - 1)^3/3 + 2").polynomial(count: 1, text: ""))
    let coefficients: [Double] = [1.0 / 3, -1, 1, 2 - 1.0 / 3]
    for power in 0...3 { #expect(f.coefficient(of: [power]) == coefficients[3 - power]) }
    #expect(try Formula("x^2^3").polynomial(count: 1, text: "")?.degree == 8)
    #expect(try Formula("sqrt(4) x + sin(0)").polynomial(count: 1, text: "") == 2 * Polynomial.variables(1)[0])
    for text in ["sin(x)", "1/x", "2^x", "x^-1", "x^0.5", "abs(x)^2"] {
      #expect(try Formula(text).polynomial(count: 1, text: text) == nil, "\(text)")
    }
  }

  @Test("functions of bits: polynomials exactly, all others by their values") func bits() throws {
    let x = PseudoBoolean.variables(2)
    #expect(try Formula("x1+2*x2+3*x1*x2").pseudoBoolean(count: 2, text: "") == x[0] + 2 * x[1] + 3 * x[0] * x[1])
    #expect(try Formula("x1^3 + 0.1x2^2").pseudoBoolean(count: 2, text: "") == x[0] + 0.1)
    for text in ["exp(x1) cos(x2 + x1)", "abs(x1 + 2x2)", "1/(3 + x1 x2)"] {
      let f = try Formula(text)
      let g = try f.pseudoBoolean(count: 2, text: text)
      for point in FiniteDistribution.cube(2) {
        #expect(abs(g.value(at: point) - Formula.Program(f).value(at: point)) < 1e-14, "\(text) at \(point)")  // 4 terms
      }
    }
  }

  @Test(
    "where there is no value, the innermost part without one is named",
    arguments: [
      ("1 + log(x)", 4, "there is no logarithm of −1, as it is wanted at x = −1"),
      ("sqrt(2x) + 1", 0, "no real square root of −2"),
      ("3 / (x + 1)", 2, "this divides by zero at x = −1"), ("x^0.5", 1, "no real power of −1 with this exponent"),
      ("(x+1)^-2", 5, "this divides by zero"), ("exp(1000x^2)", 0, "this is too large to be computed"),
      ("log(log(exp(x)))", 0, "there is no logarithm of −1"),
    ])
  func undefined(text: String, place: Int, sentence: String) throws {
    let f = try Formula(text)
    do throws(FormulaError) {
      Issue.record("\(try f.checkedValue(at: [-1], text: text))")
    } catch {
      #expect(error.place == place && error.sentence.contains(sentence), "\(error)")
    }
    #expect(!Formula.Program(f).value(at: SIMD2(-1, 0)).isFinite)
  }

  @Test(
    "constants without a value, and degrees beyond the limit",
    arguments: [
      ("x / 0", 2, "this divides by zero"), ("x / (1 - 1)", 2, "this divides by zero"),
      ("x + log(0)", 4, "no logarithm of 0"),
      ("x + 1/0", 5, "this divides by zero"), ("x^21", 1, "expanded up to degree 20"),
      ("x^10 * x^11", 5, "expanded up to degree 20"),
      ("(x+1)^99999", 5, "expanded up to degree 20"), ("1e200x*1e200", 6, "this is too large to be computed"),
    ])
  func noPolynomial(text: String, place: Int, sentence: String) throws {
    let f = try Formula(text)
    do throws(FormulaError) {
      let g = try f.polynomial(count: 1, text: text)
      Issue.record("\(text): \(String(describing: g))")
    } catch {
      #expect(error.place == place && error.sentence.contains(sentence), "\(text): \(error)")
    }
  }
}
