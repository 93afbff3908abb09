import BeliefNets
import Testing

struct BlockCostTests {
  @Test("counts of a layer small enough to count by hand")
  func counts() {
    let cost = BlockCost(units: 2, parameters: 3, samples: 6)
    #expect(cost.directRefresh == 2 * (6 * 9 + 9))
    #expect(cost.directSolve == 2 * 18)
    #expect(cost.woodburyRefresh == 36 * 3 + 2 * (36 + 72))
    #expect(cost.woodburySolve == 2 * (72 + 72))
    #expect(cost.printedWoodbury == 2 * 3 * 36 && cost.printedDirect == 2 * 27)
    #expect(cost.direct(period: 2) == 63 + 36 && cost.woodbury(period: 2) == 162 + 288)
  }

  @Test("operations of a step small enough to count by hand")
  func step() {
    // 3 visible and 2 hidden units, 4 images of 5 samples, 7 dreams.
    func cost(_ algorithm: Algorithm) -> StepCost {
      StepCost(units: [3, 2], WakeSleepSettings(algorithm, rate: 0.1, batch: 4, samples: 5, dreams: 7))
    }
    #expect(cost(.rws).generative == 2 * 9 * 47 && cost(.rws).recognition == 2 * 8 * (8 + 14))
    #expect(cost(.ws).generative == 2 * 9 * 47 && cost(.ws).recognition == 2 * 8 * (4 + 14))
    #expect(cost(.nrws()).total == cost(.rws).total)
  }

  @Test(
    "at the crossing the identity still pays, and one sample later no more",
    arguments: [(784, 301, 1), (784, 301, 50), (300, 785, 50), (10, 11, 1), (1, 1, 1_000)])
  func crossing(units: Int, d: Int, period: Int) {
    let n = BlockCost.crossing(units: units, parameters: d, period: period)
    func pays(_ n: Int) -> Bool {
      let cost = BlockCost(units: units, parameters: d, samples: n)
      return cost.woodbury(period: period) <= cost.direct(period: period)
    }
    #expect(n == 0 || pays(n))
    #expect(!pays(n + 1))
    #expect((n + 1..<6 * d + 6).allSatisfy { !pays($0) })
  }

  @Test("with a refresh at every step and many units it is near the root of x³ = 3x + 1, 1.88 d")
  func root() {
    let n = BlockCost.crossing(units: 1_000_000, parameters: 10_000, period: 1)
    #expect(abs(Double(n) / 10_000 - 1.8794) < 0.01)
  }

  @Test("sizes of a small machine, counted from the blocks themselves", arguments: Network.allCases)
  func sizes(network: Network) {
    let exact = Enumeration(tinyMachine([4, 3, 2]))
    let sizes = FisherSizes(of: network, units: [4, 3, 2])
    let blocks = exact.blocks(of: network)
    func half(_ n: Int) -> Int { (0...n).reduce(0, +) }
    #expect(sizes.parameters == exact.machine.parameters(of: network).count)
    #expect(sizes.full == half(sizes.parameters))
    #expect(sizes.units == blocks.reduce(0) { $0 + half($1.parameters.count) })
    let layers = Dictionary(grouping: blocks, by: \.layer).values
    #expect(sizes.layers == layers.reduce(0) { $0 + half($1.reduce(0) { $0 + $1.parameters.count }) })
  }
}
