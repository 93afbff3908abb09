import BeliefNets
import Experiments
import Foundation
import TestSupport
import Testing

@Suite("sittings, shelves and test records") struct SittingTests {
  private let item = BookExperiment(
    "11-mnist", experiment(epochs: 4), expectedSeconds: 1, test: TestSize(images: 15, samples: 200))
  private let judged = ExperimentImages(
    train: images.train, validation: images.validation, test: bars(22, seed: 3), description: "Bars.", arePublished: true)

  private func sitting(_ folder: URL) -> Sitting {
    Sitting(item, in: folder.path + "/" + item.records, checkpoint: folder.appending(path: "cache/a").path)
  }

  @Test("a run in three sittings leaves what one sitting leaves, and its record in between") func sittings() throws {
    try withTemporaryFolder { folder in
      let (whole, parts) = (folder.appending(path: "whole"), folder.appending(path: "parts"))
      #expect(try sitting(whole).run(on: judged) == .finished)
      // No time at all: each sitting ends with its first epoch.
      for epoch in 1...3 {
        #expect(try sitting(parts).run(on: judged, seconds: 0, carrying: epoch == 3) == .stopped(epoch: epoch))
        #expect(sitting(parts).standing == .unfinished(epoch: epoch))
      }
      #expect(files(below: parts.appending(path: item.records)) == ["bars.checkpoint", "bars.csv", "bars.json", "bars.model"])
      // On another machine the run goes on from what was carried.
      try FileManager.default.removeItem(at: parts.appending(path: "cache"))
      #expect(try sitting(parts).run(on: judged) == .finished)
      #expect(sitting(parts).standing == .present)
      for root in [whole, parts] {
        #expect(
          files(below: root.appending(path: item.records))
            == ["bars.csv", "bars.json", "bars.model", "bars.test.csv", "bars.test.json"])
      }
      func bytes(_ root: URL, _ name: String) throws -> Data {
        try Data(contentsOf: root.appending(path: "\(item.records)/\(name)"))
      }
      #expect(try bytes(whole, "bars.model") == bytes(parts, "bars.model"))
      #expect(try bytes(whole, "bars.test.csv") == bytes(parts, "bars.test.csv"))
      let (a, b) = (
        try Record(named: "bars", in: whole.path + "/" + item.records),
        try Record(named: "bars", in: parts.path + "/" + item.records)
      )
      #expect(agree(a.rows, b.rows) && a.rows[4].processorSeconds > a.rows[1].processorSeconds)
    }
  }

  @Test("a record that ends early, without the state to go on from, is not begun anew unasked") func lost() throws {
    try withTemporaryFolder { folder in
      _ = try sitting(folder).run(on: judged, seconds: 0)
      try FileManager.default.removeItem(at: folder.appending(path: "cache"))
      let error = reason { _ = try sitting(folder).run(on: judged) }
      #expect(error?.reason == .noCheckpoint(epoch: 1) && isOneSentence(error?.description ?? "", naming: "bars.csv"))
      #expect(sitting(folder).standing == .unfinished(epoch: 1))
      // Asked to, it is.
      #expect(!sitting(folder).hasState)
      #expect(try sitting(folder).run(on: judged, anew: true) == .finished)
      #expect(sitting(folder).standing == .present)
    }
  }

  @Test("test likelihoods: of the model in the file, the first images, and no other model") func judge() throws {
    try withTemporaryFolder { folder in
      _ = try sitting(folder).run(on: judged)
      let records = folder.path + "/" + item.records
      let read = try TestRecord(named: "bars", in: records)
      let model = try Model(contentsOf: records + "/bars.model")
      let again = model.logLikelihood(ofFirst: 15, of: judged.test!, samples: 200, workers: 2, using: TestRecord.stream(seed: 5))
      #expect(read.likelihood.values.count == 15 && read.manifest.samples == 200 && read.manifest.epoch == 4)
      for (a, b) in zip(read.likelihood.values, again.values) { #expect(abs(a - b) < 1e-4 * abs(b)) }
      // Fewer images are the same images, and from 100 samples and 10 images on with the same samples.
      let fewer = model.logLikelihood(ofFirst: 10, of: judged.test!, samples: 200, workers: 1, using: TestRecord.stream(seed: 5))
      #expect(fewer.values == Array(again.values.prefix(10)))
      #expect(
        model.logLikelihood(ofFirst: 10, of: judged.test!, samples: 200, workers: 1, using: TestRecord.stream(seed: 6)).values
          != fewer.values)
      // Another model in its place.
      try Model(model.machine, height: 6, width: 6, .threshold).write(to: records + "/bars.model")
      let error = reason { _ = try TestRecord(named: "bars", in: records) }
      #expect(error?.reason == .otherModel(records + "/bars.model"))
      #expect(isOneSentence(error?.description ?? "", naming: "bars.test.csv"))
      // Another size has files of its own.
      let few = try sitting(folder).judge(on: judged, size: TestSize(images: 5, samples: 10), workers: 1)
      #expect(few.likelihood.values.count == 5)
      #expect(try TestRecord(named: "bars", samples: 10, in: records).manifest == few.manifest)
      #expect(throws: StoredFileError.self) { try TestRecord(named: "bars", in: records) }
      _ = try sitting(folder).judge(on: judged, workers: 1)
      #expect(try TestRecord(named: "bars", in: records).likelihood.values.count == 15)
      for spoilt in ["image\n", "image,log_likelihood,effective_samples\n0,-3,1\n2,-3,1\n", ""] {
        try spoilt.write(toFile: records + "/bars.test.csv", atomically: true, encoding: .utf8)
        #expect(throws: StoredFileError.self) { try TestRecord(named: "bars", in: records) }
      }
    }
  }

  @Test("catching up computes what is missing, goes on with what is unfinished, and makes anew what is stale") func catchUp()
    throws
  {
    try withTemporaryFolder { folder in
      let records = folder.path + "/records", caches = folder.path + "/caches"
      func item(_ name: String, rate: Schedule = 0.05) -> BookExperiment {
        var own = experiment(rate: rate, epochs: 3)
        own.name = name
        return BookExperiment("11-mnist", own, expectedSeconds: 1)
      }
      func place(_ item: BookExperiment) -> Sitting {
        Sitting(item, in: records, checkpoint: "\(caches)/\(item.name)/training.checkpoint")
      }
      let (present, begun, old, new) = (item("present"), item("begun"), item("old", rate: 0.06), item("old"))
      let lost = item("lost")
      for item in [present, old] { _ = try place(item).run(on: images) }
      for item in [begun, lost] { _ = try place(item).run(on: images, seconds: 0) }
      try FileManager.default.removeItem(atPath: "\(caches)/lost")
      let before = try Data(contentsOf: URL(fileURLWithPath: records + "/present.json"))
      #expect(place(new).standing != .present && place(begun).standing == .unfinished(epoch: 1))
      var loads = 0
      var told: [String] = []
      let all = [present, begun, lost, new, item("missing"), item("wild", rate: .constant(3e38))]
      func run() throws {
        try Sitting.catchUp(all, in: records, checkpoints: caches, voice: .init(tell: { told.append($0) })) {
          _ throws(ExperimentError) in
          loads += 1
          return images
        }
      }
      try run()
      #expect(all.allSatisfy { place($0).standing == .present } && loads == 1)
      #expect(told.contains("Going on after epoch 1.") && told.contains { $0.contains("has no finite result") })
      #expect(try Data(contentsOf: URL(fileURLWithPath: records + "/present.json")) == before)
      let count = told.count
      try run()
      #expect(told.count == count && loads == 1)
    }
  }

  @Test("a shelf says of what is missing how to compute it, and of what is stale why") func shelf() throws {
    try withTemporaryFolder { folder in
      let shelf = RecordShelf(folder)
      func sentence(_ body: () throws -> Void) -> String {
        do { try body() } catch { return "\(error)" }
        return ""
      }
      let missing = sentence { _ = try shelf.records(["mnist-ws", "mnist-rws"]) }
      #expect(missing.hasPrefix("The record `mnist-ws` is not there; `swift run -c release book experiments run mnist-ws`"))
      let own = try sitting(folder).run(on: judged)
      #expect(own == .finished)
      // The record of the bars under the name of another experiment has other settings.
      let records = folder.appending(path: item.records)
      for ending in ["csv", "json"] {
        try FileManager.default.copyItem(
          at: records.appending(path: "bars.\(ending)"), to: folder.appending(path: "mnist-ws.\(ending)"))
      }
      let stale = sentence { _ = try shelf.record("mnist-ws") }
      #expect(stale.hasPrefix("The record `mnist-ws` is stale: it was made with other settings (") && stale.contains("layers"))
      // What is stale is named first, and the others are counted.
      let both = shelf.some(["mnist-rws", "mnist-ws", "mnist-nws"])
      #expect(both.records.allSatisfy { $0 == nil } && both.missing?.isStale == true && both.missing?.name == "mnist-ws")
      #expect(both.missing?.description.hasSuffix(" on two cores (2 more are wanted here).") == true)
      // A page names a file that is cut, not the folders of a machine.
      for ending in ["csv", "json"] { try Data("{".utf8).write(to: folder.appending(path: "mnist-nrws.\(ending)")) }
      let cut = sentence { _ = try shelf.record("mnist-nrws") }
      #expect(cut.contains("cannot be read") && cut.contains("mnist-nrws.") && !cut.contains(folder.path))
    }
  }

  @Test("pooled images are the means of squares, by the same names") func pooled() throws {
    let whole = ExperimentImages(
      train: images.train.pooled(by: 2), validation: images.validation.pooled(by: 2), test: judged.test!.pooled(by: 3),
      description: "")
    #expect((whole.train.height, whole.train.width, whole.train.count) == (3, 3, 30) && whole.train.name == "train")
    #expect(whole.checksums["train"] != images.checksums["train"])
    let settings = experiment()
    var other = settings
    other.images = .pooled("mnist", by: 2)
    #expect(!settings.differences(from: other).isEmpty)
    #expect(throws: ExperimentError.noSuchData("omniglot")) { try ExperimentImages(.pooled("omniglot", by: 2), from: .init()) }
  }
}

