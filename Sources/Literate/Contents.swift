import Foundation

/// The front page: the chapters with their first paragraphs and thumbnails of their figures, then what became of the sources.
public struct Contents {
  private let index: BookIndex
  private let pages: [String: Set<String>]
  private let sources: String?

  /// - Parameters:
  ///   - pages: the names of the files of each chapter's folder; a chapter without a page is left out.
  ///   - sources: the text of `Chapters/sources.md`, if there is one.
  public init(index: BookIndex, pages: [String: Set<String>], sources: String? = nil) {
    self.index = index
    self.pages = pages
    self.sources = sources
  }

  /// The first line of every front page.
  static let title = "# The natural gradient"

  /// Whether no chapter has a page.
  var isEmpty: Bool { !pages.values.contains { $0.contains("README.md") } }

  public func page() -> Page {
    var parts = [
      Self.title,
      "A book that computes itself: every figure and every table on these pages was made by the chapter's own source, from its run or from records, "
        + "and under each figure stand links to its data and to the script that draws it."
        + (sources == nil ? "" : " [At the end](#sources) stands what became of each figure, table and claim of the sources."),
    ]
    var problems: [Problem] = []
    for outline in index.outlines where pages[outline.folder]?.contains("README.md") == true {
      var writer = InlineWriter(
        index: index, outline: nil, file: outline.file, bibliography: "\(outline.folder)/README.md")
      parts.append("## [\(writer.plainMarkdown(outline.heading, line: 1, in: "a link"))](\(outline.folder)/README.md)")
      if case .body(let text, let line) = outline.opening { parts.append(writer.markdown(text, line: line)) }
      parts.append(gallery(of: outline))
      problems += writer.problems
    }
    if let sources {
      let folders = Set(pages.filter { $0.value.contains("README.md") }.keys)
      let tables = SourceTables.page(of: sources, index: index, pages: folders)
      parts.append(tables.text)
      problems += tables.problems
    }
    return Page(text: withoutExtraBlanks(parts.joined(separator: "\n\n")), problems: problems)
  }

  private func gallery(of outline: Outline) -> String {
    let images = outline.targets.filter { $0.kind == .figure && pages[outline.folder]?.contains("\($0.label).svg") == true }
    return images.map { target in
      let text = attribute(outline.alternatives[target.label] ?? "Figure \(target.number)")
      return "<a href=\"\(outline.folder)/README.md#\(target.anchor)\">"
        + "<img src=\"\(outline.folder)/\(target.label).svg\" width=\"270\" alt=\"\(text)\"></a>"
    }.joined(separator: "\n")
  }

  private func attribute(_ text: String) -> String {
    [("&", "&amp;"), ("\"", "&quot;"), ("<", "&lt;"), (">", "&gt;")].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

extension Contents {
  /// Looks which chapters have pages in a folder.
  init(index: BookIndex, folder: URL, sources: String?) {
    var pages: [String: Set<String>] = [:]
    for outline in index.outlines {
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: outline.folder).path)
      pages[outline.folder] = names.map(Set.init)
    }
    self.init(index: index, pages: pages, sources: sources)
  }
}
