import BeliefNets
import LinearAlgebra
import RandomStreams

/// A layer's parents, logits and gradient as they are in the middle of training, from n samples.
struct BlockWork {
  let H: Matrix<Float>, A: Matrix<Float>, G: Matrix<Float>

  init(units: Int, parameters d: Int, samples n: Int) {
    var random = RandomStream(seed: 5)
    H = Matrix(n, d) { _, k in k == d - 1 || random.uniform() < 0.6 ? 1 : -1 }
    A = Matrix(n, units) { _, _ in Float(2 * random.normal()) }
    G = Matrix(units, d) { _, _ in Float(random.normal()) }
  }

  /// Seconds of a refresh and of an application.
  func timings(_ route: FisherBlocks<Float>.Route, workers: Int, repetitions: Int = 5) throws -> (refresh: Timing, apply: Timing)
  {
    var blocks = FisherBlocks<Float>(
      units: G.rows, parameters: G.columns, samples: H.rows, route: route, workers: workers)
    let refresh = try Timing(repetitions: repetitions) { try blocks.refresh(parents: H, logits: A, damping: 0.1) }
    var G = G
    let apply = Timing(repetitions: 3 * repetitions) { blocks.solve(&G) }
    return (refresh, apply)
  }
}

extension FisherBlocks.Route {
  var name: String {
    switch self {
    case .direct: "direct"
    case .woodbury: "woodbury"
    case .iterative: "iterative"
    }
  }
}

/// One refresh and one application of the blocks of each layer of the machine, of p from 1,000 dreams and of q from 1,000
/// wake samples, of its first layer from 100 images.
func layers(workers: Int) throws -> [Measurement] {
  let pairs = Array(zip(Work.units, Work.units.dropFirst()))
  let p = pairs.map { ("p", $0, $1 + 1, Work.dreams) }
  let q = pairs.map { ("q", $1, $0 + 1, $0 == Work.units[0] ? Work.batch : Work.batch * Work.samples) }
  return try (p + q).filter { $0.1 >= 50 }.flatMap { net, units, d, n in
    let route = FisherBlocks<Float>.Route(parameters: d, samples: n)
    let work = BlockWork(units: units, parameters: d, samples: n)
    let (refresh, apply) = try work.timings(route, workers: workers)
    let (u, k, m) = (Double(units), Double(d), Double(n))
    let forming = route == .direct ? u * (m * k * k + k * k * k / 3) : m * m * k + u * m * m * m / 3
    let applying = route == .direct ? 2 * u * k * k : 4 * u * m * k + 2 * u * m * m
    let note = "\(units) blocks of \(d), \(n) samples, \(route.name)"
    return [
      Measurement("refresh_\(net)_\(units)x\(d)", refresh, operations: forming, note: note),
      Measurement("apply_\(net)_\(units)x\(d)", apply, operations: applying, note: note),
    ]
  }
}

/// A refresh against the number of samples and against the parameters of a unit, on both routes that keep factors: the
/// measured crossover, and how the cost grows. One worker.
func scaling() throws -> [Measurement] {
  func refresh(_ route: FisherBlocks<Float>.Route, d: Int, n: Int) throws -> Measurement {
    let (timing, apply) = try BlockWork(units: 100, parameters: d, samples: n).timings(route, workers: 1, repetitions: 3)
    return Measurement("\(route.name)_d\(d)_n\(n)", timing, note: "100 units; an application \(milliseconds(apply.median))")
  }
  var rows: [Measurement] = []
  for n in [50, 100, 150, 200, 250, 300, 400, 600] {
    rows += [try refresh(.direct, d: 301, n: n), try refresh(.woodbury, d: 301, n: n)]
  }
  for d in [51, 101, 201, 401] { rows.append(try refresh(.direct, d: d, n: 1000)) }
  return rows
}

/// The exponent a of seconds ∝ x^a that fits some rows, and what theory says of large x.
func exponents(_ rows: [Measurement]) -> [String] {
  func fit(_ prefix: String, _ pick: (_ d: Double, _ n: Double) -> Double?) -> Double {
    let points = rows.compactMap { row -> (x: Double, y: Double)? in
      let parts = row.name.split(separator: "_")
      guard parts.count == 3, parts[0] == prefix, let d = Double(parts[1].dropFirst()), let n = Double(parts[2].dropFirst()),
        let x = pick(d, n)
      else { return nil }
      return (Double.logarithm(x), Double.logarithm(row.timing.median))
    }
    let (mx, my) = (points.reduce(0) { $0 + $1.x } / Double(points.count), points.reduce(0) { $0 + $1.y } / Double(points.count))
    return points.reduce(0) { $0 + ($1.x - mx) * ($1.y - my) } / points.reduce(0) { $0 + ($1.x - mx) * ($1.x - mx) }
  }
  func line(_ what: String, _ exponent: Double, _ theory: String) -> String {
    "\(what): seconds grow as the power \((exponent * 100).rounded() / 100); \(theory)"
  }
  return [
    line("direct, 1,000 samples, against d", fit("direct") { d, n in n == 1000 ? d : nil }, "n d² + d³/3: 2 to 3"),
    line("direct, d = 301, against n ≥ 200", fit("direct") { d, n in d == 301 && n >= 200 ? n : nil }, "n d² + d³/3: 0 to 1"),
    line("woodbury, d = 301, against n ≥ 200", fit("woodbury") { _, n in n >= 200 ? n : nil }, "n² + n³/3: 2 to 3"),
  ]
}
