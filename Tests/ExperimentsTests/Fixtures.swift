import BeliefNets
import Datasets
import Experiments
import Foundation
import LinearAlgebra
import RandomStreams
import Testing

/// Forty grey images of a bar on 6×6 pixels, with noise.
func bars(_ count: Int = 40, seed: UInt64 = 8) -> ImageSet {
  var random = RandomStream(seed: seed)
  var bytes: [UInt8] = []
  for i in 0..<count {
    for place in 0..<36 {
      let isInk = i % 2 == 0 ? place / 6 == i / 2 % 6 : place % 6 == i / 2 % 6
      bytes.append(UInt8((isInk ? 200 : 20) + Int(35 * random.uniform())))
    }
  }
  return ImageSet(name: "train", height: 6, width: 6, bytes: bytes)
}

let images = ExperimentImages(
  train: bars().part(0..<30, named: "train"), validation: bars().part(30..<40, named: "validation"), description: "Bars.")

/// Four steps an epoch, the last reaching into the next one.
func experiment(
  _ algorithm: Algorithm = .nrws(.fisher(damping: 0.1, period: 3)), rate: Schedule = 0.05, rule: StepRule = .plain,
  averaging: Double? = nil, epochs: Int = 5, layers: [Int] = [6, 3], samples: CountSchedule = 4
) -> Experiment {
  let settings = WakeSleepSettings(algorithm, rate: rate, rule: rule, averaging: averaging, batch: 8, samples: samples, shards: 2)
  return Experiment(
    "bars", layers: layers, settings, on: .published("mnist"), .fresh(seed: 4), seed: 5, budget: .epochs(epochs),
    evaluation: Evaluation(images: 10, samples: 20, judgesTraining: true))
}

/// Settings with everything that a trainer remembers between steps.
let memories: [(name: String, experiment: Experiment)] = [
  ("frozen longer than an epoch", experiment(.nrws(.fisher(damping: 0.1, period: 7)))),
  ("frozen for half an epoch", experiment(.nrws(.fisher(damping: 0.1, period: 2)))),
  ("Adam", experiment(.rws, rate: 0.005, rule: .adam())),
  ("momentum, averaged parameters", experiment(.nws(), rule: .momentum(0.8), averaging: 0.9)),
  (
    "averaged blocks",
    experiment(.nrws(.fisher(FisherSettings(damping: .geometric(from: 0.5, to: 0.1, steps: 9), period: 3, memory: 0.7))))
  ),
  ("iterations", experiment(.nrws(.fisher(damping: 0.1, period: 1)), layers: [44, 42, 3], samples: 6)),
  ("iterations, frozen", experiment(.nrws(.fisher(damping: 0.1, period: 2)), layers: [44, 42, 3], samples: 6)),
]

/// Whether two records are the same but for the clock.
func agree(_ a: [RecordRow], _ b: [RecordRow]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { $0.agrees(with: $1) }
}

/// Whether a sentence, and one only, is about a file.
func isOneSentence(_ text: String, naming file: String) -> Bool {
  text.contains(file) && text.hasSuffix(".") && !text.contains("\n") && text.count > 40
}

/// Runs to the end from a checkpoint, or from the start.
func run(_ experiment: Experiment, _ file: URL, on images: ExperimentImages = images) throws -> TrainingRun {
  var run = try TrainingRun(experiment, on: images, checkpoint: file.path)
  #expect(try run.run() == .finished)
  return run
}

/// What is thrown as a stored file's error.
func reason(_ body: () throws -> Void) -> StoredFileError? {
  do { try body() } catch let error as StoredFileError { return error } catch let error as ExperimentError {
    if case .stored(let error) = error { return error }
  } catch {}
  return nil
}
