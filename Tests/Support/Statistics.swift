/// How many standard errors a sample mean lies away from its expectation: a test of sampling asks for |z| < 4.5, which
/// a right sampler fails once in 150,000 seeds, and the seeds are fixed.
///
/// - Parameters:
///   - sum: of independent terms.
///   - mean: the expectation of that sum.
///   - variance: the variance of that sum.
public func zScore(sum: Double, mean: Double, variance: Double) -> Double { (sum - mean) / variance.squareRoot() }
