import Datasets
import Foundation
import Testing

/// Runs where the real files are: NATURAL_GRADIENT_DATA names their folder.
@Suite("the published files")
struct PublishedDataTests {
  @Test("MNIST is whole, and is MNIST", .enabled(if: isThere("mnist")))
  func mnist() throws {
    let data = try Dataset.mnist()
    #expect(data.provenance == .verified)
    #expect(counts(of: data) == [50_000, 10_000, 10_000])
    // The counts of the ten digits in the 60,000, and the mean grey value 0.1307, are known of old.
    var counts = [Int](repeating: 0, count: 10)
    for label in (data.train.labels ?? []) + (data.validation.labels ?? []) { counts[Int(label)] += 1 }
    #expect(counts == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
    let mean = (5 * average(data.train) + average(data.validation)) / 6
    #expect(abs(mean - 0.1307) < 5e-5)  // the published mean has four digits
    #expect(data.train.labels?.prefix(5) == [5, 0, 4, 1, 9])
  }

  @Test("Fashion-MNIST is whole, and is Fashion-MNIST", .enabled(if: isThere("fashion-mnist")))
  func fashion() throws {
    let data = try Dataset.fashionMNIST()
    #expect(data.provenance == .verified)
    #expect(counts(of: data) == [50_000, 10_000, 10_000])
    let mean = (5 * average(data.train) + average(data.validation)) / 6
    #expect(abs(mean - 0.2860) < 5e-5)
  }

  private func average(_ set: ImageSet) -> Double { set.meanImage.reduce(0, +) / Double(set.pixels) }
}

private func isThere(_ folder: String) -> Bool {
  DataFolders().environment.map { FileManager.default.fileExists(atPath: "\($0)/\(folder)") } ?? false
}
