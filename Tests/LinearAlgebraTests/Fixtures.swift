import LinearAlgebra

/// A plain generator for fixtures (Lehmer, 2³¹ − 1), independent of the package's streams.
struct Fixture {
  var state: UInt64

  init(seed: UInt64) { state = seed % 0x7FFF_FFFE + 1 }

  /// Uniform in [−1, 1).
  mutating func number() -> Double {
    state = state * 48271 % 0x7FFF_FFFF
    return Double(state) / Double(0x4000_0000) - 1
  }

  mutating func vector<Scalar: BLASScalar>(_ n: Int, _ type: Scalar.Type = Scalar.self) -> Vector<Scalar> {
    Vector((0..<n).map { _ in Scalar(number()) })
  }

  mutating func matrix<Scalar: BLASScalar>(_ m: Int, _ n: Int, _ type: Scalar.Type = Scalar.self) -> Matrix<Scalar> {
    Matrix(m, n, storage: (0..<m * n).map { _ in Scalar(number()) })
  }

  /// I + B Bᵀ / n with |B_ij| ≤ 1: eigenvalues at least 1 and, for such random B, at most about 1 + 4/3.
  mutating func positiveDefinite<Scalar: BLASScalar>(_ n: Int, _ type: Scalar.Type = Scalar.self) -> Matrix<Scalar> {
    let b: Matrix<Scalar> = matrix(n, n)
    return Matrix(n, n) { i, j in
      (i == j ? 1 : 0) + (0..<n).reduce(0) { $0 + b[i, $1] * b[j, $1] } / Scalar(max(1, n))
    }
  }
}

/// max_ij |A_ij − B_ij|, in Double; infinite where one is not a number.
func distance<S: BLASScalar, T: BLASScalar>(_ a: Matrix<S>, _ b: Matrix<T>) -> Double {
  guard a.rows == b.rows, a.columns == b.columns else { return .infinity }
  return distance(Vector(a.storage), Vector(b.storage))
}

func distance<S: BLASScalar, T: BLASScalar>(_ a: Vector<S>, _ b: Vector<T>) -> Double {
  guard a.count == b.count else { return .infinity }
  let differences = zip(a.elements, b.elements).map { abs(Double($0) - Double($1)) }
  return differences.contains(where: \.isNaN) ? .infinity : differences.max() ?? 0
}

/// The plain product op(A) op(B).
func product<S: BLASScalar>(
  _ a: Matrix<S>, _ opA: LinearAlgebra.Operation, _ b: Matrix<S>, _ opB: LinearAlgebra.Operation = .asIs
) -> Matrix<S> {
  let (a, b) = (opA == .asIs ? a : a.transposed, opB == .asIs ? b : b.transposed)
  return Matrix(a.rows, b.columns) { i, j in (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] } }
}

/// n · ulp: what a sum of n products of numbers below 1 in magnitude can be off by.
func rounding<S: BLASScalar>(_ n: Int, _ type: S.Type) -> Double { Double(n + 2) * Double(S.ulpOfOne) }
