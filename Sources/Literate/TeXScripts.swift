extension TeXCheck {
  /// Macros that take an argument and therefore cannot follow ^ or _ without braces.
  private static let takingArguments: Set = [
    "mathrm", "mathbf", "mathbb", "mathcal", "mathsf", "mathit", "boldsymbol", "text", "frac", "tfrac", "dfrac", "sqrt", "hat",
    "tilde", "bar", "widehat", "widetilde", "overline", "underline", "mathop", "vec", "dot",
  ]

  /// Two exponents or two indices of one symbol, and scripts that need braces.
  static func scriptProblems(_ tokens: [TeXToken]) -> [String] {
    var problems: [String] = []
    var seen: Set<Character> = []  // the scripts that the symbol before has already
    var outer: [Set<Character>] = []  // the same for each open group; empty after a group that is a symbol itself
    var awaits: Character?
    for token in tokens {
      if token == .character(" ") || token == .character("\n") { continue }
      switch token {
      case .character(let script) where script == "^" || script == "_":
        if seen.contains(script) { problems.append("two \(script) after one symbol: put the first part into braces") }
        seen.insert(script)
        awaits = script
        continue
      case .open:
        outer.append(awaits == nil ? [] : seen)
        seen = []
      case .close:
        seen = outer.popLast() ?? []
      case .macro(let name) where awaits != nil && takingArguments.contains(name):
        problems.append("\\\(name) after \(awaits ?? "^") needs braces around it")
      default:
        if awaits == nil { seen = [] }
      }
      awaits = nil
    }
    if let awaits { problems.append("nothing after \(awaits)") }
    return problems
  }
}
