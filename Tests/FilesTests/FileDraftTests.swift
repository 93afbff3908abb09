import Files
import Foundation
import TestSupport
import Testing

@Suite("files that are written whole or not at all") struct FileDraftTests {
  private func text(_ folder: URL, _ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test("a file gets its name when it is whole, and the old one stays until then", arguments: [false, true])
  func whole(isDurable: Bool) throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "a/b/c.txt").path
      try writeWhole(Data("old".utf8), to: path, isDurable: isDurable)  // makes the folders
      let draft = try FileDraft(of: path)
      try draft.write(Data("new".utf8))
      #expect(text(folder, "a/b/c.txt") == "old" && text(folder, "a/b/" + draft.name) == "new")
      #expect(draft.path == folder.appending(path: "a/b/\(draft.name)").path && draft.name.hasPrefix(".c.txt-"))
      try draft.keep(isDurable: isDurable)
      #expect(text(folder, "a/b/c.txt") == "new")
      #expect(files(below: folder, includingHidden: true) == ["a/b/c.txt"])
    }
  }

  @Test("a suffix is a part of the name") func suffix() throws {
    try withTemporaryFolder { folder in
      try FileDraft(of: folder.appending(path: "data").path).keep(adding: ".gz")
      #expect(files(below: folder, includingHidden: true) == ["data.gz"])
    }
  }

  @Test("a draft that is not kept leaves nothing") func dropped() throws {
    try withTemporaryFolder { folder in
      func begin() throws {
        let draft = try FileDraft(of: folder.appending(path: "c.txt").path)
        try draft.write(Data("half".utf8))
        #expect(files(below: folder, includingHidden: true) == [draft.name])
      }
      try begin()
      #expect(files(below: folder, includingHidden: true).isEmpty)
    }
  }

  @Test("what a killed process left goes with the next draft of the same file; what others write stays") func leftovers() throws {
    try withTemporaryFolder { folder in
      let alive = [".c.txt-\(getppid())", ".c.txt-notes", ".c.txt--1", ".c.txt-0", ".cc.txt-999999999"]
      for name in alive + [".c.txt-999999999"] { try Data().write(to: folder.appending(path: name)) }
      try writeWhole(Data("new".utf8), to: folder.appending(path: "c.txt").path)
      #expect(Set(files(below: folder, includingHidden: true)) == Set(alive + ["c.txt"]))
    }
  }

  @Test("a probe says what writing would, and leaves nothing") func probed() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "a.csv").path
      try writeWhole(Data("old".utf8), to: path)
      for path in [path, folder.appending(path: "b.csv").path] { try probe(path) }
      #expect(files(below: folder, includingHidden: true) == ["a.csv"] && text(folder, "a.csv") == "old")
      for path in [folder.path, "/dev/null/x"] {
        let error = #expect(throws: UnwritableFile.self, "\(path)") { try probe(path) }
        #expect(error?.path == path)
      }
    }
  }

  @Test("where nothing can be written: the file, the reason, and the old file unharmed") func refused() throws {
    try withTemporaryFolder { folder in
      try writeWhole(Data("a file".utf8), to: folder.appending(path: "plain").path)
      try FileManager.default.createDirectory(at: folder.appending(path: "taken/inside"), withIntermediateDirectories: true)
      for path in ["plain/x", "taken"].map({ folder.appending(path: $0).path }) + ["/dev/null/x", "/proc/x"] {
        let error = #expect(throws: UnwritableFile.self, "\(path)") { try writeWhole(Data("x".utf8), to: path) }
        #expect(error?.path == path && error?.description.hasPrefix("cannot write \(path): ") == true)
        #expect(error?.why.contains(/Domain|NSError|UserInfo/) == false, "\(error?.why ?? "")")
      }
      #expect(files(below: folder, includingHidden: true) == ["plain"] && text(folder, "plain") == "a file")
    }
  }

  @Test("a full disk is named, and the old file stays", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func full() throws {
    let error = #expect(throws: (any Error).self) {
      try FileHandle(forWritingTo: URL(filePath: "/dev/full")).write(contentsOf: Data([1]))
    }
    #expect(error.map { cause(of: $0) }.map { $0 == "No space left on device" || $0 == "no space is left on the disk" } == true)
  }

  @Test("a whole file is read, and where there is none, or a folder, that is said") func reading() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "bytes").path
      try writeWhole(Data([0, 255, 10]), to: path)
      #expect(try readWhole(path) == [0, 255, 10])
      let missing = #expect(throws: UnreadableFile.self) { try readWhole(path + "?") }
      #expect(missing?.isMissing == true && missing?.description == "cannot read \(path)?: there is no such file")
      let inner = #expect(throws: UnreadableFile.self) { try readWhole(folder.path) }
      #expect(inner?.isMissing == false && inner?.why == "it is a folder")
    }
  }

  @Test("causes are words, not codes") func causes() {
    #expect(cause(of: systemError(ENOSPC)) == "No space left on device")
    #expect(cause(of: CocoaError(.fileWriteNoPermission)) == "it is not permitted")
    let outer = NSError(domain: "outer", code: 1, userInfo: [NSUnderlyingErrorKey: systemError(EACCES)])
    #expect(cause(of: outer) == "Permission denied")
    struct Own: Error, CustomStringConvertible { let description = "its own words" }
    #expect(cause(of: Own()) == "its own words")
  }
}
