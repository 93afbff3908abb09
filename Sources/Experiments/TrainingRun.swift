import BeliefNets
import Datasets
import Foundation
import LinearAlgebra
import RandomStreams

/// An experiment at work: trains epoch by epoch, and leaves a checkpoint after each.
///
/// Stopped at any moment and begun again, it ends with the same parameters, bit by bit, and the same record but for the clock.
public struct TrainingRun: Sendable {
  public let experiment: Experiment
  public let images: ExperimentImages
  /// Where the checkpoint lies.
  public let file: String
  /// One row for each epoch so far.
  public private(set) var rows: [RecordRow] = []

  /// The machine of the last row, where the one at work may be on its way to the next.
  public private(set) var machineOfRecord: HelmholtzMachine<Float>

  private var trainer: WakeSleep<Float>
  private var batches: Batches
  private let judge: Judge

  /// How a run ended.
  public enum Ending: Sendable, Equatable {
    case finished
    /// Stopped, with this epoch in the checkpoint.
    case stopped(epoch: Int)
  }

  /// A run from its checkpoint, or from the start where there is none; then the first checkpoint is written at once, so that
  /// a folder which cannot be written is found before the work is done.
  ///
  /// - Throws: `ExperimentError.stored` where the checkpoint is not sound, or is one of other settings or images.
  public init(_ experiment: Experiment, on images: ExperimentImages, checkpoint file: String) throws(ExperimentError) {
    (self.experiment, self.images, self.file) = (experiment, images, file)
    let root = RandomStream(seed: experiment.seed), rule = experiment.binarisation.rule
    let batches = Batches(of: images.train, size: experiment.training.batch, rule, order: root.stream("order"))
    let (low, high) = (Float(experiment.coding.low), Float(experiment.coding.high))
    func first(_ count: Int, of set: ImageSet) -> Matrix<Float> {
      set.matrix(of: 0..<min(count, set.count), rule, low: low, high: high)
    }
    judge = Judge(experiment, images, using: root.stream("validation"))
    let metricImages = experiment.metricImages.map { first($0, of: images.train) }
    var initial = root.stream("initial weights")
    var machine = HelmholtzMachine<Float>(
      units: [images.train.pixels] + experiment.layers, coding: experiment.coding, using: &initial)
    if experiment.start == .meanImage { machine.setVisibleBiases(toMeansOf: first(10_000, of: images.train)) }
    self.batches = batches
    let stream = root.stream("training")
    guard FileManager.default.fileExists(atPath: file) else {
      trainer = WakeSleep(machine, experiment.training, metricImages: metricImages, using: stream)
      machineOfRecord = trainer.averagedMachine
      var row = RecordRow(epoch: 0, steps: 0)
      judge.evaluate(trainer, into: &row)
      rows = [row]
      try save()
      return
    }
    let checkpoint = try orStored { () throws(StoredFileError) in
      let checkpoint = try Checkpoint(contentsOf: file)
      try checkpoint.check(isOf: experiment, on: images, named: file)
      return checkpoint
    }
    do throws(ForeignState) {
      trainer = try WakeSleep(
        resuming: checkpoint.state, machine, experiment.training, metricImages: metricImages, using: stream
      ) { step in
        var again = batches
        return again.matrix(step: step, low: low, high: high)
      }
    } catch {
      throw .stored(StoredFileError(file: file, reason: .otherMachine(matrix: error.name)))
    }
    rows = checkpoint.rows
    machineOfRecord = trainer.averagedMachine
  }

  /// The machine as of the last step, or its running average where one is kept.
  public var machine: HelmholtzMachine<Float> { trainer.averagedMachine }

  /// The record so far.
  ///
  /// - Parameter step: the one with which the run diverged, if it did.
  public func record(diverged step: Int? = nil) -> Record {
    let manifest = Manifest(
      experiment, images, last: rows[rows.count - 1], fisherRoutes: trainer.fisherRoutes, diverged: step)
    return Record(rows: rows, manifest: manifest)
  }
}

extension TrainingRun {
  public var stepsPerEpoch: Int { batches.stepsPerEpoch }

  public var isFinished: Bool { experiment.budget.isSpent(by: rows[rows.count - 1]) }

