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
    let work = try Work(images: images, workers: workers)
    func row(_ measure: @escaping () throws -> Measurement) -> () throws -> [Measurement] { { [try measure()] } }
    let cases: [(String, () throws -> [Measurement])] = [
      ("peak1", row { peak(workers: 1) }), ("sampling", row(sampling)),
      ("ws", row { try epoch("ws", .ws, work, workers: workers) }),
      ("rws", row { try epoch("rws", .rws, work, workers: workers) }),
      ("nws", row { try epoch("nws", .nws(), work, workers: workers) }),
      ("nrws", row { try epoch("nrws", .nrws(), work, workers: workers) }),
      ("nrws_fresh", row { try epoch("nrws_fresh", fresh(1e-4), work, workers: workers, steps: 12) }),
      ("nrws_fresh_1e-2", row { try epoch("nrws_fresh_1e-2", fresh(1e-2), work, workers: workers, steps: 12) }),
      ("layers", { try layers(workers: workers) }), ("scaling", scaling),
    ]
    let ceiling = peak(workers: 2)
    var rows = [ceiling]
    Swift.print(ceiling.line(peak: ceiling.gflops))
    for (name, measure) in cases where only.map(name.hasPrefix) ?? true {
      let new = try measure()
      for row in new { Swift.print(row.line(peak: ceiling.gflops)) }
      if name == "scaling" { for line in exponents(new) { Swift.print(line) } }
      rows += new
    }
    if let csv {
      let text = ([Measurement.header] + rows.map { $0.row(peak: ceiling.gflops) }).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(filePath: csv), options: .atomic)
    }
  }

  /// NRWS with blocks formed anew for each step, by iterations to a tolerance.
  private func fresh(_ tolerance: Double) -> Algorithm {
    .nrws(.fisher(FisherSettings(damping: 0.1, period: 1, tolerance: tolerance)))
  }
}
