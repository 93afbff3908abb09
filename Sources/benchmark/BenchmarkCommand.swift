import ArgumentParser
import BeliefNets
import Files
import Foundation
import LinearAlgebra
import Literate

extension Kernels: ExpressibleByArgument {}

@main struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measure the engine: products, sampling, training steps, Fisher blocks.",
    discussion: """
      Prints a table, and with --csv writes it. Compare rows of one run only: the
      spread, half the distance of the quartiles of the repetitions, says how noisy
      the machine was. GFLOP/s count the products of the gradient alone, so that the
      rows of one machine are comparable; what the metric costs lowers them.

      Steps of all algorithms and plain products are measured by turns, so that a
      machine whose speed changes treats them alike.
      """)

  @Option(help: "How many images stand for an epoch of 60,000.")
  var images = 6000

  @Option(help: "How many cores the steps use.")
  var workers = 2

  @Option(help: "The kernels of OpenBLAS: book (AVX2, the same bytes everywhere) or fastest (AVX-512 where there is any).")
  var kernels = Kernels.fastest

  @Option(help: ArgumentHelp("Measure only the cases whose name begins so.", valueName: "prefix"))
  var only: String?

  @Option(help: ArgumentHelp("Write the table to this file as well.", valueName: "file"))
  var csv: String?

  func validate() throws {
    guard images >= 200 else { throw ValidationError("--images \(images): at least 200 are needed, two steps.") }
    guard workers > 0 else { throw ValidationError("--workers \(workers): at least one is needed.") }
    let names = ["peak2"] + algorithms.map { $0.name } + ["peak1", "binary", "sampling", "layers", "scaling"]
    if let only, !names.contains(where: { $0.hasPrefix(only) }) {
      throw ValidationError("--only \(only): no case begins so; there are \(names.joined(separator: ", ")).")
    }
  }

  private var algorithms: [(name: String, algorithm: Algorithm, steps: Int)] {
    [
      ("ws", .ws, 10), ("rws", .rws, 10), ("nws", .nws(), 10), ("nrws", .nrws(), 10), ("nrws_fresh", fresh(1e-4), 3),
      ("nrws_fresh_1e-2", fresh(1e-2), 3),
    ]
  }

  func run() throws {
    Machine.use(kernels)
    if let complaint = Machine.complaint() { throw ValidationError(complaint) }
    if let csv { do { try probe(csv) } catch { throw refusal("\(error)", ExitStatus.cannotWrite) } }
    Swift.print(Measurement.title)
    let work = try Work(images: images, workers: workers), epochs = Epochs(work, workers: workers)
    func isWanted(_ name: String) -> Bool { only.map(name.hasPrefix) ?? true }
    let wanted = algorithms.filter { isWanted($0.name) }
    var rows = wanted.isEmpty ? [peak(workers: 2)] : try epochs.measure(wanted, images: images)
    let ceiling = rows[0].gflops
    if isWanted("peak1") { rows.append(peak(workers: 1)) }
    if isWanted("binary") { for workers in [1, 2] { rows += binaryProducts(workers: workers) } }
    if isWanted("sampling") { rows.append(sampling()) }
    for row in rows { Swift.print(row.line(peak: ceiling)) }
    let more: [(name: String, measure: () throws -> [Measurement])] = [
      ("layers", { try layers(workers: workers) }), ("scaling", scaling),
    ]
    for (name, measure) in more where isWanted(name) {
      let new = try measure()
      for row in new { Swift.print(row.line(peak: ceiling)) }
      if name == "scaling" { for line in exponents(new) { Swift.print(line) } }
      rows += new
    }
    if let csv {
      let text = ([Measurement.header] + rows.map { $0.row(peak: ceiling) }).joined(separator: "\n") + "\n"
      do { try writeWhole(Data(text.utf8), to: csv) } catch { throw refusal("\(error)", ExitStatus.cannotWrite) }
    }
  }

  /// NRWS with blocks formed anew for each step, by iterations to a tolerance.
  private func fresh(_ tolerance: Double) -> Algorithm {
    .nrws(.fisher(FisherSettings(damping: 0.1, period: 1, tolerance: tolerance)))
  }
}
