import BeliefNets
import Datasets
import Experiments
import Foundation
import TestSupport
import Testing

@Suite("stopped, and begun anew") struct StoppedTests {
  private let item = BookExperiment(
    "11-mnist", experiment(epochs: 3), expectedSeconds: 1, test: TestSize(images: 15, samples: 20))
  private let judged = ExperimentImages(
    train: images.train, validation: images.validation, test: bars(22, seed: 3), description: "Bars.", arePublished: true)

  private func sitting(_ folder: URL, _ item: BookExperiment) -> Sitting {
    Sitting(item, in: folder.path + "/records", checkpoint: folder.appending(path: "cache/a").path)
  }

  /// Begins anew, and stops after the first step.
  private func beginAnew(_ sitting: Sitting) throws {
    #expect(try sitting.run(on: judged, anew: true, isStopped: { true }) == .stopped(epoch: 0))
  }

  @Test("a run that was begun in place of a finished record is seen, and goes on") func anew() throws {
    try withTemporaryFolder { folder in
      let own = sitting(folder, item), table = folder.appending(path: "records/bars.csv")
      _ = try own.run(on: judged)
      #expect(own.standing == .present && !own.isBegunAnew)
      let before = try Data(contentsOf: table)
      try beginAnew(own)
      #expect(own.standing == .present && own.isBegunAnew)
      #expect(try Data(contentsOf: table) == before)
      #expect(try own.run(on: judged) == .finished)
      // The clock is another one.
      #expect(own.standing == .present && !own.isBegunAnew)
      #expect(try Data(contentsOf: table) != before)
    }
  }

  @Test("no newer run: the state of the record's own run, of an older one, of other settings, a damaged one")
  func left() throws {
    try withTemporaryFolder { folder in
      let own = sitting(folder, item), state = folder.appending(path: "cache/a")
      _ = try own.run(on: judged, seconds: 0)
      let first = try Data(contentsOf: state)
      _ = try own.run(on: judged)
      // As on the machine where a run was begun that another one ended.
      try first.write(to: state)
      #expect(try own.standing == .present && own.stateEpoch() == 1 && !own.isBegunAnew)
      try beginAnew(own)
      #expect(own.isBegunAnew)
      let past = Date(timeIntervalSince1970: 1e9)
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: state.path)
      #expect(!own.isBegunAnew)
      let other = BookExperiment("11-mnist", experiment(rate: 0.06, epochs: 3), expectedSeconds: 1)
      try beginAnew(Sitting(other, in: folder.path + "/others", checkpoint: state.path))
      #expect(!own.isBegunAnew)
      try Data("no state".utf8).write(to: state)
      #expect(!own.isBegunAnew)
    }
  }

  @Test("the state that a diverged run leaves is no newer run") func wild() throws {
    try withTemporaryFolder { folder in
      let own = sitting(
        folder,
        BookExperiment(
          "11-mnist", experiment(.rws, rate: .geometric(from: 0.01, to: 1e38, steps: 40), epochs: 12), expectedSeconds: 1))
      #expect(throws: ExperimentError.self) { try own.run(on: judged) }
      #expect(own.standing == .present && !own.isBegunAnew)
      try beginAnew(own)
      #expect(own.isBegunAnew)
    }
  }

  @Test("stopped when it judges, a run has its record, lacks its test likelihoods, and makes up for them") func judging() throws {
    try withTemporaryFolder { folder in
      let own = sitting(folder, item), test = folder.appending(path: "records/bars.test.csv").path
      var shown: [String] = []
      let voice = Sitting.Voice(show: { shown.append($0) })
      // 600 images at 200 samples are judged in two parts, and who asks after the first one is told to stop.
      let many = ExperimentImages(
        train: images.train, validation: images.validation, test: bars(600, seed: 3), description: "Bars.", arePublished: true)
      #expect(try own.run(on: judged) == .finished && !own.isDue)
      let size = TestSize(images: 600, samples: 200)
      #expect(try own.judge(on: many, size: size, workers: 1, isStopped: { true }, voice: voice) == nil)
      #expect(shown == ["test images: 500 of 600"])
      #expect(files(below: folder.appending(path: "records")).allSatisfy { !$0.contains("first-600") })
      let whole = try own.judge(on: many, size: size, workers: 1, voice: voice)?.likelihood
      let file = folder.appending(path: "records/bars.model").path
      let once = try Model(contentsOf: file).logLikelihood(
        ofFirst: 600, of: bars(600, seed: 3), samples: 200, workers: 2, using: TestRecord.stream(seed: item.experiment.seed))
      #expect(whole == once && shown.last == "test images: 600 of 600")
      // Ended there, a run is due, and the next one judges.
      try FileManager.default.removeItem(atPath: test)
      #expect(own.isDue && own.lacksTest)
      try Sitting.catchUp([item], in: folder.path + "/records", checkpoints: folder.path + "/caches", voice: voice) {
        _ throws(ExperimentError) in judged
      }
      #expect(!own.isDue)
    }
  }

  @Test("catching up stops within an experiment, names it, and goes on from there") func catchUp() throws {
    try withTemporaryFolder { folder in
      let items = ["one", "two"].map { name in
        var own = experiment(epochs: 3)
        own.name = name
        return BookExperiment("11-mnist", own, expectedSeconds: 1)
      }
      let records = folder.path + "/records"
      func standings() -> [RecordStanding] { items.map { RecordStanding(of: $0.experiment, in: records) } }
      var loads = 0
      func catchUp(isStopped: () -> Bool) throws -> String? {
        try Sitting.catchUp(
          items, in: records, checkpoints: folder.path + "/caches", isStopped: isStopped, voice: Sitting.Voice()
        ) { _ throws(ExperimentError) in
          loads += 1
          return images
        }
      }
      #expect(try catchUp { true } == "one")
      #expect(loads == 0 && standings() == [.missing, .missing])
      // Asked once before the first of four steps, after each, and after the epoch: this is within the second one.
      var asked = 0
      let stopped = try catchUp {
        asked += 1
        return asked == 8
      }
      #expect(stopped == "one" && asked == 8 && standings() == [.unfinished(epoch: 1), .missing])
      #expect(try catchUp { false } == nil)
      #expect(standings() == [.present, .present])
    }
  }
}
