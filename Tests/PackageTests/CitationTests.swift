import Testing

@Suite("citations in comments")
struct CitationTests {
  @Test("a key in brackets is one of the bibliography")
  func repository() {
    #expect(complaints(about: .repository) == [])
  }

  @Test("a misspelt key is caught, and code in brackets is none")
  func spoilt() {
    let bibliography = "public enum Reference: String {\n  case Amari98, BB15\n  case VVMA\n}\ncase Other99"
    func found(_ line: String) -> [String] {
      complaints(about: Tree(["Sources/Literate/Bibliography.swift": bibliography, "Sources/BeliefNets/A.swift": line]))
    }
    #expect(found("/// As in [Amari98] §3 and [VVMA] eq. (2); x = a[N01].").isEmpty)
    #expect(found("let x = a[Amari89]").isEmpty)
    #expect(found("let x = 1  // [Amari89] eq. (3)").count == 1)
    #expect(found("/// [Other99]").count == 1)
  }

  private func complaints(about tree: Tree) -> [String] {
    let bibliography = tree.texts["Sources/Literate/Bibliography.swift"] ?? ""
    let cases = bibliography.prefix { $0 != "}" }.matches(of: /(?m)^  case ([\w, ]+)$/)
    let keys = Set(cases.flatMap { $0.1.split(separator: ", ").map(String.init) })
    return tree.swiftFiles("Sources").flatMap { path, text in
      text.split(separator: "\n").flatMap(Self.citations).filter { !keys.contains($0) }
        .map { "\(path) cites [\($0)], which is not in the bibliography" }
    }
  }

  /// The keys in the comment of a line.
  private static func citations(in line: Substring) -> [String] {
    guard let comment = line.firstRange(of: "//") else { return [] }
    return line[comment.upperBound...].matches(of: /(?:^|[^\w])\[([A-Z][A-Za-z]*\d\d|VVMA)\]/).map { String($0.1) }
  }
}
