import Foundation
import Literate
import Testing

@Suite struct SourceTests {
  @Test("prose and code are told apart, hidden lines are kept from the page") func stretches() throws {
    let source = Fixture.source
    let kinds = source.stretches.map { if case .prose = $0 { "prose" } else { "cell" } }
    #expect(kinds == ["prose", "cell", "prose", "cell", "prose", "cell", "prose", "cell"])
    guard case .cell(let first) = source.stretches[1], case .cell(let hidden) = source.stretches[5] else {
      throw Problem(file: "", line: 0, message: "no cells")
    }
    #expect(first.shown == "import Literate")
    #expect(hidden.shown == "" && hidden.code.contains("figure("))
    #expect(source.number == 1 && source.executable == "chapter-01" && source.file == "Chapters/01-small/main.swift")
  }

  @Test("a hidden stretch that does not close has the line where it opens") func openHide() {
    let source = ChapterSource(folder: "01-small", text: "//: # T\nlet a = 1\n// hide begin\nlet b = 1\n")
    #expect(source.problems == [Problem(file: source.file, line: 3, message: "“// hide begin” has no “// hide end”")])
    let other = ChapterSource(folder: "01-small", text: "//: # T\nlet a = 1\n// hide end\n")
    #expect(other.problems.map(\.line) == [3])
  }

  @Test("the stamp sees a change of code, not of prose, and finds the line again") func stamp() {
    let old = ChapterSource(folder: "01-a", text: "//: # T\nlet a = 1\nlet b = 2\n//: more\nlet c = 3\n")
    let prose = ChapterSource(folder: "01-a", text: "//: # T\n//: new\n\nlet a = 1\n\nlet b = 2\n//: less\n//: x\nlet c = 3\n")
    let code = ChapterSource(folder: "01-a", text: "//: # T\nlet a = 1\nlet b = 3\n//: more\nlet c = 3\n")
    #expect(old.stamp.checksum == prose.stamp.checksum)
    #expect(old.stamp.checksum != code.stamp.checksum)
    #expect([2, 3, 5].map { old.stamp.line($0, in: prose.stamp) } == [4, 6, 9])
    #expect([2, 3, 5].map { old.stamp.line($0, in: old.stamp) } == [2, 3, 5])
  }

  @Test("a region of a library") func listing() throws {
    let text =
      "struct S {\n  // listing: step\n  func f() {\n    // listing: inner\n    g()\n    // listing end\n  }\n  // listing end\n}"
    #expect(try listingRegion("step", of: text) == "func f() {\n  g()\n}")
    #expect(try listingRegion("inner", of: text) == "g()")
    #expect(throws: ListingError.missing(region: "leap")) { try listingRegion("leap", of: text) }
    #expect(throws: ListingError.open(region: "a")) { try listingRegion("a", of: "// listing: a\nx") }
    #expect(throws: ListingError.repeated(region: "a")) {
      try listingRegion("a", of: "// listing: a\n// listing end\n// listing: a\n// listing end")
    }
  }

  @Test("a record is read back; a last line that was cut is left out; a damaged one is an error") func record() throws {
    let record = RunRecord(
      entries: Fixture.outputs() + [
        Entry(line: 9, output: .value(name: "odd", quantity: .number(-.infinity), format: nil)),
        Entry(line: 9, output: .failure("“quoted”\nand a second line")),
      ])
    #expect(try RunRecord(text: record.text) == record)
    #expect(record.text.split(separator: "\n").count == record.entries.count)
    let cut = try RunRecord(text: String(record.text.dropLast(20)))
    #expect(cut.entries == Array(record.entries.dropLast()))
    // Cut anywhere, within a character too.
    let bytes = Data(record.text.utf8)
    for count in 2...40 {
      let cut = try RunRecord(text: String(decoding: bytes.dropLast(count), as: UTF8.self))
      #expect(cut.entries == Array(record.entries.dropLast()))
    }
    let error = #expect(throws: RecordError.self) { try RunRecord(text: "{\"line\":1\n" + record.text) }
    #expect(error?.description == "line 1 of the chapter's run record is damaged; run the chapter again")
  }
}
