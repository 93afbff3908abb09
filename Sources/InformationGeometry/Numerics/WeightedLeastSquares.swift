import Foundation
import LinearAlgebra

/// The affine function of some statistics that is nearest to f in a weighted mean square, for weights of any spread.
///
///     min_{a, c} Σ_x p(x) (f(x) − a − cᵀT(x))²
///
/// The normal equations for (a, c) lose all digits where p comes near to a point mass or to a face. Here the unknowns are
/// other ones: the values y_j that the affine function takes at n + 1 rows, found by elimination with complete pivoting on
/// √p (1, T), so heavy rows first. In these, 1 and T become a matrix K with √(p_x / p_j) |K_xj| about 1 at most, which is of
/// moderate condition however the weights are spread: heavy rows do not drown what light ones say. (Elimination before least
/// squares; for the trouble with weights see [CoxHigham98].)
public struct WeightedLeastSquares: Sendable, Equatable {
  /// a.
  public let intercept: Double
  /// c, one number for each statistic.
  public let coefficients: Vector<Double>

  /// - Parameters:
  ///   - statistics: T(x), N × n, one row for each x.
  ///   - logWeights: log p(x) up to a constant, N numbers, in nats.
  ///   - values: f(x), N numbers.
  /// - Throws: `DomainError.notPositiveDefinite` where the statistics and 1 are linearly dependent on the N rows, or rows that
  ///   are needed have weights below e^−1400 of the greatest.
  /// - Complexity: O(N n²); allocates some 2 N n numbers.
  public init(statistics T: Matrix<Double>, logWeights: [Double], values f: [Double]) throws(DomainError) {
    let (N, width) = (T.rows, T.columns + 1)
    precondition(
      logWeights.count == N && f.count == N, "WeightedLeastSquares: \(N) rows, \(logWeights.count) weights, \(f.count) values")
    let greatest = logWeights.max() ?? 0
    let logs = logWeights.map { $0 - greatest }
    let basis = HeavyBasis(T, logs)
    guard basis.rows.count == width else { throw .notPositiveDefinite(pivot: basis.rows.count, dimension: width) }
    // G_xj = √(p_x / p_j) K_xj, z_j = √p_j y_j:  Gᵀ G z = Gᵀ √p f
    let (K, order, heavy) = (basis.matrix, basis.columns, basis.rows)
    let G = Matrix<Double>(N, width) { x, j in
      let k = K[x, order[j]]
      return k == 0 ? 0 : k * exp((logs[x] - logs[heavy[j]]) / 2)
    }
    var (gram, z) = (Matrix<Double>(zeros: width, width), Vector<Double>(zeros: width))
    gram.setGram(G, .transposed, triangle: .lower)
    z.setProduct(G, .transposed, Vector(zip(f, logs).map { $0 * exp($1 / 2) }))
    try gram.factored().solve(&z)
    let solution = (0..<width).map { i in
      (0..<width).reduce(0) { $0 + K[N + i, order[$1]] * z[$1] * exp(-logs[heavy[$1]] / 2) }
    }
    for i in 0..<width where !solution[i].isFinite { throw .notPositiveDefinite(pivot: i, dimension: width) }
    intercept = solution[0]
    coefficients = Vector(Array(solution.dropFirst()))
  }
}

/// Rows of (1, T) that are linearly independent, heavy ones first, and the columns changed so that these rows are those of the
/// unit matrix.
private struct HeavyBasis {
  /// (1, T) above the unit matrix, both after the same operations on columns: (N + n + 1) × (n + 1).
  var matrix: Matrix<Double>
  /// The rows of the basis in the order in which they were found, and the column in which each has its 1.
  var rows: [Int] = [], columns: [Int] = []

  init(_ T: Matrix<Double>, _ logs: [Double]) {
    let (N, width) = (T.rows, T.columns + 1)
    matrix = Matrix(N + width, width) { x, j in
      x >= N ? (x - N == j ? 1 : 0) : j == 0 ? 1 : T[x, j - 1]
    }
    let scale = logs.map { exp($0 / 2) }
    let rounding = (0..<N).map { 1e-13 * max(1, T.row($0).maximumMagnitude) }
    var free = Array(0..<width)
    while let (x, j) = pivot(scale, free) {
      let value = matrix[x, j]
      var w = matrix.row(x)
      w.scale(by: 1 / value)
      w[j] = (value - 1) / value
      matrix.addOuterProduct(-1, matrix.column(j), w)
      for i in 0..<width { matrix[x, i] = i == j ? 1 : 0 }
      rows.append(x)
      columns.append(j)
      free.removeAll { $0 == j }
      // Where a row depends on those found, only rounding is left of it, and however heavy it is, that must not count.
      for x in 0..<N { for i in free where abs(matrix[x, i]) <= rounding[x] { matrix[x, i] = 0 } }
    }
  }

  /// The greatest √p_x |K_xj| in the free columns; nil where all are zero.
  private func pivot(_ scale: [Double], _ free: [Int]) -> (row: Int, column: Int)? {
    let width = matrix.columns
    return matrix.withSpan { K in
      var (greatest, place) = (0.0, (0, 0))
      for x in 0..<scale.count {
        for j in free where scale[x] * abs(K[x * width + j]) > greatest {
          (greatest, place) = (scale[x] * abs(K[x * width + j]), (x, j))
        }
      }
      return greatest > 0 ? place : nil
    }
  }
}
