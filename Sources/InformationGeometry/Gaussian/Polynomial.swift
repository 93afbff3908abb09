import LinearAlgebra

/// A polynomial in variables x_1 … x_n with real coefficients, as a sum of monomials.
///
///     f(x) = Σ_α c_α x_1^{α_1} … x_n^{α_n}
///
/// Written as it is read, with variables counted from 0:
///
///     let x = Polynomial.variables(1)[0]
///     let f = x - 3 * x.power(2)
public struct Polynomial: Sendable, Equatable {
  /// A variable to a positive power.
  public struct Factor: Sendable, Hashable {
    public let variable: Int, power: Int

    public init(variable: Int, power: Int) { (self.variable, self.power) = (variable, power) }
  }

  /// A coefficient times powers of different variables, in the order of the variables.
  public struct Term: Sendable, Equatable {
    public let factors: [Factor]
    public let coefficient: Double

    public init(_ coefficient: Double, _ factors: [Factor]) { (self.coefficient, self.factors) = (coefficient, factors) }

    public var degree: Int { factors.reduce(0) { $0 + $1.power } }
  }

  /// n, the number of variables.
  public let count: Int
  /// By falling degree, then by the variables; no zeros, no two with the same factors.
  public let terms: [Term]

  /// Like terms are added up.
  ///
  /// - Precondition: variables are below the count, and powers positive.
  public init(count: Int, terms: [Term]) {
    precondition(count > 0, "Polynomial: \(count) variables")
    var collected: [Term] = []
    for term in terms.sorted(by: Polynomial.precedes) {
      for factor in term.factors {
        precondition(0..<count ~= factor.variable && factor.power > 0, "Polynomial: \(factor) in \(count) variables")
      }
      let earlier = collected.last?.factors == term.factors ? collected.removeLast().coefficient : 0
      collected.append(Term(earlier + term.coefficient, term.factors))
    }
    self.count = count
    self.terms = collected.filter { $0.coefficient != 0 }
  }

  /// The polynomials x_1 … x_n.
  public static func variables(_ count: Int) -> [Polynomial] {
    (0..<count).map { Polynomial(count: count, terms: [Term(1, [Factor(variable: $0, power: 1)])]) }
  }

  public static func constant(_ c: Double, count: Int) -> Polynomial { Polynomial(count: count, terms: [Term(c, [])]) }

  /// The greatest degree of a term; 0 for a constant.
  public var degree: Int { terms.first?.degree ?? 0 }

  private static func precedes(_ a: Term, _ b: Term) -> Bool {
    if a.degree != b.degree { return a.degree > b.degree }
    for (p, q) in zip(a.factors, b.factors) where p != q {
      return p.variable != q.variable ? p.variable < q.variable : p.power > q.power
    }
    return a.factors.count < b.factors.count
  }
}

extension Polynomial {
  /// f(x). Allocates nothing.
  ///
  /// - Complexity: O(sum of the degrees of the terms).
  @specialized(where P == SIMD2<Double>)
  @specialized(where P == Vector<Double>)
  public func value<P: RealPoint>(at x: P) -> Double {
    precondition(x.count == count, "value: \(x.count) coordinates for \(count) variables")
    var sum = 0.0
    for term in terms {
      var product = term.coefficient
      for factor in term.factors {
        let base = x[factor.variable]
        for _ in 0..<factor.power { product *= base }
      }
      sum += product
    }
    return sum
  }

  /// f(x) of one variable.
  public func value(at x: Double) -> Double {
    precondition(count == 1, "value: one number for \(count) variables")
    return terms.reduce(0) { sum, term in
      var product = term.coefficient
      for _ in 0..<term.degree { product *= x }
      return sum + product
    }
  }

  /// ∂f/∂x_i.
  public func derivative(_ i: Int) -> Polynomial {
    precondition(0..<count ~= i, "derivative: variable \(i) of \(count)")
    return Polynomial(
      count: count,
      terms: terms.compactMap { term in
        guard let place = term.factors.firstIndex(where: { $0.variable == i }) else { return nil }
        var factors = term.factors
        let power = factors[place].power
        if power == 1 { factors.remove(at: place) } else { factors[place] = Factor(variable: i, power: power - 1) }
        return Term(Double(power) * term.coefficient, factors)
      })
  }

  /// The same polynomial, seen as one in more variables, in which it does not depend on those added.
  public func extended(to count: Int) -> Polynomial { Polynomial(count: count, terms: terms) }

  /// The coefficient of a monomial, given by its powers, one for each variable; 0 where there is no such term.
  public func coefficient(of powers: [Int]) -> Double {
    precondition(powers.count == count, "coefficient: \(powers.count) powers for \(count) variables")
    let factors = powers.enumerated().filter { $0.element > 0 }.map { Factor(variable: $0.offset, power: $0.element) }
    return terms.first { $0.factors == factors }?.coefficient ?? 0
  }
}

extension Polynomial {
  public static func + (f: Polynomial, g: Polynomial) -> Polynomial {
    Polynomial(count: commonCount(f, g), terms: f.terms + g.terms)
  }

  public static func * (f: Polynomial, g: Polynomial) -> Polynomial {
    let terms = f.terms.flatMap { s in
      g.terms.map { t in Term(s.coefficient * t.coefficient, product(s.factors, t.factors)) }
    }
    return Polynomial(count: commonCount(f, g), terms: terms)
  }

  public static func * (c: Double, f: Polynomial) -> Polynomial {
    Polynomial(count: f.count, terms: f.terms.map { Term(c * $0.coefficient, $0.factors) })
  }

  public static func + (f: Polynomial, c: Double) -> Polynomial { f + constant(c, count: f.count) }
  public static func + (c: Double, f: Polynomial) -> Polynomial { f + c }
  public static func - (f: Polynomial, g: Polynomial) -> Polynomial { f + -1 * g }
  public static func - (f: Polynomial, c: Double) -> Polynomial { f + -c }
  public static func - (c: Double, f: Polynomial) -> Polynomial { -1 * f + c }
  public static prefix func - (f: Polynomial) -> Polynomial { -1 * f }

  /// fⁿ.
  public func power(_ n: Int) -> Polynomial {
    precondition(n >= 0, "power: \(n)")
    return (0..<n).reduce(Polynomial.constant(1, count: count)) { product, _ in product * self }
  }

  /// The product of two monomials, whose factors are in the order of the variables.
  private static func product(_ a: [Factor], _ b: [Factor]) -> [Factor] {
    var (merged, rest) = ([Factor](), b[...])
    for p in a {
      while let q = rest.first, q.variable < p.variable { merged.append(rest.removeFirst()) }
      let shared = rest.first?.variable == p.variable ? rest.removeFirst().power : 0
      merged.append(Factor(variable: p.variable, power: p.power + shared))
    }
    return merged + rest
  }

  private static func commonCount(_ f: Polynomial, _ g: Polynomial) -> Int {
    precondition(f.count == g.count, "Polynomial: \(f.count) variables and \(g.count)")
    return f.count
  }
}
