import ArgumentParser
import Files
import Foundation

/// The options that `book` and every chapter share.
public struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much work to do: quick (seconds a chapter; the pages go to .build/book/), standard, or paper (book makes the long trainings that are missing or stale first, for hours; a chapter alone draws from the records that are there).",
      valueName: "effort"))
  public var effort = Effort.standard

  @Option(
    help: ArgumentHelp(
      "The folder with the data sets mnist/ and fashion-mnist/. Without it: $NATURAL_GRADIENT_DATA, then the cache folder, then a download.",
      valueName: "folder"))
  public var data: String?

  @Option(help: ArgumentHelp("Put the pages here instead of into output/.", valueName: "folder"))
  public var output: String?

  @Flag(help: "Download nothing; without data, chapters draw synthetic digits and say so (as at quick effort).")
  public var offline = false

  public init() {}

  /// The plan that the options describe, when they make sense.
  public func plan(root: URL) throws(OptionError) -> RunPlan {
    var dataFolder: URL?
    for (name, value) in [("data", data), ("output", output)] where value?.isEmpty == true {
      throw OptionError(sentence: "--\(name): the name of the folder is empty")
    }
    if let data {
      let url = URL(fileURLWithPath: data).standardizedFileURL
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
        throw OptionError(sentence: "--data \(data): there is no such folder")
      }
      dataFolder = url
    }
    let outputFolder = output.map { URL(fileURLWithPath: $0, isDirectory: true).standardizedFileURL.resolvingSymlinksInPath() }
    let root = root.resolvingSymlinksInPath()
    let own = root.appending(path: "output").resolvingSymlinksInPath()
    let isOwn = outputFolder?.path == own.path
    if let outputFolder, let complaint = complaint(outputFolder, own: own, root: root) {
      throw OptionError(sentence: "--output \(output ?? ""): \(complaint); choose another folder")
    }
    let plan = RunPlan(
      root: root, effort: effort, data: dataFolder, output: isOwn ? nil : outputFolder, isOffline: offline)
    try checkWritable(plan.output ?? plan.buildFolder, option: output.map { "--output \($0)" } ?? plan.buildFolder.path)
    // The book's own folder is written last, when all chapters have run.
    if plan.output == nil, let target = plan.publication(standing: .verified) {
      let wasThere = FileManager.default.fileExists(atPath: target.path)
      try checkWritable(target, option: target.path)
      if !wasThere { rmdir(target.path) }
    }
    return plan
  }

  /// Why pages must not go to a folder: there they would take the place of files that are not pages.
  private func complaint(_ folder: URL, own: URL, root: URL) -> String? {
    func isInside(_ outer: URL) -> Bool { (folder.path + "/").hasPrefix(outer.path + "/") }
    if folder.path == own.path {
      return effort == .quick ? "that is the book itself, and quick pages do not belong there" : nil
    }
    if isInside(own) { return "that lies inside the book itself" }
    let sources = ["Chapters", "Sources", "Tests", ".build", ".git", ".ci"].map { root.appending(path: $0) }
    if sources.contains(where: isInside) { return "that folder of the package holds other files than pages" }
    let front = folder.appending(path: "README.md")
    guard FileManager.default.fileExists(atPath: front.path) else { return nil }
    let old = (try? String(contentsOf: front, encoding: .utf8)) ?? ""
    guard !old.hasPrefix(Contents.title) else { return nil }
    return "it has a README.md that is no front page of the book, and would be overwritten"
  }

  private func checkWritable(_ folder: URL, option: String) throws(OptionError) {
    let probe = folder.appending(path: ".probe-\(ProcessInfo.processInfo.processIdentifier)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: probe)
      try FileManager.default.removeItem(at: probe)
    } catch {
      throw OptionError(sentence: "\(option): nothing can be written there (\(cause(of: error)))")
    }
  }
}

/// Options that make no sense together or on this machine.
public struct OptionError: Error, Equatable, CustomStringConvertible {
  public let sentence: String

  public var description: String { sentence }
}
