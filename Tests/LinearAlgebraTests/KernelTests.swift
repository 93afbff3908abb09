import Foundation
import LinearAlgebra
import Testing

private let shapes = [(1, 1), (3, 7), (5, 8), (4, 9), (2, 16), (7, 17), (6, 301), (2, 1611)]
private let codings: [(Double, Double)] = [(-1, 1), (0, 1)]

/// Random and extreme logits.
private func logits<S: BLASScalar>(_ n: Int, _ units: Int, _ type: S.Type) -> Matrix<S> {
  var fixture = Fixture(seed: 1)
  let extreme: [S] = [0, -0.0, 1e-6, -1e-6, 20, -20, 60, -60, 86, -86, 88, -88, 104, -104, 1e4, -1e4]
  return Matrix(n, units) { i, j in
    (i + j) % 5 == 0 ? extreme[(3 * i + j) % extreme.count] : S(8 * fixture.number())
  }
}

private func σ(_ a: Double) -> Double { 1 / (1 + exp(-a)) }

/// Whether x is y to within a relative error, or both are next to nothing.
private func near<S: BLASScalar>(_ x: S, _ y: Double, _ relative: Double, floor: Double) -> Bool {
  abs(Double(x) - y) <= relative * abs(y) + floor
}

@Suite("loops over sigmoid units against libm")
struct KernelTests {
  // The claims of SigmoidLanes.swift for Float; some ulp for Double. Below the floors Float has no normal numbers.
  private func tolerance<S: BLASScalar>(_ type: S.Type) -> (relative: Double, floor: Double) {
    S.self == Float.self ? (4e-7, 1.3e-38) : (1e-15, 1e-307)
  }

