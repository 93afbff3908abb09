import BeliefNets
import Foundation

/// A long training run as a value: all that its numbers depend on.
public struct Experiment: Sendable, Equatable, Codable {
  public var name: String
  /// The units of the hidden layers, the one next to the images first.
  public var layers: [Int]
  public var coding: UnitCoding
  public var training: WakeSleepSettings
  /// How many training images stand behind the Fisher blocks of the first layer of q; nil for those of the batch.
  public var metricImages: Int?
  public var start: InitialWeights
  public var images: ImageSource
  public var binarisation: BinarisationChoice
  public var seed: UInt64
  public var budget: Budget
  public var evaluation: Evaluation

  public init(
    _ name: String, layers: [Int], _ training: WakeSleepSettings, on images: ImageSource, _ binarisation: BinarisationChoice,
    seed: UInt64, budget: Budget, evaluation: Evaluation = Evaluation(), coding: UnitCoding = .plusMinusOne,
    metricImages: Int? = nil, start: InitialWeights = .meanImage
  ) {
    precondition(!layers.isEmpty && layers.allSatisfy { $0 > 0 }, "Experiment: hidden layers of \(layers) units")
    (self.name, self.layers, self.coding, self.training, self.metricImages) = (name, layers, coding, training, metricImages)
    (self.start, self.images, self.binarisation, self.seed) = (start, images, binarisation, seed)
    (self.budget, self.evaluation) = (budget, evaluation)
  }

  /// The settings in which this differs from another one, as paths in their JSON, in alphabetical order.
  ///
  /// What the numbers of an epoch do not depend on is left out: the name, the budget, the number of workers, and the place
  /// of the images, whose checksums are compared instead.
  public func differences(from other: Experiment) -> [String] {
    let (a, b) = (comparable.leaves, other.comparable.leaves)
    return Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
  }

  private var comparable: Experiment {
    var same = self
    (same.name, same.budget, same.training) = ("", .epochs(0), training.with(workers: 1))
    if case .file(_, let share) = images { same.images = .file("", validationShare: share) }
    return same
  }

  /// The JSON's numbers and words by their paths.
  private var leaves: [String: String] {
    guard let data = try? JSONEncoder().encode(self), let object = try? JSONSerialization.jsonObject(with: data) else {
      return [:]
    }
    var leaves: [String: String] = [:]
    func walk(_ value: Any, _ path: [String]) {
      switch value {
      case let dictionary as [String: Any]:
        // A case of an enumeration without a name for its number is "_0" in JSON.
        for (key, value) in dictionary { walk(value, key.hasPrefix("_") ? path : path + [key]) }
      case let array as [[String: Any]]: for (i, value) in array.enumerated() { walk(value, path + ["\(i)"]) }
      case let array as [Any]: leaves[path.joined(separator: ".")] = "\(array)"
      default: leaves[path.joined(separator: ".")] = "\(value)"
      }
    }
    walk(object, [])
    return leaves
  }
}
