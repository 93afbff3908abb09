import LinearAlgebra
import RandomStreams

/// N points of a Gaussian, as two matrices: x_n = μ + L z_n, where Σ = L Lᵀ and z_n is standard normal.
///
/// The expectations of a search without derivatives are weighted sums over such points. By Stein's identities they give the
/// means of the derivatives of f, and so all its gradients:
///
///     E[∇f] = L⁻ᵀ δ,   δ = E[f z];        E[Hess f] = L⁻ᵀ M L⁻¹,   M = E[f (z zᵀ − 1)]
public struct GaussianSample: Sendable {
  public let gaussian: Gaussian
  /// z_n, N × d.
  public let standard: Matrix<Double>
  /// x_n, N × d.
  public let points: Matrix<Double>

  /// - Complexity: O(N d²), and N d random numbers.
  public init(of p: Gaussian, count N: Int, using rng: inout RandomStream) {
    precondition(N > 0, "GaussianSample: \(N) points")
    var z = Matrix<Double>(zeros: N, p.dimension)
    z.withMutableSpan { rng.fillNormal(&$0) }
    self.init(of: p, standard: z)
  }

  /// - Parameter standard: z_n, N × d.
  public init(of p: Gaussian, standard z: Matrix<Double>) {
    precondition(z.columns == p.dimension, "GaussianSample: points of \(z.columns) numbers for dimension \(p.dimension)")
    gaussian = p
    standard = z
    var x = Matrix<Double>(zeros: z.rows, z.columns)
    for n in 0..<z.rows { x.setRow(n, to: p.mean) }
    x.setProduct(z, p.triangle, .transposed, plus: 1)
    points = x
  }

  /// N.
  public var count: Int { points.rows }

  /// f at each point.
  public func values(of f: (Span<Double>) -> Double) -> [Double] {
    (0..<count).map { n in points.withRow(n) { f($0) } }
  }

  /// The values of a search objective at the points.
  public func values(of f: SearchObjective) -> [Double] { values { f.value(at: $0) } }

  // listing: whitened moments
  /// δ = Σ w_n z_n and M = Σ w_n (z_n z_nᵀ − 1), d numbers and d × d.
  ///
  /// - Complexity: O(N d²).
  public func moments(weights w: [Double]) -> (δ: Vector<Double>, M: Matrix<Double>) {
    precondition(w.count == count, "moments: \(w.count) weights for \(count) points")
    let d = standard.columns
    var (δ, M, weighted) = (Vector<Double>(zeros: d), Matrix<Double>(zeros: d, d), standard)
    δ.setProduct(standard, .transposed, Vector(w))
    weighted.scaleRows(by: Vector(w))
    M.setProduct(standard, .transposed, weighted)
    M.addDiagonal(-w.reduce(0, +))
    M.mirrorLowerTriangle()
    return (δ, M)
  }
  // listing end

  /// E[∇f] and E[Hess f] as estimated by weighted points, w_n = f_n / N or with a baseline.
  ///
  /// - Returns: derivatives whose value is Σ w_n, that of w in place of f.
  public func derivatives(weights w: [Double]) -> ExpectedDerivatives {
    var (δ, M) = moments(weights: w)
    let factor = gaussian.factor
    factor.solveTriangle(.transposed, &δ)
    factor.solveTriangle(.transposed, columnsOf: &M)  // L⁻ᵀ M
    M = M.transposed  // M L⁻¹
    factor.solveTriangle(.transposed, columnsOf: &M)
    return ExpectedDerivatives(value: w.reduce(0, +), gradient: δ, hessian: M)
  }
}

/// How the values of a sample become weights.
public enum SampleWeighting: Sendable, Hashable {
  /// w_n = (f_n − f̄)/(N − 1): the weighted scores estimate ∇E[f] without bias.
  case values
  /// Weights by rank, which replace f by a function of its order in the sample.
  case ranks(RankUtilities)

  /// Weights with which Σ w_n s_n is a direction of ascent for `.maximise`, of descent for `.minimise`.
  public func weights(of f: [Double], _ sense: Sense) -> [Double] {
    switch self {
    case .values:
      let mean = f.reduce(0, +) / Double(f.count)
      return f.map { sense.sign * ($0 - mean) / Double(f.count - 1) }
    case .ranks(let utilities): return utilities.weights(of: f, sense)
    }
  }
}
