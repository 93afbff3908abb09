import Literate
import Testing

@Suite struct WeaverTests {
  @Test("a page, to the letter") func golden() {
    let page = Fixture.weave()
    #expect(page.problems == [])
    #expect(page.text == Fixture.page)
  }

  @Test("a change of prose re-weaves the same record, though lines have moved") func prose() {
    let text = Fixture.text.replacing("//: ## Going down", with: "//: Another\n//: paragraph.\n//:\n//: ## Falling")
    let page = Fixture.weave(ChapterSource(folder: "01-small", text: text))
    #expect(page.problems == [])
    #expect(
      page.text
        == Fixture.page.replacing(
          "<a id=\"sec-down\"></a>\n\n## 1.1 Going down", with: "Another\nparagraph.\n\n<a id=\"sec-down\"></a>\n\n## 1.1 Falling"
        ))
  }

  @Test("a failure stands in its cell; what the chapter did not get to is not told as well") func failure() {
    let crash = Entry(line: 16, output: .failure("the chapter crashed: index *out* of range"))
    let page = Fixture.weave(Fixture.source, Array(Fixture.outputs().prefix(2)) + [crash])
    #expect(
      page.problems == [
        Problem(file: "Chapters/01-small/main.swift", line: 16, message: "the chapter crashed: index *out* of range")
      ])
    #expect(
      page.text.contains(
        "```\n\n```text\nminimum = 0\n```\n\n> [!CAUTION]\n> `main.swift:16`: the chapter crashed: index \\*out\\* of range\n\nA picture"
      ))
    #expect(page.text.contains("in … steps"))
  }

  @Test("a record that is missing: a note in place of what it draws, and no problem") func absence() {
    let note = Entry(line: 16, output: .absence("The record `a` is not there; `run a` computes it."))
    let page = Fixture.weave(Fixture.source, Array(Fixture.outputs().prefix(2)) + [note])
    #expect(page.problems == [])
    #expect(page.text.contains("\n\n> [!NOTE]\n> The record `a` is not there; `run a` computes it.\n\nA picture"))
    #expect(page.text.contains("in … steps"))
    // A figure and a table that are missing keep their places for those who refer to them.
    let later = Fixture.weave(
      Fixture.source, Array(Fixture.outputs().prefix(5)) + [Entry(line: 22, output: .absence("Nothing."))])
    #expect(later.text.contains("\n\n<a id=\"fig-flow\"></a>\n\n<a id=\"tab-ends\"></a>\n\n> [!NOTE]\n> Nothing.\n\n"))
    let half = Fixture.weave(Fixture.source, Array(Fixture.outputs().prefix(6)) + [Entry(line: 23, output: .absence("Nothing."))])
    #expect(half.text.ranges(of: "<a id=\"fig-flow\">").count == 1 && half.text.contains("<a id=\"tab-ends\">"))
  }

  @Test("a value whose name is computed, without the record that it comes from: dots, and no problem") func computedName() {
    let text =
      "//: # A\n//:\n//: To begin with.\nfromRecords {\n  for k in [\"a\", \"b\"] { value(\"end\\(k)\", 1) }\n}\n"
      + "//: It ends at {{enda}}, not at {{other}}.\n"
    let source = ChapterSource(folder: "01-a", text: text), index = BookIndex([source])
    func page(_ output: Output) -> Page {
      Weaver(source: source, record: RunRecord(entries: [Entry(line: 4, output: output)]), index: index).page()
    }
    func complaints(_ page: Page, _ name: String = "enda") -> [String] {
      page.problems.map(\.message).filter { $0.contains("{{\(name)}}") }
    }
    let missing = page(.absence("The record is not there."))
    #expect(complaints(missing) == [] && missing.text.contains("It ends at …, not") && missing.text.contains("is not there."))
    let computed = page(.value(name: "enda", quantity: .integer(1), format: nil))
    #expect(complaints(computed) == [] && computed.text.contains("It ends at 1, not"))
    #expect(complaints(page(.text("nothing\n"))).count == 1)
    // No call gives the other name, whatever it computes.
    #expect(complaints(missing, "other").count == 1 && complaints(computed, "other").count == 1)
  }

  @Test("a name that prose quotes and nothing computes") func unknownValue() {
    let source = ChapterSource(
      folder: "01-small", text: Fixture.text.replacing("{{steps}} steps", with: "{{stops}} {{minimum:%q}}"))
    let page = Fixture.weave(source)
    #expect(page.problems.map(\.line) == [6, 6])
    #expect(page.problems[0].message.hasPrefix("{{stops}}: there is no value of this name; the nearest names are steps"))
    #expect(page.problems[1].message.contains("“%q” is no number format"))
    let missing = Fixture.weave(Fixture.source, Fixture.outputs().filter { $0.line != 15 })
    #expect(missing.problems.map(\.line) == [6, 31])
    #expect(missing.problems[0].message.contains("did not get to value(\"steps\", …)"))
  }

  @Test("a value given twice with different numbers") func twice() {
    let again = Entry(line: 15, output: .value(name: "steps", quantity: .integer(13), format: nil))
    #expect(Fixture.weave(Fixture.source, Fixture.outputs() + [again]).problems.map(\.line) == [15])
  }

  @Test("a record cut in the middle of its last line still weaves") func cut() throws {
    let text = String(RunRecord(entries: Array(Fixture.outputs().prefix(6))).text.dropLast(9))
    let page = Weaver(source: Fixture.source, record: try RunRecord(text: text), index: BookIndex([Fixture.source])).page()
    #expect(page.text.contains("in 12 steps") && !page.text.contains("flow.svg"))
  }

  @Test("a figure drawn twice, without alternative text, or with a label that no scan can see") func figures() {
    func figure(_ label: String, alt: String = "x") -> Entry {
      Entry(
        line: 22,
        output: .figure(
          FigureOutput(label: label, caption: "{@fig:no}", alt: alt, data: ["a.csv", "b.csv"], script: "a.gp", image: nil)))
    }
    let page = Fixture.weave(Fixture.source, Fixture.outputs() + [figure("flow"), figure("hidden", alt: " ")])
    let messages = page.problems.map(\.message)
    #expect(page.problems.allSatisfy { $0.line == 22 })
    #expect(messages.contains { $0.contains("fig:flow is used twice in this run") })
    #expect(messages.contains { $0.contains("fig:hidden is not a plain string") })
    #expect(messages.contains { $0.contains("no alternative text") })
    #expect(messages.contains { $0.contains("{@fig:no}") })
    #expect(page.text.contains("Install it (`apt install gnuplot-nox`), and `gnuplot a.gp` in this folder draws it."))
    #expect(page.text.contains("<sub>Data: [a.csv](a.csv), [b.csv](b.csv) · Script: [a.gp](a.gp)</sub>"))
  }

  @Test("of more than six files of a figure the page has the number, and the list folded") func manyFiles() {
    let files = (1...7).map { "flow-\($0).csv" }
    func text(_ count: Int) -> String {
      let figure = FigureOutput(
        label: "flow", caption: "", alt: "x", data: Array(files.prefix(count)), script: "a.gp", image: nil)
      return Fixture.weave(Fixture.source, [Entry(line: 22, output: .figure(figure))]).text
    }
    #expect(text(6).contains("<sub>Data: [flow-1.csv](flow-1.csv), ") && !text(6).contains("6 files"))
    let folded = """
      <sub>Script: [a.gp](a.gp)</sub>

      <details>
      <summary><sub>Data: 7 files</sub></summary>

      [flow-1.csv](flow-1.csv), [flow-2.csv](flow-2.csv), [flow-3.csv](flow-3.csv), [flow-4.csv](flow-4.csv), [flow-5.csv](flow-5.csv), \
      [flow-6.csv](flow-6.csv), [flow-7.csv](flow-7.csv)

      </details>

      """
    #expect(text(7).contains(folded))
  }

  @Test("an output of a helper function lands where it was called, not further up") func helper() {
    let source = ChapterSource(folder: "01-a", text: "//: # A\nfunc f() { print(1) }\n//: middle\nprint(2)\n//: end\nf()\n")
    let entries = [Entry(line: 4, output: .text("2\n")), Entry(line: 2, output: .text("1\n"))]
    let page = Weaver(source: source, record: RunRecord(entries: entries), index: BookIndex([source])).page()
    #expect(page.text.contains("```text\n2\n1\n```"))
  }

  @Test("stamps for synthetic data and quick runs") func stamps() {
    let entries = [
      Entry(line: 9, output: .begin(RunFacts(seed: 7, effort: .quick, code: Fixture.source.stamp))),
      Entry(line: 9, output: .data(description: "Digits drawn by a program", standing: .synthetic)),
      Entry(line: 9, output: .failure("no more")),
    ]
    let text = Fixture.weave(Fixture.source, entries).text
    #expect(text.hasPrefix("> **Synthetic digits.**"))
    #expect(text.contains("> This page comes from a quick run"))
    #expect(text.contains("Effort: quick. Seed: 7. Data: Digits drawn by a program. Source"))
  }

  @Test("code and output with backticks get a longer fence; a bar does not end a cell of a table") func fences() {
    let source = ChapterSource(
      folder: "01-a", text: "//: # A\nlet s = \"```\"\ntable(\"t\", \"T\", columns: [\"a|b\"], rows: [])\n")
    let table = TableOutput(
      label: "t", caption: "T", columns: ["a|b", "$|x|$"], rows: [[.word("c|d"), .number(1.23456)]], formats: [nil, "%.1f"])
    let page = Weaver(
      source: source, record: RunRecord(entries: [Entry(line: 3, output: .table(table))]), index: BookIndex([source])
    ).page()
    #expect(page.text.contains("````swift\nlet s = \"```\""))
    #expect(page.text.contains("| a\\|b | ") && page.text.contains("|:---|---:|"))
    let missing: Double? = nil
    let words = TableOutput(
      label: "t", caption: "", columns: ["x"], rows: [[.word("−1.20")], [missing.quantity], [.word("-1.50")], [.word("")]])
    let entries = [Entry(line: 3, output: .table(words))]
    let written = Weaver(source: source, record: RunRecord(entries: entries), index: BookIndex([source])).page().text
    #expect(written.contains("|---:|") && written.contains("| −1.20 |\n| – |\n| −1.50 |") && words.csv.contains("\n-1.50\n"))
    #expect(page.text.contains("| c\\|d | 1.2 |"))
    #expect(page.problems.map(\.message).contains { $0.contains("write \\mid") })
    #expect(table.csv == "a|b,$|x|$\nc|d,1.23456\n")
  }
}
