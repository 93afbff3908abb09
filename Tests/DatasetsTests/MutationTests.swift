import Datasets
import RandomStreams
import TestSupport
import Testing

/// A file spoilt at random gives data or a sentence, and never ends the process.
@Suite("IDX files spoilt at random")
struct MutationTests {
  @Test("plain and compressed", arguments: [false, true])
  func mutations(isCompressed: Bool) throws {
    let good = idx([6, 3, 4], data: pattern(72))
    let original = isCompressed ? try gzipped(good) : good
    let root = RandomStream(seed: 20)
    var refused = 0
    for trial in 0..<400 {
      var random = root.stream("mutation", trial)
      let contents = spoilt(original, using: &random)
      do {
        let file = try IDX(contents, dimensions: 3, named: "images")
        #expect(file.bytes.count == file.sizes.reduce(1, *))
      } catch {
        refused += 1
        #expect(isOneSentence(error.description, naming: "images"), "trial \(trial): \(error)")
      }
    }
    // Of a plain file, changes of the data alone are no fault; a gzip file's checksum sees them.
    #expect(refused > (isCompressed ? 360 : 120), "\(refused) of 400 refused")
  }

  /// One to three changes: a byte changed, some bytes taken out, put in, or cut off at the end.
  private func spoilt(_ bytes: [UInt8], using random: inout RandomStream) -> [UInt8] {
    func below(_ n: Int) -> Int { Int(random.nextWord()) % max(1, n) }
    var result = bytes
    for _ in 0...below(3) where !result.isEmpty {
      // Every other change is in the header, which is where a reader goes wrong.
      let place = below(2) == 0 ? below(min(16, result.count)) : below(result.count)
      switch below(4) {
      case 0: result[place] = UInt8(truncatingIfNeeded: below(256))
      case 1: result.removeSubrange(place..<min(result.count, place + 1 + below(8)))
      case 2: result.insert(contentsOf: (0...below(8)).map { _ in UInt8(truncatingIfNeeded: below(256)) }, at: place)
      default: result.removeLast(below(result.count))
      }
    }
    return result
  }
}
