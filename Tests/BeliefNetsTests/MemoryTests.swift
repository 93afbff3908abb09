import BeliefNets
import CMalloc
import LinearAlgebra
import RandomStreams
import Testing

@Suite("memory")
struct MemoryTests {
  /// In a process of its own: other tests allocate beside this one.
  @Test("as many bytes are in use after 100 steps as before, on every route")
  func steady() async {
    await #expect(processExitsWith: .success) {
      for metric in [Metric.euclidean, .fisher(period: 10), .fisher(damping: 0.2, period: 1)] {
        var stream = RandomStream(seed: 7)
        let machine = HelmholtzMachine<Float>(units: [60, 50, 9, 3], using: &stream)
        let settings = WakeSleepSettings(
          Algorithm(weighting: .importance, wakeShare: 0.5, metric: metric), rate: 0.01, rule: .adam(), averaging: 0.9,
          batch: 8, samples: 10)
        var trainer = WakeSleep(machine, settings, using: RandomStream(seed: 1))
        let X = Matrix<Float>(8, 61) { r, j in j == 60 || (r + j) % 3 == 0 ? 1 : -1 }
        for _ in 0..<60 { _ = try! trainer.step(on: X) }
        let before = mallinfo2().uordblks
        for _ in 0..<100 { _ = try! trainer.step(on: X) }
        let after = mallinfo2().uordblks
        precondition(after == before, "\(metric): \(before) bytes before, \(after) after")
      }
    }
  }
}
