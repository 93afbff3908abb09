import Foundation
import InformationGeometry
import Testing

@Suite("Mountain pass of a quartic")
struct MountainPassTests {
  static let pass = MountainPass(of: UnivariateFlowTests.quartic, near: SIMD2(-0.7, 0.5))

  static func flow(_ kind: GradientKind, _ chart: UnivariateChart = .deviation) -> UnivariateFlow<UnivariateMean> {
    UnivariateFlow(of: UnivariateFlowTests.quartic, kind, in: chart)
  }

  @Test("the saddle, and that nothing is higher on the vertical line through it")
  func saddle() throws {
    let pass = try #require(Self.pass)
    #expect(pass.saddle.distance(to: SIMD2(-0.7533, 0.5362)) < 1e-4)
    for σ in stride(from: 0.0, through: 3, by: 0.01) {
      #expect(pass.objective.expectedDerivatives(mean: pass.saddle.x, variance: σ * σ).value <= pass.height + 1e-12)
    }
    let (a, b) = (0.3, 0.5)
    let F = { (μ: Double, v: Double) in pass.objective.expectedDerivatives(mean: μ, variance: v).value }
    let (byVariance, byMean) = (
      (F(a, b + 1e-4) - F(a, b - 1e-4)) / 2e-4, (F(a + 1e-3, b) - 2 * F(a, b) + F(a - 1e-3, b)) / 1e-6
    )
    #expect(abs(byVariance - byMean / 2) < 1e-4)  // the heat equation, to the error of the differences
    #expect(MountainPass(of: UnivariateFlowTests.quartic, near: SIMD2(3, 0.1))?.saddle.y ?? 1 > 0)
  }

  @Test("from one start the two flows end at different maxima; followed to the end, they are there")
  func ends() throws {
    let pass = try #require(Self.pass)
    let start = SIMD2(-0.5, 0.2)
    #expect(pass.side(of: Self.flow(.natural), from: start) == -1)
    #expect(pass.side(of: Self.flow(.vanilla), from: start) == 1)
    let natural = Self.flow(.natural).end(from: start, until: 1e5).point
    let vanilla = Self.flow(.vanilla).end(from: start, until: 10).point
    #expect(abs(natural.x + 2.0.squareRoot()) < 1e-3 && abs(vanilla.x - 2.0.squareRoot()) < 1e-6)
  }

  @Test("the natural basins are the same in every chart, the vanilla ones are not")
  func charts() throws {
    let pass = try #require(Self.pass)
    let (means, deviations) = (stride(from: -2.0, through: 1, by: 0.2).map { $0 }, [0.15, 0.45, 0.75, 1.05])
    let reference = pass.sides(of: Self.flow(.natural), means: means, deviations: deviations)
    for chart in UnivariateChart.allCases {
      #expect(pass.sides(of: Self.flow(.natural, chart), means: means, deviations: deviations) == reference)
    }
    #expect(pass.sides(of: Self.flow(.vanilla), means: means, deviations: deviations) != reference)
    #expect(reference.joined().allSatisfy { $0 != 0 })
  }

  @Test("starts on the two sides of the separatrix end at different maxima", arguments: GradientKind.allCases)
  func separatrix(kind: GradientKind) throws {
    let pass = try #require(Self.pass)
    let border = pass.separatrix(of: Self.flow(kind), reach: 0.05...2)
    #expect(border.first!.y < 0.06 && border.last!.y > 1.9)
    for k in stride(from: 0, to: border.count, by: max(1, border.count / 12)) {
      #expect(pass.side(of: Self.flow(kind), from: border[k] + SIMD2(-1e-3, 0)) == -1)
      #expect(pass.side(of: Self.flow(kind), from: border[k] + SIMD2(1e-3, 0)) == 1)
    }
  }

  @Test("a flow that leaves its domain below the pass ends on no side")
  func leaving() throws {
    let pass = try #require(Self.pass)
    let sides = pass.sides(of: Self.flow(.vanilla, .variance), means: [-2.2, -1, 0, 1], deviations: [0.1])
    #expect(sides[0][0] == 0)
  }
}
