/// Grey images of one size, one byte a pixel, in rows from the top, and their labels where there are any.
public struct ImageSet: Sendable, Equatable {
  /// Which part of a data set this is: "train", "validation", "test". Binarisations draw from streams of this name.
  public let name: String
  public let height: Int, width: Int
  /// count × height × width bytes, 0 is background.
  public let bytes: [UInt8]
  /// One label an image, or nil when the data set has none.
  public let labels: [UInt8]?

  /// - Precondition: whole images, and as many labels as images.
  public init(name: String, height: Int, width: Int, bytes: [UInt8], labels: [UInt8]? = nil) {
    precondition(height > 0 && width > 0, "ImageSet \(name): \(height)×\(width) pixels")
    precondition(
      bytes.count % (height * width) == 0, "ImageSet \(name): \(bytes.count) bytes for \(height)×\(width) pixels")
    precondition(
      labels.map { $0.count == bytes.count / (height * width) } ?? true,
      "ImageSet \(name): \(labels?.count ?? 0) labels for \(bytes.count / (height * width)) images")
    (self.name, self.height, self.width, self.bytes, self.labels) = (name, height, width, bytes, labels)
  }

  public var count: Int { bytes.count / pixels }
  public var pixels: Int { height * width }

  /// Image i as grey values in [0, 1], as figures want it.
  public func image(_ i: Int) -> [Double] { bytes[(i * pixels)..<((i + 1) * pixels)].map { Double($0) / 255 } }

  /// The grey value of each pixel in [0, 1], averaged over the images.
  public var meanImage: [Double] {
    var sums = [Int](repeating: 0, count: pixels)
    for i in 0..<count {
      for j in 0..<pixels { sums[j] += Int(bytes[i * pixels + j]) }
    }
    return sums.map { Double($0) / (255 * Double(count)) }
  }

  /// A range of the images, under a name of its own.
  public func part(_ range: Range<Int>, named name: String) -> ImageSet {
    ImageSet(
      name: name, height: height, width: width, bytes: Array(bytes[(range.lowerBound * pixels)..<(range.upperBound * pixels)]),
      labels: labels.map { Array($0[range]) })
  }
}

extension ImageSet {
  /// Reads images, and labels if a file is given, from IDX files, gzip or plain.
  ///
  /// - Throws: `IDXError`, also when there are not as many labels as images.
  public init(name: String, images: String, labels: String? = nil) throws(IDXError) {
    let file = try IDX(contentsOf: images, dimensions: 3)
    guard let labels else {
      try self.init(name: name, file)
      return
    }
    try self.init(name: name, file, labels: (labels, IDX(contentsOf: labels, dimensions: 1)))
  }

  /// - Parameter labels: the name of their file, for the error's sentence, and what is in it.
  init(name: String, _ images: IDX, labels: (name: String, file: IDX)? = nil) throws(IDXError) {
    let (count, height, width) = (images.sizes[0], images.sizes[1], images.sizes[2])
    if let labels, labels.file.bytes.count != count {
      throw IDXError(file: labels.name, reason: .labelCount(labels: labels.file.bytes.count, images: count))
    }
    self.init(name: name, height: height, width: width, bytes: images.bytes, labels: labels?.file.bytes)
  }
}
