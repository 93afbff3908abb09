import LinearAlgebra
import Testing

/// In release builds a precondition stops the process without its text, so only the stop is tested.
@Suite("shapes that do not fit stop the process")
struct ShapeTests {
  @Test("products")
  func product() async {
    await #expect(processExitsWith: .failure) {
      var c = Matrix<Float>(zeros: 2, 2)
      c.setProduct(Matrix(zeros: 2, 3), .transposed, Matrix(zeros: 3, 2))
    }
    await #expect(processExitsWith: .success) {
      var c = Matrix<Float>(zeros: 2, 2)
      c.setProduct(Matrix(zeros: 3, 2), .transposed, Matrix(zeros: 3, 2))
    }
  }

  @Test("samples and their logits")
  func sample() async {
    await #expect(processExitsWith: .failure) {
      var h = Matrix<Float>(zeros: 4, 9)
      h.sample(logits: Matrix(zeros: 4, 7), uniforms: Matrix(zeros: 4, 7), low: 0, high: 1)
    }
    await #expect(processExitsWith: .failure) {
      var h = Matrix<Float>(zeros: 4, 8)
      h.sample(logits: Matrix(zeros: 4, 7), uniforms: Matrix(zeros: 4, 7), low: 1, high: 0)
    }
  }

  @Test("solutions")
  func solve() async {
    await #expect(processExitsWith: .failure) {
      var x: Vector<Double> = [1, 2]
      Cholesky(dimension: 3).solve(&x)
    }
  }

  @Test("rows that are not there, elements that would land in the next row")
  func rows() async {
    await #expect(processExitsWith: .failure) {
      var m = Matrix<Double>(zeros: 2, 2)
      m.setRows(of: Matrix(zeros: 5, 2), at: [4, 5])
    }
    await #expect(processExitsWith: .failure) {
      var m = Matrix<Double>(zeros: 2, 2)
      m[0, 2] = 1
    }
  }
}
