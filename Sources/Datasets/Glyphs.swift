import Foundation

/// The strokes of the ten digits in the unit square, x to the right and y down; each stroke is a line through points.
let glyphs: [[[SIMD2<Double>]]] = [
  [arc(centre: (0.5, 0.5), radii: (0.46, 0.5), from: 270, to: -90)],
  [[(0.22, 0.24), (0.55, 0.0), (0.55, 1.0)].map(point)],
  [
    arc(centre: (0.5, 0.29), radii: (0.44, 0.29), from: 190, to: 395)
      + [(0.62, 0.62), (0.06, 1.0), (0.96, 1.0)].map(point)
  ],
  [
    arc(centre: (0.45, 0.25), radii: (0.43, 0.25), from: 205, to: 430)
      + arc(centre: (0.45, 0.73), radii: (0.47, 0.27), from: 290, to: 515)
  ],
  [[(0.66, 1.0), (0.66, 0.0), (0.02, 0.68), (1.0, 0.68)].map(point)],
  [
    [(0.9, 0.0), (0.2, 0.0), (0.14, 0.46)].map(point)
      + arc(centre: (0.46, 0.68), radii: (0.46, 0.32), from: 235, to: 500)
  ],
  [
    [(0.78, 0.0), (0.38, 0.2), (0.12, 0.48)].map(point)
      + arc(centre: (0.5, 0.7), radii: (0.43, 0.3), from: 190, to: 550)
  ],
  [[(0.04, 0.0), (0.96, 0.0), (0.6, 0.45), (0.36, 1.0)].map(point)],
  [
    arc(centre: (0.5, 0.25), radii: (0.38, 0.25), from: 90, to: 450),
    arc(centre: (0.5, 0.75), radii: (0.45, 0.25), from: 270, to: -90),
  ],
  [
    arc(centre: (0.5, 0.3), radii: (0.43, 0.3), from: 10, to: 370)
      + [(0.86, 0.6), (0.62, 1.0)].map(point)
  ],
]

private func point(_ p: (Double, Double)) -> SIMD2<Double> { SIMD2(p.0, p.1) }

/// Points on an ellipse every 24 degrees or less; the angle runs from the right downwards, as y does.
private func arc(
  centre: (Double, Double), radii: (Double, Double), from first: Double, to last: Double
) -> [SIMD2<Double>] {
  let pieces = Int((abs(last - first) / 24).rounded(.up))
  return (0...pieces).map { i in
    let angle = (first + (last - first) * Double(i) / Double(pieces)) * .pi / 180
    return SIMD2(centre.0 + radii.0 * cos(angle), centre.1 + radii.1 * sin(angle))
  }
}
