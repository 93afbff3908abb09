import LinearAlgebra
import RandomStreams

extension WakeSleep {
  /// All that a later process needs to go on from here.
  public var state: TrainingState<Scalar> {
    var matrices = machine.matrices(named: "now")
    if let refreshed { matrices += refreshed.machine.matrices(named: "refresh") }
    for (l, layer) in memory.enumerated() { matrices += layer.matrices(ofLayer: l) }
    let metric = fisher?.memory ?? (ages: [], matrices: [])
    return TrainingState(
      steps: steps, refresh: refreshed?.step, basisAges: metric.ages, matrices: matrices + metric.matrices)
  }

  /// A trainer that goes on where another one was: its steps are those that the other one would have made, bit by bit.
  ///
  /// - Parameters:
  ///   - machine: one of the same shape; its parameters do not matter.
  ///   - batch: the images of a step, as `step(on:)` had them: those of the last refresh are looked at again.
  ///   - metricImages, random: as they were.
  /// - Throws: `ForeignState` where the state is not of such a machine and settings, or where its blocks cannot be formed.
  public init(
    resuming state: TrainingState<Scalar>, _ machine: HelmholtzMachine<Scalar>, _ settings: WakeSleepSettings,
    metricImages: Matrix<Scalar>? = nil, using random: RandomStream, batch: (Int) -> Matrix<Scalar>
  ) throws(ForeignState) {
    var start = machine
    try start.setMatrices(state.matrices, named: state.refresh == nil ? "now" : "refresh")
    self.init(start, settings, metricImages: metricImages, using: random, atStep: state.refresh ?? state.steps)
    if let refresh = state.refresh {
      guard refresh <= state.steps, fisher != nil else { throw ForeignState(name: "refresh/p/0") }
      try fisher?.restore(state)
      do throws(Divergence) { try refreshAgain(on: batch(refresh)) } catch { throw ForeignState(name: "refresh/p/0") }
    } else if state.matrices.contains(where: { $0.name.hasPrefix("metric/average/") }) {
      try fisher?.restore(state)  // they wait for the next refresh, after a change of the number of samples
    }
    for l in memory.indices { try memory[l].setMatrices(of: state, layer: l) }
    try go(to: state)
    let own = names(isRefreshed: state.refresh != nil)
    if let other = state.matrices.first(where: { !own.contains($0.name) }) { throw ForeignState(name: other.name) }
  }

  /// The names of all matrices of a state of this trainer.
  private func names(isRefreshed: Bool) -> Set<String> {
    var matrices = machine.matrices(named: "now")
    if isRefreshed { matrices += machine.matrices(named: "refresh") }
    for (l, layer) in memory.enumerated() { matrices += layer.matrices(ofLayer: l) }
    return Set(matrices.map(\.name) + (fisher?.memoryNames(isRefreshed: isRefreshed) ?? []))
  }
}

extension DampedFisher {
  /// What the next refresh takes from the last: bases with their ages, averages.
  var memory: (ages: [Int], matrices: [TrainingState<Scalar>.Named]) {
    var matrices: [TrainingState<Scalar>.Named] = []
    for (l, layer) in layers.enumerated() {
      if let E = layer.shared.basis?.E { matrices.append(.init("metric/basis/\(l)", E)) }
      for (k, piece) in layer.pieces.enumerated() {
        if let average = piece.averages { matrices.append(.init("metric/average/\(l)/\(k)", average.packed)) }
      }
    }
    let ages = layers.map { $0.shared.basis?.age ?? 0 }
    return (ages.allSatisfy { $0 == 0 } ? [] : ages, matrices)
  }

  /// The names of all such matrices; bases are there after a refresh only.
  fileprivate func memoryNames(isRefreshed: Bool) -> [String] {
    var names: [String] = []
    for (l, layer) in layers.enumerated() {
      if isRefreshed, layer.shared.basis != nil, layer.units > 0 { names.append("metric/basis/\(l)") }
      if settings.memory > 0 { names += layer.pieces.indices.map { "metric/average/\(l)/\($0)" } }
    }
    return names
  }

  /// Takes in what `memory` told, as it was right before the last refresh (bases) or after it (averages).
  mutating func restore(_ state: TrainingState<Scalar>) throws(ForeignState) {
    for l in layers.indices {
      if layers[l].shared.basis != nil && layers[l].units > 0 {
        let d = layers[l].parameters
        guard let E = state.matrix("metric/basis/\(l)"), E.rows == d, E.columns == d, state.basisAges.count == layers.count
        else { throw ForeignState(name: "metric/basis/\(l)") }
        layers[l].shared.basis?.E = E
        layers[l].shared.basis?.age = state.basisAges[l] - 1
      }
      for k in layers[l].pieces.indices where settings.memory > 0 {
        let name = "metric/average/\(l)/\(k)", (count, d) = (layers[l].pieces[k].units.count, layers[l].parameters)
        guard let packed = state.matrix(name), packed.rows == count, packed.columns == d * (d + 1) / 2 else {
          throw ForeignState(name: name)
        }
        var averages = PackedTriangles<Scalar>(count: count, dimension: d)
        averages.packed = packed
        layers[l].pieces[k].averages = averages
      }
    }
  }
}
