import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

/// Formulas as trees: what is read, what is refused, and where.
@Suite struct FormulaParserTests {
  /// Formulas, and their values at x = 7/10 worked out by hand.
  static let known: [(String, Double)] = [
    ("x - 3x^2", -0.77), ("-x^2", -0.49), ("(-x)^2", 0.49), ("2^3^2", 512), ("2^-1", 0.5), ("-2^2", -4),
    ("6x+8x^2-x^3-2x^4", 7.2968), ("1/2x", 0.35), ("x/2/5", 0.07), ("2 - 3 - 4", -5), ("x(x+1)(x-1)", -0.357),
    ("2(x) * 3(x)", 2.94), ("1.5e1x", 10.5), ("π/pi", 1), ("3·x × 2 ÷ 4", 1.05), ("x² + x³", 0.833), ("x⁻¹ x", 1),
    ("x¹⁰", 0.0282475249), ("−x² − 1", -1.49), ("abs(-x) sqrt(4)", 1.4), ("ln(e^3)", 3), ("log(e)exp(0)cos(0)", 1),
    ("xx", 0.49),
    ("xexp(0)", 0.7), ("+x", 0.7), ("--x", 0.7), ("2*-x", -1.4), (".5 + 1.", 1.5), ("tanh(0) + sin(0)", 0),
    ("  ( x )\t", 0.7),
    ("x1", 0.7), ("x₁", 0.7), ("2ex/e", 1.4), ("2e - 2e", 0), ("2e+1", 20), ("2^0.5^2 * 2^0.75", 2), ("x^2^1", 0.49),
    ("（x）", 0.7),
    ("--2^2", 4), ("2x^2/7", 0.14), ("x/x^2 * x", 1), ("-x/-x", 1), ("2^2x", 2.8), ("-x x", -0.49),
  ]

  @Test("the value of a formula is that worked out by hand", arguments: known)
  func values(text: String, value: Double) throws {
    let f = try Formula(text)
    // A few operations, each rounded.
    #expect(abs(Formula.Program(f).value(at: SIMD2(0.7, 0)) - value) < 1e-13, "\(text)")
    #expect(abs(try f.checkedValue(at: [0.7], text: text) - value) < 1e-13, "\(text)")
  }

  @Test("two variables") func two() throws {
    let f = try Formula("x1+2x2-3x1^2-2x1*x2-2x2^2")
    let (x, y) = (0.3, -1.2)
    #expect(abs(Formula.Program(f).value(at: SIMD2(x, y)) - (x + 2 * y - 3 * x * x - 2 * x * y - 2 * y * y)) < 1e-14)
    #expect(f.variableCount == 2 && f.place(ofVariableFrom: 2) == 4)
    #expect(try Formula("x1 x2") == Formula("x₁·x₂") && Formula("x1x2") == Formula("x1*x2"))
    #expect(try Formula("7").variableCount == 0 && Formula("x9").variableCount == 9)
  }

  /// Texts that are no formulas, with the place of the caret and a part of the sentence.
  static let wrong: [(String, Int, String)] = [
    ("", 0, "a formula is wanted here, such as x - 3x^2"), ("   ", 3, "a formula is wanted here, such as x - 3x^2"),
    ("x -", 3, "a number, a variable, a function or a parenthesis is missing here"),
    ("x * / 2", 4, "a number, a variable, a function or a parenthesis is missing here"),
    ("()", 1, "a number, a variable, a function or a parenthesis is missing here"),
    ("x^", 2, "a number, a variable, a function or a parenthesis is missing here"),
    ("(x + 1", 0, "this parenthesis is not closed"), ("sin(2(x)", 3, "this parenthesis is not closed"),
    ("x + 1)", 5, "this parenthesis was not opened"), ("x 2", 2, "an operator is missing here; write * for a product"),
    ("3 4", 2, "an operator is missing here; write * for a product"), ("x + y", 4, "“y” is unknown"),
    ("2 + cosh(x)", 4, "“cosh” is unknown"),
    ("sinx", 3, "sin needs a parenthesis here: sin(x), and sin(x)^2 for its square"),
    ("sin^2(x)", 3, "sin needs a parenthesis here"), ("sin²(x)", 3, "sin needs a parenthesis here"),
    ("1,5 x", 1, "“,” does not fit here; decimals are written with a point"), ("|x|", 0, "write abs(x) for |x|"),
    ("f(x) = 2", 0, "“f” is unknown"), ("x = 2", 2, "write only the right side of f(x) = …"),
    ("1.2.3", 3, "this is no number"),
    ("1e999", 0, "this number is too large"), ("x0", 0, "there is no variable x0; they are x1 to x9"),
    ("1 + x12", 4, "there is no variable x12"), ("x + x2", 4, "x and numbered variables do not go together"),
    ("x2 - x", 5, "x and numbered variables do not go together"), ("x # 2", 2, "“#” does not fit here"),
    ("½x", 0, "“½” does not fit here"),
    ("x⁻", 1, "“⁻” does not fit here"), ("x²^2", 2, "“^” does not fit here"), ("日本 + x", 0, "“日本” is unknown"),
    ("x\n+ ?", 4, "“?” does not fit here"),
  ]

