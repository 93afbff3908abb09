/// A region of a source file that cannot be quoted.
public enum ListingError: Error, Equatable, CustomStringConvertible {
  case missing(region: String)
  case open(region: String)
  case repeated(region: String)

  public var description: String {
    switch self {
    case .missing(let region): "there is no line “// listing: \(region)”"
    case .open(let region): "“// listing: \(region)” has no “// listing end” after it"
    case .repeated(let region): "“// listing: \(region)” stands there more than once"
    }
  }
}

/// The lines between `// listing: region` and the `// listing end` that closes it, without their common indentation.
public func listingRegion(_ region: String, of text: String) throws(ListingError) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let markers = lines.map { $0.trimmingPrefix { $0 == " " } }
  let starts = markers.indices.filter { markers[$0] == "// listing: \(region)" }
  guard let start = starts.first else { throw .missing(region: region) }
  guard starts.count == 1 else { throw .repeated(region: region) }
  var depth = 1
  var quoted: [String] = []
  for index in lines.indices.dropFirst(start + 1) {
    if markers[index] == "// listing end" {
      depth -= 1
      if depth == 0 { return withoutIndentation(quoted).joined(separator: "\n") }
    } else if markers[index].hasPrefix("// listing: ") {
      depth += 1
    } else {
      quoted.append(lines[index])
    }
  }
  throw .open(region: region)
}

private func withoutIndentation(_ lines: [String]) -> [String] {
  let depth = lines.filter { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  return lines.map { String($0.dropFirst(min(depth, $0.prefix { $0 == " " }.count))) }
}
