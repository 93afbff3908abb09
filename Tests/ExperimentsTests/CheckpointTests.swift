import BeliefNets
import Datasets
import Experiments
import Foundation
import RandomStreams
import TestSupport
import Testing

@Suite("checkpoints") struct CheckpointTests {
  @Test("a state, its settings and its record come back bit by bit") func roundTrip() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.checkpoint")
      let done = try run(experiment(rule: .momentum(0.5), averaging: 0.9), file)
      let checkpoint = try Checkpoint(contentsOf: file.path)
      #expect(checkpoint.experiment == done.experiment && checkpoint.checksums == images.checksums)
      #expect(checkpoint.rows.count == 6 && zip(checkpoint.rows, done.rows).allSatisfy { $0.seconds == $1.seconds })
      #expect(agree(checkpoint.rows, done.rows) && checkpoint.state.steps == 20)
      try checkpoint.write(to: folder.appending(path: "b.checkpoint").path)
      #expect(try Checkpoint(contentsOf: folder.appending(path: "b.checkpoint").path).state == checkpoint.state)
      #expect(try TrainingRun(done.experiment, on: images, checkpoint: file.path).machine == done.machine)
    }
  }

  @Test("checkpoints of other settings or images are told, and left alone") func foreign() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.checkpoint")
      let own = experiment(epochs: 1)
      _ = try run(own, file)
      let bytes = try Data(contentsOf: file)
      func found(_ other: Experiment, _ set: ExperimentImages = images) -> StoredFileError.Reason? {
        let error = reason { _ = try TrainingRun(other, on: set, checkpoint: file.path) }
        #expect(error.map { isOneSentence($0.description, naming: file.path) } ?? true)
        return error?.reason
      }
      #expect(found(experiment(rate: 0.06, epochs: 1)) == .otherSettings(["training.rate.constant"]))
      #expect(found(experiment(.nrws(.fisher(damping: 0.2, period: 3)))).map { "\($0)".contains("damping") } == true)
      #expect(found(experiment(layers: [6, 4])) == .otherSettings(["layers"]))
      var other = own
      other.seed = 6
      #expect(found(other) == .otherSettings(["seed"]))
      let less = ExperimentImages(train: bars(30, seed: 9), validation: images.validation, description: "")
      #expect(found(own, less) == .otherData)
      // More epochs, other workers and another name are no other run.
      other = experiment(epochs: 2)
      (other.name, other.training) = ("else", own.training.with(workers: 2))
      #expect(found(other) == nil)
      #expect(try Data(contentsOf: file) == bytes)
      // As if the engine had made another step: a number of its fingerprint is another one.
      func bytesOf(_ x: Double) -> Data { withUnsafeBytes(of: x.bitPattern.littleEndian) { Data($0) } }
      let number = try #require(Fingerprint(of: own).change.first { $0 != 0 })
      var old = Data(bytes.dropLast(64))
      old.replaceSubrange(try #require(old.firstRange(of: bytesOf(number))), with: bytesOf(number + 1))
      old.append(Data(sha256([UInt8](old)).utf8))
      try old.write(to: file)
      #expect(found(own) == .otherEngine)
      #expect(try Data(contentsOf: file) == old)
    }
  }

  @Test("200 checkpoints spoilt at random: refused with one sentence, by one cause or another, and never a crash")
  func mutations() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a.checkpoint"), spoiltFile = folder.appending(path: "b.checkpoint")
      let own = experiment(.nrws(.fisher(FisherSettings(period: 3, memory: 0.5))), averaging: 0.9, epochs: 1)
      _ = try run(own, file)
      let original = [UInt8](try Data(contentsOf: file))
      let root = RandomStream(seed: 31)
      var causes: [String: Int] = [:]
      for trial in 0..<200 {
        var random = root.stream("mutation", trial)
        let contents = spoilt(original, isSigned: trial % 2 == 0, using: &random)
        try Data(contents).write(to: spoiltFile)
        let error = reason { _ = try TrainingRun(own, on: images, checkpoint: spoiltFile.path) }
        if let error {
          #expect(isOneSentence(error.description, naming: spoiltFile.path), "trial \(trial): \(error)")
          causes[String("\(error.reason)".prefix { $0.isLetter }), default: 0] += 1
        }
        #expect(error != nil || trial % 2 == 0 || contents == original, "trial \(trial)")
        #expect(try [UInt8](Data(contentsOf: spoiltFile)) == contents, "trial \(trial): the file was changed")
      }
      #expect(causes.values.reduce(0, +) > 170 && causes.count >= 4, "\(causes)")
    }
  }

  /// One to three changes; with a right checksum behind them (`isSigned`) only the header's contents can give them away.
  private func spoilt(_ bytes: [UInt8], isSigned: Bool, using random: inout RandomStream) -> [UInt8] {
    func below(_ n: Int) -> Int { Int(random.nextWord()) % max(1, n) }
    var result = isSigned ? Array(bytes.dropLast(64)) : bytes
    let header = (0..<4).reduce(0) { $0 | Int(bytes[12 + $1]) << (8 * $1) }
    for _ in 0...below(3) where !result.isEmpty {
      let place = isSigned || below(2) == 0 ? below(min(16 + header, result.count)) : below(result.count)
      // A digit where a digit was keeps the header JSON, and changes what it says.
      let digits = result.indices.prefix(16 + header).dropFirst(16).filter { (0x30...0x39).contains(result[$0]) }
      switch below(5) {
      case 0: result[place] = UInt8(truncatingIfNeeded: below(256))
      case 1: result.removeSubrange(place..<min(result.count, place + 1 + below(8)))
      case 2: result.insert(contentsOf: (0...below(8)).map { _ in UInt8(truncatingIfNeeded: below(256)) }, at: place)
      case 3 where !digits.isEmpty: result[digits[below(digits.count)]] = UInt8(0x30 + below(10))
      default: if isSigned { result[place] ^= 1 } else { result.removeLast(below(result.count)) }
      }
    }
    return isSigned ? result + Array(sha256(result).utf8) : result
  }
}
