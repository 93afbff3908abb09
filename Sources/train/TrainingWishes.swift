import BeliefNets
import Experiments
import Foundation
import Literate

/// Rates that train well without a search: exact gradients, means over images.
enum DefaultRate {
  static let natural = 0.04, vanilla = 0.02, adam = 0.001
}

extension TrainingOptions {
  /// The units of the hidden layers.
  func units() throws -> [Int] {
    let words = layers.split(separator: ",", omittingEmptySubsequences: false)
    let units = words.compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    guard units.count == words.count, units.allSatisfy({ 1...10_000 ~= $0 }) else {
      throw refusal(
        "--layers \(layers): counts of units from 1 to 10000 with commas between them are wanted, such as 300,200,100.")
    }
    return units
  }

  /// Refuses numbers out of their range.
  func checkNumbers() throws {
    _ = try units()
    for (option, count) in [
      ("--epochs", epochs ?? 1), ("--batch", batch), ("--samples", samples), ("--evaluate", evaluate),
      ("--workers", workers ?? 1),
    ] where count < 1 {
      throw refusal("\(option) \(count): at least 1 is needed.")
    }
    if let minutes, !(minutes > 0 && minutes <= 1e9) {
      throw refusal("--minutes \(minutes): more than 0 are needed, and at most 1e9.")
    }
    if epochs != nil, minutes != nil { throw refusal("--epochs and --minutes: one of them is enough.") }
    guard batch <= 100_000, samples <= 100_000, batch * samples <= 1_000_000 else {
      throw refusal("--batch \(batch) --samples \(samples): a step has at most a million samples.")
    }
    guard workers ?? 1 <= 1024 else { throw refusal("--workers \(workers ?? 1): at most 1024 threads are started.") }
    if let rate, !(rate >= 1e-300 && rate <= 1e38) { throw refusal("--rate \(rate): a positive number to 1e38 is wanted.") }
    guard decayEpochs > 0, decayEpochs <= 1e9 else {
      throw refusal("--decay-epochs \(decayEpochs): a positive number to 1e9 is wanted.")
    }
    guard validation > 0, validation < 1 else { throw refusal("--validation \(validation): a share between 0 and 1 is wanted.") }
    if let averaging, !(0..<1).contains(averaging) {
      throw refusal("--averaging \(averaging): a number from 0 to below 1 is wanted, such as 0.999.")
    }
    if output == "" { throw refusal("--output: the name of the folder is empty.") }
    if images != nil, data != nil { throw refusal("--data goes without --images: it says where MNIST lies.") }
  }

  /// The run that is wished; nil where there are fewer images than a batch has.
  func experiment(_ name: String, _ algorithm: Algorithm, _ source: ImageSource, _ set: ExperimentImages) -> Experiment? {
    guard batch <= set.train.count, let units = try? units() else { return nil }
    let stepsPerEpoch = (set.train.count + batch - 1) / batch
    let settings = WakeSleepSettings(
      algorithm, rate: schedule(algorithm, stepsPerEpoch), rule: stepRule, averaging: averaging, batch: batch,
      samples: CountSchedule(samples), workers: workers ?? ProcessInfo.processInfo.activeProcessorCount)
    let choice: BinarisationChoice =
      switch binarisation {
      case .threshold: .threshold
      case .static: .fixed(seed: seed)
      case .dynamic: .fresh(seed: seed)
      }
    return Experiment(
      name, layers: units, settings, on: source, choice, seed: seed,
      budget: minutes.map { .seconds(60 * $0) } ?? .epochs(epochs ?? 20),
      evaluation: Evaluation(images: evaluate, samples: 100), start: biases == .means ? .meanImage : .glorot)
  }

  private var stepRule: StepRule {
    switch rule {
    case .plain: .plain
    case .momentum: .momentum(0.9)
    case .adam: .adam()
    }
  }

  private func schedule(_ algorithm: Algorithm, _ stepsPerEpoch: Int) -> Schedule {
    let plain = algorithm.metric == .euclidean ? DefaultRate.vanilla : DefaultRate.natural
    let c = rate ?? (rule == .adam ? DefaultRate.adam : rule == .momentum ? plain / 10 : plain)
    let τ = decayEpochs * Double(stepsPerEpoch)
    switch decay {
    case .none: return .constant(c)
    case .inverse: return .inverse(c, halving: τ)
    case .geometric: return .geometric(from: c, to: c / 10, steps: τ)
    }
  }
}
