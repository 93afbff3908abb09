import BeliefNets
import Datasets
import Foundation
import LinearAlgebra
import RandomStreams

/// Log-likelihoods of test images under the machine of a record, image by image: NAME.test.csv, and how they came about,
/// NAME.test.json. Those with K samples, where the experiment names another number, are NAME.test-K.csv and so on; those of
/// the first N images only NAME.test-first-N.csv, or NAME.test-K-first-N.csv.
public struct TestRecord: Sendable, Equatable {
  public let likelihood: LogLikelihood
  public let manifest: TestManifest

  /// Judges the machine in a file.
  ///
  /// - Parameters:
  ///   - file: a model, as `Model` writes it.
  ///   - test: the test part; its first `size.images` are judged, or all where there are no more.
  ///   - epoch: how long the machine was trained.
  ///   - goesOn: told some times how many images are done; where it says no, the result is nil.
  /// - Complexity: 8 ms an image for 1,000 samples of the twelve-layer machine on two cores.
  public init?(
    of file: String, on test: ImageSet, _ size: TestSize, epoch: Int, seed: UInt64, workers: Int,
    goesOn: (Int) -> Bool = { _ in true }
  ) throws(StoredFileError) {
    let checksum = sha256(try StoredFile.read(file)), model = try Model(contentsOf: file)
    let start = ContinuousClock.now
    guard
      let likelihood = model.logLikelihood(
        ofFirst: size.images, of: test, samples: size.samples, workers: workers, using: Self.stream(seed: seed), goesOn: goesOn)
    else { return nil }
    self.likelihood = likelihood
    manifest = TestManifest(
      format: 1, model: checksum, images: ExperimentImages.checksum(of: test), count: likelihood.values.count,
      samples: size.samples, seed: seed, epoch: epoch, seconds: start.duration(to: .now) / .seconds(1), machine: .current)
  }
}

extension TestRecord {
  /// The random numbers of an estimate.
  public static func stream(seed: UInt64) -> RandomStream { RandomStream(seed: seed).stream("test") }
}

/// How many images are judged, with how many samples each.
public struct TestSize: Sendable, Equatable {
  public let images: Int, samples: Int

  public init(images: Int, samples: Int) { (self.images, self.samples) = (images, samples) }
}

/// What stands beside the test likelihoods of a record.
public struct TestManifest: Sendable, Equatable, Codable {
  /// The form of the files.
  public let format: Int
  /// SHA-256 of the model's file, and of the test images.
  public let model: String, images: String
  /// How many images were judged; nil in files from before it was written down.
  public let count: Int?
  /// K, and the seed of the samples.
  public let samples: Int, seed: UInt64
  /// Epochs of training behind the model.
  public let epoch: Int
  public let seconds: Double
  public let machine: MachineDescription
}

extension Model {
  /// Importance-sampled log-likelihoods of the first images of a set, made binary as in the training.
  public func logLikelihood(
    ofFirst count: Int, of set: ImageSet, samples: Int, workers: Int, using random: RandomStream
  ) -> LogLikelihood {
    logLikelihood(ofFirst: count, of: set, samples: samples, workers: workers, using: random) { _ in true }!
  }

  /// The same, which can be stopped.
  public func logLikelihood(
    ofFirst count: Int, of set: ImageSet, samples: Int, workers: Int, using random: RandomStream, goesOn: (Int) -> Bool
  ) -> LogLikelihood? {
    let X: Matrix<Float> = set.matrix(
      of: 0..<min(count, set.count), binarisation.rule, low: Float(machine.coding.low), high: Float(machine.coding.high))
    return machine.logLikelihood(of: X, samples: samples, workers: workers, using: random, goesOn: goesOn)
  }
}

extension LogLikelihood {
  static let header = "image,log_likelihood,effective_samples"

  /// Image by image as a CSV file with a header row, six significant digits.
  public var csv: String {
    let rows = zip(values, effectiveSamples).enumerated().map { i, pair in
      "\(i)," + String(format: "%.6g,%.6g", pair.0, pair.1)
    }
    return ([Self.header] + rows).joined(separator: "\n") + "\n"
  }
}

extension TestRecord {
  private static func stem(_ name: String, _ samples: Int?, _ first: Int?) -> String {
    "\(name).test" + (samples.map { "-\($0)" } ?? "") + (first.map { "-first-\($0)" } ?? "")
  }

  /// Writes both files, each as a whole, the table first.
  ///
  /// - Parameters:
  ///   - samples: what stands in the files' names; nil for the experiment's own number.
  ///   - first: the same for the number of images.
  public func write(named name: String, samples: Int? = nil, first: Int? = nil, to folder: String) throws(StoredFileError) {
    let stem = "\(folder)/\(Self.stem(name, samples, first))"
    try StoredFile.write(Array(likelihood.csv.utf8), to: "\(stem).csv")
    try StoredFile.write(json: manifest, to: "\(stem).json")
  }

  /// Reads both files. The values have six digits.
  ///
  /// - Throws: where a file is missing, cut or damaged, and `otherModel` where the model beside them is another one by now.
  public init(named name: String, samples: Int? = nil, first: Int? = nil, in folder: String) throws(StoredFileError) {
    let stem = "\(folder)/\(Self.stem(name, samples, first))"
    let (table, json, model) = ("\(stem).csv", "\(stem).json", "\(folder)/\(name).model")
    let lines = String(decoding: try StoredFile.read(table), as: UTF8.self).split(separator: "\n")
    var values: [Double] = [], effective: [Double] = []
    for (i, line) in lines.enumerated() where i > 0 || line != LogLikelihood.header {
      let fields = line.split(separator: ",").map { Double($0) }
      guard i > 0, fields.count == 3, fields[0] == Double(i - 1), let value = fields[1], let samples = fields[2] else {
        throw StoredFileError(file: table, reason: .noRecord(line: i + 1))
      }
      values.append(value)
      effective.append(samples)
    }
    guard !values.isEmpty else { throw StoredFileError(file: table, reason: .noRecord(line: 1)) }
    likelihood = LogLikelihood(values: values, effectiveSamples: effective)
    guard let manifest = try? JSONDecoder().decode(TestManifest.self, from: Data(try StoredFile.read(json))) else {
      throw StoredFileError(file: json, reason: .damaged)
    }
    if let count = manifest.count, count != values.count {
      throw StoredFileError(file: table, reason: .noRecord(line: min(count, values.count) + 2))
    }
    guard manifest.model == sha256(try StoredFile.read(model)) else {
      throw StoredFileError(file: table, reason: .otherModel(model))
    }
    self.manifest = manifest
  }
}
