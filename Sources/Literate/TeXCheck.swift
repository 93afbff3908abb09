/// Checks that a formula stays inside the TeX that GitHub renders. Formulas come here with the book's macros written out.
enum TeXCheck {
  static let environments: Set = [
    "aligned", "cases", "pmatrix", "bmatrix", "vmatrix", "matrix", "array", "gathered",
  ]

  /// What GitHub, or Markdown before it, would break, and what to write instead.
  static let refused = [
    "operatorname": "write \\mathrm{…}, or a macro of the book such as \\argmin", "tag": "label the formula: $$ … $$ {#eq:name}",
    "label": "label the formula: $$ … $$ {#eq:name}", "ref": "refer to it in prose: {@eq:name}",
    "eqref": "refer to it in prose: {@eq:name}", "mbox": "write \\text{…}", "hbox": "write \\text{…}",
    "phantom": "write \\quad or \\;", "hphantom": "write \\quad or \\;", "vphantom": "leave it out",
    "def": "GitHub accepts no definitions", "newcommand": "GitHub accepts no definitions",
    "renewcommand": "GitHub accepts no definitions", "let": "GitHub accepts no definitions",
    "require": "GitHub loads no packages", "href": "no links in formulas",
    "\"": "write the letter itself",
  ]

  static let allowed: Set<String> = Set(
    """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho sigma
    varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
    mathrm mathbf mathbb mathcal mathsf mathit mathfrak mathscr boldsymbol text textrm textbf textit
    frac tfrac dfrac sqrt binom sum prod int iint oint bigcup bigcap bigoplus bigotimes lim limsup liminf sup inf max min
    log ln exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth det dim ker deg gcd arg Pr
    left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle lVert rVert lvert rvert Vert vert
    langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack mid parallel perp
    cdot cdots ldots dots vdots ddots times div pm mp ast star circ bullet oplus ominus otimes odot wedge vee cap cup
    setminus le leq ge geq ne neq ll gg lt gt approx sim simeq cong equiv propto prec succ preceq succeq in notin ni subset
    subseteq supset supseteq to gets mapsto rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow
    longrightarrow longleftarrow longmapsto Longrightarrow implies iff uparrow downarrow nearrow searrow
    forall exists nexists neg land lor therefore because partial nabla infty emptyset varnothing ell hbar Re Im aleph
    hat widehat tilde widetilde bar overline underline dot ddot check breve vec overrightarrow
    underbrace overbrace underset overset stackrel substack mathop mathbin mathrel mathord limits nolimits
    quad qquad begin end hline displaystyle textstyle scriptstyle color prime dagger ddagger top bot not
    triangleq coloneqq asymp doteq models vdash square blacksquare triangle angle
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
  ).union([",", ";", ":", "!", " ", "{", "}", "|", "\\", "%", "_", "#", "&"])

  /// One sentence for each thing that would not be rendered.
  static func problems(in tex: String) -> [String] {
    var tokens: [TeXToken] = []
    var reader = TeXReader(tex)
    while let token = reader.next() { tokens.append(token) }
    var problems = macroProblems(tokens) + balanceProblems(tokens) + environmentProblems(tex, tokens) + scriptProblems(tokens)
    if tex.allSatisfy(\.isWhitespace) { problems.append("the formula is empty") }
    for (character, advice) in [("`", "\\text{’}"), ("$", "\\text{USD}"), ("%", "\\%"), ("#", "\\#")]
    where tokens.contains(.character(Character(character))) {
      problems.append("\(character) does not survive in a formula; write \(advice)")
    }
    return problems
  }

  private static func macroProblems(_ tokens: [TeXToken]) -> [String] {
    tokens.compactMap { token -> String? in
      guard case .macro(let name) = token, !allowed.contains(name) else { return nil }
      if let advice = refused[name] { return "GitHub does not render \\\(name): \(advice)" }
      if name.isEmpty { return "a lone \\ at the end" }
      return "\\\(name) is not among the macros that GitHub is known to render (Sources/Literate/TeXCheck.swift)"
    }
  }

  private static func balanceProblems(_ tokens: [TeXToken]) -> [String] {
    var depth = 0
    for token in tokens {
      if token == .open { depth += 1 }
      if token == .close { depth -= 1 }
      if depth < 0 { return ["a } without its {"] }
    }
    if depth > 0 { return ["a { without its }"] }
    let lefts = tokens.count { $0 == .macro("left") }
    let rights = tokens.count { $0 == .macro("right") }
    return lefts == rights ? [] : ["\(lefts) \\left and \(rights) \\right"]
  }

  private static func environmentProblems(_ tex: String, _ tokens: [TeXToken]) -> [String] {
    var problems: [String] = []
    var open: [String] = []
    for match in tex.matches(of: /\\(begin|end)\s*\{([^}]*)\}/) {
      let name = String(match.2)
      if match.1 == "begin" {
        if !environments.contains(name) {
          problems.append("environment \(name): the book uses \(environments.sorted().joined(separator: ", "))")
        }
        open.append(name)
      } else if open.popLast() != name {
        problems.append("\\end{\(name)} does not close a \\begin{\(name)}")
      }
    }
    if let name = open.last { problems.append("\\begin{\(name)} has no \\end{\(name)}") }
    let needsEnvironment = tokens.contains(.macro("\\")) || tokens.contains(.character("&"))
    if needsEnvironment && !tokens.contains(.macro("begin")) && !tokens.contains(.macro("substack")) {
      problems.append("& and \\\\ need an environment, such as \\begin{aligned} … \\end{aligned}")
    }
    return problems
  }
}
