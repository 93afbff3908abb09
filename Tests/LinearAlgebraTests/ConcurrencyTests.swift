import LinearAlgebra
import Testing

@Suite("concurrent loops")
struct ConcurrencyTests {
  @Test("every element, once, whatever the workers", arguments: [0, 1, 2, 3, 7, 100], [1, 2, 3, 4, 8])
  func elements(count: Int, workers: Int) {
    var numbers = [Int](repeating: 1, count: count)
    concurrentForEach(&numbers, workers: workers) { i, x in x += i }
    #expect(numbers == (0..<count).map { $0 + 1 })
    var used = [Int](repeating: 0, count: workers)
    concurrentForEach(&numbers, workspaces: &used) { i, x, n in
      x *= 2
      n += 1
    }
    #expect(numbers == (0..<count).map { 2 * ($0 + 1) } && used.reduce(0, +) == count)
  }

  @Test("units solved in parallel: the same bits for 1, 2 and 4 workers")
  func units() throws {
    var fixture = Fixture(seed: 1)
    let (units, inputs, n) = (23, 30, 64)
    let Y: Matrix<Float> = fixture.matrix(n, inputs), G: Matrix<Float> = fixture.matrix(units, inputs)
    let A: Matrix<Float> = fixture.matrix(n, units)
    var Q = A
    Q.setVariances(logits: A)
    struct Workspace: Sendable {
      var S: Matrix<Float>, F: Cholesky<Float>
    }
    func solved(workers: Int) throws -> [Vector<Float>] {
      var rows = (0..<units).map { G.row($0) }
      var spaces = (0..<workers).map { _ in Workspace(S: Matrix(zeros: n, inputs), F: Cholesky(dimension: inputs)) }
      let q = Q
      try concurrentForEach(&rows, workspaces: &spaces) { (i, row, space) throws(NotPositiveDefinite) in
        space.S.setRows(of: Y, scaledBySquareRootsOf: q, column: i)
        try space.F.factor(gramOf: space.S, .transposed, scaledBy: 1 / Float(n), damping: 0.1)
        space.F.solve(&row)
      }
      return rows
    }
    let one = try solved(workers: 1)
    #expect(try solved(workers: 2) == one)
    #expect(try solved(workers: 4) == one)
    // The definition, for one unit.
    let i = 11
    var block = Matrix<Float>(zeros: inputs, inputs), w = Vector<Float>(zeros: n)
    w.setColumn(i, of: Q)
    var scaled = Y
    scaled.scaleRows(by: w)
    block.setProduct(Y, .transposed, scaled, scaledBy: 1 / Float(n))
    block.addDiagonal(0.1)
    var back = Vector<Float>(zeros: inputs)
    back.setProduct(block, one[i])
    #expect(distance(back, G.row(i)) <= 64 * rounding(inputs, Float.self))  // condition below 10
  }

  @Test("elements together with the partners of their index", arguments: [1, 2, 4])
  func partners(workers: Int) {
    var rows = (0..<9).map { r in [3 * r, 3 * r + 1, 3 * r + 2] }, sums = [Int](repeating: 0, count: 9)
    let before = rows
    concurrentForEach(&rows, &sums, workers: workers) { i, row, sum in
      sum = i + row.reduce(0, +)
      row.reverse()
    }
    #expect(rows == before.map { row in Array(row.reversed()) })
    #expect(sums == (0..<9).map { r in r + 9 * r + 3 })
  }

  @Test("the failure of the lowest index is thrown", arguments: [1, 2, 3, 4])
  func failures(workers: Int) {
    struct Failure: Error, Equatable { let index: Int }
    var numbers = [Int](repeating: 0, count: 20)
    #expect(throws: Failure(index: 4)) {
      try concurrentForEach(&numbers, workers: workers) { (i, _) throws(Failure) in
        if [4, 5, 11, 19].contains(i) { throw Failure(index: i) }
      }
    }
  }

  @Test("chunks cover the range in order, and sums are the same for every number of workers")
  func chunks() {
    var fixture = Fixture(seed: 2)
    let x = fixture.vector(1003, Float.self)
    for (count, size) in [(0, nil), (1, nil), (15, nil), (16, nil), (17, nil), (1003, nil), (1003, 100), (5, 100)] {
      let ranges: [Range<Int>] = concurrentChunks(count, size: size, workers: 3) { $0 }
      #expect(ranges.flatMap { Array($0) } == Array(0..<count))
    }
    let sums = [1, 2, 4].map { workers in
      concurrentChunks(x.count, workers: workers) { chunk in chunk.reduce(Float(0)) { $0 + x[$1] } }.reduce(0, +)
    }
    #expect(sums[1] == sums[0] && sums[2] == sums[0])
  }

  @Test("an inner loop may be concurrent too")
  func nested() {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 6)
    concurrentForEach(&rows, workers: 2) { i, row in concurrentForEach(&row, workers: 2) { j, x in x = 10 * i + j } }
    #expect(rows.flatMap { $0 } == Array(0..<60))
  }

  @Test("BLAS has one thread from the first matrix on, and another number where one is set after it")
  func threads() async {
    await #expect(processExitsWith: .success) {
      let m = Matrix<Float>(zeros: 2, 2)
      precondition(m.norm == 0 && blasThreads == 1, "\(blasThreads) threads")
      blasThreads = 2
      precondition(Vector<Float>(zeros: 2).norm == 0 && blasThreads == 2, "\(blasThreads) threads")
    }
  }
}
