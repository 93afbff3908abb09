import Foundation
import TestSupport
import Testing

/// The command `book data`, with a program in the place of curl: no test asks the network.
@Suite(.serialized) struct BookDataTests {
  /// A folder with `book`, a shell script `curl`, and a cache folder.
  private struct Desk {
    let bench: Bench
    var cache: URL { bench.file("cache/natural-gradient") }
    var kept: [String] { files(below: cache, includingHidden: true) }

    /// - Parameter curl: the script; `$url` is the address, `$to` the file, `$name` the last part of the address.
    init(_ bench: Bench, curl: String?) throws {
      self.bench = bench
      guard let curl else { return }
      let read = #"for word do case $last in -o) to=$word;; --url) url=$word;; esac; last=$word; done; name=${url##*/}"#
      try bench.write("#!/bin/sh\n\(read)\necho \"$name\" >> '\(bench.root.path)/asked'\n\(curl)\n", to: "tools/curl")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bench.file("tools/curl").path)
    }

    private var path: String { bench.file("tools").path + ":/usr/bin:/bin" }

    var environment: [String: String] {
      ["PATH": path, "XDG_CACHE_HOME": bench.file("cache").path, "NATURAL_GRADIENT_DATA": ""]
    }

    func run(_ arguments: String..., path: String? = nil, data: String = "") throws -> CommandResult {
      try TestSupport.run(
        [bench.file("bin/book").path, "data"] + arguments, in: bench.root,
        environment: environment.merging(["PATH": path ?? self.path, "NATURAL_GRADIENT_DATA": data]) { $1 })
    }
  }

  private static let realData = ProcessInfo.processInfo.environment["NATURAL_GRADIENT_DATA"].flatMap { folder in
    FileManager.default.fileExists(atPath: folder + "/mnist/train-images-idx3-ubyte.gz") ? folder : nil
  }

  @Test("--offline only looks, wherever it stands; --only takes one; another name is refused") func offline() throws {
    try Bench.use { bench in
      let desk = try Desk(bench, curl: "exit 6")
      let result = try desk.run("--only", "fashion-mnist", "--offline")
      #expect(result.status == 1 && result.errorText == "")
      #expect(result.text.hasPrefix("Fashion-MNIST\n  train-images-idx3-ubyte: missing, looked for \(desk.cache.path)/fashion-"))
      #expect(result.text.split(separator: "\n").count == 5)
      let before = try TestSupport.run(
        [bench.file("bin/book").path, "--offline", "data"], in: bench.root, environment: desk.environment)
      #expect(before.status == 1 && before.text.split(separator: "\n").count == 10)
      let wrong = try desk.run("--only", "minst")
      #expect(wrong.status == 64 && wrong.errorText.contains("--only minst: there is no such data set"))
      #expect(try desk.run("--data", bench.root.path).text.contains("missing, looked for \(bench.root.path)/mnist/"))
      #expect(!bench.exists("asked"))
      let help = try desk.run("--help").text
      for word in ["--offline", "--only <name>", "exit status is 0", "~/.cache/natural-gradient"] { #expect(help.contains(word)) }
    }
  }

  @Test("no network and no curl: one sentence for each data set, and a status") func noNetwork() throws {
    try Bench.use { bench in
      let desk = try Desk(bench, curl: "echo 'curl: (6) Could not resolve host: a.org' >&2\nexit 6")
      let result = try desk.run()
      let errors = result.errorText.split(separator: "\n").filter { $0.hasPrefix("Error: ") }
      #expect(result.status == 1 && errors.count == 2, "\(result.errorText)")
      #expect(errors[0].hasPrefix("Error: MNIST could not be downloaded (https://"))
      #expect(errors[0].contains("train-labels-idx1-ubyte.gz: Could not resolve host: a.org; https://"))
      // The labels come first; after the first file that no mirror has, the others are not asked for.
      let asked = try bench.text("asked").split(separator: "\n")
      #expect(asked == Array(repeating: "train-labels-idx1-ubyte.gz", count: 3))
      #expect(desk.kept == [])
      let none = try desk.run("--only", "mnist", path: bench.file("nothing").path)
      #expect(none.status == 1 && none.errorText.contains("(there is no program curl): install it"), "\(none.errorText)")
    }
  }

  @Test("the published files are fetched once, and then found", .enabled(if: realData != nil)) func published() throws {
    try Bench.use { bench in
      let desk = try Desk(bench, curl: "cp '\(Self.realData ?? "")'/mnist/\"$name\" \"$to\"")
      let result = try desk.run("--only", "mnist")
      #expect(result.status == 0, "\(result.errorText)")
      #expect(result.text.matches(of: /: verified, .*\.gz\n/).count == 4)
      #expect(desk.kept.count == 4)
      #expect(result.errorText.matches(of: /downloading https:.*\n/).count == 4)
      let again = try desk.run("--only", "mnist")
      #expect(again.status == 0 && again.errorText == "")
      #expect(try bench.text("asked").split(separator: "\n").count == 4)
      // A file that was spoilt afterwards is said, and neither used nor replaced.
      let labels = desk.cache.appending(path: "mnist/t10k-labels-idx1-ubyte.gz")
      try Data(try Data(contentsOf: labels).dropLast(100)).write(to: labels)
      let spoilt = try desk.run("--only", "mnist")
      #expect(spoilt.status == 1)
      #expect(spoilt.text.contains("t10k-labels-idx1-ubyte: damaged. The gzip file \(labels.path) ends in the middle"))
    }
  }

  @Test("images of the reader's own are whole, and other than the published") func own() throws {
    try Bench.use { bench in
      let desk = try Desk(bench, curl: "exit 6")
      let heads = [("train-images-idx3", [3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1]), ("train-labels-idx1", [1, 0, 0, 0, 2])]
      for (name, head) in heads {
        for part in [name, name.replacing("train", with: "t10k")] {
          let file = bench.file("own/mnist/\(part)-ubyte")
          try bench.write("", to: "own/mnist/\(part)-ubyte")
          try Data([0, 0, 8] + head.map(UInt8.init) + [1, 2]).write(to: file)
        }
      }
      let result = try desk.run("--only", "mnist", data: bench.file("own").path)
      #expect(result.status == 0 && result.errorText == "", "\(result.text)")
      #expect(result.text.matches(of: /:[ ]other,[ ]/).count == 4)
    }
  }

  @Test("a disk that takes no more is said, and no other mirror is asked", .enabled(if: isInstalled("curl")))
  func fullDisk() throws {
    try Bench.use { bench in
      let desk = try Desk(bench, curl: "PATH=${PATH#*:}\nexec curl -sS -o \"$to\" 'file://\(bench.root.path)/large'")
      try Data(count: 100_000).write(to: bench.file("large"))
      // A limit on the size of files stands in for the disk: curl's write fails in the same way.
      let result = try TestSupport.run(
        ["sh", "-c", "trap '' XFSZ; ulimit -f 8; exec '\(bench.file("bin/book").path)' data --only mnist"], in: bench.root,
        environment: desk.environment)
      #expect(result.status == 1)
      #expect(
        result.errorText.contains("train-labels-idx1-ubyte cannot be written: ")
          && result.errorText.contains("see to the disk and its permissions"), "\(result.errorText)")
      #expect(try bench.text("asked").split(separator: "\n").count == 1)
      #expect(desk.kept == [])
    }
  }

  @Test("stopped in the middle, it takes curl along and leaves nothing", arguments: [SIGINT, SIGTERM, SIGKILL])
  func interrupted(signal: Int32) throws {
    try Bench.use { bench in
      try bench.addScript("10-mini-mnist", prose: "//: Words.\nprint(1)", script: "exit 0")
      for arguments in [["data", "--only", "mnist"], ["--effort", "paper", "--only", "10"]] {
        let process = try stopped(by: signal, in: bench, arguments)
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
        try FileManager.default.removeItem(at: bench.file("curl.pid"))
      }
    }
  }

  /// Starts `book`, sends it a signal when curl is at work, and waits until nothing is left of either.
  private func stopped(by signal: Int32, in bench: Bench, _ arguments: [String]) throws -> Process {
    let desk = try Desk(bench, curl: "echo $$ > '\(bench.root.path)/curl.pid'\nprintf half > \"$to\"\nexec sleep 30")
    let process = Process()
    process.executableURL = bench.file("bin/book")
    process.arguments = arguments
    process.environment = desk.environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Threads of the tests' pool block signals, and a child inherits that.
    var all = sigset_t(), before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_UNBLOCK, &all, &before)
    try process.run()
    pthread_sigmask(SIG_SETMASK, &before, nil)
    #expect(waits { desk.kept.contains { $0.hasPrefix("mnist/.train-labels") } && !pid(bench).isEmpty })
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(waits { desk.kept == [] }, "\(desk.kept)")
    let curl = try #require(Int32(pid(bench)))
    #expect(waits { kill(curl, 0) != 0 })
    return process
  }

  private func pid(_ bench: Bench) -> String {
    ((try? bench.text("curl.pid")) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Whether something comes true within ten seconds.
  private func waits(for condition: () -> Bool) -> Bool {
    let limit = ContinuousClock.now + .seconds(10)
    while !condition() {
      if ContinuousClock.now > limit { return false }
      usleep(20_000)
    }
    return true
  }
}
