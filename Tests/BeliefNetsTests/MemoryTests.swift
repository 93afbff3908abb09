import BeliefNets
import CMalloc
import Foundation
import LinearAlgebra
import RandomStreams
import Testing

@Suite("memory")
struct MemoryTests {
  /// On the heap and in blocks of their own, which the system decides.
  static func bytesInUse() -> Int {
    let all = mallinfo2()
    return Int(all.uordblks + all.hblkhd)
  }

  /// In a process of its own, since other tests allocate beside this one; and without the small freed blocks that the library
  /// would keep for each thread and count as in use.
  @Test("as many bytes are in use after hundreds of steps as before, on every route")
  func steady() async {
    setenv("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0", 1)
    defer { unsetenv("GLIBC_TUNABLES") }
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
        let bytes = (0..<6).map { _ in
          for _ in 0..<100 { _ = try! trainer.step(on: X) }
          return Self.bytesInUse()
        }
        precondition(bytes.allSatisfy { $0 == bytes[0] }, "\(metric): \(bytes)")
      }
    }
  }
}
