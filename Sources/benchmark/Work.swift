import BeliefNets
import Datasets
import LinearAlgebra
import RandomStreams

/// The model that all measurements are about: the twelve-layer machine of [VVMA] §6, B = 100, K = 10, 1,000 dreams.
struct Work {
  static let units = [784, 300, 200, 100, 75, 50, 35, 30, 25, 20, 15, 10, 10]
  static let batch = 100, samples = 10, dreams = 1000
  static let epoch = 60_000

  private(set) var machine: HelmholtzMachine<Float>
  let images: ImageSet
  let random = RandomStream(seed: 11)

  /// - Parameter count: how many images; drawn by a procedure, since their number and size matter, and little else.
  ///
  /// The machine is in the first epoch of its training: a new one has other blocks, with which iterations end sooner.
  init(images count: Int, workers: Int) throws {
    images = SyntheticDigits(seed: 3).images(count, named: "benchmark")
    var stream = RandomStream(seed: 7)
    var machine = HelmholtzMachine<Float>(units: Self.units, using: &stream)
    machine.setVisibleBiases(toMeansOf: images.matrix(of: 0..<images.count, .threshold, low: -1, high: 1))
    self.machine = machine
    var training = trainer(.nrws(), workers: workers)
    let batches = batches()
    for step in 0..<60 { try training.step(on: batches[step % batches.count]) }
    self.machine = training.machine
  }

  /// A trainer in the middle of a run, at its settings.
  func trainer(_ algorithm: Algorithm, workers: Int) -> WakeSleep<Float> {
    WakeSleep(machine, Self.settings(algorithm, workers: workers), using: random.stream("training"))
  }

  /// The batches of the images, B × 785 each.
  func batches() -> [Matrix<Float>] {
    var batches = Batches(of: images, size: Self.batch, .threshold, order: random.stream("order"))
    return (0..<images.count / Self.batch).map { batches.matrix(step: $0) }
  }

  /// Operations of the products of one step.
  static func operations(_ algorithm: Algorithm) -> Double { StepCost(units: units, settings(algorithm, workers: 1)).total }

  private static func settings(_ algorithm: Algorithm, workers: Int) -> WakeSleepSettings {
    WakeSleepSettings(algorithm, rate: 0.04, batch: batch, samples: samples, dreams: dreams, workers: workers)
  }
}
