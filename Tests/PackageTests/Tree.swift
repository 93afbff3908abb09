import Foundation
import TestSupport

/// The files of the repository, those that are or would be committed; the checks are functions of such a value, so that
/// each can be shown a spoilt one.
struct Tree {
  /// Size in bytes by path.
  var sizes: [String: Int] = [:]
  /// Text by path, of the files that are text.
  var texts: [String: String] = [:]

  init(_ texts: [String: String] = [:]) {
    self.texts = texts
    sizes = texts.mapValues(\.utf8.count)
  }

  /// The tree in which these tests were built.
  init(reading folder: URL) {
    for path in Self.paths(in: folder) {
      guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(path).path) else { continue }
      sizes[path] = data.count
      if let text = String(data: data, encoding: .utf8) { texts[path] = text }
    }
  }

  /// What git tracks, or would take in; without git (a downloaded archive), all but the build.
  private static func paths(in folder: URL) -> [String] {
    let command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if let listing = try? run(command, in: folder), listing.status == 0 {
      return Set(listing.text.split(separator: "\0").map(String.init)).sorted()
    }
    return files(below: folder, includingHidden: true).filter {
      !$0.hasPrefix(".build/") && !$0.hasPrefix(".git/") && ![".git", "Package.resolved"].contains($0)
    }
  }

  var paths: [String] { sizes.keys.sorted() }

  /// The Swift files below some folders, with their text.
  func swiftFiles(_ folders: String...) -> [(path: String, text: String)] {
    paths.filter { path in path.hasSuffix(".swift") && folders.contains { path.hasPrefix($0 + "/") } }
      .compactMap { path in texts[path].map { (path, $0) } }
  }

  /// The pages of the book.
  var pages: [(path: String, text: String)] {
    paths.filter { $0.hasPrefix("output/") && $0.hasSuffix(".md") }.compactMap { path in texts[path].map { (path, $0) } }
  }

  static let repository = Tree(reading: TestSupport.repository)
}

/// Swift source without its comments and the contents of its string literals, line for line.
func code(of source: String) -> String {
  var result = ""
  var rest = Substring(source)
  while let c = rest.first {
    if rest.hasPrefix("//") {
      rest = rest.drop { !$0.isNewline }
    } else if rest.hasPrefix("/*") {
      let end = rest.range(of: "*/")?.upperBound ?? rest.endIndex
      result += rest[..<end].filter(\.isNewline)
      rest = rest[end...]
    } else if c == "\"" || rest.hasPrefix("#\"") {
      let (length, newlines) = literal(rest)
      result += "\"\"" + newlines
      rest = rest.dropFirst(length)
    } else {
      result.append(c)
      rest.removeFirst()
    }
  }
  return result
}

/// How long the string literal at the beginning of `text` is, and the line breaks in it.
private func literal(_ text: Substring) -> (length: Int, newlines: String) {
  let hash = text.hasPrefix("#") ? "#" : ""
  let quote = text.hasPrefix(hash + "\"\"\"") ? "\"\"\"" : "\""
  let (end, escape) = (quote + hash, "\\" + hash)
  var rest = text.dropFirst(hash.count + quote.count)
  while !rest.isEmpty, !rest.hasPrefix(end) { rest = rest.dropFirst(rest.hasPrefix(escape) ? escape.count + 1 : 1) }
  let length = text.count - rest.count + min(end.count, rest.count)
  return (length, text.prefix(length).filter(\.isNewline))
}
