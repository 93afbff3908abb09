import BeliefNets
import InformationGeometry
import LinearAlgebra
import RandomStreams

/// A machine with normal weights and biases of deviation `scale`.
func tinyMachine(
  _ units: [Int], _ coding: UnitCoding = .plusMinusOne, seed: UInt64 = 3, scale: Double = 0.7
) -> HelmholtzMachine<Double> {
  var random = RandomStream(seed: seed)
  var machine = HelmholtzMachine<Double>(units: units, coding: coding)
  for network in Network.allCases {
    let n = machine.parameters(of: network).count
    machine.setParameters(of: network, to: Vector(count: n) { _ in scale * random.normal() })
  }
  return machine
}

/// A distribution of 2^bits images without zeros.
func tinyData(bits: Int, seed: UInt64 = 5) -> [Double] {
  var random = RandomStream(seed: seed)
  let raw = (0..<1 << bits).map { _ in 0.1 + random.uniform() }
  return raw.map { $0 / raw.reduce(0, +) }
}

/// The images of some numbers as a batch.
func batch(_ images: [Int], _ exact: Enumeration) -> Matrix<Double> { Matrix(rows: images.map(exact.image)) }

/// `count` draws of an image number from a distribution.
func draws(_ count: Int, from distribution: [Double], using random: inout RandomStream) -> [Int] {
  (0..<count).map { _ in
    var u = random.uniform()
    return distribution.firstIndex { p in
      u -= p
      return u < 0
    } ?? distribution.count - 1
  }
}

/// Units with correlated parents and a bias, their samples, and the gradient of another batch.
func correlatedLayer(
  units: Int, d: Int, n: Int, seed: UInt64 = 12
) -> (H: Matrix<Double>, A: Matrix<Double>, G: Matrix<Double>) {
  var random = RandomStream(seed: seed)
  let causes = 30
  func fill(_ rows: Int, _ columns: Int, _ scale: Double) -> Matrix<Double> {
    Matrix(rows, columns) { _, _ in scale * random.normal() }
  }
  // Parents that share causes, as the units of a first hidden layer do, and logits that depend on them.
  let C = fill(n, causes, 1), L = fill(causes, d, 0.4), W = fill(units, d, 0.15)
  var H = Matrix<Double>(zeros: n, d), A = Matrix<Double>(zeros: n, units), G = Matrix<Double>(zeros: units, d)
  H.setProduct(C, .asIs, L, .asIs)
  for r in 0..<n { for k in 0..<d { H[r, k] = k == d - 1 || H[r, k] + random.normal() > 0 ? 1 : -1 } }
  A.setProduct(H, .asIs, W, .transposed)
  let residuals = fill(units, n, 0.3 / Double(n))
  G.setProduct(residuals, .asIs, H, .asIs)
  return (H, A, G)
}

/// The number of an image or of a joint state from its rows: layer after layer, unit 0 lowest.
func stateNumber(_ pass: Pass<Double>, row r: Int, _ units: [Int], high: Double = 1) -> Int {
  var (number, bit) = (0, 0)
  for i in units.indices {
    for j in 0..<units[i] {
      if pass.H[i][r, j] == high { number |= 1 << bit }
      bit += 1
    }
  }
  return number
}

/// max_i |x_i − y_i|.
func distance(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { max($0, abs($1.0 - $1.1)) } }
func distance(_ x: Matrix<Double>, _ y: Matrix<Double>) -> Double { distance(x.storage, y.storage) }
func distance(_ x: Vector<Double>, _ y: Vector<Double>) -> Double { distance(x.elements, y.elements) }

/// All numbers of a gradient's network in the order of `HelmholtzMachine.parameters(of:)`.
func flat(_ g: Gradient<Double>, _ network: Network) -> [Double] { flat(g[network]) }

/// The order in t of the remainder f(t) − f(0) − t slope, fitted between t and t/4: 2 when `slope` is the derivative at 0.
func remainderOrder(_ slope: Double, from t: Double = 0.02, _ f: (Double) -> Double) -> Double {
  let f₀ = f(0)
  let (a, b) = (abs(f(t) - f₀ - t * slope), abs(f(t / 4) - f₀ - t / 4 * slope))
  return Double.logarithm(a / b) / Double.logarithm(4)
}

/// The slope of log error against log n.
func logSlope(_ n: [Double], _ error: [Double]) -> Double {
  fittedSlope(of: error.map(Double.logarithm), against: n.map(Double.logarithm))
}
