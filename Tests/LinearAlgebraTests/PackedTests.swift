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
    var workspace = PackedTriangles<Double>.Workspace(dimension: n, vectors: 17)
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

  @Test("products and inverses are those of the matrix written out", arguments: [1, 2, 3, 8, 16, 17, 33])
  func applied(n: Int) throws {
    let (W, H) = sums(count: 3, n: n, vectors: 2 * n + 3)
    var packed = PackedTriangles<Double>(count: 3, dimension: n)
    var workspace = PackedTriangles<Double>.Workspace(dimension: n, vectors: 2 * n + 3)
    packed.setSums(weights: W, first: 0, vectors: H, &workspace)
    let written = (0..<3).map { packed[$0] }
    let x = Vector(count: n) { Double($0 % 5) - 1.5 }
    func product(_ m: Int, _ x: Vector<Double>) -> Vector<Double> {
      var y = Vector<Double>(zeros: n)
      y.withMutableSpan { packed.multiply(m, x.elements.span, into: &$0) }
      return y
    }
    for m in 0..<3 {
      var y = x
      y.setProduct(written[m], x, scaledBy: -1, plus: 0)
      y.add(1, product(m, x))
      #expect(y.maximumMagnitude < 1e-13)
    }
    try packed.invert(damping: 0.25, scaledBy: 2, &workspace)
    for m in 0..<3 {
      let y = product(m, x)
      var back = y
      back.setProduct(written[m], y)
      back.add(0.25, y)
      back.add(-2, x)  // (A + λ) y = s x
      #expect(back.maximumMagnitude < 1e-12)  // condition of A + λ below 50
    }
  }

  @Test("Float is close to Double, and what is not positive definite is refused")
  func float() throws {
    let (W, H) = sums(count: 3, n: 21, vectors: 60)
    var double = PackedTriangles<Double>(count: 3, dimension: 21), float = PackedTriangles<Float>(count: 3, dimension: 21)
    var wide = PackedTriangles<Double>.Workspace(dimension: 21, vectors: 60)
    var narrow = PackedTriangles<Float>.Workspace(dimension: 21, vectors: 60)
    double.setSums(weights: W, first: 0, vectors: H, &wide)
    float.setSums(
      weights: Matrix(60, 6) { Float(W[$0, $1]) }, first: 0, vectors: Matrix(60, 21) { Float(H[$0, $1]) }, &narrow)
    try double.invert(damping: 0.1, scaledBy: 1, &wide)
    try float.invert(damping: 0.1, scaledBy: 1, &narrow)
    for i in 0..<21 { for j in 0..<21 { #expect(abs(double[1][i, j] - Double(float[1][i, j])) < 1e-4) } }  // 1e-7 × condition
    #expect(throws: NotPositiveDefinite(pivot: 0, dimension: 21)) { try double.invert(damping: -1e3, scaledBy: 1, &wide) }
    let broken = Matrix<Double>(60, 6) { _, _ in .nan }
    double.setSums(weights: broken, first: 0, vectors: H, &wide)
    #expect(throws: NotPositiveDefinite.self) { try double.invert(damping: 0.1, scaledBy: 1, &wide) }
  }
}
