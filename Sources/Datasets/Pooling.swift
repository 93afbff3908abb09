extension ImageSet {
  /// The same images at a lower resolution: each pixel the mean of a square of k×k pixels, rounded to a byte, halves up.
  ///
  /// miniMNIST is MNIST pooled by 2.
  /// - Precondition: k divides the height and the width.
  public func pooled(by k: Int) -> ImageSet {
    precondition(k > 0 && height % k == 0 && width % k == 0, "pooled: squares of \(k) in \(height)×\(width) pixels")
    let (rows, columns) = (height / k, width / k)
    var sums = [Int](repeating: k * k / 2, count: count * rows * columns)
    for (place, byte) in bytes.enumerated() {
      let (line, x) = (place / width, place % width)
      sums[line / k * columns + x / k] += Int(byte)
    }
    return ImageSet(
      name: name, height: rows, width: columns, bytes: sums.map { UInt8($0 / (k * k)) }, labels: labels)
  }
}
