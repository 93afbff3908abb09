import BeliefNets
import Experiments
import Foundation
import RandomStreams
import TestSupport
import Testing

/// A training that is killed with SIGKILL, again and again, ends like one that was not.
@Suite("killed runs", .serialized) struct KillTests {
  /// The options of a run with five steps an epoch.
  static let runs: [[String]] = [
    ["nrws", "--period", "7"],
    ["rws", "--rule", "adam"],
    ["nws", "--rule", "momentum", "--averaging", "0.95", "--binarisation", "static"],
    ["nrws", "--memory", "0.6", "--period", "3", "--decay", "geometric", "--decay-epochs", "5"],
    ["nrws", "--period", "1", "--layers", "44,42,3", "--batch", "25"],
  ]

  @Test("the same model, parameters and record after kills at random moments", arguments: runs.indices)
  func killed(which: Int) throws {
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      // A later --layers or --batch would be given twice.
      let base = Self.runs[which].contains("--layers") ? Array(short.prefix(2)) + Array(short.suffix(6)) : short
      let options = Self.runs[which] + base
      var random = RandomStream(seed: 77).stream("kill", which)
      for _ in 0..<3 {
        // Some epochs further, of more than it will ever make, and then at any place in an epoch.
        let epoch = max(0, epochs(in: folder)) + 1 + Int(4 * random.uniform())
        let process = try started(options + ["--epochs", "1000000", "--output", "parts"], in: folder)
        while process.isRunning, epochs(in: folder) < epoch { Thread.sleep(forTimeInterval: 0.001) }
        Thread.sleep(forTimeInterval: 0.01 * random.uniform())
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
      }
      // The state may be an epoch ahead of the record.
      let reached = epochs(in: folder) + 2
      for name in ["parts", "whole"] {
        let last = try train(options + ["--epochs", "\(reached)", "--output", name], in: folder)
        #expect(last.status == 0, "\(last.errorText)")
      }
      func checkpoint(_ name: String) throws -> Checkpoint {
        try Checkpoint(contentsOf: folder.appending(path: name + "/training.checkpoint").path)
      }
      let (whole, parts) = (try checkpoint("whole"), try checkpoint("parts"))
      #expect(whole.state == parts.state && agree(whole.rows, parts.rows) && whole.rows.count == reached + 1)
      let models = try ["whole", "parts"].map { try Data(contentsOf: folder.appending(path: $0 + "/machine.model")) }
      #expect(models[0] == models[1])
      let routes = try Record(named: "record", in: folder.path + "/parts").manifest.fisherRoutes.values
      #expect(routes.contains { $0.hasPrefix("iterative") } == (which == 4))
      let left = files(below: folder.appending(path: "parts"), includingHidden: true).filter { !$0.hasPrefix(".") }
      #expect(left == ["machine.model", "record.csv", "record.json", "training.checkpoint"])
    }
  }

  /// How many epochs the record has.
  private func epochs(in folder: URL) -> Int {
    let text = (try? String(contentsOf: folder.appending(path: "parts/record.csv"), encoding: .utf8)) ?? ""
    return text.count(where: \.isNewline) - 2
  }

  @Test("SIGINT and SIGTERM end after the step, with 130 and a sentence", arguments: [SIGINT, SIGTERM])
  func stopped(signal: Int32) throws {
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      let options = ["rws", "--epochs", "100000", "--output", "o"] + short
      let process = try started(options, in: folder)
      let checkpoint = folder.appending(path: "o/training.checkpoint")
      for _ in 0..<500 where !FileManager.default.fileExists(atPath: checkpoint.path) { Thread.sleep(forTimeInterval: 0.01) }
      Thread.sleep(forTimeInterval: 0.05)
      let second = try train(options, in: folder)
      #expect(second.status == 64 && second.errorText.contains("o/training.checkpoint is in use by another run"))
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      let epochs = try Checkpoint(contentsOf: checkpoint.path).rows.count - 1
      #expect(process.terminationReason == .exit && process.terminationStatus == 130)
      let said = try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
      #expect(said == "Stopped; the state after epoch \(epochs) is in o: give the same command again to go on.\n")
    }
  }

  @Test("a full disk: a sentence, status 73, and the last checkpoint whole") func full() throws {
    try withTemporaryFolder { folder in
      try putBars(in: folder)
      let options = (["rws", "--epochs", "3", "--output", "o"] + short).joined(separator: " ")
      #expect(try train(options.split(separator: " ").map(String.init), in: folder).status == 0)
      let checkpoint = folder.appending(path: "o/training.checkpoint"), before = try Data(contentsOf: checkpoint)
      // No file may grow beyond 1 KB, and the signal that tells so is ignored.
      let longer = options.replacing("--epochs 3", with: "--epochs 9")
      let result = try TestSupport.run(
        ["bash", "-c", "trap '' XFSZ; ulimit -f 1; exec '\(program.path)' \(longer)"], in: folder, environment: quiet(folder))
      #expect(result.status == 73 && result.errorText.hasPrefix("Error: The file o/"), "\(result.errorText)")
      #expect(result.errorText.contains("could not be written") && result.errorText.split(separator: "\n").count == 1)
      #expect(try Data(contentsOf: checkpoint) == before)
      #expect(files(below: folder.appending(path: "o"), includingHidden: true).allSatisfy { !$0.hasPrefix(".") })
    }
  }
}
