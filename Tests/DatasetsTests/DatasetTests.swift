import Datasets
import Foundation
import TestSupport
import Testing

@Suite("where data are found")
struct DatasetTests {
  /// A folder with a small data set of `train` and `test` images below it.
  private func fill(_ folder: URL, train: Int = 12, test: Int = 4, isCompressed: Bool = false) throws {
    let end = isCompressed ? ".gz" : ""
    func form(_ bytes: [UInt8]) throws -> [UInt8] { isCompressed ? try gzipped(bytes) : bytes }
    for (name, count) in [("train", train), ("t10k", test)] {
      try folder.put(form(idx([count, 3, 2], data: pattern(6 * count))), at: "mnist/\(name)-images-idx3-ubyte\(end)")
      try folder.put(form(idx([count], data: pattern(count))), at: "mnist/\(name)-labels-idx1-ubyte\(end)")
    }
  }

  private func load(_ option: URL?, environment: URL? = nil, cache: URL? = nil) throws -> Dataset {
    var variables = ["HOME": "/nonexistent"]
    variables["NATURAL_GRADIENT_DATA"] = environment?.path
    variables["XDG_CACHE_HOME"] = cache?.path
    return try Dataset.load(.mnist, from: DataFolders(requested: option?.path, in: variables))
  }

  @Test("images of any size, split five to one, and a checksum that is not the published one is said", arguments: [false, true])
  func split(isCompressed: Bool) throws {
    try withTemporaryFolder { folder in
      try fill(folder, isCompressed: isCompressed)
      let data = try load(folder)
      #expect(counts(of: data) == [10, 2, 4])
      #expect((data.test.height, data.test.width) == (3, 2))
      #expect(data.train.bytes + data.validation.bytes == pattern(72))
      #expect(data.validation.labels == Array(pattern(12)[10...]))
      guard case .unverified(let reason) = data.provenance else {
        Issue.record("\(data.provenance)")
        return
      }
      for file in DataSource.mnist.files { #expect(reason.contains(file.name)) }
      #expect(data.description.contains("not the published files"))
    }
  }

  @Test("a folder that was asked for must have the data")
  func requested() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: IDXError.self) { try load(folder) }
      #expect(error == IDXError(file: folder.path + "/mnist/train-images-idx3-ubyte", reason: .missing))
      try fill(folder)
      try FileManager.default.removeItem(at: folder.appendingPathComponent("mnist/t10k-images-idx3-ubyte"))
      let half = #expect(throws: IDXError.self) { try load(folder) }
      #expect(half == IDXError(file: folder.path + "/mnist/t10k-images-idx3-ubyte", reason: .missing))
    }
  }

  @Test("a folder that is not there, and files that lie beside their sub-folder, are said")
  func nearMisses() throws {
    try withTemporaryFolder { folder in
      let absent = folder.appendingPathComponent("absent")
      #expect(throws: IDXError(file: absent.path, reason: .noFolder)) { try load(absent) }
      try folder.put(pattern(3), at: "t10k-images-idx3-ubyte.gz")
      let error = #expect(throws: IDXError.self) { try load(folder) }
      #expect(error?.file == folder.path + "/mnist")
      #expect(error?.reason == .oneFolderUp(file: folder.path + "/t10k-images-idx3-ubyte.gz"))
      #expect(error.map { isOneSentence($0.description, naming: "/mnist") } == true)
    }
  }

  @Test("the option comes before the environment, and that before the cache")
  func order() throws {
    try withTemporaryFolder { folder in
      let places = ["a", "b", "c/natural-gradient"].map { folder.appendingPathComponent($0) }
      for (place, count) in zip(places, [6, 12, 18]) { try fill(place, train: count) }
      let cache = folder.appendingPathComponent("c")
      #expect(try load(places[0], environment: places[1], cache: cache).train.count == 5)
      #expect(try load(nil, environment: places[1], cache: cache).train.count == 10)
      #expect(try load(nil, environment: nil, cache: cache).train.count == 15)
    }
  }

  @Test("with no data anywhere, digits are drawn, and said to be")
  func synthetic() throws {
    try withTemporaryFolder { folder in
      let data = try load(nil, environment: folder, cache: folder)
      #expect(data.provenance == .synthetic)
      #expect(data.description.hasPrefix("Synthetic digits"))
      #expect(data.train.pixels == 784)
    }
  }

  @Test("without labels, images are read; too few images, or two sizes, are refused")
  func odd() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      for name in ["train", "t10k"] {
        try FileManager.default.removeItem(at: folder.appendingPathComponent("mnist/\(name)-labels-idx1-ubyte"))
      }
      #expect(try load(folder).train.labels == nil)
      try folder.put(idx([4, 2, 3], data: pattern(24)), at: "mnist/t10k-images-idx3-ubyte")
      let shape = #expect(throws: IDXError.self) { try load(folder) }
      #expect(shape?.reason == .otherShape(height: 2, width: 3, wantedHeight: 3, wantedWidth: 2))
      try fill(folder, train: 5)
      let few = #expect(throws: IDXError.self) { try load(folder) }
      #expect(few?.reason == .tooFewImages(found: 5, wanted: 6))
      for error in [shape, few] { #expect(error.map { isOneSentence($0.description, naming: "-images-") } == true) }
    }
  }

  @Test("what chapters are written for: 28×28 pixels, and enough images; train takes others")
  func forChapters() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      func error() -> IDXError? { #expect(throws: IDXError.self) { try Dataset.mnist(searching: folder.path) } }
      let small = error()
      #expect(small?.file == folder.path + "/mnist")
      #expect(small?.reason == .notForChapters(train: 10, validation: 2, height: 3, width: 2))
      #expect(small.map { isOneSentence($0.description, naming: folder.path) } == true)
      func put(_ count: Int, in name: String) throws {
        let pixels = [UInt8](repeating: 0, count: 784 * count), labels = [UInt8](repeating: 0, count: count)
        try folder.put(idx([count, 28, 28], data: pixels), at: "mnist/\(name)-images-idx3-ubyte")
        try folder.put(idx([count], data: labels), at: "mnist/\(name)-labels-idx1-ubyte")
      }
      try put(4, in: "t10k")
      try put(3_598, in: "train")
      #expect(error()?.reason == .notForChapters(train: 2_999, validation: 599, height: 28, width: 28))
      try put(3_600, in: "train")
      #expect(try counts(of: Dataset.mnist(searching: folder.path)) == [3_000, 600, 4])
    }
  }

  @Test("the cache folder follows XDG, and ~ is the home folder")
  func folders() {
    #expect(DataFolders(in: ["HOME": "/houses/ada"]).cache == "/houses/ada/.cache/natural-gradient")
    #expect(DataFolders(in: ["HOME": "/houses/ada", "XDG_CACHE_HOME": "/c"]).cache == "/c/natural-gradient")
    #expect(DataFolders(in: ["HOME": "/houses/ada", "XDG_CACHE_HOME": "c"]).cache == "/houses/ada/.cache/natural-gradient")
    #expect(DataFolders(in: ["NATURAL_GRADIENT_DATA": ""]).environment == nil)
    #expect(DataFolders(requested: "~/data", in: [:]).requested?.hasPrefix("~") == false)
  }
}
