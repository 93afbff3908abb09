import BeliefNets
import Datasets

/// Why an experiment did not start, or did not go on. `description` is one sentence.
public enum ExperimentError: Error, Sendable, Equatable {
  case stored(StoredFileError)
  case images(ImageError)
  case noSuchData(String)
  /// Images of other files than the published ones, for a record of the book.
  case otherFiles(String)
  /// No folder has a published set, and it was not, or could not be, downloaded.
  case dataNotFound(String, folder: String, downloadError: String?)
  /// A step without a finite result. The last whole epoch is kept.
  case diverged(Divergence, rate: Double, damping: Double?, keptEpoch: Int)
}

extension ExperimentError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .stored(let error): return error.description
    case .images(let error): return error.description
    case .otherFiles(let description): return "A record needs the published files: \(description)"
    case .noSuchData(let name): return "There is no data set “\(name)”: the sets are mnist and fashion-mnist."
    case .dataNotFound(_, _, let error?): return error
    case .dataNotFound(let title, let folder, nil):
      return "\(title) was not found: put its files into the sub-folder \(folder)/ of a folder that --data or the environment "
        + "variable NATURAL_GRADIENT_DATA names."
    case .diverged(let divergence, let rate, let damping, let epoch):
      let network = divergence.network == .generative ? "p" : "q"
      let advice = damping.map { "lower the rate, now \(rate), or raise the damping, now \($0)" } ?? "lower the rate, now \(rate)"
      return "Step \(divergence.step) has no finite result in layer \(divergence.layer) of \(network): \(advice); "
        + "the state after epoch \(epoch) is kept."
    }
  }
}
