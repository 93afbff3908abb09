import Foundation
import InformationGeometry
import LinearAlgebra
import Testing

@Suite("Dormand–Prince")
struct SolverTests {
  /// x' = x (1 − x), y' = −2 t-independent: a logistic curve beside a decay, with the closed solution.
  static func logistic(_ x: SIMD2<Double>, _ v: inout SIMD2<Double>) { v = SIMD2(x.x * (1 - x.x), -2 * x.y) }
  static func solution(_ t: Double) -> SIMD2<Double> { SIMD2(1 / (1 + 9 * exp(-t)), exp(-2 * t)) }
  static let start = SIMD2(0.1, 1.0)

  @Test("fixed steps converge with order 5, between them with order 4 or better")
  func order() {
    let counts = [16, 32, 64, 128]
    var (ends, middles): ([Double], [Double]) = ([], [])
    for count in counts {
      let h = 2 / Double(count)
      var steps = DormandPrince(at: Self.start, Self.logistic)
      var middle = 0.0
      for k in 0..<count {
        _ = steps.attempt(h, absolute: 1, relative: 0, Self.logistic)
        let dense = steps.denseStep(from: Double(k) * h, h)
        let t = (Double(k) + 0.3) * h
        middle = max(middle, dense.point(at: t).distance(to: Self.solution(t)))
        steps.accept()
      }
      ends.append(log(steps.point.distance(to: Self.solution(2))))
      middles.append(log(middle))
    }
    let logs = counts.map { -log(Double($0)) }
    #expect(abs(fittedSlope(of: ends, against: logs) - 5) < 0.3)
    #expect(fittedSlope(of: middles, against: logs) > 3.7)
  }

  @Test("the error estimate is of order 5 in a step, so the pair is one of orders 5 and 4")
  func estimate() {
    let hs = [0.4, 0.2, 0.1, 0.05]
    let errors = hs.map { h in
      var steps = DormandPrince(at: Self.start, Self.logistic)
      return log(steps.attempt(h, absolute: 1, relative: 0, Self.logistic))
    }
    #expect(abs(fittedSlope(of: errors, against: hs.map { log($0) }) - 5) < 0.4)
  }

  @Test("the error follows the tolerance", arguments: [1e-4, 1e-6, 1e-8, 1e-10])
  func tolerance(tolerance: Double) {
    let way = FlowSolver(tolerance: tolerance).trajectory(of: Self.logistic, from: Self.start, until: 5)
    #expect(way.report.end == .time && way.report.time == 5)
    let worst = (0...500).map { way.point(at: Double($0) / 100).distance(to: Self.solution(Double($0) / 100)) }.max()!
    // The error per step is the tolerance; over five units of a contracting flow it adds up to a few of them.
    #expect(worst < 20 * tolerance)
    #expect(worst > 1e-3 * tolerance)  // and no work is wasted
    let report = FlowSolver(tolerance: tolerance).end(of: Self.logistic, from: Self.start, until: 5)
    #expect(report == way.report)
    #expect(way.polyline(segmentsPerStep: 3).count == 3 * way.steps.count + 1)
    #expect(way.point(at: -1) == Self.start && way.point(at: 6) == way.report.point)
  }

  @Test("a relative tolerance does not see the unit of length")
  func scale() {
    func turn(_ x: SIMD2<Double>, _ v: inout SIMD2<Double>) { v = SIMD2(x.x - x.y, x.x + x.y) }
    let solver = FlowSolver(relativeTolerance: 1e-8, absoluteTolerance: 1e-300)
    let (small, large) = (
      solver.end(of: turn, from: SIMD2(1, 0.5), until: 3), solver.end(of: turn, from: SIMD2(0x1p40, 0x1p39), until: 3)
    )
    #expect(large.point == 0x1p40 * small.point && large.acceptedSteps == small.acceptedSteps)
    #expect(small.point.distance(to: exp(3) * SIMD2(cos(3) - 0.5 * sin(3), sin(3) + 0.5 * cos(3))) < 1e-8 * 20 * exp(3))
  }

