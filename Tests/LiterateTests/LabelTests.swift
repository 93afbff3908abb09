import Literate
import Testing

/// Labels, numbers and references over the book.
@Suite struct LabelTests {
  static let first = ChapterSource(
    folder: "01-first",
    text: """
      //: # First
      //: See {@fig:b}, {@sec:end}, {@eq:x}, {@ch:second}, {@ch:first} and {@tab:t}.
      figure("a", "A.", alt: "a") { panels }
      figure(
        "c", "C.", alt: "c"
      ) { panels }
      //: $$ x $$ {#eq:x}
      """)
  static let second = ChapterSource(
    folder: "02-second",
    text: """
      //: # Second
      //: An opening.
      figure("b", "B.", alt: "b") { panels }  // figure("no", "a comment")
      let text = "figure(\\"no\\")"; other.figure("no"); table("t", "T", columns: [], rows: [])
      //: ## Start
      //: ## End {#sec:end}
      //: See {@fig:c}.
      """)

  @Test("references go to any chapter") func references() {
    let index = BookIndex([Self.second, Self.first])
    #expect(index.problems == [])
    let page = Weaver(source: Self.first, record: RunRecord(), index: index).page()
    #expect(page.problems == [])
    #expect(
      page.text.contains(
        "See [Figure 2.1](../02-second/README.md#fig-b), [Section 2.2](../02-second/README.md#sec-end), [(1.1)](#eq-x), "
          + "[Chapter 2](../02-second/README.md), Chapter 1 and [Table 2.1](../02-second/README.md#tab-t)."), "\(page.text)")
    #expect(
      Weaver(source: Self.second, record: RunRecord(), index: index).page().text.contains(
        "[Figure 1.2](../01-first/README.md#fig-c)"))
    #expect(page.text.contains("[Contents](../README.md) · [2 Second](../02-second/README.md) →"))
  }

  @Test("an alternative text in several pieces is whole on the front page") func joinedText() {
    let text = """
      //: # First
      //: An opening.
      figure("a", "A \\(n)" + "b.", alt: "left, "
        + "right") { panels }
      """
    let index = BookIndex([ChapterSource(folder: "01-first", text: text)])
    let page = Contents(index: index, pages: ["01-first": ["README.md", "a.svg"]]).page()
    #expect(page.text.contains("alt=\"left, right\""), "\(page.text)")
  }

  @Test("an unknown label names its line and its neighbours") func unknown() {
    let page = Fixture.weave(Fixture.prose("$$ a $$ {#eq:flow}\nsee {@eq:flaw}\nand {@figure}"), [])
    #expect(page.problems.map(\.line) == [4, 5])
    #expect(page.problems[0].message == "{@eq:flaw}: there is no such label in the book; did you mean {@eq:flow}?")
  }

  @Test("a label used twice is an error where it stands the second time, also across chapters") func duplicate() {
    let again = ChapterSource(folder: "03-third", text: "//: # Third\n\nfigure(\"a\", \"A.\", alt: \"a\") { panels }\n")
    #expect(
      BookIndex([Self.first, Self.second, again]).problems == [
        Problem(
          file: "Chapters/03-third/main.swift", line: 3,
          message: "the label fig:a is used twice; the first one is Chapters/01-first/main.swift:3")
      ])
  }

  @Test("a label must be a plain string") func computedLabel() {
    let source = ChapterSource(
      folder: "01-a", text: "//: # A\nfigure(\"a\\(1)\", \"A.\", alt: \"a\") { panels }\ntable(\"Bad_name\")\n")
    #expect(BookIndex([source]).problems.map(\.line) == [2, 3])
  }

  @Test(
    "structure that is wrong",
    arguments: [
      ("::: exercise a\ntext", "no closing"), ("::: hint", "does not fit"), ("::: exercise Bad Name\n:::", "::: exercise name"),
      ("# Second", "a second title"), ("### Deep {#sec:x}", "only sections"), ("## S {#fig:x}", "a section is labelled"),
      ("$$ a $$ {#x}", "a formula is labelled"), ("see [@Nobody99]", "the nearest are"), ("{{ }", "begins the name"),
      ("```\ncode", "a code block without its closing ```"),
    ])
  func structure(prose: String, message: String) {
    let page = Fixture.weave(Fixture.prose(prose), [])
    #expect(page.problems.contains { $0.message.contains(message) && $0.line == 3 }, "\(page.problems)")
  }

  @Test("an answer without its exercise; a value in the first paragraph; no title") func answers() {
    let source = Fixture.prose("x", code: "answer(\"a\", 1, within: 1)")
    #expect(BookIndex([source]).problems.map(\.line) == [2])
    let opening = ChapterSource(folder: "01-a", text: "//: # A\n//: It is\n//: {{x}}.\nvalue(\"x\", 1)\n")
    #expect(BookIndex([opening]).problems.map(\.line) == [3])
    #expect(BookIndex([ChapterSource(folder: "01-a", text: "let a = 1\n")]).problems.map(\.line) == [1])
  }

  @Test("the front page: chapters that have pages, first paragraphs, thumbnails") func contents() {
    let index = BookIndex([Self.first, Self.second])
    let page = Contents(index: index, pages: ["02-second": ["README.md", "b.svg"]]).page()
    #expect(
      page.text.contains(
        "## [2 Second](02-second/README.md)\n\nAn opening.\n\n<a href=\"02-second/README.md#fig-b\"><img src=\"02-second/b.svg\" width=\"270\" alt=\"b\"></a>"
      ))
    #expect(!page.text.contains("First"))
    #expect(page.problems == [])
  }

  @Test("every work of the bibliography has its facts", arguments: Reference.allCases) func bibliography(reference: Reference) {
    let work = reference.work
    #expect(!work.author.isEmpty && !work.title.isEmpty && !work.venue.isEmpty && (1900...2030).contains(work.year))
  }
}
