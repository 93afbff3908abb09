import LinearAlgebra
import RandomStreams

/// What is subtracted from f before it multiplies the score. The score has mean zero, so the mean of the product stays as it
/// is; its variance does not.
public enum Baseline: String, Sendable, CaseIterable {
  /// (1/N) Σ f s.
  case none
  /// (1/(N − 1)) Σ (f − f̄) s: the covariance of the sample, with the mean of T known.
  case mean
  /// (1/N) Σ (f − b_i) s_i with b_i = Σ' f s_i² / Σ' s_i² over the *other* points: the constant with least variance for
  /// component i, estimated without the point that it is used for, so that the estimate has no bias.
  case optimal
}

/// Points drawn from a model, as a search without derivatives knows them: their scores and the values of f.
///
///     s_n = T(x_n) − η,   f_n = f(x_n),   n = 1 … N
///
/// The vanilla gradient of F(θ) = E[f] is Cov(f, T) = E[f s], the Fisher matrix is E[s sᵀ], and both can be estimated from
/// such a sample without a derivative of f.  [MMP11], [Malago23]
public struct EvaluatedSample: Sendable, Equatable {
  /// s_n, N × n: one row for each point.
  public let scores: Matrix<Double>
  /// f_n, N numbers.
  public let values: Vector<Double>

  /// - Precondition: one value for each row of scores.
  public init(scores: Matrix<Double>, values: Vector<Double>) {
    precondition(scores.rows == values.count, "EvaluatedSample: \(scores.rows) scores and \(values.count) values")
    self.scores = scores
    self.values = values
  }

  /// Draws N points and evaluates f at each.
  ///
  /// - Complexity: O(N n), and N evaluations of f.
  public init<Model: ExponentialFamily & Sampler>(
    of f: (Model.Point) -> Double, under p: Model, count N: Int, using rng: inout RandomStream
  ) {
    let η = p.meanParameters
    var (scores, values) = (Matrix<Double>(zeros: N, η.count), Vector<Double>(zeros: N))
    var s = η
    for n in 0..<N {
      let x = p.sample(using: &rng)
      for i in 0..<η.count { s[i] = -η[i] }
      p.addStatistics(of: x, weight: 1, to: &s)
      scores.setRow(n, to: s)
      values[n] = f(x)
    }
    self.init(scores: scores, values: values)
  }

  /// N, the number of evaluations of f.
  public var count: Int { values.count }
}

extension EvaluatedSample {
  // listing: covariance estimators
  /// An estimate of ∇F(θ) = Cov(f, T), n numbers, unbiased for each baseline: a direction of ascent.
  ///
  /// - Precondition: N ≥ 2.
  /// - Complexity: O(N n).
  public func gradient(_ baseline: Baseline = .mean) -> Vector<Double> {
    precondition(count >= 2, "gradient: from \(count) points")
    let N = Double(count)
    switch baseline {
    case .none: return weighted(by: values, scaledBy: 1 / N)
    case .mean: return weighted(by: centredValues, scaledBy: 1 / (N - 1))
    case .optimal: return gradientWithOptimalBaselines
    }
  }

  /// Σ_n w_n s_n, n numbers.
  public func weighted(by w: Vector<Double>, scaledBy α: Double = 1) -> Vector<Double> {
    precondition(w.count == count, "weighted: \(w.count) weights for \(count) points")
    var g = Vector<Double>(zeros: scores.columns)
    g.setProduct(scores, .transposed, w, scaledBy: α)
    return g
  }

  /// An estimate of the Fisher matrix, (1/N) Σ s sᵀ, n × n.
  public var fisherMatrix: Matrix<Double> {
    var I = Matrix<Double>(zeros: scores.columns, scores.columns)
    I.setGram(scores, .transposed, scaledBy: 1 / Double(count))
    return I
  }

  /// An estimate of I(θ)⁻¹∇F(θ) from the sample alone: both covariances about the means of the sample.
  ///
  ///     (Σ (s − s̄)(s − s̄)ᵀ)⁻¹ Σ (s − s̄)(f − f̄)
  ///
  /// This is the regression of f on T. It is exact, with no noise at all, if f is in the span of T and 1.
  /// - Throws: `DomainError.notPositiveDefinite` where N ≤ n, or the points do not tell the statistics apart.
  /// - Complexity: O(N n² + n³).
  public func naturalGradient() throws(DomainError) -> Vector<Double> {
    guard count > scores.columns else { throw .notPositiveDefinite(pivot: max(0, count - 1), dimension: scores.columns) }
    var (centred, lengths) = (scores, Vector<Double>(zeros: scores.columns))
    let means = weighted(by: Vector(count: count) { _ in -1 / Double(count) })
    for n in 0..<count { centred.withMutableRow(n) { row in for i in 0..<row.count { row[i] += means[i] } } }
    for n in 0..<count { centred.withRow(n) { row in for i in 0..<row.count { lengths[i] += row[i] * row[i] } } }
    let scale = Vector(lengths.elements.map { $0 > 0 ? 1 / $0.squareRoot() : 0 })
    centred.scaleColumns(by: scale)
    var (gram, g) = (Matrix<Double>(zeros: scale.count, scale.count), scale)
    gram.setGram(centred, .transposed)
    g.setProduct(centred, .transposed, centredValues)
    try gram.factored(keepingDigits: 1e-13).solve(&g)
    g.multiply(by: scale)
    return g
  }

  /// An estimate of I(θ)⁻¹∇F(θ) with the Fisher matrix of the model itself: only Cov(f, T) is sampled. Unbiased.
  ///
  /// - Throws: `DomainError.notPositiveDefinite` where the statistics are linearly dependent.
  public func naturalGradient(
    under p: some ExponentialFamily, _ baseline: Baseline = .mean
  ) throws(DomainError) -> Vector<Double> {
    try p.naturalDirection(of: gradient(baseline))
  }
  // listing end

  private var gradientWithOptimalBaselines: Vector<Double> {
    let n = scores.columns
    var (squares, products, sums) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n), Vector<Double>(zeros: n))
    for k in 0..<count {
      for i in 0..<n {
        let s2 = scores[k, i] * scores[k, i]
        squares[i] += s2
        products[i] += values[k] * s2
      }
    }
    for k in 0..<count {
      for i in 0..<n {
        let s = scores[k, i]
        let rest = squares[i] - s * s
        let b = rest > 0 ? (products[i] - values[k] * s * s) / rest : 0
        sums[i] += (values[k] - b) * s / Double(count)
      }
    }
    return sums
  }

  private var centredValues: Vector<Double> {
    let mean = values.sum / Double(count)
    return Vector(values.elements.map { $0 - mean })
  }
}

extension ExponentialFamily {
  /// I(θ)⁻¹ g, n numbers: the natural gradient of a vanilla one.
  ///
  /// - Throws: `DomainError.notPositiveDefinite` where the statistics are linearly dependent.
  /// - Complexity: O(n³).
  public func naturalDirection(of g: Vector<Double>) throws(DomainError) -> Vector<Double> {
    var x = g
    try fisherMatrix.factored().solve(&x)
    return x
  }
}

extension Matrix where Scalar == Double {
  /// The Cholesky factor of a matrix with ones on its diagonal; a pivot below `least` is rounding, not a number.
  fileprivate func factored(keepingDigits least: Double) throws(DomainError) -> Cholesky<Double> {
    let factor = try factored()
    let L = factor.lowerTriangle
    for i in 0..<rows where L[i, i] * L[i, i] < least { throw .notPositiveDefinite(pivot: i, dimension: rows) }
    return factor
  }
}
