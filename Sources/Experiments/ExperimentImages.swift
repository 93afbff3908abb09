import Datasets

/// The images of an experiment: what it trains on, what it is judged on, and by which checksums they are known again.
public struct ExperimentImages: Sendable {
  public let train: ImageSet, validation: ImageSet
  /// The test part of a published set.
  public let test: ImageSet?
  /// One sentence: what they are.
  public let description: String
  /// Whether each file is the published one of its set.
  public let arePublished: Bool
  /// SHA-256 of the pixels of the parts that the training sees, with the size of an image before them.
  public let checksums: [String: String]

  /// - Complexity: some 0.3 s for MNIST, for the checksums.
  public init(
    train: ImageSet, validation: ImageSet, test: ImageSet? = nil, description: String, arePublished: Bool = false
  ) {
    (self.train, self.validation, self.test) = (train, validation, test)
    (self.description, self.arePublished) = (description, arePublished)
    checksums = ["train": Self.checksum(of: train), "validation": Self.checksum(of: validation)]
  }

  static func checksum(of set: ImageSet) -> String {
    sha256(Array("\(set.height)×\(set.width)\n".utf8) + set.bytes)
  }
}

extension ExperimentImages {
  /// Reads the images of a source.
  ///
  /// - Throws: where the files are not sound or have too few images, and where a published set is not found: digits that a
  ///   procedure draws never stand in for it.
  public init(
    _ source: ImageSource, from folders: DataFolders, download: Download? = nil,
    tell: (Download.Progress) -> Void = { _ in }
  ) throws(ExperimentError) {
    switch source {
    case .pooled(let folder, let side):
      let whole = try ExperimentImages(.published(folder), from: folders, download: download, tell: tell)
      self.init(
        train: whole.train.pooled(by: side), validation: whole.validation.pooled(by: side), test: whole.test?.pooled(by: side),
        description: "Means over squares of \(side)×\(side) pixels of \(whole.description)", arePublished: whole.arePublished)
    case .published(let folder):
      guard let known = [DataSource.mnist, .fashionMNIST].first(where: { $0.folder == folder }) else {
        throw .noSuchData(folder)
      }
      let data: Dataset
      do { data = try Dataset.load(known, from: folders, download: download, tell: tell) } catch { throw .images(.idx(error)) }
      if data.provenance == .synthetic {
        throw .dataNotFound(known.title, folder: known.folder, downloadError: data.downloadError.map { "\($0)" })
      }
      self.init(
        train: data.train, validation: data.validation, test: data.test, description: data.description,
        arePublished: data.provenance == .verified)
    case .file(let path, let share):
      let all: ImageSet
      do { all = try ImageSet(name: "train", at: path) } catch { throw .images(error) }
      let kept = min(all.count - 1, max(1, all.count - Int((Double(all.count) * share).rounded())))
      guard all.count >= 2 else {
        throw .images(.idx(IDXError(file: path, reason: .tooFewImages(found: all.count, wanted: 2))))
      }
      self.init(
        train: all.part(0..<kept, named: "train"), validation: all.part(kept..<all.count, named: "validation"),
        description: "\(kept) images of \(all.height)×\(all.width) pixels for training, \(all.count - kept) for validation.")
    }
  }

  /// The images of a record of the book: those of the published files, and no others.
  public init(ofRecord source: ImageSource, from folders: DataFolders, download: Download? = nil) throws(ExperimentError) {
    try self.init(source, from: folders, download: download)
    guard arePublished else { throw .otherFiles(description) }
  }
}
