import InformationGeometry
import RandomStreams
import Testing

@Suite("what a search costs against the points a step")
struct BudgetStudyTests {
  /// Four seeds a size: with 10 points nobody arrives, with 20 half of them, with 40 all but the dearest, with 80 all.
  private func study(workers: Int) -> BudgetStudy {
    BudgetStudy(sizes: [10, 20, 40, 80], seeds: 4, workers: workers, random: RandomStream(seed: 3)) { size, stream in
      let luck = stream.uniform()
      if size == 10 || size == 20 && luck < 0.5 { return .infinity }
      return Double(100 * size) + luck
    }
  }

  @Test("the same on any number of threads, and a seed draws the same numbers for each size") func runs() {
    let study = study(workers: 1)
    #expect(study == self.study(workers: 2))
    for seed in 0..<4 { #expect(abs(study.evaluations[3][seed] - study.evaluations[2][seed] - 4000) < 1e-9) }
    #expect(Set(study.evaluations[3]).count == 4)
  }

  @Test("where it fails, where it is cheapest, and what a figure draws") func summary() {
    let study = study(workers: 2)
    let lost = study.evaluations[1].count { !$0.isFinite }
    #expect(study.evaluations[0].allSatisfy { $0 == .infinity })
    // The median of 20 points is finite only where at most half of one pair in the middle is lost.
    #expect(study.failing == (lost >= 2 ? 20 : 10))
    #expect(study.cheapest.size == (lost >= 2 ? 40 : 20) && study.cheapest.evaluations.isFinite)
    #expect(study.quantiles(0.5)[0] == .infinity)
    #expect(study.curves.sizes == (lost == 0 ? [20, 40, 80] : [40, 80]))
    #expect(zip(study.curves.low, study.curves.high).allSatisfy { $0 <= $1 })
  }
}
