import LinearAlgebra

/// What a damping does to the step of one unit, in degrees, for each of some dampings.
public struct DampingAngles: Sendable {
  /// Between the damped and the undamped step: what of the metric is lost.
  public let undamped: [Double]
  /// Between the damped step and the gradient: what of the metric is left.
  public let gradient: [Double]
  /// Between two damped steps whose blocks come from different samples: what of the step is noise.
  public let noise: [Double]

  /// - Parameters:
  ///   - block: the spectrum of the unit's block from many samples.
  ///   - twins: two spectra of it from fewer samples each, independent of each other.
  ///   - g: the gradient of the unit.
  public init(
    _ block: DampedSpectrum, twins: (DampedSpectrum, DampedSpectrum), gradient g: Vector<Double>, dampings: [Double]
  ) {
    let limit = block.direction(g, damping: 0)
    undamped = dampings.map { block.direction(g, damping: $0).angle(to: limit) }
    gradient = dampings.map { block.direction(g, damping: $0).angle(to: g) }
    noise = dampings.map { twins.0.direction(g, damping: $0).angle(to: twins.1.direction(g, damping: $0)) }
  }
}

extension SigmoidLayer where Scalar == Double {
  /// What a damping does to the step of unit j: its block from many samples of its parents, and two from fewer.
  ///
  /// - Parameter G: the gradient of the layer, units × (inputs + 1).
  public func dampingAngles(
    unit j: Int, gradient G: Matrix<Double>, parents H: Matrix<Double>, twins: (Matrix<Double>, Matrix<Double>),
    dampings: [Double]
  ) throws(EigenvaluesDidNotConverge) -> DampingAngles {
    DampingAngles(
      try blockSpectrum(unit: j, parents: H),
      twins: (try blockSpectrum(unit: j, parents: twins.0), try blockSpectrum(unit: j, parents: twins.1)), gradient: G.row(j),
      dampings: dampings)
  }
}
