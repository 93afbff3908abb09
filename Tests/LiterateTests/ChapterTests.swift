import Foundation
import Literate
import TestSupport
import Testing

/// A chapter run alone, as real processes.
@Suite(.serialized) struct ChapterTests {
  @Test("a good run publishes its page; a second one leaves the same bytes") func good() throws {
    try Bench.use { bench in
      try bench.write("keep", to: "output/01-fixture/records/long.csv")
      try bench.write("stale", to: "output/01-fixture/old.svg")
      try bench.write("keep", to: "output/01-fixture/slides.key")
      let first = try bench.run("chapter-01")
      #expect(first.status == 0, "\(first.errorText)")
      #expect(first.text == "01-fixture: output/01-fixture/README.md\n")
      #expect(
        files(below: bench.file("output"))
          == ["README.md", "line.csv", "line.gp", "line.svg", "numbers.csv", "records/long.csv", "slides.key"]
          .map { "01-fixture/\($0)" })
      let page = try bench.text("output/01-fixture/README.md")
      #expect(page.contains("The seed is 3, and [Figure 1.1](#fig-line) is a line."))
      #expect(page.contains("[`Chapters/01-fixture/main.swift`](../../Chapters/01-fixture/main.swift)"))
      #expect(try bench.text("output/01-fixture/numbers.csv") == "name,value\na,1.5\nb,2\n")
      let record = try bench.text(".build/book/standard/01-fixture/record.jsonl")
      _ = try bench.run("chapter-01")
      #expect(try bench.text("output/01-fixture/README.md") == page)
      #expect(try bench.text(".build/book/standard/01-fixture/record.jsonl") == record)
    }
  }

  @Test(
    "what fails stands in its cell, on the terminal with its line, and leaves output/ alone",
    arguments: [
      ("expect", 24, "one is two: computed 1.0, expected 2.0; the difference 1 is more than the tolerance 0.1"),
      ("index", 29, "the chapter crashed"), ("throw", 35, "an error was thrown"),
      ("fatal", 36, "the chapter crashed: on purpose"),
      ("kill", 36, "the chapter was killed (signal 9)"), ("exit", 36, "the chapter ended with exit status 3"),
      ("library", 39, "the chapter crashed: precondition failure in Sources/Literate/Chapter.swift:"),
    ])
  func failure(mode: String, line: Int, message: String) throws {
    try Bench.use { bench in
      let result = try bench.run("chapter-01", mode: mode)
      #expect(result.status == 1)
      #expect(result.errorText.contains("\n1 error:\nChapters/01-fixture/main.swift:\(line): \(message)"), "\(result.errorText)")
      #expect(result.text.contains("not published; the page with the errors is .build/book/standard/01-fixture/README.md"))
      #expect(!bench.exists("output"))
      let page = try bench.text(".build/book/standard/01-fixture/README.md")
      #expect(
        page.contains("> [!CAUTION]\n> `main.swift:\(line)`: ") && page.contains("![A line from the origin to (1, 1)](line.svg)"))
      #expect(page.contains("✓ a sum"))
      #expect(
        files(below: bench.file(".build"), includingHidden: true).allSatisfy {
          !$0.contains(".scratch") && !$0.contains(".backtrace")
        })
    }
  }

  @Test("a listing is quoted from Sources/; a region that is not there is an error at its line") func listing() throws {
    try Bench.use { bench in
      try bench.write("enum A {\n  // listing: step\n  case b\n  // listing end\n}\n", to: "Sources/Small/Step.swift")
      #expect(try bench.run("chapter-01", mode: "listing").status == 0)
      let page = try bench.text("output/01-fixture/README.md")
      #expect(page.contains("From [`Sources/Small/Step.swift`](../../Sources/Small/Step.swift):\n\n```swift\ncase b\n```"))
      try bench.write("enum A {}\n", to: "Sources/Small/Step.swift")
      let missing = try bench.run("chapter-01", mode: "listing")
      let message = "Chapters/01-fixture/main.swift:40: listing of Sources/Small/Step.swift: there is no line “// listing: step”"
      #expect(missing.status == 1 && missing.errorText.contains(message), "\(missing.errorText)")
    }
  }

  @Test("what goes to standard output is told, because no page shows it") func stray() throws {
    try Bench.use { bench in
      let result = try bench.run("chapter-01", mode: "stray")
      #expect(result.status == 0)
      #expect(result.text.contains("01-fixture: written to standard output, which no page shows: this goes to standard output"))
    }
  }

  @Test("quick runs and synthetic data stay in .build") func notPublished() throws {
    try Bench.use { bench in
      let quick = try bench.run("chapter-01", "--effort", "quick")
      #expect(quick.status == 0 && quick.text.contains("(a quick run, so output/ stays as it is)"))
      #expect(try bench.text(".build/book/quick/01-fixture/README.md").hasPrefix("> This page comes from a quick run"))
      let synthetic = try bench.run("chapter-01", mode: "data")
      #expect(synthetic.status == 0 && synthetic.text.contains("(made with synthetic digits, so output/ stays as it is)"))
      #expect(bench.exists(".build/book/standard-synthetic/01-fixture/line.svg"))
      #expect(!bench.exists("output"))
      let elsewhere = try bench.run("chapter-01", "--effort", "quick", "--output", "pages")
      #expect(elsewhere.status == 0 && bench.exists("pages/01-fixture/README.md"))
    }
  }

  @Test("a run whose page cannot be put in its place is kept, and the next run leaves it alone") func kept() throws {
    try Bench.use { bench in
      try bench.write("a file where a folder is wanted", to: ".build/book/standard")
      for count in 1...2 {
        let result = try bench.run("chapter-01")
        #expect(result.status == 1)
        #expect(
          result.errorText.contains("; what the run left is in \(bench.root.path)/.build/book/.kept-01-fixture-"),
          "\(result.errorText)")
        let names = try FileManager.default.contentsOfDirectory(atPath: bench.file(".build/book").path)
        let kept = names.filter { $0.hasPrefix(".kept-01-fixture-") }
        #expect(kept.count == count && !names.contains { $0.hasPrefix(".scratch") }, "\(names)")
        for name in kept { #expect(try bench.text(".build/book/\(name)/record.jsonl").contains("a sum")) }
      }
    }
  }

  @Test("what an earlier process of the same number left is no part of a run") func sameNumber() throws {
    try Bench.use { bench in
      let left = ".build/book/.scratch-01-fixture-$$"
      let result = try TestSupport.run(
        ["sh", "-c", "mkdir -p \(left) && echo 1 > \(left)/old.csv && exec bin/chapter-01"], in: bench.root)
      #expect(result.status == 0 && bench.exists("output/01-fixture/line.csv"), "\(result.errorText)")
      #expect(!bench.exists("output/01-fixture/old.csv"))
    }
  }

  @Test("a book that cannot be written is told before a chapter runs") func closedBook() throws {
    try Bench.use { bench in
      try bench.write("a file where a folder is wanted", to: "output")
      let result = try bench.run("chapter-01")
      #expect(result.status == 64 && result.errorText.contains("/output: nothing can be written there"), "\(result.errorText)")
      #expect(!bench.exists(".build/book/standard"))
      #expect(try bench.run("chapter-01", "--effort", "quick").status == 0)
    }
  }

  @Test("without gnuplot the data and the script are there, the page says how to get the figure, the status is not 0")
  func noGnuplot() throws {
    try Bench.use { bench in
      let result = try bench.run("chapter-01", path: "/nowhere")
      #expect(
        result.status == 1
          && result.errorText.contains("main.swift:15: figure line was not drawn: gnuplot is not on this machine"))
      #expect(bench.exists(".build/book/standard/01-fixture/line.gp") && bench.exists(".build/book/standard/01-fixture/line.csv"))
      #expect(try bench.text(".build/book/standard/01-fixture/README.md").contains("`gnuplot line.gp` in this folder draws it"))
    }
  }

  @Test("--help names the program and what it does") func help() throws {
    try Bench.use { bench in
      let help = try bench.run("chapter-01", "--help")
      #expect(help.status == 0 && help.text.hasPrefix("OVERVIEW: Run this chapter") && help.text.contains("USAGE: chapter-01 ["))
      #expect(try bench.run("chapter-01", "--fast").errorText.contains("See 'chapter-01 --help'"))
    }
  }

  /// SIGHUP too, unless these tests run under nohup: then it stays ignored.
  static let signals: [Int32] = {
    var hangup = sigaction()
    sigaction(SIGHUP, nil, &hangup)
    let isIgnored = unsafeBitCast(hangup.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    return isIgnored ? [SIGTERM] : [SIGTERM, SIGHUP]
  }()

  @Test("a signal stops the chapter, leaves no scratch folder and the page of before", arguments: signals)
  func interrupted(signal: Int32) throws {
    try Bench.use { bench in
      _ = try bench.run("chapter-01")
      let page = try bench.text("output/01-fixture/README.md")
      let process = Process()
      process.executableURL = bench.file("bin/chapter-01")
      process.environment = ProcessInfo.processInfo.environment.merging(["FIXTURE": "sleep"]) { $1 }
      process.standardError = FileHandle.nullDevice
      try process.run()
      let build = bench.file(".build/book")
      func record() -> String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: build.path)) ?? []
        return names.first { $0.hasPrefix(".scratch-") }.flatMap {
          try? String(contentsOf: build.appending(path: "\($0)/record.jsonl"), encoding: .utf8)
        }
      }
      for _ in 0..<500 where record()?.contains("a sum") != true { usleep(20_000) }  // until it sleeps, 10 s at most
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      #expect(record() == nil)
      #expect(try bench.text("output/01-fixture/README.md") == page)
    }
  }

  @Test("a processor without AVX2 and FMA gets one sentence") func processor() {
    #expect(Machine.complaint(description: "flags\t\t: fpu sse2 avx2 fma\n") == nil)
    #expect(Machine.complaint(description: "no flags here") == nil)
    #if arch(x86_64)
      #expect(Machine.complaint(description: "flags\t\t: fpu sse2 fma\n")?.contains("has no AVX2:") == true)
      #expect(Machine.complaint(description: "flags\t\t: fpu\n")?.contains("no AVX2 and FMA") == true)
    #endif
  }
}
