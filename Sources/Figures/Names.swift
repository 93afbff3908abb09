import Foundation

extension Optional where Wrapped == String {
  var orEmpty: String { self ?? "" }
}

/// A text as ASCII words: Greek letters spelt out, subscripts as digits, all else between words.
func words(_ text: String, joinedBy separator: String) -> String {
  var words: [String] = []
  var word = ""
  func close() {
    if !word.isEmpty { words.append(word) }
    word = ""
  }
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
    case "₀"..."₉": word += String(scalar.value - 0x2080)
    case "²": word += "2"
    case "³": word += "3"
    case "∂": word += "d"
    case "α"..."ω":
      close()
      word += greek[Int(scalar.value - 0x3B1)]
    case "\u{300}"..."\u{36F}", "'", "’": continue
    default:
      // An accented letter counts as its base.
      let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? scalar
      if ("a"..."z").contains(base) { word.unicodeScalars.append(base) } else { close() }
    }
  }
  close()
  return words.joined(separator: separator)
}

private let greek = [
  "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
  "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
]

/// The name of a column: an identifier, unique among those taken.
func columnName(_ text: String, taken: [String]) -> String {
  var name = words(text, joinedBy: "_")
  if name.isEmpty { name = "value" }
  if name.first!.isNumber { name = "c" + name }
  return unique(name, taken: taken, separator: "_")
}

/// The name with a number appended if it is taken.
func unique(_ name: String, taken: [String], separator: String) -> String {
  guard taken.contains(name) else { return name }
  var number = 2
  while taken.contains(name + separator + String(number)) { number += 1 }
  return name + separator + String(number)
}

/// Whether a figure may be called so: the name becomes a file name and a link.
func isGoodName(_ name: String) -> Bool {
  guard let first = name.unicodeScalars.first, ("a"..."z").contains(first) else { return false }
  return name.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
}
