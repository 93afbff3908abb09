import LinearAlgebra
import Testing

@Suite("rows that are vectors of their own") struct RowTests {
  private func check<S: BLASScalar>(_ type: S.Type) {
    var fixture = Fixture(seed: 21)
    let A: Matrix<S> = fixture.matrix(4, 9), B: Matrix<S> = fixture.matrix(4, 9), C: Matrix<S> = fixture.matrix(7, 9)
    let w: Vector<S> = fixture.vector(4), places = [6, 0, 3, 4], close = rounding(9, S.self)

    var dots = Vector<S>(zeros: 4)
    dots.setRowDots(A, B)
    for r in 0..<4 { #expect(abs(dots[r] - (0..<9).reduce(0) { $0 + A[r, $1] * B[r, $1] }) <= S(close)) }

    var D = A
    D.addRows(of: B, scaledBy: w)
    #expect(distance(D, Matrix(4, 9) { A[$0, $1] + w[$0] * B[$0, $1] }) <= close)
    D = C
    D.addRows(of: A, scaledBy: w, at: places)
    let at = { (i: Int) in places.firstIndex(of: i) }
    #expect(distance(D, Matrix(7, 9) { i, j in C[i, j] + (at(i).map { w[$0] * A[$0, j] } ?? 0) }) <= close)
    D = A
    D.scaleRows(by: w, adding: B)
    #expect(distance(D, Matrix(4, 9) { w[$0] * A[$0, $1] + B[$0, $1] }) <= close)
    D = A
    D.multiplyRows(by: C, at: places)
    #expect(distance(D, Matrix(4, 9) { A[$0, $1] * C[places[$0], $1] }) <= close)

    var q = dots
    q.setQuotients(of: w)
    for r in 0..<4 { #expect(q[r] == w[r] / dots[r]) }
  }

  @Test("in both precisions, against their definitions") func definitions() {
    check(Float.self)
    check(Double.self)
  }

  @Test("rows go and come: those that stay keep their numbers, those that come are zero") func counts() {
    var fixture = Fixture(seed: 22)
    let A: Matrix<Float> = fixture.matrix(6, 5)
    var B = A
    B.keepRows([1, 2, 5])
    #expect(B == Matrix(3, 5) { A[[1, 2, 5][$0], $1] })
    B.setRows(count: 4)
    #expect(B == Matrix(4, 5) { i, j in i < 3 ? A[[1, 2, 5][i], j] : 0 })
    B.keepRows([])
    #expect(B.rows == 0 && B.columns == 5 && B.storage.isEmpty)
    B.setRows(count: 6)
    #expect(B == Matrix(zeros: 6, 5))
    B.copy(A)
    B.keepRows(Array(0..<6))
    #expect(B == A)
    var v: Vector<Double> = [3, 1, 4, 1, 5]
    v.keep([0, 2, 4])
    #expect(v == [3, 4, 5])
    v.setCount(5)
    #expect(v == [3, 4, 5, 0, 0])
    v.setCount(0)
    #expect(v == [])
  }

  @Test("rows that are not there, or in another order") func refused() async {
    await #expect(processExitsWith: .failure) {
      var m = Matrix<Float>(zeros: 3, 2)
      m.keepRows([2, 1])
    }
    await #expect(processExitsWith: .failure) {
      var m = Matrix<Float>(zeros: 3, 2)
      m.keepRows([3])
    }
    await #expect(processExitsWith: .failure) {
      var m = Matrix<Float>(zeros: 3, 2)
      m.multiplyRows(by: Matrix(zeros: 2, 2), at: [0, 1, 2])
    }
    await #expect(processExitsWith: .failure) {
      var m = Matrix<Float>(zeros: 3, 2)
      m.addRows(of: Matrix(zeros: 1, 2), scaledBy: [1], at: [3])
    }
  }
}
