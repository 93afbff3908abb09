import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("polynomials on {−1,+1}ⁿ")
struct FunctionTests {
  @Test("the toy function takes the values of the slides")
  func table() {
    let values = FiniteDistribution.cube(2).map { toy.value(at: $0) }
    #expect(values == [0, -4, -2, 6])  // (−,−), (+,−), (−,+), (+,+)
  }

  @Test("sums and products of polynomials are sums and products of values, and x² = 1", arguments: [1, 3, 6])
  func algebra(n: Int) {
    let (f, g) = (scatteredFunction(n, seed: 1), scatteredFunction(n, seed: 2))
    for x in FiniteDistribution.cube(n) {
      let (a, b) = (f.value(at: x), g.value(at: x))
      // Rounding of up to 64 · 64 terms of size 1.
      #expect(abs((f + g).value(at: x) - (a + b)) < 1e-12)
      #expect(abs((f - 2 * g + 3).value(at: x) - (a - 2 * b + 3)) < 1e-12)
      #expect(abs((f * g - 1).value(at: x) - (a * b - 1)) < 1e-12)
    }
    let x = PseudoBoolean.variables(n)[n - 1]
    #expect(x * x == PseudoBoolean(count: n, terms: [.init(variables: 0, coefficient: 1)]))
    #expect((x - x).terms.isEmpty)
  }

  @Test("coefficients come back by their variables")
  func coefficients() {
    #expect(toy.coefficient(of: 0) == 1 && toy.coefficient(of: 1) == 2 && toy.coefficient(of: 1, 0) == 3)
    #expect(toy.coefficient(of: 2) == 0)
  }

  @Test("the value on the cube is the expectation under independence", arguments: [2, 3, 7])
  func expectation(n: Int) {
    let f = scatteredFunction(n, seed: 3)
    let η = scatteredPoint(n, within: 0.9, seed: 4)
    let sum = IndependenceModel(η, in: .η).distribution.expectation { f.value(at: $0) }
    #expect(abs(f.value(at: η) - sum) < 1e-12)  // 128 terms of size up to 1
  }

  @Test("the gradient on the cube", arguments: [2, 3, 7])
  func gradient(n: Int) {
    let f = scatteredFunction(n, seed: 5)
    let (η, v) = (scatteredPoint(n, within: 0.9, seed: 6), scatteredPoint(n, within: 1, seed: 7))
    var g = η
    f.gradient(at: η, into: &g)
    #expect(abs(taylorOrder(of: { f.value(at: $0) }, gradient: g, at: η, along: v) - 2) < 0.1)
    #expect(taylorOrder(of: { f.value(at: $0) }, gradient: spoilt(g, along: v), at: η, along: v) < 1.5)
  }

  @Test("points of the plane and vectors give the same")
  func plane() {
    let x = SIMD2(0.3, -0.6)
    var (g, h) = (x, Vector([x.x, x.y]))
    toy.gradient(at: x, into: &g)
    toy.gradient(at: h, into: &h)
    #expect(Vector([g.x, g.y]) == h)
    #expect(toy.value(at: x) == toy.value(at: Vector([x.x, x.y])))
  }
}

@Suite("checks of gradients")
struct NumericalCheckTests {
  @Test("a right gradient gives order 2, a wrong one order 1, a linear function no remainder")
  func orders() {
    let w: Vector<Double> = [0.4, -0.2], v: Vector<Double> = [1, 0.5]
    let f = { (x: Vector<Double>) in x[0] * x[0] * x[1] + x[1] * 3 }
    let g: Vector<Double> = [2 * 0.4 * -0.2, 0.16 + 3]
    #expect(abs(taylorOrder(of: f, gradient: g, at: w, along: v) - 2) < 0.05)
    #expect(taylorOrder(of: f, gradient: spoilt(g, along: v), at: w, along: v) < 1.05)
    #expect(taylorOrder(of: { 2 * $0[0] - $0[1] }, gradient: [2, -1], at: w, along: v) == .infinity)
    #expect(taylorOrder(of: f, gradient: [.nan, 3.16], at: w, along: v).isNaN)
    #expect(taylorOrder(of: { log($0[0] - 0.8) }, gradient: g, at: w, along: v).isNaN)
    // The error of central differences: δ² |f'''|/6 + 1e-16/δ.
    let c = centralDifferences(of: f, at: w)
    #expect(abs(c[0] - g[0]) < 1e-9 && abs(c[1] - g[1]) < 1e-9)
  }

  @Test("the best short step goes along the gradient, a long one does not", arguments: Sense.allCases)
  func steepest(sense: Sense) {
    let g = SIMD2(2 * 0.7 * -0.4, 0.49)
    func turn(_ ε: Double) -> Double {
      let α = steepestDirection(of: { $0.x * $0.x * $0.y }, at: SIMD2(0.7, -0.4), length: ε, sense)
      let β = atan2(sense.sign * g.y, sense.sign * g.x)
      return abs(remainder(α - β, 2 * .pi))
    }
    #expect(turn(1e-4) < 1e-3 && turn(1) > 0.01)
    #expect(abs(fittedSlope(of: [1e-2, 1e-3].map { log(turn($0)) }, against: [log(1e-2), log(1e-3)]) - 1) < 0.1)
  }

  @Test("the slope of a line, and of a parabola the mean of its slopes")
  func slopes() {
    #expect(abs(fittedSlope(of: [1, 3, 5], against: [0, 1, 2]) - 2) < 1e-15)
    #expect(abs(fittedSlope(of: [0, 1, 4], against: [0, 1, 2]) - 2) < 1e-15)
  }
}
