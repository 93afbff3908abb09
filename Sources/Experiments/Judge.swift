import BeliefNets
import Datasets
import LinearAlgebra
import RandomStreams

/// Measures log-likelihoods for the record: always of the same images, with the same random numbers, so that epochs can be
/// compared.
struct Judge: Sendable {
  private let validation: Matrix<Float>, training: Matrix<Float>?
  private let samples: Int, workers: Int
  private let random: RandomStream

  init(_ experiment: Experiment, _ images: ExperimentImages, using random: RandomStream) {
    let (low, high) = (Float(experiment.coding.low), Float(experiment.coding.high))
    let evaluation = experiment.evaluation
    let count = min(evaluation.images, images.validation.count)
    func first(of set: ImageSet) -> Matrix<Float> {
      set.matrix(of: 0..<min(count, set.count), experiment.binarisation.rule, low: low, high: high)
    }
    validation = first(of: images.validation)
    training = evaluation.judgesTraining ? first(of: images.train) : nil
    (samples, workers, self.random) = (evaluation.samples, experiment.training.workers, random)
  }

  /// Writes the likelihoods of a trainer's machine, and of its average where one is kept, and their time into a row.
  func evaluate(_ trainer: WakeSleep<Float>, into row: inout RecordRow) {
    let start = ContinuousClock.now
    let machine = trainer.averagedMachine
    if trainer.settings.averaging != nil {
      row.lastValidation = trainer.machine.logLikelihood(of: validation, samples: samples, workers: workers, using: random).mean
    }
    let result = machine.logLikelihood(of: validation, samples: samples, workers: workers, using: random)
    (row.validation, row.validationError) = (result.mean, result.standardError)
    if let training {
      row.training = machine.logLikelihood(of: training, samples: samples, workers: workers, using: random.stream("train")).mean
    }
    row.evaluationSeconds += start.duration(to: .now) / .seconds(1)
  }
}
