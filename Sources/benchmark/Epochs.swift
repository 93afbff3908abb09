import BeliefNets
import LinearAlgebra

/// Epochs of several algorithms, measured by turns.
///
/// Machines are shared, and their speed changes from second to second. So each algorithm makes a few steps, then the next
/// one, then a burst of plain products tells what the processor is worth right now, and so on for many rounds: what is
/// compared was measured at the same time.
struct Epochs {
  let work: Work
  let workers: Int
  let batches: [Matrix<Float>]

  init(_ work: Work, workers: Int) { (self.work, self.workers, batches) = (work, workers, work.batches()) }

  /// Seconds of steps with and without a refresh.
  private struct Steps {
    var plain: [Double] = [], refreshing: [Double] = []
  }

  /// - Parameters:
  ///   - cases: names and algorithms, with how many steps of each a round has.
  ///   - images: how many of them the steps of one algorithm see in all, about.
  /// - Returns: the speed of the processor, on two workers, then a row of each case.
  func measure(_ cases: [(name: String, algorithm: Algorithm, steps: Int)], images: Int) throws -> [Measurement] {
    let memory = try cases.map { try peakMemory($0.algorithm) }
    var trainers = cases.map { work.trainer($0.algorithm.refreshing(every: $0.algorithm.measuredPeriod), workers: workers) }
    var steps = cases.map { _ in Steps() }, burst = Burst(workers: 2), products: [Double] = []
    for round in 0...max(1, images / (10 * Work.batch)) {
      for (i, entry) in cases.enumerated() {
        for _ in 0..<entry.steps {
          let t = trainers[i].steps, isRefresh = t % entry.algorithm.measuredPeriod == 0
          let seconds = try time { try trainers[i].step(on: batches[t % batches.count]) }
          if round == 0 { continue }  // unseen: caches and pages
          if isRefresh { steps[i].refreshing.append(seconds) } else { steps[i].plain.append(seconds) }
        }
        products += [burst.seconds()]
      }
    }
    let peak = Timing(products)
    let rows = zip(cases, zip(steps, memory)).map { row($0.name, $0.algorithm, $1.0, peakMemory: $1.1) }
    return [
      Measurement("peak2", peak, operations: burst.operations, note: "products of 1000×784×301, 2 workers, between the steps")
    ] + rows
  }

  /// An epoch: steps that refresh the metric and the others are weighed as they occur in one.
  private func row(_ name: String, _ algorithm: Algorithm, _ steps: Steps, peakMemory: Double) -> Measurement {
    let count = Double(Work.epoch / Work.batch)
    let refreshes = algorithm.metric == .euclidean ? 0 : (count / Double(algorithm.period)).rounded(.up)
    let rare = Timing(steps.refreshing.isEmpty ? steps.plain : steps.refreshing)
    let usual = steps.plain.isEmpty ? rare : Timing(steps.plain)
    let seconds = (count - refreshes) * usual.median + refreshes * rare.median
    return Measurement(
      name, Timing(median: seconds, spread: usual.spread), operations: Work.operations(algorithm) * count,
      peakMemory: peakMemory,
      note: "60,000 images, \(workers) workers; a step \(milliseconds(usual.median))"
        + (refreshes > 0 ? ", a refreshing one \(milliseconds(rare.median))" : ""))
  }

  /// The largest resident set of a few steps of an algorithm alone.
  private func peakMemory(_ algorithm: Algorithm) throws -> Double {
    Memory.resetPeak()
    var trainer = work.trainer(algorithm, workers: workers)
    for t in 0..<3 { try trainer.step(on: batches[t % batches.count]) }
    return Memory.peak
  }
}

/// The same product on some workers at the same time: what the processor is worth.
struct Burst {
  /// What a product is of, and how it is made.
  enum Product: String {
    /// H Wᵀ by BLAS, H any numbers; and by patterns, H of two values.
    case plain, binary
    /// Dᵀ H, by patterns: a gradient.
    case gradient
  }

  private let a: Matrix<Float>, b: Matrix<Float>
  private let product: Product
  private var products: [Matrix<Float>]
  static let (m, n, k, rounds) = (1000, 784, 301, 10)

  init(_ product: Product = .plain, workers: Int) {
    self.product = product
    a = Matrix(Self.m, Self.k) { i, j in
      let x = (i * 7 + j * j) % 13 - 6
      return Float(product == .plain ? x : x < 0 ? -1 : 1)
    }
    let isGradient = product == .gradient
    b = Matrix(isGradient ? Self.m : Self.n, isGradient ? Self.n : Self.k) { i, j in Float((i * 5 + j) % 11) - 5 }
    products = (0..<workers).map { _ in Matrix(zeros: isGradient ? Self.n : Self.m, isGradient ? Self.k : Self.n) }
  }

  var operations: Double { 2 * Double(Self.m * Self.n * Self.k * Self.rounds * products.count) }

  mutating func seconds() -> Double {
    let (a, b, product) = (a, b, product)
    return time {
      concurrentForEach(&products, workers: products.count) { _, c in
        for _ in 0..<Self.rounds {
          switch product {
          case .plain: c.setProduct(a, .asIs, b, .transposed)
          case .binary: c.setProduct(binary: a, .asIs, b, .transposed, by: .patterns)
          case .gradient: c.setProduct(b, .transposed, binary: a, by: .patterns)
          }
        }
      }
    }
  }
}

/// Seconds that a piece of work takes.
func time(_ work: () throws -> Void) rethrows -> Double {
  let start = ContinuousClock.now
  try work()
  return start.duration(to: .now) / .seconds(1)
}

extension Algorithm {
  /// For how many steps the blocks are kept; the Euclidean metric has none.
  var period: Int { if case .fisher(let metric) = metric { metric.period.largest } else { 1 } }

  /// A metric that is kept for long is refreshed every tenth step of a measurement, so that there are refreshes to measure;
  /// what a step costs does not depend on that.
  var measuredPeriod: Int { min(period, 10) }

  /// The same with blocks that are kept for another number of steps.
  func refreshing(every steps: Int) -> Algorithm {
    guard case .fisher(let old) = metric else { return self }
    let new = FisherSettings(
      damping: old.damping, period: CountSchedule(steps), samples: old.samples, memory: old.memory, tolerance: old.tolerance)
    return Algorithm(
      weighting: weighting, wakeShare: wakeShare, controlVariate: controlVariate, metric: .fisher(new))
  }
}
