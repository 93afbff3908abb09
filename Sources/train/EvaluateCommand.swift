import ArgumentParser
import BeliefNets
import Datasets
import Experiments
import Foundation
import LinearAlgebra
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
    let coding = trained.machine.coding
    let X: Matrix<Float> = set.matrix(
      of: 0..<min(first ?? set.count, set.count), trained.binarisation.rule, low: Float(coding.low), high: Float(coding.high))
    let result = trained.machine.logLikelihood(
      of: X, samples: samples, workers: workers ?? ProcessInfo.processInfo.activeProcessorCount,
      using: RandomStream(seed: model.seed).stream("evaluate"))
    let effective = result.effectiveSamples.reduce(0, +) / Double(X.rows)
    let error = X.rows > 1 ? String(format: " ± %.3f", result.standardError) : ""
    Swift.print(
      "log-likelihood \(String(format: "%.3f", result.mean))\(error) nats an image, over \(X.rows) images with \(samples) "
        + "samples each, of which \(String(format: "%.1f", effective)) are effective")
    guard let perImage else { return }
    let rows = zip(result.values, result.effectiveSamples).enumerated().map { i, pair in
      "\(i),\(Quantity.number(pair.0).plain),\(Quantity.number(pair.1).plain)"
    }
    let text = (["image,log_likelihood,effective_samples"] + rows).joined(separator: "\n") + "\n"
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: perImage), options: .atomic) } catch {
      throw refusal("The file \(perImage) could not be written: name another one.", ExitStatus.cannotWrite)
    }
  }
}
