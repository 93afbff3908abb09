import LinearAlgebra
import Testing

@Suite("vectors and elementwise operations")
struct VectorTests {
  private func check<S: BLASScalar>(_ type: S.Type, _ n: Int) {
    var fixture = Fixture(seed: 1)
    let (x, y): (Vector<S>, Vector<S>) = (fixture.vector(n), fixture.vector(n))
    let ε = rounding(n, S.self)
    let dot = (0..<n).reduce(S(0)) { $0 + x[$1] * y[$1] }
    #expect(abs(Double(x.dot(y) - dot)) <= ε)
    #expect(abs(Double(x.norm * x.norm - x.dot(x))) <= 4 * ε)
    #expect(abs(Double(x.sum - x.elements.reduce(0, +))) <= ε)
    #expect(x.maximumMagnitude == x.elements.map(\.magnitude).max() ?? 0)
    var z = x
    z.add(0.5, y)
    #expect(distance(z, Vector(count: n) { x[$0] + 0.5 * y[$0] }) <= rounding(1, S.self))
    z = x
    z.scale(by: -3)
    #expect(z == Vector(count: n) { -3 * x[$0] })
    z = x
    z.multiply(by: y)
    #expect(z == Vector(count: n) { x[$0] * y[$0] })
    z.fill(7)
    #expect(z.elements == Array(repeating: 7, count: n))
    z.withMutableSpan { z in for i in 0..<z.count { z[i] = S(i) } }
    #expect(z.withSpan { z in z.count } == n && z.elements == (0..<n).map { S($0) })
  }

  @Test("against plain loops", arguments: [0, 1, 2, 7, 8, 9, 31, 100])
  func operations(n: Int) {
    check(Float.self, n)
    check(Double.self, n)
  }

  @Test("a NaN is not lost in the largest magnitude")
  func nan() {
    for i in 0..<9 {
      var x = Vector<Double>(count: 9) { Double($0) - 4 }
      x[i] = .nan
      #expect(x.maximumMagnitude.isNaN)
      x[i] = -.infinity
      #expect(x.maximumMagnitude == .infinity)
    }
  }
}

@Suite("matrices and their rows")
struct MatrixTests {
  @Test("a matrix is row-major, and its initialisers agree")
  func rowMajor() {
    let a = Matrix<Double>(2, 3) { i, j in Double(10 * i + j) }
    #expect(a.storage == [0, 1, 2, 10, 11, 12])
    #expect(a == Matrix(rows: [[0, 1, 2], [10, 11, 12]]) && a == Matrix(2, 3, storage: a.storage))
    #expect(a.row(1) == [10, 11, 12] && a.column(2) == [2, 12])
    #expect(a.transposed == Matrix(rows: [[0, 10], [1, 11], [2, 12]]))
    #expect(Matrix<Float>.identity(3) == Matrix(3, 3) { $0 == $1 ? 1 : 0 })
    #expect(a.maximumMagnitude == 12 && a.dot(a) == 370 && abs(a.norm - 370.0.squareRoot()) < 1e-14)
    #expect(a.withRow(1) { $0[2] } == 12)
  }

