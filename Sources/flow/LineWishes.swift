import Foundation
import InformationGeometry

extension Wishes {
  /// Flows of N(μ, σ²).
  func lineStudy() throws -> Study {
    let f = formula
    let meaning = "f(x) = \(f.tex)"
    if let polynomial = try formula.polynomial(count: 1, text: text) {
      if order != nil { throw WishError("--order does not go with a polynomial: its mean is computed exactly") }
      let window = try window { polynomial.value(at: $0) }
      let study = LineStudy(
        objective: UnivariateMean(of: polynomial), error: { _, _ in 0 }, tolerance: 0, window: window,
        starts: starts.isEmpty ? window.starts : starts, wishes: self)
      let mean = MeanTeX.line(polynomial)
      return study.study(
        formulas: [meaning, "\\mathbb{E}[f(X)] = \(mean)"],
        method: ["The mean of the polynomial is exact, and so are its derivatives: the flows follow the formula above."])
    }
    return try quadratureStudy(meaning)
  }

  private func quadratureStudy(_ meaning: String) throws -> Study {
    let program = Formula.Program(formula)
    let f: @Sendable (Double) -> Double = { program.value(at: SIMD2($0, 0)) }
    var window = try window(f)
    // Under a Gaussian every real number is possible: f needs a value wherever a quadrature may look.
    let reach = window.mean.wider(by: 6)
    let places = [-1, 1, -0.5, 0.5, -2, 2, -3, 3] + (0...4001).map { reach.lowerBound + reach.width * Double($0) / 4001 }
    for x in places where reach.contains(x) && f(x).isNaN { _ = try formula.checkedValue(at: [x], text: text) }
    let starts = starts.isEmpty ? window.starts : starts
    let sample = starts + window.sample
    let heights = sample.map { f($0.x) }.filter(\.isFinite)
    let spread = max((heights.max() ?? 0) - (heights.min() ?? 0), 1e-6)
    let objective =
      order.map { CheckedQuadrature(order: $0, of: f) } ?? .fitting(f, at: sample, within: 1e-9 * spread)
    let tolerance = 3e-2 * spread
    let good = sample.filter { objective.error($0.x, $0.y * $0.y) <= tolerance }
    if let bad = starts.first(where: { !good.contains($0) }), starts.allSatisfy({ !good.contains($0) }) {
      throw WishError(
        """
        E[f] cannot be computed: at the start (μ, σ) = (\(words(bad.x)), \(words(bad.y))), Gauss–Hermite quadratures with \
        \(objective.order) and with fewer points differ by \(words(objective.error(bad.x, bad.y * bad.y), "%.2g")), and no \
        start is better. Perhaps E[f] does not exist there, as that of 1/x, or of exp(x^2) for σ² ≥ 1/2
        """)
    }
    let share = 1 - Double(good.count) / Double(sample.count)
    let error = words(roundedUp(share > 0 ? tolerance : objective.worst(at: good)))
    window.note = "E[f] by Gauss–Hermite quadrature: \(objective.order) points, error up to \(error)"
    var method = [
      "The mean was computed by Gauss–Hermite quadrature with \(objective.order) points. Rules with one point less and with half of them differ from it by at most \(error) in what is drawn: that is how far the mean may be off."
    ]
    let study = LineStudy(
      objective: objective, error: objective.error, tolerance: tolerance, window: window,
      starts: self.starts.isEmpty ? starts.filter(good.contains) : starts, wishes: self)
    if share > 0 {
      method.append("Where the rules differ by more than \(words(tolerance, "%.2g")), nothing is drawn.")
    }
    var result = study.study(formulas: [meaning], method: method)
    if share > 0 {
      result.warnings.append(
        "In about \(words(100 * share, "%.0f")) % of the picture the quadrature does not converge, and no level lines are drawn. Perhaps f has a pole there, or E[f] does not exist, as that of 1/x, or of exp(x^2) for σ² ≥ 1/2."
      )
    }
    return result
  }

  private func window(_ f: (Double) -> Double) throws -> LineWindow {
    let window = range.map(LineWindow.init(mean:)) ?? LineWindow(around: f)
    let outer = window.outer
    for start in starts where !outer.contains(start.x) || start.y > 3 * window.deviation || start.y <= 0.02 * window.deviation {
      throw WishError(
        "--start \(start.x),\(start.y): too far from the picture, where μ is from \(words(window.mean.lowerBound)) to \(words(window.mean.upperBound)) and σ up to \(words(window.deviation)); --range draws another part"
      )
    }
    return window
  }
}

extension LineWindow {
  /// Places all over the picture.
  var sample: [SIMD2<Double>] {
    (1...6).flatMap { i in
      (0...8).map { j in SIMD2(mean.lowerBound + mean.width * Double(j) / 8, deviation * Double(i) / 6) }
    }
  }
}
