import Datasets
import RandomStreams

/// How grey pixels become binary, with the seed of the draws: `Binarisation` as a setting.
public enum BinarisationChoice: Sendable, Equatable, Codable {
  /// On above one half.
  case threshold
  /// One Bernoulli draw, the same at each use: "static". The streams are those of `RandomStream(seed:).stream("static")`.
  case fixed(seed: UInt64)
  /// A new Bernoulli draw at each use: "dynamic".
  case fresh(seed: UInt64)

  public var rule: Binarisation {
    switch self {
    case .threshold: .threshold
    case .fixed(let seed): .fixed(RandomStream(seed: seed).stream("static"))
    case .fresh(let seed): .fresh(RandomStream(seed: seed).stream("dynamic"))
    }
  }
}

/// Which images an experiment learns from.
public enum ImageSource: Sendable, Equatable, Codable {
  /// A published set by its folder below a data folder: "mnist", "fashion-mnist".
  case published(String)
  /// A published set with squares of so many pixels a side averaged: MNIST by 2 is miniMNIST.
  case pooled(String, by: Int)
  /// An IDX file of one's own, or a folder of PNG images; the last share of its images is kept for validation.
  case file(String, validationShare: Double)
}

/// How long an experiment trains.
public enum Budget: Sendable, Equatable, Codable {
  case epochs(Int)
  /// Training ends with the first epoch beyond so many seconds, evaluations not counted.
  case seconds(Double)

  /// Whether training ends after this row.
  public func isSpent(by row: RecordRow) -> Bool {
    switch self {
    case .epochs(let n): row.epoch >= n
    case .seconds(let budget): row.seconds >= budget
    }
  }
}

/// What is measured beside the training, on the first images of the validation part.
public struct Evaluation: Sendable, Equatable, Codable {
  /// How many images, or as many as there are.
  public var images: Int
  /// K of the importance-sampled log-likelihood.
  public var samples: Int
  /// Every so many epochs; the last epoch is always evaluated.
  public var interval: Int
  /// Whether as many training images are judged, too.
  public var judgesTraining: Bool

  public init(images: Int = 1000, samples: Int = 100, interval: Int = 1, judgesTraining: Bool = false) {
    precondition(images > 0 && samples > 0 && interval > 0, "Evaluation: \(images) images, \(samples) samples, \(interval)")
    (self.images, self.samples, self.interval, self.judgesTraining) = (images, samples, interval, judgesTraining)
  }
}

/// Where a machine starts. All have Glorot's uniform weights.
public enum InitialWeights: String, Sendable, Codable, CaseIterable {
  /// Biases of zero.
  case glorot
  /// The visible biases at the logits of the pixels' means over the first 10,000 training images.
  case meanImage
}
