import Foundation
import Testing

@Suite("arrows between targets")
struct ImportTests {
  @Test("the table itself goes one way, up the levels")
  func levels() {
    for (name, rule) in architecture {
      for used in rule.imports where used != "ArgumentParser" {
        let level = architecture[used]?.level
        #expect(level.map { $0 < rule.level } == true, "\(name) on level \(rule.level) imports \(used)")
      }
    }
  }

  @Test("sources import what the table and Package.swift allow, and nothing else")
  func repository() {
    #expect(complaints(about: .repository) == [])
  }

  @Test("each kind of wrong import is caught")
  func spoilt() {
    let manifest = """
      let libraries = [
        Row(name: "RandomStreams", uses: []),
        Row(name: "LinearAlgebra", uses: ["COpenBLAS"]), Row(name: "Datasets", uses: ["LinearAlgebra"]),
      ]
      let chapters: [Row] = [Row(name: "01-a", uses: ["Literate"])]
      let commands: [Row] = []
      let end = 0
      """
    let good = [
      "Package.swift": manifest, "Sources/RandomStreams/A.swift": "", "Sources/LinearAlgebra/A.swift": "import COpenBLAS",
      "Sources/Datasets/A.swift": "public import struct LinearAlgebra.Matrix", "Chapters/01-a/main.swift": "import Literate",
      "Tests/DatasetsTests/A.swift": "import Datasets\nimport Testing",
    ]
    #expect(complaints(about: Tree(good)) == [])
    func found(_ path: String, _ text: String) -> [String] {
      complaints(about: Tree(good.merging([path: text]) { $1 }))
    }
    // Up the levels; an undeclared sibling; a library of the system; C from elsewhere; a chapter; @testable.
    #expect(found("Sources/LinearAlgebra/B.swift", "import Datasets").count == 2)
    #expect(found("Sources/Datasets/B.swift", "import RandomStreams").count == 1)
    #expect(found("Sources/RandomStreams/B.swift", "@_exported import Foundation").count == 1)
    #expect(found("Sources/Datasets/B.swift", "@preconcurrency import COpenBLAS").count == 2)
    #expect(found("Tests/DatasetsTests/B.swift", "import chapter_01").count == 1)
    #expect(found("Tests/DatasetsTests/B.swift", "@testable import Datasets").count == 1)
    #expect(found("Chapters/01-a/B.swift", "import Datasets").count == 1)
    #expect(found("Chapters/02-b/main.swift", "").count == 1)
    #expect(found("Sources/Utilities/A.swift", "").count == 1)
    #expect(
      found("Package.swift", manifest.replacing("[\"LinearAlgebra\"]", with: "[\"LinearAlgebra\", \"Figures\"]")).count == 2)
    #expect(found("Sources/Datasets/B.swift", "// import Figures\nlet s = \"\"\"\nimport Figures\n\"\"\"").isEmpty)
  }

  private let system: Set<String> = ["Foundation", "Dispatch", "Testing", "Glibc", "Synchronization"]

  private func complaints(about tree: Tree) -> [String] {
    let rows = packageRows(tree.texts["Package.swift"] ?? "")
    let declared = Dictionary(uniqueKeysWithValues: rows.values.joined().map { ($0.name, $0.uses) })
    var complaints = (rows["libraries"] ?? []).flatMap { row in
      row.uses.subtracting(architecture[row.name]?.imports ?? []).sorted().map {
        "Package.swift lets \(row.name) use \($0), and the table does not"
      }
    }
    var used: [String: Set<String>] = [:]
    for (path, text) in tree.swiftFiles("Sources", "Chapters", "Tests") {
      let target = String(path.split(separator: "/")[1])
      if code(of: text).contains(/@testable\s+import/) { complaints.append("\(path): @testable import") }
      for module in imports(of: text) {
        used[target, default: []].insert(module)
        if module.hasPrefix("chapter") { complaints.append("\(path) imports the chapter \(module)") }
        guard !path.hasPrefix("Tests/"), !module.hasPrefix("chapter") else { continue }
        if let rule = architecture[target], !rule.imports.union(rule.system).contains(module) {
          complaints.append("\(path) imports \(module), and the table does not let it")
        }
        if !system.contains(module), declared[target]?.contains(module) == false {
          complaints.append("\(path) imports \(module), which Package.swift does not declare")
        }
      }
      if !path.hasPrefix("Tests/"), declared[target] == nil {
        complaints.append("\(path) belongs to no row of Package.swift")
      }
    }
    for row in rows["libraries"] ?? [] {
      complaints += row.uses.subtracting(used[row.name] ?? []).sorted().map {
        "\(row.name) declares \($0) and does not import it"
      }
    }
    return complaints
  }
}
