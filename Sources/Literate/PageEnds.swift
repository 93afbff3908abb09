// The head and the foot of a page.

extension Weaver {
  /// What a reader must know before anything else: that the data are not the real ones, that the run was a quick one.
  var stamps: String {
    var stamps: [String] = []
    switch record.standing {
    case .synthetic:
      stamps.append("> **Synthetic digits.** The real data was not there, so this page was made with digits drawn by a program.")
    case .unverified:
      stamps.append("> **Unverified data.** The checksum of the data is not the published one.")
    case .verified, nil: break
    }
    if record.facts?.effort == .quick {
      stamps.append(
        "> This page comes from a quick run with small settings; the page at full settings is `output/\(source.folder)/README.md`."
      )
    }
    return stamps.joined(separator: "\n\n")
  }

  var bibliography: String {
    let works = writer.cited.map(\.rawValue).sorted().compactMap(Reference.init)
    return works.isEmpty ? "" : "## References\n\n" + works.map(\.entry).joined(separator: "\n")
  }

  /// Links to the chapter before, to the table of contents, and to the chapter after.
  var navigation: String {
    let chapters = index.outlines
    guard let place = chapters.firstIndex(where: { $0.folder == source.folder }) else { return "---" }
    func link(_ other: Outline) -> String { "[\(other.heading)](../\(other.folder)/README.md)" }
    var links = ["[Contents](../README.md)"]
    if place > 0 { links.insert("← \(link(chapters[place - 1]))", at: 0) }
    if place + 1 < chapters.count { links.append("\(link(chapters[place + 1])) →") }
    return "---\n\n" + links.joined(separator: " · ")
  }

  var footer: String {
    var facts: [String] = []
    if let run = record.facts { facts.append("Effort: \(run.effort.rawValue). Seed: \(run.seed).") }
    for case .data(let description, _) in record.entries.map(\.output).unique { facts.append("Data: \(sentence(description))") }
    let source = root.map { "[`\(self.source.file)`](\($0)/\(self.source.file))" } ?? "`\(self.source.file)`"
    facts.append("Source of this page: \(source).")
    return "<sub>" + facts.joined(separator: " ") + "</sub>"
  }

  private func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}
