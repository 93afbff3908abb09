import LinearAlgebra
import RandomStreams

/// Root mean square errors of sampled gradients, over many samples of one size: what a sample is worth.
public struct EstimatorErrors: Sendable, Equatable {
  /// Of ∇F(θ), for each baseline in the order of `Baseline.allCases`, in the Euclidean norm.
  public let vanilla: [Double]
  /// Of the first component of ∇F(θ), likewise.
  public let firstComponent: [Double]
  /// Of I⁻¹∇F with the Fisher matrix of the model and the mean as baseline, in the Fisher norm √(eᵀ I e).
  public let exactFisher: Double
  /// Of I⁻¹∇F with both covariances from the sample, in the Fisher norm; NaN where a sample is too small for it.
  public let sampledFisher: Double

  /// Draws `runs` samples, run k from the stream `random.stream("errors", k)`; the same for every number of workers.
  ///
  /// - Parameters:
  ///   - f: evaluated `runs` × `sampleSize` times.
  ///   - vanilla: ∇F(θ), n numbers, exactly.
  ///   - natural: I⁻¹∇F(θ), n numbers, exactly.
  /// - Precondition: runs ≥ 1, N ≥ 2.
  /// - Complexity: O(N n² + n³) a run.
  public init<Model: ExponentialFamily & Sampler>(
    of f: @Sendable (Model.Point) -> Double, under p: Model, vanilla g: Vector<Double>, natural v: Vector<Double>,
    sampleSize N: Int, runs: Int, workers: Int, random: RandomStream
  ) {
    precondition(runs > 0 && N > 1, "EstimatorErrors: \(runs) samples of \(N) points")
    let (I, factor) = (p.fisherMatrix, try? p.fisherMatrix.factored())
    @Sendable func fisherSquare(_ w: Vector<Double>?) -> Double {
      guard var e = w else { return .nan }
      e.add(-1, v)
      var Ie = e
      Ie.setProduct(I, e)
      return e.dot(Ie)
    }
    let squares = concurrentChunks(runs, size: 1, workers: workers) { range -> [Double] in
      var stream = random.stream("errors", range.lowerBound)
      let sample = EvaluatedSample(of: f, under: p, count: N, using: &stream)
      var direction = sample.gradient()
      let errors = Baseline.allCases.map { baseline in
        var e = sample.gradient(baseline)
        e.add(-1, g)
        return e
      }
      factor?.solve(&direction)
      return errors.map { $0.dot($0) } + errors.map { $0[0] * $0[0] }
        + [fisherSquare(factor == nil ? nil : direction), fisherSquare(try? sample.naturalGradient())]
    }
    let roots = squares[0].indices.map { k in (squares.reduce(0) { $0 + $1[k] } / Double(runs)).squareRoot() }
    let count = Baseline.allCases.count
    (vanilla, firstComponent) = (Array(roots[..<count]), Array(roots[count..<2 * count]))
    (exactFisher, sampledFisher) = (roots[2 * count], roots[2 * count + 1])
  }
}