  private func check<S: BLASScalar>(_ type: S.Type, _ n: Int, _ units: Int, _ low: S, _ high: S, bias: Bool) {
    var fixture = Fixture(seed: 2)
    let A = logits(n, units, S.self)
    let U = Matrix<S>(n, units) { _, _ in S(Float((fixture.number() + 1) / 2)) }
    let (relative, floor) = tolerance(S.self)
    let traces = S.self == Float.self ? 1e-18 : floor  // what is smaller is zero in single precision
    func exact(_ i: Int, _ j: Int) -> Double { Double(A[i, j]) }

    var s = A, Q = A
    s.applySigmoid()
    Q.setVariances(logits: A)
    for i in 0..<n {
      for j in 0..<units {
        #expect(near(s[i, j], σ(exact(i, j)), relative, floor: floor))
        #expect(near(Q[i, j], σ(exact(i, j)) * σ(-exact(i, j)), relative, floor: traces))
      }
    }

    var H = Matrix<S>(zeros: n, bias ? units + 1 : units)
    H.fill(9)
    H.sample(logits: A, uniforms: U, low: low, high: high)
    for i in 0..<n {
      for j in 0..<units { #expect(H[i, j] == (U[i, j] < s[i, j] ? high : low)) }
      if bias { #expect(H[i, units] == 9) }
    }

    var v: Vector<S> = fixture.vector(n), D = A
    let before = v
    D.judge(H, logits: A, adding: &v, low: low, high: high)
    for i in 0..<n {
      let terms = (0..<units).map { j in -log1p(exp(H[i, j] == high ? -exact(i, j) : exact(i, j))) }
      let plain = zip(terms, 0..<units).map { term, j in term.isFinite ? term : -abs(exact(i, j)) }
      // Terms are negative: no cancellation, but the sum rounds, and so does each factor 1 + e^−|a|.
      let size = 1 + plain.reduce(Double(units)) { $0 - $1 }
      #expect(abs(Double(v[i]) - Double(before[i]) - plain.reduce(0, +)) <= size * (relative + rounding(units, S.self)))
      for j in 0..<units {
        let residual = H[i, j] == high ? 1 - Double(s[i, j]) : -Double(s[i, j])
        #expect(near(D[i, j], residual, 4 * rounding(0, S.self), floor: max(traces, rounding(0, S.self))))
      }
    }

    // Without residuals the same numbers, to the last bit.
    var again = before
    again.addLogProbabilities(of: H, logits: A, low: low, high: high)
    #expect(again == v)
  }

  @Test("Float", arguments: shapes, codings)
  func float(shape: (Int, Int), coding: (Double, Double)) {
    for bias in [false, true] { check(Float.self, shape.0, shape.1, Float(coding.0), Float(coding.1), bias: bias) }
  }

  @Test("Double", arguments: shapes, codings)
  func double(shape: (Int, Int), coding: (Double, Double)) {
    for bias in [false, true] { check(Double.self, shape.0, shape.1, coding.0, coding.1, bias: bias) }
  }

  private func drawnAtZero<S: BLASScalar>(_ logits: [S]) -> [S] {
    let A = Matrix<S>(1, logits.count) { _, j in logits[j] }
    var H = A
    H.sample(logits: A, uniforms: Matrix(zeros: 1, logits.count), low: 0, high: 1)
    return H.storage
  }

  @Test("u = 0 turns a unit on from half the spacing of uniform numbers on, and not below")
  func rareUnits() {
    // 25 log 2 = 17.33, 54 log 2 = 37.43; the last three are a group of eight that is not full.
    let single: [Float] = [-1e4, -200, -88, -40, -20, -17.4, -17.2, -10, 0, 20, 1e4]
    let double: [Double] = [-1e4, -800, -700, -60, -40, -37.5, -37.3, -20, 0, 20, 1e4]
    #expect(drawnAtZero(single) == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    #expect(drawnAtZero(double) == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1])
    #expect(drawnAtZero([Float](single.reversed())) == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    #expect(drawnAtZero([Double](double.reversed())) == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
  }

  @Test("over all uniform numbers a unit is neither on nor off more than twice as often as it should be")
  func drawnShares() {
    /// The share of the multiples of 2⁻²⁴ at which the unit is on: they are the least ones.
    func share(_ a: Float) -> Double {
      var (low, high) = (0, 1 << 24)
      while low < high {
        let middle = (low + high) / 2
        var H = Matrix<Float>(zeros: 1, 1)
        H.sample(
          logits: Matrix(1, 1) { _, _ in a }, uniforms: Matrix(1, 1) { _, _ in Float(middle) * 0x1p-24 }, low: 0, high: 1)
        if H[0, 0] == 1 { low = middle + 1 } else { high = middle }
      }
      return Double(low) * 0x1p-24
    }
    for a in stride(from: Float(-30), through: 30, by: 0.37) {
      let on = share(a)
      #expect(on <= 2.001 * σ(Double(a)) && 1 - on <= 2.001 * σ(-Double(a)), "\(a)")
    }
  }

  @Test("the relative error of every function on a fine grid")
  func fineGrid() {
    let n = 400_000
    let A = Matrix<Float>(1, n) { _, j in -87 + 174 * Float(j) / Float(n) }
    var s = A, Q = A
    s.applySigmoid()
    Q.setVariances(logits: A)
    let on = Matrix<Float>(n, 1) { _, _ in 1 }
    var v = Vector<Float>(zeros: n), D = Matrix<Float>(zeros: n, 1)
    D.judge(on, logits: Matrix(n, 1, storage: A.storage), adding: &v, low: 0, high: 1)
    var worst = (sigmoid: 0.0, variance: 0.0, logSigmoid: 0.0)
    for j in 0..<n {
      let a = Double(A[0, j])
      worst.sigmoid = max(worst.sigmoid, abs(Double(s[0, j]) / σ(a) - 1))
      let variance = σ(a) * σ(-a)
      if variance > 1.001e-18 { worst.variance = max(worst.variance, abs(Double(Q[0, j]) / variance - 1)) }
      if variance < 0.999e-18 { #expect(Q[0, j] == 0) }
      worst.logSigmoid = max(worst.logSigmoid, abs(Double(v[j]) + log1p(exp(-a))) / (1 + abs(a)))
    }
    #expect(worst.sigmoid <= 3e-7)
    #expect(worst.variance <= 4e-7)
    #expect(worst.logSigmoid <= 2e-7)  // of 1 + |a|: the factor 1 + e^−|a| rounds
  }

  @Test("a row of many undecided units: no factor overflows", arguments: [799, 800, 801, 1025, 5000])
  func undecided(units: Int) {
    let A = Matrix<Float>(zeros: 2, units), H = Matrix<Float>(2, units) { i, j in (i + j) % 3 == 0 ? 1 : 0 }
    var v = Vector<Float>(zeros: 2), again = v, D = A
    D.judge(H, logits: A, adding: &v, low: 0, high: 1)
    again.addLogProbabilities(of: H, logits: A, low: 0, high: 1)
    for i in 0..<2 { #expect(abs(Double(v[i]) + Double(units) * log(2.0)) <= 1e-6 * Double(units)) }
    #expect(again == v)
  }

  @Test("a unit's numbers do not depend on its place in the row")
  func places() {
    let A = logits(1, 40, Float.self)
    var s = A
    s.applySigmoid()
    for j in 0..<40 {
      var single = Matrix<Float>(1, 1) { _, _ in A[0, j] }
      single.applySigmoid()
      #expect(single[0, 0] == s[0, j])
    }
  }

  @Test("saturated units: exact, and a NaN stays one")
  func saturation() {
    var s = Matrix<Float>(1, 5) { _, j in [1e4, -1e4, .infinity, -.infinity, .nan][j] }
    let A = s
    var Q = s
    s.applySigmoid()
    Q.setVariances(logits: A)
    #expect(Array(s.storage[0..<4]) == [1, 0, 1, 0] && s[0, 4].isNaN)
    #expect(Array(Q.storage[0..<4]) == [0, 0, 0, 0] && Q[0, 4].isNaN)
  }
}
