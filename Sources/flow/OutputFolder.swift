import Figures
import Foundation
import Literate

/// The folder that a run writes.
struct OutputFolder {
  /// As the reader wrote it.
  let name: String
  private let url: URL
  /// The data of an earlier run of this command, as its page links them.
  private let earlier: Set<String>

  private static let page = "README.md"

  /// The folder that is named after the function; with a number where another function has it.
  init(for wishes: Wishes, force: Bool) throws {
    let stem = "flow-\(wishes.slug)"
    var (name, number) = (stem, 1)
    while let head = Self.head(in: name), head != FlowPage.head(wishes) {
      number += 1
      name = "\(stem)-\(number)"
    }
    try self.init(name, force: force)
  }

  /// The first lines of the page of this command that a folder has, nil where it has none.
  private static func head(in folder: String) -> String? {
    let page = URL(fileURLWithPath: folder, isDirectory: true).appending(path: Self.page)
    guard let text = try? String(contentsOf: page, encoding: .utf8), text.hasPrefix(FlowPage.mark) else { return nil }
    return text.split(separator: "\n", omittingEmptySubsequences: false).prefix(3).joined(separator: "\n")
  }

  /// - Throws: where the folder has files of others, unless they are to be kept there.
  init(_ name: String, force: Bool) throws {
    guard !name.isEmpty else { throw WishError("--output: the name of the folder is empty") }
    self.name = name
    url = URL(fileURLWithPath: name, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue {
      throw WishError("--output \(name): this is a file, not a folder")
    }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    let old = try? String(contentsOf: url.appending(path: Self.page), encoding: .utf8)
    let isOwn = old?.hasPrefix(FlowPage.mark) ?? false
    earlier = isOwn ? Set((old ?? "").matches(of: /\]\((flow-[^)\/]*\.csv)\)/).map { String($0.1) }) : []
    guard files.isEmpty || isOwn || force else {
      throw WishError(
        "\(name) has files that this command did not write; choose another folder with --output, or add --force to write there too"
      )
    }
  }

  /// Draws in a temporary folder, and puts everything here when it is whole.
  func publish(_ study: Study, _ wishes: Wishes) throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "flow-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let drawn = try study.figure.write(name: "flow", to: scratch.path)
    var files = [
      Self.page: Data(FlowPage(study: study, wishes: wishes, drawn: drawn).text.utf8), "ends.csv": Data(study.table.csv.utf8),
    ]
    for name in drawn.data + [drawn.script] + (drawn.image.map { [$0] } ?? []) {
      files[name] = try Data(contentsOf: scratch.appending(path: name))
    }
    try Publisher().publish(files, to: url, keepingOthers: true)
    // An earlier run may have had more panels. Whatever the reader put here stays.
    for name in earlier where files[name] == nil {
      try? FileManager.default.removeItem(at: url.appending(path: name))
    }
    if let reason = drawn.reason { Swift.print(reason) }
  }

  /// What the terminal says at the end.
  func report(_ study: Study) -> String {
    let remarks = study.warnings + study.troubles
    return (["\(name)/\(Self.page) is the page, \(name)/flow.gp the script of its figure."] + remarks).joined(separator: "\n")
  }
}
