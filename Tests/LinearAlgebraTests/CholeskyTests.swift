import Foundation
import LinearAlgebra
import Testing

@Suite("Cholesky factors")
struct CholeskyTests {
  private func check<S: BLASScalar>(_ type: S.Type, _ n: Int) throws {
    var fixture = Fixture(seed: 1)
    let a = fixture.positiveDefinite(n, S.self)
    let λ: S = 0.25
    let damped = Matrix(n, n) { a[$0, $1] + ($0 == $1 ? λ : 0) }
    var factor = Cholesky<S>(dimension: n)
    var lowerOnly = a
    for i in 0..<n { for j in i + 1..<max(n, i + 1) { lowerOnly[i, j] = .nan } }
    try factor.factor(lowerOnly, damping: λ)
    // ‖A‖ below 4 and condition below 4: errors below 16 n ulp.
    let ε = 16 * rounding(n, S.self)
    let L = factor.lowerTriangle
    #expect(distance(product(L, .asIs, L, .transposed), damped) <= ε)

    let x: Vector<S> = fixture.vector(n)
    var b = Vector<S>(zeros: n)
    b.setProduct(damped, x)
    var solved = b
    factor.solve(&solved)
    #expect(distance(solved, x) <= ε)
    var half = b
    factor.solveTriangle(.asIs, &half)
    factor.solveTriangle(.transposed, &half)
    #expect(distance(half, x) <= ε)

    let X: Matrix<S> = fixture.matrix(5, n)
    var B = Matrix<S>(zeros: 5, n)
    B.setProduct(X, damped)
    var row = B
    row.withMutableRow(3) { factor.solve(&$0) }
    #expect(distance(row, Matrix(5, n) { ($0 == 3 ? X : B)[$0, $1] }) <= ε)
    var columns = B.transposed
    factor.solve(columnsOf: &columns)
    #expect(distance(columns, X.transposed) <= ε)
    columns = B.transposed
    factor.solveTriangle(.asIs, columnsOf: &columns)
    #expect(distance(product(L, .asIs, columns, .asIs), B.transposed) <= ε)

    let w: Vector<S> = fixture.vector(n)
    var scaled = Cholesky<S>(dimension: n)
    try w.withSpan { w throws(NotPositiveDefinite) in try scaled.factor(lowerOnly, scaledBy: w, damping: λ) }
    try factor.factor(Matrix(n, n) { w[$0] * a[$0, $1] * w[$1] }, damping: λ)
    #expect(distance(scaled.lowerTriangle, factor.lowerTriangle) <= ε)

    // Of the same matrix: α R Rᵀ + λI for R = the factor of A.
    try factor.factor(a)
    let R = factor.lowerTriangle
    for op in [LinearAlgebra.Operation.asIs, .transposed] {
      var gram = Cholesky<S>(dimension: n)
      try gram.factor(gramOf: op == .asIs ? R : R.transposed, op, scaledBy: 0.5, damping: λ)
      try factor.factor(Matrix(n, n) { 0.5 * a[$0, $1] }, damping: λ)
      #expect(distance(gram.lowerTriangle, factor.lowerTriangle) <= ε)
    }
  }

  @Test("factor, solutions of every kind, Gram factors", arguments: [1, 2, 3, 8, 17, 40, 70])
  func definition(n: Int) throws {
    try check(Double.self, n)
    try check(Float.self, n)
  }

  @Test("log-determinant against eigenvalues", arguments: [1, 5, 33])
  func logDeterminant(n: Int) throws {
    var fixture = Fixture(seed: 2)
    let a = fixture.positiveDefinite(n, Double.self)
    var factor = Cholesky<Double>(dimension: n)
    try factor.factor(a, damping: 1)
    let logarithms = try symmetricEigenvalues(a).elements.map { log($0 + 1) }
    #expect(abs(factor.logDeterminant - logarithms.reduce(0, +)) <= 16 * rounding(n, Double.self))
  }

  @Test("where it stops is named", arguments: 0..<6)
  func notPositiveDefinite(pivot: Int) {
    var factor = Cholesky<Float>(dimension: 6)
    for bad: Float in [-1, 0, .nan, -.infinity] {
      let a = Matrix<Float>(6, 6) { i, j in i == j ? (i == pivot ? bad : 2) : 0 }
      #expect(throws: NotPositiveDefinite(pivot: pivot, dimension: 6)) { try factor.factor(a) }
    }
    #expect(throws: Never.self) { try factor.factor(Matrix(zeros: 6, 6), damping: 1) }
  }

  @Test("damping turns a singular matrix into a solvable one")
  func damping() throws {
    let a = Matrix<Double>(3, 3) { _, _ in 1 }
    var factor = Cholesky<Double>(dimension: 3)
    try factor.factor(a, damping: 0.5)
    var x: Vector<Double> = [1, 1, 1]
    factor.solve(&x)
    #expect(distance(x, [1 / 3.5, 1 / 3.5, 1 / 3.5]) <= 1e-15)  // 1 is an eigenvector of the eigenvalue 3
  }
}

@Suite("symmetric eigenvalues")
struct EigenTests {
  private func check<S: BLASScalar>(_ type: S.Type, _ n: Int) throws {
    var fixture = Fixture(seed: 3)
    let a = fixture.positiveDefinite(n, S.self)
    let eigen = try SymmetricEigen(a), V = eigen.vectors
    // ‖A‖ below 4.
    let ε = 32 * rounding(n, S.self)
    let rebuilt = Matrix(n, n) { i, j in (0..<n).reduce(S(0)) { $0 + eigen.values[$1] * V[$1, i] * V[$1, j] } }
    #expect(distance(rebuilt, a) <= ε)
    #expect(distance(product(V, .asIs, V, .transposed), Matrix<S>.identity(n)) <= ε)
    #expect(distance(try symmetricEigenvalues(a), eigen.values) <= ε)
    #expect(eigen.values.elements == eigen.values.elements.sorted())
  }

  @Test("A is rebuilt from them", arguments: [1, 2, 7, 40])
  func rebuilt(n: Int) throws {
    try check(Double.self, n)
    try check(Float.self, n)
  }

  @Test("known matrices")
  func known() throws {
    let broken = Matrix<Double>(rows: [[2, 1], [.nan, 2]])
    #expect(throws: EigenvaluesDidNotConverge(dimension: 2)) { try symmetricEigenvalues(broken) }
    #expect(distance(try symmetricEigenvalues(Matrix<Double>(rows: [[2, .nan], [1, 2]])), [1, 3]) <= 1e-14)
    // The path of n points: 2 − 2 cos(π k / (n + 1)).
    let n = 12
    let path = Matrix<Double>(n, n) { $0 == $1 ? 2 : abs($0 - $1) == 1 ? -1 : 0 }
    let exact = Vector(count: n) { 2 - 2 * cos(Double.pi * Double($0 + 1) / Double(n + 1)) }
    #expect(distance(try symmetricEigenvalues(path), exact) <= 1e-13)
    #expect(try symmetricEigenvalues(Matrix<Double>(zeros: 0, 0)).count == 0)
  }
}
