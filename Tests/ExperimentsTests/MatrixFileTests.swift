import Datasets
import Experiments
import Foundation
import RandomStreams
import TestSupport
import Testing

@Suite("files of matrices") struct MatrixFileTests {
  private let numbers: [Float] = [1.5, -0.1, 65504, 1e-30, .infinity, 0]

  private var file: MatrixFile {
    MatrixFile(
      kind: "test", metadata: ["a": "b"],
      [
        MatrixSection("half", rows: 2, columns: 3, numbers, as: .float16), MatrixSection("single", rows: 3, columns: 2, numbers),
        MatrixSection("double", rows: 1, columns: 2, [0.1, -Double.pi]), MatrixSection("empty", rows: 0, columns: 4, [Float]()),
      ])
  }

  @Test("what was written is read, bit by bit; in half precision to the nearest of 11 bits") func roundTrip() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "deep/test").path
      try file.write(to: path)
      let read = try MatrixFile(contentsOf: path, kind: "test")
      #expect(read.metadata(as: [String: String].self) == ["a": "b"])
      #expect(read.metadata(as: [Int].self) == nil)
      #expect(read.section("single")?.floats == numbers && read.section("double")?.doubles == [0.1, -Double.pi])
      #expect(read.section("empty")?.rows == 0 && read.section("empty")?.columns == 4 && read.section("none") == nil)
      // −0.1 is −1.1001100110 011… · 2⁻⁴: eleven digits give −1638 / 2¹⁴.
      #expect(read.section("half")?.floats == [1.5, -1638 / 16384, 65504, 0, .infinity, 0])
      #expect(files(below: folder, includingHidden: true) == ["deep/test"])
      let sum = try TestSupport.run(["sh", "-c", "head -c -64 deep/test | sha256sum | cut -c 1-64"], in: folder)
      #expect(try Data(contentsOf: URL(filePath: path)).suffix(64) == sum.output.prefix(64))
    }
  }

  @Test("each kind of wrong file is told") func refused() {
    let good = file.contents
    func found(_ bytes: [UInt8], kind: String = "test") -> StoredFileError.Reason? {
      reason { _ = try MatrixFile(bytes, kind: kind, named: "f") }?.reason
    }
    #expect(found(good) == nil)
    #expect(found(good, kind: "model") == .otherKind(found: "test", wanted: "model"))
    #expect(found([]) == .notAMatrixFile && found(Array("<!DOCTYPE html>".utf8)) == .notAMatrixFile)
    for length in 1..<good.count {
      guard case .cut(let promised, length) = found(Array(good.prefix(length))) else { Issue.record("\(length)"); continue }
      #expect(promised <= good.count)
    }
    for place in good.indices.dropFirst(16) {
      var bytes = good
      bytes[place] ^= 4
      #expect(found(bytes) != nil, "\(place)")
    }
    var newer = good
    newer[8] = 9
    #expect(found(newer) == .newerFormat(found: 9, known: 1) && found(good + [0]) == .damaged)
  }

  @Test("a header alone takes no memory") func absurd() {
    func found(rows: String) -> StoredFileError.Reason? {
      let json =
        "{\"kind\":\"test\",\"sections\":[{\"name\":\"w\",\"rows\":\(rows),\"columns\":4000000000,\"format\":\"float64\"}]}"
      let head = Array("natgrad\n".utf8) + [1, 0, 0, 0, UInt8(json.utf8.count), 0, 0, 0] + Array(json.utf8)
      return reason { _ = try MatrixFile(head + Array(sha256(head).utf8), kind: "test", named: "f") }?.reason
    }
    #expect(found(rows: "4000000000") == .absurdSize(section: "w") && found(rows: "-1") == .absurdSize(section: "w"))
    #expect(found(rows: "9223372036854775807") == .absurdSize(section: "w"))
    if case .cut = found(rows: "2") {} else { Issue.record("32 GB in a file of 200 bytes") }
  }

  @Test("a place that cannot be written: a sentence, and nothing else changed") func unwritable() throws {
    try withTemporaryFolder { folder in
      try Data("old".utf8).write(to: folder.appending(path: "file"))
      let error = reason { try file.write(to: folder.appending(path: "file/test").path) }
      #expect(error.map { isOneSentence($0.description, naming: "file/test") } == true)
      try FileManager.default.createDirectory(at: folder.appending(path: "folder/in"), withIntermediateDirectories: true)
      #expect(reason { try file.write(to: folder.appending(path: "folder").path) } != nil)
      #expect(reason { _ = try MatrixFile(contentsOf: folder.path, kind: "test") }?.reason == .unreadable(why: "it is a folder"))
      #expect(reason { _ = try MatrixFile(contentsOf: folder.path + "/none", kind: "test") }?.reason == .missing)
      #expect(files(below: folder, includingHidden: true) == ["file"])
    }
  }
}
