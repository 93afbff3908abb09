import Foundation
import Testing

/// STYLE 7, 14 and 17: what no source does, and the one file each that is excepted.
@Suite("what sources and files must not hold")
struct SourceTests {
  /// The three files in which language mode 6 needs a word to be convinced.
  static let excepted: Set<String> = [
    "Sources/LinearAlgebra/ConcurrentChunks.swift", "Sources/Datasets/Gunzip.swift", "Sources/Literate/Terminal.swift",
  ]

  @Test("no source breaks a rule")
  func repository() { #expect(complaints(about: .repository) == []) }

  @Test(
    "each broken rule is caught",
    arguments: [
      "let x = try! f()", "fatalError(\"override me\")", "final class A: @unchecked Sendable {}",
      "nonisolated(unsafe) let p = q", "var counter = 0", "public var counter: Int = 0", "var counter: Int",
      "enum A { static var n = 0 }",
      "enum A { static var n: Int = 0 }", "func f(_ p: UnsafeMutablePointer<Int>) {}", "a.withUnsafeBufferPointer { _ in }",
      "func f() async {}", "let g = SystemRandomNumberGenerator()", "let x = Double.random(in: 0..<1)", "a.shuffle()",
    ])
  func spoilt(line: String) {
    #expect(complaints(about: Tree(["Sources/Figures/A.swift": line])).count == 1, "\(line)")
    #expect(complaints(about: Tree(["Sources/Figures/A.swift": "// " + line])).isEmpty)
  }

  @Test("what is allowed passes, and excepted files are excepted")
  func sound() {
    let good = """
      enum A { static var n: Int { 0 } }
      public var m: Int { 0 }
      struct B {
        var n = 0
      }
      let text = "fatalError try! async"
      """
    #expect(complaints(about: Tree(["Sources/Figures/A.swift": good])).isEmpty)
    #expect(complaints(about: Tree(["Sources/Datasets/Gunzip.swift": "let p: UnsafeMutablePointer<Int>"])).isEmpty)
    #expect(complaints(about: Tree(["Sources/LinearAlgebra/B.swift": "a.withUnsafeBufferPointer { _ in }"])).isEmpty)
    #expect(complaints(about: Tree(["Sources/LinearAlgebra/B.swift": "nonisolated(unsafe) let p = q"])).count == 1)
  }

  private func complaints(about tree: Tree) -> [String] {
    tree.swiftFiles("Sources", "Chapters").flatMap { path, text in
      let code = code(of: text)
      let mayUsePointers = path.hasPrefix("Sources/LinearAlgebra/") || Self.excepted.contains(path)
      let isMain = path.hasSuffix("/main.swift")
      var found: [String] = []
      // Simple boundaries: to Unicode's rule, a full stop between letters is none.
      func look(_ what: String, _ pattern: Regex<Substring>) {
        if code.contains(pattern.wordBoundaryKind(.simple)) { found.append("\(path): \(what)") }
      }
      look("try!", /\btry!/)
      look("fatalError", /\bfatalError\b/)
      look(
        "a random number from outside RandomStreams",
        /SystemRandomNumberGenerator|\.random\(in:|\.shuffled?\(\)|\.randomElement\(/)
      if !mayUsePointers { look("an unsafe pointer", /\bUnsafe\w*Pointer\b|\bwithUnsafe\w+|\bOpaquePointer\b/) }
      if !Self.excepted.contains(path) {
        if !isMain { look("a global variable", /(?m)^(?:(?:public|package|internal|fileprivate|private) )?var [^={\n]+(?:=|$)/) }
        look("a stored static variable", /\bstatic var \w+(?:: [^{=\n]+)? =/)
        look("@unchecked Sendable", /@unchecked\s+Sendable/)
        look("nonisolated(unsafe)", /nonisolated\(unsafe\)/)
        look("async", /\basync\b/)
      }
      return found
    }
  }
}