  @Test("a wrong formula: the place of the caret, and a sentence", arguments: wrong)
  func refused(text: String, place: Int, sentence: String) {
    do throws(FormulaError) {
      let f = try Formula(text)
      Issue.record("“\(text)” was read as \(f.printed)")
    } catch {
      #expect(error.place == place && error.sentence.contains(sentence), "“\(text)”: \(error.place) \(error.sentence)")
    }
  }

  @Test("the caret stands under the character, however wide those before it are") func caret() throws {
    func lines(_ text: String) -> [String] {
      do throws(FormulaError) { _ = try Formula(text) } catch {
        return error.description.split(separator: "\n").map { String($0.prefix { $0 != "^" } + ($0.contains("^") ? "^" : "")) }
      }
      return []
    }
    #expect(lines("x - y") == ["  x - y", "      ^"])
    #expect(lines("(x)日") == ["  (x)日", "     ^"])
    #expect(lines("(x) + （x） ?")[1] == "  " + String(repeating: " ", count: 12) + "^")  // two wide parentheses
    #expect(lines("x\u{301}")[1] == "  ^")  // an accent on the x: one character, one column
    #expect(lines("x + 1\u{301} ?")[1] == "      ^")  // the accent sits on the 1
    #expect(lines("x +\n\t?") == ["  x +  ?", "       ^"])
    #expect(lines("x + 👩‍🔬")[1] == "      ^")
  }

  @Test("long and deep texts are refused, not run into the ground") func limits() {
    func problem(_ text: String) -> FormulaError.Problem? {
      do throws(FormulaError) { _ = try Formula(text) } catch { return error.problem }
      return nil
    }
    #expect(problem(String(repeating: "x+", count: 499) + "x") == nil)
    #expect(problem(String(repeating: "x+", count: 501) + "x") == .tooLong(limit: 1000))
    #expect(problem(String(repeating: "(", count: 20) + "x" + String(repeating: ")", count: 20)) == nil)
    for opening in ["(", "-", "sin(", "x^", "x^-"] {
      #expect(problem(String(repeating: opening, count: 100)) == .tooDeep(limit: 20), "\(opening)")
    }
    #expect(problem(String(repeating: "x", count: 900)) != nil)
    // Nothing that can be read needs more than the evaluator's stack; an exponent in parentheses counts twice.
    let deepest = (0..<10).reduce("x") { inner, _ in "1+2*3^(\(inner))" }
    #expect(problem(deepest) == nil)
    if let f = try? Formula(deepest) { _ = Formula.Program(f) }
  }

  @Test("2,000 mutated formulas: each is read, or refused with a sentence and a caret inside the text") func mutations() {
    var rng = RandomStream(seed: 7).stream("mutations")
    let seeds = [
      "x - 3x^2", "6x+8x^2-x^3-2x^4", "sin(3x) - x²/4", "abs(x) − x^2", "x1+2x2-3x1^2-2x1*x2-2x2^2", "exp(-(x1 - 1)^2/2) log(2)",
    ]
    let alphabet = Array("x123.0e+-*/^() ²⁻πsincogla,−·y\t日\u{301}=|") + ["👩‍🔬", "\r\n"]
    var read = 0
    for round in 0..<2000 {
      var text = Array(seeds[round % seeds.count])
      for _ in 0...rng.integer(below: 2) {
        let place = rng.integer(below: text.count)
        switch rng.integer(below: 3) {
        case 0: text[place] = alphabet[rng.integer(below: alphabet.count)]
        case 1: text.insert(alphabet[rng.integer(below: alphabet.count)], at: place)
        default: if text.count > 1 { text.remove(at: place) }
        }
      }
      let string = String(text)
      do throws(FormulaError) {
        let f = try Formula(string)
        read += 1
        #expect((try? Formula(f.printed)) == f, "\(string) → \(f.printed)")
      } catch {
        #expect(0...string.count ~= error.place && error.text == string && error.sentence.count > 15, "\(string)")
        #expect(error.description.split(separator: "\n").count == 2, "\(string)")
        #expect(!error.description.contains("\t") && error.indent <= 2 * string.count)
      }
    }
    #expect(300...1700 ~= read, "\(read) of 2,000 were read: the mutations are too mild, or too wild")
  }
}
