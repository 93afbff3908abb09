/// The labels of the whole book, from a scan of all its sources; nothing is run for it.
public struct BookIndex: Sendable {
  /// The chapters in the order of their folders.
  public let outlines: [Outline]
  /// Everything that is wrong with the sources by themselves.
  public let problems: [Problem]
  private let targets: [String: Target]

  public init(_ sources: [ChapterSource]) {
    outlines = sources.sorted { $0.folder < $1.folder }.map(Outline.init)
    var problems = outlines.flatMap(\.problems)
    for (first, second) in zip(outlines, outlines.dropFirst()) where first.number == second.number {
      problems.append(
        Problem(file: second.file, line: 1, message: "the chapter has the same number as \(first.folder); rename its folder"))
    }
    var targets: [String: Target] = [:]
    for target in outlines.flatMap(\.targets) {
      let key = "\(target.kind.rawValue):\(target.label)"
      if let first = targets[key] {
        problems.append(
          Problem(
            file: ChapterSource.file(of: target.folder), line: target.line,
            message: "the label \(key) is used twice; the first one is \(ChapterSource.file(of: first.folder)):\(first.line)"))
      } else {
        targets[key] = target
      }
    }
    self.problems = problems
    self.targets = targets
  }

  /// What a label such as `fig:flow` stands for.
  public subscript(key: String) -> Target? { targets[key] }

  public func outline(of folder: String) -> Outline? { outlines.first { $0.folder == folder } }

  /// The number and anchor of a figure or table of a chapter.
  func target(_ kind: LabelKind, _ label: String, in folder: String) -> Target? {
    targets["\(kind.rawValue):\(label)"].flatMap { $0.folder == folder ? $0 : nil }
  }

  /// Labels of the same kind that a misspelt one may have meant.
  func suggestions(for key: String) -> [String] {
    let kind = key.prefix { $0 != ":" }
    let near = targets.keys.filter { $0.prefix { $0 != ":" } == kind }.sorted {
      (distance($0, key), $0) < (distance($1, key), $1)
    }
    return Array(near.prefix(3))
  }
}

/// The number of letters to insert, delete or change.
func distance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices { (diagonal, row[j + 1]) = (row[j + 1], min(row[j] + 1, row[j + 1] + 1, diagonal + (x == b[j] ? 0 : 1))) }
  }
  return row[b.count]
}