@Suite("maps of rate and damping") struct RidgeMapTests {
  private let dampings = [0.01, 0.1, 1.0]

  @Test("the line of best pairs, its slope, and the top") func ridge() {
    // The best rate is the damping, up to a rate that is too high for all.
    let map = RidgeMap(
      rates: [0.01, 0.1, 1], dampings: dampings, best: [[-5, -7, -9], [-8, -4, -6], [.nan, .nan, -5.5]], divergedRuns: 2)
    #expect(map.ridge == [0, 1, 2] && map.top == (rate: 1, damping: 1) && abs(map.slope - 1) < 1e-12 && map.touchesEdge)
    #expect(map.bestDampings == [0, 1, 2])
    #expect(map.behind()[0] == [1, 3, 5] && map.behind()[2][0].isNaN)
    let near = map.behind(atMost: 3)
    #expect(near[0][1] == 3 && near[0][2].isNaN && near[1][0].isNaN && near[1][1] == 0 && near[1][2] == 2)
    let flat = RidgeMap(rates: [0.01, 0.1], dampings: dampings, best: [[-5, -7, -9], [-8, -9, -10]])
    #expect(flat.ridge == [0, 0, 0] && flat.top == (rate: 0, damping: 0) && flat.slope == 0 && flat.bestDampings == [0, 0])
    let half = RidgeMap(rates: [1, 2, 4], dampings: [1, 4, 16], best: [[2, 0, 0], [0, 2, 0], [0, 0, 3]])
    #expect(abs(half.slope - 0.5) < 1e-12 && half.top == (rate: 2, damping: 2))
    #expect(half.margins == [2, 2, 3] && flat.margins == [3, 2, 1] && flat.seeds == [[-5], [-7], [-9]])
    let again = RidgeMap(
      rates: [1, 2, 4], dampings: [1, 4, 16], best: half.best, repeats: [[2.5, 1], [2, 2], [3.25, 3.5]])
    #expect(again.seeds == [[2, 2.5, 1], [2, 2, 2], [3, 3.25, 3.5]] && again.spreads == [1.5, 0, 0.5])
  }

