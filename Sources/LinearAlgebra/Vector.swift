/// A vector of numbers. It wraps its array, because `+` on arrays concatenates.
public struct Vector<Scalar: BLASScalar>: Sendable, Equatable, ExpressibleByArrayLiteral {
  public var elements: [Scalar]

  public init(_ elements: [Scalar]) {
    _ = oneThread
    self.elements = elements
  }

  public init(arrayLiteral elements: Scalar...) { self.init(elements) }
  public init(zeros count: Int) { self.init(Array(repeating: 0, count: count)) }
  /// The vector with elements x_i = element(i), i = 0 … count − 1, asked for in this order.
  ///
  /// - Complexity: `count` calls; allocates its elements.
  @inlinable
  public init(count: Int, _ element: (Int) -> Scalar) { self.init((0..<count).map(element)) }

  @inlinable
  public var count: Int { elements.count }

  @inlinable
  public subscript(i: Int) -> Scalar {
    get { elements[i] }
    set { elements[i] = newValue }
  }

  /// Gives `body` the elements to read.
  @inlinable
  public func withSpan<Result, Failure: Error>(_ body: (Span<Scalar>) throws(Failure) -> Result) throws(Failure) -> Result {
    try body(elements.span)
  }

  /// Gives `body` the elements to change in place.
  @inlinable
  public mutating func withMutableSpan<Result, Failure: Error>(
    _ body: (inout MutableSpan<Scalar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var span = elements.mutableSpan
    return try body(&span)
  }
}

extension Vector {
  /// x · y = Σ_i x_i y_i.
  public func dot(_ y: Vector) -> Scalar {
    precondition(count == y.count, "dot: \(count) elements and \(y.count)")
    return Scalar.dot(elements.span, y.elements.span)
  }

  /// ‖x‖₂ = √(Σ_i x_i²), without overflow on the way.
  public var norm: Scalar { Scalar.norm(elements.span) }

  /// max_i |x_i|; 0 for an empty vector, NaN where an element is NaN.
  public var maximumMagnitude: Scalar { Scalar.maximumMagnitude(elements.span) }

  /// Σ_i x_i, added in a fixed order.
  public var sum: Scalar { Scalar.sum(elements.span) }
}

extension Vector {
  /// Sets every element to one value.
  public mutating func fill(_ value: Scalar) {
    var y = elements.mutableSpan
    y.update(repeating: value)
  }

  /// self ← self + α x. Allocates nothing.
  public mutating func add(_ α: Scalar, _ x: Vector) {
    precondition(count == x.count, "add: \(x.count) elements to \(count)")
    var y = elements.mutableSpan
    Scalar.axpy(α, x.elements.span, &y)
  }

  /// self ← α self. Allocates nothing.
  public mutating func scale(by α: Scalar) {
    var y = elements.mutableSpan
    Scalar.scal(α, &y)
  }

  /// self_i ← self_i x_i. Allocates nothing.
  public mutating func multiply(by x: Vector) {
    precondition(count == x.count, "multiply: \(count) elements by \(x.count)")
    var y = elements.mutableSpan
    Scalar.multiply(x.elements.span, &y)
  }

  /// self ← α op(A) x + β self. One BLAS call; allocates nothing.
  public mutating func setProduct(
    _ a: Matrix<Scalar>, _ op: Operation, _ x: Vector, scaledBy α: Scalar = 1, plus β: Scalar = 0
  ) {
    let (m, n) = op == .asIs ? (a.rows, a.columns) : (a.columns, a.rows)
    precondition(n == x.count && m == count, "setProduct: \(m)×\(n) times \(x.count) into \(count)")
    var y = elements.mutableSpan
    if x.count == 0 {  // BLAS would leave y as it is
      if β == 0 { y.update(repeating: 0) } else { Scalar.scal(β, &y) }
      return
    }
    Scalar.gemv(op, rows: a.rows, columns: a.columns, α, a.storage.span, x.elements.span, β, &y)
  }

  /// self ← α A x + β self.
  public mutating func setProduct(_ a: Matrix<Scalar>, _ x: Vector, scaledBy α: Scalar = 1, plus β: Scalar = 0) {
    setProduct(a, .asIs, x, scaledBy: α, plus: β)
  }
}
