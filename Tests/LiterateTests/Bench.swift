import Foundation
import TestSupport

/// A little package in a temporary folder, with the programs `book`, `exercise` and `chapter-01` (the fixture) in it.
struct Bench {
  let root: URL

  /// The folder where this test and the programs were built.
  static let programs = Bundle.main.executableURL!.resolvingSymlinksInPath().deletingLastPathComponent()

  static func use<Result>(_ body: (Bench) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      let bench = Bench(root: folder.resolvingSymlinksInPath())
      for (program, name) in [("book", "book"), ("exercise", "exercise"), ("fixture-chapter", "chapter-01")] {
        try FileManager.default.createDirectory(at: bench.root.appending(path: "bin"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: programs.appending(path: program), to: bench.root.appending(path: "bin/\(name)"))
      }
      try bench.write("", to: "Package.swift")
      let fixture = repository.appending(path: "Tests/Fixtures/01-fixture/main.swift")
      try bench.write(try String(contentsOf: fixture, encoding: .utf8), to: "Chapters/01-fixture/main.swift")
      return try body(bench)
    }
  }

  func file(_ path: String) -> URL { root.appending(path: path) }

  func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(at: file(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file(path), atomically: true, encoding: .utf8)
  }

  func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: file(path).path) }

  /// Changes the source of the chapter.
  func edit(_ old: String, _ new: String) throws {
    let path = "Chapters/01-fixture/main.swift"
    try write(try text(path).replacing(old, with: new), to: path)
  }

  /// Adds a chapter whose program is a shell script; `$scratch` is the folder for its record.
  func addScript(_ folder: String, prose: String, script: String) throws {
    try write("//: # \(folder)\n\(prose)\n", to: "Chapters/\(folder)/main.swift")
    let scratch = #"scratch=$(printf %s "$NATURAL_GRADIENT_RUN" | sed 's/.*"scratch":"file:\([^"]*\)".*/\1/; s|\\/|/|g')"#
    let program = "bin/chapter-\(folder.prefix(2))"
    try write("#!/bin/sh\n\(scratch)\n\(script)\n", to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file(program).path)
  }

  func run(_ program: String, _ arguments: String..., mode: String = "", path: String? = nil) throws -> CommandResult {
    var environment = ["FIXTURE": mode]
    if let path { environment["PATH"] = path }
    return try TestSupport.run([file("bin/\(program)").path] + arguments, in: root, environment: environment)
  }
}
