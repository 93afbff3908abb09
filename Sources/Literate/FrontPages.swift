import Foundation

/// Writes the table of contents, `README.md`, into each folder that pages of a plan can be in.
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
    if let target = plan.publication(standing: .verified) { folders.append(target) }
    var problems: [Problem] = []
    for folder in folders {
      let contents = Contents(index: index, folder: folder)
      guard !contents.isEmpty else { continue }
      let page = contents.page()
      problems += page.problems
      do {
        try Publisher().write(page.text, to: folder.appending(path: "README.md"))
      } catch {
        problems.append(Problem(file: folder.path, line: 0, message: "\(error)"))
      }
    }
    return problems.unique
  }
}
