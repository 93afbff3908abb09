extension Record {
  /// The last row whose machine was judged; a run that was stopped may have one more that was not.
  public var judged: RecordRow { rows.last { !$0.validation.isNaN } ?? rows[0] }

  /// The highest validation likelihood within the run; NaN where it had none. The start does not count: a run that diverges at
  /// once has no likelihood of its own.
  public var bestValidation: Double { rows.dropFirst().map(\.validation).filter { !$0.isNaN }.max() ?? .nan }

  /// A column of the record against another one, after the start and where it was measured.
  public func series(
    _ y: KeyPath<RecordRow, Double>, against x: KeyPath<RecordRow, Double>
  ) -> (x: [Double], y: [Double]) {
    let rows = rows.dropFirst().filter { !$0[keyPath: y].isNaN }
    return (rows.map { $0[keyPath: x] }, rows.map { $0[keyPath: y] })
  }

  /// The same with the sign of a loss: minus a likelihood or a bound.
  public func loss(
    _ y: KeyPath<RecordRow, Double>, against x: KeyPath<RecordRow, Double>
  ) -> (x: [Double], y: [Double]) {
    let (x, y) = series(y, against: x)
    return (x, y.map { -$0 })
  }

  /// The value of a column where another one has the value x, between two rows where it was measured; nil outside.
  public func value(
    of y: KeyPath<RecordRow, Double>, where column: KeyPath<RecordRow, Double>, is x: Double
  ) -> Double? {
    let points = series(y, against: column)
    guard let k = points.x.firstIndex(where: { $0 >= x }), k > 0 || points.x[0] == x else { return nil }
    if k == 0 { return points.y[0] }
    let share = (x - points.x[k - 1]) / (points.x[k] - points.x[k - 1])
    return points.y[k - 1] + share * (points.y[k] - points.y[k - 1])
  }

  /// The validation likelihoods of this record and another one at the last place on an axis, of epochs or seconds, that both
  /// have.
  ///
  /// - Throws: where their judged rows do not overlap on the axis, as those of a run that was stopped at once.
  public func compared(
    to other: Record, at x: KeyPath<RecordRow, Double>
  ) throws(RecordUnavailable) -> (x: Double, own: Double, other: Double) {
    let last = min(judged[keyPath: x], other.judged[keyPath: x])
    guard let own = value(of: \.validation, where: x, is: last), let its = other.value(of: \.validation, where: x, is: last)
    else {
      let name = manifest.experiment.name
      let seconds = BookExperiment.named(name)?.expectedSeconds ?? 60
      throw RecordUnavailable(
        name: name, why: "and that of `\(other.manifest.experiment.name)` are not judged at a common place yet", seconds: seconds)
    }
    return (last, own, its)
  }

  /// The last place on an axis, of those where this machine was judged, at which another run was as good or better; nil where
  /// it never was.
  public func lastBehind(_ other: Record, at x: KeyPath<RecordRow, Double> = \.epochs) -> Double? {
    rows.dropFirst().last { row in
      other.value(of: \.validation, where: x, is: row[keyPath: x]).map { $0 >= row.validation } ?? false
    }?[keyPath: x]
  }
}

extension RecordRow {
  /// The epoch as an axis has it.
  public var epochs: Double { Double(epoch) }

  /// How much likelier training images are than validation images, in nats; NaN where either was not judged.
  public var gap: Double { training - validation }
}
