import LinearAlgebra

extension GradientFlow {
  // listing: trap
  /// The corner of the cube at which every flow of this sense from η ends, whatever the metric and the clock, if the
  /// signs of the partial derivatives alone prove it; nil if they do not.
  ///
  /// A gradient flow with a diagonal metric moves each η_i in the direction of ±∂F/∂η_i. If that direction is towards
  /// the corner v in the whole box between η and v, the flow stays in the box and ends at v. ∂F/∂η_i is linear in each
  /// variable, so its least value on the box is taken at one of the box's 2ⁿ vertices.
  ///
  /// - Returns: the corner as an index, bit i set for v_i = +1.
  @specialized(where P == SIMD2<Double>)
  public func cornerTrapping<P: RealPoint>(_ η: P) -> Int? {
    var (g, vertex) = (η, η)
    relaxation.function.gradient(at: η, into: &g)
    var corner = 0
    for i in 0..<η.count where sense.sign * g[i] > 0 { corner |= 1 << i }
    func side(_ i: Int) -> Double { corner >> i & 1 == 1 ? 1 : -1 }
    for choice in 0..<1 << η.count {
      for i in 0..<η.count { vertex[i] = choice >> i & 1 == 1 ? side(i) : η[i] }
      relaxation.function.gradient(at: vertex, into: &g)
      for i in 0..<η.count where !(sense.sign * g[i] * side(i) > 0) { return nil }
    }
    return corner
  }
  // listing end

  /// The corner at which the flow from a distribution ends: it is followed until the corner is certain.
  ///
  /// - Parameter η: the start, given by its means.
  /// - Returns: an index, bit i set for +1; nil if the flow rests before, or is not decided at the time limit.
  @specialized(where P == SIMD2<Double>)
  public func corner<P: RealPoint>(fromMeans η: P, _ solver: FlowSolver = FlowSolver(tolerance: 1e-7)) -> Int? {
    if let corner = cornerTrapping(η) { return corner }
    let start = η.mapped(coordinates.coordinate(ofMean:))
    var corner: Int?
    _ = end(from: start, until: 1e6, solver) { ξ in
      corner = cornerTrapping(ξ.mapped(coordinates.mean))
      return corner != nil
    }
    return corner
  }
}

/// Where the flows from the centres of side × side cells of the square [−1,1]² of means end.
public struct BasinMap: Sendable, Equatable {
  public let side: Int
  /// The corners as indices, bit 0 for η₁ and bit 1 for η₂; row after row, rows along η₁, η₂ growing; −1 if undecided.
  public let corners: [Int]

  public init(of flow: GradientFlow, side: Int) {
    precondition(side > 0, "BasinMap: \(side) cells to a side")
    self.side = side
    let centres = BasinMap.centres(side)
    corners = centres.flatMap { y in centres.map { x in flow.corner(fromMeans: SIMD2(x, y)) ?? -1 } }
  }

  /// The coordinates of the centres, on either axis.
  public static func centres(_ side: Int) -> [Double] {
    (0..<side).map { -1 + (2 * Double($0) + 1) / Double(side) }
  }

  public subscript(row: Int, column: Int) -> Int { corners[row * side + column] }

  public var undecided: Int { corners.count { $0 < 0 } }

  /// The share of the square from which the flow ends at a corner, and how far it can be off: half the area of the cells
  /// that touch a cell with another end. It holds where the border of the basin does not bend within a cell.
  public func share(of corner: Int) -> (estimate: Double, error: Double) {
    var (own, mixed) = (0, 0)
    for i in 0..<side {
      for j in 0..<side {
        if self[i, j] == corner { own += 1 }
        let rows = max(i - 1, 0)...min(i + 1, side - 1), columns = max(j - 1, 0)...min(j + 1, side - 1)
        if rows.contains(where: { row in columns.contains { self[row, $0] != self[i, j] } }) { mixed += 1 }
      }
    }
    let cells = Double(side * side)
    return (Double(own) / cells, Double(mixed) / cells / 2)
  }
}
