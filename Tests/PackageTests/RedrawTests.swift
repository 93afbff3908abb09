import Foundation
import TestSupport
import Testing

@Suite("figures redrawn")
struct RedrawTests {
  static let folders = Set(
    Tree.repository.paths.filter { $0.hasPrefix("output/") && $0.hasSuffix(".gp") }
      .map { $0.split(separator: "/").dropLast().joined(separator: "/") }
  ).sorted()

  /// The version that drew the committed figures, as they say themselves; another one writes other bytes.
  static let version = "gnuplot 5.4 patchlevel 4"

  /// Whether that version is on this machine.
  static let isSameVersion = (try? run(["gnuplot", "--version"], in: repository))?.text.hasPrefix(version) ?? false

  @Test(
    "gnuplot X.gp, run in a figure's folder, gives the bytes of the committed SVG",
    .enabled(if: !folders.isEmpty, "there are no figures yet"),
    .enabled(if: isInstalled("gnuplot"), "gnuplot is not installed: README's first command does it"),
    .enabled(if: isSameVersion, "the figures are of gnuplot 5.4 patchlevel 4, and another version writes other bytes"),
    arguments: folders)
  func redraw(folder: String) throws {
    #expect(try redrawnOtherwise(repository.appendingPathComponent(folder)) == [])
  }

  @Test("a picture that does not belong to its script is caught", .enabled(if: isInstalled("gnuplot")))
  func spoilt() throws {
    try withTemporaryFolder { folder in
      func put(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      try put("x,y\n0,0\n1,1\n", "a.csv")
      try put("set terminal svg\nset output 'a.svg'\nset datafile separator comma\nplot 'a.csv' using 1:2 title ''\n", "a.gp")
      _ = try run(["gnuplot", "a.gp"], in: folder)
      #expect(try redrawnOtherwise(folder) == [])
      try put("x,y\n0,0\n1,2\n", "a.csv")
      #expect(try redrawnOtherwise(folder) == ["a.svg has other bytes"])
      try put("plot 'absent.csv'\n", "a.gp")
      #expect(try redrawnOtherwise(folder).count == 1)
    }
  }

  /// What is wrong after each script of a folder was run in a copy of it.
  private func redrawnOtherwise(_ folder: URL) throws -> [String] {
    try withTemporaryFolder { scratch in
      let copy = scratch.appendingPathComponent("copy")
      try FileManager.default.copyItem(at: folder, to: copy)
      let scripts = try FileManager.default.contentsOfDirectory(atPath: copy.path).filter { $0.hasSuffix(".gp") }.sorted()
      for script in scripts { try? FileManager.default.removeItem(at: copy.appendingPathComponent(picture(of: script))) }
      return try scripts.compactMap { script in
        let result = try run(["gnuplot", script], in: copy, environment: ["LC_ALL": "C.UTF-8"])
        let name = picture(of: script)
        if result.status != 0 || !result.errors.isEmpty { return "\(script): \(result.errorText)" }
        func bytes(_ folder: URL) -> Data? { FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) }
        guard let now = bytes(copy) else { return "\(script) drew no \(name)" }
        return now == bytes(folder) ? nil : "\(name) has other bytes"
      }
    }
  }

  private func picture(of script: String) -> String { script.dropLast(3) + ".svg" }
}
