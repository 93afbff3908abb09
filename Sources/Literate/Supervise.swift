import ArgumentParser
import Foundation

extension Chapter {
  /// What a chapter's program does when it is started by hand: it runs itself in a second process, and makes the page.
  func superviseAndExit(file: String) -> Never {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().lastPathComponent
    ChapterCommand.exitAfterRunning(folder: folder, arguments: Array(CommandLine.arguments.dropFirst()))
  }
}

/// The command line of a chapter run alone.
struct ChapterCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    let program = URL(fileURLWithPath: CommandLine.arguments.first ?? "chapter").lastPathComponent
    return CommandConfiguration(
      commandName: program,
      abstract: "Run this chapter of the book and make its page.",
      discussion: """
        The page, with its figures, their data and the scripts that draw them, goes to
        output/NN-name/; that of a quick run to .build/book/quick/NN-name/.

        swift run -c release \(program)                  the page of the book
        swift run -c release \(program) --effort quick   a look in seconds
        swift run -c release book                        all chapters

        The exit status is 0 when the page was made, 1 when something failed, and
        130 when it was stopped.
        """)
  }

  @OptionGroup var options: RunOptions

  static func exitAfterRunning(folder: String, arguments: [String]) -> Never {
    let command = parseOrExit(arguments)
    do {
      if let complaint = Machine.complaint() { throw OptionError(sentence: complaint) }
      let package = try PackageFolder()
      guard let source = package.sources.first(where: { $0.folder == folder }) else {
        throw OptionError(sentence: "Chapters/\(folder)/main.swift is not in \(package.root.path)")
      }
      let plan = try command.options.plan(root: package.root)
      guard let program = Bundle.main.executableURL else {
        throw OptionError(sentence: "this program does not know where it lies")
      }
      var run = BookRun(plan: plan, index: package.index)
      let report = run.run([Job(source: source, executable: program)], workers: 1)
      report.tell()
      Foundation.exit(report.exitStatus)
    } catch {
      Terminal.write("Error: \(error)\n")
      Foundation.exit(ExitStatus.usage)
    }
  }
}

extension RunReport {
  /// Says where the pages are and what went wrong.
  public func tell() {
    for note in notes { Swift.print(note) }
    if isInterrupted { Terminal.write("Stopped. Pages of before are as they were.\n") }
    if !problems.isEmpty {
      Terminal.write("\n\(problems.count == 1 ? "1 error" : "\(problems.count) errors"):\n")
      for problem in problems.sorted(by: { ($0.file, $0.line) < ($1.file, $1.line) }) { Terminal.write("\(problem)\n") }
    }
  }
}
