import Foundation
import TestSupport
import Testing

/// Every chapter, run as a reader runs it, at quick effort.
@Suite("chapters at quick effort")
struct ChapterTests {
  /// The folders of `Chapters/`.
  static let chapters = files(below: repository.appendingPathComponent("Chapters"))
    .filter { $0.hasSuffix("/main.swift") }.map { String($0.dropLast("/main.swift".count)) }

  @Test(
    "a chapter ends well, writes a page without a failure, and writes the same bytes again",
    .enabled(if: !chapters.isEmpty, "there are no chapters yet"), .timeLimit(.minutes(5)), arguments: chapters)
  func chapter(_ name: String) throws {
    try withTemporaryFolder { folder in
      let first = try build(name, into: folder.appendingPathComponent("first"))
      let second = try build(name, into: folder.appendingPathComponent("second"))
      let page = first.first { $0.key.hasSuffix("README.md") }
      let text = String(decoding: page?.value ?? Data(), as: UTF8.self)
      #expect(text.hasPrefix("# ") || text.contains("\n# "), "\(name) wrote no page with a title")
      #expect(!text.contains("[!CAUTION]"), "the page shows a failure:\n\(failures(in: text))")
      #expect(first.keys.sorted() == second.keys.sorted())
      for (path, bytes) in first { #expect(bytes == second[path], "\(path) has other bytes the second time") }
      for end in [".svg", ".gp", ".csv"] {
        #expect(first.keys.contains { $0.hasSuffix(end) } == text.contains(end + ")"), "\(end) files and the page disagree")
      }
    }
  }

  @Test(
    "a chapter on images runs without data too, and says that its digits are synthetic",
    .enabled(if: !chapters.filter(readsData).isEmpty, "no chapter reads data yet"), .timeLimit(.minutes(5)),
    arguments: chapters.filter(readsData))
  func withoutData(_ name: String) throws {
    try withTemporaryFolder { folder in
      // Quick runs ask no network, with or without --offline: a curl that tells of itself is first on the path.
      let (curl, asked) = (folder.appendingPathComponent("curl"), folder.appendingPathComponent("asked"))
      try Data("#!/bin/sh\n: > '\(asked.path)'\nexit 6\n".utf8).write(to: curl)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: curl.path)
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      let none = ["NATURAL_GRADIENT_DATA": "", "XDG_CACHE_HOME": folder.path, "PATH": "\(folder.path):\(path)"]
      let pages = try build(name, into: folder.appendingPathComponent("pages"), options: [], environment: none)
      #expect(!FileManager.default.fileExists(atPath: asked.path))
      let page = pages.first { $0.key.hasSuffix("README.md") }?.value ?? Data()
      #expect(String(decoding: page, as: UTF8.self).lowercased().contains("synthetic digits"))
    }
  }

  private static func readsData(_ name: String) -> Bool {
    let source = try? String(contentsOf: repository.appendingPathComponent("Chapters/\(name)/main.swift"), encoding: .utf8)
    return source?.contains("chapter.dataFolder") ?? false
  }

  /// Runs a chapter and gives the files of its page by path; what carries clock times is left out.
  private func build(
    _ name: String, into folder: URL, options: [String] = ["--offline"], environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let executable = Bundle.main.executableURL?.deletingLastPathComponent()
      .appendingPathComponent("chapter-\(name.prefix(2))").path
    let result = try run(
      [try #require(executable), "--effort", "quick", "--output", folder.path] + options, in: repository,
      environment: environment)
    try #require(result.status == 0, "\(name) ended with \(result.status):\n\(result.text)\n\(result.errorText)")
    let kept = files(below: folder).filter {
      !$0.contains("records/") && !$0.hasSuffix(".jsonl") && !$0.hasSuffix("timings.csv")
    }
    return Dictionary(
      uniqueKeysWithValues: kept.map { path in
        (path, FileManager.default.contents(atPath: folder.appendingPathComponent(path).path) ?? Data())
      })
  }

  private func failures(in page: String) -> String {
    let lines = page.split(separator: "\n")
    return lines.indices.filter { lines[$0].contains("[!CAUTION]") }
      .map { lines[$0...].prefix(3).joined(separator: "\n") }.joined(separator: "\n")
  }
}
