/// How a matrix enters a product: op(A) = A or op(A) = Aᵀ.
public enum Operation: Sendable {
  case asIs, transposed

  var other: Operation { self == .asIs ? .transposed : .asIs }
}
