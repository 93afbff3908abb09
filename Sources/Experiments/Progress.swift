import Foundation

extension TrainingRun {
  /// How far a run is, after a step.
  public struct Progress: Sendable, Equatable {
    /// The epoch at work, from 1, of so many where that is known.
    public let epoch: Int, epochs: Int?
    /// Steps of it that are done.
    public let step: Int, stepsPerEpoch: Int
    /// The mean bound of this epoch's steps.
    public let bound: Double
    /// The newest evaluation; NaN before the first.
    public let validation: Double
    /// To the end of the run.
    public let secondsLeft: Double

    /// “epoch 3 of 20, step 120 of 500: bound −98.21, validation −101.32, 12 min left”
    public var text: String {
      let total = epochs.map { " of \($0)" } ?? ""
      return "epoch \(epoch)\(total), step \(step) of \(stepsPerEpoch): bound \(nats(bound)), validation \(nats(validation)), "
        + "\(duration(secondsLeft)) left"
    }
  }
}

extension RecordRow {
  /// “epoch 3: bound −98.21, validation −101.32 ± 0.81, 124 s”
  public var text: String {
    let judged = validation.isNaN ? "" : ", validation \(nats(validation)) ± \(String(format: "%.2f", validationError))"
    return epoch == 0 ? "start\(judged)" : "epoch \(epoch): bound \(nats(trainBound))\(judged), \(duration(seconds))"
  }
}

/// A log-likelihood in a sentence.
private func nats(_ x: Double) -> String { String(format: "%.2f", x).replacing("-", with: "−") }

/// “45 s”, “12 min”, “3 h 05 min”
private func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 1e9 else { return "?" }
  let whole = Int(seconds.rounded(.up))
  switch whole {
  case ..<100: return "\(whole) s"
  case ..<6000: return "\((whole + 30) / 60) min"
  default: return "\(whole / 3600) h \(String(format: "%02d", whole % 3600 / 60)) min"
  }
}
