import BeliefNets
import LinearAlgebra
import RandomStreams

/// The speed of one product of the first layer's size, 1000 × 784 × 301, on each of some workers at the same time.
func peak(workers: Int) -> Measurement {
  var burst = Burst(workers: workers)
  let timing = Timing((0..<20).map { _ in burst.seconds() })
  return Measurement(
    "peak\(workers)", timing, operations: burst.operations,
    note: "products of 1000×784×301, \(workers == 1 ? "one worker" : "\(workers) workers")")
}

/// The same product where a factor has two values, and that of a gradient, in terms of the operations of a plain one; plain
/// products by turns.
func binaryProducts(workers: Int) -> [Measurement] {
  var bursts = [Burst.Product.plain, .binary, .gradient].map { Burst($0, workers: workers) }
  var seconds = bursts.map { _ in [Double]() }
  for _ in 0..<20 { for i in bursts.indices { seconds[i].append(bursts[i].seconds()) } }
  let plain = Timing(seconds[0]).median
  return zip(["binary", "gradient"], seconds.dropFirst()).map { name, seconds in
    let timing = Timing(seconds), ratio = (10 * plain / timing.median).rounded() / 10
    return Measurement(
      "\(name)\(workers)", timing, operations: bursts[0].operations,
      note: "products of two-valued matrices, \(ratio) times as fast as plain ones")
  }
}

/// A draw of a layer of 784 units, uniform numbers included: seconds for 10⁹ units, which are nanoseconds for one.
func sampling() -> Measurement {
  let (n, units) = (1000, 784)
  var stream = RandomStream(seed: 2)
  let layer = SigmoidLayer<Float>(units: units, inputs: 300, coding: .plusMinusOne, using: &stream)
  let logits = Matrix<Float>(n, units) { _, _ in Float(2 * stream.normal()) }
  var values = Matrix<Float>(zeros: n, units + 1), scratch = logits
  let timing = Timing(repetitions: 15) { layer.draw(&values, logits: logits, scratch: &scratch, using: &stream) }
  return Measurement("sampling", timing * (1e9 / Double(n * units)), note: "seconds for 10⁹ units, one worker")
}

func milliseconds(_ seconds: Double) -> String { "\((seconds * 1e4).rounded() / 10) ms" }
