import Foundation
import InformationGeometry
import LinearAlgebra

/// The book's toy function.
let toy: PseudoBoolean = {
  let x = PseudoBoolean.variables(2)
  return x[0] + 2 * x[1] + 3 * x[0] * x[1]
}()

/// Numbers of [−1, 1] with nothing in common, the same at each run: the fractional parts of multiples of √2 and √3.
func scattered(_ n: Int, seed: Int) -> [Double] {
  (1...n).map { k in
    let x = Double(k) * 2.0.squareRoot() + Double(seed) * 3.0.squareRoot()
    return 2 * (x - x.rounded(.down)) - 1
  }
}

/// A polynomial with all its 2ⁿ coefficients.
func scatteredFunction(_ n: Int, seed: Int) -> PseudoBoolean {
  let coefficients = scattered(1 << n, seed: seed)
  return PseudoBoolean(
    count: n, terms: coefficients.enumerated().map { .init(variables: UInt64($0), coefficient: $1) })
}

/// n numbers of [−reach, reach].
func scatteredPoint(_ n: Int, within reach: Double, seed: Int) -> Vector<Double> {
  Vector(scattered(n, seed: seed).map { reach * $0 })
}

/// g with a tenth of its length added along v, which no check of a gradient may let pass.
func spoilt(_ g: Vector<Double>, along v: Vector<Double>) -> Vector<Double> {
  var h = g
  h.add(0.1 * (g.norm + 1) / v.norm, v)
  return h
}

/// A Gaussian with nothing special: Σ = A Aᵀ + ½ 1 with entries of A in [−1, 1], so of condition at most some 2 d² + 1.
func scatteredGaussian(_ d: Int, seed: Int) throws -> Gaussian {
  let A = Matrix<Double>(d, d, storage: scattered(d * d, seed: seed))
  var Σ = Matrix<Double>(zeros: d, d)
  Σ.setProduct(A, .asIs, A, .transposed)
  Σ.addDiagonal(0.5)
  return try Gaussian(mean: scatteredPoint(d, within: 1, seed: seed + 1), covariance: Σ)
}

/// A polynomial of a degree in d variables with a coefficient for each monomial of at most three variables.
func scatteredPolynomial(_ d: Int, degree: Int, seed: Int) -> Polynomial {
  let x = Polynomial.variables(d)
  let c = scattered(d * d * (degree + 1), seed: seed)
  var f = Polynomial.constant(c[0], count: d)
  for i in 0..<d {
    for j in 0..<d {
      for k in 1...degree {
        f =
          f + c[(i * d + j) * (degree + 1) + k]
          * (x[i].power(k / 2) * x[j].power(k - k / 2 - k / 3) * x[(i + 1) % d].power(k / 3))
      }
    }
  }
  return f
}
