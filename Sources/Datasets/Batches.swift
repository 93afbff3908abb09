import LinearAlgebra
import RandomStreams

/// The images of a set in batches of one size, each epoch in a new order; batch number s is a pure function of s.
///
/// The orders of the epochs follow one another without a gap, and batches are cut from that sequence: each image comes
/// exactly once an epoch, and when the size does not divide the count, a batch may reach from one epoch into the next.
public struct Batches: Sendable {
  public let images: ImageSet
  public let size: Int
  public let binarisation: Binarisation
  /// The stream whose children order the epochs.
  public let random: RandomStream
  private var current: (epoch: Int, order: [Int])

  /// - Precondition: at least one image, and 1 ≤ size.
  public init(of images: ImageSet, size: Int, _ binarisation: Binarisation, order random: RandomStream) {
    precondition(images.count > 0 && size > 0, "Batches: \(size) of \(images.count) images")
    (self.images, self.size, self.binarisation, self.random) = (images, size, binarisation, random)
    current = (-1, [])
  }

  /// Steps after which each image was used once, rounded up.
  public var stepsPerEpoch: Int { (images.count + size - 1) / size }

  /// The images of an epoch in their order.
  ///
  /// - Complexity: O(count).
  public func order(ofEpoch epoch: Int) -> [Int] {
    var random = self.random.stream("order", epoch)
    return random.permutation(of: images.count)
  }

  /// Which images are in batch s, and in which use of theirs: the epoch, from 0.
  ///
  /// - Complexity: O(size), and O(count) at the beginning of an epoch.
  public mutating func members(ofStep s: Int) -> [(image: Int, epoch: Int)] {
    precondition(s >= 0, "Batches: step \(s)")
    return ((s * size)..<((s + 1) * size)).map { place in
      let (epoch, rank) = place.quotientAndRemainder(dividingBy: images.count)
      if current.epoch != epoch { current = (epoch, order(ofEpoch: epoch)) }
      return (current.order[rank], epoch)
    }
  }

  /// H ← batch s, one row an image: the pixels in the coding (low, high), and a last column of ones.
  ///
  /// - Parameters:
  ///   - H: size × (pixels + 1), overwritten.
  ///   - low: the value of a pixel that is off, −1 or 0.
  ///   - high: the value of a pixel that is on.
  public mutating func load<Scalar: BLASScalar>(
    step s: Int, into H: inout Matrix<Scalar>, low: Scalar = -1, high: Scalar = 1
  ) {
    precondition(
      H.rows == size && H.columns == images.pixels + 1,
      "Batches: \(size) images of \(images.pixels) pixels into \(H.rows)×\(H.columns)")
    var draw = Draw(pixels: images.pixels)
    for (row, member) in members(ofStep: s).enumerated() {
      binarisation.draw(member.image, of: images, use: member.epoch, into: &draw)
      H.setRow(row, to: draw.pixels, low: low, high: high)
    }
  }

  /// Batch s as a new matrix.
  public mutating func matrix<Scalar: BLASScalar>(step s: Int, low: Scalar = -1, high: Scalar = 1) -> Matrix<Scalar> {
    var H = Matrix<Scalar>(zeros: size, images.pixels + 1)
    load(step: s, into: &H, low: low, high: high)
    return H
  }
}
