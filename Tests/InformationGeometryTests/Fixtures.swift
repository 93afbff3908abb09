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
