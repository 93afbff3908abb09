import Foundation

/// What is wrong with the pages and figures below `output/`, one sentence each.
struct PageRules {
  let tree: Tree

  var complaints: [String] {
    tree.pages.flatMap { page($0.path, $0.text) } + figures + strays + links("README.md", tree.texts["README.md"] ?? "")
  }

  private func page(_ path: String, _ text: String) -> [String] {
    let prose = Self.prose(of: text)
    var found: [String] = []
    for macro in text.matches(of: /\\(operatorname|tag|mbox|phantom|newcommand|def|DeclareMathOperator)\b/) {
      found.append("\(path): \\\(macro.1), which GitHub refuses")
    }
    for image in prose.matches(of: /!\[([^\]]*)\]\(([^)\s]*)[^)]*\)/) where image.1.trimmingCharacters(in: .whitespaces).isEmpty {
      found.append("\(path): the image \(image.2) has no alt text")
    }
    for image in prose.matches(of: /<img\b[^>]*>/) where !image.0.contains(/\balt="[^"]+"/) {
      found.append("\(path): \(image.0) has no alt text")
    }
    for date in prose.matches(of: /(19|20)\d\d-\d\d-\d\d|\d\d:\d\d:\d\d/) {
      found.append("\(path): \(date.0) is a date or a time")
    }
    return found + links(path, text)
  }

  private func links(_ path: String, _ text: String) -> [String] {
    Self.targets(in: Self.prose(of: text)).filter { !resolves($0, from: path) }.map {
      "\(path): the link \($0) leads nowhere"
    }
  }

  /// Each figure is data, script and picture; each picture and script stands on its chapter's page.
  private var figures: [String] {
    tree.paths.filter { $0.hasPrefix("output/") && ($0.hasSuffix(".gp") || $0.hasSuffix(".svg")) }.flatMap { path in
      let stem = String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex))
      let hasData = tree.sizes[stem + ".csv"] != nil || tree.paths.contains { $0.hasPrefix(stem + "-") && $0.hasSuffix(".csv") }
      var found: [String] = []
      if !hasData { found.append("\(path) has no CSV") }
      for end in [".gp", ".svg"] where tree.sizes[stem + end] == nil { found.append("\(path) has no \(end) beside it") }
      return found
    }
  }

  /// What lies beside a page and is not mentioned on it was left by an older build.
  private var strays: [String] {
    tree.paths.filter { $0.hasPrefix("output/") && !$0.contains("/records/") && !$0.hasSuffix(".md") }.compactMap { path in
      let parts = path.split(separator: "/")
      let page = tree.texts[parts.dropLast().joined(separator: "/") + "/README.md"] ?? ""
      return page.contains(parts.last ?? "") ? nil : "\(path) is not on its page"
    }
  }

  private func resolves(_ target: String, from path: String) -> Bool {
    if target.contains(/^[a-z]+:/) { return true }
    let (file, anchor) = Self.split(target)
    let folder = URL(fileURLWithPath: "/" + path).deletingLastPathComponent()
    let place = file.isEmpty ? path : String(folder.appendingPathComponent(file).standardized.path.dropFirst())
    let isFolder = tree.paths.contains { $0.hasPrefix(place.hasSuffix("/") ? place : place + "/") }
    guard tree.sizes[place] != nil || isFolder || (place.isEmpty && file.hasPrefix("..")) else { return false }
    guard !anchor.isEmpty else { return true }
    return Self.anchors(of: tree.texts[isFolder ? place + "/README.md" : place] ?? "").contains(anchor)
  }

  private static func split(_ target: String) -> (file: String, anchor: String) {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts[0].removingPercentEncoding ?? parts[0], parts.count > 1 ? parts[1] : "")
  }

  /// Everything that a page links to or shows.
  static func targets(in prose: String) -> [String] {
    prose.matches(of: /\]\(([^)\s]+)[^)]*\)/).map { String($0.1) }
      + prose.matches(of: /\b(?:src|href)="([^"]+)"/).map { String($0.1) }
  }

  /// The page without blocks between fences and without inline code.
  static func prose(of text: String) -> String {
    var fence: String?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      let mark = line.drop { $0 == " " }.prefix { $0 == "`" }
      if let open = fence {
        if mark.count >= open.count { fence = nil }
        return ""
      }
      guard mark.count >= 3 else { return line }
      fence = String(mark)
      return ""
    }
    return lines.joined(separator: "\n").replacing(/\$?(`+)[^`]+\1\$?/, with: "…")
  }

  /// What a link can jump to: explicit ids, and the headings as GitHub names them.
  static func anchors(of text: String) -> Set<String> {
    let explicit = text.matches(of: /\b(?:id|name)="([^"]+)"/).map { String($0.1) }
    let headings = text.matches(of: /(?m)^#{1,6} (.+)$/).map { heading in
      String(
        heading.1.lowercased().compactMap { c -> Character? in
          if c == " " || c == "-" { return "-" }
          return c.isLetter || c.isNumber || c == "_" ? c : nil
        })
    }
    return Set(explicit + headings)
  }
}
