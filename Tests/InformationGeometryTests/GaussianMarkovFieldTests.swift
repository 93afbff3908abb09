import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

@Suite("Gaussian Markov random fields")
struct GaussianMarkovFieldTests {
  typealias Edge = GaussianMarkovField.Edge

  /// A cycle of four variables without one of its chords, with means and precisions of all sizes.
  let edges = [Edge(0, 1), Edge(1, 2), Edge(3, 2), Edge(3, 0)]
  func field() throws -> GaussianMarkovField {
    let θ = scatteredPoint(4, within: 1, seed: 2).elements + [-1, -0.8, -1.2, -0.9] + [0.3, -0.2, 0.25, 0.1]
    return try GaussianMarkovField(Vector(θ), dimension: 4, edges: edges)
  }

  @Test("absent edges are zeros of the precision, and parameters go there and back")
  func sparsity() throws {
    let p = try field()
    #expect(p.edges == [Edge(0, 1), Edge(0, 3), Edge(1, 2), Edge(2, 3)])
    #expect(abs(p.gaussian.precision[0, 2]) < 1e-14 && abs(p.gaussian.precision[1, 3]) < 1e-14)
    #expect(abs(p.gaussian.covariance[0, 2]) > 1e-3)  // independent given the others only
    let again = try p.with(parameters: p.parameters)
    for i in 0..<12 { #expect(abs(again.parameters[i] - p.parameters[i]) < 1e-13) }
  }

  @Test("η = ∇ψ and I = Hess ψ")
  func derivatives() throws {
    let p = try field()
    let (θ, v) = (p.parameters, scatteredPoint(12, within: 0.05, seed: 6))
    let ψ = { (try? p.with(parameters: $0))?.logPartition ?? .nan }
    #expect(abs(taylorOrder(of: ψ, gradient: p.meanParameters, at: θ, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: ψ, gradient: spoilt(p.meanParameters, along: v), at: θ, along: v) < 1.5)
    for i in 0..<12 {
      let row = centralDifferences(of: { (try? p.with(parameters: $0))?.meanParameters[i] ?? .nan }, at: θ)
      // Error δ² times a third cumulant, up to some hundred.
      for j in 0..<12 { #expect(abs(row[j] - p.fisherMatrix[i, j]) < 1e-7) }
    }
  }

  @Test("its Fisher matrix is the part of the whole one that is kept")
  func fisher() throws {
    let p = try field()
    let (I, whole, places) = (p.fisherMatrix, p.gaussian.fisherMatrix, p.places)
    for a in 0..<12 { for b in 0..<12 { #expect(abs(I[a, b] - whole[places[a], places[b]]) < 1e-13) } }
  }

  @Test("with all edges it is the Gaussian")
  func complete() throws {
    let g = try scatteredGaussian(3, seed: 4)
    let p = try GaussianMarkovField(g.parameters, dimension: 3, edges: GaussianMarkovField.complete(3))
    let x = scatteredPoint(3, within: 1, seed: 8)
    #expect(abs(p.logDensity(at: x) - g.logDensity(at: x)) < 1e-12)
    #expect(abs(p.logDensity(at: x) - (p.parameters.dot(p.statistics(of: x)) - p.logPartition)) < 1e-12)
    for i in 0..<9 { #expect(abs(p.statistics(of: x)[i] - g.statistics(of: x)[i]) < 1e-15) }
  }

  @Test("covariance selection keeps the moments on the edges and the zeros off them")
  func fitted() throws {
    let g = try scatteredGaussian(4, seed: 9)
    let start = GaussianMarkovField(standardOf: 4, edges: edges)
    let p = try start.fitted(toMean: start.kept(g.meanParameters))
    for e in p.edges { #expect(abs(p.gaussian.covariance[e.i, e.j] - g.covariance[e.i, e.j]) < 1e-10) }
    for i in 0..<4 { #expect(abs(p.gaussian.covariance[i, i] - g.covariance[i, i]) < 1e-10) }
    #expect(abs(p.gaussian.precision[0, 2]) < 1e-11 && abs(p.gaussian.precision[1, 3]) < 1e-11)
    #expect(abs(p.gaussian.covariance[0, 2] - g.covariance[0, 2]) > 1e-3)
  }

  @Test("parameters outside the domain are an error")
  func domain() throws {
    let p = try field()
    var θ = p.parameters
    θ[4] = 0.1
    #expect(throws: DomainError.self) { try p.with(parameters: θ) }
  }

  @Test("the chain has d − 1 edges")
  func chain() {
    #expect(GaussianMarkovField.chain(4) == [Edge(0, 1), Edge(1, 2), Edge(2, 3)] && GaussianMarkovField.chain(1).isEmpty)
    #expect(GaussianMarkovField.complete(4).count == 6)
  }
}
