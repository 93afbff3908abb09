import Testing

@Suite("pages of the book")
struct PageTests {
  @Test("the committed pages keep the rules", .enabled(if: !Tree.repository.pages.isEmpty, "there is no output/ yet"))
  func repository() { #expect(PageRules(tree: .repository).complaints == []) }

  static let page = """
    # The flow of F

    See [above](#the-flow-of-f), [{1.1}](#fig:flow), [the book](../README.md) and [Swift](https://swift.org).

    <a id="fig:flow"></a>
    ![The flow from above](flow.svg)

    [data](flow.csv) · [script](flow.gp)

    ```swift
    let a = b[i](nowhere), t = "2026-01-01"
    ```

    Inline `[x](nowhere)` and maths $`f[a](b)`$.

    ```math
    \\mathop{\\mathrm{arg\\,min}} f
    ```
    """

  private func complaints(page: String = page, adding more: [String: String] = [:], without path: String? = nil) -> [String] {
    var files = ["output/README.md": "# Contents", "output/01-a/README.md": page]
    for end in ["csv", "gp", "svg"] { files["output/01-a/flow.\(end)"] = "" }
    files.merge(more) { $1 }
    if let path { files[path] = nil }
    return PageRules(tree: Tree(files)).complaints
  }

  @Test("a sound page passes")
  func sound() { #expect(complaints() == []) }

  @Test(
    "each fault on a page is caught",
    arguments: [
      "$`\\operatorname{KL}`$", "```math\nx \\tag{1}\n```", "$`\\mbox{a}`$", "![](flow.svg)", "<img src=\"flow.svg\">",
      "![gone](gone.svg)", "[gone](gone.csv)", "[gone](#gone)", "[gone](../README.md#gone)", "<a href=\"gone\">x</a>",
      "built on 2026-11-21", "at 12:30:01",
    ])
  func spoilt(line: String) {
    let found = complaints(page: Self.page + "\n\n" + line)
    #expect(found.count == 1, "\(found)")
  }

  @Test("a figure with a part missing, or that no page shows, is caught")
  func figures() {
    #expect(complaints(without: "output/01-a/flow.csv").count > 1)
    #expect(complaints(without: "output/01-a/flow.gp").count > 1)
    #expect(complaints(without: "output/01-a/flow.svg").count > 1)
    #expect(complaints(adding: ["output/01-a/old.csv": ""]).count == 1)
    #expect(complaints(adding: ["output/01-a/records/run.csv": ""]).isEmpty)
  }

  @Test("a link of README.md that leads nowhere is caught")
  func readme() {
    #expect(complaints(adding: ["README.md": "[book](output/README.md#contents)"]).isEmpty)
    #expect(complaints(adding: ["README.md": "[book](output/02-b/README.md)"]).count == 1)
  }
}
