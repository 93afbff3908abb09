import Foundation

/// Where the ticks of an axis stand and how wide their labels are.
struct Ticks: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case every(Double)
    case decades(Int, from: Int?)
    case at([Double], labels: [String]?)
  }

  let kind: Kind
  let format: String
  /// As they will be seen, for measuring.
  let labels: [String]

  /// - Parameters:
  ///   - length: of the axis, in pixels.
  ///   - spacing: wanted between ticks, in pixels.
  init(_ axis: Axis, _ range: ClosedRange<Double>, length: Double, spacing: Double) {
    let count = max(2, length / spacing)
    if let ticks = axis.ticks {
      let shown = ticks.filter { range.contains($0) }
      kind = .at(shown, labels: axis.tickLabels.map { names in zip(ticks, names).filter { range.contains($0.0) }.map(\.1) })
      format = "%g"
      labels = axis.tickLabels ?? shown.map { legible($0) }
    } else if axis.scale == .log {
      let (low, high) = (log10(range.lowerBound), log10(range.upperBound))
      let decades = (Int(low.rounded(.down))...Int(high.rounded(.up))).filter {
        Double($0) >= low - 1e-9 && Double($0) <= high + 1e-9
      }
      if decades.count >= 2 {
        let step = max(1, Int((Double(decades.count) / count).rounded(.up)))
        // Without a first tick gnuplot counts from the end of the axis, and labels 50 as a power of ten.
        kind = .decades(step, from: abs(Double(decades[0]) - low) < 1e-9 ? nil : decades[0])
        format = "10^{%L}"
        labels = decades.map { "10" + String($0) }
      } else {
        let sets = [[1.0, 2, 5], [1, 2, 3, 5, 7], [1, 2, 3, 4, 5, 6, 7, 8, 9]].map { Ticks.decimals($0, in: range) }
        let all = sets.first { $0.count > 3 } ?? sets[2]
        kind = .at(all, labels: nil)
        format = "%g"
        labels = all.map { legible($0) }
      }
    } else {
      let step = Ticks.niceStep((range.upperBound - range.lowerBound) / count)
      let first = (range.lowerBound / step - 1e-9).rounded(.up)
      let last = (range.upperBound / step + 1e-9).rounded(.down)
      kind = .every(step)
      let values = first <= last ? (0...Int(min(last - first, 100))).map { (first + Double($0)) * step } : []
      // Five digits and more are written out, as in 150000.
      format = step >= 1 && (values.last ?? 0) >= 1e6 ? "%.0f" : "%g"
      let isShort = format == "%g"
      labels = values.map { isShort ? legible(abs($0) < step / 2 ? 0 : $0) : String(format: "%.0f", $0) }
    }
  }

  /// The given numbers times powers of ten.
  private static func decimals(_ factors: [Double], in range: ClosedRange<Double>) -> [Double] {
    let (low, high) = (Int(log10(range.lowerBound).rounded(.down)), Int(log10(range.upperBound).rounded(.up)))
    return (low...high).flatMap { k in factors.map { $0 * pow(10, Double(k)) } }.filter { range.contains($0) }
  }

  /// The least of 1, 2, 5 times a power of ten that is not smaller.
  static func niceStep(_ rough: Double) -> Double {
    let power = pow(10, log10(rough).rounded(.down))
    for factor in [1.0, 2, 5] where factor * power >= rough * (1 - 1e-9) { return factor * power }
    return 10 * power
  }

  /// The argument of `set xtics`.
  var script: String {
    switch kind {
    case .every(let step): legible(step)
    case .decades(let step, nil): legible(pow(10, Double(step)))
    case .decades(let step, let first?): "\(legible(pow(10, Double(first)))),\(legible(pow(10, Double(step))))"
    case .at(let places, nil): "(" + places.map { legible($0) }.joined(separator: ", ") + ")"
    case .at(let places, let labels?):
      "(" + zip(labels, places).map { "\(escaped($0)) \(legible($1))" }.joined(separator: ", ") + ")"
    }
  }

  var width: Double { labels.map { textWidth($0) }.max() ?? 0 }
}

/// About how wide a text is. Fonts differ from machine to machine: this is a wide one.
func textWidth(_ text: String, size: Double = 13) -> Double {
  text.reduce(0) { width, character in
    if "WMm@%—∇".contains(character) { return width + 0.98 * size }
    if "ijlI.,:;'|!()[] ₀₁₂₃₄₅₆₇₈₉²³⁻¹".contains(character) { return width + 0.4 * size }
    return width + (character.isUppercase ? 0.73 : 0.63) * size
  }
}

/// A text as a gnuplot string that is printed as it is.
func quoted(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { "'" + $0.replacingOccurrences(of: "'", with: "''") + "'" }
    .joined(separator: " . \"\\n\" . ")
}

/// The characters that mean something to gnuplot within a text.
private let marks = "_^{}@&~\\"

/// A quoted text and, where it has such characters, the word that takes their meaning away.
func plain(_ text: String) -> String { quoted(text) + (text.contains { marks.contains($0) } ? " noenhanced" : "") }

/// A quoted text in which such characters are themselves; for the labels of ticks, where the word would hold for all panels
/// that follow.
func escaped(_ text: String) -> String { quoted(text.map { marks.contains($0) ? "\\\($0)" : String($0) }.joined()) }
