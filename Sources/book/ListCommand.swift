import ArgumentParser
import Foundation
import Literate

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the chapters: titles, number of figures, tables and exercises, seconds of the last run.")

  func run() throws {
    do {
      let package = try PackageFolder()
      let timings = Timings(plan: RunPlan(root: package.root))
      for outline in package.index.outlines { Swift.print(line(outline, timings)) }
    } catch {
      throw refusal("\(error)")
    }
  }

  private func line(_ outline: Outline, _ timings: Timings) -> String {
    let counts = [(LabelKind.figure, "figure"), (.table, "table"), (.equation, "equation"), (.exercise, "exercise")].map {
      kind, word in
      let count = outline.targets.count { $0.kind == kind }
      return "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let seconds = Effort.allCases.compactMap { effort in
      timings[outline.folder, effort].map { "\(effort.rawValue) \(Forecast.words($0))" }
    }
    let last = seconds.isEmpty ? "not run yet" : "last time: " + seconds.joined(separator: ", ")
    return "\(outline.folder.prefix(2))  \(outline.title)\n    \(counts.joined(separator: ", ")); \(last)"
  }
}
