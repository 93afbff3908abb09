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

      Each run is one process, so a sweep can be spread by other tools:
      book experiments list --names | parallel -j 2 book experiments run {}
      """,
    subcommands: [ListExperiments.self, RunExperiment.self])
}

/// `book experiments list`
struct ListExperiments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the experiments: chapter, whether the record is there, expected time.")

  @Flag(help: "Print names only, for scripts.")
  var names = false

  @Flag(help: "Leave out those whose record is there.")
  var missing = false

  func run() throws {
    Machine.use(.book)
    if let complaint = Machine.complaint() { throw refusal(complaint) }
    let root: URL
    do { root = try PackageFolder().root } catch { throw refusal("\(error)") }
    for item in BookExperiment.all {
      let standing = RecordStanding(of: item.experiment, in: root.appending(path: item.records).path)
      if missing, standing == .present { continue }
      Swift.print(names ? item.name : line(item, standing))
    }
  }

  private func line(_ item: BookExperiment, _ standing: RecordStanding) -> String {
    let word =
      switch standing {
      case .present: "the record is there"
      case .missing: "no record yet"
      case .stale(let why): "the record is stale: \(why)"
      }
    let begun = FileManager.default.fileExists(atPath: Checkpoint.file(named: item.name)) ? ", a run is begun" : ""
    return "\(item.name)  chapter \(item.chapter), about \(Forecast.words(item.expectedSeconds))\n    \(word)\(begun)"
  }
}
