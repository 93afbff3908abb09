import Foundation
import LinearAlgebra
import Testing

@Suite("softplus, log sigmoid, log-sum-exp")
struct LogSumExpTests {
  @Test("against plain formulas where these are good", arguments: [-20.0, -3, -0.5, 0, 1e-9, 0.7, 4, 20])
  func moderate(x: Double) {
    #expect(abs(softplus(x) - log1p(exp(x))) <= 4 * softplus(x).ulp)
    #expect(abs(logSigmoid(x) + log1p(exp(-x))) <= 4 * logSigmoid(x).ulp)
    #expect(abs(sigmoid(x) - 1 / (1 + exp(-x))) <= 4 * sigmoid(x).ulp)
    #expect(abs(Double(softplus(Float(x))) - softplus(Double(Float(x)))) <= 4 * Double(softplus(Float(x)).ulp))
    #expect(abs(softplus(x) - softplus(-x) - x) <= 4 * softplus(abs(x)).ulp)
    #expect(abs(sigmoid(x) + sigmoid(-x) - 1) <= 4 * 1.0.ulp)
  }

  @Test("at extreme arguments")
  func extreme() {
    #expect(softplus(1e4) == 1e4 && softplus(-1e4) == 0 && softplus(Double.infinity) == .infinity)
    #expect(softplus(-Double.infinity) == 0 && softplus(-700.0) == exp(-700))
    #expect(logSigmoid(-1e4) == -1e4 && logSigmoid(1e4) == 0 && logSigmoid(Float(-300)) == -300)
    #expect(sigmoid(1e4) == 1 && sigmoid(-1e4) == 0 && sigmoid(-700.0) == exp(-700) && sigmoid(Float(-200)) == 0)
    #expect(softplus(Double.nan).isNaN && sigmoid(Double.nan).isNaN)
  }

  @Test("log-sum-exp")
  func sums() {
    let x = [0.3, -1.7, 2.2, 0.0]
    #expect(abs(logSumExp(x) - log(x.map { exp($0) }.reduce(0, +))) <= 4 * 1.0.ulp)
    for shift in [-1e4, -800, 800, 1e4] {
      #expect(abs(logSumExp(x.map { $0 + shift }) - shift - logSumExp(x)) <= 4 * shift.ulp)
    }
    #expect(logSumExp([Double]()) == -.infinity)
    #expect(logSumExp([-Double.infinity, -.infinity]) == -.infinity && logSumExp([-Double.infinity]) == -.infinity)
    #expect(logSumExp([-Double.infinity, 3]) == 3 && logSumExp([Double.infinity, 3]) == .infinity)
    #expect(logSumExp([1, Double.nan, 2]).isNaN && logSumExp([Double.infinity, .nan]).isNaN)
    #expect(abs(logSumExp([Float](repeating: -1000, count: 7)) - (Float(log(7.0)) - 1000)) < 1e-4)  // 2 ulp
  }

  @Test("the fixed point of one term and of equal terms")
  func equal() {
    #expect(logSumExp([-123.456]) == -123.456)
    #expect(abs(logSumExp([Double](repeating: 5, count: 1000)) - 5 - log(1000)) <= 1e-14)
  }
}
