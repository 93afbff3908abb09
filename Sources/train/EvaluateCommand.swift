import ArgumentParser
import Datasets
import Experiments
import Files
import Foundation
import Literate
import RandomStreams

/// `train evaluate`
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Estimate the log-likelihood of images under a model, by importance sampling.",
    discussion: """
      For each image log (1/K) Σ ω of K samples of q: on average at most the
      log-likelihood, and nearer to it with more samples. The effective number of
      samples, (Σ ω)² / Σ ω², says how many of the K carry the sum.
      """)

  @OptionGroup var model: ModelOptions
  @OptionGroup var images: ImageOptions

  @Option(help: ArgumentHelp("K, samples of each image.", valueName: "count"))
  var samples = 1000

  @Option(help: ArgumentHelp("Only so many images, the first of the file.", valueName: "count"))
  var first: Int?

  @Option(help: ArgumentHelp("Threads; without it, one for each core.", valueName: "count"))
  var workers: Int?

  @Option(help: ArgumentHelp("Write the estimate of each image to this CSV file.", valueName: "file"))
  var perImage: String?

  func run() throws {
    for (option, count) in [("--samples", samples), ("--first", first ?? 1), ("--workers", workers ?? 1)] where count < 1 {
      throw refusal("\(option) \(count): at least 1 is needed.")
    }
    let trained = try model.load()
    let set = try images.load(for: trained)
    let result = trained.logLikelihood(
      ofFirst: first ?? set.count, of: set, samples: samples, workers: workers ?? ProcessInfo.processInfo.activeProcessorCount,
      using: RandomStream(seed: model.seed).stream("evaluate"))
    let count = result.values.count
    let effective = result.effectiveSamples.reduce(0, +) / Double(count)
    let error = count > 1 ? String(format: " ± %.3f", result.standardError) : ""
    Swift.print(
      "log-likelihood \(String(format: "%.3f", result.mean))\(error) nats an image, over \(count) images with \(samples) "
        + "samples each, of which \(String(format: "%.1f", effective)) are effective")
    guard let perImage else { return }
    do { try writeWhole(Data(result.csv.utf8), to: perImage) } catch {
      throw refusal("The file \(perImage) could not be written (\(error.why)): name another one.", ExitStatus.cannotWrite)
    }
  }
}
