/// Why a file was not read as IDX data. `description` is one sentence: what is wrong, where, and what to do.
public struct IDXError: Error, Sendable, Equatable {
  public enum Reason: Sendable, Equatable {
    case noFolder
    case missing
    case oneFolderUp(file: String)
    case unreadable(why: String)
    case empty
    case truncatedGzip
    case corruptGzip
    case shortHeader(bytes: Int)
    case wrongMagic(found: [UInt8])
    case wrongType(found: UInt8)
    case wrongDimensions(found: Int, wanted: Int)
    case absurdSizes([Int])
    case tooShort(promised: Int, found: Int)
    case trailingBytes(promised: Int)
    case noImages([Int])
    case labelCount(labels: Int, images: Int)
    case otherShape(height: Int, width: Int, wantedHeight: Int, wantedWidth: Int)
    case tooFewImages(found: Int, wanted: Int)
    /// Sound, and other images than the chapters are written for.
    case notForChapters(train: Int, validation: Int, height: Int, width: Int)
  }

  /// The file, as it was asked for.
  public let file: String
  public let reason: Reason

  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }
}

extension IDXError: CustomStringConvertible {
  public var description: String {
    switch reason {
    case .noFolder:
      "There is no folder \(file): see to its spelling, or name another one with --data."
    case .oneFolderUp(let found):
      "The file \(found) lies one folder too far up: make the folder \(file) and put the files of the data set in it."
    case .missing:
      "There is no file \(file), plain or with .gz: put it there, or name another folder with --data."
    case .unreadable(let why):
      "The file \(file) could not be read (\(why)): see to its permissions, or name another folder with --data."
    case .empty:
      "The file \(file) is empty: fetch it again."
    case .truncatedGzip:
      "The gzip file \(file) ends in the middle, as after a broken download: fetch it again."
    case .corruptGzip:
      "The gzip file \(file) is damaged (its contents do not match its checksum, or are no gzip data): fetch it again."
    case .shortHeader(let bytes):
      "The file \(file) has only \(bytes) bytes, fewer than its IDX header needs: fetch it again."
    case .wrongMagic(let found):
      "The file \(file) is not an IDX file: it begins with \(Self.shown(found)) and not with two zero bytes; "
        + "put the file of the data set itself there."
    case .wrongType(let found):
      "The IDX file \(file) holds numbers of type 0x\(Self.hex(found)), and only bytes (0x08) can be read here: "
        + "write it with one unsigned byte a pixel."
    case .wrongDimensions(let found, let wanted):
      "The IDX file \(file) has \(found) dimension\(found == 1 ? "" : "s") where \(wanted) "
        + "\(wanted == 1 ? "is" : "are") wanted (images have 3, labels 1): see whether images and labels were exchanged."
    case .absurdSizes(let sizes):
      "The IDX header of \(file) promises \(Self.product(sizes)) bytes, which is no size of a data set "
        + "(the limit is \(IDX.largestSize) bytes): the header is damaged, fetch the file again."
    case .tooShort(let promised, let found):
      "The file \(file) ends too early: its IDX header promises \(promised) bytes of data and \(found) are there; "
        + "fetch it again."
    case .trailingBytes(let promised):
      "The file \(file) goes on after the \(promised) bytes of data that its IDX header promises: "
        + "the header or the file is damaged, fetch it again."
    case .noImages(let sizes):
      "The IDX file \(file) holds nothing: its header says \(Self.product(sizes)); put a file with images there."
    case .labelCount(let labels, let images):
      "The file \(file) has \(labels) labels for \(images) images: put the labels there that belong to the images."
    case .otherShape(let height, let width, let wantedHeight, let wantedWidth):
      "The images in \(file) are \(height)×\(width) and those of the training set \(wantedHeight)×\(wantedWidth): "
        + "put files of one data set together."
    case .tooFewImages(let found, let wanted):
      "The file \(file) has \(found) image\(found == 1 ? "" : "s"), and at least \(wanted) are needed: "
        + "put a larger set there."
    case .notForChapters(let train, let validation, let height, let width):
      "The chapters need 3,000 images of 28×28 pixels for training and 200 for validation, and \(file) has \(train) and "
        + "\(validation) of \(height)×\(width): put the published files there, and train on your own with train --images."
    }
  }

  private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

  private static func product(_ sizes: [Int]) -> String { sizes.map(String.init).joined(separator: "×") }

  /// The first bytes as text where they are text (a web page saved in place of the file), else in hexadecimal.
  private static func shown(_ bytes: [UInt8]) -> String {
    let isText = !bytes.isEmpty && bytes.allSatisfy { (0x20..<0x7F).contains($0) }
    return isText ? "“\(String(decoding: bytes, as: UTF8.self))”" : "bytes " + bytes.prefix(4).map(hex).joined(separator: " ")
  }
}
