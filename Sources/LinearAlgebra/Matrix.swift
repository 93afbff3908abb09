/// A dense matrix, row-major and contiguous. A batch is one row per example; a layer is units × (inputs + 1), bias last.
public struct Matrix<Scalar: BLASScalar>: Sendable, Equatable {
  public let rows: Int, columns: Int
  public internal(set) var storage: [Scalar]

  public init(zeros rows: Int, _ columns: Int) {
    precondition(rows >= 0 && columns >= 0, "Matrix: \(rows)×\(columns)")
    (self.rows, self.columns) = (rows, columns)
    storage = Array(repeating: 0, count: rows * columns)
  }

  public init(_ rows: Int, _ columns: Int, _ element: (Int, Int) -> Scalar) {
    self.init(zeros: rows, columns)
    for i in 0..<rows { for j in 0..<columns { storage[i * columns + j] = element(i, j) } }
  }

  public subscript(i: Int, j: Int) -> Scalar {
    get { storage[i * columns + j] }
    set { storage[i * columns + j] = newValue }
  }
}