  @Test("a flow in more dimensions is the flow in the plane, twice")
  func dimensions() {
    func four(_ x: Vector<Double>, _ v: inout Vector<Double>) {
      for i in [0, 2] {
        v[i] = x[i] * (1 - x[i])
        v[i + 1] = -2 * x[i + 1]
      }
    }
    let plane = FlowSolver().end(of: Self.logistic, from: Self.start, until: 3)
    let space = FlowSolver().end(of: four, from: [0.1, 1, 0.1, 1], until: 3)
    // The same steps up to the order of additions in the error.
    #expect(space.acceptedSteps == plane.acceptedSteps)
    for i in 0..<4 { #expect(abs(space.point[i] - plane.point[i % 2]) < 1e-12) }
  }

  @Test("a flow stops at the boundary of its domain")
  func boundary() {
    let report = FlowSolver(tolerance: 1e-11).end(of: Self.logistic, from: Self.start, until: 50, inside: { 0.5 - $0.x })
    #expect(report.end == .boundary)
    #expect(abs(report.time - log(9)) < 1e-9)  // x = 1/2 at t = log 9
    #expect(report.point.x <= 0.5 && report.point.x > 0.5 - 1e-12)
  }

  @Test("a flow stops at rest, on a condition, at the step limit, and before a singularity")
  func ends() {
    let rest = FlowSolver(tolerance: 1e-10, stationarySpeed: 1e-6).end(of: Self.logistic, from: Self.start, until: 1e9)
    #expect(rest.end == .stationary && abs(rest.point.x - 1) < 2e-6)
    #expect(FlowSolver(stationarySpeed: 1).end(of: Self.logistic, from: SIMD2(0, 0), until: 1).acceptedSteps == 0)
    let half = FlowSolver().end(of: Self.logistic, from: Self.start, until: 50, isDone: { $0.x > 0.5 })
    #expect(half.end == .condition && half.time > log(9) && half.time < log(9) + 1)
    #expect(FlowSolver(stepLimit: 3).end(of: Self.logistic, from: Self.start, until: 50).end == .stepLimit)
    // x' = x² from 1 is 1/(1 − t).
    let explosion = FlowSolver().end(of: { (x, v) in v = x * x }, from: SIMD2(1.0, 0.5), until: 2)
    #expect(explosion.end == .stepUnderflow && abs(explosion.time - 1) < 1e-6)
    #expect(FlowSolver().end(of: { (_, v) in v = SIMD2(.nan, 0) }, from: Self.start, until: 2).end == .stepUnderflow)
  }

  @Test("evaluations are counted, however a flow ends")
  func evaluations() {
    var calls = 0
    func v(_ x: SIMD2<Double>, _ v: inout SIMD2<Double>) {
      calls += 1
      Self.logistic(x, &v)
    }
    func check(_ end: FlowEnd, _ flow: () -> FlowReport<SIMD2<Double>>) {
      calls = 0
      let report = flow()
      #expect(report.end == end && report.evaluations == calls, "\(end)")
    }
    check(.time) { FlowSolver().end(of: v, from: Self.start, until: 5) }
    check(.time) { FlowSolver().trajectory(of: v, from: Self.start, until: 5).report }
    check(.boundary) { FlowSolver().end(of: v, from: Self.start, until: 50, inside: { 0.5 - $0.x }) }
    check(.condition) { FlowSolver().end(of: v, from: Self.start, until: 50, isDone: { $0.x > 0.5 }) }
    check(.stepLimit) { FlowSolver(stepLimit: 3).end(of: v, from: Self.start, until: 50) }
    check(.time) { FlowSolver().end(of: v, from: Self.start, until: 0) }
    #expect(calls == 2)
    check(.stationary) { FlowSolver(stationarySpeed: 2).end(of: v, from: Self.start, until: 5) }
    #expect(calls == 1)
  }

  @Test("steps allocate nothing")
  func allocation() {
    func v(_ x: Vector<Double>, _ v: inout Vector<Double>) { for i in 0..<x.count { v[i] = -x[i] * Double(i) } }
    var steps = DormandPrince(at: Vector(count: 50) { _ in 1.0 }, v)
    _ = steps.attempt(0.01, absolute: 1e-9, relative: 0, v)
    steps.accept()
    // A copy on write would move a buffer; two accepted steps bring point and next back to their places.
    func places() -> [UnsafePointer<Double>?] {
      [steps.point, steps.next, steps.k₁, steps.k₇].map { $0.elements.withUnsafeBufferPointer(\.baseAddress) }
    }
    let before = places()
    for _ in 0..<100 {
      _ = steps.attempt(0.01, absolute: 1e-9, relative: 0, v)
      steps.accept()
    }
    #expect(places() == before)
  }
}

@Suite("flows projected onto a cube")
struct ProjectionTests {
  @Test("the vanilla flow of the toy function against its closed solution")
  func closedSolution() {
    // With u = η₁ + η₂ + 1 and w = η₁ − η₂ + 1/3 it is u' = 3u, w' = −3w. From the centre η₂ = 1 is reached when
    // e^{3t} − e^{−3t}/3 = 8/3; on that face η₁' = 4.
    let flow = GradientFlow(of: toy, .vanilla, in: .η)
    let way = flow.trajectory(from: SIMD2(0, 0), until: 10, FlowSolver(tolerance: 1e-11))
    let y = (8 + 76.0.squareRoot()) / 6
    let hit = log(y) / 3
    let η₁ = (y + 1 / (3 * y)) / 2 - 2.0 / 3
    #expect(way.contacts.count == 2)
    #expect(abs(way.contacts[0] - hit) < 1e-9)
    #expect(abs(way.contacts[1] - (hit + (1 - η₁) / 4)) < 1e-9)
    #expect(way.report.end == .stationary && way.report.point == SIMD2(1, 1))
    for k in 0...10 {
      let t = hit * Double(k) / 10
      let (u, w) = (exp(3 * t), exp(-3 * t) / 3)
      #expect(way.point(at: t).distance(to: SIMD2((u + w) / 2 - 2.0 / 3, (u - w) / 2 - 1.0 / 3)) < 1e-9)
    }
    #expect(way.point(at: hit + 0.01).y == 1)
    let report = flow.end(from: SIMD2(0, 0), until: 10, FlowSolver(tolerance: 1e-11))
    #expect(report == way.report)
  }

