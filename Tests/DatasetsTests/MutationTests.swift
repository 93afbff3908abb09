import Datasets
import Foundation
import RandomStreams
import TestSupport
import Testing

/// A file spoilt at random gives images or a sentence, and never ends the process.
@Suite("IDX files spoilt at random")
struct MutationTests {
  @Test("2,000 files each, plain and compressed", arguments: [false, true])
  func mutations(isCompressed: Bool) throws {
    let good = idx([6, 3, 4], data: pattern(72))
    let original = isCompressed ? try gzipped(good) : good
    let root = RandomStream(seed: 20)
    var (refused, reasons) = (0, Set<String>())
    try withTemporaryFolder { folder in
      let file = folder.path + "/images"
      for trial in 0..<2000 {
        var random = root.stream("mutation", trial)
        let contents: [UInt8]
        if trial % 2 == 0 {
          contents = spoilt(original, using: &random)
        } else {
          // A sound wrapping around an unsound header.
          let edited = withOtherHeader(good, using: &random)
          contents = isCompressed ? storedGzip(edited) : edited
        }
        try folder.put(contents, at: "images")
        do {
          let images = try ImageSet(name: "train", images: file)
          #expect(images.count > 0 && images.bytes.count == images.count * images.height * images.width)
        } catch let error as IDXError {
          refused += 1
          reasons.insert("\(error.reason)".prefix { $0 != "(" }.description)
          #expect(isOneSentence(error.description, naming: file), "trial \(trial): \(error)")
        }
      }
    }
    // Of a plain file, changes of the data alone are no fault; a gzip file's checksum sees them.
    #expect(refused > (isCompressed ? 1800 : 1300) && refused < 2000, "\(refused) of 2000 refused")
    #expect(reasons.count >= (isCompressed ? 9 : 7), "\(reasons.sorted())")
  }

  /// In a process of its own, whose memory no other test takes.
  @Test("the promise of a header takes no memory")
  func memory() async {
    await #expect(processExitsWith: .success) {
      for sizes in [[1 << 32 - 1, 1, 1], [1 << 16, 1 << 8, 1 << 8], [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF]] {
        let file = idx(sizes, data: pattern(100))
        for contents in [file, storedGzip(file)] {
          precondition((try? IDX(contents, dimensions: 3, named: "images")) == nil, "\(sizes) was read")
        }
      }
      let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let peak = status.firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) } ?? .max
      precondition(peak < 500_000, "\(peak) kB")
    }
  }
}
