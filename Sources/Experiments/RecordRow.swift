import Foundation

/// What is written down after an epoch. Log-likelihoods are in nats, means over images; NaN stands for what was not measured.
public struct RecordRow: Sendable, Equatable {
  /// Epochs and steps made; 0 is the start.
  public var epoch: Int, steps: Int
  /// The mean over the epoch's steps of log (1/K) Σ_k ω_k, a lower bound of the log-likelihood of the training images.
  public var trainBound = Double.nan
  /// Importance-sampled, with its standard error over images.
  public var validation = Double.nan, validationError = Double.nan
  public var training = Double.nan
  /// The validation likelihood of the machine of the last step, where another one, the running average, is judged besides.
  public var lastValidation = Double.nan
  /// The mean effective number of the K samples of a step.
  public var effectiveSamples = Double.nan
  /// Seconds since the start: of the steps, of all processors in the steps, and of the evaluations beside them. Of all columns
  /// only these tell of a clock. The time of the processors does not count what other programs took of them.
  public var seconds = 0.0, processorSeconds = 0.0, evaluationSeconds = 0.0

  public static let columns = [
    "epoch", "steps", "train_bound", "validation_log_likelihood", "validation_error", "train_log_likelihood",
    "last_validation_log_likelihood", "effective_samples", "seconds", "processor_seconds", "evaluation_seconds",
  ]
  /// How many columns there are before those of the clock.
  public static let clockless = 8

  public init(epoch: Int, steps: Int) { (self.epoch, self.steps) = (epoch, steps) }

  /// All columns in their order.
  public var numbers: [Double] {
    [
      Double(epoch), Double(steps), trainBound, validation, validationError, training, lastValidation, effectiveSamples,
      seconds, processorSeconds, evaluationSeconds,
    ]
  }

  /// - Returns: nil where the numbers are none of a row.
  init?(_ x: [Double]) {
    guard x.count == Self.columns.count, let epoch = Int(exactly: x[0]), let steps = Int(exactly: x[1]), epoch >= 0, steps >= 0
    else { return nil }
    self.init(epoch: epoch, steps: steps)
    (trainBound, validation, validationError, training) = (x[2], x[3], x[4], x[5])
    (lastValidation, effectiveSamples) = (x[6], x[7])
    (seconds, processorSeconds, evaluationSeconds) = (x[8], x[9], x[10])
  }

  /// Whether all but the clock is the same, bit by bit.
  public func agrees(with other: RecordRow) -> Bool {
    zip(numbers, other.numbers).prefix(Self.clockless).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}

extension [RecordRow] {
  /// As a CSV file with a header row, six significant digits, `NaN` for a gap.
  public var csv: String {
    let rows = map { row in
      let rest = row.numbers.dropFirst(2).map { $0.isNaN ? "NaN" : String(format: "%.6g", $0) }
      return (["\(row.epoch)", "\(row.steps)"] + rest).joined(separator: ",")
    }
    return ([RecordRow.columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
  }

  /// Reads what `csv` wrote. The name is for the error's sentence only.
  init(csv text: String, named file: String) throws(StoredFileError) {
    self = []
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if i == 0 && fields == RecordRow.columns || line.isEmpty && i > 0 { continue }
      let numbers = fields.compactMap(Double.init)
      guard i > 0, numbers.count == fields.count, let row = RecordRow(numbers) else {
        throw StoredFileError(file: file, reason: .noRecord(line: i + 1))
      }
      append(row)
    }
  }
}
