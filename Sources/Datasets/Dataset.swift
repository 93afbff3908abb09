/// Where images come from, as a page says it at its foot.
public enum Provenance: Sendable, Equatable {
  /// Each file is the published one, as far as its checksum is known.
  case verified
  /// Read and sound, but not the published files.
  case unverified(reason: String)
  /// Drawn by a procedure, because no data were found.
  case synthetic

  /// One word, without the reason.
  public var name: String {
    switch self {
    case .verified: "verified"
    case .unverified: "unverified"
    case .synthetic: "synthetic"
    }
  }
}

/// A set of images in three parts, with where it comes from.
public struct Dataset: Sendable {
  public let title: String
  public let train: ImageSet, validation: ImageSet, test: ImageSet
  public let provenance: Provenance
  /// Why the digits are synthetic although a download was tried.
  public let downloadError: DownloadError?

  public init(
    title: String, train: ImageSet, validation: ImageSet, test: ImageSet, provenance: Provenance,
    downloadError: DownloadError? = nil
  ) {
    (self.title, self.downloadError) = (title, downloadError)
    (self.train, self.validation, self.test) = (train, validation, test)
    self.provenance = provenance
  }

  /// One sentence for the page.
  public var description: String {
    let parts = "\(train.count) images for training, \(validation.count) for validation, \(test.count) for test"
    return switch provenance {
    case .verified: "\(title): \(parts); the files are the published ones."
    case .unverified(let reason): "\(title), not the published files (\(reason)): \(parts)."
    case .synthetic:
      "Synthetic digits, drawn by a procedure because \(title) was found neither in NATURAL_GRADIENT_DATA "
        + "nor in the cache folder\(downloadError.map { ", and the download failed (\($0.cause))" } ?? ""): \(parts)."
    }
  }
}

extension Dataset {
  /// MNIST from the data folders, or synthetic digits where there is none.
  ///
  /// - Parameters:
  ///   - option: the folder of `--data`, if one was given; then the data must be there.
  ///   - download: fetches what no folder has; nil refrains.
  ///   - tell: is called some times a second while it does.
  /// - Throws: `IDXError` when a file is not sound, the folder that was asked for lacks it, or there are not the images that
  ///   chapters are written for: 28×28 pixels, and so many that they can be trained on and judged.
  public static func mnist(
    searching option: String? = nil, download: Download? = nil, tell: (Download.Progress) -> Void = { _ in }
  ) throws(IDXError) -> Dataset {
    let folders = DataFolders(requested: option), source = DataSource.mnist
    let data = try load(source, from: folders, download: download, tell: tell), images = data.train
    guard (images.height, images.width) == (28, 28), images.count >= 3_000, data.validation.count >= 200 else {
      let folder = try source.locate(in: folders) ?? folders.cache
      throw IDXError(
        file: "\(folder)/\(source.folder)",
        reason: .notForChapters(
          train: images.count, validation: data.validation.count, height: images.height, width: images.width))
    }
    return data
  }

  /// Fashion-MNIST from the data folders, or synthetic digits where there is none.
  public static func fashionMNIST(
    searching option: String? = nil, download: Download? = nil, tell: (Download.Progress) -> Void = { _ in }
  ) throws(IDXError) -> Dataset {
    try load(.fashionMNIST, from: DataFolders(requested: option), download: download, tell: tell)
  }

  /// A data set of four files. The last sixth of the training file is kept for validation, 10,000 of 60,000.
  ///
  /// Labels may be missing; images may not. A file that is not the published one is said, not refused. What a download
  /// does not bring is drawn, and the description says why.
  public static func load(
    _ source: DataSource, from folders: DataFolders, download: Download? = nil,
    tell: (Download.Progress) -> Void = { _ in }
  ) throws(IDXError) -> Dataset {
    let found = try source.locate(in: folders)
    if let download, folders.requested == nil, download.isOfUse(for: source, foundIn: found) {
      do {
        try download.fetch(source, tell: tell)
      } catch {
        // Labels may be missing.
        guard let found, [source.trainImages, source.testImages].allSatisfy({ source.path(of: $0, in: found) != nil }) else {
          return synthetic(inPlaceOf: source.title, because: error)
        }
      }
    }
    guard let folder = try source.locate(in: folders), !isOnItsWay(source, in: folder, of: folders) else {
      return synthetic(inPlaceOf: source.title)
    }
    return try read(source, from: folder)
  }

  /// Whether a folder has no more than a part of the published files, without all images, because a download is at work there
  /// or was broken off.
  private static func isOnItsWay(_ source: DataSource, in folder: String, of folders: DataFolders) -> Bool {
    folders.requested == nil && folder == folders.cache
      && [source.trainImages, source.testImages].contains { source.path(of: $0, in: folder) == nil }
      && Download(into: folder).isOfUse(for: source, foundIn: folder)
  }

  private static func read(_ source: DataSource, from folder: String) throws(IDXError) -> Dataset {
    var others: [String] = []
    func read(_ name: String, _ images: DataSource.File, _ labels: DataSource.File) throws(IDXError) -> ImageSet {
      guard let path = source.path(of: images, in: folder) else { throw source.missing(images, in: folder) }
      let file = try IDX(contentsOf: path, dimensions: 3)
      if file.checksum != images.checksum { others.append(images.name) }
      guard let labelPath = source.path(of: labels, in: folder) else { return try ImageSet(name: name, file) }
      let labelFile = try IDX(contentsOf: labelPath, dimensions: 1)
      if let published = labels.checksum, labelFile.checksum != published { others.append(labels.name) }
      return try ImageSet(name: name, file, labels: (labelPath, labelFile))
    }
    let all = try read("train", source.trainImages, source.trainLabels)
    let test = try read("test", source.testImages, source.testLabels)
    guard (test.height, test.width) == (all.height, all.width) else {
      throw IDXError(
        file: "\(folder)/\(source.folder)/\(source.testImages.name)",
        reason: .otherShape(
          height: test.height, width: test.width, wantedHeight: all.height, wantedWidth: all.width))
    }
    let kept = all.count - all.count / 6
    guard kept < all.count else {
      throw IDXError(
        file: "\(folder)/\(source.folder)/\(source.trainImages.name)", reason: .tooFewImages(found: all.count, wanted: 6))
    }
    return Dataset(
      title: source.title, train: all.part(0..<kept, named: "train"),
      validation: all.part(kept..<all.count, named: "validation"), test: test,
      provenance: others.isEmpty
        ? .verified : .unverified(reason: "another checksum: \(others.joined(separator: ", "))"))
  }

  /// Digits drawn by a procedure, the same at each call.
  ///
  /// - Parameter downloadError: why they are needed although a download was tried.
  public static func synthetic(
    inPlaceOf title: String = "MNIST", because downloadError: DownloadError? = nil, train: Int = 10_000,
    validation: Int = 2_000, test: Int = 2_000
  ) -> Dataset {
    let digits = SyntheticDigits(seed: 1)
    return Dataset(
      title: title, train: digits.images(train, named: "train"), validation: digits.images(validation, named: "validation"),
      test: digits.images(test, named: "test"), provenance: .synthetic, downloadError: downloadError)
  }
}
