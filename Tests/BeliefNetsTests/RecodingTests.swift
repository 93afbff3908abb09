import BeliefNets
import LinearAlgebra
import Testing

struct RecodingTests {
  @Test("a recoded machine has the same probabilities, and comes back", arguments: UnitCoding.allCases)
  func distributions(coding: UnitCoding) {
    let other: UnitCoding = coding == .zeroOne ? .plusMinusOne : .zeroOne
    let machine = tinyMachine([3, 2, 2], coding)
    let recoded = machine.recoded(as: other)
    let (a, b) = (Enumeration(machine), Enumeration(recoded))
    // Sums of a few logits below 10.
    #expect(distance(a.logJoint, b.logJoint) < 1e-13)
    #expect(distance(a.logRecognition, b.logRecognition) < 1e-13)
    #expect(distance(recoded.parameters(of: .generative), machine.parameters(of: .generative)) > 0.1)
    let back = recoded.recoded(as: coding)
    for network in Network.allCases {
      #expect(distance(back.parameters(of: network), machine.parameters(of: network)) < 1e-15 * 10)
    }
    #expect(machine.recoded(as: coding) == machine)
  }

  @Test("J maps the parameters, Jᵀ the parents, and the blocks are congruent by it")
  func jacobian() {
    let machine = tinyMachine([3, 2, 2], .plusMinusOne)
    let recoded = machine.recoded(as: .zeroOne)
    let J = UnitCoding.jacobian(parameters: 3)
    var w = Vector<Double>(zeros: 3), h = w
    w.setProduct(J, machine.generative[0].weights.row(1))
    #expect(distance(w, recoded.generative[0].weights.row(1)) < 1e-15)
    h.setProduct(J, .transposed, [1, 0, 1])
    #expect(h == [1, -1, 1])
    let (a, b) = (Enumeration(machine), Enumeration(recoded))
    let F = a.fisherBlock(of: .generative, layer: 0, unit: 1, under: a.generativeDistribution)
    let G = b.fisherBlock(of: .generative, layer: 0, unit: 1, under: b.generativeDistribution)
    var half = Matrix<Double>(zeros: 3, 3), congruent = half
    half.setProduct(J, .transposed, G)
    congruent.setProduct(half, .asIs, J)
    #expect(distance(congruent, F) < 1e-15)
    #expect(UnitCoding.jacobian(parameters: 1) == .identity(1))
  }
}
