import BeliefNets
import LinearAlgebra
import Testing

@Suite("routes at the size of the twelve-layer machine's largest layers") struct FullSizeRoutesTests {
  /// ‖a − b‖ / ‖b‖ over all units.
  private func relative(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Double {
    var difference = a
    difference.add(-1, b)
    return difference.norm / b.norm
  }

  /// The pixels of p with 1,000 dreams, and the first layer of q with 100 images.
  @Test(
    "the routes agree to 10⁻⁴ of the step's norm, in Double, and in Float with Double",
    arguments: [(784, 301, 1000), (40, 785, 100)])
  func agreement(units: Int, d: Int, n: Int) throws {
    let (H, A, G) = correlatedLayer(units: units, d: d, n: n)
    func step<Scalar: BLASScalar>(_ route: FisherBlocks<Scalar>.Route) throws -> Matrix<Double> {
      func cast(_ m: Matrix<Double>) -> Matrix<Scalar> { Matrix(m.rows, m.columns) { Scalar(m[$0, $1]) } }
      var blocks = FisherBlocks<Scalar>(units: units, parameters: d, samples: n, route: route, workers: 2)
      try blocks.refresh(parents: cast(H), logits: cast(A), damping: 0.1)
      var X = cast(G)
      blocks.solve(&X)
      return Matrix(units, d) { Double(X[$0, $1]) }
    }
    let direct = try step(FisherBlocks<Double>.Route.direct)
    func error(_ step: Matrix<Double>) -> Double { relative(step, direct) }
    #expect(error(try step(FisherBlocks<Float>.Route.direct)) < 1e-5)
    #expect(error(try step(FisherBlocks<Double>.Route.iterative(tolerance: 1e-4))) < 1e-4)
    #expect(error(try step(FisherBlocks<Float>.Route.iterative(tolerance: 1e-4))) < 1e-4)
    if n < d {
      #expect(error(try step(FisherBlocks<Double>.Route.woodbury)) < 1e-12)
      #expect(error(try step(FisherBlocks<Float>.Route.woodbury)) < 1e-5)
    }
    // The tolerance is what decides: with a looser one the steps part.
    #expect(error(try step(FisherBlocks<Double>.Route.iterative(tolerance: 1e-1))) > 1e-3)
  }
}
