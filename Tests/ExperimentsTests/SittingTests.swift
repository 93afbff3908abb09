import BeliefNets
import Datasets
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
      #expect(try sitting(folder).stateEpoch() == nil)
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
      let few = try #require(try sitting(folder).judge(on: judged, size: TestSize(images: 5, samples: 10), workers: 1))
      #expect(few.likelihood.values.count == 5)
      #expect(try TestRecord(named: "bars", samples: 10, first: 5, in: records).manifest == few.manifest)
      let less = try #require(try sitting(folder).judge(on: judged, size: TestSize(images: 5, samples: 200), workers: 1))
      #expect(try TestRecord(named: "bars", first: 5, in: records).manifest == less.manifest && less.manifest.count == 5)
      #expect(throws: StoredFileError.self) { try TestRecord(named: "bars", in: records) }
      _ = try sitting(folder).judge(on: judged, workers: 1)
      #expect(try TestRecord(named: "bars", in: records).likelihood.values.count == 15)
      // Cut at the end of a line.
      let whole = try String(contentsOfFile: records + "/bars.test.csv", encoding: .utf8)
      try whole.split(separator: "\n").dropLast(2).joined(separator: "\n")
        .write(toFile: records + "/bars.test.csv", atomically: true, encoding: .utf8)
      #expect(reason { _ = try TestRecord(named: "bars", in: records) }?.reason == .noRecord(line: 15))
      for spoilt in ["image\n", "image,log_likelihood,effective_samples\n0,-3,1\n2,-3,1\n", ""] {
        try spoilt.write(toFile: records + "/bars.test.csv", atomically: true, encoding: .utf8)
        #expect(throws: StoredFileError.self) { try TestRecord(named: "bars", in: records) }
      }
    }
  }

  @Test("the state that is further on is used, and a record is never shortened") func older() throws {
    try withTemporaryFolder { folder in
      let (records, cache) = (folder.path + "/" + item.records, folder.appending(path: "cache/a"))
      _ = try sitting(folder).run(on: judged, seconds: 0)
      let first = try Data(contentsOf: cache)
      _ = try sitting(folder).run(on: judged, seconds: 0, carrying: true)
      // An older state in the cache, a newer one beside the record.
      try first.write(to: cache)
      #expect(try sitting(folder).stateEpoch() == 2)
      #expect(try sitting(folder).run(on: judged, seconds: 0) == .stopped(epoch: 3))
      // Only older ones than the record.
      try first.write(to: cache)
      try FileManager.default.removeItem(atPath: records + "/bars.checkpoint")
      #expect(reason { _ = try sitting(folder).run(on: judged) }?.reason == .noCheckpoint(epoch: 3))
      #expect(sitting(folder).standing == .unfinished(epoch: 3))
    }
  }

  @Test("stopped within an epoch, a run leaves the machine of the epoch before") func within() throws {
    try withTemporaryFolder { folder in
      let model = URL(fileURLWithPath: folder.path + "/" + item.records + "/bars.model")
      _ = try sitting(folder).run(on: judged, seconds: 0)
      let first = try Data(contentsOf: model)
      var steps = 0
      let ending = try sitting(folder).run(
        on: judged,
        isStopped: {
          steps += 1
          return steps == 2
        })
      #expect(ending == .stopped(epoch: 1) && steps == 2)
      #expect(try Data(contentsOf: model) == first)
    }
  }

  @Test("no second process at an experiment, and test likelihoods that were not come to are made up for") func halves() throws {
    try withTemporaryFolder { folder in
      let lock = try RunLock(folderOf: folder.appending(path: "cache/a").path)
      #expect(reason { _ = try sitting(folder).run(on: judged) }?.reason == .inUse)
      #expect(reason { _ = try sitting(folder).judge(on: judged, workers: 1) }?.reason == .inUse)
      withExtendedLifetime(lock) {}
    }
    try withTemporaryFolder { folder in
      _ = try sitting(folder).run(on: judged)
      let (records, caches) = (folder.path + "/" + item.records, folder.appending(path: "caches").path)
      let likelihoods = try Data(contentsOf: URL(fileURLWithPath: records + "/bars.test.csv"))
      #expect(!sitting(folder).lacksTest)
      try FileManager.default.removeItem(atPath: records + "/bars.test.json")
      #expect(sitting(folder).lacksTest && sitting(folder).standing == .present)
      var told: [String] = []
      try Sitting.catchUp([item], in: records, checkpoints: caches, voice: .init(tell: { told.append($0) })) {
        _ throws(ExperimentError) in judged
      }
      #expect(told == ["bars"] && !sitting(folder).lacksTest)
      #expect(try Data(contentsOf: URL(fileURLWithPath: records + "/bars.test.csv")) == likelihoods)
    }
  }

  @Test("a run that diverges leaves its record, and no machine of an earlier epoch") func wild() throws {
    try withTemporaryFolder { folder in
      let wild = BookExperiment(
        "11-mnist", experiment(.rws, rate: .geometric(from: 0.01, to: 1e38, steps: 40), epochs: 12), expectedSeconds: 1,
        test: TestSize(images: 15, samples: 20))
      func sitting() -> Sitting {
        Sitting(wild, in: folder.path + "/records", checkpoint: folder.appending(path: "cache/a").path)
      }
      _ = try sitting().run(on: judged, seconds: 0, carrying: true)
      #expect(files(below: folder.appending(path: "records")).contains("bars.model"))
      #expect(throws: ExperimentError.self) { try sitting().run(on: judged) }
      #expect(files(below: folder.appending(path: "records")) == ["bars.csv", "bars.json"])
      #expect(sitting().standing == .present && !sitting().lacksTest)
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

  @Test("records of the book are made from the published files only") func published() throws {
    try withTemporaryFolder { folder in
      for (name, count) in [("train", 12), ("t10k", 4)] {
        let file = folder.appending(path: "mnist/\(name)-images-idx3-ubyte")
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data([0, 0, 8, 3, 0, 0, 0, UInt8(count), 0, 0, 0, 6, 0, 0, 0, 6] + bars(count).bytes).write(to: file)
      }
      let folders = DataFolders(requested: folder.path)
      #expect(try ExperimentImages(.published("mnist"), from: folders).train.count == 10)
      do throws(ExperimentError) {
        _ = try ExperimentImages(ofRecord: .published("mnist"), from: folders)
        Issue.record("other files were taken")
      } catch {
        guard case .otherFiles = error else { Issue.record("\(error)"); return }
      }
    }
  }
}
