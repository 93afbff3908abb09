// swift-tools-version: 6.2
import PackageDescription

// The house of the book. Every library, executable and chapter is one row; products and tests derive from the rows.
// Arrows point to rows above. Tests/PackageTests holds the imports of the sources to this table.

struct Row {
  let name: String
  let uses: [String]
  var isNumeric = false  // compiled for AVX2 and FMA
  var testsUse: [String] = []  // beyond what the library itself uses
}

let libraries = [
  Row(name: "RandomStreams", uses: [], isNumeric: true),
  Row(name: "Files", uses: []),
  Row(name: "Figures", uses: ["Files"]),
  Row(name: "LinearAlgebra", uses: ["COpenBLAS"], isNumeric: true),
  Row(name: "Literate", uses: ["Files", "Figures", "ArgumentParser"], testsUse: ["fixture-chapter", "book", "exercise"]),
  Row(name: "InformationGeometry", uses: ["LinearAlgebra", "RandomStreams"], isNumeric: true, testsUse: ["flow"]),
  Row(name: "Datasets", uses: ["Files", "LinearAlgebra", "RandomStreams", "CZlib"], isNumeric: true),
  Row(
    name: "BeliefNets", uses: ["LinearAlgebra", "RandomStreams"], isNumeric: true,
    testsUse: ["InformationGeometry", "CMalloc"]),
  Row(
    name: "Experiments", uses: ["BeliefNets", "Datasets", "Files", "LinearAlgebra", "RandomStreams"],
    testsUse: ["book", "train"]),
]

let chapters = [
  Row(
    name: "01-stochastic-relaxation", uses: ["Figures", "InformationGeometry", "LinearAlgebra", "Literate"]),
  Row(
    name: "02-natural-gradient",
    uses: ["Figures", "InformationGeometry", "LinearAlgebra", "Literate", "RandomStreams"]),
  Row(
    name: "03-gaussian", uses: ["Figures", "InformationGeometry", "LinearAlgebra", "Literate"]),
  Row(
    name: "04-gaussian-flows", uses: ["Figures", "InformationGeometry", "LinearAlgebra", "Literate"]),
  Row(
    name: "05-stochastic-natural-gradient",
    uses: ["Figures", "InformationGeometry", "LinearAlgebra", "Literate", "RandomStreams"]),
  Row(
    name: "08-fisher-blocks",
    uses: [
      "BeliefNets", "Datasets", "Figures", "InformationGeometry", "LinearAlgebra", "Literate", "RandomStreams",
    ]),
  Row(
    name: "09-three-by-three",
    uses: ["BeliefNets", "Datasets", "Figures", "InformationGeometry", "LinearAlgebra", "Literate", "RandomStreams"]),
  Row(
    name: "10-mini-mnist",
    uses: ["BeliefNets", "Datasets", "Experiments", "Figures", "LinearAlgebra", "Literate", "RandomStreams"]),
  Row(
    name: "11-mnist",
    uses: ["BeliefNets", "Datasets", "Experiments", "Figures", "LinearAlgebra", "Literate", "RandomStreams"]),
  Row(
    name: "16-performance",
    uses: ["BeliefNets", "Experiments", "Figures", "LinearAlgebra", "Literate", "RandomStreams"]),
]

// The commands that run chapters depend on them, so that one build makes them all.
let chapterPrograms = chapters.map { "chapter-\($0.name.prefix(2))" }

let commands = [
  Row(name: "book", uses: ["Datasets", "Experiments", "Literate", "ArgumentParser"] + chapterPrograms),
  Row(name: "exercise", uses: ["Literate", "ArgumentParser"] + chapterPrograms),
  Row(
    name: "benchmark", uses: ["BeliefNets", "Datasets", "Files", "LinearAlgebra", "Literate", "RandomStreams", "ArgumentParser"]),
  Row(name: "flow", uses: ["Figures", "Files", "InformationGeometry", "LinearAlgebra", "Literate", "ArgumentParser"]),
  Row(
    name: "train",
    uses: ["BeliefNets", "Datasets", "Experiments", "Files", "LinearAlgebra", "Literate", "RandomStreams", "ArgumentParser"]),
]

#if arch(x86_64)
  let vectorised: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-march=x86-64-v3"])]
#else
  let vectorised: [SwiftSetting] = []
#endif

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func dependencies(_ row: Row) -> [Target.Dependency] {
  row.uses.map { $0 == "ArgumentParser" ? argumentParser : .target(name: $0) }
}

func settings(_ row: Row) -> [SwiftSetting] { row.isNumeric ? vectorised : [] }

let package = Package(
  name: "natural-gradient",
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")],
  targets: [
    .systemLibrary(
      name: "COpenBLAS", path: "Sources/COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CMalloc", path: "Tests/CMalloc"),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  ]
    + libraries.map {
      .target(
        name: $0.name, dependencies: dependencies($0), path: "Sources/\($0.name)", swiftSettings: settings($0),
        linkerSettings: $0.isNumeric ? [.linkedLibrary("m")] : [])
    }
    + chapters.map {
      .executableTarget(
        name: "chapter-\($0.name.prefix(2))", dependencies: dependencies($0), path: "Chapters/\($0.name)")
    }
    + commands.map {
      .executableTarget(name: $0.name, dependencies: dependencies($0), path: "Sources/\($0.name)")
    }
    + [
      .target(name: "TestSupport", path: "Tests/Support"),
      .testTarget(name: "PackageTests", dependencies: ["TestSupport"]),
      .testTarget(name: "ChapterTests", dependencies: ["TestSupport"] + chapterPrograms.map { .target(name: $0) }),
    ]
    + [
      .executableTarget(
        name: "fixture-chapter", dependencies: ["Literate", "Figures"], path: "Tests/Fixtures/01-fixture")
    ]
    + libraries.map {
      .testTarget(
        name: "\($0.name)Tests",
        dependencies: [.target(name: $0.name), "TestSupport"] + dependencies($0) + $0.testsUse.map { .target(name: $0) })
    },
  swiftLanguageModes: [.v6]
)
