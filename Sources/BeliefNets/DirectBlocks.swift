import LinearAlgebra

/// The route through (α 1 + F_j)⁻¹, d × d, of each unit, kept as a packed triangle that every gradient reads once.
struct DirectBlocks<Scalar: BLASScalar>: Sendable {
  /// (1 + α) (α 1 + F_j)⁻¹ of the units, `size` after the other in each element.
  private var inverses: [PackedTriangles<Scalar>]
  /// Scratch of each worker: for a refresh, and a row of G.
  private var workspaces: [PackedTriangles<Scalar>.Workspace]
  private var rows: [Vector<Scalar>]

  /// Units in one piece of work; no result depends on who does it.
  static var size: Int { 112 }

  init(units: Int, parameters d: Int, samples n: Int, workers: Int) {
    inverses = stride(from: 0, to: units, by: Self.size).map {
      PackedTriangles(count: min(Self.size, units - $0), dimension: d)
    }
    workspaces = (0..<max(1, min(workers, inverses.count))).map { _ in .init(dimension: d, vectors: n) }
    rows = (0..<workers).map { _ in Vector(zeros: d) }
  }

  // listing: direct blocks
  /// - Complexity: units (2 n d²/2 + d³) operations; allocates nothing.
  mutating func refresh(parents H: Matrix<Scalar>, weights Q: Matrix<Scalar>, damping α: Scalar) throws(NotPositiveDefinite) {
    try concurrentForEach(&inverses, workspaces: &workspaces) { (b, F, scratch) throws(NotPositiveDefinite) in
      F.setSums(weights: Q, first: b * Self.size, vectors: H, &scratch)  // F_j = Hᵀ diag(Q_·j) H
      try F.invert(damping: α, scaledBy: 1 + α, &scratch)  // F̃_j⁻¹ = (1 + α) (α 1 + F_j)⁻¹
    }
  }

  mutating func solve(_ G: inout Matrix<Scalar>) {
    let inverses = inverses
    concurrentForEachRow(of: &G, workspaces: &rows) { j, g, direction in
      direction.withMutableSpan { inverses[j / Self.size].multiply(j % Self.size, g.span, into: &$0) }
      g.copy(direction.elements.span)
    }
  }
  // listing end
}
