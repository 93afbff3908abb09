/// A dense matrix, row-major and contiguous. A batch is one row per example; a layer is units × (inputs + 1), bias last.
public struct Matrix<Scalar: BLASScalar>: Sendable, Equatable {
  @inlinable
  public var rows: Int { height }
  @usableFromInline var height: Int
  public let columns: Int
  /// The elements, row after row.
  @inlinable
  public var storage: [Scalar] { elements }
  @usableFromInline var elements: [Scalar]

  /// The zero matrix, rows × columns; either may be 0.
  ///
  /// - Complexity: O(rows · columns); allocates its elements.
  @inlinable
  public init(zeros rows: Int, _ columns: Int) {
    precondition(rows >= 0 && columns >= 0, "Matrix: \(rows)×\(columns)")
    _ = oneThread
    (height, self.columns) = (rows, columns)
    elements = Array(repeating: 0, count: rows * columns)
  }

  /// The matrix with elements M_ij = element(i, j), rows × columns, asked for row after row.
  ///
  /// - Parameter element: gets the row i and the column j, from 0 on.
  /// - Complexity: rows · columns calls; allocates its elements.
  @inlinable
  public init(_ rows: Int, _ columns: Int, _ element: (Int, Int) -> Scalar) {
    self.init(zeros: rows, columns)
    for i in 0..<rows { for j in 0..<columns { elements[i * columns + j] = element(i, j) } }
  }

  /// The matrix whose rows are written out.
  public init(rows: [[Scalar]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "Matrix: rows of \(rows.map(\.count)) elements")
    _ = oneThread
    (height, self.columns, elements) = (rows.count, columns, Array(rows.joined()))
  }

  /// The matrix whose elements are given row after row.
  public init(_ rows: Int, _ columns: Int, storage: [Scalar]) {
    precondition(rows * columns == storage.count, "Matrix: \(storage.count) elements for \(rows)×\(columns)")
    _ = oneThread
    (height, self.columns, elements) = (rows, columns, storage)
  }

  @inlinable
  public subscript(i: Int, j: Int) -> Scalar {
    get {
      precondition(0..<rows ~= i && 0..<columns ~= j, "Matrix: element (\(i), \(j)) of \(rows)×\(columns)")
      return elements[i * columns + j]
    }
    set {
      precondition(0..<rows ~= i && 0..<columns ~= j, "Matrix: element (\(i), \(j)) of \(rows)×\(columns)")
      elements[i * columns + j] = newValue
    }
  }

  /// Gives `body` the elements, row after row, to read.
  @inlinable
  public func withSpan<Result, Failure: Error>(_ body: (Span<Scalar>) throws(Failure) -> Result) throws(Failure) -> Result {
    try body(elements.span)
  }

  /// Gives `body` the elements, row after row, to change in place.
  @inlinable
  public mutating func withMutableSpan<Result, Failure: Error>(
    _ body: (inout MutableSpan<Scalar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var span = elements.mutableSpan
    return try body(&span)
  }
}

extension Matrix {
  /// The unit matrix.
  public static func identity(_ n: Int) -> Matrix {
    var unit = Matrix(zeros: n, n)
    for i in 0..<n { unit.elements[i * n + i] = 1 }
    return unit
  }

  /// A copy of row i.
  public func row(_ i: Int) -> Vector<Scalar> {
    precondition(0..<rows ~= i, "row: \(i) of \(rows)×\(columns)")
    return Vector(Array(storage[i * columns..<(i + 1) * columns]))
  }

  /// A copy of column j.
  public func column(_ j: Int) -> Vector<Scalar> {
    precondition(0..<columns ~= j, "column: \(j) of \(rows)×\(columns)")
    var v = Vector<Scalar>(zeros: rows)
    v.setColumn(j, of: self)
    return v
  }

  /// A new matrix: the transpose.
  public var transposed: Matrix {
    var t = Matrix(zeros: columns, rows)
    t.setTransposed(self)
    return t
  }

  /// self ← Mᵀ. Allocates nothing.
  public mutating func setTransposed(_ m: Matrix) {
    precondition(rows == m.columns && columns == m.rows, "setTransposed: \(m.rows)×\(m.columns) into \(rows)×\(columns)")
    withMutableSpan { t in
      Scalar.setTransposed(&t, of: m.storage.span, rows: m.rows, stride: m.columns, columns: 0..<m.columns)
    }
  }

  /// max_ij |M_ij|; 0 for an empty matrix, NaN where an element is NaN.
  public var maximumMagnitude: Scalar { Scalar.maximumMagnitude(storage.span) }

  /// ‖M‖_F = √(Σ_ij M_ij²).
  public var norm: Scalar { Scalar.norm(storage.span) }

  /// Σ_ij M_ij N_ij.
  public func dot(_ n: Matrix) -> Scalar {
    precondition(hasShape(of: n), "dot: \(rows)×\(columns) and \(n.rows)×\(n.columns)")
    return Scalar.dot(storage.span, n.storage.span)
  }

  func hasShape(of other: Matrix) -> Bool { rows == other.rows && columns == other.columns }
}
