import ArgumentParser
import Experiments
import Foundation
import Literate

/// `book experiments`
struct ExperimentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiments", abstract: "List and run the long trainings behind the chapters' records.",
    discussion: """
      An experiment is a training of minutes to hours. Its record, one row an epoch,
      is kept in output/NN-name/records/, and the chapters draw from it.

      swift run -c release book experiments list
      swift run -c release book experiments run mnist-nrws

      Each run is one process, so a sweep can be spread by other tools, here over
      two processes of one thread each (with GNU parallel, the last line is
      parallel -j 2 $book run {} --workers 1):
      book="swift run -c release --skip-build book experiments"
      $book list --names --missing --chapter 10 |
        xargs -P 2 -I {} $book run {} --workers 1
      """,
    subcommands: [ListExperiments.self, RunExperiment.self, JudgeExperiment.self])
}

/// `book experiments list`
struct ListExperiments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the experiments: chapter, whether the record is there, expected time.")

  @Flag(help: "Print names only, for scripts.")
  var names = false

  @Flag(help: "Leave out those whose record is there.")
  var missing = false

  @Option(help: ArgumentHelp("Only those of a chapter.", valueName: "number"))
  var chapter: String?

  func run() throws {
    Machine.use(.book)
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    let chosen = BookExperiment.all.filter { item in chapter.map { item.chapter.hasPrefix("\($0)-") } ?? true }
    guard !chosen.isEmpty else { throw refusal("Chapter \(chapter ?? "") has no experiments: name another one, such as 11.") }
    for item in chosen {
      let standing = try Sitting(item, in: records(of: item)).standing
      if missing, standing == .present { continue }
      Swift.print(names ? item.name : line(item, standing))
    }
  }

  private func line(_ item: BookExperiment, _ standing: RecordStanding) -> String {
    let word =
      switch standing {
      case .present: "the record is there"
      case .unfinished(let epoch): "the record goes to epoch \(epoch) so far"
      case .missing: "no record yet"
      case .stale(let why): "the record is stale: \(why)"
      }
    let begun = FileManager.default.fileExists(atPath: Checkpoint.file(named: item.name)) ? ", a run is begun" : ""
    return "\(item.name)  chapter \(item.chapter), about \(Forecast.words(item.expectedSeconds))\n    \(word)\(begun)"
  }
}
