import Datasets
import Foundation
import TestSupport
import Testing

@Suite("IDX files")
struct IDXTests {
  static let good = idx([3, 2, 5], data: pattern(30))

  @Test("a plain file and a gzip file give the same data", arguments: [false, true])
  func bothForms(isCompressed: Bool) throws {
    try withTemporaryFolder { folder in
      try folder.put(isCompressed ? gzipped(Self.good) : Self.good, at: "images")
      let file = try IDX(contentsOf: folder.appendingPathComponent("images").path, dimensions: 3)
      #expect(file.sizes == [3, 2, 5])
      #expect(file.bytes == pattern(30))
      #expect(file.checksum == sha256(Self.good))
    }
  }

  @Test("labels are a file with one dimension")
  func labels() throws {
    #expect(try IDX(idx([4], data: [3, 1, 4, 1]), dimensions: 1, named: "labels").bytes == [3, 1, 4, 1])
  }

  @Test("a gzip file of two members is read as one file")
  func members() throws {
    let parts = try gzipped(Array(Self.good[..<20])) + gzipped(Array(Self.good[20...]))
    #expect(try IDX(parts, dimensions: 3, named: "images").bytes == pattern(30))
  }

  /// Each way in which a file is spoilt, and the reason that must be given.
  static let spoilt: [(contents: [UInt8], reason: IDXError.Reason)] = [
    ([], .empty),
    ([0, 0, 8], .shortHeader(bytes: 3)),
    ([0, 0, 8, 3, 0, 0, 0, 1], .shortHeader(bytes: 8)),
    (Array("<!DOCTYPE html><html>".utf8), .wrongMagic(found: Array("<!DOCTYPE html><".utf8))),
    ([1] + good.dropFirst(), .wrongMagic(found: [1] + good[1..<16])),
    (idx([3, 2, 5], type: 0x0D, data: pattern(120)), .wrongType(found: 0x0D)),
    (idx([30], data: pattern(30)), .wrongDimensions(found: 1, wanted: 3)),
    (idx([3, 2, 5, 1], data: pattern(30)), .wrongDimensions(found: 4, wanted: 3)),
    (idx([1 << 31, 1 << 31, 1 << 31], data: pattern(30)), .absurdSizes([1 << 31, 1 << 31, 1 << 31])),
    (idx([60_000, 2800, 2800], data: pattern(30)), .absurdSizes([60_000, 2800, 2800])),
    (idx([3, 0, 5], data: []), .noImages([3, 0, 5])),
    (Array(good.dropLast()), .tooShort(promised: 30, found: 29)),
    (idx([1 << 30, 2, 1], data: pattern(30)), .tooShort(promised: 1 << 31, found: 30)),
    (good + [0], .trailingBytes(promised: 30)),
  ]

  @Test("a spoilt file is refused, by name and reason", arguments: spoilt.indices, [false, true])
  func refusals(case i: Int, isCompressed: Bool) throws {
    let (contents, reason) = Self.spoilt[i]
    // An empty file stays one; compressed, the same header is short of all its bytes.
    let wanted = isCompressed && contents.isEmpty ? .shortHeader(bytes: 0) : reason
    let error = #expect(throws: IDXError.self) {
      try IDX(isCompressed ? gzipped(contents) : contents, dimensions: 3, named: "some/images")
    }
    #expect(error?.reason == wanted)
    #expect(error.map { isOneSentence($0.description, naming: "some/images") } == true, "\(String(describing: error))")
  }

  @Test("a truncated gzip file is refused wherever it was cut")
  func truncatedGzip() throws {
    let whole = try gzipped(Self.good)
    for length in 2..<whole.count {
      let error = #expect(throws: IDXError.self) {
        try IDX(Array(whole[..<length]), dimensions: 3, named: "images.gz")
      }
      #expect(error?.reason == .truncatedGzip, "\(length) of \(whole.count) bytes")
    }
  }

  @Test("a gzip file whose checksum, length or end does not match is refused")
  func corruptGzip() throws {
    let whole = try gzipped(Self.good)
    var crc = whole, length = whole
    crc[whole.count - 8] ^= 1
    length[whole.count - 1] ^= 1
    for contents in [crc, length, whole + Array("rubbish, not a member".utf8)] {
      let error = #expect(throws: IDXError.self) { try IDX(contents, dimensions: 3, named: "images.gz") }
      #expect(error?.reason == .corruptGzip)
    }
  }

  @Test("a file that is not there, or is a folder, is refused")
  func noFile() throws {
    try withTemporaryFolder { folder in
      let absent = folder.appendingPathComponent("absent").path
      #expect(throws: IDXError(file: absent, reason: .missing)) { try IDX(contentsOf: absent, dimensions: 3) }
      let error = #expect(throws: IDXError.self) { try IDX(contentsOf: folder.path, dimensions: 3) }
      #expect(error?.reason == .unreadable(why: "it is a folder"))
    }
  }

  @Test("as many labels as images are wanted")
  func labelCount() throws {
    try withTemporaryFolder { folder in
      try folder.put(Self.good, at: "images")
      try folder.put(idx([2], data: [1, 2]), at: "labels")
      let (images, labels) = (folder.path + "/images", folder.path + "/labels")
      #expect(throws: IDXError(file: labels, reason: .labelCount(labels: 2, images: 3))) {
        try ImageSet(name: "train", images: images, labels: labels)
      }
      #expect(try ImageSet(name: "train", images: images).labels == nil)
    }
  }
}

/// One sentence: it names the file, ends in a full stop, and has no line break.
func isOneSentence(_ text: String, naming file: String) -> Bool {
  text.contains(file) && text.hasSuffix(".") && !text.contains("\n") && text.first?.isUppercase == true
}
