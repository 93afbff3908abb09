import BeliefNets
import LinearAlgebra
import Testing

struct EnumerationFisherTests {
  func distribution(_ network: Network, _ exact: Enumeration) -> [Double] {
    network == .generative
      ? exact.generativeDistribution : exact.recognitionDistribution(data: tinyData(bits: exact.machine.units[0]))
  }

  func block(_ F: Matrix<Double>, _ range: Range<Int>) -> Matrix<Double> {
    Matrix(range.count, range.count) { F[range.lowerBound + $0, range.lowerBound + $1] }
  }

  @Test(
    "Proposition 1: zero off the blocks, and the blocks are those of (10) and (11)", arguments: UnitCoding.allCases,
    Network.allCases)
  func blockStructure(coding: UnitCoding, network: Network) {
    let exact = Enumeration(tinyMachine([3, 2, 2], coding))
    let states = distribution(network, exact)
    let F = exact.fisherMatrix(of: network, under: states)
    let blocks = exact.blocks(of: network)
    var owner = [Int](repeating: -1, count: F.rows)
    for (b, block) in blocks.enumerated() { for k in block.parameters { owner[k] = b } }
    // A sum of 128 products below 1.
    for i in 0..<F.rows { for j in 0..<F.rows where owner[i] != owner[j] { #expect(abs(F[i, j]) < 1e-15) } }
    for b in blocks {
      let closed = exact.fisherBlock(of: network, layer: b.layer, unit: b.unit, under: states)
      #expect(distance(block(F, b.parameters), closed) < 1e-14)
      #expect(closed.rows == exact.machine[network][b.layer].inputs + 1)
      #expect(closed.maximumMagnitude > 0.01)
    }
    #expect(blocks.last!.parameters.upperBound == F.rows)
  }

  @Test("the pairing that Algorithm 1 prints gives other matrices (lines 10 and 22)")
  func literalPairing() {
    let exact = Enumeration(tinyMachine([3, 2, 2]))
    let (dreams, wake) = (exact.generativeDistribution, distribution(.recognition, exact))
    let right = exact.fisherBlock(of: .generative, layer: 0, unit: 0, under: dreams)
    let printed = exact.fisherBlock(of: .generative, layer: 0, unit: 0, under: wake)
    #expect(distance(right, printed) > 0.01)
    let rightQ = exact.fisherBlock(of: .recognition, layer: 1, unit: 0, under: wake)
    let printedQ = exact.fisherBlock(of: .recognition, layer: 1, unit: 0, under: dreams)
    #expect(distance(rightQ, printedQ) > 0.01)
    // Nor is E[score scoreᵀ] under the wrong distribution block-diagonal.
    let F = exact.fisherMatrix(of: .generative, under: wake)
    let (first, second) = (exact.blocks(of: .generative)[0].parameters, exact.blocks(of: .generative)[1].parameters)
    #expect(first.contains { i in second.contains { j in abs(F[i, j]) > 0.005 } })
  }

  @Test("the same distribution in the other coding: same probabilities, congruent Fisher matrices, not equal ones")
  func codings() {
    let pm = tinyMachine([3, 2, 2], .plusMinusOne)
    var zo = HelmholtzMachine<Double>(units: [3, 2, 2], coding: .zeroOne)
    // W₀₁ = J W₋₁₊₁ unit by unit:  w₀₁ = 2 w,  b₀₁ = b − Σ w.
    for network in Network.allCases {
      for i in pm.layers(of: network) {
        let W = pm[network][i].weights, d = W.columns - 1
        let V = Matrix<Double>(W.rows, W.columns) { j, k in
          k < d ? 2 * W[j, k] : W[j, d] - (0..<d).reduce(0) { $0 + W[j, $1] }
        }
        if network == .generative { zo.generative[i].weights = V } else { zo.recognition[i].weights = V }
      }
    }
    let (a, b) = (Enumeration(pm), Enumeration(zo))
    #expect(distance(a.logJoint, b.logJoint) < 1e-13)
    for network in Network.allCases {
      for unit in a.blocks(of: network) {
        let d = unit.parameters.count
        let J = Matrix<Double>(d, d) { i, j in i == j ? (i < d - 1 ? 2 : 1) : (i == d - 1 ? -1 : 0) }
        let F01 = b.fisherBlock(of: network, layer: unit.layer, unit: unit.unit, under: distribution(network, b))
        let Fpm = a.fisherBlock(of: network, layer: unit.layer, unit: unit.unit, under: distribution(network, a))
        var half = Matrix<Double>(zeros: d, d), congruent = half
        half.setProduct(J, .transposed, F01)
        congruent.setProduct(half, .asIs, J)  // Jᵀ F₀₁ J
        #expect(distance(congruent, Fpm) < 1e-14)
        if d > 1 { #expect(distance(F01, Fpm) > 0.02) }
      }
    }
  }

  @Test("joint = marginal + E[posterior]; the marginal matrix is full and singular")
  func marginal() throws {
    let exact = Enumeration(tinyMachine([3, 2, 2]))
    let p = exact.generativeDistribution
    let joint = exact.fisherMatrix(of: .generative, under: p), marginal = exact.marginalFisherMatrix()
    // E over x of the Fisher matrix of p(h | x), whose score is that of the joint minus that of the marginal.
    let P = joint.rows
    var posterior = Matrix<Double>(zeros: P, P)
    for s in p.indices {
      var u = Vector(exact.score(of: .generative, at: s))
      u.add(-1, exact.logMarginalGradient(of: s % 8))
      posterior.addOuterProduct(p[s], u, u)
    }
    posterior.add(1, marginal)
    #expect(distance(posterior, joint) < 1e-13)
    let (a, b) = (exact.blocks(of: .generative)[0].parameters, exact.blocks(of: .generative)[4].parameters)
    #expect(a.contains { i in b.contains { j in abs(marginal[i, j]) > 0.001 } })
    // p(x) has 8 values, so 7 degrees of freedom, for 17 parameters.
    let λ = try symmetricEigenvalues(marginal).elements.sorted()
    #expect(P == 17 && λ[P - 8] < 1e-14 && λ[P - 7] > 1e-6)
  }

  @Test("the damped direction is g far above the metric, F⁻¹ g far below, and block by block the same")
  func damping() throws {
    let exact = Enumeration(tinyMachine([3, 2, 2]))
    let F = exact.fisherMatrix(of: .generative, under: exact.generativeDistribution)
    let g = exact.logMarginalGradient(of: 3)
    let vanilla = try dampedNaturalDirection(g, fisherMatrix: F, damping: 1e8)
    #expect(distance(vanilla, g) < 1e-7)
    let natural = try dampedNaturalDirection(g, fisherMatrix: F, damping: 1e-10)
    var back = Vector<Double>(zeros: g.count)
    back.setProduct(F, .asIs, natural)
    #expect(distance(back, g) < 1e-7)
    for unit in exact.blocks(of: .generative) {
      let closed = exact.fisherBlock(
        of: .generative, layer: unit.layer, unit: unit.unit, under: exact.generativeDistribution)
      let part = Vector(Array(g.elements[unit.parameters]))
      let direction = try dampedNaturalDirection(part, fisherMatrix: closed, damping: 1e-10)
      #expect(distance(direction.elements, Array(natural.elements[unit.parameters])) < 1e-9)
    }
  }
}
