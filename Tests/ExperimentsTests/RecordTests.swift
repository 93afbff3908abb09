import BeliefNets
import Experiments
import Foundation
import TestSupport
import Testing

@Suite("records and fingerprints") struct RecordTests {
  @Test("a record comes back, with six digits, and says on what it was made") func roundTrip() throws {
    try withTemporaryFolder { folder in
      let done = try run(experiment(), folder.appending(path: "a"))
      let record = done.record()
      try record.write(named: "bars", to: folder.path + "/records")
      #expect(files(below: folder, includingHidden: true) == ["a", "records/bars.csv", "records/bars.json"])
      let read = try Record(named: "bars", in: folder.path + "/records")
      #expect(read.manifest == record.manifest && read.rows.count == record.rows.count)
      for (a, b) in zip(read.rows, record.rows) {
        for (x, y) in zip(a.numbers, b.numbers) { #expect(x.isNaN && y.isNaN || abs(x - y) <= 1e-5 * abs(y)) }
      }
      #expect(read.rows.csv == record.rows.csv && record.rows[0].trainBound.isNaN)
      #expect(
        record.manifest.fisherRoutes == ["p/0": "direct", "p/1": "direct", "p/2": "direct", "q/1": "woodbury", "q/2": "direct"])
      #expect(record.manifest.seconds == done.rows[5].seconds && record.manifest.machine.cores > 0)
      #expect(record.manifest.machine.blas.contains("OpenBLAS") && record.manifest.machine.swift.contains("6."))
    }
  }

  @Test("standing: present, missing, stale for a reason") func standing() throws {
    try withTemporaryFolder { folder in
      let own = experiment()
      #expect(RecordStanding(of: own, in: folder.path) == .missing)
      try run(own, folder.appending(path: "a")).record().write(named: "bars", to: folder.path)
      #expect(RecordStanding(of: own, in: folder.path) == .present)
      #expect(
        RecordStanding(of: experiment(rate: 0.06), in: folder.path)
          == .stale("it was made with other settings (training.rate.constant)"))
      #expect(RecordStanding(of: experiment(epochs: 6), in: folder.path) == .stale("it was made with another budget"))
      // As if the engine had made another step.
      let manifest = folder.appending(path: "bars.json")
      let text = try String(contentsOf: manifest, encoding: .utf8)
      let spoilt = text.replacing(/"change" : \[\s*[-.0-9e]+/, with: "\"change\" : [ 1")
      try spoilt.write(to: manifest, atomically: true, encoding: .utf8)
      #expect(RecordStanding(of: own, in: folder.path) == .stale("the algorithm makes other steps now"))
      try text.prefix(text.count / 2).write(to: manifest, atomically: true, encoding: .utf8)
      guard case .stale(let why) = RecordStanding(of: own, in: folder.path) else { Issue.record("half a manifest"); return }
      #expect(isOneSentence(why, naming: "bars.json"))
      try text.write(to: manifest, atomically: true, encoding: .utf8)
      try "epoch,steps\n0,0\n".write(to: folder.appending(path: "bars.csv"), atomically: true, encoding: .utf8)
      #expect(RecordStanding(of: own, in: folder.path) != .present)
    }
  }

  /// An experiment and the same with one constant changed by little.
  static let pairs: [(Experiment, Experiment)] = [
    (experiment(rate: 0.05), experiment(rate: 0.0502)),
    (experiment(.nrws(.fisher(damping: 0.1))), experiment(.nrws(.fisher(damping: 0.102)))),
    (experiment(.nrws(.fisher(period: 1))), experiment(.nrws(.fisher(period: 50)))),
    (experiment(.nrws()), experiment(.nrws(.fisher(FisherSettings(samples: .asPrinted))))),
    (experiment(.nrws()), experiment(.nrws(.fisher(FisherSettings(memory: 0.1))))),
    (experiment(.nrws()), experiment(.nws())), (experiment(.rws), experiment(.ws)),
    (experiment(.rws), experiment(Algorithm(weighting: .importance, wakeShare: 0.51, metric: .euclidean))),
    (
      experiment(.rws),
      experiment(Algorithm(weighting: .importance, wakeShare: 0.5, controlVariate: .uniform, metric: .euclidean))
    ),
    (experiment(.rws, rule: .momentum(0.9)), experiment(.rws, rule: .momentum(0.905))),
    (experiment(.rws, rule: .adam()), experiment(.rws, rule: .adam(β1: 0.91))),
    (experiment(.rws, rate: .inverse(0.05, halving: 900)), experiment(.rws, rate: 0.05)),
    (experiment(.rws, averaging: 0.9), experiment(.rws)),
    (
      experiment(.nrws(.fisher(FisherSettings(period: CountSchedule([.init(from: 0, 25), .init(from: 250, 100)]))))),
      experiment(.nrws(.fisher(period: 25)))
    ),
    (experiment(samples: CountSchedule([.init(from: 0, 10), .init(from: 9, 50)])), experiment(samples: 10)),
  ]

  @Test("the fingerprint sees each constant change by a few per cent", arguments: pairs.indices)
  func fingerprint(which: Int) {
    let (a, b) = Self.pairs[which]
    #expect(Fingerprint(of: a).agrees(with: Fingerprint(of: a)))
    #expect(!Fingerprint(of: a).agrees(with: Fingerprint(of: b)) && !Fingerprint(of: b).agrees(with: Fingerprint(of: a)))
  }

  @Test("the fingerprint knows no workers, is stored as numbers, and takes milliseconds") func cost() throws {
    var other = experiment()
    other.training = other.training.with(workers: 2)
    let fingerprint = Fingerprint(of: other)
    #expect(fingerprint == Fingerprint(of: experiment()) && fingerprint.change.contains { $0 != 0 })
    let stored = try JSONDecoder().decode(Fingerprint.self, from: JSONEncoder().encode(fingerprint))
    #expect(stored == fingerprint)
    #if !DEBUG
      let start = threadSeconds()
      for _ in 0..<10 { _ = Fingerprint(of: experiment()) }
      #expect(threadSeconds() - start < 1)  // one takes 2 ms
    #endif
  }

  /// What this thread took of its processor so far: the work of one worker, whatever else is running.
  private func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  @Test("the processor's name") func processor() {
    func name(_ text: String) -> String { MachineDescription(cpuinfo: text, cores: 1, system: "", blas: "").processor }
    #expect(name("processor : 0\nmodel name\t: A B: C\nmodel name : D\n") == "A B: C")
    #expect(name("") == "unknown" && name("model name\t:\n") == "unknown")
  }
}
