import Datasets
import Foundation
import TestSupport

/// The bytes of an IDX file.
func idx(_ sizes: [Int], type: UInt8 = 8, data: [UInt8]) -> [UInt8] {
  [0, 0, type, UInt8(sizes.count)]
    + sizes.flatMap { size in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: size >> $0) }
    } + data
}

/// Bytes that are no constant: 0, 7, 14, … modulo 256.
func pattern(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0) } }

/// What the system's gzip makes of some bytes.
func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
  try withTemporaryFolder { folder in
    try Data(bytes).write(to: folder.appendingPathComponent("file"))
    return [UInt8](try run(["gzip", "-n", "-c", "file"], in: folder).output)
  }
}

extension URL {
  /// Writes bytes to a file below this folder.
  func put(_ bytes: [UInt8], at path: String) throws {
    let file = appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }
}

/// A small grey set with all values of grey.
let greys = ImageSet(
  name: "train", height: 4, width: 4, bytes: (0..<(64 * 16)).map { UInt8(truncatingIfNeeded: 37 * $0) })

/// How many images there are for training, validation and test.
func counts(of data: Dataset) -> [Int] { [data.train.count, data.validation.count, data.test.count] }
