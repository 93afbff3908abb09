import Foundation
import Testing

@Suite("the repository")
struct RepositoryTests {
  static let needed = [
    ".ci", ".gitignore", ".swift-format", "CITATION.cff", "LICENSE", "Package.swift", "README.md", "Sources", "Tests",
  ]

  @Test("the top level is that of the design")
  func topLevel() {
    #expect(strangers(in: .repository) == [])
    #expect(Set(Self.needed).subtracting(top(of: .repository)) == [])
    #expect(strangers(in: Tree(["Makefile": "", "README.md": "", "docs/a.md": ""])) == ["Makefile", "docs"])
  }

  private func top(of tree: Tree) -> Set<String> {
    Set(tree.paths.map { String($0.split(separator: "/")[0]) })
  }

  private func strangers(in tree: Tree) -> [String] { top(of: tree).subtracting(Self.needed + ["Chapters", "output"]).sorted() }

  @Test("no data set, no build, no Package.resolved is committed")
  func committed() {
    #expect(unwanted(in: .repository) == [])
    let bad = ["Package.resolved", ".build/a", "data/train-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte", "a/b.ubyte"]
    #expect(unwanted(in: Tree(Dictionary(uniqueKeysWithValues: bad.map { ($0, "") }))) == bad.sorted())
  }

  private func unwanted(in tree: Tree) -> [String] {
    tree.paths.filter { $0.hasPrefix(".build/") || $0.hasSuffix("Package.resolved") || $0.contains(/ubyte(\.gz)?$/) }
  }

  @Test("no file names a place of one machine")
  func machinePaths() {
    #expect(machinePaths(in: .repository) == [])
    for folder in ["home/ada", "Users/ada", "root", "work", "tmp/bash_jobs"] {
      #expect(machinePaths(in: Tree(["output/a.md": "in /\(folder)/book"])).count == 1, "\(folder)")
    }
    #expect(machinePaths(in: Tree(["output/a.md": "at https://a.org/home/ada and framework/work/"])).isEmpty)
  }

  private func machinePaths(in tree: Tree) -> [String] {
    tree.paths.filter { path in
      tree.texts[path]?.contains(/(^|[^A-Za-z0-9_.\-])\/(home\/\w+|Users\/\w+|root|work|farm|tmp\/bash_jobs)\//) ?? false
    }
  }

  @Test("README and .ci/run install the same packages and run the same commands")
  func commands() {
    let (readme, script) = (Tree.repository.texts["README.md"] ?? "", Tree.repository.texts[".ci/run"] ?? "")
    #expect(disagreements(readme, script) == [])
    #expect(disagreements(readme.replacing("gnuplot-nox", with: "gnuplot"), script).count == 1)
    #expect(disagreements(readme, script.replacing("swift test", with: "swift test --parallel")).count == 1)
    #expect(disagreements(readme, script.replacing("release book", with: "debug book")).count == 1)
  }

  /// The README's commands stand alone on their lines in `sh` blocks; `.ci/run` adds `--effort quick` to the book.
  private func disagreements(_ readme: String, _ script: String) -> [String] {
    func packages(_ text: String) -> [String] {
      text.matches(of: /(?:apt-get install -y|\bpackages=\()([^'&\n"]+?)['&\n)]/).flatMap { $0.1.split(separator: " ") }
        .map(String.init).sorted()
    }
    let lines = readme.split(separator: "\n").map(String.init)
    var found: [String] = []
    if packages(readme).isEmpty || packages(readme) != packages(script) {
      found.append("packages: \(packages(readme)) and \(packages(script))")
    }
    guard let book = lines.first(where: { $0.contains("apt-get install") })?.components(separatedBy: "&& ").last,
      let tests = lines.first(where: { $0.hasPrefix("swift test") })
    else { return found + ["README has no such commands"] }
    let steps = script.split(separator: "\n").map { String($0.trimmingPrefix("step ").replacing(" | brief", with: "")) }
    for command in [book + " --effort quick", tests] where !steps.contains(command) {
      found.append(".ci/run does not run: \(command)")
    }
    return found
  }
}