  private func check<S: BLASScalar>(_ type: S.Type, _ m: Int, _ n: Int) {
    var fixture = Fixture(seed: 2)
    let (a, b): (Matrix<S>, Matrix<S>) = (fixture.matrix(m, n), fixture.matrix(m, n))
    let (w, u): (Vector<S>, Vector<S>) = (fixture.vector(m), fixture.vector(n))
    let one = 2 * rounding(1, S.self)
    func becomes(_ change: (inout Matrix<S>) -> Void, _ element: (Int, Int) -> S) -> Bool {
      var c = a
      change(&c)
      return distance(c, Matrix(m, n, element)) <= one
    }
    #expect(a.transposed == Matrix(n, m) { a[$1, $0] })
    #expect(becomes({ $0.add(0.5, b) }) { a[$0, $1] + 0.5 * b[$0, $1] })
    #expect(becomes({ $0.scale(by: -3) }) { -3 * a[$0, $1] })
    #expect(becomes({ $0.scale(by: 0.25, adding: b) }) { 0.25 * a[$0, $1] + b[$0, $1] })
    #expect(becomes({ $0.multiply(by: b) }) { a[$0, $1] * b[$0, $1] })
    #expect(becomes({ $0.fill(3) }) { _, _ in 3 })
    #expect(becomes({ $0.fill(column: n - 1) }) { $1 == n - 1 ? 1 : a[$0, $1] })
    #expect(becomes({ $0.scaleRows(by: w) }) { w[$0] * a[$0, $1] })
    #expect(becomes({ $0.scaleColumns(by: u) }) { u[$1] * a[$0, $1] })
    #expect(becomes({ $0.copy(b) }) { b[$0, $1] })
    #expect(becomes({ $0.setRow(m - 1, to: u) }) { $0 == m - 1 ? u[$1] : a[$0, $1] })
    let order = (0..<m).map { ($0 * 7 + 3) % m }
    #expect(becomes({ $0.setRows(of: b, at: order) }) { b[order[$0], $1] })
    var q = b
    q.multiply(by: b)
    let i = n / 2
    #expect(becomes({ $0.setRows(of: a, scaledBySquareRootsOf: q, column: i) }) { abs(b[$0, i]) * a[$0, $1] })
    var roots = q
    roots.applySquareRoot()
    #expect(distance(roots, Matrix(m, n) { abs(b[$0, $1]) }) <= one)
    var v = w
    v.setColumn(i, of: a)
    #expect(v == a.column(i))
    #expect(a.row(m / 2) == Vector(count: n) { a[m / 2, $0] })
    v = u
    v.addColumnSums(of: a, scaledBy: 0.5)
    let columnSums = Vector(count: n) { j in (0..<m).reduce(u[j]) { $0 + 0.5 * a[$1, j] } }
    #expect(distance(v, columnSums) <= rounding(m, S.self))
  }

  @Test("elementwise operations against plain loops", arguments: [(1, 1), (1, 9), (5, 1), (7, 8), (20, 33), (33, 20)])
  func operations(m: Int, n: Int) {
    check(Float.self, m, n)
    check(Double.self, m, n)
  }

  @Test("rows are repeated, and folded again", arguments: [1, 3, 10])
  func repetition(K: Int) {
    var fixture = Fixture(seed: 3)
    let a = fixture.matrix(4, 17, Float.self)
    var spread = Matrix<Float>(zeros: 4 * K, 17), folded = a
    spread.setRowsRepeated(a, times: K)
    #expect(spread == Matrix(4 * K, 17) { a[$0 / K, $1] })
    let b = fixture.matrix(4 * K, 17, Float.self)
    let w: Vector<Float> = fixture.vector(4 * K)
    folded.setRowSums(of: b, groupsOf: K, weights: w)
    let plain = Matrix(4, 17) { i, j in (0..<K).reduce(Float(0)) { $0 + w[i * K + $1] * b[i * K + $1, j] } }
    #expect(distance(folded, plain) <= rounding(K, Float.self))
  }

  /// A factor of two values that has no columns: its patterns are none, and the product over nothing is 0.
  private func checkWithoutColumns<S: BLASScalar>(_ type: S.Type) {
    let H = BinaryMatrix<S>(Matrix(zeros: 3, 0))
    var c = Matrix<S>(3, 2) { _, _ in 1 }
    c.setProduct(H, .asIs, Matrix(zeros: 0, 2))
    #expect(c == Matrix(zeros: 3, 2))
    var none = Matrix<S>(zeros: 0, 2)
    none.setProduct(H, .transposed, c)
    #expect(none.storage.isEmpty)
  }

  @Test("empty matrices pass through everything")
  func empty() {
    var none = Matrix<Double>(zeros: 0, 4), c = Matrix<Double>(zeros: 4, 4)
    none.setRowsRepeated(none, times: 2)
    none.setRows(of: c, at: [])
    c.fill(2)
    c.setProduct(none, .transposed, none, plus: 0.5)
    #expect(c == Matrix(4, 4) { _, _ in 1 })
    c.setGram(none, .transposed)
    #expect(c.maximumMagnitude == 0 && none.maximumMagnitude == 0 && none.norm == 0)
    var x: Vector<Double> = []
    x.setProduct(none, [1, 2, 3, 4])
    #expect(x.count == 0 && x.dot(x) == 0 && x.sum == 0)
    var bare = Matrix<Double>(zeros: 3, 0)
    bare.setRowsRepeated(Matrix(zeros: 1, 0), times: 3)
    bare.setRowSums(of: Matrix(zeros: 6, 0), groupsOf: 2, weights: Vector(zeros: 6))
    #expect(bare.storage.isEmpty && bare.transposed.rows == 0)
    bare.copy(Matrix(zeros: 3, 0))
    checkWithoutColumns(Float.self)
    checkWithoutColumns(Double.self)
  }
}
