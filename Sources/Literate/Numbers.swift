import Foundation

/// Where a number is printed: in a CSV file, in a sentence, or in a formula.
public enum NumberStyle: Sendable {
  case file
  case prose
  case formula
}

/// A printf-like format that is none: `{{x:%q}}`.
public struct FormatError: Error, Equatable, CustomStringConvertible {
  public let format: String

  public var description: String {
    "“\(format)” is no number format; write one like %.3f, %.2e, %.4g or %d, with any text around it and %% for a per cent sign"
  }
}

/// One conversion with the text around it: `"%.1f%%"` is nothing, one decimal, `%`.
public struct NumberFormat: Equatable, Sendable {
  let before: String
  let hasSign: Bool
  let precision: Int?
  let conversion: Character
  let after: String

  public init(_ format: String) throws(FormatError) {
    guard let match = format.wholeMatch(of: /((?:[^%]|%%)*)%(\+?)(?:\.(\d{1,2}))?([defgs])((?:[^%]|%%)*)/) else {
      throw FormatError(format: format)
    }
    before = String(match.1).replacing("%%", with: "%")
    hasSign = !match.2.isEmpty
    precision = match.3.flatMap { Int($0) }
    conversion = match.4.first ?? "g"
    after = String(match.5).replacing("%%", with: "%")
  }

  func text(of x: Double, style: NumberStyle) -> String {
    guard x.isFinite else { return before + nonFinite(x, style) + after }
    let digits =
      switch conversion {
      case "d", "s": String(format: "%.0f", x)
      case "e": String(format: "%.*e", precision ?? 3, x)
      case "g": String(format: "%.*g", precision ?? 4, x)
      default: String(format: "%.*f", precision ?? 4, x)
      }
    return before + typeset(hasSign && x >= 0 ? "+" + digits : withoutNegativeZero(digits), style) + after
  }
}

extension Quantity {
  /// As in a CSV file: at most 6 significant digits.
  public var plain: String {
    switch self {
    case .number(let x): x.isFinite ? withoutNegativeZero(String(format: "%.6g", x)) : nonFinite(x, .file)
    case .integer(let k): String(k)
    case .word(let word): word
    }
  }

  /// As in a sentence or formula: by the format, or else with 4 significant digits.
  public func text(_ format: String? = nil, style: NumberStyle = .prose) throws(FormatError) -> String {
    let format: NumberFormat? = if let format { try NumberFormat(format) } else { nil }
    switch self {
    case .number(let x): return format?.text(of: x, style: style) ?? significant(x, style: style)
    case .integer(let k): return format?.text(of: Double(k), style: style) ?? typeset(grouped(k, style), style)
    case .word(let word): return word
    }
  }
}

/// Groups of three digits from 10,000 on.
private func grouped(_ k: Int, _ style: NumberStyle) -> String {
  var digits = Array(String(k.magnitude))
  guard digits.count > 4 else { return String(k) }
  for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
  return (k < 0 ? "-" : "") + String(digits).replacing(",", with: style == .formula ? "{,}" : ",")
}

/// Four significant digits; whole numbers below a million in full.
private func significant(_ x: Double, style: NumberStyle) -> String {
  guard x.isFinite else { return nonFinite(x, style) }
  let isPlain = x == x.rounded() && abs(x) < 1e6 || abs(x) >= 1e4 && abs(x) < 1e6
  return typeset(withoutNegativeZero(isPlain ? String(format: "%.0f", x) : String(format: "%.4g", x)), style)
}

/// Prints `-1.2e-05` as `−1.2×10⁻⁵` in a sentence and as `-1.2\times10^{-5}` in a formula.
private func typeset(_ digits: String, _ style: NumberStyle) -> String {
  guard style != .file else { return digits }
  let minus = style == .prose ? "−" : "-"
  let parts = digits.split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]) else { return digits.replacing("-", with: minus) }
  let mantissa = parts[0].replacing("-", with: minus)
  let power = style == .prose ? "10" + superscript(exponent) : "10^{\(exponent)}"
  switch mantissa {
  case "1", "+1": return power
  case minus + "1": return minus + power
  default: return mantissa + (style == .prose ? "×" : "\\times") + power
  }
}

func superscript(_ k: Int) -> String {
  let raised: [Character: Character] = [
    "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
  return String(String(k).map { raised[$0] ?? $0 })
}

private func withoutNegativeZero(_ digits: String) -> String {
  digits.hasPrefix("-") && !digits.prefix { $0 != "e" }.contains { ("1"..."9").contains($0) }
    ? String(digits.dropFirst()) : digits
}

private func nonFinite(_ x: Double, _ style: NumberStyle) -> String {
  if x.isNaN { return style == .formula ? "\\mathrm{NaN}" : "NaN" }
  switch style {
  case .file: return x > 0 ? "inf" : "-inf"
  case .prose: return x > 0 ? "∞" : "−∞"
  case .formula: return x > 0 ? "\\infty" : "-\\infty"
  }
}
