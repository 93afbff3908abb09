import LinearAlgebra

/// A polynomial on {−1,+1}ⁿ, one coefficient for each set S of variables; x_i² = 1, so no variable has a power.
///
///     f(x) = Σ_S c_S Π_{i ∈ S} x_i
///
/// Written as it is read, with variables counted from 0:
///
///     let x = PseudoBoolean.variables(2)
///     let f = x[0] + 2 * x[1] + 3 * x[0] * x[1]
///
/// The same polynomial on the cube [−1,1]ⁿ is linear in each variable. If the X_i are independent with E[X_i] = η_i, then
/// E[f(X)] = f(η): values on the cube are expectations under the independence model.
public struct PseudoBoolean: Sendable, Equatable {
  public struct Term: Sendable, Equatable {
    /// Bit i is set when x_i is a factor.
    public let variables: UInt64
    public let coefficient: Double

    public init(variables: UInt64, coefficient: Double) {
      self.variables = variables
      self.coefficient = coefficient
    }
  }

  /// n, at most 64.
  public let count: Int
  /// In increasing order of their sets, without zeros.
  public let terms: [Term]

  /// - Precondition: 1 ≤ count ≤ 64, and no variable beyond the count.
  public init(count: Int, terms: [Term]) {
    precondition(1...64 ~= count, "PseudoBoolean: 1 to 64 variables, not \(count)")
    var collected: [Term] = []
    for term in terms.sorted(by: { $0.variables < $1.variables }) {
      precondition(
        count == 64 || term.variables >> UInt64(count) == 0, "PseudoBoolean: a term names a variable beyond the \(count)")
      let earlier = collected.last?.variables == term.variables ? collected.removeLast().coefficient : 0
      collected.append(Term(variables: term.variables, coefficient: earlier + term.coefficient))
    }
    self.count = count
    self.terms = collected.filter { $0.coefficient != 0 }
  }

  /// The polynomials x_1 … x_n.
  public static func variables(_ count: Int) -> [PseudoBoolean] {
    (0..<count).map { PseudoBoolean(count: count, terms: [Term(variables: 1 << UInt64($0), coefficient: 1)]) }
  }

  /// The coefficient of Π_{i ∈ S} x_i; 0 where there is no such term.
  public func coefficient(of variables: Int...) -> Double {
    let set = variables.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    return terms.first { $0.variables == set }?.coefficient ?? 0
  }
}

extension PseudoBoolean {
  /// f(x), on {−1,+1}ⁿ or on the whole cube. Allocates nothing.
  ///
  /// - Complexity: O(number of factors).
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func value<P: RealPoint>(at x: P) -> Double {
    precondition(x.count == count, "value: \(x.count) coordinates for \(count) variables")
    var sum = 0.0
    for term in terms { sum += product(term, x, without: 64) }
    return sum
  }

  /// The gradient of f on the cube, ∂f/∂x_i = Σ_{S ∋ i} c_S Π_{j ∈ S, j ≠ i} x_j. Overwrites g; allocates nothing.
  ///
  /// - Complexity: O(Σ_S |S|²).
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func gradient<P: RealPoint>(at x: P, into g: inout P) {
    precondition(x.count == count && g.count == count, "gradient: \(x.count) into \(g.count) for \(count) variables")
    for i in 0..<count { g[i] = 0 }
    for term in terms {
      var rest = term.variables
      while rest != 0 {
        let i = rest.trailingZeroBitCount
        g[i] += product(term, x, without: i)
        rest &= rest - 1
      }
    }
  }

  /// c_S Π_{j ∈ S, j ≠ i} x_j.
  @inline(__always)
  private func product<P: RealPoint>(_ term: Term, _ x: P, without i: Int) -> Double {
    var product = term.coefficient
    var rest = i < 64 ? term.variables & ~(1 << UInt64(i)) : term.variables
    while rest != 0 {
      product *= x[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return product
  }
}

extension PseudoBoolean {
  public static func + (f: PseudoBoolean, g: PseudoBoolean) -> PseudoBoolean {
    PseudoBoolean(count: commonCount(f, g), terms: f.terms + g.terms)
  }

  public static func + (f: PseudoBoolean, c: Double) -> PseudoBoolean {
    PseudoBoolean(count: f.count, terms: f.terms + [Term(variables: 0, coefficient: c)])
  }

  public static func - (f: PseudoBoolean, g: PseudoBoolean) -> PseudoBoolean { f + -1 * g }
  public static func - (f: PseudoBoolean, c: Double) -> PseudoBoolean { f + -c }

  public static func * (c: Double, f: PseudoBoolean) -> PseudoBoolean {
    PseudoBoolean(count: f.count, terms: f.terms.map { Term(variables: $0.variables, coefficient: c * $0.coefficient) })
  }

  /// Factors that occur in both cancel, x_i² = 1: sets of variables multiply by exclusive or.
  public static func * (f: PseudoBoolean, g: PseudoBoolean) -> PseudoBoolean {
    let terms = f.terms.flatMap { s in
      g.terms.map { t in
        Term(variables: s.variables ^ t.variables, coefficient: s.coefficient * t.coefficient)
      }
    }
    return PseudoBoolean(count: commonCount(f, g), terms: terms)
  }

  private static func commonCount(_ f: PseudoBoolean, _ g: PseudoBoolean) -> Int {
    precondition(f.count == g.count, "PseudoBoolean: \(f.count) variables and \(g.count)")
    return f.count
  }
}
