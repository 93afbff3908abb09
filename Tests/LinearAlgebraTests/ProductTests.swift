import LinearAlgebra
import Testing

private let shapes = [(1, 1, 1), (1, 7, 3), (5, 1, 4), (4, 3, 1), (2, 3, 4), (17, 9, 33), (31, 64, 15)]
private let operations: [LinearAlgebra.Operation] = [.asIs, .transposed]

@Suite("products against plain loops")
struct ProductTests {
  private func checkProducts<S: BLASScalar>(_ type: S.Type, _ m: Int, _ k: Int, _ n: Int) {
    var fixture = Fixture(seed: 1)
    for opA in operations {
      for opB in operations {
        let a = opA == .asIs ? fixture.matrix(m, k, S.self) : fixture.matrix(k, m)
        let b = opB == .asIs ? fixture.matrix(k, n, S.self) : fixture.matrix(n, k)
        let c: Matrix<S> = fixture.matrix(m, n)
        let plain = product(a, opA, b, opB)
        var d = c
        d.setProduct(a, opA, b, opB)
        if opA == .asIs {
          var short = c
          short.setProduct(a, b, opB)
          #expect(short == d)
        }
        #expect(distance(d, plain) <= rounding(k, S.self))
        d = c
        d.setProduct(a, opA, b, opB, scaledBy: 0.5, plus: -2)
        #expect(distance(d, Matrix(m, n) { 0.5 * plain[$0, $1] - 2 * c[$0, $1] }) <= 2 * rounding(k, S.self))
      }
    }
  }

  @Test("matrix times matrix, every operation", arguments: shapes)
  func matrixProduct(m: Int, k: Int, n: Int) {
    checkProducts(Double.self, m, k, n)
    checkProducts(Float.self, m, k, n)
  }

  private func checkVectors<S: BLASScalar>(_ type: S.Type, _ m: Int, _ n: Int) {
    var fixture = Fixture(seed: 2)
    let a: Matrix<S> = fixture.matrix(m, n)
    for op in operations {
      let x: Vector<S> = fixture.vector(op == .asIs ? n : m)
      let y: Vector<S> = fixture.vector(op == .asIs ? m : n)
      let plain = product(a, op, Matrix(x.count, 1, storage: x.elements))
      var z = y
      z.setProduct(a, op, x)
      #expect(distance(z, Vector(plain.storage)) <= rounding(max(m, n), S.self))
      z = y
      z.setProduct(a, op, x, scaledBy: -3, plus: 0.5)
      #expect(distance(z, Vector(count: y.count) { -3 * plain[$0, 0] + 0.5 * y[$0] }) <= 4 * rounding(max(m, n), S.self))
    }
    let (x, y): (Vector<S>, Vector<S>) = (fixture.vector(m), fixture.vector(n))
    var b = a
    b.addOuterProduct(0.5, x, y)
    #expect(distance(b, Matrix(m, n) { a[$0, $1] + 0.5 * x[$0] * y[$1] }) <= rounding(1, S.self))
  }

  @Test("matrix times vector, and the outer product", arguments: shapes)
  func vectorProduct(m: Int, n: Int, _: Int) {
    checkVectors(Double.self, m, n)
    checkVectors(Float.self, m, n)
  }

  private func checkGram<S: BLASScalar>(_ type: S.Type, _ m: Int, _ n: Int) {
    var fixture = Fixture(seed: 3)
    let a: Matrix<S> = fixture.matrix(m, n)
    for op in operations {
      let size = op == .asIs ? m : n
      let plain = op == .asIs ? product(a, .asIs, a, .transposed) : product(a, .transposed, a)
      var c = fixture.positiveDefinite(size, S.self)
      let before = c
      c.setGram(a, op, scaledBy: 0.5, plus: 2)
      #expect(
        distance(c, Matrix(size, size) { 0.5 * plain[$0, $1] + 2 * before[$0, $1] }) <= 4 * rounding(max(m, n), S.self))
      #expect(c == c.transposed)
      c = before
      c.setGram(a, op, triangle: .lower)
      for i in 0..<size {
        for j in 0..<size {
          #expect(j > i ? c[i, j] == before[i, j] : abs(c[i, j] - plain[i, j]) <= S(rounding(max(m, n), S.self)))
        }
      }
    }
  }

  @Test("Gram matrices, both triangles and one", arguments: shapes)
  func gram(m: Int, n: Int, _: Int) {
    checkGram(Double.self, m, n)
    checkGram(Float.self, m, n)
  }

  private func checkOverwriting<S: BLASScalar>(_ type: S.Type) {
    let broken = Matrix<S>(2, 2) { _, _ in .nan }, unit = Matrix<S>.identity(2)
    var (c, y) = (broken, Vector<S>(count: 2) { _ in .nan })
    c.setProduct(unit, unit)
    #expect(c == unit)
    c = broken
    c.setGram(unit)
    #expect(c == unit)
    y.setProduct(unit, [3, 4])
    #expect(y == [3, 4])
    // A product over nothing is 0.
    y.setProduct(Matrix(zeros: 2, 0), [], plus: 0.5)
    #expect(y == [1.5, 2])
    y.fill(.nan)
    y.setProduct(Matrix(zeros: 0, 2), .transposed, [])
    #expect(y == [0, 0])
  }

  @Test("what was there does not matter unless it is asked for, not even a NaN")
  func overwriting() {
    checkOverwriting(Float.self)
    checkOverwriting(Double.self)
  }

  @Test("a matrix may appear on both sides: its old value is read")
  func aliasing() {
    var fixture = Fixture(seed: 4)
    let a = fixture.matrix(5, 5, Double.self)
    var c = a
    c.setProduct(c, c, .transposed)
    #expect(distance(c, product(a, .asIs, a, .transposed)) <= rounding(5, Double.self))
    c = a
    c.add(2, c)
    #expect(distance(c, Matrix(5, 5) { 3 * a[$0, $1] }) <= rounding(1, Double.self))
  }
}