  @Test("a face that the velocity turns away from lets go")
  func release() {
    // x' = 1, y' = x − 1/2: from (0, 0) along y = 0 until x = 1/2, then y = (x − 1/2)²/2, and along x = 1 upwards.
    func v(_ x: SIMD2<Double>, _ v: inout SIMD2<Double>) { v = SIMD2(1, x.x - 0.5) }
    let way = FlowSolver(tolerance: 1e-10).projectedTrajectory(of: v, onto: 0...1, from: SIMD2(0, 0), until: 1.5)
    #expect(way.contacts.count == 2)
    #expect(abs(way.contacts[0] - 0.5) < 1e-9 && abs(way.contacts[1] - 1) < 1e-9)
    #expect(way.point(at: 0.4).distance(to: SIMD2(0.4, 0)) < 1e-9)
    #expect(way.point(at: 0.9).distance(to: SIMD2(0.9, 0.08)) < 1e-9)
    #expect(way.report.point.distance(to: SIMD2(1, 0.125 + 0.25)) < 1e-9)
    #expect(way.report.end == .time)
  }

  @Test("evaluations are counted, those at contacts and for the faces too")
  func evaluations() {
    var calls = 0
    func v(_ x: SIMD2<Double>, _ v: inout SIMD2<Double>) {
      calls += 1
      v = SIMD2(1, x.x - 0.5)
    }
    let way = FlowSolver(tolerance: 1e-10).projectedTrajectory(of: v, onto: 0...1, from: SIMD2(0, 0), until: 1.5)
    #expect(way.contacts.count == 2 && way.report.evaluations == calls)
    calls = 0
    let rest = FlowSolver(stationarySpeed: 2).projectedEnd(of: v, onto: 0...1, from: SIMD2(0, 0), until: 1.5)
    // One tells which faces hold, and one is the first slope.
    #expect(rest.end == .stationary && rest.evaluations == 2 && calls == 2)
  }

  @Test("it never leaves the cube, from any start and in three dimensions")
  func confinement() {
    let f = scatteredFunction(3, seed: 20)
    for seed in 21..<41 {
      let flow = GradientFlow(of: f, .vanilla, in: .η)
      let way = flow.trajectory(from: scatteredPoint(3, within: 1, seed: seed), until: 200)
      #expect(way.report.end == .stationary)
      let values = way.polyline().map { f.value(at: $0) }
      // 1e-9 is the tolerance of the solver.
      #expect(way.polyline().allSatisfy { $0.maximumMagnitude <= 1 + 1e-9 })
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 + 1e-8 })
      #expect(way.report.point.elements.allSatisfy { abs($0) == 1 })
    }
  }
}
