import LinearAlgebra
import Testing

@Test("a matrix is row-major")
func rowMajor() {
  let a = Matrix<Double>(2, 3) { i, j in Double(10 * i + j) }
  #expect(a.storage == [0, 1, 2, 10, 11, 12])
}
