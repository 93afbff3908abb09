import LinearAlgebra
import RandomStreams
import Testing

@Suite("packed triangles")
struct PackedTests {
  /// Weights in (0, 1) and normal vectors.
  func sums(count: Int, n: Int, vectors: Int) -> (W: Matrix<Double>, H: Matrix<Double>) {
    var random = RandomStream(seed: 5)
    return (
      Matrix(vectors, count + 3) { _, _ in random.uniform() / Double(vectors) }, Matrix(vectors, n) { _, _ in random.normal() }
    )
  }

  @Test(
    "each matrix is its weighted sum of outer products, whatever the part of the weights", arguments: [1, 2, 9, 30, 41], [0, 3])
  func formed(n: Int, first: Int) {
    let (W, H) = sums(count: 4, n: n, vectors: 17)
    var packed = PackedTriangles<Double>(count: 4, dimension: n)
    var workspace = PackedTriangles<Double>.Workspace(count: 4, dimension: n, vectors: 17)
    packed.setSums(weights: W, first: first, vectors: H, &workspace)
    for m in 0..<4 {
      for i in 0..<n {
        for j in 0..<n {
          let sum = (0..<17).reduce(0.0) { $0 + W[$1, first + m] * H[$1, i] * H[$1, j] }
          #expect(abs(packed[m][i, j] - sum) < 1e-14)  // 17 terms of size one
        }
      }
    }
  }

  @Test("solutions are those of the matrix written out", arguments: [1, 2, 3, 4, 7, 8, 9, 16, 17, 33, 41], [3, 8, 11])
  func solved(n: Int, count: Int) throws {
    let (W, H) = sums(count: count, n: n, vectors: 2 * n + 3)
    var packed = PackedTriangles<Double>(count: count, dimension: n)
    var workspace = PackedTriangles<Double>.Workspace(count: 12, dimension: n + 2, vectors: 2 * n + 5)  // larger than needed
    packed.setSums(weights: W, first: 0, vectors: H, &workspace)
    let written = (0..<count).map { packed[$0] }
    let right = Matrix<Double>(count, n) { m, j in Double((m + j) % 5) - 1.5 }
    try packed.factor(damping: 0.25)
    var X = right
    var scratch = [SIMD8<Double>](repeating: SIMD8(), count: n)
    packed.solve(rowsOf: &X, scratch: &scratch)
    for m in 0..<count {
      let y = X.row(m)
      var back = y
      back.setProduct(written[m], y)
      back.add(0.25, y)
      #expect(back.maximumMagnitude > 0.1)
      back.add(-1, right.row(m))  // (A + λ) y = x
      #expect(back.maximumMagnitude < 1e-12)  // condition of A + λ below 50
    }
  }

  @Test("packed numbers go out and in unchanged")
  func packedNumbers() {
    let (W, H) = sums(count: 11, n: 6, vectors: 17)
    var workspace = PackedTriangles<Double>.Workspace(count: 11, dimension: 6, vectors: 17)
    var a = PackedTriangles<Double>(count: 11, dimension: 6), b = a
    a.setSums(weights: W, first: 0, vectors: H, &workspace)
    #expect(a.packed.rows == 11 && a.packed.columns == 21 && a.packed[9, 4] == a[9][2, 1])
    b.packed = a.packed
    for m in 0..<11 { #expect(a[m] == b[m]) }
  }

  @Test("a running mean of triangles is that of each element")
  func averaged() {
    let (W, H) = sums(count: 3, n: 9, vectors: 17)
    var workspace = PackedTriangles<Double>.Workspace(count: 3, dimension: 9, vectors: 17)
    var a = PackedTriangles<Double>(count: 3, dimension: 9), b = a
    a.setSums(weights: W, first: 0, vectors: H, &workspace)
    b.setSums(weights: W, first: 2, vectors: H, &workspace)
    let (A, B) = (a[2], b[2])
    a.scale(by: 0.75, adding: 0.25, b)
    for i in 0..<9 { for j in 0..<9 { #expect(abs(a[2][i, j] - (0.75 * A[i, j] + 0.25 * B[i, j])) < 1e-14) } }
    #expect(A != B)
  }

  @Test("Float is close to Double, and what is not positive definite is refused")
  func float() throws {
    let (W, H) = sums(count: 3, n: 21, vectors: 60)
    var double = PackedTriangles<Double>(count: 3, dimension: 21), float = PackedTriangles<Float>(count: 3, dimension: 21)
    var wide = PackedTriangles<Double>.Workspace(count: 3, dimension: 21, vectors: 60)
    var narrow = PackedTriangles<Float>.Workspace(count: 3, dimension: 21, vectors: 60)
    double.setSums(weights: W, first: 0, vectors: H, &wide)
    float.setSums(
      weights: Matrix(60, 6) { Float(W[$0, $1]) }, first: 0, vectors: Matrix(60, 21) { Float(H[$0, $1]) }, &narrow)
    try double.factor(damping: 0.1)
    try float.factor(damping: 0.1)
    var x = Matrix<Double>(3, 21) { 1 - Double(($0 + $1) % 3) }, y = Matrix<Float>(3, 21) { 1 - Float(($0 + $1) % 3) }
    var (s, t) = ([SIMD8<Double>](repeating: SIMD8(), count: 21), [SIMD8<Float>](repeating: SIMD8(), count: 21))
    double.solve(rowsOf: &x, scratch: &s)
    float.solve(rowsOf: &y, scratch: &t)
    #expect(distance(x, y) < 1e-4 * x.maximumMagnitude)  // 1e-7 × condition
    double.setSums(weights: W, first: 0, vectors: H, &wide)
    #expect(throws: NotPositiveDefinite(pivot: 0, dimension: 21)) { try double.factor(damping: -1e3) }
    let broken = Matrix<Double>(60, 6) { _, _ in .nan }
    double.setSums(weights: broken, first: 0, vectors: H, &wide)
    #expect(throws: NotPositiveDefinite.self) { try double.factor(damping: 0.1) }
  }
}
