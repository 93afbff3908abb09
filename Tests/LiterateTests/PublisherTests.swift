import Foundation
import Literate
import TestSupport
import Testing

@Suite("publishing") struct PublisherTests {
  private let pages = ["README.md": Data("page".utf8), "a.csv": Data("1\n".utf8)]

  @Test("all is staged within the folder, nothing beside it, and what dead processes left there goes") func staging() throws {
    try withTemporaryFolder { root in
      let folder = root.appending(path: "pages"), alive = ".publish-\(getppid())"
      for left in [".publish-999999999", alive] {
        try FileManager.default.createDirectory(at: folder.appending(path: left), withIntermediateDirectories: true)
        try Data("half".utf8).write(to: folder.appending(path: "\(left)/a.csv"))
      }
      for name in ["old.svg", "notes.txt"] { try Data("old".utf8).write(to: folder.appending(path: name)) }
      try Publisher().publish(pages, to: folder)
      #expect(
        Set(files(below: root, includingHidden: true))
          == ["pages/\(alive)/a.csv", "pages/README.md", "pages/a.csv", "pages/notes.txt"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: root.path) == ["pages"])
    }
  }

  @Test("a folder on another disk", .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/shm"))) func disk() throws {
    try withTemporaryFolder { root in
      let there = URL(fileURLWithPath: "/dev/shm/natural-gradient-\(UUID().uuidString)"), link = root.appending(path: "pages")
      try FileManager.default.createDirectory(at: there, withIntermediateDirectories: false)
      defer { try? FileManager.default.removeItem(at: there) }
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: there)
      try Publisher().publish(pages, to: link)
      #expect(files(below: there, includingHidden: true) == ["README.md", "a.csv"])
    }
  }

  @Test("a folder within a closed one", .enabled(if: getuid() != 0, "nothing is closed to root")) func closed() throws {
    try withTemporaryFolder { root in
      let outer = root.appending(path: "outer"), folder = outer.appending(path: "pages")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: outer.path)
      defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: outer.path) }
      try Publisher().publish(pages, to: folder)
      #expect(files(below: folder, includingHidden: true) == ["README.md", "a.csv"])
    }
  }
}
