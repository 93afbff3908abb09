import LinearAlgebra

/// The polarisation of a distribution on n groups: large when there are few groups of equal size.
///
///     POL(p) = Σ_i p_i² (1 − p_i)
///
/// It is 0 where one group has everybody, and at most ¼, where two groups have one half each.  [Malago23], [MontalvoReynal05]
public enum Polarisation {
  public static func value<P: RealPoint>(_ p: P) -> Double {
    (0..<p.count).reduce(0) { $0 + p[$1] * p[$1] * (1 - p[$1]) }
  }

  /// d_i = ∂POL/∂p_i = 2 p_i − 3 p_i², as if the p_i were free.
  public static func derivatives<P: RealPoint>(_ p: P) -> P { p.mapped { $0 * (2 - 3 * $0) } }
}
