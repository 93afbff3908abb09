import LinearAlgebra
import Testing

/// The least sizes that take the way through patterns, odd ones around its blocks of 80, 16 and 1,024, and small ones.
private let shapes = [
  (64, 20, 16), (65, 21, 17), (64, 60, 16), (67, 135, 31), (100, 80, 48), (131, 81, 33), (1025, 79, 16), (1025, 161, 20),
  (70, 99, 16), (5, 30, 40),
]
private let operations: [LinearAlgebra.Operation] = [.asIs, .transposed]

extension Fixture {
  /// Elements of two values.
  fileprivate mutating func binary<Scalar: BLASScalar>(_ m: Int, _ n: Int, low: Scalar) -> Matrix<Scalar> {
    Matrix(m, n, storage: (0..<m * n).map { _ in number() < 0.2 ? 1 : low })
  }
}

@Suite("products with matrices of two values against the plain ones") struct BinaryProductTests {
  private func check<S: BLASScalar>(_ type: S.Type, _ m: Int, _ k: Int, _ n: Int, low: S) {
    var fixture = Fixture(seed: 11)
    for opH in operations {
      for opB in operations {
        let H = opH == .asIs ? fixture.binary(m, k, low: low) : fixture.binary(k, m, low: low)
        let B = opB == .asIs ? fixture.matrix(k, n, S.self) : fixture.matrix(n, k)
        let (C, T): (Matrix<S>, Matrix<S>) = (fixture.matrix(m, n), fixture.matrix(n, m))
        let plain = product(H, opH, B, opB)
        var D = C
        D.setProduct(binary: H, opH, B, opB, by: .patterns)
        #expect(distance(D, plain) <= 2 * rounding(k, S.self))
        D = C
        D.setProduct(binary: H, opH, B, opB, scaledBy: 0.5, plus: -2, by: .patterns)
        #expect(distance(D, Matrix(m, n) { 0.5 * plain[$0, $1] - 2 * C[$0, $1] }) <= 2 * rounding(k, S.self))
        D = C
        D.setProduct(binary: H, opH, B, opB, plus: 1, by: .patterns)
        #expect(distance(D, Matrix(m, n) { plain[$0, $1] + C[$0, $1] }) <= 2 * rounding(k, S.self))
        D.fill(.nan)
        D.setProduct(binary: H, opH, B, opB, by: .patterns)
        #expect(distance(D, plain) <= 2 * rounding(k, S.self))
        // (op(H) op(B))ᵀ = op(B)ᵀ op(H)ᵀ
        let (opA, opG): (LinearAlgebra.Operation, LinearAlgebra.Operation) = (
          opB == .asIs ? .transposed : .asIs, opH == .asIs ? .transposed : .asIs
        )
        D = T
        D.setProduct(B, opA, binary: H, opG, by: .patterns)
        #expect(distance(D, plain.transposed) <= 2 * rounding(k, S.self))
        D = T
        D.setProduct(B, opA, binary: H, opG, scaledBy: -1, plus: 0.25, by: .patterns)
        #expect(distance(D, Matrix(n, m) { 0.25 * T[$0, $1] - plain[$1, $0] }) <= 2 * rounding(k, S.self))
        D = T
        D.setProduct(B, opA, binary: H, opG, plus: 1, by: .patterns)
        #expect(distance(D, Matrix(n, m) { T[$0, $1] + plain[$1, $0] }) <= 2 * rounding(k, S.self))
      }
    }
  }

  @Test("in both codings, every operation, both sides, in both precisions", arguments: shapes)
  func products(m: Int, k: Int, n: Int) {
    check(Double.self, m, k, n, low: 0)
    check(Double.self, m, k, n, low: -1)
    check(Float.self, m, k, n, low: 0)
    check(Float.self, m, k, n, low: -1)
  }

  @Test("with patterns that are made once, the same bytes", arguments: [0, -1] as [Float])
  func madeOnce(low: Float) {
    var fixture = Fixture(seed: 12)
    for (m, k, n) in [(131, 81, 33), (90, 300, 32), (5, 30, 40)] {
      for op in operations {
        let H = op == .asIs ? fixture.binary(m, k, low: low) : fixture.binary(k, m, low: low)
        let B: Matrix<Float> = fixture.matrix(k, n), A: Matrix<Float> = fixture.matrix(n, m)
        let C: Matrix<Float> = fixture.matrix(m, n), D: Matrix<Float> = fixture.matrix(n, k), made = BinaryMatrix(H)
        var (left, again) = (C, C)
        left.setProduct(binary: H, op, B, scaledBy: 2, plus: 0.5, by: .patterns)
        again.setProduct(made, op, B, scaledBy: 2, plus: 0.5)
        #expect(left == again && distance(left, C) > 0.1)
        var (right, twice) = (D, D)
        right.setProduct(A, .asIs, binary: H, op, scaledBy: 2, plus: 0.5, by: .patterns)
        twice.setProduct(A, .asIs, made, op, scaledBy: 2, plus: 0.5)
        #expect(right == twice && distance(right, D) > 0.1)
      }
    }
    let other = BinaryMatrix(Matrix<Float>(70, 30) { i, j in i == 60 && j == 7 ? 0.5 : low })
    var (C, D) = (Matrix<Float>(zeros: 70, 20), Matrix<Float>(zeros: 70, 20))
    let B: Matrix<Float> = fixture.matrix(30, 20)
    C.setProduct(other, .asIs, B)
    D.setProduct(other.elements, .asIs, B)
    #expect(C == D && C.maximumMagnitude > 0)
  }

