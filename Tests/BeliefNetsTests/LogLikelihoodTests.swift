import BeliefNets
import LinearAlgebra
import RandomStreams
import Testing

struct LogLikelihoodTests {
  let machine = tinyMachine([3, 2, 2])

  @Test("the estimates are the exact log p(x), within their own errors")
  func exactValues() {
    let exact = Enumeration(machine)
    let X = batch(Array(0..<8), exact)
    let root = RandomStream(seed: 31)
    let K = 20_000
    let likelihood = machine.logLikelihood(of: X, samples: K, using: root)
    for x in 0..<8 {
      // Var(log p̂) ≈ Var(ω) / (K E[ω]²), from the enumerated moments of ω.
      let ω = stride(from: x, to: 128, by: 8).map { s in
        (q: Double.exponential(exact.logRecognition[s]), ω: Double.exponential(exact.logJoint[s] - exact.logRecognition[s]))
      }
      let second = ω.reduce(0) { $0 + $1.q * $1.ω * $1.ω }, first = Double.exponential(exact.logMarginal[x])
      let deviation = ((second / (first * first) - 1) / Double(K)).squareRoot()
      #expect(abs(likelihood.values[x] - exact.logMarginal[x]) < 4.5 * deviation)
      // ESS/K tends to E[ω]² / E[ω²].
      #expect(abs(likelihood.effectiveSamples[x] / Double(K) - first * first / second) < 0.05)
    }
    #expect(abs(likelihood.mean - likelihood.values.reduce(0, +) / 8) < 1e-14)
  }

  @Test("few samples are below on average, by about Var(ω) / (2 K E[ω]²)")
  func bias() {
    let exact = Enumeration(machine)
    let X = Matrix(rows: [[Double]](repeating: exact.image(2), count: 20_000))
    let likelihood = machine.logLikelihood(of: X, samples: 8, using: RandomStream(seed: 32))
    #expect(likelihood.mean < exact.logMarginal[2] - 5 * likelihood.standardError)
    let K1 = machine.logLikelihood(of: X, samples: 1, using: RandomStream(seed: 33))
    #expect(abs(K1.mean - exact.evidenceBound(of: exact.point(2))) < 4.5 * K1.standardError)
  }

  @Test("the same for any number of workers; any number of samples and images", arguments: [1, 7, 100, 250])
  func workers(samples: Int) {
    let X = batch((0..<37).map { $0 % 8 }, Enumeration(machine))
    let one = machine.logLikelihood(of: X, samples: samples, using: RandomStream(seed: 34))
    #expect(one.values.count == 37 && one.values.allSatisfy(\.isFinite))
    #expect(one.effectiveSamples.allSatisfy { $0 >= 1 - 1e-12 && $0 <= Double(samples) + 1e-9 })
    // Where all weights are equal every sample counts, and so the number of them shows.
    let evenMachine = HelmholtzMachine<Double>(units: machine.units)
    let even = evenMachine.logLikelihood(of: X, samples: samples, using: RandomStream(seed: 34))
    #expect(even.effectiveSamples.allSatisfy { abs($0 - Double(samples)) < 1e-9 })
    #expect(even.values.allSatisfy { abs($0 + 3 * Double.logarithm(2)) < 1e-13 })
    for workers in [2, 5] {
      #expect(machine.logLikelihood(of: X, samples: samples, workers: workers, using: RandomStream(seed: 34)) == one)
    }
  }

  @Test("the standard error and the paired difference, by hand")
  func statistics() {
    let a = LogLikelihood(values: [-1, -2, -6], effectiveSamples: [1, 1, 1])
    let b = LogLikelihood(values: [-2, -2.5, -7.5], effectiveSamples: [1, 1, 1])
    #expect(a.mean == -3)
    // Squared deviations 4, 1, 9; 14 / (3 · 2).
    #expect(abs(a.standardError - (14.0 / 6).squareRoot()) < 1e-15)
    let d = a.difference(from: b)
    // Differences 1, 0.5, 1.5: mean 1, squared deviations 0.25 + 0.25.
    #expect(d.mean == 1 && abs(d.standardError - (0.5 / 6).squareRoot()) < 1e-15)
  }

  @Test("images have probabilities and draws, and dreams have the marginals of p")
  func images() {
    let exact = Enumeration(machine)
    var random = RandomStream(seed: 35)
    let n = 20_000
    let dreams = machine.images(count: n, using: &random)
    for j in 0..<3 {
      let p = (0..<8).reduce(0.0) { $1 >> j & 1 == 1 ? $0 + Double.exponential(exact.logMarginal[$1]) : $0 }
      for column in [dreams.means.column(j), dreams.draws.column(j)] {
        #expect(abs(column.sum / Double(n) - p) < 4.5 * (p * (1 - p) / Double(n)).squareRoot())
      }
      #expect(dreams.draws.column(j).elements.allSatisfy { $0 == 0 || $0 == 1 })
    }
  }

  @Test("reconstructions have the means of p(x' | h) under q(h | x)", arguments: UnitCoding.allCases)
  func reconstructions(coding: UnitCoding) {
    let machine = tinyMachine([3, 2, 2], coding)
    let exact = Enumeration(machine)
    let n = 20_000
    var random = RandomStream(seed: 36)
    for x in [1, 6] {
      let again = machine.reconstructions(of: batch([Int](repeating: x, count: n), exact), using: &random)
      let q = exact.recognitionDistribution(data: exact.point(x))
      for j in 0..<3 {
        let p = q.indices.reduce(0.0) { sum, s in
          let h = exact.values(ofLayer: 1, in: s)
          let a = h.indices.reduce(0) { $0 + machine.generative[0].weights[j, $1] * h[$1] }
          return sum + q[s] / (1 + Double.exponential(-a))
        }
        for column in [again.means.column(j), again.draws.column(j)] {
          #expect(abs(column.sum / Double(n) - p) < 4.5 * (p * (1 - p) / Double(n)).squareRoot())
        }
        #expect(again.means.column(j).elements.allSatisfy { $0 > 0 && $0 < 1 })
      }
    }
  }
}
