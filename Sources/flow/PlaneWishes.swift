import Foundation
import InformationGeometry
import LinearAlgebra

/// The square of means that the figure of a plane shows.
struct PlaneWindow {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  /// How the mean was computed, on the figure.
  var note = ""
  /// Whether the middle is an extremum: no place to start from.
  private var isCentred = false

  init(_ range: ClosedRange<Double>) { (x, y) = (range, range) }

  /// Around the strict extrema of f on a grid, if there are some not too far from 0.
  init(around f: (SIMD2<Double>) -> Double) {
    let places = (-30...30).map { Double($0) / 10 }
    let values = places.map { y in places.map { x in f(SIMD2(x, y)) } }
    var extrema: [SIMD2<Double>] = []
    for i in 1..<60 {
      for j in 1..<60 {
        let around = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)].map { values[i + $0.0][j + $0.1] }
        let here = values[i][j]
        if around.allSatisfy({ $0 < here }) || around.allSatisfy({ $0 > here }) { extrema.append(SIMD2(places[j], places[i])) }
      }
    }
    func middle(_ coordinates: [Double]) -> Double {
      (((coordinates.min() ?? 0) + (coordinates.max() ?? 0)) * 2).rounded() / 4
    }
    let center = SIMD2(middle(extrema.map(\.x)), middle(extrema.map(\.y)))
    let farthest = extrema.map { max(abs($0.x - center.x), abs($0.y - center.y)) }.max() ?? 0.75
    let half = ((farthest + 1.2) * 4).rounded(.up) / 4
    x = center.x - half...center.x + half
    y = center.y - half...center.y + half
    isCentred = extrema.count == 1
  }

  /// Nine starts, at places that no symmetry of a usual function prefers; eight where the middle is none.
  var starts: [SIMD2<Double>] {
    let all = [0.09, 0.53, 0.88].enumerated().flatMap { i, v in
      [0.1, 0.46, 0.9].enumerated().map { j, u in
        let shift = 0.03 * (Double(i) - 1)
        return SIMD2(rounded(x.lowerBound + x.width * (u + shift)), rounded(y.lowerBound + y.width * (v - 0.02 * Double(j))))
      }
    }
    return isCentred ? Array(all[..<4] + all[5...]) : all
  }

  private func rounded(_ t: Double) -> Double {
    let unit = pow(10, log10(x.width).rounded(.down) - 2)
    return (t / unit).rounded() / (1 / unit)
  }
}

extension Wishes {
  /// Flows of N(μ, Σ) in two dimensions.
  func planeStudy() throws -> Study {
    let meaning = "f(x) = \(formula.tex)"
    if let polynomial = try formula.polynomial(count: 2, text: text) {
      if order != nil { throw WishError("--order does not go with a polynomial: its mean is computed exactly") }
      let window = try planeWindow { polynomial.value(at: $0) }
      return PlaneStudy(objective: GaussianMean(of: polynomial), window: window, wishes: self).study(
        formulas: [meaning, "\\mathbb{E}[f(X)] = \(MeanTeX.plane(polynomial))"],
        method: ["The mean of the polynomial is exact, and so are its derivatives: the flows follow the formula above."])
    }
    let program = Formula.Program(formula)
    var window = try planeWindow { program.value(at: $0) }
    try check(program, window)
    let places = (starts.isEmpty ? window.starts : starts).map { Vector([$0.x, $0.y]) }
    func worst(_ objective: QuadratureObjective) -> Double {
      places.reduce(0.0) { greatest, μ in
        let error = objective.error(mean: μ, covariance: covariance).value
        return error <= greatest ? greatest : error.isNaN ? .infinity : error
      }
    }
    func objective(_ order: Int) -> QuadratureObjective {
      QuadratureObjective(dimension: 2, order: order) { program.value(at: $0) }
    }
    let values = places.map { program.value(at: $0) }.filter(\.isFinite)
    let spread = max((values.max() ?? 0) - (values.min() ?? 0), 1e-6)
    let chosen = order ?? [12, 20].first { worst(objective($0)) <= 1e-6 * spread } ?? 30
    let best = objective(chosen)
    let error = worst(best)
    guard error <= 0.05 * spread else {
      throw WishError(
        "E[f] cannot be computed: at the starts, Gauss–Hermite quadratures with \(chosen) × \(chosen) and with fewer points differ by \(words(error, "%.2g")). Perhaps E[f] does not exist there, as that of 1/x1, or of exp(x1^2) for σ₁₁ ≥ 1/2; a smaller --covariance may help"
      )
    }
    window.note =
      "E[f] by Gauss–Hermite quadrature: \(chosen) × \(chosen) points, error at the starts up to \(words(roundedUp(error)))"
    return PlaneStudy(objective: best, window: window, wishes: self).study(
      formulas: [meaning],
      method: [
        "The mean was computed by Gauss–Hermite quadrature with \(chosen) × \(chosen) points. At the starts, rules with one point less and with half of them along an axis differ from it by at most \(words(roundedUp(error))): that is how far the mean may be off."
      ])
  }

  private func planeWindow(_ f: (SIMD2<Double>) -> Double) throws -> PlaneWindow {
    let window = range.map { PlaneWindow($0) } ?? PlaneWindow(around: f)
    for start in starts where !window.x.wider(by: 0.5).contains(start.x) || !window.y.wider(by: 0.5).contains(start.y) {
      throw WishError("--start \(start.x),\(start.y): too far from the picture; --range draws another part")
    }
    return window
  }

  /// Under a Gaussian every real number is possible: f needs a value wherever a quadrature may look.
  private func check(_ program: Formula.Program, _ window: PlaneWindow) throws {
    let (x, y) = (window.x.wider(by: 2), window.y.wider(by: 2))
    for i in 0...60 {
      for j in 0...60 {
        let point = SIMD2(x.lowerBound + x.width * Double(j) / 60, y.lowerBound + y.width * Double(i) / 60)
        if program.value(at: point).isNaN { _ = try formula.checkedValue(at: [point.x, point.y], text: text) }
      }
    }
  }
}
