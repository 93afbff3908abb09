/// A vector of numbers. It wraps its array, because `+` on arrays concatenates.
public struct Vector<Scalar: BLASScalar>: Sendable, Equatable, ExpressibleByArrayLiteral {
  public var elements: [Scalar]

  public init(_ elements: [Scalar]) { self.elements = elements }
  public init(arrayLiteral elements: Scalar...) { self.elements = elements }
  public init(zeros count: Int) { elements = Array(repeating: 0, count: count) }
  public init(count: Int, _ element: (Int) -> Scalar) { elements = (0..<count).map(element) }

  public var count: Int { elements.count }
  public subscript(i: Int) -> Scalar {
    get { elements[i] }
    set { elements[i] = newValue }
  }
}
