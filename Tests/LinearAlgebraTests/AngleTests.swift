import Foundation
import LinearAlgebra
import Testing

struct AngleTests {
  @Test("angles in the plane are what they were made as, tiny ones to all digits", arguments: [1e-9, 1e-3, 30, 90, 150, 180])
  func plane(degrees: Double) {
    let φ = degrees * .pi / 180
    let x: Vector<Double> = [3, 0], y: Vector<Double> = [0.5 * cos(φ), 0.5 * sin(φ)]
    // 10 ulp of the angle, or of 1 where |x̂ + ŷ| is a small difference.
    #expect(abs(x.angle(to: y) - degrees) < 10 * 2.2e-16 * max(degrees, degrees > 90 ? 180 : 0))
    // Unit vectors and the angle round by some ulp of 1; kernels that fuse multiply and add round x and y differently.
    #expect(abs(x.angle(to: y) - y.angle(to: x)) <= 8 * 2.2e-16 * 180 / .pi)
  }

  @Test("scales do not matter, zero has no angle, and the arc cosine would have lost a tiny angle")
  func special() {
    let x: Vector<Double> = [1, 2, 3], zero: Vector<Double> = [0, 0, 0]
    var y = x
    y.scale(by: 7)
    #expect(x.angle(to: y) < 1e-14)
    #expect(x.angle(to: zero).isNaN && zero.angle(to: x).isNaN)
    let near: Vector<Double> = [1, 1e-9], axis: Vector<Double> = [1, 0]
    #expect(acos(min(1, axis.dot(near) / (axis.norm * near.norm))) == 0)
    #expect(abs(axis.angle(to: near) - 1e-9 * 180 / .pi) < 1e-22)
  }
}
