import Experiments
import Foundation
import TestSupport
import Testing

@Suite("experiments of the book") struct BookExperimentTests {
  private func book(_ arguments: [String], in folder: URL) throws -> CommandResult {
    let program = program.deletingLastPathComponent().appending(path: "book")
    return try run([program.path, "experiments"] + arguments, in: folder, environment: quiet(folder))
  }

  @Test("names are unique file names, no two experiments are the same, and the algorithms have fingerprints of their own")
  func registry() {
    let all = BookExperiment.all
    #expect(Set(all.map(\.name)).count == all.count && all.allSatisfy { $0.name.wholeMatch(of: /[a-z0-9.-]+/) != nil })
    #expect(all.allSatisfy { $0.chapter.wholeMatch(of: /\d\d-[a-z-]+/) != nil && $0.expectedSeconds > 0 })
    for (i, a) in all.map(\.experiment).enumerated() {
      for b in all[..<i].map(\.experiment) where a.budget == b.budget {
        #expect(!a.differences(from: b).isEmpty, "\(a.name) and \(b.name)")
      }
    }
    let fingerprints = BookExperiment.algorithms.map {
      Fingerprint(of: BookExperiment.named("mnist-rate-0.04-\($0.name)")!.experiment)
    }
    for (i, a) in fingerprints.enumerated() {
      for b in fingerprints[..<i] { let isSame = a.agrees(with: b); #expect(!isSame) }
    }
    #expect(BookExperiment.named("mnist-nrws")?.experiment.layers.count == 12 && BookExperiment.named("none") == nil)
  }

  @Test("book experiments list has each, with its chapter") func list() throws {
    try withTemporaryFolder { folder in
      let result = try book(["list"], in: folder)
      #expect(result.status == 0, "\(result.errorText)")
      for item in BookExperiment.all { #expect(result.text.contains("\(item.name)  chapter \(item.chapter), about ")) }
      let names = try book(["list", "--names"], in: folder).text.split(separator: "\n").map(String.init)
      #expect(names == BookExperiment.all.map(\.name))
      let some = try book(["list", "--names", "--chapter", "10"], in: folder).text.split(separator: "\n").map(String.init)
      #expect(some == BookExperiment.all.filter { $0.chapter == "10-mini-mnist" }.map(\.name) && !some.isEmpty)
      let none = try book(["list", "--chapter", "99"], in: folder)
      #expect(none.status == 64 && none.errorText.contains("Chapter 99 has no experiments"))
    }
  }

  @Test("book experiments run: wrong names, and no data") func refused() throws {
    try withTemporaryFolder { folder in
      let unknown = try book(["run", "mnist"], in: folder)
      #expect(
        unknown.status == 64 && unknown.errorText.contains("There is no experiment “mnist”: `book experiments list`"))
      let workers = try book(["run", "mnist-ws", "--workers", "0"], in: folder)
      #expect(workers.status == 64 && workers.errorText.contains("--workers 0"))
      let data = try book(["run", "mnist-ws", "--restart", "--data", "none"], in: folder)
      #expect(data.status == 64 && data.errorText.hasPrefix("Error: There is no folder none"), "\(data.errorText)")
    }
  }
}
