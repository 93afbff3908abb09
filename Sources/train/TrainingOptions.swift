import ArgumentParser
import BeliefNets
import Datasets
import Experiments
import Foundation
import Literate

enum BinarisationName: String, ExpressibleByArgument, CaseIterable { case threshold, `static`, dynamic }
enum RuleName: String, ExpressibleByArgument, CaseIterable { case plain, momentum, adam }
enum BiasName: String, ExpressibleByArgument, CaseIterable { case means, zero }
enum DecayName: String, ExpressibleByArgument, CaseIterable { case none, inverse, geometric }

/// What all four algorithms take.
struct TrainingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "An IDX file of grey images, plain or gzip, or a folder of PNG images of one size; without it, MNIST from the data folders, or downloaded.",
      valueName: "file"))
  var images: String?

  @Option(help: ArgumentHelp("The folder with the sub-folder mnist/, when --images is not given.", valueName: "folder"))
  var data: String?

  @Flag(help: "Download nothing.")
  var offline = false

  @Option(help: ArgumentHelp("Units of the hidden layers, from the images up.", valueName: "counts"))
  var layers = "200,100,50"

  @Option(help: "How a grey pixel becomes a bit: threshold ½, one draw for all epochs (static), or a new draw in each (dynamic).")
  var binarisation = BinarisationName.dynamic

  @Option(help: ArgumentHelp("The share of the images of --images that is kept for validation.", valueName: "share"))
  var validation = 1.0 / 6

  @Option(help: ArgumentHelp("How often each image is seen; without it and --minutes, 20 times.", valueName: "count"))
  var epochs: Int?

  @Option(
    help: ArgumentHelp(
      "In place of --epochs: the end comes with the epoch in which so many minutes of steps are over.", valueName: "count"))
  var minutes: Double?

  @Option(help: "Where the biases of the pixels start: at the logits of the pixels' means, or at zero.")
  var biases = BiasName.means

  @Option(help: ArgumentHelp("Images a step.", valueName: "count"))
  var batch = 100

  @Option(help: ArgumentHelp("Samples of each image in a step.", valueName: "count"))
  var samples = 10

  @Option(
    help: ArgumentHelp(
      "The step length; without it \(DefaultRate.natural) for the natural algorithms and \(DefaultRate.vanilla) for the others, "
        + "a tenth of that with momentum, and \(DefaultRate.adam) with adam.", valueName: "number"))
  var rate: Double?

  @Option(help: "How the rate falls: inverse, c/(1 + t/τ); geometric, in equal ratios to a tenth after τ; or none.")
  var decay = DecayName.inverse

  @Option(help: ArgumentHelp("τ of the decay.", valueName: "epochs"))
  var decayEpochs = 10.0

  @Option(help: "What a step makes of its direction: plain, momentum (0.9) or adam.")
  var rule = RuleName.plain

  @Option(
    help: ArgumentHelp(
      "ρ of a running average of the parameters, which is then evaluated and kept as the model.", valueName: "number"))
  var averaging: Double?

  @Option(help: ArgumentHelp("Which random numbers.", valueName: "number"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Threads; without it, one for each core. The result does not depend on it.", valueName: "count"))
  var workers: Int?

  @Option(help: ArgumentHelp("Validation images that are judged after each epoch, with 100 samples each.", valueName: "count"))
  var evaluate = 1000

  @Option(help: ArgumentHelp("Where all files go; without it, a folder named after the algorithm.", valueName: "folder"))
  var output: String?

  @Flag(help: "Begin anew, in place of the run that is in the folder.")
  var restart = false

  /// Trains by an algorithm.
  func train(_ name: String, _ algorithm: Algorithm) throws {
    try prepareEngine()
    try checkNumbers()
    let source = images.map { ImageSource.file($0, validationShare: validation) } ?? .published("mnist")
    let set: ExperimentImages
    var line = ProgressLine()
    do {
      set = try ExperimentImages(
        source, from: DataFolders(requested: data), download: offline || data != nil ? nil : Download(),
        tell: { line.show("\($0)") })
    } catch {
      line.clear()
      throw refusal(error)
    }
    line.clear()
    guard let experiment = experiment(name, algorithm, source, set) else {
      throw refusal("--batch \(batch): there are only \(set.train.count) training images.")
    }
    try TrainingSession(experiment, set, folder: output ?? "train-\(name)", restart: restart).run()
  }
}
