import Foundation
import InformationGeometry

/// What the figure of a Gaussian on the line shows.
struct LineWindow {
  let mean: ClosedRange<Double>
  /// σ is drawn from 0 to this.
  let deviation: Double
  /// How the mean was computed, on the figure.
  var note = ""

  init(mean: ClosedRange<Double>) {
    self.mean = mean
    deviation = 0.55 * mean.width
  }

  /// Around the extrema of f that are nearest to 0, if there are some not too far from there.
  init(around f: (Double) -> Double) {
    // No usual function is symmetric about a middle between two of these places, where an extremum would be missed.
    let places = Array(stride(from: -4.0007, through: 4, by: 0.0051))
    let values = places.map(f)
    let extrema = places.indices.dropFirst().dropLast().filter { k in
      (values[k] - values[k - 1]) * (values[k + 1] - values[k]) < 0
    }.map { places[$0] }.sorted { abs($0) < abs($1) }.prefix(4)
    guard let low = extrema.min(), let high = extrema.max() else {
      self.init(mean: -2...2)
      return
    }
    let margin = extrema.count == 1 ? 1 : 0.4 * (high - low)
    let unit = roundStep(below: (high - low + 2 * margin) / 8)
    self.init(mean: rounded(low - margin, to: unit)...rounded(high + margin, to: unit))
  }

  /// Ten starts in two rows, at places that no symmetry of a usual function prefers.
  var starts: [SIMD2<Double>] {
    [(0.86, 0.03), (0.48, -0.02)].flatMap { height, shift in
      (0..<5).map { k in
        SIMD2(
          rounded(mean.lowerBound + mean.width * (0.08 + shift + 0.207 * Double(k)), to: roundStep(below: mean.width / 100)),
          rounded(deviation * height, to: roundStep(below: deviation / 100)))
      }
    }
  }

  /// Where flows are cut.
  var outer: ClosedRange<Double> { mean.wider(by: 1.5) }

  /// What a panel shows.
  func ranges(_ chart: UnivariateChart) -> (ClosedRange<Double>, ClosedRange<Double>) {
    switch chart {
    case .deviation: return (mean, 0...deviation)
    case .variance: return (mean, 0...deviation * deviation)
    case .η:
      let top = max(abs(mean.lowerBound), abs(mean.upperBound))
      return (mean, min(0, -0.04 * top * top)...(deviation * deviation + 0.6 * top * top))
    case .θ:
      let precision = 1 / pow(0.3 * deviation, 2)
      return (0.5 * min(0, mean.lowerBound) * precision...0.5 * max(0, mean.upperBound) * precision, -precision / 2...0)
    }
  }
}

extension ClosedRange<Double> {
  var width: Double { upperBound - lowerBound }

  /// Longer by a share of its width at either end.
  func wider(by share: Double) -> ClosedRange { lowerBound - share * width...upperBound + share * width }

  /// How far inside a point is; negative outside.
  func room(_ x: Double) -> Double { Swift.min(x - lowerBound, upperBound - x) }
}
