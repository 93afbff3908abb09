import Foundation

/// Writes the front page, `README.md`, into each folder that pages of a plan can be in; into the book itself only when nothing
/// is wrong with it.
public struct FrontPages {
  private let plan: RunPlan
  private let index: BookIndex

  public init(plan: RunPlan, index: BookIndex) {
    self.plan = plan
    self.index = index
  }

  /// What could not be written or said.
  public func write() -> [Problem] {
    var folders = [DataStanding.verified, .unverified, .synthetic].map {
      plan.runFolder(for: "", standing: $0).standardizedFileURL
    }
    let target = plan.publication(standing: .verified)
    if let target { folders.append(target) }
    let file = plan.root.appending(path: SourceTables.file)
    let sources = try? String(contentsOf: file, encoding: .utf8)
    var problems: [Problem] = []
    if sources == nil, FileManager.default.fileExists(atPath: file.path) {
      problems.append(Problem(file: SourceTables.file, line: 0, message: "it cannot be read"))
    }
    for folder in folders {
      let contents = Contents(index: index, folder: folder, sources: sources)
      guard !contents.isEmpty else { continue }
      let page = contents.page()
      problems += page.problems
      if folder == target && !page.problems.isEmpty { continue }
      do {
        try Publisher().write(page.text, to: folder.appending(path: "README.md"))
      } catch {
        problems.append(Problem(file: folder.path, line: 0, message: "\(error)"))
      }
    }
    return problems.unique
  }
}
