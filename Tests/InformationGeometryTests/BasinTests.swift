import Foundation
import InformationGeometry
import Testing

@Suite("basins of attraction of the toy function")
struct BasinTests {
  static let vanillaη = GradientFlow(of: toy, .vanilla, in: .η)
  static let vanillaθ = GradientFlow(of: toy, .vanilla, in: .θ)
  static let natural = GradientFlow(of: toy, .natural, in: .θ)

  @Test("the counts of ERRATA on the grid −0.93 + 0.206 i", arguments: [(vanillaη, 85), (vanillaθ, 78), (natural, 82)])
  func counts(flow: GradientFlow, expected: Int) {
    let places = (0..<10).map { -0.93 + 0.206 * Double($0) }
    let corners = places.flatMap { y in places.map { x in flow.corner(fromMeans: SIMD2(x, y)) } }
    #expect(corners.count { $0 == 3 } == expected)
    #expect(corners.count { $0 == 0 } == 100 - expected)
  }

  @Test(
    "the share counted on a grid and the area under the exact border agree, for either sense",
    arguments: [vanillaη, vanillaθ, natural], [Sense.maximise, .minimise])
  func shares(flow: GradientFlow, sense: Sense) throws {
    let flow = GradientFlow(of: toy, flow.kind, in: flow.coordinates, sense)
    let map = BasinMap(of: flow, side: 60)
    let share = map.share(of: sense == .maximise ? 3 : 2)
    let exact = try #require(BilinearFlow(flow)).shareAbove
    #expect(map.undecided == 0)
    #expect(abs(share.estimate - exact) < share.error)
    // The border crosses some 30 rows or more, with at least two cells of each on it or beside it: 60 of 3600 cells, halved.
    #expect(share.error > 0.008 && share.error < 0.04)
  }

  @Test("the exact areas")
  func areas() throws {
    // 1/8 of the square is the triangle that the line η₁ + η₂ = −1 cuts off.
    #expect(abs(try #require(BilinearFlow(Self.vanillaη)).shareAbove - 7.0 / 8) < 1e-14)
    // Minimising: above η₂ = η₁ + 1/3 lies a triangle with legs 5/3, of 25/18 in 4.
    let down = GradientFlow(of: toy, .vanilla, in: .μ, .minimise)
    #expect(abs(try #require(BilinearFlow(down)).shareAbove - 25.0 / 72) < 1e-14)
    #expect(abs(try #require(BilinearFlow(Self.natural)).shareAbove - 0.843) < 5e-4)
    #expect(abs(try #require(BilinearFlow(Self.vanillaθ)).shareAbove - 0.80) < 5e-3)
  }

  @Test("the exact border separates", arguments: [vanillaη, vanillaθ, natural], [Sense.maximise, .minimise])
  func border(flow: GradientFlow, sense: Sense) throws {
    let flow = GradientFlow(of: toy, flow.kind, in: flow.coordinates, sense)
    let exact = try #require(BilinearFlow(flow))
    let (above, below) = sense == .maximise ? (3, 0) : (2, 1)
    for x in [-0.97, -0.8, -0.5, -0.1] {
      let y = exact.separatrix(at: x)
      guard abs(y) < 0.999 else { continue }
      #expect(flow.corner(fromMeans: SIMD2(x, y + 1e-5)) == above)
      #expect(flow.corner(fromMeans: SIMD2(x, y - 1e-5)) == below)
    }
    #expect(abs(exact.separatrix(at: exact.saddle.x) - exact.saddle.y) < 1e-12)
    #expect(abs(exact.conserved(at: exact.saddle) - exact.conserved(at: SIMD2(-0.9, exact.separatrix(at: -0.9)))) < 1e-12)
  }

  @Test("the conserved quantity is conserved", arguments: IndependenceCoordinates.allCases, GradientKind.allCases)
  func conservation(coordinates: IndependenceCoordinates, kind: GradientKind) throws {
    let flow = GradientFlow(of: toy, kind, in: coordinates)
    let exact = try #require(BilinearFlow(flow))
    let start = IndependenceCoordinates.η.convert(SIMD2(-0.4, -0.5), to: coordinates)
    // Up to before the faces, where the vanilla flow in η is no longer free.
    let way = flow.trajectory(from: start, until: 0.04, FlowSolver(tolerance: 1e-12))
    let values = way.polyline().map { exact.conserved(at: coordinates.convert($0, to: .η)) }
    #expect(way.report.end == .time && way.report.point.distance(to: start) > 1e-3)
    #expect(values.allSatisfy { abs($0 - values[0]) < 1e-9 })
  }

