import Datasets
import Foundation
import TestSupport
import Testing

/// Downloads of a small data set from folders (`file://`) and from a server on this machine, by the real curl.
@Suite("downloads", .enabled(if: isInstalled("curl"), "curl is not installed"))
struct DownloadTests {
  /// The four files, uncompressed.
  private static let contents = [
    "train-images-idx3-ubyte": idx([12, 3, 2], data: pattern(72)), "train-labels-idx1-ubyte": idx([12], data: pattern(12)),
    "t10k-images-idx3-ubyte": idx([4, 3, 2], data: pattern(24)), "t10k-labels-idx1-ubyte": idx([4], data: pattern(4)),
  ]
  private static let names = DataSource.mnist.files.map(\.name)

  /// A place of the files, its folders, and what became of a download.
  private struct Bench {
    let root: URL
    var cache: URL { root.appendingPathComponent("cache/natural-gradient") }

    func source(_ mirrors: [String], checksums: [String?]? = nil) -> DataSource {
      DataSource(
        title: "Small", folder: "small", checksums: checksums ?? names.map { name in contents[name].map(sha256) },
        mirrors: mirrors)
    }

    /// A mirror in a folder, whose files are compressed unless they are given.
    func mirror(_ name: String, _ files: [String: [UInt8]] = [:]) throws -> String {
      for (file, bytes) in contents {
        try root.put(files[file] ?? storedGzip(bytes), at: "\(name)/\(file).gz")
      }
      return "file://\(root.path)/\(name)/"
    }

    func fetch(_ source: DataSource) throws(DownloadError) { try Download(into: cache.path).fetch(source) }

    /// All files of the cache, hidden ones too.
    var kept: [String] { files(below: cache, includingHidden: true) }

    /// The reason of a download that must fail, whose sentence is looked at too.
    func failure(_ source: DataSource) throws -> DownloadError.Reason? {
      let error = #expect(throws: DownloadError.self) { try fetch(source) }
      #expect(error.map { isOneSentence($0.description, naming: cache.path) } == true, "\(String(describing: error))")
      return error?.reason
    }
  }

  private func withBench(_ body: (Bench) throws -> Void) throws {
    try withTemporaryFolder { try body(Bench(root: $0.resolvingSymlinksInPath())) }
  }

  private let wholeSet = names.map { "small/\($0).gz" }.sorted()

  @Test("the right files get their names, and nothing else is left")
  func rightFiles() throws {
    try withBench { bench in
      let source = bench.source([try bench.mirror("a")])
      try bench.root.put([1], at: "cache/natural-gradient/small/.t10k-images-idx3-ubyte-999999999")  // of a dead process
      try bench.fetch(source)
      #expect(bench.kept == wholeSet)
      let data = try Dataset.load(source, from: DataFolders(requested: bench.cache.path, in: [:]))
      #expect(data.provenance == .verified && counts(of: data) == [10, 2, 4])
      #expect(source.findings(in: bench.cache.path).map(\.state) == Array(repeating: .verified, count: 4))
    }
  }

