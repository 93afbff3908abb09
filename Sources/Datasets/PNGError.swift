/// Why a PNG file, or a folder of them, cannot be read.
public struct PNGError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    case noFolder
    case noFiles
    case unreadable
    case notPNG
    /// It ends before its last chunk.
    case truncated
    /// A chunk's checksum does not match.
    case chunk(String)
    /// A chunk that must come before the pixels is missing or makes no sense.
    case header
    case absurdSize(width: Int, height: Int)
    case unsupported(PNGFeature)
    /// The compressed pixels are no zlib data, or too few, or go on.
    case pixels
    case otherSize(width: Int, height: Int, wantedWidth: Int, wantedHeight: Int)
  }

  /// The file or folder, as it was asked for.
  public let file: String
  public let reason: Reason

  public init(file: String, reason: Reason) {
    (self.file, self.reason) = (file, reason)
  }
}

/// What PNG has and is not read here.
public enum PNGFeature: String, Sendable {
  case sixteenBits = "16 bits a sample"
  case interlacing = "interlacing"
  case transparentColour = "a transparent colour"
}

extension PNGError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .noFolder: "There is no folder \(file): see to its spelling."
    case .noFiles: "The folder \(file) has no file whose name ends in .png: put the images there."
    case .unreadable: "The file \(file) could not be read: see to its permissions."
    case .notPNG: "The file \(file) is not a PNG file: write the image as PNG."
    case .truncated: "The PNG file \(file) ends in the middle: write it again."
    case .chunk(let name): "The PNG file \(file) is damaged (the checksum of its part \(name) does not match): write it again."
    case .header: "The PNG file \(file) is damaged (its header makes no sense): write it again."
    case .absurdSize(let width, let height):
      "The PNG file \(file) promises \(width)×\(height) pixels, and at most \(GreyImage.largestSide) a side are read: "
        + "scale the image down."
    case .unsupported(let feature):
      "The PNG file \(file) has \(feature.rawValue), which is not read here: write it with 8 bits a sample and without "
        + "interlacing or a transparent colour."
    case .pixels: "The PNG file \(file) is damaged (its pixels cannot be unpacked): write it again."
    case .otherSize(let width, let height, let wantedWidth, let wantedHeight):
      "The image \(file) has \(width)×\(height) pixels and the first of its folder \(wantedWidth)×\(wantedHeight): "
        + "put images of one size together."
    }
  }
}
