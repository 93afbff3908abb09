import Foundation
import Literate
import TestSupport
import Testing

/// The end of the front page: what became of each item of the sources.
@Suite struct SourceTablesTests {
  static let text = """
    # Sources
    Of {{items}} items {{done}} are here, {{part}} in part, {{open}} to come, {{impossible}} never [@BB15].

    | chapter | |
    |---|---|
    | {#plan:04} | Fourth things |

    ## A paper & more
    By somebody [@Amari98, §2].

    | item | | here |
    |---|---|---|
    | (1) | $f \\in \\R$ | {@fig:a}, {@eq:x} |
    | (2) | a \\| b | in part: {@ch:second}; not yet: {@plan:04} |
    | (3) | | not yet: {@plan:04} |
    | (4) | | not possible: it is lost |

    ## Another one
    Words.
    """

  private func page(_ text: String = text, pages: [String: Set<String>] = ["01-first": ["README.md"]]) -> Page {
    Contents(index: BookIndex([LabelTests.first, LabelTests.second]), pages: pages, sources: text).page()
  }

  @Test("references, formulas, announced chapters and counts are woven; parts are folded; works are listed") func woven() {
    let page = page()
    #expect(page.problems == [])
    let expected = """
      <a id="sources"></a>

      ## Sources

      Of 4 items 1 are here, 1 in part, 1 to come, 1 never \\[[BB15](#ref-BB15)\\].

      | chapter | |
      |---|---|
      | <a id="plan-04"></a>4 | Fourth things |

      <details>
      <summary><b>A paper &amp; more</b>: 1 of 4 items in the book, 1 in part, 1 not yet, 1 not possible</summary>

      By somebody \\[[Amari98](#ref-Amari98), §2\\].

      | item | | here |
      |---|---|---|
      | (1) | $`f \\in \\mathbb{R}`$ | [Figure 1.1](01-first/README.md#fig-a), [(1.1)](01-first/README.md#eq-x) |
      | (2) | a \\| b | in part: Chapter 2; not yet: [Chapter 4](#plan-04) |
      | (3) | | not yet: [Chapter 4](#plan-04) |
      | (4) | | not possible: it is lost |

      </details>

      <details>
      <summary><b>Another one</b></summary>

      Words.

      </details>

      ## References

      - <a id="ref-Amari98"></a>**[Amari98]** S. Amari
      """
    #expect(page.text.contains(expected), "\(page.text)")
    let both = self.page(pages: ["01-first": ["README.md"], "02-second": ["README.md"]])
    #expect(both.text.contains("in part: [Chapter 2](02-second/README.md)"))
  }

  @Test(
    "what is wrong is named with file and line",
    arguments: [
      ("{@fig:a}, {@eq:x}", "{@fig:aa}", "{@fig:aa}: there is no such label in the book; did you mean"),
      ("{@plan:04} |\n| (4)", "{@plan:05} |\n| (4)", "{@plan:05}: no such chapter is announced; those that are: {@plan:04}"),
      ("[@Amari98, §2]", "[@Amari99]", "[@Amari99]: there is no such key"),
      ("{{items}}", "{{item}}", "{{item}}: the front page has no such value"),
      ("$f \\in \\R$", "$\\operatorname{f}$", "GitHub does not render \\operatorname"),
      ("$f \\in \\R$", "$a|b$", "| inside a formula"),
      ("| (3) | |", "| (3) |", "this row has 2 cells, and its table 3 columns"),
      ("not possible: it is lost", "not possible", "a row ends in"), ("not possible: it is lost", "lost", "a row ends in"),
      ("not yet: {@plan:04} |\n| (4)", "not yet |\n| (4)", "a row ends in"),
      ("in part: {@ch:second}; not", "in part: not", "a row ends in"),
      ("{@fig:a}, {@eq:x}", "{@plan:04}", "a row ends in"),
      ("{#plan:04}", "{#plan:02}", "chapter 02 exists: delete its row, and say what of {@ch:second}"),
      ("Words.", "::: exercise a\nWhat?\n:::", "exercises belong to chapters"),
    ])
  func wrong(old: String, new: String, message: String) throws {
    let place = try #require(Self.text.range(of: old))
    let spoilt = Self.text.replacingCharacters(in: place, with: new)
    let found = page(spoilt).problems
    let line = Self.text[..<place.lowerBound].count { $0 == "\n" } + 1
    #expect(
      found.contains { $0.file == "Chapters/sources.md" && $0.line == line && $0.message.contains(message) }, "\(found)")
  }

  @Test("a citation in a chapter's first paragraph leads to the list at the end of its page") func citations() {
    let chapter = ChapterSource(folder: "01-a", text: "//: # A\n//: As in [@Amari98, §2; @BB15].\nlet x = 1\n")
    let page = Contents(index: BookIndex([chapter]), pages: ["01-a": ["README.md"]]).page()
    #expect(
      page.text.contains("As in \\[[Amari98](01-a/README.md#ref-Amari98), §2; [BB15](01-a/README.md#ref-BB15)\\]."),
      "\(page.text)")
  }

  @Test("the command book: with and without the text, quick, and with an error in it") func book() throws {
    try Bench.use { bench in
      #expect(try bench.run("book").status == 0)
      let without = try bench.text("output/README.md")
      try bench.write("# Sources\n\n## One\n| item | here |\n|---|---|\n| a | {@ch:fixture} |\n", to: "Chapters/sources.md")
      let quick = try bench.run("book", "--effort", "quick")
      #expect(quick.status == 0, "\(quick.errorText)")
      #expect(try bench.text("output/README.md") == without)
      #expect(try bench.text(".build/book/quick/README.md").contains("| a | [Chapter 1](01-fixture/README.md) |"))
      #expect(try bench.run("book", "--weave-only").status == 0)
      let with = try bench.text("output/README.md")
      #expect(with.contains("[At the end](#sources)") && with.contains("<b>One</b>: 1 of 1 items in the book"))
      try bench.write("# Sources\n\n## One\n| item | here |\n|---|---|\n| a | {@ch:fixtur} |\n", to: "Chapters/sources.md")
      let wrong = try bench.run("book", "--weave-only")
      #expect(wrong.status == 1 && wrong.errorText.contains("\nChapters/sources.md:6: {@ch:fixtur}: there is no such label"))
      #expect(try bench.text("output/README.md") == with)
    }
  }
}
