import LinearAlgebra

extension Enumeration {
  /// p(x, h): what dreams are drawn from.
  public var generativeDistribution: [Double] { logJoint.map(Double.exponential) }

  /// q(h | x) p_D(x): images from the data, hidden layers from q.
  public func recognitionDistribution(data: [Double]) -> [Double] {
    check(data)
    return logRecognition.indices.map { Double.exponential(logRecognition[$0]) * data[$0 % images] }
  }

  /// p(h | x) p_D(x): images from the data, hidden layers from the exact posterior.
  public func posteriorDistribution(data: [Double]) -> [Double] {
    check(data)
    return logJoint.indices.map { Double.exponential(logJoint[$0] - logMarginal[$0 % images]) * data[$0 % images] }
  }

  /// The distribution of images that is 1 at image x.
  public func point(_ x: Int) -> [Double] { (0..<images).map { $0 == x ? 1 : 0 } }

  /// The mean of log p(x) under a distribution of images, in nats.
  public func logLikelihood(of data: [Double]) -> Double {
    check(data)
    return data.indices.reduce(0) { data[$1] > 0 ? $0 + data[$1] * logMarginal[$1] : $0 }
  }

  /// KL(p_D ‖ p) = Σ_x p_D(x) (log p_D(x) − log p(x)), in nats.
  public func divergence(from data: [Double]) -> Double {
    check(data)
    return data.indices.reduce(0) { data[$1] > 0 ? $0 + data[$1] * (Double.logarithm(data[$1]) - logMarginal[$1]) : $0 }
  }

  /// The mean of the K-sample bound log (1/K) Σ_k p(x, h_k) / q(h_k | x) for K = 1, E_q[log p(x, h) − log q(h | x)], in nats.
  public func evidenceBound(of data: [Double]) -> Double {
    let q = recognitionDistribution(data: data)
    return q.indices.reduce(0) { q[$1] > 0 ? $0 + q[$1] * (logJoint[$1] - logRecognition[$1]) : $0 }
  }

  private func check(_ data: [Double]) {
    precondition(data.count == images, "Enumeration: \(data.count) probabilities for \(images) images")
  }
}
