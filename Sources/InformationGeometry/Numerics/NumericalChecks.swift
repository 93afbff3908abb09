import Foundation
import LinearAlgebra

/// The order at which the first Taylor polynomial of f at w is approached along v: 2 when g is the gradient, 1 when it is
/// not.
///
///     |f(w + t v) − f(w) − t gᵀv| = O(tᵖ)
///
/// The order p is the slope of the remainder against t in logarithms, over those t = 2⁻¹ … 2⁻³⁰ where the remainder is
/// neither dominated by higher terms nor by rounding. A right gradient needs no tolerance to be recognised; the test that
/// it can fail is a gradient spoilt *along v*.
///
/// - Parameters:
///   - g: n numbers, the gradient to be checked, at w.
///   - v: n numbers, the direction, of a length at which f changes noticeably but not wildly.
/// - Returns: the order; ∞ where the remainder is rounding only, as for a linear f; NaN where f or g is.
public func taylorOrder<P: RealPoint>(of f: (P) -> Double, gradient g: P, at w: P, along v: P) -> Double {
  precondition(g.count == w.count && v.count == w.count, "taylorOrder: \(g.count) and \(v.count) numbers for \(w.count)")
  let value = f(w)
  var slope = 0.0
  for i in 0..<w.count { slope += g[i] * v[i] }
  var (logT, logRemainder): ([Double], [Double]) = ([], [])
  for k in 1...30 {
    let t = exp2(-Double(k))
    var x = w
    for i in 0..<w.count { x[i] += t * v[i] }
    let remainder = abs(f(x) - value - t * slope)
    if remainder.isNaN { return .nan }  // no comparison with it would hold, and it would pass for rounding
    let rounding = 2e-16 * (abs(value) + abs(f(x)) + 1e-3)
    guard remainder > 100 * rounding else { break }
    logT.append(log(t))
    logRemainder.append(log(remainder))
  }
  // The smallest steps have the least of the higher terms.
  let kept = min(logT.count, 5)
  guard kept >= 2 else { return .infinity }
  return fittedSlope(of: Array(logRemainder.suffix(kept)), against: Array(logT.suffix(kept)))
}

/// The slope of the line through points that is best in the sense of squares.
public func fittedSlope(of y: [Double], against x: [Double]) -> Double {
  precondition(x.count == y.count && x.count > 1, "fittedSlope: \(x.count) and \(y.count) numbers")
  let n = Double(x.count)
  let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
  let products = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
  return products / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
}

/// The gradient by central differences, (f(x + δ e_i) − f(x − δ e_i)) / 2δ, with an error of order δ² + 10⁻¹⁶/δ.
public func centralDifferences<P: RealPoint>(of f: (P) -> Double, at x: P, step δ: Double = 6e-6) -> P {
  var g = x
  for i in 0..<x.count {
    var (above, below) = (x, x)
    above[i] += δ
    below[i] -= δ
    g[i] = (f(above) - f(below)) / (above[i] - below[i])
  }
  return g
}
