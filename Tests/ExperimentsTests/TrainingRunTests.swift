import BeliefNets
import Datasets
import Experiments
import Foundation
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

@Suite("training runs") struct TrainingRunTests {
  @Test("stopped after any step and begun again: the same parameters and record, bit by bit", arguments: memories.indices)
  func resume(which: Int) throws {
    let (name, experiment) = memories[which]
    try withTemporaryFolder { folder in
      let whole = try run(experiment, folder.appending(path: "whole"))
      #expect(whole.rows.count == 6 && whole.rows[5].trainBound > whole.rows[1].trainBound, "\(name)")
      let file = folder.appending(path: "parts")
      // After step 2 of the first sitting, 5 of the second and so on; a sitting that ends no epoch begins the epoch again.
      for (count, epoch) in [(2, 0), (5, 1), (4, 1), (9, 3), (6, 4)] {
        var part = try TrainingRun(experiment, on: images, checkpoint: file.path)
        var steps = 0
        let ending = try part.run(isStopped: { steps >= count }, progress: { _ in steps += 1 })
        #expect(ending == .stopped(epoch: epoch), "\(name)")
        #expect(try Checkpoint(contentsOf: file.path).rows.count == epoch + 1)
      }
      let end = try run(experiment, file)
      #expect(end.machine == whole.machine && agree(end.rows, whole.rows), "\(name)")
      let (a, b) = (try Checkpoint(contentsOf: file.path), try Checkpoint(contentsOf: folder.appending(path: "whole").path))
      #expect(a.state == b.state, "\(name)")
      // The machine at the last refresh is stored only where its blocks are still to be used.
      let isStored = a.state.matrices.contains { $0.name.hasPrefix("refresh/") }
      #expect(isStored == (name.contains("longer") || name.contains("averaged") || name.contains("iterations")), "\(name)")
      #expect(end.record().manifest.fisherRoutes.values.contains { $0.hasPrefix("iterative") } == name.hasPrefix("iterations"))
    }
  }

  @Test("the first epoch by hand: start, order, streams, images of the metric, and what a row says of it") func byHand() throws {
    try withTemporaryFolder { folder in
      var own = experiment(averaging: 0.9, epochs: 1)
      own.metricImages = 7
      let done = try run(own, folder.appending(path: "a"))
      let root = RandomStream(seed: own.seed), rule = own.binarisation.rule
      func first(_ count: Int, _ set: ImageSet) -> Matrix<Float> { set.matrix(of: 0..<count, rule, low: -1, high: 1) }
      var initial = root.stream("initial weights")
      var machine = HelmholtzMachine<Float>(units: [36, 6, 3], using: &initial)
      machine.setVisibleBiases(toMeansOf: first(30, images.train))
      var batches = Batches(of: images.train, size: 8, rule, order: root.stream("order"))
      var trainer = WakeSleep(
        machine, own.training, metricImages: first(7, images.train), using: root.stream("training"))
      let reports = try (0..<4).map { try trainer.step(on: batches.matrix(step: $0)) }
      #expect(done.machine == trainer.averagedMachine && done.machine != trainer.machine)
      let judge = root.stream("validation")
      func values(_ machine: HelmholtzMachine<Float>, _ set: ImageSet, _ random: RandomStream) -> [Double] {
        machine.logLikelihood(of: first(10, set), samples: 20, workers: 1, using: random).values
      }
      func likelihood(_ machine: HelmholtzMachine<Float>, _ set: ImageSet, _ random: RandomStream) -> Double {
        values(machine, set, random).reduce(0, +) / 10
      }
      let row = done.rows[1]
      #expect(abs(row.trainBound - reports.reduce(0) { $0 + $1.bound } / 4) < 1e-12)
      #expect(abs(row.effectiveSamples - reports.reduce(0) { $0 + $1.effectiveSamples } / 4) < 1e-12)
      #expect(row.validation == likelihood(done.machine, images.validation, judge))
      let squares = values(done.machine, images.validation, judge).reduce(0) {
        $0 + ($1 - row.validation) * ($1 - row.validation)
      }
      #expect(row.validationError > 0 && abs(row.validationError - (squares / (10 * 9)).squareRoot()) < 1e-12)
      #expect(row.lastValidation == likelihood(trainer.machine, images.validation, judge))
      #expect(row.training == likelihood(done.machine, images.train, judge.stream("train")))
      #expect(row.gap == row.training - row.validation && row.gap != 0)
    }
  }

