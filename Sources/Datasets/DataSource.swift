import Foundation

/// The four files of a data set as it is published, and where they lie below a data folder.
public struct DataSource: Sendable, Equatable {
  public struct File: Sendable, Equatable {
    /// Without `.gz`.
    public let name: String
    /// SHA-256 of the uncompressed file, or nil when none is published with this book.
    public let checksum: String?
  }

  /// As a page names it.
  public let title: String
  /// The sub-folder of a data folder.
  public let folder: String
  public let trainImages: File, trainLabels: File, testImages: File, testLabels: File
  /// Where the files can be fetched, best first, each ending in a slash.
  public let mirrors: [String]

  /// The four files under the names that MNIST gave them.
  ///
  /// - Parameter checksums: SHA-256 of the uncompressed files, in the order of `files`; nil where it is not known.
  public init(title: String, folder: String, checksums: [String?], mirrors: [String]) {
    precondition(checksums.count == 4, "DataSource \(title): \(checksums.count) checksums for 4 files")
    (self.title, self.folder, self.mirrors) = (title, folder, mirrors)
    trainImages = File(name: "train-images-idx3-ubyte", checksum: checksums[0])
    trainLabels = File(name: "train-labels-idx1-ubyte", checksum: checksums[1])
    testImages = File(name: "t10k-images-idx3-ubyte", checksum: checksums[2])
    testLabels = File(name: "t10k-labels-idx1-ubyte", checksum: checksums[3])
  }

  public var files: [File] { [trainImages, trainLabels, testImages, testLabels] }

  /// How many dimensions the IDX header of a file must have: count, height and width, or the count of labels.
  func dimensions(of file: File) -> Int { file == trainLabels || file == testLabels ? 1 : 3 }

  /// The files that a data folder lacks.
  func missing(in folder: String) -> [File] { files.filter { path(of: $0, in: folder) == nil } }

  /// The path of a file in a data folder: with `.gz` as it is published, else plain, else nil.
  func path(of file: File, in folder: String) -> String? {
    let plain = "\(folder)/\(self.folder)/\(file.name)"
    return [plain + ".gz", plain].first { FileManager.default.fileExists(atPath: $0) }
  }

  /// The first folder that has one of the files.
  ///
  /// - Throws: `IDXError` when a folder was asked for and has none of them.
  func locate(in folders: DataFolders) throws(IDXError) -> String? {
    func isThere(_ folder: String) -> Bool { files.contains { path(of: $0, in: folder) != nil } }
    guard let requested = folders.requested else { return self.folder(in: folders) }
    if isThere(requested) { return requested }
    guard FileManager.default.fileExists(atPath: requested) else { throw IDXError(file: requested, reason: .noFolder) }
    let names = files.flatMap { ["\(requested)/\($0.name).gz", "\(requested)/\($0.name)"] }
    if let file = names.first(where: FileManager.default.fileExists) {
      throw IDXError(file: "\(requested)/\(folder)", reason: .oneFolderUp(file: file))
    }
    throw missing(trainImages, in: requested)
  }

  func missing(_ file: File, in folder: String) -> IDXError {
    IDXError(file: "\(folder)/\(self.folder)/\(file.name)", reason: .missing)
  }
}

extension DataSource {
  public static let mnist = DataSource(
    title: "MNIST", folder: "mnist",
    checksums: [
      "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
      "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
      "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
      "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    ],
    mirrors: ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"])

  public static let fashionMNIST = DataSource(
    title: "Fashion-MNIST", folder: "fashion-mnist",
    checksums: [
      "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888", nil,
      "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b", nil,
    ],
    mirrors: ["http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"])
}