  /// Trains to the end of the budget, or until it is told to stop.
  ///
  /// - Parameters:
  ///   - isStopped: asked after each step. The epoch at work is then lost, and the checkpoint of the last one stays.
  ///   - progress: told after each step.
  ///   - afterEpoch: told after each epoch, when its checkpoint is written.
  /// - Throws: a step without a finite result, or a checkpoint that cannot be written; the last one is kept.
  public mutating func run(
    isStopped: () -> Bool = { false }, progress: (Progress) -> Void = { _ in },
    afterEpoch: (TrainingRun) throws(ExperimentError) -> Void = { _ in }
  ) throws(ExperimentError) -> Ending {
    var X = Matrix<Float>(zeros: batches.size, images.train.pixels + 1)
    let (low, high) = (Float(experiment.coding.low), Float(experiment.coding.high))
    var sitting = 0.0  // seconds of steps of this call
    var done = 0
    while !isFinished {
      var row = rows[rows.count - 1]
      (row.epoch, row.steps) = (row.epoch + 1, row.steps + stepsPerEpoch)
      var (bound, effective) = (0.0, 0.0)
      for s in 0..<stepsPerEpoch {
        let (start, busy) = (ContinuousClock.now, processorSeconds())
        batches.load(step: trainer.steps, into: &X, low: low, high: high)
        let report = try step(on: X)
        let seconds = start.duration(to: .now) / .seconds(1)
        (row.seconds, sitting, done) = (row.seconds + seconds, sitting + seconds, done + 1)
        row.processorSeconds += processorSeconds() - busy
        (bound, effective) = (bound + report.bound, effective + report.effectiveSamples)
        progress(
          Progress(
            epoch: row.epoch, epochs: epochs, step: s + 1, stepsPerEpoch: stepsPerEpoch, bound: bound / Double(s + 1),
            validation: newestValidation, secondsLeft: secondsLeft(after: row, step: s + 1, perStep: sitting / Double(done))))
        if isStopped() { return .stopped(epoch: row.epoch - 1) }
      }
      row.trainBound = bound / Double(stepsPerEpoch)
      row.effectiveSamples = effective / Double(stepsPerEpoch)
      (row.validation, row.validationError, row.training, row.lastValidation) = (.nan, .nan, .nan, .nan)
      let isLast = experiment.budget.isSpent(by: row)
      if isLast || row.epoch % experiment.evaluation.interval == 0 { judge.evaluate(trainer, into: &row) }
      rows.append(row)
      machineOfRecord = trainer.averagedMachine
      try save()
      try afterEpoch(self)
      if !isLast, isStopped() { return .stopped(epoch: row.epoch) }
    }
    return .finished
  }

  private mutating func step(on X: Matrix<Float>) throws(ExperimentError) -> StepReport {
    do throws(Divergence) { return try trainer.step(on: X) } catch {
      var damping: Double?
      if case .fisher(let metric) = experiment.training.algorithm.metric { damping = metric.damping.value(at: error.step) }
      throw .diverged(
        error, rate: experiment.training.rate.value(at: error.step), damping: damping, keptEpoch: rows.count - 1)
    }
  }

  private var epochs: Int? { if case .epochs(let n) = experiment.budget { n } else { nil } }

  private var newestValidation: Double { rows.last { !$0.validation.isNaN }?.validation ?? .nan }

  /// What the rest of the budget takes, with evaluations as long as they were so far.
  private func secondsLeft(after row: RecordRow, step: Int, perStep: Double) -> Double {
    let judged = rows.count { !$0.validation.isNaN }
    let evaluation = row.evaluationSeconds / Double(max(1, judged)) / Double(experiment.evaluation.interval)
    switch experiment.budget {
    case .epochs(let n):
      let left = Double(n - row.epoch)
      return perStep * (left * Double(stepsPerEpoch) + Double(stepsPerEpoch - step)) + evaluation * (left + 1)
    case .seconds(let budget):
      let rest = max(0, budget - row.seconds)
      return rest + evaluation * (rest / (perStep * Double(stepsPerEpoch)) + 1)
    }
  }

  private func save() throws(ExperimentError) {
    try orStored { () throws(StoredFileError) in
      let state = trainer.state.withoutSpentBlocks(of: experiment.training.algorithm.metric)
      try Checkpoint(experiment, checksums: images.checksums, state, rows: rows).write(to: file)
    }
  }
}

extension TrainingState {
  /// The same without the machine at the last refresh, where the next step forms the blocks anew from its own samples.
  ///
  /// At the end of an epoch this is the rule, and halves the file.
  func withoutSpentBlocks(of metric: Metric) -> TrainingState {
    guard case .fisher(let settings) = metric, let refresh, steps - refresh >= settings.period.value(at: steps),
      !matrices.contains(where: { $0.name.hasPrefix("metric/") })
    else { return self }
    return TrainingState(
      steps: steps, refresh: nil, basisAges: [], matrices: matrices.filter { !$0.name.hasPrefix("refresh/") })
  }
}

/// What all threads of this process took of the processors so far.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}
