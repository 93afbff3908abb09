import LinearAlgebra
import RandomStreams

/// How a grey pixel becomes a binary one: on or off.
public enum Binarisation: Sendable, Equatable {
  /// On above one half, grey value ≥ 128. More than 10 nats easier than a draw, on MNIST.
  case threshold
  /// One Bernoulli draw with the grey value as probability, the same at each use: "static".
  case fixed(RandomStream)
  /// A new Bernoulli draw at each use.
  case fresh(RandomStream)

  /// Image i of a set as ones and zeros, a pure function of the arguments.
  ///
  ///     P(on) = grey value / 255, a draw for each pixel; the draws of an image stand at its own place in the stream
  ///
  /// - Parameter use: which use of the image this is, counted from 0: the epoch. Only `.fresh` looks at it.
  /// - Complexity: O(pixels); one random word a pixel, none for `.threshold`.
  public func image(_ i: Int, of set: ImageSet, use: Int = 0) -> [UInt8] {
    var draw = Draw(pixels: set.pixels)
    self.draw(i, of: set, use: use, into: &draw)
    return draw.pixels
  }

  /// Image i of a set into the scratch of a draw.
  func draw(_ i: Int, of set: ImageSet, use: Int, into draw: inout Draw) {
    precondition(i >= 0 && i < set.count, "Binarisation: image \(i) of \(set.count)")
    let first = i * set.pixels
    guard var random = stream(for: i, of: set, use: use) else {
      for j in 0..<set.pixels { draw.pixels[j] = set.bytes[first + j] >> 7 }
      return
    }
    var uniforms = draw.uniforms.mutableSpan
    random.fillUniform(&uniforms)
    for j in 0..<set.pixels {
      draw.pixels[j] = bernoulli(Float(set.bytes[first + j]) / 255, at: draw.uniforms[j]) ? 1 : 0
    }
  }

  /// The stream at the place of image i, or nil when nothing is drawn.
  private func stream(for i: Int, of set: ImageSet, use: Int) -> RandomStream? {
    switch self {
    case .threshold: nil
    case .fixed(let parent): RandomStream(key: parent.stream(set.name).key, position: UInt64(i * set.pixels))
    case .fresh(let parent): RandomStream(key: parent.stream(set.name, use).key, position: UInt64(i * set.pixels))
    }
  }
}

extension ImageSet {
  /// Some images as rows of a sample matrix: one column a pixel, and a last column of ones, the bias input.
  ///
  /// - Parameters:
  ///   - indices: which images, in the order of the rows.
  ///   - use: which use of these images this is, for a fresh draw.
  ///   - low: the value of a pixel that is off, −1 or 0.
  ///   - high: the value of a pixel that is on.
  /// - Returns: indices.count × (pixels + 1).
  /// - Complexity: O(count · pixels); allocates the result and the bytes of the draw.
  public func matrix<Scalar: BLASScalar>(
    of indices: some Collection<Int>, _ binarisation: Binarisation, use: Int = 0, low: Scalar, high: Scalar
  ) -> Matrix<Scalar> {
    var H = Matrix<Scalar>(zeros: indices.count, pixels + 1)
    var draw = Draw(pixels: pixels)
    for (row, i) in indices.enumerated() {
      binarisation.draw(i, of: self, use: use, into: &draw)
      H.setRow(row, to: draw.pixels, low: low, high: high)
    }
    return H
  }
}

/// Scratch for the draw of one image.
struct Draw {
  var pixels: [UInt8]
  var uniforms: [Float]

  init(pixels count: Int) {
    pixels = [UInt8](repeating: 0, count: count)
    uniforms = [Float](repeating: 0, count: count)
  }
}

extension Matrix {
  /// Row i ← the pixels in the coding (low, high), and 1 at its end.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  mutating func setRow(_ i: Int, to pixels: [UInt8], low: Scalar, high: Scalar) {
    precondition(columns == pixels.count + 1, "setRow: \(pixels.count) pixels and the bias in \(columns) columns")
    let start = i * columns
    withMutableSpan { elements in
      for j in 0..<pixels.count { elements[start + j] = pixels[j] == 0 ? low : high }
      elements[start + pixels.count] = 1
    }
  }
}
