import Foundation
import InformationGeometry
import LinearAlgebra
import RandomStreams
import Testing

struct RulerPathTests {
  func distributions(_ count: Int, states n: Int, seed: UInt64 = 2) -> [Vector<Double>] {
    var random = RandomStream(seed: seed)
    return (0..<count).map { _ in
      let raw = (0..<n).map { _ in 0.05 + random.uniform() }
      return Vector(raw.map { $0 / raw.reduce(0, +) })
    }
  }

  @Test("the distance is the arc cosine, that of the categorical model, and π between distributions without a common state")
  func distances() throws {
    let points = distributions(5, states: 6)
    for (p, q) in zip(points, points.dropFirst()) {
      let cosine = (0..<6).reduce(0) { $0 + (p[$1] * q[$1]).squareRoot() }
      #expect(abs(fisherRaoDistance(p, q) - 2 * acos(cosine)) < 1e-13)
      #expect(
        try abs(fisherRaoDistance(p, q) - Categorical(probabilities: p).distance(to: Categorical(probabilities: q))) < 1e-14)
    }
    #expect(abs(fisherRaoDistance([0.5, 0.5, 0], [0, 0, 1]) - .pi) < 1e-15)
    #expect(fisherRaoDistance(points[0], points[0]) == 0)
    #expect(fisherRaoDistance([.nan, 0.5], [0.5, 0.5]).isNaN && fisherRaoDistance([0.5, 0.5], [0.5, .nan]).isNaN)
  }

  @Test("along a geodesic the length is the distance of the ends, whatever the ruler")
  func geodesic() throws {
    let ends = try distributions(2, states: 6).map { try Categorical(probabilities: $0) }
    for ruler in [0, 0.01, 0.1] {
      var path = RulerPath(from: ends[0].probabilities, ruler: ruler)
      for k in 1...1000 { path.move(to: try ends[0].geodesic(to: ends[1], at: Double(k) / 1000).probabilities) }
      #expect(abs(path.detour - 1) < 1e-9)
      #expect(path.lengths.count == path.points.count && path.lengths == path.lengths.sorted())
      let (p, q) = (ends[0].probabilities, ends[1].probabilities)
      for t in [0, 0.3, 1] {
        let (x, y) = (fisherRaoGeodesic(from: p, to: q, at: t), try ends[0].geodesic(to: ends[1], at: t).probabilities)
        #expect((0..<6).allSatisfy { abs(x[$0] - y[$0]) < 1e-14 })
      }
      #expect(path.length <= ends[0].distance(to: ends[1]) + 1e-9)
      #expect(path.length > ends[0].distance(to: ends[1]) - ruler - 1e-9)
    }
  }

  @Test("a longer ruler does not see what is shorter than it")
  func noise() {
    let (p, q) = (Vector([0.5, 0.5]), Vector([0.501, 0.499]))
    var fine = RulerPath(from: p, ruler: 0), coarse = RulerPath(from: p, ruler: 0.01)
    for k in 0..<100 {
      fine.move(to: k % 2 == 0 ? q : p)
      coarse.move(to: k % 2 == 0 ? q : p)
    }
    #expect(abs(fine.length - 100 * fisherRaoDistance(p, q)) < 1e-12)
    #expect(coarse.points.count == 1 && coarse.length == 0 && coarse.detour.isNaN)
  }
}

struct PrincipalPlaneTests {
  @Test("points of a plane in space keep their distances, and the shares are 1")
  func plane() throws {
    var random = RandomStream(seed: 6)
    let flat = (0..<12).map { _ in [3 * random.normal(), random.normal()] }
    let a = [0.6, 0, 0.8, 0], b = [0.0, 1, 0, 0]
    let points = Matrix<Double>(12, 4) { i, k in 5 + flat[i][0] * a[k] + flat[i][1] * b[k] }
    let view = try PrincipalPlane(of: points)
    for i in 0..<12 {
      for j in 0..<12 {
        func distance(_ x: [Double], _ y: [Double]) -> Double { hypot(x[0] - y[0], x[1] - y[1]) }
        let seen = distance(view.coordinates.row(i).elements, view.coordinates.row(j).elements)
        #expect(abs(seen - distance(flat[i], flat[j])) < 1e-12)
      }
    }
    #expect(abs(view.shares.reduce(0, +) - 1) < 1e-13)
    #expect(view.shares[0] > view.shares[1])
    #expect(view.coordinates[0, 0] <= 0 && view.coordinates[0, 1] <= 0)
  }

  @Test("the first coordinate has the greatest variance of all directions")
  func greatest() throws {
    var random = RandomStream(seed: 7)
    let points = Matrix<Double>(30, 5) { _, k in Double(k + 1) * random.normal() }
    let view = try PrincipalPlane(of: points, coordinates: 5)
    #expect(abs(view.shares.reduce(0, +) - 1) < 1e-12)
    let widest = view.coordinates.column(0).norm
    for _ in 0..<20 {
      let raw = (0..<5).map { _ in random.normal() }
      let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let seen = (0..<30).map { i in (0..<5).reduce(0) { $0 + points[i, $1] * raw[$1] / length } }
      let mean = seen.reduce(0, +) / 30
      #expect(seen.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot() <= widest + 1e-12)
    }
  }
}

struct PairedRatioTests {
  @Test("pairs tell what the numbers alone do not")
  func pairs() {
    let b = [1.0, 10, 100, 1000], a = [0.5, 5.5, 49, 510]
    let x = PairedRatio(of: a, to: b)
    #expect(abs(x.ratio - (0.5 * 0.55 * 0.49 * 0.51).squareRoot().squareRoot()) < 1e-14)
    #expect(x.isSmaller == true && PairedRatio(of: b, to: a).isSmaller == false)
    #expect(abs(PairedRatio(of: b, to: a).low * x.high - 1) < 1e-14)
    #expect(PairedRatio(of: [1, 4], to: [2, 2]).isSmaller == nil)
    // Logarithms ±ln 2 have the standard error ln 2.
    #expect(abs(PairedRatio(of: [1, 4], to: [2, 2]).high - 4) < 1e-12)
  }
}
