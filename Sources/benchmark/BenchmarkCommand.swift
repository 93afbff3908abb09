import ArgumentParser
import BeliefNets
import Foundation
import LinearAlgebra
import Literate

@main struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measure the engine: products, sampling, training steps, Fisher blocks.",
    discussion: """
      Prints a table, and with --csv writes it. Compare rows of one run only: the
      spread, half the distance of the quartiles of the repetitions, says how noisy
      the machine was. GFLOP/s count the products of the gradient alone, so that the
      rows of one machine are comparable; what the metric costs lowers them.
      """)

  @Option(help: "How many images stand for an epoch of 60,000.")
  var images = 6000

  @Option(help: "How many cores the steps use.")
  var workers = 2

  @Option(help: ArgumentHelp("Measure only the cases whose name begins so.", valueName: "prefix"))
  var only: String?

  @Option(help: ArgumentHelp("Write the table to this file as well.", valueName: "file"))
  var csv: String?

  func validate() throws {
    guard images >= 200 else { throw ValidationError("--images \(images): at least 200 are needed, two steps.") }
    guard workers > 0 else { throw ValidationError("--workers \(workers): at least one is needed.") }
  }

  func run() throws {
    Machine.useKernelsOfBook()
    if let complaint = Machine.complaint() { throw ValidationError(complaint) }
    Swift.print(Measurement.title)
    let work = Work(images: images)
    let cases: [(String, () throws -> Measurement)] = [
      ("peak1", { peak(workers: 1) }), ("sampling", sampling),
      ("ws", { try epoch("ws", .ws, work, workers: workers) }), ("rws", { try epoch("rws", .rws, work, workers: workers) }),
      ("nws", { try epoch("nws", .nws(), work, workers: workers) }),
      ("nrws", { try epoch("nrws", .nrws(), work, workers: workers) }),
      ("nrws_fresh", { try epoch("nrws_fresh", .nrws(.fisher(period: 1)), work, workers: workers, steps: 8) }),
    ]
    let ceiling = peak(workers: 2)
    var rows = [ceiling]
    Swift.print(ceiling.line(peak: ceiling.gflops))
    for (name, measure) in cases where only.map(name.hasPrefix) ?? true {
      rows.append(try measure())
      Swift.print(rows[rows.count - 1].line(peak: ceiling.gflops))
    }
    if let csv {
      let text = ([Measurement.header] + rows.map { $0.row(peak: ceiling.gflops) }).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(filePath: csv), options: .atomic)
    }
  }
}
