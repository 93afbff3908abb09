import LinearAlgebra

extension Enumeration {
  // listing: self-normalised
  /// The distribution of states whose mean score is the *expectation* of the reweighted wake gradient with K samples.
  ///
  ///     E[Σ_k ω̃_k s(h_k)] = Σ_h q_K(h | x) s(h),   q_K(h | x) = K q(h | x) E[ω(h) / (ω(h) + ω_2 + … + ω_K)]
  ///
  /// ω_2 … ω_K the weights of other samples of q. q_1 is q(h | x) itself; as K grows, q_K tends to the posterior. The mean
  /// of the quotient is an integral of one variable, whatever K is, since 1/a = ∫ e^(−a t) dt:
  ///
  ///     q_K(h | x) = K q(h | x) ω(h) ∫₀^∞ e^(−ω(h) t) φ(t)^(K−1) dt,   φ(t) = E_q[e^(−ω t)]
  ///
  /// With t = eᵘ the integrand and all its derivatives vanish at both ends, where the trapezoidal rule is at its best.
  /// - Parameter data: a distribution of images.
  /// - Returns: q_K(h | x) p_D(x) for every state; a step of 1/8 in u leaves errors near 10⁻¹³.
  /// - Complexity: O(images of the data × hidden states × nodes), some 500 to 1,000 nodes.
  public func selfNormalisedDistribution(data: [Double], samples K: Int) -> [Double] {
    precondition(data.count == images && K > 0, "selfNormalisedDistribution: \(data.count) probabilities, \(K) samples")
    var distribution = recognitionDistribution(data: data)
    guard K > 1 else { return distribution }
    for x in data.indices where data[x] > 0 {
      let states = Array(stride(from: x, to: logJoint.count, by: images))
      let logω = states.map { logJoint[$0] - logRecognition[$0] }
      let q = states.map { Double.exponential(logRecognition[$0]) }
      let m = logω.max()!
      let step = 0.125, first = -38 - Double.logarithm(Double(K)), last = 4 + m - logω.min()!
      var sums = [Double](repeating: 0, count: states.count)
      for node in 0...Int((last - first) / step) {
        let u = first + step * Double(node)
        let decay = logω.map { Double.exponential(-Double.exponential($0 - m + u)) }  // e^(−ω t), ω relative to the greatest
        let φ = zip(q, decay).reduce(0) { $0 + $1.0 * $1.1 }
        let others = Double.exponential(Double(K - 1) * Double.logarithm(φ))
        if others == 0 { break }
        for h in sums.indices { sums[h] += step * Double.exponential(logω[h] - m + u) * decay[h] * others }
      }
      for (h, s) in states.enumerated() { distribution[s] = data[x] * Double(K) * q[h] * sums[h] }
    }
    return distribution
  }
  // listing end
}
