import LinearAlgebra

/// How far a natural direction with an old metric is from one with a fresh metric, in one layer.
///
/// Beside it the *floor*: what lies between two fresh metrics from different samples. Below it an old metric cannot be told
/// from a fresh one.
public struct MetricAge: Sendable {
  public let network: Network
  public let layer: Int
  /// Angles to the direction with the fresh metric, in degrees: of the old one, of another fresh one, of the gradient.
  public let old: Double, floor: Double, gradient: Double
  /// |old − fresh| / |fresh|, and the same with another fresh metric for the old one.
  public let oldDistance: Double, floorDistance: Double

  /// Compares three metrics by the directions that they make of one gradient, for each layer of p and then of q.
  ///
  /// - Complexity: a solution with each metric, and O(parameters); allocates copies of the gradient.
  public static func measured<Scalar: BLASScalar>(
    on g: Gradient<Scalar>, old: inout MetricEstimate<Scalar>, fresh: inout MetricEstimate<Scalar>,
    twin: inout MetricEstimate<Scalar>
  ) -> [MetricAge] {
    var (aged, right, other) = (g, g, g)
    old.makeNatural(&aged)
    fresh.makeNatural(&right)
    twin.makeNatural(&other)
    return Network.allCases.flatMap { network in
      g[network].indices.filter { g[network][$0].rows > 0 }.map { i in
        let reference = flattened(right[network][i])
        let (a, b) = (flattened(aged[network][i]), flattened(other[network][i]))
        return MetricAge(
          network: network, layer: i, old: a.angle(to: reference), floor: b.angle(to: reference),
          gradient: flattened(g[network][i]).angle(to: reference), oldDistance: distance(a, reference),
          floorDistance: distance(b, reference))
      }
    }
  }

  private static func flattened<Scalar: BLASScalar>(_ m: Matrix<Scalar>) -> Vector<Double> {
    Vector((m.converted() as Matrix<Double>).storage)
  }

  private static func distance(_ a: Vector<Double>, _ reference: Vector<Double>) -> Double {
    var difference = a
    difference.add(-1, reference)
    return difference.norm / reference.norm
  }
}
