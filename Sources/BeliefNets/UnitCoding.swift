/// The two numbers a binary unit can be, and how to read them.
///
/// In both codings a unit is on with probability σ(a) at the logit a; for units in {−1, +1} this is p(h) = σ(h a), not
/// the σ(2 h a) of an Ising model.
///
/// The same distribution has other parameters in the other coding, W₀₁ = 2 W₋₁₊₁, b₀₁ = b₋₁₊₁ − Σ W₋₁₊₁, and the Fisher
/// matrices of the two are congruent, not equal.
public enum UnitCoding: String, Sendable, Codable, CaseIterable {
  /// Off is −1, on is +1.
  case plusMinusOne
  /// Off is 0, on is 1.
  case zeroOne

  /// The value of a unit that is off.
  public var low: Double { self == .plusMinusOne ? -1 : 0 }
  /// The value of a unit that is on.
  public var high: Double { 1 }
}
