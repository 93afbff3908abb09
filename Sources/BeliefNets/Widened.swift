import LinearAlgebra

extension HelmholtzMachine where Scalar == Float {
  /// The same machine in double precision: what `converted(to: Double.self)` gives, fast enough to be had after every step.
  public var widened: HelmholtzMachine<Double> {
    var wide = HelmholtzMachine<Double>(units: units, coding: coding)
    for i in 0...depth {
      wide.generative[i].weights = widen(generative[i].weights)
      wide.recognition[i].weights = widen(recognition[i].weights)
    }
    return wide
  }
}

private func widen(_ m: Matrix<Float>) -> Matrix<Double> {
  Matrix<Double>(m.rows, m.columns, storage: m.storage.map(Double.init))
}
