import Literate
import Testing

/// What GitHub would not render is named with its file and line.
@Suite struct TeXTests {
  @Test(
    "a formula that is refused",
    arguments: [
      ("$\\operatorname{tr} A$", "GitHub does not render \\operatorname"), ("$x \\tag{1}$", "\\tag"), ("$\\mbox{a}$", "\\text"),
      ("$\\phantom{a}$", "\\phantom"), ("$\\def\\x{1}$", "\\def"), ("$\\newcommand{\\x}{1}$", "\\newcommand"),
      ("$\\frac{1}{2$", "a { without its }"), ("$a}$", "a } without its {"), ("$\\unknownmacro$", "\\unknownmacro is not among"),
      ("$$ \\begin{align} a \\end{align} $$", "environment align"), ("$$ \\begin{cases} a \\end{aligned} $$", "\\end{aligned}"),
      ("$$ \\begin{cases} a $$", "has no \\end{cases}"), ("$$ a & b \\\\ c $$", "need an environment"), ("$\\left( a$", "\\left"),
      ("$x_a_b$", "two _"), ("$x^\\mathrm{T}$", "needs braces"), ("$x_$", "nothing after _"), ("$50 %$", "% does not survive"),
      ("$`a`$", "` does not survive"), ("$ $", "empty"), ("a$x$", "touches a letter"), ("$x$2", "touches a letter"),
      ("costs 5$ only", "without its closing $"), ("$$ a", "without its closing $$"), ("[the $x$](http://a.b)", "text of a link"),
      ("| $a|b$ | c |", "\\mid"), ("## The $x$ axis", "a heading"),
    ])
  func refused(prose: String, message: String) {
    let page = Fixture.weave(Fixture.prose("Fine: $a$.\n\n" + prose), [])
    #expect(page.problems.count >= 1, "\(page.text)")
    #expect(page.problems.allSatisfy { $0.file == "Chapters/01-small/main.swift" && $0.line == 5 }, "\(page.problems)")
    #expect(page.problems.contains { $0.message.contains(message) }, "\(page.problems)")
    #expect(page.text.contains("[!CAUTION]"))
  }

  @Test(
    "a formula that is accepted",
    arguments: [
      ("$\\KL(p \\| q)$", "$`\\mathrm{KL}(p \\| q)`$"), ("$\\argmin_x f$", "$`\\mathop{\\mathrm{arg\\,min}}_x f`$"),
      ("$W^\\T$-dimensional", "$`W^{\\mathsf{T}}`$-dimensional"),
      ("($\\norm{x - \\E[y]}^2$)", "($`\\lVert x - \\mathbb{E}[y] \\rVert^2`$)"),
      ("$x_{a}^{b'}$, $y'^2$", "$`x_{a}^{b'}`$, $`y'^2`$"), ("\\$5", "\\$5"), ("`$a b_c_d$`", "`$a b_c_d$`"),
      ("$a\nb$", "$`a b`$"), ("$\\{x : x_1 < 2\\}$", "$`\\{x : x_1 < 2\\}`$"),
      (
        "$$ \\begin{aligned} a &= b \\\\ &= c \\end{aligned} $$", "```math\n\\begin{aligned} a &= b \\\\ &= c \\end{aligned}\n```"
      ),
    ])
  func accepted(prose: String, markdown: String) {
    let page = Fixture.weave(Fixture.prose(prose), [])
    #expect(page.problems == [])
    #expect(page.text.contains(markdown), "\(page.text)")
  }

  @Test("a value in a formula") func valueInFormula() {
    let source = Fixture.prose("$x = {{x}}$ but {{x}}", code: "value(\"x\", 1e-8)")
    let page = Fixture.weave(source, [Entry(line: 2, output: .value(name: "x", quantity: .number(-2e-8), format: nil))])
    #expect(page.text.contains("$`x = -2\\times10^{-8}`$ but −2×10⁻⁸"), "\(page.text)")
  }
}