  @Test("from records: the best row of each, and those that diverged") func records() throws {
    try withTemporaryFolder { folder in
      var wild = experiment(rate: .constant(3e38))
      wild.name = "wild"
      let item = BookExperiment("11-mnist", wild, expectedSeconds: 1)
      let sitting = Sitting(item, in: folder.path + "/" + item.records, checkpoint: folder.appending(path: "c/a").path)
      #expect(throws: ExperimentError.self) { try sitting.run(on: images) }
      #expect(sitting.standing == .present)
      let diverged = try Record(named: "wild", in: "\(folder.path)/\(item.records)")
      #expect(diverged.manifest.diverged != nil && diverged.isFinished && diverged.rows.count < 6)
      let good = try run(experiment(), folder.appending(path: "b")).record()
      let map = RidgeMap(rates: [1, 2], dampings: [1, 2], records: [[diverged, good], [nil, nil]], repeats: [[nil], [good]])
      #expect(map.divergedRuns == 1 && map.best[0][1] == good.rows.map(\.validation).max() && map.ridge == [0, 0])
      #expect(map.repeats[0][0].isNaN && map.seeds[1] == [map.best[0][1], map.best[0][1]] && map.spreads[1] == 0)
      let (x, y) = good.series(\.validation, against: \.epochs)
      #expect(x == [1, 2, 3, 4, 5] && y == good.rows.dropFirst().map(\.validation))
      func at(_ epoch: Double) -> Double? { good.value(of: \.validation, where: \.epochs, is: epoch) }
      #expect(at(1) == y[0] && at(5) == y[4] && at(0.9) == nil && at(5.1) == nil)
      #expect(abs(at(2.25)! - (0.75 * y[1] + 0.25 * y[2])) < 1e-12)
      let slow = try run(experiment(rate: .constant(1e-9)), folder.appending(path: "d")).record()
      let end = good.compared(to: slow, at: \.epochs)
      #expect(end.x == 5 && end.own == y[4] && end.other == slow.rows[5].validation && end.own != end.other)
      let behind = (1...5).last { slow.rows[$0].validation >= good.rows[$0].validation }
      #expect(good.lastBehind(slow) == behind && good.lastBehind(good) == 5 && slow.lastBehind(good) != behind)
    }
  }
}
