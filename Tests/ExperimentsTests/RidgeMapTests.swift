import BeliefNets
import Experiments
import Foundation
import TestSupport
import Testing

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
      let end = try good.compared(to: slow, at: \.epochs)
      let begun = Record(rows: Array(good.rows.prefix(1)), manifest: good.manifest)
      #expect(throws: RecordUnavailable.self) { try good.compared(to: begun, at: \.epochs) }
      #expect(end.x == 5 && end.own == y[4] && end.other == slow.rows[5].validation && end.own != end.other)
      let behind = (1...5).last { slow.rows[$0].validation >= good.rows[$0].validation }.map(Double.init)
      #expect(good.lastBehind(slow) == behind && good.lastBehind(good) == 5 && slow.lastBehind(good) != behind)
    }
  }
}
