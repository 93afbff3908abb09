/// DESIGN's table of targets: for each, its level, what it imports of this package, and what of the toolchain.
///
/// Arrows go one way, from a level to a lower one. Chapters and commands stand on level 5 and import what they like,
/// except one another.
struct TargetRule {
  let level: Int
  let imports: Set<String>
  var system: Set<String> = []
}

let architecture: [String: TargetRule] = [
  "COpenBLAS": TargetRule(level: -1, imports: []),
  "CZlib": TargetRule(level: -1, imports: []),
  "RandomStreams": TargetRule(level: 0, imports: []),
  "Files": TargetRule(level: 0, imports: [], system: ["Foundation"]),
  "Figures": TargetRule(level: 1, imports: ["Files"], system: ["Foundation"]),
  "Literate": TargetRule(level: 2, imports: ["Files", "Figures", "ArgumentParser"], system: ["Foundation"]),
  "LinearAlgebra": TargetRule(level: 1, imports: ["COpenBLAS"], system: ["Dispatch", "Foundation", "Synchronization"]),
  "InformationGeometry": TargetRule(level: 2, imports: ["LinearAlgebra", "RandomStreams"], system: ["Foundation"]),
  "Datasets": TargetRule(level: 3, imports: ["Files", "LinearAlgebra", "RandomStreams", "CZlib"], system: ["Foundation"]),
  "BeliefNets": TargetRule(
    level: 3, imports: ["LinearAlgebra", "InformationGeometry", "RandomStreams"], system: ["Foundation"]),
  "DeepNets": TargetRule(
    level: 3, imports: ["LinearAlgebra", "InformationGeometry", "RandomStreams"], system: ["Foundation"]),
  "Autoencoders": TargetRule(
    level: 4, imports: ["LinearAlgebra", "InformationGeometry", "RandomStreams", "BeliefNets", "DeepNets"],
    system: ["Foundation"]),
  "Experiments": TargetRule(
    level: 4,
    imports: ["Files", "LinearAlgebra", "InformationGeometry", "RandomStreams", "Datasets", "BeliefNets", "DeepNets"],
    system: ["Foundation"]),
]

/// A row of the table in Package.swift.
struct PackageRow: Equatable {
  let name: String
  let uses: Set<String>
}

/// The rows of Package.swift, by the list they stand in: "libraries", "chapters", "commands".
func packageRows(_ manifest: String) -> [String: [PackageRow]] {
  var rows: [String: [PackageRow]] = [:]
  for list in ["libraries", "chapters", "commands"] {
    guard let start = manifest.range(of: "let \(list)"), let end = manifest[start.upperBound...].range(of: "\nlet ")
    else { continue }
    rows[list] = manifest[start.upperBound..<end.lowerBound]
      .matches(of: /Row\(\s*name:\s*"([^"]+)",\s*uses:\s*\[([^\]]*)\]/).map { match in
        PackageRow(name: String(match.1), uses: Set(match.2.matches(of: /"([^"]+)"/).map { String($0.1) }))
      }
  }
  return rows
}

/// The modules that a source imports.
func imports(of source: String) -> [String] {
  code(of: source).matches(
    of:
      #/
      (?m) ^ \s*
      (?: @\w+ (?: \([^)]*\) )? \s+ )*
      (?: (?: public|package|internal|fileprivate|private ) \s+ )?
      import \s+
      (?: (?: struct|class|enum|protocol|typealias|func|var|let ) \s+ )?
      (\w+)
    /#
  ).map { String($0.1) }
}
