import TestSupport
import Testing

/// The list of `Tests/mutate`, held to the tree, so that it does not go stale between two runs of it.
@Suite("spoilings")
struct MutationListTests {
  @Test("there are fifteen or more, and each finds its line and its check") func committed() {
    #expect(complaints(about: .repository) == [])
    #expect(entries(of: .repository).count >= 15)
  }

  static let list = """
    # A comment.
    name: sign
    file: Sources/A/B.swift
    old: a + b
    new: a - b
    chapter: 01
    expect: the sum of \\(n)

    name: order
    file: Sources/A/B.swift
    old: x < y
    new: y < x
    chapter: 01
    expect: sorted
    from: check(3)
    """

  private func complaints(_ old: String = "#", _ new: String = "#", library: String = "let s = a + b\nif x < y {}\n") -> [String]
  {
    let chapter = """
      func check(_ n: Int, line: Int = #line) { expect(f(n), as: "sorted", line: line) }
      check(2)
      check(3)
      expect(
        s, equals: 3, as: "the sum of \\(n)")
      """
    return complaints(
      about: Tree([
        "Tests/mutations.txt": Self.list.replacing(old, with: new), "Sources/A/B.swift": library,
        "Chapters/01-a/main.swift": chapter,
      ]))
  }

  @Test("a list in order passes") func sound() { #expect(complaints() == []) }

  @Test(
    "what is wrong with an entry is told",
    arguments: [
      ("old: a + b", "old: a * b", "stands 0 times"), ("old: x < y", "old: ", "needs"),
      ("new: y < x", "new: x < y", "changes nothing"),
      ("B.swift\nold: x", "C.swift\nold: x", "no file"), ("chapter: 01\nexpect: the", "chapter: 02\nexpect: the", "no chapter"),
      ("expect: sorted", "expect: unsorted", "does not stand on exactly one line"),
      ("from: check(3)", "from: check(", "does not stand on exactly one line"), ("name: order", "name: sign", "twice"),
      ("from: check(3)", "form: check(3)", "no key"), ("name: order", "order", "no key"),
    ])
  func wrong(old: String, new: String, message: String) {
    let found = complaints(old, new)
    #expect(found.count == 1 && found[0].contains(message), "\(found)")
  }

  @Test("a line that now stands twice is told") func twice() {
    #expect(complaints(library: "let s = a + b, t = a + b\nif x < y {}\n").count == 1)
  }

  @Test("the script lists what it would do, and refuses what it does not know") func script() throws {
    let program = repository.appendingPathComponent("Tests/mutate").path
    let listed = try run([program, "--list"], in: repository)
    #expect(listed.status == 0, "\(listed.errorText)")
    let names = entries(of: .repository).compactMap { $0["name"] }
    #expect(listed.text.split(separator: "\n").filter { $0.first != " " }.map(String.init) == names)
    #expect(try run([program, "no-such-name"], in: repository).status == 2)
    #expect(try run([program, "--fast"], in: repository).status == 2)
  }

  private static let keys: Set = ["name", "file", "old", "new", "chapter", "expect", "from"]

  private func entries(of tree: Tree) -> [[String: String]] {
    var entries: [[String: String]] = []
    for line in (tree.texts["Tests/mutations.txt"] ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts[0] == "name" || entries.isEmpty { entries.append([:]) }
      entries[entries.count - 1][parts[0]] = parts.count > 1 ? String(parts[1].dropFirst()) : ""
    }
    return entries
  }

  private func complaints(about tree: Tree) -> [String] {
    let entries = entries(of: tree)
    let names = entries.compactMap { $0["name"] }
    let repeated = Set(names.filter { name in names.count { $0 == name } > 1 }).sorted().map { "\($0) stands there twice" }
    return repeated + entries.compactMap { entry in complaint(entry, tree).map { "\(entry["name"] ?? "?"): \($0)" } }
  }

  private func complaint(_ entry: [String: String], _ tree: Tree) -> String? {
    if let key = entry.keys.first(where: { !Self.keys.contains($0) }) { return "there is no key “\(key)”" }
    guard let file = entry["file"], let old = entry["old"], let new = entry["new"], let chapter = entry["chapter"],
      let name = entry["expect"], !old.isEmpty, !name.isEmpty
    else { return "needs file, old, new, chapter and expect" }
    if old == new { return "changes nothing" }
    guard let library = tree.texts[file] else { return "there is no file \(file)" }
    let count = library.ranges(of: old).count
    if count != 1 { return "“\(old)” stands \(count) times in \(file)" }
    guard let main = tree.texts.first(where: { $0.key.hasPrefix("Chapters/\(chapter)-") && $0.key.hasSuffix("/main.swift") })
    else { return "there is no chapter \(chapter)" }
    for text in ["as: \"\(name)\"", entry["from"] ?? "expect("] where text != "expect(" {
      let lines = main.value.split(separator: "\n").count { $0.contains(text) }
      if lines != 1 { return "“\(text)” does not stand on exactly one line of \(main.key)" }
    }
    return nil
  }
}
