import BeliefNets
import LinearAlgebra
import Testing

struct PosteriorFisherTests {
  @Test("joint = marginal + E[posterior], and the posterior part is no rounding", arguments: UnitCoding.allCases)
  func sum(coding: UnitCoding) throws {
    let exact = Enumeration(tinyMachine([3, 2, 2], coding))
    var sum = exact.posteriorFisherMatrix()
    #expect(sum.maximumMagnitude > 0.01)
    #expect(try symmetricEigenvalues(sum)[0] > -1e-15)
    sum.add(1, exact.marginalFisherMatrix())
    // Sums of 128 terms below 1.
    #expect(distance(sum, exact.fisherMatrix(of: .generative, under: exact.generativeDistribution)) < 1e-14)
  }

  @Test("a unit's score has mean 0 given the layers before it, under its own network alone", arguments: Network.allCases)
  func conditional(network: Network) {
    let exact = Enumeration(tinyMachine([3, 2, 2]))
    let own =
      network == .generative
      ? exact.generativeDistribution : exact.recognitionDistribution(data: tinyData(bits: 3))
    let foreign =
      network == .generative
      ? exact.recognitionDistribution(data: tinyData(bits: 3)) : exact.generativeDistribution
    for unit in exact.blocks(of: network) {
      let means = exact.conditionalMeanScores(of: network, layer: unit.layer, unit: unit.unit, under: own)
      let layersBefore = network == .generative ? exact.machine.units[(unit.layer + 1)...] : exact.machine.units[..<unit.layer]
      #expect(means.count == 1 << layersBefore.reduce(0, +))
      #expect(means.allSatisfy { $0.maximumMagnitude < 1e-14 })
      let others = exact.conditionalMeanScores(of: network, layer: unit.layer, unit: unit.unit, under: foreign)
      #expect(others.contains { $0.maximumMagnitude > 0.01 })
    }
  }

  @Test("unit by unit is the whole matrix, under the network's own distribution alone", arguments: [0.01, 1])
  func blockwise(α: Double) throws {
    let exact = Enumeration(tinyMachine([3, 2, 2])), g = exact.logMarginalGradient(of: 3)
    for (states, isOwn) in [
      (exact.generativeDistribution, true), (exact.recognitionDistribution(data: tinyData(bits: 3)), false),
    ] {
      let whole = try dampedNaturalDirection(
        g, fisherMatrix: exact.fisherMatrix(of: .generative, under: states), damping: α)
      let units = try exact.blockwiseDirection(g, of: .generative, under: states, damping: α)
      #expect(isOwn ? distance(units, whole) < 1e-12 : distance(units, whole) > 1e-3)
    }
  }
}
