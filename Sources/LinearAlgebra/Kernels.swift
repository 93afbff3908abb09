// The loops over sigmoid units. A is the n × units matrix of pre-activations, H a sample of the units, n × units or
// n × (units + 1) with a last column that is left alone (the ones that the next layer's biases see). A coding (low, high)
// is (−1, 1) or (0, 1), low first; a unit is on where H is nearer to high than to low.

extension Matrix {
  /// H_rj ← high with probability σ(A_rj), else low:  H_rj = U_rj < σ(A_rj) ? high : low.
  ///
  /// U_rj = 0 happens with the probability ε by which uniform numbers are spaced, 2⁻²⁴ in single precision and 2⁻⁵³ in double,
  /// and would turn on a unit however small its σ. So a unit with σ < ε/2 is never on: a unit is on, or off, at most about twice
  /// as often as `judge` says, and no weight p/q of an importance sampler is drawn many times too often.
  /// - Parameter U: uniform numbers in [0, 1), multiples of ε, n × units.
  /// - Complexity: O(n · units); allocates nothing.
  public mutating func sample(logits a: Matrix, uniforms u: Matrix, low: Scalar, high: Scalar) {
    checkUnits("sample", a, low, high)
    precondition(a.hasShape(of: u), "sample: uniforms \(u.rows)×\(u.columns) for logits \(a.rows)×\(a.columns)")
    let width = columns
    withMutableSpan { h in
      Scalar.sample(
        &h, stride: width, logits: a.storage.span, uniforms: u.storage.span, units: a.columns, low: low, high: high)
    }
  }

  /// D_rj ← on_rj − σ(A_rj), on ∈ {0, 1}, the score of each pre-activation, and v_r ← v_r + Σ_j log σ(±A_rj), + where unit
  /// j is on: what the logits A say about the sample H, in nats.
  ///
  /// One e^−|a| serves both. In single precision the factors 1 + e^−|a| of a row are multiplied and their logarithm is
  /// taken once, so that a log-probability has an absolute error of about 10⁻⁷ times the root of the number of units.
  /// - Complexity: O(n · units); allocates nothing.
  public mutating func judge(_ h: Matrix, logits a: Matrix, adding v: inout Vector<Scalar>, low: Scalar, high: Scalar) {
    h.checkUnits("judge", a, low, high)
    precondition(hasShape(of: a), "judge: logits \(a.rows)×\(a.columns) into \(rows)×\(columns)")
    precondition(v.count == rows, "judge: \(rows)×\(columns) adding to \(v.count)")
    withMutableSpan { d in
      v.withMutableSpan { v in
        Scalar.judge(
          &d, &v, h.storage.span, stride: h.columns, logits: a.storage.span, units: a.columns, low: low, high: high)
      }
    }
  }

  /// Q_rj ← σ(A_rj) (1 − σ(A_rj)).
  public mutating func setVariances(logits a: Matrix) {
    precondition(hasShape(of: a), "setVariances: logits \(a.rows)×\(a.columns) into \(rows)×\(columns)")
    withMutableSpan { q in Scalar.setVariances(&q, logits: a.storage.span) }
  }

  /// The same of logits in several parts, one part below the other.
  public mutating func setVariances(logits parts: [Matrix]) {
    let height = parts.reduce(0) { $0 + $1.rows }
    precondition(rows == height, "setVariances: \(parts.count) parts of \(height) rows into \(rows)×\(columns)")
    var start = 0
    for a in parts {
      precondition(a.columns == columns, "setVariances: a part of \(a.columns) columns into \(rows)×\(columns)")
      withMutableSpan { q in q.withSlice(start..<start + a.storage.count) { Scalar.setVariances(&$0, logits: a.storage.span) } }
      start += a.storage.count
    }
  }

  /// M_ij ← σ(M_ij).
  public mutating func applySigmoid() { withMutableSpan { m in Scalar.sigmoid(&m) } }

  func checkUnits(_ name: StaticString, _ a: Matrix, _ low: Scalar, _ high: Scalar) {
    precondition(low < high, "\(name): coding (\(low), \(high)), low is not below high")
    precondition(
      rows == a.rows && (columns == a.columns || columns == a.columns + 1),
      "\(name): sample \(rows)×\(columns) for logits \(a.rows)×\(a.columns)")
  }
}

extension Vector {
  /// v_r ← v_r + Σ_j log σ(±A_rj), + where unit j of the sample H is on: what the logits A say about it, in nats.
  ///
  /// - Complexity: O(n · units); allocates nothing.
  public mutating func addLogProbabilities(of h: Matrix<Scalar>, logits a: Matrix<Scalar>, low: Scalar, high: Scalar) {
    h.checkUnits("addLogProbabilities", a, low, high)
    precondition(count == h.rows, "addLogProbabilities: \(h.rows)×\(h.columns) adding to \(count)")
    withMutableSpan { v in
      Scalar.addLogProbabilities(
        &v, of: h.storage.span, stride: h.columns, logits: a.storage.span, units: a.columns, low: low, high: high)
    }
  }
}
