import Testing

@Suite("lengths and sizes")
struct SizeTests {
  @Test("Swift files stop at 300 lines, chapters at 1100")
  func lengths() {
    #expect(longFiles(in: .repository) == [])
    let lengths = Tree.repository.swiftFiles("Sources").map { $0.text.count(where: \.isNewline) }.sorted()
    print("Swift files of Sources/: \(lengths.count), lines: median \(lengths[lengths.count / 2]), longest \(lengths.last ?? 0)")
    let long = String(repeating: "\n", count: 301)
    #expect(longFiles(in: Tree(["Sources/A/B.swift": long, "Chapters/01-a/main.swift": long])).count == 1)
    #expect(longFiles(in: Tree(["Chapters/01-a/main.swift": long + long + long + long])).count == 1)
  }

  private func longFiles(in tree: Tree) -> [String] {
    tree.swiftFiles("Sources", "Tests", "Chapters").compactMap { path, text in
      let lines = text.count(where: \.isNewline)
      return lines > (path.hasPrefix("Chapters/") ? 1100 : 300) ? "\(path) has \(lines) lines" : nil
    }
  }

  @Test("an SVG has at most 500 KB, a CSV 400 KB, output/ 30 MB, another file 3 MB")
  func bytes() {
    #expect(largeFiles(in: .repository) == [])
    var tree = Tree()
    tree.sizes = ["output/01-a/b.svg": 500_001, "output/01-a/b.csv": 400_001, "output/01-a/b.png": 31_000_000]
    #expect(largeFiles(in: tree).count == 4)
    tree.sizes = ["output/01-a/b.svg": 500_000, "output/01-a/b.csv": 400_000]
    #expect(largeFiles(in: tree).isEmpty)
  }

  private func largeFiles(in tree: Tree) -> [String] {
    func limit(_ path: String) -> Int {
      if path.hasSuffix(".svg") { return 500_000 }
      return path.hasSuffix(".csv") ? 400_000 : 3_000_000
    }
    let large = tree.paths.filter { tree.sizes[$0, default: 0] > limit($0) }
    let output = tree.sizes.filter { $0.key.hasPrefix("output/") }.values.reduce(0, +)
    return large.map { "\($0) has \(tree.sizes[$0, default: 0]) bytes" }
      + (output > 30_000_000 ? ["output/ has \(output) bytes"] : [])
  }
}
