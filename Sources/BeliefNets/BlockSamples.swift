import LinearAlgebra

/// What the blocks of one layer have in common: samples of the parents, and the variances of the units.
struct BlockSamples<Scalar: BLASScalar>: Sendable {
  /// The parents' samples, n × d, the last column 1.
  private(set) var H: Matrix<Scalar>
  /// Q_rj = σ(a_rj) (1 − σ(a_rj)) / n, n × units.
  private(set) var Q: Matrix<Scalar>
  /// K = H Hᵀ, its lower triangle, where the route is Woodbury's.
  private(set) var gram: Matrix<Scalar>?
  /// Where the route is iterative.
  var basis: SharedBasis<Scalar>?

  init(units: Int, parameters d: Int, samples n: Int, route: FisherBlocks<Scalar>.Route) {
    (H, Q) = (Matrix(zeros: n, d), Matrix(zeros: n, units))
    switch route {
    case .direct: break
    case .woodbury: gram = Matrix(zeros: n, n)
    case .iterative: basis = SharedBasis(parameters: d, samples: n)
    }
  }

  // listing: samples
  /// Takes in samples that come in several parts and count as one, row after row.
  ///
  /// The 1/n of [VVMA] eq. (12) belongs into Q too, where (13) forgets it.
  mutating func load(parents: [Matrix<Scalar>], logits: [Matrix<Scalar>]) throws(NotPositiveDefinite) {
    H.setRows(of: parents)
    Q.setVariances(logits: logits)  // σ (1 − σ)
    Q.scale(by: 1 / Scalar(H.rows))  // the mean over samples
    gram?.setGram(H, .asIs, triangle: .lower)
    try basis?.load(H)
  }
  // listing end
}

/// An orthonormal basis E of eigenvectors of HᵀH, in which the blocks of a layer are nearly diagonal: made at some loads
/// and kept for the others.
struct SharedBasis<Scalar: BLASScalar>: Sendable {
  /// E, d × d, its columns the basis; nil before the first load.
  var E: Matrix<Scalar>?
  /// Loads since E was made.
  var age = 0
  /// H, and the squares of the elements of H E, n × d.
  private(set) var H: BinaryMatrix<Scalar>
  private(set) var squares: Matrix<Scalar>
  /// H E.
  private var HE: Matrix<Scalar>

  /// For how many loads a basis is kept.
  static var lifetime: Int { 50 }

  init(parameters d: Int, samples n: Int) {
    H = BinaryMatrix(Matrix(zeros: 0, d))
    (squares, HE) = (Matrix(zeros: n, d), Matrix(zeros: n, d))
  }

  mutating func load(_ samples: Matrix<Scalar>) throws(NotPositiveDefinite) {
    H = BinaryMatrix(samples)
    if E == nil || age >= Self.lifetime { (E, age) = (try Self.eigenvectors(of: samples), 0) }
    age += 1
    HE.setProduct(H, .asIs, E!)
    squares.copy(HE)
    squares.multiply(by: HE)
  }

  private static func eigenvectors(of H: Matrix<Scalar>) throws(NotPositiveDefinite) -> Matrix<Scalar> {
    var gram = Matrix<Scalar>(zeros: H.columns, H.columns)
    gram.setGram(H, .transposed)
    guard gram.maximumMagnitude.isFinite else { throw NotPositiveDefinite(pivot: 0, dimension: H.columns) }
    do { return try SymmetricEigen(gram).vectors.transposed } catch {
      throw NotPositiveDefinite(pivot: 0, dimension: error.dimension)
    }
  }
}
