import BeliefNets
import LinearAlgebra
import RandomStreams

/// The speed of one product of the first layer's size, 1000 × 784 × 301, on each of some workers at the same time.
func peak(workers: Int) -> Measurement {
  let (m, n, k) = (1000, 784, 301)
  var stream = RandomStream(seed: 1)
  let a = Matrix<Float>(m, k) { _, _ in Float(stream.normal()) }, b = Matrix<Float>(n, k) { _, _ in Float(stream.normal()) }
  var products = (0..<workers).map { _ in Matrix<Float>(zeros: m, n) }
  let rounds = 20
  let timing = Timing(repetitions: 15) {
    concurrentForEach(&products, workers: workers) { _, c in
      for _ in 0..<rounds { c.setProduct(a, .asIs, b, .transposed) }
    }
  }
  return Measurement(
    "peak\(workers)", timing, operations: 2 * Double(m * n * k * rounds * workers),
    note: "products of 1000×784×301, \(workers == 1 ? "one worker" : "\(workers) workers")")
}

/// A draw of a layer of 784 units, uniform numbers included: seconds for 10⁹ units, which are nanoseconds for one.
func sampling() -> Measurement {
  let (n, units) = (1000, 784)
  var stream = RandomStream(seed: 2)
  let layer = SigmoidLayer<Float>(units: units, inputs: 300, coding: .plusMinusOne, using: &stream)
  let logits = Matrix<Float>(n, units) { _, _ in Float(2 * stream.normal()) }
  var values = Matrix<Float>(zeros: n, units + 1), scratch = logits
  let timing = Timing(repetitions: 15) { layer.draw(&values, logits: logits, scratch: &scratch, using: &stream) }
  return Measurement("sampling", timing * (1e9 / Double(n * units)), note: "seconds for 10⁹ units, one worker")
}

/// An epoch of 60,000 images, from the steps on fewer: those that refresh the metric and the others are weighed as they
/// occur in an epoch.
///
/// A metric that is kept for long is refreshed every tenth step here, so that there are refreshes to measure; what a step
/// costs does not depend on that.
func epoch(_ name: String, _ algorithm: Algorithm, _ work: Work, workers: Int, steps limit: Int = .max) throws -> Measurement {
  Memory.resetPeak()
  let period = algorithm.period
  var trainer = work.trainer(algorithm.refreshing(every: min(period, 10)), workers: workers)
  let batches = work.batches()
  var (plain, refreshing): ([Double], [Double]) = ([], [])
  try trainer.step(on: batches[0])  // unseen: caches and pages
  while trainer.steps < min(batches.count, limit) {
    let isRefresh = trainer.steps % min(period, 10) == 0, start = ContinuousClock.now
    try trainer.step(on: batches[trainer.steps])
    let seconds = start.duration(to: .now) / .seconds(1)
    if isRefresh { refreshing.append(seconds) } else { plain.append(seconds) }
  }
  let steps = Double(Work.epoch / Work.batch)
  let refreshes = algorithm.metric == .euclidean ? 0 : (steps / Double(period)).rounded(.up)
  let usual = plain.isEmpty ? Timing(refreshing) : Timing(plain)
  let rare = algorithm.metric == .euclidean || refreshing.isEmpty ? usual : Timing(refreshing)
  let seconds = (steps - refreshes) * usual.median + refreshes * rare.median
  return Measurement(
    name, Timing(median: seconds, spread: usual.spread), operations: Work.operations(algorithm) * steps,
    note: "60,000 images, \(workers) workers; a step \(milliseconds(usual.median))"
      + (refreshes > 0 ? ", a refreshing one \(milliseconds(rare.median))" : ""))
}

func milliseconds(_ seconds: Double) -> String { "\((seconds * 1e4).rounded() / 10) ms" }

extension Algorithm {
  /// For how many steps the blocks are kept; more than a step has never any in the Euclidean metric.
  var period: Int { if case .fisher(let metric) = metric { metric.period.largest } else { .max } }

  /// The same with blocks that are kept for another number of steps.
  func refreshing(every steps: Int) -> Algorithm {
    guard case .fisher(let old) = metric else { return self }
    let new = FisherSettings(
      damping: old.damping, period: CountSchedule(steps), samples: old.samples, memory: old.memory, tolerance: old.tolerance)
    return Algorithm(
      weighting: weighting, wakeShare: wakeShare, controlVariate: controlVariate, metric: .fisher(new))
  }
}
