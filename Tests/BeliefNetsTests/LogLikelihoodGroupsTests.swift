import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct LogLikelihoodGroupsTests {
  /// From 100 samples on there are ten images a group, in passes of 100 samples each; 21 images leave a group of one.
  @Test("every image has states of its own, and every group of ten a stream of its own", arguments: [21, 30])
  func groups(count: Int) {
    let machine = tinyMachine([3, 2, 2]), random = RandomStream(seed: 37)
    let X = batch((0..<count).map { (3 * $0 + $0 / 10) % 8 }, Enumeration(machine))
    let estimate = machine.logLikelihood(of: X, samples: 200, using: random)
    #expect(estimate.values.count == count && estimate.effectiveSamples.count == count)
    for g in 0..<3 {
      var pass = Pass(for: machine, images: 10, copies: 100), stream = random.stream("images", g)
      var images = Matrix<Double>(zeros: 10, 4)
      images.setRows(of: X, at: (0..<10).map { min(10 * g + $0, count - 1) })
      var logs = [[Double]](repeating: [], count: 10)
      for _ in 0..<2 {
        machine.recognise(images, into: &pass, using: &stream)
        machine.judgeByGenerative(&pass)
        for r in 0..<1000 { logs[r / 100].append(pass.logP[r] - pass.logQ[r]) }
      }
      for b in 0..<min(10, count - 10 * g) {
        let m = logs[b].max()!
        let ω = logs[b].map { Double.exponential($0 - m) }
        let sum = ω.reduce(0, +), squares = ω.reduce(0) { $0 + $1 * $1 }
        // Sums of 200 terms, which the estimate scales down whenever a greater one comes.
        #expect(abs(estimate.values[10 * g + b] - m - Double.logarithm(sum / 200)) < 1e-12)
        #expect(abs(estimate.effectiveSamples[10 * g + b] - sum * sum / squares) < 1e-10)
      }
    }
  }
}
