import Literate

/// A small chapter as text, and a record of running it.
enum Fixture {
  static let text = #"""
    //: # A small chapter
    //: Downhill.
    //:
    //: The minimum of
    //: $$ f(x) = \E[x^2] $$ {#eq:f}
    //: is $x^* = {{minimum:%.1f}}$, found in {{steps}} steps [@Amari98, §2].
    import Literate

    chapter.begin(seed: 7)  // hide

    //: ## Going down {#sec:down}
    //: See {@fig:flow} and {@eq:f}.
    let minimum = descend()
    value("minimum", minimum)
    value("steps", 12)  // hide
    print("went down")
    expect(minimum, equals: 0, within: 1e-9, as: "$\\nabla f = 0$")

    //: A picture comes out of a hidden cell.

    // hide begin
    figure("flow", "The flow of {@eq:f}.", alt: "Curves to the origin") { panel }
    table("ends", "Where it ends.", columns: ["$x$", "f"], rows: [[0.5, 1]])
    // hide end

    //: ::: exercise two
    //: What is $1 + 1$?
    //: ::: hint
    //: Count.
    //: ::: solution
    //: It is {{steps}}.
    //: :::
    answer("two", 2, within: 1e-9)  // hide
    """#

  static let source = ChapterSource(folder: "01-small", text: text)

  static func outputs() -> [Entry] {
    [
      Entry(line: 9, output: .begin(RunFacts(seed: 7, effort: .standard, code: source.stamp))),
      Entry(line: 14, output: .value(name: "minimum", quantity: .number(0), format: nil)),
      Entry(line: 15, output: .value(name: "steps", quantity: .integer(12), format: nil)),
      Entry(line: 16, output: .text("went down\n")),
      Entry(line: 17, output: .check(CheckOutput(name: "$\\nabla f = 0$", difference: 1e-12, tolerance: 1e-9))),
      Entry(
        line: 22,
        output: .figure(
          FigureOutput(
            label: "flow", caption: "The flow of {@eq:f}.", alt: "Curves to the origin", data: ["flow.csv"], script: "flow.gp",
            image: "flow.svg"))),
      Entry(
        line: 23,
        output: .table(
          TableOutput(
            label: "ends", caption: "Where it ends.", columns: ["$x$", "f"], rows: [[.number(0.5), .integer(1)]]))),
      Entry(line: 34, output: .answer(AnswerOutput(label: "two", values: [2], tolerance: 1e-9))),
    ]
  }

  static func weave(_ source: ChapterSource = source, _ entries: [Entry] = outputs()) -> Page {
    Weaver(source: source, record: RunRecord(entries: entries), index: BookIndex([source])).page()
  }

  /// A chapter of one piece of prose and one line of code.
  static func prose(_ prose: String, code: String = "let x = 1") -> ChapterSource {
    let lines = prose.split(separator: "\n", omittingEmptySubsequences: false).map { "//: \($0)" }
    return ChapterSource(folder: "01-small", text: "//: # Title\n\(code)\n" + lines.joined(separator: "\n"))
  }
}