  @Test("a corner is only called certain where the flow goes there")
  func certainty() {
    for flow in [Self.vanillaη, Self.vanillaθ, Self.natural] {
      for y in stride(from: -0.95, through: 0.95, by: 0.19) {
        for x in stride(from: -0.95, through: 0.95, by: 0.19) {
          guard let corner = flow.cornerTrapping(SIMD2(x, y)) else { continue }
          let start = SIMD2(x, y).mapped(flow.coordinates.coordinate(ofMean:))
          let end = flow.end(from: start, until: 40, FlowSolver(tolerance: 1e-7)).point.mapped(flow.coordinates.mean)
          #expect(end.distance(to: corner == 3 ? SIMD2(1, 1) : SIMD2(-1, -1)) < 0.1)
        }
      }
    }
    #expect(Self.natural.cornerTrapping(SIMD2(-0.9, 0.9)) == nil)
    #expect(Self.natural.corner(fromMeans: SIMD2(-2.0 / 3, -1.0 / 3)) == nil)  // the saddle
  }

  @Test("functions without a saddle in the square have no border")
  func withoutBorder() {
    let x = PseudoBoolean.variables(2)
    #expect(BilinearFlow(GradientFlow(of: x[0] + x[1], .natural, in: .η)) == nil)
    #expect(BilinearFlow(GradientFlow(of: 2 * x[0] + x[0] * x[1], .natural, in: .η)) == nil)
    #expect(BilinearFlow(GradientFlow(of: scatteredFunction(3, seed: 1), .natural, in: .η)) == nil)
  }
}

@Suite("distances of flows")
struct OrbitTests {
  @Test("the natural flow is the same in all coordinates, the vanilla flow is not")
  func invariance() {
    func way(_ kind: GradientKind, _ coordinates: IndependenceCoordinates) -> Trajectory<SIMD2<Double>> {
      let start = IndependenceCoordinates.μ.convert(SIMD2(0.1, 0.55), to: coordinates)
      return GradientFlow(of: toy, kind, in: coordinates).trajectory(from: start, until: 1, FlowSolver(tolerance: 1e-10))
    }
    func distance(_ kind: GradientKind, _ a: IndependenceCoordinates, _ b: IndependenceCoordinates) -> Double {
      way(kind, a).greatestDistance(
        to: way(kind, b), mapping: { a.convert($0, to: .μ) }, and: { b.convert($0, to: .μ) })
    }
    #expect(distance(.natural, .θ, .η) < 1e-8)
    #expect(distance(.natural, .θ, .φ) < 1e-8)
    #expect(distance(.vanilla, .θ, .η) > 0.1)
  }

  @Test("the distance of orbits does not see the clock")
  func orbits() {
    let line = (0...10).map { SIMD2(Double($0) / 10, 0) }
    let sameLine = (0...7).map { k in SIMD2(Double(k * k) / 49, 0) }
    #expect(orbitDistance(from: line, to: sameLine) < 1e-15)
    #expect(abs(orbitDistance(from: line + [SIMD2(0.5, 0.25)], to: sameLine) - 0.25) < 1e-15)
    #expect(orbitDistance(from: [SIMD2(3, 4)], to: [SIMD2(0, 0)]) == 5)
  }

  @Test("a coordinate that is not a number makes the distance none, wherever it stands", arguments: 0..<3)
  func lost(place: Int) {
    let line: [SIMD2<Double>] = [SIMD2(0, 0), SIMD2(1, 0), SIMD2(2, 0)]
    var gap = line
    gap[place].x = .nan
    #expect(orbitDistance(from: gap, to: line).isNaN && orbitDistance(from: line, to: gap).isNaN)
    let way = GradientFlow(of: toy, .natural, in: .θ).trajectory(from: SIMD2(0.1, -0.2), until: 0.5)
    let places = [way.start, way.point(at: way.report.time * 5 / 10), way.report.point]
    let distance = way.greatestDistance(
      to: way, at: 10, mapping: { $0 == places[place] ? SIMD2<Double>(.nan, 0) : $0 }, and: { $0 })
    #expect(distance.isNaN)
  }

  @Test("finite steps approach the flow with order 1")
  func steps() {
    let flow = GradientFlow(of: toy, .natural, in: .θ)
    let start = SIMD2(0.1, -0.2)
    let end = flow.end(from: start, until: 0.5).point
    let counts = [50, 100, 200, 400]
    let errors = counts.map { log(flow.steps($0, of: 0.5 / Double($0), from: start).last!.distance(to: end)) }
    #expect(abs(fittedSlope(of: errors, against: counts.map { -log(Double($0)) }) - 1) < 0.05)
  }
}