  @Test("what one mirror lacks or spoils comes from the next")
  func nextMirror() throws {
    try withBench { bench in
      let name = "train-images-idx3-ubyte"
      let other = storedGzip(idx([12, 3, 2], data: Array(pattern(73)[1...])))
      let mirrors = [
        "file://\(bench.root.path)/absent/", try bench.mirror("page", [name: Array("<html>moved</html>".utf8)]),
        try bench.mirror("other", [name: other]), try bench.mirror("good"),
      ]
      try bench.fetch(bench.source(mirrors))
      #expect(bench.kept == wholeSet)
      #expect(
        try Data(contentsOf: bench.cache.appendingPathComponent("small/\(name).gz")) == Data(storedGzip(Self.contents[name]!)))
    }
  }

  @Test("a wrong checksum, a cut file, a web page and an empty file are refused, and leave nothing")
  func refusals() throws {
    let name = "t10k-labels-idx1-ubyte"
    let good = storedGzip(Self.contents[name]!), other = idx([4], data: [9, 9, 9, 9])
    let cases: [([UInt8], DownloadError.Failure)] = [
      (storedGzip(other), .otherChecksum(found: sha256(other))), (Array(good.dropLast(5)), .damaged(.truncatedGzip)),
      (Array("<!DOCTYPE html>!".utf8), .damaged(.wrongMagic(found: Array("<!DOCTYPE html>!".utf8)))), ([], .damaged(.empty)),
    ]
    for (bytes, failure) in cases {
      try withBench { bench in
        let mirror = try bench.mirror("a", [name: bytes])
        let reason = try bench.failure(bench.source([mirror]))
        #expect(reason == .refused([DownloadError.Attempt(url: "\(mirror)\(name).gz", failure: failure)]))
        #expect(!bench.kept.contains { $0.contains(name) } && !bench.kept.contains { $0.contains("/.") }, "\(bench.kept)")
      }
    }
  }

  @Test("a file without a checksum must still be whole")
  func withoutChecksum() throws {
    try withBench { bench in
      let source = bench.source([try bench.mirror("a")], checksums: [nil, nil, nil, nil])
      try bench.fetch(source)
      #expect(source.findings(in: bench.cache.path).map(\.state) == Array(repeating: .unknown, count: 4))
    }
    try withBench { bench in
      let cut = Array(Self.contents["train-images-idx3-ubyte"]!.dropLast())
      let mirror = try bench.mirror("a", ["train-images-idx3-ubyte": cut])
      guard case .refused(let attempts) = try bench.failure(bench.source([mirror], checksums: [nil, nil, nil, nil])) else {
        Issue.record("no mirror was refused")
        return
      }
      #expect(attempts.map(\.failure) == [.damaged(.tooShort(promised: 72, found: 71))])
    }
  }

  @Test("a file that the server has unpacked gets the name of a plain file")
  func plain() throws {
    try withBench { bench in
      let source = bench.source([try bench.mirror("a", Self.contents)])
      try bench.fetch(source)
      #expect(bench.kept == Self.names.map { "small/\($0)" }.sorted())
      #expect(source.findings(in: bench.cache.path).allSatisfy { $0.state == .verified })
    }
  }

  @Test("over HTTP: a redirection is followed; a connection that breaks off and a missing file go to the next mirror")
  func server() throws {
    try withBench { bench in
      let files = Self.contents.map { ("/good/\($0).gz", LoopbackServer.Answer.file(storedGzip($1))) }
      var answers = Dictionary(uniqueKeysWithValues: files)
      for (name, bytes) in Self.contents {
        answers["/cut/\(name).gz"] = .cut(storedGzip(bytes))
        answers["/moved/\(name).gz"] = .redirect(to: "/good/\(name).gz")
      }
      let server = try LoopbackServer(answers)
      defer { server.stop() }
      let (cut, absent) = ("\(server.url)/cut/", "\(server.url)/absent/")
      let reason = try bench.failure(bench.source([cut, absent]))
      guard case .refused(let attempts) = reason, attempts.count == 2, case .curl(18, _) = attempts[0].failure,
        case .curl(22, let words) = attempts[1].failure
      else {
        Issue.record("\(String(describing: reason))")
        return
      }
      #expect(words.contains("404"))
      #expect(bench.kept == [])
      try bench.fetch(bench.source([cut, absent, "\(server.url)/moved/"]))
      #expect(bench.kept == wholeSet)
    }
  }

  @Test("a folder that cannot be written, and a machine without curl, are said")
  func machine() throws {
    try withBench { bench in
      let source = bench.source([try bench.mirror("a")])
      for folder in ["/proc/natural-gradient", "/dev/null/data"] {
        let error = #expect(throws: DownloadError.self) { try Download(into: folder).fetch(source) }
        guard case .unwritable = error?.reason else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(error.map { isOneSentence($0.description, naming: folder) } == true)
      }
      let error = #expect(throws: DownloadError.self) {
        try Download(into: bench.cache.path, searchPath: bench.root.path).fetch(source)
      }
      #expect(error?.reason == .noCurl)
      #expect(error.map { isOneSentence($0.description, naming: bench.cache.path) } == true)
    }
  }

  @Test("a data set is downloaded where no folder has it, completed where a part of it is, and never mixed with others")
  func loading() throws {
    try withBench { bench in
      let good = bench.source([try bench.mirror("a")]), bad = bench.source(["file://\(bench.root.path)/absent/"])
      let folders = DataFolders(in: ["XDG_CACHE_HOME": bench.root.path + "/cache", "HOME": "/nonexistent"])
      let download = Download(into: folders.cache)
      #expect(try Dataset.load(good, from: folders).description.contains("cache folder: 10000 images"))
      let drawn = try Dataset.load(bad, from: folders, download: download)
      #expect(drawn.provenance == .synthetic && drawn.description.contains("and the download failed (file://"))
      #expect(bench.kept == [])
      // With --data, or where another folder has it, nothing is fetched.
      #expect(throws: IDXError.self) {
        try Dataset.load(good, from: DataFolders(requested: bench.root.path, in: [:]), download: download)
      }
      #expect(bench.kept == [])
      var told: [String] = []
      #expect(try Dataset.load(good, from: folders, download: download) { told.append("\($0)") }.provenance == .verified)
      #expect(told.contains { $0.hasPrefix("downloading file://") })
      // Images that are there are used, also where their labels cannot be had.
      let labels = bench.cache.appendingPathComponent("small/train-labels-idx1-ubyte.gz")
      try FileManager.default.removeItem(at: labels)
      #expect(try Dataset.load(bad, from: folders, download: download).provenance == .verified)
      // A part of the published set, then another file among them. A part alone is as good as nothing: it may be on its way.
      let image = bench.cache.appendingPathComponent("small/t10k-images-idx3-ubyte.gz")
      try FileManager.default.removeItem(at: image)
      #expect(try Dataset.load(good, from: folders).provenance == .synthetic)
      #expect(throws: IDXError.self) { try Dataset.load(good, from: DataFolders(requested: folders.cache, in: [:])) }
      #expect(try Dataset.load(good, from: folders, download: download).provenance == .verified)
      try FileManager.default.removeItem(at: image)
      try bench.cache.put(storedGzip(idx([12, 3, 2], data: pattern(72).reversed())), at: "small/train-images-idx3-ubyte.gz")
      #expect(throws: IDXError.self) { try Dataset.load(good, from: folders, download: download) }
      #expect(!bench.kept.contains { $0.contains("t10k-images") })
    }
  }
}
