import LinearAlgebra

/// A point of ℝⁿ: what a flow moves and a function is evaluated at.
///
/// `Vector<Double>` is the general one. `SIMD2<Double>` is for the plane: it lives in registers, so that ten thousand short
/// flows cost less than a second.
public protocol RealPoint: Sendable, Equatable {
  var count: Int { get }
  subscript(i: Int) -> Double { get set }
}

extension Vector: RealPoint where Scalar == Double {}

extension SIMD2: RealPoint where Scalar == Double {
  public var count: Int { 2 }
}

extension RealPoint {
  /// self ← x. Allocates nothing, where an assignment of vectors would share their storage and copy it later.
  @inlinable
  public mutating func set(to x: Self) {
    for i in 0..<x.count { self[i] = x[i] }
  }

  /// max_i |x_i|; NaN where a coordinate is.
  @inlinable
  public var largestMagnitude: Double {
    var largest = 0.0
    for i in 0..<count where abs(self[i]) > largest || self[i].isNaN { largest = abs(self[i]) }
    return largest
  }

  /// The point whose coordinates are f(x_i).
  @inlinable
  public func mapped(_ f: (Double) -> Double) -> Self {
    var y = self
    for i in 0..<count { y[i] = f(self[i]) }
    return y
  }

  /// self + α x.
  @inlinable
  public func adding(_ α: Double, _ x: Self) -> Self {
    precondition(x.count == count, "adding: \(x.count) numbers to \(count)")
    var y = self
    for i in 0..<count { y[i] += α * x[i] }
    return y
  }

  /// (1 − t) self + t x.
  @inlinable
  public func mixed(with x: Self, _ t: Double) -> Self {
    precondition(x.count == count, "mixed: \(x.count) numbers with \(count)")
    var y = self
    for i in 0..<count { y[i] = (1 - t) * self[i] + t * x[i] }
    return y
  }

  /// √(Σ_i (x_i − y_i)²).
  @inlinable
  public func distance(to y: Self) -> Double {
    var sum = 0.0
    for i in 0..<count { sum += (self[i] - y[i]) * (self[i] - y[i]) }
    return sum.squareRoot()
  }
}