  @Test("large products do go by patterns: their rounding is another one") func route() {
    var fixture = Fixture(seed: 6)
    let H = fixture.binary(90, 300, low: -1 as Float), B: Matrix<Float> = fixture.matrix(300, 32)
    var (C, D) = (Matrix<Float>(zeros: 90, 32), Matrix<Float>(zeros: 90, 32))
    C.setProduct(H, .asIs, B)
    D.setProduct(binary: H, .asIs, B, by: .patterns)
    #expect(C != D && distance(C, D) <= 2 * rounding(300, Float.self))
    D.setProduct(binary: H, .asIs, B, scaledBy: 0, by: .patterns)
    #expect(D.maximumMagnitude == 0)
    #expect(distance(Vector([1.0, .nan]), Vector([1.0, 0])) == .infinity)
  }

  private func checkOther<S: BLASScalar>(_ value: S) {
    func isSame(_ a: Matrix<S>, _ b: Matrix<S>) -> Bool {
      zip(a.storage, b.storage).allSatisfy { x, y in x.isNaN ? y.isNaN : x == y && x.sign == y.sign }
    }
    var fixture = Fixture(seed: 3)
    let B: Matrix<S> = fixture.matrix(101, 32)
    for (i, j) in [(0, 0), (69, 100), (35, 97), (12, 79)] {
      var H: Matrix<S> = fixture.binary(70, 101, low: 0)
      H[1, 1] = 0
      H[i, j] = value
      var (C, D) = (Matrix<S>(zeros: 70, 32), Matrix<S>(zeros: 70, 32))
      C.setProduct(H, .asIs, B)
      D.setProduct(binary: H, .asIs, B, by: .patterns)
      #expect(isSame(C, D))
      var (E, F) = (Matrix<S>(zeros: 101, 101), Matrix<S>(zeros: 101, 101))
      let G: Matrix<S> = fixture.matrix(70, 101)
      E.setProduct(H, .transposed, G)
      F.setProduct(binary: H, .transposed, G, by: .patterns)
      #expect(isSame(E, F))
    }
  }

  @Test("one element of another value, wherever it is, gives the plain product", arguments: [0.5, -1, 2, .nan] as [Double])
  func otherValues(value: Double) {
    checkOther(value)
    checkOther(Float(value))
  }

  @Test("what is not finite in the other factor comes out as such", arguments: [-1, 0] as [Double])
  func notFinite(low: Double) {
    var fixture = Fixture(seed: 4)
    let H = fixture.binary(80, 40, low: low)
    var B: Matrix<Double> = fixture.matrix(40, 16)
    B[39, 3] = .nan
    var C = Matrix<Double>(zeros: 80, 16)
    C.setProduct(binary: H, .asIs, B, by: .patterns)
    for i in 0..<80 { for j in 0..<16 { #expect(C[i, j].isNaN == (j == 3)) } }
  }

  @Test(
    "weighted sums of outer products of vectors of two values", arguments: [(7, 30), (45, 83), (60, 200)], [-1, 0] as [Double])
  func sums(shape: (n: Int, vectors: Int), low: Double) {
    let (n, vectors) = shape
    var fixture = Fixture(seed: 5)
    let H = fixture.binary(vectors, n, low: low), W: Matrix<Double> = fixture.matrix(vectors, 22)
    var workspace = PackedTriangles<Double>.Workspace(count: 19, dimension: n, vectors: vectors)
    var packed = PackedTriangles<Double>(count: 19, dimension: n)
    packed.setSums(weights: W, first: 2, vectors: H, &workspace)
    var float = PackedTriangles<Float>(count: 19, dimension: n)
    var narrow = PackedTriangles<Float>.Workspace(count: 19, dimension: n, vectors: vectors)
    float.setSums(
      weights: Matrix(vectors, 22) { Float(W[$0, $1]) }, first: 2, vectors: Matrix(vectors, n) { Float(H[$0, $1]) }, &narrow)
    for m in 0..<19 {
      let A = Matrix<Double>(n, n) { i, j in (0..<vectors).reduce(0.0) { $0 + W[$1, 2 + m] * H[$1, i] * H[$1, j] } }
      #expect(distance(packed[m], A) <= rounding(vectors, Double.self))
      #expect(distance(float[m], A) <= 2 * rounding(vectors, Float.self))
    }
  }
}
