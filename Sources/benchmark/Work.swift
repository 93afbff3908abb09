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
    let settings = WakeSleepSettings(
      algorithm, rate: 0.04, batch: Self.batch, samples: Self.samples, dreams: Self.dreams, workers: workers)
    return WakeSleep(machine, settings, using: random.stream("training"))
  }

  /// The batches of the images, B × 785 each.
  func batches() -> [Matrix<Float>] {
    var batches = Batches(of: images, size: Self.batch, .threshold, order: random.stream("order"))
    return (0..<images.count / Self.batch).map { batches.matrix(step: $0) }
  }

  /// Operations of the products of one step, two for each multiplication with addition.
  ///
  /// p: logits of the wake samples and of the dreams, and the wake gradient; q: logits of both, the sleep gradient, and the
  /// wake gradient where it teaches q too. The first layer of q is done once for all samples of an image.
  static func operations(_ algorithm: Algorithm) -> Double {
    let n = Double(batch * samples), d = Double(dreams), B = Double(batch)
    var sum = 0.0
    for (low, high) in zip(units, units.dropFirst()) {
      let isFirst = low == units[0]
      let p = Double(low * (high + 1)), q = Double(high * (low + 1))
      sum += 2 * p * (n + d + n)
      sum += 2 * q * ((isFirst ? B : n) * (algorithm.wakeShare > 0 ? 2 : 1) + d * (algorithm.wakeShare < 1 ? 2 : 1))
    }
    return sum
  }
}
