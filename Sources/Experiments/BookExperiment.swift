import BeliefNets

/// An experiment whose record belongs to a chapter of the book.
public struct BookExperiment: Sendable {
  /// The chapter's folder, "NN-name".
  public let chapter: String
  public let experiment: Experiment
  /// Seconds on two cores, evaluations included.
  public let expectedSeconds: Double
  /// How its machine is judged on test images in the end; nil where the machine is not kept.
  public let test: TestSize?

  public init(_ chapter: String, _ experiment: Experiment, expectedSeconds: Double, test: TestSize? = nil) {
    (self.chapter, self.experiment) = (chapter, experiment)
    (self.expectedSeconds, self.test) = (expectedSeconds, test)
  }

  public var name: String { experiment.name }

  /// Where its record lies, below the package's folder.
  public var records: String { "output/\(chapter)/records" }
}

extension BookExperiment {
  /// All of them, in the order of the chapters.
  public static let all: [BookExperiment] = miniMNIST + mnist

  public static func named(_ name: String) -> BookExperiment? { all.first { $0.name == name } }

  /// How many epochs an experiment is meant to have; 0 where its budget is of time, or where there is none of this name.
  public static func epochs(of name: String) -> Int {
    if case .epochs(let n)? = named(name)?.experiment.budget { n } else { 0 }
  }
}