  @Test("more epochs go on where fewer ended") func longer() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a")
      _ = try run(experiment(epochs: 2), file)
      let later = try run(experiment(epochs: 5), file), whole = try run(experiment(epochs: 5), folder.appending(path: "b"))
      #expect(later.machine == whole.machine && agree(later.rows, whole.rows))
      var done = try TrainingRun(experiment(epochs: 3), on: images, checkpoint: file.path)
      #expect(try done.isFinished && done.run() == .finished)
      #expect(done.rows.count == 6)
    }
  }

  @Test("a budget of seconds ends with an epoch, and progress tells what is left") func seconds() throws {
    try withTemporaryFolder { folder in
      // What twenty epochs take here and now.
      let five = try run(experiment(epochs: 5), folder.appending(path: "five"))
      let seconds = 4 * five.rows[5].seconds
      var timed = experiment()
      timed.budget = .seconds(seconds)
      timed.evaluation.interval = 1_000_000
      var timedRun = try TrainingRun(timed, on: images, checkpoint: folder.appending(path: "a").path)
      var left: [Double] = []
      #expect(try timedRun.run(progress: { left.append($0.secondsLeft) }) == .finished)
      let rows = timedRun.rows
      #expect(rows[rows.count - 1].seconds >= seconds && rows[rows.count - 2].seconds < seconds)
      #expect(left.count == rows[rows.count - 1].steps && left[left.count - 1] < left[0])
      // The last epoch is evaluated in any case, the others only when it is their turn.
      #expect(rows.filter { !$0.validation.isNaN }.map(\.epoch) == [0, rows.count - 1])
    }
  }

  @Test("a step without a finite result: told with its layer, and the last epoch kept") func divergence() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a")
      let wild = experiment(.rws, rate: .linear(from: 0.01, to: 3e38, steps: 6))
      var run = try TrainingRun(wild, on: images, checkpoint: file.path)
      do throws(ExperimentError) {
        _ = try run.run()
        Issue.record("no divergence")
      } catch {
        guard case .diverged(let divergence, _, .none, let kept) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(divergence.step < 20 && error.description.hasPrefix("Step \(divergence.step) has no finite result in layer "))
        #expect(error.description.contains("lower the rate") && error.description.hasSuffix("after epoch \(kept) is kept."))
        #expect(try Checkpoint(contentsOf: file.path).rows.count == kept + 1)
      }
    }
  }

  @Test("a folder that cannot be written is found before the first step") func unwritable() throws {
    try withTemporaryFolder { folder in
      try Data().write(to: folder.appending(path: "file"))
      let path = folder.appending(path: "file/a.checkpoint").path
      let error = reason { _ = try TrainingRun(experiment(), on: images, checkpoint: path) }
      #expect(error.map { isOneSentence($0.description, naming: path) } == true)
    }
  }

  @Test("images: a file of any size is split, and drawn digits never stand in for a published set") func sources() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "own.idx")
      let set = bars(10)
      try Data([0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 6, 0, 0, 0, 6] + set.bytes).write(to: file)
      let own = try ExperimentImages(.file(file.path, validationShare: 0.2), from: DataFolders())
      #expect(own.train == set.part(0..<8, named: "train") && own.validation == set.part(8..<10, named: "validation"))
      #expect(try ExperimentImages(.file(file.path, validationShare: 0.9999), from: DataFolders()).train.count == 1)
      #expect(try ExperimentImages(.file(file.path, validationShare: 0), from: DataFolders()).validation.count == 1)
      let nowhere = DataFolders(in: ["XDG_CACHE_HOME": folder.path])
      #expect(throws: ExperimentError.dataNotFound("MNIST", folder: "mnist", downloadError: nil)) {
        try ExperimentImages(.published("mnist"), from: nowhere)
      }
      #expect(throws: ExperimentError.noSuchData("omniglot")) { try ExperimentImages(.published("omniglot"), from: nowhere) }
    }
  }
}
