/// A function sampled at the points of a rectangular grid.
public struct Grid: Sendable, Hashable {
  public let x: [Double]
  public let y: [Double]
  /// `values[i][j]` belongs to the point (x[j], y[i]); NaN where the function has no value.
  public let values: [[Double]]

  /// - Precondition: one row for each y, one value for each x.
  public init(x: [Double], y: [Double], values: [[Double]]) {
    precondition(
      values.count == y.count && values.allSatisfy { $0.count == x.count },
      "Grid: \(y.count) rows of \(x.count) values are wanted, there are \(values.count) rows of \(values.first?.count ?? 0)")
    self.x = x
    self.y = y
    self.values = values
  }

  /// Samples a function of x and y.
  public init(x: [Double], y: [Double], _ value: (Double, Double) throws -> Double) rethrows {
    self.init(x: x, y: y, values: try y.map { y in try x.map { x in try value(x, y) } })
  }

  /// Samples a function at count × count points that divide two ranges evenly, ends included.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, count: Int, _ value: (Double, Double) throws -> Double
  ) rethrows {
    try self.init(x: Grid.even(x, count), y: Grid.even(y, count), value)
  }

  /// Samples a function at the centres of count × count cells that fill two ranges: what heat maps and class maps want.
  public init(
    cellsOf x: ClosedRange<Double>, _ y: ClosedRange<Double>, count: Int, _ value: (Double, Double) throws -> Double
  ) rethrows {
    func centres(_ range: ClosedRange<Double>) -> [Double] {
      let width = (range.upperBound - range.lowerBound) / Double(count)
      return (0..<count).map { range.lowerBound + (Double($0) + 0.5) * width }
    }
    try self.init(x: centres(x), y: centres(y), value)
  }

  /// A matrix at x = column, y = row.
  public init(matrix: [[Double]]) {
    self.init(
      x: (0..<(matrix.first?.count ?? 0)).map(Double.init), y: matrix.indices.map(Double.init), values: matrix)
  }

  /// `count` numbers from one end of a range to the other.
  public static func even(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    precondition(count > 1, "Grid.even: at least 2 points are wanted, not \(count)")
    let step = (range.upperBound - range.lowerBound) / Double(count - 1)
    return (0..<count).map { $0 == count - 1 ? range.upperBound : range.lowerBound + Double($0) * step }
  }

  /// Half the distance of neighbours: what a cell reaches beyond its centre.
  static func halfStep(_ places: [Double]) -> Double {
    places.count > 1 ? abs(places[1] - places[0]) / 2 : 0.5
  }
}
