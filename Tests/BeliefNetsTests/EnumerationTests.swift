import BeliefNets
import LinearAlgebra
import Testing

struct EnumerationTests {
  /// p of a state by the definition, unit for unit, with σ written out.
  func plainProbability(_ network: Network, _ exact: Enumeration, _ s: Int) -> Double {
    let m = exact.machine
    var p = 1.0
    for i in m.layers(of: network) {
      let h = exact.values(ofLayer: m.parents(of: i, in: network), in: s), own = exact.values(ofLayer: i, in: s)
      for j in 0..<m.units[i] {
        var a = 0.0
        for k in h.indices { a += m[network][i].weights[j, k] * h[k] }
        let σ = 1 / (1 + Double.exponential(-a))
        p *= own[j] == m.coding.high ? σ : 1 - σ
      }
    }
    return p
  }

  @Test("the joint and q(h | x) are the products of their units", arguments: UnitCoding.allCases)
  func joint(coding: UnitCoding) {
    let exact = Enumeration(tinyMachine([3, 2, 2], coding))
    // A product of 7 factors, each within 2 ulp.
    for s in 0..<128 {
      #expect(abs(Double.exponential(exact.logJoint[s]) - plainProbability(.generative, exact, s)) < 1e-15)
      #expect(abs(Double.exponential(exact.logRecognition[s]) - plainProbability(.recognition, exact, s)) < 1e-14)
    }
  }

  @Test("distributions sum to 1 and have the marginals they should", arguments: UnitCoding.allCases)
  func distributions(coding: UnitCoding) {
    let exact = Enumeration(tinyMachine([3, 2, 2], coding))
    let data = tinyData(bits: 3)
    for distribution in [
      exact.generativeDistribution, exact.recognitionDistribution(data: data), exact.posteriorDistribution(data: data),
    ] { #expect(abs(distribution.reduce(0, +) - 1) < 1e-14) }
    for x in 0..<8 {
      let q = exact.recognitionDistribution(data: data), p = exact.posteriorDistribution(data: data)
      #expect(abs(stride(from: x, to: 128, by: 8).reduce(0) { $0 + q[$1] } - data[x]) < 1e-14)
      #expect(abs(stride(from: x, to: 128, by: 8).reduce(0) { $0 + p[$1] } - data[x]) < 1e-14)
    }
    // log p(x) = E_q[log ω] + KL(q ‖ posterior), and the divergence is the entropy's complement.
    #expect(exact.evidenceBound(of: data) < exact.logLikelihood(of: data))
    let entropy = -data.reduce(0) { $0 + $1 * Double.logarithm($1) }
    #expect(abs(exact.divergence(from: data) + entropy + exact.logLikelihood(of: data)) < 1e-13)
    #expect(exact.divergence(from: data) > 0)
  }

  @Test("E[score] under the posterior is the gradient of log p(x), and a spoilt one is not", arguments: UnitCoding.allCases)
  func likelihoodGradient(coding: UnitCoding) {
    let machine = tinyMachine([3, 2, 2], coding)
    let θ = machine.parameters(of: .generative)
    let direction = tinyMachine([3, 2, 2], seed: 9).parameters(of: .generative)
    for x in [0, 5] {
      let slope = Enumeration(machine).logMarginalGradient(of: x).dot(direction)
      func logMarginal(_ t: Double) -> Double {
        var moved = machine, φ = θ
        φ.add(t, direction)
        moved.setParameters(of: .generative, to: φ)
        return Enumeration(moved).logMarginal[x]
      }
      #expect(abs(remainderOrder(slope, logMarginal) - 2) < 0.2)
      #expect(remainderOrder(slope * 1.1, logMarginal) < 1.5)
    }
  }

  @Test("E[score] of q under the posterior is minus the gradient of KL(p(h | x) ‖ q(h | x))")
  func wakeGradient() {
    let machine = tinyMachine([3, 2, 2])
    let data = tinyData(bits: 3)
    let direction = tinyMachine([3, 2, 2], seed: 9).parameters(of: .recognition)
    let exact = Enumeration(machine)
    let posterior = exact.posteriorDistribution(data: data)
    let slope = exact.expectedScore(of: .recognition, under: posterior).dot(direction)
    func crossEntropy(_ t: Double) -> Double {
      var moved = machine, φ = machine.parameters(of: .recognition)
      φ.add(t, direction)
      moved.setParameters(of: .recognition, to: φ)
      let logQ = Enumeration(moved).logRecognition
      return logQ.indices.reduce(0) { $0 + posterior[$1] * logQ[$1] }
    }
    #expect(abs(remainderOrder(slope, crossEntropy) - 2) < 0.2)
    #expect(remainderOrder(-slope, crossEntropy) < 1.5)
  }

  @Test("parameters go out and in unchanged, and a converted machine has the same ones, rounded")
  func parameters() {
    let machine = tinyMachine([3, 2, 2])
    var copy = HelmholtzMachine<Double>(units: [3, 2, 2])
    for network in Network.allCases { copy.setParameters(of: network, to: machine.parameters(of: network)) }
    #expect(copy == machine)
    #expect(machine.parameterCounts == (3 * 3 + 2 * 3 + 2, 2 * 4 + 2 * 3))
    let single = machine.converted(to: Float.self), back = single.converted(to: Double.self)
    for network in Network.allCases {
      let rounded = machine.parameters(of: network).elements.map { Float($0) }
      #expect(single.parameters(of: network).elements == rounded)
      #expect(back.parameters(of: network).elements == rounded.map { Double($0) })
    }
  }
}
