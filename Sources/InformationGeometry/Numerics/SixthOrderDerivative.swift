/// f'(0) by the central difference of sixth order, with an error of about δ⁶ f⁽⁷⁾/140 + 10⁻¹⁶ |f|/δ.
///
///     (45 (f(δ) − f(−δ)) − 9 (f(2δ) − f(−2δ)) + (f(3δ) − f(−3δ))) / 60δ
public func sixthOrderDerivative<Failure: Error>(
  of f: (Double) throws(Failure) -> Double, step δ: Double
) throws(Failure) -> Double {
  let a = try f(δ) - f(-δ)
  let b = try f(2 * δ) - f(-2 * δ)
  let c = try f(3 * δ) - f(-3 * δ)
  return (45 * a - 9 * b + c) / (60 * δ)
}
