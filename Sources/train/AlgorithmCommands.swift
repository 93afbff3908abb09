import ArgumentParser
import BeliefNets
import Literate

/// `train ws`
struct WS: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ws", abstract: "Train by wake-sleep.")

  @OptionGroup var options: TrainingOptions

  func run() throws { try options.train("ws", .ws) }
}

/// `train rws`
struct RWS: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rws", abstract: "Train by reweighted wake-sleep.")

  @OptionGroup var options: TrainingOptions

  func run() throws { try options.train("rws", .rws) }
}

/// `train nws`
struct NWS: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "nws", abstract: "Train by natural wake-sleep.")

  @OptionGroup var options: TrainingOptions
  @OptionGroup var metric: MetricOptions

  func run() throws { try options.train("nws", .nws(metric.metric())) }
}

/// `train nrws`
struct NRWS: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "nrws", abstract: "Train by natural reweighted wake-sleep.")

  @OptionGroup var options: TrainingOptions
  @OptionGroup var metric: MetricOptions

  func run() throws { try options.train("nrws", .nrws(metric.metric())) }
}

/// The Fisher metric as options.
struct MetricOptions: ParsableArguments {
  @Option(help: ArgumentHelp("α of F̃ = (α 1 + F) / (1 + α).", valueName: "number"))
  var damping = 0.1

  @Option(help: ArgumentHelp("For how many steps the Fisher blocks are kept.", valueName: "steps"))
  var period = 50

  @Option(help: ArgumentHelp("β of the running average of the blocks, F̄ ← β F̄ + (1 − β) F; 0 for none.", valueName: "number"))
  var memory = 0.0

  func metric() throws -> Metric {
    guard damping > 0, damping.isFinite else { throw refusal("--damping \(damping): a positive number is wanted.") }
    guard period > 0 else { throw refusal("--period \(period): at least one step is needed.") }
    guard (0..<1).contains(memory) else { throw refusal("--memory \(memory): a number from 0 to below 1 is wanted.") }
    return .fisher(FisherSettings(damping: .constant(damping), period: CountSchedule(period), memory: memory))
  }
}
