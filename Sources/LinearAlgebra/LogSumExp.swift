/// log(1 + eˣ) = max(x, 0) + log1p(e^−|x|), without overflow.
@inlinable
public func softplus<Scalar: BLASScalar>(_ x: Scalar) -> Scalar {
  max(x, 0) + Scalar.logarithm1p(Scalar.exponential(-abs(x)))
}

/// log σ(x) = −log(1 + e^−x), in nats, without overflow; x for very negative x, −e^−x for large x.
@inlinable
public func logSigmoid<Scalar: BLASScalar>(_ x: Scalar) -> Scalar { -softplus(-x) }

/// σ(x) = 1 / (1 + e^−x), with full relative precision for negative x too.
@inlinable
public func sigmoid<Scalar: BLASScalar>(_ x: Scalar) -> Scalar {
  let e = Scalar.exponential(-abs(x))
  return (x < 0 ? e : 1) / (1 + e)
}

/// log Σ_k e^{x_k}, without overflow.
///
///     m + log Σ_k e^{x_k − m},   m = max_k x_k
///
/// - Returns: −∞ when there is no element or each is −∞; NaN when one is NaN.
/// - Complexity: O(K), two passes; allocates nothing.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
public func logSumExp<Scalar: BLASScalar>(_ x: Span<Scalar>) -> Scalar {
  var m = -Scalar.infinity
  for k in 0..<x.count {
    if x[k].isNaN { return .nan }
    m = max(m, x[k])
  }
  guard m.isFinite else { return m }
  var sum: Scalar = 0
  for k in 0..<x.count { sum += Scalar.exponential(x[k] - m) }
  return m + Scalar.logarithm(sum)
}

/// log Σ_k e^{x_k} of an array.
@inlinable
public func logSumExp<Scalar: BLASScalar>(_ x: [Scalar]) -> Scalar { logSumExp(x.span) }
